"""The catalogue of texts: TOML files that office people can open, one folder a language."""

import html
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from importlib import resources
from string import Formatter
from typing import Any
from zoneinfo import ZoneInfo

from domain.calendar import DAY
from domain.letters import Press
from domain.measures import MEASURES, PEOPLE
from domain.names import given_name, shorten
from domain.periods import OFFICE_ZONE, local

FIRST, SECOND = "vi", "en"
_OPTIONAL = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_GONE = "\0"
"""Stands where an optional part fell away."""
_BLANK = re.compile(r"\{(\w+)")
Part = tuple[str, str, str]
"""Of a line: the words before a blank, its name and its style; after the last one words alone."""


def flatten(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from flatten(value, f"{prefix}{key}.")
        else:
            yield prefix + key, str(value)


@cache
def load(locale: str) -> dict[str, str]:
    """Every text of a language by its dotted key; a key that stands twice is a mistake."""
    texts: dict[str, str] = {}
    for file in sorted((resources.files("texts") / locale).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            for key, text in flatten(tomllib.loads(file.read_text("utf-8"))):
                if key in texts:
                    raise ValueError(f"{file.name}: {key} stands twice")
                texts[key] = text
    return texts


@dataclass(frozen=True)
class Words:
    """The texts of one reader: language, form of address, the office's clock and its day."""

    locale: str = FIRST
    address: str = "dong_chi"
    zone: ZoneInfo = OFFICE_ZONE
    texts: Mapping[str, str] = field(default_factory=dict)
    today: date | None = None

    def __call__(self, key: str, /, **facts: Any) -> str:
        """A text with its blanks filled, as Telegram HTML; every value is escaped."""
        return _Filler(self).fill(self.texts[key], facts)

    def has(self, key: str) -> bool:
        return key in self.texts

    @property
    def you(self) -> str:
        return self.texts[f"you.{self.address}"]

    def label(self, press: Press) -> str:
        """What stands on a button: its own words for names, else the verb's."""
        if press.label.startswith("@"):
            key, _, number = press.label[1:].partition("=")
            if key.startswith("result."):
                return _results(self, [[key.removeprefix("result."), float(number)]], "")
            return self.texts[key].replace("{n}", number)
        return press.label or self.texts[f"button.{press.verb}"]

    def day(self, day: date) -> str:
        """`thứ Sáu, 27/11`; with the year when it is not this one."""
        return f"{self.texts[f'weekday.{day.weekday()}']}, {self.date(day)}"

    def date(self, day: date) -> str:
        """`27/11`, `5/01/2027`"""
        year = f"/{day.year}" if self.today and day.year != self.today.year else ""
        return f"{day.day}/{day.month:02}{year}"

    def clock(self, moment: datetime) -> str:
        """`17h00`, in English `17:00`"""
        here = local(moment, self.zone)
        return f"{here.hour}{self.texts['clock.between']}{here.minute:02}"

    def when(self, moment: datetime) -> str:
        return f"{self.day(local(moment, self.zone).date())} {self.clock(moment)}"

    def number(self, value: float) -> str:
        """`1.250`, `4,9`; in English `1,250`, `4.9`."""
        text = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
        return text if self.locale == SECOND else text.translate(str.maketrans(",.", ".,"))


class _Filler:
    """Fills blanks. `[[ ... ]]` falls away when a blank in it is empty, and so does a line that is
    nothing else; so does one whose blanks are all empty."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def fill(self, text: str, facts: Mapping[str, Any]) -> str:
        you = self.words.you
        known = {"you": you, "You": you[:1].upper() + you[1:], **facts}

        def said_or_gone(part: re.Match[str]) -> str:
            return part[1] if all(_said(known.get(n)) for n in _BLANK.findall(part[1])) else _GONE

        whole = (_OPTIONAL.sub(said_or_gone, text) if "[[" in text else text).split("\n")
        there = (line for line in whole if _GONE not in line or line.strip(f" {_GONE}"))
        lines = (self._line(_parts(line.replace(_GONE, "")), known) for line in there)
        return "\n".join(line for line in lines if line is not None).strip("\n")

    def _line(self, parts: Sequence[Part], facts: Mapping[str, Any]) -> str | None:
        names = [name for _, name, _ in parts if name]
        if names and not any(_said(facts.get(name)) for name in names):
            return None
        return "".join(
            before + (self._blank(facts[name], style) if name else "")
            for before, name, style in parts
        )

    def _blank(self, value: Any, style: str) -> str:
        if value is None:
            return ""
        name, _, argument = style.partition("=")
        if name:
            return _STYLES[name](self.words, value, argument)
        if isinstance(value, datetime):
            return self.words.when(value)
        if isinstance(value, date):
            return self.words.day(value)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return self.words.number(value) if isinstance(value, float) else str(value)
        return html.escape(str(value), quote=False)


@cache
def _parts(line: str) -> Sequence[Part]:
    """A line taken apart, once."""
    return [
        (before, name or "", style or "") for before, name, style, _ in Formatter().parse(line)
    ]


def _said(value: Any) -> bool:
    return value is not None and value is not False and value not in ("", [], ())


def _each(words: Words, rows: Any, key: str) -> str:
    return "\n".join(words(key, **row) for row in rows)


def _row(words: Words, rows: Any, key: str) -> str:
    """The same in one line."""
    return "; ".join(words(key, **row) for row in rows)


def _pairs(words: Words, rows: Any, glue: str) -> str:
    """`ĐTN 20, PN 15`"""
    named = (f"{html.escape(str(name))} {words.number(number)}" for name, number in rows)
    return (glue or ", ").join(named)


def _shares(words: Words, rows: Any, prefix: str) -> str:
    """`theo điểm danh 60, tự báo 158`; alone, the number is known already."""
    said = [(words(f"{prefix}.{code}"), words.number(number)) for code, number in rows]
    return said[0][0] if len(said) == 1 else ", ".join(f"{name} {n}" for name, n in said)


def _results(words: Words, rows: Any, _: str) -> str:
    """`4,9 km đường; 10 m³ rác`"""
    known = ((MEASURES.get(code, PEOPLE), amount) for code, amount in rows)
    said = (words(f"measure.{row.code}", n=words.number(amount)) for row, amount in known)
    return "; ".join(said)


def _kind(words: Words, code: Any, _: str) -> str:
    """What an older version wrote down by its name stays as it is."""
    key = f"kind_name.{code}"
    return words(key) if words.has(key) else html.escape(str(code or ""), quote=False)


def _over(words: Words, days: Any, _: str) -> str:
    """`quá 3 ngày làm việc`; before a whole one has passed, `mới quá hạn`."""
    return words(f"overdue.{'some' if days > 1 else 'one' if days else 'just'}", n=days)


def _window(words: Words, days: Any, _: str) -> str:
    """`tháng 10`, `quý I`, `16–22/11`, `27/11`: the shortest that says it."""
    first, last = days
    if first == last:
        return words.date(first)
    until = last + DAY
    starts, ends = first.day == 1, until.day == 1
    months = (until.year - first.year) * 12 + until.month - first.month
    year = "" if words.today and first.year == words.today.year else f"/{first.year}"
    if starts and ends and months == 1:
        return words("window.month", month=first.month) + year
    if starts and ends and months == 3 and first.month % 3 == 1:
        return words(f"window.quarter.{first.month // 3}") + year
    return f"{words.date(first)}–{words.date(last)}"


def _day(words: Words, value: Any) -> date:
    return value.astimezone(words.zone).date() if isinstance(value, datetime) else value


_STYLES: dict[str, Callable[[Words, Any, str], str]] = {
    "day": lambda w, v, _: w.day(_day(w, v)),
    "date": lambda w, v, _: w.date(v),
    "full": lambda w, v, _: f"{_day(w, v).day:02}/{_day(w, v).month:02}/{_day(w, v).year}",
    "on": lambda w, v, _: w.date(v.astimezone(w.zone).date()),
    "clock": lambda w, v, _: w.clock(v),
    "when": lambda w, v, _: w.when(v),
    "num": lambda w, v, _: w.number(float(v)),
    "short": lambda _, v, most: html.escape(shorten(str(v), int(most)), quote=False),
    "given": lambda _, v, __: html.escape(given_name(str(v)), quote=False),
    "word": lambda w, v, prefix: w(f"{prefix}.{v}"),
    "words": lambda w, v, prefix: ", ".join(w(f"{prefix}.{x}") for x in v),
    "called": lambda w, v, _: w(v[1:]) if v[:1] == "@" else html.escape(str(v), quote=False),
    "each": _each,
    "row": _row,
    "none": lambda *_: "",
    "pairs": _pairs,
    "shares": _shares,
    "results": _results,
    "kind": _kind,
    "over": _over,
    "window": _window,
    "lines": lambda _, v, glue: (glue or "\n").join(v),
    "joined": lambda _, v, glue: (glue or ", ").join(html.escape(str(x), quote=False) for x in v),
}
"""How a value may be written: `{due:when}`, `{rows:each=work.line}`, `{state:word=state}`."""


class Catalogue:
    """Hands out words in the reader's language; what is unknown is Vietnamese."""

    def __init__(self, clock: Callable[[], datetime] | None = None) -> None:
        self._clock = clock

    def words(
        self, locale: str = FIRST, address: str = "dong_chi", zone: ZoneInfo = OFFICE_ZONE
    ) -> Words:
        known = locale if locale in (FIRST, SECOND) else FIRST
        today = self._clock().astimezone(zone).date() if self._clock else None
        return Words(known, address, zone, load(known), today)
