"""The weekly report as it reads on a telephone: a text of sections, or a short caption."""

import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from domain.periods import local
from domain.report import NextWeek, Part, WeeklyReport
from texts.catalogue import Words
from texts.digest_sections import (
    LIGHTS,
    asks_lines,
    change,
    coming_lines,
    field_lines,
    first,
    glance_lines,
    is_quiet,
    numbered,
    part_lines,
    planned,
    span,
    work_lines,
)

Facts = Mapping[str, Any]
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
MOST_TEXT, ROOMY_TEXT, MOST_CAPTION = 4_096, 3_800, 1_024
_TAG = re.compile(r"<[^>]+>")


def units(text: str) -> int:
    """How long Telegram finds a text: UTF-16 units, without its marks."""
    return len(plain(text).encode("utf-16-le")) // 2


def plain(text: str) -> str:
    """The words alone, to print or to paste elsewhere."""
    return html.unescape(_TAG.sub("", text))


def paste_version(words: Words, facts: Facts) -> str:
    """The report without marks and without anybody's name, to paste into another app."""
    report = WeeklyReport.load(facts)
    nameless = tuple(replace(task, lead="") for task in report.tasks.overdue)
    text = _text(words, replace(report, tasks=replace(report.tasks, overdue=nameless)))
    return html.escape(plain(text), quote=False)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report. When it grows too long, the section with the highest `spare`
    falls away first; 0 always stays. A section without lines is absent."""

    name: str
    lines: Callable[[Words, WeeklyReport], list[str]]
    spare: int = 0


def text_version(words: Words, facts: Facts) -> str:
    """The whole report, at most 4,096 units."""
    return _text(words, WeeklyReport.load(facts))


def _text(words: Words, report: WeeklyReport) -> str:
    if is_quiet(report):
        return "\n".join([*_head(words, report), words("digest.quiet")])
    sections = sections_of(report)
    kept = list(sections)
    text = _together(words, report, kept)
    for section in sorted(sections, key=lambda s: -s.spare):
        if units(text) > ROOMY_TEXT and section.spare:
            kept.remove(section)
            text = _together(words, report, kept)
    return _cut(text, MOST_TEXT)


def _together(words: Words, report: WeeklyReport, kept: Sequence[Section]) -> str:
    said = [(section.name, section.lines(words, report)) for section in kept]
    blocks = ["\n".join(_head(words, report))]
    for number, (name, lines) in zip(ROMAN, (s for s in said if s[1]), strict=False):
        title = words(f"digest.section.{name}", **_title(report))
        blocks.append("\n".join([f"<b>{number}. {title}</b>", *lines]))
    if report.remarks:
        blocks.append(words("digest.remarks", remarks=report.remarks))
    return "\n\n".join(blocks)


def _title(report: WeeklyReport) -> Facts:
    return {
        "leaders": report.leaders.upper(),
        "next": report.next.number,
        "span": span(report.next.monday, report.next.sunday),
    }


def _cut(text: str, most: int) -> str:
    """As a last resort whole lines go from the end."""
    lines = text.split("\n")
    while units("\n".join(lines)) > most or _open_quote(lines):
        lines.pop()
    return "\n".join(lines)


def _open_quote(lines: Sequence[str]) -> bool:
    text = "\n".join(lines)
    return text.count("<blockquote") != text.count("</blockquote")


def _head(words: Words, report: WeeklyReport) -> list[str]:
    day = local(report.cut_off, words.zone).date()
    head = words(
        "digest.head",
        number=report.number,
        office=report.office,
        part=report.part,
        span=span(report.monday, report.sunday),
        clock=words.clock(report.cut_off),
        weekday=words.texts[f"weekday.{day.weekday()}"],
        day=day,
        approval=words.texts[f"digest.approval.{'yes' if report.approved else 'no'}"],
        updated=_updated(words, report.updated),
    )
    return head.split("\n")


def _updated(words: Words, moment: datetime | None) -> str:
    """`08h10, 23/11`"""
    if moment is None:
        return ""
    here = local(moment, words.zone)
    clock = f"{here.hour:02}{words.texts['clock.between']}{here.minute:02}"
    return f"{clock}, {here.day}/{here.month:02}"


SECTIONS: Sequence[Section] = (
    Section("glance", glance_lines),
    Section("work", work_lines),
    Section("field", field_lines, 1),
    Section("asks", asks_lines),
    Section("next", coming_lines, 2),
)


def sections_of(report: WeeklyReport) -> Sequence[Section]:
    """What the rooms add stands before what is asked."""

    def section_of(part: Part) -> Section:
        return Section(part.name, lambda words, _: part_lines(words, part.lines), 1)

    place = [section.name for section in SECTIONS].index("asks")
    added = [section_of(part) for part in report.parts]
    return [*SECTIONS[:place], *added, *SECTIONS[place:]]


# --- the caption


def caption_version(words: Words, facts: Facts) -> str:
    """The same on one screen: at most 1,024 units; the last lines go first."""
    report = WeeklyReport.load(facts)
    head = words(
        "digest.caption_head",
        number=report.number,
        span=span(report.monday, report.sunday),
        short=report.short,
        part=report.part,
    )
    if is_quiet(report):
        return f"{head}\n\n{words('digest.quiet')}"
    lines = [head, "", *_caption_lines(words, report)]
    while units("\n".join(lines)) > MOST_CAPTION:
        lines.pop()
    return "\n".join(lines)


def _caption_lines(words: Words, report: WeeklyReport) -> list[str]:
    tasks, field = report.tasks, report.turnout
    key = f"digest.caption_tasks.{'some' if tasks.due else 'none'}"
    lines = [words(key, **{**asdict(tasks), "light": LIGHTS[tasks.light]})]
    if late := tasks.overdue:
        rows = numbered(words, "digest.caption_row", late)
        lines += [words("digest.caption_overdue", n=len(late)), *first(words, rows)]
    if field and field.activities:
        lines.append(words("digest.caption_field", **asdict(field), change=change(field)))
    for part in report.parts:
        lines += part_lines(words, part.caption)
    if asks := report.asks:
        said = "; ".join(f"({n}) {text}" for n, text in enumerate(asks, start=1))
        lines.append(words("digest.caption_asks", leaders=report.leaders, asks=said))
    return [*lines, *_caption_next(words, report.next)]


def _caption_next(words: Words, following: NextWeek) -> list[str]:
    if not (following.due or following.activities):
        return []
    days = [planned(words, "digest.caption_day", one) for one in following.activities]
    n = len(following.due) or None
    return [words("digest.caption_next", number=following.number, n=n, days=days)]
