"""What a weekly report says: lines that the rooms add, part by part, and words of the office."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any, Self

from domain.periods import Week

Numbers = tuple[tuple[str, int], ...]
"""Numbers by name: `(("ĐTN", 20), ("PN", 15))`."""
FREE_WORDS = ("blocked", "reason", "reasons", "words")
"""What somebody typed in their own words may name anybody, a resident too: it does not travel."""
ASKED = "digest.became.asked"
"""What the leaders are asked, while nothing became of it."""
OF_ANOTHER = "digest.became.of_another"
"""The same, of what one of them is asked who is not the reader."""
SHOWN = 5
"""Of a longer list only so many lines are shown."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Some facts of a report, and how they are read back from what is written down."""

    @classmethod
    def of(cls, stored: Mapping[str, Any], **parts: Any) -> Self:
        """What an older report has besides falls away, what it lacks is empty."""
        known = {field.name: stored[field.name] for field in fields(cls) if field.name in stored}
        return cls(**{**known, **parts})


@dataclass(frozen=True, slots=True)
class ReportLine(Kept):
    """One line: a text of texts/ by its kind, and its facts; which of them name a person."""

    kind: str
    facts: Mapping[str, Any]
    people: tuple[str, ...] = ()

    @property
    def nameless(self) -> "ReportLine":
        hidden = {name: "" for name in (*self.people, *FREE_WORDS) if name in self.facts}
        return replace(self, facts={**self.facts, **hidden})


Lines = tuple[ReportLine, ...]


def nameless(lines: Lines) -> Lines:
    return tuple(line.nameless for line in lines)


def facts_in(value: Any) -> dict[str, Any]:
    """What a value holds, by name and as it is: nothing in it is copied."""
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def first(lines: Sequence[ReportLine], more: str = "digest.more") -> Lines:
    """Five of a list, and how many more there are."""
    rest = len(lines) - SHOWN
    return (*lines[:SHOWN], *((ReportLine(more, {"n": rest}),) if rest > 0 else ()))


@dataclass(frozen=True, slots=True)
class ReportTable(Kept):
    """Rows for a paper: the texts of its title and of its heads, and what stands below them."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    instead_of: tuple[str, ...] = ()
    """Lines of the telephone that it tells: on paper they stand in it alone."""


Tables = tuple[ReportTable, ...]


@dataclass(frozen=True, slots=True)
class Part(Kept):
    """What a room adds to a report, wherever it stands there. All of it may be empty."""

    name: str
    """Its section's title is `digest.section.<name>`."""
    lines: Lines = ()
    glance: Lines = ()
    """For «Nhìn nhanh», above everything."""
    headline: Lines = ()
    """A few words for the lock screen."""
    caption: Lines = ()
    """The same on one screen. It travels, so it names nobody."""
    next: Lines = ()
    """For the section about the week after."""
    caption_next: Lines = ()
    """The same in the caption: pieces of one line."""
    details: Lines = ()
    """Everything that it counts, for whoever opens it by its button."""
    tables: Tables = ()
    """For the paper, where each stands as Biểu 1, 2, … in the order of the parts."""
    sheet: Tables = ()
    """The rows behind its figures."""
    missing: tuple[str, ...] = ()
    """Whose figures are not there yet."""
    asks: tuple[tuple[str, str], ...] = ()
    """What may have to be decided: in words, and about what (`assignment:12`)."""
    picture: Mapping[str, Any] = field(default_factory=dict)
    """What it gives to the picture of the week, by the names there."""
    busy: bool = True
    """A week in which no part is busy is told in one line."""
    good: Lines = ()
    """What went well, told together at the end."""
    caption_good: Lines = ()
    """The same in the caption: pieces of one line, nobody's name."""
    spare: int = 1
    """In a report that grows too long the section with the highest falls away; 0 always stays."""

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        names = [one.name for one in fields(cls) if one.type is Lines]
        lines = {name: tuple(map(ReportLine.of, stored.get(name, ()))) for name in names}
        tables = {n: tuple(map(ReportTable.of, stored.get(n, ()))) for n in ("tables", "sheet")}
        return cls.of(stored, **lines, **tables)

    @property
    def nameless(self) -> "Part":
        """To be passed on: nobody is named."""
        lines, following, good = map(nameless, (self.lines, self.next, self.good))
        return replace(self, lines=lines, next=following, good=good)


@dataclass(frozen=True, slots=True)
class WeeklyReport(Kept):
    """The whole, one organisation's part, or one section's.

    The last five are the office's own, added when it is read.
    """

    week: str
    number: int
    monday: date
    sunday: date
    office: str
    short: str
    leaders: str
    part: str
    cut_off: datetime
    form: str = ""
    """How it looks on paper: an organisation's code, or a kind of office."""
    place: str = ""
    """Where it is written, as its header says."""
    kind: str = "week"
    """Or a month, a quarter, a year, the year so far."""
    parts: tuple[Part, ...] = ()
    """What the rooms tell, in the order in which they stand."""
    corrections: Lines = ()
    """What late figures changed since it was frozen."""
    approved: bool = False
    updated: datetime | None = None
    remarks: str = ""
    asks: tuple[str, ...] = ()
    asks_brief: Lines = ()
    """The same for what travels: an obstacle is told without its words."""
    became: Lines = ()
    """Of each of them what became of it; while it still is asked, that it is: of whoever leads,
    and so of the reader, or `OF_ANOTHER`."""

    @property
    def open_asks(self) -> int:
        """How many of them still wait for a word of the reader's."""
        return sum(line.kind == ASKED for line in self.stand)

    @property
    def stand(self) -> Lines:
        """Where each of them stands: in what is told without it all are asked."""
        return self.became or (ReportLine(ASKED, {}),) * len(self.asks)

    @property
    def following(self) -> Week:
        return Week(self.monday).next

    @property
    def is_quiet(self) -> bool:
        """Nothing to do, held, followed or asked: one line is enough."""
        return not (self.asks or any(part.busy for part in self.parts))

    def named(self, name: str) -> Part:
        """The part of this name, an empty one where there is none."""
        return next((part for part in self.parts if part.name == name), Part(name, busy=False))

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        """A report out of what `dump` made of it."""
        facts = frozen(stored)
        names = ("corrections", "asks_brief", "became")
        lines = {name: tuple(map(ReportLine.of, facts.get(name, ()))) for name in names}
        parts = tuple(map(Part.load, facts["parts"]))
        return cls.of(facts, parts=parts, **lines)

    def dump(self) -> dict[str, Any]:
        """The facts alone, as they are stored and sent."""
        return asdict(self)


def frozen(value: Any) -> Any:
    """JSON knows lists only."""
    if isinstance(value, Mapping):
        return {name: frozen(one) for name, one in value.items()}
    return tuple(map(frozen, value)) if isinstance(value, (list, tuple)) else value
