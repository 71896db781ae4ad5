"""Whole short lines that answer something of a visit: who comes along, whether it is announced,
that what is proposed is new. A section of `visits.toml` lists the ways to say each, and what may
stand before and behind."""

import re
from functools import cache

from language.answers.supervision.visit_words import is_polite, opening, openings
from language.line.fold import fold
from language.line.vocabulary import book


def whole_saying(text: str, section: str, ways: tuple[str, ...], marks: str = "") -> str:
    """One of the ways; nothing where the whole line says none. `marks` go with what is taken."""
    said = fold(text).strip(f" .!{marks}")
    known = _listed(section, ways)
    while said and said not in known:
        shorter = _less(said, section)
        if shorter == said:
            return ""
        said = shorter.strip(f" {marks}") if marks else shorter
    return known.get(said, "")


def _less(said: str, section: str) -> str:
    """Less one of the small words before it, or behind it."""
    before = next((one for one in _around(section, "before") if said.startswith(f"{one} ")), "")
    if before:
        return said.removeprefix(f"{before} ")
    after = next((one for one in _around(section, "after") if said.endswith(f" {one}")), "")
    return said.removesuffix(f" {after}") if after else said


@cache
def _listed(section: str, ways: tuple[str, ...]) -> dict[str, str]:
    listed = book("visits")[section]
    return {fold(said): way for way in ways for said in listed[way]}


@cache
def _around(section: str, side: str) -> tuple[str, ...]:
    return tuple(map(fold, book("visits")[section][side]))


def guest_says(text: str) -> str:
    """`yes`, `no`; nothing where the whole line says neither."""
    return whole_saying(text, "guests", ("yes", "no"), ",")


_MARK = re.compile(r"[,:;.]")
YES, NO = "yes", "no"


def going_in(text: str) -> tuple[str, str]:
    """`yes` or `no`, and why not; nothing where the line says more than that."""
    if whole := whole_saying(text, "going", (YES, NO), ","):
        return whole, ""
    for mark in filter(None, (_MARK.search(text), _because().search(text))):
        if (why := text[mark.end() :].strip()) and _is_no(text[: mark.start()]):
            return NO, why
    why, _, last = text.rpartition(",")
    return (NO, why.strip()) if why and _is_no(last) else ("", "")


def apart_in(text: str) -> str | None:
    """«giữ riêng, vì đợt cao điểm»: why; empty where it is not said, None where the line is of
    something else."""
    does, words = opening(text.replace(":", " : ").replace(",", " , "), openings("apart"))
    if not does or is_polite(words):
        return "" if does else None
    marked = words.lstrip()[:1] in (":", ",", "-")
    said = words.strip(" :,-").replace(" : ", ": ").replace(" , ", ", ")
    first = fold(said).split()[:1]
    because = bool(first) and first[0] in map(fold, book("visits")["going"]["because"])
    return (said.partition(" ")[2] if because else said) if marked or because else None


def _is_no(words: str) -> bool:
    return whole_saying(words.strip(), "going", (NO,), ",") == NO


@cache
def _because() -> re.Pattern[str]:
    ways = "|".join(re.escape(one) for one in book("visits")["going"]["because"])
    return re.compile(rf"(?i)\s(?:{ways}|vi|tai)\s")


OPEN, HIDDEN = "open", "hidden"


def openness_in(text: str) -> str:
    """`open`, `hidden`; nothing where the whole line does not say one of them."""
    return whole_saying(text, "openness", (OPEN, HIDDEN))


def is_new(text: str) -> bool:
    """«ok ghi mới đi», «đúng rồi, nội dung mới»: the button, and no name."""
    return bool(whole_saying(text.replace(",", " ").replace("  ", " "), "form", ("new",)))


def name_in(text: str) -> str:
    """«hải sơn thật, ghi mới là UBND xã Hải Sơn», «chọn bếp ăn trường học»: the name alone."""
    *before, last = text.split(",")
    if before and is_new(last.strip()):
        return name_in(",".join(before).strip())
    for piece in (text, text.rpartition(",")[2].strip()):
        for opens in sorted(map(fold, book("visits")["form"]["names"]), key=len, reverse=True):
            if fold(piece).startswith(f"{opens} "):
                return " ".join(piece.split()[len(opens.split()) :])
    return text
