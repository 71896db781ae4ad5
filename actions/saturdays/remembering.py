"""«Sổ tình nguyện»: days and hours, a certificate that anybody can check, and a no-show that can
be disputed."""

import secrets
from datetime import date
from typing import Any

from actions.desk import action, view
from actions.saturdays.seating import redraw
from domain.access import Permission, Role
from domain.ledger import spent
from domain.letters import Message, Place, Press, toast
from domain.periods import local
from domain.refusals import Refusal
from domain.saturdays import DISPUTE_FOR, Registration, may_call_roll, require_mine
from domain.seats import Standing
from storage import Work
from storage.offices import setting

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without look-alikes; eight of them are a code that nobody guesses."""
DISPUTE = "dispute"


@view(needs=Permission.REGISTER)
def my_ledger(work: Work) -> Message:
    """The days of this year, each with its proof."""
    days = _days(work)
    sum_ = spent((day["starts"], day["ends"]) for day in days)
    facts = {"year": work.today.year, "days": sum_.days, "hours": sum_.hours, "rows": days[-12:]}
    buttons = ((Press("l.cert"),),) if days else ()
    return Message("ledger.mine" if days else "ledger.none", facts, buttons)


@action(needs=Permission.REGISTER)
def certify(work: Work) -> Message:
    """A sheet with a QR; its row is how the QR is answered."""
    days, since = _days(work), date(work.today.year, 1, 1)
    if not days:
        raise Refusal("no_days_yet")
    sum_ = spent((day["starts"], day["ends"]) for day in days)
    code = "".join(secrets.choice(LETTERS) for _ in range(8))
    work.ledger.certify(code, work.actor.me, sum_.days, sum_.hours, since, work.now)
    facts = {
        "code": f"TN-{code}",
        "office": work.office.name,
        "name": work.actor.name,
        "days": sum_.days,
        "hours": sum_.hours,
        "since": since,
        "until": work.today,
        "issued": work.today,
        "link": f"https://t.me/{setting(work.connection, 'username')}?start=cn-{code}",
    }
    return Message("ledger.certificate", facts, paper="certificate")


@view(needs=Permission.REGISTER)
def check(work: Work, code: str) -> Message:
    """«Đúng» or «Không đúng»: what the paper should say stands beside it."""
    found = work.ledger.certificate(code)
    if found is None:
        return Message("ledger.wrong", {"code": code[:12]})
    names = ("name", "days", "hours", "office")
    facts: dict[str, Any] = {name: found[name] for name in names}
    return Message("ledger.right", {**facts, "issued": date.fromisoformat(found["issued"])})


def _days(work: Work) -> list[dict[str, Any]]:
    return work.ledger.present(work.actor.me, date(work.today.year, 1, 1))


@action(needs=Permission.REGISTER)
def dispute(work: Work, registration_id: int) -> Message:
    """«Ghi chưa đúng», within seven days; whoever led the point looks again."""
    mine = work.registrations.get(registration_id)
    require_mine(mine, work.actor)
    if mine.standing is not Standing.ABSENT:
        raise Refusal("nothing_to_dispute")
    activity = work.activities.get(mine.activity_id)
    if work.now > activity.ends + DISPUTE_FOR:
        raise Refusal("too_late_to_dispute")
    if mine.disputed_at is None:
        work.registrations.dispute(mine.id, work.now)
        work.log("disputed", "registration", mine.id)
        point = work.activities.point(mine.point_id)
        who = [point.leader_id] if point.leader_id else _office(work)
        work.redraw(f"{DISPUTE}:{mine.id}", *who, ring=True)
    return toast("ledger.disputed")


def draw_dispute(work: Work, registration_id: int) -> Message:
    """No name waits in a letter: the card is drawn when it is read."""
    one = work.registrations.get(registration_id)
    activity = work.activities.get(one.activity_id)
    facts = {
        "name": one.name,
        "title": activity.title,
        "day": local(activity.starts, work.office.zone).date(),
        "recorder": work.people.name_of_subject(one.recorded_by or ""),
    }
    card = f"{DISPUTE}:{one.id}"
    if one.standing is not Standing.ABSENT:
        return Message("ledger.dispute_settled", facts, card=card)
    buttons = ((Press("l.came", one.id), Press("l.stays", one.id)),)
    return Message("ledger.dispute", facts, buttons, card=card)


@action(needs=Permission.REPORT_TURNOUT)
def came(work: Work, registration_id: int) -> Message:
    """The leader agrees: present after all, and who changed it is written."""
    one = _disputed(work, registration_id)
    activity = work.activities.get(one.activity_id)
    who, start = work.actor.subject, activity.starts
    work.registrations.record(one.id, Standing.PRESENT, who, "roll_call", start, work.now)
    work.log("present", "registration", one.id, was="absent", became="present")
    redraw(work, one)
    work.nudge(one.person_id, f"came:{one.id}", Message("ledger.came", {"title": activity.title}))
    return toast("ledger.changed")


@action(needs=Permission.REPORT_TURNOUT)
def stays(work: Work, registration_id: int) -> Message:
    """The record stands; the person is told by whom."""
    one = _disputed(work, registration_id)
    title = work.activities.get(one.activity_id).title
    facts = {"title": title, "recorder": work.actor.name}
    work.nudge(one.person_id, f"stays:{one.id}", Message("ledger.stays", facts))
    work.log("stays_absent", "registration", one.id)
    return Message("ledger.kept", place=Place.EDIT)


def _disputed(work: Work, registration_id: int) -> Registration:
    one = work.registrations.get(registration_id)
    point = work.activities.point(one.point_id)
    if not may_call_roll(work.actor, point, work.activities.get(one.activity_id)):
        raise Refusal("not_your_point", point=point.full)
    if one.standing is not Standing.ABSENT or one.disputed_at is None:
        raise Refusal("guardian_handled")
    return one


def _office(work: Work) -> list[int]:
    return [person.id for person in work.people.with_role(Role.OFFICE_ADMIN, work.today)]
