"""Several orders in one sentence: each colleague's own, each with its own limit."""

import pytest

from domain.people import Person
from language import Reading, WorkLine
from language.check.tables import DATES_CLOCK

NAMES = (
    "Vũ Hoàng Nam",
    "Nguyễn Thị Hoa",
    "Trần Văn Bắc",
    "Lý Thị Dung",
    "Phạm Thị Mai",
    "Lê Quý",
    "Lê Ngọc Ánh",
)
PEOPLE = [Person(n, str(n), name) for n, name in enumerate(NAMES)]


def orders(text: str) -> list[str]:
    """«Bắc: in tờ rơi 25T17»: who, what, until when, with whose help."""
    return list(map(_said, Reading(text, DATES_CLOCK).work_lines(PEOPLE)))


def _said(line: WorkLine) -> str:
    who = [NAMES[one.one or 0].split()[-1] for one in (line.lead, *line.helpers)]
    due = f" {line.due.at:%dT%H}" if line.due.at else ""
    return f"{'+'.join(who)}: {line.what}{due}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "giao bac di in 200 to roi chieu t4, va giao hoa lam bai tuyen truyen han t6",
            ["Bắc: di in 200 to roi 25T17", "Hoa: lam bai tuyen truyen 27T17"],
        ),
        (
            "giao Bắc xem lại nhà văn hóa, còn bà Dung lo hội trường, thứ 4 xong",
            ["Bắc: xem lại nhà văn hóa 25T17", "Dung: lo hội trường 25T17"],
        ),
        (
            "giao bac xem lai nha van hoa, con ba dung lo hoi truong, thu 4 xong",
            ["Bắc: xem lai nha van hoa 25T17", "Dung: lo hoi truong 25T17"],
        ),
        (
            "bac soan giay moi t4 va hoa lam bang ron t6",
            ["Bắc: soan giay moi 25T17", "Hoa: lam bang ron 27T17"],
        ),
        (
            "Nam: soạn giấy mời, thứ 5; Hoa: làm băng rôn, thứ 6",
            ["Nam: soạn giấy mời 26T17", "Hoa: làm băng rôn 27T17"],
        ),
        (
            "Nam soạn giấy mời. Hoa làm băng rôn. Thứ 6 xong",
            ["Nam: soạn giấy mời 27T17", "Hoa: làm băng rôn 27T17"],
        ),
        (
            "Bac va Hoa: chuan bi hoi nghi so ket thu 6, Bac hoi truong, Hoa tai lieu",
            [
                "Bắc+Hoa: chuan bi hoi nghi so ket 27T17",
                "Bắc: hoi truong 27T17",
                "Hoa: tai lieu 27T17",
            ],
        ),
        (
            "giao Nam in tờ rơi chiều t4 giao Hoa làm bài tuyên truyền t6",
            ["Nam: in tờ rơi 25T17", "Hoa: làm bài tuyên truyền 27T17"],
        ),
        (
            "giao Nam lập danh sách, Bắc đi mượn loa, Hoa mua nước, sáng mai xong",
            ["Nam: lập danh sách 24T11", "Bắc: đi mượn loa 24T11", "Hoa: mua nước 24T11"],
        ),
        (
            "giao việc băng rôn cho Nam, việc hội trường cho Hoa, thứ 6",
            ["Nam: băng rôn 27T17", "Hoa: hội trường 27T17"],
        ),
        (
            "nam lam giay moi, quy gui so lieu, thu 5",
            ["Nam: lam giay moi 26T17", "Quý: gui so lieu 26T17"],
        ),
        (
            "Bắc in tờ rơi, Hoa làm bài hạn t6",
            ["Bắc: in tờ rơi", "Hoa: làm bài 27T17"],
        ),
        ("Nam: soạn giấy mời, Hoa phối hợp, thứ 5", ["Nam+Hoa: soạn giấy mời 26T17"]),
        (
            "giao Nam, Bac, Hoa moi nguoi 1 khu di phat to roi, t6",
            ["Nam+Bắc+Hoa: moi nguoi 1 khu di phat to roi 27T17"],
        ),
        (
            "giao Nam 2 viec: don nha van hoa t7, bao cao so lieu t6",
            ["Nam: don nha van hoa 28T17", "Nam: bao cao so lieu 27T17"],
        ),
        ("giao Bac mua nuoc uong t6, 10 thung", ["Bắc: mua nuoc uong, 10 thung 27T17"]),
        ("giao Anh trang tri khanh tiet, t6", ["Ánh: trang tri khanh tiet 27T17"]),
        (
            "nam soan giay moi t5 hoa in an t6 bac di phat cn",
            ["Nam: soan giay moi 26T17", "Hoa: in an 27T17", "Bắc: di phat 29T17"],
        ),
        (
            "Nam rà soát hộ nghèo thứ 6 Hoa làm băng rôn thứ 7",
            ["Nam: rà soát hộ nghèo 27T17", "Hoa: làm băng rôn 28T17"],
        ),
        (
            "Nam Hoa Bac moi nguoi 1 khu, t6",
            ["Nam+Hoa+Bắc: moi nguoi 1 khu 27T17"],
        ),
    ],
)
def test_each_has_a_line_of_their_own(text: str, said: list[str]) -> None:
    assert orders(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Bắc và Hoa chuẩn bị hội trường, thứ 5", "Bắc+Hoa: chuẩn bị hội trường 26T17"),
        (
            "Bắc soạn giấy mời gửi anh Nam, chị Hoa trước thứ 5",
            "Bắc: soạn giấy mời gửi anh Nam, chị Hoa 25T17",
        ),
        (
            "Nam: làm việc với Hoa và Dung về kinh phí, thứ 5",
            "Nam: làm việc với Hoa và Dung về kinh phí 26T17",
        ),
        ("Nam: đặt 2 lẵng, hoa tươi loại to, thứ 5", "Nam: đặt 2 lẵng, hoa tươi loại to 26T17"),
        ("Nam: soạn giấy mời, mai nộp", "Nam: soạn giấy mời 24T17"),
        ("Nam: phân công Hoa trực, thứ 5", "Nam: phân công Hoa trực 26T17"),
        ("Nam, mai nộp báo cáo", "Nam: nộp báo cáo 24T17"),
        ("Nam, hoa tươi đặt 2 lẵng, thứ 5", "Nam: hoa tươi đặt 2 lẵng 26T17"),
        ("Nam và Bình Ngọc dọn kho, t6 xong", "Nam: và Bình Ngọc dọn kho 27T17"),
        ("giao nam dat hoa tuoi 2 lang, t6", "Nam: dat hoa tuoi 2 lang 27T17"),
    ],
)
def test_whoever_is_only_named_is_given_nothing(text: str, said: str) -> None:
    assert orders(text) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "giao bac xem lai so ho ngheo ka long, thu 5 bao cao",
            "Bắc: xem lai so ho ngheo ka long 26T17",
        ),
        ("bac lam viec voi ubnd phuong t5 bao cao", "Bắc: lam viec voi ubnd phuong 26T17"),
        ("Nam: thứ 5 báo cáo", "Nam: báo cáo 26T17"),
    ],
)
def test_reported_by_then(text: str, said: str) -> None:
    assert orders(text) == [said]
