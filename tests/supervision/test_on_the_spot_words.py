"""What is typed on the spot goes where it belongs: marks to the checklist, notes each to its sort,
a wrong note away again; one tap asks for one recommendation."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.supervision import LIEN, TEAM, TRAN, office_of_visits, on_the_spot, propose
from tests.town import BINH, HOA, LAN, Town


@begun
async def there(town: Town) -> Town:
    return await on_the_spot(town)


async def notes(town: Town) -> list[tuple[str, str]]:
    return [(sort, words) for sort, words in await town.sql("SELECT sort, words FROM finding")]


async def test_marks_go_to_the_checklist(there: Town) -> None:
    town = there
    await town.write(TRAN, "bảng kiểm GS1")
    said = await town.write(TRAN, "1 dat, 2 khong dat, 3 khong dat thieu phi ho tich, 4 dat")
    assert "mục 3" in said
    assert "gửi một ảnh" in said
    assert "3/6" in await town.write(TRAN, "BK1")
    assert "2 dat" not in await town.write(TRAN, "2 dat nhe")
    await town.phone(TRAN).photo()
    await town.settle()
    await town.phone(TRAN).photo("6 khong dat so cu")
    await town.settle()
    shown = await town.write(TRAN, "BK1")
    assert "3. Nội dung thực hiện đúng quy định ❗ – thieu phi ho tich" in shown
    assert "6. Kiến nghị lần trước đã thực hiện – so cu" in shown
    assert "5/6" in shown
    assert await notes(town) == []
    await town.write(TRAN, "GS1 hạn chế: bảng phí cũ")
    assert "còn mục 5" in await town.write(TRAN, "xong")
    assert await notes(town) == [("short", "bảng phí cũ")]
    assert "2 dat nhung" not in str(await notes(town))


async def test_a_mark_that_is_not_plain_is_asked(there: Town) -> None:
    town = there
    await town.write(TRAN, "bảng kiểm GS1")
    assert "ví dụ: 3 đạt" in await town.write(TRAN, "2 dat nhung so con thieu")
    assert await notes(town) == []


async def test_each_sort_in_one_message_is_a_note_of_its_own(there: Town) -> None:
    town = there
    bare = "uu diem: bep sach. han che: tu lanh hong, so luu thieu. nguyen nhan: chua co kinh phi"
    await town.write(TRAN, bare)
    await town.write(LIEN, "GS1 ưu điểm: hồ sơ đủ\nhạn chế: chưa công khai")
    assert await notes(town) == [
        ("good", "bep sach"),
        ("short", "tu lanh hong, so luu thieu"),
        ("cause", "chua co kinh phi"),
        ("good", "hồ sơ đủ"),
        ("short", "chưa công khai"),
    ]


async def test_a_wrong_note_is_taken_away_and_never_written(there: Town) -> None:
    town = there
    for line in ("ưu điểm: bếp sạch", "ưu điểm: sổ đủ", "bảng phí cũ", "nguyên nhân: thiếu người"):
        await town.write(TRAN, line)
    assert "đã bỏ «thiếu người»" in await town.write(TRAN, "bo dong vua roi, ghi nham")
    assert "đã bỏ «bếp sạch»" in await town.write(TRAN, "xoa dong uu diem dau tien")
    assert "bỏ dòng nào" in await town.write(TRAN, "xóa dòng về tủ lạnh")
    await town.tap(TRAN, "bảng phí cũ")
    assert await notes(town) == [("good", "sổ đủ")]
    assert "đã bỏ «sổ đủ»" in await town.write(TRAN, "GS1 xóa dòng sổ đủ")
    assert await notes(town) == []


async def test_one_tap_asks_for_one_recommendation(there: Town) -> None:
    town = there
    await town.press(TRAN, "v.recommend:1")
    assert "GS-01 – giám sát" in await town.write(TRAN, "phieu gs 1")
    assert "Đã ghi KN-001" in await town.write(TRAN, "thay tủ lạnh")
    for line in ("chieu nay hop luc 2h a", "bien ban gs 1", "1 dat, 2 dat"):
        await town.write(TRAN, line)
    assert await town.sql("SELECT code FROM matter") == [("KN-001",)]
    await town.write(TRAN, "GS1")
    await town.tap(TRAN, "Kiến nghị mới")
    assert "Đã ghi KN-002" in await town.write(TRAN, "công khai thực đơn")


async def test_what_a_guest_said_is_no_shortcoming(there: Town) -> None:
    town = there
    await town.write(TRAN, "GS1 mời Trần Văn Ba")
    await town.write(TRAN, "GS1")
    await town.tap(TRAN, "Ghi nhận xét")
    await town.write(TRAN, "y kien dai bieu Ba: can cong khai gia")
    assert await notes(town) == []
    assert "Trần Văn Ba: can cong khai gia" in await town.write(TRAN, "GS1")


async def test_nobody_takes_away_what_another_wrote(there: Town) -> None:
    """«bỏ dòng vừa rồi» means one's own; the head of the team may take another's away, by name."""
    town = there
    await town.write(LIEN, "GS1 hạn chế: bảng phí cũ")
    await town.write(TRAN, "GS1 hạn chế: không có lịch trực")
    assert "đã bỏ «bảng phí cũ»" in await town.write(LIEN, "GS1 bo dong vua roi")
    assert "không có nhận xét nào của" in await town.write(LIEN, "GS1 bỏ dòng vừa rồi")
    assert await notes(town) == [("short", "không có lịch trực")]
    await town.write(LIEN, "GS1 hạn chế: thiếu bảng tên")
    await town.write(TRAN, "GS1 bỏ dòng vừa rồi")
    assert await notes(town) == [("short", "thiếu bảng tên")]
    assert "đ/c Hoàng Thị Liên ghi" in await town.write(TRAN, "GS1 bỏ dòng vừa rồi")
    await town.tap(TRAN, "thiếu bảng tên")
    assert await notes(town) == []


@begun
async def today(town: Town) -> Town:
    """It is planned for these days; nobody is there yet."""
    await office_of_visits(town)
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, TEAM)
    return town


@pytest.mark.parametrize(
    ("arrived", "minutes", "draft", "agrees"),
    [
        ("da den", "bien ban xong", "gui du thao", "dong y bien ban"),
        ("Đã đến nơi rồi", "lập biên bản xong rồi", "gui du thao cho doan", "nhat tri du thao"),
        ("doan den noi roi", "ky bien ban roi", "xin y kien doan", "em dong y bien ban"),
        ("gs 1 den noi roi", "gs1 bien ban xong", "gs1 gui du thao", "gs 1 dong y bien ban"),
    ],
)
async def test_on_the_day_no_code_is_needed(
    today: Town, arrived: str, minutes: str, draft: str, agrees: str
) -> None:
    """Who is on one visit says what they do; of one who is on none the words are others'."""
    town = today
    await town.write(BINH, arrived.replace("gs 1 ", ""))
    assert await town.sql("SELECT arrived_at FROM visit") == [(None,)]
    await town.write(TRAN, arrived)
    await town.write(TRAN, "bang phi cu, k co lich truc")
    assert await notes(town) == [("short", "bang phi cu, k co lich truc")]
    assert "kết quả thế nào" in await town.write(TRAN, minutes)
    assert "đã ghi kết quả" in await town.write(TRAN, "nhac nho, 2 kien nghi")
    assert "đã gửi dự thảo cho 2" in await town.write(TRAN, draft)
    asked = next(m for m in reversed(town.phone(LIEN).messages) if m.buttons)
    words = asked.text
    assert "nhất trí" in await town.write(LIEN, agrees)
    assert await town.sql("SELECT agrees FROM visit_member WHERE part = 'secretary'") == [(1,)]
    assert (asked.text, asked.buttons) == (words, []), "the draft stays, what it asked is answered"


