"""The directory: a colleague's telephone is found by name, by what the office allows; a card is
put right and read back."""

import pytest

from tests.town import BINH, CUONG, DUNG, HANH, HOA, LAN, MAI, THANG, Town, says


async def test_whose_number_in_peoples_own_words(town: Town) -> None:
    said = "Nguyễn Văn Bình – Chuyên viên, Tiểu ban Tuyên truyền – Vận động: 0900 000 104"
    for line in ("số của Bình", "sđt anh Bình", "danh bạ Nguyễn Văn Bình", "Binh so bao nhieu"):
        assert said.split(" – ")[0] in await town.write(DUNG, line), line
        assert "0900 000 104" in await town.screen(DUNG), line
    assert "0900 000 104" in await town.write(CUONG, "/danhba Bình")


async def test_two_of_a_name_stand_with_their_sections(town: Town) -> None:
    await town.sql("UPDATE person SET name = 'Lý Thị Bình' WHERE name = :n", n=DUNG.name)
    said = await town.write(HOA, "sđt Bình")
    assert "Nguyễn Văn Bình" in said
    assert "Lý Thị Bình" in said
    assert "Dân chủ" in said
    assert "chưa có số" in said


@pytest.mark.parametrize(
    "line",
    [
        "số của tiểu ban Dân chủ",
        "điện thoại tiểu ban DCPL",
        "gọi Dân chủ - Pháp luật số nào",
        "sđt DCPL",
    ],
)
async def test_a_section_is_called_as_people_call_it(town: Town, line: str) -> None:
    """Only its code, its short name or its whole name was known."""
    assert "Lý Thị Dung" in await town.write(BINH, line)


async def test_by_section_from_the_office_page(town: Town) -> None:
    await town.write(BINH, "Văn phòng")
    assert "7 người" in await town.tap(BINH, "Danh bạ")
    said = await town.tap(BINH, "Dân chủ - Pháp…")
    assert "Lý Thị Dung" in said
    assert "Bình" not in said
    assert "Vũ Văn Cường" in await town.tap(BINH, "Lãnh đạo, cơ sở", town.phone(BINH).messages[-2])
    assert "Lý Thị Dung" in await town.write(BINH, "danh bạ dcpl")
    assert "Danh bạ" in await town.write(BINH, "danh bạ")


async def test_the_office_says_who_sees_numbers(town: Town) -> None:
    await town.write(HANH, "/danhba")
    await town.tap(HANH, "Ai xem được số")
    assert "chỉ người giao việc" in await town.tap(HANH, "Người giao việc")
    said = await town.write(DUNG, "số của Bình")
    assert "Nguyễn Văn Bình" in said
    assert "0900 000 104" not in said
    assert not any(line.rstrip().endswith(":") for line in said.splitlines())
    assert "0900 000 101" in said
    assert "0900 000 104" in await town.write(THANG, "số của Bình")
    await town.press(DUNG, "dir_show:0:staff")
    assert "0900 000 104" not in await town.write(DUNG, "số của Bình")


async def test_a_volunteer_asks_nobodys_number(town: Town) -> None:
    assert "0900 000 104" not in await town.write(MAI, "số của Bình")
    assert "0900 000 104" not in await town.write(MAI, "/danhba Bình")


async def test_a_card_is_put_right_and_read_back(town: Town) -> None:
    assert "sửa gì" in await town.write(HANH, "/suanguoi Bình")
    await town.tap(HANH, "Điện thoại")
    assert "chưa đúng" in await town.write(HANH, "091234")
    said = await town.write(HANH, "0912 345 678")
    assert "0900 000 104 → 0912 345 678" in said
    assert "0900 000 104" in await town.write(LAN, "số của Bình")
    await town.tap(HANH, "Đúng", town.phone(HANH).messages[-1])
    assert "0912 345 678" in await town.write(LAN, "số của Bình")
    assert await says(town, BINH, "Văn phòng đã sửa danh bạ")


async def test_a_name_is_put_right_by_words_alone(town: Town) -> None:
    await town.write(HANH, "/suanguoi CB04")
    await town.tap(HANH, "Họ tên")
    assert "Nguyễn Văn Bính" in await town.write(HANH, "Nguyễn Văn Bính <3")
    await town.write(HANH, "đúng")
    assert "Nguyễn Văn Bính" in await town.write(HANH, "/nguoi CB04")


async def test_a_move_to_another_section(town: Town) -> None:
    await town.write(HANH, "/suanguoi Bình")
    await town.tap(HANH, "Bộ phận")
    said = await town.tap(HANH, "Dân chủ - Pháp…")
    assert "→ Tiểu ban Dân chủ - Pháp luật" in said
    await town.tap(HANH, "Đúng")
    assert "Nguyễn Văn Bình" in await town.write(HOA, "danh bạ DCPL")


async def test_whoever_heads_a_section_is_not_moved(town: Town) -> None:
    await town.write(HANH, "/suanguoi Thắng")
    await town.tap(HANH, "Bộ phận")
    assert "thu quyền đó trước" in await town.tap(HANH, "Dân chủ - Pháp…")


async def test_left_alone_the_card_stays(town: Town) -> None:
    await town.write(HANH, "/suanguoi Bình")
    await town.tap(HANH, "Chức danh")
    await town.write(HANH, "Phó trưởng tiểu ban")
    await town.tap(HANH, "Thôi")
    assert "Chuyên viên" in await town.write(LAN, "số của Bình")
    assert "chưa được phân quyền" in await town.write(THANG, "/suanguoi Bình")


@pytest.mark.parametrize("line", ["sửa danh bạ Bình", "sửa người Bình", "cập nhật thông tin Bình"])
async def test_a_card_is_corrected_in_words_by_whoever_may(town: Town, line: str) -> None:
    assert "sửa gì" in await town.write(HANH, line)
    assert "sửa gì" not in await town.write(HOA, line)
