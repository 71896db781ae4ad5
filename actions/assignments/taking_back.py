"""«hoàn tác»: what somebody did last with work is taken back, all that went with one message."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime

from actions.assignments.change import undo
from actions.assignments.giving import take_back_given
from actions.assignments.praising import take_back_praise
from actions.desk import action, view
from domain.access import Permission
from domain.hours import TAKEN_BACK
from domain.letters import Message, result
from domain.refusals import Refusal
from storage import Work
from storage.journal import Entry

CHANGED = ("accepted", "progress", "blocked", "unblocked", "expects", "approved", "returned")
TOLD = (
    *("extended", "extension_refused", "release_refused", "due_moved", "nudged"),
    *("conclude", "consent", "agree", "differ", "table", "inquire", "put_off"),
)
"""What those who heard of it go by already."""
BACK = ("withdrawn", "undone", "praise_back")


def _as_before(work: Work, row: Entry) -> None:
    undo.run(work, row.id)


_BACK: Mapping[str, Callable[[Work, Entry], None]] = {
    "issued": take_back_given,
    "praised": take_back_praise,
    **dict.fromkeys(CHANGED, _as_before),
}


@view(needs=Permission.OWN_WORK)
def last_done(work: Work) -> datetime | None:
    """When it was, where it is fresh."""
    return next((row.at for row in _last(work)), None)


@action(needs=Permission.OWN_WORK)
def take_back_last(work: Work) -> Message:
    """All of it or nothing: where others heard of it for good, that is said."""
    rows = _last(work)
    if not rows:
        raise Refusal("nothing_to_undo")
    if told := next((row for row in rows if row.event not in _BACK), None):
        raise Refusal("told_for_good", code=_of(work, told))
    for row in rows:
        _BACK[row.event](work, row)
    said = [{"event": row.event, "of": _of(work, row)} for row in reversed(rows)]
    return result("work.taken_back", rows=said)


def _last(work: Work) -> list[Entry]:
    """What was done in the newest message that is not taken back yet."""
    since, events = work.now - TAKEN_BACK, [*_BACK, *TOLD, *BACK]
    rows = list(_standing(work.journal.own_lately(work.actor.subject or "", events, since)))
    return [row for row in rows if row.at == rows[0].at]


def _standing(rows: Iterable[Entry]) -> Iterator[Entry]:
    """The newest first, without what was taken back, and its taking back."""
    gone: list[tuple[str, int]] = []
    for row in rows:
        thing = (row.kind, row.subject)
        if row.event in BACK:
            gone.append(thing)
        elif thing in gone:
            gone.remove(thing)
        else:
            yield row


def _of(work: Work, row: Entry) -> str:
    match row.kind:
        case "person":
            return work.people.name(row.subject)
        case "matter":
            return work.matters.get(row.subject).code
        case _:
            return work.assignments.get(row.subject).code
