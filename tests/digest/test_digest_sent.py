"""Sunday 19:00 a draft, Monday 06:30 frozen, 07:00 sent once, corrected in place."""

import pytest

from domain.access import Role
from storage import Work
from storage.rows import dump
from tests.helpers.activities import plan_saturday
from tests.helpers.begun import begun
from tests.helpers.reports import in_full, late_work
from tests.town import BINH, CUONG, HANH, HOA, LAN, THANG, Neighbour, Town, clock


@begun
async def saturday(town: Town) -> Town:
    """Two of the three points have reported on Saturday."""
    await plan_saturday(town)
    await in_full(town, LAN, HOA)
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long 42, Trà Cổ 32")
    await town.tap(HOA, "Đúng")
    return town


async def letters(town: Town, who: Neighbour) -> list[str]:
    return [text for text in await town.heard(who) if "BÁO CÁO TUẦN" in text]


async def test_the_office_sees_a_draft_on_sunday(saturday: Town) -> None:
    town = saturday
    await town.go_to(clock(22, 19, 1))
    draft = (await town.heard(HANH))[-1]
    assert "Báo cáo tuần 47" in draft
    assert "thứ Hai, 23/11 7h00" in draft
    assert "Còn thiếu số liệu: Hải Yên" in draft
    assert "BÁO CÁO TUẦN 47" in await town.tap(HANH, "Xem bản dự thảo")
    assert await letters(town, LAN) == []


async def test_it_goes_on_monday_at_seven_once(saturday: Town) -> None:
    town = saturday
    await town.go_to(clock(22, 19, 1))
    await town.tap(HANH, "Duyệt")
    await town.go_to(clock(23, 6, 59))
    assert await letters(town, LAN) == []
    await town.go_to(clock(23, 7))
    (letter,) = await letters(town, LAN)
    assert "74 lượt người" in letter
    assert "Chưa báo: Hải Yên" in letter
    assert "Văn phòng đã duyệt" in letter
    await town.go_to(clock(25, 7))
    assert len(await letters(town, LAN)) == 1
    for other in (THANG, BINH, CUONG):
        assert await letters(town, other) == []


async def test_a_leader_who_is_muted_gets_it_all_the_same(saturday: Town) -> None:
    town = saturday
    await town.write(LAN, "/dung")
    await town.go_to(clock(23, 7))
    assert len(await letters(town, LAN)) == 1


async def test_without_approval_it_goes_marked(saturday: Town) -> None:
    town = saturday
    await town.go_to(clock(23, 7))
    assert "Văn phòng chưa duyệt" in (await letters(town, LAN))[0]
    await town.tap(HANH, "Duyệt")
    assert "Văn phòng đã duyệt" in (await letters(town, LAN))[0]


async def test_a_late_figure_edits_the_same_message(saturday: Town) -> None:
    town = saturday
    await town.go_to(clock(23, 8, 10))
    await town.write(HOA, "Hải Yên 20")
    await town.tap(HOA, "Đúng")
    (letter,) = await letters(town, LAN)
    assert "94 lượt người" in letter
    assert "cập nhật 08h10" in letter
    assert "Chưa báo" not in letter


async def test_the_pause_and_the_go(saturday: Town) -> None:
    town = saturday
    await town.go_to(clock(22, 19, 1))
    await town.tap(HANH, "Tạm dừng")
    await town.go_to(clock(23, 7, 30))
    assert await letters(town, LAN) == []
    await town.tap(HANH, "Gửi")
    assert len(await letters(town, LAN)) == 1


async def test_after_a_time_of_standing_still_it_is_caught_up_once(saturday: Town) -> None:
    town = saturday
    town.now = clock(23, 9)
    for _ in range(2):
        await town.house.timekeeper.catch_up()
    assert len(await letters(town, LAN)) == 1


