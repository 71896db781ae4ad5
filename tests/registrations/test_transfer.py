"""«Nhường chỗ»: a place goes to a friend by a link that works once; the line is not jumped."""

import re

import pytest

from tests.helpers.activities import SATURDAY, open_saturday
from tests.helpers.registrations import arrive, join, standings
from tests.town import HANH, MAI, NGA, SON, TUAN, Town, clock


async def hand(town: Town, who: int, by: str = "Nhường chỗ") -> str:
    """Somebody asks for a link; returns what they would pass on: the start parameter."""
    said = await town.tap(who, by)
    found = re.search(r"start=([\w-]+)", said)
    assert found, said
    return found[1]


async def follow(town: Town, who: int, link: str) -> str:
    await town.phone(who).start(link)
    return await town.screen(who)


async def take(town: Town, who: int, link: str, age: str = "Đồng ý, đủ 18") -> str:
    await follow(town, who, link)
    return await town.tap(who, age)


async def owners(town: Town) -> list[tuple[int, str]]:
    return await town.sql(
        "SELECT telegram_id, standing FROM registration JOIN person ON person.id = person_id"
        " ORDER BY registration.id"
    )


async def test_the_friend_takes_the_place_and_nobody_else_moves(town: Town) -> None:
    day = await open_saturday(town, capacity=1)
    for who in (MAI, SON):
        await join(town, who, day)
    link = await hand(town, MAI)
    assert await standings(town) == ["registered", "waitlisted"], "it is hers until it is taken"
    assert "trước khi đăng ký" in (await follow(town, TUAN, link)).casefold()
    assert "✅ Đã đăng ký" in await town.tap(TUAN, "Đồng ý, đủ 18")
    assert await owners(town) == [
        (MAI, "cancelled"), (SON, "waitlisted"), (TUAN, "registered"),
    ]  # fmt: skip
    assert "đã có người nhận" in (await town.heard(MAI))[-1]
    assert any("Đã đăng ký: Dọn bờ kênh" in text for text in await town.heard(TUAN))
    assert not any("Có chỗ trống" in text for text in await town.heard(SON))
    events = await town.sql("SELECT event FROM journal WHERE event LIKE 'hand%' ORDER BY id")
    assert events == [("handing",), ("handed_on",)]


