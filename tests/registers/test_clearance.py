"""A clearance project from its founding: asked on Friday, told in a line, never out of order."""

from dataclasses import replace
from datetime import timedelta

import pytest

from actions.own_data.retention import ERASED
from domain.registers import CLEARANCE, REGISTERS
from domain.retention import DAYS
from tests.helpers.begun import begun
from tests.helpers.matters import move_in
from tests.town import BINH, CUONG, DUNG, HANH, HOA, LAN, THANG, Neighbour, Town, clock, says

PROJECT = "Tuyến Hải Yên - Ninh Dương"


@begun
async def project(town: Town) -> Town:
    """Thắng founds it, Bình leads it."""
    await move_in(town)
    await town.write(THANG, "sổ số liệu")
    await town.tap(THANG, "Lập sổ GPMB")
    await town.write(THANG, f"{PROJECT}, 64 hộ")
    await town.tap(THANG, "Phụ trách")
    await town.write(THANG, "bình")
    return town


async def numbers(town: Town) -> list[tuple[object, ...]]:
    return await town.sql(
        "SELECT counts, number FROM register_number"
        " WHERE report_id = (SELECT max(id) FROM register_report) ORDER BY counts"
    )


async def test_one_line_tells_it_and_the_card_has_it(project: Town) -> None:
    town = project
    assert PROJECT in await town.screen(BINH)
    said = await town.write(BINH, "GP1 61/52/45, vướng giá 4, vắng chủ 2")
    assert "tiếp cận 61; đồng thuận 52; bàn giao 45 / 64" in said
    assert "Vướng: giá bồi thường 4; vắng chủ 2" in said
    assert await numbers(town) == [
        ("absent", 2),
        ("agreed", 52),
        ("handed", 45),
        ("price", 4),
        ("reached", 61),
    ]
    assert any("bàn giao 45 / 64" in text for text in await town.heard(THANG))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("GP1 61/62/45", "chưa khớp"),
        ("GP1 65/52/45", "chưa khớp"),
        ("GP1 61/52", "cần 3 số"),
        ("GP1 61/52/45, giá 20", "lớn hơn số còn lại (19)"),
        ("GP9 61/52/45", "Không tìm thấy"),
        ("TK1 61/52", "Không tìm thấy"),
    ],
)
async def test_what_does_not_fit_is_not_kept(project: Town, line: str, why: str) -> None:
    town = project
    assert why in await town.write(BINH, line)
    assert await town.sql("SELECT * FROM register_report") == []


async def test_a_number_falls_only_with_a_reason_and_the_earlier_report_stays(
    project: Town,
) -> None:
    town = project
    await town.write(BINH, "GP1 61/52/45")
    assert "Vì sao" in await town.write(BINH, "GP1 61/50/45")
    await town.write(BINH, "GP1 61/50/45, do hai hộ đổi ý")
    assert await town.sql("SELECT why FROM register_report") == [("",), ("hai hộ đổi ý",)]
    assert (await numbers(town))[0] == ("agreed", 50)


async def test_why_a_number_fell_is_not_kept_for_ever(project: Town) -> None:
    town = project
    await town.write(BINH, "GP1 61/52/45")
    await town.write(BINH, "GP1 61/50/45, do hai hộ đổi ý")
    reasons = "SELECT count(*) FROM register_report WHERE why <> ''"
    town.now += timedelta(days=DAYS["reasons"] - 1)
    await town.work(ERASED["reasons"])
    assert await town.sql(reasons) == [(1,)]
    town.now += timedelta(days=2)
    await town.work(ERASED["reasons"])
    assert await town.sql(reasons) == [(0,)]
    assert (await numbers(town))[0] == ("agreed", 50)


@pytest.mark.parametrize("why", ["do ông Tám đổi ý", "vì hộ bà Chín rút lại"])
async def test_no_household_is_a_reason(project: Town, why: str) -> None:
    town = project
    await town.write(BINH, "GP1 61/52/45")
    assert "không được lưu" in await town.write(BINH, f"GP1 61/50/45, {why}")
    assert await town.sql("SELECT why FROM register_report") == [("",)]


async def test_the_same_twice_changes_nothing_that_is_told(project: Town) -> None:
    town = project
    for _ in "12":
        assert "bàn giao 45 / 64" in await town.write(BINH, "GP1 61/52/45, vướng giá 4")
    assert dict(await numbers(town)) == {"agreed": 52, "handed": 45, "price": 4, "reached": 61}


async def test_numbers_of_last_week_are_lower_and_ask_why(project: Town) -> None:
    town = project
    await town.write(BINH, "GP1 61/52/45")
    assert "Vì sao" in await town.write(BINH, "GP1 59/49/41")
    assert dict(await numbers(town)) == {"agreed": 52, "handed": 45, "reached": 61}


