"""«đồng ý cho Bình đến 16/12», «cho phép Bình gia hạn 147»: granted by the name of whose it is."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, HOA, THANG, Town


@pytest.fixture(autouse=True)
async def wish(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "nhận")
    await town.write(BINH, "gia hạn 147 đến 11/12, chờ UBND phường")


async def due(town: Town) -> str:
    [(day,)] = await town.sql("SELECT due_at FROM assignment WHERE number = 147")
    return str(day)[:10]


async def test_until_the_day_that_is_said(town: Town) -> None:
    was = await due(town)
    assert "16/12" in await town.write(THANG, "đồng ý cho Bình đến 16/12")
    assert await due(town) == was
    await town.write(THANG, "gửi")
    assert await due(town) == "2026-12-16"


async def test_without_a_day_the_wish_is_shown(town: Town) -> None:
    was = await due(town)
    assert "147" in await town.write(THANG, "cho phep Binh gia han 147")
    assert "Đồng ý" in town.phone(THANG).last.labels
    await town.write(THANG, "cho phép Hoa gia hạn 147")
    assert await due(town) == was


async def hoa_asks_too(town: Town) -> None:
    """Her wish is the newest."""
    await give(town, THANG, "Hoa", "Soạn giấy mời", "thứ 6")
    await town.write(HOA, "nhận")
    await town.write(HOA, "gia hạn 148 đến 4/12, chờ phường")


@pytest.mark.parametrize(
    "words",
    [
        "Binh de den thu 4 duoc",
        "cho binh den thu 4",
        "ok cho anh Bình lùi đến thứ 4 nhé",
        "Bình thì đến thứ 4",
        "Bình gia hạn đến thứ 4 cũng được",
    ],
)
async def test_it_is_theirs_who_is_named(town: Town, words: str) -> None:
    """Another's wish, which came later, or whose day was just asked, was granted instead."""
    await hoa_asks_too(town)
    await town.tap(THANG, "Ngày khác")
    said = await town.write(THANG, words)
    assert "NV-2026-0147" in said
    assert "thứ Tư, 25/11" in said
    await town.tap(THANG, "Gửi")
    assert await due(town) == "2026-11-25"
    wishes = await town.sql("SELECT state FROM assignment_request ORDER BY id")
    assert wishes == [("granted",), ("pending",)]


async def test_who_asked_for_nothing_takes_nobody_elses(town: Town) -> None:
    was = await due(town)
    await town.tap(THANG, "Ngày khác")
    assert "Đ/c Nguyễn Thị Hoa hiện không có" in await town.write(THANG, "Hoa de den thu 4 duoc")
    assert await due(town) == was


@pytest.mark.parametrize("words", ["dong y gia han", "ok cho gia hạn", "duyệt gia hạn nhé"])
async def test_the_one_wish_is_granted_in_words(town: Town, words: str) -> None:
    await town.write(THANG, words)
    assert await due(town) == "2026-12-11"


async def test_of_several_wishes_it_is_asked_which(town: Town) -> None:
    await hoa_asks_too(town)
    said = await town.write(THANG, "dong y gia han")
    assert "việc nào" in said
    await town.tap(THANG, "147 – Vận động 6 hộ")
    assert await due(town) == "2026-12-11"
