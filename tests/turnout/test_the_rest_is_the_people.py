"""«48 người, trong đó PN 10, đoàn 6, còn lại dân»: no part of a number is dropped."""

import pytest

from tests.helpers.activities import open_saturday
from tests.town import CUONG, Town, clock

WHOLE = ("PN 10", "ĐTN 6", "Khác 32", "48 người")


@pytest.fixture
async def over(town: Town) -> Town:
    await open_saturday(town, 60)
    await town.go_to(clock(21, 11))
    return town


@pytest.mark.parametrize(
    "words",
    [
        "48 người, trong đó PN 10, đoàn 6, còn lại dân",
        "tổng 48, gồm 10 hội viên PN, 6 đoàn viên, còn lại là người dân",
        "48 ng (10 pn, 6 đoàn, còn lại dân)",
    ],
)
async def test_of_those_who_came(over: Town, words: str) -> None:
    read = await over.write(CUONG, words)
    assert all(part in read for part in WHOLE)


@pytest.mark.parametrize(
    "words",
    [
        "đăng ký 48 người thứ 7, trong đó PN 10, đoàn 6, còn lại là dân",
        "dk 48 nguoi thu 7, pn 10, doan 6, con lai dan",
        "thứ 7 này khu em đi 48 người, trong đó PN 10, đoàn 6, còn lại dân",
    ],
)
async def test_of_those_who_will(town: Town, words: str) -> None:
    await open_saturday(town, 60)
    read = await town.write(CUONG, words)
    assert all(part in read for part in (*WHOLE[:3], "= 48 người"))


async def test_without_the_rest_it_is_asked(town: Town) -> None:
    await open_saturday(town, 60)
    assert "48 hay 16" in await town.write(CUONG, "đăng ký 48 người thứ 7, PN 10, đoàn 6")


async def test_so_many_more_and_fewer_of_each(over: Town) -> None:
    await over.write(CUONG, "48 người, trong đó PN 10, đoàn 6, còn lại dân")
    await over.write(CUONG, "đúng")
    assert "PN 22, ĐTN 14" in await over.write(CUONG, "thêm 12 PN, 8 đoàn viên")
    await over.write(CUONG, "đúng")
    read = await over.write(CUONG, "bớt 2 PN, 1 đoàn viên")
    assert "PN 20, ĐTN 13" in read
    assert "65 người" in read


async def test_more_of_nothing_is_no_number(over: Town) -> None:
    for _ in range(2):
        assert "con số cụ thể" in await over.write(CUONG, "thêm 12 PN, 8 đoàn viên")


async def test_a_total_that_was_offered_keeps_the_parts(over: Town) -> None:
    assert "Số nào đúng" in await over.write(CUONG, "40 người, PN 10, đoàn 6")
    read = await over.write(CUONG, "40")
    assert "40 người: PN 10, ĐTN 6" in read
