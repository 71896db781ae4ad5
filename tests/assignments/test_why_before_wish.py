"""«chưa mua được tôn, xin lùi đến 24/11»: what stands before the wish is its reason."""

import pytest

from tests.helpers.sent import taken
from tests.town import BINH, Town

REASONS = "SELECT reason FROM assignment_request"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("152 gap kho khan chua mua duoc ton, xin lui den 24/11", "chua mua duoc ton"),
        ("152 chưa mua được tôn, cho em lùi đến 24/11", "chưa mua được tôn"),
    ],
)
async def test_the_reason_may_come_first(town: Town, said: str, reason: str) -> None:
    await taken(town, 152)
    await town.write(BINH, said)
    [(kept,)] = await town.sql(REASONS)
    assert reason in kept
    assert "xin" not in kept


async def test_the_wish_itself_is_no_reason(town: Town) -> None:
    await taken(town, 152)
    assert "Lý do" in await town.write(BINH, "dạ được, xin lùi 152 đến 24/11")
    assert await town.sql(REASONS) == []
