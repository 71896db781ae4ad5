"""How many came: who may say so, which figure is official, which figures are asked again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from domain.access import Actor, Role
from domain.activities import Activity, Point, Stage, is_host
from domain.measures import MEASURES, PEOPLE
from domain.refusals import Refusal

MOST_PEOPLE, BESIDE, GROUPS, MEASURE = 100_000, "beside", "groups", "measure"
WITHIN = "within"
Amount = tuple[str, float]


class Basis(StrEnum):
    """How a figure is known: told by another, by the point's leader, by roll call in one tap
    («Đủ cả») or name by name, by code."""

    SELF = "self"
    LEADER = "leader"
    ALL = "all"
    ROLL_CALL = "roll_call"
    CODE = "code"


class Rank(StrEnum):
    """Whose word stands above whose; the order is RANKS."""

    EVIDENCE = "evidence"
    CADRE = "cadre"
    LEADER = "leader"
    OFFICE = "office"


RANKS: Sequence[Rank] = tuple(Rank)


@dataclass(frozen=True, slots=True)
class Figures:
    """What somebody typed, understood: people, parts by organisation, results.

    `doubt` says why it must be asked first (`mismatch`, `choose`, `vague`, `nobody`, `beside`
    a roll call, `within` those of whom no organisation was told, a `measure` that may be one of
    `either`), with the totals to choose from; `change` adds to what was reported before, and so
    do results where it `grows` (-1: they are taken away). `about`: «khoảng»; `absent`: who was
    said to be missing; `summed`: a sum was said, and not only its parts.
    """

    total: int | None = None
    parts: Mapping[str, int] = field(default_factory=dict)
    measures: Mapping[str, float] = field(default_factory=dict)
    raw: str = ""
    doubt: str = ""
    candidates: tuple[int, ...] = ()
    change: bool = False
    about: bool = False
    absent: int | None = None
    either: tuple[Amount, ...] = ()
    grows: int = 0
    summed: bool = False

    @property
    def people(self) -> int:
        """All of them; where no sum was said, the sum of the parts."""
        return self.total if self.total is not None else sum(self.parts.values())


@dataclass(frozen=True, slots=True)
class PointFigures:
    """What is written down of a point: people, parts by organisation, results; or that nothing
    was held there."""

    total: int | None = None
    parts: Mapping[int, int] = field(default_factory=dict)
    measures: Mapping[str, float] = field(default_factory=dict)
    raw: str = ""
    doubt: str = ""
    candidates: tuple[int, ...] = ()
    not_held: bool = False
    about: bool = False
    absent: int | None = None
    either: tuple[Amount, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What one person said about one point. It counts when it is confirmed.

    No report, a total of 0, and `not_held` are three different things.
    """

    id: int
    point_id: int
    activity_id: int
    reporter_id: int | None
    total: int | None
    parts: Mapping[int, int]
    measures: Mapping[str, float]
    rank: Rank
    proof: Basis
    state: str
    reported_at: datetime
    confirmed_at: datetime | None = None
    not_held: bool = False
    reason: str = ""
    doubt: str = ""
    candidates: tuple[int, ...] = ()
    batch: int = 0
    recorded_by: int | None = None
    reporter: str = ""
    raw: str = ""
    about: bool = False
    absent: int | None = None
    either: tuple[Amount, ...] = ()
    event_at: datetime | None = None
    """When the activity was to begin, as it was read back."""


def official(reports: Iterable[Report]) -> dict[int, Report]:
    """The report that counts, by point: the last confirmed one of the highest rank."""
    found: dict[int, Report] = {}
    for report in reports:
        if report.confirmed_at and _weight(report) > _weight(found.get(report.point_id)):
            found[report.point_id] = report
    return found


def _weight(report: Report | None) -> tuple[int, float, int]:
    if report is None or report.confirmed_at is None:
        return (-1, 0.0, 0)
    return (RANKS.index(report.rank), report.confirmed_at.timestamp(), report.id)


