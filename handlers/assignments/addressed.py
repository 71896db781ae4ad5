"""A line that begins with a colleague's name and speaks of work by its number: a word to its lead,
or an order to whoever is called."""

from actions.assignments import doubts, lists, typed
from actions.assignments.whom import colleagues
from domain.access import Permission
from domain.assignments import Assignment
from handlers.assignments.giving import from_lines, given_to_somebody
from handlers.kit.router import PASS, Response
from handlers.kit.turn import Turn
from language import CalledFirst


async def said_to_colleague(turn: Turn) -> Response:
    """«anh Quý ơi 143 xong chưa, t4 phải xong nhé» is asked of its lead; «Mây xem lại việc 139,
    thứ 4 báo cáo» is work for Mây. Both are read back; neither is a note to one's own."""
    if not turn.reading.numbers or not turn.actor.may(Permission.OWN_WORK):
        return PASS
    about = await _work_of_another(turn)
    called = await _called(turn) if about else None
    if called is None or about is None:
        return PASS
    if turn.actor.may(Permission.ASSIGN) and _is_order(turn, called, about):
        return await from_lines(turn, turn.reading)
    return await turn.do(doubts.ask_word, about.id, turn.text, called.person)


async def orders_somebody(turn: Turn) -> Response:
    """«Nam: về Trà Cổ kiểm tra lại, thứ 6», «giao Nhàn xem việc 149», whatever was asked: work
    for whoever is named, or a word to the lead of what it speaks of."""
    if (said := await said_to_colleague(turn)) is not PASS or not turn.text:
        return said
    return await given_to_somebody(turn)


async def _called(turn: Turn) -> CalledFirst | None:
    """Somebody else, called before anything is said."""
    called = turn.reading.called_first(await turn.see(colleagues))
    return called if called and called.person != turn.actor.person_id else None


async def _work_of_another(turn: Turn) -> Assignment | None:
    """The one piece of work under way that the line names; none where its own is named as well."""
    if not turn.reading.numbers.isdisjoint(a.number for a in await turn.see(lists.my_open)):
        return None
    found = [await turn.see(typed.led_by_another, number) for number in turn.reading.numbers]
    theirs = [one for one in found if one]
    return await turn.see(typed.one, theirs[0]) if len(theirs) == 1 else None


def _is_order(turn: Turn, called: CalledFirst, about: Assignment) -> bool:
    """Not where something is asked, nor what begins with the number: it speaks of that work; nor
    what its own lead is told of it; nor «Mây nhắc Nam 139»."""
    said = turn.reading.of(called.words)
    reminds = said.decision is not None and said.decision.kind == "nudge"
    speaks = said.asks_somewhere or said.leading_number == about.number or reminds
    return not (speaks or called.person == about.lead_id)
