"""Colleagues are found by the names people use for them; namesakes are asked, never chosen."""

from datetime import date, datetime

import pytest

from language import Colleague, Reading, briefing_line, who
from language.dates.moments import ICT

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=ICT)
HANH = Colleague("08", "Đỗ Thị Thu Hạnh", "Chánh Văn phòng", "VP")
MAI = Colleague("14", "Hà Thị Mai", "Chuyên viên", "TTVD")
HOA = Colleague("15", "Nguyễn Thị Hoa", "Chuyên viên", "TTVD")
NAM = Colleague("18", "Chu Văn Nam", "Chuyên viên", "TTVD")
DUNG = Colleague("25", "Lý Thị Dung", "Chuyên viên", "DCPL")
DUNG_VP = Colleague("26", "Trần Văn Dung", "Văn thư", "VP")
HOUSE = (HANH, MAI, HOA, NAM, DUNG, DUNG_VP)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Nam", NAM),
        ("nam", NAM),
        ("c Hoa", HOA),
        ("chị hoa", HOA),
        ("đ/c Dung VP", DUNG_VP),
        ("dc dung dcpl", DUNG),
        ("Thu Hạnh", HANH),
        ("do thi thu hanh", HANH),
        ("Nguyễn Hoa", HOA),
        ("chánh văn phòng", HANH),
        ("giao chị Mai", MAI),
        ("chi\u0323 Ha\u0323nh", HANH),
    ],
)
def test_a_colleague_is_found(typed: str, meant: Colleague) -> None:
    assert who(typed, HOUSE).one == meant


def test_namesakes_are_never_chosen() -> None:
    found = who("Dung", HOUSE)
    assert found.one is None
    assert set(found.people) == {DUNG, DUNG_VP}


def test_a_typo_is_offered_not_taken() -> None:
    found = who("chị Hạmh", HOUSE)
    assert (found.people, found.how, found.one) == ((HANH,), "typo", None)


@pytest.mark.parametrize("typed", ["", "Tuấn", "báo cáo", "😀", "a", "ơ"])
def test_a_stranger_is_nobody(typed: str) -> None:
    assert who(typed, HOUSE).people == ()


@pytest.mark.parametrize(
    "typed",
    [
        "Nam: vận động 6 hộ Hải Yên, thứ 6",
        "Nam, vận động 6 hộ Hải Yên, thứ 6",
        "Nam - vận động 6 hộ Hải Yên - thứ 6",
        "Nam | vận động 6 hộ Hải Yên | thứ 6",
        "1. đ/c Nam: vận động 6 hộ Hải Yên, thứ 6",
        "đ/c Nam vận động 6 hộ Hải Yên thứ 6",
    ],
)
def test_a_briefing_line_says_who_what_and_when(typed: str) -> None:
    line = briefing_line(typed, HOUSE, NOW)
    assert line.who.one == NAM
    assert line.what == "vận động 6 hộ Hải Yên"
    assert line.when.start == date(2026, 11, 27)


def test_helpers_follow_the_lead() -> None:
    line = briefing_line("Nam (phối hợp Hoa): rà soát hộ nghèo, trước thứ 6", HOUSE, NOW)
    assert (line.who.one, [m.one for m in line.helpers]) == (NAM, [HOA])
    assert (line.what, line.when.kind) == ("rà soát hộ nghèo", "before")


def test_what_is_not_there_stays_empty() -> None:
    line = briefing_line("Rà soát hộ nghèo", HOUSE, NOW)
    assert (line.who.people, line.when.kind, line.what) == ((), "none", "Rà soát hộ nghèo")


@pytest.mark.parametrize(
    "line",
    [
        *("danh ba Chu Van Nam", "anh Ba", "Nguyễn Văn Năm", "sđt anh Tám", "bac Chin khu 2"),
        *("gọi Lê Văn Sáu hộ em", "ba Chu Thi Nam", "danh bạ anh Bảy", "ông Mười", "Lý Thị Hai"),
    ],
)
def test_a_name_that_sounds_like_a_number_is_no_figure(line: str) -> None:
    assert Reading(line, NOW).figures is None


def test_a_number_in_words_stays_one_beside_what_is_counted() -> None:
    for line, people in {"năm người": 5, "anh Năm đi 3 người": 3, "ba mươi người": 30}.items():
        said = Reading(line, NOW).figures
        assert said, line
        assert said.people == people, line
