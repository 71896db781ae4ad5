"""What is typed on the spot goes where it belongs: marks to the checklist, notes each to its sort,
a wrong note away again; one tap asks for one recommendation."""

import pytest

from tests.helpers.supervision import LIEN, TRAN, office_of_visits, propose
from tests.town import Town

TEAM = "GS1 đoàn: Trận trưởng đoàn, Liên thư ký, Hoa"


@pytest.fixture
async def there(town: Town) -> Town:
    await office_of_visits(town)
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, TEAM)
    await town.write(TRAN, "GS1 đã đến")
    return town


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
