"""The live card of an activity: the announcement, or one's own place and what one can do there."""

from dataclasses import replace

from actions.registrations.admission import option
from actions.registrations.facts import facts_of, place_facts
from domain.activities import Activity, Point, Stage
from domain.consent import Purpose, is_offered
from domain.letters import Facts, Message, Press, Rows, rows_of
from domain.registrations import CARD, REVIEWS, Registration, capacity, is_walk_in_time
from domain.seats import LAST_HOURS, LIVE, Standing, phase
from domain.transfer import may_hand
from storage import Work

SHOWN = LIVE | {Standing.PRESENT, Standing.ABSENT}
"""What a card says of a person's own place; of an old one it says nothing."""


def draw_card(work: Work, activity_id: int) -> Message | None:
    """The live card: how the activity looks now to its reader."""
    return card_of(work, work.activities.get(activity_id))


def card_of(work: Work, activity: Activity) -> Message:
    """The announcement, or one's own place with what can be done about it; that one was away
    is said when the activity is over."""
    mine = work.registrations.of_person(activity.id, work.actor.person_id)
    if mine and mine.standing not in SHOWN:
        mine = None
    if mine and mine.standing is Standing.ABSENT and work.now < activity.ends:
        mine = replace(mine, standing=Standing.REGISTERED)
    if activity.stored in (Stage.CANCELLED, Stage.POSTPONED):
        return _stopped(work, activity, mine)
    if mine is None:
        return _announcement(work, activity)
    point = _point_of(work, activity, mine)
    walks_in = mine.standing is Standing.WAITING and is_walk_in_time(activity, work.now)
    return Message(
        "activity.card.walk_in" if walks_in else f"activity.card.{mine.standing}",
        {
            **facts_of(work, activity),
            **place_facts(work, activity, point, mine),
            "name": work.actor.name,
        },
        _own_buttons(work, activity, point, mine),
        card=_card(activity),
    )


def _point_of(work: Work, activity: Activity, mine: Registration) -> Point:
    """Among the activity's own, which are shown anyway; else one that was given up since."""
    shown = (p for p in work.activities.points(activity.id) if p.id == mine.point_id)
    return next(shown, None) or work.activities.point(mine.point_id)


def _stopped(work: Work, activity: Activity, mine: Registration | None) -> Message:
    """Whoever put the day into their calendar takes it out by the same file."""
    facts = facts_of(work, activity)
    buttons: Rows = ()
    if mine and mine.is_coming:
        buttons = ((Press("s.ics", mine.id, label="@button.s.ics_off"),),)
    return Message(f"activity.card.{activity.stored}", facts, buttons, card=_card(activity))


def _announcement(work: Work, activity: Activity) -> Message:
    facts = facts_of(work, activity)
    state = activity.state(work.now)
    if state not in (Stage.OPEN, Stage.DRAFT):
        return _closed(work, activity, facts)
    buttons: Rows = ((Press("s.go", activity.id),),) if state is Stage.OPEN else ()
    if facts["left"] == 0:
        facts["waiting"] = work.registrations.waiting(activity.id)
    return Message("activity.card.open", facts, buttons, card=_card(activity))


def _closed(work: Work, activity: Activity, facts: Facts) -> Message:
    """Its list is closed for good; whoever stands at a point is written down by its code."""
    if activity.state(work.now) in (Stage.COUNTING, Stage.LOCKED):
        return Message("activity.card.over", facts, card=_card(activity))
    here = (Press("s.go", activity.id, label="@button.s.here"),)
    buttons: Rows = (here,) if is_walk_in_time(activity, work.now) else ()
    return Message("activity.card.closed", facts, buttons, card=_card(activity))


def _card(activity: Activity) -> str:
    return f"{CARD}:{activity.id}"


def _own_buttons(work: Work, activity: Activity, point: Point, mine: Registration) -> Rows:
    if mine.standing is Standing.ABSENT:
        return ((Press("s.dispute", mine.id),),) if mine.reviews < REVIEWS else ()
    if mine.standing is Standing.PRESENT:
        return tuple((option(work, purpose),) for purpose in (Purpose.NEWS, Purpose.RECORD))
    if work.now >= activity.starts:
        return ()
    if mine.standing is Standing.OFFERED:
        return ((Press("s.take", mine.id), Press("s.pass", mine.id)),)
    move = (Press("s.move", mine.id),) if len(work.activities.points(activity.id)) > 1 else ()
    leave = (*move, Press("s.off", mine.id))
    if mine.standing is Standing.WAITING:
        rows: Rows = (leave, (Press("s.who", mine.id),))
        return (
            ((Press("s.take", mine.id),), *rows)
            if _may_grab(work, activity, point, mine)
            else rows
        )
    if may_hand(mine, activity, work.now):
        leave = (*move, Press("h.hand", mine.id), Press("s.off", mine.id))
    if mine.standing is Standing.HELD:
        return ((Press("s.parents", mine.id), Press("d.name")), *rows_of(leave, 2))
    where = (Press("s.where", mine.id), Press("d.name"))
    photo = (
        (Press("c.ask", arg=Purpose.PHOTO.value),) if is_offered(Purpose.PHOTO, mine.age) else ()
    )
    more = (*photo, Press("s.ics", mine.id))
    return ((Press("s.who", mine.id),), where, more, *rows_of(leave, 2))


def _may_grab(work: Work, activity: Activity, point: Point, mine: Registration) -> bool:
    now = phase(activity.starts, work.now, work.zone)
    room = work.registrations.room(point.id, capacity(point))
    return now in LAST_HOURS and room.left >= mine.places
