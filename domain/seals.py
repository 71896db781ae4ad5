"""What is sealed until it is opened, and how it is proved that nothing was swapped meanwhile."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime

from domain.visits import APPROVES, BRIEFED, Species, TeamRole

TOPIC = "visit.sealed"
"""Whatever is typed under this question is never written down as it is."""
FACTS = (
    "approver_id",
    "body",
    "first",
    "last",
    "organisation_id",
    "proposed_by",
    "species",
    "theme",
)
"""What is approved, and proved not to have been swapped."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A visit of which three know: in words, for its theme and body are on no list. `salt` is
    there once it was approved; who goes, when and from where is said after that."""

    proposed_by: int
    approver_id: int
    organisation_id: int
    species: Species = Species.SUPERVISION
    theme: str = ""
    body: str = ""
    first: date | None = None
    last: date | None = None
    salt: str = ""
    team: tuple[tuple[int, TeamRole], ...] = ()
    starts: datetime | None = None
    meets: str = ""
    briefed: bool = False

    @property
    def head_id(self) -> int | None:
        return next((person for person, part in self.team if part is TeamRole.HEAD), None)

    def part_of(self, person_id: int) -> str:
        """What they are to do there."""
        parts = {person: part.value for person, part in self.team}
        return parts.get(person_id) or (APPROVES if person_id == self.approver_id else "")

    def briefs(self, now: datetime) -> bool:
        """Half a day before, and only once, its team hears when and from where it goes."""
        return bool(not self.briefed and self.is_near(now) and self.starts and now < self.starts)

    def is_near(self, now: datetime) -> bool:
        """From half a day before on its head may read where it goes."""
        return self.starts is not None and self.starts - BRIEFED <= now

    def waits_for(self, person_id: int | None) -> bool:
        """Said wholly, and not approved yet by whoever is to."""
        return self.is_whole and not self.salt and self.approver_id == person_id

    @property
    def is_whole(self) -> bool:
        return bool(self.theme and self.body and self.first and self.last)


def canonical(sealed: Sealed) -> str:
    """The facts in one way only, to be read by people and by a machine."""
    facts = {name: getattr(sealed, name) for name in FACTS}
    return json.dumps(facts, default=str, ensure_ascii=False, sort_keys=True)


def proved(sealed: Sealed) -> str:
    """What the proof is of, letter by letter: the facts and the salt behind them."""
    return f"{canonical(sealed)}{sealed.salt}"


def proof_of(sealed: Sealed) -> str:
    """SHA-256 over facts and salt: who has it from the approval knows that they are the same."""
    return hashlib.sha256(proved(sealed).encode()).hexdigest()
