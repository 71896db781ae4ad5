"""Registers in the chat: «Sổ số liệu», and «GP1 61/52/45, vướng giá 4» in one line."""

from collections.abc import Sequence
from dataclasses import replace

from actions.registers import founding, growing, telling
from domain.access import Permission
from domain.dialogue import Expectation, Hears
from domain.letters import Message
from domain.refusals import Refusal
from domain.registers import Told
from handlers.kit.addressee import Ears, chosen, somebody
from handlers.kit.buttons import number_in, number_of
from handlers.kit.people import person_meant
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.kit.unfit import unfit

router = Router()
OF_A_DAY = frozenset({"turnout", "group"})
REASON_WORDS = 3
"""«dân đổi ý»; fewer words may be anything."""


@router.said("registers")
@router.button("reg.list")
async def on_list(turn: Turn) -> Message | None:
    return await turn.see(telling.registers)


@router.button("reg.open")
async def on_open(turn: Turn) -> Message | None:
    return await turn.see(telling.open_register, turn.subject)


@router.said("register_line", may=Permission.FOLLOW_MATTERS)
async def on_line(turn: Turn) -> Response:
    """Its numbers, all of them understood."""
    said = turn.reading.register_line
    if said is None:
        return PASS
    if no := await unfit(turn, turn.text, told="figures"):
        return no
    if said.told is None:
        raise Refusal("register_unread", word=turn.reading.unheard_of_row)
    return await turn.do(telling.tell_by_code, said.prefix, said.number, said.told)


@router.said("register_row", may=Permission.FOLLOW_MATTERS)
async def on_row(turn: Turn) -> Response:
    """«Hải Yên 63/54/45, vướng giá 4», not asked for: of the register that is named, else of the
    only one that is one's own."""
    said = turn.reading.register_row
    if said is None or turn.card:
        return PASS
    return await _told_by_name(turn, said.name, said.told)


async def _told_by_name(turn: Turn, name: str, told: Told) -> Response:
    """Of several each is a button, and the numbers are kept."""
    found = await _called(turn, name)
    if not found:
        return PASS
    if no := await unfit(turn, turn.text, told="figures"):
        return no
    if len(found) > 1:
        return await turn.do(telling.ask_which, found, told)
    return await turn.do(telling.tell, found[0], told)


async def _called(turn: Turn, name: str) -> Sequence[int]:
    """Those that one leads are meant before those that one may tell."""
    led, mine = await turn.see(telling.told_by_me)
    named = turn.reading.of(name)
    return named.registers_named(led) or named.registers_named(mine)


@router.said("register_pair", may=Permission.FOLLOW_MATTERS)
async def on_pair(turn: Turn) -> Response:
    """«200/150» of whoever leads a book of two numbers that it fits: read back, for it may be of
    a day."""
    said = turn.reading.register_pair
    if said is None or turn.card:
        return PASS
    led, _ = await turn.see(telling.told_by_me)
    named = turn.reading.of(said.name).registers_named(led)
    fitting = await turn.see(telling.that_fit, named, said.told)
    return await turn.do(telling.ask_which, fitting, said.told) if fitting else PASS


@router.topic(telling.WHICH, hears=Hears.LINE)
async def on_which_said(turn: Turn) -> Response:
    """«GP-01», «hải yên»: the name of one instead of a tap."""
    found = await _called(turn, turn.text)
    return await turn.do(telling.tell_which, found[0]) if len(found) == 1 else PASS


@router.choice("reg.of")
async def on_which(turn: Turn) -> Message | None:
    return await turn.do(telling.tell_which, turn.subject)


@router.said("register_more", may=Permission.FOLLOW_MATTERS)
async def on_more(turn: Turn) -> Response:
    """«tuyến Hải Yên thêm 2 hộ bàn giao»"""
    said = turn.reading.register_more
    if said is None or turn.card or _asked_of_a_day(turn):
        return PASS
    return await _told_by_name(turn, said.name, said.told)


def _asked_of_a_day(turn: Turn) -> bool:
    """Something else was asked last: the numbers are its answer."""
    return any(one.topic in OF_A_DAY for one in turn.waiting[:1])


@router.choice("reg.more")
async def on_of_what(turn: Turn) -> Message | None:
    count, _, more = turn.arg.partition(".")
    return await turn.do(growing.grew, turn.subject, count, number_in(more))


@router.said("members_said", may=Permission.FOLLOW_MATTERS)
async def on_members(turn: Turn) -> Response:
    """«kết nạp 3 hội viên pn khu 2», read back; «dtn thêm 5 đv» where there is such a book."""
    said = turn.reading.members_said
    if said is None or turn.card or _asked_of_a_day(turn):
        return PASS
    books = await turn.see(growing.member_books, said.organisation)
    named = [one for one in books if turn.reading.of(said.words).names_register(one.name)]
    found = named or books
    if len(found) == 1:
        return await turn.do(growing.ask_gained, found[0].id, said.more)
    if found:
        return await turn.see(growing.which_book, found, said.more)
    return await turn.see(growing.no_book, said.organisation) if said.surely else PASS


@router.choice("reg.book")
async def on_book(turn: Turn) -> Message | None:
    return await turn.do(growing.ask_gained, turn.subject, number_of(turn))


@router.button("reg.gain")
async def on_gained(turn: Turn) -> Message | None:
    return await turn.do(growing.gained, turn.subject, number_of(turn))


@router.button("reg.whole")
async def on_gained_in_all(turn: Turn) -> Message | None:
    return await turn.do(growing.gained, turn.subject, number_of(turn), in_all=True)


