"""The points of a plan: one more, one less, another leader, where exactly it is."""

from actions.activities import planning, plans, points, whereabouts
from domain.dialogue import Hears
from domain.letters import Message
from domain.plans import PointChange
from domain.refusals import Refusal
from handlers.kit.addressee import read_back
from handlers.kit.buttons import number_of
from handlers.kit.router import Router
from handlers.kit.turn import Turn

router = Router()


@router.button("plan.points")
async def on_points(turn: Turn) -> Message | None:
    return await turn.see(points.see_points, turn.subject)


@router.button("plan.add")
async def on_ask_more(turn: Turn) -> Message | None:
    return await turn.do(points.ask_more, turn.subject)


@router.topic("plan_add", hears=Hears.LINE)
async def on_more(turn: Turn) -> Message | None:
    if (mended := await _mended(turn)) is not None:
        return mended
    said = turn.reading.points(await turn.see(planning.places))
    return await turn.do(points.add_more, turn.about, said.points, said.unclear)


async def _mended(turn: Turn) -> Message | None:
    """«bỏ điểm 3», «điểm Hải Yên là anh Cảnh chứ không phải Minh»: no new point."""
    names = await turn.see(plans.point_names, turn.about)
    if number := turn.reading.dropped_point:
        if number > len(names):
            raise Refusal("not_found")
        return await turn.do(points.drop, [*names][number - 1])
    if (said := turn.reading.led_by_another) is None:
        return None
    there = turn.reading.of(said[0]).points_called(names)
    people = (await turn.see(planning.places)).people
    leader = turn.reading.of(said[1]).names(people).one
    if len(there) != 1 or leader is None:
        raise Refusal("point_change_unclear")
    return await turn.do(points.change, there[0], PointChange(leader))


@router.button("plan.point")
async def on_ask_change(turn: Turn) -> Message | None:
    return await turn.do(points.ask_change, turn.subject)


@router.topic("plan_point", hears=read_back("place", Hears.LINE, Hears.PERSON))
async def on_change(turn: Turn) -> Message | None:
    """«Thao, 80»: who leads it, how many places it has; «nơi mới: …»: where it is instead;
    «sửa tên điểm: …»: the same place, spelt right."""
    point_id = turn.about
    if _is_sent(turn):
        return await turn.do(whereabouts.send, point_id, whereabouts.CHANGE)
    known = await turn.see(planning.places)
    if name := turn.reading.new_name:
        return await turn.do(whereabouts.rename, point_id, name)
    if there := turn.reading.new_place(known):
        return await turn.do(whereabouts.move, point_id, there)
    return await turn.do(points.change, point_id, turn.reading.point_change(known.people))


def _is_sent(turn: Turn) -> bool:
    """«gửi», «đúng», under a place that was read back."""
    return bool(turn.heard and "place" in turn.heard.answers and turn.reading.sends)


@router.button("plan.place")
async def on_place(turn: Turn) -> Message | None:
    topic, _, mark = turn.arg.partition(".")
    return await turn.do(whereabouts.send, turn.subject, _of_place(topic), mark)


@router.button("plan.placeno")
async def on_place_kept(turn: Turn) -> Message | None:
    return await turn.do(whereabouts.leave_place, turn.subject, _of_place(turn.arg))


def _of_place(topic: str) -> str:
    if topic not in (whereabouts.TOPIC, whereabouts.CHANGE):
        raise Refusal("unknown_button")
    return topic


@router.button("plan.unpoint")
async def on_drop(turn: Turn) -> Message | None:
    return await turn.do(points.drop, turn.subject)


@router.button("plan.empty")
async def on_empty(turn: Turn) -> Message | None:
    return await turn.do(points.empty, turn.subject, number_of(turn))


@router.button("plan.at")
async def on_ask_position(turn: Turn) -> Message | None:
    return await turn.do(whereabouts.ask_position, turn.subject)


@router.topic("where", hears=read_back("place", Hears.LINE))
async def on_where(turn: Turn) -> Message | None:
    """A location of the phone, «21.53, 107.97», or words for the landmark."""
    point_id, place = turn.about, turn.attachment
    if _is_sent(turn):
        return await turn.do(whereabouts.send, point_id, whereabouts.TOPIC)
    if place and place.kind == "location":
        return await turn.do(whereabouts.set_position, point_id, place.latitude, place.longitude)
    if position := turn.reading.position:
        return await turn.do(whereabouts.set_position, point_id, *position)
    return await turn.do(whereabouts.set_landmark, point_id, turn.text)
