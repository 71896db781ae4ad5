"""What the report tells besides: days put off, places and their targets, what went well, what a
late figure changed, whose figures are missing, how long work takes."""

import io
import zipfile
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.matters.raising import New, begin
from domain.calendar import WorkingCalendar
from domain.matter_kinds import DECISION
from domain.medians import working_hours
from domain.periods import OFFICE_ZONE
from storage.rows import stamp
from tests.helpers.activities import plan_saturday
from tests.helpers.reports import in_full, late_work
from tests.town import BINH, CUONG, HANH, HOA, ICT, LAN, Neighbour, Town, clock

CALENDAR = WorkingCalendar(OFFICE_ZONE)


@pytest.fixture
async def saturday(town: Town) -> Town:
    """Two of the three points have reported on Saturday."""
    await plan_saturday(town)
    await in_full(town, LAN)
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long 42, Trà Cổ 32")
    await town.tap(HOA, "Đúng")
    return town


async def report(town: Town, who: Neighbour = LAN) -> str:
    return next(t for t in reversed(await town.heard(who)) if "BÁO CÁO TUẦN" in t)


async def test_a_day_called_off_stands_with_its_reason(town: Town) -> None:
    await plan_saturday(town)
    await in_full(town, LAN)
    await town.sql("UPDATE activity SET state = 'cancelled'")

    await town.work(
        lambda work: work.log(
            "activity.cancelled", "activity", 1, was="open", became="cancelled", text="bão số 9"
        )
    )
    await town.go_to(clock(23, 7, 1))
    said = await report(town)
    assert "Không tổ chức Ngày thứ 7 tình nguyện 21/11" in said
    assert ": bão số 9." in said
    assert "chưa báo" not in said


async def test_places_have_targets_of_their_own(town: Town) -> None:
    day = await plan_saturday(town)
    await in_full(town, LAN)
    await town.sql("UPDATE activity SET state = 'open'")
    await town.phone(HOA).press(f"plan.target:{day}", 1)
    await town.settle()
    said = await town.write(HOA, "Ka Long 40, Trà Cổ 30, Hải Yên 50")
    assert "Chỉ tiêu: 120 người" in said
    assert "chỉ tiêu 40" in said
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long 42, Trà Cổ 32")
    await town.tap(HOA, "Đúng")
    await town.go_to(clock(23, 7, 1))
    said = "Theo địa bàn: Ka Long 42/40 (105%); Trà Cổ 32/30 (107%); Hải Yên chưa báo/50."
    assert said in await report(town)


async def test_a_target_reached_is_good_news(saturday: Town) -> None:
    town = saturday
    await town.sql("UPDATE target SET number = 70")
    await town.go_to(clock(23, 7, 1))
    said = await report(town)
    assert "KẾT QUẢ TỐT" in said
    assert "Đạt chỉ tiêu: Ngày thứ 7 tình nguyện 21/11 74/70 người (106%)." in said


async def test_before_the_late_figure_there_was_none_and_not_zero(town: Town) -> None:
    await plan_saturday(town)
    await in_full(town, LAN)
    await town.go_to(clock(23, 8, 10))
    await town.write(HOA, "Hải Yên 20")
    await town.tap(HOA, "Đúng")
    said = await report(town)
    assert "🔁 Hải Yên báo muộn: 20" in said
    assert "0 →" not in said


async def test_a_late_figure_says_what_it_changed_and_the_earlier_one_stays(
    saturday: Town,
) -> None:
    town = saturday
    await town.go_to(clock(23, 8, 10))
    await town.write(HOA, "Hải Yên 20")
    await town.tap(HOA, "Đúng")
    assert "🔁 Hải Yên báo muộn: 74 → 94" in await report(town)
    await town.go_to(clock(23, 9))
    await town.write(HANH, "xin ý kiến: Mua loa")
    await town.write(HOA, "Trà Cổ 30")
    await town.tap(HOA, "Đúng")
    assert "🔁 Trà Cổ báo lại: 94 → 92" in (now := await report(town))
    assert "Mua loa" in now
    before = await town.tap(LAN, "Bản trước")
    assert "94 lượt người" in before
    assert "Trà Cổ báo lại" not in before
    assert "Mua loa" not in before, "asked since"
    first = await town.tap(LAN, "Bản trước")
    assert "Đã báo 74 lượt người; chưa báo 1/3 điểm" in first
    assert "cập nhật" not in first


async def test_whose_figures_are_missing_and_a_tap_reminds_of_each(saturday: Town) -> None:
    town = saturday
    await town.go_to(clock(22, 19, 1))
    page = await town.tap(HANH, "Nhắc báo số liệu")
    assert "Hải Yên" in page
    assert "Ka Long" not in page
    heard = len(await town.heard(HOA))
    assert "Đã nhắc điểm Hải Yên" in await town.tap(HANH, "Hải Yên")
    assert ["Hải Yên" in text for text in (await town.heard(HOA))[heard:]] == [True]
    assert "Đã nhắc trong giờ này" in await town.tap(HANH, "Hải Yên")
    assert "chưa được phân quyền" in await town.write(BINH, "nhắc các điểm chưa báo")
    await town.phone(CUONG).press("t.chase:3", 1)
    await town.settle()


