"""«bố mẹ Mai đồng ý rồi» is no yes by itself: who waits hears how one is recorded."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.begun import begun
from tests.helpers.registrations import join, standings
from tests.town import BINH, HANH, MAI, SON, Town


@begun
async def held(town: Town) -> Town:
    await join(town, MAI, await open_saturday(town, 20), "Đồng ý, 16–17")
    assert await standings(town) == ["held"]
    return town


@pytest.mark.parametrize(
    "words", ["mẹ cháu cho đi rồi", "bo me em dong y roi a", "dạ bố mẹ em ký giấy rồi"]
)
async def test_who_waits_hears_how_it_is_recorded(held: Town, words: str) -> None:
    said = await held.write(MAI, words)
    assert "chưa tính" in said
    assert "Đỗ Thị Hạnh" in said
    assert await standings(held) == ["held"]
    assert "Kính gửi bố mẹ" in await held.tap(MAI, "Tin gửi bố mẹ")


@pytest.mark.parametrize("words", ["bố mẹ Mai đồng ý rồi", "bố mẹ bạn Mai đã đồng ý rồi nhé"])
@pytest.mark.parametrize("yes", ["đúng", "Bố mẹ đã đồng ý"])
async def test_whoever_may_record_it_is_offered_to(held: Town, words: str, yes: str) -> None:
    shown = await held.write(HANH, words)
    assert "Bố mẹ em đã đồng ý chưa" in shown
    assert await standings(held) == ["held"]
    if yes == "đúng":
        await held.write(HANH, yes)
    else:
        await held.tap(HANH, yes)
    assert await standings(held) == ["registered"]


async def test_whose_is_asked_and_a_strange_name_said(held: Town) -> None:
    assert "Không có «Yến»" in await held.write(HANH, "bố mẹ Yến đồng ý rồi")
    await join(held, SON, 1, "Đồng ý, 16–17")
    assert "của ai" in await held.write(HANH, "phụ huynh đồng ý rồi")
    assert "Người Sơn" in await held.tap(HANH, "Người Sơn")
    assert await standings(held) == ["held", "held"]


@pytest.mark.parametrize("words", ["mẹ cháu không cho đi", "bố mẹ Mai chưa đồng ý"])
async def test_a_no_is_no_yes(held: Town, words: str) -> None:
    for who in (MAI, HANH):
        assert "chưa tính" not in await held.write(who, words)
    assert "registered" not in await standings(held)


async def test_others_record_nothing(held: Town) -> None:
    await held.write(BINH, "bố mẹ Mai đồng ý rồi")
    await held.write(BINH, "đúng")
    await held.press(BINH, "s.young:1")
    assert await standings(held) == ["held"]
