"""What a conclusion becomes: more time, work for one lead until one day, or only an answer."""

from dataclasses import dataclass
from datetime import datetime

MOST_WORDS = 400


@dataclass(frozen=True, slots=True)
class Concluded:
    """As it was typed, and what was understood of it."""

    words: str
    until: datetime | None = None
    """The new limit of the work that it is about."""
    lead_id: int | None = None
    what: str = ""
    due: datetime | None = None
    chair: int | None = None
    """In whose name."""
    unit_id: int | None = None
    """A section that has it in hand, where no one person is named."""

    @property
    def becomes_something(self) -> bool:
        """More than an answer."""
        return bool(self.until or self.lead_id or self.unit_id)
