"""One line steps several: «KN31 KN32 số 142 ngày 30/11», «KN31 KN32 trả lời cv 210, tiếp thu»."""

from collections.abc import Sequence

from actions.desk import action
from actions.matters.known import seen
from actions.matters.owning import note
from actions.matters.stepping import answer_step
from domain.access import Permission
from domain.evidence import Proof
from domain.letters import Message, result
from domain.matter_kinds import KINDS
from domain.matters import Given, Matter
from domain.refusals import Refusal
from storage import Work

P = Permission


@action(needs=P.FOLLOW_MATTERS)
def step(
    work: Work,
    codes: Sequence[tuple[str, int]],
    event: str,
    given: Given,
    proof: Proof | None = None,
) -> Message:
    """All of them, or none."""
    matters = [known(work, prefix, number) for prefix, number in dict.fromkeys(codes)]
    for matter in matters:
        answer_step.run(work, matter.id, event, given, proof)
    events = tuple({"code": m.code, "event": f"{m.kind}.{event}"} for m in matters)
    return result("matter.several", rows=events)


@action(needs=P.FOLLOW_MATTERS)
def note_one(
    work: Work,
    prefix: str,
    number: int,
    words: str,
    proof: Proof | None = None,
    *,
    ends: bool = False,
) -> Message:
    """«KN31 bảng mới rồi, lịch trực chưa»: words to the one that is named."""
    return note.run(work, known(work, prefix, number).id, words, proof, ends=ends)


def known(work: Work, prefix: str, number: int) -> Matter:
    kind = next((kind for kind in KINDS.values() if kind.prefix == prefix), None)
    if kind is None:
        raise Refusal("not_found")
    return seen(work, work.matters.by_number(kind.code, number).id)
