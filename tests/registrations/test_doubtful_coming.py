"""The evening before: what others do, and what depends on the weather, gives no place up."""

import pytest

from tests.helpers.registrations import asked_tonight, standings
from tests.town import MAI, Town


@pytest.mark.parametrize(
    "words", ["chồng em bận rồi", "bạn em không đi", "nếu không mưa em đi", "mà mưa là em ở nhà"]
)
async def test_it_is_asked_first(town: Town, words: str) -> None:
    await asked_tonight(town)
    assert "Chưa ghi gì" in await town.write(MAI, words)
    assert await standings(town) == ["registered"]
    assert "Hẹn gặp" in await town.tap(MAI, "Có đi")
    assert await standings(town) == ["confirmed"]


async def test_neither_leaves_the_place(town: Town) -> None:
    await asked_tonight(town)
    await town.write(MAI, "chồng em bận rồi")
    await town.tap(MAI, "Không phải")
    assert await standings(town) == ["registered"]
    assert "Hẹn gặp" in await town.write(MAI, "có"), "the evening's question is the newest again"


async def test_a_reason_does_not_make_a_plain_no_doubtful(town: Town) -> None:
    await asked_tonight(town)
    await town.write(MAI, "em không đi được, chồng em ốm")
    assert await standings(town) == ["cancelled"]
