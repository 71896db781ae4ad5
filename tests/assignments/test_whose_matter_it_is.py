"""What waits for somebody is what they were asked: matters of others are no choices of theirs."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, DUNG, HANH, HOA, LAN, THANG, Town


@pytest.fixture(autouse=True)
async def two_sections(town: Town) -> None:
    """147 and 148 were given by the head, 149 of another section by the office; both leads of 147
    and 149 ask for more time."""
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await give(town, LAN, "Hoa", "Danh sách hộ nghèo", "27/11")
    await give(town, HANH, "Dung", "Trả lời kiến nghị đèn", "27/11")
    for who in (BINH, HOA, DUNG):
        await town.write(who, "nhận")
    await town.write(BINH, "gia hạn 147 đến 2/12, chờ số liệu phường")
    await town.write(DUNG, "gia hạn 149 đến 4/12, chờ điện lực")


async def states(town: Town) -> list[str]:
    return [s for (s,) in await town.sql("SELECT state FROM assignment_request ORDER BY id")]


@pytest.mark.parametrize("words", ["đồng ý", "dong y nhe", "không đồng ý, cần đúng hạn", "duyệt"])
async def test_a_leader_is_offered_nothing_that_waits_for_others(town: Town, words: str) -> None:
    said = await town.write(LAN, words)
    assert "149" not in said
    assert "147" not in said
    assert await states(town) == ["pending", "pending"]


@pytest.mark.parametrize("words", ["đạt", "ok dat nhe em", "duyệt 148"])
async def test_a_leaders_own_report_is_plain(town: Town, words: str) -> None:
    await town.write(HOA, "xong 148, 40 hộ")
    await town.write(HOA, "gửi")
    await town.write(LAN, words)
    assert await town.sql("SELECT state FROM assignment WHERE number = 148") == [("done",)]


async def test_the_list_is_of_what_they_were_asked(town: Town) -> None:
    assert "149" not in await town.write(LAN, "chờ duyệt")
    assert "147" in await town.write(THANG, "chờ duyệt")
    assert "149" in await town.write(HANH, "chờ duyệt")


async def test_by_its_number_a_leader_decides_it(town: Town) -> None:
    """A leader has the right over the whole office, and says which."""
    await town.write(LAN, "đồng ý 149")
    assert await states(town) == ["pending", "granted"]


async def test_what_nobody_answered_is_listed_to_the_leaders(town: Town) -> None:
    await town.later(days=5)
    assert "149" in await town.write(LAN, "chờ duyệt")


@pytest.mark.parametrize("verb", ["r.yes", "r.no"])
async def test_a_head_of_another_section_decides_nothing_by_a_tap(town: Town, verb: str) -> None:
    [(number,)] = await town.sql("SELECT max(id) FROM assignment_request")
    assert "149" in await town.press(THANG, f"{verb}:{number}")
    assert await states(town) == ["pending", "pending"]


async def test_nor_in_words(town: Town) -> None:
    await town.write(THANG, "đồng ý 149")
    assert await states(town) == ["pending", "pending"]
