"""Who came: names as toggles, nobody present by default, and a number for those who also came,
whose names are never kept: nobody has asked them."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from actions.desk import action, view
from actions.saturdays.reminding import ahead
from actions.saturdays.seating import redraw
from domain.access import Permission
from domain.activities import Activity, Point
from domain.dialogue import Expectation
from domain.letters import Message, Place, Press, Rows
from domain.names import given_name, shorten
from domain.refusals import Refusal
from domain.saturdays import (
    MOST_IN_GROUP,
    Registration,
    require_roll,
)
from domain.seats import COMING, Standing
from domain.turnout import Proof, Rank
from storage import Work
from storage.rows import stamp

P = Permission
PAGE = 10
HOUR, QUARTER = timedelta(hours=1), timedelta(minutes=15)
ON_ROLL = (*COMING, Standing.PRESENT, Standing.ABSENT)


@action(needs=P.REPORT_TURNOUT)
def open_roll(work: Work, point_id: int) -> Message:
    """The list; from now on «vắng 3 7 12» and «thêm 3» are understood."""
    activity, point = _mine(work, point_id)
    work.registrations.open_roll(point.id, _happened(work, activity))
    work.expectations.expect(work.actor.me, _waiting(work, activity, point), work.now)
    return page_of(work, activity, point, 0)


@view(needs=P.REPORT_TURNOUT)
def turn_page(work: Work, point_id: int, page: int) -> Message:
    activity, point = _mine(work, point_id)
    return page_of(work, activity, point, page)


def page_of(work: Work, activity: Activity, point: Point, page: int) -> Message:
    people = work.registrations.at_point(point.id, *ON_ROLL)
    roll = work.registrations.roll(point.id) or {"extra": 0, "closed_at": None}
    pages = max(1, -(-len(people) // PAGE))
    page = min(max(page, 0), pages - 1)
    facts = {
        "point": point.full,
        "title": activity.title,
        "listed": len(people),
        "present": sum(p.standing is Standing.PRESENT for p in people),
        "extra": roll["extra"] or None,
        "late": sum(p.late for p in people) or None,
        "groups": sum(g["number"] for g in work.registrations.headcounts(activity.id, point.id))
        or None,
        "page": f"{page + 1}/{pages}" if pages > 1 else "",
        "closed": roll["closed_at"] is not None,
    }
    if roll["closed_at"]:
        return Message(
            "saturday.roll_closed",
            facts,
            (
                (
                    Press("t.point", point.id, label="@button.s.results"),
                    Press("s.reopen", point.id),
                ),
            ),
            Place.EDIT,
        )
    rows = _names(people, page)
    return Message(
        "saturday.roll", facts, (*rows, *_tools(point, page, pages)), Place.EDIT, protect=True
    )


def _names(people: list[Registration], page: int) -> Rows:
    shown = people[page * PAGE : page * PAGE + PAGE]
    presses = [
        Press("s.tick", one.id, str(page), label=_label(page * PAGE + n + 1, one))
        for n, one in enumerate(shown)
    ]
    return tuple(tuple(presses[n : n + 2]) for n in range(0, len(presses), 2))


def _label(number: int, one: Registration) -> str:
    mark = "✅ " if one.standing is Standing.PRESENT else ""
    with_them = one.heads - 1
    return f"{mark}{number}. {shorten(given_name(one.name), 9)}" + (
        f" +{with_them}" if with_them else ""
    )


def _tools(point: Point, page: int, pages: int) -> Rows:
    turns = []
    if page:
        turns.append(Press("s.page", point.id, str(page - 1), label="‹"))
    if page < pages - 1:
        turns.append(Press("s.page", point.id, str(page + 1), label="›"))
    tools = (Press("s.all", point.id), Press("s.extra", point.id))
    last = (Press("s.code", point.id), Press("s.close", point.id))
    return (tuple(turns), tools, last) if turns else (tools, last)


@action(needs=P.REPORT_TURNOUT)
def tick(work: Work, registration_id: int, page: int) -> Message:
    """Present, or not; a second tap takes it back."""
    one = work.registrations.get(registration_id)
    activity, point = _mine(work, one.point_id)
    _require_open(work, point)
    if one.standing is Standing.PRESENT:
        _mark(
            work,
            activity,
            one,
            Standing.CONFIRMED if one.evening == "yes" else Standing.REGISTERED,
        )
    else:
        _mark(work, activity, one, Standing.PRESENT)
    return page_of(work, activity, point, page)


@action(needs=P.REPORT_TURNOUT)
def everybody(work: Work, point_id: int) -> Message:
    """«Đủ cả» is one tap, and recorded as such."""
    activity, point = _mine(work, point_id)
    _require_open(work, point)
    work.registrations.open_roll(point.id, _happened(work, activity))
    work.registrations.set_everyone(point.id)
    for one in work.registrations.at_point(point.id, *COMING, Standing.ABSENT):
        _mark(work, activity, one, Standing.PRESENT)
    work.log("everybody", "point", point.id)
    return page_of(work, activity, point, 0)


@action(needs=P.REPORT_TURNOUT)
def read_absent(work: Work, point_id: int, numbers: Iterable[int]) -> Message:
    """«vắng 3 7 12», read back before it counts."""
    activity, point = _mine(work, point_id)
    _require_open(work, point)
    people = work.registrations.at_point(point.id, *ON_ROLL)
    chosen = sorted(set(numbers))
    if not chosen or chosen[0] < 1 or chosen[-1] > len(people):
        raise Refusal("roll_numbers", most=len(people))
    answers = {"absent": [people[n - 1].id for n in chosen]}
    work.expectations.expect(work.actor.me, _waiting(work, activity, point, answers), work.now)
    names = [f"{n}. {given_name(people[n - 1].name)}" for n in chosen]
    facts = {"absent": names, "present": len(people) - len(chosen), "point": point.full}
    buttons = ((Press("s.absent", point.id), Press("s.roll", point.id, label="@button.s.again")),)
    return Message("saturday.roll_read", facts, buttons, protect=True)


@action(needs=P.REPORT_TURNOUT)
def confirm_absent(work: Work, point_id: int) -> Message:
    """All are present but those who were named."""
    activity, point = _mine(work, point_id)
    _require_open(work, point)
    heard = work.expectations.find(work.actor.me, "roll", point.id, work.now)
    if heard is None or "absent" not in heard.answers:
        raise Refusal("nothing_to_confirm")
    work.registrations.open_roll(point.id, _happened(work, activity))
    for one in work.registrations.at_point(point.id, *ON_ROLL):
        became = Standing.ABSENT if one.id in heard.answers["absent"] else Standing.PRESENT
        if one.standing is not became:
            _mark(work, activity, one, became)
    work.expectations.expect(work.actor.me, _waiting(work, activity, point), work.now)
    return page_of(work, activity, point, 0)


@action(needs=P.REPORT_TURNOUT)
def ask_extra(work: Work, point_id: int) -> Message:
    activity, point = _mine(work, point_id)
    work.expectations.expect(work.actor.me, _waiting(work, activity, point), work.now)
    numbers = tuple(Press("s.plus", point.id, str(n), label=f"+{n}") for n in (1, 2, 3, 5, 10))
    rows = (numbers[:3], numbers[3:])
    return Message("saturday.ask_extra", {"point": point.full}, rows, topic=f"roll:{point.id}")


@action(needs=P.REPORT_TURNOUT)
def add_extra(work: Work, point_id: int, number: int) -> Message:
    """Also came, without a name: counted even above the places."""
    activity, point = _mine(work, point_id)
    _require_open(work, point)
    roll = work.registrations.open_roll(point.id, _happened(work, activity))
    total = roll["extra"] + number
    if number < 1 or total > MOST_IN_GROUP:
        raise Refusal("group_number", most=MOST_IN_GROUP)
    work.registrations.set_extra(point.id, total)
    work.log("extra", "point", point.id, facts={"extra": total})
    return page_of(work, activity, point, 0)


@action(needs=P.REPORT_TURNOUT)
def close(work: Work, point_id: int) -> Message:
    """«Chốt»: who was not ticked was absent, says whoever closes; the sum is evidence."""
    activity, point = _mine(work, point_id)
    _require_open(work, point)
    work.registrations.open_roll(point.id, _happened(work, activity))
    for one in work.registrations.at_point(point.id, *COMING):
        _mark(work, activity, one, Standing.ABSENT)
    for one in work.registrations.at_point(point.id, Standing.ABSENT):
        buttons = ((Press("s.dispute", one.id),),)
        message = Message(
            "saturday.absent", {"title": activity.title, "starts": activity.starts}, buttons
        )
        work.nudge(one.person_id, f"absent:{one.id}", message, silent=True)
    work.registrations.close_roll(point.id, work.actor.subject, work.now)
    _report(work, point)
    work.expectations.forget(work.actor.me, "roll", point.id)
    work.log("roll_closed", "point", point.id)
    return page_of(work, activity, point, 0)


@action(needs=P.REPORT_TURNOUT)
def reopen(work: Work, point_id: int) -> Message:
    """A closed list may be put right; the figures follow when it is closed again."""
    activity, point = _mine(work, point_id)
    work.registrations.reopen_roll(point.id)
    work.expectations.expect(work.actor.me, _waiting(work, activity, point), work.now)
    work.log("roll_reopened", "point", point.id)
    return page_of(work, activity, point, 0)


def _report(work: Work, point: Point) -> None:
    present = work.registrations.at_point(point.id, Standing.PRESENT)
    roll = work.registrations.roll(point.id) or {"extra": 0}
    total = sum(one.heads for one in present) + roll["extra"]
    by_code = bool(present) and not roll["extra"] and all(one.proof == "code" for one in present)
    work.turnouts.add(
        point.id,
        work.now,
        reporter_id=work.actor.me,
        recorded_by=work.actor.me,
        rank=Rank.EVIDENCE,
        proof=Proof.CODE if by_code else Proof.ROLL_CALL,
        total=total,
        confirmed_at=work.now,
    )


def _mark(work: Work, activity: Activity, one: Registration, became: Standing) -> None:
    """Who came, who says so, when it was and when it was written."""
    proof = "code" if one.proof == "code" and became is Standing.PRESENT else "roll_call"
    who, happened = work.actor.subject, _happened(work, activity)
    work.registrations.record(one.id, became, who, proof, happened, work.now)
    work.log(
        became.value,
        "registration",
        one.id,
        was=one.standing.value,
        became=became.value,
        facts={"happened": happened},
    )
    if one.standing is not became:
        redraw(work, one)


def _waiting(
    work: Work, activity: Activity, point: Point, answers: Mapping[str, Any] | None = None
) -> Expectation:
    """«vắng 3 7 12» and «thêm 3» are understood until the day is over."""
    until = max(activity.ends, work.now + HOUR)
    return Expectation("roll", point.id, answers or {}, expires=until)


def _happened(work: Work, activity: Activity) -> datetime:
    """During the day it is now; typed in later, it was when the day began."""
    return work.now if work.now < activity.ends else activity.starts


def _mine(work: Work, point_id: int) -> tuple[Activity, Point]:
    point = work.activities.point(point_id)
    activity = work.activities.get(point.activity_id)
    require_roll(work.actor, point, activity, work.now)
    return activity, point


def _require_open(work: Work, point: Point) -> None:
    roll = work.registrations.roll(point.id)
    if roll and roll["closed_at"]:
        raise Refusal("roll_closed")


@action(needs=P.RUN_TIMETABLE)
def offer_roll(work: Work) -> None:
    """15 minutes before the start the leader gets the list; no name waits in a letter."""
    for activity in ahead(work, QUARTER):
        if work.offices.first_run(f"roll:{activity.id}", stamp(work.now)):
            for point in work.activities.points(activity.id):
                listed = work.registrations.at_point(point.id, *COMING)
                groups = work.registrations.headcounts(activity.id, point.id)
                facts = {
                    "point": point.full,
                    "listed": len(listed),
                    "groups": sum(g["number"] for g in groups),
                }
                buttons = ((Press("s.roll", point.id), Press("s.code", point.id)),)
                message = Message("saturday.roll_offer", facts, buttons)
                key = f"roll:{point.id}"
                work.nudge(point.leader_id, key, message, drop_after=activity.ends, urgent=True)
