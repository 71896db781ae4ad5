"""Who comes along, said in passing: «dki cho e voi 2 ban nua», «doan em 12 nguoi»."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from language.line.fold import fold
from language.line.numbers import in_words
from language.line.patterns import UNDENIED, any_of

_any_of = partial(any_of, "newcomers", "company")
_IN_WORDS = {**in_words(10), "one": 1, "two": 2, "three": 3, "four": 4}
_LETTERS = re.compile(r"[^\W_]+")
_PIECE = re.compile(r"\s*[,;.\n]\s*")
Called = Mapping[int, Sequence[str]]
"""What each point may be called."""


@dataclass(frozen=True, slots=True)
class Company:
    """How many adults and children come along besides the writer."""

    adults: int = 0
    children: int = 0
    more: bool = False
    """Besides those who were told before."""
    fewer: bool = False
    """«2 con ở nhà»: so many of those who were told before stay away."""
    alone: bool = False
    """«đi một mình thôi»."""
    named: bool = False
    """Somebody of them is told without a number: «với vợ»."""

    @property
    def way(self) -> str:
        """How they are counted: `more` or `fewer` than before; nothing where they are all."""
        return "more" if self.more else "fewer" if self.fewer else ""

    def __bool__(self) -> bool:
        return bool(self.adults or self.children or self.alone)


def read_company(text: str, called: Called) -> Company | None:
    """Those who are counted, and those who are named; nothing where the line tells of nobody."""
    line = _places(called).sub(" , ", _plain(_last_told(text)))
    counted, named = list(_counted().finditer(line)), list(_named().finditer(line))
    coming = [found for found in counted if not found["stays"]]
    if told := _together(coming, [found for found in named if not found["stays"]]):
        by_name = len(_BY_NAME.findall(text))
        return replace(told, adults=told.adults + by_name, named=told.named or bool(by_name))
    if _alone().search(line):
        return Company(alone=True)
    home = _sum(counted, named) if counted or named else None
    return replace(home, fewer=True, more=False) if home else None


_BY_NAME = re.compile(
    r"\b(?:với|voi|và|va|cùng|cung) "
    r"(?:ch[ịi]|anh|c[ôo]|ch[úu]|b[áa]c|b[ạa]n|[ôo]ng|b[àa]|d[ìi]) [A-ZĐÀ-Ỹ][^\W\d_]*"
)
"""«1 bé 8 tuổi với chị Lan»: one more, by name."""


def _last_told(text: str) -> str:
    """«vợ và 2 con: 1 người lớn, 2 trẻ em»: the same people, told again."""
    head, _, again = text.rpartition(":")
    told = [_plain(part) for part in (head, again)]
    is_again = all(_counted().search(part) or _named().search(part) for part in told)
    return again if is_again else text


def _together(counted: list[re.Match[str]], named: list[re.Match[str]]) -> Company | None:
    """«đăng ký 2 người, mình và con gái»: the whole counts, said last, and those who are named
    are of it."""
    if not (counted or named):
        return None
    if amid := [found for found in counted if found["among"] and found["little"]]:
        return _of_whom(amid, [found for found in counted if found not in amid], named)
    told = [found for found in counted if _is_besides(found) or found["little"]]
    whole = [found for found in counted if found["whole"]]
    whole = whole or ([found for found in counted if found not in told] if named else [])
    if not whole:
        return _sum(counted, named)
    besides, others = _besides(whole[-1]), _sum(told, named)
    adults = max(besides - others.children, others.adults)
    return Company(adults, others.children, named=others.named)


def _of_whom(
    amid: list[re.Match[str]], counted: list[re.Match[str]], named: list[re.Match[str]]
) -> Company:
    """«4 người lớn, trong đó có 1 trẻ em»: the child is one of the four."""
    all_of_them, children = _sum(counted, named), sum(map(_number, amid))
    adults = max(0, all_of_them.adults - children)
    return replace(all_of_them, adults=adults, children=all_of_them.children + children)


def _sum(counted: list[re.Match[str]], named: list[re.Match[str]]) -> Company:
    """«2 người lớn, 1 trẻ em», «vợ và 2 con»; «4 người» are the writer and three."""
    adults = sum(_besides(found) for found in counted if not found["little"])
    children = sum(_number(found) for found in counted if found["little"])
    little = sum(bool(found["child"]) for found in named)
    more = any(found["more"] for found in (*counted, *named))
    return Company(adults + len(named) - little, children + little, more, named=bool(named))


def _is_besides(found: re.Match[str]) -> bool:
    """The writer is none of them."""
    told = (found[part] for part in ("more", "beside", "grown", "along", "stays", "friends"))
    return any(told) and not found["whole"]


def _besides(found: re.Match[str]) -> int:
    return _number(found) if _is_besides(found) else max(0, _number(found) - 1)


def _number(found: re.Match[str]) -> int:
    return int(found["n"]) if found["n"].isdecimal() else _IN_WORDS[found["n"]]


def without_company(text: str, called: Called) -> str:
    """The line without the point it names and the company it tells of."""
    return ", ".join(filter(None, (_left_of(piece, called) for piece in _PIECE.split(text))))


def _left_of(piece: str, called: Called) -> str:
    line = _plain(piece)
    left = _places(called).sub(" ", line)
    for told in (_named(), _counted(), _alone()):
        left = told.sub(" ", left)
    return piece if left == line else " ".join(left.split())


def _plain(text: str) -> str:
    return ", ".join(" ".join(_LETTERS.findall(fold(piece))) for piece in _PIECE.split(text))


def _places(called: Called) -> re.Pattern[str]:
    names = {" ".join(_LETTERS.findall(fold(name))) for some in called.values() for name in some}
    longest = sorted(names - {""}, key=len, reverse=True)
    if not longest:
        return re.compile(r"(?!)")
    return re.compile(rf"\b(?:{_any_of('towards')} )?(?:{'|'.join(map(re.escape, longest))})\b")


@cache
def _counted() -> re.Pattern[str]:
    number = rf"(?P<n>\d{{1,3}}|{'|'.join(_IN_WORDS)})"
    before = (
        rf"(?:(?P<more>{_any_of('more')})|(?P<beside>{_any_of('beside')})"
        rf"|(?P<whole>{_any_of('whole')})(?: {_any_of('mine')})*|(?P<among>{_any_of('among')}))"
    )
    who = (
        rf"(?:(?P<grown>{_any_of('grown')})|(?P<little>{_any_of('little')})"
        rf"|(?P<friends>{_any_of('friends')})|{_any_of('people')})"
    )
    writer = rf"(?:{_any_of('writer')} )?"
    along = rf"(?P<along>(?: {_any_of('along')})*)"
    return re.compile(rf"\b(?:(?:{writer}{before}) )?{number} {who}{along}{_after()}\b")


@cache
def _named() -> re.Pattern[str]:
    """«với vợ», «và con gái 10 tuổi»; of «vợ và 2 con» the wife."""
    adult, beside = _any_of("adult"), _any_of("beside")
    one = rf"(?:{adult}|(?P<child>{_any_of('child')}))"
    more = rf"(?P<more>{_any_of('more')})(?: ca)?"
    before = rf"(?:{_any_of('writer')} )?(?:{beside}|{more}) {one}"
    return re.compile(rf"\b(?:{before}|{adult}(?= {beside} )){_after()}\b")


def _after() -> str:
    """How old they are, and that they stay at home."""
    years = r"(?: (?:moi |nam nay )?\d{1,2} ?(?:tuoi|t|years? old))?"
    return rf"{years}(?P<stays>(?: (?:thi|deu|bi|lai|kia|nay|em|e))? {_any_of('stays')})?"


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"{UNDENIED}\b{_any_of('alone')}\b(?: thoi)?")