async def test_on_friday_the_lead_is_asked_and_answers_with_the_numbers_alone(
    project: Town,
) -> None:
    town = project
    await town.go_to(clock(20, 16, 5))
    assert "Đề nghị nhắn số mới" in await town.screen(BINH)
    assert "bàn giao 45 / 64" in await town.write(BINH, "61/52/45")


async def test_silence_is_noticed(project: Town) -> None:
    town = project
    town.now = clock(28, 9).replace(month=12, day=4, hour=16)
    await town.house.timekeeper.catch_up()
    await town.settle()
    assert await says(town, THANG, "đã lâu chưa có báo cáo")


async def test_the_report_has_a_line_and_what_grew(project: Town) -> None:
    town = project
    await town.write(BINH, "GP1 61/52/45")
    town.now = clock(22, 19, 1)
    await town.house.timekeeper.catch_up()
    await town.settle()
    draft = await town.tap(HANH, "Xem bản dự thảo")
    line = f"• {PROJECT}: tiếp cận 61; đồng thuận 52; bàn giao 45; tổng 64"
    assert line in draft
    assert "▲" not in draft, "nothing stood before: it grew by nothing that is known"
    town.now = clock(29, 19, 1)
    await town.house.timekeeper.catch_up()
    await town.settle()
    later = await town.tap(HANH, "Xem bản dự thảo")
    assert f"{line} – số liệu ngày 19/11" in later


async def test_outside_a_few_are_no_number(project: Town) -> None:
    town = project
    await town.write(BINH, "GP1 61/52/45, vướng giá 7, vắng chủ 4")
    assert await says(town, BINH, "vắng chủ 4")
    town.now = clock(22, 19, 1)
    await town.house.timekeeper.catch_up()
    await town.settle()
    draft = await town.tap(HANH, "Xem bản dự thảo")
    assert "Vướng: giá bồi thường 7 hộ; vắng chủ một số hộ" in draft
    assert "vắng chủ 4" not in draft


async def test_the_team_is_a_number_by_organisation(project: Town) -> None:
    town = project
    assert "Không ghi tên" in await town.tap(THANG, "Tổ vận động")
    assert "ví dụ: pn 2" in await town.write(THANG, "chị Hoa và anh Bình")
    assert "ND 1, PN 2" in await town.write(THANG, "pn 2, nd 1")
    assert any("Tổ vận động: ND 1, PN 2" in text for text in await town.heard(BINH))
    await town.tap(THANG, "Tổ vận động")
    await town.write(THANG, "ccb 3")
    assert await town.sql("SELECT number FROM register_team") == [(3,)]
    assert await town.press(CUONG, "reg.team:1")
    await town.write(CUONG, "pn 9")
    assert await town.sql("SELECT number FROM register_team") == [(3,)]


async def test_a_kind_of_many_places_is_told_as_a_sum(project: Town) -> None:
    town = project
    for name, line in (("Ka Long, 120", "TK1 80/55"), ("PN Hải Yên, 80", "TK2 40/30")):
        await town.write(HANH, "sổ số liệu")
        await town.tap(HANH, "Lập sổ tài khoản số")
        await town.write(HANH, name)
        await town.write(HANH, line)
    town.now = clock(22, 19, 1)
    await town.house.timekeeper.catch_up()
    await town.settle()
    draft = await town.tap(HANH, "Xem bản dự thảo")
    said = "• Tài khoản số: đã hướng dẫn 120; có tài khoản 85; tổng 200 – "
    assert f"{said}Ka Long 55/120; PN Hải Yên 30/80." in draft


async def test_who_is_away_is_asked_through_the_stand_in(project: Town) -> None:
    town = project
    await town.write(BINH, "nghỉ hôm nay đến thứ 6, Hoa làm thay")
    await town.tap(BINH, "Đúng")
    await town.go_to(clock(20, 18))
    assert await says(town, HOA, "Đề nghị nhắn số mới")
    assert await town.write(HOA, "61/52/45")
    assert await town.sql("SELECT told_by FROM register_report") == [(town.person(HOA),)]


async def test_when_it_is_closed_nothing_more_is_told(project: Town) -> None:
    town = project
    assert "Kết thúc sổ" in await town.tap(THANG, "Kết thúc")
    await town.tap(THANG, "Kết thúc")
    assert "đã kết thúc" in await town.write(BINH, "GP1 61/52/45")
    assert await town.sql("SELECT * FROM register_report") == []


