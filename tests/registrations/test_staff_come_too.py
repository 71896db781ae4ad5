"""Staff and leaders who come as volunteers see and cancel their own place like anybody."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join, standings
from tests.town import BINH, HANH, LAN, THANG, Neighbour, Town


@pytest.mark.parametrize("who", [BINH, LAN, THANG, HANH])
async def test_from_the_page_of_activities_to_the_own_place_and_out(
    town: Town, who: Neighbour
) -> None:
    day = await open_saturday(town)
    await town.write(who, "/hoatdong")
    assert "Tôi đã đăng ký" not in town.phone(who).last.labels
    await join(town, who, day)
    await town.write(who, "/hoatdong")
    assert "Dọn bờ kênh" in await town.tap(who, "Tôi đã đăng ký")
    await town.tap(who, "21/11 Dọn bờ kênh")
    await town.tap(who, "Hủy đăng ký")
    assert "Đã hủy" in await town.tap(who, "Hủy đăng ký", town.phone(who).messages[-1])
    assert await standings(town) == ["cancelled"]


@pytest.mark.parametrize("who", [BINH, LAN, THANG, HANH])
async def test_from_the_card_of_the_day_itself(town: Town, who: Neighbour) -> None:
    await open_saturday(town)
    await town.write(who, "/hoatdong")
    await town.tap(who, "21/11 Dọn bờ kênh")
    await town.tap(who, "Đăng ký")
    await town.tap(who, "Đồng ý, đủ 18")
    assert await standings(town) == ["registered"]


@pytest.mark.parametrize("who", [BINH, LAN])
async def test_by_words_alone(town: Town, who: Neighbour) -> None:
    await join(town, who, await open_saturday(town))
    assert "Dọn bờ kênh" in await town.write(who, "/dangky")
    assert "Hủy đăng ký" in await town.write(who, "hủy đăng ký")
    assert "Đã hủy" in await town.write(who, "có")
