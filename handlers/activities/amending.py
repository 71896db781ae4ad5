"""«thứ 7 trồng cây: mang thêm xẻng», «tăng lên 40 chỗ»: what an organiser changes in a line."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from actions.activities import amending, changing, details, ordering, planning, plans
from actions.activities.amending import Amended, Said
from actions.questions import leave
from domain.access import Permission
from domain.activities import NewPoint
from domain.letters import Message
from domain.plans import PointNames
from domain.refusals import Refusal
from handlers.kit.addressee import chosen
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from language import DayChange, Reading

router = Router()


@router.said("day_change", may=Permission.PLAN_ACTIVITY)
async def on_day_change(turn: Turn) -> Response:
    """Of the open day that is called by its name or its date; of anything else it is read on."""
    change = turn.reading.day_change
    if change is None or turn.card:
        return PASS
    among = await days_called(turn, change.about)
    if not among:
        return await _of_others(turn, change)
    if len(among) > 1:
        return await turn.do(ordering.which, among, turn.text)
    return await propose(turn, among[0], change)


async def _of_others(turn: Turn, change: DayChange) -> Response:
    """Who decides of a day that somebody else leads; that none is called so."""
    theirs = await turn.see(ordering.others_decide)
    if found := turn.reading.of(change.about).days_meant(theirs.days, theirs.names):
        return await turn.see(ordering.who_decides, found[0])
    if change.alters and turn.reading.calls_a_day(change.about):
        raise Refusal("day_not_named", name=change.about)
    return PASS


async def change_in_hand(turn: Turn) -> Response:
    """«tăng lên 50 người», «chị Hoa phụ trách» just after a day was shown, and no other
    figures or people's work: of that day."""
    change = turn.reading.amendment
    if not turn.shown_day or change is None or turn.card or turn.reading.asks:
        return PASS
    if not turn.actor.may(Permission.PLAN_ACTIVITY):
        return PASS
    ahead = await turn.see(ordering.led_ahead_of_all)
    if turn.shown_day not in ahead.days or not await _is_of_it(turn, change):
        return PASS
    return await propose(turn, turn.shown_day, change)


async def _is_of_it(turn: Turn, change: DayChange) -> bool:
    """It says that something is another than before, or of which point of that day it is."""
    if not change.about:
        return change.alters or not change.is_of_a_point
    points = turn.reading.with_parts(await turn.see(plans.point_names, turn.shown_day))
    return turn.reading.of(change.about).place_named(points) is not None


async def loose_change(turn: Turn) -> Response:
    """The same without a day, where nothing else heard it: of the one that is ahead, or asked."""
    change = turn.reading.day_change
    if change is None or change.about or turn.card or turn.reading.asks:
        return PASS
    if not turn.actor.may(Permission.PLAN_ACTIVITY):
        return PASS
    led = [*(await turn.see(ordering.led_soon)).days]
    led = [one for one in led if one == turn.shown_day] or led
    if len(led) > 1:
        return await turn.do(ordering.which, led, turn.text)
    return await propose(turn, led[0], change) if led else PASS


async def change_at_a_place(turn: Turn) -> Response:
    """«Bình Ngọc 50 người» of whoever leads that day and brings no hamlet's group: so many places
    at that point; «Trà Cổ đổi sang Dung phụ trách»."""
    change, said = turn.reading.change_of_place, turn.reading.figures
    counts = said is not None and bool(said.parts)
    if change is None or counts or turn.card or turn.actor.localities:
        return PASS
    if not turn.actor.may(Permission.PLAN_ACTIVITY):
        return PASS
    among = await days_called(turn, change.about)
    if len(among) > 1:
        return await turn.do(ordering.which, among, turn.text)
    return await propose(turn, among[0], change) if among else PASS


async def mend_draft(turn: Turn, day: int) -> Response:
    """«cần 30 người», «bỏ điểm Trà Cổ», «Trà Cổ: Bình phụ trách» under a plan that was read back:
    just that is changed."""
    called = turn.reading.with_parts(await turn.see(plans.point_names, day))
    if lines := [one async for one in _each_point(turn, day, turn.reading.by_point(called))]:
        return await turn.do(amending.propose, day, lines)
    there = turn.reading.change_of_place
    named = there is not None and turn.reading.of(there.about).place_named(called)
    change = there if named else turn.reading.draft_change
    return await propose(turn, day, change) if change else PASS


async def _each_point(
    turn: Turn, day: int, named: Sequence[tuple[int | None, Reading]]
) -> AsyncIterator[Said]:
    """Each of the points that are named, with its leader or its places; of anything else none."""
    told = [(point, words.draft_change) for point, words in named]
    if all(point and change and change.is_of_a_point for point, change in told):
        for point, change in told:
            if change:
                yield Said(turn.text, await amended(turn, day, change), point)


