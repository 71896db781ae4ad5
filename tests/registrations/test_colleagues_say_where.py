"""Whoever names a place where something is held comes there, also a colleague: the day is shown
with its button; without a place the words are of anything else."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.begun import begun
from tests.helpers.registrations import join, standings
from tests.helpers.sent import taken
from tests.town import BINH, DUNG, LAN, MAI, Neighbour, Town, clock


@begun
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


@pytest.mark.parametrize("who", [BINH, LAN])
async def test_the_point_that_was_named_is_not_asked_again(two: Town, who: Neighbour) -> None:
    await two.write(who, "thứ 7 này tôi cũng đi Trà Cổ")
    await two.tap(who, "Đăng ký")
    if two.phone(who).can_tap("Đồng ý, đủ 18"):
        await two.tap(who, "Đồng ý, đủ 18")
    assert await standings(two) == ["registered"]
    assert await two.sql("SELECT point_id FROM registration") == [(2,)]


async def test_where_nothing_is_held_nothing_is_shown(two: Town) -> None:
    for words in ("thứ 7 này tôi đi Móng Cái", "chủ nhật em đi Trà Cổ", "mai tôi đi họp"):
        await two.write(BINH, words)
        assert not two.phone(BINH).can_tap("Đăng ký"), words


async def test_a_volunteer_says_it_too(two: Town) -> None:
    await join(two, MAI, 2)
    assert "Dọn rác bãi biển" in await two.write(MAI, "thứ 7 em cũng đi Trà Cổ")


@pytest.fixture
async def at_work(two: Town) -> Town:
    """Bình has two open pieces of work, so that doubtful words would be asked of them."""
    for number in (147, 152):
        await taken(two, number)
    return two


@pytest.mark.parametrize(
    "words", ["thứ 7 này tôi cũng đi Trà Cổ", "thu 7 toi tham gia o Tra Co", "mai tôi đi Trà Cổ"]
)
async def test_also_of_whoever_has_work(at_work: Town, words: str) -> None:
    said = await at_work.write(BINH, words.replace("mai", "thứ 7"))
    assert "Dọn rác bãi biển" in said
    assert "việc nào" not in said


async def test_a_colleague_gives_their_own_place_up(at_work: Town) -> None:
    await join(at_work, BINH, 2)
    said = await at_work.write(BINH, "chủ nhật này tôi bận, hủy giúp")
    assert "Hủy đăng ký" in said
    await at_work.write(BINH, "ừ")
    assert await standings(at_work) == ["cancelled"]


@pytest.mark.parametrize("words", ["tôi đi", "ok tôi đăng ký", "cho tôi đăng ký"])
async def test_the_card_that_was_just_shown_is_meant(at_work: Town, words: str) -> None:
    await at_work.write(BINH, "thứ 7 này tôi cũng đi Trà Cổ")
    said = await at_work.write(BINH, words)
    assert "việc nào" not in said
    assert "Dọn rác bãi biển" in said
    assert at_work.phone(BINH).can_tap("Đồng ý, đủ 18")
    assert await standings(at_work) == []


async def test_where_none_was_shown_it_is_of_nothing(at_work: Town) -> None:
    assert "Dọn rác bãi biển" not in await at_work.write(BINH, "tôi đi")
