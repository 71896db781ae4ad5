"""Every name is its own: of the second section, of the last commune, and of no other office."""

import pytest

from tests.town import LOCALITIES, ORGANISATIONS, UNITS, Town


@pytest.mark.parametrize(
    ("what", "names"),
    [
        ("unit", list(UNITS.values())),
        ("organisation", [short for _, short in ORGANISATIONS.values()]),
        ("locality", [name for _, name in LOCALITIES.values()]),
    ],
)
async def test_each_id_gives_its_own_name_in_its_own_office(
    town: Town, what: str, names: list[str]
) -> None:
    await town.elsewhere("Phạm Văn Bên")
    rows = await town.sql(f"SELECT id, office_id FROM {what} ORDER BY office_id, id")
    ours = [number for number, office in rows if office == town.office_id]
    theirs = [number for number, office in rows if office != town.office_id]

    def told(numbers: list[int]) -> object:
        return lambda work: [getattr(work.offices, f"{what}_name")(n) for n in numbers]

    assert await town.work(told(ours)) == names
    assert set(await town.work(told([*theirs, 10**6]))) == {""}
