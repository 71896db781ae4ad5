"""Saturday 10:30: each point is asked, a number is typed, read back, and counts when confirmed."""

import pytest

from domain.access import Permission
from storage import Work
from storage.accounts import actor_by_telegram
from tests.helpers.activities import plan_saturday
from tests.helpers.begun import begun
from tests.town import BINH, CUONG, HANH, HOA, LAN, THANG, Neighbour, Town, clock


@begun
async def saturday(town: Town) -> int:
    return await plan_saturday(town)


async def official(town: Town) -> list[tuple[object, ...]]:
    return await town.sql(
        "SELECT p.name, t.total, t.rank, t.state FROM turnout t JOIN point p ON p.id = t.point_id"
        " WHERE t.state = 'confirmed' ORDER BY t.id"
    )


async def asked(town: Town, who: Neighbour) -> list[str]:
    return [text for text in await town.heard(who) if "Báo số người" in text]


async def test_half_an_hour_after_the_end_each_point_is_asked(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 15))
    assert await asked(town, CUONG) == []
    await town.go_to(clock(21, 10, 31))
    (question,) = await asked(town, CUONG)
    assert "Cầu Ka Long" in question
    assert "Trà Cổ" in (await town.heard(BINH))[-1]
    assert "khu 4" in (await town.heard(HOA))[-1], "no leader: whoever called the day is asked"
    await town.go_to(clock(21, 11, 31))
    assert len(await asked(town, CUONG)) == 1


async def test_who_was_read_back_to_is_not_made_to_forget_it(town: Town, saturday: int) -> None:
    """The clock asks between what was typed and the yes."""
    await town.go_to(clock(21, 10, 29))
    await town.write(CUONG, "31 người")
    await town.go_to(clock(21, 10, 31))
    assert "Đã ghi: 31 người" in await town.write(CUONG, "đúng")


