"""A good word is told to whoever is named; what stands in the way of one's own work is no
denunciation."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, HOA, THANG, Town, says


@pytest.fixture(autouse=True)
async def work(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "nhận")


async def test_praise_names_somebody(town: Town) -> None:
    """Read back, kept, and heard by whoever is praised."""
    said = await town.write(THANG, "khen chi Hoa lam chu nhat xanh tot")
    assert "biểu dương đ/c Nguyễn Thị Hoa" in said
    assert not await says(town, HOA, "biểu dương")
    await town.tap(THANG, "Gửi")
    await town.later(minutes=1)
    assert await says(town, HOA, "lam chu nhat xanh tot")
    assert "nhắn lời biểu dương" in await town.write(THANG, "biểu dương đ/c Bình")
    await town.write(THANG, "cam on Binh da lo cho 2 ho truoc Tet")
    await town.write(THANG, "gửi")
    await town.later(minutes=1)
    assert await says(town, BINH, "cam on Binh da lo cho 2 ho truoc Tet")
    said = await town.write(THANG, "147 lam tot lam, khen Binh")
    assert "147" in said
    await town.tap(THANG, "Gửi")
    kept = await town.sql("SELECT kind FROM journal WHERE event = 'praised' ORDER BY id")
    assert kept == [("person",), ("person",), ("assignment",)]


async def test_thanks_are_the_words_of_a_praise(town: Town) -> None:
    """«cảm ơn …» was heard as mere courtesy, and lost."""
    await town.write(THANG, "biểu dương 147")
    assert "cam on Binh da lo" in await town.write(THANG, "cam on Binh da lo cho 2 ho truoc Tet")
    await town.tap(THANG, "Gửi")
    await town.later(minutes=1)
    assert await says(town, BINH, "cam on Binh da lo")


async def test_an_obstacle_of_ones_own_work_is_no_denunciation(town: Town) -> None:
    line = "147 vuong: con 6 ho chua nhan tien, ho doi gia cao hon, xin y kien thuong truc"
    assert "khiếu nại" not in await town.write(BINH, line)
    [(blocked,)] = await town.sql("SELECT blocked FROM assignment WHERE number = 147")
    assert blocked.startswith("con 6 ho chua nhan tien")
    assert "khiếu nại" in await town.write(
        BINH, "con 6 ho chua nhan tien, ho doi gia cao hon, tố cáo cán bộ xã nhận tiền"
    )


async def test_a_wish_for_an_opinion_goes_to_whoever_gave_the_work(town: Town) -> None:
    said = await town.write(BINH, "xin c cho y kien")
    assert "đ/c Lê Văn Thắng" in said
    await town.tap(BINH, "Chuyển lời")
    assert await says(town, THANG, "xin c cho y kien")
