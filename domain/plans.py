"""What a plan may say: its title, its hours, its points, how many people it needs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.access import Actor, Role
from domain.activities import TITLE_LETTERS, Activity, NewPoint, Point, Stage
from domain.calendar import DAY
from domain.hours import LIST_CLOSES
from domain.kinds import KINDS, STARTS
from domain.names import clean
from domain.people import Locality, Organisation, Person
from domain.periods import at, local
from domain.refusals import Refusal

SATURDAY = 5
MOST_AHEAD = timedelta(days=366)
MOST_POINTS = 12
MOST_PLACES = 5_000
MOST_TARGET = 20_000
NAME_LETTERS = 80
DETAIL_LETTERS = 300
SHORTEST, LONGEST = timedelta(minutes=30), timedelta(hours=14)
MOST_LEAST = 2_000
MOST_WARN_DAYS = 14
TEMPLATE_LETTERS = 40
MOST_TEMPLATES = 12


@dataclass(frozen=True, slots=True)
class Details:
    """What somebody wrote about a plan; None is what they did not name, `unclear` are the
    lines that could not be read."""

    title: str | None = None
    content: str | None = None
    bring: str | None = None
    rain_plan: str | None = None
    min_age: int | None = None
    children: bool | None = None
    host_id: int | None = None
    cohosts: frozenset[int] | None = None
    ends: datetime | None = None
    closes: datetime | None = None
    least: int | None = None
    warn_days: int | None = None
    expected: Mapping[str, float] | None = None
    notes: Mapping[str, str] | None = None
    """By what they are about: `food`, `parking`."""
    unclear: tuple[str, ...] = field(default=(), compare=False)

    @property
    def says_nothing(self) -> bool:
        return self == Details()

    def beside(self, more: "Details") -> "Details":
        """What one line says, and another."""
        told = {f.name: said for f in fields(more) if (said := getattr(more, f.name)) is not None}
        notes = {**(self.notes or {}), **(more.notes or {})} or None
        return replace(self, **{**told, "notes": notes})


@dataclass(frozen=True, slots=True)
class About:
    """What a line may name: the office's organisations, and the hours by its clock."""

    organisations: Sequence[Organisation]
    starts: datetime
    now: datetime


@dataclass(frozen=True, slots=True)
class PointNames:
    """What a line about a point may name, and the day's usual hour."""

    localities: Sequence[Locality]
    people: Sequence[Person]
    usual: time
    now: datetime


@dataclass(frozen=True, slots=True)
class Odd:
    """Words of which nothing was taken down, and why."""

    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class PointLines:
    """What somebody wrote about points; `unclear` is what was not taken down."""

    points: Sequence[NewPoint]
    unclear: Sequence[Odd] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A day as it was said in one sentence; `beside` is what was said of a point without its
    name. What is missing is asked."""

    title: str = ""
    kind: str = ""
    starts: datetime | None = None
    lasts: timedelta | None = None
    lines: PointLines = PointLines(())
    beside: str = ""


@dataclass(frozen=True, slots=True)
class PointChange:
    """Another leader, other places; `unclear` is what was not taken down."""

    leader_id: int | None = None
    capacity: int | None = None
    unclear: Sequence[Odd] = ()


def title_of(typed: str) -> str:
    """A title as it is kept: words, and not a page of them."""
    return _worded(typed, TITLE_LETTERS, "title_expected")


def template_name(typed: str) -> str:
    return _worded(typed, TEMPLATE_LETTERS, "template_name_expected")


def _worded(typed: str, most: int, code: str) -> str:
    words = clean(typed)
    if len(words) > most or not any(letter.isalpha() for letter in words):
        raise Refusal(code, most=most)
    return words


def example_start(here: datetime) -> datetime:
    """A day and hour that one may type just so, by the office's clock: the next Saturday."""
    day = here.date() + DAY * ((SATURDAY - here.weekday() - 1) % 7 + 1)
    return datetime.combine(day, STARTS, here.tzinfo).astimezone(UTC)


