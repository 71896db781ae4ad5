"""The briefing lane: lines become a draft table, one tap issues all, they arrive as one."""

from datetime import datetime

from domain.access import Role
from storage import Work
from tests.helpers.assignments import LINES, give, last
from tests.town import BINH, DUNG, HANH, HOA, ICT, LAN, SINCE, THANG, Town, clock


async def test_one_tap_issues_the_whole_table(town: Town) -> None:
    assert "mỗi việc một dòng" in await town.write(HANH, "giao ban")
    table = await town.write(HANH, LINES)
    assert "CHƯA GIAO" in table
    assert "1. đ/c Nguyễn Văn Bình: vận động 6 hộ Hải Yên\n⏰ thứ Sáu, 20/11 17h00" in table
    assert "2. đ/c Nguyễn Thị Hoa: danh sách hộ nghèo\n⏰ thứ Sáu, 27/11" in table
    assert "⏰ thứ Ba, 24/11 17h00" in table
    assert await town.sql("SELECT count(*) FROM assignment") == [(0,)]
    assert "Đã giao 3 việc" in await town.tap(HANH, "Giao cả 3 việc")
    assert "Việc mới – NV-2026-0003" in await last(town, DUNG)
    assert await town.sql("SELECT count(*) FROM journal WHERE event = 'issued'") == [(3,)]


async def test_what_is_doubtful_is_asked(town: Town) -> None:
    await town.write(HANH, "/giaoban Ai đó: rà soát danh bạ, 27/11")
    assert "Giao cho ai" in await last(town, HANH)
    await town.tap(HANH, "Hoa")
    assert "Nguyễn Thị Hoa" in await last(town, HANH)
    await town.write(HANH, "/giaoban Hoa: rà soát danh bạ")
    assert "Hạn đến khi nào" in await last(town, HANH)
    await town.tap(HANH, "20/11")
    assert "⏰ thứ Sáu, 20/11 17h00" in await last(town, HANH)


async def test_a_line_is_corrected_by_a_tap(town: Town) -> None:
    await town.write(HANH, "giao ban")
    await town.write(HANH, LINES)
    await town.tap(HANH, "3")
    await town.tap(HANH, "Bỏ")
    assert "trả lời kiến nghị" not in await last(town, HANH)
    await town.tap(HANH, "1")
    await town.tap(HANH, "Người")
    await town.tap(HANH, "Dung")
    assert "1. đ/c Lý Thị Dung: vận động 6 hộ" in await last(town, HANH)
    await town.tap(HANH, "Giao cả 2 việc")
    assert await town.sql("SELECT count(*) FROM assignment") == [(2,)]


async def test_a_past_day_is_not_taken(town: Town) -> None:
    await town.write(HANH, "/giaoban Hoa: rà soát danh bạ, 18/11/2026")
    assert "thứ Tư, 18/11 17h00 đã qua" in await last(town, HANH)
    assert await town.sql("SELECT count(*) FROM assignment") == [(0,)]


async def test_what_waits_for_the_next_ring_is_one_message(town: Town) -> None:
    await town.go_to(clock(19, 18))
    await give(town, THANG, "Bình", when="27/11")
    before = len(await town.heard(BINH))
    await town.later(minutes=30)
    await give(town, HANH, "Bình", "Danh sách hộ nghèo", "27/11")
    await town.go_to(clock(20, 7, 16))
    assert len(await town.heard(BINH)) == before + 1
    said = await last(town, BINH)
    assert "2 việc mới" in said
    await town.tap(BINH, "Đã nhận cả 2 việc")
    assert await town.sql("SELECT DISTINCT state FROM assignment") == [("doing",)]
    assert "✅ 1" in await last(town, BINH)
    assert "Danh sách hộ nghèo" in await town.tap(BINH, "2")


async def test_a_touched_message_does_not_grow(town: Town) -> None:
    await give(town, THANG, "Bình")
    await town.tap(BINH, "Nhận việc")
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    assert "Việc mới – NV-2026-0002" in await last(town, BINH)


