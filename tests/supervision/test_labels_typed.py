"""Every button of a visit's card may be typed, whatever stands open: each label is tried."""

import pytest

from tests.helpers.supervision import KALONG, LIEN, TRAN, office_of_visits, propose
from tests.town import BINH, HANH, HOA, LAN, Neighbour, Town

MOST = 40
TRIED = 12
"""So many labels at least are met on the way from a proposal to its end."""


@pytest.fixture
async def office(town: Town) -> Town:
    await office_of_visits(town)
    await propose(town, LIEN, when="tuần này")
    return town


async def labels(town: Town, who: Neighbour) -> list[str]:
    await town.write(who, "GS1")
    return [button.text for button in town.phone(who).last.buttons]


async def test_each_label_of_its_card_does_what_its_button_does(office: Town) -> None:
    town, typed = office, set[str]()
    await town.write(TRAN, "GS1 đoàn: Trận trưởng đoàn, Liên, Hoa")
    for _ in range(MOST):
        for who in (LAN, TRAN, LIEN):
            new = [one for one in await labels(town, who) if one not in typed]
            if new:
                break
        else:
            break
        typed.add(new[0])
        said = await town.write(who, new[0])
        assert "chưa hiểu" not in said, new[0]
        assert "Chưa rõ tin này" not in said, new[0]
        assert "GS-01" in said or "Có thể trùng" in said, new[0]
    assert len(typed) >= TRIED, typed
    assert await town.sql("SELECT * FROM finding") == []


async def test_a_label_of_another_card_than_the_newest_is_not_meant(office: Town) -> None:
    town = office
    await town.write(TRAN, "GS1")
    await town.write(LAN, "Lan: in 30 bộ tài liệu, thứ 6")
    assert await town.sql("SELECT stage FROM visit") == [("proposed",)]
    assert "GS-01" not in await town.write(BINH, "Lùi thời gian")


async def test_the_lists_are_asked_for_in_words(office: Town) -> None:
    for line in ("kế hoạch giám sát", "các cuộc giám sát"):
        assert "Chương trình 2026" in await office.write(LAN, line)
    for line in ("gs tuần này có đoàn nào đi k", "tuần này tôi đi đoàn nào"):
        assert "GS-01" in await office.write(LAN, line)
    assert "hiệp thương" in await office.write(LAN, "In danh sách")
    for line in ("kiến nghị", "kiến nghị quá hạn", "còn kiến nghị nào chưa xong"):
        assert "theo dõi" in await office.write(LAN, line)


async def test_who_may_not_see_a_hidden_one_reads_none_in_the_lists(office: Town) -> None:
    await office.write(TRAN, "GS1 không báo trước")
    for line in ("kế hoạch giám sát", "gs tuần này có đoàn nào đi k", "tuần này tôi đi đoàn nào"):
        assert "GS-01" not in await office.write(BINH, line)
        assert KALONG not in await office.screen(BINH)


async def test_a_merge_that_was_read_back_is_done_by_a_yes(office: Town) -> None:
    await propose(office, TRAN, when="tuần này")
    assert "Gộp" in await office.write(TRAN, "gộp GS2 với GS1 đi")
    await office.write(TRAN, "ok")
    assert await office.sql("SELECT stage FROM visit ORDER BY id") == [("proposed",), ("merged",)]


async def test_a_leader_s_yes_takes_a_proposal_into_the_year(office: Town) -> None:
    await office.write(HOA, "GS1 đồng ý")
    assert await office.sql("SELECT stage FROM visit") == [("proposed",)]
    await office.write(LAN, "gs1 ok")
    assert await office.sql("SELECT stage FROM visit") == [("settled",)]


@pytest.fixture
async def there(office: Town) -> Town:
    await office.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    for line in ("GS1 đoàn: Trận trưởng đoàn, Liên, Hoa", "GS1 đã đến"):
        await office.write(TRAN, line)
    return office


async def test_the_same_note_stands_once(there: Town) -> None:
    await there.write(LIEN, "GS1 hạn chế: không có sổ; tủ lưu mẫu hỏng")
    assert "đã có từ trước" in await there.write(TRAN, "GS1 hạn chế: tủ lưu mẫu hỏng")
    said = await there.write(TRAN, "GS1 hạn chế: Không có sổ; bếp một chiều sai")
    assert "(đã có từ trước)" in said
    notes = await there.sql("SELECT words FROM finding ORDER BY id")
    assert notes == [("không có sổ",), ("tủ lưu mẫu hỏng",), ("bếp một chiều sai",)]


async def test_who_names_somebody_hears_who_reads_it(there: Town) -> None:
    line = "GS1 hạn chế: chị Nguyễn Thị Hoa nấu bếp chưa có giấy khám sức khỏe"
    assert "mọi cán bộ đọc được" in await there.write(TRAN, line)
    assert "mọi cán bộ" not in await there.write(TRAN, "GS1 hạn chế: bảng phí cũ")


async def test_what_is_kept_of_nobody_is_kept_in_no_note(there: Town) -> None:
    for line in ("GS1 hạn chế: chị Lan bếp trưởng người dân tộc Dao", "GS1"):
        await there.write(TRAN, line)
    assert await there.sql("SELECT * FROM finding") == []


async def test_a_recommendation_says_to_whom_it_goes(there: Town) -> None:
    said = await there.write(TRAN, "GS1 kiến nghị UBND tỉnh cấp kinh phí sửa bếp trước 20/12")
    assert f"Gửi: {KALONG}" in said
    assert "«KN1 nơi nhận" in said
    await there.write(TRAN, "KN1 gửi đi, số 22 ngày 18/11 Khải ký")
    assert await there.sql("SELECT state, paper FROM matter") == [("sent", "22")]


async def test_the_word_alone_sends_it_or_asks_for_its_number(there: Town) -> None:
    await there.write(TRAN, "GS1 kiến nghị: thay bảng phí")
    assert "số" in await there.write(TRAN, "KN1 gửi")
    await there.write(TRAN, "số 22 ngày 18/11, Khải ký")
    assert await there.sql("SELECT state FROM matter") == [("sent",)]


async def test_what_was_agreed_with_the_council_is_a_step(office: Town) -> None:
    await office.write(LAN, "GS1 duyệt")
    assert "số" in await office.write(HANH, "GS1 đã thống nhất với UBND rồi")
    await office.write(HANH, "số 9 ngày 18/11, Lan ký")
    assert await office.sql("SELECT stage FROM visit") == [("agreed",)]
