"""Sections that an order names: «DCPL phối hợp: …», «…, phối hợp với tiểu ban DCPL»."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.people import Unit
from language.line.fold import fold
from language.line.vocabulary import book

_BEFORE = r"(?:(?:cac )?(?:tieu ban|bo phan)|ben)"
_HELP = r"(?:(?:co su )?phoi hop(?: cung| voi| cua)*|ph|p/h|ket hop voi|cung voi|cung)\s*:?"
_AFTER_COMMA = rf"(?:{_HELP}|ho tro|voi)"
_HELPS = r"(?:cung )?(?:phoi hop|ho tro|cung lam)(?: thuc hien)?"
_AND = r"\s*(?:,|&|\+|\bva\b)\s*"
_END = r"\s*[:,;–-]\s*"
SHORT_CODE = 2


@dataclass(frozen=True, slots=True)
class SectionsSaid:
    """What is to be done without them; which sections help with it, which one leads it."""

    what: str
    helps: tuple[int, ...] = ()
    leads: int | None = None


@dataclass(frozen=True, slots=True)
class SectionOrdered:
    """The section to which an order is given, and what it is to do."""

    unit: int
    what: str


@dataclass(frozen=True, slots=True)
class _Looks:
    """What their names look like where they lead, and where they help."""

    leads: re.Pattern[str]
    helps: tuple[re.Pattern[str], ...]
    ordered: re.Pattern[str]
    ways: tuple[tuple[int, re.Pattern[str]], ...]


def sections_in(what: str, units: Sequence[Unit]) -> SectionsSaid:
    """Taken out one after the other, until nothing but what is to be done is left."""
    looks = _looks(tuple(units))
    left, lead = _led(what, looks)
    helps: list[int] = []
    while found := next(filter(None, (look.search(fold(left)) for look in looks.helps)), None):
        helps += _named(found["units"], looks)
        left = f"{left[: found.start()]} {left[found.end() :]}".strip(" ,;:–-")
    if not left or not (helps or lead):
        return SectionsSaid(what)
    return SectionsSaid(" ".join(left.split()), tuple(dict.fromkeys(helps)), lead)


def _led(what: str, looks: _Looks) -> tuple[str, int | None]:
    found = looks.leads.match(fold(what))
    if found is None:
        return what, None
    return what[found.end() :].strip(), next(_named(found["units"], looks), None)


def section_named(words: str, units: Sequence[Unit]) -> int | None:
    """The section that these words are, and nothing else."""
    found = list(_named(fold(words).strip(" ."), _looks(tuple(units)), whole=True))
    return found[0] if len(found) == 1 else None


def section_ordered(text: str, units: Sequence[Unit]) -> SectionOrdered | None:
    """«giao Dân chủ Pháp luật xử lý dứt điểm 143», «139 giao TTVĐ gặp lại 6 hộ»: one section, in
    a line of its own."""
    flat, looks = " ".join(text.split()), _looks(tuple(units))
    found = looks.ordered.fullmatch(fold(flat)) if "\n" not in text.strip() else None
    if found is None or len(fold(flat)) != len(flat):
        return None
    unit = next(_named(found["units"], looks), None)
    return SectionOrdered(unit, flat[found.start("what") :]) if unit else None


def _named(words: str, looks: _Looks, *, whole: bool = False) -> Iterator[int]:
    """In the order of the words; of names that lie in one another the longest."""
    found: list[tuple[int, int, int]] = []
    for unit, way in looks.ways:
        said = way.fullmatch(words) if whole else None
        found += [
            (one.start(), -len(one[0]), unit)
            for one in ([said] if said else [] if whole else way.finditer(words))
        ]
    end = 0
    for start, length, unit in sorted(found):
        if start >= end:
            end = start - length
            yield unit


@lru_cache(maxsize=64)
def _looks(units: tuple[Unit, ...]) -> _Looks:
    sure = {unit.id: _joined(_sure(unit)) for unit in units}
    loose = {unit.id: _joined([*_sure(unit), *_loose(unit)]) for unit in units}
    one_sure = rf"(?:{_BEFORE} )?(?:{'|'.join(sure.values())})"
    one = rf"(?:{_BEFORE} )?(?:{'|'.join(loose.values())})"
    said, several = (rf"(?P<units>{way}(?:{_AND}{way})*)" for way in (one_sure, one))
    return _Looks(
        leads=re.compile(rf"(?:giao (?:cho )?)?(?P<units>{one}) chu tri[\s,:;–-]*"),
        ordered=re.compile(
            r"(?:(?:(?:viec|nv|so) )*\d{2,4}[ ,:]+)?(?:(?:y kien )?chi dao[ :]+)?giao (?:cho )?"
            rf"(?P<units>{one})(?! (?:phoi hop|chu tri)\b)[\s,:]+(?P<what>\S+ .+)"
        ),
        helps=(
            re.compile(rf"^{_HELP} {several}{_END}"),
            re.compile(rf"^{_HELP} {said}\s+(?=\S)"),
            re.compile(rf"^{several} {_HELPS}{_END}"),
            re.compile(rf"(?:^|[,;]\s*){_AFTER_COMMA} {several}\s*(?:$|(?=[,;]))"),
            re.compile(rf"(?:^|\s){_HELP} {several}\s*$"),
            re.compile(rf"(?:^|[,;]\s*){several} {_HELPS}\s*(?:$|(?=[,;]))"),
        ),
        ways=tuple(
            (unit, re.compile(rf"\b(?:{_BEFORE} )?(?:{way})\b")) for unit, way in loose.items()
        ),
    )


def _sure(unit: Unit) -> list[str]:
    """Its whole name, its code, and how it is called in the list; these are nothing to be done."""
    listed = [one for one in book("names")["units"].get(unit.code, ()) if len(one) > SHORT_CODE]
    return [unit.name, *listed, *([unit.code] if len(unit.code) > SHORT_CODE else ())]


def _loose(unit: Unit) -> list[str]:
    """«Tổng hợp», «GS»: its name only where nothing else stands beside it."""
    return [unit.short, unit.code]


def _joined(names: Iterable[str]) -> str:
    words = {r"[\W_]+".join(map(re.escape, re.findall(r"\w+", fold(name)))) for name in names}
    return "|".join(sorted(filter(None, words), key=len, reverse=True))
