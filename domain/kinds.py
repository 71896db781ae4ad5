"""The kinds of volunteer activity. To add a kind, add a row, and its two texts in `kinds.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta


@dataclass(frozen=True, slots=True)
class Kind:
    """`prefix` begins the code (`T7-2811`); weekday, start and length are the usual ones.

    Its texts are `kind_name.<code>`, and `kind.<code>` to choose it by.
    """

    code: str
    prefix: str
    weekday: int | None = None
    starts: time = time(7, 0)
    lasts: timedelta = timedelta(hours=3)
    learns: bool = False
    """People are taught: it is told in the report on its own, not among the days out."""


ROWS = (
    Kind("saturday", "T7", 5),
    Kind("sunday", "CN", 6),
    Kind("other", "HD"),
    Kind("blood", "HM"),
    Kind("training", "TH", starts=time(8, 0), learns=True),
)
KINDS: Mapping[str, Kind] = {kind.code: kind for kind in ROWS}
LEARNS = tuple(kind.code for kind in ROWS if kind.learns)
