"""The kinds of volunteer activity. How one is added, with its texts and the words by which it is
planned: CONTRIBUTING.md, «A kind of activity»."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta

STARTS, LASTS = time(7, 0), timedelta(hours=3)
"""Where neither its kind nor its plan says otherwise."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`prefix` begins the code (`T7-2811`); weekday, start and length are the usual ones.

    Its texts are `kind_name.<code>`, and `kind.<code>` to choose it by.
    """

    code: str
    prefix: str
    weekday: int | None = None
    starts: time = STARTS
    lasts: timedelta = LASTS
    asks: tuple[tuple[str, float], ...] = ()
    """What is asked for when its figures are, with an amount as an example: measures of
    `domain/measures.py`. Whatever else came of it can be told all the same."""
    learns: bool = False
    """People are taught: it is told in the report on its own, not among the days out."""


CLEANED = (("road_km", 2), ("waste_m3", 3), ("trees", 50))
ROWS = (
    Kind("saturday", "T7", 5, asks=CLEANED),
    Kind("sunday", "CN", 6, asks=CLEANED),
    Kind("other", "HD", asks=(("households", 5), ("gifts", 20), ("work_hours", 60))),
    Kind("blood", "HM", asks=(("blood_units", 38),)),
    Kind("training", "TH", starts=time(8, 0), learns=True),
)
KINDS: Mapping[str, Kind] = {kind.code: kind for kind in ROWS}
LEARNS = tuple(kind.code for kind in ROWS if kind.learns)
