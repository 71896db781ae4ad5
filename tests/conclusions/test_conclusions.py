"""«KL 1: đồng ý gia hạn 27/11, Nhàn làm việc UBND, báo cáo t6»: concluded, carried out, closed."""

import io
from datetime import UTC, datetime

import pytest
from docx import Document

from tests.helpers.begun import begun
from tests.helpers.matters import LINE, asked_on_monday, matter
from tests.helpers.reports import report_of as report
from tests.town import BINH, DUNG, HANH, HOA, LAN, THANG, Town, clock, says


@begun
async def monday(town: Town) -> Town:
    return await asked_on_monday(town)


async def test_the_automatic_ones_and_the_offices_own_stand_together(monday: Town) -> None:
    said = await report(monday, 47)
    assert "1. Vận động Hải Yên: giá bồi thường (NV-2026-0001)\n2. Ký công văn nhắc" in said


async def test_the_office_writes_what_the_chair_concluded(monday: Town) -> None:
    """Read back with all that it becomes; nothing is written before «Gửi»."""
    town = monday
    said = await town.write(HANH, LINE)
    assert "Kết luận XK-001: Vận động Hải Yên: giá bồi thường" in said
    assert "→ Gia hạn NV-2026-0001 đến thứ Sáu, 27/11" in said
    assert "→ Giao đ/c Lý Thị Dung: Vận động Hải Yên: làm việc UBND, hạn thứ Sáu, 27/11" in said
    assert "→ Trả lời đ/c Nguyễn Văn Bình" in said
    assert "Chủ trì: đ/c Trần Thị Lan · 23/11" in said
    assert await matter(town, "state", "XK-001") == ("asked",)
    assert not await says(town, BINH, "27/11")
    assert "Đã ghi KL-001" in await town.tap(HANH, "Gửi")
    assert await matter(town, "state", "XK-001") == ("decided",)
    assert await matter(town, "state, raised_by, owner_id", "KL-001") == (
        "given",
        town.person(LAN),
        town.person(DUNG),
    )
    [(due,)] = await town.sql("SELECT due_at FROM assignment WHERE number = 1")
    assert due.startswith("2026-11-27")
    given = await town.sql(
        "SELECT title, source, assigner_id, lead_id FROM assignment WHERE number = 2"
    )
    assert given == [
        ("Vận động Hải Yên: làm việc UBND", "KL-001", town.person(LAN), town.person(DUNG))
    ]
    assert await says(town, BINH, "đ/c Trần Thị Lan đã cho ý kiến")
    assert await says(town, DUNG, "làm việc UBND")
    card = await town.write(LAN, "XK1")
    assert "→ KL-001" in card
    assert "Kết luận – Đỗ Thị Hạnh (thay Trần Thị Lan)" in card


@pytest.mark.parametrize(
    "line",
    [
        "muc 1 dong y 200 suat giao Dung lo, bao cao thu 6",
        "mục 1 nhất trí 200 suất, Dung lo, thứ 6 báo cáo",
        "muc 1 duyet 200 suat de Dung lo t6",
        "muc 1 ok 200 suat phan cong chi Dung t6",
    ],
)
async def test_who_is_named_amid_the_words_gets_the_work(monday: Town, line: str) -> None:
    """It was concluded, and nobody was given anything."""
    town = monday
    said = await town.write(LAN, line)
    assert "→ Giao đ/c Lý Thị Dung: Vận động Hải Yên" in said
    assert "hạn thứ Sáu, 27/11" in said
    await town.tap(LAN, "Gửi")
    assert await town.sql("SELECT lead_id FROM assignment WHERE number = 2") == [
        (town.person(DUNG),)
    ]


async def test_the_chair_types_it_and_gui_sends_it(monday: Town) -> None:
    town = monday
    assert "Chủ trì: đ/c Trần Thị Lan" in await town.write(LAN, "kl 2: đồng ý ký")
    assert "Đã ghi KL-001" in await town.write(LAN, "gửi")
    assert await matter(town, "state", "KL-001") == ("answered",)
    assert await says(town, HANH, "«đồng ý ký»")
    again = await town.write(LAN, "kl 2: không ký nữa")
    assert "XK-002 đã kết thúc" in again


async def test_thoi_under_the_reading_back_writes_nothing(monday: Town) -> None:
    town = monday
    await town.write(HANH, LINE)
    await town.write(HANH, "thôi")
    assert await matter(town, "state", "XK-001") == ("asked",)
    assert await town.sql("SELECT 1 FROM matter WHERE kind = 'conclusion'") == []


