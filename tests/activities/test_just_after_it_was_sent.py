"""A day that was sent a moment ago is the one that the next line changes; what was read back takes
no line of something else, and whoever leads a point of it answers in words."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.begun import begun
from tests.helpers.scenes import move_in
from tests.town import BINH, HOA, Town, clock, says

WHOLE = "thu 7 28/11 don ve sinh bai bien Tra Co 7h, tap trung o cong den, anh Binh phu trach"


@begun
async def sent(town: Town) -> Town:
    await town.work(move_in(town))
    await open_saturday(town, 60, 1, clock(22, 7), title="Làm đường hoa")
    await town.write(HOA, WHOLE)
    await town.write(HOA, "gửi")
    return town


async def test_another_hour_is_of_that_day(sent: Town) -> None:
    said = await sent.write(HOA, "doi gio thanh 6h45")
    assert "bai bien" in said
    assert "28/11 6h45" in said
    assert "vẫn là thứ Bảy, 28/11 7h00" in await sent.write(HOA, "k, giu nguyen")


@pytest.mark.parametrize(
    "words", ["them diem Ka Long, 30 ng cho buoi don ve sinh bai bien", "tăng lên 80 chỗ"]
)
async def test_another_hour_that_is_read_back_takes_no_other_line(sent: Town, words: str) -> None:
    await sent.write(HOA, "đổi giờ thành 6h45")
    said = await sent.write(HOA, words)
    assert "Chưa rõ ngày giờ" not in said
    assert "CHƯA GỬI" in said


async def test_a_point_more_ends_where_the_day_begins(sent: Town) -> None:
    said = await sent.write(HOA, "them diem Binh Ngoc 30 ng vao buoi don ve sinh bai bien")
    assert "Thêm điểm: Binh Ngoc – 30" in said
    said = await sent.write(HOA, "khong, them diem Binh Ngoc, 20 cho, chi Hoa phu trach")
    assert "Nguyễn Thị Hoa – 20" in said
    assert "– 30" not in said


@pytest.mark.parametrize("words", ["da biet nhe chau", "ok cháu, bác biết rồi cháu nhé"])
async def test_whoever_leads_it_knows_it(sent: Town, words: str) -> None:
    assert "Cảm ơn" in await sent.write(BINH, words)


async def test_whoever_cannot_come_is_asked_of_which_day(sent: Town) -> None:
    await sent.go_to(clock(23, 9))
    words = "ok hom do toi ban viec gia dinh, nho ai di thay dc k"
    await sent.write(BINH, words)
    await sent.tap(BINH, sent.phone(BINH).last.labels[0])
    assert await says(sent, HOA, "viec gia dinh")
