"""What others plan to look at, as it is told: rows from a sheet or typed, or in a sentence."""

import re
from collections.abc import Callable, Sequence

from domain.visits import OutsideSaid, ProposalSaid
from language.answers.supervision.visit_lines import WhenOf, window_in
from language.answers.supervision.visit_words import (
    listed,
    opening,
)
from language.line.fold import fold

Propose = Callable[[str], ProposalSaid | None]
_CELLS = re.compile(r"[\t|]")
"""Between the cells of a row from a sheet."""
CELLS, WHOSE = 4, 6


def outside_in(text: str, when_of: WhenOf) -> Sequence[OutsideSaid]:
    """A row a line, typed with commas or pasted from a sheet; nothing where one is not whole."""
    head, colon, rest = text.partition(":")
    whose = _whose(head) if colon else None
    if whose is None:
        return ()
    lines = [line for line in _rows(rest) if line.strip()]
    if whose:
        lines = [f"{whose}, {_on(line)}" for line in lines]
    rows = [_outside(line, when_of) for line in lines]
    return [row for row in rows if row] if all(rows) else ()


def _rows(said: str) -> list[str]:
    """A row a line; several in one line stand between semicolons, their cells between commas."""
    pieces = said.split(";")
    apart = not _CELLS.search(said) and len(pieces) > 1 and all("," in piece for piece in pieces)
    return pieces if apart else said.splitlines()


def speaks_of_outside(text: str) -> bool:
    """«bỏ kế hoạch ngoài của HĐND», «kế hoạch ngoài có gì»: of such a plan, whatever more."""
    said = text
    for which in ("leads", "verbs"):
        said = opening(said, listed("outside", which))[1]
    return bool(opening(said, listed("outside", "opens"))[0])


def _whose(head: str) -> str | None:
    """«kế hoạch HĐND tỉnh», «ghi kế hoạch ngoài của HĐND tỉnh»: who of others plans; empty where
    each row says so, nothing where it is no such plan."""
    _, said = opening(head, listed("outside", "leads"))
    opens, rest = opening(said, listed("outside", "opens"))
    begins = opens or opening(said, listed("outside", "begins"))[0]
    rest = rest if opens else opening(said, listed("outside", "begins"))[1]
    _, whose = opening(rest, listed("outside", "of"))
    return whose.strip() if begins and (opens or _is_other(whose)) else None


def _is_other(name: str) -> bool:
    return any(f"{fold(name)} ".startswith(f"{one} ") for one in listed("outside", "whose"))


def outside_told(text: str, propose: Propose) -> OutsideSaid | None:
    """«HĐND giám sát cấp nước ở xã Hải Sơn ngày 10/12»: others plan it, and it is told; what they
    do is read as a proposal, and where it says no more than that, is what it is on."""
    opens, told = opening(opening(text, listed("outside", "leads"))[1], listed("outside", "opens"))
    words = (told if opens else text).split()
    for at in range(1, min(WHOSE, len(words))):
        does, _ = opening(" ".join(words[at:]), listed("outside", "theme"))
        whose = _less_future(" ".join(words[:at]))
        if not (does and (opens or _is_other(whose))):
            continue
        if found := _planned(whose, words[at:], len(does.split()), propose):
            return found
    return None


def _planned(whose: str, words: list[str], many: int, propose: Propose) -> OutsideSaid | None:
    """What they look at and where; where that is not said, what they do."""
    for said in (words[many:], words):
        found = propose(" ".join(said))
        beside = found and (found.team or found.approver or found.unannounced)
        if found is None or beside or fold(found.theme) in listed("plain", "place"):
            continue
        if found.theme and found.body and found.first and found.last:
            return OutsideSaid(whose, found.theme, found.body, found.first, found.last)
    return None


def _less_future(whose: str) -> str:
    """«thanh tra tỉnh sẽ»: who it is, and nothing that was."""
    words = whose.split()
    while len(words) > 1 and fold(words[-1]) in listed("outside", "will"):
        words = words[:-1]
    return " ".join(words)


def _on(line: str) -> str:
    """«giám sát tiếp công dân, …»: what it is on."""
    opens, rest = opening(line.strip(), listed("outside", "theme"))
    return rest if opens else line.strip()


def _outside(line: str, when_of: WhenOf) -> OutsideSaid | None:
    cells = [cell.strip() for cell in re.split(_CELLS if _CELLS.search(line) else r"[,;]", line)]
    window = window_in(cells[-1], when_of)
    whole = len(cells) == CELLS and all(cells) and window
    return OutsideSaid(cells[0], cells[1], cells[2], *window) if whole and window else None
