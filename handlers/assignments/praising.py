"""«Biểu dương»: by the button of a line or a card, or «biểu dương 139: vận động rất khéo»."""

from collections.abc import Sequence

from actions.assignments import doubts, lists, praising
from actions.assignments import words as verdicts
from actions.assignments.whom import colleagues
from domain.access import Permission
from domain.dialogue import Hears
from domain.letters import Message
from handlers.assignments.giving import dated_work, loose_lines
from handlers.kit.addressee import read_back
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from language import Decision

router = Router()


@router.button("a.praise")
async def on_ask(turn: Turn) -> Message | None:
    return await turn.do(praising.ask_praise, turn.subject)


@router.button("a.praised")
async def on_send(turn: Turn) -> Message | None:
    return await turn.do(praising.praise, turn.subject, turn.arg)


@router.topic(praising.TOPIC, hears=read_back("words", Hears.REASON, Hears.THANKS))
async def on_said(turn: Turn) -> Response:
    """The words, or «gửi» under them."""
    if turn.heard is None or not turn.text:
        return PASS
    if turn.heard.answers.get("words") and turn.reading.sends:
        return await turn.do(praising.praise, turn.heard.subject)
    if (given := await dated_work(turn)) is not PASS:
        return given
    said = str(turn.heard.answers.get("words", ""))
    if said and (right := turn.reading.mended):
        return await _put_right(turn, turn.heard.subject, said, right)
    return await turn.do(praising.read_back, turn.heard.subject, turn.text)


async def _calls_another(turn: Turn, whom: Sequence[int]) -> bool:
    """«Hoa làm báo cáo năm», where Bình is praised, is said to her and of other things."""
    called = turn.reading.called_first(await turn.see(colleagues))
    return called is not None and called.person not in whom


async def _put_right(turn: Turn, assignment_id: int, said: str, right: str) -> Response:
    """«nhầm, 152 chứ», «à Hoa chứ»: the same words of other work, or to somebody else; else
    other words."""
    read = turn.reading.of(right)
    numbers = read.numbers if read.is_number else ()
    for number in numbers:
        work = await turn.see(verdicts.numbered, number)
        return await turn.do(praising.read_back, work.id, said) if work else PASS
    if person := read.is_name_of(await turn.see(colleagues)):
        return await turn.do(praising.ask_of, [person], said)
    return await turn.do(praising.read_back, assignment_id, right)


@router.said("praise", may=Permission.DECIDE_WORK)
async def on_praised(turn: Turn) -> Response:
    """«khen chị Mai làm chủ nhật xanh tốt», «152 làm tốt lắm, khen Nam», «khen Nhàn và Nam»."""
    said = turn.reading.praise(await turn.see(colleagues))
    whom = [found.one for found in said.whom if found.one] if said else []
    if said is None or len(whom) < len(said.whom) or turn.actor.person_id in whom or not whom:
        return PASS
    work = await turn.see(verdicts.numbered, said.number) if said.number else None
    if work and whom == [work.lead_id] and said.words:
        return await turn.do(praising.read_back, work.id, said.words)
    if work and whom == [work.lead_id]:
        return await turn.do(praising.ask_praise, work.id)
    if said.number and not whom[1:]:
        return PASS
    return await turn.do(praising.ask_of, whom, said.words, said.left)


async def thanks_to_colleague(turn: Turn) -> Response:
    """«cảm ơn Vinh, báo cáo viết tốt»: to Vinh, read back; of whoever does not praise others by
    the piece of work that the two have together."""
    if turn.card or not turn.actor.may(Permission.OWN_WORK):
        return PASS
    person = turn.reading.thanks_to(await turn.see(colleagues)).one
    if person is None or person == turn.actor.person_id:
        return PASS
    if turn.actor.may(Permission.DECIDE_WORK):
        return await turn.do(praising.ask_of, [person], turn.text)
    if about := await turn.see(lists.together_with, person):
        return await turn.do(doubts.ask_word, about, turn.text, person)
    return Message("talk.thanks_not_passed")


async def praised_by_number(turn: Turn, said: Decision) -> Response:
    """«biểu dương 139: vận động rất khéo», read back; without words they are asked for."""
    a = await turn.see(verdicts.numbered, said.number) if said.number else None
    if a is None:
        return PASS
    if said.reason:
        return await turn.do(praising.read_back, a.id, said.reason)
    return await turn.do(praising.ask_praise, a.id)


@router.button("v.praised")
async def on_send_of(turn: Turn) -> Message | None:
    return await turn.do(praising.praise_person, turn.subject, turn.arg)


@router.topic(praising.OF, hears=read_back("words", Hears.REASON, Hears.THANKS))
async def on_said_of(turn: Turn) -> Response:
    """The words, or «gửi» under them."""
    if turn.heard is None or not turn.text:
        return PASS
    said, whom = str(turn.heard.answers.get("words", "")), praising.praised_in(turn.heard)
    if await _calls_another(turn, whom):
        return await loose_lines(turn)
    if said and turn.reading.sends:
        return await turn.do(praising.praise_person, turn.about)
    if not said:
        return await turn.do(praising.ask_of, whom, turn.text)
    if not (right := turn.reading.mended):
        return PASS
    person = turn.reading.of(right).is_name_of(await turn.see(colleagues))
    return await turn.do(praising.ask_of, [person] if person else whom, said if person else right)
