"""Asked how many come from their hamlet, «không có ai đi» is an answer, and is recorded."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.begun import begun
from tests.town import CUONG, Town, clock

SAID = "SELECT activity_id, number FROM headcount ORDER BY activity_id"


@begun
async def asked(town: Town) -> Town:
    await open_saturday(town, 60, starts=clock(28, 7), title="Trồng cây")
    await open_saturday(town, 60, starts=clock(29, 7), title="Dọn rác")
    await town.go_to(clock(26, 8, 1))
    assert "bao nhiêu người tham gia" in await town.screen(CUONG)
    return town


@pytest.mark.parametrize(
    "words", ["khu minh ko co ai di", "không ai đi", "khu tôi không có ai đi"]
)
async def test_it_is_recorded_and_not_asked_again(asked: Town, words: str) -> None:
    said = await asked.write(CUONG, words)
    assert "không có ai tham gia" in said
    assert "Trồng cây" in said
    assert await asked.sql(SAID) == [(1, 0), (2, 0)]
    before = len(asked.phone(CUONG).messages)
    await asked.go_to(clock(27, 17))
    later = [m.text for m in asked.phone(CUONG).messages[before:]]
    assert not [text for text in later if "bao nhiêu người tham gia" in text]


async def test_of_the_day_that_is_named(asked: Town) -> None:
    await asked.write(CUONG, "khu tôi thứ 7 không có ai đi, đám cưới")
    assert await asked.sql(SAID) == [(1, 0)]


async def test_a_number_later_counts(asked: Town) -> None:
    await asked.write(CUONG, "khong ai di")
    assert "= 5 người" in await asked.write(CUONG, "đăng ký nhóm 5 người thứ 7")
    await asked.tap(CUONG, "Đúng")
    assert (1, 5) in await asked.sql(SAID)
