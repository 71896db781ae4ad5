"""What is typed behind a code, or where a matter is raised: done, asked or answered."""

from tests.helpers.begun import begun
from tests.helpers.matters import HA, LIEN, TRAN, matter, move_in
from tests.town import BINH, CUONG, HANH, LAN, Town, says


@begun
async def office(town: Town) -> Town:
    return await move_in(town)


async def body(town: Town, name: str) -> int:
    return int(await town.work(lambda w: w.lookups.add("body", name, w.today)))


async def test_whose_it_is_and_until_when(office: Town) -> None:
    town = office
    await town.write(HANH, "công văn đến: 312 rà soát hộ nghèo")
    assert "Nguyễn Văn Bình" in await town.write(HANH, "CV-001 giao Bình hạn 10/12")
    who = town.person(BINH)
    assert await matter(town, "state, owner_id", "CV-001") == ("doing", who)
    assert "10/12" in await town.write(HANH, "cv-001 đến đâu rồi")
    assert "Đã trả lời" in town.phone(BINH).last.labels
    await town.write(HANH, "cv1 trả lời trước 25/12")
    assert "24/12" in await town.write(HANH, "CV-001")
    await town.write(HANH, "CV-001 nơi nhận Tỉnh ủy")
    await town.tap(HANH, "Ghi đơn vị mới")
    assert "Gửi: Tỉnh ủy" in await town.write(HANH, "CV-001 sao rồi?")
    said = await town.sql("SELECT text FROM matter_words")
    assert said == [("312 rà soát hộ nghèo",)]


async def test_of_two_with_one_name_nobody_is_picked(office: Town) -> None:
    town = office
    await town.write(HANH, "công văn đến: 312 rà soát hộ nghèo")
    await town.sql("UPDATE person SET name = 'Hà Thị Bình' WHERE name = :n", n=LIEN.name)
    await town.write(HANH, "CV-001 giao Bình")
    assert "Hà Thị Bình" in await town.screen(HANH)
    assert await matter(town, "owner_id", "CV-001") == (None,)


async def test_who_may_not_is_told_so(office: Town) -> None:
    town = office
    await town.write(CUONG, "khó khăn: cầu hỏng")
    assert "không thuộc phần việc" in await town.write(CUONG, "KK-001 giao Bình")
    assert await matter(town, "owner_id", "KK-001") == (None,)


async def test_an_answer_with_its_number_and_day(office: Town) -> None:
    town = office
    for line in ("công văn đến: 312 hộ nghèo", "công văn đến: 415 hội trại"):
        await town.write(HANH, line)
    await town.write(HANH, "CV-001 giao Bình")
    await town.write(HANH, "CV-002 giao Bình")
    await town.write(BINH, "CV-001 đã trả lời số 60 ngày 18/11")
    assert await matter(town, "state, paper", "CV-001") == ("closed", "60")
    await town.write(BINH, "CV-002")
    await town.tap(BINH, "Đã trả lời")
    await town.write(BINH, "đã có công văn trả lời số 55 ngày 18/11")
    assert await matter(town, "state, paper", "CV-002") == ("closed", "55")
    assert "CV-002 đã kết thúc" in await town.write(HANH, "CV-002 giao Hoa")
    assert "đã kết thúc" in await town.write(BINH, "CV-002 đã trả lời số 61 ngày 18/11")
    await town.write(HANH, "CV-002")
    await town.tap(HANH, "Mở lại")
    await town.write(HANH, "gửi nhầm bản")
    assert await matter(town, "state, closed_at", "CV-002") == ("doing", None)


async def test_what_is_raised_says_whose_it_is_from_whom_and_until_when(office: Town) -> None:
    town = office
    ubnd = await body(town, "UBND tỉnh")
    await town.write(
        HANH, "văn bản đến: 312/UBND-VX của UBND tỉnh về hộ nghèo, giao Bình, trả lời trước 25/12"
    )
    assert await matter(town, "state, owner_id, body_id, date(due_at, 'unixepoch')", "CV-001") == (
        "doing",
        town.person(BINH),
        ubnd,
        "2026-12-24",
    )
    assert "hộ nghèo" in await town.screen(BINH)
    await town.write(HANH, "xin ý kiến: kinh phí Tết cho hộ nghèo trước 30/11")
    assert "hạn 29/11" in await town.screen(HANH)
    await town.write(LAN, "kết luận: giao Bình tổng kết, 10/12")
    await town.write(LAN, "gửi")
    assert await matter(town, "owner_id, date(due_at, 'unixepoch')", "KL-001") == (
        town.person(BINH),
        "2026-12-10",
    )
    await town.write(HANH, "công văn đến: 99 hộ nghèo, hạn 10/11")
    assert await says(town, HANH, "Chưa rõ hạn")


