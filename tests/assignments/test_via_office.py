"""«Qua Văn phòng»: whom no message reaches has the office, which hears what is due for them."""

from tests.helpers.assignments import give, number_from
from tests.town import BINH, HANH, THANG, Town, clock, says


async def without_telegram(town: Town) -> None:
    """Bình has a telephone and no Telegram, and something to do by Friday."""
    await number_from(town, 147)
    await town.sql("UPDATE person SET telegram_id = NULL WHERE name = :n", n=BINH.name)
    await give(town, THANG, "Bình", "Vận động 6 hộ", "thứ 6")


async def test_the_office_sees_reads_out_and_records(town: Town) -> None:
    await without_telegram(town)
    said = await town.write(HANH, "qua văn phòng")
    assert "Nguyễn Văn Bình, 0900 000 104: 1 việc – 🔴 1 đến hạn" in said
    said = await town.tap(HANH, "Nguyễn Văn Bình")
    assert "147. Vận động 6 hộ – hạn thứ Sáu, 20/11 17h00" in said
    assert "0900 000 104" in said
    await town.tap(HANH, "147")
    await town.tap(HANH, "Chi tiết")
    assert town.phone(HANH).can_tap("Ghi thay")


async def test_the_office_hears_in_the_morning_for_whom_something_is_due(town: Town) -> None:
    await without_telegram(town)
    await town.go_to(clock(20, 7, 31))
    assert await says(town, HANH, "Cần báo giúp hôm nay")
    assert await says(town, HANH, "0900 000 104: 1 việc")
    assert not await says(town, THANG, "Cần báo giúp")


async def test_where_everybody_is_reached_nothing_is_said(town: Town) -> None:
    await give(town, THANG, "Bình", "Vận động 6 hộ", "thứ 6")
    await town.go_to(clock(20, 7, 31))
    assert not await says(town, HANH, "Cần báo giúp")
    assert "đều nhận được tin" in await town.write(HANH, "/quavanphong")
    assert "đều nhận được tin" not in await town.write(THANG, "qua văn phòng")
