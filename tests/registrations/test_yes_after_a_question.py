"""A group that was read back: «đúng» is its yes, also after a question came between."""

import pytest

from tests.helpers.activities import open_saturday
from tests.town import CUONG, Town

SAID = "SELECT sum(number) FROM headcount"


@pytest.fixture
async def read(town: Town) -> Town:
    await open_saturday(town, 60, 3, title="Trồng cây")
    assert "CHƯA GHI" in await town.write(CUONG, "đăng ký 12 người")
    return town


@pytest.mark.parametrize("yes", ["đúng", "ok", "dung roi"])
@pytest.mark.parametrize(
    "between",
    ["mấy giờ tập trung?", "ai phụ trách buổi thứ 7", "còn bao nhiêu chỗ", "việc", "cảm ơn em"],
)
async def test_it_is_recorded(read: Town, between: str, yes: str) -> None:
    assert "Số người của nhóm" not in await read.write(CUONG, between)
    assert "Đã ghi 12 người" in await read.write(CUONG, yes)
    assert await read.sql(SAID) == [(12,)]


async def test_not_some_time_later(read: Town) -> None:
    await read.write(CUONG, "việc")
    await read.later(minutes=30)
    await read.write(CUONG, "ok")
    assert await read.sql(SAID) == [(None,)]


async def test_nor_after_it_was_left(read: Town) -> None:
    await read.write(CUONG, "thôi")
    await read.write(CUONG, "đúng")
    assert await read.sql(SAID) == [(None,)]
