"""A report comes in pieces: each adds to what was read back, or changes it, and the whole is read
back anew. Only a report with a sum of its own stands instead, and says so."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join
from tests.town import CUONG, MAI, SON, Town, clock

WHOLE = "dtn 22 pn 15 vang 3, 2km duong, 12 bao rac"


@pytest.fixture
async def day(town: Town) -> Town:
    """Cường's point is over; of a day to come the number of his group is asked too."""
    await open_saturday(town, capacity=60)
    await open_saturday(town, 60, 3, clock(28, 7), title="Trồng cây")
    await town.go_to(clock(21, 10, 31))
    return town


@pytest.fixture
async def told(day: Town) -> Town:
    await day.write(CUONG, WHOLE)
    return day


@pytest.mark.parametrize("recorded", [False, True])
@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("ccb 8 nhe", "45 người: ĐTN 22, PN 15, CCB 8; vắng 3"),
        ("co ca ccb 8 nua", "45 người: ĐTN 22, PN 15, CCB 8; vắng 3"),
        ("pn 20", "42 người: ĐTN 22, PN 20; vắng 3"),
        ("ccb 8, nd 4", "49 người: ĐTN 22, PN 15, CCB 8, ND 4; vắng 3"),
        ("them 5 chi nua ve sau", "42 người: ĐTN 22, PN 15, còn lại 5; vắng 3"),
        ("vang 4", "37 người: ĐTN 22, PN 15; vắng 4"),
        ("vắng 2 người", "37 người: ĐTN 22, PN 15; vắng 2"),
        ("vang 3 nua", "37 người: ĐTN 22, PN 15; vắng 6"),
        ("vắng thêm 1", "37 người: ĐTN 22, PN 15; vắng 4"),
    ],
)
async def test_a_piece_leaves_the_rest(
    told: Town, words: str, people: str, recorded: bool
) -> None:
    if recorded:
        await told.tap(CUONG, "Đúng")
    said = await told.write(CUONG, words)
    assert "CHƯA GHI" in said
    assert people in said
    assert "2 km đường; 12 bao rác" in said


async def test_one_piece_after_another(told: Town) -> None:
    for words in ("nham dtn 20", "ccb 8 nhe", "100m kenh", "vang 5"):
        await told.write(CUONG, words)
    said = await told.write(CUONG, "dung")
    assert "Đã ghi: 43 người: ĐTN 20, PN 15, CCB 8; vắng 5" in said


@pytest.mark.parametrize(("words", "people"), [("38", "38 người"), ("tong 40 nguoi", "40 người")])
async def test_a_sum_of_its_own_stands_instead_and_says_so(
    told: Town, words: str, people: str
) -> None:
    said = await told.write(CUONG, words)
    assert f"👥 {people}" in said
    assert "Thay số trước: 37 người: ĐTN 22, PN 15; vắng 3" in said


@pytest.mark.parametrize("words", ["dong lam nhieu nguoi lam", "nhieu nguoi lam"])
async def test_what_is_not_understood_leaves_the_card(told: Town, words: str) -> None:
    said = await told.write(CUONG, words)
    assert "37 người: ĐTN 22, PN 15; vắng 3" in said
    assert "Đúng" in told.phone(CUONG).last.labels
    assert "Đã ghi: 37" in await told.write(CUONG, "dung")


@pytest.mark.parametrize("words", ["chua co so ccb", "thôi để nguyên", "cứ để nguyên nhé"])
async def test_it_waits_for_its_yes(told: Town, words: str) -> None:
    assert "37 người: ĐTN 22, PN 15; vắng 3" in await told.write(CUONG, words)
    assert "Đã ghi: 37" in await told.write(CUONG, "dung")


async def test_what_is_recorded_stays_as_it_is(told: Town) -> None:
    await told.tap(CUONG, "Đúng")
    await told.write(CUONG, "ccb 8")
    await told.write(CUONG, "thôi để nguyên")
    assert await told.sql("SELECT total FROM turnout WHERE state = 'confirmed'") == [(37,)]
    assert await told.sql("SELECT count(*) FROM turnout WHERE state = 'echoed'") == [(0,)]


@pytest.mark.parametrize(
    ("tap", "people"),
    [("Trong 55 người", "55 người: CCB 8"), ("Cộng thành 63", "63 người: CCB 8")],
)
async def test_whether_they_are_among_those_of_whom_a_sum_was_told(
    day: Town, tap: str, people: str
) -> None:
    await day.write(CUONG, "55 nguoi")
    await day.write(CUONG, "ccb 8")
    assert people in await day.tap(CUONG, tap)


async def test_beside_the_roll_the_question_stays(day: Town) -> None:
    there = await open_saturday(day, 60, starts=clock(22, 7), title="Dọn chợ")
    for who in (MAI, SON):
        await join(day, who, there)
    await day.press(CUONG, f"s.group:{there}")
    await day.write(CUONG, "PN 5, ĐTN 12")
    await day.tap(CUONG, "Đúng")
    point = (await day.sql("SELECT max(id) FROM point"))[0][0]
    await day.go_to(clock(22, 7, 5))
    await day.press(CUONG, f"s.roll:{point}")
    await day.tap(CUONG, "Đủ cả")
    await day.tap(CUONG, "Chốt")
    await day.go_to(clock(22, 10, 31))
    await day.write(CUONG, "ngày 22/11 dtn 18 pn 20 vang 5")
    await day.write(CUONG, "ccb 6 nhe")
    assert {"Cộng thành 46", "Chỉ 44"} <= set(day.phone(CUONG).last.labels)
