"""Who came: names as toggles, nobody present by default, and a number for those who also came,
whose names are never kept: nobody has asked them."""

from datetime import datetime, timedelta

from actions.desk import action, view
from actions.saturdays.reminding import ahead
from actions.saturdays.roll_page import (
    ON_ROLL,
    happened,
    listen,
    names_of,
    page_of,
    require_open,
    roll_of,
)
from actions.saturdays.seating import redraw
from actions.turnout.counts import after_report
from domain.access import Permission
from domain.activities import Activity, Point, State
from domain.calendar import DAY
from domain.dialogue import Expectation
from domain.fading import GRACE
from domain.letters import Message, Press
from domain.refusals import Refusal
from domain.saturdays import DISPUTE_FOR, MOST_IN_GROUP, Registration
from domain.seats import COMING, Standing
from domain.turnout import Proof, Rank, official
from storage import Work
from storage.rows import stamp

P = Permission
ABSENT_TOPIC = "absent"
ROLLED = frozenset({State.OPEN, State.CLOSED, State.RUNNING})
QUARTER = timedelta(minutes=15)


@action(needs=P.REPORT_TURNOUT)
def open_roll(work: Work, point_id: int) -> Message:
    """The list; from now on «vắng 3 7 12» and «thêm 3» are understood."""
    activity, point = roll_of(work, point_id)
    work.rolls.open(point.id, happened(work, activity))
    listen(work, activity, point)
    return page_of(work, activity, point, 0)


@view(needs=P.REPORT_TURNOUT)
def next_point(work: Work) -> int:
    """The point that somebody leads today or next; 0 when there is none this week."""
    for activity in work.activities.between(work.now - DAY, work.now + 7 * DAY):
        if activity.ends > work.now and activity.state(work.now) in ROLLED:
            for point in work.activities.points(activity.id):
                if point.leader_id == work.actor.me:
                    return point.id
    return 0


@view(needs=P.REPORT_TURNOUT)
def turn_page(work: Work, point_id: int, page: int) -> Message:
    activity, point = roll_of(work, point_id)
    return page_of(work, activity, point, page)


@action(needs=P.REPORT_TURNOUT)
def tick(work: Work, registration_id: int, page: int) -> Message:
    """Present, or not; a second tap takes it back."""
    one = work.registrations.get(registration_id)
    activity, point = roll_of(work, one.point_id)
    require_open(work, activity, point)
    if one.standing not in ON_ROLL:
        raise Refusal("not_on_roll")
    if one.standing is Standing.PRESENT:
        said_yes = one.evening == "yes"
        mark(work, activity, one, Standing.CONFIRMED if said_yes else Standing.REGISTERED)
        work.rolls.set_everyone(point.id, everyone=False)
    else:
        mark(work, activity, one, Standing.PRESENT)
    return page_of(work, activity, point, page)


@action(needs=P.REPORT_TURNOUT)
def everybody(work: Work, point_id: int) -> Message:
    """«Đủ cả» is one tap, and recorded as such."""
    activity, point = roll_of(work, point_id)
    require_open(work, activity, point)
    mark_everybody(work, activity, point)
    return page_of(work, activity, point, 0)


def mark_everybody(work: Work, activity: Activity, point: Point) -> None:
    work.rolls.open(point.id, happened(work, activity))
    for one in work.registrations.at_point(point.id, *COMING, Standing.ABSENT):
        mark(work, activity, one, Standing.PRESENT)
    work.rolls.set_everyone(point.id, everyone=True)
    work.log("everybody", "point", point.id)


@action(needs=P.REPORT_TURNOUT)
def ask_extra(work: Work, point_id: int) -> Message:
    """How many came besides; a slip of the finger is put right by «Không có»."""
    activity, point = roll_of(work, point_id)
    require_open(work, activity, point)
    listen(work, activity, point)
    roll = work.rolls.of_point(point.id) or {"extra": 0}
    numbers = tuple(Press("s.plus", point.id, str(n), label=f"+{n}") for n in (1, 2, 3, 5, 10))
    none = (Press("s.plus", point.id, "0", label="@button.s.none"),) if roll["extra"] else ()
    rows = (numbers[:3], (*numbers[3:], *none))
    facts = {"point": point.full, "extra": roll["extra"] or None}
    return Message("saturday.ask_extra", facts, rows, topic=f"roll:{point.id}")


@action(needs=P.REPORT_TURNOUT)
def add_extra(work: Work, point_id: int, number: int) -> Message:
    """Also came, without a name: counted even above the places; 0 begins anew."""
    activity, point = roll_of(work, point_id)
    require_open(work, activity, point)
    roll = work.rolls.open(point.id, happened(work, activity))
    total = roll["extra"] + number if number else 0
    if not 0 <= total <= MOST_IN_GROUP:
        raise Refusal("group_number", most=MOST_IN_GROUP)
    work.rolls.set_extra(point.id, total)
    work.log("extra", "point", point.id, facts={"extra": total})
    return page_of(work, activity, point, 0)


@action(needs=P.REPORT_TURNOUT)
def close(work: Work, point_id: int) -> Message:
    activity, point = roll_of(work, point_id)
    require_open(work, activity, point)
    return close_now(work, activity, point)


