"""What one writes about a plan, a line each: «mang theo: ủng», «chốt: thứ 6 17h»."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.hours import LIST_CLOSES
from domain.measures import MEASURES
from domain.plans import (
    DETAIL_LETTERS,
    LONGEST,
    MOST_LEAST,
    MOST_WARN_DAYS,
    SHORTEST,
    About,
    Details,
    fits_closing,
    title_of,
)
from domain.refusals import Refusal
from language.answers.activities.starts import read_start
from language.answers.replies.yes_no import ALLOWED, NOBODY, NOES
from language.figures.turnout import turnout
from language.line.fold import fold
from language.line.names import organisation

WEEK = timedelta(days=7)
_HOURS = re.compile(
    r"(\d{1,2})(?:[.,](5))? *(?:gio|tieng|h|hours?)(?: *(ruoi)| *([0-5]?\d)(?: *p\w*)?)?"
)
_MINUTES = re.compile(r"(\d{2,3}) *(?:phut|p|minutes?)")
_LEAST = re.compile(r"(\d{1,4})(?: *nguoi)?(?:[ ,;]+(?:bao )?truoc (\d{1,2}) *ngay)?")

_RAIN = re.compile(
    r"(?P<about>(?:(?:neu|khi|luc|gap|troi|hom do|truong hop|phuong an|du phong) )*)"
    r"mua(?: to| lon| bao)?"
)

Said = dict[str, Any] | None
"""The fields that a line fills; None when it cannot be read."""


def read_plan_lines(text: str, about: About) -> Details:
    """Every line that can be read; the others are kept as `unclear`, and nothing is guessed."""
    details, unclear = Details(), []
    for line in text.splitlines():
        if said := _read(line, about):
            notes = {**(details.notes or {}), **said.get("notes", {})}
            details = replace(details, **said | {"notes": notes or None})
        else:
            unclear.append(line)
    return replace(details, unclear=tuple(unclear))


def _read(line: str, about: About) -> Said:
    name, colon, rest = line.partition(":")
    if not colon:
        name, rest = _without_colon(line)
    reader = LINES.get("neu mua" if rains(name) else fold(name))
    return reader(rest.strip(), about) if reader and rest.strip() else None


def rains(head: str) -> bool:
    """«mưa», «trời mưa to», «phương án khi mưa»; without its mark «mua» alone buys something."""
    found = _RAIN.fullmatch(fold(head))
    return found is not None and bool(found["about"] or "mưa" in head.casefold())


def _without_colon(line: str) -> tuple[str, str]:
    """«mang theo găng tay»: the longest head that is known, and what follows it."""
    words = line.split()
    for count in range(LONGEST_HEAD, 0, -1):
        if (head := fold(" ".join(words[:count]))) in LINES:
            return head, " ".join(words[count:])
    return "", line


def _words(field: str) -> Callable[[str, About], Said]:
    return lambda rest, _: {field: rest} if len(rest) <= DETAIL_LETTERS else None


def _note(about: str) -> Callable[[str, About], Said]:
    return lambda rest, _: {"notes": {about: rest}} if len(rest) <= DETAIL_LETTERS else None


def _title(rest: str, _: About) -> Said:
    try:
        return {"title": title_of(rest)}
    except Refusal:
        return None


def _age(rest: str, _: About) -> Said:
    found = re.fullmatch(r"(?:tu )?(1[68])(?: tuoi)?", fold(rest))
    return {"min_age": int(found[1])} if found else None


def _children(rest: str, _: About) -> Said:
    said = fold(rest)
    if said.startswith(NOES[0]):
        return {"children": False}
    return {"children": True} if said in ALLOWED else None


def _host(rest: str, about: About) -> Said:
    found = _organisations(rest, about)
    return {"host_id": min(found)} if found and len(found) == 1 else None


def _cohosts(rest: str, about: About) -> Said:
    if fold(rest) in NOBODY:
        return {"cohosts": frozenset()}
    found = _organisations(rest, about)
    return {"cohosts": frozenset(found)} if found else None


def _organisations(text: str, about: About) -> set[int] | None:
    """All of them known, or none of it is."""
    ids: dict[str, int] = {}
    for one in about.organisations:
        ids |= {fold(name): one.id for name in (one.code, one.short, one.name)}
    pieces = [piece for piece in re.split(r"[,;+]| và ", text) if piece.strip()]
    found = {ids.get(fold(p)) or ids.get(fold(organisation(p))) for p in pieces}
    return {id_ for id_ in found if id_} if None not in found else None


def _lasts(rest: str, about: About) -> Said:
    length = read_length(rest)
    fits = length is not None and SHORTEST <= length <= LONGEST
    return {"ends": about.starts + length} if length and fits else None


def read_length(text: str) -> timedelta | None:
    """«3 giờ», «2 tiếng rưỡi», «2h30», «90 phút»"""
    said = fold(text)
    if found := _HOURS.fullmatch(said):
        half = 30 if found[2] or found[3] else int(found[4] or 0)
        return timedelta(hours=int(found[1]), minutes=half)
    found = _MINUTES.fullmatch(said)
    return timedelta(minutes=int(found[1])) if found else None


def _least(rest: str, _: About) -> Said:
    if fold(rest) in NOBODY:
        return {"least": 0}
    found = _LEAST.fullmatch(fold(rest))
    if found is None or not 1 <= int(found[1]) <= MOST_LEAST:
        return None
    if found[2] and not 1 <= int(found[2]) <= MOST_WARN_DAYS:
        return None
    return {"least": int(found[1])} | ({"warn_days": int(found[2])} if found[2] else {})


def _expected(rest: str, _: About) -> Said:
    """«300 m cống, 2 m3 rác»: each piece with its unit, or none of them."""
    if fold(rest) in NOBODY:
        return {"expected": {}}
    measures: dict[str, float] = {}
    for piece in re.split(r"[,;] |;", rest):
        said = turnout(piece)
        known = said.metrics and set(said.metrics) <= set(MEASURES)
        if not known or said.total is not None or piece.lstrip().startswith(("-", "−")):
            return None
        measures |= said.metrics
    return {"expected": measures} if min(measures.values(), default=0) > 0 else None


def _closes(rest: str, about: About) -> Said:
    """A weekday is the last one before the day itself."""
    since = max(about.now, about.starts - WEEK)
    closes = read_start(rest, since, LIST_CLOSES)
    fits = closes is not None and fits_closing(closes, about.starts, about.now)
    return {"closes": closes} if fits else None


LINES: Mapping[str, Callable[[str, About], Said]] = {
    "ten": _title,
    "noi dung": _words("content"),
    "mang theo": _words("bring"),
    "neu mua": _words("rain_plan"),
    "an sang": _note("food"),
    "an uong": _note("food"),
    "an trua": _note("food"),
    "nuoc uong": _note("water"),
    "gui xe": _note("parking"),
    "de xe": _note("parking"),
    "do xe": _note("parking"),
    "dua don": _note("transport"),
    "xe dua don": _note("transport"),
    "di lai": _note("transport"),
    "trang phuc": _note("clothes"),
    "ve sinh": _note("toilet"),
    "giay chung nhan": _note("certificate"),
    "bao hiem": _note("insurance"),
    "tu": _age,
    "tuoi": _age,
    "tre em": _children,
    "chu tri": _host,
    "dong chu tri": _cohosts,
    "keo dai": _lasts,
    "it nhat": _least,
    "toi thieu": _least,
    "ket qua": _expected,
    "chot": _closes,
    "han dang ky": _closes,
}
"""How a line begins, and who reads what follows. To add a line, add a row."""
LONGEST_HEAD = max(len(head.split()) for head in LINES)
