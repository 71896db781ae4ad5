"""«Dữ liệu», one's own name, family, and each yes on its own."""

import re

from actions.own_data import consent, erasing, my_data, withdrawing
from actions.registrations import registering
from actions.registrations.entering import notice_blanks
from domain.consent import Purpose
from domain.letters import Message, Press
from domain.names import fold
from domain.refusals import Refusal
from handlers.kit.notices import read, shown
from handlers.kit.router import Router
from handlers.kit.turn import Turn
from handlers.registrations.registering import own, reach

router = Router()
NUMBERS = {"một": "1", "hai": "2", "ba": "3", "bốn": "4", "năm": "5", "mot": "1", "bon": "4"}
_WORD = re.compile(rf"\b(?:{'|'.join(NUMBERS)})\b", re.IGNORECASE)
_ADULTS = re.compile(r"(-?\d+) *(?:nguoi *)?(?:lon|adults?)")
_CHILDREN = re.compile(r"(-?\d+) *(?:tre|chau|be|con|em|child|kid)")


@router.button("s.who")
async def on_family(turn: Turn) -> Message | None:
    return await (await own(turn)).do(registering.ask_family, turn.subject)


@router.button("s.with")
async def on_with(turn: Turn) -> Message | None:
    adults, _, children = (turn.press.arg if turn.press else "").partition(".")
    if not (adults.isascii() and adults.isdigit() and children.isascii() and children.isdigit()):
        raise Refusal("unknown_button")
    there = await own(turn)
    return await there.do(registering.bring, turn.subject, int(adults[:3]), int(children[:3]))


@router.topic("family")
async def on_family_typed(turn: Turn) -> Message | None:
    """«2 người lớn, hai cháu», or a bare number of adults: read back before it counts."""
    subject = turn.heard.subject if turn.heard else 0
    adults, children = read_family(turn.text)
    there = await reach(turn, "registration", subject)
    if not adults and not children:
        return await there.do(registering.bring, subject, 0, 0)
    return await there.see(registering.read_companions, subject, adults, children)


def read_family(text: str) -> tuple[int, int]:
    """Adults and children; numbers of more than three digits are no family."""
    said = fold(_WORD.sub(lambda word: NUMBERS[word[0].casefold()], text))
    if re.fullmatch(r"\d{1,3}", said):
        return int(said), 0
    adults, children = _ADULTS.findall(said), _CHILDREN.findall(said)
    if not (adults or children):
        raise Refusal("number_expected")
    return _sum(adults), _sum(children)


def _sum(numbers: list[str]) -> int:
    """«một cháu 9 tuổi, một cháu 12 tuổi» are two."""
    return sum(int(number[:4]) for number in numbers)


@router.command("dulieu")
@router.label("data.mine")
@router.phrase("dữ liệu của tôi")
@router.button("d.mine")
@router.intent("data_rights")
async def on_my_data(turn: Turn) -> Message | None:
    return await turn.see(my_data.my_data)


@router.button("d.export")
async def on_export(turn: Turn) -> Message | None:
    return await turn.see(my_data.export)


@router.button("d.json")
async def on_export_json(turn: Turn) -> Message | None:
    return await turn.see(my_data.export_json)


@router.phrase("sửa tên", "đổi tên", "change name")
@router.button("d.name")
async def on_ask_name(turn: Turn) -> Message | None:
    return await turn.do(my_data.ask_name)


@router.topic("name")
async def on_name(turn: Turn) -> Message | None:
    return await turn.do(my_data.rename, turn.text)


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
    purpose = _purpose(turn.press.arg if turn.press else "")
    blanks = await turn.see(notice_blanks)
    mark = shown(turn, purpose, blanks).mark
    buttons = (Press("c.yes", arg=f"{purpose}.{mark}"), Press("c.no", arg=f"{purpose}.{mark}"))
    return Message("consent.question", {**blanks, "purpose": purpose.value}, (buttons,))


@router.button("c.yes", "c.no")
async def on_consent(turn: Turn) -> Message | None:
    name, _, mark = (turn.press.arg if turn.press else "").partition(".")
    notice = await read(turn, _purpose(name), mark)
    given = turn.press is not None and turn.press.verb == "c.yes"
    message_id = turn.message.message_id if turn.message else None
    return await turn.do(consent.say, notice, given, message_id)


def _purpose(name: str) -> Purpose:
    """The purposes that are asked one by one; being listed goes with registering."""
    if name not in tuple(Purpose) or name == Purpose.LIST:
        raise Refusal("unknown_button")
    return Purpose(name)