async def test_after_two_days_it_is_skipped_and_the_office_told(saturday: Town) -> None:
    town = saturday
    await town.go_to(clock(22, 19, 1))
    town.now = clock(25, 7, 30)
    await town.house.timekeeper.catch_up()
    assert await letters(town, LAN) == []
    assert any("đã bỏ qua" in text for text in await town.heard(HANH))
    assert await town.sql("SELECT state FROM digest") == [("skipped",)]


async def test_remarks_and_what_to_decide(saturday: Town) -> None:
    town = saturday
    await town.go_to(clock(22, 19, 1))
    await town.tap(HANH, "Nhận xét")
    await town.write(HANH, "Tuần ra quân tốt.")
    await town.tap(HANH, "Việc xin ý kiến")
    await town.write(HANH, "Ký công văn nhắc\nKinh phí quý IV")
    await town.go_to(clock(23, 7))
    (letter,) = await letters(town, LAN)
    assert "Tuần ra quân tốt." in letter
    assert "1. Ký công văn nhắc\n2. Kinh phí quý IV" in letter


async def test_a_remark_with_html_is_words_and_a_long_one_is_sent_back(saturday: Town) -> None:
    town = saturday
    await town.go_to(clock(22, 19, 1))
    await town.tap(HANH, "Nhận xét")
    assert "4.000 chữ, nhiều nhất 600" in await town.write(HANH, "<b>Tốt & " * 444 + "tốt!")
    await town.write(HANH, "<b>Tốt & đều")
    await town.go_to(clock(23, 7))
    (letter,) = await letters(town, LAN)
    assert "<b>Tốt & đều" in letter


async def test_a_week_that_is_not_there_is_answered_with_those_that_are(saturday: Town) -> None:
    town = saturday
    await town.go_to(clock(23, 7))
    for number in (48, 46, 60, 0, "46/2026", "46 2026", "46 năm 2026"):
        assert "Đang có tuần: 47." in await town.write(LAN, f"/baocao {number}")
    await town.write(LAN, "/start")
    assert "BÁO CÁO TUẦN 47" in await town.tap(LAN, "Báo cáo tuần")


async def test_the_office_sees_whom_it_reached(saturday: Town) -> None:
    """Lan has it; Hoa, also a leader, has blocked the bot."""
    town = saturday
    await town.work(lambda w: w.people.grant(town.person(HOA), Role.LEADER, w.today))
    await town.sql("UPDATE person SET reachable = 0 WHERE id = :id", id=town.person(HOA))
    await town.go_to(clock(23, 7))
    card = next(text for text in await town.heard(HANH) if "Báo cáo tuần 47" in text)
    assert "Đã tới 1/2 đồng chí. Chưa tới: Nguyễn Thị Hoa" in card
    await town.sql("UPDATE person SET reachable = 1")
    await town.later(minutes=1)
    card = next(text for text in await town.heard(HANH) if "Báo cáo tuần 47" in text)
    assert "Đã tới 2/2 đồng chí." in card


async def test_a_report_has_one_card_of_its_state(saturday: Town) -> None:
    town = saturday
    await town.go_to(clock(22, 19, 1))
    await town.tap(HANH, "Nhận xét")
    said = await town.write(HANH, "Tuần ra quân tốt.")
    assert "Đã ghi vào báo cáo tuần 47" in said
    await town.tap(HANH, "Tạm dừng")
    await town.tap(HANH, "Duyệt")
    cards = [text for text in await town.heard(HANH) if "Giờ gửi" in text]
    assert len(cards) == 1
    assert "Văn phòng đã duyệt" in cards[0]
    assert "Nhận xét: Tuần ra quân tốt." in cards[0]


async def test_four_matters_are_too_many(saturday: Town) -> None:
    town = saturday
    await town.go_to(clock(22, 19, 1))
    await town.tap(HANH, "Việc xin ý kiến")
    assert "tối đa 3" in await town.write(HANH, "một\nhai\nba\nbốn")


