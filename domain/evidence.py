"""What proves that work is done: a photo, a file, a voice, a place."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Proof:
    """One proof; Telegram keeps it under `file_id`. `album` joins photos sent together."""

    kind: str
    file_id: str = ""
    unique_id: str = ""
    name: str = ""
    size: int = 0
    album: str = ""
    latitude: float = 0.0
    longitude: float = 0.0


def along_with(assignment_id: int) -> str:
    """What hangs on work that is still going on: it goes into its report."""
    return f"work:{assignment_id}"


def counted(kinds: Iterable[str]) -> list[dict[str, Any]]:
    """How many photos, files, voices and places these are."""
    return [{"kind": kind, "count": count} for kind, count in Counter(kinds).items()]


@dataclass(frozen=True, slots=True)
class ToCopy:
    """Evidence of which the office has no copy of its own yet."""

    id: int
    office_id: int
    kind: str
    file_id: str
    unique_id: str
    name: str
    folder: str = ""
    """Where in the office's own folder, such as `points/`."""


UNUSED, CHOSEN = "unused", "chosen"


@dataclass(frozen=True, slots=True)
class PointPhoto:
    """A photo of a point; `mark` says that it is not to be used, or is kept for longer."""

    id: int
    point_id: int
    file_id: str
    mark: str = ""
