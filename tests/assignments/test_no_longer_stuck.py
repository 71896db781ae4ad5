"""What stood in the way is gone: said with or without what came of it, it is no new obstacle."""

import pytest

from language.line.fold import bare
from tests.helpers.assignments import give, number_from
from tests.town import BINH, THANG, Town, says

BLOCKED = "SELECT blocked FROM assignment WHERE number > 146 ORDER BY number"
GONE = (
    *("tổ 3 nộp rồi, hết vướng", "xong vướng rồi", "giờ ổn rồi ạ", "147 gỡ được rồi c"),
    *("phường cho vào rồi, không còn vướng nữa", "vướng đã giải quyết xong"),
)


@pytest.fixture(autouse=True)
async def stuck(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    await town.write(BINH, "nhận 147")
    await town.write(BINH, "nhận 148")
    await town.write(BINH, "147 vướng: tổ 3 chưa nộp")
    await town.later(minutes=2)


@pytest.mark.parametrize("marks", [True, False])
@pytest.mark.parametrize("words", GONE)
async def test_it_is_read_back_and_ended(town: Town, words: str, marks: bool) -> None:
    words = words if marks else bare(words)
    assert "muốn nói gì" in await town.write(BINH, words)
    assert town.phone(BINH).last.labels[:2] == ["Hết vướng", "Chỉ ghi tiến độ"]
    await town.tap(BINH, "Hết vướng")
    assert await town.sql(BLOCKED) == [("",), ("",)]
    await town.later(minutes=2)
    assert await says(town, THANG, f"không còn vướng. «{words}»")


@pytest.mark.parametrize("words", ["hết vướng", "147 hết vướng rồi", "het ket 147"])
async def test_that_alone_ends_it_at_once(town: Town, words: str) -> None:
    assert "không còn vướng" in await town.write(BINH, words)
    assert await town.sql(BLOCKED) == [("",), ("",)]


async def test_of_two_it_is_asked_which(town: Town) -> None:
    await town.write(BINH, "148 vướng: thiếu mẫu biểu")
    await town.later(minutes=30)
    assert "về việc nào" in await town.write(BINH, "hết vướng rồi ạ")
    await town.write(BINH, "148")
    assert await town.sql(BLOCKED) == [("tổ 3 chưa nộp",), ("",)]


@pytest.mark.parametrize(
    "words", ["bao giờ mới hết vướng", "chưa hết vướng đâu", "147 nếu hết vướng thì xong"]
)
async def test_what_is_only_hoped_for_ends_nothing(town: Town, words: str) -> None:
    await town.write(BINH, words)
    assert town.phone(BINH).last.labels[:1] != ["Hết vướng"]
    assert (await town.sql(BLOCKED))[0] != ("",)


async def test_in_a_result_of_other_work_it_is_a_word_of_that(town: Town) -> None:
    await town.write(BINH, "xong 148")
    assert "Kết quả: họp ổn rồi, dân nhất trí" in await town.write(
        BINH, "họp ổn rồi, dân nhất trí"
    )
