"""Photos that came before the words of the same work go with its result."""

import pytest

from tests.helpers.sent import photo, proofs, reports, taken
from tests.town import BINH, Town, says


@pytest.mark.parametrize(
    ("words", "result"),
    [
        ("báo xong 147", ""),
        ("xong 147, 6 hộ đã ký", "6 hộ đã ký"),
        ("6 hộ đã ký, báo xong 147", "6 hộ đã ký"),
        ("147 đã phát đủ 120 tờ", "đã phát đủ 120 tờ"),
    ],
)
async def test_of_several_the_number_takes_them_and_no_word_is_lost(
    town: Town, words: str, result: str
) -> None:
    await taken(town, 147, 149)
    await photo(town)
    await photo(town)
    said = await town.write(BINH, words)
    assert "Minh chứng: 2 ảnh" in said
    assert result in said
    assert await reports(town) == [(147, "draft")]


async def test_without_a_number_it_is_asked_and_both_are_kept(town: Town) -> None:
    await taken(town, 147, 149)
    await photo(town)
    assert "1 ảnh" in await town.write(BINH, "báo xong")
    await town.tap(BINH, "147 – Vận động 6 hộ")
    await town.tap(BINH, "Báo xong")
    assert await says(town, BINH, "Minh chứng: 1 ảnh")
    assert not await says(town, BINH, "Kết quả: báo xong")
    assert await reports(town) == [(147, "draft")]


async def test_other_words_of_one_keep_them_with_it(town: Town) -> None:
    await taken(town, 147, 149)
    await photo(town)
    await town.write(BINH, "147 mới được 4 hộ")
    assert await proofs(town, "work") == 1


async def test_of_the_only_work_words_of_sending_are_no_result(town: Town) -> None:
    await taken(town, 147)
    await photo(town)
    said = await town.write(BINH, "báo xong")
    assert "Minh chứng: 1 ảnh" in said
    assert "Kết quả: báo xong" not in said
