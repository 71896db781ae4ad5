"""«hoàn tác»: what somebody did last with work is taken back, all that went with one message."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime

from actions.assignments.cards import facts_of
from actions.assignments.change import revive, save, undo
from actions.assignments.giving import take_back_given
from actions.assignments.praising import take_back_praise
from actions.desk import action, view
from domain.access import Permission
from domain.assignment_rights import may_decide, must_decide
from domain.assignments import Status
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


def _goes_on(work: Work, row: Entry) -> None:
    """What was called off stands as before, with what was asked about it; who heard is told."""
    now = work.assignments.get(row.subject)
    a = revive(now, row.facts["stood"])
    save(work, now, a, "undone")
    for asked in row.facts["wishes"]:
        work.requests.ask_again(asked)
    told = Message("work.goes_on_told", {**facts_of(work, a), "by": work.actor.name})
    people = {a.lead_id, *(s.person_id for s in work.assignments.supports(a.id))}
    for person_id in sorted(p for p in people if p is not None):
        work.tell_at_work(person_id, f"goes_on:{row.id}:{person_id}", told)


_BACK: Mapping[str, Callable[[Work, Entry], None]] = {
    "issued": take_back_given,
    "praised": take_back_praise,
    "cancelled": _goes_on,
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


@view(needs=Permission.ASSIGN)
def called_off(work: Work, number: int) -> int | None:
    """The work of this number that was called off, and by whom it may be."""
    a = work.assignments.by_number(number)
    ended = a is not None and a.state is Status.CANCELLED
    return a.id if a and ended and may_decide(work.actor, a) else None


@action(needs=Permission.ASSIGN)
def let_go_on(work: Work, assignment_id: int) -> Message:
    """«nhầm, 147 để nguyên»: within ten minutes it goes on as before; later it is said that it
    stays called off, and how it is given anew."""
    a = work.assignments.get(assignment_id)
    must_decide(work.actor, a)
    row = work.journal.last_move("assignment", a.id)
    own = row is not None and row.event == "cancelled" and row.who == work.actor.subject
    if row is None or not own or work.now - row.at > TAKEN_BACK:
        return Message("work.stays_cancelled", facts_of(work, a))
    _goes_on(work, row)
    return result("work.goes_on", **facts_of(work, work.assignments.get(a.id)))


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
