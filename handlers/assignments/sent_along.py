"""What was sent along with words of work: it stays with the work, whatever they ask for."""

from collections.abc import Sequence

from actions.assignments import asking, completion, leading, lists
from actions.assignments.along import do_and_attach
from actions.assignments.typed import Wish
from domain.assignments import Assignment
from domain.evidence import Proof
from handlers.kit.proofs import proof_of
from handlers.kit.turn import Turn

CARRY_IT = (completion.add, leading.block, asking.say, asking.answer)
"""What keeps it, or passes it on, by itself."""


def along(turn: Turn, assignment_id: int, wish: Wish, others: Sequence[Proof] = ()) -> Wish:
    """The same wish; what came with it, and the `others` of its album, are kept with the work."""
    proof = None if wish.deed in CARRY_IT else proof_of(turn)
    kept = [*others, *([proof] if proof else ())]
    return Wish(do_and_attach, (wish, assignment_id, kept)) if kept else wish


async def names_other_work(turn: Turn, assignment_id: int) -> bool:
    """«ds 144», «144 vướng giá», where 152 is asked about: a number that is named decides."""
    mine = await turn.see(lists.my_open)
    own = {a.number for a in mine if a.id == assignment_id}
    called = turn.reading.numbers & {a.number for a in mine}
    return bool(called) and not called & own


async def of_work_named(turn: Turn) -> Assignment | None:
    """A photo whose caption names one piece of one's own work and says no more that is read."""
    if proof_of(turn) is None:
        return None
    called = [a for a in await turn.see(lists.my_open) if a.number in turn.reading.numbers]
    return called[0] if len(called) == 1 else None


def tells_done(turn: Turn) -> bool:
    """«đã nộp đủ biên bản 6 hộ», «don xong cho Ninh Duong» under a photo: never a reason."""
    if turn.reading.meaning("assignment").intent == "done":
        return True
    return bool(turn.attachment) and turn.reading.certainty("assignment").choices[:1] == ("done",)