async def test_who_does_not_agree_needs_no_code_either(today: Town) -> None:
    town = today
    for line in ("đã đến", "GS1 kết quả: nhắc nhở", "gửi dự thảo"):
        await town.write(TRAN, line)
    assert "vì sao" in await town.write(HOA, "k dong y bien ban")
    await town.write(HOA, "thieu noi dung luu mau")
    assert "thieu noi dung luu mau" in await town.write(TRAN, "GS1")


async def test_who_is_on_two_is_asked_and_the_team_of_a_hidden_one_waits(today: Town) -> None:
    town = today
    await propose(town, TRAN, "tiếp công dân", when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1 WHERE number = 2")
    await town.write(TRAN, "GS2 đoàn: Trận trưởng đoàn, Bình")
    assert "nhiều cuộc: GS-01, GS-02" in await town.write(TRAN, "da den")
    await town.write(LAN, "GS2 không báo trước")
    assert "Trận (trưởng đoàn)" in await town.write(BINH, "da den")
    assert "Trận (trưởng đoàn)" in await town.write(BINH, "GS2 đã đến")
    assert await town.sql("SELECT arrived_at FROM visit WHERE number = 2") == [(None,)]


@pytest.mark.parametrize(
    "line",
    [
        "e dang hop ti goi lai",
        "em đang họp, tí gọi lại ạ",
        "đang đi đường",
        "xin gia hạn 152 đến thứ 6",
        "em xin gia han 152 den thu 6",
        "cho em xin gia hạn thêm 2 ngày",
        "152 xong",
        "mấy giờ về ạ",
        "anh ơi mấy giờ về",
        "giao Hoa: dọn kho thứ 6",
        "đợi em tí",
    ],
)
@pytest.mark.parametrize("under", [False, True], ids=["typed", "under its card"])
async def test_an_aside_and_other_work_are_no_note(there: Town, line: str, under: bool) -> None:
    town = there
    await town.write(TRAN, "GS1")
    card = town.phone(TRAN).messages[-1]
    await town.press(TRAN, "v.found:1")
    how = {"reply_to": card} if under else {}
    said = await town.write(TRAN, line, **how)
    assert await notes(town) == []
    assert said.strip()
    assert said != line


@pytest.mark.parametrize(
    "line",
    [
        "cán bộ trực đi họp, không có người thay",
        "hồ sơ xin gia hạn trễ 3 ngày không thông báo",
        "trực trễ, gọi không được",
        "đồng chí phó chủ tịch đang họp nên chưa làm việc",
    ],
)
async def test_what_was_found_in_such_words_is_a_note(there: Town, line: str) -> None:
    town = there
    await town.press(TRAN, "v.found:1")
    await town.write(TRAN, line)
    assert await notes(town) == [("short", line)]


@pytest.mark.parametrize(
    "line",
    ["đoàn đang ở chợ, thiếu sổ theo dõi", "doan dang lam viec tai UBND, thieu so theo doi"],
)
@pytest.mark.parametrize("yes", ["Đã đến", "ok"])
async def test_a_note_before_anybody_said_that_they_arrived(
    today: Town, line: str, yes: str
) -> None:
    """It is asked whether they are there, and the note waits; whoever is on none is not asked."""
    town = today
    assert "đoàn đã đến nơi?" in await town.write(TRAN, line)
    assert await notes(town) == []
    await (town.write(TRAN, yes) if yes == "ok" else town.tap(TRAN, yes))
    [(sort, words)] = await notes(town)
    assert sort == "short"
    assert words == line.partition(", ")[2]
    assert await town.sql("SELECT 1 FROM visit WHERE arrived_at IS NOT NULL")
    assert "đoàn đã đến nơi?" not in await town.write(BINH, line)
