"""«Trần Hải Mai», of whoever is listed as «Mai», is their name, said back before it stands."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.begun import begun
from tests.helpers.registrations import join
from tests.town import BINH, MAI, Town

NAME = "SELECT name FROM person ORDER BY id DESC LIMIT 1"


@begun
async def listed(town: Town) -> Town:
    await join(town, MAI, await open_saturday(town, 5))
    return town


@pytest.mark.parametrize("words", ["Trần Hải Mai", "Trần Hải Mai nhé", "Trần Hải Mai ạ"])
async def test_it_is_read_back_and_kept(listed: Town, words: str) -> None:
    assert "Trần Hải Mai" in await listed.write(MAI, words)
    assert await listed.sql(NAME) == [("Người Mai",)]
    await listed.write(MAI, "đúng")
    assert await listed.sql(NAME) == [("Trần Hải Mai",)]


async def test_other_words_are_no_name(listed: Town) -> None:
    for who, words in ((MAI, "Trần Hải Yến"), (BINH, "Nguyễn Thanh Bình")):
        before = await listed.sql(NAME)
        await listed.write(who, words)
        await listed.write(who, "đúng")
        assert await listed.sql(NAME) == before


async def test_a_child_and_somebody_by_name_are_two(listed: Town) -> None:
    await listed.write(MAI, "cho em thêm người đi cùng")
    said = await listed.write(MAI, "1 bé 8 tuổi với chị Lan")
    assert "1 người lớn" in said
    assert "1 trẻ em" in said
