"""Who comes along, said in the registering sentence or after it: heard, and read back."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import arrive, asked_tonight, join, standings
from tests.town import CUONG, MAI, Town, clock

ALONG = "SELECT adults, children FROM registration ORDER BY id"


@pytest.mark.parametrize(
    ("lines", "along"),
    [
        (("dki cho e voi 2 ban nua, cho di tra co", "dong y, e 22t"), (2, 0)),
        (("tra co. me and my husband", "ok 30 tuoi"), (1, 0)),
        (("dong y 40 tuoi, cho tra co, 4 nguoi",), (3, 0)),
        (("dong y, 30 tuoi, dang ky 5 nguoi", "tra co"), (4, 0)),
        (("đồng ý, 41 tuổi, Trà Cổ, với hai cháu",), (0, 2)),
    ],
)
async def test_company_in_the_registering_sentence(
    town: Town, lines: tuple[str, ...], along: tuple[int, int]
) -> None:
    day = await open_saturday(town, points=3, capacity=9, children_allowed=1)
    await arrive(town, MAI, day)
    for line in lines:
        await town.write(MAI, line)
    assert await standings(town) == ["registered"]
    assert any("CHƯA GHI" in text for text in await town.heard(MAI))
    assert await town.sql(ALONG) == [(0, 0)], "the number is read back"
    await town.tap(MAI, "Đúng")
    assert await town.sql(ALONG) == [along]


async def test_consent_age_and_place_in_one_line(town: Town) -> None:
    day = await open_saturday(town, points=3)
    await arrive(town, MAI, day)
    await town.write(MAI, "dong y 16 tuoi, tra co")
    assert await standings(town) == ["held"]


async def test_the_number_is_said_while_something_is_missing(town: Town) -> None:
    await arrive(town, MAI, await open_saturday(town, points=3))
    said = await town.write(MAI, "nhom em 3 nguoi nhe")
    assert "Đi cùng: 2 người lớn" in said
    assert await standings(town) == []


async def test_a_large_group_is_told_who_registers_it(town: Town) -> None:
    day = await open_saturday(town, points=3, capacity=60)
    await arrive(town, MAI, day)
    await town.write(MAI, "tra co nhe, doan em 12 nguoi")
    await town.write(MAI, "dong y 30 tuoi")
    assert await standings(town) == ["registered"]
    [said] = [text for text in await town.heard(MAI) if "12 người:" in text]
    assert "Trưởng khu hoặc Bí thư chi đoàn" in said
    assert "chuyển câu hỏi tới" in await town.tap(MAI, "Nhờ phụ trách ghi")


async def test_the_leader_answers_for_a_large_group(town: Town) -> None:
    await join(town, MAI, await open_saturday(town, capacity=60))
    assert "12 người" in await town.write(MAI, "doan em 12 nguoi")
    await town.tap(MAI, "Nhờ phụ trách ghi")
    assert "nhóm 12 người" in await town.screen(CUONG)
    await town.tap(CUONG, "Trả lời")
    await town.write(CUONG, "Anh ghi cho nhóm rồi nhé")
    assert "Anh ghi cho nhóm" in await town.screen(MAI)


@pytest.mark.parametrize(
    ("line", "adults"),
    [("nhom em 3 nguoi nhe", 2), ("them 2 ban di cung em", 3), ("dang ky lai 4 nguoi", 3)],
)
async def test_company_said_after_registering(town: Town, line: str, adults: int) -> None:
    await join(town, MAI, await open_saturday(town, capacity=9))
    await town.tap(MAI, "Người đi cùng")
    await town.tap(MAI, "1 người lớn")
    assert f"Đi cùng: {adults} người lớn" in await town.write(MAI, line)
    await town.tap(MAI, "Đúng")
    assert await town.sql(ALONG) == [(adults, 0)]


async def test_with_two_days_ahead_company_is_asked_of_which(town: Town) -> None:
    await join(town, MAI, await open_saturday(town, capacity=9))
    other = await open_saturday(town, starts=clock(28, 7), title="Trồng cây", capacity=9)
    await arrive(town, MAI, other)
    await town.tap(MAI, "Đăng ký")
    assert "ở buổi nào" in await town.write(MAI, "them 2 ban di cung em")
    await town.tap(MAI, "28/11 Trồng cây")
    assert await town.sql(ALONG) == [(0, 0), (2, 0)]


async def test_fewer_come_on_the_eve(town: Town) -> None:
    await asked_tonight(town)
    said = await town.write(MAI, "mai em di, nhung 1 ban om, con 2 nguoi")
    assert "Đi cùng: 1 người lớn" in said
    assert "ngày mai" in said
    assert await standings(town) == ["confirmed"]


async def test_a_whole_family_that_nobody_counted_is_asked_about(town: Town) -> None:
    await asked_tonight(town)
    said = await town.write(MAI, "cả nhà em đi luôn nha")
    assert await standings(town) == ["confirmed"]
    assert "Đi cùng" in said or "đi cùng" in said


SAID = (
    ("minh dan 3 ban cung lop", (3, 0)),
    ("2 bạn", (2, 0)),
    ("nhóm em 3 bạn", (2, 0)),
    ("4 nguoi lon trong do co 1 tre em 7 tuoi", (3, 1)),
    ("nhà em 5 người, trong đó 2 trẻ", (2, 2)),
)


async def test_friends_and_children_are_counted_as_they_are_meant(town: Town) -> None:
    await join(town, MAI, await open_saturday(town, capacity=9, children_allowed=1))
    for words, along in SAID:
        await town.write(MAI, words)
        await town.write(MAI, "dung roi")
        assert await town.sql(ALONG) == [along], words


async def test_more_are_added_to_what_was_read_back(town: Town) -> None:
    await join(town, MAI, await open_saturday(town, capacity=9, children_allowed=1))
    assert "2 người lớn" in await town.write(MAI, "với 2 bạn nữa")
    said = await town.write(MAI, "dung r, them ca chau nho 7 tuoi nua")
    assert "2 người lớn" in said
    assert "1 trẻ em" in said
    await town.write(MAI, "một câu không ai hiểu")
    await town.write(MAI, "dung roi")
    assert await town.sql(ALONG) == [(2, 1)]


async def test_of_three_friends_one_is_ill(town: Town) -> None:
    day = await asked_tonight(town)
    await town.sql(f"UPDATE point SET capacity = 9 WHERE activity_id = {day}")
    await town.write(MAI, "co, nhung co 2 ban thoi, 1 ban om")
    await town.write(MAI, "dung")
    assert await town.sql(ALONG) == [(2, 0)]
    assert await standings(town) == ["registered"]
