"""Whoever does the work of somebody absent is named, and so is for whom they tell it."""

import pytest

from tests.helpers.assignments import give, last, number_from
from tests.town import BINH, HOA, THANG, Town


@pytest.fixture(autouse=True)
async def away(town: Town) -> None:
    """Bình, who leads 147, is away today; Hoa does his work."""
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "hôm nay em nghỉ, nhờ Hoa làm thay")
    await town.write(BINH, "đúng")
    await town.write(HOA, "nhận 147")


async def test_a_report_says_who_tells_it_and_for_whom(town: Town) -> None:
    assert "Báo thay đ/c Nguyễn Văn Bình" in await town.write(HOA, "xong 147 6/6 hộ")
    await town.write(HOA, "gửi")
    card = await last(town, THANG)
    assert "Đ/c Nguyễn Thị Hoa báo: 6/6 hộ" in card
    assert "Báo thay đ/c Nguyễn Văn Bình" in card


async def test_so_do_an_obstacle_and_a_wish_for_more_time(town: Town) -> None:
    await town.write(HOA, "147 vướng chưa có xe")
    await town.later(minutes=5)
    assert "Đ/c Nguyễn Thị Hoa, thay đ/c Nguyễn Văn Bình báo vướng" in await last(town, THANG)
    await town.write(HOA, "147 xin gia hạn đến 11/12 vì chờ phường")
    wish = await last(town, THANG)
    assert "Đ/c Nguyễn Thị Hoa, thay đ/c Nguyễn Văn Bình, xin gia hạn" in wish


async def test_a_question_goes_to_whoever_gave_it_and_not_to_the_absent(town: Town) -> None:
    assert "Lê Văn Thắng" in await town.write(HOA, "có cần chụp ảnh 147 không ạ")
    await town.write(HOA, "ok")
    assert "có cần chụp ảnh" in await last(town, THANG)


async def test_the_lead_alone_is_named_otherwise(town: Town) -> None:
    await town.write(BINH, "đi làm lại")
    await town.write(BINH, "xong 147 6/6 hộ")
    await town.write(BINH, "gửi")
    card = await last(town, THANG)
    assert "Đ/c Nguyễn Văn Bình báo: 6/6 hộ" in card
    assert "thay" not in card
