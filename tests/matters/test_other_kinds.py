"""A difficulty, an opinion, a decision with its conclusion, a document: each from line to end."""

from pathlib import Path

import pytest

from bot.evidence_copier import EvidenceCopier
from tests.helpers.assignments import give
from tests.helpers.begun import begun
from tests.helpers.matters import HA, matter, move_in
from tests.town import BINH, CUONG, DUNG, HANH, HOA, LAN, MAI, THANG, Town, clock, says

LIGHTS = "đèn đường khu 2 hỏng, 5 hộ nói"


@begun
async def office(town: Town) -> Town:
    return await move_in(town)


async def test_a_difficulty_is_owned_answered_and_closed_by_who_raised_it(office: Town) -> None:
    town = office
    await town.write(CUONG, "khó khăn: đường vào thôn sạt lở")
    assert "Ka Long" in await town.screen(CUONG)
    assert "đường vào thôn sạt lở" in await town.screen(THANG)
    assert "còn cần người phụ trách" in await town.tap(THANG, "Bắt đầu xử lý")
    await town.write(THANG, "bình")
    assert "đường vào thôn sạt lở" in await town.screen(BINH)
    await town.write(BINH, "KK1")
    await town.tap(BINH, "Trả lời")
    await town.write(BINH, "xã đã cắm biển, thứ 5 đổ đá")
    assert "thứ 5 đổ đá" in await town.screen(CUONG)
    await town.tap(CUONG, "Đã ổn, kết thúc")
    assert await matter(town, "state", "KK-001") == ("closed",)


async def test_a_step_that_waits_for_an_owner_is_no_button_of_who_may_name_none(
    office: Town,
) -> None:
    """Bình is of the duty and does not decide in it: his button was dead."""
    town = office
    await town.write(CUONG, "khó khăn: đường vào thôn sạt lở")
    await town.write(BINH, "KK1")
    assert "Trả lời" in town.phone(BINH).last.labels
    assert "Bắt đầu xử lý" not in town.phone(BINH).last.labels
    await town.write(THANG, "KK1")
    assert "Bắt đầu xử lý" in town.phone(THANG).last.labels
    await town.sql("UPDATE matter SET owner_id = raised_by")
    await town.write(BINH, "KK1")
    assert "Bắt đầu xử lý" in town.phone(BINH).last.labels


@pytest.mark.parametrize("who", ["ông Năm", "hộ bà Chín", "xóm người Dao"])
async def test_a_difficulty_names_no_household(office: Town, who: str) -> None:
    """A colleague it may name."""
    town = office
    assert "không được lưu" in await town.write(CUONG, f"khó khăn: {who} chưa bàn giao đất")
    assert await town.sql("SELECT * FROM matter") == []
    await town.write(CUONG, "khó khăn: anh Nam ốm, đường Bà Triệu thiếu người trực")
    assert await town.sql("SELECT count(*) FROM matter") == [(1,)]


@pytest.mark.parametrize("kind", ["voice", "photo"])
async def test_a_difficulty_may_be_a_voice_or_a_photo_alone(office: Town, kind: str) -> None:
    town = office
    await town.write(CUONG, "nêu việc")
    await town.tap(CUONG, "Khó khăn")
    await getattr(town.phone(CUONG), kind)()
    assert "KK-001" in await town.screen(CUONG)
    assert await town.sql("SELECT about, kind FROM attachment") == [("matter:1", kind)]
    assert "KK-001" in await town.screen(THANG)


async def test_what_the_section_cannot_settle_is_put_to_the_leaders(office: Town) -> None:
    """The step raises a decision; the leader's conclusion becomes what is to be carried out."""
    town = office
    await town.write(CUONG, "khó khăn: thiếu kinh phí loa")
    await town.write(THANG, "KK1")
    await town.tap(THANG, "Xin ý kiến trên")
    await town.write(THANG, "xin 3 triệu mua loa")
    asked = await town.screen(LAN)
    assert "xin ý kiến Thường trực (KK-001)" in asked
    assert "xin 3 triệu mua loa" in asked
    await town.tap(LAN, "Kết luận")
    await town.write(LAN, "đồng ý, Thắng làm thủ tục trước 27/11")
    await town.tap(LAN, "Gửi")
    assert await matter(town, "state", "XK-001") == ("decided",)
    assert await matter(town, "state, about, owner_id", "KL-001") == (
        "given",
        "matter:2",
        town.person(THANG),
    )
    await town.write(THANG, "KL1")
    await town.tap(THANG, "Báo kết quả")
    await town.write(THANG, "đã mua")
    await town.write(LAN, "KL1")
    await town.tap(LAN, "Xác nhận xong")
    assert await matter(town, "state", "KL-001") == ("closed",)


