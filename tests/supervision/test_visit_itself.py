"""The visit: who goes, arrived, what was found and comes back, recommendations to their end."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give
from tests.helpers.begun import begun
from tests.helpers.matters import matter
from tests.helpers.supervision import (
    FUND,
    KALONG,
    LIEN,
    TRAN,
    move,
    office_of_visits,
    propose,
    visit,
)
from tests.town import BINH, DUNG, HANH, HOA, LAN, THANG, Town, clock, says

TEAM = "GS1 đoàn: Trận trưởng đoàn, Liên thư ký, Hoa"


@begun
async def planned(town: Town) -> Town:
    """GS-01 is planned for this week; Trận leads, Liên writes, Hoa goes along."""
    await office_of_visits(town)
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, TEAM)
    return town


async def on_the_spot(town: Town) -> None:
    await town.write(TRAN, "GS1 đã đến")


async def test_the_team_is_named_in_a_line(planned: Town) -> None:
    town = planned
    card = await town.write(TRAN, "GS1")
    for one in ("Trận (trưởng đoàn)", "Liên (thư ký)", "Hoa (thành viên)"):
        assert one in card
    assert "đúng một trưởng đoàn" in await town.write(
        TRAN, "GS1 đoàn: Trận trưởng đoàn, Liên trưởng đoàn"
    )
    assert "Xuyến" in await town.write(TRAN, "GS1 đoàn: Xuyến")
    assert "không thuộc phần việc" in await town.write(BINH, "GS1 đoàn: Bình")


async def test_the_team_hears_when_and_where_half_a_day_before(planned: Town) -> None:
    town = planned
    await town.tap(TRAN, "Giờ, nơi tập trung", await card(town))
    await town.write(TRAN, "7h15 thứ sáu, tại trụ sở")
    assert not await says(town, HOA, "tập trung")
    await town.go_to(clock(19, 20))
    assert await says(town, HOA, f"tập trung thứ Sáu, 20/11 7h15, tại trụ sở.\nNơi đến: {KALONG}.")
    assert "đã rõ" in await town.tap(HOA, "Đã rõ")
    await town.write(LIEN, "GS1 không đi được")
    await town.go_to(clock(20, 8))
    assert await says(town, TRAN, "đ/c Hoàng Thị Liên không đi được")
    assert "Nguyễn Thị Hoa (thành viên) ✓" in await town.write(TRAN, "GS1")


async def card(town: Town) -> object:
    await town.write(TRAN, "GS1")
    return town.phone(TRAN).messages[-1]


async def test_of_an_unannounced_visit_no_message_bears_the_place(planned: Town) -> None:
    town = planned
    await town.write(LAN, "GS1 không báo trước")
    await town.write(TRAN, "GS1 tập trung 7h15 thứ sáu, tại trụ sở")
    await town.go_to(clock(19, 20))
    assert await says(town, HOA, "Nơi đến trưởng đoàn nói khi xuất phát")
    assert "Không tìm thấy" in await town.write(HOA, "GS1")
    assert not [text for text in await town.heard(HOA) if KALONG in text or FUND in text]
    await on_the_spot(town)
    assert KALONG in await town.write(HOA, "GS1")
    assert "Không tìm thấy" in await town.write(BINH, "GS1")


async def test_each_tap_by_itself_words_photos_and_the_result(planned: Town) -> None:
    town = planned
    await on_the_spot(town)
    assert "đã ghi" in await town.write(TRAN, "bảng phí cũ, không có lịch trực")
    await town.write(TRAN, "ưu điểm: phòng chờ sạch")
    await town.phone(TRAN).photo()
    await town.settle()
    await town.write(TRAN, "GS1 kết quả: nhắc nhở, 2 kiến nghị")
    shown = await town.write(LIEN, "GS1")
    assert "• Hạn chế: bảng phí cũ, không có lịch trực" in shown
    assert "• Ưu điểm: phòng chờ sạch" in shown
    assert "📎 1" in shown
    assert "Kết quả: nhắc nhở, 2 kiến nghị" in shown
    assert await visit(town, "stage, done_at IS NOT NULL, on_day", 1) == (
        "visited",
        1,
        "2026-11-19",
    )
    assert "đã sang bước khác" in await town.write(TRAN, "GS1 đã đến")


async def test_voice_and_the_place_from_the_phone(planned: Town) -> None:
    """A result may be said; the place is that of the visit, to some ten metres."""
    town = planned
    await on_the_spot(town)
    await town.phone(TRAN).location(21.532871, 107.970123)
    assert "📍 21.5329, 107.9701" in await town.write(LIEN, "GS1")
    await town.tap(TRAN, "Kết quả", await card(town))
    await town.phone(TRAN).voice()
    await town.settle()
    assert await visit(town, "stage, result", 1) == ("visited", "")
    assert "📎 1" in await town.write(LIEN, "GS1")
    await town.write(TRAN, "GS1 kết quả: nhắc nhở")
    assert await visit(town, "result", 1) == ("nhắc nhở",)


async def test_it_is_put_off_and_those_concerned_hear(planned: Town) -> None:
    town = planned
    await town.write(TRAN, "GS1 tập trung 7h15 thứ sáu, tại trụ sở")
    assert "thời gian đã qua" in (await town.write(TRAN, "GS1 lùi: tháng 10/2026")).casefold()
    await town.tap(TRAN, "Lùi thời gian", await card(town))
    assert "đổi sang tháng 12" in await town.write(TRAN, "tháng 12")
    await town.tap(TRAN, "Gửi")
    assert await visit(town, "first, last, on_day, starts_at", 1) == (
        "2026-12-01", "2026-12-31", None, None,
    )  # fmt: skip
    for who in (HOA, LIEN):
        assert await says(town, who, "GS-01 thu chi quỹ khu dân cư – UBND phường Ka Long: lùi đến")
    assert not await says(town, BINH, "lùi đến")
    await town.go_to(clock(20, 6))
    assert not await says(town, HOA, "tập trung thứ Sáu"), "nobody gathers on the old day"
    assert "không thuộc phần việc" in await town.write(BINH, "GS1 lùi: tháng 12")
    await town.write(TRAN, "GS1 đã đến")
    assert "sang bước khác" in await town.write(TRAN, "GS1 lùi: tháng 12")


async def test_of_an_unannounced_one_that_is_put_off_nobody_reads_where(planned: Town) -> None:
    town = planned
    await town.write(LAN, "GS1 không báo trước")
    await move(town, TRAN, "GS1 lùi sang: tháng 12")
    assert await says(town, LIEN, "GS-01: lùi đến tháng 12"), "she proposed it"
    for who in (HOA, LIEN):
        put_off = [text for text in await town.heard(who) if "lùi đến" in text]
        assert not [text for text in put_off if KALONG in text or FUND in text]


async def test_a_theme_has_a_list_of_its_own_with_its_score(planned: Town) -> None:
    town = planned
    said = await town.write(TRAN, f"bảng kiểm nội dung {FUND}: !công khai mức thu; sổ sách đủ")
    assert f"«{FUND}» (2 mục)" in said
    assert "chưa rõ là nội dung nào" in await town.write(TRAN, "bảng kiểm nội dung chợ: sạch")
    assert "chưa được phân quyền" in await town.write(BINH, f"bảng kiểm nội dung {FUND}: sạch")
    await on_the_spot(town)
    assert "1. công khai mức thu ❗" in await town.write(LIEN, "bảng kiểm GS1")
    await town.press(LIEN, "ck.mark:1:1.met")
    await town.press(LIEN, "ck.mark:1:2.unmet")
    assert "Đạt 1/2, điểm chính 1/1" in await town.write(LIEN, "BK1")
    assert "BK-01 đạt 1/2, điểm chính 1/1" in await town.write(TRAN, "GS1")
    await propose(town, LIEN, "tiếp công dân")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1 WHERE number = 2")
    assert "0/6" in await town.write(LIEN, "bảng kiểm GS2"), "others go by the one for all"


async def test_the_team_agrees_with_the_draft_by_a_tap(planned: Town) -> None:
    town = planned
    await on_the_spot(town)
    await town.write(TRAN, "bảng phí cũ")
    await town.write(TRAN, "GS1 kết quả: nhắc nhở")
    await town.write(TRAN, "GS1 xin ý kiến đoàn")
    assert await says(town, HOA, "Kết quả: nhắc nhở\n• Hạn chế: bảng phí cũ")
    await town.tap(HOA, "Nhất trí")
    await town.write(LIEN, "GS1 chưa nhất trí")
    said = await town.sql("SELECT agrees FROM visit_member ORDER BY part, person_id")
    assert said == [(1,), (1,), (0,)]
    assert "không thuộc phần việc" in await town.write(BINH, "GS1 nhất trí")


async def test_a_shortcoming_that_comes_back_says_so(planned: Town) -> None:
    town = planned
    await on_the_spot(town)
    await town.write(TRAN, "bảng phí cũ")
    await town.write(TRAN, "GS1 kết quả: nhắc nhở")
    await town.write(TRAN, "GS1 kiến nghị: thay bảng phí")
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1 WHERE number = 2")
    await town.write(TRAN, "GS2 đoàn: Liên, Hoa")
    assert "Nơi này còn: KN-001" in await town.write(LIEN, "GS2")
    assert "Nơi này còn: KN-001" in await town.write(LIEN, "GS2 đã đến")
    assert "Lặp lại lần 2" in await town.write(LIEN, "bảng phí vẫn cũ")
    assert "lặp lại lần 2" in await town.write(LIEN, "GS2")


async def recommended(town: Town) -> None:
    await on_the_spot(town)
    await town.write(TRAN, "GS1 kết quả: nhắc nhở, 2 kiến nghị")
    await town.write(LIEN, "GS1 kiến nghị: niêm yết mức phí mới")
    await town.write(LIEN, "GS1 kiến nghị: phân công lịch trực")


async def test_recommendations_go_out_under_one_paper(planned: Town) -> None:
    town = planned
    await recommended(town)
    assert await matter(town, "state, body_id, theme_id, about", "KN-002") == (
        "draft", 2, 1, "visit:1",
    )  # fmt: skip
    await town.write(TRAN, "KN1 KN2 số 142 ngày 18/11")
    for code in ("KN-001", "KN-002"):
        assert await matter(town, "state, paper", code) == ("sent", "142")
    shown = await town.write(BINH, "GS1")
    assert "Kiến nghị: KN-001, KN-002" in shown


async def test_all_of_a_line_or_nothing(planned: Town) -> None:
    town = planned
    await recommended(town)
    await town.write(TRAN, "KN1 số 141 ngày 18/11")
    assert "không có bước" in await town.write(TRAN, "KN2 KN1 số 142 ngày 18/11")
    assert await matter(town, "state", "KN-002") == ("draft",)


async def test_answered_is_not_remedied_and_nobody_confirms_what_they_proposed(
    planned: Town,
) -> None:
    town = planned
    await recommended(town)
    await town.write(TRAN, "KN1 KN2 số 142 ngày 18/11")
    await town.phone(LIEN).photo("KN1 KN2 trả lời cv 210, tiếp thu")
    await town.settle()
    assert await matter(town, "state, closed_at", "KN-001") == ("answered", None)
    await town.write(LIEN, "kn1 bảng mới rồi, lịch trực chưa")
    assert "bảng mới rồi, lịch trực chưa" in await town.write(TRAN, "KN1")
    assert "không thuộc phần việc" in await town.write(LIEN, "KN1 đề nghị kết thúc")
    await town.write(TRAN, "KN1 đề nghị kết thúc")
    assert "một đồng chí khác" in await town.write(TRAN, "KN1 xác nhận")
    await town.write(LAN, "KN1 xác nhận")
    assert await matter(town, "state", "KN-001") == ("closed",)
    assert await matter(town, "state", "KN-002") == ("answered",)


async def test_the_list_of_what_is_followed_worst_first(planned: Town) -> None:
    town = planned
    await recommended(town)
    await town.write(TRAN, "KN1 KN2 số 142 ngày 18/11")
    await town.sql(
        "UPDATE matter SET sent_at = unixepoch('2026-09-01'), due_at = unixepoch('2026-09-21')"
        " WHERE number = 2"
    )
    shown = await town.write(TRAN, "kiến nghị đang theo dõi")
    assert shown.index("🔴 KN-002") < shown.index("🔵 KN-001")
    assert "Theo đơn vị: UBND phường Ka Long 2" in shown
    assert f"Theo nội dung: {FUND} 2" in shown
    assert "Theo tổ chức: PN 2" in shown
    for who in (BINH, DUNG):
        assert "KN-00" not in await town.write(who, "kiến nghị đang theo dõi")


async def test_who_is_elsewhere_is_busy(planned: Town) -> None:
    town = planned
    await town.write(TRAN, "GS1 tập trung 7h15 thứ sáu, tại trụ sở")
    await propose(town, DUNG, "tiếp công dân", "UBND xã Hải Xuân", "20/11")
    said = await town.write(TRAN, "GS2 đoàn: Dung, Hoa")
    assert "Bận ngày đó: Nguyễn Thị Hoa" in said


async def test_whoever_is_named_first_is_seen_to_be_busy_when_the_hour_is_set(
    planned: Town,
) -> None:
    """Team first, then the hour: on another visit, at a point, with work due on that day."""
    town = planned
    await propose(town, DUNG, "tiếp công dân", "UBND xã Hải Xuân", "20/11")
    await town.write(TRAN, "GS2 đoàn: Dung, Hoa")
    said = await town.write(TRAN, "GS1 tập trung 7h15 thứ sáu, tại trụ sở")
    assert "Bận ngày đó: Nguyễn Thị Hoa." in said
    assert "Nguyễn Thị Hoa (thành viên) ⚠️ bận" in await town.write(TRAN, "GS1")
    await move(town, TRAN, "GS1 tập trung 7h15 thứ bảy, tại trụ sở")
    assert "bận" not in await town.write(TRAN, "GS1")


@pytest.mark.parametrize(
    ("due", "busy"), [("thứ sáu", True), ("27/11", False)], ids=["that day", "a week later"]
)
async def test_work_that_is_due_on_that_day_is_seen(planned: Town, due: str, busy: bool) -> None:
    town = planned
    await give(town, THANG, "Hoa", when=due)
    said = await town.write(TRAN, "GS1 tập trung 7h15 thứ sáu, tại trụ sở")
    assert ("Bận ngày đó: Nguyễn Thị Hoa." in said) is busy


async def test_whoever_leads_a_point_on_that_day_is_seen(planned: Town) -> None:
    town = planned
    await open_saturday(town, points=2)
    await town.write(TRAN, "GS1 đoàn: Trận trưởng đoàn, Bình")
    said = await town.write(TRAN, "GS1 tập trung 7h15 21/11, tại trụ sở")
    assert "Bận ngày đó: Nguyễn Văn Bình." in said


@pytest.mark.parametrize("who", [BINH, DUNG, HANH, THANG])
async def test_who_is_not_of_the_team_writes_nothing_of_it(planned: Town, who: object) -> None:
    town = planned
    for line in ("GS1 đã đến", "GS1 hạn chế: x", "GS1 kết quả: x", "GS1 kiến nghị: x"):
        await town.write(who, line)
    assert await visit(town, "arrived_at, result", 1) == (None, "")
    assert await town.sql("SELECT * FROM finding") == []
    assert await town.sql("SELECT * FROM matter") == []


async def test_a_result_that_was_wrong_is_said_anew_at_once(planned: Town) -> None:
    """The last one stands, until the report is issued."""
    town = planned
    await on_the_spot(town)
    await town.write(TRAN, "GS1 kết quả: nhắc nhở, 2 kiến nghị")
    assert "đã ghi kết quả" in await town.write(TRAN, "GS1 kết quả: nhắc nhở, 3 kiến nghị")
    shown = await town.write(TRAN, "GS1")
    assert "Kết quả: nhắc nhở, 3 kiến nghị" in shown
    assert "2 kiến nghị" not in shown
    await town.write(TRAN, "GS1 hạn chế: thiếu bảng tên")
    assert "thiếu bảng tên" in await town.write(LIEN, "GS1")
