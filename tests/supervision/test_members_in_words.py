"""Who is told when a team gathers says in words whether they come, and the head hears why."""

import pytest

from tests.helpers.assignments import give
from tests.helpers.supervision import LIEN, TRAN, office_of_visits, propose
from tests.town import HOA, THANG, Town, clock, says

TEAM = "GS1 đoàn: Trận trưởng đoàn, Liên thư ký, Hoa"


@pytest.fixture
async def told(town: Town) -> Town:
    """Hoa has a single piece of work, and has just been told of tomorrow's visit."""
    await office_of_visits(town)
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await give(town, THANG, "Hoa")
    await town.later(hours=2)
    await town.write(TRAN, TEAM)
    await town.write(TRAN, "GS1 tập trung 7h30 thứ 6, tại trụ sở")
    await town.go_to(clock(19, 19, 40))
    assert await says(town, HOA, "tập trung")
    return town


async def comes(town: Town) -> list[tuple[int | None]]:
    return [
        (said,)
        for (said,) in await town.sql(
            "SELECT comes FROM visit_member m JOIN person p ON p.id = m.person_id"
            " WHERE p.name LIKE '%Hoa'"
        )
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("k đi dc", ""),
        ("em k đi dc ạ", ""),
        ("em k đi dc, con ốm", "con ốm"),
        ("e k đi dc vì con ốm", "con ốm"),
        ("con ốm, em xin vắng ạ", "con ốm"),
        ("ko tham gia được", ""),
        ("mai em xin phép vắng", ""),
        ("bận rồi ạ", ""),
    ],
)
async def test_who_does_not_come(told: Town, line: str, why: str) -> None:
    assert "đã báo trưởng đoàn" in await told.write(HOA, line)
    assert await comes(told) == [(0,)]
    assert await says(told, TRAN, f"không đi được{': ' if why else ''}{why}")


@pytest.mark.parametrize("line", ["ok", "dạ", "em nhất trí", "em đi được ạ", "đã rõ"])
async def test_who_comes(told: Town, line: str) -> None:
    await told.write(HOA, line)
    assert await comes(told) == [(1,)]
    assert await told.sql("SELECT accepted_at IS NULL FROM assignment") == [(1,)]