async def test_a_number_is_read_back_and_counts_only_then(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    echo = await town.write(CUONG, "45")
    assert "CHƯA GHI" in echo
    assert "45 người" in echo
    assert await official(town) == []
    saved = await town.tap(CUONG, "Đúng")
    assert "Đã ghi: 45 người" in saved
    assert await official(town) == [("Cầu Ka Long", 45, "leader", "confirmed")]


async def test_parts_and_results_in_one_line(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    echo = await town.write(CUONG, "ĐTN 20, PN 15; 2 km đường, 3 m3 rác")
    assert "35 người" in echo
    assert "ĐTN 20, PN 15" in echo
    assert "2 km đường; 3 m³ rác" in echo
    await town.tap(CUONG, "Đúng")
    parts = await town.sql(
        "SELECT o.code, number FROM turnout_part JOIN organisation o ON o.id = organisation_id"
        " ORDER BY 1"
    )
    assert parts == [("DTN", 20), ("HPN", 15)]


@pytest.mark.parametrize("word", ["dung", "ok"])
async def test_a_yes_to_which_of_two_numbers_is_asked_again(
    town: Town, saturday: int, word: str
) -> None:
    """It was answered by nothing at all."""
    await town.go_to(clock(21, 10, 31))
    asked = await town.write(CUONG, "20 người: ĐTN 15, PN 12")
    assert "20" in town.phone(CUONG).last.labels
    before = len(town.phone(CUONG).messages)
    assert await town.write(CUONG, word) == asked
    assert len(town.phone(CUONG).messages) == before + 2, "his word, and an answer of its own"
    await town.tap(CUONG, "20")
    assert await official(town) == []


async def test_ok_under_the_request_records_nothing(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    assert "chưa ghi gì thêm" in await town.write(CUONG, "ok")
    assert await town.sql("SELECT count(*) FROM turnout") == [(0,)]


async def test_a_typed_yes_confirms_what_was_read_back(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "45")
    assert "Đã ghi" in await town.write(CUONG, "đúng")
    assert len(await official(town)) == 1


async def test_total_and_parts_that_differ_are_asked(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    assert "cộng các đoàn thể là 35" in await town.write(CUONG, "45 người: ĐTN 20, PN 15")
    echo = await town.tap(CUONG, "45")
    assert "45 người" in echo
    assert "còn lại 10" in echo
    await town.tap(CUONG, "Đúng")
    assert (await official(town))[0][1] == 45


async def test_vague_and_ranges_are_asked(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    assert "con số cụ thể" in await town.write(CUONG, "vài chục người")
    await town.write(CUONG, "50-60 người")
    assert "55 người" in await town.tap(CUONG, "55")
    await town.tap(CUONG, "Đúng")
    assert (await official(town))[0][1] == 55


async def test_a_figure_far_above_what_is_usual_is_asked_not_refused(
    town: Town, saturday: int
) -> None:
    await town.go_to(clock(21, 10, 31))
    assert "cao hơn thường lệ" in await town.write(CUONG, "450 người")
    await town.tap(CUONG, "Đúng số này")
    assert (await official(town))[0][1] == 450


async def test_zero_not_held_and_not_reported_differ(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "0 người")
    await town.tap(CUONG, "Đúng")
    await town.tap(BINH, "Không tổ chức")
    assert "không tổ chức" in await town.tap(BINH, "Mưa, bão")
    rows = await town.sql("SELECT total, not_held, reason FROM turnout ORDER BY id")
    assert rows == [(0, 0, ""), (None, 1, "Mưa, bão")]
    card = await town.write(HANH, "/soluong")
    assert "0 người" in card
    assert "không tổ chức" in card
    assert "chưa báo" in card


async def test_a_reason_typed_for_what_was_not_held(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    await town.tap(CUONG, "Không tổ chức")
    assert "nước lên" in await town.write(CUONG, "nước lên, không ra được bãi")
    assert await town.sql("SELECT not_held FROM turnout") == [(1,)]


async def test_the_wrong_point_is_one_tap(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "45")
    assert "của điểm nào" in await town.tap(HOA, "Sai điểm")
    assert "Trà Cổ" in await town.tap(HOA, "21/11 Trà Cổ – Làm sạch…")
    await town.tap(HOA, "Đúng")
    assert (await official(town))[0][:2] == ("Bãi biển Trà Cổ", 45)


async def test_pasted_lines_become_a_table(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    table = await town.write(HOA, "Ka Long 42, Trà Cổ: ĐTN 20, PN 12")
    assert "42 người" in table
    assert "32 người" in table
    await town.tap(HOA, "Đúng")
    assert [row[:2] for row in await official(town)] == [
        ("Cầu Ka Long", 42),
        ("Bãi biển Trà Cổ", 32),
    ]


async def test_the_point_leader_stands_above_the_host(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "45")
    await town.tap(CUONG, "Đúng")
    await town.write(HOA, "Ka Long 60")
    noted = await town.tap(HOA, "Đúng")
    assert "Số chính thức" in noted
    assert "45 người" in noted


async def test_the_later_report_counts_and_both_are_kept(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "45")
    await town.tap(CUONG, "Đúng")
    await town.tap(CUONG, "Sửa số")
    assert "43 người" in await town.write(CUONG, "bớt 2")
    await town.tap(CUONG, "Đúng")
    assert [row[1] for row in await official(town)] == [45, 43]
    assert "Có mặt 43/180" in await summary_at_eight(town)


async def summary_at_eight(town: Town) -> str:
    await town.go_to(clock(21, 20, 1))
    return (await town.heard(HANH))[-1]


async def test_silent_points_are_nudged_twice_and_privately(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "45")
    await town.tap(CUONG, "Đúng")
    await town.go_to(clock(21, 22))
    nudges = [text for text in await town.heard(BINH) if "Chưa có số người" in text]
    assert len(nudges) == 2
    assert not any("Chưa có số người" in text for text in await town.heard(CUONG))


async def test_the_summary_names_what_is_missing_and_is_locked(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "45")
    await town.tap(CUONG, "Đúng")
    summary = await summary_at_eight(town)
    assert "Trà Cổ: chưa báo\n• Hải Yên: chưa báo" in summary
    assert "Ka Long: 45 (phụ trách điểm báo)" in summary
    assert "Vẫn khóa" in await town.tap(HANH, "Khóa số liệu")
    assert "Đã tổng hợp" in await town.tap(HANH, "Vẫn khóa")
    assert await town.sql("SELECT state FROM activity") == [("locked",)]


async def test_where_nobody_has_reported_no_number_is_shown(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 20, 1))
    summary = next(t for t in await town.heard(HANH) if "chưa báo" in t)
    assert "Có mặt" not in summary
    assert "%" not in summary


async def test_it_is_summed_up_at_the_offices_hour(town: Town, saturday: int) -> None:
    await town.write(HANH, "giờ tổng hợp: 18h30")
    await town.go_to(clock(21, 18, 5))
    assert not any("Trà Cổ: chưa báo" in text for text in await town.heard(HANH))
    await town.go_to(clock(21, 18, 35))
    assert any("Trà Cổ: chưa báo" in text for text in await town.heard(HANH))


async def test_all_in_is_summed_up_at_once(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long 42, Trà Cổ 32, Hải Yên 20")
    await town.tap(HOA, "Đúng")
    assert "Có mặt 94/180 (52%)" in (await town.heard(HANH))[-1]


async def test_after_the_lock_a_correction_has_a_reason(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long 42, Trà Cổ 32, Hải Yên 20")
    await town.tap(HOA, "Đúng")
    await town.tap(HANH, "Khóa số liệu")
    await town.go_to(clock(23, 9))
    await town.write(CUONG, "/soluong")
    await town.tap(CUONG, "21/11 Ka Long – Làm sạch…")
    await town.write(CUONG, "48")
    assert "lý do" in await town.tap(CUONG, "Đúng")
    assert "Đã ghi: 48" in await town.write(CUONG, "đếm sót tổ 3")
    told = (await town.heard(HANH))[-1]
    assert "42 → 48" in told
    assert "đếm sót tổ 3" in told
    late = await town.sql("SELECT event_at, confirmed_at, reason FROM turnout ORDER BY id DESC")
    assert late[0][0].startswith("2026-11-21")
    assert late[0][1].startswith("2026-11-23")


async def test_the_office_records_what_it_was_told_by_telephone(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    await town.write(HANH, "/soluong")
    await town.write(HANH, "Trà Cổ 40")
    await town.tap(HANH, "Ghi thay phụ trách")
    assert "Văn phòng ghi thay đồng chí (qua điện thoại): 40 người" in "".join(
        await town.heard(BINH)
    )
    assert (await official(town))[0] == ("Bãi biển Trà Cổ", 40, "leader", "confirmed")
    await town.tap(BINH, "Không đúng")
    assert await official(town) == []
    assert "không đúng" in (await town.heard(HANH))[-1]


async def test_a_photo_may_follow(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "45")
    await town.tap(CUONG, "Đúng")
    await town.phone(CUONG).photo()
    assert "Đã nhận ảnh" in await town.screen(CUONG)
    assert await town.sql("SELECT count(*) FROM point_photo") == [(1,)]


@pytest.mark.parametrize("who", [THANG, LAN], ids=["a colleague", "a leader"])
async def test_others_may_not_report(town: Town, saturday: int, who: object) -> None:
    await town.go_to(clock(21, 10, 31))
    await town.phone(who).press("t.point:1", 1)
    await town.settle()
    assert await town.sql("SELECT count(*) FROM expectation WHERE topic = 'turnout'") == [(3,)]


async def test_only_the_office_and_the_host_lock(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 12))
    for who in (BINH, THANG):
        await town.phone(who).press("act.lock:1:sure", 1)
        await town.settle()
    assert await town.sql("SELECT state FROM activity") == [("open",)]


async def test_a_photo_with_its_figures_under_it(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    await town.phone(CUONG).photo("45 người")
    assert "CHƯA GHI" in await town.screen(CUONG)
    await town.tap(CUONG, "Đúng")
    assert (await official(town))[0][1] == 45
    assert await town.sql("SELECT count(*) FROM point_photo") == [(1,)]


async def test_a_line_about_work_is_no_figure(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    await town.write(BINH, "xong 147")
    assert await town.sql("SELECT count(*) FROM turnout") == [(0,)]


async def test_a_late_report_says_so(town: Town, saturday: int) -> None:
    await town.go_to(clock(23, 9))
    await town.write(CUONG, "45")
    saved = await town.tap(CUONG, "Đúng")
    assert "thứ Bảy, 21/11" in saved
    assert "báo thứ Hai, 23/11 9h00" in saved


async def test_a_correction_begins_with_what_stands(town: Town, saturday: int) -> None:
    """27 = 15 + 12; «29, PN 14» is 15 + 14, and there is nothing to ask."""
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "ĐTN 15, PN 12")
    await town.tap(CUONG, "Đúng")
    said = await town.write(CUONG, "sua lai 29 nguoi, pn 14")
    assert "29 người: ĐTN 15, PN 14" in said
    await town.tap(CUONG, "Đúng")
    assert (await official(town))[-1][1] == 29


async def test_photos_are_of_the_point_where_people_were(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long 40")
    await town.tap(HOA, "Đúng")
    await town.write(HOA, "Hải Yên không tổ chức")
    await town.tap(HOA, "Không tổ chức")
    await town.tap(HOA, "Mưa, bão")
    await town.phone(HOA).photo()
    assert "Cầu Ka Long" in await town.screen(HOA)


async def test_a_points_leader_without_any_role_reports_it_and_nothing_else(
    town: Town, saturday: int
) -> None:
    await town.sql("DELETE FROM role_grant WHERE person_id = :p", p=town.person(BINH))
    await town.go_to(clock(21, 10, 31))
    await town.write(BINH, "45")
    await town.tap(BINH, "Đúng")
    assert await official(town) == [("Bãi biển Trà Cổ", 45, "leader", "confirmed")]
    table = await town.write(BINH, "/soluong")
    assert "Trà Cổ" in table
    assert "Ka Long" not in table
    await town.phone(BINH).press("t.point:1", town.phone(BINH).last.message_id)
    await town.settle()
    assert "không thuộc phần" in town.phone(BINH).toasts[-1].text


async def test_leading_no_point_one_reports_nothing(town: Town, saturday: int) -> None:
    await town.sql("DELETE FROM role_grant WHERE person_id = :p", p=town.person(BINH))
    await town.sql("UPDATE point SET leader_id = NULL WHERE leader_id = :p", p=town.person(BINH))
    await town.go_to(clock(21, 10, 31))
    assert "chưa được phân quyền" in await town.write(BINH, "/soluong")


async def test_who_has_left_reports_no_more(town: Town, saturday: int) -> None:
    """Somebody who is still known to another office has no right here, point or not."""

    def leave(work: Work) -> bool:
        me = town.person(BINH)
        work.people.revoke(me, work.today)
        work.connection.execute(
            "UPDATE membership SET valid_to = ? WHERE person_id = ?", (work.today.isoformat(), me)
        )
        found = actor_by_telegram(work.connection, BINH.id, work.now, town.office_id)
        return found is not None and found.may(Permission.REPORT_TURNOUT)

    assert not await town.work(leave)


async def test_a_sum_says_how_its_people_are_known(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    for who, number in ((CUONG, "60"), (HOA, "158")):
        await town.write(who, number)
        await town.tap(who, "Đúng")
    await town.go_to(clock(21, 20, 1))
    summary = (await town.heard(HANH))[-1]
    assert "Có mặt 218/180 (121%) · phụ trách điểm báo 60, tự báo 158" in summary
    assert "60 người (phụ trách điểm báo)" in await town.write(HANH, "/soluong")


async def test_an_evening_that_ends_late_is_chased_the_next_day(town: Town, saturday: int) -> None:
    await town.sql(
        "UPDATE activity SET starts_at = unixepoch('2026-11-21 10:00'),"
        " ends_at = unixepoch('2026-11-21 13:30')"
    )
    await town.go_to(clock(21, 23, 59))
    assert "Chưa có số người" not in "\n".join(await town.heard(CUONG))
    await town.go_to(clock(22, 15, 1))
    assert "Chưa có số người" in (await town.heard(CUONG))[-1]
    await town.go_to(clock(22, 23, 59))
    assert len([t for t in await town.heard(CUONG) if "Chưa có số người" in t]) == 1


async def test_a_photo_with_words_under_it_is_a_photo(town: Town, saturday: int) -> None:
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "45")
    await town.tap(CUONG, "Đúng")
    await town.phone(CUONG).photo("anh ra quan o bai bien")
    assert "Đã nhận ảnh" in await town.screen(CUONG)
    assert "đang có 1 ảnh" in await town.screen(CUONG)
    assert await town.sql("SELECT count(*) FROM point_photo") == [(1,)]
    assert [row[1] for row in await official(town)] == [45]
