"""The reminder ladder: silence rings after four hours, the rest is one message a morning."""

from datetime import timedelta

import pytest

from domain.periods import Week
from domain.work_counts import WeekOfWork
from storage import Work
from tests.helpers.assignments import give, last, number_from
from tests.helpers.begun import begun
from tests.town import BINH, CUONG, DUNG, HANH, HOA, LAN, THANG, Neighbour, Town, clock
from texts import Catalogue


@begun(autouse=True)
async def from_147(town: Town) -> None:
    await number_from(town, 147)


async def rings(town: Town, who: Neighbour, day: int) -> int:
    """How often somebody's telephone made a sound that day, answers to them left out."""
    begins, ends = clock(day, 0), clock(day, 0) + timedelta(days=1)
    sent = [m for m in town.phone(who).messages if m.outgoing and not m.silent]
    rung = [
        row[0]
        for row in await town.sql(
            "SELECT message_id FROM letter WHERE person_id = :id AND rung_at IS NOT NULL"
            " AND NOT answers",
            id=town.person(who),
        )
    ]
    return sum(begins <= m.date < ends and m.message_id in rung for m in sent)


def counted(work: Work) -> WeekOfWork:
    return work.assignments.week_counts(Week.of(work.today), work.now, work.calendar)


async def test_silence_is_noticed_after_four_working_hours(town: Town) -> None:
    await give(town, THANG, "Bình", when="27/11")
    await town.go_to(clock(19, 13, 40))
    assert "chưa xác nhận" not in await last(town, BINH)
    await town.go_to(clock(19, 15, 20))
    assert "chưa xác nhận việc NV-2026-0147" in await last(town, BINH)
    before = len(await town.heard(BINH))
    await town.go_to(clock(19, 17, 45))
    assert len(await town.heard(BINH)) == before


async def test_the_assigner_hears_of_it_the_next_morning(town: Town) -> None:
    await give(town, THANG, "Bình", when="27/11")
    await town.go_to(clock(20, 7, 31))
    assert "📌 Chưa ai nhận: 147" in await last(town, THANG)
    assert "đ/c Bình" in await last(town, THANG)
    assert "📌 Chưa nhận: 147" in await last(town, BINH)


async def test_one_message_a_morning_by_the_day(town: Town) -> None:
    await give(town, THANG, "Bình", when="26/11")
    await town.tap(BINH, "Nhận việc")
    await town.go_to(clock(22, 12))
    quiet = len(await town.heard(BINH))
    await town.go_to(clock(23, 7, 31))
    assert len(await town.heard(BINH)) == quiet, "Monday's bundle follows the briefing"
    await town.go_to(clock(23, 9, 31))
    assert "⏰ Còn 3 ngày: 147" in await last(town, BINH)
    await town.go_to(clock(25, 7, 31))
    assert "⏰ Ngày mai: 147" in await last(town, BINH)
    await town.go_to(clock(26, 7, 31))
    assert "⏰ Hôm nay: 147" in await last(town, BINH)
    await town.go_to(clock(27, 7, 31))
    assert "🔴 Quá hạn: 147" in await last(town, BINH)
    await town.go_to(clock(30, 9, 31))
    assert "(1 ngày)" in await last(town, BINH), "a working day is over, as the head reads it"


async def test_nothing_to_say_is_no_message(town: Town) -> None:
    await give(town, THANG, "Bình", when="04/12")
    await town.tap(BINH, "Nhận việc")
    before = len(await town.heard(BINH))
    await town.go_to(clock(20, 17))
    assert len(await town.heard(BINH)) == before


async def test_the_head_hears_after_two_days(town: Town) -> None:
    await give(town, HANH, "Bình", when="20/11")
    await town.tap(BINH, "Nhận việc")
    await town.go_to(clock(23, 12))
    assert "Đơn vị quá hạn" not in "".join(await town.heard(THANG))
    await town.go_to(clock(24, 7, 31))
    assert "🔴 Đơn vị quá hạn: 147" in await last(town, THANG)


