"""What we are waiting to hear from somebody. Kept in storage, so a restart forgets nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

LIFE = timedelta(days=1)
"""A form that nobody finishes is forgotten after a day."""
WEEKEND, GROUPED = "weekend", "grouped"
"""«Khu của đồng chí có bao nhiêu người?», and a group that was recorded and may change."""
ONLY_PEOPLE = frozenset({WEEKEND, GROUPED})
"""Only a number of people answers these: any other words pass them by."""
PEOPLE = ONLY_PEOPLE | {"group", "turnout"}
"""Where several of these are open, a number of people answers the newest."""


SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class Expectation:
    """A topic, the thing it is about, and the answers heard so far.

    `asked_in` is the message that asked, so that a reply decides which of several is meant.
    """

    topic: str
    subject: int = 0
    answers: Mapping[str, Any] = field(default_factory=dict)
    id: int = 0
    asked_in: int | None = None
    expires: datetime | None = None

    @property
    def is_set_aside(self) -> bool:
        """A newer question is open: only a reply to its own message still answers it."""
        return bool(self.answers.get(SET_ASIDE))
