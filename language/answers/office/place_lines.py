"""Weak and key places as they are typed: «đánh dấu khu 3 Hải Yên là điểm yếu vì …»."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Literal

from domain.people import Locality
from language.answers.replies.limits import Due
from language.line.fold import fold
from language.line.patterns import any_of
from language.line.vocabulary import book

_any = partial(any_of, "places")
_WHY = re.compile(r"^(?:\s*[,:.;–-]+)?\s*(?:(?:vì|vi|do|tại|tai|bởi|boi|lý do|ly do)\b:?\s*)?")
_AREA = r"(?:(?:cac )?dia ban (?:o |xa |phuong )?)"
_LEFT = re.compile(r"[a-z]+ ?\d{0,3}[a-z]?(?: [a-z]+ ?\d{0,3})?")


_OF_ONE = re.compile(rf"{_AREA}(?P<place>[a-z]+(?: [a-z]+){{1,2}})")
"""«địa bàn Hải Tiến»: asked about; whether there is such a place is seen where they are known."""


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """What a line does with a place, which its words name; as what it is marked, and why."""

    does: Literal["mark", "drop", "done"]
    place: str
    mark: str = ""
    reason: str = ""
    until: date | None = None
    surely: bool = False
    """It begins with «đánh dấu», and is nothing else."""


def place_line(text: str, due_of: Callable[[str], Due]) -> PlaceLine | None:
    """«đánh dấu khu 3 Hải Yên là điểm yếu vì …», «bỏ đánh dấu Hải Yên», «Hải Yên tuần này làm được
    gì»."""
    said = " ".join(text.split()).strip(" .?!")
    plain = fold(said)
    if len(plain) != len(said):
        said = plain
    if found := _drops().fullmatch(plain):
        return PlaceLine("drop", found["place"] or found["of"], surely=bool(found["place"]))
    if found := _done().fullmatch(plain):
        return PlaceLine("done", found["place"] or found["of"] or found["in"])
    for look in _marks():
        if found := look.fullmatch(plain):
            place, rest = (said[found.start(one) : found.end(one)] for one in ("place", "rest"))
            due = due_of(_WHY.sub("", rest))
            why, until = _WHY.sub("", due.rest).strip(" .,"), due.at.date() if due.at else None
            surely = plain.startswith(tuple(map(fold, book("places")["says"]["surely"])))
            return PlaceLine("mark", place, _mark(found), why, until, surely)
    one = _OF_ONE.fullmatch(plain)
    return PlaceLine("done", one["place"]) if one else None


def places_among(text: str, known: Sequence[Locality]) -> tuple[list[Locality], str]:
    """The places that the words name, and what they say more closely: «khu 3»."""
    plain = " ".join(re.findall(r"\w+", fold(text)))
    found = [one for one in known if re.search(rf"\b{re.escape(fold(one.name))}\b", plain)]
    longest = max((len(one.name) for one in found), default=0)
    named = [one for one in found if len(one.name) == longest]
    for one in named:
        plain = re.sub(rf"\b{re.escape(fold(one.name))}\b", " ", plain)
    words = plain.split()
    while words and words[-1] in _around():
        words.pop()
    while words and words[0] in _around() and not (len(words) > 1 and words[1].isdigit()):
        words.pop(0)
    return named, " ".join(words)


def is_part_of_place(words: str) -> bool:
    """«khu 3», «thôn đông»: which part, and no other words."""
    return not words or (words.split()[0] in _around() and bool(_LEFT.fullmatch(words)))


@cache
def _around() -> frozenset[str]:
    return frozenset(map(fold, book("places")["around"]["area"]))


def _mark(found: re.Match[str]) -> str:
    marks = book("places")["marks"].items()
    return next(str(mark) for mark, ways in marks if found["mark"] in map(fold, ways))


@cache
def _marks() -> tuple[re.Pattern[str], ...]:
    """«đánh dấu điểm yếu: Hải Yên, vì …», «đánh dấu Hải Yên là điểm yếu vì …», «Hải Yên là địa bàn
    trọng điểm vì …», «Hải Yên cần tập trung vì …», «địa bàn trọng điểm Hải Yên: …», «địa bàn Hải
    Yên yếu, …», «Hải Yên trọng điểm: …, đến 31/12»."""
    begins, kind, mark = _any("says", "marks"), _any("says", "kind"), _any("marks", "weak", "key")
    why = r"(?P<rest>(?:(?:[,:;]| (?:vi|do|tai|den het|den ngay)\b).*)?)"
    rest, said = r"(?P<rest>(?:[ ,:;.].*)?)", r"(?P<rest>(?:[,:;]| (?:vi|do)\b).+)"
    return tuple(
        re.compile(way)
        for way in (
            rf"{begins}(?: {kind})* (?P<mark>{mark}):?(?: (?:la|o|cho))? (?P<place>[^,:;]+?){why}",
            rf"{begins} (?P<place>.+?)(?: (?:la|vao|thanh|thuoc))?(?: {kind})*"
            rf" (?P<mark>{mark}){rest}",
            rf"dia ban (?P<mark>{mark}):? (?P<place>[^,:;]+?){said}",
            rf"dia ban (?P<place>[^,:;]+?) (?:la )?(?P<mark>{mark}){said}",
            rf"(?P<place>.+?)(?P<is> la (?:mot )?{kind})?"
            rf" (?P<mark>(?(is){mark}|{_any('says', 'needs')})){rest}",
            rf"{_AREA}?(?P<place>[^,:;]+?)(?: {kind})* (?P<mark>{mark})(?P<rest> ?[,:].+)",
            rf"{_AREA}(?P<place>[^,:;]+?)(?: {kind})* (?P<mark>{mark})(?P<rest>(?: .*)?)",
        )
    )


@cache
def _drops() -> re.Pattern[str]:
    """«bỏ đánh dấu Hải Yên», «bỏ trọng điểm Hải Yên», «Hải Yên hết yếu rồi»"""
    of_mark = rf"(?: {_any('says', 'kind')})* {_any('marks', 'weak', 'key')}"
    first = rf"(?:{_any('says', 'drops')}(?:{of_mark})?|bo{of_mark})(?: (?:cho|o))?"
    last = rf"{_any('says', 'over')}{of_mark}(?: (?:roi|a|nhe))*"
    return re.compile(rf"{first} (?P<place>.+)|(?P<of>.+?) {last}")


@cache
def _done() -> re.Pattern[str]:
    """«Hải Yên tuần này làm được gì», «tuần này làm gì ở Hải Yên»"""
    done = r"(?:(?:da|minh|ta|lam|co|duoc) )+(?:nhung )?(?:viec )?gi(?: roi| chua| vay| the| a)*"
    return re.compile(
        rf"(?:o |tai )?(?P<place>.+?) tuan nay {done}|tuan nay {done} (?:o|tai) (?P<of>.+)"
        rf"|tuan nay (?:o|tai) (?P<in>.+?) {done}"
    )
