"""«Ghi thay»: shown before it stands in somebody's name, and taken back for ten minutes."""

import pytest

from tests.helpers.assignments import give, last, number_from, row
from tests.town import BINH, HANH, THANG, Town


@pytest.fixture(autouse=True)
async def telephone(town: Town) -> None:
    """Bình has rung up about 147."""
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    [(number,)] = await town.sql("SELECT id FROM assignment WHERE number = 147")
    await town.press(HANH, f"o.tell:{number}")


async def test_nothing_is_written_before_it_is_sent(town: Town) -> None:
    before = len(await town.heard(BINH))
    shown = await town.write(HANH, "xong, 6 hộ đã ký")
    assert "CHƯA GỬI" in shown
    assert "6 hộ đã ký" in shown
    assert await row(town, "state") == ("assigned",)
    assert len(await town.heard(BINH)) == before
    await town.write(HANH, "gửi")
    assert await row(town, "state") == ("review",)


async def test_left_by_a_tap_or_a_word(town: Town) -> None:
    await town.write(HANH, "70%")
    await town.tap(HANH, "Thôi")
    await town.write(HANH, "gửi")
    assert await row(town, "state, percent") == ("assigned", 0)


async def test_an_older_button_sends_nothing_newer(town: Town) -> None:
    await town.write(HANH, "70%")
    old = town.held(HANH, "Gửi")
    await town.write(HANH, "vướng kinh phí")
    assert "đã xong" in await town.press(HANH, *old)
    assert await row(town, "percent, blocked") == (0, "")


async def test_it_is_taken_back_and_the_lead_sees_it(town: Town) -> None:
    await town.write(HANH, "xong, 6 hộ đã ký")
    await town.tap(HANH, "Gửi")
    assert "Văn phòng ghi thay" in await last(town, BINH)
    await town.later(minutes=9)
    assert "Đã rút lại" in await town.tap(HANH, "Hoàn tác")
    assert await row(town, "state") == ("assigned",)
    assert any("đã rút lại bản ghi thay" in one for one in await town.heard(BINH))


async def test_after_ten_minutes_it_stands(town: Town) -> None:
    await town.write(HANH, "70%")
    await town.tap(HANH, "Gửi")
    await town.later(minutes=11)
    await town.tap(HANH, "Hoàn tác")
    assert await row(town, "percent") == (70,)