def close_now(work: Work, activity: Activity, point: Point) -> Message:
    """«Chốt»: who was not ticked was absent, says whoever closes; the sum is evidence."""
    work.rolls.open(point.id, happened(work, activity))
    for one in work.registrations.at_point(point.id, *COMING):
        mark(work, activity, one, Standing.ABSENT)
    for one in work.registrations.at_point(point.id, Standing.ABSENT):
        _tell_absent(work, activity, one)
    work.rolls.close(point.id, work.actor.subject, work.now)
    work.fading.over(names_of(point), work.now + GRACE)
    report(work, activity, point)
    work.expectations.forget(work.actor.me, "roll", point.id)
    work.log("roll_closed", "point", point.id)
    return page_of(work, activity, point, 0)


def _tell_absent(work: Work, activity: Activity, one: Registration) -> None:
    facts = {"title": activity.title, "starts": activity.starts, "recorder": work.actor.name}
    buttons = ((Press("s.dispute", one.id),),)
    message = Message("saturday.absent", facts, buttons, topic=f"{ABSENT_TOPIC}:{one.id}")
    if one.person_id is not None:
        said = Expectation(ABSENT_TOPIC, one.id, expires=work.now + DISPUTE_FOR)
        work.expectations.expect(one.person_id, said, work.now)
    work.nudge(one.person_id, f"absent:{one.id}", message, silent=True)


@action(needs=P.REPORT_TURNOUT)
def reopen(work: Work, point_id: int) -> Message:
    """A closed list may be put right; the figures follow when it is closed again."""
    activity, point = roll_of(work, point_id)
    if activity.stored is State.LOCKED:
        raise Refusal("roll_locked", code=activity.code)
    work.rolls.reopen(point.id)
    listen(work, activity, point)
    work.log("roll_reopened", "point", point.id)
    return page_of(work, activity, point, 0)


def report(work: Work, activity: Activity, point: Point) -> None:
    """What a closed roll comes to: evidence, below anybody's word; whoever watches sees it."""
    before = official(work.turnouts.of_point(point.id)).get(point.id)
    present = work.registrations.at_point(point.id, Standing.PRESENT)
    roll = work.rolls.of_point(point.id) or {"extra": 0, "everyone": False}
    work.turnouts.add(
        point.id,
        work.now,
        reporter_id=work.actor.me,
        recorded_by=work.actor.me,
        rank=Rank.EVIDENCE,
        proof=_proof(present, roll["extra"], bool(roll["everyone"])),
        total=sum(one.heads for one in present) + roll["extra"],
        confirmed_at=work.now,
    )
    now = official(work.turnouts.of_point(point.id)).get(point.id)
    after_report(work, activity, point, before, now, "")


def _proof(present: list[Registration], extra: int, everyone: bool) -> Proof:
    """By code only when everybody who counts gave it; «Đủ cả» is a weaker word than names."""
    if present and not extra and all(one.proof == "code" for one in present):
        return Proof.CODE
    return Proof.ALL if everyone and present else Proof.ROLL_CALL


def mark(work: Work, activity: Activity, one: Registration, became: Standing) -> None:
    """Who came, who says so, when it was and when it was written."""
    by_code = one.proof == "code" and became is Standing.PRESENT
    who, when = work.actor.subject, happened(work, activity)
    proof = "code" if by_code else "roll_call"
    work.registrations.record(one.id, became, who, proof, when, work.now)
    _journal(work, one, became, when)
    if one.standing is not became:
        redraw(work, one)


def _journal(work: Work, one: Registration, became: Standing, when: datetime) -> None:
    facts = {"happened": when}
    was = one.standing.value
    work.log(became.value, "registration", one.id, was=was, became=became.value, facts=facts)


@view(needs=P.REPORT_TURNOUT)
def on_paper(work: Work, point_id: int) -> Message:
    """The list to print, for a morning without signal; typed in later it keeps both times."""
    activity, point = roll_of(work, point_id)
    people = work.registrations.at_point(point.id, *ON_ROLL)
    rows = [
        {"number": n, "name": one.name, "companions": one.heads - 1 or None}
        for n, one in enumerate(people, start=1)
    ]
    facts = {
        "code": activity.code,
        "point": point.full,
        "title": activity.title,
        "starts": activity.starts,
        "people": rows,
    }
    fades = names_of(point)
    return Message("saturday.paper", facts, paper="tick_list", protect=True, fades=fades)


@action(needs=P.RUN_TIMETABLE)
def offer_roll(work: Work) -> None:
    """15 minutes before the start the leader gets the list; no name waits in a letter."""
    for activity in ahead(work, QUARTER):
        if work.offices.first_run(f"roll:{activity.id}", stamp(work.now)):
            for point in work.activities.points(activity.id):
                _offer(work, activity, point)


def _offer(work: Work, activity: Activity, point: Point) -> None:
    groups = work.headcounts.said(activity.id, point.id)
    coming = work.registrations.at_point(point.id, *COMING)
    facts = {
        "point": point.full,
        "listed": len(coming),
        "late": sum(one.late for one in coming) or None,
        "groups": sum(g["number"] for g in groups),
    }
    paper = (Press("s.paper", point.id),)
    buttons = ((Press("s.roll", point.id), Press("s.code", point.id)), paper)
    message = Message("saturday.roll_offer", facts, buttons)
    key = f"roll:{point.id}"
    work.nudge(point.leader_id, key, message, drop_after=activity.ends, urgent=True)
