"""Several numbers in one line: each is read back with what becomes of it, none is dropped."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, HOA, THANG, Town, says


@pytest.fixture(autouse=True)
async def two(town: Town) -> None:
    """Bình has 147, Hoa 148."""
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await give(town, THANG, "Hoa", "Lập danh sách hộ nghèo")


async def states(town: Town) -> list[str]:
    found = "SELECT state FROM assignment WHERE number > 146 ORDER BY number"
    return [state for (state,) in await town.sql(found)]


@pytest.mark.parametrize("line", ["duyet 147, 148 dat", "duyệt hết", "duyệt 147 và 148"])
async def test_each_report_that_is_named_is_approved(town: Town, line: str) -> None:
    for who, number in ((BINH, 147), (HOA, 148)):
        await town.write(who, f"nhận {number}")
        await town.write(who, f"xong {number}, đã vận động đủ")
        await town.tap(who, "Gửi")
    said = await town.write(THANG, line)
    assert "147 Vận động 6 hộ – đ/c Nguyễn Văn Bình: đạt" in said
    assert "148 Lập danh sách hộ nghèo – đ/c Nguyễn Thị Hoa: đạt" in said
    assert await states(town) == ["review", "review"]
    await town.tap(THANG, "Gửi")
    assert await states(town) == ["done", "done"]


async def test_each_has_its_own_day_and_what_is_not_there_is_named(town: Town) -> None:
    said = await town.write(THANG, "gia han 147 den 24/12, 148 den 10/1, 199 den 11/1")
    assert "147" in said
    assert "gia hạn, đến thứ Năm, 24/12" in said
    assert "199: không có việc số này" in said
    await town.write(THANG, "gửi")
    found = "SELECT date(due_at, 'unixepoch') FROM assignment WHERE number > 146 ORDER BY number"
    assert await town.sql(found) == [("2026-12-24",), ("2027-01-10",)]
    said = await town.write(THANG, "gia han 148, 147 den 15/1")
    assert said.count("15/01") == 2
    await town.write(THANG, "thôi")
    assert await town.sql(found) == [("2026-12-24",), ("2027-01-10",)]


async def test_all_of_them_are_reminded(town: Town) -> None:
    for who in (BINH, HOA):
        await town.write(who, "nhận")
    said = await town.write(THANG, "nhac TTVD 147, 148")
    assert "đ/c Nguyễn Văn Bình: nhắc" in said
    asked = "SELECT count(*) FROM journal WHERE event = 'nudged'"
    assert await town.sql(asked) == [(0,)]
    await town.tap(THANG, "Gửi")
    assert await town.sql(asked) == [(2,)]


async def test_nobody_else_decides_so(town: Town) -> None:
    await town.write(HOA, "duyệt 147, 148")
    await town.press(HOA, "v.at_once:0")
    assert await states(town) == ["assigned", "assigned"]
    assert "Không có báo cáo nào" in await town.write(THANG, "duyệt hết")


async def test_a_yes_with_a_question_is_read_back_with_it(town: Town) -> None:
    await town.write(BINH, "nhận 147")
    await town.write(BINH, "xong 147, đã vận động đủ")
    await town.tap(BINH, "Gửi")
    card = next(m for m in reversed(town.phone(THANG).messages) if "147" in m.text)
    said = await town.write(THANG, "dat, kinh phi het bao nhieu", reply_to=card)
    assert "kèm: «kinh phi het bao nhieu»" in said
    assert (await states(town))[0] == "review"
    await town.tap(THANG, "Gửi")
    assert (await states(town))[0] == "done"
    await town.later(minutes=5)
    assert await says(town, BINH, "kinh phi het bao nhieu")
