"""What a cadre types about the coming days' groups without opening a form."""

from datetime import date

from actions.questions import leave
from actions.registrations import groups
from actions.turnout import weekend
from domain.access import Permission
from domain.dialogue import GROUPED, WEEKEND, Expectation, Hears
from domain.hours import SPOKEN_OF
from domain.letters import Message
from domain.refusals import Refusal
from domain.registrations import MOST_IN_GROUP, require_one_number
from domain.turnout import Figures
from handlers.kit.addressee import COUNTED, OF_GROUP, is_aside
from handlers.kit.buttons import number_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from language import Reading

router = Router()


def _of_weekend(asked: Expectation) -> frozenset[Hears]:
    """A number; where that was said, also the day that it is for."""
    return OF_GROUP | COUNTED if "parts" in asked.answers else OF_GROUP


@router.topic(WEEKEND, hears=_of_weekend)
async def on_weekend(turn: Turn) -> Response:
    """«PN 12, ĐTN 8» under Thursday's question; «thứ 7», «bãi biển», where it is asked which."""
    counted = turn.reading.of_group is not None or turn.reading.withdraws_group
    if turn.heard and "parts" in turn.heard.answers and not counted:
        if turn.reading.leaves:
            return await turn.do(leave, turn.heard)
        return PASS if asks(turn.reading) else await _day_said(turn)
    if turn.reading.withdraws_group and turn.heard:
        if "parts" in turn.heard.answers:
            return await turn.do(leave, turn.heard)
        ahead = await turn.see(weekend.days_ahead)
        among = turn.reading.days_named(ahead.days, ahead.names)
        return await turn.do(weekend.nobody_comes, among)
    said = turn.reading.group or _coming_people(turn)
    return await _hear(turn, said) if said else PASS


def asks(said: Reading) -> bool:
    """«ai phụ trách buổi thứ 7», «thứ 7 hay chủ nhật»: no number, and no choice."""
    return said.asks or said.asks_which_day


async def _day_said(turn: Turn) -> Response:
    """The one day that the words name."""
    ahead = await turn.see(weekend.days_ahead)
    found = turn.reading.days_named(ahead.days, ahead.names)
    one = found[0] if len(found) == 1 and len(ahead.days) > 1 else None
    one = one or turn.reading.day_chosen(ahead.starts, ahead.names)
    return await turn.do(weekend.for_activity, one) if one else PASS


@router.said("group_of_a_day", may=Permission.REGISTER_GROUP)
async def on_group_of_a_day(turn: Turn) -> Response:
    """«hội phụ nữ đăng ký 15 chị em thứ 7», «pn 12 đăng ký Trà Cổ», whatever else stands open: of
    a day to come, or of a point of one."""
    if turn.card or turn.reading.group is None:
        return PASS
    if turn.reading.day_ahead is None and not await _names_any(turn):
        return PASS
    ahead = await turn.see(weekend.days_ahead)
    return await _hear(turn, turn.reading.group) if ahead.days else PASS


async def _names_any(turn: Turn) -> bool:
    """Whether a point or a day that comes is called by its name."""
    known = await turn.see(weekend.days_further)
    points = known.points_of(known.days)
    place = turn.reading.place_named(turn.reading.with_parts(points))
    return bool(place) or bool(await _called(turn))


async def _called(turn: Turn) -> list[int]:
    """The days to come that the line calls by their names; none where it names none."""
    known = await turn.see(weekend.days_further)
    nameless = {0: date.max}
    named = turn.reading.days_named({**known.days, **nameless}, {**known.names, 0: ()})
    return [] if 0 in named else named


async def loose_group(turn: Turn) -> Response:
    """«dk 12 ng», «nhóm e 15 ở Bình Ngọc», «PN 12 người đi Bình Ngọc», long before anybody asks;
    of whom only so many go, the place is known."""
    number, going = turn.reading.group_came, turn.reading.people_who_go
    said = turn.reading.group or (Figures(number) if number else None)
    if not (said or going) or not turn.actor.may(Permission.REGISTER_GROUP):
        return PASS
    named = said or turn.reading.day_ahead or await _names_any(turn)
    found = said or going
    ahead = await turn.see(weekend.points_ahead) if named and found else None
    return await _hear(turn, found) if ahead and found else PASS


async def group_number(turn: Turn) -> Response:
    """«nhom den 12», «giảm 2», while a group of one's own stands for a day ahead: it is of that
    group."""
    number, change = turn.reading.group_came, turn.reading.of_group
    grows = change is not None and change.change
    if turn.reading.tells_who_came:
        return PASS
    if not (number or grows) or not turn.actor.may(Permission.REGISTER_GROUP):
        return PASS
    day = await turn.see(weekend.group_stands)
    if day and change and grows:
        return await read_change(turn, day, change)
    return await turn.do(groups.read_group, day, {}, number) if day and number else PASS


