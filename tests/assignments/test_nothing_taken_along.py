"""An answered form is over, a result is no reason, an old draft gives its words to nothing."""

import pytest

from tests.helpers.assignments import give, last, number_from, row
from tests.town import BINH, THANG, Town, clock, says


async def taken(town: Town, until: str = "27/11") -> None:
    town.now = clock(23, 9)
    await number_from(town, 147)
    await give(town, THANG, "Bình", when=until)
    await town.write(BINH, "nhận 147")


async def obstacle(town: Town) -> str:
    return str((await row(town, "blocked"))[0])


@pytest.mark.parametrize("remark", ["di duong mua qua chi oi", "hôm nay mưa quá", "máy in hỏng"])
async def test_a_remark_after_an_obstacle_is_no_second_one(town: Town, remark: str) -> None:
    await taken(town)
    await town.tap(BINH, "Vướng mắc")
    await town.write(BINH, "phường chưa gửi danh sách")
    await town.later(minutes=2)
    told = len(await town.heard(THANG))
    await town.write(BINH, remark)
    await town.later(minutes=2)
    assert await obstacle(town) == "phường chưa gửi danh sách"
    assert len(await town.heard(THANG)) == told


async def test_an_obstacle_that_is_named_is_one_wherever_it_is_said(town: Town) -> None:
    await taken(town)
    await town.write(BINH, "vướng kinh phí chưa duyệt")
    assert await obstacle(town)


@pytest.mark.parametrize("why", ["vì mưa", "vi mua", "do ốm", "tại kẹt xe", "vì phường chưa gửi"])
async def test_a_short_reason_is_heard_with_the_day(town: Town, why: str) -> None:
    await taken(town, "24/11")
    assert "Lý do?" not in await town.write(BINH, f"gia han 147 den thu 5 {why}")
    assert why.split(maxsplit=1)[1] in await last(town, THANG)


@pytest.mark.parametrize(
    "result", ["da nop du bien ban 6 ho", "xong rồi chị ạ", "em đã làm xong 6 hộ"]
)
async def test_a_result_is_never_a_reason(town: Town, result: str) -> None:
    await taken(town, "24/11")
    assert "Lý do?" in await town.write(BINH, "gia hạn 147 đến thứ 5")
    await town.write(BINH, result)
    assert not await says(town, THANG, "xin gia hạn")


@pytest.mark.parametrize("wish", ["xin them 3 ngay", "cho em thêm 3 ngày", "thêm 3 ngày nữa nhé"])
async def test_so_many_days_are_counted_from_the_limit(town: Town, wish: str) -> None:
    await taken(town, "24/11")
    assert "27/11" in await town.write(BINH, wish)
    await town.write(BINH, "chờ số liệu của phường")
    assert "27/11" in await last(town, THANG)


async def test_a_wish_for_days_is_no_reason(town: Town) -> None:
    await taken(town, "24/11")
    await town.write(BINH, "gia hạn 147 đến 26/11")
    assert "27/11" in await town.write(BINH, "xin thêm 3 ngày")
    assert not await says(town, THANG, "xin gia hạn")


async def test_an_old_draft_gives_its_words_to_nothing(town: Town) -> None:
    await taken(town)
    await town.write(BINH, "xong 147 roi a, 6 ho da ky")
    assert "Kết quả: 6 ho da ky" in await town.screen(BINH)
    await town.later(hours=3)
    assert "6 ho" not in await town.write(BINH, "xong 147")
    said = await town.write(BINH, "4 hộ ký, 2 hộ vắng")
    assert "4 hộ ký" in said
    assert "6 ho" not in said
    await town.later(hours=3)
    assert "4 hộ" not in await town.write(BINH, "xong 147, cả 6 hộ đã ký")


async def test_a_bare_number_shows_the_work_and_the_question_stays(town: Town) -> None:
    await taken(town)
    await town.write(BINH, "xong 147")
    assert "Vận động 6 hộ" in await town.write(BINH, "147")
    assert "CHƯA GỬI" in await town.write(BINH, "6 hộ đã ký")