@dataclass(frozen=True, slots=True)
class Sum:
    """What the official reports of some points come to."""

    total: int = 0
    parts: Mapping[int, int] = field(default_factory=dict)
    measures: Mapping[str, float] = field(default_factory=dict)
    proofs: Mapping[Basis, int] = field(default_factory=dict)


def summed(reports: Iterable[Report]) -> Sum:
    reports = list(reports)
    total, measures, proofs = 0, dict[str, float](), dict[Basis, int]()
    for report in reports:
        total += report.total or 0
        if report.total:
            proofs[report.proof] = proofs.get(report.proof, 0) + report.total
        for code, amount in report.measures.items():
            measures[code] = round(measures.get(code, 0.0) + amount, 3)
    return Sum(total, parts_in(reports), measures, proofs)


def parts_in(reports: Iterable[Report]) -> dict[int, int]:
    """How many of each organisation came."""
    parts: dict[int, int] = {}
    for report in reports:
        for organisation, number in report.parts.items():
            parts[organisation] = parts.get(organisation, 0) + number
    return parts


def shares(proofs: Mapping[Basis, int]) -> list[tuple[str, int]]:
    """How the people of a sum are known, the best proof first: `[("roll_call", 60), …]`."""
    return [(proof.value, proofs[proof]) for proof in reversed(Basis) if proofs.get(proof)]


def has_begun(activity: Activity, now: datetime) -> bool:
    """From then on figures are taken."""
    return activity.state(now) in (Stage.RUNNING, Stage.COUNTING, Stage.LOCKED)


def reporting_days(
    actor: Actor, days: Iterable[Activity], now: datetime
) -> tuple[list[Activity], list[int]]:
    """Those that have begun, and of which of them all points are this person's to report."""
    begun = [day for day in days if has_begun(day, now)]
    return begun, [day.id for day in begun if rank_everywhere(actor, day)]


def reportable_points(
    actor: Actor, days: Iterable[Activity], points: Iterable[Point]
) -> list[tuple[Activity, Point]]:
    """Those that somebody may report, in the order of the days."""
    of_day: dict[int, list[Point]] = {}
    for point in points:
        of_day.setdefault(point.activity_id, []).append(point)
    return [
        (day, point)
        for day in days
        for point in of_day.get(day.id, ())
        if may_report(actor, point, day)
    ]


def rank_everywhere(actor: Actor, activity: Activity) -> Rank | None:
    """How much this person's word weighs about every point of it, whoever leads it."""
    if is_host(actor, activity):
        return Rank.CADRE
    return Rank.OFFICE if actor.is_any(Role.OFFICE_ADMIN) else None


def _rank(actor: Actor, point: Point, activity: Activity) -> Rank | None:
    if point.leader_id == actor.me:
        return Rank.LEADER
    here = point.locality_id in actor.localities
    return Rank.CADRE if here else rank_everywhere(actor, activity)


def rank_of(actor: Actor, point: Point, activity: Activity) -> Rank:
    """How much this person's word about a point weighs; a refusal when they may not say."""
    rank = _rank(actor, point, activity)
    if rank is None:
        raise Refusal("not_your_point", point=point.full)
    return rank


def may_report(actor: Actor, point: Point, activity: Activity) -> bool:
    return _rank(actor, point, activity) is not None


def require_echoed(reports: Sequence[Report]) -> None:
    """What was read back counts by its own «Đúng», once, and not after it was taken back."""
    if not reports:
        raise Refusal("not_found")
    if all(report.state == "dropped" for report in reports):
        raise Refusal("figure_dropped")
    if not any(report.state == "echoed" for report in reports):
        raise Refusal("already_recorded")


def proof_of(rank: Rank) -> Basis:
    """Before there is a roll call or a code, a figure is the leader's word or somebody's."""
    return Basis.LEADER if rank is Rank.LEADER else Basis.SELF


def word_of(actor: Actor, point: Point, activity: Activity) -> tuple[Rank, Basis]:
    """What somebody's word about a point weighs, and how a figure is known by it."""
    rank = rank_of(actor, point, activity)
    return rank, proof_of(rank)


