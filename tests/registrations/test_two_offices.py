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


async def test_ones_own_places_are_those_ahead_and_nobody_elses(town: Town) -> None:
    """One's own: not what another has, not what one gave up, not a day called off or over."""
    given_up = await open_saturday(town, title="Quét vôi", starts=clock(21, 13))
    called_off = await open_saturday(town, title="Nạo mương", starts=clock(22, 7))
    put_off = await open_saturday(town, title="Dựng nhà", starts=clock(23, 7))
    over = await open_saturday(town, title="Phát quà", starts=clock(21, 5), lasts=1)
    await join(town, MAI, await open_saturday(town))
    for day in (given_up, called_off, put_off, over):
        await join(town, MAI, day, "Đăng ký")
    await join(town, SON, await open_saturday(town, title="Trồng hoa", starts=clock(22, 13)))
    state = "UPDATE activity SET state = :state WHERE id = :id"
    await town.sql(state, state="cancelled", id=called_off)
    await town.sql(state, state="postponed", id=put_off)
    gone = "UPDATE registration SET standing = 'cancelled' WHERE activity_id = :id"
    await town.sql(gone, id=given_up)
    town.now = clock(21, 6, 30)
    said = await town.write(MAI, "đã đăng ký")
    titles = ("Quét vôi", "Nạo mương", "Dựng nhà", "Phát quà", "Dọn bờ kênh", "Trồng hoa")
    assert [title for title in titles if title in said] == ["Dựng nhà", "Dọn bờ kênh"]
    assert said.index("Dọn bờ kênh") < said.index("Dựng nhà"), "the next day first"


async def test_nobody_elses_place_and_no_day_called_off_clash(town: Town) -> None:
    here = await open_saturday(town)
    await join(town, SON, here)
    called_off = await open_saturday(town, title="Nạo mương")
    await join(town, MAI, called_off)
    await town.sql("UPDATE activity SET state = 'cancelled' WHERE id = :id", id=called_off)
    before = await open_saturday(town, title="Quét vôi", starts=clock(21, 4))
    await join(town, MAI, before, "Đăng ký")
    assert "✅ Đã đăng ký" in await join(town, MAI, here, "Đăng ký"), (
        "it begins when the other ends"
    )


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
