"""«a em đi được rồi» under «Hủy đăng ký?» keeps the place, though it reads as a yes."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join
from tests.town import MAI, Town

KEEPS = (
    "a em đi được rồi",
    "em đi được",
    "a e di dc roi",
    "được rồi em đi",
    "đi được rồi ạ",
    "em có đi",
    "ok em đi",
    "nhầm ạ em vẫn đi",
)
GIVES_UP = ("ừ", "đồng ý", "có", "ok", "hủy đi em", "vâng em bận", "ừ em không đi được")


async def asked(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    assert "Hủy đăng ký" in await town.write(MAI, "hủy đăng ký")


async def standing(town: Town) -> str:
    [(found,)] = await town.sql("SELECT standing FROM registration")
    return str(found)


@pytest.mark.parametrize("words", KEEPS)
async def test_whoever_comes_keeps_the_place(town: Town, words: str) -> None:
    await asked(town)
    await town.write(MAI, words)
    assert await standing(town) == "registered"


@pytest.mark.parametrize("words", GIVES_UP)
async def test_a_plain_yes_gives_it_up(town: Town, words: str) -> None:
    await asked(town)
    await town.write(MAI, words)
    assert await standing(town) == "cancelled"
