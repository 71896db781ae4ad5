"""A visit of the year's programme: what two organisations may do together, and what it counts."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from domain.access import Actor, Duty, Hand
from domain.calendar import DAY
from domain.office_days import ANSWER, NOTICE, USUAL
from domain.refusals import Refusal

PREFIX = "GS"
APPROVES = "approver"
"""The part of whoever approves it, beside those of its team."""
WORDS_LETTERS, SIGNER_LETTERS = 300, 60
APPROVER = "visit.approver"
"""The question which of the leaders approves a visit that nobody is told of."""
REMINDED = timedelta(days=7)
"""So long before a step is due whoever it waits for is reminded."""


class Species(StrEnum):
    """Of state bodies by 217-QĐ/TW, or inside an organisation by its charter; never mixed."""

    SUPERVISION = "supervision"
    INSPECTION = "inspection"


class How(StrEnum):
    """What two proposals may become: one team, one trip of two visits, one on a theme."""

    TEAM = "team"
    TRIP = "trip"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class VisitStage:
    """One step of a visit: by whose hand (the first is whose turn it is), whether a paper with
    number, day and signer is issued, and for which visits it is there at all."""

    code: str
    by: tuple[Hand, ...] = ()
    paper: bool = False
    species: tuple[Species, ...] = tuple(Species)
    announced: bool = False
    """Only for those that are told of beforehand."""
    optional: bool = True
    """An office may leave it out."""
    days: int | None = None
    """Due so many days after the window's first day, or after the visit itself where `after`."""
    after: bool = False
    setting: str = ""
    """Of the office's days (`domain/office_days.py`) the one that stands for `days`."""

    def due_in(self, days: Mapping[str, int]) -> int | None:
        """So many days, as the office has them."""
        number = days.get(self.setting)
        return self.days if number is None else number if self.after else -number


HEAD, DUTY, OFFICE = Hand.DUTY_HEAD, Hand.DUTY, Hand.OFFICE
LEADER, OWNER = Hand.LEADER, Hand.OWNER
OF_BODIES = (Species.SUPERVISION,)
STAGES = (
    VisitStage("proposed", optional=False),
    VisitStage("settled", (LEADER,), optional=False),
    VisitStage("agreed", (HEAD, OFFICE), paper=True, species=OF_BODIES, announced=True, days=-20),
    VisitStage("advised", (HEAD, OFFICE), paper=True, species=OF_BODIES, announced=True, days=-20),
    VisitStage("planned", (HEAD, OFFICE), paper=True, optional=False, days=-18),
    VisitStage("sent", (OFFICE, HEAD), paper=True, announced=True, days=-15, setting=NOTICE),
    VisitStage("answered", (DUTY, OFFICE), species=OF_BODIES, announced=True, days=-3),
    VisitStage("visited", (OWNER, DUTY), optional=False, days=0),
    VisitStage("drafted", (OWNER, DUTY), days=7, after=True),
    VisitStage(
        "concluded", (HEAD, LEADER, OFFICE), paper=True, optional=False, days=15, after=True
    ),
    VisitStage("following", (HEAD, OFFICE), days=20, after=True, setting=ANSWER),
    VisitStage("closed", (HEAD,), optional=False),
)
BY_CODE: Mapping[str, VisitStage] = {stage.code: stage for stage in STAGES}
ORDER: Mapping[str, int] = {stage.code: number for number, stage in enumerate(STAGES)}
GOES_UP = 3
"""So many working days after a step was due the leaders hear of it."""
PROPOSED, MERGED, DROPPED = STAGES[0].code, "merged", "dropped"
OVER = frozenset({MERGED, DROPPED, "closed"})
MERGES = frozenset({"proposed", "settled", "agreed", "advised", "planned"})
"""Until the body has been told, two may still become one."""


class TeamRole(StrEnum):
    """What somebody is in the team."""

    HEAD = "head"
    SECRETARY = "secretary"
    MEMBER = "member"


