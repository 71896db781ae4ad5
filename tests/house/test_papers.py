"""What is printed or filed: looked at through other people's readers."""

import io
import json
import sqlite3
from datetime import UTC, date, datetime

from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from papers.calendar import calendar_file
from papers.certificate import certificate
from papers.my_data import LEFT_OUT, my_data, my_data_json
from papers.poster import poster
from papers.qr import qr, qr_picture
from papers.roster import tick_list
from storage.database import migrate
from storage.personal_data import exports
from texts import Catalogue

VI = Catalogue().words()
STARTS = datetime(2026, 11, 28, 0, 0, tzinfo=UTC)
EVENT = {
    "code": "T7-2811",
    "uid": "12@viec-chung",
    "title": "Khơi kênh mương, đường liên thôn; đợt 2",
    "place": "Nhà văn hóa khu 3, phường Ka Long",
    "bring": "ủng, găng tay\nnước uống",
    "version": 3,
    "off": False,
    "at": STARTS,
    "starts": STARTS,
    "ends": datetime(2026, 11, 28, 3, 0, tzinfo=UTC),
}
POSTER = {
    "office": "Cơ quan Khối Uông Bí",
    "kind": "Ngày thứ 7 tình nguyện",
    "code": "T7-2811",
    "title": "Khơi kênh mương",
    "starts": STARTS,
    "ends": datetime(2026, 11, 28, 3, 0, tzinfo=UTC),
    "hosts": ["ĐTN", "PN"],
    "points": [
        {"name": "Nhà văn hóa khu 3", "place": "đối diện chợ"},
        {"name": "Cầu", "place": ""},
    ],
    "bring": "ủng",
    "link": "https://t.me/viecchung?start=act-12",
    "children": "yes",
    "contact": "Đỗ Thị Hạnh",
    "phone": "0900 000 101",
}


def words_of(docx: bytes) -> str:
    return "\n".join(p.text for p in Document(io.BytesIO(docx)).paragraphs)


def test_the_poster_says_when_where_and_whom_to_call() -> None:
    name, content = poster(VI, POSTER)
    said = words_of(content)
    assert name == "T7-2811-ap-phich.docx"
    assert "7h00 – 10h00, thứ Bảy, 28/11" in said
    assert "Chủ trì: ĐTN, PN" in said
    assert said.count("Tập trung") == 1
    assert "\nCầu\n" in said
    assert "Tập trung: Nhà văn hóa khu 3, đối diện chợ" in said
    assert "Không dùng Telegram? Gọi Đỗ Thị Hạnh, 0900 000 101" in said
    assert "Trẻ em đi cùng: được" in said
    assert len(Document(io.BytesIO(content)).inline_shapes) == 1


def test_the_certificate_says_days_hours_and_that_it_can_be_asked_about() -> None:
    facts = {
        "office": "Cơ quan Khối Uông Bí",
        "code": "TN-7K2M9",
        "name": "Phạm Thị Mai <b>",
        "days": 2.5,
        "hours": 12,
        "since": date(2026, 1, 1),
        "until": date(2026, 11, 28),
        "issued": date(2026, 11, 29),
        "link": "https://t.me/viecchung?start=cn-7K2M9",
    }
    said = words_of(certificate(VI, facts)[1])
    assert "đã tham gia 2,5 ngày tình nguyện (12 giờ)" in said
    assert "Phạm Thị Mai <b>" in said
    assert "từ ngày 01/01/2026 đến ngày 28/11/2026" in said


def test_a_calendar_file_reads_back_the_same() -> None:
    event = Calendar.from_ical(calendar_file(VI, EVENT)[1]).walk("VEVENT")[0]
    assert str(event["SUMMARY"]) == EVENT["title"]
    assert event.decoded("DTSTART") == STARTS
    assert event.decoded("SEQUENCE") == 3, "moved, the newer file replaces the older"
    assert str(event["LOCATION"]) == EVENT["place"]
    assert "nước uống" in str(event["DESCRIPTION"])


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_no_line_is_longer_than_75_octets_and_no_letter_is_split(title: str) -> None:
    content = calendar_file(VI, {**EVENT, "title": title})[1]
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    for line in content.split(b"\r\n"):
        line.decode()
    assert str(Calendar.from_ical(content).walk("VEVENT")[0]["SUMMARY"]) == title.strip("\n")


