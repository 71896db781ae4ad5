"""A year of supervision in numbers: what was proposed, kept, saved by merging, done."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from domain.visits import ORDER, Visit


@dataclass(frozen=True, slots=True)
class ProgrammeTally:
    """Proposed, kept, saved by merging, done, in hand, on a shared trip."""

    proposed: int = 0
    kept: int = 0
    saved: int = 0
    done: int = 0
    doing: int = 0
    trips: int = 0


@dataclass(frozen=True, slots=True)
class Programme:
    """A year in numbers: the whole, and each organisation's own."""

    whole: ProgrammeTally = ProgrammeTally()
    by_organisation: Mapping[int, ProgrammeTally] = field(default_factory=dict)


def count(visits: Iterable[Visit], until: datetime) -> Programme:
    """As it stood at a moment. What is kept counts once, under whoever leads it; what is saved
    counts under whoever gave it up, and never twice."""
    known = [visit for visit in visits if visit.proposed_at <= until]
    organisations = dict.fromkeys(visit.organisation_id for visit in known)
    own = {o: _tally((v for v in known if v.organisation_id == o), until) for o in organisations}
    return Programme(_tally(known, until), own)


def counted(visits: Iterable[Visit], until: datetime) -> dict[str, list[Visit]]:
    """Each figure of a programme: those that it counts."""
    found: dict[str, list[Visit]] = {name: [] for name in ProgrammeTally.__dataclass_fields__}
    for visit in visits:
        if visit.proposed_at <= until:
            for name in _stands(visit, until):
                found[name].append(visit)
    return found


def _tally(visits: Iterable[Visit], until: datetime) -> ProgrammeTally:
    return ProgrammeTally(**{name: len(rows) for name, rows in counted(visits, until).items()})


def _stands(visit: Visit, until: datetime) -> Iterator[str]:
    yield "proposed"
    saved, done = _was(visit.merged_at, until), _was(visit.done_at, until)
    is_kept = not (saved or _was(visit.dropped_at, until))
    if saved:
        yield "saved"
    if is_kept:
        yield "kept"
    if done:
        yield "done"
    if is_kept and not done and _in_hand(visit):
        yield "doing"
    if is_kept and visit.trip_id is not None:
        yield "trips"


def _was(moment: datetime | None, until: datetime) -> bool:
    return moment is not None and moment <= until


def _in_hand(visit: Visit) -> bool:
    return ORDER["planned"] <= ORDER.get(visit.stage, -1)


@dataclass(frozen=True, slots=True)
class YearChange:
    """From one year to the next: by how much, and in percent with one decimal."""

    was: int
    now: int

    @property
    def by(self) -> int:
        return self.now - self.was

    @property
    def percent(self) -> float | None:
        return round(100 * self.by / self.was, 1) if self.was else None
