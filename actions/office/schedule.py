"""«Lịch tuần»: what the office does on which day, and what is due from whoever asks."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from actions.desk import view
from domain.access import Permission
from domain.activities import Stage
from domain.calendar import DAY
from domain.letters import Message, Press
from domain.periods import Week, local
from storage import Work

HIDDEN = (Stage.DRAFT, Stage.CANCELLED, Stage.POSTPONED)


@view(needs=Permission.SEE_SCHEDULE)
def week(work: Work, ahead: int = 0) -> Message:
    """A week's days with something on them; `ahead` counts weeks from this one."""
    shown = Week(Week.of(work.today).monday + timedelta(weeks=ahead))
    entries = _entries(work, shown)
    days = _days(work, entries)
    facts = {"n": shown.number, "first": shown.monday, "last": shown.sunday, "days": days}
    before = (Press("week", ahead - 1),) if ahead else ()
    return Message("schedule.week", facts, ((*before, Press("week.next", ahead + 1)),))


@view(needs=Permission.SEE_SCHEDULE)
def tomorrow(work: Work) -> Message:
    """«Mai có việc gì»: of the schedule, the day that comes."""
    day = work.today + DAY
    entries = {d: rows for d, rows in _entries(work, Week.of(day)).items() if d == day}
    return Message("schedule.tomorrow", {"day": day, "days": _days(work, entries)})


@view(needs=Permission.SEE_SCHEDULE)
def next_week(work: Work) -> Message:
    """«Tuần sau có hoạt động nào»: the office's activities, without what is due from anybody."""
    shown = Week.of(work.today).next
    rows = [row for _, row in sorted(_held(work, shown), key=lambda held: held[1]["at"])]
    if not rows:
        return Message("schedule.nothing_next_week", {"n": shown.number})
    facts = {"n": shown.number, "first": shown.monday, "last": shown.sunday, "rows": rows}
    return Message("schedule.next_week", facts)


def _days(work: Work, entries: Mapping[date, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    return [
        {"day": day, "rows": entries[day], "off": not work.calendar.is_working_day(day)}
        for day in sorted(entries)
    ]


def _entries(work: Work, shown: Week) -> Mapping[date, list[dict[str, Any]]]:
    zone = work.zone
    found: dict[date, list[dict[str, Any]]] = {}
    for day, row in _held(work, shown):
        found.setdefault(day, []).append(row)
    for one in work.assignments.open_of(work.actor.me):
        is_mine = one.lead_id == work.actor.me
        if is_mine and shown.begins(zone) <= one.due_at < shown.ends(zone):
            row = {"due": one.due_at, "title": one.title, "number": one.number}
            found.setdefault(local(one.due_at, zone).date(), []).append(row)
    return found


def _held(work: Work, shown: Week) -> Iterator[tuple[date, dict[str, Any]]]:
    zone = work.zone
    for activity in work.activities.between(shown.begins(zone), shown.ends(zone)):
        if activity.state(work.now) not in HIDDEN:
            places = [
                point.locality or point.name for point in work.activities.points(activity.id)
            ]
            row = {"at": activity.starts, "title": activity.title, "places": places}
            yield local(activity.starts, zone).date(), row
