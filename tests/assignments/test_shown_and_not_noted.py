"""What asks for the work, or says that something will be told of it, is shown and asked, and never
noted."""

import pytest

from tests.helpers.assignments import last, notes
from tests.helpers.sent import reports, taken
from tests.town import BINH, THANG, Town

HOW_FAR = "đã làm được khoảng bao nhiêu"
SHOWN = ["147 chi tiết", "xem 147", "147 là việc gì", "147 xem chi tiết ạ", "chi tiết 147"]
TELLS = ["ghi tiến độ", "báo tiến độ", "báo tiến độ 147", "147 ghi tiến độ", "cập nhật tiến độ ạ"]


@pytest.mark.parametrize("asked", ["", "báo xong 147", "147 vướng"])
@pytest.mark.parametrize("words", SHOWN)
async def test_the_work_is_shown(town: Town, asked: str, words: str) -> None:
    await taken(town, 147)
    if asked:
        await town.write(BINH, asked)
    assert "📌 NV-2026-0147" in await town.write(BINH, words)
    assert await notes(town) == []
    assert await reports(town) == []


@pytest.mark.parametrize("asked", ["", "báo xong 147"])
@pytest.mark.parametrize("words", TELLS)
async def test_how_far_it_is_is_asked(town: Town, asked: str, words: str) -> None:
    await taken(town, 147)
    if asked:
        await town.write(BINH, asked)
    assert HOW_FAR in await town.write(BINH, words)
    assert await notes(town) == []
    assert await reports(town) == []


async def test_of_several_it_is_asked_of_which_and_then_how_far(town: Town) -> None:
    await taken(town, 147, 149)
    await town.later(minutes=40)
    assert "nói về việc nào" in await town.write(BINH, "ghi tiến độ")
    await town.tap(BINH, "149 – Vận động 6 hộ")
    assert HOW_FAR in await last(town, BINH)
    assert "NV-2026-0149" in await last(town, BINH)


async def test_of_others_work_it_is_shown(town: Town) -> None:
    await taken(town, 147)
    assert "📌 NV-2026-0147" in await town.write(THANG, "tiến độ 147")
