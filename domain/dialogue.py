"""What we are waiting to hear from somebody. Kept in storage, so a restart forgets nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

LIFE = timedelta(days=1)
"""A form that nobody finishes is forgotten after a day."""
WEEKEND, GROUPED = "weekend", "grouped"
"""«Khu của đồng chí có bao nhiêu người?», and a group that was recorded and may change."""
ONLY_PEOPLE = frozenset({WEEKEND, GROUPED})
"""Only a number of people answers these: any other words pass them by."""
PEOPLE = ONLY_PEOPLE | {"group", "turnout", "roll"}
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

    @property
    def asks_which(self) -> bool:
        """It asks what earlier words were about, not for new ones."""
        return self.topic.rpartition(".")[2] == "which"


def in_force(waiting: Sequence[Expectation]) -> list[Expectation]:
    """Of all open questions, the newest first: one that only asked which was meant gives way to
    any newer one. Its buttons still work; new words are not for it."""
    return [e for n, e in enumerate(waiting) if n == 0 or not e.asks_which]