async def test_who_is_not_the_chair_gives_an_opinion_only(monday: Town) -> None:
    """Hoa is a leader: she concludes nothing; her other view goes to the chair."""
    town = monday
    assert "không thuộc phần việc" in await town.write(HOA, "KL 2: đồng ý ký")
    await town.write(HOA, "XK2")
    await town.tap(HOA, "Ý kiến khác")
    await town.write(HOA, "để sau kiểm tra")
    assert await says(town, LAN, "Ý kiến khác – Nguyễn Thị Hoa: để sau kiểm tra")
    for other in (THANG, BINH, DUNG):
        await town.write(other, "KL 2: đồng ý ký")
    assert await matter(town, "state", "XK-002") == ("asked",)


async def test_the_assigners_own_yes_suffices_for_their_own_work(monday: Town) -> None:
    town = monday
    await town.write(HOA, "XK1")
    await town.tap(HOA, "Đồng ý")
    assert await matter(town, "state", "XK-001") == ("agreed",)
    assert await says(town, BINH, "đ/c Nguyễn Thị Hoa đã cho ý kiến")
    await town.go_to(clock(30, 7, 1))
    assert "1. Ký công văn nhắc" in await report(town, 48)


async def test_it_may_be_asked_of_one_leader(monday: Town) -> None:
    town = monday
    await town.write(HANH, "XK2")
    await town.tap(HANH, "Phụ trách")
    assert "không ở trong lãnh đạo" in await town.write(HANH, "bình")
    await town.write(HANH, "hoa")
    assert await says(town, HOA, "Ký công văn nhắc")
    await town.tap(HOA, "Đồng ý")
    assert await matter(town, "state", "XK-002") == ("agreed",)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("KL 1: Dung làm việc UBND t6, Thắng soạn công văn t5", "một đ/c chủ trì, một hạn"),
        ("KL 1: Dung làm việc UBND", "cần một hạn"),
        ("KL 2: gia hạn 27/11", "không gắn với việc nào"),
        ("KL 1: gia hạn 20/11", "đã qua"),
        ("KL 5: đồng ý", "có 2 mục xin ý kiến, không có mục 5"),
        ("KL 1: đồng ý\nKL 2: đồng ý", "Mỗi tin một kết luận"),
    ],
)
async def test_what_cannot_be_is_said(monday: Town, line: str, answer: str) -> None:
    assert answer in await monday.write(HANH, line)
    assert await matter(monday, "state", "XK-001") == ("asked",)


async def reports_done(town: Town) -> None:
    await town.tap(DUNG, "Báo xong")
    await town.write(DUNG, "UBND đã thống nhất giá")
    await town.tap(DUNG, "Gửi")


async def test_what_was_concluded_is_not_asked_again_and_is_told_until_it_is_done(
    monday: Town,
) -> None:
    """Bình is late again with the same obstacle; Dung's work is approved by who concluded."""
    town = monday
    await town.write(HANH, LINE)
    await town.tap(HANH, "Gửi")
    await town.go_to(clock(27, 9))
    await town.tap(DUNG, "Nhận việc")
    await reports_done(town)
    await town.go_to(clock(27, 10))
    await town.tap(LAN, "Đạt")
    await town.go_to(clock(30, 7, 1))
    assert await matter(town, "state", "KL-001") == ("done",)
    said = await report(town, 48)
    assert "KẾT LUẬN TUẦN 47: 1 – xong 1" in said.replace(": 1,", ": 1 –")
    assert "Vận động Hải Yên: giá bồi thường" not in said.partition("CẦN THƯỜNG TRỰC")[2]


async def test_what_was_reported_waits_for_a_yes_and_keeps_the_limit_of_its_work(
    monday: Town,
) -> None:
    town = monday
    await town.write(HANH, LINE)
    await town.tap(HANH, "Gửi")
    await town.go_to(clock(27, 9))
    await town.tap(DUNG, "Nhận việc")
    await town.write(LAN, "gia hạn 2 đến 4/12")
    await town.tap(LAN, "Gửi")
    await reports_done(town)
    await town.go_to(clock(30, 7, 1))
    assert await matter(town, "state", "KL-001") == ("given",)
    said = await report(town, 48)
    assert "KẾT LUẬN TUẦN 47: 1 – chờ duyệt 1" in said.replace(": 1,", ": 1 –")
    assert "hạn 4/12: đã báo kết quả, chờ xác nhận" in said


async def test_only_one_of_the_leaders_presides(town: Town) -> None:
    await town.write(HANH, "phân công phụ trách")
    await town.tap(HANH, "Chủ trì, kết luận")
    assert "Tiểu ban" not in " ".join(town.phone(HANH).last.labels)
    await town.tap(HANH, "Một đồng chí")
    assert "không ở trong lãnh đạo" in await town.write(HANH, "bình")
    await town.write(HANH, "chị Lan")
    assert "Chủ trì, kết luận: Trần Thị Lan" in await town.tap(HANH, "Gửi")


