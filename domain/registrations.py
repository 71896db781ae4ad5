"""Registering for an activity: who may, when, and what it leads to."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from domain.access import Actor, Role
from domain.activities import Activity, Point, Stage, is_host
from domain.consent import Age
from domain.hours import CODE_FROM, ROLL_FROM
from domain.letters import Venue
from domain.names import NAME_LETTERS, person_name
from domain.refusals import Refusal
from domain.seats import COMING, LIVE, Standing, places
from domain.turnout import Figures

CARD = "activity"
"""The live card of an activity: `activity:12`."""
MOST_IN_GROUP = 2000
UNLIMITED = 1_000_000
CODE_MINUTES = 5
DISPUTE_FOR = timedelta(days=7)
REVIEWS = 2
"""A no-show is looked at by the point's leader, and once more by the office."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Whoever taps, as Telegram tells: needed once, when they become known."""

    telegram_id: int
    name: str
    locale: str = "vi"
    message_id: int | None = None
    adults: int = 0
    """Who comes along, where that was said in the same breath."""
    children: int = 0


@dataclass(frozen=True, slots=True)
class Registration:
    """One person's place, or their wait for one."""

    id: int
    office_id: int
    activity_id: int
    point_id: int
    person_id: int | None
    standing: Standing
    age: Age
    adults: int = 0
    children: int = 0
    guardian: str | None = None
    evening: str | None = None
    late: bool = False
    offer_ends: datetime | None = None
    proof: str | None = None
    recorded_by: str | None = None
    disputed_at: datetime | None = None
    reviews: int = 0
    reviewer: str | None = None
    at: datetime | None = None
    name: str = ""

    @property
    def is_live(self) -> bool:
        return self.standing in LIVE

    @property
    def is_coming(self) -> bool:
        return self.standing in COMING

    @property
    def is_sure(self) -> bool:
        """Coming, and nobody's yes is wanting: told the place on the map, and whom to call."""
        return self.is_coming and self.standing is not Standing.HELD

    @property
    def places(self) -> int:
        return places(self.adults)

    @property
    def heads(self) -> int:
        """How many people that is."""
        return 1 + self.adults + self.children


def capacity(point: Point) -> int:
    """A point whose places nobody counted is never full."""
    return point.capacity if point.capacity is not None else UNLIMITED


def venue_of(point: Point) -> Venue | None:
    """The point on a map, where its position is known; without one the landmark is in words."""
    if point.lat is None or point.lon is None:
        return None
    return Venue(point.lat, point.lon, point.full, point.landmark or point.short)


def require_registering(activity: Activity, now: datetime) -> None:
    """Refuse what cannot be registered for, each with what to do instead."""
    state = activity.state(now)
    if state is Stage.DRAFT:
        raise Refusal("link_unknown")
    if state is Stage.CANCELLED:
        raise Refusal("activity_cancelled", title=activity.title, starts=activity.starts)
    if state is Stage.POSTPONED:
        raise Refusal("activity_postponed", title=activity.title)
    if state is Stage.CLOSED:
        raise Refusal("activity_closed", title=activity.title, starts=activity.starts)
    if state is not Stage.OPEN:
        raise Refusal("activity_over", title=activity.title, starts=activity.starts)


def is_walk_in_time(activity: Activity, now: datetime) -> bool:
    """Registration is over, and the point's code is being read aloud."""
    is_on = activity.state(now) in (Stage.CLOSED, Stage.RUNNING)
    return is_on and activity.starts - CODE_FROM <= now <= activity.ends


def require_entry(activity: Activity, now: datetime) -> None:
    """Register ahead, or walk in on the day."""
    if not is_walk_in_time(activity, now):
        require_registering(activity, now)


def require_ahead(activity: Activity, now: datetime) -> None:
    """What concerns a coming activity cannot be said after it began; a postponed one is still to
    come, on whatever date."""
    if activity.stored is Stage.CANCELLED:
        raise Refusal("activity_cancelled", title=activity.title, starts=activity.starts)
    if activity.starts <= now < activity.ends and activity.stored is not Stage.POSTPONED:
        raise Refusal("activity_running", title=activity.title, starts=activity.starts)
    if now >= activity.starts and activity.stored is not Stage.POSTPONED:
        raise Refusal("activity_over", title=activity.title, starts=activity.starts)


