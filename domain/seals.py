"""What is sealed until it is opened, and how it is proved that nothing was swapped meanwhile."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date

from domain.visits import Species

TOPIC = "visit.sealed"
"""Whatever is typed under this question is never written down as it is."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A visit of which three know: in words, for its theme and body are on no list. `salt` is
    there once it was approved."""

    proposed_by: int
    approver_id: int
    organisation_id: int
    species: Species = Species.SUPERVISION
    theme: str = ""
    body: str = ""
    first: date | None = None
    last: date | None = None
    salt: str = ""

    @property
    def is_whole(self) -> bool:
        return bool(self.theme and self.body and self.first and self.last)


def canonical(sealed: Sealed) -> str:
    """The facts in one way only, to be read by people and by a machine."""
    facts = {name: value for name, value in asdict(sealed).items() if name != "salt"}
    return json.dumps(facts, default=str, ensure_ascii=False, sort_keys=True)


def proof_of(sealed: Sealed) -> str:
    """SHA-256 over facts and salt: who has it from the approval knows that they are the same."""
    return hashlib.sha256(f"{canonical(sealed)}{sealed.salt}".encode()).hexdigest()
