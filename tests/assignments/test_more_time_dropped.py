"""«thôi đừng gia hạn»: the question is left, or the wish that waits for its answer is one no more;
it never becomes the reason why more time is asked."""

import pytest

from tests.helpers.sent import taken
from tests.town import BINH, THANG, Town

STATES = "SELECT state FROM assignment_request"
NO_MORE = [
    "thoi dung gia han",
    "thôi khỏi gia hạn",
    "k can gia han",
    "khong gia han nua",
    "bo gia han",
    "bỏ xin gia hạn",
    "giu han cu",
    "kip roi khong xin nua",
    "thoi e lam kip",
]


TAKEN_BACK = [
    "rut gia han 147",
    "147 k gia han nua",
    "rút lại cái xin gia hạn 147",
    "cho em rút lại đơn xin gia hạn nhé",
    "à thôi rút lại đi ạ, không xin nữa",
]


@pytest.mark.parametrize("words", NO_MORE)
@pytest.mark.parametrize("asked", ["xin gia hạn 147", "xin gia hạn 147 đến 27/11"])
async def test_under_the_question_it_is_left(town: Town, asked: str, words: str) -> None:
    await taken(town, 147)
    await town.write(BINH, asked)
    assert "không ghi gì" in await town.write(BINH, words)
    assert await town.sql("SELECT 1 FROM assignment_request") == []
    assert await town.sql("SELECT 1 FROM journal WHERE event = 'note'") == []
    await town.write(BINH, "chờ số liệu của phường")
    assert await town.sql("SELECT 1 FROM assignment_request") == []


@pytest.mark.parametrize("words", [*NO_MORE, *TAKEN_BACK])
async def test_a_wish_that_waits_is_taken_back(town: Town, words: str) -> None:
    await taken(town, 147)
    await town.write(BINH, "xin gia hạn 147 đến 27/11, chờ số liệu của phường")
    assert "Đã rút" in await town.write(BINH, words)
    assert await town.sql(STATES) == [("dropped",)]
    await town.later(minutes=1)
    assert not town.phone(THANG).can_tap("Đồng ý")


async def test_a_number_decides_which(town: Town) -> None:
    await taken(town, 144, 147)
    for number in (144, 147):
        await town.write(BINH, f"xin gia hạn {number} đến 27/11, chờ số liệu của phường")
    await town.write(BINH, "rút xin gia hạn 144 nhé")
    assert await town.sql(STATES) == [("dropped",), ("pending",)]
    await town.write(BINH, "xin gia hạn 144 đến 27/11, chờ phường")
    assert "Đã rút" not in await town.write(BINH, "thôi không gia hạn nữa")


async def test_a_head_still_refuses_with_the_same_words(town: Town) -> None:
    await taken(town, 147)
    await town.write(BINH, "xin gia hạn 147 đến 27/11, chờ số liệu của phường")
    await town.write(THANG, "147 không gia hạn nữa")
    assert await town.sql(STATES) == [("refused",)]


async def test_a_reason_may_say_no_of_something_else(town: Town) -> None:
    await taken(town, 147)
    await town.write(BINH, "xin gia hạn 147 đến 27/11")
    await town.write(BINH, "phường không gửi số liệu")
    assert await town.sql(STATES) == [("pending",)]
