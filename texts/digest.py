"""The weekly report as it reads on a telephone: a text of sections, or a short caption."""

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from domain.periods import local
from domain.report import ASKED, OF_ANOTHER, SHOWN, ReportLine, WeeklyReport, nameless
from domain.report_reading import read
from texts.catalogue import Words

Facts = Mapping[str, Any]
ROMAN = tuple("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII".split())  # noqa: SIM905 - as it is counted
CAPTION_CORRECTED, CAPTION_GOOD = 2, 3
MOST_ASKED = 10
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
    report = read(facts)
    parts = tuple(part.nameless for part in report.parts)
    asks, became = _asked_briefly(words, report), nameless(report.became)
    text = _text(words, replace(report, parts=parts, asks=asks, became=became))
    return html.escape(plain(text), quote=False)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the report. When it grows too long, the one with the highest `spare` falls
    away first; 0 always stays. A section without lines is absent."""

    name: str
    lines: Sequence[str]
    spare: int = 0


def text_version(words: Words, facts: Facts) -> str:
    """The whole report, at most 4,096 units."""
    return _text(words, read(facts))


def _text(words: Words, report: WeeklyReport) -> str:
    if report.is_quiet:
        quiet = "\n".join([*_head(words, report), words("digest.quiet")])
        return "\n\n".join([quiet, *_remarks(words, report)])
    kept = list(sections_of(words, report))
    text = _together(words, report, kept)
    for section in sorted(kept, key=lambda s: -s.spare):
        if units(text) > ROOMY_TEXT and section.spare:
            kept.remove(section)
            text = _together(words, report, kept)
    return _cut(text, MOST_TEXT)


def _together(words: Words, report: WeeklyReport, kept: Sequence[Section]) -> str:
    blocks = ["\n".join([*_head(words, report), *said(words, report.corrections)])]
    for number, section in zip(ROMAN, (s for s in kept if s.lines), strict=False):
        title = words(f"digest.section.{section.name}", **_title(report))
        blocks.append("\n".join([f"<b>{number}. {title}</b>", *section.lines]))
    return "\n\n".join([*blocks, *_remarks(words, report)])


def _remarks(words: Words, report: WeeklyReport) -> list[str]:
    """The office's own words, also of a week in which nothing was."""
    return [words("digest.remarks", remarks=report.remarks)] if report.remarks else []


