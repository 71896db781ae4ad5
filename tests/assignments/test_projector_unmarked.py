"""«may chieu» without its marks is a projector: no time of day, and no question."""

import pytest

from tests.helpers.sent import taken
from tests.town import BINH, Town


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("147 vuong may chieu hong", "may chieu hong"),
        ("147 vuong loa hong", "loa hong"),
        ("147 vướng máy chiếu hỏng", "máy chiếu hỏng"),
    ],
)
async def test_what_hinders_is_kept(town: Town, words: str, why: str) -> None:
    await taken(town, 147)
    assert why in await town.write(BINH, words)
    sql = "SELECT event, text FROM journal ORDER BY id DESC LIMIT 1"
    assert await town.sql(sql) == [("blocked", why)]


@pytest.mark.parametrize("words", ["147 co vuong gi hong", "147 vuong gi hong"])
async def test_a_question_hinders_nothing(town: Town, words: str) -> None:
    await taken(town, 147)
    await town.write(BINH, words)
    assert not await town.sql("SELECT id FROM journal WHERE event = 'blocked'")


@pytest.mark.parametrize(
    "words",
    ["147 xong roi, bang ron may chieu co du", "147 xong rồi, băng rôn máy chiếu có đủ"],
)
async def test_what_is_done_is_read_back_and_asks_for_no_more_time(town: Town, words: str) -> None:
    await taken(town, 147)
    said = await town.write(BINH, words)
    assert "CHƯA GỬI" in said
    assert "có đủ" in said or "co du" in said
    assert await town.sql("SELECT topic FROM expectation") == [("work.done",)]


async def test_these_afternoons_are_no_projector(town: Town) -> None:
    await taken(town, 147)
    await town.write(BINH, "147 may chieu nay mua, chua lam duoc")
    assert not await town.sql("SELECT id FROM journal WHERE event = 'completed'")
