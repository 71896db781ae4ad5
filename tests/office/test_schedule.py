"""«Lịch tuần» shows the office's activities and what is due from whoever asks."""

from tests.helpers.activities import open_saturday, plan_saturday
from tests.town import BINH, HANH, MAI, Town, clock


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


async def test_which_activities_there_are_next_week(town: Town) -> None:
    await plan_saturday(town)
    assert "chưa có hoạt động" in await town.write(BINH, "tuần sau có hoạt động nào")
    await open_saturday(town, starts=clock(28, 7))
    await town.write(HANH, "giao ban")
    await town.write(HANH, "Bình: treo pa-nô, thứ 3 tuần sau")
    await town.tap(HANH, "Giao việc")
    said = await town.write(BINH, "tuan sau co hoat dong nao vay?")
    assert "Hoạt động tuần sau" in said
    assert "28/11 7h00 – Dọn bờ kênh" in said
    assert "Làm sạch biển" not in said
    assert "treo pa-nô" not in said


async def test_next_week_is_not_told_to_a_volunteer(town: Town) -> None:
    await town.phone(MAI).start()
    assert "tuần 48" not in await town.write(MAI, "tuần sau có hoạt động nào")


async def test_next_week_in_english(town: Town) -> None:
    await open_saturday(town, starts=clock(28, 7))
    await town.write(BINH, "English")
    assert "Activities of next week" in await town.write(BINH, "activities next week")
