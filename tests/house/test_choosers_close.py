"""What is asked by buttons alone is over when it is done in any other way: in words, or by the
button of another message."""

from collections.abc import Awaitable, Callable

import pytest

from sandbox.phone import Message
from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give, number_from
from tests.helpers.registrations import arrive, join
from tests.town import BINH, CUONG, HANH, HOA, MAI, SON, THANG, Neighbour, Town, clock


def last_asked(town: Town, who: Neighbour | int) -> Message:
    return next(m for m in reversed(town.phone(who).messages) if m.buttons)


async def which_language(town: Town, who: Neighbour | int) -> Message:
    await town.write(who, "/ngonngu")
    return last_asked(town, who)


async def language(town: Town) -> Message:
    asked = await which_language(town, THANG)
    await town.write(THANG, "English")
    return asked


async def language_tapped(town: Town) -> Message:
    asked = await which_language(town, THANG)
    await town.tap(THANG, "English")
    return asked


async def language_of_a_stranger(town: Town) -> Message:
    asked = await which_language(town, MAI)
    await town.write(MAI, "English")
    return asked


async def draft_read_back(town: Town) -> Message:
    """The draft's card, from the list of days, opens it."""
    await town.write(HOA, "t7 tuần sau dọn bờ kênh Ka Long 7h30, a Cường phụ trách, 40 người")
    asked = last_asked(town, HOA)
    await town.write(HOA, "/hoatdong")
    await town.tap(HOA, "28/11")
    await town.tap(HOA, "Mở")
    return asked


async def roll_to_close(town: Town) -> Message:
    day = await open_saturday(town, capacity=40)
    for who in (MAI, SON):
        await join(town, who, day)
    await town.go_to(clock(21, 7, 5))
    await town.tap(CUONG, "Điểm danh")
    await town.write(CUONG, "chốt")
    asked = last_asked(town, CUONG)
    await town.write(CUONG, "chốt")
    return asked


async def point_in_words(town: Town) -> Message:
    await join(town, MAI, await open_saturday(town, points=3))
    asked = last_asked(town, MAI)
    await town.write(MAI, "tra co")
    return asked


async def notice_in_words(town: Town) -> Message:
    await arrive(town, MAI, await open_saturday(town))
    asked = last_asked(town, MAI)
    await town.write(MAI, "đồng ý, 58 tuổi")
    return asked


async def notice_half_answered(town: Town) -> Message:
    """The yes is asked again below, with the age."""
    await arrive(town, MAI, await open_saturday(town))
    asked = last_asked(town, MAI)
    await town.write(MAI, "đồng ý")
    return asked


async def notice_refused(town: Town) -> Message:
    await arrive(town, MAI, await open_saturday(town))
    asked = last_asked(town, MAI)
    await town.write(MAI, "không đồng ý")
    return asked


PAPER = "CV 312/UBND-VX ngày 16/11 về rà soát hộ nghèo, báo cáo trước 5/12"


async def lead_of_a_paper(town: Town) -> Message:
    await town.phone(HANH).photo(caption=PAPER)
    await town.settle()
    asked = last_asked(town, HANH)
    await town.write(HANH, "Hoa")
    return asked


async def lead_beside_a_draft(town: Town) -> Message:
    await town.write(HANH, "Bình: phát tờ rơi, 7h chủ nhật")
    return await lead_of_a_paper(town)


async def two_reports(town: Town) -> Message:
    """«đạt», and two reports wait."""
    await number_from(town, 147)
    for number, when in ((147, "24/11"), (148, "25/11")):
        await give(town, THANG, "Bình", when=when)
        await town.write(BINH, f"xong {number}, 30 hộ đã ký")
        await town.write(BINH, "gửi")
    await town.write(THANG, "đạt")
    asked = last_asked(town, THANG)
    assert "nói về việc nào" in asked.text
    return asked


async def report_by_number(town: Town) -> Message:
    asked = await two_reports(town)
    await town.write(THANG, "148")
    return asked


async def report_sent_back_by_number(town: Town) -> Message:
    asked = await two_reports(town)
    await town.write(THANG, "chưa đạt, thiếu danh sách")
    asked = last_asked(town, THANG)
    await town.write(THANG, "148")
    return asked


Asks = Callable[[Town], Awaitable[Message]]
CHOOSERS: tuple[Asks, ...] = (
    language,
    language_tapped,
    language_of_a_stranger,
    draft_read_back,
    roll_to_close,
    point_in_words,
    notice_in_words,
    notice_half_answered,
    notice_refused,
    lead_of_a_paper,
    lead_beside_a_draft,
    report_by_number,
    report_sent_back_by_number,
)


@pytest.mark.parametrize("answered", CHOOSERS, ids=lambda answered: answered.__name__)
async def test_it_asks_no_more(town: Town, answered: Asks) -> None:
    asked = await answered(town)
    await town.settle()
    assert asked.buttons == [], asked.text


async def test_it_becomes_what_came_of_it(town: Town) -> None:
    asked = await two_reports(town)
    await town.tap(THANG, next(label for label in asked.labels if label.startswith("148")))
    await town.settle()
    assert "nói về việc nào" not in asked.text
    assert "0148" in asked.text


async def test_the_notice_that_becomes_a_card_keeps_its_own_buttons(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.settle()
    card = next(m for m in town.phone(MAI).messages if "Đã đăng ký" in m.text)
    assert "Hủy đăng ký" in card.labels


async def test_a_card_that_asks_draws_itself(town: Town) -> None:
    await town.write(HOA, "t7 tuần sau dọn bờ kênh Ka Long 7h30, a Cường phụ trách, 40 người")
    read = last_asked(town, HOA)
    await town.tap(HOA, "Gửi")
    await town.settle()
    assert "Quản lý" in read.labels


async def test_what_is_asked_of_other_words_still_asks(town: Town) -> None:
    """«còn chờ giấy»: of which work? Taking one on does not answer that."""
    await number_from(town, 147)
    for when in ("24/11", "25/11"):
        await give(town, THANG, "Bình", when=when)
    await town.write(BINH, "còn chờ phường gửi giấy")
    asked = last_asked(town, BINH)
    before = asked.labels
    assert len(before) > 2
    await town.write(BINH, "gia hạn 148 đến 30/11, chờ vôi")
    await town.settle()
    assert asked.labels == before


async def test_an_old_name_says_that_the_draft_stands_below(town: Town) -> None:
    await town.phone(HANH).photo(caption=PAPER)
    await town.settle()
    held = town.held(HANH, "Bình")
    await town.write(HANH, "Hoa")
    said = await town.press(HANH, *held)
    assert "mới hơn ở dưới" in said
    assert "bắt đầu lại" not in said