@router.topic(growing.GAIN, hears=chosen)
async def on_gained_said(turn: Turn) -> Response:
    """«ghi», «đúng»: so many more."""
    if not (turn.reading.sends and turn.heard):
        return PASS
    return await turn.do(growing.gained, turn.about, int(turn.heard.answers["more"]))


@router.reply("register")
async def on_reply(turn: Turn) -> Response:
    """Numbers right under its card."""
    return await _told(turn, int(turn.card.partition(":")[2]))


@router.button("reg.for")
async def on_for(turn: Turn) -> Message | None:
    return await turn.do(telling.tell_for, turn.subject, turn.arg)


@router.topic(telling.FOR, hears=chosen)
async def on_for_said(turn: Turn) -> Response:
    """«ghi», «đúng» typed instead of tapped."""
    return await turn.do(telling.tell_for, turn.about) if turn.reading.sends else PASS


async def _told(turn: Turn, register_id: int) -> Response:
    if turn.reading.told is None and turn.reading.begins_a_row:
        raise Refusal("register_unread", word=turn.reading.unheard_of_row)
    if turn.reading.told is None:
        return PASS
    if no := await unfit(turn, turn.text, told="figures"):
        return no
    return await turn.do(telling.tell, register_id, turn.reading.told)


@router.button("reg.found")
async def on_ask_found(turn: Turn) -> Message | None:
    return await turn.do(founding.ask_found, turn.arg)


@router.topic(telling.FOUND, hears=Hears.LINE)
async def on_found(turn: Turn) -> Response:
    """No household is a project, under whatever name."""
    if turn.reading.founded is None:
        if turn.reading.is_for_us:
            return PASS
        raise Refusal("register_whole")
    if no := await unfit(turn, turn.text, told="figures"):
        return no
    code = turn.heard.answers["kind"] if turn.heard else ""
    return await turn.do(founding.found, code, *turn.reading.founded)


@router.button("reg.tell")
async def on_ask_tell(turn: Turn) -> Message | None:
    return await turn.do(telling.ask, turn.subject, telling.TELL)


def _numbers(_: Expectation) -> Ears:
    return frozenset({Hears.LINE, Hears.NUMBERS})


@router.topic(telling.TELL, hears=_numbers)
async def on_tell(turn: Turn) -> Response:
    """Numbers and no more; other words are for somebody else."""
    return await _told(turn, turn.about)


def _why(_: Expectation) -> Ears:
    return frozenset({Hears.REASON, Hears.LINE})


@router.topic(telling.WHY, hears=_why)
async def on_why(turn: Turn) -> Response:
    """«hai hộ đổi ý»: why a number that was told is less; new numbers are told anew."""
    if turn.reading.told is not None:
        return await _told(turn, turn.about)
    if not (turn.reading.says_why or len(turn.text.split()) >= REASON_WORDS):
        return PASS
    if no := await unfit(turn, turn.text, told="figures"):
        return no
    return await turn.do(telling.tell_why, turn.about, turn.reading.fall_reason)


@router.button("reg.lead")
async def on_ask_lead(turn: Turn) -> Message | None:
    return await turn.do(telling.ask, turn.subject, telling.LEAD)


@router.topic(telling.LEAD, hears=somebody)
async def on_lead(turn: Turn) -> Message | None:
    person = await person_meant(turn)
    return await turn.do(founding.give_to, turn.about, person)


@router.button("reg.team")
async def on_ask_team(turn: Turn) -> Message | None:
    return await turn.do(telling.ask, turn.subject, telling.TEAM)


@router.topic(telling.TEAM, hears=Hears.LINE)
async def on_team(turn: Turn) -> Message | None:
    if unread := turn.reading.teams_unread:
        raise Refusal("register_whose", word=unread)
    said = turn.reading.target
    return await turn.do(founding.set_team, turn.about, said.parts if said else {})


@router.button("reg.close")
async def on_ask_close(turn: Turn) -> Message | None:
    return await turn.see(founding.ask_close, turn.subject)


@router.choice("reg.end")
async def on_close(turn: Turn) -> Message | None:
    return await turn.do(founding.close, turn.subject)


@router.button("reg.again")
async def on_reopen(turn: Turn) -> Message | None:
    return await turn.do(founding.reopen, turn.subject)


@router.said("register_opened", may=Permission.FOLLOW_MATTERS)
async def on_opened(turn: Turn) -> Response:
    """«GP-01» opens it, «mở lại GP-01» takes back its end; other words about it are asked."""
    said = turn.reading.register_opened
    if said is None:
        return PASS
    if said.again:
        return await turn.do(founding.reopen_by_code, said.prefix, said.number)
    try:
        shown = await turn.see(telling.open_by_code, said.prefix, said.number)
    except Refusal:
        return PASS
    if not said.rest or turn.reading.asks:
        return shown
    return replace(shown, facts={**shown.facts, "unread": said.rest})


@router.said("register_numbers", may=Permission.FOLLOW_MATTERS)
async def on_numbers(turn: Turn) -> Response:
    """«Tuyến Hải Yên: 62 hộ tiếp cận, …»: of the one that is meant; else it is asked which."""
    said = turn.reading.register_numbers
    if said is None or (
        turn.heard is None and any(e.topic == telling.TELL for e in turn.open[:1])
    ):
        return PASS
    found = await turn.see(telling.meant, said.called)
    if not found:
        return PASS
    if no := await unfit(turn, turn.text, told="figures"):
        return no
    if len(found) == 1 and said.told:
        return await turn.do(telling.tell, found[0].id, said.told)
    return await turn.see(telling.which, found)
