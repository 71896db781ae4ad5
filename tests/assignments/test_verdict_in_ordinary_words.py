"""A verdict as people say it: with a word of praise, a shorter day, a refusal with its why."""

import pytest

from tests.helpers.assignments import give, number_from, row
from tests.helpers.begun import begun
from tests.town import BINH, LAN, THANG, Town, clock, says


@begun
async def busy(town: Town) -> None:
    """Thắng has 148 from Lan; 147 of Bình and 149 of Hoa are his to decide about."""
    town.now = clock(23, 9)
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="24/11")
    await give(town, LAN, "Thắng", when="25/11", what="Soạn kế hoạch Tết")
    await give(town, THANG, "Hoa", when="27/11", what="Danh sách hộ nghèo")
    await town.write(THANG, "nhận 148")
    await town.write(BINH, "nhận 147")


async def reported(town: Town) -> None:
    await town.write(BINH, "xong 147, đã vận động 6 hộ")
    await town.tap(BINH, "Gửi")


async def wished(town: Town) -> None:
    await town.later(minutes=5)
    await town.write(BINH, "gia hạn 147 đến 30/11, chờ số liệu")


async def state(town: Town) -> object:
    return (await row(town, "state"))[0]


async def due(town: Town) -> object:
    return (await row(town, "date(due_at, 'unixepoch')"))[0]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("duoc roi, dat", ""),
        ("ok em, đạt nhé", ""),
        ("duyet viec 147 cho Binh, lam tot lam", "lam tot lam"),
        ("duyệt 147 cho Bình", ""),
        ("tot lam, dat", "tot lam"),
    ],
)
async def test_passed(town: Town, busy: None, line: str, told: str) -> None:
    await reported(town)
    await town.write(THANG, line)
    assert await state(town) == "done"
    await town.later(minutes=3)
    assert not told or await says(town, BINH, f"«{told}»")


@pytest.mark.parametrize(
    "line",
    [
        "xem roi, dc",
        "đọc rồi ok em",
        "duyet 147 cho Hoa",
        "duyệt 147 cho Bình lùi đến mai",
        "duoc roi, chua dat",
        "xem rồi, được chưa",
        "xem roi, dc nhung thieu danh sach",
    ],
)
async def test_not_passed_by_what_may_be_something_else(town: Town, busy: None, line: str) -> None:
    await reported(town)
    await town.write(THANG, line)
    assert await state(town) != "done"


async def test_looked_at_is_shown_to_be_tapped(town: Town, busy: None) -> None:
    await reported(town)
    await town.write(THANG, "xem roi, dc")
    await town.tap(THANG, "Đạt")
    assert await state(town) == "done"


async def test_a_remark_is_no_second_order(town: Town, busy: None) -> None:
    await reported(town)
    said = await town.write(THANG, "147 dat, viet gon lam")
    assert "đạt, kèm: «viet gon lam»\nGửi 1 việc?" in said
    assert "147 Vận động 6 hộ" in await town.write(THANG, "gui")
    await town.later(minutes=3)
    assert await says(town, BINH, "«viet gon lam»")


async def test_behind_a_full_stop_stands_another_order(town: Town, busy: None) -> None:
    await reported(town)
    said = await town.write(THANG, "147 dat. 149 nhac Hoa mai nop not")
    assert "149 Danh sách hộ nghèo – đ/c Nguyễn Thị Hoa: nhắc, kèm: «mai nop not»" in said
    said = await town.write(THANG, "147 dat. 149 nhac Binh mai nop not")
    assert "không chủ trì việc này" in said


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("duoc nhung ca ngay t5 thoi nhe", "2026-11-26"),
        ("dong y nhung den t7 thoi", "2026-11-28"),
        ("ok nhưng chỉ đến thứ 6 thôi em", "2026-11-27"),
        ("uh den chieu t5 nhe, ko lui nua", "2026-11-26"),
        ("khong lui duoc, ho dang mong", "2026-11-24"),
        ("ko được lùi nữa", "2026-11-24"),
        ("được nhưng thứ 6 phải có danh sách", "2026-11-24"),
    ],
)
async def test_more_time(town: Town, busy: None, line: str, day: str) -> None:
    await wished(town)
    await town.write(THANG, line)
    assert await due(town) == day


async def test_what_is_said_beside_goes_along(town: Town, busy: None) -> None:
    await wished(town)
    await town.write(THANG, "uh den chieu t5 nhe, ko lui nua")
    assert await says(town, BINH, "«ko lui nua»")


async def test_refused_with_why(town: Town, busy: None) -> None:
    await wished(town)
    await town.write(THANG, "khong lui duoc, ho dang mong")
    assert await says(town, BINH, "chưa đồng ý gia hạn NV-2026-0147")
    assert await says(town, BINH, "«ho dang mong»")


async def test_the_newest_wish_before_an_older_draft(town: Town, busy: None) -> None:
    await town.write(THANG, "Hoa: soạn giấy mời, 26/11")
    await wished(town)
    assert "→ thứ Năm, 26/11" in await town.write(THANG, "den t5 thoi")
    await town.write(THANG, "bỏ")
    assert await due(town) == "2026-11-24"


async def test_a_day_that_is_asked_stays_the_answer(town: Town, busy: None) -> None:
    await town.write(THANG, "Hoa: soạn kế hoạch Tết xã")
    await wished(town)
    assert "soạn kế hoạch Tết xã" in await town.write(THANG, "den t5 thoi")