async def days_called(turn: Turn, about: str) -> Sequence[int]:
    """Those of the coming week, or further ahead, that the words call; then plans that are not
    open yet."""
    called = turn.reading.of(about)
    for look in (ordering.led_soon, ordering.led_ahead_of_all, ordering.drafted):
        ahead = await turn.see(look)
        if found := called.days_meant(ahead.days, ahead.names):
            return found
    return []


async def propose(
    turn: Turn, day: int, change: DayChange, *, instead: bool = False
) -> Message | None:
    """Beside what was read back and not sent yet, or instead of it."""
    names = await turn.see(plans.point_names, day)
    called = turn.reading.with_parts(names)
    point = turn.reading.of(change.about).place_named(called) if change.about else None
    unsent = () if instead else await turn.see(amending.unsent, day)
    before = [await _said(turn, day, line) for line in unsent]
    said = Said(turn.text, await amended(turn, day, change), point)
    return await turn.do(amending.propose, day, [*before, said])


async def _said(turn: Turn, day: int, line: Mapping[str, Any]) -> Said:
    """A line that was kept, read again."""
    then = await turn.saying(str(line["text"]))
    change = then.reading.amendment
    if change is None:
        raise Refusal("words_gone")
    return Said(then.text, await amended(then, day, change), line["point"])


async def amended(turn: Turn, day: int, change: DayChange) -> Amended:
    """What is said, read by the office's names and places; what is not clear is refused."""
    known, about = await turn.see(planning.places), await turn.see(details.about, day)
    said = Amended()
    for what, words in change.changes:
        read = turn.reading.of(words)
        if what == "line":
            said = replace(said, details=said.details.beside(read.plan_lines(about)))
        elif what == "bring":
            said = replace(said, details=replace(said.details, bring=words))
        elif what == "more_bring":
            said = replace(said, more_bring=words)
        elif what == "leader":
            if (leader := read.names(known.people).one) is None:
                raise Refusal("amend_leader", name=words)
            said = replace(said, leader_id=leader)
        elif what == "place":
            said = replace(said, there=turn.reading.place_in(words, known))
        elif what == "more_points":
            said = replace(said, points=_all_points(read, known))
        elif what == "drop_point":
            said = replace(said, dropped=(*said.dropped, await _point_of(turn, day, read)))
        elif what == "time":
            starts, lasts = read.lasting(await turn.see(changing.starts_of, day))
            said = replace(said, starts=starts, lasts=lasts)
        elif what == "seats":
            said = replace(said, seats=int(words))
        elif what == "fewer_seats":
            said = replace(said, more_seats=-int(words))
        else:
            said = replace(said, more_seats=int(words))
    return said


def _all_points(read: Reading, known: PointNames) -> Sequence[NewPoint]:
    """Each as it is said; what is not understood of one is asked."""
    lines = read.points(known)
    if lines.unclear:
        raise Refusal("point_unclear", text=lines.unclear[0].text)
    return lines.points


async def _point_of(turn: Turn, day: int, called: Reading) -> int:
    """«Trà Cổ», «3»: the one point that is called so, or the third as they stand."""
    names = await turn.see(plans.point_names, day)
    if called.is_number:
        return _nth([*names], called)
    found = called.place_named(turn.reading.with_parts(names))
    if found is None:
        raise Refusal("amend_no_point", name=called.text, points=[n[0] for n in names.values()])
    return found


def _nth(points: Sequence[int], said: Reading) -> int:
    number = min(said.numbers, default=0)
    if not 1 <= number <= len(points):
        raise Refusal("not_found")
    return points[number - 1]


@router.topic(amending.TOPIC, hears=chosen)
async def on_read_back(turn: Turn) -> Response:
    if turn.reading.sends:
        return await _send(turn, turn.about)
    if turn.reading.leaves and turn.heard:
        return await turn.do(leave, turn.heard)
    if turn.reading.after_no:
        said = await turn.saying(turn.reading.after_no)
        change = said.reading.day_change
        return await propose(said, turn.about, change, instead=True) if change else PASS
    return PASS


@router.button("s.amend")
async def on_send(turn: Turn) -> Message | None:
    return await _send(turn, turn.subject, turn.arg)


async def _send(turn: Turn, day: int, mark: str = "") -> Message | None:
    kept = await turn.see(amending.kept, day, mark)
    return await turn.do(amending.amend, day, [await _said(turn, day, line) for line in kept])


@router.button("s.amendno")
async def on_leave(turn: Turn) -> Message | None:
    return await turn.do(amending.leave_amending, turn.subject)
