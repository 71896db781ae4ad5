"""The rules of turnout: which report counts, what is asked, what a sum is made of."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.activities import Activity, Stage
from domain.calendar import WorkingCalendar
from domain.digest import GREEN, NONE, RED, YELLOW, edition, edition_near, light, percent
from domain.measures import MEASURES
from domain.periods import OFFICE_ZONE, Week
from domain.refusals import Refusal
from domain.turnout import (
    RANKS,
    Basis,
    Figures,
    Rank,
    Report,
    beside_roll,
    check,
    odd,
    official,
    summed,
)
from domain.work_counts import WorkCounts
from language import turnout
from language.answers.turnout.headcounts import figures_of, split_by_point

NOON = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)
RANK = st.sampled_from(RANKS)


def report(
    number: int, point: int, total: int | None, rank: Rank, minutes: int, confirmed: bool
) -> Report:
    at = NOON + timedelta(minutes=minutes)
    return Report(
        number,
        point,
        1,
        1,
        total,
        {1: total // 2} if total else {},
        {"road_km": 0.1},
        rank,
        Basis.SELF,
        "confirmed" if confirmed else "echoed",
        at,
        at if confirmed else None,
        not_held=total is None,
    )


REPORTS = st.lists(
    st.builds(
        report,
        st.just(0),
        st.integers(1, 4),
        st.none() | st.integers(0, 500),
        RANK,
        st.integers(0, 600),
        st.booleans(),
    ),
    max_size=12,
).map(lambda found: [_numbered(one, n) for n, one in enumerate(found)])


def _numbered(one: Report, number: int) -> Report:
    return Report(**{**{f: getattr(one, f) for f in Report.__slots__}, "id": number})


@given(REPORTS)
def test_one_report_counts_a_point_and_never_an_unconfirmed_one(reports: list[Report]) -> None:
    stands = official(reports)
    assert all(one.confirmed_at and one.point_id == point for point, one in stands.items())
    assert set(stands) == {one.point_id for one in reports if one.confirmed_at}


@given(REPORTS)
def test_a_higher_rank_wins_and_among_equals_the_later(reports: list[Report]) -> None:
    for point, one in official(reports).items():
        for other in reports:
            if other.confirmed_at and other.point_id == point:
                ours, theirs = RANKS.index(one.rank), RANKS.index(other.rank)
                assert ours >= theirs
                assert ours > theirs or (one.confirmed_at or NOON) >= other.confirmed_at


@given(REPORTS, st.randoms())
def test_the_order_of_the_rows_does_not_matter(reports: list[Report], chance: object) -> None:
    shuffled = list(reports)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert official(shuffled) == official(reports)


@given(REPORTS)
def test_a_sum_is_its_points(reports: list[Report]) -> None:
    stands = list(official(reports).values())
    whole = summed(stands)
    assert whole.total == sum(one.total or 0 for one in stands)
    assert sum(whole.parts.values()) <= whole.total
    assert whole.measures.get("road_km", 0) == pytest.approx(0.1 * len(stands))


@given(
    st.integers(0, 5_000), st.dictionaries(st.sampled_from(["DTN", "HPN"]), st.integers(0, 999))
)
def test_parts_above_the_total_are_asked(total: int, parts: dict[str, int]) -> None:
    checked = check(Figures(total=total, parts=parts))
    assert (checked.doubt == "mismatch") == (sum(parts.values()) > total)


@pytest.mark.parametrize("total", [-3, 1_000_000])
def test_an_impossible_number_is_refused(total: int) -> None:
    with pytest.raises(Refusal, match="figure_impossible"):
        check(Figures(total=total))


@given(st.integers(0, 2_000), st.none() | st.integers(1, 400))
def test_what_is_asked_again_is_far_above_what_was_planned(
    total: int, expected: int | None
) -> None:
    found = odd(total, {}, expected)
    assert (found is not None) == (total > (max(100, 3 * expected) if expected else 500))


def test_every_measure_is_asked_above_its_own_limit() -> None:
    for code, row in MEASURES.items():
        assert row.usual[0] < row.usual[1] < row.most
        assert odd(None, {code: row.most}, None) is None
        assert odd(None, {code: row.most * 2}, None) == (code, row.most * 2)


DAY = Activity(
    1,
    "T7-2111",
    "saturday",
    "Làm sạch biển",
    starts=NOON,
    ends=NOON + timedelta(hours=3),
    closes=NOON - timedelta(hours=12),
    stored=Stage.OPEN,
)


@pytest.mark.parametrize(
    ("hours", "state"),
    [(-13, "open"), (-12, "closed"), (0, "running"), (2.9, "running"), (3, "counting")],
)
def test_a_day_moves_by_the_clock(hours: float, state: str) -> None:
    assert DAY.state(NOON + timedelta(hours=hours)) == state


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 9), st.integers(0, 20))
def test_few_due_tasks_are_never_red(on_time: int, missed: int, overdue: int, days: int) -> None:
    counts = WorkCounts(due=on_time + missed, on_time=on_time, overdue=overdue)
    colour = light(counts, days if overdue else 0)
    assert (colour == NONE) == (not counts.due)
    assert colour in (GREEN, YELLOW, RED, NONE)
    if counts.due < 3:
        assert colour != RED
    if overdue:
        assert colour != GREEN


@pytest.mark.parametrize(
    ("due", "on_time", "overdue", "days", "colour"),
    [
        (13, 9, 3, 2, YELLOW),
        (3, 3, 0, 0, GREEN),
        (6, 5, 1, 0, YELLOW),
        (1, 0, 0, 0, YELLOW),
        (3, 1, 2, 2, RED),
        (10, 10, 1, 6, RED),
        (20, 17, 0, 0, GREEN),
        (0, 0, 0, 0, NONE),
    ],
)
def test_the_lights(due: int, on_time: int, overdue: int, days: int, colour: str) -> None:
    assert light(WorkCounts(due=due, on_time=on_time, overdue=overdue), days) == colour


def test_a_percentage_is_rounded_like_on_paper() -> None:
    assert [percent(9, 13), percent(1, 8), percent(1, 200), percent(0, 0)] == [69, 13, 1, 0]


def test_an_edition_by_its_briefing() -> None:
    week = Week.parse("2026-W47")
    monday = edition(week, "MON 08:00", WorkingCalendar(OFFICE_ZONE))
    assert monday.sends.isoformat() == "2026-11-23T00:00:00+00:00"
    assert monday.cut_off.isoformat() == "2026-11-22T23:30:00+00:00"
    assert monday.previews.isoformat() == "2026-11-22T12:00:00+00:00"
    friday = edition(week, "FRI 14:00", WorkingCalendar(OFFICE_ZONE))
    assert friday.sends.isoformat() == "2026-11-20T06:00:00+00:00"


@given(st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_the_latest_edition_is_the_latest(moment: datetime) -> None:
    for briefing in ("MON 08:00", "WED 07:30", "FRI 14:00"):
        found = edition_near(moment, briefing, WorkingCalendar(OFFICE_ZONE))
        assert found.previews <= moment
        assert edition(found.week.next, briefing, WorkingCalendar(OFFICE_ZONE)).previews > moment


# reading


@pytest.mark.parametrize(
    ("text", "total", "doubt"),
    [
        ("45", 45, ""),
        ("bốn lăm người", 45, ""),
        ("32 ng pn 20 dtn 12", 32, ""),
        ("45 người: ĐTN 20, PN 15", None, "mismatch"),
        ("50-60", None, "choose"),
        ("vài chục", None, "vague"),
        ("0", 0, ""),
        ("bớt 2", -2, ""),
    ],
)
def test_what_a_line_says(text: str, total: int | None, doubt: str) -> None:
    read = figures_of(turnout(text), text)
    assert read is not None
    assert (read.total, read.doubt) == (total, doubt)


@pytest.mark.parametrize("text", ["ok", "cảm ơn", "vâng ạ", "đông lắm", "lát báo"])
def test_what_says_nothing(text: str) -> None:
    assert figures_of(turnout(text), text) is None


POINTS = {1: ("Cầu Ka Long", "Ka Long"), 2: ("Chợ Ninh Dương", "Ninh Dương"), 3: ("Khu 1",)}


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Ka Long 42, Ninh Dương 32", [(1, "42"), (2, "32")]),
        ("ka long: ĐTN 20, PN 22\nninh duong 32", [(1, "ĐTN 20, PN 22"), (2, "32")]),
        ("điểm Khu 1: 42", [(3, "42")]),
        ("45", [(None, "45")]),
        ("ĐTN 20, PN 15", [(None, "ĐTN 20, PN 15")]),
    ],
)
def test_lines_are_cut_by_point(text: str, pieces: list[tuple[int | None, str]]) -> None:
    assert split_by_point(text, POINTS) == pieces


@given(
    st.dictionaries(st.sampled_from(("HPN", "DTN", "HCCB")), st.integers(1, 500), min_size=1),
    st.integers(0, 500),
    st.integers(0, 500),
)
def test_a_breakdown_beside_a_roll_is_taken_as_it_is_or_asked(
    parts: dict[str, int], roll: int, groups: int
) -> None:
    total = sum(parts.values())
    said = Figures(total=total, parts=parts)
    read = beside_roll(said, roll, groups)
    if total == roll + groups or not roll:
        assert read == said
    elif total < roll or groups:
        assert (read.doubt, read.candidates, read.total) == ("beside", (total, roll + total), None)
    else:
        assert read == said
    stated = Figures(total=total + 1, parts=parts)
    assert beside_roll(stated, roll, groups) == stated, "a total that was typed stands"
