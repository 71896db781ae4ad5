"""Questions, requests and withdrawals: what each side sees afterwards."""

from datetime import datetime

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, ICT, THANG, Town


@pytest.fixture(autouse=True)
async def from_147(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")


async def test_the_day_that_was_asked_from_stays_on_the_request(town: Town) -> None:
    await town.write(BINH, "gia hạn 147 đến 27/11 vì chờ số liệu của phường")
    await town.tap(THANG, "Đồng ý")
    asked = next(one for one in reversed(await town.heard(THANG)) if "xin gia hạn" in one)
    assert "thứ Sáu, 20/11 17h00 → thứ Sáu, 27/11 17h00 (lần 1)" in asked


async def test_words_after_a_question_are_its_answer(town: Town) -> None:
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    await town.tap(THANG, "147")
    await town.tap(THANG, "Hỏi")
    await town.write(THANG, "bao gio xong, vuong o dau?")
    answered = await town.write(BINH, "da thao go xong, con 2 ho, t6 xong a")
    assert "chuyển tới đ/c Lê Văn Thắng" in answered
    assert any("con 2 ho, t6 xong a" in one for one in await town.heard(THANG))
    assert "Đã ghi vào NV-2026-0147" in await town.write(BINH, "đang làm, gần xong")


@pytest.mark.parametrize("words", ["vướng gì?", "vướng ở đâu?"])
async def test_what_is_to_be_asked_is_no_list_of_ones_own(town: Town, words: str) -> None:
    """«vướng gì?» showed the list of blocked work, and nobody was asked."""
    await town.tap(THANG, "147")
    await town.tap(THANG, "Hỏi")
    await town.write(THANG, words)
    assert any(words in one for one in await town.heard(BINH))


async def test_what_is_withdrawn_before_it_came_sends_nothing(town: Town) -> None:
    await town.go_to(datetime(2026, 11, 20, 7, 0, tzinfo=ICT))
    before = len(await town.heard(BINH))
    await give(town, THANG, "Bình", "Việc giao nhầm", "27/11")
    await town.tap(THANG, "Hoàn tác")
    await town.go_to(datetime(2026, 11, 20, 7, 20, tzinfo=ICT))
    assert not [one for one in (await town.heard(BINH))[before:] if "0148" in one]


async def test_an_old_button_of_what_is_over_says_so_at_once(town: Town) -> None:
    card = town.phone(BINH).last
    await town.sql("UPDATE assignment SET state = 'done', ended_at = issued_at WHERE number = 147")
    await town.phone(BINH).press("a.release:2", card.message_id)
    await town.settle()
    assert "đã hoàn thành" in town.phone(BINH).toasts[-1].text
    assert await town.sql("SELECT count(*) FROM expectation") == [(0,)]
