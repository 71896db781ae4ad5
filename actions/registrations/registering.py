"""Registering for an activity, changing point, bringing family."""

from dataclasses import replace

from actions.desk import action, view
from actions.registrations.admission import admit
from actions.registrations.entering import point_label
from actions.registrations.facts import whom_to_call
from actions.registrations.parents import ask_guardian
from actions.registrations.seating import fill, redraw, require_free_time, settle, told
from domain.access import Permission
from domain.activities import Activity, Point
from domain.consent import Age, Notice
from domain.dialogue import Expectation
from domain.letters import Message, Place, Press, result, toast
from domain.refusals import Refusal
from domain.registrations import (
    CARD,
    Caller,
    Registration,
    capacity,
    is_walk_in_time,
    require_ahead,
    require_entry,
    require_live,
    require_mine,
    require_registering,
)
from domain.seats import (
    MOST_COMPANIONS,
    Fullness,
    Phase,
    Standing,
    may_bring,
    may_wait_with,
    phase,
)
from storage import Work

READ = "family_read"
"""Who comes along, read back."""
FAMILY = ((0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1))
"""Adults and children that a single tap brings along; other numbers are typed."""


@action(needs=Permission.REGISTER)
def register(
    work: Work,
    point_id: int,
    caller: Caller,
    notice: Notice | None = None,
    age: Age | None = None,
) -> Message:
    """From a tap to a place, or to the end of the line. A second tap changes nothing."""
    activity = work.activities.of_point(point_id)
    before = work.registrations.live(activity.id, work.actor.person_id)
    if before and caller.adults + caller.children:
        return with_company(work, before, caller.adults, caller.children)
    if before:
        where = work.activities.point(before.point_id)
        return toast("activity.toast.again", point=where.full)
    require_entry(activity, work.now)
    is_new = work.actor.person_id is None
    band = admit(work, caller, notice, age, activity.min_age)
    if not is_new:
        require_free_time(work, activity)
    point = next(p for p in work.activities.points(activity.id) if p.id == point_id)
    if is_walk_in_time(activity, work.now):
        return _walk_in(work, point, caller, band)
    mine = enlist(work, activity, point, band, room_of(work, point).newcomer())
    become_card(work, mine, caller)
    if caller.adults + caller.children:
        return with_company(work, mine, caller.adults, caller.children)
    return replace(told(work, activity, point, mine), place=Place.TOAST)


def with_company(work: Work, mine: Registration, adults: int, children: int) -> Message:
    """Those who were told of in the same breath, read back; the place stands whatever is said
    of them."""
    try:
        return read_companions.run(work, mine.id, adults, children)
    except Refusal as no:
        return Message(f"refusal.{no.code}", no.facts)


def room_of(work: Work, point: Point) -> Fullness:
    return work.registrations.room(point.id, capacity(point))


def become_card(work: Work, mine: Registration, caller: Caller) -> None:
    """The message that was tapped turns into the person's own card."""
    if caller.message_id:
        card = f"{CARD}:{mine.activity_id}"
        where = (caller.telegram_id, caller.message_id)
        work.cards.save(work.actor.me, card, *where, work.now)
    redraw(work, mine)


def _walk_in(work: Work, point: Point, caller: Caller, age: Age) -> Message:
    """On the day nobody is listed by a tap: the code that is read aloud makes them present."""
    if age is Age.MINOR:
        raise Refusal("minor_in_group")
    where, waiting = (point.activity_id, point.id, work.actor.me), Standing.WAITING
    mine = work.registrations.add(*where, waiting, age, work.now)
    work.log("walked_in", "registration", mine.id, became=waiting.value)
    become_card(work, mine, caller)
    return toast("activity.toast.walk_in")


def enlist(
    work: Work,
    activity: Activity,
    point: Point,
    age: Age,
    standing: Standing,
    guardian: str | None = None,
) -> Registration:
    """Write somebody down; of 16-17 years, the place waits for their parents' yes."""
    unconfirmed = age is Age.MINOR and guardian is None
    if standing is Standing.REGISTERED and unconfirmed:
        standing = Standing.HELD
    where = (activity.id, point.id, work.actor.me)
    mine = work.registrations.add(*where, standing, age, work.now, guardian=guardian)
    work.log("registered", "registration", mine.id, became=standing.value)
    if unconfirmed:
        ask_guardian(work, point, mine)
    return mine


