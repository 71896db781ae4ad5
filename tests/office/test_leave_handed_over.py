"""«mai em nghỉ, giao lại cho Hoa»: whoever is named stands in from the day that is named."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, HOA, THANG, Town

AWAY = "SELECT first, last, stand_in_id FROM absence"


@pytest.mark.parametrize(
    "line",
    [
        "mai em nghỉ, giao lại cho chị Hoa",
        "mai em nghỉ giao lại việc cho chị Hoa",
        "mai e nghi, viec chi Hoa lam giup",
        "mai em nghỉ, có gì gọi Hoa",
        "mai em nghỉ, việc nhờ chị Hoa",
    ],
)
async def test_the_day_that_is_named_is_the_first(town: Town, line: str) -> None:
    said = await town.write(BINH, line)
    assert "nghỉ: thứ Sáu, 20/11" in said
    assert "Làm thay: đ/c Nguyễn Thị Hoa" in said
    await town.write(BINH, "ok")
    assert await town.sql(AWAY) == [("2026-11-20", "2026-11-20", town.person(HOA))]


@pytest.mark.parametrize(
    "line",
    ["nghi phep 2 hom, viec 147 chi Hoa lam giup", "nghỉ phép 2 hôm, việc chị Hoa làm giúp"],
)
async def test_so_many_days_without_a_first_begin_today(town: Town, line: str) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    assert "Làm thay: đ/c Nguyễn Thị Hoa" in await town.write(BINH, line)
    await town.write(BINH, "ok")
    assert await town.sql(AWAY) == [("2026-11-19", "2026-11-20", town.person(HOA))]


@pytest.mark.parametrize("line", ["mai em nghỉ, nhà có việc", "mai em nghỉ, con ốm"])
async def test_why_names_nobody(town: Town, line: str) -> None:
    assert "Ai làm thay" in await town.write(BINH, line)


async def test_who_comes_after_all_leaves_what_was_read_back(town: Town) -> None:
    await town.write(BINH, "mai em nghỉ")
    await town.write(BINH, "Hoa")
    await town.write(BINH, "mai e di lam lai")
    await town.write(BINH, "ok")
    assert await town.sql(AWAY) == []
