"""Somebody is away: until when, who does their work meanwhile, and who decides for them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.access import Role
from domain.people import Person
from domain.refusals import Refusal

LONGEST = timedelta(days=210)
"""A maternity leave; what is longer is a matter of the roster."""
RANKS = (Role.HEAD, Role.DEPUTY_HEAD)


@dataclass(frozen=True, slots=True)
class AbsenceSaid:
    """What a line says: the days, and the words that name who does the work meanwhile."""

    first: date
    last: date
    stand_in: str = ""
    half: bool = False
    """«sáng thứ 4»: only part of a day, which is written down as a whole one or not at all."""
    or_today: bool = False
    """«nghỉ thứ 5» on a Thursday may be of this day, or of the one in a week."""


@dataclass(frozen=True, slots=True)
class Absence:
    person_id: int
    first: date
    last: date
    stand_in_id: int | None = None
    decides_id: int | None = None
    """Who approves meanwhile; nobody where they approve nothing."""

    def meets(self, other: "Absence") -> bool:
        """Whether both are away on some day."""
        return self.first <= other.last and other.first <= self.last


def check(new: Absence, others: Sequence[Absence], today: date, name: str) -> None:
    """Who is away has days to come, and a stand-in who is there; `name` is the stand-in's."""
    if new.last < today or new.first > new.last:
        raise Refusal("absence_past", day=new.last)
    if new.last - new.first > LONGEST:
        raise Refusal("absence_long", days=LONGEST.days)
    if new.stand_in_id == new.person_id:
        raise Refusal("stand_in_self")
    for one in others:
        if one.person_id == new.stand_in_id and one.meets(new):
            mutual = one.stand_in_id == new.person_id
            code = "stand_in_mutual" if mutual else "stand_in_away"
            raise Refusal(code, name=name, first=one.first, last=one.last)


def instead_of(person_id: int, links: Mapping[int, int | None]) -> int | None:
    """Who is there in the place of somebody: a stand-in who is away has one of their own. The
    person where they are there themselves; nobody where the last is away as well."""
    seen: set[int] = set()
    at: int | None = person_id
    while at is not None and at in links and at not in seen:
        seen.add(at)
        at = links[at]
    return None if at in seen else at


def next_in_rank(
    person: Person, others: Iterable[Person], away: frozenset[int], stand_in_id: int | None
) -> int | None:
    """Who decides for somebody: of the own section the head, then the deputy, then a leader;
    never whoever does the work meanwhile."""
    there = [p for p in others if p.id not in away | {person.id, stand_in_id}]
    section = [p for p in there if p.unit_id is not None and p.unit_id == person.unit_id]
    ranks = [[p for p in section if role in p.roles] for role in RANKS]
    ranks.append([p for p in there if Role.LEADER in p.roles])
    return next((rank[0].id for rank in ranks if rank), None)
