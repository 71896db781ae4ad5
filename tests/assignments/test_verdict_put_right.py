"""«nhầm, đạt rồi», «nhầm, chưa đạt»: for ten minutes the same head puts the verdict right."""

import pytest

from tests.helpers.assignments import report, row
from tests.helpers.sent import reports, taken
from tests.town import BINH, LAN, THANG, Town, says


@pytest.fixture
async def reported(town: Town) -> Town:
    await taken(town, 147)
    await report(town)
    return town


PASSES = [
    "nhầm, đạt rồi",
    "nham, dat",
    "a nham, dat roi",
    "147 nhầm, đạt",
    "đạt rồi nhé, lúc nãy nhầm",
]
FAILS = ["nham, chua dat", "nhầm, chưa đạt, thiếu ds", "nham. tra lai", "chưa đạt đâu, nhầm"]


@pytest.mark.parametrize("words", PASSES)
@pytest.mark.parametrize("minutes", [0, 5])
async def test_what_was_sent_back_passes(reported: Town, words: str, minutes: int) -> None:
    town = reported
    await town.write(THANG, "147 chưa đạt, thiếu danh sách")
    await town.later(minutes=minutes)
    assert "thành đạt" in await town.write(THANG, words)
    assert await reports(town) == [(147, "returned")]
    await town.write(THANG, "gửi")
    assert await row(town, "state") == ("done",)
    assert await reports(town) == [(147, "passed")]
    await town.later(minutes=1)
    assert await says(town, BINH, "đã được duyệt đạt")


@pytest.mark.parametrize("words", FAILS)
@pytest.mark.parametrize("minutes", [0, 5])
async def test_what_passed_is_sent_back(reported: Town, words: str, minutes: int) -> None:
    town = reported
    await town.write(THANG, "147 đạt")
    await town.later(minutes=minutes)
    assert "trả lại" in await town.write(THANG, words)
    await town.write(THANG, "gửi")
    assert await row(town, "state") == ("doing",)
    assert await reports(town) == [(147, "returned")]
    await town.later(minutes=1)
    assert await says(town, BINH, "được trả lại để bổ sung")


async def test_later_nothing_is_put_right(reported: Town) -> None:
    town = reported
    await town.write(THANG, "147 chưa đạt, thiếu danh sách")
    await town.later(minutes=11)
    await town.write(THANG, "nhầm, đạt rồi")
    await town.write(THANG, "gửi")
    assert await reports(town) == [(147, "returned")]


async def test_nobody_elses_verdict_and_no_left_one(reported: Town) -> None:
    town = reported
    await town.write(THANG, "147 chưa đạt, thiếu danh sách")
    await town.write(LAN, "nhầm, đạt rồi")
    assert not town.phone(LAN).can_tap("Gửi")
    await town.write(THANG, "nhầm, đạt rồi")
    await town.write(THANG, "thôi")
    assert await reports(town) == [(147, "returned")]
