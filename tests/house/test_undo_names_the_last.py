"""«hoàn tác» takes back what was done last, and never something older instead."""

import pytest

from tests.helpers.assignments import give
from tests.helpers.matters import matter, move_in
from tests.town import BINH, CUONG, HANH, THANG, Town


@pytest.fixture
async def office(town: Town) -> Town:
    return await move_in(town)


async def test_what_stands_is_said_and_nothing_older_goes(office: Town) -> None:
    """The work that was given before it was withdrawn, and its lead told so."""
    town = office
    await town.write(CUONG, "khó khăn: đường vào thôn sạt lở")
    await give(town, THANG, "Bình")
    await town.later(minutes=1)
    await town.write(THANG, "kk1 phụ trách Bình")
    await town.later(minutes=1)
    assert "không hoàn tác được" in await town.write(THANG, "hoan tac")
    assert await town.sql("SELECT state FROM assignment") == [("assigned",)]
    assert await matter(town, "owner_id", "KK-001") == (town.person(BINH),)


async def test_no_question_is_closed_instead(office: Town) -> None:
    town = office
    await town.write(HANH, "công văn đến: 312 rà soát hộ nghèo")
    await town.write(HANH, "CV1")
    await town.tap(HANH, "Đặt hạn")
    await town.later(minutes=1)
    await town.write(HANH, "cv-001 giao Bình")
    await town.later(minutes=1)
    assert "không hoàn tác được" in await town.write(HANH, "hoàn tác")
    assert ("matter.due",) in await town.sql("SELECT topic FROM expectation")


async def test_what_was_given_last_is_still_taken_back(office: Town) -> None:
    town = office
    await town.write(THANG, "khó khăn: đường vào thôn sạt lở")
    await town.later(minutes=1)
    await give(town, THANG, "Bình")
    await town.write(THANG, "hoan tac")
    assert await town.sql("SELECT state FROM assignment") == [("cancelled",)]
