"""The year's programme: proposed in a line, compared at once, put together, settled, counted."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.supervision import (
    FUND,
    KALONG,
    LIEN,
    TRACO,
    TRAN,
    office_of_visits,
    propose,
    together,
    visit,
)
from tests.town import BINH, CUONG, DUNG, HANH, LAN, THANG, Neighbour, Town, clock, says


@begun
async def office(town: Town) -> Town:
    return await office_of_visits(town)


async def test_one_line_proposes_and_the_radar_answers_at_once(office: Town) -> None:
    town = office
    assert "✅ Đã ghi GS-01" in await propose(town, LIEN)
    said = await propose(town, BINH, body="ubnd ka long")
    assert "Có thể trùng 1" in said
    assert "🔴 GS-01" in said
    assert "cùng đối tượng, cùng địa bàn, cùng nội dung" in said
    assert await town.sql("SELECT count(*) FROM lookup") == [(2,)], "no name is made twice"
    assert await says(town, TRAN, "Đề xuất mới GS-02")


async def test_four_taps_do_the_same(office: Town) -> None:
    town = office
    await propose(town, LIEN)
    await town.write(BINH, "đề xuất gs")
    assert "Nội dung gì?" in await town.tap(BINH, "Giám sát")
    assert "Đối tượng" in await town.tap(BINH, FUND)
    assert "Thời gian nào?" in await town.tap(BINH, KALONG)
    assert "Có thể trùng 1" in await town.tap(BINH, "Tháng 12")
    assert "Với GS-01" in await town.tap(BINH, "Công khai")
    assert await visit(town, "first, last, year", 2) == ("2026-12-01", "2026-12-31", 2026)


async def test_an_old_tap_of_the_form_does_nothing(office: Town) -> None:
    town = office
    await propose(town, LIEN)
    assert "đã cũ" in await town.press(BINH, "v.choose:1:theme")
    assert "đã cũ" in await town.press(BINH, "v.new:0:body")
    assert len(await town.sql("SELECT 1 FROM visit")) == 1


async def test_the_other_lead_agrees_in_a_tap_and_it_counts_once(office: Town) -> None:
    town = office
    await propose(town, LIEN)
    await propose(town, BINH, when="tháng 11")
    assert "Đã hỏi đ/c Hoàng Thị Liên" in await town.tap(BINH, "Gộp đoàn")
    assert "đề nghị gộp thành một đoàn với GS-01" in await town.screen(LIEN)
    assert "GS-02 – gộp vào GS-01" in await town.tap(LIEN, "Đồng ý")
    assert await says(town, BINH, "GS-02 – gộp vào GS-01")
    assert await visit(town, "stage, kept_id, first, last", 2) == (
        "merged", 1, "2026-11-01", "2026-11-30",
    )  # fmt: skip
    assert await visit(town, "first, last", 1) == ("2026-11-01", "2026-12-31")
    assert "1 cuộc (đề xuất 2, gộp giảm 1)" in await town.write(TRAN, "giám sát")
    assert f"Gồm cả: GS-02 {FUND} (ND, UBND phường Ka Long)" in await town.write(TRAN, "GS1")
    assert "đã trả lời" in await town.press(LIEN, "v.agree:1")


async def test_a_no_leaves_both(office: Town) -> None:
    town = office
    await propose(town, LIEN)
    await propose(town, BINH)
    await town.tap(BINH, "Gộp đoàn")
    await town.write(LIEN, "GS1 không đồng ý")
    assert await says(town, BINH, "GS-01: không đồng ý đi cùng GS-02")
    assert (await visit(town, "stage", 2)) == ("proposed",)


async def test_two_merges_at_once_the_second_is_refused(office: Town) -> None:
    town = office
    await propose(town, LIEN)
    await propose(town, DUNG)
    await propose(town, BINH)
    await together(town, BINH, "GS3 gộp GS1")
    await together(town, BINH, "GS3 gộp GS2")
    await town.press(LIEN, "v.agree:1")
    assert "GS-03 đã gộp rồi" in await town.press(DUNG, "v.agree:2")
    assert await visit(town, "kept_id", 3) == (1,)


async def test_what_was_merged_into_it_goes_along(office: Town) -> None:
    town = office
    for who in (LIEN, DUNG, BINH):
        await propose(town, who)
    await together(town, TRAN, "GS3 gộp GS2")
    await together(town, TRAN, "GS2 gộp GS1")
    rows = await town.sql("SELECT number, kept_id FROM visit ORDER BY number")
    assert rows == [(1, None), (2, 1), (3, 1)]
    assert "1 cuộc (đề xuất 3, gộp giảm 2)" in await town.write(TRAN, "gs")


async def test_by_two_charters_only_the_trip_is_shared(office: Town) -> None:
    town = office
    await propose(town, LIEN, "vốn ủy thác", "Hội LHPN Hải Yên", kind="kt")
    said = await propose(town, BINH, "vốn ủy thác", "Hội ND Hải Yên", kind="kt")
    assert "cùng địa bàn" in said
    labels = [button.text for button in town.phone(BINH).messages[-1].buttons]
    assert labels[:2] == ["Đi chung chuyến", "Giữ riêng – lý do"]
    assert "không gộp được" in await town.write(BINH, "GS2 gộp GS1")
    await together(town, BINH, "GS2 đi chung GS1", "Đi chung chuyến")
    await town.tap(LIEN, "Đồng ý")
    assert await visit(town, "stage, trip_id", 2) == ("proposed", 1)
    assert "2 cuộc" in await town.write(TRAN, "gs")
    assert "Đi chung chuyến với GS-01" in await town.write(TRAN, "GS2")


async def test_supervision_never_merges_with_inspection(office: Town) -> None:
    town = office
    await propose(town, LIEN)
    await propose(town, BINH, kind="kt")
    assert "không gộp với kiểm tra" in await town.write(BINH, "GS2 gộp GS1")


async def test_a_private_shop_is_refused_with_its_reason(office: Town) -> None:
    town = office
    said = await propose(town, BINH, "vật tư nông nghiệp", "Cửa hàng giả định C")
    assert "217-QĐ/TW" in said
    assert await town.sql("SELECT * FROM visit") == []
    assert await town.sql("SELECT name FROM lookup WHERE sort = 'body'") == []


async def test_a_window_in_the_past_is_refused(office: Town) -> None:
    town = office
    assert "đã qua" in await propose(town, BINH, when="tháng 10/2026")
    assert await town.sql("SELECT * FROM visit") == []


async def test_it_is_kept_apart_with_a_reason(office: Town) -> None:
    town = office
    await propose(town, LIEN)
    await propose(town, BINH)
    await town.tap(BINH, "Giữ riêng – lý do")
    await town.write(BINH, "đợt cao điểm của Hội")
    assert "Lý do: đợt cao điểm của Hội" in await town.write(BINH, "GS2")


async def test_what_others_plan_is_seen(office: Town) -> None:
    town = office
    line = f"kế hoạch ngoài: Thanh tra tỉnh, {FUND}, {KALONG}, tháng 12"
    assert "Tên mới" in await town.write(HANH, line)
    assert "Đã ghi 1 kế hoạch ngoài" in await town.tap(HANH, "Thêm")
    assert "🔴 Thanh tra tỉnh" in await propose(town, BINH)
    assert "chưa được phân quyền" in await town.write(BINH, line)


async def test_what_others_plan_for_a_whole_year_is_seen(office: Town) -> None:
    """It ends long after the proposal does, and lies around it all the same."""
    year = f"Thanh tra tỉnh, {FUND}, {KALONG}, từ 1/11/2026 đến 31/12/2027"
    await office.write(HANH, f"kế hoạch ngoài: {year}")
    assert "Đã ghi 1 kế hoạch ngoài" in await office.tap(HANH, "Thêm")
    assert "🔴 Thanh tra tỉnh" in await propose(office, BINH)


async def test_rows_of_a_sheet_keep_their_cells(office: Town) -> None:
    rows = f"Thanh tra tỉnh\t{FUND}\t{KALONG}\ttháng 12\nHĐND\tchợ dân sinh\tBQL chợ\ttháng 12"
    assert "(2)" in await office.write(HANH, f"kế hoạch ngoài:\n{rows}")
    assert "Đã ghi 2 kế hoạch ngoài" in await office.tap(HANH, "Thêm")


async def test_the_conference_settles_in_one_pass(office: Town) -> None:
    town = office
    await propose(town, LIEN)
    await propose(town, BINH, "tiếp công dân", TRACO)
    assert "còn 2: GS-01" in await town.write(LAN, "hiệp thương")
    assert "còn 1: GS-02" in await town.tap(LAN, "Thống nhất")
    assert "Đã xem hết" in await town.tap(LAN, "Thống nhất")
    assert await town.sql("SELECT stage FROM visit") == [("settled",), ("settled",)]
    assert "chưa được phân quyền" in await town.write(BINH, "hiệp thương")


async def test_each_step_has_its_paper_its_day_its_signer(office: Town) -> None:
    town = office
    await propose(town, LIEN)
    await town.write(LAN, "GS1 thống nhất")
    assert "nhắn số, ngày, người ký" in await town.write(TRAN, "GS1 bước tiếp")
    await town.write(TRAN, "số 12/KH ngày 3/11, Khải ký")
    assert await town.sql("SELECT stage, number, day, signer FROM visit_paper") == [
        ("agreed", "12/KH", "2026-11-03", "Khải")
    ]
    assert "thống nhất UBND: số 12/KH, 03/11/2026, Khải ký" in await town.write(TRAN, "GS1")


async def test_the_body_is_told_fifteen_days_before(office: Town) -> None:
    town = office
    await propose(town, LIEN, when="30/11")
    for number, step in enumerate(("agreed", "advised", "planned")):
        await town.sql("UPDATE visit SET stage = :s", s=step)
        assert number < 3
    said = await town.write(TRAN, "GS1 số 15 ngày 18/11, Khải ký")
    assert "muộn" in said, "it was sent, and that is written down"
    assert "chậm nhất Chủ nhật, 15/11" in said or "chậm nhất 15/11" in said
    assert await visit(town, "stage", 1) == ("sent",)


async def test_a_step_the_office_does_not_use_is_passed_over(office: Town) -> None:
    town = office
    await propose(town, LIEN)
    await town.write(TRAN, "các bước giám sát")
    for label in ("thống nhất UBND", "ý kiến cấp ủy"):
        await town.tap(TRAN, label)
    await town.write(LAN, "GS1 thống nhất")
    assert "kế hoạch, lập đoàn: đề nghị" in await town.write(TRAN, "GS1 bước tiếp")


async def test_whoever_a_step_waits_for_is_reminded_and_nothing_is_approved_by_itself(
    office: Town,
) -> None:
    town = office
    await propose(town, LIEN, when="30/11")
    await town.write(LAN, "GS1 thống nhất")
    await town.go_to(clock(23, 8))
    assert await says(town, TRAN, "1 bước đến hạn")
    assert not await says(town, BINH, "bước đến hạn")
    assert await visit(town, "stage", 1) == ("settled",)


async def test_its_card_says_whom_it_waits_for_and_late_it_goes_up(office: Town) -> None:
    town = office
    await propose(town, LIEN, when="30/11")
    await town.write(LAN, "GS1 thống nhất")
    card = await town.write(LIEN, "GS1")
    assert "Chờ: thống nhất UBND – đ/c Lê Văn Trận, từ 19/11, hạn 26/11" in card
    assert "quá hạn" not in card
    await town.go_to(clock(27, 8))
    assert not await says(town, LAN, "quá hạn chưa ai làm")
    await town.go_to(clock(30, 8).replace(month=12, day=2))
    told = [text for text in await town.heard(LAN) if "quá hạn chưa ai làm" in text]
    assert len(told) == 1
    assert "GS-01" in told[0]
    assert "Trận" in told[0]
    assert "⚠️ quá hạn" in await town.write(LIEN, "GS1")


async def test_this_year_beside_the_last(office: Town) -> None:
    town = office
    await propose(town, LIEN)
    await propose(town, BINH)
    await together(town, TRAN, "GS2 gộp GS1")
    said = await town.write(TRAN, "gs năm 2025: 4 cuộc")
    assert "Năm trước 4 cuộc: −3 (-75%)" in said
    assert "PN: đề xuất 1, giữ 1" in said
    assert "ND: đề xuất 1, giữ 0, gộp giảm 1" in said
    assert "chưa được phân quyền" in await town.write(BINH, "gs năm 2025: 4 cuộc")


async def test_unannounced_only_those_who_must_know(office: Town) -> None:
    town = office
    await propose(town, LIEN, when="tuần này")
    assert "không báo trước" in await town.write(LAN, "GS1 không báo trước")
    for who in (LIEN, TRAN, LAN):
        assert KALONG in await town.write(who, "GS1")
    for who in (BINH, THANG, HANH, DUNG):
        assert "Không tìm thấy" in await town.write(who, "GS1")
        assert "GS-01" not in await town.write(who, "tuần này gs ở đâu")
        assert "GS-01" not in await town.write(who, "giám sát")
    assert "Chưa thấy trùng" in await propose(town, DUNG)
    assert "Có thể trùng" in await propose(town, TRAN)


@pytest.mark.parametrize("who", [CUONG, 8101])
async def test_who_is_not_on_the_staff_proposes_nothing(
    office: Town, who: Neighbour | int
) -> None:
    town = office
    await town.write(who, f"gs {FUND}, {KALONG}, tháng 12")
    await town.press(who, "v.begin:0")
    await town.write(who, "giám sát")
    assert await town.sql("SELECT * FROM visit") == []
    assert await town.sql("SELECT 1 FROM expectation WHERE topic = 'visit.form'") == []


async def test_a_proposer_who_left_is_answered_for_by_whoever_decides(office: Town) -> None:
    town = office
    await propose(town, DUNG)
    await propose(town, BINH)
    person = town.person(DUNG)
    await town.work(lambda work: work.people.leave(person, work.today))
    await town.tap(BINH, "Gộp đoàn")
    assert "đề nghị gộp" in await town.screen(TRAN)
    await town.tap(TRAN, "Đồng ý")
    assert await visit(town, "kept_id", 2) == (1,)


@pytest.mark.parametrize(
    ("line", "plan"),
    [
        (
            "thanh tra huyện kiểm tra tại chợ Trà Cổ ngày 5/12",
            ("thanh tra huyện", "kiểm tra", "chợ Trà Cổ", "2026-12-05"),
        ),
        (
            "công an tỉnh sẽ kiểm tra vệ sinh ở chợ Trà Cổ tháng 12",
            ("công an tỉnh", "vệ sinh", "chợ Trà Cổ", "2026-12-01"),
        ),
        (
            "sở y tế, vệ sinh, chợ Trà Cổ, 5/12",
            ("sở y tế", "vệ sinh", "chợ Trà Cổ", "2026-12-05"),
        ),
    ],
)
async def test_what_others_plan_is_told_in_a_sentence_or_by_commas(
    town: Town, line: str, plan: tuple[str, ...]
) -> None:
    await office_of_visits(town)
    await town.write(TRAN, f"kế hoạch ngoài: {line}")
    await town.tap(TRAN, "Thêm")
    whose, theme, body, first = plan
    assert await town.sql("SELECT whose, first FROM outside_plan") == [(whose, first)]
    assert await town.sql("SELECT name FROM lookup ORDER BY sort") == [(body,), (theme,)]
