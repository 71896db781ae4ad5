"""«chưa đạt thiếu sổ đỏ», «đạt rồi cảm ơn bác»: of the one report that waits, comma or none."""

import pytest

from tests.helpers.assignments import give, numbered, report, row
from tests.helpers.sent import reports, taken
from tests.town import BINH, HOA, LAN, THANG, Town, clock, says

RETURNS = {
    "chua dat thieu so do": "thieu so do",
    "chưa đạt thiếu hóa đơn": "thiếu hóa đơn",
    "chưa đạt còn thiếu 2 hộ": "còn thiếu 2 hộ",
    "ko dat thieu chu ky": "thieu chu ky",
}
PASSES = ["dat roi cam on bac", "đạt rồi cảm ơn em", "đạt, cảm ơn em", "dat roi cam on nhe"]


@pytest.fixture(params=[False, True])
async def waiting(town: Town, request: pytest.FixtureRequest) -> Town:
    """Bình's report waits for Thắng, who may have work of his own."""
    await taken(town, 147)
    if request.param:
        await give(town, LAN, "Thắng", "Báo cáo quý", "27/11")
        await town.write(THANG, "nhận 148")
    await report(town)
    await town.later(minutes=1)
    return town


@pytest.mark.parametrize("words", RETURNS)
async def test_it_is_sent_back_for_what_is_wanting(waiting: Town, words: str) -> None:
    said = await waiting.write(THANG, words)
    await waiting.later(minutes=11)
    assert await reports(waiting) == [(147, "returned")], said
    assert await says(waiting, BINH, RETURNS[words])


@pytest.mark.parametrize("words", PASSES)
async def test_it_passes(waiting: Town, words: str) -> None:
    said = await waiting.write(THANG, words)
    assert await row(waiting, "state") == ("done",), said


@pytest.mark.parametrize("words", ["chưa đạt thiếu hóa đơn", "dat roi cam on bac"])
async def test_right_under_its_card(waiting: Town, words: str) -> None:
    card = next(m for m in reversed(waiting.phone(THANG).messages) if "147" in m.text)
    await waiting.write(THANG, words, reply_to=card)
    await waiting.later(minutes=11)
    assert await reports(waiting) in ([(147, "returned")], [(147, "passed")])


@pytest.mark.parametrize(
    "words", ["đặt rồi cảm ơn bác", "chưa đặt thiếu tiền", "đặt rồi", "chưa đạt không sao"]
)
async def test_what_is_no_verdict_decides_nothing(waiting: Town, words: str) -> None:
    await waiting.write(THANG, words)
    assert await reports(waiting) == [(147, "sent")]


async def test_of_two_reports_it_is_asked_which(town: Town) -> None:
    await taken(town, 147)
    await give(town, THANG, "Hoa", "Lập danh sách", "27/11")
    await town.write(HOA, "nhận 148")
    await report(town)
    await town.write(HOA, "xong 148, đã nộp đủ")
    await town.tap(HOA, "Gửi")
    await town.later(minutes=1)
    for words in ("chua dat thieu so do", "dat roi cam on bac"):
        assert "việc nào" in await town.write(THANG, words)
    assert {state for _, state in await reports(town)} == {"sent"}


@pytest.mark.parametrize("words", ["chua dat thieu so do", "dat roi cam on bac"])
async def test_who_decides_nothing_gives_no_verdict(waiting: Town, words: str) -> None:
    for who in (BINH, HOA):
        await waiting.write(who, words)
    assert await reports(waiting) == [(147, "sent")]


async def test_what_is_said_of_other_work_is_no_word_on_it(town: Town) -> None:
    """«147 đạt. 148 nhắc Hoa mai nộp nốt»: both are read back."""
    await numbered(town, (THANG, "Hoa", "Danh sách hộ nghèo", "27/11"))
    await town.write(BINH, "nhận 147")
    await report(town)
    await town.later(minutes=1)
    said = await town.write(THANG, "147 dat. 148 nhac Hoa mai nop not")
    assert "148" in said
    assert "mai nop not" in said
    assert await reports(town) == [(147, "sent")]
    await town.write(THANG, "gửi")
    assert await reports(town) == [(147, "passed")]
    await town.later(minutes=11)
    assert not await says(town, BINH, "nop not")


async def test_the_day_that_it_has_is_no_week_later(town: Town) -> None:
    await numbered(town, (THANG, "Hoa", "Dọn biển", "28/11"))
    await town.go_to(clock(25, 9))
    said = await town.write(THANG, "148 đồng ý đến t7")
    assert "5/12" not in said
    assert "28/11" in said
    assert await town.sql(
        "SELECT date(due_at, 'unixepoch') FROM assignment WHERE number = 148"
    ) == [("2026-11-28",)]
