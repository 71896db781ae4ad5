"""A no-show that can be disputed for seven days: whoever led the point looks again, and once more
the office."""

from datetime import datetime

from actions.desk import action
from actions.registrations.seating import redraw
from actions.roll.absences import DISPUTE, had_a_say, judges, put_right
from actions.roll.closing import report
from domain.access import Permission
from domain.activities import Activity, Point, Stage
from domain.letters import Message, Press, result, toast
from domain.refusals import Refusal
from domain.registrations import DISPUTE_FOR, Registration, may_call_roll, require_mine
from domain.seats import Standing
from storage import Work
from storage.rolls import Rolls


@action(needs=Permission.REGISTER)
def dispute(work: Work, registration_id: int) -> Message:
    """«Ghi chưa đúng», within seven days of the list's closing."""
    mine = work.registrations.get(registration_id)
    require_mine(mine, work.actor)
    if mine.standing is not Standing.ABSENT:
        raise Refusal("nothing_to_dispute")
    if work.now > _told_at(work, mine) + DISPUTE_FOR:
        raise Refusal("too_late_to_dispute")
    who = judges(work, mine)
    if not who:
        raise Refusal("dispute_over")
    if mine.disputed_at is None:
        work.registrations.dispute(mine.id, work.now)
        work.log("disputed", "registration", mine.id)
        work.redraw(f"{DISPUTE}:{mine.id}", *who, ring=True)
    return result(f"ledger.{'appealed' if mine.reviews else 'disputed'}")


def _told_at(work: Work, mine: Registration) -> datetime:
    """When the list was closed and the person told; a late roll call takes nobody's week."""
    ends = work.activities.get(mine.activity_id).ends
    closed = work.of(Rolls).of_point(mine.point_id).closed_at
    return max(ends, closed) if closed else ends


def draw_dispute(work: Work, registration_id: int) -> Message:
    """No name waits in a letter: the card is drawn when it is read; settled, it bears none."""
    one = work.registrations.get(registration_id)
    activity = work.activities.get(one.activity_id)
    day = work.day(activity.starts)
    facts = {"title": activity.title, "day": day}
    card = f"{DISPUTE}:{one.id}"
    if one.standing is not Standing.ABSENT or one.disputed_at is None:
        return Message("ledger.dispute_settled", facts, card=card)
    recorder = work.people.name_of_subject(one.recorded_by or "")
    buttons = ((Press("l.came", one.id), Press("l.stays", one.id)),)
    asked = {**facts, "name": one.name, "recorder": recorder}
    return Message("ledger.dispute", asked, buttons, card=card)


@action(needs=Permission.REPORT_TURNOUT)
def came(work: Work, registration_id: int) -> Message:
    """The leader agrees: present after all, who changed it is written, the figure follows."""
    one, activity, point = _disputed(work, registration_id)
    who, start = work.actor.subject, activity.starts
    work.registrations.record(one.id, Standing.PRESENT, who, "roll_call", start, work.now)
    work.log("present", "registration", one.id, was="absent", became="present")
    roll = work.of(Rolls).of_point(point.id)
    if roll.closed_at and activity.stored is not Stage.LOCKED:
        report(work, activity, point)
    redraw(work, one)
    work.redraw(f"{DISPUTE}:{one.id}", work.actor.me)
    put_right(work, one)
    return toast("ledger.changed")


@action(needs=Permission.REPORT_TURNOUT)
def stays(work: Work, registration_id: int) -> Message:
    """The record stands; the person is told by whom."""
    one, activity, _ = _disputed(work, registration_id)
    facts = {"title": activity.title, "recorder": work.actor.name}
    work.registrations.uphold(one.id, work.actor.subject)
    work.log("stays_absent", "registration", one.id)
    again = judges(work, work.registrations.get(one.id))
    message = Message("ledger.stays", facts, ((Press("s.dispute", one.id),),))
    last = Message("ledger.stays_last", facts)
    work.nudge(one.person_id, f"stays:{one.id}:{one.reviews}", message if again else last)
    redraw(work, one)
    card = f"{DISPUTE}:{one.id}"
    work.redraw(card, *work.cards.holders(card))
    return toast("ledger.kept")


def _disputed(work: Work, registration_id: int) -> tuple[Registration, Activity, Point]:
    one = work.registrations.get(registration_id)
    point = work.activities.point(one.point_id)
    activity = work.activities.get(one.activity_id)
    if not may_call_roll(work.actor, point, activity):
        raise Refusal("not_your_point", point=point.full)
    if one.standing is not Standing.ABSENT or one.disputed_at is None:
        raise Refusal("guardian_handled")
    if had_a_say(one, work.actor.subject):
        raise Refusal("not_your_own_record")
    return one, activity, point
