"""A class planned in one sentence is read back, as other days are."""

import pytest

from tests.town import HOA, Town


@pytest.mark.parametrize(
    "words",
    [
        "lop cong dan so khu 5, sang t7, 30 nguoi, chi Hoa day",
        "lớp công dân số khu 5, sáng thứ 7, 30 người, chị Hoa dạy",
        "mở lớp tập huấn kỹ năng số thứ 7 8h tại NVH khu 3, 30 người, chị Hoa đứng lớp",
    ],
)
async def test_it_is_read_back(town: Town, words: str) -> None:
    shown = await town.write(HOA, words)
    assert "CHƯA GỬI" in shown
    assert await town.sql("SELECT kind, state FROM activity") == [("training", "draft")]
    for said in ("21/11", "30 chỗ", "Nguyễn Thị Hoa"):
        assert said in shown


@pytest.mark.parametrize(
    ("words", "title", "place"),
    [
        (
            "tap huan cong dan so lop 4: 27/11 14h, nha van hoa khu 1, 50 cho",
            "Cong dan so lop 4",
            "nha van hoa khu 1",
        ),
        (
            "tap huan chuyen doi so, 27/11 14h tai nha van hoa hai yen, 50 cho",
            "Chuyen doi so",
            "nha van hoa hai yen",
        ),
        (
            "mở lớp công dân số 27/11 14h, NVH khu 1, 50 chỗ",
            "Lớp công dân số",
            "NVH khu 1",
        ),
    ],
)
async def test_its_title_and_its_place_are_told_apart(
    town: Town, words: str, title: str, place: str
) -> None:
    """«cong dan so» was taken for a culvert, «cống», and the hall for the title."""
    shown = await town.write(HOA, words)
    assert await town.sql("SELECT kind, title FROM activity") == [("training", title)]
    assert await town.sql("SELECT name, capacity FROM point") == [(place, 50)]
    assert "27/11 14h00" in shown
    assert "Chưa ghi" not in shown


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "lap lop tap huan cong dan so lop 4 chieu thu 7 28/11 14h tai nha van hoa Hai Yen",
            "Cong dan so lop 4",
        ),
        (
            "lập lớp tập huấn Công dân số, lớp 4, 14h 28/11, Nhà văn hóa Hải Yên, 50 chỗ",
            "Công dân số, lớp 4",
        ),
        ("mở thêm lớp tập huấn Công dân số, 14h 28/11, Nhà văn hóa Hải Yên", "Công dân số"),
    ],
)
async def test_a_title_is_without_the_verb_that_begins_it(
    town: Town, line: str, title: str
) -> None:
    assert f"Tập huấn: {title}" in await town.write(HOA, line)
