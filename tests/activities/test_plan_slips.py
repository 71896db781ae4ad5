"""Slips while planning: what rings is read back, what is gone is asked, what is odd is said."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.periods import local
from domain.plans import example_start
from tests.helpers.activities import manage, open_saturday, plan, send
from tests.helpers.registrations import join
from tests.town import BINH, CUONG, HOA, ICT, MAI, SON, THURSDAY, Town, clock, says

TIMES = "SELECT starts_at FROM activity"


async def asked_when(town: Town, kind: str = "Thứ 7 tình nguyện") -> str:
    await town.write(HOA, "tạo hoạt động")
    await town.tap(HOA, kind)
    return await town.write(HOA, "Dọn vệ sinh")


@pytest.mark.parametrize("typed", ["6h30", "doi sang 6h30", "chuyển lúc 6 giờ 30", "6:30"])
async def test_a_time_alone_is_the_same_day_and_is_read_back(town: Town, typed: str) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await manage(town, day, "Đổi giờ")
    before = await town.sql(TIMES)
    read = await town.write(HOA, typed)
    assert "thứ Bảy, 21/11 7h00 → thứ Bảy, 21/11 6h30" in read
    assert "Báo 2 người?" in read
    assert not await says(town, MAI, "Đổi giờ"), "nobody's telephone has rung"
    assert await town.sql(TIMES) == before
    said = await town.tap(HOA, "Đúng, báo")
    assert "Đã đổi giờ: Dọn bờ kênh, thứ Bảy, 21/11 7h00 → thứ Bảy, 21/11 6h30" in said
    assert "Đã báo 2 người" in said
    assert await says(town, MAI, "Mới: thứ Bảy, 21/11 6h30")


async def test_never_mind_rings_with_nobody_and_neither_does_an_old_tap(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await manage(town, day, "Đổi giờ")
    await town.write(HOA, "14h")
    read = town.phone(HOA).messages[-1].message_id
    assert "vẫn là thứ Bảy, 21/11 7h00" in await town.tap(HOA, "Thôi")
    for _ in range(2):
        await town.phone(HOA).press(f"s.shiftyes:{day}:2026-11-21T14.00", read)
        await town.settle()
    assert "đã trả lời" in town.phone(HOA).toasts[-1].text
    assert not await says(town, MAI, "Đổi giờ")


@pytest.mark.parametrize("who", [BINH, CUONG, MAI])
async def test_only_whoever_leads_it_moves_it(town: Town, who: object) -> None:
    day = await open_saturday(town)
    before = await town.sql(TIMES)
    await town.phone(who).press(f"s.shiftyes:{day}:2026-11-28T07.00", 1)
    await town.settle()
    assert town.phone(who).toasts[-1].alert
    assert await town.sql(TIMES) == before


async def test_what_was_done_is_said(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await manage(town, day, "Hoãn")
    said = await send(town, "Mưa to")
    assert "Đã hoãn: Dọn bờ kênh, thứ Bảy, 21/11 7h00" in said
    await manage(town, day, "Hủy buổi")
    assert "Đã hủy: Dọn bờ kênh" in await send(town, "Bão")


async def test_the_open_question_of_another_day_is_said_to_be_dropped(town: Town) -> None:
    canal = await open_saturday(town)
    trees = await open_saturday(town, title="Trồng cây", starts=clock(28, 7))
    assert "đã bỏ" not in await manage(town, canal, "Hoãn")
    assert "Câu đang hỏi về Dọn bờ kênh đã bỏ" in await manage(town, trees, "Hủy buổi")


async def test_a_dropped_draft_offers_nothing_and_says_so(town: Town) -> None:
    await plan(town)
    await town.tap(HOA, "Bỏ")
    assert "Làm sạch biển" in await town.tap(HOA, "Kế hoạch"), "kept after all"
    await town.tap(HOA, "Bỏ")
    await town.tap(HOA, "Bỏ dự thảo")
    for data, said in (
        ("s.qr:1", "không chia sẻ nữa"),
        ("s.poster:1", "không chia sẻ nữa"),
        ("plan.points:1", "đã hủy, không đổi được nữa. Xem các hoạt động: /hoatdong"),
        ("plan.dropyes:1", "đã hủy"),
    ):
        await town.phone(HOA).press(data, 1)
        await town.settle()
        assert said in town.phone(HOA).toasts[-1].text, data
    await town.phone(HOA).press("s.manage:1", 1)
    await town.settle()
    labels = [label for row in town.phone(HOA).messages[-1].rows for label in row]
    assert not {"Chia sẻ", "Mã QR", "Áp phích"} & {str(label) for label in labels}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31/12 25h", "Không có giờ 25h"),
        ("5/12 7h75", "Không có giờ 7h75"),
        ("30/2 7h", "Không có ngày 30/2"),
        ("31/11", "Không có ngày 31/11"),
        ("hôm nào", "Chưa rõ ngày giờ"),
    ],
)
async def test_an_hour_or_a_day_that_there_is_not(town: Town, typed: str, said: str) -> None:
    await asked_when(town)
    assert said in await town.write(HOA, typed)
    assert "Các điểm tập trung" in await town.write(HOA, "5/12 7h")


async def test_examples_are_of_todays_calendar_and_can_be_followed(town: Town) -> None:
    await town.go_to(clock(30, 9))
    asked = await asked_when(town)
    assert "ví dụ: 5/12 7h00" in asked
    assert "Ví dụ: 5/12 7h00" in await town.write(HOA, "hôm nào")
    assert "Các điểm tập trung" in await town.write(HOA, "5/12 7h00")


@given(st.integers(0, 800), st.integers(0, 23))
def test_an_example_is_a_saturday_to_come(days: int, hour: int) -> None:
    now = THURSDAY.replace(hour=hour) + timedelta(days=days)
    example = local(example_start(now), ICT)
    assert example.weekday() == 5
    assert timedelta(0) < example - now < timedelta(days=8)


async def test_a_green_sunday_on_a_thursday_is_remarked(town: Town) -> None:
    await asked_when(town, "Chủ nhật xanh")
    await town.write(HOA, "26/11 7h")
    card = await town.write(HOA, "UBND phường Ka Long, 20")
    assert "⚠️ thứ Năm, 26/11, không phải Chủ nhật" in card
    await town.tap(HOA, "Đổi giờ")
    assert "⚠️" not in await town.write(HOA, "29/11")


async def test_fewer_places_than_people_hoped_for_is_remarked(town: Town) -> None:
    await asked_when(town)
    await town.write(HOA, "28/11")
    await town.write(HOA, "Cầu Ka Long, 44")
    await town.tap(HOA, "Chỉ tiêu")
    assert "⚠️ Mới có 44 chỗ" in await town.write(HOA, "120")
    await town.tap(HOA, "Chỉ tiêu")
    assert "⚠️" not in await town.write(HOA, "40")


async def test_an_old_button_of_the_form_names_its_own_way_back(town: Town) -> None:
    await asked_when(town)
    old = town.phone(HOA).messages[-1].message_id
    await town.write(HOA, "/huy")
    await town.phone(HOA).press("plan.day:0:2026-11-28", old)
    await town.settle()
    assert "«tạo hoạt động»" in town.phone(HOA).toasts[-1].text


async def test_a_closed_list_stays_closed_on_every_screen(town: Town) -> None:
    """Son has looked at the card and has no place; somebody is ticked at the point."""
    day = await open_saturday(town, capacity=5)
    await join(town, MAI, day)
    await join(town, SON, day)
    await town.tap(SON, "Hủy đăng ký")
    await town.tap(SON, "Hủy đăng ký")
    await town.go_to(clock(21, 6, 50))
    await town.tap(CUONG, "Điểm danh")
    await town.tap(CUONG, "Đủ cả")
    await town.go_to(clock(21, 8))
    card = next(text for text in await town.heard(SON) if "Dọn bờ kênh" in text)
    assert "Đã chốt danh sách" in card
    assert "chỗ" not in card.replace("còn chỗ", "")
    await town.go_to(clock(21, 10))
    await town.phone(SON).start(f"act-{day}")
    assert "đã diễn ra" in await town.screen(SON)
    await town.phone(SON).press(f"s.see:{day}", 1)
    assert "Đăng ký" not in str(town.phone(SON).messages[-1].rows)
