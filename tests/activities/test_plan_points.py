"""The points of a plan after the draft: one more, one less, another leader, other places."""

import pytest

from tests.helpers.activities import open_saturday, plan, point, points, send
from tests.helpers.registrations import join, standings
from tests.town import BINH, CUONG, DUNG, HOA, MAI, NGA, SON, TUAN, Town, says


async def test_one_more_in_the_draft(town: Town) -> None:
    await plan(town)
    await town.tap(HOA, "Điểm")
    await town.tap(HOA, "Thêm điểm")
    card = await town.write(HOA, "UBND phường Trà Cổ, Dung, 30")
    assert "📍 UBND phường Trà Cổ – phụ trách Lý Thị Dung, 30 chỗ" in card
    assert not await says(town, DUNG, "phụ trách điểm"), "a draft tells nobody"


async def test_one_more_when_it_is_open_and_its_leader_is_told(town: Town) -> None:
    await open_saturday(town)
    await town.phone(HOA).press("plan.add:1", 1)
    await town.settle()
    await town.write(HOA, "UBND phường Trà Cổ, Dung, 30")
    assert await says(town, DUNG, "phụ trách điểm UBND phường Trà Cổ")
    assert "Cảm ơn" in await town.tap(DUNG, "Đã biết")


LED = [
    "NVH khu 3 Ka Long, a Dung lo, 20 nguoi",
    "NVH khu 3 Ka Long, chị Dung lo vụ này, 20",
    "NVH khu 3 Ka Long, Dung đứng điểm, 20",
]


@pytest.mark.parametrize("line", LED)
async def test_whoever_takes_it_leads_it(town: Town, line: str) -> None:
    await plan(town)
    await town.tap(HOA, "Điểm")
    await town.tap(HOA, "Thêm điểm")
    card = await town.write(HOA, line)
    assert "NVH khu 3 Ka Long – phụ trách Lý Thị Dung, 20 chỗ" in card


async def test_where_a_name_is_not_known_nobody_else_is_put_in(town: Town) -> None:
    await plan(town)
    await town.tap(HOA, "Điểm")
    await town.tap(HOA, "Thêm điểm")
    card = await town.write(HOA, "NVH khu 3 Ka Long, anh Khoát lo, 20")
    assert "anh Khoát lo" in card
    where = await town.sql("SELECT leader_id, capacity FROM point WHERE name LIKE 'NVH%'")
    assert where == [(None, 20)]


async def test_a_correction_in_words_is_no_new_point(town: Town) -> None:
    await plan(town)
    await town.tap(HOA, "Điểm")
    await town.tap(HOA, "Thêm điểm")
    await town.write(HOA, "NVH khu 3 Hải Yên, anh Khoát lo, 20")
    before = len(await points(town))
    card = await town.write(HOA, "diem NVH khu 3 la chi Dung chu ko phai Khoat")
    assert "NVH khu 3 Hải Yên – phụ trách Lý Thị Dung" in card
    assert len(await points(town)) == before


async def test_of_two_points_that_are_called_so_none_is_changed(town: Town) -> None:
    await plan(town)
    await town.tap(HOA, "Điểm")
    await town.tap(HOA, "Thêm điểm")
    await town.write(HOA, "NVH khu 3 Trà Cổ, anh Khoát lo, 20")
    before = await points(town)
    await town.write(HOA, "diem Tra Co la chi Dung chu ko phai Khoat")
    assert await points(town) == before


async def test_a_point_is_left_out_in_words(town: Town) -> None:
    await plan(town)
    await town.tap(HOA, "Điểm")
    await town.tap(HOA, "Thêm điểm")
    await town.write(HOA, "NVH khu 3 Trà Cổ, anh Khoát lo, 20")
    before = len(await points(town))
    await town.write(HOA, f"bo diem {before}")
    assert len(await points(town)) == before - 1


async def test_more_places_go_to_those_who_wait(town: Town) -> None:
    day = await open_saturday(town, capacity=1)
    for who in (MAI, SON, TUAN, NGA):
        await join(town, who, day)
    assert "Số chỗ: 1, đã có 1 người" in await point(town)
    await town.write(HOA, "3")
    assert await standings(town) == ["registered", "offered", "offered", "waitlisted"]
    assert await says(town, SON, "Có chỗ trống")
    assert await says(town, TUAN, "Có chỗ trống")
    assert not await says(town, NGA, "Có chỗ trống")


async def test_not_fewer_places_than_people(town: Town) -> None:
    day = await open_saturday(town, capacity=3)
    await join(town, MAI, day)
    await join(town, SON, day)
    await point(town)
    assert "2 chỗ đã có người đăng ký" in await town.write(HOA, "1")
    assert (await points(town))[0][2] == 3
    await town.write(HOA, "2")
    assert (await points(town))[0][2] == 2
    assert await standings(town) == ["registered", "registered"]


