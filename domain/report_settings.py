"""What an office chose about its weekly report: who has it, what stands in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.access import Actor, Role

READERS = (Role.LEADER, Role.HEAD, Role.OFFICE_ADMIN)
"""To whom it may go by role: each reads the part that is theirs."""
MOST_GUESTS = 20


@dataclass(frozen=True, slots=True)
class ReportSettings:
    roles: frozenset[Role] = frozenset({Role.LEADER})
    without: frozenset[str] = frozenset()
    copies_remarks: bool = False
    guests: frozenset[int] = frozenset()

    def reaches(self, actor: Actor) -> bool:
        """Whether the report is brought to them."""
        return actor.person_id in self.guests or bool(self.by_role(actor.roles))

    def by_role(self, roles: Iterable[Role]) -> frozenset[Role]:
        """The roles by which it comes; a deputy's is the head's."""
        known = {Role.HEAD if role is Role.DEPUTY_HEAD else role for role in roles}
        return self.roles & known


def switched(names: Iterable[str], one: str) -> list[str]:
    """In, where it was out; out, where it was in."""
    return sorted(set(names) ^ {one})