async def test_nobody_is_named_to_anybody(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    link = await hand(town, MAI)
    await take(town, TUAN, link)
    assert not any("Người Mai" in text for text in await town.heard(TUAN))
    assert not any("Người Tuân" in text for text in await town.heard(MAI))


async def test_the_link_works_once(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    link = await hand(town, MAI)
    await take(town, TUAN, link)
    people = await town.sql("SELECT count(*) FROM person")
    assert "không còn dùng" in await follow(town, NGA, link)
    assert await town.sql("SELECT count(*) FROM person") == people
    assert len(await standings(town)) == 2


async def test_two_friends_at_once(town: Town) -> None:
    await join(town, MAI, await open_saturday(town, capacity=1))
    link = await hand(town, MAI)
    for who in (TUAN, NGA):
        await follow(town, who, link)
    assert "✅ Đã đăng ký" in await town.tap(TUAN, "Đồng ý, đủ 18")
    assert "không còn dùng" in await town.tap(NGA, "Đồng ý, đủ 18")
    assert await standings(town) == ["cancelled", "registered"]
    assert await town.sql("SELECT count(*) FROM person WHERE telegram_id = 8104") == [(0,)]


async def test_a_second_link_ends_the_first_and_a_change_of_mind_both(town: Town) -> None:
    """It is given only on demand: the first one stays good until then."""
    await join(town, MAI, await open_saturday(town))
    first = await hand(town, MAI)
    assert "ở trên vẫn dùng được" in await town.tap(MAI, "Nhường chỗ")
    second = await hand(town, MAI, "Liên kết mới")
    assert "không còn dùng" in await follow(town, TUAN, first)
    assert "thôi nhường" in await town.tap(MAI, "Thôi nhường")
    assert "không còn dùng" in await follow(town, TUAN, second)
    assert await standings(town) == ["registered"]


async def test_the_link_dies_with_the_place(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    link = await hand(town, MAI)
    await town.tap(MAI, "Hủy đăng ký")
    await town.tap(MAI, "Hủy đăng ký", town.phone(MAI).messages[-1])
    assert "không còn dùng" in await follow(town, TUAN, link)


async def test_the_link_dies_at_the_cut_off(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    link = await hand(town, MAI)
    await follow(town, TUAN, link)
    await town.go_to(clock(20, 19, 1))
    assert "chỉ nhường chỗ được đến" in await town.tap(TUAN, "Đồng ý, đủ 18")
    assert "chỉ nhường chỗ được đến" in await follow(town, NGA, link)
    assert "chỉ nhường chỗ được đến" in await town.write(MAI, "nhường chỗ")
    assert await standings(town) == ["registered"]


@pytest.mark.parametrize("change", ["cancelled", "postponed"])
async def test_a_day_that_is_not_held(town: Town, change: str) -> None:
    await join(town, MAI, await open_saturday(town))
    link = await hand(town, MAI)
    await town.sql(f"UPDATE activity SET state = '{change}'")
    said = await follow(town, TUAN, link)
    assert "không tổ chức" in said or "đang hoãn" in said


async def test_ones_own_link(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    assert "Đây là liên kết của anh/chị" in await follow(town, MAI, await hand(town, MAI))
    assert await standings(town) == ["registered"]


async def test_who_comes_already_sees_their_own_place(town: Town) -> None:
    day = await open_saturday(town)
    for who in (MAI, SON):
        await join(town, who, day)
    assert "Đã đăng ký" in await follow(town, SON, await hand(town, MAI))
    assert await standings(town) == ["registered", "registered"]


async def test_who_waits_may_be_the_friend(town: Town) -> None:
    """Son leaves the line for Mai's place; Tuấn, who waits behind him, moves up."""
    day = await open_saturday(town, capacity=1)
    for who in (MAI, SON, TUAN):
        await join(town, who, day)
    await follow(town, SON, await hand(town, MAI))
    assert "✅ Đã đăng ký" in await town.tap(SON, "Nhận chỗ")
    assert await standings(town) == ["cancelled", "cancelled", "waitlisted", "registered"]
    await town.later(minutes=6)
    assert any("Thứ 1 trong danh sách chờ" in text for text in await town.heard(TUAN))


async def test_what_the_friend_was_offered_elsewhere_goes_on(town: Town) -> None:
    """Son is offered a place at Trà Cổ and takes Mai's at Ka Long: Trà Cổ goes to Tuấn."""
    day = await open_saturday(town, capacity=1, points=2)
    for who, point in ((MAI, "Ka Long"), (NGA, "Trà Cổ"), (SON, "Trà Cổ"), (TUAN, "Trà Cổ")):
        await join(town, who, day)
        await town.tap(who, point)
    link = await hand(town, MAI)
    await town.tap(NGA, "Hủy đăng ký")
    await town.tap(NGA, "Hủy đăng ký", town.phone(NGA).messages[-1])
    await follow(town, SON, link)
    assert "✅ Đã đăng ký" in await town.tap(SON, "Nhận chỗ", town.phone(SON).messages[-1])
    assert await standings(town) == [
        "cancelled", "cancelled", "cancelled", "offered", "registered",
    ]  # fmt: skip


async def test_sixteen_waits_for_the_parents_here_too(town: Town) -> None:
    await join(town, MAI, await open_saturday(town, capacity=1))
    assert "chờ Văn phòng xác nhận" in await take(
        town, TUAN, await hand(town, MAI), "Đồng ý, 16–17"
    )
    assert await standings(town) == ["cancelled", "held"]
    assert any("Bố mẹ em đã đồng ý chưa?" in text for text in await town.heard(HANH))


async def test_adults_only_and_under_sixteen(town: Town) -> None:
    await join(town, MAI, await open_saturday(town, min_age=18))
    link = await hand(town, MAI)
    assert "từ 18 tuổi" in await take(town, TUAN, link, "Đồng ý, 16–17")
    assert "đi cùng bố mẹ" in await take(town, NGA, link, "Dưới 16")
    assert await town.sql("SELECT count(*) FROM person WHERE telegram_id > 8101") == [(0,)]


async def test_companions_do_not_go_with_the_place(town: Town) -> None:
    """Two seats: one goes to the friend, the companion's to the first in the line."""
    day = await open_saturday(town, capacity=2)
    await join(town, MAI, day)
    await town.tap(MAI, "Người đi cùng")
    await town.tap(MAI, "1 người lớn")
    await join(town, SON, day)
    asked = await town.tap(MAI, "Nhường chỗ")
    assert "Người đi cùng (1) không chuyển theo" in asked
    found = re.search(r"start=([\w-]+)", asked)
    assert found
    await take(town, TUAN, found[1])
    assert await standings(town) == ["cancelled", "offered", "registered"]
    assert "chuyển cho danh sách chờ" in (await town.heard(MAI))[-1]


async def test_a_friend_who_is_elsewhere_at_that_hour(town: Town) -> None:
    day = await open_saturday(town)
    other = await open_saturday(town, title="Trồng cây", starts=SATURDAY)
    await join(town, MAI, day)
    await join(town, SON, other)
    await follow(town, SON, await hand(town, MAI))
    assert "Trùng giờ với Trồng cây" in await town.tap(SON, "Nhận chỗ")
    assert await standings(town) == ["registered", "registered"]


async def test_the_secret_itself_is_not_kept(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    link = await hand(town, MAI)
    secret = link.removeprefix("cho-")
    assert len(secret) >= 16
    [(hashed,)] = await town.sql("SELECT hash FROM transfer")
    assert secret not in hashed
    assert await town.sql("SELECT count(*) FROM inbox WHERE body IS NOT NULL") == [(0,)]


@pytest.mark.parametrize(
    "data", ["h.hand:1", "h.keep:1", "h.take:1:x", "h.take:1:x.18.0", "h.take:9"]
)
async def test_forged_buttons(town: Town, data: str) -> None:
    """By a stranger, and by Nga, who agreed to the notice long ago."""
    day = await open_saturday(town)
    await join(town, NGA, await open_saturday(town, title="Trồng cây", starts=clock(28, 7)))
    await join(town, MAI, day)
    await town.tap(MAI, "Nhường chỗ")
    for who in (TUAN, NGA):
        await town.phone(who).press(data.replace("1", "2"), 1)
        await town.settle()
        assert town.phone(who).toasts[-1].alert
    assert await standings(town) == ["registered", "registered"]
    assert await town.sql("SELECT count(*) FROM transfer") == [(1,)]


async def test_typed_it_does_the_same(town: Town) -> None:
    first = await open_saturday(town)
    await join(town, MAI, first)
    assert "start=cho-" in await town.write(MAI, "nhường chỗ")
    second = await open_saturday(town, title="Trồng cây", starts=clock(28, 7))
    await arrive(town, MAI, second)
    await town.tap(MAI, "Đăng ký")
    assert "đã đăng ký" in await town.write(MAI, "nhường chỗ"), "of two, the list"
