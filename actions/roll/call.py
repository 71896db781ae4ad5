"""Who came: names as toggles, nobody present by default, and a number for those who also came,
whose names are never kept: nobody has asked them."""

from dataclasses import replace
from datetime import datetime

from actions.desk import action, view
from actions.registrations.reminding import SECOND
from actions.registrations.seating import redraw
from actions.roll.absences import put_right
from actions.roll.page import (
    ON_ROLL,
    came_in_groups,
    happened,
    listen,
    names_of,
    on_roll,
    outside_of,
    page_of,
    read_page,
    require_open,
    roll_of,
)
from domain.access import Permission
from domain.activities import Activity, Point, Stage
from domain.calendar import DAY
from domain.hours import LIST_BEFORE, ROLL_FROM
from domain.kinds import LEARNS
from domain.letters import Message, Press, rows_of
from domain.refusals import Refusal
from domain.registrations import MOST_IN_GROUP, Registration
from domain.seats import COMING, Standing
from domain.turnout import require_reportable
from storage import Work
from storage.rolls import Rolls

P = Permission
ROLLED = frozenset({Stage.OPEN, Stage.CLOSED, Stage.RUNNING})
SURELY = 100
"""More who came without a name are asked."""


@action(needs=P.REPORT_TURNOUT)
def open_roll(work: Work, point_id: int, unread: str = "", *, is_result: bool = False) -> Message:
    """The list; from now on «vắng 3 7 12» and «thêm 3» are understood. What was said of who is
    there, and nobody could place, is said; what came of a day that did not begin is refused."""
    activity, point = roll_of(work, point_id)
    if is_result:
        require_reportable(work.actor, point, activity, work.now)
    work.of(Rolls).open(point.id, happened(work, activity))
    listen(work, activity, point)
    page = page_of(work, activity, point, 0)
    return replace(page, facts={**page.facts, "unread": unread or None})


@view(needs=P.REPORT_TURNOUT)
def point_now(work: Work) -> int:
    """The point that somebody leads, whose list may be called at this hour; 0 for none."""
    for activity in work.activities.between(work.now - DAY, work.now + ROLL_FROM):
        if activity.ends > work.now and activity.state(work.now) in ROLLED:
            for point in work.activities.points(activity.id):
                if point.leader_id == work.actor.me:
                    return point.id
    return 0


@view(needs=P.REPORT_TURNOUT)
def point_today(work: Work) -> int:
    """The same, else the one that they led today, whose list may still be called; 0 for none."""
    begun = work.activities.between(work.now - DAY, work.now)
    over = [one for one in begun if work.day(one.starts) == work.today]
    led = [p.id for one in over for p in work.activities.points(one.id) if _leads(work, p)]
    return point_now.run(work) or next(iter(led), 0)


def _leads(work: Work, point: Point) -> bool:
    return point.leader_id == work.actor.me


@view(needs=P.REPORT_TURNOUT)
def next_point(work: Work) -> int:
    """The point that somebody leads today or next, or whose class is theirs; 0 when there is
    none this week."""
    for activity in work.activities.between(work.now - DAY, work.now + 7 * DAY):
        if activity.ends > work.now and activity.state(work.now) in ROLLED:
            teaches = activity.kind in LEARNS and activity.organiser_id == work.actor.me
            for point in work.activities.points(activity.id):
                if teaches or point.leader_id == work.actor.me:
                    return point.id
    return 0


@action(needs=P.REPORT_TURNOUT)
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
        work.of(Rolls).set_everyone(point.id, everyone=False)
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
    work.of(Rolls).open(point.id, happened(work, activity))
    for one in work.registrations.at_point(point.id, *COMING, Standing.ABSENT):
        mark(work, activity, one, Standing.PRESENT)
    work.of(Rolls).set_everyone(point.id, everyone=True)
    work.log("everybody", "point", point.id)


@action(needs=P.REPORT_TURNOUT)
def ask_extra(work: Work, point_id: int) -> Message:
    """How many came besides; a slip of the finger is put right by «Không có»."""
    activity, point = roll_of(work, point_id)
    require_open(work, activity, point)
    listen(work, activity, point)
    extra = work.of(Rolls).of_point(point.id).extra
    more = [Press("s.plus", point.id, str(n), label=f"+{n}") for n in (1, 2, 3, 5, 10)]
    less = [
        Press("s.plus", point.id, "-1", label="−1"),
        Press("s.plus", point.id, "0", label="@button.s.none"),
    ]
    rows = rows_of([*more, *less] if extra else more)
    facts = {"point": point.full, "extra": extra or None}
    return Message("activity.ask_extra", facts, rows, topic=f"roll:{point.id}")


@action(needs=P.REPORT_TURNOUT)
def hear_extra(work: Work, point_id: int, number: int) -> Message:
    """«thêm 3»; «thêm 1.000» is asked."""
    if not SURELY < number <= MOST_IN_GROUP:
        return add_extra.run(work, point_id, number)
    _, point = roll_of(work, point_id)
    yes = Press("s.plus", point.id, str(number), label=f"@activity.extra_yes={number}")
    again = Press("s.extra", point.id, label="@button.s.again")
    facts = {"point": point.full, "n": number}
    return Message("activity.extra_sure", facts, ((yes, again),), topic=f"roll:{point.id}")