def require_group_time(activity: Activity, now: datetime) -> None:
    """A cadre's number may change until an activity begins, of one that stands."""
    if activity.stored is Stage.DRAFT:
        raise Refusal("not_found")
    if activity.stored is Stage.POSTPONED:
        raise Refusal("activity_postponed", title=activity.title)
    require_ahead(activity, now)


def require_mine(registration: Registration, actor: Actor) -> None:
    """A place can be changed by whoever has it, and by nobody else."""
    if registration.person_id is None or registration.person_id != actor.person_id:
        raise Refusal("not_found")


def require_live(registration: Registration) -> None:
    """A place that stands; who was there, or was missed, is told just that."""
    if registration.standing in (Standing.PRESENT, Standing.ABSENT):
        raise Refusal("day_recorded", standing=registration.standing.value)
    if not registration.is_live:
        raise Refusal("not_registered")


def name_of(typed: str) -> str:
    """A name as it is kept; a name of 300 letters, or of none, or a link, is refused."""
    name = person_name(typed, NAME_LETTERS + 1)
    if not name:
        raise Refusal("name_expected")
    if len(name) > NAME_LETTERS:
        raise Refusal("name_too_long", most=NAME_LETTERS)
    return name


NAMELESS = "–"
"""Stands on a list until somebody whose Telegram name has no letter says theirs."""


def telegram_name(name: str) -> str:
    """Telegram's name as it is kept; people may call themselves anything."""
    return person_name(name) or NAMELESS


def require_roll(actor: Actor, point: Point, activity: Activity, now: datetime) -> None:
    """Names are seen by the point's leader, the office and the host; the roll has its hour."""
    if activity.stored in (Stage.DRAFT, Stage.CANCELLED, Stage.POSTPONED):
        raise Refusal("activity_no_roll", title=activity.title)
    if not may_call_roll(actor, point, activity):
        raise Refusal("not_your_point", point=point.full)
    if now < activity.starts - ROLL_FROM:
        raise Refusal("roll_too_early", opens=activity.starts - ROLL_FROM)


def may_call_roll(actor: Actor, point: Point, activity: Activity) -> bool:
    mine = actor.person_id is not None and point.leader_id == actor.person_id
    return mine or actor.is_any(Role.OFFICE_ADMIN) or is_host(actor, activity)


def code_of_point(secret: bytes, point_id: int, now: datetime, back: int = 0) -> str:
    """Four digits, new every minute; `back` tells those of the minutes before."""
    minute = int(now.timestamp() // 60) - back
    digest = hmac.new(secret, f"{point_id}:{minute}".encode(), sha256).digest()
    return f"{int.from_bytes(digest[:4]) % 10_000:04}"


def is_code(secret: bytes, point_id: int, typed: str, now: datetime) -> bool:
    """Whether a code was shown in the last five minutes."""
    known = [code_of_point(secret, point_id, now, back) for back in range(CODE_MINUTES)]
    return any(hmac.compare_digest(code.encode(), typed.encode()) for code in known)


def require_code_time(activity: Activity, now: datetime) -> None:
    if not activity.starts - CODE_FROM <= now <= activity.ends:
        raise Refusal("code_not_now", starts=activity.starts)


def require_one_number(said: Figures) -> None:
    """«10-15 người», «HPN xã 3, phụ nữ thôn 12»: which it is, is asked."""
    if said.doubt and len(said.candidates) > 1:
        raise Refusal("group_unclear", low=min(said.candidates), high=max(said.candidates))


def require_group(parts: dict[int, int]) -> None:
    """A group is a number of people, neither -3 nor 10,000."""
    total = sum(parts.values())
    if not parts or min(parts.values()) < 0 or not 0 < total <= MOST_IN_GROUP:
        raise Refusal("group_number", most=MOST_IN_GROUP)
