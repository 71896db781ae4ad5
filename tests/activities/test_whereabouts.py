"""Where a point is: sent from the phone, typed, or in words; and a map in the reminder."""

import pytest

from tests.helpers.activities import open_saturday, plan
from tests.helpers.registrations import join
from tests.town import BINH, HOA, MAI, Town, clock, says

WHERE = "SELECT lat, lon, landmark FROM point ORDER BY id LIMIT 1"


async def ask(town: Town, day: int) -> None:
    """The point's page, by its one button on the plan."""
    await town.phone(HOA).press(f"plan.at:{day}", 1)
    await town.settle()


async def where(town: Town) -> None:
    await town.tap(HOA, "Điểm")
    await town.tap(HOA, "Cầu Ka Long")
    await town.tap(HOA, "Vị trí, mốc")


async def test_typed_while_planning_and_copied_with_the_plan(town: Town) -> None:
    await plan(town)
    await where(town)
    assert "Cầu Ka Long 🧭" in await town.write(HOA, "21.53, 107.97")
    await where(town)
    assert "Cầu Ka Long, cạnh cổng chợ 🧭" in await town.write(HOA, "cạnh cổng chợ")
    await town.phone(HOA).press("s.copy:1", 1)
    await town.settle()
    assert "Cầu Ka Long, cạnh cổng chợ 🧭" in await town.screen(HOA)


async def test_a_place_sent_from_the_phone_is_a_map_in_the_reminder(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await ask(town, day)
    await town.phone(HOA).location(21.53, 107.97)
    assert "🧭" in await town.screen(HOA)
    await town.go_to(clock(21, 6, 1))
    assert await says(town, MAI, "Vẫn tổ chức")
    shown = town.phone(MAI).messages[-1].content["venue"]
    assert shown["location"] == {"latitude": 21.53, "longitude": 107.97}


async def test_another_place_on_the_map_is_read_back_and_told_once(town: Town) -> None:
    """Whoever registered hears it once; a better pin of the same place rings nobody."""
    day = await open_saturday(town)
    await join(town, MAI, day)
    await ask(town, day)
    await town.write(HOA, "21.40, 107.80")
    await ask(town, day)
    await town.write(HOA, "21.4004, 107.8004")
    assert not await says(town, MAI, "Đổi nơi")
    await ask(town, day)
    said = await town.write(HOA, "21.55, 108.02")
    assert "CHƯA GỬI" in said
    assert "cách chỗ cũ 28,2 km" in said
    assert not await says(town, MAI, "Đổi nơi"), "only read back"
    await town.tap(HOA, "Gửi")
    await town.settle()
    told = [text for text in await town.heard(MAI) if "Đổi nơi" in text]
    assert len(told) == 1
    assert "cách chỗ cũ 28,2 km" in told[0]
    assert await town.sql(WHERE) == [(21.55, 108.02, "")]


@pytest.mark.parametrize("typed", ["107.97, 21.53", "48.85, 2.35", "…", "12"])
async def test_a_slip_changes_nothing(town: Town, typed: str) -> None:
    day = await open_saturday(town)
    await ask(town, day)
    await town.write(HOA, typed)
    assert await town.sql(WHERE) == [(None, None, "")]


async def test_only_whoever_leads_it_says_where(town: Town) -> None:
    await open_saturday(town, points=2)
    for who in (BINH, MAI):
        for verb in ("points", "point", "at"):
            await town.phone(who).press(f"plan.{verb}:1", 1)
            await town.settle()
            assert town.phone(who).toasts[-1].alert, verb
