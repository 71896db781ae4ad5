"""What a line says of a team that is there: when and where it gathers («7h15 thứ Năm, tại trụ
sở»), who goes instead («thay Lụa bằng Tâm», «thêm Tâm», «bớt Lụa»)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.visits import Named
from language.answers.supervision.team_lines import team_in
from language.answers.supervision.visit_words import ENDS, listed, opening
from language.dates.moments import When
from language.line.fold import fold

MORNING_FROM, HALF_A_DAY = 5, timedelta(hours=12)
"""An hour before it, with no part of the day, is of the afternoon."""
NOON, LAST_HOUR, LAST_MINUTE = 12, 23, 59
_HOUR = re.compile(
    r"(?P<hour>\d{1,2}) ?(?:h|g|gio|:) ?(?P<minute>\d{2})?(?: ?(?P<part>sang|trua|chieu|toi))?"
)


@dataclass(frozen=True, slots=True)
class Gathering:
    """A moment, where, and what is neither; `day` is False where no day was said, `same` where it
    stays where it was."""

    starts: datetime
    place: str = ""
    left: str = ""
    says_day: bool = True
    same: bool = False
    names_place: bool = True
    """The words say themselves that they are a place: «tại …», «sân …»."""


def gathering_in(text: str, when: When, usual: date | None) -> Gathering | None:
    """An hour without a day is of the `usual` one, and of the morning as it stands."""
    start = when.start
    if not isinstance(start, datetime):
        return None
    alone = _alone(text, when, datetime.combine(usual or start.date(), time(), start.tzinfo))
    pieces = list(_pieces(text, when))
    same = any(_is(piece, "same") for piece in pieces)
    spoken = [piece for piece in pieces if not (_is(piece, "same") or _is(piece, "quiet"))]
    named = [piece for piece in spoken if _opens(piece)]
    places = named or [piece for piece in spoken if not _speaks(piece)]
    left = ", ".join(piece for piece in spoken if piece not in places[:1])
    place = _bare(places[0]) if places else ""
    return Gathering(alone or start, place, left, alone is None, same, bool(named))


def _alone(text: str, when: When, day: datetime) -> datetime | None:
    """The hour, where it stands without a day."""
    if text[when.used[0][0] : when.used[-1][1]].strip() != when.said.strip():
        return None
    said = _HOUR.fullmatch(fold(when.said).strip())
    if said is None or int(said["hour"]) > LAST_HOUR or int(said["minute"] or 0) > LAST_MINUTE:
        return None
    found = day.replace(hour=int(said["hour"]), minute=int(said["minute"] or 0))
    early, part = found.hour < MORNING_FROM, said["part"]
    later = part in ("chieu", "toi") or (early and not part)
    return found + HALF_A_DAY if later and found.hour < NOON else found


def _pieces(text: str, when: When) -> Iterator[str]:
    """What stands beside the time, between commas."""
    said, at = list[str](), 0
    for begin, end in sorted(when.used):
        said.append(text[at:begin])
        at = end
    for piece in re.split(r"[,;\n]", " ".join([*said, text[at:]])):
        if words := " ".join(piece.split()).strip(ENDS):
            yield words


def _is(piece: str, which: str) -> bool:
    """All of it is of these words."""
    words = f" {fold(piece)} "
    for said in sorted(listed("gathers", which), key=len, reverse=True):
        words = words.replace(f" {said} ", " ")
    return not words.strip()


def _speaks(piece: str) -> bool:
    """It says something, and names no place."""
    return any(f" {one} " in f" {fold(piece)} " for one in listed("gathers", "never"))


def _opens(piece: str) -> bool:
    return any(f"{fold(piece)} ".startswith(f"{one} ") for one in listed("gathers", "places"))


def _bare(piece: str) -> str:
    """«tập trung ở sân UBMT nhé»: the place alone, and nothing polite behind it."""
    words, opens = piece.split(), listed("gathers", "before")
    while many := next((n for n in (3, 2, 1) if fold(" ".join(words[:n])) in opens), 0):
        words = words[many:]
    while words and fold(words[-1]) in listed("gathers", "after"):
        words = words[:-1]
    return " ".join(words)


NAME_WORDS = 5


@dataclass(frozen=True, slots=True)
class TeamChange:
    """Who goes too, and who goes no longer; where both are said, each for one of the others."""

    joins: tuple[Named, ...] = ()
    leaves: tuple[Named, ...] = ()


def team_change_in(text: str) -> TeamChange | None:
    """Names alone, behind a word that says what becomes of them."""
    _, said = opening(text.strip(ENDS), listed("team", "bare"))
    said = said.strip(ENDS)
    for which in ("swaps", "adds", "drops"):
        opens, rest = opening(said, listed("team", which))
        if opens:
            return _change(which, _without_where(rest.strip(ENDS)))
    return None


def _change(which: str, said: str) -> TeamChange | None:
    if which != "swaps":
        named = _names(said)
        change = TeamChange(joins=named) if which == "adds" else TeamChange(leaves=named)
        return change if named else None
    words = said.replace("=", " = ").split()
    cuts = (n for n in range(1, len(words) - 1) if fold(words[n]) in listed("team", "becomes"))
    at = next(cuts, 0)
    goes, comes = _names(" ".join(words[:at])), _names(" ".join(words[at + 1 :]))
    return TeamChange(comes, goes) if goes and comes else None


def _names(said: str) -> tuple[Named, ...]:
    """Each of a few words and no figure; else it is something else."""
    named = tuple(team_in(said))
    fits = all(0 < len(one.name.split()) <= NAME_WORDS for one in named)
    return named if fits and not re.search(r"[\d:]", said) else ()


def _without_where(said: str) -> str:
    """«Tâm vào đoàn», «Lụa ra khỏi đoàn»: the names alone."""
    words = said.split()
    at = next((n for n in range(1, len(words)) if _is_where(" ".join(words[n:]))), None)
    return " ".join(words[:at])


def _is_where(words: str) -> bool:
    return fold(words).strip(ENDS) in listed("team", "where")
