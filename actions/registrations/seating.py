"""A freed place finds its next person: in order, with time to answer, asleep at night."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from actions.desk import action
from actions.registrations.facts import facts_of, place_facts
from actions.registrations.parents import ask_guardian, put_question_away
from domain.access import Permission
from domain.activities import Activity, Point, Stage
from domain.calendar import DAY
from domain.consent import Age
from domain.dialogue import Expectation
from domain.letters import Message, Press, result
from domain.refusals import Refusal
from domain.registrations import (
    CARD,
    Registration,
    capacity,
    require_ahead,
    require_live,
    require_mine,
)
from domain.seats import (
    LAST_HOURS,
    LIVE,
    Phase,
    Standing,
    eve,
    last_ring,
    offer_ends,
    offer_wakes,
    phase,
)
from storage import Work
from storage.rows import spell

OFFER_TOPIC = "offer"


def fill(work: Work, activity: Activity, point: Point) -> None:
    """A place is free at a point: offer it, or call everybody who waits for one."""
    if activity.stored not in (Stage.OPEN, Stage.CLOSED):
        return
    room = work.registrations.room(point.id, capacity(point))
    now = phase(activity.starts, work.now, work.zone)
    if now is Phase.IN_ORDER:
        offer_in_order(work, activity, point, room.left)
    if now is Phase.FIRST_TAP and room.waiting:
        _call(work, activity, point, work.registrations.all_waiting(point.id, room.left))


def offer_in_order(work: Work, activity: Activity, point: Point, left: int) -> None:
    """Each in their turn; a family for which there is too little keeps its number, and what is
    left goes to the next who fits."""
    while waiting := work.registrations.next_waiting(point.id, left):
        _offer(work, activity, point, waiting)
        left -= waiting.places


def _offer(work: Work, activity: Activity, point: Point, waiting: Registration) -> None:
    ends = offer_ends(work.now, activity.starts, work.zone)
    settle(work, waiting, Standing.OFFERED, ends)
    hear_of_place(work, waiting, ends)
    facts = {**facts_of(work, activity), "point": point.full, "until": ends}
    facts |= {"places": waiting.places if waiting.adults else None}
    work.tell(
        waiting.person_id,
        _offer_key(waiting.id, ends),
        Message(
            "activity.offer",
            facts,
            ((Press("s.take", waiting.id), Press("s.pass", waiting.id)),),
            topic=f"{OFFER_TOPIC}:{waiting.id}",
        ),
        hold_until=offer_wakes(work.now, activity.starts, work.zone),
        drop_after=ends,
        urgent=True,
    )


def _offer_key(registration_id: int, ends: datetime | None) -> str:
    return f"offer:{registration_id}:{spell(ends) if ends else ''}"


def _call(work: Work, activity: Activity, point: Point, waiting: Iterable[Registration]) -> None:
    """Everybody who waits hears of each place that comes free; their cards follow each change."""
    until = last_ring(activity.starts, work.zone)
    facts = {**facts_of(work, activity), "point": point.full, "until": until}
    for one in waiting:
        work.nudge(
            one.person_id,
            f"call:{one.id}:{spell(work.now)}",
            Message(
                "activity.call",
                facts,
                ((Press("s.take", one.id),),),
                topic=f"{OFFER_TOPIC}:{one.id}",
            ),
            drop_after=until,
            urgent=True,
        )
        hear_of_place(work, one, activity.starts)
        redraw(work, one)


def hear_of_place(work: Work, one: Registration, until: datetime) -> None:
    """«nhận chỗ» is understood while there is one to take."""
    if one.person_id is not None:
        work.expectations.expect(
            one.person_id, Expectation(OFFER_TOPIC, one.id, expires=until), work.now
        )


def settle(
    work: Work,
    registration: Registration,
    became: Standing,
    until: datetime | None = None,
    event: str = "",
) -> None:
    """One step of a registration: written, journalled, and seen on the person's card."""
    work.registrations.set_standing(registration.id, became, work.now, until)
    work.log(
        event or became.value,
        "registration",
        registration.id,
        was=registration.standing.value,
        became=became.value,
    )
    redraw(work, registration)
    if registration.age is Age.MINOR and became not in LIVE:
        put_question_away(work, registration)


def redraw(work: Work, registration: Registration) -> None:
    work.redraw(f"{CARD}:{registration.activity_id}", registration.person_id)


def redraw_all(work: Work, activity_id: int) -> None:
    """The day itself changed: wherever it stands on a screen it says so, without a ring."""
    work.redraw(f"{CARD}:{activity_id}", *work.cards.holders(f"{CARD}:{activity_id}"))


def seated(registration: Registration) -> Standing:
    """Where somebody stands who gets a place: 16-17 wait for their parents' yes."""
    minor = registration.age is Age.MINOR and registration.guardian is None
    return Standing.HELD if minor else Standing.REGISTERED


