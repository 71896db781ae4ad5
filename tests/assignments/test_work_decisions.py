"""What is decided: returned, extended, released, handed over, suspended, cancelled, reopened."""

from datetime import datetime

import pytest

from tests.helpers.assignments import give, last, number_from, report, row
from tests.helpers.begun import begun
from tests.town import BINH, HANH, HOA, ICT, LAN, THANG, Town, says


@begun(autouse=True)
async def one_assignment(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")


async def test_returned_for_more_work(town: Town) -> None:
    await report(town)
    await town.tap(THANG, "Trả lại")
    await town.write(THANG, "thiếu biên bản, bổ sung trước 25/11")
    await town.later(minutes=1)
    said = await last(town, BINH)
    assert "thiếu biên bản" in said
    assert "lần trả lại: 1" in said
    assert await row(town, "state, reworks, submitted_at") == ("doing", 1, None)
    await report(town)
    assert "Chờ duyệt – NV-2026-0147" in await last(town, THANG)
    assert await town.sql("SELECT state FROM completion ORDER BY id") == [("returned",), ("sent",)]


async def test_what_stood_in_the_way_stands_there_again(town: Town) -> None:
    await town.write(BINH, "147 vướng kinh phí")
    await town.later(minutes=1)
    await report(town)
    assert "Vướng" not in await town.write(THANG, "xem 147")
    await town.write(THANG, "trả lại 147, thiếu biên bản")
    await town.later(minutes=2)
    assert "Vướng: kinh phí" in await town.write(THANG, "xem 147")
    await report(town)
    await town.tap(BINH, "Thu hồi")
    assert await row(town, "state, blocked") == ("doing", "kinh phí")
    await town.write(BINH, "/huy")
    await town.write(BINH, "147 hết vướng rồi")
    await town.later(minutes=1)
    await report(town)
    await town.write(THANG, "trả lại 147, thiếu ảnh")
    await town.later(minutes=2)
    assert await row(town, "state, blocked") == ("doing", "")


async def test_a_verdict_is_taken_back_before_anybody_hears(town: Town) -> None:
    await report(town)
    await town.tap(THANG, "Đạt")
    before = await town.heard(BINH)
    assert "Đã hoàn tác" in await town.tap(THANG, "Hoàn tác")
    await town.later(minutes=2)
    assert len(await town.heard(BINH)) == len(before)
    assert await row(town, "state") == ("review",)
    assert "Chờ duyệt" in await last(town, THANG)


async def test_too_late_to_take_back(town: Town) -> None:
    await report(town)
    await town.tap(THANG, "Đạt")
    [(undo,)] = await town.sql("SELECT max(id) FROM journal")
    await town.later(minutes=2)
    await town.phone(THANG).press(f"a.undo:{undo}", town.phone(THANG).last.message_id)
    await town.settle()
    assert "quá 30 giây" in town.phone(THANG).toasts[-1].text
    assert await row(town, "state") == ("done",)


async def test_two_approvers_one_verdict(town: Town) -> None:
    await report(town)
    await town.tap(THANG, "Đạt")
    await town.write(LAN, "/donvi")
    [(report_id,)] = await town.sql("SELECT id FROM completion")
    await town.phone(LAN).press(f"c.pass:{report_id}", town.phone(LAN).last.message_id)
    await town.settle()
    assert "Lê Văn Thắng đã xử lý" in town.phone(LAN).toasts[-1].text


async def test_another_day_is_agreed(town: Town) -> None:
    await town.write(BINH, "gia hạn 147 đến 30/11, chờ số liệu của phường")
    await town.tap(THANG, "Ngày khác")
    await town.write(THANG, "25/11")
    assert "đến thứ Tư, 25/11" in await last(town, BINH)
    assert (await row(town, "extensions, due_at > original_due")) == (1, 1)


async def test_more_time_is_refused_once(town: Town) -> None:
    await town.write(BINH, "gia hạn 147 đến 30/11, chờ số liệu của phường")
    request = town.phone(THANG).last
    await town.tap(THANG, "Không đồng ý")
    assert "chưa đồng ý" in await last(town, BINH)
    [(id_,)] = await town.sql("SELECT id FROM assignment_request")
    await town.phone(THANG).press(f"r.yes:{id_}", request.message_id)
    await town.settle()
    assert "đã xử lý" in town.phone(THANG).toasts[-1].text
    assert await row(town, "extensions, due_at = original_due") == (0, 1)


async def test_an_earlier_day_is_no_extension(town: Town) -> None:
    await town.tap(BINH, "Nhận việc")
    await town.tap(BINH, "Trao đổi lại")
    await town.tap(BINH, "Xin gia hạn")
    await town.tap(BINH, "23/11")
    assert "Lý do" in await last(town, BINH)
    await town.write(BINH, "chờ phường gửi danh sách")
    assert "→ thứ Hai, 23/11" in await last(town, THANG)


async def test_released_and_handed_over_keeps_who_did_what(town: Town) -> None:
    await town.write(BINH, "147 được 40%")
    await town.tap(BINH, "Trao đổi lại")
    await town.tap(BINH, "Không nhận được")
    assert "vẫn đứng tên" in await town.tap(BINH, "Trùng lịch")
    assert "xin không nhận" in await last(town, THANG)
    await town.tap(THANG, "Giao lại")
    await town.tap(THANG, "Hoa")
    assert "đã chuyển cho đ/c Nguyễn Thị Hoa. Lý do: Trùng lịch" in await last(town, BINH)
    assert "Việc mới – NV-2026-0147" in await last(town, HOA)
    leads = await town.sql(
        "SELECT l.person_id, l.percent, l.until IS NULL FROM assignment_lead l "
        "JOIN assignment a ON a.id = l.assignment_id WHERE a.number = 147 ORDER BY l.id"
    )
    assert leads == [(town.person(BINH), 40, 0), (town.person(HOA), 0, 1)]
    await town.write(BINH, "xong 147, đã vận động")
    assert await row(town, "state") == ("assigned",)


async def test_a_question_and_its_answer(town: Town) -> None:
    await town.tap(BINH, "Trao đổi lại")
    await town.tap(BINH, "Hỏi thêm")
    await town.write(BINH, "Có cần biên bản từng hộ không?")
    assert "biên bản từng hộ" in await last(town, THANG)
    await town.write(THANG, "Có, mỗi hộ một biên bản", reply_to=town.phone(THANG).last)
    assert "mỗi hộ một biên bản" in await last(town, BINH)


async def test_a_voice_is_carried(town: Town) -> None:
    await town.tap(BINH, "Trao đổi lại")
    await town.tap(BINH, "Hỏi thêm")
    await town.phone(BINH).voice()
    assert "tin thoại" in await town.screen(BINH)
    assert town.phone(THANG).messages[-1].kind == "voice"


async def test_suspended_resumed_cancelled(town: Town) -> None:
    await town.write(THANG, "/donvi")
    await town.tap(THANG, "147")
    await town.tap(THANG, "Thay đổi")
    await town.tap(THANG, "Tạm dừng")
    await town.write(THANG, "chờ kế hoạch của tỉnh")
    assert "tạm dừng. Lý do: chờ kế hoạch của tỉnh" in await last(town, BINH)
    assert await row(town, "state") == ("suspended",)
    await town.phone(THANG).press("a.resume:2", town.phone(THANG).last.message_id)
    await town.settle()
    assert "tiếp tục" in await last(town, BINH)
    await town.phone(THANG).press("a.cancel:2", town.phone(THANG).last.message_id)
    await town.settle()
    await town.write(THANG, "tỉnh không triển khai nữa")
    assert "đã hủy" in await last(town, BINH)
    assert await row(town, "state") == ("cancelled",)


async def test_reopened_by_the_office_within_a_fortnight(town: Town) -> None:
    await report(town)
    await town.tap(THANG, "Đạt")
    await town.write(HANH, "/donvi")
    press = town.phone(HANH).press
    await press("a.reopen:2", town.phone(HANH).last.message_id)
    await town.settle()
    await town.write(HANH, "thiếu hai hộ")
    assert "được mở lại" in await last(town, BINH)
    assert await row(town, "state, closed_at") == ("doing", None)


async def test_the_deadline_is_the_assigners_the_expected_day_the_leads(town: Town) -> None:
    await town.tap(BINH, "Nhận việc")
    await town.tap(BINH, "Chi tiết")
    await town.tap(BINH, "Dự kiến xong")
    await town.write(BINH, "thứ 2 tuần sau")
    assert "dự kiến xong thứ Hai, 23/11" in await last(town, BINH)
    assert await row(town, "due_at = original_due, expects_at > due_at") == (1, 1)
    await town.phone(THANG).press("a.move:2", town.phone(THANG).last.message_id)
    await town.settle()
    await town.write(THANG, "26/11")
    assert "thành thứ Năm, 26/11" in await last(town, BINH)
    assert await row(town, "extensions, due_at > original_due") == (0, 1)


async def test_a_leaders_tap_in_the_evening_waits(town: Town) -> None:
    await town.go_to(datetime(2026, 11, 19, 20, 30, tzinfo=ICT))
    await town.write(LAN, "/donvi")
    await town.tap(LAN, "147")
    before = await town.heard(BINH)
    said = await town.tap(LAN, "Nhắc")
    assert "thứ Sáu, 20/11 7h15" in said
    assert await town.heard(BINH) == before
    assert "hôm nay đồng chí đã nhắc" in (await town.tap(LAN, "Nhắc")).lower()
    await town.go_to(datetime(2026, 11, 20, 7, 16, tzinfo=ICT))
    assert "đề nghị báo tiến độ" in "".join(await town.heard(BINH))


async def test_the_office_writes_down_a_telephone_call(town: Town) -> None:
    await town.write(HANH, "/donvi")
    await town.tap(HANH, "147")
    await town.tap(HANH, "Chi tiết")
    await town.tap(HANH, "Ghi thay")
    await town.tap(HANH, "Điều khác")
    assert "CHƯA GỬI" in await town.write(HANH, "xong, 6 hộ đã ký")
    assert await row(town, "state") == ("assigned",)
    assert "Đã ghi thay" in await town.tap(HANH, "Gửi")
    assert await row(town, "state") == ("review",)
    assert "Văn phòng ghi thay đ/c Nguyễn Văn Bình (qua điện thoại)" in await last(town, BINH)
    assert "Chờ duyệt" in await last(town, THANG)
    assert "không đúng" in await town.tap(BINH, "Không đúng")
    assert await row(town, "state, submitted_at") == ("assigned", None)
    assert "không đúng" in await last(town, HANH)


async def test_evidence_is_wanted_before_it_goes(town: Town) -> None:
    await town.sql("UPDATE assignment SET evidence = 'photo' WHERE number = 147")
    await town.write(BINH, "xong 147, đã vận động 6 hộ")
    assert "Còn thiếu" in await last(town, BINH)
    assert "cần minh chứng" in await town.tap(BINH, "Gửi")
    assert await row(town, "state") == ("assigned",)
    await town.phone(BINH).photo()
    await town.settle()
    assert "Còn thiếu" not in await last(town, BINH)
    await town.tap(BINH, "Gửi")
    assert await row(town, "state") == ("review",)


async def test_an_album_is_acknowledged_once(town: Town) -> None:
    await town.tap(BINH, "Nhận việc")
    await town.tap(BINH, "Báo xong")
    before = len(await town.heard(BINH))
    await town.phone(BINH).photo("đã vận động 6 hộ", album=4)
    await town.settle()
    assert len(await town.heard(BINH)) == before + 1
    assert "4 ảnh" in await last(town, BINH)


async def test_what_happened_before_keeps_its_day(town: Town) -> None:
    await town.write(BINH, "xong 147, hôm qua đã vận động 6 hộ")
    assert "Làm xong ngày: thứ Tư, 18/11" in await last(town, BINH)
    await town.tap(BINH, "Gửi")
    assert await town.sql("SELECT happened_at < sent_at FROM completion") == [(1,)]


async def test_plain_words_for_zalo_without_names(town: Town) -> None:
    await town.tap(BINH, "Chi tiết")
    said = await town.tap(BINH, "Chép sang Zalo")
    assert said.startswith("NV-2026-0147: Vận động 6 hộ")
    assert "Bình" not in said
    assert "Thắng" not in said


@pytest.mark.parametrize("words", ["xong 147, đã vận động 6 hộ", "147 100%"])
async def test_what_is_to_be_done_again_is_not_all_done(town: Town, words: str) -> None:
    await town.write(BINH, words)
    if "100%" in words:
        await report(town)
    else:
        await town.tap(BINH, "Gửi")
    await town.tap(THANG, "Trả lại")
    await town.write(THANG, "thiếu biên bản")
    await town.later(minutes=1)
    assert "100%" not in await town.write(BINH, "việc")
    assert "100%" not in await town.tap(BINH, "Tiến độ")
    assert await row(town, "state, percent") == ("doing", 0)


async def test_returned_or_reopened_keeps_the_figure_that_the_lead_gave(town: Town) -> None:
    await town.write(BINH, "147 70%")
    await report(town)
    await town.tap(THANG, "Trả lại")
    await town.write(THANG, "thiếu biên bản")
    await town.later(minutes=1)
    assert "Đang làm 70%" in (await town.heard(BINH))[0]


async def test_who_would_not_have_it_asked_for_themselves_also_when_it_is_anothers(
    town: Town,
) -> None:
    for label in ("Trao đổi lại", "Không nhận", "Trùng lịch"):
        await town.tap(BINH, label)
    for label in ("Giao lại", "Hoa"):
        await town.tap(THANG, label)
    card = next(text for text in await town.heard(THANG) if "xin không nhận" in text)
    assert card.startswith("Đ/c Nguyễn Văn Bình xin không nhận việc NV-2026-0147")
    assert await says(town, THANG, "Đã giao lại NV-2026-0147 cho đ/c Nguyễn Thị Hoa")
