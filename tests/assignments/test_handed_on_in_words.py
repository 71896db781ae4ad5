"""«chuyển 157 sang Bắc giúp em», «bắc làm 157 nhé» from the lead is a wish, read back; from a head
it is an order, read back; without a number it is of the one piece of work it can be of."""

import pytest

from tests.helpers.assignments import row
from tests.helpers.scenes import BAC, move_in
from tests.helpers.sent import taken
from tests.town import BINH, HOA, THANG, Town

WISHES = [
    "chuyển 147 sang Bắc giúp em",
    "bac lam 147 nhe",
    "cho Bac lam 147",
    "147 de bac lam",
    "147 để Bắc làm giúp e",
    "e nho bac lam 147",
    "147 bac lam nhe",
    "đổi 147 cho Bắc",
    "bàn giao 147 cho Bắc",
]
ASKED = "SELECT kind FROM assignment_request"


@pytest.fixture(autouse=True)
async def people(town: Town) -> None:
    await town.work(move_in(town))
    town.phone(BAC)


@pytest.mark.parametrize("words", WISHES)
async def test_of_the_number_that_is_named(town: Town, words: str) -> None:
    await taken(town, 144, 147)
    await town.later(hours=1)
    said = await town.write(BINH, words)
    assert "xin chuyển việc NV-2026-0147" in said
    assert "Lê Bắc" in said
    assert await town.sql(ASKED) == []
    await town.tap(BINH, "Xin chuyển")
    assert await town.sql(ASKED) == [("release",)]


@pytest.mark.parametrize("words", ["nhờ Bắc làm hộ e", "bac lam nhe", "chuyen cho bac"])
async def test_without_a_number_of_the_only_one(town: Town, words: str) -> None:
    await taken(town, 147)
    await town.later(hours=1)
    assert "xin chuyển việc NV-2026-0147" in await town.write(BINH, words)


async def test_of_several_it_is_asked(town: Town) -> None:
    await taken(town, 144, 147)
    await town.later(hours=1)
    assert "việc nào" in await town.write(BINH, "nhờ Bắc làm hộ e")
    said = await town.tap(BINH, "147 – Vận động 6 hộ")
    assert "xin chuyển việc NV-2026-0147" in said


@pytest.mark.parametrize("words", ["chuyển 162 sang Bắc giúp em", "bac lam 162 nhe"])
async def test_of_what_is_not_ones_own_it_says_so(town: Town, words: str) -> None:
    await taken(town, 147)
    assert "162" in await town.write(BINH, words)
    assert await town.sql(ASKED) == []


@pytest.mark.parametrize("words", ["bac lam 147 nhe", "chuyển 147 sang Bắc", "147 để Bắc làm"])
async def test_a_head_orders_it(town: Town, words: str) -> None:
    await taken(town, 147)
    assert "Giao lại NV-2026-0147" in await town.write(THANG, words)
    await town.write(THANG, "ok")
    assert await row(town, "lead_id") == (town.person(BAC),)


@pytest.mark.parametrize("words", ["em lam 147 roi", "147 dang lam", "147 em làm nhé"])
async def test_who_does_it_oneself_hands_nothing_on(town: Town, words: str) -> None:
    await taken(town, 147)
    assert "chuyển việc" not in await town.write(BINH, words)


async def test_somebody_elses_work_is_not_wished_away(town: Town) -> None:
    await taken(town, 147)
    await town.write(HOA, "bac lam 147 nhe")
    assert await town.sql(ASKED) == []
