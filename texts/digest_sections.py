"""The sections of the weekly report, and the lines that they share with the caption."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from domain.report import (
    HeldActivity,
    LateTask,
    Line,
    NextActivity,
    SectionTasks,
    WeeklyReport,
    WeekTasks,
    WeekTurnout,
)
from texts.catalogue import Words

SHOWN = 5
"""Of a longer list only so many lines are shown."""
LIGHTS = {"green": "🟢", "yellow": "🟡", "red": "🔴"}


def is_quiet(report: WeeklyReport) -> bool:
    """Nothing given, due, done, open, held, followed or asked: one line is enough."""
    held = report.turnout.activities if report.turnout else ()
    return not (_is_busy(report.tasks) or held or report.parts or report.asks)


def _is_busy(tasks: WeekTasks) -> bool:
    return any((tasks.given, tasks.due, tasks.closed, tasks.open, tasks.review))


def glance_lines(words: Words, report: WeeklyReport) -> list[str]:
    tasks, field = report.tasks, report.turnout
    lines = [_rate(words, tasks), _late(words, tasks)]
    if field and field.events:
        was = words("digest.was", was=field.was) if field.was is not None else ""
        against = "; ".join(filter(None, (change(field), was)))
        lines.append(words("digest.came", total=field.total, against=against))
    if asks := report.asks:
        lines.append(words("digest.asked", n=len(asks), leaders=report.leaders))
    return lines


def _late(words: Words, tasks: WeekTasks) -> str:
    key = f"digest.late.{'some' if tasks.overdue else 'none'}"
    return words(key, n=len(tasks.overdue), review=tasks.review, new=tasks.unaccepted)


def _rate(words: Words, tasks: WeekTasks) -> str:
    light = LIGHTS[tasks.light]
    if not tasks.due:
        return words("digest.rate.none", light=light)
    was = f"{tasks.was_on_time}/{tasks.was_due}" if tasks.was_due else ""
    return words("digest.rate.some", **{**asdict(tasks), "light": light, "was": was})


def work_lines(words: Words, report: WeeklyReport) -> list[str]:
    tasks = report.tasks
    if not _is_busy(tasks):
        return []
    rare = {"extensions": tasks.extensions or None, "reworks": tasks.reworks or None}
    lines = [words("digest.tasks", **{**asdict(tasks), **rare})]
    if tasks.reopened:
        lines.append(words("digest.reopened", codes=tasks.reopened))
    if tasks.units:
        lines.append(words("digest.by_unit", unit=report.unit))
        lines += [_unit(words, unit, report.unit) for unit in tasks.units]
    if tasks.overdue:
        shown = numbered(words, "digest.overdue", tasks.overdue)
        lines += [words("digest.overdue_head"), *first(words, shown)]
    return lines


def _unit(words: Words, unit: SectionTasks, label: str) -> str:
    name = unit.name or words("digest.unit_none", unit=label)
    shown = {"name": name, "light": LIGHTS[unit.light], "late": unit.late or None}
    return words("digest.unit", **{**asdict(unit), **shown})


def field_lines(words: Words, report: WeeklyReport) -> list[str]:
    field = report.turnout
    if not field or not (field.events or field.activities):
        return []
    lines = [_activity(words, activity) for activity in field.activities]
    besides = (
        words("digest.known", known=field.known),
        words("digest.parts", parts=field.parts, rest=field.rest),
        words("digest.results", measures=field.measures),
        words("digest.together", weeks=field.weeks, events=field.events, together=field.together),
    )
    return [*first(words, lines or [words("digest.no_activity")]), *filter(None, besides)]


def _activity(words: Words, activity: HeldActivity) -> str:
    off = [f"{point.name} ({point.reason})" for point in activity.not_held]
    nobody = not activity.points and activity.missing
    key = "digest.activity_silent" if nobody else "digest.activity"
    return words(key, **{**asdict(activity), "not_held": off})


def part_lines(words: Words, lines: Sequence[Line]) -> list[str]:
    """What a room adds, each line by its own text."""
    return [words(line.kind, **line.facts) for line in lines]


def asks_lines(words: Words, report: WeeklyReport) -> list[str]:
    return [words("digest.ask", number=n, text=text) for n, text in enumerate(report.asks, 1)]


def coming_lines(words: Words, report: WeeklyReport) -> list[str]:
    due, lines = report.next.due, []
    if due:
        shown = [words("digest.next_due_row", **asdict(task)) for task in due[:SHOWN]]
        rest = max(0, len(due) - SHOWN) or None
        lines.append(words("digest.next_due", n=len(due), rows=shown, rest=rest))
    lines += [planned(words, "digest.next_activity", one) for one in report.next.activities]
    return _folded(lines)


def _folded(lines: list[str]) -> list[str]:
    """A block that Telegram shows in short and opens at a tap."""
    whole = "\n".join(lines)
    return f"<blockquote expandable>{whole}</blockquote>".split("\n") if lines else []


# --- lines that the caption has too


def span(first: date, last: date) -> str:
    """`16–22/11/2026`"""
    begins = f"{first.day}" if first.month == last.month else f"{first.day}/{first.month:02}"
    if first.year != last.year:
        begins += f"/{first.year}"
    return f"{begins}–{last.day}/{last.month:02}/{last.year}"


def change(field: WeekTurnout) -> str:
    """`▲6`, `▼3`; nothing when it stayed, or when nothing was held the week before."""
    now, was = field.total, field.was
    return "" if was is None or was == now else f"{'▲' if now > was else '▼'}{abs(now - was)}"


def numbered(words: Words, key: str, tasks: Sequence[LateTask]) -> list[str]:
    return [
        words(key, number=number, **asdict(task)) for number, task in enumerate(tasks, start=1)
    ]


def first(words: Words, lines: Sequence[str]) -> list[str]:
    """Five of a list, and how many more there are."""
    rest = len(lines) - SHOWN
    return [*lines[:SHOWN], words("digest.more", n=rest)] if rest > 0 else list(lines)


def planned(words: Words, key: str, activity: NextActivity) -> str:
    return words(key, **asdict(activity))
