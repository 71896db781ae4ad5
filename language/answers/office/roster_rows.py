"""A list of people, as it is copied from a sheet: «danh sách cán bộ:» and a row a line."""

import re
from collections.abc import Sequence
from functools import cache

from domain.access import Role
from domain.names import NAME_LETTERS, clean
from domain.phones import phone_of
from domain.roster import PersonSaid
from language.line.fold import fold
from language.line.patterns import any_of
from language.line.vocabulary import book

_CELLS = re.compile(r"\t|[|;,]| {3,}")
_NUMBER = re.compile(r"\W*\d{0,3}[.)]?\W*")
_ROLES = (Role.HEAD, Role.DEPUTY_HEAD, Role.BASE, Role.STAFF)


def roster_rows(text: str) -> Sequence[PersonSaid]:
    """Each row begins with a name, behind its number where it has one; the row of headings is
    nobody. Nothing where the line is no such list."""
    head, _, rest = text.strip().partition("\n")
    if not _opens().fullmatch(fold(head).strip(" .:")):
        return ()
    return [_row(cells) for line in rest.splitlines() if (cells := _cells(line))]


def _cells(line: str) -> list[str]:
    """What stands in a row, without its number; nothing of a row of headings."""
    cells = [cell.strip() for cell in _CELLS.split(line)]
    there = [cell for cell in cells if not _NUMBER.fullmatch(cell)]
    return [] if {fold(cell) for cell in there} & _headings() else there


def _row(cells: Sequence[str]) -> PersonSaid:
    name, role, phone, left = re.sub(r"^\d+[.)]?\s+", "", cells[0]), "", "", list[str]()
    for cell in cells[1:]:
        number, called = phone_of(cell) or "", _role(cell)
        if number and not phone:
            phone = number
        elif called and not role:
            role = called
        else:
            left.append(cell)
    return PersonSaid(clean(name, NAME_LETTERS), Role(role or Role.STAFF), phone, tuple(left))


def _role(cell: str) -> str:
    said = fold(cell)
    ways = book("structure")["role"]
    return next((role.value for role in _ROLES if said in map(fold, ways[role.value])), "")


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(any_of("structure", "people", "opens"))


@cache
def _headings() -> frozenset[str]:
    return frozenset(map(fold, book("structure")["people"]["headings"]))
