"""Each kind of day is planned by its button; each result is reported in a line and read back."""

import pytest

from domain.kinds import ROWS, Kind
from domain.measures import ROWS as MEASURES
from domain.measures import Measure
from language.say import say_metric
from tests.helpers.activities import open_saturday
from tests.town import CUONG, HOA, Town, clock
from texts.catalogue import load


@pytest.mark.parametrize("kind", ROWS, ids=[kind.code for kind in ROWS])
async def test_it_is_planned_by_its_button(town: Town, kind: Kind) -> None:
    await town.write(HOA, "tạo hoạt động")
    await town.tap(HOA, load("vi")[f"kind.{kind.code}"])
    await town.write(HOA, "Giọt hồng tháng 11")
    await town.write(HOA, "27/11 7h")
    await town.write(HOA, "Nhà văn hóa Ka Long, Ka Long, 50")
    assert await town.sql("SELECT kind, code FROM activity") == [
        (kind.code, f"{kind.prefix}-2711")
    ]


SAID = [kind for kind in ROWS if kind.weekday is None and kind.code != "other"]
"""The others are told by their day of the week, or by nothing."""


@pytest.mark.parametrize("kind", SAID, ids=[kind.code for kind in SAID])
async def test_it_is_planned_in_a_sentence_by_its_name(town: Town, kind: Kind) -> None:
    name = load("vi")[f"kind_name.{kind.code}"]
    await town.write(HOA, f"{name} khu 5, sáng chủ nhật, 30 người, chị Hoa phụ trách")
    assert await town.sql("SELECT kind, state, title FROM activity") == [
        (kind.code, "draft", f"{name} khu 5")
    ]


def grouped(amount: float) -> str:
    """«20.000.000», as a screen has it."""
    return f"{round(amount):,}".replace(",", ".")


@pytest.mark.parametrize("kind", ROWS, ids=[kind.code for kind in ROWS])
async def test_what_is_asked_for_is_of_its_kind(town: Town, kind: Kind) -> None:
    """As an example that is read when it is typed so; other results are none of it."""
    await open_saturday(town, capacity=50, kind=kind.code)
    await town.go_to(clock(21, 10, 31))
    asked = await town.screen(CUONG)
    words = [str(load("vi")[f"measure.{code}"]).format(n=grouped(n)) for code, n in kind.asks]
    assert [one for one in words if one not in asked] == [], asked
    assert ("kết quả" in asked) is bool(words)
    if words:
        await town.write(CUONG, f"45 người, {', '.join(words)}")
        await town.tap(CUONG, "Đúng")
    told = await town.sql("SELECT measure, amount FROM turnout_measure")
    assert set(told) == set(kind.asks)


@pytest.mark.parametrize("measure", MEASURES, ids=[measure.code for measure in MEASURES])
async def test_it_is_reported_in_a_line_and_read_back(town: Town, measure: Measure) -> None:
    amount = round(sum(measure.usual) / 2)
    await open_saturday(town, capacity=50)
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, f"45 người, {say_metric(measure.code, amount)}")
    await town.tap(CUONG, "Đúng")
    assert await town.sql("SELECT measure, amount FROM turnout_measure") == [
        (measure.code, amount)
    ]
