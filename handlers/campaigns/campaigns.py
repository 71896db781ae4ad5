"""Campaigns in the chat: «chiến dịch», «chiến dịch: Ngày hội số, …», «cd3 thêm việc 147»."""

from actions.campaigns import belonging, opening
from actions.checklists import beginning, marking
from domain.access import Permission
from domain.checklist_kinds import CAMPAIGN
from domain.checklists import ItemSaid
from domain.dialogue import Hears
from domain.letters import Message
from domain.refusals import Refusal
from domain.unkept import Unkept
from handlers.kit.buttons import number_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.kit.unfit import unfit

router = Router()
DOES = {"add": belonging.PUT, "drop": belonging.OUT}


@router.said("campaigns", may=Permission.FOLLOW_MATTERS)
@router.button("cp.list")
async def on_list(turn: Turn) -> Message | None:
    return await turn.see(opening.campaigns)


@router.said("campaign_opened")
@router.topic(opening.ANEW, hears=Hears.LINE)
async def on_opened(turn: Turn) -> Response:
    """The line that opens one, or the same again without its first words; no household is one."""
    if no := await unfit(turn, turn.text, {Unkept.HOUSEHOLD}):
        return no
    return await turn.do(opening.read_back, turn.reading.campaign)


@router.button("cp.keep")
async def on_begin(turn: Turn) -> Message | None:
    return await turn.do(opening.begin, turn.arg)


@router.button("cp.anew")
async def on_anew(turn: Turn) -> Message | None:
    return await turn.do(opening.ask_anew)


@router.topic(opening.TOPIC, hears=Hears.YES)
async def on_kept(turn: Turn) -> Response:
    """«lưu» typed under it."""
    return await turn.do(opening.begin) if turn.reading.sends else PASS


@router.said("campaign_line", may=Permission.FOLLOW_MATTERS)
async def on_line(turn: Turn) -> Response:
    said = turn.reading.campaign_line
    if said is None:
        return PASS
    if not said.does:
        return await turn.see(beginning.open_by_code, CAMPAIGN.prefix, said.number)
    if said.unread or not said.things:
        raise Refusal("campaign_things", number=said.number, things=", ".join(said.unread))
    return await turn.do(belonging.told, said.number, DOES[said.does], said.things)


@router.said("campaign_part", may=Permission.FOLLOW_MATTERS)
async def on_part(turn: Turn) -> Response:
    """«phong trào ngày hội số xong phần truyền thông»: of the one that is named, or the only one;
    where the part is none of its own, its card shows them."""
    said = turn.reading.campaign_part
    names = await turn.see(opening.under_way, said.number if said else None)
    if said is None or not names:
        return await turn.see(opening.campaigns) if said and said.surely else PASS
    named = turn.reading.of(said.words).campaigns_named(names)
    only = dict.fromkeys(names, said.words) if len(names) == 1 else {}
    for campaign, words in (named or only).items():
        parts = await turn.see(beginning.texts, campaign)
        found = turn.reading.of(words).items_named(parts) if words else []
        if len(found) == 1:
            return await turn.do(marking.told, campaign, [ItemSaid(found[0], "yes")], None)
        if named or said.number:
            return await turn.see(beginning.open_checking, campaign)
    return PASS


@router.button("cp.more")
async def on_more(turn: Turn) -> Message | None:
    return await turn.see(belonging.to_choose, turn.subject, belonging.PUT, number_of(turn))


@router.button("cp.less")
async def on_less(turn: Turn) -> Message | None:
    return await turn.see(belonging.to_choose, turn.subject, belonging.OUT, number_of(turn))


@router.choice("cp.put")
async def on_put(turn: Turn) -> Message | None:
    return await turn.do(belonging.tapped, turn.subject, belonging.PUT, turn.arg)


@router.choice("cp.out")
async def on_out(turn: Turn) -> Message | None:
    return await turn.do(belonging.tapped, turn.subject, belonging.OUT, turn.arg)
