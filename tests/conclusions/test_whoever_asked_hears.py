"""What a leader puts off, brings to the briefing, sees otherwise or says of a task reaches whoever
leads it and whoever gave it, and not the office alone."""

import pytest

from tests.helpers.matters import LINE, asked_on_monday
from tests.town import BINH, HANH, HOA, LAN, THANG, Town, says


@pytest.fixture
async def monday(town: Town) -> Town:
    return await asked_on_monday(town)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("mục 1 để tới 9/12", "Để lại sau 9/12"),
        ("mục 1 đưa ra giao ban", "Đưa ra giao ban"),
    ],
)
async def test_what_is_put_off_or_tabled(monday: Town, words: str, told: str) -> None:
    town = monday
    await town.write(LAN, words)
    if "Gửi" in town.phone(LAN).last.labels:
        await town.tap(LAN, "Gửi")
    for who in (BINH, HOA):
        assert await says(town, who, told)
    assert not await says(town, THANG, told)


async def test_another_view_of_the_chair(monday: Town) -> None:
    town = monday
    await town.write(LAN, "XK1")
    await town.tap(LAN, "Ý kiến khác")
    await town.write(LAN, "sang gặp trực tiếp chủ tịch UBND")
    for who in (BINH, HOA, HANH):
        assert await says(town, who, "sang gặp trực tiếp chủ tịch UBND")


async def test_whoever_gave_the_work_hears_of_more_time(monday: Town) -> None:
    await monday.write(LAN, LINE)
    await monday.tap(LAN, "Gửi")
    for who in (BINH, HOA, HANH):
        assert await says(monday, who, "Gia hạn NV-2026-0001")


async def test_a_question_says_what_it_is_about(monday: Town) -> None:
    await monday.write(LAN, "mục 1 hỏi a Bình đã")
    await monday.tap(LAN, "Gửi")
    assert await says(monday, BINH, "(NV-2026-0001) – hỏi a Bình đã")


async def test_whose_only_item_it_is_needs_no_number(monday: Town) -> None:
    said = await monday.write(LAN, "hoi a Binh da")
    assert "XK-001" in said
    assert "Hỏi thêm: «hoi a Binh da»" in said
    await monday.tap(LAN, "Gửi")
    assert await says(monday, BINH, "hoi a Binh da")
    assert "Hỏi thêm" not in await monday.write(LAN, "hỏi anh Thắng đã"), "nothing is his"
