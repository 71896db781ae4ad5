"""Sections, organisations and places of an office: added, renamed, closed by the office itself."""

import pytest

from actions.office.offices import NewOffice, found_office
from storage.bundled import presets
from tests.helpers.house import fresh
from tests.town import BINH, CUONG, HANH, HOA, LAN, SINCE, THURSDAY, Town


async def places(town: Town) -> list[str]:
    rows = await town.sql("SELECT name FROM locality WHERE valid_to IS NULL ORDER BY id")
    return [row[0] for row in rows]


async def test_the_office_adds_places_by_taps(town: Town) -> None:
    await town.write(HANH, "Văn phòng")
    page = await town.tap(HANH, "Cơ cấu")
    assert "Tiểu ban Dân chủ - Pháp luật" in page
    assert "Ka Long, Trà Cổ, Hải Yên" in page
    await town.tap(HANH, "Địa bàn")
    await town.tap(HANH, "Thêm")
    assert "Khu 5, Khu 6" in await town.write(HANH, "Khu 5, Khu 6")
    assert await places(town) == ["Ka Long", "Trà Cổ", "Hải Yên"], "only read back"
    await town.tap(HANH, "Thêm")
    assert await places(town) == ["Ka Long", "Trà Cổ", "Hải Yên", "Khu 5", "Khu 6"]


async def test_a_new_place_is_a_place_like_any_other(town: Town) -> None:
    await town.write(HANH, "thêm địa bàn: Khu 5")
    await town.write(HANH, "đúng")
    assert "Khu 5 – Yếu" in await town.write(
        HANH, "đánh dấu Khu 5 là điểm yếu vì giải phóng mặt bằng chậm, đến 31/12"
    )


async def test_a_place_is_renamed_in_one_line(town: Town) -> None:
    said = await town.write(HANH, "đổi tên địa bàn Hải Yên thành Hải Yên Đông")
    assert "Hải Yên → Hải Yên Đông" in said
    assert "Hải Yên" in await places(town)
    await town.tap(HANH, "Đổi tên")
    assert await places(town) == ["Ka Long", "Trà Cổ", "Hải Yên Đông"]
    journal = "SELECT was, became FROM journal WHERE event = 'structure.renamed'"
    assert await town.sql(journal) == [("Hải Yên", "Hải Yên Đông")]


async def test_a_section_is_renamed_and_everybody_reads_its_new_name(town: Town) -> None:
    await town.write(HANH, "cơ cấu")
    await town.tap(HANH, "Bộ phận")
    await town.tap(HANH, "Tuyên truyền…")
    await town.tap(HANH, "Đổi tên")
    await town.write(HANH, "Tiểu ban Vận động quần chúng")
    await town.tap(HANH, "Đổi tên")
    assert "Vận động quần chúng" in await town.write(BINH, "danh bạ TTVD")


async def test_an_organisation_has_a_name_and_a_short_one(town: Town) -> None:
    await town.write(HANH, "đổi tên tổ chức Hội Nông dân thành Hội Nông dân Việt Nam")
    await town.tap(HANH, "Đổi tên")
    found = await town.sql("SELECT name, short FROM organisation WHERE code = 'HND'")
    assert found == [("Hội Nông dân Việt Nam", "ND")]


@pytest.mark.parametrize(
    ("typed", "short"), [("Hội Nông dân (HNDVN)", "HNDVN"), ("Hội Nông dân ()", "ND")]
)
async def test_a_short_name_in_brackets_is_kept_where_one_is_said(
    town: Town, typed: str, short: str
) -> None:
    await town.write(HANH, f"đổi tên tổ chức Hội Nông dân thành {typed}")
    await town.tap(HANH, "Đổi tên")
    found = await town.sql("SELECT short FROM organisation WHERE code = 'HND'")
    assert found == [(short,)]


async def test_who_still_belongs_there_is_named_before_it_is_closed(town: Town) -> None:
    said = await town.write(HANH, "đóng địa bàn Ka Long")
    assert CUONG.name in said
    assert len(await places(town)) == 3
    await town.write(HANH, "đóng địa bàn Hải Yên")
    await town.tap(HANH, "Đóng")
    assert await places(town) == ["Ka Long", "Trà Cổ"]
    rows = await town.sql("SELECT valid_to FROM locality WHERE name = 'Hải Yên'")
    assert rows == [("2026-11-19",)], "what was done there stays"


async def test_who_is_there_is_moved_and_then_it_closes(town: Town) -> None:
    await town.write(HANH, "/suanguoi Cường")
    await town.tap(HANH, "Địa bàn")
    await town.tap(HANH, "Trà Cổ")
    await town.tap(HANH, "Đúng")
    await town.write(HANH, "đóng địa bàn Ka Long")
    await town.tap(HANH, "Đóng")
    assert await places(town) == ["Trà Cổ", "Hải Yên"]


async def test_a_section_that_answers_for_something_is_not_closed(town: Town) -> None:
    await town.write(HANH, "/suanguoi Dung")
    await town.tap(HANH, "Bộ phận")
    await town.tap(HANH, "Tuyên truyền…")
    await town.tap(HANH, "Đúng")
    said = await town.write(HANH, "giải thể tiểu ban Dân chủ - Pháp luật")
    assert "Ý kiến nhân dân" in said
    assert "Chưa" in said


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("thêm địa bàn: Hải Yên", "đã có"),
        ("đổi tên địa bàn Khu 9 thành Khu 10", "Ka Long, Trà Cổ, Hải Yên"),
        ("đổi tên địa bàn Hải Yên thành Trà Cổ", "đã có"),
    ],
)
async def test_what_cannot_be_is_said(town: Town, line: str, why: str) -> None:
    assert why in await town.write(HANH, line)
    assert await places(town) == ["Ka Long", "Trà Cổ", "Hải Yên"]


@pytest.mark.parametrize("who", [BINH, LAN, CUONG, HOA])
async def test_only_the_office_changes_them(town: Town, who: object) -> None:
    await town.write(who, "thêm địa bàn: Khu 5")  # type: ignore[arg-type]
    await town.write(who, "có")  # type: ignore[arg-type]
    assert await places(town) == ["Ka Long", "Trà Cổ", "Hải Yên"]


async def test_an_organisation_of_the_preset_is_added_when_it_comes(town: Town) -> None:
    """One that the readers of figures do not know cannot be typed, so it cannot be added."""
    await town.sql("UPDATE organisation SET valid_to = '2026-01-02' WHERE code = 'LDLD'")
    await town.sql("UPDATE office SET preset = 'commune_2026'")
    assert "chưa đọc được" in await town.write(HANH, "thêm tổ chức: Hội Chữ thập đỏ")
    await town.write(HANH, "thêm tổ chức: Công đoàn")
    await town.tap(HANH, "Thêm")
    rows = await town.sql("SELECT short FROM organisation WHERE valid_to IS NULL")
    assert ("CĐ",) in rows


def test_an_office_is_founded_with_its_places() -> None:
    with fresh() as connection:
        new = NewOffice(presets()["commune_2026"], "VP9", "X", places=("Khu 1", "Thôn Đông"))
        work = found_office(connection, new, SINCE, THURSDAY)
        assert [p.name for p in work.offices.localities(work.today)] == ["Khu 1", "Thôn Đông"]


async def test_never_mind_leaves_it_as_it_was(town: Town) -> None:
    await town.write(HANH, "thêm khu: Khu 5")
    assert "để nguyên" in await town.tap(HANH, "Thôi")
    await town.write(HANH, "đúng")
    assert await places(town) == ["Ka Long", "Trà Cổ", "Hải Yên"]
