"""A line of the briefing: who, with whom, what; the limit leaves the title, the period stays."""

import pytest

from language import Colleague, briefing_line
from language.answers.assignments.giving import is_heading
from language.answers.replies.limits import due_in
from language.check.tables import DATES_CLOCK

NAMES = (
    "Vũ Hoàng Nam",
    "Nguyễn Thị Hoa",
    "Trần Văn Bắc",
    "Lê Ngọc Ánh",
    "Đỗ Bình",
    "Phạm Văn Tuyên",
)
ROSTER = [Colleague(name.split()[-1], name) for name in NAMES]


@pytest.mark.parametrize(
    ("line", "who", "what", "due"),
    [
        (
            "nam oi rà soát ds hộ nghèo, trưa t3 gửi c nhé",
            "Nam",
            "rà soát ds hộ nghèo",
            "24T11:30",
        ),
        ("Tuyên: cho c xin số liệu quý 4", "Tuyên", "cho c xin số liệu quý 4", ""),
        ("Nam: 7h sáng mai đón đoàn", "Nam", "đón đoàn", "24T07:00"),
        ("a Bắc với Ánh chuẩn bị hội trường, t5", "Bắc Ánh", "chuẩn bị hội trường", "26T17:00"),
        ("Tuyên và Bình Ngọc dọn kho, t6 xong", "Tuyên", "và Bình Ngọc dọn kho", "27T17:00"),
        ("Nam & Bắc đi khảo sát khu 4, t5", "Nam Bắc", "đi khảo sát khu 4", "26T17:00"),
        ("giao cho Hoa làm báo cáo tháng 11 hạn 30/11", "Hoa", "làm báo cáo tháng 11", "30T17:00"),
        ("Hoa: soạn giấy mời, t4 xong", "Hoa", "soạn giấy mời", "25T17:00"),
        ("Hoa: soạn giấy mời, mai trình anh", "Hoa", "soạn giấy mời, trình anh", "24T17:00"),
        ("Bình: gửi danh sách trước 16h thứ 5", "Bình", "gửi danh sách", "26T16:00"),
        ("Bình: kiểm loa đài, sáng mai phải xong", "Bình", "kiểm loa đài", "24T11:30"),
        ("Nam: t6/14h gửi danh sách", "Nam", "gửi danh sách", "27T14:00"),
        ("đ/c Nam rà soát ds hộ nghèo t4 xong gửi c", "Nam", "rà soát ds hộ nghèo", "25T17:00"),
        ("Bắc: báo cáo 6 tháng đầu năm, 27/11", "Bắc", "báo cáo 6 tháng đầu năm", "27T17:00"),
        ("giao Hoa làm kế hoạch tuần 49 hạn t6", "Hoa", "làm kế hoạch tuần 49", "27T17:00"),
        ("Nam: sáng thứ 7 nào cũng kiểm tra loa", "Nam", "sáng thứ 7 nào cũng kiểm tra loa", ""),
        ("Hoa: chuẩn bị hội nghị ngày 27/11", "Hoa", "chuẩn bị hội nghị", "27T17:00"),
        ("Nam: sửa cống ở ngõ thứ hai", "Nam", "sửa cống ở ngõ thứ hai", ""),
        ("Bình: thu hồ sơ, giờ này mai phải có", "Bình", "thu hồ sơ", "24T07:00"),
        ("Hoa: nếu mưa thì dọn kho chủ nhật", "Hoa", "nếu mưa thì dọn kho", ""),
        ("Hoa: soạn giấy mời, không sớm hơn 15/12", "Hoa", "soạn giấy mời", ""),
        ("Bình: gửi danh sách t6 này hay t6 tuần sau", "Bình", "gửi danh sách", ""),
    ],
)
def test_what_is_read_alone_is_read_inside_a_line(
    line: str, who: str, what: str, due: str
) -> None:
    read = briefing_line(line, ROSTER, DATES_CLOCK)
    people = [found.people[0].key for found in (read.who, *read.helpers)]
    at = due_in(read.when, DATES_CLOCK).at
    assert (" ".join(people), read.what) == (who, what)
    assert (f"{at:%dT%H:%M}" if at else "") == due


@pytest.mark.parametrize(
    ("line", "what", "missing"),
    [
        ("Nam: nộp báo cáo B, hạn 31/11", "nộp báo cáo B", "31/11"),
        ("Nam: nộp báo cáo B, hạn 29/2", "nộp báo cáo B", "29/2"),
        ("Nam rà soát ds, 25h t5", "rà soát ds", "25h t5"),
        ("Nam: nộp báo cáo tuần, chậm nhất ngày 30/2", "nộp báo cáo tuần", "30/2"),
    ],
)
def test_a_day_that_there_is_not_keeps_the_rest(line: str, what: str, missing: str) -> None:
    read = briefing_line(line, ROSTER, DATES_CLOCK)
    assert (read.what, due_in(read.when, DATES_CLOCK).missing) == (what, missing)


def test_a_day_that_is_over_is_never_next_years() -> None:
    due = due_in(
        briefing_line("Nam: nộp báo cáo B, hạn 20/11", ROSTER, DATES_CLOCK).when, DATES_CLOCK
    )
    assert due.past
    assert (due.past.year, due.at, due.readings) == (2026, None, ())


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Giao ban xong c giao việc nhé:", True),
        ("KẾT LUẬN GIAO BAN 30/11", True),
        ("Phân công tuần này", True),
        ("rà soát hộ nghèo, thứ 6", False),
    ],
)
def test_headings(line: str, heading: bool) -> None:
    assert is_heading(line) is heading
