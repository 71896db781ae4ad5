"""A plan that waits for its «Gửi» is changed in words, just that, and read back; also by its name
or its code. A point more, or less, of an open day is read back with who hears of it."""

import pytest

from tests.helpers.activities import open_saturday, plan_saturday, points
from tests.helpers.begun import begun
from tests.helpers.registrations import join
from tests.town import BINH, CUONG, HOA, MAI, Town, clock, says

PLANNED = "thu 7 tuan sau trong cay khu 2 Ka Long 7h, Binh phu trach, 40 nguoi"
STATES = "SELECT state FROM activity ORDER BY id"


@begun
async def drafted(town: Town) -> Town:
    assert "CHƯA GỬI" in await town.write(HOA, PLANNED)
    return town


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("đổi sang 7h30", "7h30"),
        ("8h nhé", "8h00"),
        ("địa điểm nhà văn hóa khu 2", "nhà văn hóa khu 2"),
        ("dia diem: nha van hoa khu 2", "nha van hoa khu 2"),
        ("đổi ra NVH khu 2", "NVH khu 2"),
        ("thêm điểm Trà Cổ 15 người", "📍 Trà Cổ, 15 chỗ"),
        ("Cường phụ trách", "phụ trách Vũ Văn Cường"),
        ("cần 30 người", "30 chỗ"),
        ("mang theo cuốc xẻng", "Mang theo: cuốc xẻng"),
        ("7h30, 30 người", "7h30"),
    ],
)
async def test_just_that_is_changed(drafted: Town, words: str, now: str) -> None:
    read = await drafted.write(HOA, words)
    assert "CHƯA GỬI" in read
    assert now in read
    assert "Chưa ghi" not in read
    await drafted.write(HOA, "gửi")
    assert await drafted.sql(STATES) == [("open",)]


@pytest.mark.parametrize(
    "plan",
    ["chuyển sang sáng chủ nhật", "chuyển vào NVH khu 2", "hoãn", "vào NVH, mang ủng"],
)
async def test_what_is_done_when_it_rains_moves_nothing(drafted: Town, plan: str) -> None:
    """It moved the day to that Sunday, or the point."""
    read = await drafted.write(HOA, f"mưa: {plan}")
    assert f"Nếu mưa: {plan}" in read
    assert "28/11 7h00" in read
    assert "📍 khu 2 Ka Long" in read


async def test_each_keeps_what_was_said_before(drafted: Town) -> None:
    for words in ("đổi sang 7h30", "thêm điểm Trà Cổ 15 người", "Trà Cổ Cường phụ trách"):
        await drafted.write(HOA, words)
    read = await drafted.write(HOA, "Ka Long 30 người")
    for said in ("7h30", "Trà Cổ – phụ trách Vũ Văn Cường, 15", "phụ trách Nguyễn Văn Bình, 30"):
        assert said in read
    read = await drafted.write(HOA, "bỏ điểm Trà Cổ")
    assert "CHƯA GỬI" in read
    assert await points(drafted) == [("khu 2 Ka Long", drafted.person(BINH), 30)]


async def test_what_is_not_there_is_said_and_nothing_changes(drafted: Town) -> None:
    assert "không có điểm «Hải Yên»" in await drafted.write(HOA, "bỏ điểm Hải Yên")
    await drafted.write(HOA, "thêm điểm Trà Cổ 15 người")
    assert "nhiều điểm" in await drafted.write(HOA, "cần 30 người")
    assert [row[2] for row in await points(drafted)] == [40, 15]


@pytest.mark.parametrize("called", ["T7-2811", "trồng cây"])
async def test_by_its_code_or_its_name(drafted: Town, called: str) -> None:
    await drafted.tap(HOA, "Sửa")
    assert "8h00" in await drafted.write(HOA, f"{called} đổi sang 8h")
    assert "30 chỗ" in await drafted.write(HOA, f"{called} cần 30 người")
    assert "📍 Trà Cổ" in await drafted.write(HOA, f"{called} thêm điểm Trà Cổ 15 người")
    assert await drafted.sql(STATES) == [("draft",)]


async def test_a_question_changes_nothing(drafted: Town) -> None:
    await drafted.write(HOA, "địa điểm ở đâu?")
    assert await points(drafted) == [("khu 2 Ka Long", drafted.person(BINH), 40)]


@pytest.mark.parametrize(
    "words",
    [
        "thêm điểm Ka Long 15 người cho buổi trồng cây",
        "them diem Ka Long 15 nguoi cho buoi trong cay",
        "buổi trồng cây thêm điểm Ka Long 15 người",
    ],
)
async def test_a_point_more_of_an_open_day_is_read_back(town: Town, words: str) -> None:
    """Also while figures of another day are asked for; whoever answers for the place leads it."""
    await plan_saturday(town)
    await open_saturday(town, 20, title="Trồng cây", starts=clock(28, 7))
    await town.go_to(clock(21, 11))
    assert "số người" in (await town.press(HOA, "t.point:1")).casefold()
    read = await town.write(HOA, words)
    assert "CHƯA GỬI" in read
    assert "Thêm điểm: Ka Long – Vũ Văn Cường – 15" in read
    assert "1 người sẽ nhận tin" in read
    assert "Đã sửa" in await town.write(HOA, "gửi")
    assert [row[0] for row in await points(town)][-1] == "Ka Long"
    assert await says(town, CUONG, "phụ trách điểm Ka Long")


async def test_a_point_less_of_an_open_day_is_read_back(town: Town) -> None:
    day = await open_saturday(town, 20, 2, title="Trồng cây")
    assert "Bỏ điểm: Bãi biển Trà Cổ" in await town.write(HOA, "bỏ điểm Trà Cổ của buổi trồng cây")
    assert len(await points(town)) == 2
    await town.write(HOA, "gửi")
    assert [row[0] for row in await points(town)] == ["Cầu Ka Long"]
    assert await says(town, BINH, "Bãi biển Trà Cổ")
    await join(town, MAI, day)
    await town.write(HOA, "buổi trồng cây thêm điểm Hải Yên 30 người")
    await town.write(HOA, "gửi")
    read = await town.write(HOA, "bỏ điểm Ka Long của buổi trồng cây")
    assert "Chuyển hết sang điểm nào" in read
    assert len(await points(town)) == 2


async def test_only_whoever_leads_it_adds_a_point(town: Town) -> None:
    await open_saturday(town, 20, title="Trồng cây")
    for who in (BINH, CUONG, MAI):
        await town.write(who, "thêm điểm Trà Cổ 15 người cho buổi trồng cây")
        await town.write(who, "gửi")
    assert len(await points(town)) == 1
