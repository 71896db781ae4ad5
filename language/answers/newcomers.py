"""What somebody says under a poster before they are known: that they agree, how old they are."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from domain.names import fold
from language.line.vocabulary import book

_BORN = re.compile(r"\b(?:sinh nam|sn|nam sinh)\s*:?\s*((?:19|20)\d\d)\b")
_YEARS = re.compile(
    r"\b(?:(?P<under>duoi|chua du|chua den|chua toi) )?(?:(?:tren|du|hon|gan|moi|da) )*"
    r"(?P<years>\d{1,2}) ?(?:tuoi|t|years? old)\b"
)
_BARE = re.compile(r"(?:(?:toi|em|minh|tui|chau|con|bac) (?:nam nay )?)?(\d{2})(?: (?:a|nhe))?")


@dataclass(frozen=True, slots=True)
class NewcomerSaid:
    """Whether somebody agrees or refuses, and their years; nothing where it was not said."""

    agrees: bool = False
    refuses: bool = False
    years: int | None = None
    under: bool = False
    enough: bool = False
    """«đủ rồi»: an answer to whether one is of age, and to nothing else."""

    def __bool__(self) -> bool:
        return self.agrees or self.refuses or self.enough or self.years is not None


def read_newcomer(text: str, today: date) -> NewcomerSaid:
    """«đồng ý, 58 tuổi», «toi 58 tuoi», «sinh năm 1968», «không tham gia»."""
    said = " ".join(re.findall(r"\w+", fold(text)))
    if _plain(said) in _words("refuses"):
        return NewcomerSaid(refuses=True)
    years, under, rest = _age(said, today)
    pieces, agrees, enough = set(_pieces(_plain(rest))), _words("agrees"), _words("enough")
    if pieces - agrees - enough or (years is None and not pieces):
        return NewcomerSaid()
    return NewcomerSaid(bool(pieces & agrees), False, years, under, bool(pieces & enough))


def _plain(said: str) -> str:
    return " ".join(_aside().sub(" ", said).split())


def _pieces(words: str) -> list[str]:
    """«ok dong y dang ky»: in words that are known by heart, as far as they go."""
    known = _words("agrees") | _words("enough")
    found, left = [], words.split()
    while left:
        size = 2 if " ".join(left[:2]) in known else 1
        found.append(" ".join(left[:size]))
        left = left[size:]
    return found


def _age(said: str, today: date) -> tuple[int | None, bool, str]:
    """The years, whether fewer than that, and what is left of the line. Of a year of birth
    the birthday is taken as still to come."""
    if born := _BORN.search(said):
        return today.year - int(born[1]) - 1, False, said.replace(born[0], " ")
    if aged := _YEARS.search(said):
        return int(aged["years"]), bool(aged["under"]), said.replace(aged[0], " ")
    if bare := _BARE.fullmatch(said):
        return int(bare[1]), False, ""
    return None, False, said


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(fold, book("newcomers")["newcomer"][name]))


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_words('aside'), key=len, reverse=True))})\b")
