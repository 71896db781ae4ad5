"""One day out as a report counts it: for the whole, or as one organisation sees it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from domain.activities import Activity, Point, Stage
from domain.digest import last_weeks, percent
from domain.kinds import LEARNS
from domain.periods import Week, local
from domain.turnout import Basis, Report, shares
from domain.week_turnout import HeldActivity, NotHeld, OffDay
from storage import Work

HELD = (Stage.RUNNING, Stage.COUNTING, Stage.LOCKED)


@dataclass(frozen=True, slots=True)
class PointTold:
    """A point of the week in its place: how many came and how that is known, or nothing yet."""

    locality_id: int | None
    name: str
    kind: str
    day: datetime
    state: str
    total: int | None = None
    proof: str | None = None


class DayCounted:
    """One activity with the reports that count, seen by the office or by one organisation."""

    def __init__(
        self,
        activity: Activity,
        points: Sequence[Point],
        stands: Mapping[int, Report],
        target: int | None,
        organisation: int | None,
        zone: ZoneInfo,
    ) -> None:
        self.activity, self.points, self.stands = activity, points, stands
        self.target, self.organisation, self.zone = target, organisation, zone

    @cached_property
    def missing(self) -> list[Point]:
        return [point for point in self.points if point.id not in self.stands]

    def told_since(self, moment: datetime) -> bool:
        """Whether a figure of it came after a moment."""
        said = (self.stands.get(point.id) for point in self.points)
        return any(one and one.confirmed_at and one.confirmed_at > moment for one in said)

    @property
    def concerns(self) -> bool:
        """An organisation has no part in a day of others to which none of its people came."""
        if not self.organisation or self.organisation in self.activity.hosts:
            return True
        return bool(self.target or self.missing or self.unsplit or self.total)

    @property
    def took_place(self) -> bool:
        """Unless every point says that nothing was held."""
        off = [report for report in self.stands.values() if report.not_held]
        return not off or len(off) < len(self.points)

    @property
    def called_off(self) -> OffDay:
        """Held at none of its points: with the reasons that these told."""
        reasons = dict.fromkeys(said.reason for said in self.stands.values() if said.reason)
        one, why = self.activity, "; ".join(reasons)
        return OffDay(one.kind, one.title, one.starts, Stage.CANCELLED.value, why or None)

    def is_off(self, point: Point) -> bool:
        """Nothing was held there."""
        said = self.stands.get(point.id)
        return said is not None and said.not_held

    @property
    def to_tell(self) -> int:
        """Points of which a figure is, or should be, there."""
        return sum(not self.is_off(point) for point in self.points)

    @cached_property
    def unsplit(self) -> list[str]:
        """Points whose people nobody told by organisation, where one is asked for."""
        if not self.organisation:
            return []
        stands = ((point, self.stands.get(point.id)) for point in self.points)
        return [point.short for point, said in stands if said and said.total and not said.parts]

    def people(self, report: Report) -> int:
        return report.parts.get(self.organisation, 0) if self.organisation else report.total or 0

    @cached_property
    def total(self) -> int:
        return sum(self.people(report) for report in self.stands.values())

    @cached_property
    def day(self) -> date:
        return local(self.activity.starts, self.zone).date()

    @property
    def week(self) -> Week:
        return Week.of(self.day)

    @property
    def called(self) -> tuple[str, date]:
        """What a report calls it: its kind and its date."""
        return self.activity.kind, self.day

    @cached_property
    def known(self) -> dict[Basis, int]:
        """How its people are known."""
        found: dict[Basis, int] = {}
        for report in self.stands.values():
            found[report.proof] = found.get(report.proof, 0) + self.people(report)
        return found

    def told(self, point: Point) -> PointTold:
        said = self.stands.get(point.id)
        where = (point.locality_id, point.short, self.activity.kind, self.activity.starts)
        if said is None:
            return PointTold(*where, "missing")
        if said.not_held:
            return PointTold(*where, "not_held")
        return PointTold(*where, "said", self.people(said), said.proof.value)

    def facts(self, name: str) -> HeldActivity:
        said = [(p, self.stands[p.id]) for p in self.points if p.id in self.stands]
        held = [(p.short, report) for p, report in said if not report.not_held]
        return HeldActivity(
            kind=self.activity.kind,
            title=self.activity.title,
            name=name,
            day=self.activity.starts,
            total=self.total,
            known=tuple(shares(self.known)),
            target=self.target,
            percent=percent(self.total, self.target) if self.target else None,
            points=tuple((point, self.people(report)) for point, report in held),
            proofs=tuple((point, report.proof.value) for point, report in held),
            missing=tuple(point.short for point in self.missing),
            not_held=tuple(NotHeld(p.short, r.reason) for p, r in said if r.not_held),
            unsplit=tuple(self.unsplit),
        )


def days_begun(
    work: Work, week: Week, organisation: int | None, until: datetime
) -> list[DayCounted]:
    """What began in the last weeks up to this one, also where nothing was held at any point."""
    span = work.activities.between(last_weeks(week)[0].begins(work.zone), week.ends(work.zone))
    held = [one for one in span if one.state(until) in HELD and one.kind not in LEARNS]
    return [one for one in days_counted(work, held, organisation, until) if one.concerns]


def days_counted(
    work: Work, days: Iterable[Activity], organisation: int | None, until: datetime
) -> list[DayCounted]:
    """These, as they stood at a moment."""
    days = list(days)
    ids = [day.id for day in days]
    stands, points = work.turnouts.standing(ids, until), work.activities.points_of_days(ids)
    targets = work.activities.targets_of_days(ids)
    return [
        DayCounted(
            day,
            points.get(day.id, ()),
            stands.get(day.id, {}),
            targets.get(day.id, {}).get(organisation) if organisation else day.target or None,
            organisation,
            work.zone,
        )
        for day in days
    ]
