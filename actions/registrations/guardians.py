"""16-17 years: the place is held until the chi đoàn's secretary confirms the parents' consent."""

from actions.desk import action
from actions.registrations.facts import facts_of
from actions.registrations.parents import CARD, confirmers
from actions.registrations.seating import fill, settle
from domain.access import Permission, Role
from domain.activities import Point
from domain.consent import Age
from domain.letters import Message, Press, toast
from domain.refusals import Refusal
from domain.registrations import Registration, require_ahead
from domain.seats import Standing, confirmed_by
from storage import Work


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


def _young(work: Work, registration_id: int) -> tuple[Registration, Point]:
    young = work.registrations.get(registration_id)
    point = work.activities.point(young.point_id)
    if work.actor.me not in confirmers(work, point) and not work.actor.is_any(Role.OFFICE_ADMIN):
        raise Refusal("not_your_point", point=point.full)
    require_ahead(work.activities.get(young.activity_id), work.now)
    if young.guardian or not young.is_live or young.age is Age.ADULT:
        raise Refusal("guardian_handled")
    return young, point
