"""A proposal put right in the chat: its matter or its body, read back; or not meant at all."""

from collections.abc import Mapping

from actions.supervision import amending, dropping, hiding, proposing
from domain.access import Permission
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.addressee import chosen
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()
DRAFTED = frozenset({proposing.FORM, proposing.OPENNESS})


def names_in(turn: Turn, said: Mapping[str, str]) -> tuple[dict[str, str], bool]:
    """What it is on, of whom; and whether that is nobody of the state."""
    names = {part: turn.reading.of(words).name_chosen for part, words in said.items()}
    return names, turn.reading.of(names.get("body", "")).names_private


@router.said("proposal_mended", may=Permission.SUPERVISE)
async def on_mended(turn: Turn) -> Response:
    """«nội dung: …», «nhầm r, bỏ cái này»: of what was proposed a moment ago."""
    if turn.attachment or any(one.topic in DRAFTED for one in turn.open):
        return PASS
    visit_id = await turn.see(hiding.just_proposed)
    if not visit_id:
        return PASS
    said = {part: words for part, words in turn.reading.form_parts.items() if part != "window"}
    if said:
        return await turn.do(amending.amend, visit_id, *names_in(turn, said))
    return await turn.do(dropping.drop, visit_id, turn.text) if turn.reading.drops_it else PASS


@router.topic(amending.AMEND, hears=chosen)
async def on_read_back(turn: Turn) -> Response:
    """«gửi», «ok», «thôi», «nhầm, tiếp công dân»; other words are read for themselves, and the
    card waits."""
    if turn.attachment:
        return PASS
    if anew := await _anew(turn):
        return await turn.do(amending.amend, turn.about, *names_in(turn, anew))
    if turn.reading.takes_back or turn.reading.leaves:
        return await turn.do(amending.leave_it, turn.about)
    if turn.reading.plainly != "yes":
        return PASS
    return await turn.do(amending.carry_out, turn.about)


async def _anew(turn: Turn) -> Mapping[str, str]:
    """What is right of the one part that was read back."""
    parts = list(turn.heard.answers["names"]) if turn.heard else []
    said = turn.reading.form_parts or turn.reading.meant_parts(parts[0] if parts else "")
    return {part: words for part, words in said.items() if part in parts}


@router.button("v.amended", lane="visit")
async def on_amended(turn: Turn) -> Message | None:
    return await turn.do(amending.carry_out, turn.subject)


@router.button("v.unamended")
async def on_unamended(turn: Turn) -> Message | None:
    return await turn.do(amending.leave_it, turn.subject)


@router.button("v.unamend", lane="visit")
async def on_unamend(turn: Turn) -> Message | None:
    return await turn.do(amending.take_back, turn.subject)


@router.button("v.amendto")
async def on_amend_to(turn: Turn) -> Message | None:
    part, _, number = turn.arg.partition(".")
    if not (number.isascii() and number.isdigit()):
        raise Refusal("unknown_button")
    return await turn.do(amending.choose, turn.subject, part, int(number))
