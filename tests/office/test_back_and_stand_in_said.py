"""After leave was told: «mai em đi làm lại» ends it sooner, «để Bắc làm thay» names who stands in;
both are read back."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.scenes import BAC, move_in
from tests.helpers.sent import taken
from tests.town import BINH, HOA, Town, clock, says

ROWS = "SELECT first, last, stand_in_id FROM absence"


@begun
async def away(town: Town) -> Town:
    """From today on, a week long, and Hoa stands in."""
    await town.work(move_in(town))
    town.phone(BAC)
    await taken(town, 147)
    await town.write(BINH, "nghỉ từ hôm nay đến 27/11, Hoa làm thay")
    await town.write(BINH, "đúng")
    await town.go_to(clock(23, 9))
    return town


@pytest.mark.parametrize(
    "words",
    [
        "t4 e di lam lai",
        "thứ 4 em đi làm",
        "den t4 e moi di lam",
        "t4 em quay lại làm",
        "t4 e len co quan",
    ],
)
async def test_a_day_to_come_is_read_back_first(away: Town, words: str) -> None:
    said = await away.write(BINH, words)
    assert "CHƯA GHI" in said
    assert "24/11" in said
    assert await away.sql(ROWS) == [("2026-11-19", "2026-11-27", away.person(HOA))]
    await away.write(BINH, "đúng")
    assert await away.sql(ROWS) == [("2026-11-23", "2026-11-24", away.person(HOA))]


@pytest.mark.parametrize("words", ["e di lam lai roi", "nay e di lam lai", "thoi e k nghi nua"])
async def test_from_today_on_at_once(away: Town, words: str) -> None:
    assert "đi làm" in await away.write(BINH, words)
    assert await away.sql(ROWS) == []
    assert await says(away, HOA, "đã đi làm")
    assert await away.sql("SELECT 1 FROM journal WHERE event = 'note'") == []


async def test_after_its_last_day_nothing_changes(away: Town) -> None:
    assert "Chưa đổi gì" in await away.write(BINH, "30/11 em đi làm lại")
    assert len(await away.sql(ROWS)) == 1


NAMED = [
    "de bac lam thay",
    "nhờ Bắc làm thay",
    "bac lam thay e",
    "e ban giao cho bac",
    "có gì hỏi Bắc",
]


@pytest.mark.parametrize("words", NAMED)
@pytest.mark.parametrize("kept", [True, False])
async def test_who_stands_in_is_named_afterwards(town: Town, words: str, kept: bool) -> None:
    await town.work(move_in(town))
    town.phone(BAC)
    await taken(town, 147)
    await town.write(BINH, "thứ 2 em nghỉ")
    if kept:
        await town.write(BINH, "không cần ai")
        await town.write(BINH, "đúng")
        assert await town.sql(ROWS) == [("2026-11-23", "2026-11-23", None)]
    said = await town.write(BINH, words)
    assert "CHƯA GHI" in said
    assert "Lê Bắc" in said
    await town.write(BINH, "đúng")
    assert await town.sql(ROWS) == [("2026-11-23", "2026-11-23", town.person(BAC))]
    assert await town.sql("SELECT 1 FROM assignment_request") == []
