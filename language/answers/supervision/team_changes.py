"""What a line says of a team that is there: «thay Lụa bằng Tâm», «thêm Tâm», «bớt Lụa»."""

import re
from dataclasses import dataclass

from domain.visits import Named
from language.answers.supervision.team_lines import team_in
from language.answers.supervision.visit_words import listed, opening
from language.line.once import fold

NAME_WORDS = 5
_ENDS = " .,;:-–!"


@dataclass(frozen=True, slots=True)
class TeamChange:
    """Who goes too, and who goes no longer; where both are said, each for one of the others."""

    joins: tuple[Named, ...] = ()
    leaves: tuple[Named, ...] = ()


def team_change_in(text: str) -> TeamChange | None:
    """Names alone, behind a word that says what becomes of them."""
    _, said = opening(text.strip(_ENDS), listed("team", "bare"))
    said = said.strip(_ENDS)
    for which in ("swaps", "adds", "drops"):
        opens, rest = opening(said, listed("team", which))
        if opens:
            return _change(which, _without_where(rest.strip(_ENDS)))
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
    return fold(words).strip(_ENDS) in listed("team", "where")