async def test_who_is_blocked_reads_what_stands_in_the_way_and_so_does_the_assigner(
    town: Town,
) -> None:
    await give(town, THANG, "Bình", when="20/11")
    await town.write(BINH, "vướng kinh phí chưa duyệt", reply_to=town.phone(BINH).last)
    await town.go_to(clock(23, 12))
    assert "🔴 Quá hạn: 147" in await last(town, BINH)
    assert "«kinh phí chưa duyệt»" in await last(town, BINH)
    assert "⚠️ Vướng: 147" in await last(town, THANG)
    assert "kinh phí chưa duyệt" in await last(town, THANG)


async def test_the_approver_is_reminded_after_two_days(town: Town) -> None:
    await give(town, THANG, "Bình", when="20/11")
    await town.write(BINH, "xong 147, đã vận động 6 hộ")
    await town.tap(BINH, "Gửi")
    await town.go_to(clock(23, 7, 31))
    assert "📥 Chờ duyệt: 147" not in "".join(await town.heard(THANG))
    await town.go_to(clock(23, 9, 31))
    assert "📥 Chờ duyệt: 147" in await last(town, THANG)


async def test_an_unanswered_wish_goes_up(town: Town) -> None:
    await give(town, THANG, "Bình", when="27/11")
    await town.write(BINH, "gia hạn 147 đến 30/11, chờ số liệu của phường")
    await town.go_to(clock(20, 7, 31))
    assert "⏳ Xin gia hạn: 147" in await last(town, THANG)
    assert "Xin gia hạn" not in "".join(await town.heard(LAN))
    await town.go_to(clock(23, 9, 31))
    up = await last(town, LAN)
    assert "⏳ Xin gia hạn, người giao chưa trả lời: 147" in up
    assert "(chờ 2 ngày)" in up


async def test_an_unsent_report_is_reminded_in_the_afternoon(town: Town) -> None:
    await give(town, THANG, "Bình", when="27/11")
    await town.write(BINH, "xong 147, đã vận động 6 hộ")
    await town.go_to(clock(19, 16, 31))
    assert "chưa gửi" in await last(town, BINH)
    await town.tap(BINH, "Gửi")
    await town.go_to(clock(20, 16, 31))
    assert "chưa gửi" not in await last(town, BINH)


async def test_a_holiday_is_quiet(town: Town) -> None:
    await give(town, THANG, "Bình", when="20/11")
    await town.tap(BINH, "Nhận việc")
    await town.work(lambda w: w.offices.set_day(clock(20, 0).date(), works=False, name="Nghỉ"))
    before = len(await town.heard(BINH))
    await town.go_to(clock(22, 20))
    assert len(await town.heard(BINH)) == before


async def test_at_most_four_rings_a_day(town: Town) -> None:
    for number in range(9):
        await town.later(minutes=11)
        await give(town, HANH, "Hoa", f"Việc số {number}", "27/11")
    assert len([m for m in await town.heard(HOA) if "Việc mới" in m]) == 9
    assert await rings(town, HOA, 19) == 4
    await town.later(minutes=11)
    for words in ("giao việc", "Hoa", "Chằng chống nhà trước bão", "20/11"):
        await town.write(HANH, words)
    await town.tap(HANH, "Thêm")
    await town.tap(HANH, "Khẩn")
    await town.write(HANH, "bão vào sáng mai")
    await town.tap(HANH, "Giao việc")
    assert await rings(town, HOA, 19) == 5, "«Khẩn» passes"


async def test_at_most_four_rings_the_next_day_again(town: Town) -> None:
    await give(town, HANH, "Hoa", when="27/11")
    await town.go_to(clock(20, 16))
    assert 1 <= await rings(town, HOA, 20) <= 4


