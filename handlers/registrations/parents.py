"""«bố mẹ Yến đồng ý rồi»: no yes by itself; whoever may record it is offered to."""

from actions.registrations import guardians
from domain.access import Permission
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.said("parents_said")
async def on_parents_said(turn: Turn) -> Response:
    """Of somebody of 16-17 who waits for it; the one who waits hears how the yes is recorded."""
    said = turn.reading.parents_said
    of_another = turn.card and not turn.card.startswith("guardian:")
    if said is None or of_another or turn.actor.person_id is None:
        return PASS
    if turn.actor.may(Permission.REGISTER_GROUP):
        waiting = await turn.see(guardians.waiting)
        if waiting:
            return await _offered(turn, said, waiting)
    return await turn.see(guardians.how_confirmed) or PASS


async def _offered(turn: Turn, said: str, waiting: dict[int, str]) -> Message | None:
    """The only one who waits, or whose name is said; of several it is asked."""
    called = {one: (name, name.split()[-1]) for one, name in waiting.items()}
    named = turn.reading.of(said).place_named(called) if said else None
    if said and named is None:
        raise Refusal("nobody_waits_so", name=said, names=[*waiting.values()])
    if named or len(waiting) == 1:
        return await turn.do(guardians.offer, named or next(iter(waiting)))
    return await turn.see(guardians.which_young)


@router.choice("s.young")
async def on_young(turn: Turn) -> Message | None:
    return await turn.do(guardians.offer, turn.subject)
