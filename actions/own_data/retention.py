"""Every night: what need not be kept is erased; the counts stay."""

from datetime import date, datetime, time, timedelta

from actions.desk import action
from domain.access import Permission
from domain.calendar import DAY
from domain.periods import at
from domain.retention import DAYS
from storage import Work
from storage.rows import stamp


@action(needs=Permission.RUN_TIMETABLE)
def erase_old(work: Work) -> None:
    """Every night, by the table of domain/retention.py."""
    today = work.today
    if not work.offices.first_run(f"retention:{today}", stamp(work.now)):
        return
    work.registrations.unname_before(_before(work, "registrations"), remembered=False)
    work.registrations.unname_before(_last_year(work, today), remembered=True)
    work.vouching.erase_before(work.day(_before(work, "registrations")), remembered=False)
    work.vouching.erase_before(work.day(_last_year(work, today)), remembered=True)
    for person_id, subject in work.people.idle(_before(work, "volunteers")):
        work.own_consents.withdraw(subject, work.now)
        work.personal_data.erase(person_id)
    work.consents.erase_sealed(_before(work, "sealed_consents"))
    work.consents.erase_requests(_before(work, "sealed_consents"))
    work.outbox.erase_before(_before(work, "letters"))
    work.turnouts.erase_words(_before(work, "staff_words"))
    work.photos.erase_before(_before(work, "photos"))
    work.attachments.erase_before(_before(work, "attachments"))
    work.phrases.erase_before(work.day(_before(work, "phrases")))
    work.expectations.sweep(work.now)
    work.turnouts.drop_old_echoes(at(today - DAY, time(), work.zone))
    work.deployment.erase_old_updates(work.now)
    work.erases = True


def _before(work: Work, what: str) -> datetime:
    return work.now - timedelta(days=DAYS[what])


def _last_year(work: Work, today: date) -> datetime:
    """Whoever asked to be remembered is, until 31/1 of the next year."""
    year = today.year if (today.month, today.day) > (1, 31) else today.year - 1
    return min(at(date(year, 1, 1), time(), work.zone), _before(work, "registrations"))
