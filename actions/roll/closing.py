"""«Chốt»: what is still open is asked first; the sum is evidence, and who was away is told."""

from actions.desk import action
from actions.roll.absences import tell_absent
from actions.roll.call import mark
from actions.roll.page import (
    came_in_groups,
    happened,
    names_of,
    page_of,
    read_page,
    require_open,
    roll_of,
)
from actions.turnout.counts import after_report
from domain.access import Permission
from domain.activities import Activity, Point
from domain.expiring import GRACE
from domain.letters import Message, Place, Press
from domain.registrations import Registration
from domain.seats import COMING, Standing
from domain.turnout import Basis, PointFigures, Rank, official
from storage import Work
from storage.rolls import Rolls

P = Permission


@action(needs=P.REPORT_TURNOUT)
def close(work: Work, point_id: int) -> Message:
    """A line that waits for its «Đúng» comes first, then whoever was not marked."""
    activity, point = roll_of(work, point_id)
    require_open(work, activity, point)
    heard = work.expectations.find(work.actor.me, "roll", point.id, work.now)
    if heard and "absent" in heard.answers:
        return read_page(work, point, heard.answers["absent"])
    unmarked = work.registrations.at_point(point.id, *COMING)
    if unmarked or work.now < activity.starts or _nobody(work, activity, point):
        return ask_close(work, activity, point)
    return close_now(work, activity, point)


def _nobody(work: Work, activity: Activity, point: Point) -> bool:
    """Nobody was checked in, and nobody came besides, of no group either: of those the roll says
    how many, else they stand as they were registered."""
    came = work.registrations.at_point(point.id, Standing.PRESENT)
    roll = work.of(Rolls).of_point(point.id)
    unsaid = roll.grouped is None
    grouped = came_in_groups(work, activity, point) if unsaid else roll.grouped
    return not (came or roll.extra or grouped)


def ask_close(work: Work, activity: Activity, point: Point) -> Message:
    """Before the start many are still on their way."""
    unmarked = work.registrations.at_point(point.id, *COMING)
    label = "@button.s.close_absent" if unmarked else "@button.s.close_now"
    absent = Press("s.close", point.id, "sure", label=label)
    look = Press("s.roll", point.id, label="@button.s.look")
    away = work.registrations.at_point(point.id, Standing.ABSENT)
    others = (look,) if away or not unmarked else (Press("s.all", point.id), look)
    facts = {
        "point": point.full,
        "n": len(unmarked) or None,
        "late": sum(one.late for one in unmarked) or None,
        "starts": activity.starts if work.now < activity.starts else None,
        "nobody": 0 if _nobody(work, activity, point) else None,
    }
    return Message("activity.close_ask", facts, ((absent,), others), Place.EDIT)


@action(needs=P.REPORT_TURNOUT)
def close_absent(work: Work, point_id: int) -> Message:
    """Who was not ticked was absent, says whoever closes."""
    activity, point = roll_of(work, point_id)
    require_open(work, activity, point)
    return close_now(work, activity, point)


def close_now(work: Work, activity: Activity, point: Point) -> Message:
    work.of(Rolls).open(point.id, happened(work, activity))
    for one in work.registrations.at_point(point.id, *COMING):
        mark(work, activity, one, Standing.ABSENT)
    work.of(Rolls).close(point.id, work.actor.subject, work.now)
    if activity.ends <= work.now:
        tell_absent(work, point)
    work.expiring.over(names_of(point), work.now + GRACE)
    report(work, activity, point)
    work.expectations.forget(work.actor.me, "roll", point.id)
    work.log("roll_closed", "point", point.id)
    return page_of(work, activity, point, 0)


def report(work: Work, activity: Activity, point: Point) -> None:
    """What a closed roll comes to: evidence, below anybody's word; whoever watches sees it."""
    before = official(work.turnouts.of_point(point.id)).get(point.id)
    present = work.registrations.at_point(point.id, Standing.PRESENT)
    roll = work.of(Rolls).of_point(point.id)
    work.turnouts.add(
        point.id,
        PointFigures(sum(one.heads for one in present) + roll.extra),
        work.now,
        by=work.actor.me,
        rank=Rank.EVIDENCE,
        proof=_proof(present, roll.extra, roll.everyone),
        confirmed_at=work.now,
    )
    now = official(work.turnouts.of_point(point.id)).get(point.id)
    after_report(work, activity, point, before, now, "")


def _proof(present: list[Registration], extra: int, everyone: bool) -> Basis:
    """By code only when everybody who counts gave it; «Đủ cả» is a weaker word than names."""
    if present and not extra and all(one.proof == "code" for one in present):
        return Basis.CODE
    return Basis.ALL if everyone and present else Basis.ROLL_CALL
