"""A line on the spot is cut by its words; what is no finding becomes none."""

import pytest

from tests.helpers.supervision import LIEN, TRAN, office_of_visits, propose, visit
from tests.town import BINH, Town

TEAM = "GS1 đoàn: Trận trưởng đoàn, Liên thư ký, Hoa"


@pytest.fixture
async def today(town: Town) -> Town:
    """It is planned for these days; nobody is there yet."""
    await office_of_visits(town)
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, TEAM)
    return town


@pytest.fixture
async def there(today: Town) -> Town:
    await today.write(TRAN, "GS1 đã đến")
    return today


async def notes(town: Town) -> list[tuple[str, str]]:
    rows = await town.sql("SELECT sort, words FROM finding ORDER BY id")
    return [(sort, words) for sort, words in rows]


async def test_arrived_and_found_in_one_line(today: Town) -> None:
    town = today
    await town.write(
        TRAN, "gs1 den roi nhe. han che: thu quy 300k ngoai danh muc; chua cong khai so"
    )
    said = next(text for text in await town.heard(TRAN) if "đã đến; đã ghi" in text)
    assert await visit(town, "arrived_at IS NOT NULL", 1) == (1,)
    found = [("short", "thu quy 300k ngoai danh muc"), ("short", "chua cong khai so")]
    assert await notes(town) == found
    for _, words in found:
        assert words in said


@pytest.mark.parametrize("line", ["gs1 đến rồi, đang làm việc", "gs1 đã đến nhé"])
async def test_arrived_with_words_that_say_no_more(today: Town, line: str) -> None:
    await today.write(TRAN, line)
    assert await visit(today, "arrived_at IS NOT NULL", 1) == (1,)
    assert await notes(today) == []


@pytest.mark.parametrize(
    ("line", "found", "asked"),
    [
        (
            "chua cong khai thu chi o bang tin, uu diem co so sach day du",
            [("short", "chua cong khai thu chi o bang tin"), ("good", "co so sach day du")],
            [],
        ),
        (
            "so quy khong khop 2 trieu; kien nghi hoi pn kiem ke lai truoc 15/12",
            [("short", "so quy khong khop 2 trieu")],
            ["hoi pn kiem ke lai truoc 15/12"],
        ),
        (
            "gs1 han che: thieu mau luu; nguyen nhan: moi mua tu; kien nghi: truong luu mau",
            [("short", "thieu mau luu"), ("cause", "moi mua tu")],
            ["truong luu mau"],
        ),
        ("kiến nghị lần trước chưa làm", [("short", "kiến nghị lần trước chưa làm")], []),
        ("hạn chế đi lại của dân", [("short", "đi lại của dân")], []),
    ],
)
async def test_each_word_begins_a_note_of_its_own(
    there: Town, line: str, found: list[tuple[str, str]], asked: list[str]
) -> None:
    said = await there.write(TRAN, line)
    assert await notes(there) == found
    for words in (*(words for _, words in found), *asked):
        assert words in said or len(found) + len(asked) == 1
    drafts = await there.sql("SELECT COUNT(*) FROM matter WHERE kind = 'recommendation'")
    assert drafts == [(len(asked),)]


@pytest.mark.parametrize(
    "line", ["a nhầm 300k là 200k", "sửa 300k thành 200k", "à nhầm, 300k là 200k"]
)
async def test_what_was_wrong_is_put_right_and_read_back(there: Town, line: str) -> None:
    town = there
    await town.write(TRAN, "thu quỹ phụ huynh 300k/hs ngoài danh mục")
    await town.write(TRAN, "sổ sách đủ")
    said = await town.write(TRAN, line)
    assert "thu quỹ phụ huynh 200k/hs" in said
    fund = "thu quỹ phụ huynh 200k/hs ngoài danh mục"
    assert await notes(town) == [("short", fund), ("good", "sổ sách đủ")]
    await town.write(TRAN, "nguyên nhân: kế toán mới. à nhầm 200k là 250k")
    assert [words for _, words in await notes(town)] == [
        "thu quỹ phụ huynh 250k/hs ngoài danh mục",
        "sổ sách đủ",
        "kế toán mới",
    ]


async def test_of_another_s_note_nothing_is_put_right(there: Town) -> None:
    await there.write(LIEN, "GS1 hạn chế: thu 300k")
    assert "không có nhận xét nào" in await there.write(TRAN, "à nhầm 300k là 200k")
    assert await notes(there) == [("short", "thu 300k")]


@pytest.mark.parametrize("line", ["xong, ve roi", "xong rồi, đoàn về nhé"])
async def test_who_goes_home_ends(there: Town, line: str) -> None:
    await there.write(TRAN, "sổ thiếu chữ ký")
    assert "thôi ghi, đã có 1 nhận xét" in await there.write(TRAN, line)
    assert await notes(there) == [("short", "sổ thiếu chữ ký")]


@pytest.mark.parametrize("yes", [True, False])
async def test_what_is_said_to_somebody_is_asked(there: Town, yes: bool) -> None:
    town = there
    line = "chi Lien oi e den noi roi nhe"
    assert "ghi là gì?" in await town.write(TRAN, line)
    assert await notes(town) == []
    await town.tap(TRAN, "Hạn chế" if yes else "Không ghi")
    assert await notes(town) == ([("short", line)] if yes else [])


async def test_the_button_s_words_end_the_visit(there: Town) -> None:
    assert "GS-01: thôi ghi" in await there.write(TRAN, "gs1 xong")
    assert "làm việc, biên bản – đã ghi" in await there.write(TRAN, "gs1 đã làm việc xong")
    assert await visit(there, "stage", 1) == ("visited",)


async def test_who_is_not_of_the_team_writes_nothing(there: Town) -> None:
    await there.write(BINH, "gs1 hạn chế: a; ưu điểm: b")
    assert await notes(there) == []
