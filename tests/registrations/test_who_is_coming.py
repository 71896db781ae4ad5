"""Who comes: numbers for whoever leads a day or a point, names for those who may see them."""

import pytest

from tests.helpers.activities import manage, open_saturday, send
from tests.helpers.registrations import join, join_at
from tests.town import (
    BINH,
    CUONG,
    HANH,
    HOA,
    LAN,
    MAI,
    NGA,
    SON,
    THANG,
    TUAN,
    Neighbour,
    Town,
    clock,
    says,
)


async def group_of(town: Town, day: int, said: str = "PN 12") -> None:
    await town.phone(CUONG).press(f"s.group:{day}", 1)
    await town.settle()
    await town.write(CUONG, said)
    await town.tap(CUONG, "Đúng")


async def page_of(town: Town, day: int) -> str:
    await town.phone(HOA).press(f"s.manage:{day}", 1)
    return await town.screen(HOA)


async def test_the_organiser_sees_each_point_and_its_list(town: Town) -> None:
    day = await open_saturday(town, capacity=1, points=2)
    await join_at(town, MAI, day, "Ka Long (1)")
    await join_at(town, SON, day, "Ka Long (hết, xếp chờ)")
    await join_at(town, TUAN, day, "Trà Cổ (1)")
    await group_of(town, day)
    page = await page_of(town, day)
    assert "mở đăng ký" in page
    assert "📍 Cầu Ka Long: 1 đăng ký, chờ 1, nhóm 12" in page
    assert "📍 Bãi biển Trà Cổ: 1 đăng ký" in page
    assert len(page) <= 420
    names = await town.tap(HOA, "Danh sách")
    assert "Danh sách 3 người" in names
    assert "📍 Cầu Ka Long\n1. Người Mai\n2. Người Sơn (đang chờ)" in names
    assert "📍 Bãi biển Trà Cổ\n1. Người Tuân" in names
    shown = town.phone(HOA).messages[-1].message_id
    await town.later(hours=13)
    assert shown not in {m.message_id for m in town.phone(HOA).messages}, "names do not stay"


async def test_a_long_list_has_pages(town: Town) -> None:
    day = await open_saturday(town, capacity=20)
    for who in range(8101, 8111):
        await join(town, who, day)
    first = await manage(town, day, "Danh sách")
    assert "Danh sách 10 người 1/2" in first
    assert "8. Người lạ" in first
    second = await town.tap(HOA, "›")
    assert "📍 Cầu Ka Long\n9. Người lạ\n10. Người lạ" in second
    assert len(first) <= 420
    assert "1. Người Mai" in await town.tap(HOA, "‹")


@pytest.mark.parametrize(
    ("who", "may"),
    [(HOA, True), (HANH, True), (LAN, False), (BINH, False), (THANG, False), (CUONG, False)],
)
async def test_names_are_for_the_office_and_the_host(
    town: Town, who: Neighbour, may: bool
) -> None:
    """Lan leads the whole and sees numbers; Cường sees his own point's roll on the day."""
    day = await open_saturday(town)
    await join(town, MAI, day)
    await town.write(who, "/hoatdong")
    await town.phone(who).press(f"s.names:{day}", town.phone(who).messages[-1].message_id)
    await town.settle()
    assert await says(town, who, "Người Mai") is may
    if who is LAN:
        await town.phone(LAN).press(f"s.manage:{day}", town.phone(LAN).messages[-1].message_id)
        await town.settle()
        assert "Danh sách" not in str(town.phone(LAN).messages[-1].rows)


async def test_put_off_and_over_are_said(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    assert "Sẽ đến: 1 người" in await page_of(town, day)
    await town.go_to(clock(21, 10, 30))
    over = await page_of(town, day)
    assert "chờ số liệu" in over
    assert "Sẽ đến" not in over
    await town.write(CUONG, "pn 4 dtn 3")
    await town.tap(CUONG, "Đúng")
    assert "Đã đến: 7 người" in await page_of(town, day)
    other = await open_saturday(town, starts=clock(28, 7), title="Trồng cây")
    await manage(town, other, "Hoãn")
    await send(town, "Mưa to")
    assert "hoãn" in await page_of(town, other)


async def test_past_days_are_found_again(town: Town) -> None:
    await open_saturday(town)
    await town.go_to(clock(23, 9))
    listed = await town.write(HOA, "Hoạt động")
    assert "Dọn bờ kênh" not in listed
    assert "Dọn bờ kênh" in await town.tap(HOA, "Buổi đã qua")
    assert "chờ số liệu" in await town.tap(HOA, "21/11 Dọn bờ kênh")
    await town.write(BINH, "buổi đã qua")
    assert "chưa có buổi nào" in await town.screen(BINH), "another's is not theirs"


async def test_a_day_is_called_by_its_date_and_title(town: Town) -> None:
    await open_saturday(town)
    await open_saturday(town, title="Trồng cây")
    await town.write(HOA, "Hoạt động")
    assert "Trồng cây" in await town.tap(HOA, "21/11 Trồng cây")


async def test_a_base_cadre_finds_what_one_can_go_to(town: Town) -> None:
    await open_saturday(town)
    assert "Các buổi sắp tới" in await town.write(CUONG, "Hoạt động")


async def test_cadres_tell_two_days_of_one_date_apart(town: Town) -> None:
    for title in ("Dọn bờ kênh", "Trồng cây"):
        await open_saturday(town, title=title, starts=clock(28, 7))
    await town.go_to(clock(26, 8, 1))
    assert "Trồng cây" in await town.tap(CUONG, "28/11 Trồng cây")


async def test_leaders_hear_the_evening_before(town: Town) -> None:
    day = await open_saturday(town, capacity=5, points=2)
    for who in (MAI, SON, NGA):
        await join_at(town, who, day, f"Ka Long ({5 - (MAI, SON, NGA).index(who)})")
    await group_of(town, day, "PN 12")
    await town.go_to(clock(20, 19, 29))
    assert not await says(town, CUONG, "Ngày mai")
    await town.go_to(clock(20, 19, 31))
    told = next(text for text in await town.heard(CUONG) if "Ngày mai" in text)
    for said in ("7h00", "Cầu Ka Long", "cá nhân: 3", "Nhóm: 12", "lúc 6h45"):
        assert said in told
    assert "8101" not in told, "numbers, no names"
    assert not await says(town, BINH, "Ngày mai"), "where nobody comes, silence"
