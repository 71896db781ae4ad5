"""What rings with many is shown as it will be sent, sent by a tap, and taken back by one."""

import pytest

from tests.helpers.activities import manage, open_saturday, point
from tests.helpers.begun import begun
from tests.helpers.registrations import join
from tests.town import CUONG, HOA, MAI, Town, says

STATE = "SELECT state FROM activity"
NAMES = "SELECT name FROM point WHERE dropped_at IS NULL"
LEAVING = [
    "thôi, không hủy nữa",
    "thôi k hoãn",
    "đừng hoãn",
    "khoan da de toi hoi lai anh Khai",
    "để hỏi lại đã",
    "thôi",
    "mấy giờ tập trung ạ",
]


@begun
async def day(town: Town) -> int:
    opened = await open_saturday(town)
    await join(town, MAI, opened)
    return opened


async def rung(town: Town) -> int:
    return len(await town.heard(MAI)) + len(await town.heard(CUONG))


@pytest.mark.parametrize("label", ["Hủy buổi", "Hoãn"])
@pytest.mark.parametrize("typed", LEAVING)
async def test_words_that_leave_it_are_no_reason(
    town: Town, day: int, label: str, typed: str
) -> None:
    before = await rung(town)
    await manage(town, day, label)
    await town.write(HOA, typed)
    assert await town.sql(STATE) == [("open",)]
    assert await rung(town) == before


async def test_it_is_shown_as_it_will_be_sent(town: Town, day: int) -> None:
    before = await rung(town)
    await manage(town, day, "Hủy buổi")
    shown = await town.write(HOA, "Mưa to")
    assert "CHƯA GỬI" in shown
    assert "2 người sẽ nhận" in shown
    assert "Không tổ chức: Dọn bờ kênh, thứ Bảy, 21/11 7h00.\nLý do: Mưa to" in shown
    assert await rung(town) == before
    assert "Đã báo 2 người" in await town.tap(HOA, "Gửi")
    assert await says(town, MAI, "Lý do: Mưa to")


async def test_left_by_a_tap(town: Town, day: int) -> None:
    await manage(town, day, "Hoãn")
    await town.write(HOA, "Mưa to")
    assert "vẫn là" in await town.tap(HOA, "Thôi")
    assert await town.sql(STATE) == [("open",)]


async def test_typed_instead_of_tapped(town: Town, day: int) -> None:
    await manage(town, day, "Hoãn")
    await town.write(HOA, "Mưa to")
    await town.write(HOA, "gửi đi")
    assert await town.sql(STATE) == [("postponed",)]


async def test_an_old_button_sends_nothing_newer(town: Town, day: int) -> None:
    await manage(town, day, "Hủy buổi")
    await town.write(HOA, "Mưa to")
    old = town.held(HOA, "Gửi")
    await town.write(HOA, "Bão số 9")
    assert "đã trả lời" in await town.press(HOA, *old)
    assert await town.sql(STATE) == [("open",)]
    await town.tap(HOA, "Gửi")
    assert await says(town, MAI, "Bão số 9")


async def test_for_ten_minutes_one_tap_takes_it_back(town: Town, day: int) -> None:
    await manage(town, day, "Hủy buổi")
    await town.write(HOA, "Mưa to")
    await town.tap(HOA, "Gửi")
    sent = town.phone(HOA).last
    await town.later(minutes=9)
    assert "trở lại như trước" in await town.tap(HOA, "Hoàn tác, báo lại", sent)
    assert await town.sql(STATE) == [("open",)]
    assert await says(town, MAI, "Vẫn làm: Dọn bờ kênh")
    [(row,)] = await town.sql("SELECT id FROM journal WHERE event = 'activity.cancelled'")
    assert "đã hoàn tác" in await town.press(HOA, f"s.undo:{row}")


async def test_later_it_is_opened_again_instead(town: Town, day: int) -> None:
    await manage(town, day, "Hủy buổi")
    await town.write(HOA, "Mưa to")
    await town.tap(HOA, "Gửi")
    await town.later(minutes=11)
    [(row,)] = await town.sql("SELECT id FROM journal WHERE event = 'activity.cancelled'")
    await town.press(HOA, f"s.undo:{row}")
    assert await town.sql(STATE) == [("cancelled",)]
    shown = await manage(town, day, "Mở lại buổi")
    assert "2 người sẽ nhận" in shown
    await town.tap(HOA, "Gửi")
    assert await town.sql(STATE) == [("open",)]
    letter = next(one for one in reversed(await town.heard(MAI)) if "Vẫn làm: Dọn bờ kênh" in one)
    assert letter.partition("✅")[2].splitlines()[0] in shown
    assert "lúc đầu" not in letter


async def test_nobody_else_takes_it_back(town: Town, day: int) -> None:
    await manage(town, day, "Hủy buổi")
    await town.write(HOA, "Mưa to")
    await town.tap(HOA, "Gửi")
    [(row,)] = await town.sql("SELECT id FROM journal WHERE event = 'activity.cancelled'")
    for who in (CUONG, MAI):
        await town.press(who, f"s.undo:{row}")
    assert await town.sql(STATE) == [("cancelled",)]


async def test_another_place_is_shown_and_taken_back(town: Town, day: int) -> None:
    before = await rung(town)
    await point(town)
    shown = await town.write(HOA, "noi moi: san van dong")
    assert "2 người sẽ nhận" in shown
    assert "Mới: san van dong" in shown
    assert await rung(town) == before
    assert "Đã báo 2 người" in await town.tap(HOA, "Gửi")
    assert await says(town, MAI, "Mới: san van dong")
    await town.tap(HOA, "Hoàn tác, báo lại")
    assert await says(town, MAI, "Vẫn ở chỗ cũ")
    assert await town.sql(NAMES) == [("Cầu Ka Long",)]


@pytest.mark.parametrize("typed", ["thôi", "khoan để hỏi lại đã"])
async def test_a_place_is_left_by_words(town: Town, day: int, typed: str) -> None:
    await point(town)
    await town.write(HOA, "nơi mới: Sân vận động")
    await town.write(HOA, typed)
    await town.write(HOA, "gửi")
    assert await town.sql(NAMES) == [("Cầu Ka Long",)]


async def test_a_move_in_time_is_taken_back(town: Town, day: int) -> None:
    was = await town.sql("SELECT starts_at, ends_at, closes_at FROM activity")
    await manage(town, day, "Đổi giờ")
    await town.write(HOA, "28/11 7h")
    await town.tap(HOA, "Đúng, báo")
    await town.tap(HOA, "Hoàn tác, báo lại")
    assert await town.sql("SELECT starts_at, ends_at, closes_at FROM activity") == was
    assert await says(town, MAI, "Vẫn làm: Dọn bờ kênh, thứ Bảy, 21/11 7h00")


async def test_an_old_yes_moves_nothing_newer(town: Town, day: int) -> None:
    await manage(town, day, "Đổi giờ")
    await town.write(HOA, "28/11 7h")
    old = town.held(HOA, "Đúng, báo")
    await manage(town, day, "Đổi giờ")
    await town.write(HOA, "29/11 8h")
    was = await town.sql("SELECT starts_at FROM activity")
    await town.press(HOA, *old)
    assert await town.sql("SELECT starts_at FROM activity") == was
