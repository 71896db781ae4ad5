"""After choosing, a question is its result and has lost its buttons; nothing kept is asked for
again."""

import re
from collections.abc import Awaitable, Callable

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give, number_from, report
from tests.helpers.registrations import join
from tests.town import BINH, CUONG, HANH, HOA, MAI, SON, THANG, Neighbour, Town, clock
from texts.catalogue import load

OVER = re.compile(r"^refusal\.(?:already_.*|.*_gone|.*_to_confirm|(?:question|form)_over)$")
AGAIN = re.compile(r"(?:gửi|nhắn|gõ|nhập|làm) lại|(?:send|write|type|begin).* again")
Asked = tuple[Neighbour | int, str]


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_what_is_over_does_not_invite_to_send_again(locale: str) -> None:
    over = {key: text for key, text in load(locale).items() if OVER.match(key)}
    assert len(over) > 8
    assert {key: text for key, text in over.items() if AGAIN.search(text)} == {}


async def _given(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")


async def _press(town: Town, who: Neighbour, *presses: str) -> None:
    await town.write(who, "việc")
    for data in presses:
        await town.press(who, data, town.phone(who).last.message_id)


async def hand(town: Town) -> Asked:
    await _given(town)
    await _press(town, THANG, "a.hand:2")
    return THANG, "Hoa"


async def hand_released(town: Town) -> Asked:
    await _given(town)
    await town.tap(BINH, "Trao đổi lại")
    await town.tap(BINH, "Không nhận được")
    await town.tap(BINH, "Trùng lịch")
    await town.tap(THANG, "Giao lại")
    return THANG, "Hoa"


async def release(town: Town) -> Asked:
    await _given(town)
    await town.tap(BINH, "Trao đổi lại")
    await town.tap(BINH, "Không nhận được")
    return BINH, "Trùng lịch"


async def talk(town: Town) -> Asked:
    await _given(town)
    await town.tap(BINH, "Trao đổi lại")
    return BINH, "Xin gia hạn"


async def more_time(town: Town) -> Asked:
    await talk(town)
    await town.tap(BINH, "Xin gia hạn")
    return BINH, "23/11"


async def other_day(town: Town) -> Asked:
    await _given(town)
    await town.write(BINH, "gia hạn 147 đến 30/11, chờ số liệu của phường")
    await town.tap(THANG, "Ngày khác")
    return THANG, "25/11"


async def progress(town: Town) -> Asked:
    await _given(town)
    await _press(town, BINH, "a.progress:2")
    return BINH, "50%"


async def manage(town: Town) -> Asked:
    await _given(town)
    await _press(town, THANG, "a.manage:2")
    return THANG, "Tạm dừng"


async def resume(town: Town) -> Asked:
    await _given(town)
    await _press(town, THANG, "a.suspend:2")
    await town.write(THANG, "chờ tỉnh")
    await _press(town, THANG, "a.manage:2")
    return THANG, "Tiếp tục"


async def behalf(town: Town) -> Asked:
    await _given(town)
    await _press(town, HANH, "a.behalf:2")
    return HANH, "Đã nhận việc"


async def behalf_sent(town: Town) -> Asked:
    await behalf(town)
    await town.tap(HANH, "Đã nhận việc")
    return HANH, "Gửi"


async def who_does_it(town: Town) -> Asked:
    await town.write(THANG, "giao việc")
    return THANG, "Bình"


async def move_in_words(town: Town) -> Asked:
    await _given(town)
    await town.write(THANG, "gia hạn 147 đến 27/11")
    return THANG, "Gửi"


async def correction(town: Town) -> Asked:
    await _given(town)
    await report(town)
    await town.write(BINH, "nhầm, 147 đã vận động 5 hộ")
    return BINH, "Thay kết quả"


async def leaver(town: Town) -> Asked:
    await town.write(HANH, "/nguoi Bình")
    await town.tap(HANH, "Nghỉ, chuyển")
    return HANH, "Cho nghỉ"


async def card_field(town: Town) -> Asked:
    await town.write(HANH, "/suanguoi Bình")
    return HANH, "Chức danh"


async def card_section(town: Town) -> Asked:
    await card_field(town)
    await town.tap(HANH, "Bộ phận")
    return HANH, "Dân chủ"


async def duty(town: Town) -> Asked:
    await _press(town, HANH, "duty:0:supervision")
    return HANH, "Một đồng chí"


async def role(town: Town) -> Asked:
    await _press(town, HANH, f"revoke:{town.person(THANG)}:head")
    return HANH, "Quay lại"


async def matter(town: Town) -> Asked:
    await _press(town, HANH, "m.new:0")
    return HANH, "Văn bản đến"


async def not_held(town: Town) -> Asked:
    await open_saturday(town)
    await town.go_to(clock(21, 11))
    await town.tap(CUONG, "Không tổ chức")
    return CUONG, "Mưa"


async def of_which_point(town: Town) -> Asked:
    await open_saturday(town, points=3)
    await town.go_to(clock(21, 11))
    await town.write(HOA, "40 người")
    await town.tap(HOA, "Sai điểm")
    return HOA, "Ka Long"


async def plan_begins(town: Town) -> Asked:
    for title in ("Dọn bờ kênh", "Trồng cây"):
        await open_saturday(town, title=title)
    await town.write(HOA, "/hoatdong")
    await town.tap(HOA, "Tạo hoạt động")
    return HOA, "Từ đầu"


async def plan_like_which(town: Town) -> Asked:
    await plan_begins(town)
    await town.tap(HOA, "Chép buổi trước")
    return HOA, "21/11 Trồng cây"


async def group_or_self(town: Town) -> Asked:
    await open_saturday(town, capacity=20)
    await town.write(CUONG, "đăng ký nhóm 12 người")
    await town.tap(CUONG, "Đúng")
    await town.write(CUONG, "em bận, không đi dọn rác thứ 7 nữa")
    return CUONG, "Rút nhóm"


async def results_after_the_roll(town: Town) -> Asked:
    day = await open_saturday(town, capacity=20)
    await join(town, MAI, day)
    await town.write(CUONG, "đăng ký nhóm 12 người")
    await town.tap(CUONG, "Đúng")
    await town.go_to(clock(21, 7, 5))
    await town.press(CUONG, "s.roll:1")
    for label in ("Đủ cả", "Chốt", "Báo kết quả"):
        await town.tap(CUONG, label)
    return CUONG, "Cá nhân + nhóm: 13"


async def stands_in(town: Town) -> Asked:
    await town.write(BINH, "nghỉ thứ 6")
    return BINH, "Hoa"


async def of_which_day(town: Town) -> Asked:
    for title in ("Dọn bờ kênh", "Trồng cây"):
        await open_saturday(town, title=title)
    await town.write(HOA, "hoãn, mưa to")
    return HOA, "21/11 Trồng cây"


async def at_which_point(town: Town) -> Asked:
    await open_saturday(town, points=3)
    await town.write(HOA, "đổi ra NVH khu 2")
    return HOA, "Bãi biển Trà Cổ"


async def which_day_not(town: Town) -> Asked:
    first = await open_saturday(town)
    second = await open_saturday(town, title="Trồng cây", starts=clock(28, 7))
    await join(town, MAI, first)
    await join(town, MAI, second, "Đăng ký")
    await town.write(MAI, "em ban roi ko di dc")
    return MAI, "28/11 Trồng cây"


async def whose_parents(town: Town) -> Asked:
    day = await open_saturday(town, capacity=20)
    for who in (MAI, SON):
        await join(town, who, day, "Đồng ý, 16–17")
    await town.write(HANH, "phụ huynh đồng ý rồi")
    return HANH, "Người Mai"


Asks = Callable[[Town], Awaitable[Asked]]
QUESTIONS: tuple[Asks, ...] = (
    hand,
    hand_released,
    release,
    talk,
    more_time,
    other_day,
    progress,
    manage,
    resume,
    behalf,
    behalf_sent,
    who_does_it,
    move_in_words,
    correction,
    leaver,
    card_field,
    card_section,
    duty,
    role,
    matter,
    not_held,
    of_which_point,
    plan_begins,
    plan_like_which,
    group_or_self,
    results_after_the_roll,
    stands_in,
    of_which_day,
    at_which_point,
    which_day_not,
    whose_parents,
)


@pytest.mark.parametrize("asks", QUESTIONS, ids=lambda asks: asks.__name__)
async def test_a_question_that_was_answered_has_no_buttons(town: Town, asks: Asks) -> None:
    who, label = await asks(town)
    phone = town.phone(who)
    found = phone._find_button(label, phone.messages[::-1])
    assert found is not None
    asked, button = found
    await town.tap(who, label, asked)
    assert button.data not in [one.data for one in asked.buttons]
    said = await town.press(who, button.data or "", asked.message_id)
    assert not AGAIN.search(said)
