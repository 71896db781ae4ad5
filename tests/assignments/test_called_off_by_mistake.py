"""«nhầm, 147 để nguyên»: for ten minutes work that was called off goes on as before."""

import pytest

from tests.helpers.assignments import row
from tests.helpers.sent import taken
from tests.town import BINH, HOA, LAN, THANG, Town, says

GOES_ON = "vẫn làm như trước"


@pytest.mark.parametrize(
    "line",
    ["nhầm, 147 để nguyên", "147 vẫn làm nhé", "khôi phục 147", "thôi đừng hủy 147", "hoàn tác"],
)
async def test_it_goes_on_as_before_and_who_heard_is_told(town: Town, line: str) -> None:
    await taken(town, 147)
    await town.write(BINH, "147 vướng: chưa có dấu")
    await town.write(BINH, "gia hạn 147 đến thứ 3, lý do chờ dấu")
    stood = await row(town, "state, blocked, ended_at")
    await town.later(minutes=5)
    await town.write(THANG, "hủy việc 147, trùng")
    assert await says(town, BINH, "đã hủy")
    await town.later(minutes=5)
    await town.write(THANG, line)
    assert await row(town, "state, blocked, ended_at") == stood
    assert await says(town, BINH, GOES_ON)
    assert await town.sql("SELECT state FROM assignment_request") == [("pending",)]


async def test_later_it_is_said_how_it_is_given_anew(town: Town) -> None:
    await taken(town, 147)
    await town.write(THANG, "hủy việc 147, trùng")
    await town.later(minutes=11)
    said = await town.write(THANG, "nhầm, 147 để nguyên")
    assert "đề nghị giao lại: «Bình: Vận động 6 hộ, thứ 6»" in said
    assert await row(town, "state") == ("cancelled",)


async def test_nobody_takes_back_what_another_called_off(town: Town) -> None:
    await taken(town, 147)
    await town.write(THANG, "hủy việc 147, trùng")
    await town.write(LAN, "nhầm, 147 để nguyên")
    await town.write(HOA, "nhầm, 147 để nguyên")
    assert await row(town, "state") == ("cancelled",)


async def test_of_work_that_goes_on_it_says_nothing_new(town: Town) -> None:
    await taken(town, 147)
    assert GOES_ON not in await town.write(THANG, "147 để nguyên")
