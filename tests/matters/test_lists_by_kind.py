"""«ý kiến», «các khó khăn»: what is followed, of one kind alone."""

import pytest

from tests.helpers.matters import HA, move_in
from tests.town import CUONG, MAI, THANG, Neighbour, Town


@pytest.mark.parametrize(
    ("line", "there", "not_there"),
    [
        ("y kien", "YK-001", "KK-001"),
        ("ý kiến nhân dân quá hạn", "YK-001", "KK-001"),
        ("cac kho khan", "KK-001", "YK-001"),
    ],
)
async def test_one_kind_is_asked_for(town: Town, line: str, there: str, not_there: str) -> None:
    await move_in(town)
    await town.write(CUONG, "ý kiến: đèn đường khu 2 hỏng, 5 hộ nói")
    await town.write(CUONG, "khó khăn: đường vào thôn sạt lở")
    said = await town.write(HA if there == "YK-001" else THANG, line)
    assert there in said
    assert not_there not in said


@pytest.mark.parametrize("who", [MAI])
async def test_a_volunteer_has_no_such_list(town: Town, who: Neighbour) -> None:
    await move_in(town)
    await town.write(CUONG, "ý kiến: đèn đường khu 2 hỏng, 5 hộ nói")
    assert "YK-001" not in await town.write(who, "ý kiến")
