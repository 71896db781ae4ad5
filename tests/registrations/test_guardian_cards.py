"""The card that asks for the parents' yes names nobody once the place is gone."""

from collections.abc import Awaitable, Callable

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import ask_of, join
from tests.town import HANH, MAI, Town

Leaving = Callable[[Town], Awaitable[None]]


async def delete(town: Town) -> None:
    await town.write(MAI, "/dulieu")
    await town.tap(MAI, "Xóa dữ liệu")
    await town.tap(MAI, "Xóa", town.phone(MAI).messages[-1])


async def cancel(town: Town) -> None:
    await town.tap(MAI, "Hủy đăng ký")
    await town.tap(MAI, "Hủy đăng ký", town.phone(MAI).messages[-1])


@pytest.mark.parametrize("leave", [delete, cancel])
async def test_a_place_given_up_leaves_no_name_and_no_button(town: Town, leave: Leaving) -> None:
    await join(town, MAI, await open_saturday(town), "Đồng ý, 16–17")
    assert "Người Mai" in ask_of(town, HANH).text
    await leave(town)
    await town.settle()
    assert "Người Mai" not in ask_of(town, HANH).text
    assert ask_of(town, HANH).labels == []
