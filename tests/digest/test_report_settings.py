"""The office chooses in the chat: when the report goes, to whom, with what, or not at all."""

import pytest

from domain.access import Role
from domain.hours import WEEKDAYS
from language.answers.office.office_lines import WeeklyHour, weekly_hour
from storage import Work
from storage.rows import dump
from tests.helpers.activities import plan_saturday
from tests.helpers.reports import in_full
from tests.town import BINH, HANH, HOA, LAN, THANG, Neighbour, Town, clock


@pytest.fixture
async def sunday(town: Town) -> Town:
    await plan_saturday(town)
    await in_full(town, LAN, HOA)
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long 42, Trà Cổ 32")
    await town.tap(HOA, "Đúng")
    await town.go_to(clock(22, 9))
    return town


async def letters(town: Town, who: Neighbour) -> list[str]:
    return [text for text in await town.heard(who) if "BÁO CÁO TUẦN" in text]


@pytest.mark.parametrize(
    ("typed", "weekday", "hour"),
    [
        ("thứ Hai 8h", "mon", (8, 0)),
        ("sáng t6 7h30", "fri", (7, 30)),
        ("chieu thu sau 2h", "fri", (14, 0)),
        ("8 giờ", "", (8, 0)),
        ("chủ nhật 25h", None, None),
        ("thứ Hai", None, None),
    ],
)
def test_an_hour_of_every_week(
    typed: str, weekday: str | None, hour: tuple[int, int] | None
) -> None:
    said = weekly_hour(typed)
    if hour is None:
        assert said is None
        return
    assert isinstance(said, WeeklyHour)
    assert (said.clock.hour, said.clock.minute) == hour
    assert said.weekday == (WEEKDAYS.index(weekday) if weekday else None)


async def test_another_hour_moves_the_draft_too(sunday: Town) -> None:
    town = sunday
    await town.go_to(clock(22, 19, 1))
    page = await town.write(HANH, "cài đặt báo cáo")
    assert "Giao ban: thứ Hai 8h00" in page
    assert "Kỳ tới: tuần 47, gửi thứ Hai, 23/11 7h00" in page
    await town.tap(HANH, "Ngày giờ")
    assert "từ 7h00 đến 20h30" in await town.write(HANH, "thứ Hai 8h15")
    assert "thứ Hai 9h30" in await town.write(HANH, "thứ hai 9h30")
    await town.go_to(clock(23, 8))
    assert await letters(town, LAN) == []
    await town.go_to(clock(23, 8, 31))
    assert len(await letters(town, LAN)) == 1


async def test_a_weekday_and_an_hour_by_a_tap(sunday: Town) -> None:
    town = sunday
    await town.write(HANH, "giờ gửi báo cáo")
    await town.tap(HANH, "Ngày giờ")
    await town.tap(HANH, "Thứ Ba")
    assert "thứ Ba 7h30" in await town.tap(HANH, "7h30")
    await town.go_to(clock(23, 9))
    assert await letters(town, LAN) == []
    await town.go_to(clock(24, 6, 31))
    assert len(await letters(town, LAN)) == 1


async def test_on_a_day_off_it_comes_on_the_next_working_morning(sunday: Town) -> None:
    town = sunday
    monday = clock(23, 7).date()
    await town.work(lambda work: work.offices.set_day(monday, works=False, name="Nghỉ bù"))
    await town.go_to(clock(23, 12))
    assert await letters(town, LAN) == []
    await town.go_to(clock(24, 7, 1))
    (letter,) = await letters(town, LAN)
    assert "BÁO CÁO TUẦN 47" in letter
    assert "thứ Ba 24/11" in letter


async def test_the_heads_by_role_each_their_own_section(sunday: Town) -> None:
    town = sunday
    await in_full(town, THANG)
    await town.write(HANH, "người nhận báo cáo")
    assert "trưởng, phó đơn vị" in await town.tap(HANH, "+ Trưởng, phó")
    await town.go_to(clock(23, 7, 1))
    (mine,) = await letters(town, THANG)
    assert "Phần của Tiểu ban Tuyên truyền - Vận động" in mine
    assert len(await letters(town, LAN)) == 1
    assert await letters(town, BINH) == []


async def test_by_name_and_no_right_comes_with_it(sunday: Town) -> None:
    town = sunday
    await in_full(town, BINH)
    await town.write(HANH, "người nhận báo cáo")
    await town.tap(HANH, "Thêm người nhận")
    assert "Nguyễn Văn Bình" in await town.write(HANH, "Bình")
    await town.go_to(clock(23, 7, 31))
    assert any("gửi báo cáo tuần tới" in text for text in await town.heard(BINH))
    (mine,) = await letters(town, BINH)
    assert "74 lượt người" in mine
    report = next(m for m in town.phone(BINH).messages if "BÁO CÁO TUẦN" in m.text)
    assert report.labels == []
    assert "chưa được phân quyền" in await town.write(BINH, "/baocao")
    await town.write(HANH, "người nhận báo cáo")
    assert "Bình" not in await town.tap(HANH, "− Nguyễn Văn Bình")


async def test_a_part_is_left_out(sunday: Town) -> None:
    town = sunday
    await town.write(HANH, "các phần báo cáo")
    assert "Bỏ bớt: phong trào" in await town.tap(HANH, "✓ Phong trào")
    await town.go_to(clock(23, 7, 1))
    (letter,) = await letters(town, LAN)
    assert "lượt người" not in letter


