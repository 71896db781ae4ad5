"""Volunteer activities: where they stand by the clock, and who may plan or lock them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from math import cos, hypot, radians

from domain.access import Actor, Role
from domain.kinds import KINDS
from domain.names import fold
from domain.refusals import Refusal

TITLE_LETTERS = 120
YOUNGEST = 16
LANDMARK_LETTERS = 80
METRES_OF_DEGREE, METRES_OF_KILOMETRE = 111_320, 1000
ANOTHER_PLACE = 150
"""Metres from which another position is another place, and no better pin of the same one."""
Position = tuple[float, float]
"""North, east, in degrees."""
LATITUDES, LONGITUDES = (7.0, 24.0), (102.0, 118.0)
"""The country and its islands: a position elsewhere is a slip of the finger."""


class Stage(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    RUNNING = "running"
    COUNTING = "counting"
    LOCKED = "locked"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


BY_HAND = (Stage.DRAFT, Stage.LOCKED, Stage.POSTPONED, Stage.CANCELLED)
"""People move an activity there; between opening and locking the clock does."""


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity. Times are UTC; `stored` is the last state that somebody chose."""

    id: int
    code: str
    kind: str
    title: str
    starts: datetime
    ends: datetime
    closes: datetime
    stored: Stage
    host_id: int | None = None
    host: str = ""
    organiser_id: int | None = None
    campaign: str = ""
    content: str = ""
    bring: str = ""
    rain_plan: str = ""
    photo_policy: str = ""
    min_age: int = YOUNGEST
    children_allowed: bool = True
    version: int = 1
    target: int = 0
    cohost_ids: frozenset[int] = frozenset()
    least: int = 0
    """So many people it needs; 0 where nobody said."""
    warn_days: int = 2
    """So many days before it is told that they are missing."""

    def state(self, now: datetime) -> Stage:
        """Where it stands: registration closes, it comes and ends by the clock alone."""
        if self.stored in BY_HAND:
            return self.stored
        if now >= self.ends:
            return Stage.COUNTING
        if now >= self.starts:
            return Stage.RUNNING
        return Stage.CLOSED if now >= self.closes else self.stored

    @property
    def hosts(self) -> frozenset[int]:
        """The organisations that hold it together; each has the host's rights."""
        return self.cohost_ids | ({self.host_id} if self.host_id else frozenset())


@dataclass(frozen=True, slots=True)
class Point:
    """Where people gather. `leader_id` answers for its figures."""

    id: int
    activity_id: int
    name: str
    locality_id: int | None = None
    locality: str = ""
    landmark: str = ""
    lat: float | None = None
    lon: float | None = None
    leader_id: int | None = None
    leader: str = ""
    capacity: int | None = None
    target: int | None = None
    """How many are hoped for here, where places have targets of their own."""

    @property
    def short(self) -> str:
        """`Hải Xuân`: how a report calls it."""
        return self.locality or self.name

    @property
    def position(self) -> Position | None:
        """On the map."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)

    @property
    def full(self) -> str:
        """`Nhà văn hóa thôn 5 (Hải Xuân)`"""
        known = not self.locality or fold(self.locality) in fold(self.name)
        return self.name if known else f"{self.name} ({self.locality})"


@dataclass(frozen=True, slots=True)
class NewPoint:
    """A point as it is planned, before it is a row."""

    name: str
    locality_id: int | None = None
    leader_id: int | None = None
    capacity: int | None = None
    landmark: str = ""
    lat: float | None = None
    lon: float | None = None
    doubted: bool = False
    """Its line names what was not understood: nobody is put in to lead it."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Which cadres hear of an activity: of an organisation or a place; nobody chosen is all."""

    organisations: frozenset[int] = frozenset()
    localities: frozenset[int] = frozenset()

    @property
    def is_all(self) -> bool:
        return not (self.organisations or self.localities)

    def hears(self, organisation_id: int | None, locality_id: int | None) -> bool:
        chosen = organisation_id in self.organisations or locality_id in self.localities
        return self.is_all or chosen


