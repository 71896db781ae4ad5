"""The report, or a list, is asked for while something else is read back or asked: it is shown, and
what was open stays as it was and is sent."""

from typing import Any

import pytest

from domain.access import Role
from tests.helpers.activities import plan_saturday
from tests.helpers.begun import begun
from tests.helpers.reports import overdue
from tests.town import HANH, LAN, Town, clock

WORK = "giao Bình: rà soát hộ nghèo, hạn 27/11"
ASKED = "xin ý kiến chị Lan: cho mượn xe"
CONCLUDED = "KL 1: đồng ý gia hạn đến 27/11"
AWAY = "mai em nghỉ"
WORD = "nhắn Bình: cố lên nhé"
READ_BACK = {WORK: "CHƯA GIAO", ASKED: "CHƯA GỬI", CONCLUDED: "Kết luận XK-001", WORD: "CHƯA GỬI"}
OPEN = {**READ_BACK, "giao Bình: rà soát hộ nghèo": "Hạn đến khi nào", AWAY: "CHƯA GHI"}
REPORTS = {
    "bao cao": "Xin ý kiến 1",
    "báo cáo": "Xin ý kiến 1",
    "/baocao": "Xin ý kiến 1",
    "cho em xem báo cáo": "Xin ý kiến 1",
    "bao cao tuan nay": "Báo cáo tuần 48",
    "bao cao tuan 47": "BÁO CÁO TUẦN 47",
    "báo cáo tháng 11": "BÁO CÁO THÁNG 11",
    "quá hạn": "quá hạn",
}
FEW_WORDS = {
    "thang 11": "BÁO CÁO THÁNG 11",
    "từ đầu năm": "TỪ ĐẦU NĂM",
    "ket luan": "Kết luận của lãnh đạo",
    "tình nguyện": "Số người theo điểm",
}
"""Elsewhere these may be the answer."""


@begun
async def monday(town: Town) -> Town:
    """Hạnh leads too; something is late and stuck, and the report has just come."""

    def prepare(work: Any) -> None:
        work.people.grant(town.person(HANH), Role.LEADER, work.today)
        overdue(work, town, "Danh sách người có uy tín", stuck="chờ phường")

    await plan_saturday(town)
    await town.work(prepare)
    await town.go_to(clock(23, 8))
    return town


async def _open(town: Town) -> list[Any]:
    return await town.sql("SELECT topic, answers FROM expectation ORDER BY topic")


@pytest.mark.parametrize("begins", OPEN)
async def test_it_is_shown_and_what_is_open_stays(monday: Town, begins: str) -> None:
    for line, heard in REPORTS.items():
        await monday.sql("DELETE FROM expectation")
        assert OPEN[begins] in await monday.write(HANH, begins), begins
        stood = await _open(monday)
        assert heard in await monday.write(HANH, line), line
        assert await _open(monday) == stood, line


@pytest.mark.parametrize("begins", [ASKED, CONCLUDED, WORD])
async def test_few_words_answer_no_read_back(monday: Town, begins: str) -> None:
    for line, heard in FEW_WORDS.items():
        await monday.sql("DELETE FROM expectation")
        await monday.write(HANH, begins)
        stood = await _open(monday)
        assert heard in await monday.write(HANH, line), line
        assert await _open(monday) == stood, line


async def test_few_words_may_answer_what_is_asked(monday: Town) -> None:
    await monday.write(HANH, "giao Bình: rà soát hộ nghèo")
    assert "BÁO CÁO" not in await monday.write(HANH, "tháng 11")
    await monday.sql("DELETE FROM expectation")
    await monday.write(HANH, "giao việc")
    assert "Việc gì?" in await monday.write(HANH, "Bình")
    assert "Xin ý kiến 1" not in await monday.write(HANH, "báo cáo")


@pytest.mark.parametrize(
    ("begins", "done"),
    [(WORK, "Đã giao NV-"), (ASKED, "XK-002"), (CONCLUDED, "KL-001"), (WORD, "CD-001")],
)
async def test_what_was_open_is_sent_afterwards(monday: Town, begins: str, done: str) -> None:
    town = monday
    await town.write(HANH, begins)
    asked = town.phone(HANH).last
    assert "Xin ý kiến 1" in await town.write(HANH, "bao cao")
    said = await town.tap(HANH, "Giao việc" if begins == WORK else "Gửi", asked)
    heard = [said, *(await town.heard(HANH)), *(await town.heard(LAN))]
    assert any(done in one for one in heard), said
