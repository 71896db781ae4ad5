"""A message is edited: the draft that came from it is edited too; a live place is one place."""

from collections.abc import Awaitable, Callable
from itertools import pairwise

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give, number_from
from tests.town import BINH, CUONG, HANH, HOA, THANG, Neighbour, Town, clock, says

Said = tuple[Neighbour, str, str]
"""Whose words, as they were typed, and as they were put right."""


async def test_editing_its_message_edits_the_draft(town: Town) -> None:
    await town.write(HANH, "Bình: vận động 6 hộ Hải Yên, thứ 6")
    first = town.phone(HANH).messages[0]
    await town.write(HANH, "Hoa: danh sách hộ nghèo, 27/11")
    await town.phone(HANH).edit(first, "Bình: vận động 8 hộ Hải Yên, 24/11")
    said = await town.screen(HANH)
    assert "vận động 8 hộ" in said
    assert "vận động 6 hộ" not in said
    assert "danh sách hộ nghèo" in said
    await town.tap(HANH, "Giao cả 2 việc")
    titles = await town.sql("SELECT title FROM assignment ORDER BY title")
    assert titles == [("danh sách hộ nghèo",), ("vận động 8 hộ Hải Yên",)]


async def test_editing_it_joins_nothing_that_was_put_aside(town: Town) -> None:
    """Only «gộp» does; and what was put aside first is not lost by what is put aside later."""
    for line in ("Bình: vận động 6 hộ, thứ 6", "Hoa: danh sách hộ nghèo, 27/11"):
        await town.write(HANH, line)
        await town.write(HANH, "việc của tôi")
    await town.write(HANH, "Dung: dọn kho, 18/12")
    last = town.phone(HANH).messages[-2]
    await town.phone(HANH).edit(last, "Dung: dọn kho tầng 2, 17/12")
    said = await town.screen(HANH)
    assert "1. đ/c Lý Thị Dung: dọn kho tầng 2" in said
    assert "Đã gộp" not in said
    assert "để riêng" in said
    said = await town.write(HANH, "gộp")
    for what in ("vận động 6 hộ", "danh sách hộ nghèo", "dọn kho tầng 2"):
        assert what in said


async def test_what_was_given_is_not_edited(town: Town) -> None:
    await town.write(THANG, "Bình: vận động 6 hộ Hải Yên, thứ 6")
    first = town.phone(THANG).messages[0]
    await town.tap(THANG, "Giao việc")
    await town.phone(THANG).edit(first, "Bình: vận động 8 hộ Hải Yên, 24/11")
    assert "không đổi số liệu" in await town.screen(THANG)
    assert await town.sql("SELECT title FROM assignment") == [("vận động 6 hộ Hải Yên",)]


async def test_a_place_that_moves_is_answered_once(town: Town) -> None:
    phone = town.phone(BINH)
    place = await phone.location()
    await town.settle()
    before = len(await town.heard(BINH))
    for step in range(3):
        place.content["location"]["latitude"] += step / 1000
        phone._deliver("edited_message", place)
        await town.settle()
    assert len(await town.heard(BINH)) == before


async def test_editing_a_line_of_an_unsent_report_edits_the_report(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "xong 147, đã vận động 6 hộ")
    first = town.phone(BINH).messages[-2]
    await town.write(BINH, "còn 2 hộ đi vắng")
    second = town.phone(BINH).messages[-2]
    await town.phone(BINH).edit(first, "xong 147, đã vận động 8 hộ")
    await town.settle()
    assert await town.sql("SELECT text FROM completion") == [
        ("đã vận động 8 hộ\ncòn 2 hộ đi vắng",)
    ]
    await town.phone(BINH).edit(second, "còn 1 hộ đi vắng")
    await town.settle()
    assert await says(town, BINH, "đã vận động 8 hộ\ncòn 1 hộ đi vắng")
    await town.tap(BINH, "Gửi")
    await town.phone(BINH).edit(first, "xong 147, đã vận động 9 hộ")
    assert "không đổi số liệu" in await town.screen(BINH)
    assert await says(town, THANG, "8 hộ")
    assert not await says(town, THANG, "9 hộ")


@pytest.mark.parametrize(
    ("first", "better", "becomes"),
    [
        (
            "147 xong 6 hộ đã ký",
            "147 xong, 5 hộ đã ký, 1 hộ chưa",
            "5 hộ đã ký, 1 hộ chưa",
        ),
        (
            "147 xong, lập được 12 hộ",
            "147 xong, lập được 11 hộ, 1 hộ chưa gặp",
            "lập được 11 hộ, 1 hộ chưa gặp",
        ),
        ("xong 147, đã vận động 6 hộ", "xong 147, đã vận động 8 hộ", "đã vận động 8 hộ"),
        ("xong 147, đã vận động 6 hộ", "147 được 60%, còn 2 hộ", "được 60%, còn 2 hộ"),
    ],
)
async def test_an_edited_report_is_read_back_in_its_place(
    town: Town, first: str, better: str, becomes: str
) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, first)
    phone = town.phone(BINH)
    said, read_back = phone.messages[-2:]
    await phone.edit(said, better)
    await town.settle()
    assert phone.last is read_back
    assert f"Kết quả: {becomes}\n" in read_back.text
    await town.tap(BINH, "Gửi")
    assert await says(town, THANG, becomes)
    assert await town.sql("SELECT text FROM completion") == [(becomes,)]


