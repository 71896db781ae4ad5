"""A hurried «ok» does no wrong: no task for «năm nay», no order inside a praise."""

import pytest

from tests.helpers.assignments import give
from tests.helpers.matters import LIEN, TRAN, move_in
from tests.helpers.scenes import number_from
from tests.town import BINH, DUNG, HANH, LAN, Town, says


@pytest.fixture
async def office(town: Town) -> Town:
    await move_in(town)
    await town.sql("UPDATE person SET name = 'Chu Văn Nam' WHERE name = :n", n=DUNG.name)
    return town


@pytest.mark.parametrize(
    "line", ["nam nay lam duoc gi", "năm nay làm được gì", "nam nao lam tot nhat"]
)
async def test_a_year_is_nobody(office: Town, line: str) -> None:
    said = await office.write(LAN, line)
    assert "CHƯA GIAO" not in said
    await office.write(LAN, "ok")
    assert await office.sql("SELECT COUNT(*) FROM assignment") == [(0,)]


async def test_somebody_called_so_still_gets_work(office: Town) -> None:
    assert "Chu Văn Nam" in await office.write(LAN, "Nam: rà soát danh sách, thứ 6")


async def test_an_order_beside_a_praise_is_no_word_of_it(office: Town) -> None:
    town = office
    said = await town.write(LAN, "khen dc Lien lam tot, nhac Hanh gs15")
    assert "«lam tot»" in said
    assert "Chưa làm, đề nghị nhắn riêng: «nhac Hanh gs15»" in said
    await town.write(LAN, "ok")
    await town.later(minutes=1)
    assert await says(town, LIEN, "«lam tot»")
    assert not await says(town, HANH, "gs15")


async def test_two_praises_are_two_people(office: Town) -> None:
    town = office
    said = await town.write(LAN, "khen a Binh vi 6 ho da ky, khen ca Nam nua")
    assert "Nguyễn Văn Bình, Chu Văn Nam" in said
    await town.write(LAN, "gửi")
    await town.later(minutes=1)
    for who in (BINH, DUNG):
        assert await says(town, who, "vi 6 ho da ky")
    assert not await says(town, TRAN, "6 ho")


@pytest.mark.parametrize(
    "line",
    [
        "cho Binh lui 147 den 10/12",
        "cho Bình gia hạn 147 đến 10/12",
        "để Bình lùi hạn 147 sang 10/12",
    ],
)
async def test_letting_somebody_have_longer_gives_no_new_work(office: Town, line: str) -> None:
    town = office
    await number_from(town, 147)
    await give(town, LAN, "Bình")
    said = await town.write(LAN, line)
    assert "CHƯA GIAO" not in said
    assert "10/12" in said
    await town.write(LAN, "gửi")
    due = await town.sql("SELECT date(due_at, 'unixepoch') FROM assignment WHERE number >= 147")
    assert due == [("2026-12-10",)]
