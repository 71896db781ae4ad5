"""One line steps several: «KN31 KN32 số 142 ngày 30/11», «KN31 KN32 trả lời cv 210, tiếp thu»."""

from collections.abc import Sequence

from actions.desk import action
from actions.matters.known import known
from actions.matters.owning import note
from actions.matters.stepping import answer_step
from domain.access import Permission
from domain.evidence import Proof
from domain.letters import Message, result
from domain.matter_kinds import kind_of
from domain.matters import Given, Matter, Need
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
        answer_step.run(work, matter.id, _event(matter, event), given, proof)
    events = tuple({"code": m.code, "event": f"{m.kind}.{_event(m, event)}"} for m in matters)
    return result("matter.several", rows=events)


def _event(matter: Matter, event: str) -> str:
    """A mere number and day are of the step that asks for them."""
    steps = kind_of(matter.kind).steps
    if any(step.event == event for step in steps):
        return event
    return next((step.event for step in steps if Need.NUMBER in step.needs), event)


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
