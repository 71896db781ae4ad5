"""What is said under a result that was read back: put right, taken back, or of other work."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, THANG, Town, says

DRAFT = "SELECT text FROM completion WHERE state = 'draft'"


@pytest.fixture(autouse=True)
async def one_result(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    await town.write(BINH, "nhận 147")
    await town.write(BINH, "nhận 148")
    await town.write(BINH, "147 xong, 5 khu 47 ho")


async def test_a_number_is_put_in_place_of_the_wrong_one(town: Town) -> None:
    assert "Kết quả: 5 khu 45 ho\n" in await town.write(BINH, "hinh nhu 45 thoi")
    assert "Kết quả: 5 khu 36 ho\n" in await town.write(BINH, "36 hộ nhé ko phai 45")
    assert "Kết quả: 6 khu 36 ho\n" in await town.write(BINH, "à quên, 6 khu")
    assert await town.sql(DRAFT) == [("6 khu 36 ho",)]


@pytest.mark.parametrize(
    "words", ["chua xong dau c, e gui nham", "chưa xong ạ, em bấm nhầm", "em lỡ tay"]
)
async def test_a_denial_drops_it(town: Town, words: str) -> None:
    assert "Đã bỏ báo cáo" in await town.write(BINH, words)
    assert await town.sql(DRAFT) == []


async def test_other_work_and_chat_do_not_go_into_it(town: Town) -> None:
    said = await town.write(BINH, "c oi 148 em lam khong kip, dang nhieu viec qua")
    assert "muốn nói gì" in said
    assert "Chưa hiểu số" not in said
    for words in ("hok bit bao h moi co xi mang", "da de e bo sung"):
        await town.write(BINH, words)
    assert await town.sql(DRAFT) == [("5 khu 47 ho",)]


async def test_that_something_hinders_is_asked_what(town: Town) -> None:
    for words in ("147 vuong", "bao vuong mac", "vướng"):
        assert "vướng gì" in await town.write(BINH, words)
    await town.write(BINH, "xe hong giua duong")
    assert await town.sql("SELECT blocked FROM assignment WHERE number = 147") == [
        ("xe hong giua duong",)
    ]


@pytest.mark.parametrize(
    ("told", "words", "right"),
    [
        ("20 tờ A4 dán ở khu 2", "nhầm, 25 tờ", "25 tờ A4 dán ở khu 2"),
        ("3 poster A3 dán ở khu 2 lúc 12h", "nhầm, 25", "25 poster A3 dán ở khu 2 lúc 12h"),
        ("đã phát 20 tờ cho 15 hộ", "nhầm, 12 hộ", "đã phát 20 tờ cho 12 hộ"),
        ("5 khu 47 hộ", "hình như 45 thôi", "5 khu 45 hộ"),
        ("phát ở tổ 5 cho 4 hộ", "nhầm, 6", "phát ở tổ 5 cho 6 hộ"),
    ],
)
async def test_the_figure_that_counts_is_put_right(
    town: Town, told: str, words: str, right: str
) -> None:
    await town.write(BINH, f"xong 148, {told}")
    await town.write(BINH, words)
    assert await says(town, BINH, f"Kết quả: {right}")


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("đã dán poster A3 ở tầng 1 lúc 12h", "nhầm, 25 tờ"),
        ("đã phát 20 tờ cho 15 hộ", "nhầm, 25 bộ"),
    ],
)
async def test_no_number_that_names_something_and_none_of_several_is_replaced(
    town: Town, told: str, words: str
) -> None:
    await town.write(BINH, f"xong 148, {told}")
    await town.write(BINH, words)
    assert await says(town, BINH, told)
    assert await says(town, BINH, words)
