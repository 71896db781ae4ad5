"""A question gets an answer, also beside a yes, and in English."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import asked_tonight, join, standings
from tests.helpers.roll import read_aloud
from tests.town import CUONG, MAI, Town, clock


@pytest.mark.parametrize(
    "line",
    ["yes we come, where is parking?", "có đi ạ, gửi xe ở đâu?", "em đi, có chỗ gửi xe không"],
)
async def test_a_yes_and_a_question_are_both_heard(town: Town, line: str) -> None:
    await asked_tonight(town)
    said = await town.write(MAI, line)
    assert await standings(town) == ["confirmed"]
    assert "Đã chuyển câu hỏi tới" in said
    assert line in await town.screen(CUONG)


@pytest.mark.parametrize(
    "line",
    [
        "e mang xeng cuoc dc k",
        "where is parking?",
        "is there a toilet?",
        "thank you! can I get a certificate?",
        "chung nhan tinh nguyen lay o dau",
    ],
)
async def test_a_question_is_passed_to_the_leader(town: Town, line: str) -> None:
    await join(town, MAI, await open_saturday(town))
    assert "Đã chuyển câu hỏi tới" in await town.write(MAI, line)
    assert line in await town.screen(CUONG)


async def test_what_to_bring_is_asked_while_company_is(town: Town) -> None:
    await join(town, MAI, await open_saturday(town, bring="ủng, găng tay"))
    await town.tap(MAI, "Người đi cùng")
    assert "ủng, găng tay" in await town.write(MAI, "what should we bring?")


@pytest.mark.parametrize("line", ["can you delete my data", "please delete my data"])
async def test_ones_data_in_english(town: Town, line: str) -> None:
    await join(town, MAI, await open_saturday(town))
    assert "Dữ liệu" in await town.write(MAI, line)


@pytest.mark.parametrize("words", ["{} e den roi nhe", "e den roi, {}", "{} here"])
async def test_the_code_stands_among_words(town: Town, words: str) -> None:
    await asked_tonight(town)
    await town.go_to(clock(21, 6, 50))
    assert "Đã ghi có mặt" in await town.write(MAI, words.format(await read_aloud(town)))


@pytest.mark.parametrize(
    "line", ["bo hoat dong nay dc khong a, em ban", "em bỏ buổi này được không"]
)
async def test_giving_a_day_up_is_asked_for_politely(town: Town, line: str) -> None:
    await join(town, MAI, await open_saturday(town))
    assert "Hủy đăng ký Dọn bờ kênh?" in await town.write(MAI, line)
