"""A part of a proposal is put right by its name, while it is asked for and under what is read
back; «ghi mới» is no part of a name."""

import pytest

from tests.helpers.supervision import (
    FUND,
    KALONG,
    LIEN,
    TRACO,
    names_known,
    office_of_visits,
    visit,
)
from tests.town import Town

OTHER = "UBND phường Hải Yên"


@pytest.fixture
async def office(town: Town) -> Town:
    return await names_known(await office_of_visits(town))


async def written_down(town: Town) -> tuple[str, str, str]:
    """What on, of whom, from when: GS-03."""
    theme, body, first = await visit(town, "theme_id, body_id, first", 3)
    names = dict(await town.sql("SELECT id, name FROM lookup"))
    return names[theme], names[body], first


@pytest.mark.parametrize(
    ("line", "became"),
    [
        (f"sửa đơn vị: {TRACO}", (FUND, TRACO, "2026-12-09")),
        (f"đối tượng là {TRACO}", (FUND, TRACO, "2026-12-09")),
        ("chủ đề là tiếp công dân", ("tiếp công dân", KALONG, "2026-12-09")),
        ("đổi nội dung thành tiếp công dân", ("tiếp công dân", KALONG, "2026-12-09")),
        ("sửa ngày: 10/12", (FUND, KALONG, "2026-12-10")),
    ],
)
async def test_under_what_is_read_back(
    office: Town, line: str, became: tuple[str, str, str]
) -> None:
    town = office
    await town.write(LIEN, f"gs {FUND}, {KALONG}, 9/12")
    assert "Công khai hay" in await town.write(LIEN, line)
    await town.tap(LIEN, "Công khai")
    assert await written_down(town) == became


async def test_another_part_than_the_one_asked_for(office: Town) -> None:
    """What was put right is said back with what is still asked."""
    town = office
    assert "«bếp ăn»" in await town.write(LIEN, f"gs bếp ăn, {KALONG}, 9/12")
    said = await town.write(LIEN, f"sửa đơn vị: {TRACO}")
    assert f"Đối tượng: {TRACO}" in said
    assert "«bếp ăn»" in said
    assert "Công khai hay" in await town.write(LIEN, "chủ đề là tiếp công dân")
    await town.tap(LIEN, "Công khai")
    assert await written_down(town) == ("tiếp công dân", TRACO, "2026-12-09")


@pytest.mark.parametrize("line", [f"{OTHER}, ghi mới", f"sửa đơn vị: {OTHER}, ghi mới nhé"])
async def test_that_it_is_new_is_no_part_of_its_name(office: Town, line: str) -> None:
    town = office
    await town.write(LIEN, f"gs {FUND}, chợ nào đó, 9/12")
    assert f"«{OTHER}»" in await town.write(LIEN, line)
    await town.tap(LIEN, "Ghi mới")
    await town.tap(LIEN, "Công khai")
    assert await written_down(town) == (FUND, OTHER, "2026-12-09")
