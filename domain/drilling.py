"""Where somebody stands in what a report counts: which figure or group, and which page of it."""

from dataclasses import dataclass
from datetime import date

from domain.periods import Span, Week
from domain.refusals import Refusal

FIGURE, UNIT, ORGANISATION, PLACE, PERSON = "figure", "unit", "org", "place", "person"
GROUPS = (UNIT, ORGANISATION, PLACE, PERSON)
NOWHERE = "0"
"""The key of those in no section."""
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
OF_LIST = "list"
"""What was opened from the list under its own button goes back to that."""
SHOWN = 8
"""So many lines of a list stand on a page."""


@dataclass(frozen=True, slots=True)
class DrillWay:
    """`unit.3.0`: the first page of the section 3; `figure.overdue.1.412` a task on the second."""

    how: str
    key: str = ""
    page: int = 0
    task: int = 0
    of: str = ""
    """Of a group one figure alone: what of the section 3 is on time."""

    def pack(self) -> str:
        of = f".{self.of}" if self.of else ""
        task = f".{self.task or ''}" if self.task or of else ""
        return f"{self.how}.{self.key}.{self.page}{task}{of}"

    @property
    def number(self) -> int:
        return int(self.key) if self.key.isdecimal() else 0


def way_of(said: str) -> DrillWay:
    how, key, page, task, of = [*said.split("."), "", "", "", ""][:5]
    if how not in (FIGURE, *GROUPS) or (how == FIGURE and key not in ("", *FIGURES)):
        raise Refusal("unknown_button")
    if of not in ("", OF_LIST, *FIGURES):
        raise Refusal("unknown_button")
    number = {text: int(text) if text.isdecimal() else 0 for text in (page, task)}
    return DrillWay(how, key, number[page], number[task], of)


SPANS_FROM = 1_000_000
"""A report that is kept has its number; of a month, a quarter, a year or a week whose report never
came nothing is kept: it is known by its days."""
SECTIONS_FROM = 1_000_000_000
"""Of a report that is kept the part of the section which a leader heads as well: this and its
number."""
KINDS = ("week", "month", "quarter", "year", "so_far")


def section_in(digest_id: int) -> int:
    return SECTIONS_FROM + digest_id


def kept_as(number: int) -> int:
    """The report that is kept, whichever part of it is meant."""
    return number - SECTIONS_FROM if number >= SECTIONS_FROM else number


def number_of_span(span: Week) -> int:
    """`2_026_111` is November 2026: the year, the kind, and which of them."""
    kind = span.kind if isinstance(span, Span) else "week"
    which = span.number if kind in ("week", "month", "quarter") else 0
    year = span.monday.isocalendar()[0] if kind == "week" else span.monday.year
    return year * 1_000 + KINDS.index(kind) * 100 + which


def span_of(number: int, today: date) -> Week:
    year, rest = divmod(number, 1_000)
    kind, which = divmod(rest, 100)
    try:
        match KINDS[kind]:
            case "week":
                return Week.parse(f"{year}-W{which}")
            case "month":
                return Span.month(year, which)
            case "quarter":
                return Span.quarter(year, which)
            case "so_far" if year == today.year:
                return Span.so_far(today)
            case _:
                return Span.year(year)
    except (ValueError, IndexError):
        raise Refusal("not_found") from None
