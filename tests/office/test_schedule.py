"""«Lịch tuần» shows the office's activities and what is due from whoever asks."""

from tests.helpers.activities import plan_saturday
from tests.town import BINH, HANH, MAI, Town


async def test_the_week_with_its_saturday(town: Town) -> None:
    await plan_saturday(town)
    said = await town.write(BINH, "Lịch tuần")
    assert "Lịch tuần 47" in said
    assert "thứ Bảy, 21/11 (nghỉ)" in said
    assert "7h00 – Làm sạch biển" in said
    assert "Chưa có việc" in await town.tap(BINH, "Tuần sau")


async def test_what_is_due_is_one_s_own(town: Town) -> None:
    await town.write(HANH, "giao ban")
    await town.write(HANH, "Bình: treo pa-nô, thứ 6")
    await town.tap(HANH, "Giao việc")
    assert "treo pa-nô" in await town.write(BINH, "/lich")
    assert "treo pa-nô" not in await town.write(HANH, "/lich")


async def test_a_volunteer_has_no_office_schedule(town: Town) -> None:
    await town.phone(MAI).start()
    assert "tuần" not in (await town.write(MAI, "/lich")).split("\n")[0]