class Sort(StrEnum):
    """What was found: what is good, what falls short, why."""

    GOOD = "good"
    SHORT = "short"
    CAUSE = "cause"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was found; a shortcoming that comes back, for the so-many-eth time."""

    sort: Sort
    words: str
    times: int = 1
    id: int = 0
    by: int | None = None
    name: str = ""
    """Who wrote it down."""


RECOMMEND = "recommend"


@dataclass(frozen=True, slots=True)
class Noted:
    """A line on the spot, cut: findings, recommendations, and what of an earlier one is wrong."""

    found: tuple[tuple[Sort, str], ...] = ()
    asked: tuple[str, ...] = ()
    wrong: str = ""
    right: str = ""
    may_be: tuple[str, ...] = ()
    """Where part of it is plainly no finding: what it may be, a sort or `RECOMMEND`, the
    likeliest first; it is asked."""

    @property
    def many(self) -> int:
        return len(self.found) + len(self.asked) + bool(self.wrong)


@dataclass(frozen=True, slots=True)
class Advice:
    """A recommendation: what, by which law, until when; whether a day is named that may be no
    limit."""

    words: str
    basis: str = ""
    due: datetime | None = None
    names_day: bool = False


@dataclass(frozen=True, slots=True)
class Struck:
    """Which note is no note, as it was typed: of which sort, the how-manyeth (the last is -1),
    with which words, folded."""

    sort: Sort | None = None
    place: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody of a team as they were typed; who that is, where it was looked up."""

    name: str
    part: TeamRole = TeamRole.MEMBER
    person_id: int | None = None


BRIEFED = timedelta(hours=12)
"""So long before it the team hears when and where it gathers."""


@dataclass(frozen=True, slots=True)
class ProposalSaid:
    """What was typed of a proposal, as far as it goes; `private` is no body of the state."""

    species: Species | None = None
    theme: str = ""
    body: str = ""
    private: bool = False
    first: date | None = None
    last: date | None = None
    unannounced: bool = False
    announced: bool = False
    """Said so; where neither is said, it is asked."""
    approver: str = ""
    """Who approves it, as it was typed."""
    approver_id: int | None = None
    starts: datetime | None = None
    team: tuple[Named, ...] = ()
    whose: str = ""
    """Its organisation, where that was said."""


@dataclass(frozen=True, slots=True)
class VisitPaper:
    """A paper that a step issued: its number, its day, who signed it."""

    number: str
    day: date
    signer: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class OutsideSaid:
    """What others plan: whose it is, what on, of whom, when."""

    whose: str
    theme: str
    body: str
    first: date
    last: date


def codes_in(said: Any) -> set[str]:
    """Every code of a visit («GS-19») among words, however deep they lie in lists and tables."""
    if isinstance(said, str):
        prefix, _, number = said.partition("-")
        return {said} if prefix == PREFIX and number.isdecimal() else set()
    if isinstance(said, Mapping):
        said = tuple(said.values())
    return set[str]().union(*map(codes_in, said)) if isinstance(said, Sequence) else set()


def number_of(code: str) -> int:
    """`GS-19` -> 19"""
    return int(code.rpartition("-")[2])


def stage_of(code: str) -> VisitStage:
    if code not in BY_CODE:
        raise Refusal("unknown_button")
    return BY_CODE[code]


@dataclass(frozen=True, slots=True)
class Visit:
    """One proposal or visit. `kept_id` is the one that it was merged into, `trip_id` the one
    that it shares a trip with; moments are UTC."""

    id: int
    code: str
    year: int
    species: Species
    stage: str
    organisation_id: int
    theme_id: int
    body_id: int
    first: date
    last: date
    proposed_at: datetime
    proposed_by: int | None = None
    locality_id: int | None = None
    unannounced: bool = False
    kept_id: int | None = None
    trip_id: int | None = None
    apart: str = ""
    """Why it is kept apart from what it overlaps."""
    approver_id: int | None = None
    """Of the leaders the one who knows of it while nobody is told of it."""
    head_id: int | None = None
    on_day: date | None = None
    merged_at: datetime | None = None
    starts_at: datetime | None = None
    meets: str = ""
    """Where the team gathers, which is not where it goes."""
    arrived_at: datetime | None = None
    result: str = ""
    done_at: datetime | None = None
    dropped_at: datetime | None = None
    own_first: date | None = None
    own_last: date | None = None
    """Its own window, while it holds another's too."""
    version: int = 1

    @property
    def own(self) -> tuple[date, date]:
        """The days that are its own, whatever became one with it."""
        return self.own_first or self.first, self.own_last or self.last

    @property
    def is_open(self) -> bool:
        return self.stage not in OVER

    @property
    def is_told(self) -> bool:
        """Announced, or over."""
        return not self.unannounced or self.done_at is not None

    @property
    def is_reported(self) -> bool:
        """What was found is everybody's: announced, or its report is out."""
        return not self.unannounced or ORDER.get(self.stage, len(ORDER)) >= ORDER["concluded"]

    @property
    def day(self) -> date:
        """When it is, or the last day that it may be."""
        return self.on_day or self.last


def knows_all(actor: Actor) -> bool:
    """Who answers for all visits knows also of those that nobody is told of."""
    return Duty.SUPERVISION in actor.leads


