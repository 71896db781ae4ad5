"""16-17 years: the place is held until the chi đoàn's secretary confirms the parents' consent."""

from dataclasses import replace

from actions.desk import action, view
from actions.meant import waits_for_yes
from actions.registrations.facts import facts_of
from actions.registrations.own import own_places
from actions.registrations.parents import CARD, confirmers
from actions.registrations.seating import fill, settle
from domain.access import Permission, Role
from domain.activities import Point
from domain.calendar import DAY
from domain.consent import Age
from domain.letters import Message, Press, toast
from domain.names import shorten
from domain.refusals import Refusal
from domain.registrations import Registration, require_ahead
from domain.seats import Standing, confirmed_by
from storage import Work

FAR = 60 * DAY
SHOWN, LABEL = 5, 20


def draw_guardian(work: Work, registration_id: int) -> Message | None:
    mine = work.registrations.get(registration_id)
    activity = work.activities.get(mine.activity_id)
    point = work.activities.point(mine.point_id)
    facts = {**facts_of(work, activity), "name": mine.name, "point": point.full}
    facts["until"] = confirmed_by(activity.starts, work.now, work.zone)
    card = f"{CARD}:{mine.id}"
    if mine.guardian or not mine.is_live or mine.age is Age.ADULT:
        kind = "confirmed" if mine.guardian else "adult" if mine.is_live else "gone"
        return Message(f"activity.guardian.{kind}", facts, card=card)
    buttons = ((Press("s.gyes", mine.id), Press("s.gno", mine.id)),)
    return Message("activity.guardian.ask", facts, buttons, card=card)


@action(needs=Permission.REGISTER_GROUP)
def confirm_guardian(work: Work, registration_id: int) -> Message:
    """Who confirmed and when is kept; no document, no picture of one."""
    young, point = _young(work, registration_id)
    work.registrations.set_guardian(young.id, work.actor.subject)
    if young.standing is Standing.HELD:
        settle(work, young, Standing.REGISTERED, event="guardian")
    else:
        work.log("guardian", "registration", young.id)
    _tell_young(work, young, point)
    work.redraw(f"{CARD}:{young.id}", *confirmers(work, point))
    return toast("activity.guardian.toast")


def _tell_young(work: Work, young: Registration, point: Point) -> None:
    """Whoever waits for their parents' yes hears of it; their card only changes, far above."""
    activity = work.activities.get(young.activity_id)
    facts = {"title": activity.title, "starts": activity.starts, "point": point.full}
    kind = "yes" if young.standing is Standing.HELD else "confirmed"
    message = Message(f"activity.guardian.{kind}", facts)
    work.nudge(young.person_id, f"guardian:{young.id}", message, drop_after=activity.starts)


@action(needs=Permission.REGISTER_GROUP)
def refuse_guardian(work: Work, registration_id: int) -> Message:
    """The parents said no: the place goes on."""
    young, point = _young(work, registration_id)
    settle(work, young, Standing.CANCELLED, event="guardian_refused")
    work.nudge(young.person_id, f"guardian:{young.id}", Message("activity.not_confirmed"))
    fill(work, work.activities.get(young.activity_id), point)
    work.redraw(f"{CARD}:{young.id}", *confirmers(work, point))
    return toast("activity.guardian.refused")


@view(needs=Permission.REGISTER_GROUP)
def waiting(work: Work) -> dict[int, str]:
    """Who of 16-17 waits for their parents' yes, and is asked of this person: by registration."""
    admin = work.actor.is_any(Role.OFFICE_ADMIN)
    points = (
        point
        for activity in work.activities.between(work.now, work.now + FAR)
        for point in work.activities.points(activity.id)
    )
    asked = (p for p in points if admin or work.actor.me in confirmers(work, p))
    found = (one for p in asked for one in work.registrations.at_point(p.id, Standing.HELD))
    return {one.id: one.name for one in found if not one.guardian and one.age is not Age.ADULT}


@view(needs=Permission.REGISTER_GROUP)
def which_young(work: Work) -> Message:
    """Several wait: whose parents?"""
    found = list(waiting.run(work).items())[:SHOWN]
    rows = tuple((Press("s.young", one, label=shorten(name, LABEL)),) for one, name in found)
    return Message("activity.guardian.which", buttons=rows)


@action(needs=Permission.REGISTER_GROUP)
def offer(work: Work, registration_id: int) -> Message:
    """«bố mẹ Yến đồng ý rồi» from whoever may record it: nothing is, before their tap or yes."""
    young, _ = _young(work, registration_id)
    shown = draw_guardian(work, young.id)
    if shown is None:
        raise Refusal("guardian_handled")
    return waits_for_yes(work, replace(shown, card=""), Press("s.gyes", young.id))


@view(needs=Permission.REGISTER)
def how_confirmed(work: Work) -> Message | None:
    """Told by whoever waits for it: how the yes reaches us, and how long the place is kept."""
    for there, mine in own_places(work):
        if mine.guardian or mine.standing is not Standing.HELD or mine.age is Age.ADULT:
            continue
        point = there.activities.point(mine.point_id)
        activity = there.activities.get(mine.activity_id)
        facts = {
            **facts_of(there, activity),
            "until": confirmed_by(activity.starts, work.now, there.zone),
            "names": [there.people.name(one) for one in confirmers(there, point)][:SHOWN],
        }
        return Message("activity.guardian.how", facts, ((Press("s.parents", mine.id),),))
    return None


def _young(work: Work, registration_id: int) -> tuple[Registration, Point]:
    young = work.registrations.get(registration_id)
    point = work.activities.point(young.point_id)
    if work.actor.me not in confirmers(work, point) and not work.actor.is_any(Role.OFFICE_ADMIN):
        raise Refusal("not_your_point", point=point.full)
    require_ahead(work.activities.get(young.activity_id), work.now)
    if young.guardian or not young.is_live or young.age is Age.ADULT:
        raise Refusal("guardian_handled")
    return young, point