@action(needs=P.REPORT_TURNOUT)
def add_extra(work: Work, point_id: int, number: int) -> Message:
    """Some more, or one less, also came without a name; 0 begins anew."""
    activity, point = roll_of(work, point_id)
    return _shown(work, activity, point, also_came(work, activity, point, number, not number))


@action(needs=P.REPORT_TURNOUT)
def set_extra(work: Work, point_id: int, number: int) -> Message:
    """«đến thêm: 3»: so many in all."""
    activity, point = roll_of(work, point_id)
    return _shown(work, activity, point, also_came(work, activity, point, number, in_all=True))


def also_came(work: Work, activity: Activity, point: Point, number: int, in_all: bool) -> int:
    """So many more, or in all, counted even above the places; returns what it was before."""
    require_open(work, activity, point)
    before = work.of(Rolls).of_point(point.id).extra
    now = number if in_all else before + number
    if not 0 <= now <= MOST_IN_GROUP:
        raise Refusal("extra_number", most=MOST_IN_GROUP)
    work.of(Rolls).open(point.id, happened(work, activity))
    work.of(Rolls).set_extra(point.id, now)
    work.log("extra", "point", point.id, facts={"extra": now})
    return before


def came_grouped(work: Work, activity: Activity, point: Point, number: int | None) -> None:
    """So many of those who were registered in groups are there, where that is said."""
    if number is None:
        return
    if number > MOST_IN_GROUP:
        raise Refusal("extra_number", most=MOST_IN_GROUP)
    work.of(Rolls).open(point.id, happened(work, activity))
    work.of(Rolls).set_grouped(point.id, number)
    work.log("grouped", "point", point.id, facts={"grouped": number})


def _shown(work: Work, activity: Activity, point: Point, before: int) -> Message:
    """What it was before is said; a line that waits for its «Đúng» still waits."""
    heard = work.expectations.find(work.actor.me, "roll", point.id, work.now)
    if heard and "absent" in heard.answers:
        listen(work, activity, point, heard.answers)
        return read_page(work, point, heard.answers["absent"])
    return page_of(work, activity, point, 0, extra_was=before)


@action(needs=P.REPORT_TURNOUT)
def reopen(work: Work, point_id: int) -> Message:
    """A closed list may be put right; the figures follow when it is closed again."""
    activity, point = roll_of(work, point_id)
    if activity.stored is Stage.LOCKED:
        raise Refusal("roll_locked", code=activity.code)
    work.of(Rolls).reopen(point.id)
    listen(work, activity, point)
    work.log("roll_reopened", "point", point.id)
    return page_of(work, activity, point, 0)


def mark(work: Work, activity: Activity, one: Registration, became: Standing) -> None:
    """Who came, who says so, when it was and when it was written."""
    by_code = one.proof == "code" and became is Standing.PRESENT
    who, when = work.actor.subject, happened(work, activity)
    proof = "code" if by_code else "roll_call"
    work.registrations.record(one.id, became, who, proof, when, work.now)
    _journal(work, one, became, when)
    if one.standing is not became:
        redraw(work, one)
    if one.standing is Standing.ABSENT:
        put_right(work, one)


def _journal(work: Work, one: Registration, became: Standing, when: datetime) -> None:
    facts = {"happened": when}
    was = one.standing.value
    work.log(became.value, "registration", one.id, was=was, became=became.value, facts=facts)


@action(needs=P.REPORT_TURNOUT)
def on_paper(work: Work, point_id: int) -> Message:
    """The list to print, for a morning without signal; typed in later it keeps both times."""
    activity, point = roll_of(work, point_id)
    rows = [
        {"number": n, "name": one.name, "companions": one.heads - 1 or None}
        for n, one in on_roll(work, point)
    ]
    facts = {
        "code": activity.code,
        "point": point.full,
        "title": activity.title,
        "starts": activity.starts,
        "people": rows,
    }
    expires = names_of(point)
    return Message("activity.paper", facts, paper="tick_list", protect=True, expires=expires)


@action(needs=P.RUN_TIMETABLE)
def offer_roll(work: Work) -> None:
    """A little before the start the leader gets the list, and until the end where the house slept
    meanwhile; no name waits in a letter."""
    for activity in work.activities.between(work.now - DAY, work.now + LIST_BEFORE + SECOND):
        held = activity.ends > work.now and activity.state(work.now) in ROLLED
        if held and work.offices.first_run(f"roll:{activity.id}", work.now):
            for point in work.activities.points(activity.id):
                _offer(work, activity, point)


def _offer(work: Work, activity: Activity, point: Point) -> None:
    coming = work.registrations.at_point(point.id, *COMING)
    outside = outside_of(work, activity, point)
    facts = {
        "point": point.full,
        "listed": len(coming),
        "late": sum(one.late for one in coming) or None,
        "groups": came_in_groups(work, activity, point) - outside,
        "outside": outside or None,
    }
    paper = (Press("s.paper", point.id),)
    buttons = ((Press("s.roll", point.id), Press("s.code", point.id)), paper)
    message = Message("activity.roll_offer", facts, buttons)
    callers = {point.leader_id} | ({activity.organiser_id} if activity.kind in LEARNS else set())
    for person_id in callers - {None}:
        key = f"roll:{point.id}:{person_id}"
        work.nudge(person_id, key, message, drop_after=activity.ends, urgent=True)
