"""A question was passed on: the next line that nobody else understands may be its answer, and is
read back with whom it would go to."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.begun import begun
from tests.helpers.registrations import join
from tests.town import CUONG, MAI, SON, Town, says

ASKS = "co an sang ko"


@begun
async def asked(town: Town) -> Town:
    """Mai asks, and Cường, who leads the point, hears it."""
    day = await open_saturday(town, 5)
    await join(town, MAI, day)
    await join(town, SON, day)
    await town.write(MAI, ASKS)
    assert await says(town, CUONG, f"«{ASKS}»")
    return town


@pytest.mark.parametrize("yes", ["Gửi", "ok"])
async def test_it_goes_back_after_a_yes(asked: Town, yes: str) -> None:
    read = await asked.write(CUONG, "có bánh mì miễn phí nhé")
    assert "CHƯA GỬI" in read
    assert "Mai" in read
    assert not await says(asked, MAI, "bánh mì")
    await (asked.tap if yes == "Gửi" else asked.write)(CUONG, yes)
    assert await says(asked, MAI, "bánh mì")
    assert "CHƯA GỬI" not in await asked.write(CUONG, "có bánh mì miễn phí nhé")


async def test_of_two_it_is_said_to_whom(asked: Town) -> None:
    await asked.write(SON, "gui xe o dau")
    assert "CHƯA GỬI" in await asked.write(CUONG, "gửi trong sân nhà văn hóa nhé")
    await asked.tap(
        CUONG, "Người lạ" if not asked.phone(CUONG).can_tap("Người Sơn") else "Người Sơn"
    )
    assert await says(asked, SON, "trong sân")
    assert not await says(asked, MAI, "trong sân")


async def test_what_is_for_nobody_goes_to_nobody(asked: Town) -> None:
    await asked.write(CUONG, "có bánh mì miễn phí nhé")
    assert "bánh mì" in await asked.tap(CUONG, "Không phải")
    assert not await says(asked, MAI, "bánh mì")


async def test_hours_later_it_is_of_nobody(asked: Town) -> None:
    await asked.later(minutes=150)
    assert "CHƯA GỬI" not in await asked.write(CUONG, "có bánh mì miễn phí nhé")
