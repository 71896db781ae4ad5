"""A report that came back is sent again in ordinary words, with what was wanting."""

import pytest

from tests.helpers.assignments import give, number_from, report, row
from tests.helpers.begun import begun
from tests.town import BINH, THANG, Town, clock, says


@begun
async def sent_back(town: Town) -> None:
    """147 of Bình came back for a paper; 148 is open too."""
    town.now = clock(23, 9)
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="24/11")
    await give(town, THANG, "Bình", when="28/11", what="Soạn giấy mời")
    await report(town)
    await town.write(THANG, "trả lại 147, thiếu văn bản số 45")
    await town.later(minutes=3)


async def state(town: Town) -> object:
    return (await row(town, "state"))[0]


@pytest.mark.parametrize(
    "line",
    [
        "bo sung sdt roi a",
        "vb 45 day a, e bao xong lai viec 6 ho",
        "da bo sung van ban, e gui lai",
        "em nộp lại đủ rồi ạ",
        "em bo sung roi, gui lai 147",
    ],
)
async def test_with_a_photo(town: Town, sent_back: None, line: str) -> None:
    await town.phone(BINH).photo(line)
    said = await town.screen(BINH)
    assert "Báo xong NV-2026-0147" in said
    assert "Minh chứng: 1 ảnh" in said
    await town.write(BINH, "gui")
    assert await state(town) == "review"
    assert await says(town, THANG, "Minh chứng: 1 ảnh")


@pytest.mark.parametrize("line", ["bao xong lai", "em bổ sung rồi ạ", "147 em gửi lại rồi"])
async def test_with_words_alone(town: Town, sent_back: None, line: str) -> None:
    assert "Báo xong NV-2026-0147" in await town.write(BINH, line)
    await town.write(BINH, "gửi")
    assert await state(town) == "review"


@pytest.mark.parametrize(
    "line",
    ["mai em bổ sung rồi gửi lại", "chưa bổ sung được ạ", "có phải gửi lại không ạ", "148 70%"],
)
async def test_what_sends_nothing(town: Town, sent_back: None, line: str) -> None:
    assert "Báo xong NV-2026-0147" not in await town.write(BINH, line)
    assert await state(town) == "doing"


async def test_other_work_is_not_what_came_back(town: Town, sent_back: None) -> None:
    assert "NV-2026-0147" not in await town.write(BINH, "148 em bổ sung rồi")