@pytest.mark.parametrize(
    ("who", "tells", "founds", "reads"),
    [
        (THANG, True, True, True),
        (BINH, True, False, True),
        (HANH, True, True, True),
        (LAN, False, False, True),
        (DUNG, False, False, False),
        (CUONG, False, False, False),
    ],
)
async def test_who_may_what(
    project: Town, who: Neighbour, tells: bool, founds: bool, reads: bool
) -> None:
    town = project
    assert (PROJECT in await town.write(who, "sổ số liệu")) == reads
    said = await town.write(who, "GP1 61/52/45")
    assert ("Ghi thay" in said) == (tells and who is not BINH)
    if "Ghi thay" in said:
        await town.write(who, "đúng")
    assert bool(await town.sql("SELECT * FROM register_report")) == tells
    await town.press(who, "reg.found:0:accounts")
    waits = await town.sql("SELECT 1 FROM expectation WHERE topic = 'register.found'")
    assert bool(waits) == founds
    await town.press(who, "reg.end:1")
    assert (await town.sql("SELECT closed_at IS NOT NULL FROM register")) == [(int(founds),)]


async def test_the_second_kind_is_only_a_row(project: Town) -> None:
    town = project
    await town.write(HANH, "sổ số liệu")
    await town.tap(HANH, "Lập sổ tài khoản số")
    await town.write(HANH, "Khu 2 Ka Long, 120")
    assert "đã hướng dẫn 80; có tài khoản 55 / 120" in await town.write(HANH, "TK1 80/55")


async def test_members_gained_by_organisation_and_place(project: Town) -> None:
    town = project
    await town.write(HANH, "sổ số liệu")
    await town.tap(HANH, "Lập sổ hội viên")
    await town.write(HANH, "Hội Nông dân Hải Yên, 40")
    assert "đã gặp 25; đã kết nạp 12 / 40" in await town.write(HANH, "HV1 25/12")
    await town.write(HANH, "HV1 50/12")
    assert await town.sql("SELECT count(*) FROM register_report") == [(1,)]


async def test_it_is_ended_on_asking_and_opened_again(project: Town) -> None:
    town = project
    assert await says(town, BINH, "phụ trách sổ GP-01")
    await town.tap(THANG, "Kết thúc")
    assert await town.sql("SELECT closed_at FROM register") == [(None,)]
    await town.tap(THANG, "Kết thúc")
    assert await town.sql("SELECT closed_at IS NULL FROM register") == [(0,)]
    assert "đã mở lại" in await town.write(THANG, "mở lại GP-01")
    assert await town.sql("SELECT closed_at FROM register") == [(None,)]
    assert "Không tìm thấy" in await town.write(CUONG, "mở lại GP-01")
    await town.tap(THANG, "Kết thúc")
    await town.tap(THANG, "Kết thúc")
    await town.tap(THANG, "Mở lại")
    assert "đồng thuận – / 64" in (await town.write(THANG, "GP-01")).replace("; bàn giao –", "")


async def test_numbers_are_heard_in_words_and_never_as_a_complaint(project: Town) -> None:
    town = project
    said = await town.write(
        BINH, f"{PROJECT}: 62 hộ tiếp cận, 55 đồng thuận, 48 bàn giao, vướng giá 4"
    )
    assert "tiếp cận 62; đồng thuận 55; bàn giao 48 / 64" in said
    said = await town.write(BINH, "Tuyến Hải Yên: 62 hộ đồng thuận, 55 nhận tiền, 48 bàn giao")
    assert "sổ nào" in said
    assert "khiếu nại" not in said
    await town.tap(BINH, "GP-01")
    await town.write(BINH, "63; 56; 49")
    assert "tiếp cận 63" in await town.write(BINH, "GP-01")
    assert "tiếp cận 63" in await town.write(BINH, "GP-01 62 hộ")
    assert "tiếp cận 63" in await town.write(BINH, "sổ số liệu")
    await town.tap(BINH, "GP-01")
    await town.tap(BINH, "Báo số mới")
    await town.write(BINH, "63 hộ tiếp cận, 57 đồng thuận, 50 bàn giao")
    stands = [("agreed", 57), ("handed", 50), ("price", 4), ("reached", 63)]
    assert await numbers(town) == stands
    await town.write(THANG, "sổ số liệu")
    await town.tap(THANG, "Lập sổ hội viên")
    await town.write(THANG, "Hội viên phụ nữ Trà Cổ, 1.250")
    assert await town.sql("SELECT whole FROM register WHERE code = 'HV-01'") == [(1250,)]


async def test_a_kind_says_on_which_fridays_its_leads_are_asked(
    project: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The 20th is the third of November, the 4th the first of December."""
    town = project
    seldom = {**REGISTERS, CLEARANCE.code: replace(CLEARANCE, asked=(1,))}
    monkeypatch.setattr("domain.registers.REGISTERS", seldom)
    await town.go_to(clock(20, 16, 5))
    assert "Đề nghị nhắn số mới" not in await town.screen(BINH)
    town.now = clock(28, 9).replace(month=12, day=4, hour=16)
    await town.house.timekeeper.catch_up()
    await town.settle()
    assert await says(town, BINH, "Đề nghị nhắn số mới")