async def test_a_conclusion_becomes_work_by_the_deed_that_is_there(office: Town) -> None:
    town = office
    await town.write(LAN, "kết luận: rà soát danh sách hộ nghèo")
    await town.write(LAN, "gửi")
    await town.write(HANH, "KL1")
    await town.tap(HANH, "Phụ trách")
    await town.write(HANH, "CB04")
    await town.write(HANH, "KL1")
    await town.tap(HANH, "Đặt hạn")
    await town.write(HANH, "27/11")
    await town.write(HANH, "KL1")
    await town.tap(HANH, "Giao thành việc")
    given = await town.sql("SELECT title, source, lead_id FROM assignment")
    assert given == [("rà soát danh sách hộ nghèo", "KL-001", town.person(BINH))]
    assert await says(town, BINH, "rà soát danh sách hộ nghèo")


async def test_an_opinion_is_told_back_before_it_is_closed(office: Town) -> None:
    town = office
    await town.write(CUONG, f"ý kiến: {LIGHTS}")
    assert LIGHTS in await town.write(DUNG, "YK1")
    await town.tap(DUNG, "Phân loại xong")
    await town.write(HA, "YK1")
    await town.tap(HA, "Nơi nhận")
    await town.write(HA, "UBND phường Ka Long")
    await town.tap(HA, "Ghi đơn vị mới")
    await town.write(HA, "YK1")
    await town.tap(HA, "Chuyển cơ quan")
    await town.write(HA, "15/MTTQ ngày 18/11")
    await town.write(DUNG, "YK1")
    await town.tap(DUNG, "Đã có trả lời")
    await town.write(DUNG, "sửa trong tháng 12")
    assert "sửa trong tháng 12" in await town.screen(CUONG)
    assert "chưa báo bà con" in await town.write(DUNG, "YK1")
    assert "Kết thúc" not in town.phone(DUNG).last.labels
    await town.tap(CUONG, "Đã báo bà con")
    await town.write(DUNG, "YK1")
    await town.tap(DUNG, "Kết thúc")
    assert await matter(town, "state", "YK-001") == ("closed",)


async def test_the_office_sees_where_an_opinion_stands_but_not_its_words(office: Town) -> None:
    town = office
    await town.write(CUONG, f"ý kiến: {LIGHTS}")
    card = await town.write(HANH, "YK1")
    assert "mới ghi" in card
    assert "Ka Long" in card
    assert LIGHTS not in card
    assert LIGHTS in await town.write(LAN, "YK1")


async def test_words_of_any_length_and_shape_fit_the_card(office: Town) -> None:
    town = office
    await town.write(CUONG, f"khó khăn: <b>{'cầu hỏng ' * 300}</b> & {{code}}")
    await town.tap(THANG, "Trả lời")
    await town.write(THANG, "<i>đã</i> " * 400)
    assert "KK-001" in await town.screen(CUONG)
    kept = await town.sql("SELECT max(length(text)) FROM matter_words")
    assert kept == [(500,)]


async def test_a_complaint_is_not_kept(office: Town) -> None:
    town = office
    await town.write(CUONG, "ý kiến: tố cáo cán bộ địa chính tham nhũng")
    assert await town.sql("SELECT * FROM matter") == []
    assert await town.sql("SELECT * FROM matter_words") == []


async def test_who_only_volunteers_raises_nothing(office: Town) -> None:
    town = office
    await town.phone(MAI).write("/start")
    await town.write(MAI, f"ý kiến: {LIGHTS}")
    assert await town.sql("SELECT * FROM matter") == []


async def test_what_is_put_off_returns_on_its_day(office: Town) -> None:
    town = office
    await town.write(HANH, "xin ý kiến: kinh phí quý IV")
    await town.write(LAN, "XK1")
    await town.tap(LAN, "Để lại sau")
    await town.write(LAN, "24/11")
    assert await matter(town, "state, returns_on", "XK-001") == ("put_off", "2026-11-24")
    await town.go_to(clock(23, 9))
    assert await matter(town, "state", "XK-001") == ("put_off",)
    await town.go_to(clock(24, 9))
    assert await matter(town, "state, returns_on", "XK-001") == ("asked", None)
    events = await town.sql("SELECT event FROM journal WHERE kind = 'matter' ORDER BY id")
    assert [event for (event,) in events] == ["raised", "put_off", "return"]