async def _hear(turn: Turn, said: Figures) -> Message | None:
    """Of the point that is named in the line, if one is: «ĐTN 12 o Binh Ngoc»; else of the day
    that is, and of no other where nothing is held on it; where none is named, of those that are
    near. Numbers that may be two are asked."""
    require_one_number(said)
    near, further = await turn.see(weekend.days_ahead), await turn.see(weekend.days_further)
    day = turn.reading.day_ahead
    on = next(iter(turn.reading.dates), None if day in near.days.values() else day)
    among, points = _meant(turn, further, on)
    named = bool(points) or len(among) < len(further.days)
    if not (points or on or named):
        await _somebody_goes_there(turn)
    how = weekend.Meant(among if on or named else [*near.days], points, on, said.change)
    return await turn.do(weekend.hear, said.parts, said.people, how)


async def _somebody_goes_there(turn: Turn) -> None:
    """«dk 12 nguoi o Binh Ngoc», where nothing is held: that is said."""
    wards = await turn.see(weekend.wards)
    gone = turn.reading.place_gone_to(wards)
    if gone:
        raise Refusal("nothing_held_there", place=wards[gone][0])


def _meant(turn: Turn, ahead: weekend.DaysAhead, on: date | None) -> tuple[list[int], list[int]]:
    """The days that a line may be about, of those that are called alike the soonest; and the
    point that it names on each of them."""
    among = ahead.soonest(turn.reading.days_named(ahead.days, ahead.names))
    on_it = [one for one, day in ahead.days.items() if day == on]
    days = on_it if on else among
    said = [_point_named(turn, ahead.points_of([one])) for one in days]
    points = [point for point in said if point is not None]
    at = [one for one, point in zip(days, said, strict=True) if point is not None]
    return at if points and not on else among, points


def _point_named(turn: Turn, called: weekend.Called) -> int | None:
    """«ka long dk di tra co 15 ng»: where they go, before where they are from."""
    parts = turn.reading.with_parts(called)
    return turn.reading.place_gone_to(parts) or turn.reading.place_named(parts)


@router.topic(GROUPED, hears=Hears.COMING)
async def on_grouped(turn: Turn) -> Response:
    """«Đổi số, chỉ cần nhắn lại»: read back like the first; «0» takes the group back."""
    if turn.reading.withdraws_group:
        return await turn.do(groups.withdraw, turn.about)
    said = turn.reading.group or _coming_people(turn)
    if said is None:
        return PASS
    point = turn.reading.place_named(await turn.see(groups.names_of_points, turn.about))
    return await read_change(turn, turn.about, said, point)


async def read_change(
    turn: Turn, day: int, said: Figures, point: int | None = None
) -> Message | None:
    """«thêm 4», «đổi lại pn 10 thôi», «dtn 15 chứ không phải mttq», or simply another number; of
    another day that is named it is that day's."""
    require_one_number(said)
    ahead, named = await turn.see(weekend.days_ahead), turn.reading.day_ahead
    called = await _called(turn)
    if (named and named != ahead.days.get(day, named)) or (called and day not in called):
        return await _hear(turn, said)
    change = turn.reading.group_change
    if change.partly and change.figures is None:
        raise Refusal("group_number", most=MOST_IN_GROUP)
    told = change.figures if change.denied and change.figures else said
    denied = tuple(change.denied.parts) if change.denied else ()
    how = groups.GroupAnew(told.change, change.partly, denied)
    return await turn.do(groups.read_group, day, told.parts, told.people, point, how)


def _coming_people(turn: Turn) -> Figures | None:
    """Figures, unless the number is an assignment's, or tells what came of a day: who is still
    to come has cleared no road."""
    said = turn.reading.of_group
    told = said and said.measures
    is_group = (
        said and (said.people or said.candidates) and not (turn.reading.names_assignment or told)
    )
    return said if is_group else None


async def group_wanted(turn: Turn) -> Response:
    """Words that nobody understood, under a group's number that is asked: what is waited for."""
    newest = next(iter(turn.open), None)
    if newest is None or newest.topic != "group" or turn.card or turn.attachment:
        return PASS
    if asks(turn.reading) or is_aside(turn.reading):
        return PASS
    if newest.at and turn.now - newest.at > SPOKEN_OF:
        return PASS
    raise Refusal("group_number", most=MOST_IN_GROUP)


@router.button("g.day")
async def on_day(turn: Turn) -> Message | None:
    return await turn.do(weekend.for_activity, turn.subject)


@router.button("t.group")
async def on_from_report(turn: Turn) -> Message | None:
    return await turn.do(weekend.from_report, turn.subject, number_of(turn))