async def test_a_leaders_word_reaches_the_office(saturday: Town) -> None:
    town = saturday
    await town.go_to(clock(23, 7))
    await town.tap(LAN, "Ý kiến chỉ đạo")
    assert "Gửi đ/c Đỗ Thị Hạnh?" in await town.write(LAN, "Hỏi lại điểm Hải Yên")
    said = await town.tap(LAN, "Gửi")
    assert "chuyển đ/c Đỗ Thị Hạnh lúc thứ Hai, 23/11 7h15" in said
    assert "«Hỏi lại điểm Hải Yên»" in said
    await town.go_to(clock(23, 7, 31))
    assert any("Hỏi lại điểm Hải Yên" in text for text in await town.heard(HANH))


async def test_a_word_under_the_report_and_the_answer_under_the_word(saturday: Town) -> None:
    town = saturday
    await town.go_to(clock(23, 8))
    report = next(m for m in town.phone(LAN).messages if "BÁO CÁO TUẦN" in m.text)
    await town.write(LAN, "sao chậm thế", reply_to=report)
    assert "chuyển đ/c Đỗ Thị Hạnh" in await town.write(LAN, "gửi")
    word = next(m for m in town.phone(HANH).messages if "sao chậm thế" in m.text)
    assert "CD-001 – ý kiến chỉ đạo (báo cáo tuần 47)" in word.text
    assert word.labels == ["Trả lời", "Đã rõ"]
    await town.write(HANH, "chờ mặt bằng", reply_to=word)
    back = next(m for m in town.phone(LAN).messages if "chờ mặt bằng" in m.text)
    assert "Trạng thái: đã trả lời" in back.text
    await town.tap(LAN, "Hỏi thêm", back)
    await town.write(LAN, "nhất trí")
    assert any("nhất trí" in text for text in await town.heard(HANH))


async def test_an_order_to_somebody_is_no_word_for_the_office(saturday: Town) -> None:
    """«Bình: về Trà Cổ kiểm tra lại, thứ 6», asked for a word or under the report: a draft."""
    town = saturday
    await town.go_to(clock(23, 8))
    card = town.phone(LAN).last
    await town.tap(LAN, "Ý kiến chỉ đạo")
    said = await town.write(LAN, "Bình: ve Tra Co kiem tra lai, thu 6")
    assert "1. đ/c Nguyễn Văn Bình: ve Tra Co kiem tra lai" in said
    await town.write(LAN, "thôi")
    said = await town.write(LAN, "giao Hoa xem lai so lieu, bao cao thu 4", reply_to=card)
    assert "1. đ/c Nguyễn Thị Hoa: xem lai so lieu" in said
    assert await town.sql("SELECT code FROM matter WHERE code LIKE 'CD-%'") == []


async def test_nobody_else_answers_a_word_on_the_report(saturday: Town) -> None:
    town = saturday
    await town.go_to(clock(23, 8))
    await town.tap(LAN, "Ý kiến chỉ đạo")
    await town.write(LAN, "Hỏi lại điểm Hải Yên")
    await town.tap(LAN, "Gửi")
    [(word,)] = await town.sql("SELECT id FROM matter WHERE code = 'CD-001'")
    for other in (BINH, THANG):
        await town.write(other, "trợ giúp")
        await town.phone(other).press(f"m.step:{word}:1.answer", town.phone(other).last.message_id)
        await town.settle()
    assert await town.sql("SELECT topic FROM expectation WHERE topic = 'matter.step'") == []


async def test_every_point_with_its_proof(saturday: Town) -> None:
    town = saturday
    await town.go_to(clock(23, 7))
    points = await town.tap(LAN, "Tình nguyện")
    assert "Ka Long: 42 (tự báo)" in points
    assert "Hải Yên: chưa báo" in points


async def test_a_head_reads_the_sections_part_a_colleague_nothing(saturday: Town) -> None:
    town = saturday
    await town.go_to(clock(23, 7))
    part = await town.write(THANG, "/baocao")
    assert "Phần của Tiểu ban Tuyên truyền - Vận động" in part
    assert "lượt người" not in part
    assert "chưa được phân quyền" in await town.write(BINH, "/baocao")