async def test_an_incoming_document_is_handed_on_and_answered_with_its_number(
    office: Town,
) -> None:
    town = office
    await town.write(HANH, "nêu việc")
    await town.tap(HANH, "Văn bản đến")
    await town.write(HANH, "Số 88/UBND ngày 17/11, báo cáo người có uy tín")
    await town.tap(HANH, "Phụ trách")
    await town.write(HANH, "CV1")
    await town.tap(HANH, "Giao xử lý")
    await town.tap(HANH, "Dân chủ - Pháp luật")
    assert "88/UBND" in await town.screen(HA)
    await town.write(HA, "CV1")
    await town.tap(HA, "Đã trả lời")
    await town.write(HA, "số 31/BC ngày 19/11")
    assert await matter(town, "state, paper", "CV-001") == ("closed", "31/BC")


async def test_a_word_and_a_photo_under_the_card(office: Town) -> None:
    town = office
    await town.write(CUONG, "khó khăn: cầu hỏng")
    card = next(m for m in town.phone(THANG).messages if "KK-001" in m.text)
    await town.write(THANG, "đã gọi cho xã", reply_to=card)
    assert "đã gọi cho xã" in await town.write(CUONG, "KK1")
    await town.phone(CUONG).photo(reply_to=town.phone(CUONG).last)
    await town.settle()
    await town.write(THANG, "KK1")
    await town.tap(THANG, "Xem ảnh, tệp")
    assert town.phone(THANG).messages[-1].kind == "photo"
    assert await town.sql("SELECT about, kind FROM attachment") == [("matter:1", "photo")]


async def test_under_work_the_same_words_speak_of_that_work(office: Town) -> None:
    town = office
    await give(town, HANH, "Bình")
    card = next(m for m in town.phone(BINH).messages if "Vận động 6 hộ" in m.text)
    await town.write(BINH, "khó khăn: 2 hộ đi vắng", reply_to=card)
    assert await town.sql("SELECT * FROM matter") == []


async def test_who_leaves_hands_over_what_is_theirs(office: Town) -> None:
    """Until then it waits for the office."""
    town = office
    await town.write(CUONG, "khó khăn: cầu hỏng")
    await town.tap(THANG, "Phụ trách")
    await town.write(THANG, "bình")
    await town.write(HANH, "/nghi CB04")
    assert "KK-001" in await town.tap(HANH, "Cho nghỉ")
    await town.tap(HANH, "KK-001")
    await town.write(HANH, "hoa")
    assert await matter(town, "owner_id", "KK-001") == (town.person(HOA),)


async def test_the_list_names_what_is_late_first_and_only_ones_own(office: Town) -> None:
    town = office
    await town.write(CUONG, "khó khăn: một")
    await town.write(BINH, "khó khăn: hai")
    await town.sql(
        "UPDATE matter SET due_at = unixepoch('2026-11-18 10:00') WHERE code = 'KK-002'"
    )
    said = await town.write(THANG, "/theodoi")
    assert "Việc theo dõi (2) – 🔴 quá hạn 1" in said
    assert said.index("KK-002") < said.index("KK-001")
    assert "KK-002" not in await town.write(CUONG, "theo dõi")
    assert "Việc theo dõi (0)" in await town.write(DUNG, "theo dõi")


async def test_copies_of_what_hangs_on_it_are_kept_and_go_with_it(
    office: Town, tmp_path: Path
) -> None:
    town = office
    copier = EvidenceCopier(town.house.bot, town.house.housekeeping, tmp_path / "files")
    await town.write(CUONG, "khó khăn: cầu hỏng")
    await town.phone(CUONG).photo(reply_to=town.phone(CUONG).last)
    await town.settle()
    await copier.round()
    [(kept,)] = await town.sql("SELECT kept FROM attachment")
    assert (tmp_path / "files" / kept).exists()
    assert kept.startswith(f"{town.office_id}/about/1-")
    await town.work(lambda w: w.attachments.forget("matter:1"))
    town.is_prepared = True
    await copier.round()
    assert not (tmp_path / "files" / kept).exists()


