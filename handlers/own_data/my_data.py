"""«Dữ liệu», one's own name, family, and each yes on its own."""

from actions.own_data import consent, erasing, my_data, withdrawing
from actions.registrations import registering
from actions.registrations.entering import notice_blanks
from domain.access import Permission
from domain.consent import Purpose
from domain.dialogue import NAME, Hears
from domain.letters import Message, Press
from domain.menus import side_of
from domain.refusals import Refusal
from handlers.kit.addressee import chosen, counted, read_back
from handlers.kit.notices import read, shown
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.registrations.registering import own, reach

router = Router()


@router.button("s.who")
async def on_family(turn: Turn) -> Message | None:
    return await (await own(turn)).do(registering.ask_family, turn.subject)


@router.button("s.with")
async def on_with(turn: Turn) -> Message | None:
    adults, _, children = turn.arg.partition(".")
    if not (adults.isascii() and adults.isdigit() and children.isascii() and children.isdigit()):
        raise Refusal("unknown_button")
    there = await own(turn)
    return await there.do(registering.bring, turn.subject, int(adults[:3]), int(children[:3]))


@router.topic("family", hears=counted)
async def on_family_typed(turn: Turn) -> Message | None:
    """«2 người lớn, hai cháu», or a bare number of adults: read back before it counts."""
    subject, (adults, children) = turn.about, turn.reading.family
    there = await reach(turn, "registration", subject)
    if not adults and not children:
        return await there.do(registering.bring, subject, 0, 0)
    return await there.do(registering.read_companions, subject, adults, children)


@router.topic(registering.READ, hears=chosen)
async def on_family_read(turn: Turn) -> Response:
    """«đúng rồi» under the number that was read back; «sai» asks it again."""
    there = await reach(turn, "registration", turn.about)
    if turn.reading.sends:
        return await there.do(registering.bring_read, turn.about)
    if turn.reading.leaves:
        return await there.do(registering.ask_family, turn.about)
    return PASS


@router.command("dulieu")
@router.label("data.mine")
@router.said("my_data")
@router.button("d.mine")
async def on_my_data(turn: Turn) -> Message | None:
    return await turn.see(my_data.my_data)


@router.intent("data_rights")
async def on_rights(turn: Turn) -> Message | None:
    """One's own; of somebody else it is said who can, and how."""
    other = turn.reading.of_whom
    if other and turn.actor.may(Permission.OWN_WORK):
        return Message("data.of_others", {"who": other})
    return await turn.see(my_data.my_data)


@router.button("d.export")
async def on_export(turn: Turn) -> Message | None:
    return await turn.see(my_data.export)


@router.button("d.json")
async def on_export_json(turn: Turn) -> Message | None:
    return await turn.see(my_data.export_json)


@router.said("change_name")
@router.button("d.name")
async def on_ask_name(turn: Turn) -> Message | None:
    return await turn.do(my_data.ask_name)


@router.topic(NAME, hears=read_back(NAME, Hears.NAME))
async def on_name(turn: Turn) -> Response:
    """The name, read back; «đúng» under it keeps it. A sentence is no name: what it says of a day
    is heard there."""
    if turn.heard and NAME in turn.heard.answers and turn.reading.sends:
        return await turn.do(my_data.rename)
    if turn.reading.asks or (turn.reading.is_no_name and turn.reading.coming(asked=False)):
        return PASS
    if turn.reading.is_no_name:
        raise Refusal("name_is_sentence", said=turn.text)
    return await turn.do(my_data.read_name, turn.reading.own_name)


async def fuller_name(turn: Turn) -> Response:
    """«Trần Hải Yến» of whoever is listed as «Yến»: read back as their name."""
    if turn.actor.person_id is None or side_of(turn.actor) == "staff" or turn.card:
        return PASS
    name = turn.reading.fuller_name(turn.actor.name)
    return await turn.do(my_data.read_name, name) if name else PASS


@router.button("d.nameis")
async def on_name_right(turn: Turn) -> Message | None:
    return await turn.do(my_data.rename, turn.arg)


@router.button("d.withdraw")
async def on_withdraw(turn: Turn) -> Message | None:
    return await turn.see(withdrawing.ask_withdraw)


@router.button("d.back")
async def on_withdraw_sure(turn: Turn) -> Message | None:
    """One purpose; without one, all."""
    if turn.arg and turn.arg not in tuple(Purpose):
        raise Refusal("unknown_button")
    return await turn.do(withdrawing.withdraw, Purpose(turn.arg) if turn.arg else None)


@router.button("d.delete")
async def on_erase(turn: Turn) -> Message | None:
    return await turn.see(erasing.ask_erase)


@router.button("d.yes")
async def on_erase_sure(turn: Turn) -> Message | None:
    return await turn.do(erasing.erase)


@router.button("c.ask")
async def on_ask_consent(turn: Turn) -> Message | None:
    """One purpose, one question, its own words."""
    purpose = _purpose(turn.arg)
    blanks = await turn.see(notice_blanks)
    mark = shown(turn, purpose, blanks).mark
    buttons = (Press("c.yes", arg=f"{purpose}.{mark}"), Press("c.no", arg=f"{purpose}.{mark}"))
    return Message("consent.question", {**blanks, "purpose": purpose.value}, (buttons,))


@router.button("c.yes", "c.no")
async def on_consent(turn: Turn) -> Message | None:
    name, _, mark = turn.arg.partition(".")
    notice = await read(turn, _purpose(name), mark)
    given = turn.verb == "c.yes"
    message_id = turn.message.id if turn.message else None
    return await turn.do(consent.say, notice, given, message_id)


def _purpose(name: str) -> Purpose:
    """The purposes that are asked one by one; being listed goes with registering."""
    if name not in tuple(Purpose) or name == Purpose.LIST:
        raise Refusal("unknown_button")
    return Purpose(name)
