"""An hour or a weekday without its week is of the visit's own day and week; what is no place is
never one unasked."""

import pytest

from tests.helpers.supervision import LIEN, TRACO, TRAN, office_of_visits, propose, visit
from tests.town import Town


@pytest.fixture
async def planned(town: Town) -> Town:
    """GS-01 is on Thursday in two weeks, at the office; GS-02 has no day yet."""
    await office_of_visits(town)
    await propose(town, LIEN, when="3/12")
    await propose(town, LIEN, "tiếp công dân", TRACO, when="tháng 12")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, "gs1 8h tại trụ sở")
    return town


@pytest.mark.parametrize(
    ("line", "starts"),
    [
        ("gs1 chuyển sang 14h cùng ngày", "2026-12-03T07:00"),
        ("gs1 14h cùng ngày", "2026-12-03T07:00"),
        ("gs1 đổi giờ sang 14h hôm đó", "2026-12-03T07:00"),
        ("gs1 đổi sang chiều thứ 4 14h", "2026-12-02T07:00"),
        ("gs1 14h thứ 6", "2026-12-04T07:00"),
        ("gs1 chuyển sang 14h thứ 6 tuần sau", "2026-11-27T07:00"),
        ("gs1 chuyển sang 14h ngày 10/12", "2026-12-10T07:00"),
    ],
)
async def test_it_is_of_the_visit_s_day_and_week(planned: Town, line: str, starts: str) -> None:
    assert "14h00, tại trụ sở" in await planned.write(TRAN, line)
    await planned.tap(TRAN, "Gửi")
    moved, place = await visit(planned, "starts_at, meets", 1)
    assert moved.startswith(starts)
    assert place == "tại trụ sở"


async def test_days_without_an_hour_as_well(planned: Town) -> None:
    assert "đổi sang 4/12" in await planned.write(TRAN, "gs1 lùi sang thứ 6")


async def test_where_several_days_are_possible_it_is_asked(planned: Town) -> None:
    assert "2/12 hay" in await planned.write(TRAN, "gs2 đổi sang thứ 4 14h")
    assert await visit(planned, "starts_at", 2) == (None,)
    assert "9/12" in await planned.write(TRAN, "gs2 đổi sang 14h thứ 4 9/12")


@pytest.mark.parametrize(
    ("line", "shown"),
    [("gs2 8h 8/12, chị Liên", "Không ghi: «chị Liên»"), ("gs2 8h 8/12, sau chợ", "CHƯA GỬI")],
)
async def test_what_does_not_say_that_it_is_a_place_is_read_back(
    planned: Town, line: str, shown: str
) -> None:
    assert shown in await planned.write(TRAN, line)
    assert await visit(planned, "starts_at", 2) == (None,)
