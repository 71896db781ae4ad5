"""A cadre's group: locality, organisation, number; never names. This is how most people come."""

from collections.abc import Mapping

from actions.desk import action
from domain.access import Permission
from domain.activities import Activity, Point
from domain.dialogue import Expectation
from domain.letters import Message, Press
from domain.refusals import Refusal
from domain.saturdays import require_ahead, require_group
from storage import Work


@action(needs=Permission.REGISTER_GROUP)
def ask_group(work: Work, activity_id: int) -> Message:
    """The number by organisation, typed in one line."""
    activity = work.activities.get(activity_id)
    require_ahead(activity, work.now)
    locality_id = _locality(work)
    work.expectations.expect(work.actor.me, Expectation("group", activity.id), work.now)
    last = _said(work, activity, locality_id)
    facts = {"title": activity.title, "starts": activity.starts, "last": last}
    total = sum(work.registrations.last_group(activity.id, locality_id).values())
    same = Press("s.grouplast", activity.id, label=f"@button.s.grouplast={total}")
    return Message(
        "saturday.group_ask", facts, ((same,),) if total else (), topic=f"group:{activity.id}"
    )


@action(needs=Permission.REGISTER_GROUP)
def read_group(work: Work, activity_id: int, parts: Mapping[str, int], total: int) -> Message:
    """What was understood, read back before it counts."""
    return _read_back(work, activity_id, _by_organisation(work, parts, total))


@action(needs=Permission.REGISTER_GROUP)
def as_last(work: Work, activity_id: int) -> Message:
    """«Như tuần trước»: the last day's numbers, read back too."""
    return _read_back(
        work, activity_id, work.registrations.last_group(activity_id, _locality(work))
    )


def _read_back(work: Work, activity_id: int, counted: dict[int, int]) -> Message:
    activity = work.activities.get(activity_id)
    require_ahead(activity, work.now)
    require_group(counted)
    answers = {"parts": {str(key): number for key, number in counted.items()}}
    work.expectations.expect(work.actor.me, Expectation("group", activity.id, answers), work.now)
    names = {o.id: o.short for o in work.offices.organisations(work.today)}
    point = _point(work, activity)
    facts = {
        "locality": _name(work),
        "parts": [[names[key], number] for key, number in counted.items()],
        "total": sum(counted.values()),
        "point": point.full,
        "starts": activity.starts,
    }
    buttons = (
        (Press("s.groupyes", activity.id), Press("s.group", activity.id, label="@button.s.again")),
    )
    return Message("saturday.group_echo", facts, buttons, topic=f"group:{activity.id}")


@action(needs=Permission.REGISTER_GROUP)
def confirm_group(work: Work, activity_id: int) -> Message:
    activity = work.activities.get(activity_id)
    require_ahead(activity, work.now)
    heard = work.expectations.find(work.actor.me, "group", activity.id, work.now)
    if heard is None or "parts" not in heard.answers:
        raise Refusal("nothing_to_confirm")
    parts = {int(key): number for key, number in heard.answers["parts"].items()}
    point = _point(work, activity)
    work.registrations.set_headcount(
        activity.id, point.id, _locality(work), parts, work.actor.me, work.now
    )
    work.expectations.forget(work.actor.me, "group", activity.id)
    work.log("group", "activity", activity.id, facts={"total": sum(parts.values())})
    facts = {"title": activity.title, "starts": activity.starts, "total": sum(parts.values())}
    return Message("saturday.group_saved", facts)


def _by_organisation(work: Work, parts: Mapping[str, int], total: int) -> dict[int, int]:
    """By organisation; a bare number is the cadre's own organisation, or the people's."""
    ids = {o.code: o.id for o in work.offices.organisations(work.today)}
    known = {ids[code]: number for code, number in parts.items() if code in ids}
    rest = total - sum(known.values())
    if rest:
        own = next(iter(work.actor.organisations), None) if not known else ids.get("KHAC")
        other = own or ids.get("KHAC") or next(iter(ids.values()))
        known[other] = known.get(other, 0) + rest
    return known


def _said(work: Work, activity: Activity, locality_id: int) -> str:
    rows = work.registrations.headcounts(activity.id, None, locality_id)
    return ", ".join(f"{row['short']} {row['number']}" for row in rows if row["number"])


def _locality(work: Work) -> int:
    if not work.actor.localities:
        raise Refusal("no_locality")
    return min(work.actor.localities)


def _name(work: Work) -> str:
    mine = _locality(work)
    return next((p.name for p in work.offices.localities(work.today) if p.id == mine), "")


def _point(work: Work, activity: Activity) -> Point:
    """The point of the cadre's own place, else the first."""
    points = work.activities.points(activity.id)
    mine = [p for p in points if p.locality_id in work.actor.localities]
    return (mine or points)[0]
