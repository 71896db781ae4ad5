"""Whom one's own work waits for, by name: it stands in the way, and is no mere note."""

import pytest

from language import Reading
from tests.helpers.assignments import give, number_from
from tests.helpers.begun import begun
from tests.town import BINH, LAN, THURSDAY, Town

WAITS = {
    "150 chờ UBND phường Ka Long trả lời": "chờ UBND phường Ka Long trả lời",
    "150 cho so Tai chinh tra loi": "cho so Tai chinh tra loi",
    "việc 150 vẫn đang chờ Sở Tài chính phản hồi ạ": "chờ Sở Tài chính phản hồi",
    "150: đợi công an phường xác nhận": "đợi công an phường xác nhận",
    "150 em còn chờ phòng Kinh tế cho ý kiến": "chờ phòng Kinh tế cho ý kiến",
    "150 cho chi cuc thue co van ban tra loi": "cho chi cuc thue co van ban tra loi",
    "150 chờ Điện lực Móng Cái trả lời công văn 12": "chờ Điện lực Móng Cái trả lời công văn 12",
    "150 chờ bên công ty than ký": "chờ bên công ty than ký",
    "150 chờ BQL dự án bàn giao mặt bằng": "chờ BQL dự án bàn giao mặt bằng",
    "150 dang cho hoi dong tham dinh": "cho hoi dong tham dinh",
}
NO_OBSTACLE = (
    "150 cho Sở Tài chính trả lời",
    "150 không chờ Sở Tài chính trả lời nữa",
    "150 chờ Sở Tài chính trả lời chưa?",
    "150 Sở Tài chính trả lời rồi",
    "150 chờ UBND phường trả lời thì xong",
    "nếu 150 chờ Sở Tài chính trả lời",
    "150 chờ Sở Tài chính trả lời đến thứ 6",
    "150 chờ chị duyệt",
    "150 hết chờ UBND phường trả lời",
)


@begun
async def waiting(town: Town) -> Town:
    await number_from(town, 150)
    await give(town, LAN, "Bình")
    return town


@pytest.mark.parametrize("line", WAITS)
async def test_it_stands_in_the_way(waiting: Town, line: str) -> None:
    await waiting.write(BINH, line)
    assert await waiting.sql("SELECT blocked FROM assignment WHERE number = 150") == [
        (WAITS[line],)
    ]


@pytest.mark.parametrize("line", NO_OBSTACLE)
def test_what_is_said_otherwise_is_none(line: str) -> None:
    assert Reading(line, THURSDAY).obstacle_of is None


async def test_of_anothers_work_nothing_is_written(waiting: Town) -> None:
    await waiting.write(LAN, "150 chờ UBND phường Ka Long trả lời")
    assert await waiting.sql("SELECT blocked FROM assignment WHERE number = 150") == [("",)]
