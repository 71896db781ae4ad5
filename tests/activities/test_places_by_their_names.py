"""An organiser says how many places a point has, or that there is one more, by its name."""

import pytest

from tests.helpers.activities import open_saturday, points
from tests.helpers.begun import begun
from tests.town import BINH, CUONG, HOA, Town, clock


@begun
async def two(town: Town) -> Town:
    await open_saturday(town, 25, 2, title="Dọn rác bãi biển")
    await open_saturday(town, 20, starts=clock(22, 14), title="Trồng cây")
    return town


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Bãi biển Trà Cổ cần 40 người chứ ko phải 25", "25 → 40"),
        ("bai bien Tra Co nhan 50 nguoi nhe", "25 → 50"),
        ("Trà Cổ 50 người", "25 → 50"),
        ("điểm Trà Cổ lấy 30 người thôi", "25 → 30"),
    ],
)
async def test_so_many_places(two: Town, words: str, read: str) -> None:
    said = await two.write(HOA, words)
    assert "CHƯA GỬI" in said
    assert f"Số chỗ (Trà Cổ): {read}" in said
    await two.tap(HOA, "Gửi")
    assert (await points(two))[1][2] == int(read.split()[-1])


@pytest.mark.parametrize(
    "words",
    [
        "Trà Cổ đổi sang Dung phụ trách",
        "tra co doi Dung phu trach",
        "điểm Trà Cổ giao chị Dung phụ trách",
    ],
)
async def test_who_leads_it_is_no_place(two: Town, words: str) -> None:
    assert "Phụ trách (Trà Cổ): Nguyễn Văn Bình → Lý Thị Dung" in await two.write(HOA, words)


async def test_of_others_it_is_a_group_as_before(two: Town) -> None:
    for who in (CUONG, BINH):
        assert "Số chỗ" not in await two.write(who, "Trà Cổ 12 người"), who
    assert "CHƯA GHI" in await two.write(HOA, "PN 12 người đi Trà Cổ")


@pytest.mark.parametrize(
    "words",
    [
        "CN-2211 thêm điểm nhà văn hóa Hải Yên, Bình phụ trách, 15 người",
        "trồng cây chủ nhật thêm điểm nhà văn hóa Hải Yên, Bình phụ trách, 15 người",
        "thêm điểm nhà văn hóa Hải Yên, Bình phụ trách, 15 chỗ vào CN-2211",
    ],
)
async def test_one_more_point(two: Town, words: str) -> None:
    await two.sql("UPDATE activity SET code = 'CN-2211' WHERE id = 2")
    said = await two.write(HOA, words)
    assert "CHƯA GỬI" in said
    assert "Thêm điểm: nhà văn hóa Hải Yên – Nguyễn Văn Bình – 15" in said
    before = len(await points(two))
    assert "Đã sửa" in await two.tap(HOA, "Gửi")
    assert (await points(two))[before:] == [("nhà văn hóa Hải Yên", two.person(BINH), 15)]


async def test_what_is_unclear_of_it_is_asked(two: Town) -> None:
    said = await two.write(
        HOA, "trồng cây chủ nhật thêm điểm NVH, Không Ai Cả phụ trách, 15 người"
    )
    assert "CHƯA GỬI" not in said
    assert len(await points(two)) == 3