@dataclass(frozen=True, slots=True)
class Plan:
    """An activity as it is planned, before it is a row."""

    kind: str
    title: str
    starts: datetime
    lasts: timedelta
    host_id: int | None = None
    organiser_id: int | None = None


def require_position(lat: float, lon: float) -> None:
    if not (LATITUDES[0] <= lat <= LATITUDES[1] and LONGITUDES[0] <= lon <= LONGITUDES[1]):
        raise Refusal("position_elsewhere")


def metres_between(one: Position, other: Position) -> float:
    """Over the ground; within a province the earth is flat enough."""
    east = (other[1] - one[1]) * cos(radians((one[0] + other[0]) / 2))
    return METRES_OF_DEGREE * hypot(other[0] - one[0], east)


def moved_by(one: Position | None, other: Position | None) -> str | None:
    """How far another place on the map lies, such as `25,3 km`; nothing for a first position, or
    for a better pin of the same place."""
    metres = metres_between(one, other) if one and other else 0.0
    return kilometres(metres) if metres >= ANOTHER_PLACE else None


def kilometres(metres: float) -> str:
    """`25,3 km`; below one, `300 m`."""
    if metres < METRES_OF_KILOMETRE:
        return f"{round(metres, -1):.0f} m"
    return f"{metres / METRES_OF_KILOMETRE:.1f} km".replace(".", ",")


def code_of(kind: str, day: date) -> str:
    """`T7-2811`"""
    return f"{KINDS[kind].prefix}-{day:%d%m}"


def is_host(actor: Actor, activity: Activity) -> bool:
    """Staff of an organisation that holds it, or whoever called it together."""
    of_host = not activity.hosts.isdisjoint(actor.organisations)
    works = actor.is_any(Role.STAFF, Role.HEAD, Role.DEPUTY_HEAD, Role.LEADER)
    return (of_host and works) or activity.organiser_id == actor.me


def may_see_names(actor: Actor, activity: Activity) -> bool:
    """Volunteers' names are for the office and whoever works for the host; leaders see numbers."""
    works = actor.is_any(Role.STAFF, Role.HEAD, Role.DEPUTY_HEAD)
    return actor.is_any(Role.OFFICE_ADMIN) or (works and is_host(actor, activity))


def require_names(actor: Actor, activity: Activity) -> None:
    if not may_see_names(actor, activity):
        raise Refusal("not_your_activity", code=activity.code)


def may_lead(actor: Actor, activity: Activity) -> bool:
    """May open, change, postpone or cancel it."""
    return actor.is_any(Role.OFFICE_ADMIN, Role.LEADER) or is_host(actor, activity)


def require_lead(actor: Actor, activity: Activity) -> None:
    if not may_lead(actor, activity):
        raise Refusal("not_your_activity", code=activity.code)


def may_lock(actor: Actor, activity: Activity) -> bool:
    of_host = not activity.hosts.isdisjoint(actor.organisations)
    return actor.is_any(Role.OFFICE_ADMIN) or (
        of_host and actor.is_any(Role.HEAD, Role.DEPUTY_HEAD)
    )


def require_lock(actor: Actor, activity: Activity, now: datetime) -> None:
    """Figures are locked once, by the office or the host's head, when the activity is over."""
    if not may_lock(actor, activity):
        raise Refusal("not_your_activity", code=activity.code)
    state = activity.state(now)
    if state is Stage.LOCKED:
        raise Refusal("already_locked", code=activity.code)
    if state is not Stage.COUNTING:
        raise Refusal("not_over_yet", code=activity.code, ends=activity.ends)


def require_open(actor: Actor, activity: Activity, now: datetime) -> None:
    """A draft is opened, before its day."""
    require_lead(actor, activity)
    if activity.stored is not Stage.DRAFT:
        raise Refusal("already_opened", code=activity.code)
    if activity.starts <= now:
        raise Refusal("activity_in_the_past", starts=activity.starts)


def require_opened(activity: Activity) -> None:
    """What nobody was told of is not called off or put off; it is dropped."""
    if activity.stored is Stage.DRAFT:
        raise Refusal("not_opened_yet", code=activity.code)
