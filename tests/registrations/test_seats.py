"""Places and waiting: the rules alone, before anybody taps."""

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.periods import local
from domain.refusals import Refusal
from domain.seats import (
    LAST_HOURS,
    Fullness,
    Phase,
    Standing,
    is_late,
    may_bring,
    offer_ends,
    offer_wakes,
    phase,
)
from tests.town import ICT


def awake_minutes(begins: datetime, ends: datetime) -> int:
    """Minutes between two moments outside 21:00-06:00, counted one by one."""
    count, moment = 0, begins.replace(second=0)
    while moment < ends:
        count += time(6) <= local(moment, ICT).time() < time(21)
        moment += timedelta(minutes=1)
    return count


SATURDAY = datetime.fromisoformat("2026-11-28T07:00:00+07:00")


@given(st.integers(0, 6 * 24 * 60), st.integers(0, 600))
def test_who_is_offered_later_has_no_less_time(before: int, minutes: int) -> None:
    offered = SATURDAY - timedelta(minutes=before)
    ends = offer_ends(offered, SATURDAY, ICT)
    assert offer_ends(offered + timedelta(minutes=minutes), SATURDAY, ICT) >= ends
    assert awake_minutes(offered, ends) >= 60
    assert not time(21) < local(ends, ICT).time() < time(6)


@pytest.mark.parametrize(
    ("at", "rings", "ends"),
    [
        ("23T02:00", "23T07:30", "23T19:30"),
        ("24T23:10", "25T07:30", "25T18:00"),
        ("26T09:00", "26T09:00", "26T15:22"),
        ("26T21:30", "27T06:00", "27T09:22"),
        ("27T16:00", "27T16:00", "27T17:00"),
        ("27T20:30", "27T20:30", "28T06:30"),
    ],
)
def test_days_ahead_there_is_time_and_only_the_last_evening_is_short(
    at: str, rings: str, ends: str
) -> None:
    offered = datetime.fromisoformat(f"2026-11-{at}:00+07:00")
    for expected, found in ((rings, offer_wakes), (ends, offer_ends)):
        assert f"{local(found(offered, SATURDAY, ICT), ICT):%dT%H:%M}" == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-27T19:29", Phase.IN_ORDER),
        ("2026-11-27T19:30", Phase.FIRST_TAP),
        ("2026-11-27T20:59", Phase.FIRST_TAP),
        ("2026-11-27T21:00", Phase.NOBODY_RUNG),
        ("2026-11-28T06:59", Phase.NOBODY_RUNG),
        ("2026-11-28T07:00", Phase.OVER),
    ],
)
def test_the_evening_before_the_first_tap_wins(moment: str, expected: Phase) -> None:
    assert phase(SATURDAY, datetime.fromisoformat(f"{moment}:00+07:00"), ICT) is expected


@given(st.integers(0, 50), st.integers(0, 60), st.integers(0, 20))
def test_a_newcomer_never_passes_those_who_wait(capacity: int, taken: int, waiting: int) -> None:
    room = Fullness(capacity, taken, waiting)
    for places in (1, 3):
        if room.newcomer(places) is Standing.REGISTERED:
            assert taken + waiting + places <= capacity


@given(
    st.builds(Fullness, st.integers(0, 9), st.integers(0, 12), st.integers(0, 5)),
    st.integers(1, 4),
    st.sampled_from(Phase),
)
def test_who_comes_back_takes_only_what_is_free(room: Fullness, places: int, now: Phase) -> None:
    stands = room.returning(places, now)
    if stands is Standing.REGISTERED:
        assert room.taken + places <= room.capacity
        assert now in LAST_HOURS or room.taken + room.waiting + places <= room.capacity
    elif now in LAST_HOURS:
        assert room.left < places


@pytest.mark.parametrize(
    ("adults", "children", "welcome", "code"),
    [
        (3, 0, True, "no_place_for_companions"),
        (0, 1, False, "children_not_here"),
        (10, 0, True, "too_many_companions"),
        (-1, 0, True, "too_many_companions"),
    ],
)
def test_companions_need_places_and_a_welcome(
    adults: int, children: int, welcome: bool, code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        may_bring(Fullness(10, 8), 0, adults, children, welcome)
    assert refused.value.code == code


def test_two_adults_and_three_children_fit_on_two_places() -> None:
    may_bring(Fullness(10, 8), 0, 2, 3, welcome=True)


def test_a_cancellation_is_late_in_the_last_twelve_hours() -> None:
    assert not is_late(SATURDAY, SATURDAY - timedelta(hours=12))
    assert is_late(SATURDAY, SATURDAY - timedelta(hours=11, minutes=59))