async def test_the_worst_overdue_stands_first(town: Town) -> None:
    await give(town, THANG, "Bình", "Việc một", when="thứ 6")
    await give(town, HANH, "Dung", "Việc hai", when="17h hôm nay")
    await town.go_to(clock(20, 18))
    for who in (LAN, HANH):
        said = await town.write(who, "quá hạn")
        assert said.index("148") < said.index("147")
    week = await town.work(counted)
    assert [row.number for row in week.overdue] == [148, 147], "and so it stands in the report"
    await town.write(BINH, "147 vướng kinh phí chưa duyệt")
    said = await town.write(LAN, "quá hạn")
    assert said.index("147") < said.index("148"), "what is blocked waits for a decision"
    week = await town.work(counted)
    assert [row.number for row in week.overdue] == [148, 147], "the report goes by days alone"


async def test_no_days_over_are_not_counted(town: Town) -> None:
    await give(town, THANG, "Bình", when="7h10 thứ 6")
    await town.go_to(clock(20, 7, 31))
    said = await last(town, BINH)
    assert "🔴 Quá hạn: 147" in said
    assert "ngày)" not in said


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "mới quá hạn"), (1, "quá 1 ngày làm việc"), (4, "quá 4 ngày làm việc")],
)
def test_how_long_something_is_overdue(days: int, said: str) -> None:
    facts = {"number": 1, "code": "NV-2026-0147", "title": "Vận động", "lead": "Bình"}
    words = Catalogue().words()
    line = words("digest.overdue", **facts, due=clock(20, 17), days=days, percent=0, blocked="")
    assert f"hạn 20/11, {said}, đã làm 0%." in line


async def test_on_wednesday_the_heads_look_at_their_own_section(town: Town) -> None:
    await give(town, THANG, "Bình", "Vận động 6 hộ", when="27/11")
    await town.tap(BINH, "Nhận việc")
    await give(town, THANG, "Hoa", "Rà soát danh sách", when="11/12")
    await give(town, HANH, "Dung", "Kiến nghị đèn khu 2", when="27/11")
    await town.go_to(clock(25, 15, 59))
    assert "Giữa tuần" not in "".join(await town.heard(THANG))
    await town.go_to(clock(25, 16, 1))
    said = await last(town, THANG)
    assert "Giữa tuần, thứ Tư, 25/11" in said
    assert "⏰ 147 Vận động 6 hộ – đ/c Bình, 27/11" in said
    assert "📌 148 Rà soát danh sách – đ/c Hoa" in said
    assert "149" not in said, "Dung works in another section"
    for who in (HANH, LAN, BINH, HOA, DUNG):
        assert "Giữa tuần" not in "".join(await town.heard(who))
    assert "NV-2026-0148" in await town.tap(THANG, "148")
    assert "Đã nhắc 2 việc" in await town.tap(THANG, "Nhắc cả 2")
    assert "đề nghị báo tiến độ việc NV-2026-0147" in await last(town, BINH)


async def test_the_mid_week_look_goes_once(town: Town) -> None:
    await give(town, THANG, "Bình", when="27/11")
    await town.go_to(clock(25, 16, 1))
    for _ in range(2):
        await town.house.timekeeper.catch_up()
    await town.go_to(clock(28, 12))
    assert sum("Giữa tuần" in text for text in await town.heard(THANG)) == 1


async def test_with_nothing_to_look_at_nothing_is_sent(town: Town) -> None:
    await give(town, THANG, "Bình", when="11/12")
    await town.tap(BINH, "Nhận việc")
    await town.go_to(clock(25, 16, 1))
    assert "Giữa tuần" not in "".join(await town.heard(THANG))
    assert "không có việc sắp đến hạn" in await town.write(THANG, "giữa tuần")


async def test_on_a_day_off_the_look_waits_for_the_next_working_day(town: Town) -> None:
    await give(town, THANG, "Bình", when="27/11")
    await town.work(lambda w: w.offices.set_day(clock(25, 0).date(), works=False, name="Nghỉ"))
    await town.go_to(clock(25, 20))
    assert "Giữa tuần" not in "".join(await town.heard(THANG))
    await town.go_to(clock(26, 16, 1))
    assert "Giữa tuần, thứ Năm, 26/11" in await last(town, THANG)


