"""«👍» under a new card takes the work; every other sign, and every other message, is kindness."""

import pytest

from tests.helpers.assignments import give, number_from, row
from tests.town import BINH, HOA, LAN, THANG, Town, says


async def given(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    assert "NV-2026-0147" in await town.screen(BINH)


async def react(town: Town, sign: str) -> None:
    phone = town.phone(BINH)
    card = next(m for m in phone.messages if m.outgoing and "NV-2026-0147" in m.text)
    await phone.react(sign, card)
    await town.settle()


@pytest.mark.parametrize("sign", ["👍", "👍🏻", "👌"])
async def test_a_thumb_takes_the_work(town: Town, sign: str) -> None:
    await given(town)
    await react(town, sign)
    assert await row(town, "state") == ("doing",)
    assert await says(town, BINH, "Đã ghi nhận")


@pytest.mark.parametrize("sign", ["👎", "😢", ""])
async def test_another_sign_decides_nothing(town: Town, sign: str) -> None:
    await given(town)
    before = len(await town.heard(BINH))
    await react(town, sign)
    assert await row(town, "state") == ("assigned",)
    assert len(await town.heard(BINH)) == before


async def test_a_thumb_again_or_taken_away_changes_nothing(town: Town) -> None:
    await given(town)
    await react(town, "👍")
    before = await town.heard(BINH)
    await react(town, "")
    await react(town, "👍")
    assert await town.heard(BINH) == before


async def test_under_what_is_no_card_it_is_kindness(town: Town) -> None:
    await given(town)
    for who in (BINH, HOA, LAN):
        await town.write(who, "trợ giúp")
        before = await town.heard(who)
        await town.phone(who).react("👍")
        assert await town.heard(who) == before
    assert await row(town, "state") == ("assigned",)