async def test_a_limit_that_was_said_stands_when_it_is_sent(office: Town) -> None:
    town = office
    ka_long = await body(town, "UBND phường Ka Long")
    await town.write(TRAN, "kiến nghị: UBND phường Ka Long niêm yết phí, trả lời trước 10/12")
    assert await matter(town, "body_id, date(due_at, 'unixepoch')", "KN-001") == (
        ka_long,
        "2026-12-09",
    )
    await town.write(TRAN, "KN1 số 120 ngày 18/11")
    assert await matter(town, "state, date(due_at, 'unixepoch')", "KN-001") == (
        "sent",
        "2026-12-09",
    )
    await town.write(TRAN, "kiến nghị: UBND phường Ka Long sửa bảng")
    await town.write(TRAN, "KN2 số 121 ngày 18/11, đề nghị trả lời trước 12/12")
    assert await matter(town, "state, date(due_at, 'unixepoch')", "KN-002") == (
        "sent",
        "2026-12-11",
    )
    await town.write(TRAN, "KN-002 da trao doi, ho hen tra loi 5/12")
    card = await town.write(TRAN, "KN2")
    assert "Đã trao đổi – Lê Văn Trận: ho hen tra loi 5/12" in card


async def test_what_a_step_still_needs_is_asked_and_then_it_is_taken(office: Town) -> None:
    town = office
    await town.write(LAN, "kết luận: rà soát hộ nghèo")
    await town.write(LAN, "gửi")
    await town.write(HANH, "KL1")
    assert "còn cần người phụ trách" in await town.tap(HANH, "Giao thành việc")
    assert "còn cần hạn" in await town.write(HANH, "giao anh Bình nhé")
    await town.write(HANH, "27/11")
    assert await matter(town, "state", "KL-001") == ("given",)
    assert await says(town, BINH, "rà soát hộ nghèo")


async def test_a_new_body_has_the_name_that_stood_above_its_button(office: Town) -> None:
    town = office
    await town.write(TRAN, "kiến nghị: niêm yết phí")
    await town.write(TRAN, "KN1")
    await town.tap(TRAN, "Nơi nhận")
    await town.write(TRAN, "UBND tỉnh Quảng Ninh")
    asked = town.phone(TRAN).last
    await town.write(TRAN, "nhắc CV-001")
    await town.write(TRAN, "Sở Tư pháp")
    await town.tap(TRAN, "Ghi đơn vị mới", message=asked)
    assert await town.sql("SELECT name FROM lookup") == [("UBND tỉnh Quảng Ninh",)]


async def test_no_body_comes_of_words_alone_or_of_a_forged_button(office: Town) -> None:
    town = office
    await town.write(TRAN, "kiến nghị: niêm yết phí")
    await town.write(TRAN, "KN1 nơi nhận UBND tỉnh Quảng Ninh")
    await town.press(TRAN, "m.new_body:1:deadbeef", town.phone(TRAN).last.message_id)
    assert await town.sql("SELECT name FROM lookup") == []
    assert await matter(town, "body_id", "KN-001") == (None,)


async def test_a_hamlet_head_does_not_close_what_the_office_sorted(office: Town) -> None:
    """Before that it may be said to be the same; after it whoever answers for opinions says so."""
    town = office
    await town.write(CUONG, "ý kiến: đèn đường khu 2 hỏng, 12 hộ")
    await town.write(CUONG, "ý kiến: đèn đường khu 2 tối quá")
    assert await matter(town, "weight", "YK-001") == (12,)
    await town.write(HA, "YK2")
    await town.tap(HA, "Phân loại xong")
    await town.write(CUONG, "YK2")
    assert "Trùng ý kiến trước" not in town.phone(CUONG).last.labels
    await town.write(HA, "YK2")
    assert "Trùng ý kiến trước" in town.phone(HA).last.labels


async def test_a_file_under_a_bare_code_is_kept(office: Town) -> None:
    town = office
    await town.write(HANH, "công văn đến: 312 hộ nghèo")
    await town.phone(HANH).photo("CV-001")
    await town.settle()
    assert await town.sql("SELECT about FROM attachment") == [("matter:1",)]


async def test_a_conclusion_for_a_section_stays_open_with_its_day(office: Town) -> None:
    town = office
    await town.write(HANH, "xin ý kiến: tổ chức hội trại")
    await town.write(LAN, "XK1")
    await town.tap(LAN, "Kết luận")
    read = await town.write(LAN, "đồng ý, tổ chức tại Trà Cổ ngày 28/12, giao Văn phòng")
    assert "→ Giao Văn phòng, hạn thứ Hai, 28/12" in read
    await town.tap(LAN, "Gửi")
    assert await matter(
        town, "state, date(due_at, 'unixepoch'), owner_unit_id IS NULL", "KL-001"
    ) == (
        "open",
        "2026-12-28",
        0,
    )
    card = town.phone(HANH).last
    assert "🔵 KL-001 – kết luận cần thực hiện (XK-001)" in card.text, "the section's head has it"
    assert "Phụ trách: Văn phòng" in card.text
    assert "Báo kết quả" in card.labels
    listed = await town.write(HANH, "theo dõi")
    assert "đồng ý, tổ chức tại Trà Cổ" in listed
