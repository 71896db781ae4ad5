"""«chốt», «có mặt đủ» typed at the point, or under the letter with the list, before the list was
opened: they are of that list, and asked as its buttons ask."""

import pytest

from sandbox.phone import Message
from tests.helpers.activities import open_saturday
from tests.helpers.begun import begun
from tests.helpers.registrations import join, standings
from tests.town import BINH, CUONG, MAI, SON, Town, clock


@begun
async def gathered(town: Town) -> Town:
    """Mai and Sơn are on the list of which Cường has the letter; Bình leads no point now."""
    day = await open_saturday(town, capacity=40)
    for who in (MAI, SON):
        await join(town, who, day)
    await town.go_to(clock(21, 7, 5))
    return town


def letter(town: Town) -> Message:
    return next(m for m in reversed(town.phone(CUONG).messages) if "Điểm danh" in m.labels)


async def say(town: Town, words: str, *, under: bool) -> str:
    return await town.write(CUONG, words, reply_to=letter(town) if under else None)


@pytest.mark.parametrize("under", [True, False])
@pytest.mark.parametrize(
    "words",
    [
        *(
            "đủ",
            "đủ cả",
            "có mặt đủ",
            "co mat du a",
            "có mặt hết",
            "mọi người đến đủ rồi",
            "đông đủ",
        ),
        *("bà con đến đủ cả", "đủ, chốt", "có mặt đầy đủ rồi ạ"),
    ],
)
async def test_all_are_there(gathered: Town, words: str, under: bool) -> None:
    assert "đủ cả" in await say(gathered, words, under=under)
    assert await standings(gathered) == ["registered", "registered"]
    assert "có mặt 2/2" in await gathered.tap(CUONG, "Đúng, chốt luôn")
    assert await standings(gathered) == ["present", "present"]


@pytest.mark.parametrize("under", [True, False])
@pytest.mark.parametrize("words", ["chốt", "chot danh sach", "chốt luôn nhé", "Chốt sổ đi"])
async def test_closing_asks_who_was_not_marked(gathered: Town, words: str, under: bool) -> None:
    assert "2 người chưa đánh dấu" in await say(gathered, words, under=under)
    assert "Ghi vắng, chốt" in gathered.phone(CUONG).last.labels
    assert await standings(gathered) == ["registered", "registered"]


@pytest.mark.parametrize(
    ("words", "under"),
    [
        *(("vắng 1", False), ("vắng 1", True), ("có mặt 2", True), ("thêm 3", True)),
        *(("đủ, thêm 2", False), ("vắng 1, chốt", True)),
    ],
)
async def test_numbers_of_a_list_that_nobody_saw(gathered: Town, words: str, under: bool) -> None:
    assert f"Chưa ghi «{words}»" in await say(gathered, words, under=under)
    assert "1. Người Mai" in gathered.phone(CUONG).last.labels
    assert await standings(gathered) == ["registered", "registered"]


@pytest.mark.parametrize("words", ["chưa đủ", "đủ chưa", "không đủ", "chưa chốt", "đủ 5 người"])
async def test_what_says_something_else(gathered: Town, words: str) -> None:
    assert "đủ cả" not in await say(gathered, words, under=False)
    assert await gathered.sql("SELECT 1 FROM roll_call") == []


async def test_whoever_leads_no_point(gathered: Town) -> None:
    for words in ("chốt", "có mặt đủ"):
        await gathered.write(BINH, words)
    assert await gathered.sql("SELECT 1 FROM roll_call") == []


async def test_figures_that_were_read_back_are_not_the_list(gathered: Town) -> None:
    await gathered.write(CUONG, "40 người")
    await gathered.write(CUONG, "đủ")
    assert await gathered.sql("SELECT 1 FROM roll_call") == []


async def test_under_the_letter_after_the_end(gathered: Town) -> None:
    await gathered.go_to(clock(21, 10, 35))
    assert "chưa đánh dấu" in await say(gathered, "chốt", under=True)


async def test_what_was_read_back_before_has_no_buttons_left(gathered: Town) -> None:
    await gathered.write(CUONG, "có mặt đủ")
    first = gathered.phone(CUONG).last
    await gathered.write(CUONG, "vắng 1")
    assert gathered.phone(CUONG).last.labels
    assert not first.labels
