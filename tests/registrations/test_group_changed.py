"""A group that stands is changed in words: some more, one part of it, not theirs, nobody."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join
from tests.town import CUONG, Town, clock

SAID = "SELECT o.code, h.number FROM headcount h JOIN organisation o ON o.id = h.organisation_id"


async def group(town: Town, words: str) -> int:
    day = await open_saturday(town, capacity=60)
    await town.press(CUONG, f"s.group:{day}")
    await town.write(CUONG, words)
    await town.tap(CUONG, "Đúng")
    return day


async def test_more_and_fewer_are_of_what_stands(town: Town) -> None:
    await group(town, "15 nguoi")
    read = await town.write(CUONG, "cho them 4 nguoi")
    assert "= 19 người (thay MTTQ 15)" in read
    assert "= 16 người" in await town.write(CUONG, "bot 3 nguoi")
    await town.write(CUONG, "pn 12, dtn 8")
    assert "của đoàn thể nào" in await town.write(CUONG, "cho them 4 nguoi")
    assert "PN 15, ĐTN 8 = 23 người" in await town.write(CUONG, "them pn 3")


async def test_so_many_more_put_right_are_of_what_stood_before(town: Town) -> None:
    await group(town, "12 nguoi")
    assert "= 15 người" in await town.write(CUONG, "thêm 3 người nữa")
    assert "= 14 người" in await town.write(CUONG, "nhầm, thêm 2 thôi")
    assert "= 13 người" in await town.write(CUONG, "nhầm, thêm 1 thôi")
    await town.tap(CUONG, "Đúng")
    assert "= 15 người" in await town.write(CUONG, "thêm 2 nữa")


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("giảm còn 10 người", 10),
        ("nhóm Ka Long giam con 10 nguoi", 10),
        ("rút bớt còn 9", 9),
        ("giảm xuống 8 người", 8),
        ("tăng lên 20", 20),
    ],
)
async def test_what_is_left_is_the_number(town: Town, words: str, stands: int) -> None:
    await group(town, "12 nguoi")
    assert f"= {stands} người" in await town.write(CUONG, words)


async def test_one_part_leaves_the_others(town: Town) -> None:
    await group(town, "PN 12, ĐTN 8")
    assert "PN 10, ĐTN 8 = 18 người" in await town.write(CUONG, "doi lai pn 10 thoi")
    await town.tap(CUONG, "Đúng")
    assert "PN 9, ĐTN 8 = 17 người" in await town.write(CUONG, "nham, pn 9")


async def test_what_it_is_not_is_not_recorded(town: Town) -> None:
    await group(town, "15 nguoi")
    assert ": ĐTN 15 = 15 người" in await town.write(CUONG, "dtn 15 chu khong phai mttq")
    assert "CHƯA" not in await town.write(CUONG, "dtn 15 chu khong phai cua toi")


async def test_nobody_comes(town: Town) -> None:
    for words in (
        "khong ai di",
        "huy, khu toi k di dc nua",
        "khu toi thu 7 khong co ai di, dam cuoi",
    ):
        await group(town, "15 nguoi")
        assert "Đã rút nhóm" in await town.write(CUONG, words), words
        await town.sql("UPDATE activity SET state = 'cancelled'")


async def test_the_day_and_the_place_in_the_sentence_are_used(town: Town) -> None:
    await open_saturday(town, capacity=60, starts=clock(20, 8), title="Công dân số")
    await open_saturday(town, capacity=60, points=2)
    assert "21/11" in await town.write(CUONG, "dk nhom 15 nguoi o bai bien Tra Co, dtn")
    await town.write(CUONG, "thôi")
    assert "buổi nào" in await town.write(CUONG, "dk nhom 12 nguoi")
    assert "21/11" in await town.write(CUONG, "thu 7")


async def test_a_forgotten_question_hears_numbers_alone(town: Town) -> None:
    day = await open_saturday(town, capacity=60)
    await town.press(CUONG, f"s.group:{day}")
    assert "Số người của nhóm" in await town.write(CUONG, "nhieu nguoi lam")
    assert "Số người của nhóm" not in await town.write(CUONG, "điểm danh")
    await town.later(minutes=30)
    for words in ("ma diem danh", "toi den roi", "co ai den chua"):
        assert "Số người của nhóm" not in await town.write(CUONG, words), words
    assert "= 12 người" in await town.write(CUONG, "12 nguoi")


async def test_whoever_stays_away_and_whoever_is_brought(town: Town) -> None:
    await group(town, "15 nguoi")
    for words, left in (
        ("bo 3 nguoi", 12),
        ("2 nguoi om", 10),
        ("3 ban bi ban khong di duoc", 7),
        ("cho e mang theo 2 chau", 9),
        ("giam 2", 7),
    ):
        assert f"= {left} người" in await town.write(CUONG, words), words


async def test_that_it_comes_late_counts_nobody(town: Town) -> None:
    await group(town, "15 nguoi")
    assert "người" not in await town.write(CUONG, "mai e den muon 15p")
    assert await town.sql(SAID) == [("MTTQ", 15)]


async def test_what_is_not_recorded_yet_is_dropped(town: Town) -> None:
    day = await open_saturday(town, capacity=60)
    await town.press(CUONG, f"s.group:{day}")
    await town.write(CUONG, "15 nguoi")
    assert "rút" not in await town.write(CUONG, "huy nhom")
    assert "CHƯA GHI" not in await town.write(CUONG, "dung")
    assert await town.sql(SAID) == []


async def test_while_the_day_is_asked_it_grows_and_shrinks(town: Town) -> None:
    await open_saturday(town, capacity=60)
    await open_saturday(town, capacity=60, starts=clock(22, 7), title="Trồng cây")
    assert "buổi nào" in await town.write(CUONG, "dk 12 nguoi")
    assert "= 9 người" in await town.write(CUONG, "bo 3 nguoi")
    assert "-" not in await town.write(CUONG, "mai e den muon 15p")
    await town.write(CUONG, "rut nhom")
    assert await town.sql(SAID) == []
    assert "= 15 người" in await town.write(CUONG, "nhom e 15 nguoi")


@pytest.mark.parametrize(
    "words",
    [
        "em bận, không đi dọn rác thứ 7 nữa",
        "t7 e ko đi đc",
        "thứ 7 khu em rút",
        "28/11 em không đi nữa",
    ],
)
@pytest.mark.parametrize("recorded", [False, True])
async def test_the_number_of_a_day_is_nobody_and_who_stays_away_is_asked(
    town: Town, words: str, recorded: bool
) -> None:
    await open_saturday(town, 60)
    await town.write(CUONG, "thứ 7 này đoàn thanh niên đăng ký 25 người")
    if recorded:
        await town.tap(CUONG, "Đúng")
    said = await town.write(CUONG, words)
    assert "CHƯA GHI" not in said
    if "28/11" not in words or not recorded:
        assert "rút cả nhóm" in said
    stands = [(25,)] if recorded else []
    assert await town.sql("SELECT number FROM headcount") == stands


async def test_whoever_brings_a_group_and_has_a_place_says_which(town: Town) -> None:
    await join(town, CUONG, await group(town, "15 nguoi"))
    assert "hay chỉ hủy chỗ của mình" in await town.write(CUONG, "em bận, thứ 7 không đi được")
    await town.tap(CUONG, "Hủy chỗ của tôi")
    assert "Đã hủy" in await town.tap(CUONG, "Hủy đăng ký")
    assert await town.sql("SELECT number FROM headcount") == [(15,)]
    assert "rút cả nhóm" in await town.write(CUONG, "hủy đăng ký")
    assert "Đã rút nhóm" in await town.tap(CUONG, "Rút nhóm")
    assert await town.sql("SELECT number FROM headcount") == []


@pytest.mark.parametrize("words", ["ccb chi con 6", "ccb còn 6 thôi", "CCB giảm còn 6"])
async def test_one_part_that_grows_less_leaves_the_others(town: Town, words: str) -> None:
    await group(town, "dtn 4 ccb 8")
    assert "ĐTN 4, CCB 6 = 10 người" in await town.write(CUONG, words)
    assert "của đoàn thể nào" in await town.write(CUONG, "bớt 1")
    assert "ĐTN 2, CCB 6 = 8 người" in await town.write(CUONG, "bot 2 dtn")