async def test_only_the_office_approves(saturday: Town) -> None:
    town = saturday
    await town.go_to(clock(22, 19, 1))
    for who in (LAN, THANG, BINH):
        for verb in ("d.approve", "d.pause", "d.go"):
            await town.phone(who).press(f"{verb}:1", 1)
            await town.settle()
    assert await town.sql("SELECT approved_by, paused, state FROM digest") == [
        (None, 0, "preview")
    ]


async def test_copies_by_organisation(saturday: Town) -> None:
    """In an office of 2017 the other leaders read the part of their own organisation."""
    town = saturday

    def prepare(work: Work) -> None:
        labels = dump({**work.office.labels, "report": "organisation"})
        work.connection.execute("UPDATE office SET labels = ?", (labels,))
        work.people.grant(town.person(HOA), Role.LEADER, work.today)

    await town.work(prepare)
    await town.go_to(clock(23, 7))
    (mine,) = await letters(town, HOA)
    assert "Phần của Hội Liên hiệp Phụ nữ" in mine
    assert "👥 Ra quân: 2/3 điểm chưa chia theo đoàn thể; chưa báo 1 điểm" in mine
    assert "1 buổi (chưa báo 1 điểm) (chưa kể 2 điểm chưa chia theo đoàn thể)" in mine
    assert "Từ đầu năm" not in mine
    by_point = await town.tap(HOA, "Tình nguyện")
    assert "Ka Long: chưa chia theo đoàn thể" in by_point
    assert ": 0" not in by_point
    (whole,) = await letters(town, LAN)
    assert "Phần của" not in whole
    scopes = await town.sql("SELECT scope FROM digest_delivery ORDER BY scope")
    assert [scope[0] for scope in scopes] == ["all", "org:4"]


async def test_what_was_opened_again_is_noted(saturday: Town) -> None:
    town = saturday
    await late_work(town)

    def reopened(work: Work) -> None:
        [(number,)] = work.connection.execute("SELECT id FROM assignment").fetchall()
        work.log("reopened", "assignment", number, was="done", became="doing")

    await town.work(reopened)
    await town.go_to(clock(23, 7))
    assert "Mở lại: NV-2026-0001" in (await letters(town, LAN))[0]


async def test_one_acts_from_inside_the_report(saturday: Town) -> None:
    town = saturday
    await late_work(town)
    await town.go_to(clock(23, 7))
    (letter,) = await letters(town, LAN)
    assert "đ/c Nguyễn Văn Bình, hạn 18/11, quá 2 ngày làm việc" in letter
    assert "Danh sách người có uy tín" in await town.tap(LAN, "Việc quá hạn")
    await town.tap(LAN, "1")
    assert "Danh sách người có uy tín" in await town.screen(LAN)
    await town.go_to(clock(23, 9))
    await town.tap(LAN, "Nhắc")
    assert any("Danh sách người có uy tín" in text for text in await town.heard(BINH))


ASKED = "SELECT count(*) FROM journal WHERE event = 'said'"
LEADS = (
    "SELECT person.name FROM assignment_lead lead JOIN person ON person.id = lead.person_id"
    " WHERE lead.until IS NULL"
)


@pytest.mark.parametrize(
    ("label", "answers", "sql", "became"),
    [
        ("Hỏi", ["vướng gì, cần ai giúp không?"], ASKED, 1),
        ("Gia hạn", ["27/11"], "SELECT date(due_at, 'unixepoch') FROM assignment", "2026-11-27"),
        ("Giao lại", ["Hoa", "đồng chí Bình đi học"], LEADS, "Nguyễn Thị Hoa"),
        ("Biểu dương", ["rất khéo"], "SELECT count(*) FROM journal WHERE event = 'praised'", 1),
    ],
)
async def test_each_button_of_a_line_of_the_report_does_what_it_says(
    saturday: Town, label: str, answers: list[str], sql: str, became: object
) -> None:
    town = saturday
    await late_work(town)
    await town.go_to(clock(23, 9))
    await town.tap(LAN, "Việc quá hạn")
    await town.tap(LAN, "1")
    await town.tap(LAN, label)
    for words in answers:
        await town.write(LAN, words)
    if town.phone(LAN).can_tap("Gửi"):
        await town.tap(LAN, "Gửi")
    assert await town.sql(sql) == [(became,)]


