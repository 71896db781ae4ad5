"""What a cadre types about the coming days' groups without opening a form."""

from actions.registrations import groups
from actions.turnout import weekend
from domain.access import Permission
from domain.dialogue import GROUPED, WEEKEND, Hears
from domain.letters import Message
from domain.turnout import Figures
from handlers.kit.buttons import number_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.topic(WEEKEND, hears=Hears.FIGURES)
async def on_weekend(turn: Turn) -> Response:
    """«PN 12, ĐTN 8» under Thursday's question."""
    said = turn.reading.group or _coming_people(turn)
    return await _hear(turn, said) if said else PASS


async def loose_group(turn: Turn) -> Response:
    """«dk 12 ng», long before anybody asks."""
    said = turn.reading.group
    if said is None or not turn.actor.may(Permission.REGISTER_GROUP):
        return PASS
    return await _hear(turn, said) if await turn.see(weekend.points_ahead) else PASS


async def group_number(turn: Turn) -> Response:
    """«nhom den 12», while a group of one's own stands for a day ahead: it is of that group."""
    number = turn.reading.group_came
    if number is None or not turn.actor.may(Permission.REGISTER_GROUP):
        return PASS
    day = await turn.see(weekend.group_stands)
    return await turn.do(groups.read_group, day, {}, number) if day else PASS


async def _hear(turn: Turn, said: Figures) -> Message | None:
    """Of the point that is named in the line, if one is: «ĐTN 12 o Binh Ngoc»."""
    on = next(iter(turn.reading.dates), None)
    point = None if on else turn.reading.place_named(await turn.see(weekend.points_ahead))
    return await turn.do(weekend.hear, said.parts, said.people, point, on)


@router.topic(GROUPED, hears=Hears.FIGURES)
async def on_grouped(turn: Turn) -> Response:
    """«Đổi số, chỉ cần nhắn lại»: read back like the first; «0» takes the group back."""
    if turn.reading.withdraws_group:
        return await turn.do(groups.withdraw, turn.about)
    said = turn.reading.group or _coming_people(turn)
    if said is None:
        return PASS
    point = turn.reading.place_named(await turn.see(groups.names_of_points, turn.about))
    return await turn.do(groups.read_group, turn.about, said.parts, said.people, point)


def _coming_people(turn: Turn) -> Figures | None:
    """Figures, unless the number is an assignment's, or tells what came of a day: who is still
    to come has cleared no road."""
    said = turn.reading.figures
    told = said and said.measures
    is_group = said and (said.total or said.parts) and not (turn.reading.names_assignment or told)
    return said if is_group else None


@router.button("g.day")
async def on_day(turn: Turn) -> Message | None:
    return await turn.do(weekend.for_activity, turn.subject)


@router.button("t.group")
async def on_from_report(turn: Turn) -> Message | None:
    return await turn.do(weekend.from_report, turn.subject, number_of(turn))
