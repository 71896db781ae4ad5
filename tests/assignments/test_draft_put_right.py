"""A draft of work that is shown is put right in words before it is given."""

import pytest

from tests.town import HANH, Town

LINES = "Bình: rà soát hộ nghèo, thứ 4\nHoa: làm băng rôn, thứ 6"


async def given(town: Town) -> list[tuple[str, str]]:
    """Who leads, and on which day it is due."""
    sql = (
        "SELECT person.name, substr(due_at, 1, 10) FROM assignment"
        " JOIN assignment_lead lead ON lead.assignment_id = assignment.id AND lead.until IS NULL"
        " JOIN person ON person.id = lead.person_id ORDER BY assignment.id"
    )
    return [(name.split()[-1], due) for name, due in await town.sql(sql)]


@pytest.mark.parametrize(
    "words", ["2 thoi t5 tuan sau", "hạn 2 thứ 5 tuần sau", "viec 2 t5 tuan sau"]
)
async def test_another_day_for_one_line(town: Town, words: str) -> None:
    await town.write(HANH, LINES)
    assert "26/11" in await town.write(HANH, words)
    await town.write(HANH, "ok giao")
    assert await given(town) == [("Bình", "2026-11-25"), ("Hoa", "2026-11-26")]


async def test_another_lead_and_a_line_left_out(town: Town) -> None:
    await town.write(HANH, LINES)
    assert "Dung" in await town.write(HANH, "1 giao Dung")
    await town.write(HANH, "bo dong 2")
    await town.write(HANH, "giao viec")
    assert [lead for lead, _ in await given(town)] == ["Dung"]


async def test_of_two_lines_it_is_asked_which(town: Town) -> None:
    await town.write(HANH, LINES)
    assert "số dòng" in await town.write(HANH, "thôi thứ 5 tuần sau")
    assert "không có" not in await town.write(HANH, "7 hạn thứ 5")
    assert await given(town) == []


async def test_the_only_line_needs_no_number(town: Town) -> None:
    await town.write(HANH, "Bình: rà soát hộ nghèo, thứ 4")
    assert "26/11" in await town.write(HANH, "thoi t5 tuan sau")
    await town.write(HANH, "giao")
    assert await given(town) == [("Bình", "2026-11-26")]