async def test_an_edited_report_that_names_other_work_goes_there(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await give(town, THANG, "Bình")
    await town.write(BINH, "xong 147, đã vận động 6 hộ")
    phone = town.phone(BINH)
    said, read_back = next(
        (a, b) for a, b in pairwise(phone.messages) if a.text.startswith("xong 147")
    )
    await phone.edit(said, "xong 148, đã vận động 8 hộ")
    await town.settle()
    assert read_back.buttons == []
    assert await town.sql("SELECT state, text FROM completion ORDER BY id") == [
        ("dropped", ""),
        ("draft", "đã vận động 8 hộ"),
    ]


async def test_an_edited_report_that_is_none_is_dropped(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "xong 147, đã vận động 6 hộ")
    phone = town.phone(BINH)
    said, read_back = phone.messages[-2:]
    await phone.edit(said, "147 chưa xong đâu, em gửi nhầm")
    await town.settle()
    assert read_back.buttons == []
    assert await town.sql("SELECT state FROM completion") == [("dropped",)]


async def test_editing_figures_that_nobody_confirmed_edits_them(town: Town) -> None:
    await open_saturday(town)
    await town.go_to(clock(21, 11))
    await town.write(CUONG, "38")
    said = next(m for m in town.phone(CUONG).messages if m.text == "38")
    await town.phone(CUONG).edit(said, "dtn 20 pn 15")
    assert "35" in await town.screen(CUONG)
    await town.tap(CUONG, "Đúng")
    assert await town.sql("SELECT total FROM turnout WHERE state = 'confirmed'") == [(35,)]
    await town.phone(CUONG).edit(said, "dtn 20 pn 25")
    assert "không đổi số liệu" in await town.screen(CUONG)
    assert await town.sql("SELECT total FROM turnout WHERE state = 'confirmed'") == [(35,)]


async def test_editing_a_reason_that_was_read_back_edits_it(town: Town) -> None:
    activity = await open_saturday(town)
    await town.press(HOA, f"s.calloff:{activity}")
    await town.write(HOA, "mưa")
    said = next(m for m in town.phone(HOA).messages if m.text == "mưa")
    await town.phone(HOA).edit(said, "mưa to, ngập đường")
    assert "mưa to, ngập đường" in await town.screen(HOA)
    assert await town.sql("SELECT state FROM activity") == [("open",)]


async def test_editing_what_is_recorded_for_another_edits_it(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.press(HANH, "o.tell:2")
    await town.write(HANH, "70%")
    said = next(m for m in town.phone(HANH).messages if m.text == "70%")
    await town.phone(HANH).edit(said, "vướng kinh phí chưa duyệt")
    assert "kinh phí chưa duyệt" in await town.screen(HANH)
    await town.tap(HANH, "Gửi")
    assert await town.sql("SELECT percent, blocked FROM assignment WHERE number = 147") == [
        (0, "kinh phí chưa duyệt")
    ]


async def test_an_answer_in_the_middle_of_a_form_is_given_anew(town: Town) -> None:
    await town.write(THANG, "giao việc")
    await town.write(THANG, "Bình")
    said = town.phone(THANG).messages[-2]
    await town.phone(THANG).edit(said, "Hoa")
    await town.settle()
    await town.write(THANG, "Vận động 6 hộ")
    await town.write(THANG, "thứ 6")
    await town.tap(THANG, "Giao việc")
    assert await town.sql("SELECT p.name FROM assignment a JOIN person p ON p.id = a.lead_id") == [
        (HOA.name,)
    ]


async def test_what_was_done_at_once_is_not_done_again(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "147 được 40%")
    said = next(m for m in town.phone(BINH).messages if m.text == "147 được 40%")
    await town.phone(BINH).edit(said, "147 được 60%")
    assert "không đổi số liệu" in await town.screen(BINH)
    assert await town.sql("SELECT percent FROM assignment WHERE number = 147") == [(40,)]


async def test_a_place_moves_under_an_unsent_report_without_a_word(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "xong 147, đã vận động 6 hộ")
    phone = town.phone(BINH)
    place = await phone.location()
    await town.settle()
    before = await town.heard(BINH)
    for step in range(3):
        place.content["location"]["latitude"] += step / 1000
        phone._deliver("edited_message", place)
        await town.settle()
    assert await town.heard(BINH) == before
    assert await town.sql("SELECT count(*) FROM attachment WHERE kind = 'location'") == [(1,)]


async def a_draft(town: Town) -> Said:
    return THANG, "Bình: vận động 6 hộ, thứ 6", "Bình: vận động 8 hộ, thứ 6"


async def a_reason(town: Town) -> Said:
    await town.press(HOA, f"s.calloff:{await open_saturday(town)}")
    return HOA, "mưa", "mưa to, ngập đường"


async def for_another(town: Town) -> Said:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.press(HANH, "o.tell:2")
    return HANH, "70%", "vướng kinh phí chưa duyệt"


async def a_group(town: Town) -> Said:
    await open_saturday(town)
    return CUONG, "thứ 7 này đoàn thanh niên đăng ký 15 người", "thứ 7 này ĐTN đăng ký 12 người"


@pytest.mark.parametrize("about", [a_draft, a_reason, for_another, a_group])
async def test_what_was_read_back_before_the_edit_has_lost_its_buttons(
    town: Town, about: Callable[[Town], Awaitable[Said]]
) -> None:
    who, words, better = await about(town)
    await town.write(who, words)
    phone = town.phone(who)
    said, read_back = phone.messages[-2:]
    assert read_back.buttons
    await phone.edit(said, better)
    await town.settle()
    assert phone.last.buttons
    assert phone.last is not read_back
    assert read_back.buttons == []