@view(needs=Permission.REGISTER)
def other_points(work: Work, registration_id: int) -> Message:
    """Where else one could go."""
    mine = my_place(work, registration_id)
    activity = work.activities.get(mine.activity_id)
    others = [p for p in work.activities.points(activity.id) if p.id != mine.point_id]
    if not others:
        raise Refusal("one_point_only")
    buttons = tuple((_move_button(work, mine, point),) for point in others)
    same = (Press("s.see", activity.id, label="@button.s.same"),)
    return Message("activity.points", {"title": activity.title}, (*buttons, same))


def _move_button(work: Work, mine: Registration, point: Point) -> Press:
    label = point_label(
        point, room_of(work, point), "none_left" if mine.is_coming else "join_line"
    )
    return Press("s.to", mine.id, str(point.id), label=label)


@action(needs=Permission.REGISTER)
def move(work: Work, registration_id: int, point_id: int) -> Message:
    """Go to another point: to its free places, or to the end of its line; the old place is
    given on only when the new one is sure."""
    mine = my_place(work, registration_id)
    activity = work.activities.get(mine.activity_id)
    require_registering(activity, work.now)
    point = work.activities.point(point_id)
    if point.activity_id != activity.id or point.id == mine.point_id:
        raise Refusal("not_found")
    room = room_of(work, point)
    if mine.is_coming and room.free < mine.places:
        code = "point_full" if room.free else "point_has_none"
        raise Refusal(code, point=point.full, left=room.free)
    settle(work, mine, Standing.CANCELLED, event="moved")
    there = enlist(work, activity, point, mine.age, room.newcomer(mine.places), mine.guardian)
    work.registrations.set_companions(there.id, mine.adults, mine.children, work.now)
    fill(work, activity, work.activities.point(mine.point_id))
    if not there.is_coming:
        return told(work, activity, point, there)
    return result(
        "activity.toast.moved", title=activity.title, point=point.full, starts=activity.starts
    )


@action(needs=Permission.REGISTER)
def ask_family(work: Work, registration_id: int) -> Message:
    """How many come along: by one tap, or typed."""
    mine = my_place(work, registration_id)
    _require_answered(mine)
    activity = work.activities.get(mine.activity_id)
    work.expectations.expect(work.actor.me, Expectation("family", mine.id), work.now)
    offered = [f for f in FAMILY if activity.children_allowed or not f[1]]
    presses = [_family_button(mine, adults, children) for adults, children in offered]
    presses.append(Press("s.with", mine.id, "0.0", label="@button.s.alone"))
    rows = tuple(tuple(presses[n : n + 2]) for n in range(0, len(presses), 2))
    facts = {"children": "yes" if activity.children_allowed else "no"}
    return Message("activity.ask_family", facts, rows, topic=f"family:{mine.id}")


def _family_button(mine: Registration, adults: int, children: int) -> Press:
    return Press("s.with", mine.id, f"{adults}.{children}", label=f"@family.{adults}_{children}")


@action(needs=Permission.REGISTER)
def bring(work: Work, registration_id: int, adults: int, children: int) -> Message:
    """Family comes along: a number, never names. Adults take places, children do not."""
    mine = my_place(work, registration_id)
    _require_seats(work, mine, adults, children)
    work.registrations.set_companions(mine.id, adults, children, work.now)
    work.expectations.forget(work.actor.me, "family", mine.id)
    work.expectations.forget(work.actor.me, READ, mine.id)
    work.log("brings", "registration", mine.id, facts={"adults": adults, "children": children})
    if adults < mine.adults:
        _fewer(work, mine)
    redraw(work, mine)
    return result(f"activity.toast.{_along(adults, children)}", adults=adults, little=children)


def _fewer(work: Work, mine: Registration) -> None:
    """Seats left behind go to the next; whoever waits with fewer may fit now, but on the last
    evening takes the place by a tap and rings nobody."""
    activity, point = work.activities.get(mine.activity_id), work.activities.point(mine.point_id)
    ahead = phase(activity.starts, work.now, work.zone) is Phase.IN_ORDER
    if ahead or mine.is_coming:
        fill(work, activity, point)