async def test_whose_work_stands_still_is_not_under_way(monday: Town) -> None:
    """The report counts a conclusion by what became of its work until the cut-off."""
    town = monday
    await town.write(HANH, LINE)
    await town.tap(HANH, "Gửi")
    await town.go_to(clock(26, 9))
    await town.tap(DUNG, "Nhận việc")
    await town.press(LAN, "a.suspend:2")
    await town.write(LAN, "chờ UBND trả lời")
    assert await town.sql("SELECT state FROM assignment WHERE number = 2") == [("suspended",)]
    await town.go_to(clock(30, 7, 1))
    assert await matter(town, "state", "KL-001") == ("given",)
    said = await report(town, 48)
    assert "KẾT LUẬN TUẦN 47: 1 – chưa 1" in said.replace(": 1,", ": 1 –")
    assert "đang làm" not in said.partition("KẾT LUẬN TUẦN 47")[2].partition("\n\n")[0]


async def test_conclusions_are_told_under_the_name_of_the_period(monday: Town) -> None:
    """A month's, a quarter's, a year's are its own, and no week's."""
    town = monday
    await town.write(HANH, LINE)
    await town.tap(HANH, "Gửi")
    await town.go_to(clock(30, 9))
    for asked, named in (
        ("báo cáo tháng 11", "THÁNG 11"),
        ("báo cáo quý 4", "QUÝ 4"),
        ("báo cáo năm 2026", "NĂM 2026"),
        ("báo cáo từ đầu năm", "TỪ ĐẦU NĂM 2026"),
    ):
        said = await town.write(LAN, asked)
        assert f"KẾT LUẬN {named}: 1 – " in said.replace(": 1,", ": 1 –")
        assert "KẾT LUẬN TUẦN" not in said


async def test_where_nothing_new_was_concluded_the_heading_says_so(monday: Town) -> None:
    town = monday
    await town.write(HANH, LINE)
    await town.tap(HANH, "Gửi")
    await town.go_to(datetime(2026, 12, 7, 1, tzinfo=UTC))
    said = await report(town, 49)
    assert "KẾT LUẬN TUẦN 48: không có mới; 1 kết luận trước chưa xong" in said


async def test_the_paper_tells_what_was_concluded(monday: Town) -> None:
    town = monday
    await town.write(HANH, LINE)
    await town.tap(HANH, "Gửi")
    await town.go_to(clock(30, 9))
    await town.tap(LAN, "Văn bản")
    await town.tap(LAN, "Bản Word")
    sent = town.phone(LAN).last.content["document"]["file_id"]
    paper = Document(io.BytesIO(town.world.state.files[sent].content))
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert "Kết luận của thường trực" in text
    assert "KẾT LUẬN TUẦN 47: 1" in text


@pytest.mark.parametrize("closed", [True, False])
async def test_done_work_is_asked_no_longer(monday: Town, closed: bool) -> None:
    town = monday
    if closed:
        await town.sql(
            "UPDATE assignment SET state = 'done', closed_at = unixepoch('2026-11-24 03:00')"
        )
    await town.go_to(clock(30, 7, 1))
    said = await report(town, 48)
    asked = said.partition("CẦN THƯỜNG TRỰC")[2]
    assert ("Vận động Hải Yên" in asked) == (not closed)
    assert "Ký công văn nhắc" in asked
    assert (await matter(town, "state", "XK-001")) == ("withdrawn" if closed else "asked",)


async def test_a_question_reaches_whoever_asked_and_comes_back(monday: Town) -> None:
    """[Hỏi thêm] went to the office alone; whoever is stuck never saw it."""
    town = monday
    await town.write(LAN, "XK1")
    await town.tap(LAN, "Hỏi thêm")
    await town.write(LAN, "6 hộ này đòi giá bao nhiêu")
    await town.later(minutes=30)
    asked = next(m for m in town.phone(BINH).messages if "6 hộ này đòi giá" in m.text)
    assert "XK-001" in asked.text
    await town.write(BINH, "thêm 2 triệu một mét", reply_to=asked)
    back = next(m for m in town.phone(LAN).messages if "thêm 2 triệu một mét" in m.text)
    await town.write(LAN, "đồng ý đến 30/12", reply_to=back)
    assert await town.sql("SELECT state FROM matter WHERE kind = 'remark'") == [("closed",)]
    assert await matter(town, "state", "XK-001") == ("asked",)


async def test_what_is_put_off_or_open_is_concluded_by_its_code(monday: Town) -> None:
    """Before its day, and without «KL»."""
    town = monday
    await town.write(LAN, "XK2 để lại sau")
    await town.write(LAN, "4/12")
    assert await matter(town, "state", "XK-002") == ("put_off",)
    assert "Kết luận XK-002" in await town.write(LAN, "XK2: đồng ý ký")
    await town.tap(LAN, "Gửi")
    assert await matter(town, "state", "XK-002") == ("decided",)
    assert "Kết luận XK-001" in await town.write(LAN, "XK1: đồng ý chi 20 triệu")
    await town.go_to(clock(30, 9).replace(month=12, day=7))
    assert await matter(town, "state", "XK-002") == ("decided",), "its day brings it back no more"
