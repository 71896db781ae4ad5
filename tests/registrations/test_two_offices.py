"""A volunteer registers with any office of the deployment; each office sees its own only."""

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import arrive, join, open_beside, standings
from tests.town import HANH, MAI, SON, Town, clock


async def test_one_volunteer_two_offices(town: Town) -> None:
    """Each has its own notice and its own list; the volunteer sees both."""
    here, there = await open_saturday(town), await open_beside(town, hours=5)
    await join(town, MAI, here)
    assert "Cơ quan bên cạnh" in await arrive(town, MAI, there), "another office, another notice"
    assert "✅ Đã đăng ký" in await town.tap(MAI, "Đồng ý, đủ 18")
    mine = await town.write(MAI, "đã đăng ký")
    assert "Dọn bờ kênh" in mine
    assert "Trồng cây" in mine
    [(given,)] = await town.sql("SELECT count(DISTINCT office_id) FROM consent")
    assert given == 2


async def test_a_clash_is_seen_across_offices(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    there = await open_beside(town)
    await arrive(town, MAI, there)
    assert "Trùng giờ với Dọn bờ kênh" in await town.tap(MAI, "Đồng ý, đủ 18")
    assert await standings(town) == ["registered"]


async def test_the_office_next_door_is_not_reached(town: Town) -> None:
    there = await open_beside(town)
    await join(town, MAI, there)
    for press in (f"s.manage:{there}", "s.roll:1", f"s.silent:{there}", f"s.group:{there}"):
        await town.phone(HANH).press(press, 1)
        await town.settle()
        assert town.phone(HANH).toasts[-1].alert, press
        assert "Trồng cây" not in await town.screen(HANH)
    seen = await town.work(lambda work: work.registrations.counts(there))
    assert seen == {}


async def test_a_place_next_door_is_offered_and_handed_on(town: Town) -> None:
    there = await open_beside(town)
    await join(town, MAI, there)
    assert "thứ 1 trong danh sách chờ" in await join(town, SON, there)
    said = await town.write(MAI, "nhường chỗ")
    assert "Đồi thông" in said
    await town.tap(MAI, "Hủy đăng ký")
    await town.tap(MAI, "Hủy đăng ký", town.phone(MAI).messages[-1])
    assert "✅ Đã đăng ký" in await town.tap(SON, "Nhận chỗ")
    await town.go_to(clock(20, 19, 31))
    assert "Hẹn gặp" in await town.write(SON, "có")
