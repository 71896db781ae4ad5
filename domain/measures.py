"""What an activity brings about, and what is usual. To add a result: CONTRIBUTING.md."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """A result in the unit that its text `measure.<code>` names.

    `usual` is the common range at one point; an amount above `most` is asked, not refused.
    """

    code: str
    usual: tuple[float, float]
    most: float


ROWS = (
    Measure("road_km", (0.3, 5), 20),
    Measure("waste_m3", (0.5, 10), 60),
    Measure("waste_ton", (0.2, 5), 30),
    Measure("waste_truck", (1, 10), 50),
    Measure("waste_bag", (5, 200), 2_000),
    Measure("trees", (20, 500), 3_000),
    Measure("drain_m", (50, 1_000), 5_000),
    Measure("hotspot", (1, 5), 30),
    Measure("ads_removed", (20, 300), 2_000),
    Measure("households", (1, 50), 500),
    Measure("gifts", (5, 100), 1_000),
    Measure("gift_value_vnd", (1e6, 5e7), 1e9),
    Measure("workdays", (10, 200), 1_000),
    Measure("work_hours", (20, 600), 5_000),
    Measure("guided", (20, 300), 3_000),
    Measure("accounts", (5, 200), 2_000),
    Measure("land_m2", (10, 1_000), 20_000),
    Measure("raised_vnd", (1e6, 1e8), 5e9),
    Measure("blood_units", (10, 200), 1_000),
)
MEASURES: Mapping[str, Measure] = {measure.code: measure for measure in ROWS}

PEOPLE = Measure("people", (10, 200), 500)