def require_changeable(activity: Activity, now: datetime) -> None:
    """What its organiser changes is still to come."""
    if activity.stored is Stage.CANCELLED:
        raise Refusal("plan_cancelled", title=activity.title, starts=activity.starts)
    if now >= activity.starts and activity.stored is not Stage.POSTPONED:
        raise Refusal("plan_over", title=activity.title, starts=activity.starts)


def usual_weekday(activity: Activity, zone: ZoneInfo) -> int | None:
    """The weekday its kind is named after, where the day is another one."""
    usual = KINDS[activity.kind].weekday
    return None if usual == local(activity.starts, zone).weekday() else usual


def places_short(points: Iterable[Point], target: int) -> int | None:
    """How many places there are, where they are counted and fewer than the people hoped for."""
    known = [point.capacity for point in points]
    places = sum(number or 0 for number in known)
    return places if None not in known and 0 < places < target else None


def require_start(starts: datetime, here: datetime) -> None:
    """An activity lies ahead, and not in another year; `here` is by the office's clock."""
    if starts <= here:
        raise Refusal("activity_in_the_past", starts=starts)
    if starts > here + MOST_AHEAD:
        raise Refusal("activity_too_far", starts=starts, example=example_start(here))


def evening_before(starts: datetime, zone: ZoneInfo) -> datetime:
    return at(local(starts, zone).date() - DAY, LIST_CLOSES, zone)


def closing(starts: datetime, now: datetime, zone: ZoneInfo) -> datetime:
    """The evening before; for a day called together later than that, its start."""
    evening = evening_before(starts, zone)
    return evening if evening > now else starts


def is_closed_early(activity: Activity, now: datetime, zone: ZoneInfo) -> bool:
    """Its organiser takes nobody more; after the usual evening a group's number may still
    change."""
    early = activity.closes < evening_before(activity.starts, zone)
    return early and activity.state(now) is Stage.CLOSED


def moved_closing(was: Activity, starts: datetime, now: datetime, zone: ZoneInfo) -> datetime:
    """The usual evening stays the usual one; a chosen hour moves along, but not into the past."""
    if was.closes == evening_before(was.starts, zone):
        return closing(starts, now, zone)
    closes = was.closes + (starts - was.starts)
    return closes if closes > now else starts


def require_places(capacity: int | None) -> None:
    if capacity is not None and not 1 <= capacity <= MOST_PLACES:
        raise Refusal("places_odd", most=MOST_PLACES)


def require_point(point: NewPoint) -> None:
    _worded(point.name, NAME_LETTERS, "point_name_expected")
    require_places(point.capacity)


def require_capacity(capacity: int | None, taken: int) -> None:
    """Whoever has a place keeps it."""
    require_places(capacity)
    if capacity is not None and capacity < taken:
        raise Refusal("places_taken", taken=taken)


def require_targets(numbers: Mapping[int | None, int]) -> None:
    if not numbers or min(numbers.values()) < 1 or sum(numbers.values()) > MOST_TARGET:
        raise Refusal("target_unclear")


def require_host(actor: Actor, activity: Activity, details: Details) -> None:
    """It is given to another organisation by the office or its leaders, by nobody else."""
    chosen = details.host_id
    ours = chosen in (None, activity.host_id) or chosen in actor.organisations
    if not ours and not actor.is_any(Role.OFFICE_ADMIN, Role.LEADER):
        raise Refusal("host_not_yours")


def fits_closing(closes: datetime, starts: datetime, now: datetime) -> bool:
    return now < closes <= starts


def needed(activity: Activity) -> int:
    """So many people must come: what was said, else half of what is hoped for."""
    return activity.least or (activity.target + 1) // 2


def is_warned(activity: Activity, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the day is so near that missing people are told of and asked for."""
    days = (local(activity.starts, zone).date() - local(now, zone).date()).days
    return days <= activity.warn_days
