"""«150» where figures are asked for: so many people, or work 150? Whoever has it is asked."""

import pytest

from tests.helpers.activities import plan_saturday
from tests.helpers.assignments import give, number_from
from tests.town import BINH, CUONG, HANH, THANG, Town, clock

TOLD = "SELECT total FROM turnout WHERE state = 'confirmed'"


@pytest.fixture(autouse=True)
async def asked(town: Town) -> None:
    """150 is Bình's, 151 of a section that he does not see; the day is over, figures are asked."""
    await plan_saturday(town)
    await number_from(town, 150)
    await give(town, THANG, "Bình", "Gửi công văn", "27/11")
    await give(town, HANH, "Dung", "Trả lời kiến nghị", "27/11")
    await town.go_to(clock(21, 10, 31))
    assert "bao nhiêu" in (await town.screen(BINH)).casefold() or town.phone(BINH).last.labels


async def test_whoever_has_it_is_asked_and_it_may_be_people(town: Town) -> None:
    assert "150 người, hay việc 150?" in await town.write(BINH, "150")
    assert await town.sql("SELECT count(*) FROM turnout") == [(0,)]
    assert "150 người" in await town.tap(BINH, "Ghi 150 người")
    await town.write(BINH, "đúng")
    assert await town.sql(TOLD) == [(150,)]


@pytest.mark.parametrize("line", ["150 rồi", "150 r ạ", "viec 150 roi c"])
async def test_that_it_is_so_far_says_not_which(town: Town, line: str) -> None:
    await town.write(BINH, line)
    assert await town.sql("SELECT count(*) FROM turnout") == [(0,)]
    assert town.phone(BINH).can_tap("Xem việc 150") or "NV-2026-0150" in await town.screen(BINH)


async def test_so_many_already_are_people_where_no_work_bears_the_number(town: Town) -> None:
    assert "👥 148 người" in await town.write(BINH, "148 rồi")


async def test_or_the_work_and_the_question_stays(town: Town) -> None:
    await town.write(BINH, "150")
    await town.tap(BINH, "Xem việc 150")
    assert "NV-2026-0150" in await town.screen(BINH)
    assert "45 người" in await town.write(BINH, "45")
    assert await town.sql("SELECT count(*) FROM turnout WHERE total = 150") == [(0,)]


@pytest.mark.parametrize("number", ["148", "151"])
async def test_what_is_no_work_of_theirs_is_people(town: Town, number: str) -> None:
    assert "hay việc" not in await town.write(BINH, number)
    await town.write(BINH, "đúng")
    assert await town.sql(TOLD) == [(int(number),)]


async def test_somebody_without_work_is_not_asked(town: Town) -> None:
    assert "hay việc" not in await town.write(CUONG, "150")


@pytest.mark.parametrize("line", ["150 người", "có 150", "dtn 150"])
async def test_said_with_a_word_it_is_people(town: Town, line: str) -> None:
    assert "hay việc" not in await town.write(BINH, line)


async def test_work_that_is_over_is_no_rival(town: Town) -> None:
    await town.sql("UPDATE assignment SET state = 'done' WHERE number = 150")
    assert "hay việc" not in await town.write(BINH, "150")
