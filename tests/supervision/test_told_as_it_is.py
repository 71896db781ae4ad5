"""What the programme tells is so: papers of several years, figures that nobody knows, what may be
chosen, what was sent late; and it is found by the words in which people ask."""

import pytest

from tests.helpers.supervision import KALONG, LIEN, TRACO, TRAN, office_of_visits, propose, visit
from tests.town import BINH, HANH, LAN, Town, clock, says


@pytest.fixture
async def office(town: Town) -> Town:
    await office_of_visits(town)
    await propose(town, LIEN)
    return town


@pytest.mark.parametrize(
    "line",
    [
        "GS1 so 215 ngay 18/11 Khai ky",
        "GS1 so 215 ngay 18/11, Khai ky",
        "GS1 số 215 ngày 18/11 Khải ký",
    ],
)
async def test_a_paper_is_read_without_marks_and_commas(office: Town, line: str) -> None:
    town = office
    await town.sql("UPDATE visit SET stage = 'settled'")
    await town.write(TRAN, line)
    assert await visit(town, "stage", 1) == ("agreed",)
    [(number, signer)] = await town.sql("SELECT number, signer FROM visit_paper")
    assert number == "215"
    assert signer in ("Khai", "Khải")


async def test_visits_of_a_year_and_of_some_days(office: Town) -> None:
    town = office
    await propose(town, BINH, "tiếp công dân", TRACO, "tháng 2/2027")
    assert "Chương trình 2027: 1 cuộc" in await town.write(LAN, "gs 2027")
    assert "GS-02" in await town.write(LAN, "chuong trinh giam sat 2027")
    said = await town.write(LAN, "gs thang 12")
    assert "GS-01" in said
    assert "GS-02" not in said
    assert "GS-01" not in await town.write(LAN, "gs tuan sau")
    assert "GS-01" in await town.write(LAN, "tháng 12 gs ở đâu")


async def test_what_nobody_knows_is_said(office: Town) -> None:
    assert "Chưa có số liệu năm 2025" in await office.write(TRAN, "so với năm trước")


async def test_only_what_may_be_chosen_is_asked(office: Town) -> None:
    town = office
    await town.sql("UPDATE visit SET stage = 'sent'")
    said = await propose(town, BINH)
    assert "GS-01 không còn gộp được" in said
    assert "hay giữ riêng" not in said


async def test_nothing_is_late_before_it_was_proposed(office: Town) -> None:
    town = office
    await propose(town, LIEN, "tiếp công dân", TRACO, "1-5/12")
    await town.write(LAN, "GS2 thống nhất")
    await town.go_to(clock(20, 8))
    assert await says(town, TRAN, "GS-02")
    assert not await says(town, TRAN, "hạn 11/11")


async def test_a_firm_is_no_subject_however_it_is_written(office: Town) -> None:
    said = await office.write(LIEN, "gs an toàn, cty giay Minh Phat, tháng 12")
    assert "217-QĐ/TW" in said


async def test_the_screen_of_the_conference(office: Town) -> None:
    town = office
    await propose(town, BINH, "tiếp công dân", KALONG, "tháng 2/2027")
    await town.write(LAN, "hiệp thương")
    assert town.phone(LAN).can_tap("Để lại, xem tiếp")
    await town.tap(LAN, "Thống nhất")
    assert "đã hiệp thương" in await town.write(LAN, "GS1")


@pytest.mark.parametrize("begins", ["đề xuất giám sát", "dx giam sat", "đx gs"])
async def test_a_proposal_without_commas(office: Town, begins: str) -> None:
    town = office
    said = await town.write(LIEN, f"{begins} phân bón thuốc bvtv ở xã Hải Sơn tháng 12")
    assert "«phân bón thuốc bvtv»" in said
    assert "«xã Hải Sơn»" in await town.tap(LIEN, "Ghi mới")
    await town.tap(LIEN, "Ghi mới")
    assert "GS-02" in await town.tap(LIEN, "Công khai")
    assert await visit(town, "first, last", 2) == ("2026-12-01", "2026-12-31")


async def test_what_others_plan_is_kept_under_their_name(office: Town) -> None:
    town = office
    await propose(town, HANH, "tiếp công dân", KALONG, "tháng 9/2027")
    await town.write(TRAN, f"ke hoach HĐND: giám sát tiếp công dân, {KALONG}, tháng 2/2027")
    assert await town.sql("SELECT whose, first FROM outside_plan") == [("HĐND", "2027-02-01")]


@pytest.mark.parametrize("how", ["tap", "words"])
async def test_a_new_name_in_what_others_plan_waits_for_a_tap(office: Town, how: str) -> None:
    """What is known is kept at once, beside it; left, nothing new stands anywhere."""
    town = office
    await propose(town, HANH, "tiếp công dân", KALONG, "tháng 9/2027")
    names, plans = "SELECT sort, name FROM lookup", "SELECT whose FROM outside_plan"
    before = await town.sql(names)
    lines = (
        f"Thanh tra tỉnh, tiếp công dân, {KALONG}, tháng 3/2027",
        "HĐND, thu chi quỹ xyz, UBND phường Hoàn Toàn Mới, tháng 2/2027",
    )
    said = await town.write(TRAN, "kế hoạch ngoài:\n" + "\n".join(lines))
    assert "Tên mới: thu chi quỹ xyz, UBND phường Hoàn Toàn Mới" in said
    assert "Đã ghi 1 kế hoạch" in said
    assert (await town.sql(names), await town.sql(plans)) == (before, [("Thanh tra tỉnh",)])
    assert "Đã ghi 1 kế hoạch ngoài: HĐND" in (
        await town.tap(TRAN, "Thêm") if how == "tap" else await town.write(TRAN, "đúng")
    )
    added = [row for row in await town.sql(names) if row not in before]
    assert added == [("theme", "thu chi quỹ xyz"), ("body", "UBND phường Hoàn Toàn Mới")]
    assert await town.sql(plans) == [("Thanh tra tỉnh",), ("HĐND",)]


async def test_a_new_name_that_was_left_is_added_by_nothing(office: Town) -> None:
    town = office
    before = await town.sql("SELECT count(*) FROM lookup")
    await town.write(TRAN, f"kế hoạch HĐND: giám sát quỹ xyz, {KALONG}, tháng 2/2027")
    await town.tap(TRAN, "Thôi")
    assert await town.sql("SELECT count(*) FROM lookup") == before
    assert await town.sql("SELECT * FROM outside_plan") == []


async def test_the_form_is_left_and_lets_other_lines_pass(office: Town) -> None:
    town = office
    await town.write(LIEN, "đề xuất gs")
    await town.tap(LIEN, "Giám sát")
    await town.write(LIEN, "sua GS-01: truong tieu hoc Hai Hoa")
    assert "GS-01, chưa hiểu; chưa ghi gì" in await town.screen(LIEN)
    await town.write(BINH, "giám sát")
    await town.tap(BINH, "Đề xuất cuộc mới")
    assert "giám sát hay kiểm tra" not in await town.write(BINH, "thôi")
    assert await town.sql("SELECT count(*) FROM expectation WHERE topic = 'visit.form'") == [(1,)]


async def test_the_help_says_how_supervision_works(office: Town) -> None:
    town = office
    assert "đại biểu" in await town.write(TRAN, "/trogiup") or await says(town, TRAN, "mời bà An")
    assert not await says(town, BINH, "mời bà An")
