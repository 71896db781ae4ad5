"""Thanks get no answer; a complaint is shown its own door and nothing of it is kept."""

import pytest

from tests.town import BINH, Town


@pytest.mark.parametrize("words", ["cảm ơn ạ", "cam on a", "alo"])
async def test_politeness_is_not_misunderstood(town: Town, words: str) -> None:
    before = len(await town.heard(BINH))
    await town.write(BINH, words)
    assert len(await town.heard(BINH)) == before


async def test_a_denunciation_is_neither_taken_nor_kept(town: Town) -> None:
    words = "em muốn tố cáo ông trưởng khu ăn chặn tiền"
    assert "khiếu nại, tố cáo" in await town.write(BINH, words)
    for (table,) in await town.sql("SELECT name FROM sqlite_master WHERE type = 'table'"):
        assert "ăn chặn" not in str(await town.sql(f"SELECT * FROM {table}"))


async def test_words_that_ask_for_a_page_open_it(town: Town) -> None:
    assert "Lịch tuần" in await town.write(BINH, "cho xem lịch tuần này với")
    assert "/ngonngu" in await town.write(BINH, "hướng dẫn cách dùng với")
