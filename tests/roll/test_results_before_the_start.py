"""What came of a day is told under its list before it begins: nothing may be reported yet, and
that is said; the list hears what is of it as before."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.begun import begun
from tests.helpers.registrations import join
from tests.town import CUONG, MAI, Town, clock


@begun
async def morning(town: Town) -> Town:
    """A quarter before the start, Mai and a group of forty are expected."""
    day = await open_saturday(town, capacity=60)
    await join(town, MAI, day)
    await town.write(CUONG, "đăng ký nhóm 40 người")
    await town.tap(CUONG, "Đúng")
    await town.go_to(clock(21, 6, 46))
    return town


LINES = ("trong 50 cay", "ket qua: trong 50 cay", "13 nguoi, trong 50 cay", "don xong 4 m3 rac")


@pytest.mark.parametrize("opened", [True, False])
async def test_nothing_is_kept_and_that_is_said(morning: Town, opened: bool) -> None:
    if opened:
        await morning.press(CUONG, "s.roll:1")
    for line in LINES:
        said = await morning.write(CUONG, line)
        assert "Chưa ghi gì" in said, line
        assert "7h00" in said
        assert "nhóm 40" not in said
    await morning.phone(CUONG).photo("trong 30 cay")
    assert "Chưa ghi gì" in await morning.screen(CUONG)
    assert await morning.sql("SELECT 1 FROM turnout") == []
    await morning.go_to(clock(21, 9))
    assert "50 cây" in await morning.write(CUONG, "trồng 50 cây")


async def test_what_is_of_the_list_stays_there(morning: Town) -> None:
    await morning.press(CUONG, "s.roll:1")
    assert "Chưa ghi «chi co 6 nguoi den" in await morning.write(
        CUONG, "chi co 6 nguoi den, vang 4"
    )
    assert "có mặt: 38" in await morning.write(CUONG, "nhóm 38")
