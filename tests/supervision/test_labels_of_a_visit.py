"""Every button of a visit's card may be typed, whatever stands open: each label is tried."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.supervision import KALONG, LIEN, TRAN, call_off, office_of_visits, propose
from tests.town import BINH, HANH, HOA, LAN, Neighbour, Town

MOST = 40
TRIED = 12
"""So many labels at least are met on the way from a proposal to its end."""


@begun
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
        assert "ghi là gì" not in said, new[0]
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


async def test_what_is_no_note_is_none(there: Town) -> None:
    await there.write(TRAN, "GS1 hạn chế: bảng phí cũ")
    await there.write(TRAN, "tuần này đoàn nào đi")
    assert "GS-01" in await there.write(TRAN, "à bỏ tên đồng chí Bình đi")
    await there.write(TRAN, "Hoa: gửi tôi danh sách đoàn viên, chiều nay")
    assert await there.sql("SELECT words FROM finding") == [("bảng phí cũ",)]


async def test_a_note_is_said_back(there: Town) -> None:
    assert "«bảng phí cũ»" in await there.write(TRAN, "bảng phí cũ")


async def test_each_recommendation_in_a_line_has_its_own_limit(there: Town) -> None:
    line = "GS1 kiến nghị mở lớp tập huấn hạn 30/12; di dời kho hạn 15/12"
    await there.write(TRAN, line)
    dues = await there.sql("SELECT date(due_at, 'unixepoch', '+7 hours') FROM matter ORDER BY id")
    assert dues == [("2026-12-30",), ("2026-12-15",)]


async def test_a_note_by_its_label_is_of_the_visit_that_is_noted(there: Town) -> None:
    """Also while the result of other work is read back."""
    await there.write(TRAN, "GS1 hạn chế: bảng phí cũ")
    await there.write(HANH, "Trận: vận động 6 hộ, thứ 6")
    await there.tap(HANH, "Giao")
    await there.write(TRAN, "xong 1, đã vận động được 4 hộ")
    await there.write(TRAN, "nguyên nhân: thiếu kho")
    assert ("thiếu kho",) in await there.sql("SELECT words FROM finding")


async def test_who_does_not_agree_says_why_in_the_same_line(there: Town) -> None:
    await there.write(TRAN, "GS1 kết quả: nhắc nhở")
    await there.write(TRAN, "GS1 gửi dự thảo")
    for who, line in ((LIEN, "GS1 chưa nhất trí: thêm ý bếp"), (HOA, "chưa nhất trí, thêm ý kho")):
        await there.write(who, line)
    why = await there.sql("SELECT objects FROM visit_member WHERE objects != '' ORDER BY objects")
    assert why == [("thêm ý bếp",), ("thêm ý kho",)]


@pytest.mark.parametrize(
    "line",
    [
        "kế hoạch ngoài: HĐND thành phố hoãn sang 20/12",
        "bỏ kế hoạch ngoài của HĐND",
        "kế hoạch ngoài có những gì",
    ],
)
async def test_of_what_others_plan_nothing_becomes_work(office: Town, line: str) -> None:
    assert "mỗi kế hoạch một dòng" in await office.write(TRAN, line)


async def test_several_plans_of_others_stand_in_one_line(office: Town) -> None:
    line = f"kế hoạch ngoài: HĐND, cấp nước, {KALONG}, 17/12; UBKT, đảng phí, {KALONG}, 15/12"
    assert "(2)" in await office.write(TRAN, line)
    await office.write(TRAN, "đúng")
    assert await office.sql("SELECT whose FROM outside_plan") == [("HĐND",), ("UBKT",)]


async def test_why_it_is_not_held_is_asked_and_heard(office: Town) -> None:
    await office.write(TRAN, "GS1 không tổ chức")
    await call_off(office, TRAN, "xã bận bầu cử, để năm sau")
    assert await office.sql("SELECT stage, apart FROM visit") == [
        ("dropped", "xã bận bầu cử, để năm sau")
    ]


async def test_a_no_to_what_nobody_asked_says_so(office: Town) -> None:
    assert "không duyệt: lý do" in await office.write(LAN, "GS1 không đồng ý")


async def test_only_those_are_named_who_are_told_and_a_clash_is_said(office: Town) -> None:
    await office.write(TRAN, "GS1 đoàn: Trận trưởng đoàn, Liên, Hoa")
    await office.write(
        TRAN, f"kế hoạch ngoài: Thanh tra tỉnh, thu chi quỹ khu dân cư, {KALONG}, 10/12"
    )
    said = await office.write(TRAN, "GS1 lùi sang 10/12 8h tại trụ sở")
    assert "Có thể trùng: Thanh tra tỉnh" in said
    assert "Nguyễn Thị Hoa" not in said


async def test_an_answer_may_begin_with_a_paper_s_number(there: Town) -> None:
    await there.write(TRAN, "GS1 kiến nghị: thay bảng phí")
    await there.write(TRAN, "KN1 số 142 ngày 18/11")
    await there.write(LIEN, "KN1 đã có trả lời")
    await there.write(LIEN, "số 33 ngày 19/11, phường nói đã thay bảng")
    assert await there.sql("SELECT state FROM matter") == [("answered",)]


async def test_of_several_the_draft_that_asks_is_agreed_with(there: Town) -> None:
    await propose(there, BINH, "tiếp công dân", KALONG, "tuần này")
    await there.sql("UPDATE visit SET stage = 'planned', version = version + 1 WHERE id = 2")
    for line in ("GS2 đoàn: Trận trưởng đoàn, Hoa", "GS2 đã đến", "GS2 kết quả: tốt"):
        await there.write(TRAN, line)
    await there.write(TRAN, "GS1 kết quả: nhắc nhở")
    assert "nhiều cuộc" in await there.write(HOA, "nhất trí")
    await there.write(TRAN, "GS1 gửi dự thảo")
    await there.write(HOA, "chưa nhất trí, thêm ý kho")
    found = "SELECT visit_id, objects FROM visit_member WHERE agrees IS NOT NULL AND objects != ''"
    assert await there.sql(found) == [(1, "thêm ý kho")]


async def test_a_paper_that_is_none_is_asked_for_by_its_code(office: Town) -> None:
    await office.write(LAN, "GS1 duyệt")
    await office.write(HANH, "GS1 đã thống nhất với UBND rồi")
    assert "GS-01: đề nghị nhắn số" in await office.write(HANH, "để mai em xem số nào")


async def test_a_question_on_the_spot_is_no_note(there: Town) -> None:
    for _ in range(3):
        said = await there.write(HOA, "bao giờ xong ạ?")
    assert "ghi là gì" not in said
