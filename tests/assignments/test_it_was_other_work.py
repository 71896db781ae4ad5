"""«nhầm, em nói việc 148» under a question about 147: the question is of 148, and is no reason."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, THANG, Town, says


@pytest.fixture(autouse=True)
async def two(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await give(town, THANG, "Bình", "Soạn giấy mời", "25/11")
    await town.write(BINH, "nhận hết")


async def wishes(town: Town) -> list[tuple[object, ...]]:
    return await town.sql(
        "SELECT number, kind, reason FROM assignment_request r"
        " JOIN assignment a ON a.id = r.assignment_id"
    )


@pytest.mark.parametrize(
    "words",
    ["nhầm, em nói việc 148", "nham, e noi viec 148", "à nhầm việc 148", "148 chứ không phải 147"],
)
async def test_more_time_is_asked_of_the_other(town: Town, words: str) -> None:
    await town.write(BINH, "xin gia hạn 147 đến 30/11")
    said = await town.write(BINH, words)
    assert "Xin gia hạn NV-2026-0148 đến thứ Hai, 30/11" in said
    assert await wishes(town) == []
    await town.write(BINH, "chờ số liệu phường")
    assert await wishes(town) == [(148, "extension", "chờ số liệu phường")]


async def test_a_day_that_is_no_later_is_asked_anew(town: Town) -> None:
    await town.write(BINH, "xin gia hạn 147 đến 24/11")
    assert "NV-2026-0148" in await town.write(BINH, "nhầm, em nói việc 148")
    assert await wishes(town) == []


async def test_what_hinders_is_asked_of_the_other(town: Town) -> None:
    await town.write(BINH, "147 vướng")
    assert "NV-2026-0148" in await town.write(BINH, "nhầm, em nói việc 148")
    await town.write(BINH, "chưa có số liệu của phường")
    found = "SELECT number FROM assignment WHERE blocked <> ''"
    assert await town.sql(found) == [(148,)]


@pytest.mark.parametrize(
    "words", ["nham, em noi viec khac", "nhầm rồi", "nhầm, không phải việc đó", "nhầm việc"]
)
async def test_a_slip_is_never_the_reason(town: Town, words: str) -> None:
    await town.write(BINH, "xin gia hạn 147 đến 30/11")
    await town.write(BINH, words)
    assert await wishes(town) == []
    assert not await says(town, THANG, words)


async def test_a_mix_up_of_figures_is_a_reason(town: Town) -> None:
    await town.write(BINH, "xin gia hạn 147 đến 30/11")
    await town.write(BINH, "vì nhầm số liệu của phường, phải rà lại")
    assert len(await wishes(town)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "147 hạn 30/11 nhé, sáng thứ 2",
        "147 han 30/11 nhe, sang thu 2",
        "147 lùi sáng 30/11, thứ 2",
    ],
)
async def test_a_day_and_its_weekday_are_one_limit_with_its_hour(town: Town, line: str) -> None:
    """It was two orders, of which the second was refused as done already."""
    await town.write(BINH, "xin gia hạn 147 đến 2/12, chờ phường")
    said = await town.write(THANG, line)
    assert "30/11 11h30" in said
    assert "Gửi 1 việc?" in said or "Gửi?" in said
    await town.write(THANG, "ok")
    assert await says(town, BINH, "30/11 11h30")
    assert await town.sql("SELECT state FROM assignment_request") == [("granted",)]


async def test_two_days_that_differ_are_asked(town: Town) -> None:
    due = await town.sql("SELECT due_at FROM assignment WHERE number = 147")
    await town.write(THANG, "147 hạn 26/11, thứ 6")
    await town.write(THANG, "ok")
    assert await town.sql("SELECT due_at FROM assignment WHERE number = 147") == due