async def test_several_leads_have_each_their_own_status(town: Town) -> None:
    for words in ("giao việc", "Bình", "Phát thẻ hội viên", "27/11"):
        await town.write(THANG, words)
    await town.tap(THANG, "Thêm")
    await town.tap(THANG, "Thêm người chủ trì")
    await town.tap(THANG, "Hoa")
    await town.tap(THANG, "Giao việc")
    await town.write(BINH, "xong, đã phát 30 thẻ", reply_to=town.phone(BINH).last)
    await town.tap(BINH, "Gửi")
    assert await town.sql("SELECT state FROM assignment ORDER BY id") == [
        ("review",),
        ("assigned",),
    ]
    await town.tap(THANG, "Đạt")
    assert await town.sql("SELECT 1 FROM journal WHERE event = 'group_closed'") == []
    await town.write(HOA, "xong, đã phát 25 thẻ", reply_to=town.phone(HOA).last)
    await town.tap(HOA, "Gửi")
    await town.tap(THANG, "Đạt")
    assert await town.sql("SELECT 1 FROM journal WHERE event = 'group_closed'") == [(1,)]


async def test_a_forwarded_message_becomes_work(town: Town) -> None:
    letter = await town.phone(LAN).write("Phường xin danh sách hộ nghèo trước Tết")
    await town.settle()
    await town.phone(THANG).forward(letter)
    assert "Giao cho ai" in await town.screen(THANG)
    await town.tap(THANG, "Hoa")
    await town.write(THANG, "27/11")
    await town.tap(THANG, "Giao việc")
    assert "Phường xin danh sách hộ nghèo" in await last(town, HOA)


async def test_a_supporter_has_a_part(town: Town) -> None:
    for words in ("giao việc", "Bình", "Phát thẻ hội viên", "27/11"):
        await town.write(THANG, words)
    await town.tap(THANG, "Thêm")
    await town.tap(THANG, "Phối hợp")
    await town.tap(THANG, "Hoa")
    await town.tap(THANG, "Giao việc")
    assert "Phối hợp – NV-2026-0001" in await last(town, HOA)
    await town.tap(HOA, "Nhận phối hợp")
    await town.write(BINH, "xong, đã phát 30 thẻ", reply_to=town.phone(BINH).last)
    assert "Phần phối hợp chưa xong: Nguyễn Thị Hoa" in await last(town, BINH)
    await town.tap(HOA, "Xong phần này")
    assert "đã xong phần phối hợp" in await last(town, BINH)


async def test_urgent_work_needs_a_reason_and_rings_at_night(town: Town) -> None:
    await town.go_to(datetime(2026, 11, 19, 20, 0, tzinfo=ICT))
    for words in ("giao việc", "Bình", "Chằng chống nhà trước bão", "20/11"):
        await town.write(THANG, words)
    await town.tap(THANG, "Thêm")
    await town.tap(THANG, "Khẩn")
    await town.write(THANG, "bão vào sáng mai")
    said = await town.tap(THANG, "Giao việc")
    assert "việc khẩn thứ 1" in said
    assert "❗ Khẩn: bão vào sáng mai" in await last(town, BINH)


async def test_work_given_in_the_evening_waits_for_the_morning(town: Town) -> None:
    await town.go_to(datetime(2026, 11, 19, 20, 0, tzinfo=ICT))
    said = await give(town, LAN, "Bình", "Danh sách hộ nghèo", "27/11")
    assert "thứ Sáu, 20/11 7h15 chuyển" in said
    assert await town.heard(BINH) == []
    await town.go_to(datetime(2026, 11, 20, 7, 16, tzinfo=ICT))
    assert "Việc mới" in await last(town, BINH)


async def test_withdrawn_within_half_a_minute(town: Town) -> None:
    await give(town, THANG, "Bình")
    assert "Đã thu hồi" in await town.tap(THANG, "Hoàn tác")
    assert "Đã hủy" in await last(town, BINH)
    await give(town, THANG, "Bình")
    await town.tap(BINH, "Nhận việc")
    assert "Người khác đã xử lý" in await town.tap(THANG, "Hoàn tác")


async def test_lines_that_nobody_asked_for_become_a_draft(town: Town) -> None:
    said = await town.write(HANH, "Hoa: làm băng rôn, thứ 6\nDung | rà soát hộ nghèo | 27/11")
    assert "CHƯA GIAO" in said
    assert "làm băng rôn" in said
    assert "CHƯA GIAO" not in await town.write(BINH, "Hoa: làm băng rôn, thứ 6")


async def test_a_second_tap_says_that_it_is_done(town: Town) -> None:
    await town.write(HANH, "giao ban")
    await town.write(HANH, LINES)
    table = town.phone(HANH).last
    go = table.buttons[0].data
    for _ in range(2):
        await town.phone(HANH).press(go, table.message_id)
    await town.settle()
    said = town.phone(HANH).toasts[-1]
    assert "đã giao rồi" in said.text
    assert not said.alert
    assert await town.sql("SELECT count(*) FROM assignment") == [(3,)]


