"""What a chairman stumbled over who had eight reports: each was told otherwise than it was."""

from pathlib import Path
from typing import Any

import pytest

from actions.digest.facts import ALL, compute
from actions.digest.printing import edition_of
from actions.sample import load_sample
from domain.access import Duty
from domain.periods import Week
from storage import Database, Work
from tests.helpers.activities import open_saturday
from tests.helpers.reports import late_work
from tests.town import DUNG, HANH, HOA, LAN, Town, clock

DECEMBER_7 = clock(7, 7, 1).replace(month=12)


@pytest.fixture
async def concluded(town: Town) -> Town:
    """On Monday Lan concluded that Dung makes a budget by Thursday."""

    def chair(work: Work) -> None:
        work.duties.give(Duty.CHAIR, work.today, person_id=town.person(LAN))

    await town.work(chair)
    await town.go_to(clock(22, 19, 1))
    await town.tap(HANH, "Việc xin ý kiến")
    await town.write(HANH, "Kinh phí quý IV\nKý công văn nhắc")
    await town.go_to(clock(23, 8, 30))
    await town.write(LAN, "KL 1: Dung lập dự toán, báo cáo 26/11")
    await town.tap(LAN, "Gửi")
    return town


def screen(town: Town, week: int) -> str:
    return [m.text for m in town.phone(LAN).messages if f"Tuần {week} (" in m.text][-1]


async def test_the_work_of_a_conclusion_reminds_not_the_conclusion(concluded: Town) -> None:
    """Its limit may move, it may be reported: the work knows. One screen has one lateness."""
    town = concluded
    await town.tap(DUNG, "Nhận việc")
    await town.write(LAN, "gia hạn 1 đến 4/12")
    await town.tap(LAN, "Gửi")
    await town.go_to(clock(27, 8, 1))
    assert not any("KL-001" in text and "quá hạn" in text for text in await town.heard(DUNG))
    await town.go_to(clock(30, 7, 1))
    assert "Kết luận 1" not in screen(town, 48)


async def test_what_ended_since_is_counted_among_them(concluded: Town) -> None:
    """A conclusion of last week's report that came to its end in this one; what waits for my own
    yes stands on the first screen."""
    town = concluded
    await town.tap(DUNG, "Nhận việc")
    await town.tap(DUNG, "Báo xong")
    await town.write(DUNG, "đã lập xong dự toán quý IV")
    await town.tap(DUNG, "Gửi")
    await town.go_to(clock(30, 7, 1))
    said = screen(town, 48)
    assert "KẾT LUẬN TUẦN 47: 1, chờ duyệt 1" in said
    assert "Chờ đồng chí duyệt: 1" in said
    await town.tap(LAN, "Chờ duyệt")
    await town.tap(LAN, "1")
    await town.tap(LAN, "Đạt")
    await town.write(LAN, "KL XK2: đồng ý ký")
    await town.tap(LAN, "Gửi")
    await town.go_to(DECEMBER_7)
    said = screen(town, 49)
    assert said.startswith("Kết luận xong 1/1")
    assert "KẾT LUẬN TUẦN 48: 1, trả lời 1; 1 kết luận trước đã xong" in said
    assert "Chờ đồng chí duyệt" not in said


async def test_a_skipped_week_says_what_is_asked_and_that_it_was_skipped(concluded: Town) -> None:
    town = concluded
    await town.write(HANH, "cài đặt báo cáo")
    await town.tap(HANH, "Bỏ qua kỳ này")
    await town.write(HANH, "họp tỉnh")
    await town.tap(HANH, "Gửi")
    await town.go_to(clock(30, 9))
    said = await town.write(LAN, "báo cáo tuần 48")
    assert "CHO Ý KIẾN" in said
    assert "Ký công văn nhắc" in said
    assert "Xem chi tiết" in town.phone(LAN).last.labels
    assert "Tuần 48 không có báo cáo. Lý do: họp tỉnh." in await town.write(LAN, "/baocao")


async def test_what_the_report_asks_is_what_its_button_opens(concluded: Town) -> None:
    """Of two it asked one was concluded; what was put up since, or put off, it did not ask."""
    town = concluded
    await town.write(LAN, "xin ý kiến thường trực: Xe đi tỉnh")
    await town.write(LAN, "mục 2 để đến 20/12")
    await town.tap(LAN, "Gửi")
    await town.go_to(clock(30, 7, 1))
    assert screen(town, 48).startswith("Xin ý kiến 1")
    said = await town.tap(LAN, "Việc xin ý kiến")
    assert "Xe đi tỉnh" in said
    assert "Ký công văn nhắc" not in said
    assert "Kết luận" in town.phone(LAN).last.labels, "the card itself, to act on"
    await town.write(LAN, "xin ý kiến thường trực: Mua loa")
    assert "Mua loa" not in await town.tap(LAN, "Việc xin ý kiến")


