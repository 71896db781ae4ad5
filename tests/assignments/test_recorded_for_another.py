"""«Ghi thay»: shown before it stands in somebody's name, and taken back for ten minutes."""

import pytest

from tests.helpers.assignments import give, last, number_from, row
from tests.town import BINH, HANH, THANG, Neighbour, Town


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
    assert "đã trả lời" in await town.press(HANH, *old)
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


PENDING = """
SELECT kind, person_id, reason, date(new_due, 'unixepoch') FROM assignment_request WHERE state = ?
"""


async def wishes(town: Town, state: str = "pending") -> list[tuple[str, int, str, str]]:
    return await town.sql(PENDING.replace("?", f"'{state}'"))


async def test_more_time_is_asked_for_in_their_name(town: Town) -> None:
    shown = await town.write(HANH, "xin gia hạn đến 27/11, vì chờ số liệu của phường")
    assert "xin gia hạn đến thứ Sáu, 27/11 17h00" in shown
    assert await wishes(town) == []
    await town.write(HANH, "gửi")
    [(kind, who, reason, day)] = await wishes(town)
    assert (kind, who, day) == ("extension", town.person(BINH), "2026-11-27")
    assert "chờ số liệu của phường" in reason
    assert "Văn phòng ghi thay" in await last(town, BINH)
    await town.tap(THANG, "Đồng ý")
    assert await row(town, "date(due_at, 'unixepoch')") == ("2026-11-27",)


async def test_without_a_day_it_is_asked_for(town: Town) -> None:
    assert "đến ngày nào" in await town.write(HANH, "xin gia hạn vì chờ số liệu")
    assert "CHƯA GỬI" in await town.write(HANH, "xin gia hạn đến 27/11, vì chờ số liệu")


async def test_release_is_asked_for_in_their_name(town: Town) -> None:
    assert "xin không nhận" in await town.write(HANH, "không nhận được, vì đi học")
    await town.tap(HANH, "Gửi")
    assert [one[:2] for one in await wishes(town)] == [("release", town.person(BINH))]


@pytest.mark.parametrize("who", [HANH, BINH])
async def test_a_wish_is_taken_back(town: Town, who: Neighbour) -> None:
    await town.write(HANH, "xin gia hạn đến 27/11, vì chờ số liệu")
    await town.tap(HANH, "Gửi")
    await last(town, BINH)
    await town.tap(who, "Hoàn tác" if who is HANH else "Không đúng")
    assert await wishes(town) == []
    assert len(await wishes(town, "dropped")) == 1
