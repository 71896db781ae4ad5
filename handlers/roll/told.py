"""What is said of who is there, while a list is open: it is of that list, and of no older day."""

from actions.roll import call, typed
from domain.access import Permission
from domain.dialogue import COUNTS
from domain.letters import Message, Press
from handlers.kit.router import PASS, Response
from handlers.kit.turn import Turn

SAYS = {
    "absent": typed.RollLine.ABSENT,
    "present": typed.RollLine.PRESENT,
    "everybody": typed.RollLine.ABSENT,
}
"""What a line says of the numbers in it; «đủ» is «vắng» with nobody behind it."""

OF_A_LIST = ("absent", "everybody", "roll_both", "roll_then_closed")
"""What is said of nothing but a list."""


async def on_roll_told(turn: Turn, point_id: int) -> Response:
    """«chi Yen co mat, nhom co 15 tren 17»: shown at once, as taps are; «đủ, nhóm 15», «thiếu mỗi
    Hùng» are read back, as «đủ» is."""
    told = turn.reading.roll_told(await turn.see(typed.names_on, point_id))
    if told is None:
        return PASS
    if told.whole is not None:
        return await turn.do(typed.all_of_them, point_id, told.whole)
    if told.others:
        return await turn.do(typed.read_away, point_id, tuple(told.named), told.unknown)
    if not told.line:
        who = told.named, told.grouped, told.unknown, told.listed
        return await turn.do(typed.mark_told, point_id, *who)
    line = turn.reading.of(told.line)
    said = SAYS[line.roll_kind]
    return await turn.do(typed.read_line, point_id, said, line.roll_line, None, told.grouped)


def calls_a_roll(turn: Turn) -> bool:
    """Whether a list was opened, be its day over or not."""
    return any(waited.topic == "roll" for waited in turn.waiting)


async def on_open_roll(turn: Turn) -> Response:
    """The same where something else was asked; a day that is named decides."""
    if turn.card or turn.attachment or not calls_a_roll(turn):
        return PASS
    dated = turn.reading.day_said or turn.reading.dates
    point_id = 0 if dated else await turn.see(typed.roll_now)
    return await on_roll_told(turn, point_id) if point_id else PASS


async def roll_meant(turn: Turn, *, late: bool = False) -> int:
    """Of whoever opened no list yet: the point whose letter was replied to; else, where nothing
    else is asked, the one that they lead at this hour, or led today if it may be `late`. 0 for
    none."""
    replied = offered(turn)
    asked = turn.card or any(e.topic not in COUNTS for e in turn.open)
    if replied or asked or not turn.actor.may(Permission.REPORT_TURNOUT):
        return replied
    return await turn.see(call.point_today if late else call.point_now)


def offered(turn: Turn) -> int:
    """The point of the letter with the list that was replied to."""
    under = turn.message.reply_to if turn.message else None
    ours = under and under.sender and under.sender.is_bot
    pressed = [Press.unpack(key.data) for key in under.buttons] if under and ours else []
    return next((one.subject for one in pressed if one and one.verb == "s.roll"), 0)


async def unopened(turn: Turn) -> Response:
    """Numbers of a list that was not opened yet: it is shown, and that they were not written."""
    point_id = await roll_meant(turn)
    return await _not_written(turn, point_id) if point_id else PASS


async def loose_roll(turn: Turn) -> Response:
    """«chi co 6 nguoi den, vang 4» before the day begins, of whoever leads a point then: its list,
    and that this was not written."""
    said = turn.reading.tells_who_came and not turn.reading.asks and not turn.card
    if not said or not turn.actor.may(Permission.REPORT_TURNOUT):
        return PASS
    point_id = await turn.see(call.point_now)
    return await _not_written(turn, point_id) if point_id else PASS


async def _not_written(turn: Turn, point_id: int) -> Message | None:
    """Its list, and that this was not written; what came of a day that did not begin yet is no
    matter of the list."""
    said = turn.reading.figures
    came = bool(said and said.measures)
    return await turn.do(call.open_roll, point_id, turn.text, is_result=came)