async def test_several_that_were_asked_stand_as_the_report_numbers_them(concluded: Town) -> None:
    town = concluded
    await town.write(LAN, "xin ý kiến thường trực: Mua loa")
    said = await town.tap(LAN, "Việc xin ý kiến")
    assert said.index("Kinh phí quý IV") < said.index("Ký công văn nhắc")
    assert "Mua loa" not in said
    assert "Mua loa" in await town.tap(LAN, "Mục khác 1")


async def test_a_point_where_nothing_was_held_and_a_week_without_a_day(town: Town) -> None:
    """Neither is silence: the first screen says so."""
    await open_saturday(town, points=2, capacity=60, starts=clock(21, 7))
    await late_work(town)
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long 42, Trà Cổ 32")
    await town.tap(HOA, "Đúng")
    await town.sql("UPDATE turnout SET total = NULL, not_held = 1, reason = 'mưa' WHERE id = 2")
    await town.go_to(clock(23, 7, 1))
    assert "không tổ chức Trà Cổ" in screen(town, 47)
    await town.go_to(clock(30, 7, 1))
    assert "RA QUÂN: không có buổi nào" in screen(town, 48)


async def test_a_day_that_was_held_at_none_of_its_points_says_so(town: Town) -> None:
    """It is not a week without any day."""
    await open_saturday(town, points=1, capacity=60, starts=clock(21, 7))
    await late_work(town)
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "42")
    await town.tap(HOA, "Đúng")
    await town.sql("UPDATE turnout SET total = NULL, not_held = 1, reason = 'mưa bão'")
    await town.go_to(clock(23, 7, 1))
    assert "RA QUÂN: không có buổi nào; không tổ chức, hoãn: " in screen(town, 47)
    assert "mưa bão" in await town.tap(LAN, "Bản đầy đủ")


async def test_a_paused_week_is_not_called_unsent(town: Town) -> None:
    await late_work(town)
    await town.go_to(clock(22, 19, 1))
    await town.tap(HANH, "Tạm dừng")
    draft = next(m.text for m in town.phone(HANH).messages if "tạm dừng" in m.text)
    assert "Chờ Văn phòng bấm gửi" in draft
    assert "Giờ gửi" not in draft
    await town.go_to(clock(23, 9))
    assert "sẽ gửi sau" in await town.write(LAN, "báo cáo tuần 47")


async def test_a_day_of_others_is_no_nought_of_an_organisation(town: Town) -> None:
    """«0 lượt người» reads as if they had been called and nobody came."""
    await open_saturday(town, points=1, capacity=60, starts=clock(21, 7))
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "42")
    await town.tap(HOA, "Đúng")
    await town.sql("DELETE FROM turnout_part")
    await town.sql(
        "INSERT INTO turnout_part SELECT id, (SELECT host_id FROM activity), 42 FROM turnout"
    )

    def told(work: Work) -> list[bool]:
        edition = edition_of(work, Week.of(work.today))
        scopes = [f"org:{one.id}" for one in work.organisations]
        parts = (compute(work, edition, one, work.now).named("field") for one in scopes)
        return [bool(part.headline) for part in parts]

    assert (await town.work(told)).count(True) == 1


async def test_the_week_over_new_year_tells_the_programme_of_its_year(tmp_path: Path) -> None:
    """Its visits and recommendations were gone on the first Monday of January."""
    async with Database.open(tmp_path / "office.db") as database:

        def told(connection: Any) -> set[str]:
            work = load_sample(connection, clock(23, 7).date()).work
            edition = edition_of(work, Week.parse("2026-W53"))
            part = compute(work, edition, ALL, edition.cut_off).named("supervision")
            return {line.kind for line in part.lines}

        said = await database.write(told)
    assert said == {"visit.report_line", "visit.report_asked"}


@pytest.mark.parametrize("typed", ["gui lai bao cao cho toi", "nhận lại báo cáo"])
async def test_whoever_wanted_none_finds_the_way_back(town: Town, typed: str) -> None:
    await late_work(town)
    await town.go_to(clock(23, 9))
    assert "cách nhận" in await town.write(LAN, typed)
    assert "Hình, tóm tắt" in town.phone(LAN).last.labels
