"""Who hears of an activity: chosen before it is opened, all cadres when nobody chose."""

from hypothesis import given
from hypothesis import strategies as st

from domain.activities import Audience
from tests.helpers.activities import plan
from tests.town import BINH, CUONG, HOA, MAI, Town, clock, says

ASKED = "bao nhiêu người tham gia?"
IDS = st.integers(1, 5)


async def thursday(town: Town) -> bool:
    """Opened; has the cadre of Ka Long heard on the Thursday before?"""
    await town.phone(HOA).press("plan.open:1", town.phone(HOA).messages[-1].message_id)
    await town.settle()
    await town.go_to(clock(26, 8, 1))
    return await says(town, CUONG, ASKED)


async def test_nobody_chosen_is_everybody(town: Town) -> None:
    await plan(town)
    await town.tap(HOA, "Ai được báo")
    assert "tất cả cán bộ" in await town.screen(HOA)
    assert await thursday(town)


async def test_another_place_is_told_alone(town: Town) -> None:
    await plan(town)
    await town.tap(HOA, "Ai được báo")
    await town.tap(HOA, "Trà Cổ", town.phone(HOA).messages[-1])
    assert "có dấu ✅" in await town.screen(HOA)
    assert town.phone(HOA).can_tap("✅ Trà Cổ")
    assert not await thursday(town)


async def test_a_place_or_an_organisation_is_enough(town: Town) -> None:
    await plan(town)
    await town.tap(HOA, "Ai được báo")
    await town.tap(HOA, "Trà Cổ", town.phone(HOA).messages[-1])
    await town.tap(HOA, "MTTQ", town.phone(HOA).messages[-1])
    assert await thursday(town)


async def test_taken_back_and_all(town: Town) -> None:
    await plan(town)
    await town.tap(HOA, "Ai được báo")
    for label in ("PN", "✅ PN", "ĐTN", "Tất cả"):
        await town.tap(HOA, label, town.phone(HOA).messages[-1])
    assert await town.sql("SELECT count(*) FROM audience") == [(0,)]
    await town.tap(HOA, "Trà Cổ", town.phone(HOA).messages[-1])
    await town.phone(HOA).press("s.copy:1", 1)
    await town.settle()
    assert await town.sql("SELECT count(*) FROM audience") == [(2,)], "copied with the plan"


async def test_only_whoever_leads_it_chooses(town: Town) -> None:
    await plan(town)
    for who in (BINH, MAI):
        for press in ("plan.hears:1", "plan.hear:1:all.0"):
            await town.phone(who).press(press, 1)
            await town.settle()
            assert town.phone(who).toasts[-1].alert, press
    for forged in ("o.999", "l.x", "z.1", ""):
        await town.phone(HOA).press(f"plan.hear:1:{forged}", 1)
        await town.settle()
    assert await town.sql("SELECT count(*) FROM audience") == [(0,)]


@given(st.frozensets(IDS), st.frozensets(IDS), st.none() | IDS, st.none() | IDS)
def test_who_hears(
    organisations: frozenset[int],
    localities: frozenset[int],
    organisation: int | None,
    locality: int | None,
) -> None:
    nobody_chosen = not organisations and not localities
    chosen = organisation in organisations or locality in localities
    heard = Audience(organisations, localities).hears(organisation, locality)
    assert heard == (nobody_chosen or chosen)
