"""What a head asks and orders in the words of the corridor: who is late, until when, «đạt»."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, HOA, THANG, Town, clock, says


async def two_given(town: Town) -> None:
    town.now = clock(19, 9)
    await number_from(town, 147)
    await give(town, THANG, "Bình", "Vận động 6 hộ", "20/11")
    await give(town, THANG, "Hoa", "Lập danh sách", "20/11")
    await town.write(BINH, "nhận 147")
    await town.write(HOA, "nhận 148")


@pytest.mark.parametrize(
    "asked",
    [
        *("147 thi han den bao gio vay", "việc 147 hạn khi nào nhỉ", "bao giờ hết hạn 147"),
        *("147 ai làm thế", "còn mấy ngày nữa đến hạn việc 147", "khi nao xong 147"),
    ],
)
async def test_a_question_about_one_piece_of_work_shows_it(town: Town, asked: str) -> None:
    await two_given(town)
    for who in (THANG, BINH):
        assert "NV-2026-0147" in await town.write(who, asked)


@pytest.mark.parametrize(
    "asked",
    [
        *("ai dang tre viec the", "nhung ai con cham tien do", "ai chưa nộp báo cáo"),
        *("việc nào đang quá hạn vậy", "trong phong ai dang no viec"),
    ],
)
async def test_who_is_late(town: Town, asked: str) -> None:
    await two_given(town)
    await town.go_to(clock(23, 9))
    assert "quá hạn (2)" in await town.write(THANG, asked)


async def test_dat_with_two_waiting_asks_which_by_buttons(town: Town) -> None:
    await two_given(town)
    for who, number in ((BINH, 147), (HOA, 148)):
        await town.write(who, f"xong {number}, đã nộp đủ")
        await town.write(who, "gửi")
    await town.write(THANG, "giao việc")
    for _ in range(2):
        assert "việc nào" in await town.write(THANG, "dat")
        assert town.phone(THANG).can_tap("147 – Vận động 6 hộ")
    await town.tap(THANG, "147 – Vận động 6 hộ")
    await town.later(minutes=1)
    found = await town.sql("SELECT state FROM assignment WHERE number IN (147, 148)")
    assert sorted(found) == [("done",), ("review",)]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("ok giao viec bang ron cho Bình", "bang ron"),
        ("giao Bình soạn giấy mời, thứ 5", "soạn giấy mời"),
        ("vâng, giao việc làm maket cho Bình trước 27/11", "làm maket"),
        ("ok Bình chuẩn bị hội trường chiều t5 nhé", "chuẩn bị hội trường"),
    ],
)
async def test_work_is_given_in_a_sentence(town: Town, line: str, what: str) -> None:
    town.now = clock(23, 9)
    await town.write(THANG, line)
    if town.phone(THANG).can_tap("27/11"):
        await town.write(THANG, "thứ 6")
    assert "Đã giao" in await town.write(THANG, "ok")
    assert await says(town, BINH, what)
