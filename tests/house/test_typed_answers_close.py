"""A question that was answered in words has lost its buttons, as after a tap."""

from collections.abc import Awaitable, Callable

import pytest

from tests.helpers.activities import open_saturday, plan_saturday
from tests.helpers.assignments import give, number_from
from tests.town import BINH, CUONG, HANH, HOA, THANG, Neighbour, Town, clock

Asked = tuple[Neighbour, str]


async def _given(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")


async def hand(town: Town) -> Asked:
    await _given(town)
    await town.press(THANG, "a.hand:2", town.phone(THANG).last.message_id)
    return THANG, "Hoa, vì Bình đi học"


async def more_time(town: Town) -> Asked:
    await _given(town)
    await town.tap(BINH, "Trao đổi lại")
    await town.tap(BINH, "Xin gia hạn")
    return BINH, "23/11"


async def never_mind(town: Town) -> Asked:
    await more_time(town)
    return BINH, "/huy"


async def progress(town: Town) -> Asked:
    await _given(town)
    await town.press(BINH, "a.progress:2", town.phone(BINH).last.message_id)
    return BINH, "60%"


async def move_in_words(town: Town) -> Asked:
    await _given(town)
    await town.write(THANG, "gia hạn 147 đến 27/11")
    return THANG, "gửi"


async def who_does_it(town: Town) -> Asked:
    await town.write(THANG, "giao việc")
    return THANG, "Bình"


async def plan_kind(town: Town) -> Asked:
    await town.write(HOA, "/hoatdong")
    await town.tap(HOA, "Tạo hoạt động")
    await town.tap(HOA, "Thứ 7 tình nguyện")
    await town.write(HOA, "Trồng cây")
    return HOA, "28/11 6h30"


async def call_off(town: Town) -> Asked:
    await plan_saturday(town)
    await town.write(HOA, "/start")
    await town.press(HOA, "s.calloff:1", town.phone(HOA).last.message_id)
    await town.write(HOA, "bão số 9")
    return HOA, "gửi"


async def shift(town: Town) -> Asked:
    await plan_saturday(town)
    await town.write(HOA, "/start")
    await town.press(HOA, "s.shift:1", town.phone(HOA).last.message_id)
    await town.write(HOA, "8h30")
    return HOA, "đúng"


async def card_field(town: Town) -> Asked:
    await town.write(HANH, "/suanguoi Bình")
    await town.tap(HANH, "Chức danh")
    await town.write(HANH, "Phó ban")
    return HANH, "đúng"


async def figures(town: Town) -> Asked:
    await open_saturday(town)
    await town.go_to(clock(21, 11))
    return CUONG, "38 người"


async def figures_read_back(town: Town) -> Asked:
    await figures(town)
    await town.write(CUONG, "38 người")
    return CUONG, "40 người, 2 tấn rác"


async def figures_agreed(town: Town) -> Asked:
    await figures(town)
    await town.write(CUONG, "38 người")
    return CUONG, "đúng"


async def figures_left(town: Town) -> Asked:
    await figures(town)
    await town.write(CUONG, "38 người")
    return CUONG, "thôi"


Asks = Callable[[Town], Awaitable[Asked]]


async def result(town: Town) -> Asked:
    await _given(town)
    await town.write(BINH, "xong 147, đã vận động 6 hộ")
    return BINH, "thêm: cả tổ 3 đã ký"


async def result_put_right(town: Town) -> Asked:
    await result(town)
    return BINH, "hình như 5 hộ thôi"


QUESTIONS: tuple[Asks, ...] = (
    hand,
    more_time,
    never_mind,
    progress,
    move_in_words,
    who_does_it,
    plan_kind,
    call_off,
    shift,
    card_field,
    figures,
    figures_read_back,
    figures_agreed,
    figures_left,
    result,
    result_put_right,
)


@pytest.mark.parametrize("asks", QUESTIONS, ids=lambda asks: asks.__name__)
async def test_words_close_it(town: Town, asks: Asks) -> None:
    who, words = await asks(town)
    phone = town.phone(who)
    asked = next(m for m in reversed(phone.messages) if m.buttons)
    text = asked.text
    await town.write(who, words)
    assert asked.buttons == [], text
    assert asked.text == text


@pytest.mark.parametrize("asks", QUESTIONS, ids=lambda asks: asks.__name__)
async def test_words_close_what_was_asked_before_a_restart(town: Town, asks: Asks) -> None:
    who, words = await asks(town)
    asked = next(m for m in reversed(town.phone(who).messages) if m.buttons)
    town.house.courier.asked.forget()
    town.house.courier._looks.clear()
    await town.write(who, words)
    assert asked.buttons == []