async def test_remarks_stay_with_the_leaders_unless_chosen(sunday: Town) -> None:
    """In an office of 2017 Hoa reads the part of her own organisation."""
    town = sunday

    def prepare(work: Work) -> None:
        labels = dump({**work.office.labels, "report": "organisation"})
        work.connection.execute("UPDATE office SET labels = ?", (labels,))
        work.people.grant(town.person(HOA), Role.LEADER, work.today)

    await town.work(prepare)
    await town.go_to(clock(22, 19, 1))
    await town.tap(HANH, "Nhận xét")
    await town.write(HANH, "Hải Yên nộp chậm.")
    await town.go_to(clock(23, 7, 1))
    assert "Hải Yên nộp chậm." in (await letters(town, LAN))[0]
    assert "Hải Yên nộp chậm." not in (await letters(town, HOA))[0]
    await town.write(HANH, "cài đặt báo cáo")
    assert "đoàn thể: có" in await town.tap(HANH, "Gửi kèm nhận xét")
    assert "Hải Yên nộp chậm." in await town.write(HOA, "/baocao 47")


async def test_no_report_and_the_leaders_hear_why(sunday: Town) -> None:
    town = sunday
    await town.go_to(clock(22, 19, 1))
    await town.tap(HANH, "Bỏ qua kỳ này")
    read = await town.write(HANH, "tuần nghỉ lễ")
    assert "«Tuần 47 không có báo cáo. Lý do: tuần nghỉ lễ»" in read
    assert not any("không có báo cáo" in text for text in await town.heard(LAN))
    assert "đã báo 1 đồng chí" in await town.tap(HANH, "Gửi")
    await town.go_to(clock(23, 9))
    assert "Tuần 47 không có báo cáo. Lý do: tuần nghỉ lễ." in await town.heard(LAN)
    assert await letters(town, LAN) == []
    assert "Kỳ tới: tuần 48" in await town.write(HANH, "cài đặt báo cáo")


async def test_what_was_read_back_may_be_left(sunday: Town) -> None:
    town = sunday
    await town.write(HANH, "bỏ qua báo cáo tuần này")
    await town.write(HANH, "nghỉ lễ")
    assert "vẫn gửi như thường" in await town.tap(HANH, "Thôi")
    await town.go_to(clock(23, 7, 1))
    assert len(await letters(town, LAN)) == 1


async def test_a_pause_at_its_hour_is_told(sunday: Town) -> None:
    town = sunday
    await town.go_to(clock(22, 19, 1))
    await town.tap(HANH, "Tạm dừng")
    await town.go_to(clock(23, 9))
    later = [text for text in await town.heard(LAN) if "chưa tới đúng giờ" in text]
    assert len(later) == 1


async def test_a_leader_who_heads_a_section_has_both_parts(sunday: Town) -> None:
    town = sunday
    await town.work(lambda w: w.people.grant(town.person(THANG), Role.LEADER, w.today))
    await in_full(town, THANG)
    await town.go_to(clock(23, 7, 1))
    whole, mine = sorted(await letters(town, THANG), key=lambda text: "Phần của" in text)
    assert "74 lượt người" in whole
    assert "Phần của Tiểu ban Tuyên truyền - Vận động" in mine


async def test_only_the_office_chooses(sunday: Town) -> None:
    town = sunday
    for who in (LAN, THANG, BINH):
        assert "chưa được phân quyền" in await town.write(who, "cài đặt báo cáo")
        for verb in (
            "oh.at:700:briefing",
            "rs.role:0:head",
            "rs.remarks:0",
            "rs.drop:1",
            "rs.part:0",
        ):
            await town.phone(who).press(verb, 1)
            await town.settle()
    assert await town.sql("SELECT name, at FROM office_hour") == [("briefing", "MON 08:00")]
    assert await town.sql("SELECT * FROM report_setting") == []


async def test_until_it_is_sent_the_report_is_not_said_to_be_skipped(sunday: Town) -> None:
    """Neither asked for the reason nor with it read back: it goes, and both screens say so."""
    town = sunday
    await town.go_to(clock(22, 19, 1))
    asked = await town.tap(HANH, "Bỏ qua kỳ này")
    assert "chưa bỏ qua" in asked
    assert "không gửi" not in asked
    assert "vẫn gửi thứ Hai, 23/11 7h00" in asked
    read = await town.write(HANH, "tuần nghỉ lễ")
    assert "Tuần 47 chưa bỏ qua: bấm [Gửi]" in read
    await town.go_to(clock(23, 7, 1))
    assert len(await letters(town, LAN)) == 1


@pytest.mark.parametrize(("sent", "told"), [(True, 0), (False, 1)])
async def test_late_is_told_only_while_it_is(sunday: Town, sent: bool, told: int) -> None:
    """The word waits for working hours; a report that came meanwhile takes it back."""
    town = sunday
    await town.go_to(clock(22, 19, 1))
    await town.tap(HANH, "Tạm dừng")
    await town.go_to(clock(23, 7, 1))
    if sent:
        await town.tap(HANH, "Gửi")
    await town.go_to(clock(23, 9))
    later = [text for text in await town.heard(LAN) if "chưa tới đúng giờ" in text]
    assert (len(later), len(await letters(town, LAN))) == (told, int(sent))


async def test_a_late_tap_says_that_nothing_was_done(sunday: Town) -> None:
    town = sunday
    await town.write(HANH, "bỏ qua báo cáo tuần này")
    await town.write(HANH, "nghỉ lễ")
    await town.tap(HANH, "Thôi")
    late = await town.press(HANH, f"rs.leave:{clock(16, 9).date().toordinal()}")
    assert "Lần bấm này không ghi gì" in late
    assert "vẫn giữ nguyên" not in late
