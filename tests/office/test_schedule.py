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


async def test_what_there_is_tomorrow(town: Town) -> None:
    assert "chưa có việc" in await town.write(BINH, "mai có việc gì")
    await town.write(HANH, "giao ban")
    await town.write(HANH, "Bình: treo pa-nô, ngày mai")
    await town.write(HANH, "Bình: phát tờ gấp, thứ 2 tuần sau")
    await town.tap(HANH, "Giao cả 2 việc")
    said = await town.write(BINH, "mai co viec gi vay?")
    assert "Ngày mai" in said
    assert "treo pa-nô" in said
    assert "phát tờ gấp" not in said
