"""Places at a meeting point: who has one, who waits, who is offered a freed one, until when."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.calendar import DAY, WorkingCalendar
from domain.hours import (
    CANCEL_CUT_OFF,
    EVENING,
    MORNING,
    NIGHT,
    OFFER_LASTS,
    TOLD_BEFORE,
    WEEKDAYS,
)
from domain.periods import at, local
from domain.refusals import Refusal


class Standing(StrEnum):
    """What a registration is just now."""

    HELD = "held"
    """16-17 years: the place is kept until the parents' consent is confirmed."""
    REGISTERED = "registered"
    CONFIRMED = "confirmed"
    WAITING = "waitlisted"
    OFFERED = "offered"
    LAPSED = "lapsed"
    CANCELLED = "cancelled"
    PRESENT = "present"
    ABSENT = "absent"


COMING = frozenset({Standing.HELD, Standing.REGISTERED, Standing.CONFIRMED})
"""They have a place, and are told what happens."""
TAKING = COMING | {Standing.OFFERED, Standing.PRESENT, Standing.ABSENT}
"""They take a place; a place on offer is nobody else's. After the roll call nobody's is free."""
LIVE = COMING | {Standing.WAITING, Standing.OFFERED}
"""A person has at most one of these in an activity."""

THURSDAY = WEEKDAYS.index("thu")
RINGS_UNTIL = NIGHT[0]
MOST_COMPANIONS = 9


class Phase(StrEnum):
    """How a freed place finds its next person."""

    IN_ORDER = "in order"
    FIRST_TAP = "first tap"
    NOBODY_RUNG = "nobody rung"
    OVER = "over"


LAST_HOURS = frozenset({Phase.FIRST_TAP, Phase.NOBODY_RUNG})
"""Since the evening before: a free place is whose tap comes first."""


def places(adults: int) -> int:
    """Places that one registration takes: the person and the adults who come along.

    Children come with an adult and are counted, but take no place.
    """
    return 1 + adults


def eve(starts: datetime, zone: ZoneInfo) -> datetime:
    """The hour of the evening before."""
    return at(local(starts, zone).date() - DAY, EVENING, zone)


def last_ring(starts: datetime, zone: ZoneInfo) -> datetime:
    """When the night before begins: after that nobody is rung for a freed place."""
    return at(local(starts, zone).date() - DAY, RINGS_UNTIL, zone)


def confirmed_by(starts: datetime, now: datetime, zone: ZoneInfo) -> datetime:
    """Until when a place of 16-17 is kept for their parents' yes: the evening before; one
    taken later than that, until everybody is told where to come."""
    evening = eve(starts, zone)
    return evening if now < evening else starts - TOLD_BEFORE


def news_day(starts: datetime, zone: ZoneInfo) -> date:
    """The Thursday before: when a weekend is told of."""
    day = local(starts, zone).date()
    return day - DAY * ((day.weekday() - THURSDAY) % 7 or 7)


def phase(starts: datetime, now: datetime, zone: ZoneInfo) -> Phase:
    if now >= starts:
        return Phase.OVER
    if now >= last_ring(starts, zone):
        return Phase.NOBODY_RUNG
    return Phase.FIRST_TAP if now >= eve(starts, zone) else Phase.IN_ORDER


def offer_wakes(offered: datetime, starts: datetime, zone: ZoneInfo) -> datetime:
    """When an offer may ring: after the night; days ahead, when an office's day begins."""
    begins = awake(offered, zone)
    day = local(begins, zone).date()
    if day >= local(eve(starts, zone), zone).date():
        return begins
    return max(begins, at(day, MORNING, zone))


def offer_ends(offered: datetime, starts: datetime, zone: ZoneInfo) -> datetime:
    """When its time is over: long while the day is far, short on the last evening; the night
    does not count."""
    begins = offer_wakes(offered, starts, zone)
    night = at(local(begins, zone).date(), NIGHT[0], zone)
    evening = eve(starts, zone)
    nights = (local(evening, zone).date() - local(begins, zone).date()).days
    shortest, longest = OFFER_LASTS
    quarter = (evening - begins - nights * (awake(night, zone) - night)) / 4
    ends = begins + min(max(quarter, shortest), longest)
    return ends if ends <= night else awake(night, zone) + (ends - night)


def awake(moment: datetime, zone: ZoneInfo) -> datetime:
    """This moment, or the end of the night when it lies in it."""
    return WorkingCalendar(zone=zone).after_night(moment)


@dataclass(frozen=True, slots=True)
class Fullness:
    """How full a point is: its places, those taken, and those wanted by whoever waits and would
    fit on what is left."""

    capacity: int
    taken: int
    waiting: int = 0

    @property
    def free(self) -> int:
        """Places for a newcomer: whoever waits goes first."""
        return max(0, self.left - self.waiting)

    @property
    def left(self) -> int:
        return max(0, self.capacity - self.taken)

    def newcomer(self, places: int = 1) -> Standing:
        """Where somebody who registers now comes to stand."""
        return Standing.REGISTERED if self.free >= places else Standing.WAITING

    def returning(self, places: int, now: Phase) -> Standing:
        """Where somebody who gave a place up comes to stand: whoever waits goes first, but from
        the evening before the first tap wins."""
        open_to_all = self.left if now in LAST_HOURS else self.free
        return Standing.REGISTERED if open_to_all >= places else Standing.WAITING


def may_bring(room: Fullness, adults_now: int, adults: int, children: int, welcome: bool) -> None:
    """Refuse companions for whom there is no place, or no welcome."""
    may_wait_with(room, adults, children, welcome)
    if adults - adults_now > room.free:
        raise Refusal("no_place_for_companions", left=room.free)


def may_wait_with(room: Fullness, adults: int, children: int, welcome: bool) -> None:
    """Whoever waits may wait with company, of no more than the point has places."""
    if not 0 <= adults <= MOST_COMPANIONS or not 0 <= children <= MOST_COMPANIONS:
        raise Refusal("too_many_companions", most=MOST_COMPANIONS)
    if children and not welcome:
        raise Refusal("children_not_here")
    if places(adults) > room.capacity:
        raise Refusal("point_too_small", places=room.capacity)


def is_late(starts: datetime, now: datetime) -> bool:
    """Whether a cancellation comes after the cut-off."""
    return now > starts - CANCEL_CUT_OFF


def overlap(a: tuple[datetime, datetime], b: tuple[datetime, datetime]) -> bool:
    """Whether nobody could be at both."""
    return a[0] < b[1] and b[0] < a[1]