async def test_another_leader_and_both_are_told(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await point(town)
    card = await town.write(HOA, "Dung")
    assert "phụ trách Lý Thị Dung" in card
    assert await says(town, DUNG, "Đồng chí phụ trách điểm")
    assert await says(town, CUONG, "không còn phụ trách điểm")
    assert await says(town, MAI, "Phụ trách điểm: Lý Thị Dung"), "whoever comes sees whom to ask"


async def test_a_point_nobody_comes_to_may_go(town: Town) -> None:
    day = await open_saturday(town, points=2)
    await join(town, MAI, day)
    await town.tap(MAI, "Ka Long (2)")
    for number, said in ((1, "đang có người đăng ký"), (2, "Dọn bờ kênh")):
        await point(town, number)
        assert said in await town.tap(HOA, "Bỏ điểm này")
    assert len(await points(town)) == 1
    assert await says(town, BINH, "không còn phụ trách điểm")
    await town.phone(HOA).press("plan.see:1", 1)
    assert "Trà Cổ" not in await town.screen(HOA)
    assert "Đã đăng ký" in await join(town, SON, day), "no choice of points is left"
    await town.phone(SON).press("s.at:2", 1)
    await town.settle()
    assert town.phone(SON).toasts[-1].alert, "an old button of it leads nowhere"


async def test_another_place_and_everybody_there_is_told(town: Town) -> None:
    day = await open_saturday(town, points=2)
    for who, label in ((MAI, "Ka Long (2)"), (SON, "Trà Cổ (2)")):
        await join(town, who, day)
        await town.tap(who, label)
    await point(town)
    card = await send(town, "nơi mới: UBND phường Hải Yên")
    assert "📍 UBND phường Hải Yên – phụ trách Vũ Văn Cường" in card
    assert "Đã báo 2 người" in card
    for who in (MAI, CUONG):
        assert await says(town, who, "Mới: UBND phường Hải Yên")
    assert not await says(town, SON, "Đổi nơi")
    assert await standings(town) == ["registered", "registered"]
    await town.phone(HOA).press(f"s.silent:{day}", 1)
    assert "2 người" in await town.screen(HOA)


@pytest.mark.parametrize("typed", ["nơi mới:", "nơi mới: 123", "nơi mới: " + "a" * 300])
async def test_a_place_that_is_none(town: Town, typed: str) -> None:
    await open_saturday(town)
    before = await points(town)
    await point(town)
    await town.write(HOA, typed)
    assert await points(town) == before


async def test_another_landmark_is_another_place_and_a_first_one_is_not(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    for words in ("cạnh cổng chợ", "sau nhà thờ"):
        await town.phone(HOA).press("plan.at:1", 1)
        await town.settle()
        await town.write(HOA, words)
    await town.tap(HOA, "Gửi")
    told = [text for text in await town.heard(MAI) if "Đổi nơi" in text]
    assert len(told) == 1
    assert "cạnh cổng chợ" in told[0]
    assert "sau nhà thờ" in told[0]


async def test_a_point_that_nobody_leads_or_of_a_draft_goes_and_no_leader_hears_it(
    town: Town,
) -> None:
    await plan(town)
    await open_saturday(town, points=3)
    for gone in (2, 6):
        await point(town, gone)
        await town.tap(HOA, "Bỏ điểm này")
    left = [name for name, _, _ in await points(town)]
    assert left == ["Cầu Ka Long", "Nhà văn hóa khu 4", "Cầu Ka Long", "Bãi biển Trà Cổ"]
    for who in (CUONG, BINH):
        assert not await says(town, who, "không còn phụ trách điểm")


async def test_a_group_keeps_its_point(town: Town) -> None:
    day = await open_saturday(town, points=2)
    await town.phone(CUONG).press(f"s.group:{day}", 1)
    await town.settle()
    await town.write(CUONG, "PN 12")
    await town.tap(CUONG, "Đúng")
    assert "Nhóm đăng ký: 12 người" in await point(town)
    assert "đang có người đăng ký" in await town.tap(HOA, "Bỏ điểm này")


async def test_the_last_point_stays(town: Town) -> None:
    await open_saturday(town)
    await point(town)
    assert "ít nhất một điểm" in await town.tap(HOA, "Bỏ điểm này")
    assert len(await points(town)) == 1


@pytest.mark.parametrize("typed", ["-3", "10.000", "0", "Ai Đó", "99999", "📍", "Thứ gì"])
async def test_what_is_no_leader_and_no_number(town: Town, typed: str) -> None:
    await open_saturday(town)
    before = await points(town)
    await point(town)
    await town.write(HOA, typed)
    assert await points(town) == before


async def test_thirteen_points_are_too_many(town: Town) -> None:
    await plan(town)
    await town.phone(HOA).press("plan.add:1", 1)
    await town.settle()
    assert "từ 1 đến 12 điểm" in await town.write(HOA, "\n".join(f"Khu {n}" for n in range(10)))
    assert "tối đa 80 chữ" in await town.write(HOA, "a" * 300)
    assert len(await points(town)) == 3


async def test_a_long_plan_still_fits_a_telephone(town: Town) -> None:
    await plan(town)
    await town.phone(HOA).press("plan.add:1", 1)
    await town.settle()
    names = "\n".join(f"Nhà văn hóa khu phố {n} bên bờ sông, 40" for n in range(9))
    card = await town.write(HOA, names)
    assert "📍 và 9 điểm nữa" in card
    assert len(card) <= 420


async def test_only_whoever_leads_it_and_only_before_it_begins(town: Town) -> None:
    await open_saturday(town, points=2)
    before = await points(town)
    for who in (BINH, CUONG, MAI):
        for data in ("plan.points:1", "plan.add:1", "plan.point:1", "plan.unpoint:2"):
            await town.phone(who).press(data, 1)
            await town.settle()
            assert town.phone(who).toasts[-1].alert, data
    await town.go_to(town.now.replace(day=21, hour=8))
    for data in ("plan.unpoint:2", "plan.point:1", "s.details:1"):
        await town.phone(HOA).press(data, 1)
        await town.settle()
        assert "đã diễn ra" in town.phone(HOA).toasts[-1].text
    assert await points(town) == before


@pytest.mark.parametrize(
    "typed",
    [
        "UBND phường Trà Cổ, Dung phụ trách, 20 người",
        "UBND phường Trà Cổ, do đ/c Dung phụ trách, tối đa 20 chỗ",
        "UBND phường Trà Cổ; 20ng; phụ trách: Dung",
    ],
)
async def test_a_point_as_organisers_say_it(town: Town, typed: str) -> None:
    await plan(town)
    await town.tap(HOA, "Điểm")
    await town.tap(HOA, "Thêm điểm")
    card = await town.write(HOA, typed)
    assert "📍 UBND phường Trà Cổ – phụ trách Lý Thị Dung, 20 chỗ" in card


async def test_places_with_their_word(town: Town) -> None:
    await open_saturday(town)
    await point(town)
    await town.write(HOA, "10 chỗ")
    assert (await points(town))[0][2] == 10


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("Xoan phụ trách, 80", "Xoan phụ trách (không thấy trong danh sách"),
        ("80 chỗ, Thứ gì", "Thứ gì (chưa rõ là nơi nào"),
        ("Hoa phụ trách, 80", "Hoa phụ trách (có nhiều người tên này"),
    ],
)
async def test_what_is_refused_says_why_and_the_rest_is_kept(
    town: Town, typed: str, why: str
) -> None:
    namesake = "UPDATE person SET name = 'Lê Thị Hoa', folded = 'le thi hoa' WHERE id = :id"
    await town.sql(namesake, id=town.person(BINH))
    await open_saturday(town)
    await point(town)
    assert f"Chưa ghi: {why}" in await town.write(HOA, typed)
    assert await points(town) == [("Cầu Ka Long", town.person(CUONG), 80)]
    await town.write(HOA, "Dung phụ trách")
    assert (await points(town))[0][1:] == (town.person(DUNG), 80), "it still listens"


