"""Whoever is named hears it: a reminder by somebody else, a question about several pieces of work,
words that are only to be passed on, praise with a number."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, LAN, THANG, Town, says

DRAFTS = "SELECT 1 FROM expectation WHERE topic LIKE 'work.draft%'"


@pytest.fixture(autouse=True)
async def given(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await give(town, THANG, "Hoa", "Danh sách hộ nghèo", "27/11")


WORDS = (
    ("147 Binh cham, Thang nhac", "Lê Văn Thắng"),
    ("Thắng nhắc Bình 147 nhé", "Lê Văn Thắng"),
    ("hỏi chị Hạnh 147 với 148", "Đỗ Thị Hạnh"),
    ("hoi Thang 147 toi dau roi", "Lê Văn Thắng"),
    ("147 sao chậm thế", "Nguyễn Văn Bình"),
    ("hỏi 147 cần bao nhiêu tiền", "Nguyễn Văn Bình"),
    ("hoi viec 147 vuong gi", "Nguyễn Văn Bình"),
)


@pytest.mark.parametrize(("line", "name"), WORDS)
async def test_whoever_is_named_hears_it(town: Town, line: str, name: str) -> None:
    said = await town.write(LAN, line)
    assert f"Chuyển tới đ/c {name} về việc" in said
    assert f"«{line}»" in said
    assert not await town.sql(DRAFTS)


async def test_words_that_are_missing_are_asked(town: Town) -> None:
    """«147 chuyen loi cho Binh di» was itself to be passed on."""
    said = await town.write(LAN, "147 chuyen loi cho Binh di")
    assert "đề nghị nhắn điều cần hỏi; hệ thống chuyển tới đ/c Nguyễn Văn Bình" in said
    await town.write(LAN, "chiều nay mang hồ sơ lên phòng tôi")
    await town.later(minutes=1)
    assert await says(town, BINH, "chiều nay mang hồ sơ lên phòng tôi")
    assert not await says(town, BINH, "chuyen loi")


@pytest.mark.parametrize("line", ["bieu duong Binh 147", "khen Bình 147"])
async def test_a_number_behind_the_name_is_no_praise(town: Town, line: str) -> None:
    said = await town.write(LAN, line)
    assert "«147»" not in said
    assert "NV-2026-0147" in said
    await town.write(LAN, "vận động khéo")
    await town.tap(LAN, "Gửi")
    await town.later(minutes=1)
    assert await says(town, BINH, "«vận động khéo»")


@pytest.mark.parametrize("line", ["nhắc giúp tôi 147", "nhac Binh 147 ho chi", "nhắc hộ 147 nhé"])
async def test_a_reminder_asked_kindly_is_one(town: Town, line: str) -> None:
    assert "nhắc đ/c Nguyễn Văn Bình về NV-2026-0147" in await town.write(LAN, line)
