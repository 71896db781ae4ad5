"""Which model's board a line or a photo is about that names none."""

from actions.checklists.cards import stands, ways
from actions.checklists.known import Begun, seen
from actions.checklists.several import IN_HAND
from actions.desk import view
from domain.access import Permission
from domain.checklists import ItemStatus, Mode
from domain.letters import Message, Press, rows_of
from domain.refusals import Refusal
from storage import Work

P = Permission


@view(needs=P.FOLLOW_MATTERS)
def board_in_hand(work: Work, subject: str) -> int:
    """The one just shown; else where they claimed last, since yesterday. None: 0."""
    kind, _, what = subject.partition(":")
    if kind == "checking":
        found = Begun(work, work.checklists.get(int(what.partition(".")[0])))
        return found.row.id if found.kind.mode is Mode.CLAIM and found.may(found.kind.reads) else 0
    if subject:
        return 0
    last = work.journal.newest_of(work.actor.subject, ("checking",), work.now - IN_HAND)
    return board_in_hand.run(work, f"checking:{last.subject}") if last else 0


@view(needs=P.FOLLOW_MATTERS)
def only_board(work: Work) -> int:
    """Where there is no other that they claim in."""
    mine = _mine(work)
    return mine[0].row.id if len(mine) == 1 else 0


@view(needs=P.FOLLOW_MATTERS)
def waits_for_photo(work: Work, checking_id: int) -> tuple[int, int] | None:
    """The only item that came back to them for a better photo, on this board or on another."""
    here = _back(work, seen(work, checking_id))
    back = here or [one for found in _mine(work) for one in _back(work, found)]
    return back[0] if len(back) == 1 else None


def _mine(work: Work) -> list[Begun]:
    found = [Begun(work, row) for row in work.checklists.open()]
    return [one for one in found if one.kind.mode is Mode.CLAIM and one.may(one.kind.marks)]


def _back(work: Work, found: Begun) -> list[tuple[int, int]]:
    return [
        (found.row.id, item.number)
        for item in found.items
        if stands(found, item) is ItemStatus.RETURNED
        and found.marks[item.number].claimed_by == work.actor.person_id
    ]


@view(needs=P.FOLLOW_MATTERS)
def photo_of_which(work: Work, checking_id: int) -> Message:
    """A photo that says of no item what it shows: each that may be claimed is a button."""
    found = seen(work, checking_id)
    able = [one for one in found.items if ItemStatus.CLAIMED in ways(found, one)]
    if not able:
        raise Refusal("checklist_moved_on")
    presses = [
        Press("ck.item", checking_id, str(n), label=str(n)) for n in (i.number for i in able)
    ]
    rows = [{"number": one.number, "text": one.text} for one in able]
    facts = {"code": found.row.code, "rows": rows}
    return Message("checklist.photo_of_which", facts, rows_of(presses))
