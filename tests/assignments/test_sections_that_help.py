"""A section co-operates in a piece of work: named in words or by a tap, and never in the title."""

import pytest

from tests.town import DUNG, HANH, THANG, Town

DCPL = "Tiểu ban Dân chủ - Pháp luật"
HELPS = "SELECT unit.code FROM assignment_support s JOIN unit ON unit.id = s.unit_id ORDER BY 1"


@pytest.mark.parametrize(
    "line",
    [
        "Thắng phối hợp DCPL: làm hội nghị, 25/12",
        "Thắng: làm hội nghị, phối hợp với tiểu ban DCPL, 25/12",
        "Thắng: làm hội nghị, DCPL phối hợp, 25/12",
        "giao Thắng làm hội nghị, phối hợp: Tiểu ban Dân chủ - Pháp luật, 25/12",
        "Thắng: làm hội nghị cùng với bên dân chủ pháp luật, 25/12",
        "TTVD chủ trì, DCPL phối hợp: làm hội nghị, 25/12",
        "Tiểu ban Tuyên truyền - Vận động chủ trì, phối hợp DCPL làm hội nghị, 25/12",
    ],
)
async def test_a_section_is_named_in_the_line(town: Town, line: str) -> None:
    said = await town.write(HANH, f"/giaoviec {line}")
    assert "CHƯA GIAO" in said, said
    assert f"🤝 {DCPL}" in said
    await town.tap(HANH, "Giao việc")
    assert await town.sql("SELECT title FROM assignment") == [("làm hội nghị",)]
    assert await town.sql(HELPS) == [("DCPL",)]
    lead = "SELECT person.name FROM assignment JOIN person ON person.id = lead_id"
    assert await town.sql(lead) == [(THANG.name,)]


async def test_two_sections_help(town: Town) -> None:
    said = await town.write(HANH, "/giaoviec Thắng: làm hội nghị, phối hợp DCPL và KTGS, 25/12")
    assert f"🤝 Tiểu ban Kiểm tra - Giám sát, {DCPL}" in said or f"{DCPL}, Tiểu ban Kiểm" in said
    await town.tap(HANH, "Giao việc")
    assert await town.sql(HELPS) == [("DCPL",), ("KTGS",)]


async def test_what_is_to_be_done_stays_in_the_title(town: Town) -> None:
    """«vận động», «kiểm tra», and people beside a section."""
    await town.write(HANH, "/giaoviec Thắng: vận động 6 hộ phối hợp kiểm tra nước, 25/12")
    await town.tap(HANH, "Giao việc")
    title = "vận động 6 hộ phối hợp kiểm tra nước"
    assert await town.sql("SELECT title FROM assignment") == [(title,)]
    assert await town.sql(HELPS) == []


@pytest.mark.parametrize("way", ["tap", "typed"])
async def test_a_section_is_chosen_under_the_draft(town: Town, way: str) -> None:
    await town.write(HANH, "/giaoviec Thắng: làm hội nghị, 25/12")
    await town.tap(HANH, "Thêm")
    await town.tap(HANH, "Phối hợp")
    if way == "tap":
        said = await town.tap(HANH, "Dân chủ - Pháp…")
    else:
        said = await town.write(HANH, DCPL)
    assert f"🤝 {DCPL}" in said
    await town.tap(HANH, "Giao việc")
    assert await town.sql(HELPS) == [("DCPL",)]


async def test_a_section_joins_the_draft_in_words(town: Town) -> None:
    await town.write(HANH, "/giaoviec Thắng: làm hội nghị, 25/12")
    said = await town.write(HANH, "thêm DCPL phối hợp")
    assert f"🤝 {DCPL}" in said


async def test_its_head_hears_of_it(town: Town) -> None:
    await town.sql(
        "INSERT INTO role_grant (office_id, person_id, role, unit_id, valid_from)"
        " SELECT 1, :person, 'head', id, '2026-01-01' FROM unit WHERE code = 'DCPL'",
        person=town.person(DUNG),
    )
    await town.write(HANH, "/giaoviec Thắng phối hợp DCPL: làm hội nghị, 25/12")
    await town.tap(HANH, "Giao việc")
    assert "làm hội nghị" in await town.screen(DUNG)
