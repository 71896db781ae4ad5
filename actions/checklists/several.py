"""Which checklist is in hand on the spot, and what it still lacks."""

from datetime import timedelta

from actions.checklists.known import Begun
from actions.desk import view
from domain.access import Permission
from domain.checklist_kinds import VISIT
from domain.refusals import Refusal
from storage import Work

P = Permission
IN_HAND = timedelta(days=1)


@view(needs=P.FOLLOW_MATTERS)
def in_hand(work: Work, subject: str) -> int:
    """Which checklist is meant: the one just shown, or that of the visit just shown; else the only
    one that was begun today. None is meant where there is none."""
    kind, _, what = subject.partition(":")
    number = what.partition(".")[0]
    if kind == "checking" and work.checklists.get(int(number)).kind == VISIT.code:
        return int(number)
    able = [one for one in _open(work) if one.may(VISIT.marks)]
    shown = [one for one in able if one.row.about == subject] if kind else []
    fresh = shown or [one for one in able if work.now - one.row.begun_at <= IN_HAND]
    if len(fresh) > 1:
        raise Refusal("checklist_which", codes=[one.row.code for one in fresh])
    return fresh[0].row.id if fresh else 0


def _open(work: Work) -> list[Begun]:
    rows = (row for row in work.checklists.open() if row.kind == VISIT.code)
    return [Begun(work, row) for row in rows]


def _left(work: Work, checking_id: int) -> tuple[int, ...]:
    """What was not looked at yet."""
    after = Begun(work, work.checklists.get(checking_id))
    return tuple(item.number for item in after.items if item.number not in after.marks)


def left_of_visit(work: Work, about: str) -> tuple[str, tuple[int, ...]] | None:
    """The code of its open checklist, and what was not looked at yet."""
    row = work.checklists.of(VISIT.code, about)
    return (row.code, _left(work, row.id)) if row and row.is_open else None
