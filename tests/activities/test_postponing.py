"""Put off for rain without a new day, and later a day: places are kept, everybody is told."""

import pytest

from tests.helpers.activities import manage, open_saturday, send
from tests.helpers.registrations import join, standings
from tests.town import BINH, CUONG, HOA, MAI, SON, TUAN, Town, clock, says


async def test_put_off_and_held_a_week_later(town: Town) -> None:
    day = await open_saturday(town, capacity=2)
    for who in (MAI, SON, TUAN):
        await join(town, who, day)
    before = await standings(town)
    await manage(town, day, "Hoãn")
    assert "Đã báo 4 người" in await send(town, "Mưa to")
    for who in (MAI, TUAN, CUONG):
        assert await says(town, who, "Lý do: Mưa to")
    assert "Cảm ơn" in await town.tap(MAI, "Đã biết")
    assert await standings(town) == before, "everybody keeps their place"

    await town.go_to(clock(21, 18))
    assert not await says(town, MAI, "có đi được không")
    assert not await says(town, MAI, "Vẫn tổ chức")
    assert not await says(town, MAI, "Cảm ơn anh/chị đã tham gia")
    assert "Dọn bờ kênh" in await town.write(MAI, "/dangky"), "still theirs after the old day"

    await manage(town, day, "Đổi giờ")
    await town.write(HOA, "28/11 7h")
    await town.tap(HOA, "Đúng, báo")
    assert await says(town, MAI, "Ngày mới")
    assert "Hẹn gặp" in await town.tap(MAI, "Vẫn tham gia")
    await town.tap(SON, "Không tham gia được")
    assert await standings(town) == ["registered", "cancelled", "offered"], "the place goes on"
    await town.phone(HOA).press(f"s.manage:{day}", 1)
    assert "Đã bấm «Đã biết»: 2/4" in await town.screen(HOA)

    await town.go_to(clock(27, 19, 31))
    assert await says(town, MAI, "Ngày mai 7h00, anh/chị có đi được không?")


MOVED = [
    ("chu nhat 29/11 14h", "chủ nhật, 29/11 14h00", ""),
    ("mua to, doi sang 14h chu nhat 29/11", "chủ nhật, 29/11 14h00", "mua to"),
    ("Mưa to nên chuyển sang chủ nhật tuần sau", "29/11", "Mưa to"),
]


@pytest.mark.parametrize(("words", "day", "why"), MOVED)
async def test_asked_why_a_day_is_when_it_is_held_instead(
    town: Town, words: str, day: str, why: str
) -> None:
    saturday = await open_saturday(town)
    await join(town, MAI, saturday)
    await manage(town, saturday, "Hoãn")
    said = await town.write(HOA, words)
    assert "CHƯA ĐỔI" in said
    assert day.casefold() in said.casefold()
    assert ("Lý do" in said) == bool(why)
    await town.tap(HOA, "Đúng, báo")
    assert await says(town, MAI, f"Lý do: {why}" if why else "Đổi giờ")
    assert not await says(town, MAI, "Hoãn")


async def test_why_it_is_put_off_may_name_a_day(town: Town) -> None:
    await manage(town, await open_saturday(town), "Hoãn")
    assert "Lý do: mưa đến hết thứ 6" in await town.write(HOA, "mưa đến hết thứ 6")


async def test_put_off_to_another_day_in_one_line(town: Town) -> None:
    await open_saturday(town)
    said = await town.write(HOA, "hoan buoi chieu nay sang chu nhat tuan sau vi mua")
    assert "CHƯA ĐỔI" in said
    assert "29/11" in said
    assert "Lý do: mua" in said


async def test_nobody_registers_meanwhile_and_it_is_put_off_once(town: Town) -> None:
    day = await open_saturday(town)
    await manage(town, day, "Hoãn")
    await send(town, "Mưa to")
    await town.phone(MAI).start(f"act-{day}")
    assert "đang hoãn" in await town.screen(MAI)
    await town.phone(HOA).press(f"s.postpone:{day}", 1)
    await town.settle()
    assert "đang hoãn" in town.phone(HOA).toasts[-1].text


async def test_only_whoever_leads_it_puts_it_off(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    for who in (BINH, MAI):
        await town.phone(who).press(f"s.postpone:{day}", 1)
        await town.settle()
        assert town.phone(who).toasts[-1].alert
    await join(town, SON, day)
    await town.phone(SON).press("s.cannot:1", 1)
    await town.settle()
    assert await standings(town) == ["registered", "registered"], "another's place is not theirs"
