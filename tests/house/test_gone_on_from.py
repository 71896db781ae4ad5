"""What its person went on from waits for a reply alone, and is not offered among what is open."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give, number_from
from tests.town import BINH, CUONG, LAN, THANG, Town, clock

OPEN = "SELECT topic FROM expectation e JOIN person p ON p.id = person_id WHERE p.name = :name"
WENT_ON = ("xem 148", "lịch tuần")


@pytest.fixture(autouse=True)
async def two_pieces(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    await town.write(BINH, "nhận 147")
    await town.write(BINH, "nhận 148")


async def went_on(town: Town) -> None:
    for words in WENT_ON:
        await town.later(minutes=1)
        await town.write(BINH, words)


async def open_topics(town: Town) -> set[str]:
    return {topic for (topic,) in await town.sql(OPEN, name=BINH.name)}


async def test_a_result_that_was_asked_for_takes_no_later_words(town: Town) -> None:
    await town.write(BINH, "xong 147")
    asked = town.phone(BINH).last
    await went_on(town)
    await town.write(BINH, "6 hộ đã ký đủ")
    assert await town.sql("SELECT text FROM completion WHERE text <> ''") == []
    assert "6 hộ đã ký đủ" in await town.write(BINH, "6 hộ đã ký đủ", reply_to=asked)
    assert await town.sql("SELECT text FROM completion") == [("6 hộ đã ký đủ",)]


async def test_once_is_not_enough(town: Town) -> None:
    await town.write(BINH, "xong 147")
    await town.write(BINH, WENT_ON[1])
    assert "CHƯA GỬI" in await town.write(BINH, "6 hộ đã ký đủ")


@pytest.mark.parametrize("words", ["cam on chi", "ok", "c oi"])
async def test_nor_are_words_after_which_nothing_was_done(town: Town, words: str) -> None:
    await town.write(BINH, "xong 147")
    for _ in range(3):
        await town.write(BINH, words)
    assert "CHƯA GỬI" in await town.write(BINH, "6 hộ đã ký đủ")


async def test_what_is_reported_is_asked_nothing_more(town: Town) -> None:
    await town.press(BINH, "a.block:2")
    await town.press(BINH, "a.progress:2")
    await town.write(BINH, "k làm đc 147")
    await town.write(BINH, "xong 147, 6 hộ đã ký")
    await town.write(BINH, "gửi")
    assert await town.sql("SELECT state FROM assignment WHERE number = 147") == [("review",)]
    assert await open_topics(town) == set()


async def test_of_old_questions_it_is_not_asked_which(town: Town) -> None:
    await town.write(BINH, "k làm đc 147")
    await town.press(BINH, "a.block:3")
    await went_on(town)
    await town.press(LAN, "a.question:3")
    await town.write(LAN, "Sao việc này chậm?")
    said = await town.write(BINH, "chờ phường gửi danh sách")
    assert "chuyển tới đ/c Trần Thị Lan" in said


async def test_a_send_that_is_for_nothing_else_is_asked_of_the_newest_alone(town: Town) -> None:
    await town.write(BINH, "xong 148, đã lập")
    await town.write(BINH, "xong 147, 6 hộ đã ký")
    await went_on(town)
    assert "câu nào" in await town.write(BINH, "gửi")
    assert town.phone(BINH).last.labels == ["Báo xong 147", "Không câu nào"]
    await town.tap(BINH, "Báo xong 147")
    assert await town.sql("SELECT state FROM assignment WHERE number = 147") == [("review",)]


async def test_a_number_of_people_is_still_waited_for(town: Town) -> None:
    """Whoever leads a point is asked for it by the day, and does other things meanwhile."""
    await open_saturday(town)
    await town.go_to(clock(21, 11))
    for words in ("lịch tuần", "trợ giúp", "hoạt động"):
        await town.write(CUONG, words)
    assert "38" in await town.write(CUONG, "38")
