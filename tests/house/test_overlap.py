"""Whether plans meet: the rules, what always holds of them, and the plans that an office has."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.sample import load_sample
from domain.overlap import RULES, By, Level, PlannedSpan, compare, days_apart, overlapping
from domain.periods import local
from storage.lookups import BODY, THEME, Lookups
from storage.overlaps import Overlaps, day_of
from storage.rows import read, stamp
from tests.helpers.house import fresh
from tests.town import ICT, SINCE

OCTOBER = date(2026, 10, 1)
BEGUN = datetime(2026, 1, 1, tzinfo=UTC)
UBND, OTHER = 1, 2
FUND, DESK = 11, 12


def plan(about: str, first: date, days: int = 30, **named: set[int]) -> PlannedSpan:
    return PlannedSpan(
        about,
        first,
        first + timedelta(days=days),
        **{name: frozenset(found) for name, found in named.items()},
    )


ids = st.frozensets(st.integers(1, 4), max_size=3)
plans = st.builds(
    lambda first, days, *named: PlannedSpan("a", first, first + timedelta(days=days), *named),
    st.dates(date(2026, 1, 1), date(2027, 6, 1)),
    st.integers(0, 60),
    ids,
    ids,
    ids,
    ids,
)


@given(plans, plans)
def test_it_is_the_same_from_both_sides(one: PlannedSpan, other: PlannedSpan) -> None:
    assert compare(one, other) == compare(other, one)


@given(plans, plans, st.integers(0, 200), st.integers(0, 400), st.integers(0, 400))
def test_a_wider_window_never_overlaps_less(
    one: PlannedSpan, other: PlannedSpan, apart: int, back: int, on: int
) -> None:
    after = one.last + timedelta(days=apart)
    other = other._replace(first=after, last=after)
    wider = one._replace(
        first=one.first - timedelta(days=back), last=one.last + timedelta(days=on)
    )
    assert compare(wider, other).level >= compare(one, other).level
    assert compare(wider, other).apart <= compare(one, other).apart


@given(plans, plans)
def test_the_reason_is_what_both_name(one: PlannedSpan, other: PlannedSpan) -> None:
    found = compare(one, other)
    for by, shared in found.common.items():
        mine, theirs = (dict(zip(RULES, plan.names, strict=True)) for plan in (one, other))
        assert shared == mine[by] & theirs[by] != frozenset()
        assert days_apart(one, other) <= RULES[by].days
    assert bool(found.common) == (found.level is not Level.NONE)


@pytest.mark.parametrize(
    ("named", "days", "level"),
    [
        ({"subjects": {UBND}}, 180, Level.STRONG),
        ({"subjects": {UBND}}, 181, Level.NONE),
        ({"places": {5}}, 30, Level.MEDIUM),
        ({"places": {5}}, 31, Level.NONE),
        ({"themes": {FUND}}, 90, Level.WEAK),
        ({"themes": {FUND}}, 91, Level.NONE),
        ({"people": {7}}, 0, Level.WEAK),
        ({"people": {7}}, 1, Level.NONE),
        ({"places": {5}, "themes": {FUND}}, 20, Level.STRONG),
        ({"places": {5}, "themes": {FUND}}, 60, Level.WEAK),
        ({"subjects": {UBND}, "themes": {FUND}}, 20, Level.STRONG),
    ],
)
def test_the_rules(named: dict[str, set[int]], days: int, level: Level) -> None:
    one = plan("a", OCTOBER, 0, **named)
    assert compare(one, plan("b", OCTOBER + timedelta(days=days), 0, **named)).level is level


def test_of_three_proposals_the_strongest_stands_first() -> None:
    """PN looks at the fund in Ka Long in October: MTTQ does too, CCB the fund elsewhere."""
    pn = plan("pn", OCTOBER, subjects={UBND}, places={5}, themes={FUND})
    mttq = plan("mttq", OCTOBER, subjects={UBND}, places={5}, themes={FUND})
    ccb = plan("ccb", date(2026, 11, 1), subjects={OTHER}, places={6}, themes={FUND})
    free = plan("free", OCTOBER, subjects={OTHER}, places={6}, themes={DESK})
    found = overlapping(pn, [free, ccb, mttq, pn])
    assert [(other.about, overlap.level) for other, overlap in found] == [
        ("mttq", Level.STRONG),
        ("ccb", Level.WEAK),
    ]
    assert set(found[0][1].common) == {By.SUBJECT, By.PLACE, By.THEME}


@given(
    st.integers(0, 700 * 24 * 60),
    st.sampled_from(("Asia/Ho_Chi_Minh", "Europe/London", "America/New_York", "Asia/Kathmandu")),
)
def test_the_day_of_a_moment_is_the_offices(minutes: int, name: str) -> None:
    moment, zone = BEGUN + timedelta(minutes=minutes), ZoneInfo(name)
    assert day_of(stamp(moment), zone) == local(moment, zone).date()


@pytest.mark.parametrize(("hour", "day"), [("16:59:59", 27), ("17:00:00", 28)])
def test_a_moment_at_midnight_is_of_the_day_that_begins(hour: str, day: int) -> None:
    assert day_of(stamp(read(f"2026-11-27T{hour}+00:00")), ICT) == date(2026, 11, day)


def test_the_plans_of_an_office() -> None:
    """A day at the place of one that is planned already; where nothing is shared there is none."""
    connection = fresh()
    sample = load_sample(connection, date(2026, 11, 19))
    saturday = date(2026, 11, 28)
    [(place,)] = connection.execute("SELECT id FROM locality WHERE name = 'Hải Tiến'").fetchall()
    wanted = plan("mine", saturday, 0, places={place})
    overlaps = Overlaps(connection, sample.work.actor.office_id)
    found = overlapping(wanted, overlaps.near(wanted, ICT))
    assert {other.about.partition(":")[0] for other, _ in found} == {"activity", "assignment"}
    assert found[0][1].level is Level.MEDIUM
    assert found[0][1].common == {By.PLACE: frozenset({place})}
    assert found[0][1].apart <= RULES[By.PLACE].days
    [(lead,)] = connection.execute("SELECT lead_id FROM assignment WHERE number = 139").fetchall()
    busy = plan("mine", date(2026, 11, 18), 0, people={lead})
    met = overlapping(busy, overlaps.near(busy, ICT))
    assert {overlap.level for _, overlap in met} == {Level.WEAK}
    assert overlaps.near(plan("mine", saturday, 0), ICT) == []
    around = "UPDATE assignment SET due_at = unixepoch('2028-01-01') WHERE number = 139"
    connection.execute(around)
    assert "assignment" in str(overlaps.near(busy, ICT)), "long, and begun before"
    assert Overlaps(connection, 999).near(wanted, ICT) == []


def test_a_body_is_found_by_any_name_and_by_that_of_what_it_was() -> None:
    connection = fresh()
    sample = load_sample(connection, date(2026, 11, 19))
    lookups = Lookups(connection, sample.work.actor.office_id)
    old = lookups.add(BODY, "UBND phường Bình Ngọc", SINCE)
    new = lookups.add(BODY, "UBND phường Móng Cái 1", SINCE)
    theme = lookups.add(THEME, "Cấp, phát quà tết", SINCE)
    lookups.call(old, "UBND P. Bình Ngọc")
    assert [found.id for found in lookups.find(BODY, "ubnd binh ngoc")] == [old]
    lookups.follow(old, new, date(2026, 11, 1))
    lookups.follow(old, theme, date(2026, 11, 1))
    assert [found.name for found in lookups.find(BODY, "ubnd binh ngoc")] == [
        "UBND phường Móng Cái 1"
    ]
    assert not lookups.is_known(BODY, old)
    assert lookups.find(BODY, "qua tet") == []
    assert [found.id for found in lookups.find(THEME, "cap phat qua tet")] == [theme]
    assert Lookups(connection, 999).find(BODY, "binh ngoc") == []
