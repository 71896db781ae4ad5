"""What is said of people's opinions in a line: how many say so, which is the same as which, where
it goes under which paper."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from domain.matter_kinds import OPINION
from language.answers.matters.matter_lines import paper_in
from language.line.fold import fold
from language.line.patterns import any_of
from language.line.vocabulary import book

_UNIT = r"(?:ho|nha|nguoi|luot)(?: dan| neu)?"
_SO_MANY = r"(\d{1,4}) (ho|nha|nguoi|luot)(?: dan| neu)?"
_CODE = re.compile(rf"(?i)(?<!\w){OPINION.prefix}[- ]?(\d{{1,6}})(?![\d/.:])")
_PAPER = re.compile(
    r"(?i)[,;]?\s*(?:(?:theo|bằng|bang|tại|tai|kèm|kem)\s+)?"
    r"(?:(?:công văn|cong van|cv|văn bản|van ban|vb|số|so)\s+)+"
    r"([\w/.-]*\d[\w/.-]*)[\s,]+(?:ngày|ngay)\s+(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?)"
)
_EDGES = " ,;.:–-"
_MARKS = re.compile(r"[^\w§]+")
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class WeightSaid:
    """So many say the same, of what («ho»); `more` where they come to those before. People alone
    may be those who came: it is `plain` where households are counted, or somebody speaks."""

    number: int
    unit: str
    more: bool = False
    plain: bool = True


def weight_said(text: str) -> WeightSaid | None:
    """«nhầm, 7 hộ nói», «7 hộ chứ không phải 5», «thêm 2 hộ nữa»."""
    said = _plain(text)
    for pattern, more in ((_right(), False), (_rather(), False), (_more(), True)):
        found = None if "?" in text else pattern.fullmatch(said)
        counted = [part for part in found.groups() if part] if found else []
        if counted and int(counted[0]):
            plain = counted[1] != "nguoi" or re.search(rf"\b{_speaks()}\b", said) is not None
            return WeightSaid(int(counted[0]), counted[1], more, plain)
    return None


@cache
def _right() -> re.Pattern[str]:
    mends, was = any_of("matters", "opinions", "mends"), rf"(?:\d{{1,4}} {_UNIT} )?"
    return re.compile(rf"(?:{mends} )+{was}(?:{mends} )*{_SO_MANY}{_says()}{_polite()}")


@cache
def _rather() -> re.Pattern[str]:
    rather = any_of("matters", "opinions", "rather")
    return re.compile(rf"{_SO_MANY}{_says()} {rather} \d{{1,4}}(?: {_UNIT})?{_polite()}")


@cache
def _more() -> re.Pattern[str]:
    more, too = any_of("matters", "opinions", "more"), any_of("matters", "opinions", "too")
    return re.compile(rf"(?:{more} {_SO_MANY}(?: {too})?|{_SO_MANY} {too}){_says()}{_polite()}")


def _says() -> str:
    return rf"(?: (?:deu |cung )?{_speaks()})?"


def _speaks() -> str:
    return any_of("unkept", "people", "says")


def _polite() -> str:
    return rf"(?: {any_of('matters', 'around', 'quiet')})*"


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub(" ", fold(text)).split())


def joined_in(text: str) -> tuple[int, int] | None:
    """«YK-012 trùng YK-009», «gộp YK-012 vào YK-009»: which is joined to which; of two that are
    named alike the later to the earlier."""
    numbers = [int(found[1]) for found in _CODE.finditer(text)]
    if len(set(numbers)) != 2 or len(numbers) != 2 or "?" in text:
        return None
    said = _plain(_CODE.sub(" § ", text))
    if any(way.fullmatch(said) for way in _one_to_another()):
        return numbers[0], numbers[1]
    alike = any(way.fullmatch(said) for way in _both())
    return (max(numbers), min(numbers)) if alike else None


@cache
def _one_to_another() -> tuple[re.Pattern[str], ...]:
    same, join = any_of("matters", "opinions", "same"), any_of("matters", "opinions", "joins")
    into, besides = any_of("matters", "opinions", "into"), any_of("matters", "opinions", "besides")
    end = rf"(?: {join})?{_polite()}"
    return (
        re.compile(rf"§ (?:{besides} )*{same} (?:{besides} )*§{end}"),
        re.compile(rf"{join} (?:{besides} )*§ {into} (?:{besides} )*§{_polite()}"),
        re.compile(rf"§ {join} {into} (?:{besides} )*§{_polite()}"),
    )


@cache
def _both() -> tuple[re.Pattern[str], ...]:
    same, join = any_of("matters", "opinions", "same"), any_of("matters", "opinions", "joins")
    beside, besides = (
        any_of("matters", "opinions", "and"),
        any_of("matters", "opinions", "besides"),
    )
    said = rf"(?:{besides} )*(?:{same}|{join})(?: {besides})*(?: {join})?"
    return (
        re.compile(rf"§ (?:{beside} )?§ {said}{_polite()}"),
        re.compile(rf"{join} § (?:{beside} )?§{_polite()}"),
    )


@dataclass(frozen=True, slots=True)
class Forwarded:
    """To which body, as it was called, under which paper; `more` is what else was said."""

    to: str
    paper: tuple[str, date] | None = None
    more: str = ""

    @property
    def is_sure(self) -> bool:
        """Nobody is meant: it went under a paper, or is called as bodies are."""
        begins = any_of("matters", "opinions", "bodies")
        return self.paper is not None or re.match(rf"{begins}\b", fold(self.to)) is not None


def forwarded_in(text: str, today: date) -> Forwarded | None:
    """«phân loại xong, chuyển điện lực Móng Cái số 216 ngày 23/11», behind a code."""
    named, paper = _without_paper(text, today)
    found = _sends().match(fold(named)) if len(fold(named)) == len(named) else None
    if found is None or "?" in text:
        return None
    to, _, more = named[found.end() :].partition(",")
    to, more = _without_quiet(to), _without_quiet(more)
    return Forwarded(to, paper, more) if 0 < len(to.split()) <= MOST_WORDS else None


def body_and_paper(text: str, today: date) -> Forwarded:
    """«Phòng Quản lý đô thị, số 215/MTTQ ngày 23/11», where it was asked to whom it goes."""
    named, paper = _without_paper(text, today)
    return Forwarded(_without_quiet(named) if paper else text, paper)


def _without_quiet(words: str) -> str:
    """A name without «nhé ạ» behind it."""
    said = words.strip(_EDGES).split()
    while said and said[-1].strip(_EDGES).casefold() in book("matters")["opinions"]["ends"]:
        said.pop()
    return " ".join(said).strip(_EDGES)


def _without_paper(text: str, today: date) -> tuple[str, tuple[str, date] | None]:
    found = _PAPER.search(text)
    paper = paper_in(f"số {found[1]} ngày {found[2]}", today) if found else None
    if found is None or paper is None:
        return text.strip(), None
    around = (text[: found.start()].strip(_EDGES), text[found.end() :].strip(_EDGES))
    return ", ".join(part for part in around if part), paper


@cache
def _sends() -> re.Pattern[str]:
    """What may stand before a body's name; the sorting is said on the way."""
    sorts, sends = any_of("matters", "opinions", "sorts"), any_of("matters", "opinions", "sends")
    return re.compile(rf"\s*(?:{sorts}[ ,;.]*(?:roi |va |va da )?)?(?:da |nay )?{sends} ")
