"""Marks of several items in one line: on the spot nobody presses what can be said at once."""

from collections.abc import Sequence
from datetime import timedelta

from actions.checklists.cards import facts_of
from actions.checklists.known import Begun, must
from actions.checklists.marking import PROOF, SAYS, hang, mark, told, wait_for
from actions.desk import action, view
from domain.access import Permission
from domain.checklist_kinds import VISIT
from domain.checklists import Said, Status
from domain.evidence import Proof
from domain.letters import Message, result
from domain.refusals import Refusal
from storage import Work

P = Permission
IN_HAND = timedelta(days=1)
Line = tuple[int, str, str]
"""An item, what is said of it, and why."""


@view(needs=P.FOLLOW_MATTERS)
def in_hand(work: Work, subject: str) -> int:
    """Which checklist is meant: the one just shown, or that of the visit just shown; else the only
    one that was begun today. None is meant where there is none."""
    kind, _, number = subject.partition(":")
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


@action(needs=P.FOLLOW_MATTERS)
def mark_all(
    work: Work, checking_id: int, lines: Sequence[Line], proof: Proof | None = None
) -> Message:
    """Each as it is said; what still wants its photo is waited for, and nothing else is lost."""
    found = must(work, checking_id, "marks")
    if not lines:
        raise Refusal("checklist_form")
    if len(lines) == 1:
        return _one(work, found, lines[0], proof)
    unmet = [line for line in lines if SAYS[found.kind.mode].get(line[1]) is Status.UNMET]
    shown = (unmet or list(lines))[0][0] if proof and proof.file_id else 0
    waiting = [line for line in lines if not _marked(work, found, line, line[0] == shown)]
    if proof and shown:
        hang(work, checking_id, shown, proof)
    if waiting:
        wait_for(work, found, [(number, why) for number, _, why in waiting])
    after = facts_of(Begun(work, found.row))
    wants = tuple(number for number, _, _ in waiting)
    facts = {**after, "left": _left(work, checking_id), "wants": wants}
    if waiting:
        return Message("checklist.marked_all", facts, topic=f"{PROOF}:{checking_id}")
    return result("checklist.marked_all", **facts)


def _one(work: Work, found: Begun, line: Line, proof: Proof | None) -> Message:
    number, word, why = line
    try:
        return told.run(work, found.row.id, number, word, why, proof)
    except Refusal as refusal:
        if refusal.code != "checklist_photo":
            raise
    return wait_for(work, found, [(number, why)])


def _marked(work: Work, found: Begun, line: Line, shown: bool) -> bool:
    """False where it wants a photo first."""
    number, word, why = line
    to = SAYS[found.kind.mode].get(word)
    if to is None:
        raise Refusal("checklist_form")
    try:
        mark(work, found, number, to, Said(shown, why))
    except Refusal as refusal:
        if refusal.code != "checklist_photo":
            raise
        return False
    return True


def _left(work: Work, checking_id: int) -> tuple[int, ...]:
    """What was not looked at yet."""
    after = Begun(work, work.checklists.get(checking_id))
    return tuple(item.number for item in after.items if item.number not in after.marks)


def left_of_visit(work: Work, about: str) -> tuple[str, tuple[int, ...]] | None:
    """The code of its open checklist, and what was not looked at yet."""
    row = work.checklists.of(VISIT.code, about)
    return (row.code, _left(work, row.id)) if row and row.is_open else None