@pytest.mark.parametrize("who", [BINH, CUONG], ids=lambda who: who.name)
async def test_only_who_gives_work_looks_and_reminds(town: Town, who: Neighbour) -> None:
    await give(town, THANG, "Hoa", when="27/11")
    assert "chưa được phân quyền" in await town.write(who, "giữa tuần")
    await town.phone(who).press("l.midweek:0", town.phone(who).last.message_id)
    await town.settle()
    assert "chưa được phân quyền" in town.phone(who).toasts[-1].text


async def test_another_section_is_neither_seen_nor_reminded(town: Town) -> None:
    await give(town, THANG, "Hoa", when="20/11")
    assert "không có việc" in await town.write(HANH, "giữa tuần")
    await town.phone(HANH).press("l.midweek:0", town.phone(HANH).last.message_id)
    await town.settle()
    assert "Đã nhắc 0 việc" in town.phone(HANH).toasts[-1].text


async def test_the_mid_week_look_in_english(town: Town) -> None:
    await town.write(THANG, "/ngonngu")
    await town.tap(THANG, "English")
    await give(town, HANH, "Bình", when="27/11")
    await town.go_to(clock(25, 16, 1))
    assert "Mid-week" in await last(town, THANG)


async def test_a_task_stands_once_in_a_morning_by_its_gravest_sort(town: Town) -> None:
    await give(town, THANG, "Bình", when="20/11")
    await town.go_to(clock(24, 7, 31))
    said = await last(town, THANG)
    assert said.count("147") == 1
    assert "🔴 Quá hạn, chưa nhận: 147" in said


async def test_what_nobody_accepts_for_days_reaches_the_leaders(town: Town) -> None:
    await give(town, THANG, "Bình", when="04/12")
    await town.go_to(clock(23, 12))
    assert "147" not in "".join(await town.heard(LAN))
    await town.go_to(clock(24, 7, 31))
    assert "📌 Nhiều ngày chưa nhận: 147" in await last(town, LAN)
    assert "(chờ 3 ngày)" in await last(town, LAN)


async def test_who_takes_over_is_waited_for_from_that_day_on(town: Town) -> None:
    await give(town, THANG, "Bình", when="04/12")
    await town.go_to(clock(23, 9))
    await town.write(THANG, "147 giao Hoa")
    await town.write(THANG, "Bình đi học")
    await town.go_to(clock(24, 7, 31))
    assert "147" not in "".join(await town.heard(LAN)), "Hoa has had it for a day"
    assert "📌 Chưa ai nhận: 147" in await last(town, THANG)
    assert "(chờ 1 ngày)" in await last(town, THANG)
    await town.go_to(clock(26, 7, 31))
    assert "(chờ 3 ngày)" in await last(town, LAN)
    leads = "SELECT person_id, until IS NULL FROM assignment_lead ORDER BY id"
    assert (await town.sql(leads))[-2:] == [(town.person(BINH), 0), (town.person(HOA), 1)]


async def test_the_next_working_day_is_not_called_tomorrow(town: Town) -> None:
    await give(town, THANG, "Bình", when="23/11")
    await town.tap(BINH, "Nhận việc")
    await town.go_to(clock(20, 7, 31))
    assert "⏰ Ngày làm việc tới: 147" in await last(town, BINH)


async def test_a_long_morning_is_cut_and_leads_on(town: Town) -> None:
    for n in range(12):
        await give(town, THANG, "Bình", f"Việc thứ {n}", "27/11")
    await town.go_to(clock(20, 7, 31))
    said = await last(town, THANG)
    assert "… và 2 việc khác" in said
    assert "Việc đơn vị" in town.phone(THANG).last.labels
