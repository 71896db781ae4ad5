"""Whoever names a place where something is held comes there, also a colleague: the day is shown
with its button; without a place the words are of anything else."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join, standings
from tests.town import BINH, DUNG, LAN, MAI, Neighbour, Town, clock


@pytest.fixture
async def two(town: Town) -> Town:
    await open_saturday(town, 20, 2, title="Dọn rác bãi biển")
    await open_saturday(town, 20, starts=clock(22, 7), title="Trồng cây")
    return town


@pytest.mark.parametrize("who", [BINH, DUNG, LAN])
@pytest.mark.parametrize(
    "words",
    [
        "thứ 7 này tôi cũng đi Trà Cổ",
        "thu 7 toi tham gia o Tra Co",
        "cho e đi cùng Trà Cổ sáng t7 với",
        "đăng ký đi bãi biển Trà Cổ",
        "đăng ký cho tôi 1 người đi Trà Cổ",
        "đăng ký Trà Cổ thứ 7",
        "t7 toi dang ky 1 suat don rac bai bien, di them vo",
    ],
)
async def test_the_day_is_shown(two: Town, who: Neighbour, words: str) -> None:
    assert "Dọn rác bãi biển" in await two.write(who, words)
    assert two.phone(who).can_tap("Đăng ký")
    assert await standings(two) == []


async def test_where_nothing_is_held_nothing_is_shown(two: Town) -> None:
    for words in ("thứ 7 này tôi đi Móng Cái", "chủ nhật em đi Trà Cổ", "mai tôi đi họp"):
        await two.write(BINH, words)
        assert not two.phone(BINH).can_tap("Đăng ký"), words


async def test_a_volunteer_says_it_too(two: Town) -> None:
    await join(two, MAI, 2)
    assert "Dọn rác bãi biển" in await two.write(MAI, "thứ 7 em cũng đi Trà Cổ")