def proof_by_roll(rank: Rank, total: int | None, reports: Iterable[Report]) -> Basis:
    """A figure that the last closed roll bears out is as well known as the roll."""
    rolls = [r for r in reports if r.rank is Rank.EVIDENCE and r.confirmed_at]
    agrees = bool(rolls) and rolls[-1].total == total
    return rolls[-1].proof if agrees else proof_of(rank)


def require_reportable(actor: Actor, point: Point, activity: Activity, now: datetime) -> None:
    """Figures are taken from the start of an activity on, of whoever may say them; a draft or a
    cancelled one has none."""
    rank_of(actor, point, activity)
    state = activity.state(now)
    if state in (Stage.DRAFT, Stage.POSTPONED, Stage.CANCELLED):
        raise Refusal("activity_not_held", code=activity.code)
    if state in (Stage.OPEN, Stage.CLOSED):
        raise Refusal("not_begun_yet", code=activity.code, starts=activity.starts)


def check(figures: Figures) -> Figures:
    """Parts above the total, or a total left open, are asked; nonsense is refused."""
    known = sum(figures.parts.values())
    if figures.total is not None and not 0 <= figures.total <= MOST_PEOPLE:
        raise Refusal("figure_impossible", n=figures.total)
    if figures.doubt or figures.total is None or known <= figures.total:
        return figures
    return replace(figures, doubt="mismatch", candidates=(figures.total, known))


def beside_roll(said: Figures, roll: int, groups: int) -> Figures:
    """A bare breakdown of fewer people than came by the roll, or where groups were registered:
    it is asked whether they came besides. One that says roll and groups together is plain; what
    came of it alone leaves open whether the groups came."""
    total = said.total
    if groups and total is None and said.measures:
        return replace(said, doubt=GROUPS, candidates=(roll + groups, roll))
    is_breakdown = bool(total) and sum(said.parts.values()) == total and not said.change
    if not is_breakdown or total is None or total == roll + groups:
        return said
    if not roll or not (groups or total < roll):
        return said
    return replace(said, total=None, doubt=BESIDE, candidates=(total, roll + total))


def odd(
    total: int | None, measures: Mapping[str, float], expected: int | None
) -> tuple[str, float] | None:
    """The figure that is far above what is usual, if any: `people` or a measure, and it.

    `expected` is how many the point was planned for.
    """
    most = max(100, 3 * expected) if expected else PEOPLE.most
    if total is not None and total > most:
        return PEOPLE.code, float(total)
    too_much = ((c, a) for c, a in measures.items() if a > MEASURES[c].most)
    return next(too_much, None)


def with_results(known: Mapping[str, float], said: Figures) -> dict[str, float]:
    """What came of it by now: what is said stands instead, or on top of what was."""
    if not said.grows:
        return {**known, **said.measures}
    changed = {c: round(known.get(c, 0) + said.grows * n, 3) for c, n in said.measures.items()}
    if min(changed.values(), default=0) < 0:
        raise Refusal("result_below_zero")
    return {**known, **changed}


def corrected(old: Mapping[str, int], before: int | None, said: Figures) -> Figures:
    """«pn 18» under «ĐTN 20, PN 15, CCB 5»: only what is named is changed."""
    together = {**old, **said.parts}
    rest = max(0, (before or 0) - sum(old.values()))
    return replace(said, total=rest + sum(together.values()), parts=together)


def names_only(said: Figures) -> bool:
    """Organisations with their numbers, and no sum besides."""
    return bool(said.parts) and not said.doubt and said.total in (None, sum(said.parts.values()))


def choose(report: Report, total: int) -> tuple[int, Mapping[int, int]]:
    """A total chosen among those offered; parts that add up to more are let go."""
    if total not in report.candidates:
        raise Refusal("already_recorded")
    fits = sum(report.parts.values()) <= total
    return total, report.parts if fits else {}
