"""Who goes, as it is typed: as the whole of a line, or beside a proposal: «…, đoàn Trận, Lụa»."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from domain.visits import Named, TeamRole
from language.answers.supervision.visit_words import ENDS, LONGEST, listed, opening
from language.line.fold import fold
from language.line.vocabulary import book

IsPerson = Callable[[str], object]
"""Whether these words are somebody's name and no more."""
IsTime = Callable[[str], bool]
_CUT = re.compile(r"([,;\n])")
_SIGNS = re.compile(r"\s*([+&])\s*")


def nobody(_: str) -> bool:
    """Where the people are not known."""
    return False


@dataclass(frozen=True, slots=True)
class TeamSaid:
    """Who goes, and the line without that."""

    team: tuple[Named, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class _Known:
    """How a name is known, and a time behind it; `plainly`, where a capital suffices."""

    is_person: IsPerson
    is_time: IsTime
    plainly: bool = False


@dataclass(frozen=True, slots=True)
class _Names:
    """Names at the beginning of some words, the time behind them, and how names are known here."""

    team: tuple[Named, ...]
    rest: str
    known: _Known


def team_in(text: str) -> Sequence[Named]:
    """«Trận trưởng đoàn, Liên thư ký, Sơn với Đạt đi cùng»"""
    pieces = [_less_ends(_words(piece)) for piece in re.split(r"[,;\n]", text)]
    return [named_in(" ".join(one)) for piece in pieces for one in _joined(piece)]


def named_in(piece: str) -> Named:
    """«Nghiêm trưởng đoàn», «Nghiêm (trưởng đoàn)», «thư ký: Liên»."""
    words = re.sub(r"[():]", " ", piece).split()
    for many in range(min(LONGEST, len(words) - 1), 0, -1):
        if part := _parts().get(fold(" ".join(words[:many]))):
            return Named(" ".join(words[many:]), TeamRole(part))
    for many in range(min(LONGEST, len(words) - 1), 0, -1):
        if part := _parts().get(fold(" ".join(words[-many:]))):
            return Named(" ".join(words[:-many]), TeamRole(part))
    return Named(" ".join(words))


def team_cut(text: str, is_person: IsPerson, is_time: IsTime) -> TeamSaid:
    """«…, đoàn gồm Trận, Lụa, 9/12»: who goes, wherever the line says so; what follows the last
    name is of the line again."""
    known = _Known(is_person, is_time)
    pieces = _CUT.split(text)
    for at in range(0, len(pieces), 2):
        words = _words(pieces[at].replace(":", " : "))
        for n in range(len(words)):
            if found := _opened(words, n, known):
                team, behind = _goes_on(found, pieces[at + 1 :])
                before = "".join(pieces[:at]) + " ".join(words[:n]).replace(" : ", ": ")
                said = (before.strip(ENDS), behind.strip(ENDS))
                return TeamSaid(team, ", ".join(one for one in said if one))
    return TeamSaid((), text)


def _opened(words: list[str], at: int, known: _Known) -> _Names | None:
    """Whether here begins who goes: by a word that says so and names behind it, or by a name with
    its part."""
    if at and fold(words[at - 1]) in listed("team", "never_behind"):
        return None
    said = " ".join(words[at:])
    for which in ("opens", "bare", "along"):
        opens, rest = opening(said, listed("team", which))
        behind = rest.lstrip(" :")
        plainly = which == "opens" or (which == "bare" and rest.startswith(":"))
        found = _names(behind, replace(known, plainly=plainly)) if opens else None
        if found and (which != "along" or _begins_name(behind)):
            return found
    alone = _names(said, known)
    return alone if alone and _goes_alone(alone.team) else None


def _begins_name(said: str) -> bool:
    """A capital, an address before one, or whoever writes: no «có hoa tươi»."""
    first = fold(said.split()[0].strip(ENDS)) if said else ""
    return said[:1].isupper() or first in _addresses() or is_self(first)


@cache
def _addresses() -> frozenset[str]:
    """The first word of each."""
    return frozenset(one.split()[0] for one in listed("team", "address"))


def _goes_alone(team: Sequence[Named]) -> bool:
    """«Lụa thư ký», «tôi với chị Lụa»: nothing before it says that it is a team."""
    parts = any(one.part is not TeamRole.MEMBER for one in team)
    return parts or (len(team) > 1 and any(is_self(one.name) for one in team))


def is_self(name: str) -> bool:
    """«tôi», «em»: whoever writes."""
    return fold(name).strip(ENDS) in listed("team", "self")


def _goes_on(found: _Names, pieces: Sequence[str]) -> tuple[tuple[Named, ...], str]:
    """Further pieces are names too, until one is not; with what follows."""
    team, rest, n = found.team, found.rest, 1
    while n < len(pieces) and not rest and (more := _names(pieces[n], found.known)):
        team, rest, n = (*team, *more.team), more.rest, n + 2
    return team, f"{rest}{''.join(pieces[n - 1 :])}"


def _names(text: str, known: _Known) -> _Names | None:
    """«Trận với Lụa đi cùng 8h»: each is a name, and behind them nothing but a time."""
    team, left = list[Named](), _words(text)
    while left:
        many = _name_at(left, known)
        if not many:
            return None
        team.append(named_in(" ".join(left[:many])))
        left = _less_going(left[many:])
        if not left or fold(left[0]) not in listed("team", "joins"):
            break
        left = left[1:]
    rest = _without_ends(left)
    return _Names(tuple(team), rest, known) if team and (not rest or known.is_time(rest)) else None


def _less_going(left: list[str]) -> list[str]:
    """«tôi đi với chị Lụa»: without what only leads to the next."""
    goes = len(left) > 1 and fold(left[0]) in listed("team", "ends")
    return left[1:] if goes and fold(left[1]) in listed("team", "joins") else left


def _name_at(words: list[str], known: _Known) -> int:
    """So many words are somebody's name, and what they are in the team."""
    until = next((n for n, w in enumerate(words) if fold(w) in listed("team", "joins")), None)
    whole = words[:until]
    for many in range(min(LONGEST + 1, len(whole)), 0, -1):
        name = named_in(" ".join(whole[:many]).strip(ENDS)).name
        plainly = known.plainly or fold(name) != fold(less_address(name))
        if name and (is_self(name) or known.is_person(name) or (plainly and _is_capital(name))):
            return many
    return 0


def less_address(name: str) -> str:
    """«Tâm» of «đ/c Tâm», «đồng chí Tâm»."""
    address, rest = opening(name, listed("team", "address"))
    return less_address(rest) if address and rest else name


def _is_capital(name: str) -> bool:
    """«Toàn», «chị Lan Anh», and no «UBND», no «Trường»."""
    words = less_address(name).split()
    named = all(word[:1].isupper() and not word[1:].isupper() for word in words)
    return named and not any(fold(word) in listed("team", "no_name") for word in words)


def _without_ends(words: list[str]) -> str:
    """Less «đi cùng», «nhé»."""
    ends, rest = opening(" ".join(words), listed("team", "ends"))
    return _without_ends(rest.split()) if ends else rest.strip(ENDS)


def _less_ends(words: list[str]) -> list[str]:
    """A piece without what only leads out of it."""
    at = next((n for n in range(1, len(words)) if not _without_ends(words[n:])), None)
    return words[:at]


def _joined(words: list[str]) -> list[list[str]]:
    """«Sơn với Đạt» are two."""
    found: list[list[str]] = [[]]
    for word in words:
        if fold(word) in listed("team", "joins"):
            found.append([])
        else:
            found[-1].append(word)
    return [one for one in found if one]


def _words(text: str) -> list[str]:
    return _SIGNS.sub(r" \1 ", text).split()


@cache
def _parts() -> dict[str, str]:
    return {fold(said): part for part, ways in book("visits")["parts"].items() for said in ways}
