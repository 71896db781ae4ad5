"""A day that is off lets go of its offers and of calendars; a day that moves says what it hits."""

from icalendar import Calendar

from tests.helpers.activities import SATURDAY, manage, open_saturday, send
from tests.helpers.registrations import arrive, join, leave, standings
from tests.town import HOA, MAI, NGA, SON, Town, clock, says


async def offered_to_son(town: Town) -> int:
    """One place: Mai gives it up late in the evening, and it is kept for Sơn until morning."""
    day = await open_saturday(town, capacity=1, starts=clock(28, 7))
    await join(town, MAI, day)
    await join(town, SON, day)
    await town.go_to(clock(19, 22))
    await leave(town, MAI)
    assert await standings(town) == ["cancelled", "offered"]
    return day


async def call_off(town: Town, day: int) -> None:
    await manage(town, day, "Hủy buổi")
    await send(town, "mưa to")


async def test_a_sleeping_offer_of_a_day_called_off_is_never_sent(town: Town) -> None:
    day = await offered_to_son(town)
    await call_off(town, day)
    await town.go_to(clock(21, 12))
    assert await says(town, SON, "Không tổ chức")
    assert not await says(town, SON, "Nhận chỗ trước")
    assert not await says(town, SON, "Có chỗ trống"), "neither the offer"
    assert not await says(town, SON, "không còn giữ"), "nor that it went on"


async def test_opened_again_it_is_offered_again(town: Town) -> None:
    day = await offered_to_son(town)
    await call_off(town, day)
    assert await standings(town) == ["cancelled", "waitlisted"]
    await town.tap(HOA, "Hoàn tác")
    assert await standings(town) == ["cancelled", "offered"]
    await town.go_to(clock(20, 7, 31))
    assert await says(town, SON, "Có chỗ trống"), "in the morning, not at six"


async def test_the_calendar_file_takes_the_day_out(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    assert _event(await calendar(town, "Vào lịch")).get("STATUS") is None
    before = _event(await calendar(town, "Vào lịch"))
    await call_off(town, day)
    after = _event(await calendar(town, "Bỏ khỏi lịch"))
    assert after["STATUS"] == "CANCELLED"
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]


async def calendar(town: Town, label: str) -> bytes:
    await town.settle()
    card = next(m for m in town.phone(MAI).messages if label in m.labels)
    await town.tap(MAI, label, card)
    file_id = town.phone(MAI).messages[-1].content["document"]["file_id"]
    return town.world.state.files[file_id].content


def _event(content: bytes) -> dict[str, object]:
    return dict(Calendar.from_ical(content).walk("VEVENT")[0])


async def test_a_day_that_moves_says_what_it_now_hits(town: Town) -> None:
    day = await open_saturday(town)
    other = await open_saturday(town, title="Trồng cây", starts=clock(22, 7))
    for who in (MAI, SON):
        await join(town, who, day)
    await arrive(town, MAI, other)
    await town.tap(MAI, "Đăng ký")
    await manage(town, day, "Đổi giờ")
    await town.write(HOA, "22/11 8h")
    await town.tap(HOA, "Đúng, báo")
    assert await says(town, MAI, "Trùng giờ với Trồng cây, Chủ nhật, 22/11 7h00")
    assert await says(town, SON, "Đổi giờ")
    assert not await says(town, SON, "Trùng giờ")
    assert clock(22, 7) > SATURDAY


async def test_an_open_offer_is_closed_in_its_own_chat_alone(town: Town) -> None:
    """Numbers of messages are a chat's own: the message of that number was another in the
    chat of whoever called it off."""
    day = await open_saturday(town, capacity=1, starts=clock(28, 7))
    await join(town, MAI, day)
    await join(town, SON, day)
    await leave(town, MAI)
    assert await says(town, SON, "Có chỗ trống")
    offer = town.held(SON, "Nhận chỗ")
    await call_off(town, day)
    assert await says(town, SON, "Không tổ chức")
    assert await standings(town) == ["cancelled", "waitlisted"]
    assert "không tổ chức" in await town.press(SON, *offer)
    assert not takes_a_place(town, SON)


def takes_a_place(town: Town, who: int) -> bool:
    """Whether a place can still be taken anywhere in this chat."""
    return any(b.data.startswith("s.take") for m in town.phone(who).messages for b in m.buttons)


async def test_a_call_to_all_who_wait_is_closed_too(town: Town) -> None:
    day = await open_saturday(town, capacity=1)
    for who in (MAI, SON, NGA):
        await join(town, who, day)
    await town.go_to(clock(20, 19, 30))
    await leave(town, MAI)
    assert takes_a_place(town, SON)
    assert takes_a_place(town, NGA)
    before = len(town.phone(MAI).messages)
    await call_off(town, day)
    await town.settle()
    assert not takes_a_place(town, SON)
    assert not takes_a_place(town, NGA)
    assert len(town.phone(MAI).messages) == before


async def test_an_offer_that_nobody_took_has_no_button_left(town: Town) -> None:
    day = await open_saturday(town, capacity=1, starts=clock(28, 7))
    await join(town, MAI, day)
    await join(town, SON, day)
    await leave(town, MAI)
    assert takes_a_place(town, SON)
    await town.go_to(clock(24, 12))
    assert await says(town, SON, "không còn giữ")
    assert not takes_a_place(town, SON)