async def test_two_points_in_one_line_are_two(town: Town) -> None:
    await plan(town)
    await town.tap(HOA, "Điểm")
    await town.tap(HOA, "Thêm điểm")
    said = "Nhà văn hóa Bình Ngọc, Dung phụ trách, 20 người; 10 chỗ ở Trà Cổ, Cường phụ trách"
    card = await town.write(HOA, said)
    assert "📍 Nhà văn hóa Bình Ngọc – Dung, 20" in card
    assert "📍 Trà Cổ – Cường, 10" in card


async def test_what_is_said_twice_replaces_nothing(town: Town) -> None:
    await plan(town)
    await town.tap(HOA, "Điểm")
    await town.tap(HOA, "Thêm điểm")
    card = await town.write(HOA, "Chợ phường, Dung phụ trách, 20 người, Cường phụ trách, 30 chỗ")
    assert (await points(town))[-1] == ("Chợ phường", town.person(DUNG), 20)
    assert "Chưa ghi: Cường phụ trách (nói hai lần" in card
    assert "Chưa ghi: 30 chỗ (nói hai lần" in card


async def test_a_new_point_is_kept_without_what_is_odd(town: Town) -> None:
    await plan(town)
    await town.tap(HOA, "Điểm")
    await town.tap(HOA, "Thêm điểm")
    card = await town.write(HOA, "Nhà văn hóa Bình Ngọc, Xoan phụ trách, 20 người")
    assert "📍 Nhà văn hóa Bình Ngọc, 20 chỗ" in card
    assert "Chưa ghi: Xoan phụ trách (không thấy" in card
    card = await town.write(HOA, "Chợ phường, Dung phụ trách, 10.000")
    assert "📍 Chợ phường – Dung" in card
    assert "10.000 (số chỗ từ 1 đến 5.000" in card
