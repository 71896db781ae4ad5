"""Every night: what need not be kept is erased; the counts stay."""

from datetime import date, datetime, time, timedelta

from actions.desk import action
from domain.access import Permission
from domain.calendar import DAY
from domain.periods import at, local
from domain.retention import DAYS
from storage import Work, inbox
from storage.rows import stamp


@action(needs=Permission.RUN_TIMETABLE)
def erase_old(work: Work) -> None:
    """02:30, by the table of domain/retention.py."""
    today = local(work.now, work.office.zone).date()
    if not work.offices.first_run(f"retention:{today}", stamp(work.now)):
        return
    work.traces.unname_registrations(_before(work, "registrations"), remembered=False)
    work.traces.unname_registrations(_last_year(work, today), remembered=True)
    work.traces.forget_certificates(_before(work, "registrations"), remembered=False)
    work.traces.forget_certificates(_last_year(work, today), remembered=True)
    for person_id, subject in work.traces.idle(_before(work, "volunteers")):
        work.consents.withdraw(subject, work.now)
        work.traces.erase(person_id)
    work.consents.forget_sealed(_before(work, "sealed_consents"))
    work.consents.forget_requests(_before(work, "sealed_consents"))
    work.traces.forget_letters(_before(work, "letters"))
    work.traces.forget_words(_before(work, "staff_words"))
    work.photos.forget(_before(work, "photos"))
    work.phrases.forget(local(_before(work, "phrases"), work.office.zone).date())
    work.expectations.sweep(work.now)
    work.turnouts.drop_old_echoes(at(today - DAY, time(), work.office.zone))
    inbox.forget_old(work.connection, work.now)
    work.erases = True


def _before(work: Work, what: str) -> datetime:
    return work.now - timedelta(days=DAYS[what])


def _last_year(work: Work, today: date) -> datetime:
    """Whoever asked to be remembered is, until 31/1 of the next year."""
    year = today.year if (today.month, today.day) > (1, 31) else today.year - 1
    return min(at(date(year, 1, 1), time(), work.office.zone), _before(work, "registrations"))
