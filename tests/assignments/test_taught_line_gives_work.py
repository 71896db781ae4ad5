"""«Hoa: gọi điện tổ trưởng, 18/12», as the welcome teaches it, gives work, whatever stands unsent
or is asked; what is told or asked of somebody does not."""

import pytest

from tests.helpers.assignments import give, given, number_from
from tests.helpers.begun import begun
from tests.helpers.scenes import COLLEAGUES, move_in
from tests.town import BINH, LAN, THANG, Town

GIVEN = (
    "Hoa: goi dien to truong, 18/12",
    "Hoa: viết báo cáo quý, 25/12",
    "Bac: quet san, 18/12",
    "bắc: quét sân, 18/12",
    "anh: dat hoa, 18/12",
    "Tuyên: nhắc các tổ nộp số liệu, 18/12",
    "Bắc: hỏi lại xã về giấy mời, thứ 6",
    "Đ/c Hoa: hủy hợp đồng thuê phông bạt, 18/12",
    "Hoa - goi dien to truong - 18/12",
    "Nam: nộp báo cáo, thứ 6",
    "Tuyen: gia han hop dong thue, 18/12",
    "Tuyên: gia hạn thẻ bảo hiểm, 18/12",
    "Bac: di Hai Xuan, 18/12",
)
NOT_GIVEN = (
    "Hoa: thứ 6",
    "Hoa: xong chưa, thứ 6 phải nộp",
    "Hoa nghỉ thứ 6",
    "Hoa: nghỉ ốm thứ 6",
    "Hoa: hạn đến 30/11",
    "Tuyen: gia han, 18/12",
    "Tuyên: gia hạn đến 18/12",
    "Hoa: hôm qua đã gọi tổ trưởng",
)
DRAFT = "Bình: quét vôi tường, 17/12"


@begun
async def of_several(town: Town) -> None:
    """Bắc has two pieces of work, Hoa, Tuyên and Thắng one each."""
    await town.work(move_in(town))
    for who in COLLEAGUES:
        town.phone(who)
    await number_from(town, 144)
    for lead in ("Bắc", "Bắc", "Hoa", "Tuyên", "Thắng"):
        await give(town, LAN, lead)


@pytest.mark.parametrize(
    "asked",
    ["", DRAFT, "giao việc", "Bắc đang ở đâu", "báo vướng", "hủy 148"],
    ids=["nothing", "draft", "form", "which", "hindered", "why"],
)
async def test_it_gives_work_whatever_is_open(town: Town, of_several: None, asked: str) -> None:
    before = await given(town)
    for line in GIVEN:
        if asked:
            await town.write(THANG, asked)
        said = await town.write(THANG, line)
        assert "CHƯA GIAO" in said or "Hạn đến khi nào" in said, line
        await town.write(THANG, "/huy")
    assert await given(town) == before
    assert await town.sql("SELECT 1 FROM journal WHERE event = 'block'") == []


async def test_what_is_told_or_asked_gives_none(town: Town, of_several: None) -> None:
    for line in NOT_GIVEN:
        await town.write(THANG, DRAFT)
        assert f"{line.partition(': ')[2] or line}\n⏰" not in await town.write(THANG, line), line
        await town.write(THANG, "/huy")


async def test_the_next_order_stands_beside_the_draft(town: Town, of_several: None) -> None:
    await town.write(THANG, "Bình: quét vôi tường, 17/12")
    said = await town.write(THANG, "Hoa: goi dien to truong, 18/12")
    assert "quét vôi tường" in said
    assert "2. đ/c Nguyễn Thị Hoa: goi dien to truong" in said


@pytest.mark.parametrize("decided", ["", "Đồng ý", "144 đồng ý đến thứ 7"])
async def test_under_the_day_of_a_wish_it_is_no_day(
    town: Town, of_several: None, decided: str
) -> None:
    """«Ngày khác» was tapped, and the wish was decided or not: the day of an order grants none,
    and words that come later are not swallowed by what is over."""
    await give(town, THANG, "Bình", "Đo đạc")
    await town.write(BINH, "149 xin gia hạn đến 26/11, cho chờ tư liệu")
    await town.tap(THANG, "Ngày khác")
    if decided == "Đồng ý":
        await town.tap(THANG, decided)
    elif decided:
        await town.write(THANG, decided.replace("144", "149"))
    assert "CHƯA GIAO" in await town.write(THANG, GIVEN[0])
    await town.write(THANG, "/huy")
    if decided:
        assert "đã xử lý" not in await town.write(THANG, "thoi t7")


async def test_whoever_gives_none_gives_none(town: Town, of_several: None) -> None:
    assert "CHƯA GIAO" not in await town.write(BINH, GIVEN[0])
