"""Every night: what need not be kept is erased; the counts stay."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta

from actions.desk import action
from domain.access import Permission
from domain.calendar import DAY
from domain.periods import at
from domain.retention import DAYS
from storage import Work
from storage.ledger import Vouching

AT_ONCE = 500
"""So many rows go in one write, so that nobody who taps meanwhile waits long for it."""


def _names(work: Work) -> int:
    return work.registrations.fold_before(
        _before(work, "registrations"), AT_ONCE, remembered=False
    )


def _remembered(work: Work) -> int:
    return work.registrations.fold_before(_last_year(work), AT_ONCE, remembered=True)


def _vouched(work: Work) -> int:
    own, last_year = work.day(_before(work, "registrations")), work.day(_last_year(work))
    return work.of(Vouching).erase_before(own, remembered=False) + work.of(Vouching).erase_before(
        last_year, remembered=True
    )


def _volunteers(work: Work) -> int:
    gone = work.people.idle(_before(work, "volunteers"))
    for person_id, subject in gone:
        work.own_consents.withdraw(subject, work.now)
        work.personal_data.erase(person_id)
    return len(gone)


def _proofs(work: Work) -> int:
    sealed = _before(work, "sealed_consents")
    return work.consents.erase_sealed(sealed) + work.consents.erase_requests(sealed)


def _words(work: Work) -> int:
    work.phrases.erase_before(work.day(_before(work, "phrases")))
    work.expectations.sweep(work.now)
    work.turnouts.erase_echoes(at(work.today - DAY, time(), work.zone))
    return work.turnouts.erase_words(_before(work, "staff_words"))


def _photos(work: Work) -> int:
    return work.photos.erase_before(_before(work, "photos"))


def _attachments(work: Work) -> int:
    return work.attachments.erase_before(_before(work, "attachments"))


def _reasons(work: Work) -> int:
    before = _before(work, "reasons")
    return work.checklists.erase_reasons(before) + work.registers.erase_reasons(before)


def _letters(work: Work) -> int:
    return work.outbox.erase_before(_before(work, "letters"), AT_ONCE)


def _cards(work: Work) -> int:
    return work.cards.erase_before(_before(work, "cards"), AT_ONCE)


def _updates(work: Work) -> int:
    return work.deployment.erase_old_updates(work.now, AT_ONCE)


def _steps(work: Work) -> int:
    return work.deployment.erase_steps(_before(work, "steps_of_tasks"), AT_ONCE)


def _clock_marks(work: Work) -> int:
    return work.offices.erase_runs(_before(work, "clock_marks"), AT_ONCE)


ERASED: Mapping[str, Callable[[Work], int]] = {
    "names": _names,
    "remembered": _remembered,
    "certificates": _vouched,
    "volunteers": _volunteers,
    "proofs": _proofs,
    "words": _words,
    "photos": _photos,
    "attachments": _attachments,
    "reasons": _reasons,
    "letters": _letters,
    "cards": _cards,
    "updates": _updates,
    "steps": _steps,
    "marks": _clock_marks,
}
"""Piece by piece, each how many rows it took; by the table of domain/retention.py."""


@action(needs=Permission.RUN_TIMETABLE)
def erase_old(work: Work) -> bool:
    """One piece of the night, which is one write; True while there is more to erase. The last
    one leaves no trace in the file of what the others took."""
    tonight = f"retention:{work.today}"
    if work.offices.has_run(tonight):
        return False
    for what, erase in ERASED.items():
        if not work.offices.has_run(f"{tonight}:{what}"):
            if erase(work) < AT_ONCE:
                work.offices.first_run(f"{tonight}:{what}", work.now)
            return True
    work.offices.first_run(tonight, work.now)
    work.erases = True
    return False


def _before(work: Work, what: str) -> datetime:
    return work.now - timedelta(days=DAYS[what])


def _last_year(work: Work) -> datetime:
    """Whoever asked to be remembered is, until 31/1 of the next year."""
    today = work.today
    year = today.year if (today.month, today.day) > (1, 31) else today.year - 1
    return min(at(date(year, 1, 1), time(), work.zone), _before(work, "registrations"))