def holding(visit: Visit, others: Iterable[Visit]) -> Visit:
    """With the window that holds its own days and those of what is one with it."""
    windows = [visit.own, *(other.own for other in others)]
    first, last = min(first for first, _ in windows), max(last for _, last in windows)
    own = visit.own if (first, last) != visit.own else (None, None)
    return replace(visit, first=first, last=last, own_first=own[0], own_last=own[1])


def ways_together(one: Visit, other: Visit) -> list[How]:
    """What the two may become; a theme in two places is one on the theme."""
    found = [how for how in How if _may_be(one, other, how)]
    apart = one.body_id != other.body_id
    return [how for how in found if how is not How.THEME or apart]


def _may_be(one: Visit, other: Visit, how: How) -> bool:
    try:
        check_together(one, other, how)
    except Refusal:
        return False
    return True


def next_stage(visit: Visit, left_out: Collection[str]) -> VisitStage | None:
    """The step after where it stands; those that do not concern it, and those that the office
    leaves out, are passed over."""
    if not visit.is_open:
        return None
    coming = STAGES[ORDER[visit.stage] + 1 :]
    return next((s for s in coming if _concerns(s, visit) and s.code not in left_out), None)


def _concerns(stage: VisitStage, visit: Visit) -> bool:
    told = not (stage.announced and visit.unannounced)
    return told and visit.species in stage.species


def due_of(
    visit: Visit, stage: VisitStage, done: date | None, days: Mapping[str, int] = USUAL
) -> date | None:
    """By when a step should be taken; nothing where only people know."""
    number = stage.due_in(days)
    if number is None or (stage.after and done is None):
        return None
    begins = done if stage.after and done else visit.on_day or visit.first
    due = begins + number * DAY
    return visit.day if stage.code == "visited" else due


def late_notice(visit: Visit, sent: date, days: int = USUAL[NOTICE]) -> date | None:
    """The last day by which the body would have had its days to prepare, where it was sent
    later: it was sent, and that is written down."""
    latest = visit.day - days * DAY
    return latest if sent > latest else None


def check_window(first: date, last: date, today: date) -> None:
    if last < today:
        raise Refusal("visit_past", last=last)
    if last < first:
        raise Refusal("visit_window")


def check_team(members: Mapping[int, TeamRole]) -> None:
    """One leads it, at most one writes."""
    parts = Counter(members.values())
    if parts[TeamRole.HEAD] != 1 or parts[TeamRole.SECRETARY] > 1:
        raise Refusal("visit_team")


def is_settled(visit: Visit) -> bool:
    """Approved, or further on; a proposal, and what was merged or dropped, is not."""
    return ORDER.get(visit.stage, -1) >= ORDER["settled"]


def is_under_way(visit: Visit) -> bool:
    """Approved, and not made yet: a plan that is not recorded holds nobody up on the spot."""
    return is_settled(visit) and ORDER[visit.stage] < ORDER["visited"]


def check_arrival(visit: Visit) -> None:
    """Where nothing is to be done any more, or nothing is approved yet, nobody arrives."""
    if visit.stage == STAGES[0].code:
        raise Refusal("visit_unapproved", code=visit.code)
    if visit.arrived_at and is_under_way(visit):
        raise Refusal("visit_arrived", code=visit.code, at=visit.arrived_at)
    if not is_under_way(visit):
        raise Refusal("visit_moved_on", code=visit.code)


def check_subject(species: Species, private: bool) -> None:
    """217-QĐ/TW is about bodies of the state and those who serve in them."""
    if private and species is Species.SUPERVISION:
        raise Refusal("visit_private")


def check_together(one: Visit, other: Visit, how: How) -> None:
    """Only what both are may become one: supervision merges with supervision alone; by two
    charters nothing is shared but the trip; what nobody is told of goes with no other."""
    if one.id == other.id:
        raise Refusal("visit_same")
    for visit in (one, other):
        if visit.stage == MERGED:
            raise Refusal("visit_merged", code=visit.code)
        if visit.stage not in MERGES:
            raise Refusal("visit_too_far", code=visit.code)
    if one.unannounced != other.unannounced:
        hidden, told = (one, other) if one.unannounced else (other, one)
        raise Refusal("visit_hidden_apart", code=hidden.code, other=told.code)
    if how is How.TRIP:
        return
    if one.species is not other.species:
        raise Refusal("visit_species")
    if one.species is Species.INSPECTION:
        raise Refusal("visit_charter")
    if how is How.THEME and one.theme_id != other.theme_id:
        raise Refusal("visit_theme")