async def test_a_report_opens_nothing_to_another_office(saturday: Town) -> None:
    """Its buttons in the hand of a leader of another office, an hour later."""
    town = saturday
    await late_work(town)
    await town.go_to(clock(23, 9))
    await town.tap(LAN, "Việc quá hạn")
    secret = "Danh sách người có uy tín"
    held = [b.data for m in town.phone(LAN).messages for b in m.buttons if b.data]
    assert held
    [(other,)] = await town.sql(
        "INSERT INTO office (code, name, short, preset, zone, valid_from) "
        "VALUES ('X', 'X', 'X', 'district_2017', 'Asia/Ho_Chi_Minh', '2026-01-01') RETURNING id"
    )
    for table, column in (
        ("role_grant", "person_id"),
        ("membership", "person_id"),
        ("person", "id"),
    ):
        await town.sql(
            f"UPDATE {table} SET office_id = :other WHERE {column} = :lan",
            other=other,
            lan=town.person(LAN),
        )
    before = len(town.phone(LAN).messages)
    for data in held:
        await town.press(LAN, data)
    await town.write(LAN, "/baocao")
    await town.write(LAN, "báo cáo tuần 47")
    said = [m.text for m in town.phone(LAN).messages[before:]]
    assert not [text for text in said if secret in text or "Bình" in text]
    assert not [t.text for t in town.phone(LAN).toasts if secret in t.text]


async def test_to_paste_elsewhere_without_names(saturday: Town) -> None:
    town = saturday
    await late_work(town)
    await town.go_to(clock(23, 7))
    pasted = await town.tap(LAN, "Chép sang Zalo")
    assert "Danh sách người có uy tín, hạn 18/11" in pasted
    assert "Bình" not in pasted


async def test_the_report_of_a_week_is_asked_for_in_words(saturday: Town) -> None:
    town = saturday
    await town.go_to(clock(23, 7))
    assert "BÁO CÁO TUẦN 47" in await town.write(LAN, "báo cáo tuần 47")
    assert "Chưa có báo cáo tuần 46" in await town.write(LAN, "cho xem báo cáo tuần 46")
    assert "BÁO CÁO TUẦN" not in await town.write(BINH, "báo cáo tuần 47")


async def test_a_leaders_word_needs_no_reply(saturday: Town) -> None:
    town, words = saturday, "để giao ban bàn"
    await town.go_to(clock(23, 7))
    await town.write(LAN, words)
    await town.tap(LAN, "Gửi")
    await town.later(hours=2)
    assert words in "".join(await town.heard(HANH))


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("CD-001 xong roi, ket thuc", "closed"),
        ("cd-001 kết thúc", "closed"),
        ("CD-001 xong chưa", "answered"),
        ("CD-001 chưa kết thúc", "said"),
    ],
)
async def test_who_said_it_closes_it_in_words(saturday: Town, said: str, state: str) -> None:
    """Only where no word is left over; what is left over is still asked of the office."""
    town = saturday
    await town.go_to(clock(23, 8))
    await town.tap(LAN, "Ý kiến chỉ đạo")
    await town.write(LAN, "sao chậm thế")
    await town.tap(LAN, "Gửi")
    word = next(m for m in town.phone(HANH).messages if "sao chậm thế" in m.text)
    await town.write(HANH, "xong rồi", reply_to=word)
    assert await town.sql("SELECT state FROM matter WHERE code = 'CD-001'") == [("answered",)]
    answer = await town.write(LAN, said)
    assert await town.sql("SELECT state FROM matter WHERE code = 'CD-001'") == [(state,)]
    assert ("Kết thúc" in answer) == (state == "closed")