@action(needs=Permission.REGISTER)
def take(work: Work, registration_id: int) -> Message:
    """Take the place on offer, or the evening before the first free one."""
    mine = work.registrations.get(registration_id)
    require_mine(mine, work.actor)
    activity = work.activities.get(mine.activity_id)
    require_ahead(activity, work.now)
    if mine.is_coming:
        return result("activity.toast.already")
    require_live(mine)
    require_free_time(work, activity)
    point = work.activities.point(mine.point_id)
    _require_place(work, activity, point, mine)
    became = seated(mine)
    settle(work, mine, became, event="took")
    work.expectations.forget(work.actor.me, OFFER_TOPIC, mine.id)
    if became is Standing.HELD:
        ask_guardian(work, point, mine)
    return told(work, activity, point, replace(mine, standing=became))


def require_free_time(work: Work, activity: Activity) -> None:
    """Nobody has two places at one hour, in whichever offices."""
    me = work.actor.me
    clash = work.own_registrations.clash(me, activity.id, activity.starts, activity.ends)
    if clash:
        raise Refusal("activity_clash", title=clash[0], starts=clash[1])


def told(work: Work, activity: Activity, point: Point, mine: Registration) -> Message:
    """The result of a tap, in one line, also where the question stood."""
    facts: dict[str, Any] = {"title": activity.title, "starts": activity.starts}
    if mine.standing is not Standing.REGISTERED:
        facts = {**place_facts(work, activity, point, mine), **facts}
    return result(f"activity.toast.{mine.standing}", **facts)


def _require_place(work: Work, activity: Activity, point: Point, mine: Registration) -> None:
    if mine.standing is Standing.OFFERED and mine.offer_ends and work.now < mine.offer_ends:
        return
    first_tap = phase(activity.starts, work.now, work.zone) in LAST_HOURS
    room = work.registrations.room(point.id, capacity(point))
    if not (mine.standing is Standing.WAITING and first_tap and room.left >= mine.places):
        raise Refusal("place_gone")


@action(needs=Permission.REGISTER)
def decline(work: Work, registration_id: int) -> Message:
    """Give the offered place on to the next."""
    mine = work.registrations.get(registration_id)
    require_mine(mine, work.actor)
    work.expectations.forget(work.actor.me, OFFER_TOPIC, mine.id)
    if mine.standing is Standing.WAITING:
        return result("activity.toast.still_waiting")
    if mine.standing is not Standing.OFFERED:
        raise Refusal("place_gone")
    settle(work, mine, Standing.CANCELLED, event="declined")
    fill(work, work.activities.get(mine.activity_id), work.activities.point(mine.point_id))
    return result("activity.toast.declined")


@action(needs=Permission.RUN_TIMETABLE)
def end_offers(work: Work) -> None:
    """Every few minutes: an offer that nobody took goes to the next in the line."""
    for late in work.registrations.offers_over(work.now):
        settle(work, late, Standing.LAPSED)
        _no_offer(work, late)
        point = work.activities.point(late.point_id)
        work.nudge(
            late.person_id,
            f"lapsed:{late.id}",
            Message(
                "activity.lapsed",
                {"point": point.full},
                ((Press("s.back", late.id, label="@button.s.again_line"),),),
            ),
            silent=True,
        )
        fill(work, work.activities.get(late.activity_id), point)


def close_offers(work: Work, activity: Activity) -> None:
    """The day is off: whoever was offered a place waits as before; an offer that sleeps is
    never sent, one that was made, or called to all who wait, has no button left."""
    for point in work.activities.points(activity.id):
        for one in work.registrations.at_point(point.id, Standing.OFFERED, Standing.WAITING):
            if one.standing is Standing.OFFERED:
                work.outbox.drop(_offer_key(one.id, one.offer_ends))
                settle(work, one, Standing.WAITING, event="offer_closed")
            _no_offer(work, one)


def _no_offer(work: Work, one: Registration) -> None:
    if one.person_id is not None:
        work.expectations.forget(one.person_id, OFFER_TOPIC, one.id)


def fill_all(work: Work, activity_id: int) -> None:
    """The day is on again: what is free finds its people."""
    activity = work.activities.get(activity_id)
    for point in work.activities.points(activity.id):
        fill(work, activity, point)


def lapse_unconfirmed(work: Work, point: Point) -> None:
    """Places of 16-17 whose parents' yes nobody confirmed in time."""
    for held in work.registrations.at_point(point.id, Standing.HELD):
        settle(work, held, Standing.LAPSED, event="not_confirmed")
        work.nudge(held.person_id, f"held:{held.id}", Message("activity.not_confirmed"))


@action(needs=Permission.RUN_TIMETABLE)
def open_evening(work: Work) -> None:
    """The evening before: places nobody's parents confirmed are freed, and whatever is
    free goes to everybody who waits."""
    for activity in work.activities.between(work.now, work.now + 2 * DAY):
        if eve(activity.starts, work.zone) > work.now or activity.state(work.now) not in (
            Stage.OPEN,
            Stage.CLOSED,
        ):
            continue
        if not work.offices.first_run(f"evening:{activity.id}", work.now):
            continue
        for point in work.activities.points(activity.id):
            lapse_unconfirmed(work, point)
            fill(work, activity, point)
