"""A month, a quarter, the year so far: told from the days themselves, or refused."""

import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from docx import Document

from domain.periods import Span
from language.answers.digest.report_periods import PeriodAsked, report_period
from tests.helpers.activities import plan_saturday
from tests.helpers.assignments import give
from tests.town import BINH, HOA, LAN, THANG, Town, clock


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("báo cáo tháng 11", PeriodAsked("month", 11)),
        ("tháng 11/2025", PeriodAsked("month", 11, 2025)),
        ("bao cao quy IV", PeriodAsked("quarter", 4)),
        ("cho tôi xem báo cáo quý 3 năm 2026", PeriodAsked("quarter", 3, 2026)),
        ("báo cáo năm 2026", PeriodAsked("year", None, 2026)),
        ("báo cáo từ đầu năm", PeriodAsked("so_far")),
        ("báo cáo tháng trước", PeriodAsked("month", last=True)),
        ("bao cao quy vua roi", PeriodAsked("quarter", last=True)),
        ("báo cáo năm nay", PeriodAsked("year")),
        ("bao cao nam ngoai", PeriodAsked("year", last=True)),
        ("báo cáo tuần 47/2025", PeriodAsked("week", 47, 2025)),
        ("báo cáo tuần 46", None),
        ("tháng 11 làm gì", None),
        ("bản word báo cáo tháng 11", PeriodAsked("month", 11, paper="word")),
        ("bao cao quy 4 file excel nhe", PeriodAsked("quarter", 4, paper="excel")),
        (
            "cho tôi bản word của báo cáo tháng trước",
            PeriodAsked("month", last=True, paper="word"),
        ),
        ("word", None),
    ],
)
def test_what_is_read(typed: str, asked: PeriodAsked | None) -> None:
    assert report_period(typed) == asked


def test_a_quarter_is_its_three_months() -> None:
    assert Span.quarter(2026, 4) == Span(date(2026, 10, 1), date(2026, 12, 31), "quarter")
    assert Span.month(2028, 2).last == date(2028, 2, 29)


async def test_the_month_and_the_year_are_told_the_future_is_refused(town: Town) -> None:
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long 42, Trà Cổ 32")
    await town.tap(HOA, "Đúng")
    await town.go_to(clock(23, 9))
    said = await town.write(LAN, "báo cáo tháng 11")
    assert "BÁO CÁO THÁNG 11 (1–30/11/2026)" in said
    assert "Đã báo 74 lượt người; chưa báo 1/3 điểm" in said
    assert "tuần trước" not in said
    assert "BÁO CÁO QUÝ 4" in await town.write(LAN, "/baocao quý 4")
    assert "BÁO CÁO TỪ ĐẦU NĂM 2026" in await town.write(LAN, "báo cáo từ đầu năm")
    assert "Không có báo cáo THÁNG 12: số liệu có từ" in await town.write(LAN, "báo cáo tháng 12")
    assert "Không có báo cáo THÁNG 3" in await town.write(LAN, "báo cáo tháng 3")
    assert "BÁO CÁO THÁNG" not in await town.write(BINH, "báo cáo tháng 11")


async def test_the_papers_of_a_month_have_its_name(town: Town) -> None:
    await give(town, THANG, "Bình", "In băng rôn", when="17h thứ 6")
    await town.go_to(clock(30, 9))
    await town.write(LAN, "báo cáo tháng 11")
    of_month = town.phone(LAN).last
    await town.tap(LAN, "Bản Word", of_month)
    name, text = _document(town)
    assert name == "bao-cao-thang-11.docx"
    assert "Kết quả công tác tháng 11 (từ 1/11 đến 30/11/2026)" in text
    assert "THỰC HIỆN NHIỆM VỤ THÁNG 11" in text
    assert "THỜI GIAN TỚI" in text
    await town.tap(LAN, "Bảng Excel", of_month)
    name, text = _document(town)
    assert name == "thang-11.xlsx"
    assert "In băng rôn" in text
    assert "tháng 11 (1/11–30/11), " in text
    await town.write(LAN, "bản word báo cáo từ đầu năm")
    assert _document(town)[0] == "bao-cao-tu-dau-nam-2026.docx"
    await town.write(LAN, "báo cáo tháng 11 bản excel")
    assert _document(town)[0] == "thang-11.xlsx"
    assert "Không có báo cáo THÁNG 10" in await town.write(LAN, "bản word báo cáo tháng trước")
    files = len(town.world.state.files)
    for forged in ("month.13.week_report", "day.1.week_rows", "month.12.week_report", "month..x"):
        await town.press(LAN, f"d.span:2026:{forged}", of_month.message_id)
    assert len(town.world.state.files) == files


def _document(town: Town) -> tuple[str, str]:
    """The name of the last file that the leader has, and its words."""
    sent = town.phone(LAN).last.content["document"]
    content = io.BytesIO(town.world.state.files[sent["file_id"]].content)
    if sent["file_name"].endswith(".docx"):
        return sent["file_name"], "\n".join(p.text for p in Document(content).paragraphs)
    with zipfile.ZipFile(content) as book:
        return sent["file_name"], book.read("xl/sharedStrings.xml").decode()


async def test_a_month_that_still_runs_is_told_as_far_as_it_has_come(town: Town) -> None:
    """What is due later is neither missed nor counted; lateness is told to today."""
    await give(town, THANG, "Bình", "Việc một", when="17h hôm nay")
    await give(town, THANG, "Bình", "Việc hai", when="27/11")
    await town.go_to(clock(23, 9))
    said = await town.write(LAN, "báo cáo tháng 11")
    assert "Đúng hạn 0/1 việc" in said
    assert "quá 2 ngày làm việc" in said


async def test_a_period_without_a_year_is_the_last_such_one(town: Town) -> None:
    """«tháng 12» in January is December, also of the quarter; next month has no report yet."""
    await plan_saturday(town)
    await town.go_to(datetime(2027, 1, 4, 2, tzinfo=UTC))
    assert "BÁO CÁO THÁNG 12 (1–31/12/2026)" in await town.write(LAN, "bao cao thang 12")
    assert "BÁO CÁO QUÝ 4" in await town.write(LAN, "bao cao quy 4")
    assert "BÁO CÁO THÁNG 1 (1–31/01/2027)" in await town.write(LAN, "bao cao thang 1")
    assert "Không có báo cáo THÁNG 12" in await town.write(LAN, "bao cao thang 12/2027")