async def test_the_sheet_alone_says_how_long_work_takes(saturday: Town) -> None:
    town = saturday
    await late_work(town)
    await town.sql(
        "INSERT INTO assignment_span SELECT assignment_id, :at, 'doing', percent, blocked, unit_id"
        " FROM assignment_span",
        at=stamp(clock(17, 10)),
    )
    await town.go_to(clock(23, 7, 1))
    assert "trung vị" not in await report(town)
    await town.tap(LAN, "Văn bản")
    await town.tap(LAN, "Bảng Excel")
    file_id = town.phone(LAN).last.content["document"]["file_id"]
    with zipfile.ZipFile(io.BytesIO(town.world.state.files[file_id].content)) as book:
        said = book.read("xl/sharedStrings.xml").decode()
        names = book.read("xl/workbook.xml").decode()
    assert "Thời gian xử lý (trung vị)" in names
    assert "Giờ làm việc đến khi nhận" in said


def test_hours_at_work_between_two_moments() -> None:
    friday, monday = clock(20, 16), clock(23, 8)
    assert working_hours(friday, monday, CALENDAR) == 1.5
    assert working_hours(clock(23, 11), clock(23, 14), CALENDAR) == 1.0
    assert working_hours(monday, friday, CALENDAR) == 0


@given(st.integers(0, 20_000), st.integers(0, 20_000))
def test_the_hours_of_two_spans_add_up(one: int, two: int) -> None:
    start = clock(16, 6)
    middle = start + timedelta(minutes=one)
    end = middle + timedelta(minutes=two)
    parts = working_hours(start, middle, CALENDAR) + working_hours(middle, end, CALENDAR)
    assert parts == pytest.approx(working_hours(start, end, CALENDAR))


async def test_what_is_put_right_after_the_next_report_asks_nothing_new(saturday: Town) -> None:
    """Week 47 took what was asked in week 49, under other numbers."""
    town = saturday
    await town.go_to(datetime(2026, 12, 1, 8, tzinfo=ICT))
    raised = New("mượn 50 áo mưa", "")
    await town.work(lambda work: begin(work, DECISION, raised))
    await town.write(HOA, "Hải Yên 20")
    await town.tap(HOA, "Đúng")
    said = await town.write(LAN, "/baocao 47")
    assert "74 → 94" in said
    assert "áo mưa" not in said


async def test_a_figure_that_comes_after_the_next_report_is_never_lost(saturday: Town) -> None:
    """«tháng 11» stayed without it for good, while the quarter and the year had it."""
    town = saturday
    await town.go_to(datetime(2026, 12, 1, 8, tzinfo=ICT))
    await town.write(HOA, "Hải Yên 20")
    await town.tap(HOA, "Đúng")
    assert "🔁 Hải Yên báo muộn: 74 → 94" in await town.write(LAN, "/baocao 47")
    assert "Hải Yên: 20" in await town.tap(LAN, "Tình nguyện")
    for asked in ("tháng 11", "quý 4", "năm 2026", "từ đầu năm"):
        said = await town.write(LAN, f"báo cáo {asked}")
        assert "94 lượt người" in said, asked
        assert "chưa báo" not in said.lower(), asked
    await town.go_to(datetime(2026, 12, 7, 7, 1, tzinfo=ICT))
    said = await report(town)
    assert "BÁO CÁO TUẦN 49" in said
    assert "🔁 Tuần 47, Hải Yên báo muộn: 74 → 94 lượt người" in said
    await town.go_to(datetime(2026, 12, 14, 7, 1, tzinfo=ICT))
    assert "báo muộn" not in await report(town)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["Trà Cổ 30"], "Trà Cổ báo lại: 74 → 72"),
        (["Trà Cổ 30", "Hải Yên 20"], "Hải Yên báo muộn, Trà Cổ báo lại: 74 → 92"),
    ],
)
async def test_of_an_earlier_week_a_figure_is_late_or_told_again(
    saturday: Town, lines: list[str], told: str
) -> None:
    """A figure that was put right was called late, as if nobody had told it."""
    town = saturday
    await town.go_to(datetime(2026, 12, 1, 8, tzinfo=ICT))
    for line in lines:
        await town.write(HOA, line)
        await town.tap(HOA, "Đúng")
    await town.go_to(datetime(2026, 12, 7, 7, 1, tzinfo=ICT))
    assert f"🔁 Tuần 47, {told} lượt người" in await report(town)
