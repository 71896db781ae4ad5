"""What was sent along with words of work: it stays with the work, whatever they ask for."""

from collections.abc import Sequence

from actions.assignments import asking, completion, leading
from actions.assignments.along import do_and_attach
from actions.assignments.typed import Wish
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


def tells_done(turn: Turn) -> bool:
    """«đã nộp đủ biên bản 6 hộ», «don xong cho Ninh Duong» under a photo: never a reason."""
    if turn.reading.meaning("assignment").intent == "done":
        return True
    return bool(turn.attachment) and turn.reading.certainty("assignment").choices[:1] == ("done",)