def test_the_qr_is_a_picture() -> None:
    name, content = qr_picture(VI, POSTER)
    assert name == "T7-2811.png"
    assert content.startswith(b"\x89PNG")
    assert len(qr("x" * 100)) > 300


def test_the_tick_list_has_a_box_a_name() -> None:
    people = [{"number": 1, "name": "Mai", "companions": 2}, {"number": 2, "name": "Lan"}]
    facts = {
        "code": "T7", "point": "Khu 3", "title": "X", "starts": STARTS,
        "people": [{"companions": 0, **p} for p in people],
    }  # fmt: skip
    assert "☐  1. Mai (+2)" in words_of(tick_list(VI, facts)[1])


PARTS = {
    "person": [{"name": "Mai <b>", "telegram_id": 8101, "phone": None}],
    "consent": [{"purpose": "list", "given": 1, "at": "2026-11-19T02:00:00+00:00"}],
}
KEPT = {"office": "Cơ quan Khối Uông Bí", "at": STARTS, "parts": PARTS}


def test_what_is_kept_of_a_person_can_be_read() -> None:
    name, content = my_data(VI, KEPT)
    said = words_of(content)
    assert name.endswith(".docx")
    assert "tên: Mai <b> · số Telegram: 8101" in said
    assert "mục đích: danh sách · đồng ý: có · lúc: 19/11/2026 9h00" in said
    assert "điện thoại" not in said


def test_what_is_kept_of_a_person_can_be_taken_elsewhere() -> None:
    name, content = my_data_json(VI, KEPT)
    assert name.endswith(".json")
    assert json.loads(content)["person"] == PARTS["person"]


def test_nothing_of_a_person_s_own_is_left_in_codes() -> None:
    rows = {
        "request": [{"what": "correct", "at": "2026-11-19T02:00:00+00:00"}],
        "certificate": [{"days": 1.0, "hours": 2.5, "since": "2026-11-21"}],
        "journal": [
            {
                "event": "cancelled",
                "kind": "registration",
                "subject": 7,
                "was": "registered",
                "became": "cancelled",
            },
            {"event": "age", "was": "16", "became": "18"},
        ],
    }
    said = words_of(my_data(VI, {**KEPT, "parts": rows})[1])
    assert "yêu cầu: sửa · lúc: 19/11/2026 9h00" in said
    assert "ngày: 1 · giờ: 2,5 · từ: 21/11/2026" in said
    assert "việc: hủy · loại: đăng ký · trước: đã đăng ký · sau: đã hủy" in said
    assert "việc: sửa độ tuổi · trước: 16–17 · sau: từ 18" in said


def test_every_column_of_a_person_s_own_has_a_name() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    migrate(connection)
    blanks = {"person_id": 1, "subject": "", "office_id": 1}
    names = {
        column[0]
        for sql in exports().values()
        for column in connection.execute(sql, blanks).description
    }
    unnamed = {n for n in names if n not in LEFT_OUT and not VI.has(f"paper.my_data.field.{n}")}
    assert unnamed == set()


def test_one_day_is_one_date() -> None:
    day = date(2026, 11, 21)
    facts = {
        "office": "Cơ quan Khối Uông Bí", "code": "TN-7K2M9", "name": "Mai", "days": 1,
        "hours": 3, "since": day, "until": day, "issued": day, "link": "x",
    }  # fmt: skip
    said = words_of(certificate(VI, facts)[1])
    assert "ngày 21/11/2026" in said
    assert "đến ngày" not in said