@pytest.mark.parametrize("way", ["reply", "code"])
async def test_what_was_raised_becomes_work_that_is_tied_to_it(office: Town, way: str) -> None:
    """An order under its card is a draft; given, the task says where it came from, and back."""
    town = office
    await town.write(CUONG, "khó khăn: loa truyền thanh hỏng, chưa có kinh phí")
    card = town.phone(THANG).last
    order = "giao Bình: sửa loa truyền thanh Trà Cổ, thứ 6"
    if way == "reply":
        said = await town.write(THANG, order, reply_to=card)
    else:
        said = await town.write(THANG, f"KK1 {order}")
    assert "CHƯA GIAO" in said
    assert "KK-001" in said
    assert await town.sql("SELECT count(*) FROM assignment") == [(0,)]
    await town.tap(THANG, "Giao việc")
    assert await town.sql("SELECT title, source FROM assignment") == [
        ("sửa loa truyền thanh Trà Cổ", "KK-001")
    ]
    assert "NV-2026-0001" in await town.write(THANG, "KK1")
    assert "KK-001" in await town.screen(BINH)


async def test_whoever_gives_no_work_only_notes_it(office: Town) -> None:
    town = office
    await town.write(CUONG, "khó khăn: loa hỏng")
    await town.write(BINH, "KK1 giao Hoa: sửa loa, thứ 6")
    assert await town.sql("SELECT count(*) FROM assignment") == [(0,)]
    assert "CHƯA GIAO" not in await town.screen(BINH)


async def test_a_difficulty_that_nobody_answers_goes_up_to_the_leaders(office: Town) -> None:
    """Raised on Thursday, its limit is Monday; two working days later the leaders hear, once."""
    town = office
    await town.write(CUONG, "khó khăn: loa truyền thanh hỏng, chưa có kinh phí")
    await town.go_to(clock(24, 12))
    assert not await says(town, LAN, "chưa ai trả lời")
    await town.go_to(clock(25, 12))
    told = [text for text in await town.heard(LAN) if "chưa ai trả lời" in text]
    assert len(told) == 1
    assert "KK-001" in told[0]
    assert "loa truyền thanh hỏng" in told[0]
    assert "Lê Văn Thắng" in told[0]
    await town.go_to(clock(30, 12))
    assert len([text for text in await town.heard(LAN) if "chưa ai trả lời" in text]) == 1
    assert "đã báo lãnh đạo" in await town.write(THANG, "KK1")


async def test_what_was_answered_in_time_stays_below(office: Town) -> None:
    town = office
    await town.write(CUONG, "khó khăn: loa hỏng")
    await town.write(THANG, "KK1 trả lời: thứ 5 có thợ")
    await town.go_to(clock(30, 12))
    assert not await says(town, LAN, "chưa ai trả lời")


@pytest.mark.parametrize(
    ("line", "words", "owner"),
    [
        (
            "cong van den so 512 UBND tinh ngay 18/11: bao cao ho ngheo",
            "so 512 UBND tinh ngay 18/11: bao cao ho ngheo",
            None,
        ),
        (
            "CV đến số 33/HD-MTTQ ngày 2/11: hướng dẫn Tết, giao Bình, trả lời trước 25/12",
            "số 33/HD-MTTQ ngày 2/11: hướng dẫn Tết",
            "binh",
        ),
    ],
)
async def test_a_documents_number_may_stand_before_the_colon(
    office: Town, line: str, words: str, owner: str | None
) -> None:
    """It was asked whom to give it to, as work."""
    town = office
    await town.write(HANH, line)
    said = await town.sql("SELECT text FROM matter_words")
    assert words in said[0][0], await town.screen(HANH)
    whose = town.person(BINH) if owner else None
    due = await matter(town, "kind, owner_id, due_at IS NOT NULL", "CV-001")
    assert due == ("document", whose, int(bool(owner)))


@pytest.mark.parametrize(
    "line",
    [
        "công văn đến số 512 chưa ai làm: giao Hoa nhé",
        "cv đến số 512 đã trả lời: cv 33",
        "cv đến số mấy: 3",
        "cv đến số 512:",
    ],
)
async def test_what_tells_of_one_that_came_before_is_no_new_one(office: Town, line: str) -> None:
    await office.write(HANH, line)
    assert await office.sql("SELECT * FROM matter") == []