def _title(report: WeeklyReport) -> Facts:
    return {
        "leaders": report.leaders.upper(),
        "next": report.following.number,
        "span": span(report.following.monday, report.following.sunday),
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
    facts = {"office": report.office, "part": report.part, **_when(words, report)}
    return words("digest.head", **facts).split("\n")


def _when(words: Words, report: WeeklyReport) -> Facts:
    """Which week, as of when, and who stands for it."""
    day = local(report.cut_off, words.zone).date()
    return {
        "kind": report.kind,
        "number": report.number,
        "span": span(report.monday, report.sunday),
        "short": report.short,
        "clock": words.clock(report.cut_off),
        "weekday": words.texts[f"weekday.{day.weekday()}"],
        "day": day,
        "approval": words.texts[f"digest.approval.{'yes' if report.approved else 'no'}"],
        "updated": _updated(words, report.updated),
    }


def _updated(words: Words, moment: datetime | None) -> str:
    """`08h10, 23/11`"""
    if moment is None:
        return ""
    here = local(moment, words.zone)
    clock = f"{here.hour:02}{words.texts['clock.between']}{here.minute:02}"
    return f"{clock}, {here.day}/{here.month:02}"


def span(first: date, last: date) -> str:
    """`16–22/11/2026`"""
    begins = f"{first.day}" if first.month == last.month else f"{first.day}/{first.month:02}"
    if first.year != last.year:
        begins += f"/{first.year}"
    return f"{begins}–{last.day}/{last.month:02}/{last.year}"


def sections_of(words: Words, report: WeeklyReport) -> Sequence[Section]:
    """At a glance, what the rooms tell, what is asked, what comes next."""
    glance = [line for part in report.parts for line in said(words, part.glance)]
    if report.open_asks:
        glance.append(words("digest.asked", n=report.open_asks, leaders=report.leaders))
    told = (Section(part.name, said(words, part.lines), part.spare) for part in report.parts)
    asked = _asked(words, "digest.ask", report.asks, report.stand, MOST_ASKED)
    coming = [line for part in report.parts for line in said(words, part.next)]
    return (
        Section("glance", glance),
        *told,
        Section("asks", asked),
        Section("next", _folded(coming), 2),
        Section("good", [line for part in report.parts for line in said(words, part.good)], 3),
    )


def _asked_briefly(words: Words, report: WeeklyReport) -> tuple[str, ...]:
    """What is to be decided, as it may travel."""
    asks = report.asks_brief
    return tuple(plain(words(f"digest.ask_brief.{ask.kind}", **ask.facts)) for ask in asks)


def _stands(words: Words, line: ReportLine) -> Facts:
    """What became of it, or that another than the reader is asked; nothing while the reader is."""
    said = words(line.kind, **line.facts)
    return {ASKED: {}, OF_ANOTHER: {"other": said}}.get(line.kind, {"over": said})


def _asked(
    words: Words, kind: str, asks: Sequence[str], stand: Sequence[ReportLine], most: int
) -> list[str]:
    """As many as there is room for, and how many more: none drops out unseen."""
    told = list(zip(asks, stand, strict=True))[:most]
    rows = [
        words(kind, number=n, text=text, **_stands(words, line))
        for n, (text, line) in enumerate(told, start=1)
    ]
    rest = len(asks) - len(rows)
    return [*rows, words("digest.ask_more", n=rest)] if rest else rows


def said(words: Words, lines: Iterable[ReportLine]) -> list[str]:
    """Each line by its own text; one that has nothing to say is absent."""
    return [text for line in lines if (text := words(line.kind, **line.facts))]


def _folded(lines: Sequence[str]) -> list[str]:
    """A block that Telegram shows in short and opens at a tap."""
    whole = "\n".join(lines)
    return f"<blockquote expandable>{whole}</blockquote>".split("\n") if lines else []


# --- the caption


def caption_version(words: Words, facts: Facts) -> str:
    """The same on one screen, at most 1,024 units: the lock screen's line first, then what is to
    be decided; the last lines go first."""
    report = read(facts)
    foot = words("digest.caption_foot", **_when(words, report), part=report.part)
    if report.is_quiet:
        return "\n".join([words("digest.quiet"), "", *_own(words, facts), foot])
    corrections = said(words, report.corrections)[-CAPTION_CORRECTED:]
    own = _own(words, facts)
    lines = [headline(words, report), *corrections, "", *own, *_caption_lines(words, report)]
    while not lines[-1] or units("\n".join([*lines, "", foot])) > MOST_CAPTION:
        lines.pop()
    return "\n".join([*lines, "", foot])


def _own(words: Words, facts: Facts) -> list[str]:
    """What waits for the reader's own approval."""
    if not facts.get("yours"):
        return []
    rest = max(facts["rest"], 0) or None
    return [words("digest.caption_yours", numbers=facts["yours"], rest=rest), ""]


def headline(words: Words, report: WeeklyReport) -> str:
    """`Xin ý kiến 2 · Quá hạn 3 · 218 lượt người`"""
    n = report.open_asks
    asks = [words("digest.headline_asks", n=n)] if n else []
    told = [piece for part in report.parts for piece in said(words, part.headline)]
    return " · ".join([*asks, *told]) or words("digest.headline_quiet")


def _caption_lines(words: Words, report: WeeklyReport) -> list[str]:
    lines: list[str] = []
    if asks := _asked_briefly(words, report):
        lines.append(words("digest.caption_asks", leaders=report.leaders.upper()))
        lines += _asked(words, "digest.caption_ask", asks, nameless(report.stand), SHOWN)
        lines.append("")
    lines += [line for part in report.parts for line in said(words, part.caption)]
    coming = [line for part in report.parts for line in said(words, part.caption_next)]
    if coming:
        facts = {"number": report.following.number, "coming": coming}
        lines.append(words("digest.caption_next", **facts))
    good = [line for part in report.parts for line in said(words, part.caption_good)]
    if good:
        lines.append(words("digest.caption_good", good=good[:CAPTION_GOOD]))
    return lines


LAYOUTS = {
    "digest.caption": caption_version,
    "digest.paste": paste_version,
    "digest.text": text_version,
}
