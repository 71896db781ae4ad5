"""What is said under a result that was read back: put right, taken back, or of other work."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, THANG, Town

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
