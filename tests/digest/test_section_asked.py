"""A leader who also heads a section asks for both parts of the report."""

from domain.access import Role
from tests.helpers.reports import late_work
from tests.town import LAN, THANG, Town, clock


async def test_the_section_is_one_tap_or_one_line_from_the_whole(town: Town) -> None:
    await late_work(town)
    thang = town.person(THANG)
    await town.work(lambda work: work.people.grant(thang, Role.LEADER, work.today))
    await town.go_to(clock(23, 7, 1))
    whole = await town.write(THANG, "/baocao")
    assert "Phần của" not in whole
    section = await town.tap(THANG, "Phần đơn vị")
    assert "Phần của" in section
    assert "Danh sách người có uy tín" in section
    assert await town.write(THANG, "báo cáo phần đơn vị") == section


async def test_who_heads_none_has_no_such_part(town: Town) -> None:
    await town.go_to(clock(23, 7, 1))
    await town.write(LAN, "/baocao")
    assert "Phần đơn vị" not in town.phone(LAN).last.labels
    assert "Phần của" not in await town.write(LAN, "báo cáo phần đơn vị")
