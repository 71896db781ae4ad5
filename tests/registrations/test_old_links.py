"""Old links and old buttons: each says what is so now, and the way on works for a stranger too."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import arrive, join, open_beside
from tests.helpers.roll import came
from tests.town import HANH, MAI, SON, Town, clock


async def test_a_stranger_sees_the_open_days_of_every_office(town: Town) -> None:
    await open_saturday(town)
    there = await open_beside(town, hours=5)
    said = await town.write(MAI, "/buoitoi")
    assert said.index("Dọn bờ kênh") < said.index("Trồng cây")
    await town.tap(MAI, "21/11 Trồng cây")
    await town.tap(MAI, "Đăng ký")
    await town.tap(MAI, "Đồng ý, đủ 18")
    assert await town.sql("SELECT activity_id FROM registration") == [(there,)]


async def test_a_cadre_sees_their_own_office_s(town: Town) -> None:
    await open_saturday(town)
    await open_beside(town, hours=5)
    said = await town.write(HANH, "/buoitoi")
    assert "Dọn bờ kênh" in said
    assert "Trồng cây" not in said


@pytest.mark.parametrize("link", ["act-999", "act-x", "act-1"])
async def test_a_wrong_or_unpublished_link_names_a_way_that_works(town: Town, link: str) -> None:
    draft = await open_saturday(town)
    await town.sql("UPDATE activity SET state = 'draft'")
    assert draft == 1
    await open_saturday(town, title="Trồng cây")
    await town.phone(MAI).start(link)
    said = await town.screen(MAI)
    assert "gõ /buoitoi" in said
    assert "«" not in said, "a stranger has no buttons, and no staff words"
    assert "Trồng cây" in await town.write(MAI, "/buoitoi")


async def test_a_past_day_too(town: Town) -> None:
    day = await open_saturday(town)
    town.now = clock(22, 9)
    assert "/buoitoi" in await arrive(town, MAI, day)
    assert "Chưa có buổi nào" in await town.write(MAI, "/buoitoi")


@pytest.mark.parametrize("button", ["s.come", "s.stay", "s.late", "s.off"])
async def test_who_was_there_is_told_so_by_an_old_button(town: Town, button: str) -> None:
    await came(town, MAI, SON)
    await town.sql("UPDATE registration SET standing = 'absent' WHERE id = 2")
    for who, place, standing in ((MAI, 1, "có mặt"), (SON, 2, "vắng")):
        await town.phone(who).press(f"{button}:{place}", 1)
        await town.settle()
        assert f"Buổi này đã ghi anh/chị: {standing}" in town.phone(who).toasts[-1].text


async def test_who_gave_the_place_up_is_told_how_to_come_back(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    for _ in range(2):
        await town.phone(MAI).press("s.offyes:1", 1)
        await town.settle()
    assert "không có tên" in town.phone(MAI).toasts[-1].text
