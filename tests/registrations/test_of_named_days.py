"""A volunteer with several days: a day that is named is that day, and no other."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.begun import begun
from tests.helpers.registrations import join, standings
from tests.town import MAI, Town, clock


@begun
async def saturday(town: Town) -> Town:
    """Mai has a place on Saturday; on Sunday something else is open."""
    day = await open_saturday(town, 5, title="Trồng cây")
    await open_saturday(town, 9, starts=clock(22, 7), title="Dọn rác")
    await join(town, MAI, day)
    return town


@pytest.fixture
async def both(saturday: Town) -> Town:
    await saturday.write(MAI, "đăng ký chủ nhật giúp em")
    await saturday.tap(MAI, "Đăng ký")
    return saturday


@pytest.mark.parametrize("words", ["hủy chủ nhật thôi", "huy cn giup e", "cn em bận ko đi được"])
async def test_a_day_without_a_place_takes_no_other_away(saturday: Town, words: str) -> None:
    said = await saturday.write(MAI, words)
    assert "Hủy đăng ký" not in said
    assert "Trồng cây" in said
    assert await standings(saturday) == ["registered"]


@pytest.mark.parametrize(
    "words", ["đăng ký chủ nhật giúp em", "cn em cung di", "cn cho em 2 suất"]
)
async def test_another_day_is_shown_with_its_button(saturday: Town, words: str) -> None:
    assert "Dọn rác" in await saturday.write(MAI, words)
    assert saturday.phone(MAI).can_tap("Đăng ký")
    assert await saturday.sql("SELECT adults FROM registration") == [(0,)]


@pytest.mark.parametrize("words", ["t7 và cn cho e 2 suất", "cho e đăng ký cả t7 và cn"])
async def test_two_days_at_once_change_no_place(saturday: Town, words: str) -> None:
    said = await saturday.write(MAI, words)
    assert "Dọn rác" in said
    assert "CHƯA GHI" not in said
    assert saturday.phone(MAI).can_tap("22/11 Dọn rác")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("hủy chủ nhật giúp em", "Dọn rác"),
        ("huy t7 giup e", "Trồng cây"),
        ("em bận thứ 7", "Trồng cây"),
        ("cn em bận ko đi đc, t7 vẫn đi", "Dọn rác"),
    ],
)
async def test_one_of_two_is_given_up(both: Town, words: str, title: str) -> None:
    assert f"Hủy đăng ký {title}?" in await both.write(MAI, words)


@pytest.mark.parametrize(
    "words",
    [
        "đổi sang buổi 22/11 cho e",
        "doi sang chu nhat cho em",
        "cho e đổi sang buổi dọn rác được ko",
    ],
)
async def test_who_has_a_place_and_would_rather_come_another_day(
    saturday: Town, words: str
) -> None:
    said = await saturday.write(MAI, words)
    assert "Dọn rác" in said
    assert saturday.phone(MAI).can_tap("Đăng ký")
    assert await standings(saturday) == ["registered"]
