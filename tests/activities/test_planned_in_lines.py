"""A day planned in several lines is one day with its parts; what says nothing of it is told."""

import pytest

from tests.helpers.activities import points
from tests.town import BINH, CUONG, HOA, Town

TITLES = "SELECT title, starts_at FROM activity"


@pytest.mark.parametrize(
    ("words", "title", "place"),
    [
        (
            "Dọn kênh Ka Long\nThứ 7 28/11, 7h\nTại NVH khu 3 Ka Long\n"
            "Bình phụ trách\nCần 40 người",
            "Dọn kênh Ka Long",
            "NVH khu 3 Ka Long",
        ),
        (
            "Tên: Trồng cây đầu xuân\nThời gian: 7h thứ 7 28/11\nĐịa điểm: UBND phường Trà Cổ\n"
            "Phụ trách: anh Bình\nSố người: 40",
            "Trồng cây đầu xuân",
            "UBND phường Trà Cổ",
        ),
        (
            "thu 7 tuan sau don ve sinh\n7h\ncho Tra Co\nBinh\n40",
            "Don ve sinh",
            "cho Tra Co",
        ),
    ],
)
async def test_it_is_one_day(town: Town, words: str, title: str, place: str) -> None:
    shown = await town.write(HOA, words)
    assert "CHƯA GỬI" in shown
    assert "Chưa ghi" not in shown
    assert [row[0] for row in await town.sql(TITLES)] == [title]
    assert "28/11 7h00" in shown
    assert await points(town) == [(place, town.person(BINH), 40)]


async def test_a_line_a_point(town: Town) -> None:
    await town.write(
        HOA,
        "Ra quân dọn vệ sinh môi trường\nThứ 7 28/11, 7h\nTrà Cổ 20 người Bình phụ trách\n"
        "Ka Long 15 người Cường phụ trách",
    )
    assert await points(town) == [
        ("Trà Cổ", town.person(BINH), 20),
        ("Ka Long", town.person(CUONG), 15),
    ]


async def test_what_is_not_taken_down_is_told(town: Town) -> None:
    shown = await town.write(
        HOA, "Trồng cây Trà Cổ\nthứ 7 28/11 7h\n40 người\nmang theo cuốc xẻng\nxe đón lúc đầu"
    )
    assert "Chưa ghi: mang theo cuốc xẻng" in shown
    assert "Chưa ghi: xe đón" in shown
    assert "cuốc xẻng" in await town.write(HOA, "mang theo cuốc xẻng")


async def test_two_days_are_two(town: Town) -> None:
    said = await town.write(
        HOA, "thứ 7 dọn rác biển Trà Cổ 7h 20 người\nchủ nhật trồng cây Ka Long 8h 30 người"
    )
    assert "nhiều buổi" in said