def _along(adults: int, children: int) -> str:
    if adults:
        return "family" if children else "adults"
    return "little" if children else "alone"


@action(needs=Permission.REGISTER)
def read_companions(work: Work, registration_id: int, adults: int, children: int) -> Message:
    """Typed numbers, read back before they count, by a tap or by a «đúng»."""
    mine = my_place(work, registration_id)
    if adults > MOST_COMPANIONS:
        return _large_group(work, mine, adults + 1)
    _require_seats(work, mine, adults, children)
    right = Press("s.with", mine.id, f"{adults}.{children}", label="@button.s.right")
    again = Press("s.who", mine.id, label="@button.s.again")
    nobody = not (adults or children) or None
    facts = {"adults": adults or None, "little": children or None, "nobody": nobody}
    kept = {"adults": adults, "children": children}
    work.expectations.expect(work.actor.me, Expectation(READ, mine.id, kept), work.now)
    return Message("activity.family_read", facts, ((right, again),), topic=f"{READ}:{mine.id}")


@action(needs=Permission.REGISTER)
def bring_read(work: Work, registration_id: int) -> Message:
    """«đúng rồi» under what was read back."""
    heard = work.expectations.find(work.actor.me, READ, registration_id, work.now)
    if heard is None:
        raise Refusal("question_over")
    kept = heard.answers
    return bring.run(work, registration_id, int(kept["adults"]), int(kept["children"]))


def _large_group(work: Work, mine: Registration, people: int) -> Message:
    """How a group is registered, by whom, and the way to ask them by one tap."""
    point = work.activities.point(mine.point_id)
    facts = {
        "people": people,
        "most": MOST_COMPANIONS,
        "call": whom_to_call(work, point) if mine.is_sure else work.office.contact,
    }
    return Message("activity.large_group", facts, ((Press("s.large", mine.id, str(people)),),))


@action(needs=Permission.REGISTER)
def read_company(
    work: Work, registration_id: int, adults: int, children: int, way: str = ""
) -> Message:
    """The same, said in passing: `more` come besides those who were told before, or `fewer`."""
    mine = my_place(work, registration_id)
    told = companions_now(work, mine, adults, children, way)
    return read_companions.run(work, mine.id, *told)


def companions_now(
    work: Work, mine: Registration, adults: int, children: int, way: str
) -> tuple[int, int]:
    """How many come along after all: more or fewer than was read back last, or is written."""
    heard = work.expectations.find(work.actor.me, READ, mine.id, work.now) if way else None
    before = heard.answers if heard else {"adults": mine.adults, "children": mine.children}
    if way == "more":
        return before["adults"] + adults, before["children"] + children
    if way == "fewer":
        return max(0, before["adults"] - adults), max(0, before["children"] - children)
    return adults, children


@view(needs=Permission.REGISTER)
def changes_company(
    work: Work, registration_id: int, adults: int, children: int, way: str = ""
) -> bool:
    """Whether anything is other than it is written."""
    mine = my_place(work, registration_id)
    return companions_now(work, mine, adults, children, way) != (mine.adults, mine.children)


@view(needs=Permission.REGISTER)
def without_you(work: Work, registration_id: int) -> Message:
    """«mình bận, 2 bạn kia vẫn đi»: a place is its holder's, so it is asked what becomes of it."""
    mine = my_place(work, registration_id)
    buttons = ((Press("s.off", mine.id), Press("s.mine")),)
    return Message("activity.without_you", {}, buttons)


def _require_seats(work: Work, mine: Registration, adults: int, children: int) -> None:
    activity = work.activities.get(mine.activity_id)
    require_ahead(activity, work.now)
    _require_answered(mine)
    room = room_of(work, work.activities.point(mine.point_id))
    if mine.is_coming:
        may_bring(room, mine.adults, adults, children, activity.children_allowed)
    else:
        may_wait_with(room, adults, children, activity.children_allowed)


def _require_answered(mine: Registration) -> None:
    """A place on offer is so many: it is taken, or given on, before more are brought."""
    if mine.standing is Standing.OFFERED:
        raise Refusal("place_first")


def my_place(work: Work, registration_id: int) -> Registration:
    """The place, or the wait, that somebody has and nobody else may change."""
    mine = work.registrations.get(registration_id)
    require_mine(mine, work.actor)
    require_live(mine)
    return mine
