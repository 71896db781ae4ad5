"""Where somebody stands in what a report counts: which figure or group, and which page of it."""

from dataclasses import dataclass

from domain.refusals import Refusal

FIGURE, UNIT, ORGANISATION, PLACE, PERSON = "figure", "unit", "org", "place", "person"
GROUPS = (UNIT, ORGANISATION, PLACE, PERSON)
FIGURES = (
    "given",
    "due",
    "on_time",
    "late",
    "overdue",
    "closed",
    "review",
    "unaccepted",
    "open",
    "extensions",
    "reworks",
    "blocked",
    "next",
)
SHOWN = 8
"""So many lines of a list stand on a page."""


@dataclass(frozen=True, slots=True)
class DrillWay:
    """`unit.3.0`: the first page of the section 3; `figure.overdue.1.412` a task on the second."""

    how: str
    key: str = ""
    page: int = 0
    task: int = 0

    def pack(self) -> str:
        return f"{self.how}.{self.key}.{self.page}" + (f".{self.task}" if self.task else "")

    @property
    def number(self) -> int:
        return int(self.key) if self.key.isdecimal() else 0


def way_of(said: str) -> DrillWay:
    how, key, page, task = [*said.split("."), "", "", ""][:4]
    if how not in (FIGURE, *GROUPS) or (how == FIGURE and key not in ("", *FIGURES)):
        raise Refusal("unknown_button")
    number = {text: int(text) if text.isdecimal() else 0 for text in (page, task)}
    return DrillWay(how, key, number[page], number[task])
