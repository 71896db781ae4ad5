"""The weekly report as it reads on a telephone: a text of sections, or a short caption."""

import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from domain.periods import local
from texts.catalogue import Words

Facts = Mapping[str, Any]
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
SHOWN = 5
"""Of a longer list only so many lines are shown."""
MOST_TEXT, ROOMY_TEXT, MOST_CAPTION = 4_096, 3_800, 1_024
LIGHTS = {"green": "🟢", "yellow": "🟡", "red": "🔴"}
_TAG = re.compile(r"<[^>]+>")


def units(text: str) -> int:
    """How long Telegram finds a text: UTF-16 units, without its marks."""
    return len(plain(text).encode("utf-16-le")) // 2


def plain(text: str) -> str:
    """The words alone, to print or to paste elsewhere."""
    return html.unescape(_TAG.sub("", text))


def paste_version(words: Words, facts: Facts) -> str:
    """The report without marks and without anybody's name, to paste into another app."""
    tasks = facts["tasks"]
    nameless = [{**row, "lead": None} for row in tasks["overdue"]]
    text = text_version(words, {**facts, "tasks": {**tasks, "overdue": nameless}})
    return html.escape(plain(text), quote=False)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report. When it grows too long, the section with the highest `spare`
    falls away first; 0 always stays. A section without lines is absent."""

    name: str
    lines: Callable[[Words, Facts], list[str]]
    spare: int = 0


def text_version(words: Words, facts: Facts) -> str:
    """The whole report, at most 4,096 units."""
    if is_quiet(facts):
        return "\n".join([*_head(words, facts), words("digest.quiet")])
    kept = list(SECTIONS)
    text = _together(words, facts, kept)
    for section in sorted(SECTIONS, key=lambda s: -s.spare):
        if units(text) > ROOMY_TEXT and section.spare:
            kept.remove(section)
            text = _together(words, facts, kept)
    return _cut(text, MOST_TEXT)


def _together(words: Words, facts: Facts, kept: Sequence[Section]) -> str:
    said = [(section.name, section.lines(words, facts)) for section in kept]
    blocks = ["\n".join(_head(words, facts))]
    for number, (name, lines) in zip(ROMAN, (s for s in said if s[1]), strict=False):
        title = words(f"digest.section.{name}", **_title(facts))
        blocks.append("\n".join([f"<b>{number}. {title}</b>", *lines]))
    if remarks := facts.get("remarks"):
        blocks.append(words("digest.remarks", remarks=remarks))
    return "\n\n".join(blocks)


def _title(facts: Facts) -> dict[str, Any]:
    following = facts["next"]
    return {
        "leaders": facts["leaders"].upper(),
        "next": following["number"],
        "span": _span(following["monday"], following["sunday"]),
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


def _span(first: date, last: date) -> str:
    """`16–22/11/2026`"""
    begins = f"{first.day}" if first.month == last.month else f"{first.day}/{first.month:02}"
    if first.year != last.year:
        begins += f"/{first.year}"
    return f"{begins}–{last.day}/{last.month:02}/{last.year}"


def _head(words: Words, facts: Facts) -> list[str]:
    cut_off: datetime = facts["cut_off"]
    day = local(cut_off, words.zone).date()
    whole = {
        **facts,
        "span": _span(facts["monday"], facts["sunday"]),
        "clock": words.clock(cut_off),
        "weekday": words.texts[f"weekday.{day.weekday()}"],
        "day": day,
        "approval": words.texts[f"digest.approval.{'yes' if facts.get('approved') else 'no'}"],
        "updated": _updated(words, facts.get("updated")),
    }
    return words("digest.head", **whole).split("\n")


def _updated(words: Words, moment: datetime | None) -> str:
    """`08h10, 23/11`"""
    if moment is None:
        return ""
    here = local(moment, words.zone)
    clock = f"{here.hour:02}{words.texts['clock.between']}{here.minute:02}"
    return f"{clock}, {here.day}/{here.month:02}"


def _change(field: Facts) -> str:
    """`▲6`, `▼3`; nothing when it stayed, or when nothing was held the week before."""
    now, was = field["total"], field["was"]
    return "" if was in (None, now) else f"{'▲' if now > was else '▼'}{abs(now - was)}"


def is_quiet(facts: Facts) -> bool:
    """Nothing given, due, done, open or held: one line is enough."""
    tasks = facts["tasks"]
    busy = (tasks[name] for name in ("given", "due", "closed", "open", "review"))
    return not any(busy) and not facts.get("turnout", {}).get("activities")


# --- the sections


def _glance(words: Words, facts: Facts) -> list[str]:
    tasks, field = facts["tasks"], facts.get("turnout")
    lines = [_rate(words, tasks), words(f"digest.late.{_some(tasks['overdue'])}", **_late(tasks))]
    if field and field["events"]:
        was = words("digest.was", was=field["was"]) if field["was"] is not None else ""
        against = "; ".join(filter(None, (_change(field), was)))
        lines.append(words("digest.came", total=field["total"], against=against))
    if asks := facts.get("asks"):
        lines.append(words("digest.asked", n=len(asks), leaders=facts["leaders"]))
    return lines


def _some(things: Sequence[Any]) -> str:
    return "some" if things else "none"


def _late(tasks: Facts) -> dict[str, Any]:
    return {"n": len(tasks["overdue"]), "review": tasks["review"], "new": tasks["unaccepted"]}


def _rate(words: Words, tasks: Facts) -> str:
    light = LIGHTS[tasks["light"]]
    if not tasks["due"]:
        return words("digest.rate.none", light=light)
    was = f"{tasks['was_on_time']}/{tasks['was_due']}" if tasks["was_due"] else ""
    return words("digest.rate.some", **{**tasks, "light": light, "was": was})


def _work(words: Words, facts: Facts) -> list[str]:
    tasks = facts["tasks"]
    if not any(tasks[name] for name in ("given", "due", "closed", "open", "review")):
        return []
    rare = {name: tasks[name] or None for name in ("extensions", "reworks")}
    lines = [words("digest.tasks", **{**tasks, **rare})]
    if again := tasks.get("reopened"):
        lines.append(words("digest.reopened", codes=again))
    if tasks["units"]:
        lines += [
            words("digest.by_unit", unit=facts["unit"]),
            *(_unit(words, unit, facts["unit"]) for unit in tasks["units"]),
        ]
    if tasks["overdue"]:
        shown = [
            words("digest.overdue", number=number, **row)
            for number, row in enumerate(tasks["overdue"], start=1)
        ]
        lines += [words("digest.overdue_head"), *_first(words, shown)]
    return lines


def _unit(words: Words, unit: Facts, label: str) -> str:
    shown = {**unit, "light": LIGHTS[unit["light"]], "late": unit["late"] or None}
    name = unit["name"] or words("digest.unit_none", unit=label)
    return words("digest.unit", **{**shown, "name": name})


def _first(words: Words, lines: Sequence[str]) -> list[str]:
    """Five of a list, and how many more there are."""
    rest = len(lines) - SHOWN
    return [*lines[:SHOWN], words("digest.more", n=rest)] if rest > 0 else list(lines)


def _field(words: Words, facts: Facts) -> list[str]:
    field = facts.get("turnout")
    if not field or not (field["events"] or field["activities"]):
        return []
    lines = [_activity(words, activity) for activity in field["activities"]]
    together = {"weeks": field["weeks"], "events": field["events"], "together": field["together"]}
    return [
        *_first(words, lines or [words("digest.no_activity")]),
        *filter(None, (words("digest.known", known=field.get("known", [])),)),
        *filter(None, (words("digest.parts", parts=field["parts"], rest=field.get("rest")),)),
        *filter(None, (words("digest.results", measures=field["measures"]),)),
        words("digest.together", **together),
    ]


def _activity(words: Words, activity: Facts) -> str:
    off = [f"{row['name']} ({row['reason']})" for row in activity["not_held"]]
    nobody = not activity["points"] and activity["missing"]
    key = "digest.activity_silent" if nobody else "digest.activity"
    return words(key, **{**activity, "not_held": off})


def _asks(words: Words, facts: Facts) -> list[str]:
    asks = facts.get("asks", ())
    return [words("digest.ask", number=n, text=text) for n, text in enumerate(asks, start=1)]


def _coming(words: Words, facts: Facts) -> list[str]:
    following = facts["next"]
    lines = []
    if due := following["due"]:
        shown = [words("digest.next_due_row", **row) for row in due[:SHOWN]]
        rest = max(0, len(due) - SHOWN) or None
        lines.append(words("digest.next_due", n=len(due), rows=shown, rest=rest))
    lines += [words("digest.next_activity", **row) for row in following["activities"]]
    return _folded(lines)


def _folded(lines: list[str]) -> list[str]:
    """A block that Telegram shows in short and opens at a tap."""
    whole = "\n".join(lines)
    return f"<blockquote expandable>{whole}</blockquote>".split("\n") if lines else []


SECTIONS: Sequence[Section] = (
    Section("glance", _glance),
    Section("work", _work),
    Section("field", _field, 1),
    Section("asks", _asks),
    Section("next", _coming, 2),
)


# --- the caption


def caption_version(words: Words, facts: Facts) -> str:
    """The same on one screen: at most 1,024 units; the last lines go first."""
    head = words(
        "digest.caption_head", **{**facts, "span": _span(facts["monday"], facts["sunday"])}
    )
    if is_quiet(facts):
        return f"{head}\n\n{words('digest.quiet')}"
    lines = [head, "", *_caption_lines(words, facts)]
    while units("\n".join(lines)) > MOST_CAPTION:
        lines.pop()
    return "\n".join(lines)


def _caption_lines(words: Words, facts: Facts) -> list[str]:
    tasks, field, following = facts["tasks"], facts.get("turnout"), facts["next"]
    key = "some" if tasks["due"] else "none"
    lines = [words(f"digest.caption_tasks.{key}", **{**tasks, "light": LIGHTS[tasks["light"]]})]
    if late := tasks["overdue"]:
        rows = [words("digest.caption_row", number=n, **r) for n, r in enumerate(late, start=1)]
        lines += [words("digest.caption_overdue", n=len(late)), *_first(words, rows)]
    if field and field["activities"]:
        lines.append(words("digest.caption_field", **{**field, "change": _change(field)}))
    if asks := facts.get("asks"):
        said = "; ".join(f"({n}) {text}" for n, text in enumerate(asks, start=1))
        lines.append(words("digest.caption_asks", leaders=facts["leaders"], asks=said))
    return [*lines, *_caption_next(words, following)]


def _caption_next(words: Words, following: Facts) -> list[str]:
    if not (following["due"] or following["activities"]):
        return []
    days = [words("digest.caption_day", **row) for row in following["activities"]]
    facts = {"number": following["number"], "n": len(following["due"]) or None, "days": days}
    return [words("digest.caption_next", **facts)]
