"""An open day is changed in a line: what to bring, how many, who leads; read back as one."""

import pytest

from tests.helpers.activities import open_saturday, points
from tests.helpers.begun import begun
from tests.helpers.registrations import join
from tests.town import BINH, CUONG, DUNG, HOA, MAI, SON, Town, clock, says

PLANNED = "SELECT count(*) FROM activity"


@begun
async def two(town: Town) -> Town:
    """Trees on Saturday, to which Mai comes; the beach with its two points on Sunday."""
    day = await open_saturday(town, 20, title="Trồng cây", bring="cuốc")
    await open_saturday(town, 20, 2, clock(22, 7), title="Dọn rác bãi biển")
    await join(town, MAI, day)
    return town


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("thu 7 trong cay: mang them xeng", "Mang theo: cuốc → cuốc, xeng"),
        ("trồng cây thứ 7 mang theo găng tay, nước uống", "cuốc → găng tay, nước uống"),
        ("trồng cây thứ 7 tăng lên 40 chỗ", "Số chỗ (Ka Long): 20 → 40"),
        ("thu 7 trong cay them 10 suat", "Số chỗ (Ka Long): 20 → 30"),
        ("trồng cây thứ 7: chị Dung phụ trách thay", "Vũ Văn Cường → Lý Thị Dung"),
        ("doi nguoi phu trach trong cay sang Binh", "Vũ Văn Cường → Nguyễn Văn Bình"),
        ("buổi trồng cây thứ 7 gửi xe ở sân ủy ban", "Gửi xe: ở sân ủy ban"),
        ("trong cay thu 7 neu mua thi chuyen vao NVH", "Nếu mưa: chuyen vao NVH"),
        ("thứ 7 tập trung ở NVH khu 3", "Cầu Ka Long → NVH khu 3"),
        ("chủ nhật Trà Cổ thêm 10 chỗ", "Số chỗ (Trà Cổ): 20 → 30"),
    ],
)
async def test_it_is_read_back_and_nothing_is_planned(two: Town, words: str, row: str) -> None:
    read = await two.write(HOA, words)
    assert "CHƯA GỬI" in read
    assert row in read
    assert await two.sql(PLANNED) == [(2,)]
    assert (await points(two))[0] == ("Cầu Ka Long", two.person(CUONG), 20)
    assert "Đã thôi" in await two.tap(HOA, "Thôi")


async def test_several_lines_are_one(two: Town) -> None:
    await two.write(HOA, "thứ 7 trồng cây:\nmang thêm xẻng\n40 chỗ thôi\nchị Dung phụ trách")
    assert "Đã sửa" in await two.write(HOA, "gửi")
    assert (await points(two))[0] == ("Cầu Ka Long", two.person(DUNG), 40)
    assert await two.sql("SELECT bring FROM activity WHERE id = 1") == [("cuốc, xẻng",)]
    assert await says(two, MAI, "cuốc → cuốc, xẻng")
    assert not await says(two, SON, "thông tin mới")
    assert await says(two, DUNG, "phụ trách điểm")


async def test_each_of_two_points_has_its_own_seats(two: Town) -> None:
    await two.write(HOA, "chủ nhật Trà Cổ thêm 10 chỗ")
    read = await two.write(HOA, "chủ nhật Ka Long thêm 5 chỗ")
    assert "Số chỗ (Trà Cổ): 20 → 30" in read
    assert "Số chỗ (Ka Long): 20 → 25" in read
    await two.write(HOA, "gửi")
    assert [seats for _, _, seats in await points(two)] == [20, 25, 30]


async def test_what_was_not_sent_goes_with_the_next_line(two: Town) -> None:
    await two.write(HOA, "trồng cây thứ 7 tăng lên 40 chỗ")
    read = await two.write(HOA, "trồng cây thứ 7 mang thêm chổi")
    for row in ("20 → 40", "cuốc → cuốc, chổi"):
        assert row in read
    assert "cuốc → cuốc, chổi, xẻng" in await two.write(HOA, "trồng cây thứ 7 mang thêm xẻng")
    read = await two.write(HOA, "trồng cây thứ 7 chỉ 30 chỗ")
    assert "20 → 30" in read
    assert "40" not in read
    await two.write(HOA, "gửi")
    assert (await points(two))[0][2] == 30
    assert await two.sql("SELECT bring FROM activity WHERE id = 1") == [("cuốc, chổi, xẻng",)]


async def test_what_was_left_or_is_old_does_not(two: Town) -> None:
    await two.write(HOA, "trồng cây thứ 7 tăng lên 40 chỗ")
    await two.tap(HOA, "Thôi")
    assert "40" not in await two.write(HOA, "trồng cây thứ 7 mang thêm chổi")
    await two.later(minutes=40)
    assert "chổi" not in await two.write(HOA, "trồng cây thứ 7 mang thêm xẻng")


async def test_another_kind_of_change_says_what_it_drops(two: Town) -> None:
    await two.write(HOA, "trồng cây thứ 7 đổi sang 8h")
    read = await two.write(HOA, "chủ nhật Trà Cổ thêm 10 chỗ")
    assert "Tin chưa gửi về Trồng cây đã bỏ" in read


async def test_the_form_takes_them_all(two: Town) -> None:
    await two.press(HOA, "s.details:1")
    read = await two.write(
        HOA, "Mang theo xẻng\nGửi xe sân UBND\nTập trung ở NVH khu 3\n40 chỗ\nchị Dung phụ trách"
    )
    assert "Chưa ghi" not in read
    for row in ("cuốc → xẻng", "Gửi xe: sân UBND", "NVH khu 3", "20 → 40", "Lý Thị Dung"):
        assert row in read
    await two.tap(HOA, "Gửi")
    assert (await points(two))[0] == ("NVH khu 3", two.person(DUNG), 40)
    assert await says(two, MAI, "Đổi nơi")


@pytest.mark.parametrize("words", ["tang len 40 cho", "chị Dung phụ trách thay"])
async def test_without_a_day_it_is_asked_which(two: Town, words: str) -> None:
    assert "của buổi nào" in await two.write(HOA, words)
    assert "CHƯA GỬI" in await two.tap(HOA, "21/11 Trồng cây")


async def test_of_several_points_one_is_named(two: Town) -> None:
    assert "nhiều điểm" in await two.write(HOA, "chủ nhật giảm còn 30 người")


async def test_whoever_plans_nothing_there_changes_nothing(two: Town) -> None:
    for who in (CUONG, BINH, MAI):
        assert "CHƯA GỬI" not in await two.write(who, "trồng cây thứ 7 tăng lên 40 chỗ")
        assert "CHƯA GỬI" not in await two.write(who, "thu 7 trong cay: mang them xeng")
    assert (await points(two))[0][2] == 20