async def test_a_tap_on_a_draft_that_was_dropped_gives_nothing(town: Town) -> None:
    await town.write(HANH, "giao ban")
    await town.write(HANH, LINES)
    table = town.phone(HANH).last
    go = table.buttons[0].data
    await town.tap(HANH, "Bỏ tất cả")
    await town.phone(HANH).press(go, table.message_id)
    await town.settle()
    assert "Bản nháp này không còn" in town.phone(HANH).toasts[-1].text


async def test_more_people_than_one_page_shows(town: Town) -> None:
    await town.work(_many_more)
    await town.write(HANH, "giao việc")
    assert not town.phone(HANH).can_tap("Người29")
    await town.tap(HANH, "Trang sau")
    assert town.phone(HANH).can_tap("Trang trước")
    await town.tap(HANH, "Trang sau")
    assert not town.phone(HANH).can_tap("Trang sau")
    assert "Việc gì" in await town.tap(HANH, "Người29")
    await town.write(HANH, "Rà soát danh bạ")
    await town.write(HANH, "thứ 6")
    assert "đ/c Trần Người29" in await last(town, HANH)
    await town.tap(HANH, "Giao việc")
    await town.tap(HANH, "1")
    await town.tap(HANH, "Giao lại")
    await town.tap(HANH, "Trang sau")
    assert "cho đ/c Trần Người10" in await town.tap(HANH, "Người10")


def _many_more(work: Work) -> None:
    """Thirty more colleagues than a page of buttons holds."""
    for number in range(30):
        person_id = work.people.add(f"Trần Người{number}", work.now)
        work.people.enrol(person_id, f"CX{number:02}", SINCE)
        work.people.grant(person_id, Role.STAFF, SINCE)


async def test_a_part_can_be_finished_while_the_whole_waits_for_its_verdict(town: Town) -> None:
    await town.write(HANH, "Bình phối hợp Hoa: làm khung sân khấu, thứ 6")
    await town.tap(HANH, "Giao việc")
    part = town.phone(HOA).last
    assert "Phần của" not in part.text
    await town.write(BINH, "xong, đã dựng khung", reply_to=town.phone(BINH).last)
    await town.tap(BINH, "Gửi")
    part = next(m for m in town.phone(HOA).messages if m.message_id == part.message_id)
    assert "đã báo xong, chờ duyệt" in part.text
    assert "Phần phối hợp chưa xong" in await last(town, HANH)
    await town.tap(HOA, "Nhận phối hợp", part)
    await town.tap(HOA, "Xong phần này")
    assert "Phần phối hợp chưa xong" not in await last(town, HANH)


async def test_several_orders_in_one_sentence_have_a_row_each(town: Town) -> None:
    """«giao bac … va giao hoa …», «…, còn bà Dung …, thứ 4 xong»: nobody's is in another's."""
    said = await town.write(
        HANH, "giao binh di in 200 to roi chieu t4, va giao hoa lam bai tuyen truyen han t6"
    )
    assert "1. đ/c Nguyễn Văn Bình: di in 200 to roi\n⏰ thứ Tư, 25/11" in said
    assert "2. đ/c Nguyễn Thị Hoa: lam bai tuyen truyen\n⏰ thứ Sáu, 20/11" in said
    await town.write(HANH, "thôi")
    said = await town.write(
        HANH, "giao Bình xem lại nhà văn hóa, còn bà Dung lo hội trường, thứ 4 xong"
    )
    assert "1. đ/c Nguyễn Văn Bình: xem lại nhà văn hóa\n⏰ thứ Tư, 25/11" in said
    assert "2. đ/c Lý Thị Dung: lo hội trường\n⏰ thứ Tư, 25/11" in said
    await town.tap(HANH, "Giao cả 2 việc")
    assert await town.sql("SELECT count(*) FROM assignment") == [(2,)]


async def test_who_it_is_for_stands_in_the_question(town: Town) -> None:
    said = await town.write(HANH, "giao Bình xem lai so ho ngheo ka long")
    assert "đ/c Nguyễn Văn Bình: xem lai so ho ngheo ka long" in said
    await town.write(HANH, "thôi")
    said = await town.write(HANH, "giao Bình xem lai so ho ngheo ka long, t4 bao cao")
    assert "⏰ thứ Tư, 25/11" in said
