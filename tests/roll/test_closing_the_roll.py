"""«Chốt» asks about whoever was not marked; absence is told when the day is over, and mended."""

from datetime import datetime

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join, standings
from tests.town import CUONG, MAI, NGA, SON, TUAN, Town, clock, says

BEGUN = clock(21, 7, 5)


async def opened(town: Town, *people: int, at: datetime = BEGUN) -> int:
    """These people are on the list, and Cường has it before him."""
    day = await open_saturday(town, capacity=40)
    for who in people:
        await join(town, who, day)
    await town.go_to(at)
    await town.tap(CUONG, "Điểm danh")
    return day


async def closed(town: Town) -> bool:
    return bool(await town.sql("SELECT 1 FROM roll_call WHERE closed_at IS NOT NULL"))


async def test_names_without_a_mark_are_asked_about(town: Town) -> None:
    await opened(town, MAI, SON, TUAN)
    await town.tap(CUONG, town.phone(CUONG).last.rows[0][0].text)
    assert "2 người chưa đánh dấu" in await town.tap(CUONG, "Chốt")
    assert not await closed(town)
    assert "Có mặt 1/3" in await town.tap(CUONG, "Xem danh sách")
    await town.tap(CUONG, "Chốt")
    assert "có mặt 1/3" in await town.tap(CUONG, "Ghi vắng, chốt")
    assert await standings(town) == ["present", "absent", "absent"]


async def test_a_line_that_was_read_back_comes_first(town: Town) -> None:
    await opened(town, MAI, SON, TUAN)
    await town.write(CUONG, "vang 2")
    assert "Đến thêm: 3" in await town.write(CUONG, "them 3")
    assert "CHƯA GHI" in await town.tap(CUONG, "Chốt")
    assert not await closed(town)
    assert "có mặt 2/3" in await town.tap(CUONG, "Đúng, chốt luôn")
    assert await standings(town) == ["present", "absent", "present"]


async def test_whoever_is_away_is_told_when_the_day_is_over(town: Town) -> None:
    await opened(town, MAI, NGA)
    await town.write(CUONG, "vắng 2")
    await town.tap(CUONG, "Đúng, chốt luôn")
    await town.go_to(clock(21, 9, 59))
    assert not await says(town, NGA, "được ghi là vắng")
    await town.go_to(clock(21, 10, 5))
    assert await says(town, NGA, "được ghi là vắng, người ghi: Vũ Văn Cường")
    assert not await says(town, MAI, "được ghi là vắng")


async def test_put_right_before_the_end_nothing_is_told(town: Town) -> None:
    await opened(town, MAI, NGA)
    await town.write(CUONG, "vắng 2")
    await town.tap(CUONG, "Đúng, chốt luôn")
    await town.tap(CUONG, "Sửa danh sách")
    await town.write(CUONG, "đủ")
    await town.tap(CUONG, "Đúng, chốt luôn")
    before = len(await town.heard(NGA))
    await town.go_to(clock(21, 12))
    assert len(await town.heard(NGA)) == before


async def test_put_right_afterwards_the_notice_and_the_complaint_say_so(town: Town) -> None:
    await opened(town, MAI, NGA)
    await town.write(CUONG, "vắng 2")
    await town.tap(CUONG, "Đúng, chốt luôn")
    roll = town.phone(CUONG).last
    await town.go_to(clock(21, 10, 5))
    notice = next(m for m in town.phone(NGA).messages if "ghi là vắng" in m.text)
    await town.tap(NGA, "Ghi chưa đúng", notice)
    complaint = next(m for m in town.phone(CUONG).messages if "báo có mặt" in m.text)
    await town.tap(CUONG, "Sửa danh sách", roll)
    await town.write(CUONG, "đủ")
    await town.tap(CUONG, "Đúng, chốt luôn")
    await town.settle()
    assert "đã sửa thành có mặt" in notice.text
    assert notice.labels == []
    assert "Đã xem lại" in complaint.text
    assert complaint.labels == []


async def test_a_list_closed_after_the_end_tells_at_once(town: Town) -> None:
    await opened(town, MAI, NGA)
    await town.go_to(clock(21, 10, 20))
    await town.phone(CUONG).press("s.roll:1", town.phone(CUONG).last.message_id)
    await town.write(CUONG, "vắng 2")
    await town.tap(CUONG, "Đúng, chốt luôn")
    assert await says(town, NGA, "được ghi là vắng")


async def test_what_is_added_to_is_said_and_it_can_be_set(town: Town) -> None:
    await opened(town, MAI)
    assert "Đến thêm: 3\n" in await town.write(CUONG, "thêm 3")
    assert "Đến thêm: 3 → 7" in await town.write(CUONG, "them 4")
    await town.tap(CUONG, "+ đến thêm")
    assert "Đến thêm: 7 → 6" in await town.tap(CUONG, "−1")
    assert "Đến thêm: 6 → 3" in await town.write(CUONG, "đến thêm: 3")
    assert await town.sql("SELECT extra FROM roll_call") == [(3,)]
    assert "từ 0 đến" in await town.write(CUONG, "đến thêm: 9999")
    await town.phone(CUONG).press("s.plus:1:-5", town.phone(CUONG).last.message_id)
    await town.settle()
    assert await town.sql("SELECT extra FROM roll_call") == [(3,)]


async def test_before_the_start_it_is_asked_and_who_is_late_is_said(town: Town) -> None:
    await opened(town, MAI, SON, at=clock(21, 6, 50))
    await town.press(SON, "s.late:2")
    asked = await town.tap(CUONG, "Chốt")
    assert "Chưa đến giờ: 7h00" in asked
    assert "2 người chưa đánh dấu, trong đó 1 người báo đến muộn" in asked
    await town.tap(CUONG, "Đủ cả")
    labels = town.phone(CUONG).last.labels
    assert any(label.startswith("✅⏰ 2.") for label in labels), "late stays late"
    assert "Chưa đến giờ" in await town.tap(CUONG, "Chốt"), "also where nobody is missing"
    assert not await closed(town)
    assert "có mặt 2/2" in await town.tap(CUONG, "Vẫn chốt")


async def test_said_in_one_line_it_is_read_back_first(town: Town) -> None:
    await opened(town, MAI, SON, TUAN)
    for words in ("vang 3, chot", "vang 3 chot luon", "vắng 3 rồi chốt sổ"):
        assert "vắng" in await town.write(CUONG, words)
        assert "Đúng, chốt luôn" in [b.text for b in town.phone(CUONG).last.buttons]
        assert not await closed(town)
    assert "có mặt 2/3" in await town.tap(CUONG, "Đúng, chốt luôn")


async def test_of_a_list_on_which_nobody_is_it_is_asked(town: Town) -> None:
    await opened(town)
    assert "ghi 0 người" in await town.write(CUONG, "chot")
    assert not await closed(town)
    await town.tap(CUONG, "Vẫn chốt")
    assert await closed(town)
