"""A leader taps every part of a report, each figure of it, a row, and comes back."""

import re

import pytest

from storage import Work
from tests.helpers.activities import plan_saturday
from tests.helpers.reports import late_work, overdue
from tests.town import BINH, HOA, LAN, THANG, Town, clock

SHOWN = 8


@pytest.fixture
async def monday(town: Town) -> Town:
    """Bình is late with one thing that nobody's section has; two of three points have reported."""
    await plan_saturday(town)
    await late_work(town)
    await town.sql("UPDATE assignment SET unit_id = NULL")
    await town.sql("UPDATE assignment_span SET unit_id = NULL")
    await town.write(BINH, "khó khăn: đường vào khu 4 sạt")
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long 42, Trà Cổ 32")
    await town.tap(HOA, "Đúng")
    await town.sql("INSERT INTO turnout_part SELECT 1, id, 20 FROM organisation WHERE id < 3")
    await town.go_to(clock(23, 9))
    return town


def numbers(town: Town) -> list[str]:
    return [label for label in town.phone(LAN).last.labels if label.isdecimal()]


async def test_every_figure_opens_its_rows_and_back_in_one_message(monday: Town) -> None:
    """As many rows as the figure says, or rows that come to it."""
    town = monday
    await town.tap(LAN, "Xem chi tiết")
    assert "Biểu dương" not in town.phone(LAN).last.labels, "nobody was praised"
    before, opened = len(town.phone(LAN).messages), 0
    for part in ("Việc tăng, giảm", "Ra quân", "Theo dõi"):
        said = await town.tap(LAN, part)
        for number in numbers(town):
            figure = next(line for line in said.split("\n") if line.startswith(f"{number}. "))
            said_n = int(re.findall(r"\d+", figure.rpartition(":")[2])[0])
            rows = (await town.tap(LAN, number)).split("\n")
            assert rows[0].endswith(f": {said_n}"), figure
            told = [int(n) for row in rows[1:] for n in re.findall(r": (\d+)", row)]
            assert said_n == (sum(told) or len(rows) - 1), figure
            assert said == await town.tap(LAN, "‹ Quay lại")
            opened += 1
        assert "Bấm một số" in await town.tap(LAN, "‹ Quay lại")
    assert opened > SHOWN
    assert len(town.phone(LAN).messages) == before


async def test_back_is_where_one_came_from_also_from_a_later_page(monday: Town) -> None:
    town = monday
    await town.tap(LAN, "Xem chi tiết")
    await town.tap(LAN, "Ra quân")
    second = await town.tap(LAN, "Trang sau")
    number = numbers(town)[-1]
    assert int(number) > SHOWN
    await town.tap(LAN, number)
    assert second == await town.tap(LAN, "‹ Quay lại")


async def test_from_a_row_of_a_later_page_back_to_that_page_and_to_the_others(town: Town) -> None:
    """Bình is late with twenty things of one section: its list has pages, each leads back."""

    def late(work: Work) -> None:
        for n in range(20):
            overdue(work, town, f"Việc {n}")

    await town.work(late)
    await town.go_to(clock(23, 9))
    await town.tap(LAN, "Xem chi tiết")
    groups = await town.tap(LAN, "Theo tiểu ban")
    await town.tap(LAN, "Tuyên truyền…")
    assert "Quá hạn 20" in town.phone(LAN).last.labels
    page = await town.tap(LAN, "Trang sau")
    assert "Quá hạn 20" not in town.phone(LAN).last.labels, "they belong to the first page"
    await town.tap(LAN, numbers(town)[0])
    assert page == await town.tap(LAN, "‹ Quay lại")
    assert groups == await town.tap(LAN, "‹ Quay lại")


async def test_a_row_opens_its_card_in_the_same_message(monday: Town) -> None:
    town = monday
    await town.tap(LAN, "Xem chi tiết")
    before = len(town.phone(LAN).messages)
    await town.tap(LAN, "Theo dõi")
    await town.tap(LAN, "1")
    code = next(label for label in town.phone(LAN).last.labels if label.startswith("KK-"))
    assert "đường vào khu 4 sạt" in await town.tap(LAN, code)
    assert code in await town.tap(LAN, "‹ Quay lại")
    assert len(town.phone(LAN).messages) == before


async def test_what_is_in_no_section_is_opened_and_balanced_too(monday: Town) -> None:
    town = monday
    assert "Lãnh đạo, chưa rõ: mở" in await town.tap(LAN, "Vì sao?")
    await town.write(LAN, "chi tiết báo cáo")
    assert "Lãnh đạo, chưa rõ · đúng hạn 0/1" in await town.tap(LAN, "Theo tiểu ban")
    await town.tap(LAN, "Lãnh đạo, chưa rõ")
    said = await town.tap(LAN, "Quá hạn 1")
    assert "Lãnh đạo, chưa rõ, quá hạn: 1 việc" in said
    assert "quá hạn" not in (await town.tap(LAN, "‹ Quay lại")).split("\n")[0]


async def test_a_list_under_its_own_button_is_come_back_to(monday: Town) -> None:
    town = monday
    said = await town.tap(LAN, "Việc quá hạn")
    await town.tap(LAN, "1")
    assert said == await town.tap(LAN, "‹ Quay lại")


async def test_a_month_is_taken_apart_too(monday: Town) -> None:
    town = monday
    await town.write(LAN, "báo cáo tháng 11")
    assert "Tháng 11" in await town.tap(LAN, "Xem chi tiết")
    assert "Tháng 11 – quá hạn: 1 việc" in await town.tap(LAN, "Quá hạn 1")


async def test_nobody_else_opens_anything(monday: Town) -> None:
    """Bytes of another's button, a figure that is not there, a thing that no row names."""
    town = monday
    for data in ("d.part:1:field", "d.fig:1:field.total.0", "d.one:1:field.total.0.day.1"):
        assert "lượt người" not in (await town.press(BINH, data)).lower()
        assert "42" not in await town.press(THANG, data), "a head has the own section alone"
    for data in (
        "d.part:1:",
        "d.part:1:nothing",
        "d.fig:1:field.nothing.0",
        "d.one:1:field.total.0.task.1",
        "d.by:2026113",
        "d.by:9999999",
        "d.in:1:figure.overdue.0..nothing",
    ):
        assert await town.press(LAN, data)
