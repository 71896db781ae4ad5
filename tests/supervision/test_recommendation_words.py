"""What is typed to a recommendation does what it says: a word stays a word, a limit set by hand
holds, who did not agree says why and the head hears."""

from datetime import datetime

import pytest

from domain.access import Duty
from tests.helpers.matters import matter
from tests.helpers.papers import printed
from tests.helpers.supervision import LIEN, TRAN, office_of_visits, propose
from tests.town import BINH, HOA, ICT, LAN, Town, clock, says


@pytest.fixture
async def made(town: Town) -> Town:
    """GS-01 was made; KN-001 comes from it."""
    await office_of_visits(town)
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, "GS1 đoàn: Trận trưởng đoàn, Liên thư ký, Hoa")
    await town.write(TRAN, "GS1 đã đến")
    await town.write(TRAN, "ưu điểm: sổ đủ. hạn chế: bảng phí cũ")
    await town.write(TRAN, "GS1 kết quả: nhắc nhở")
    await town.write(TRAN, "GS1 kiến nghị: thay bảng phí")
    return town


async def test_a_later_word_is_never_its_heading(made: Town) -> None:
    town = made
    await town.write(TRAN, "KN1 số 142 ngày 18/11")
    await town.sql("DELETE FROM matter_words")
    await town.write(TRAN, "kn1 gui van ban len UBND thanh pho")
    shown = await town.write(TRAN, "KN1")
    assert "<b>gui van ban" not in shown
    assert shown.count("gui van ban len UBND thanh pho") == 1
    await town.go_to(clock(30, 8))
    await town.sql(
        "UPDATE matter SET sent_at = unixepoch('2026-09-01'), due_at = unixepoch('2026-09-21')"
    )
    await town.write(TRAN, "KN1 đã trao đổi với chị Hoa, phó chủ tịch")
    assert "công văn" in await town.write(TRAN, "nhắc KN-001")


async def test_a_limit_set_by_hand_holds_when_it_is_sent(made: Town) -> None:
    town = made
    await town.sql("UPDATE matter SET due_at = unixepoch('2026-12-15 10:00')")
    await town.write(TRAN, "KN1 số 142 ngày 18/11")
    assert await matter(town, "state, due_at", "KN-001") == ("sent", "2026-12-15T10:00:00+00:00")


async def test_partly_and_again(made: Town) -> None:
    town = made
    await town.write(TRAN, "KN1 số 142 ngày 18/11")
    await town.phone(LIEN).photo("KN1 trả lời cv 210, tiep thu 1 phan")
    await town.settle()
    assert await matter(town, "state, response", "KN-001") == ("answered", "partly")
    await town.phone(TRAN).photo("KN1 đã khắc phục xong")
    await town.settle()
    assert await matter(town, "state", "KN-001") == ("proposed",)
    await town.write(LAN, "KN1 xác nhận")
    await town.write(TRAN, "mo lai kn1, lich truc chua co")
    assert await matter(town, "state", "KN-001") == ("answered",)


async def test_who_does_not_agree_says_why_and_the_head_hears(made: Town) -> None:
    town = made
    await town.write(HOA, "GS1 không đi được")
    await town.write(TRAN, "GS1 xin ý kiến đoàn")
    assert await says(town, LIEN, "• Ưu điểm: sổ đủ\n• Hạn chế: bảng phí cũ")
    assert await says(town, LIEN, "KN-001 thay bảng phí")
    assert not await says(town, HOA, "xin ý kiến đoàn")
    assert "vì sao" in await town.tap(LIEN, "Chưa nhất trí")
    assert await says(town, TRAN, "đ/c Hoàng Thị Liên chưa nhất trí")
    await town.write(LIEN, "thieu noi dung luu mau thuc an")
    assert await says(town, TRAN, "thieu noi dung luu mau thuc an")
    assert await town.sql("SELECT count(*) FROM matter") == [(1,)]
    assert "chưa nhất trí: thieu noi dung luu mau thuc an" in await town.write(TRAN, "GS1")


@pytest.mark.parametrize(
    "line",
    [
        "GS1 kiến nghị: công khai thực đơn, thứ 6 tuần sau",
        "GS1 kiến nghị: công khai thực đơn, hạn 27/11",
        "gs1 kn cong khai thuc don, can cu: Nghị định 61, han 27/11",
        "kiến nghị: công khai thực đơn, hạn thứ 6 tuần sau",
    ],
)
async def test_a_limit_that_is_said_is_its_limit(made: Town, line: str) -> None:
    town = made
    said = await town.write(TRAN, line)
    assert "hạn thứ Sáu, 27/11" in said
    assert await matter(town, "due_at", "KN-002") == ("2026-11-27T10:00:00+00:00",)
    await town.write(TRAN, "KN2 số 143 ngày 18/11")
    assert await matter(town, "state, due_at", "KN-002") == ("sent", "2026-11-27T10:00:00+00:00")


async def test_a_limit_typed_to_its_question_and_by_a_tap(made: Town) -> None:
    town = made
    await town.press(TRAN, "v.recommend:1")
    assert "hạn thứ Sáu, 27/11" in await town.write(TRAN, "công khai thực đơn, hạn 27/11")


async def test_a_day_that_may_be_no_limit_is_not_taken_for_one(made: Town) -> None:
    """It is said how a limit is typed; one in the past is none."""
    town = made
    said = await town.write(TRAN, "GS1 kiến nghị: bố trí trực sáng thứ 7")
    assert await matter(town, "due_at", "KN-002") == (None,)
    assert "chưa ghi hạn" in said
    await town.write(TRAN, "GS1 kiến nghị: thay bảng phí, hạn 10/11")
    assert await matter(town, "due_at", "KN-003") == (None,)


@pytest.mark.parametrize(
    "line",
    [
        "kn1 sua lai: thay bảng niêm yết phí, lệ phí theo quy định mới",
        "KN1 sửa lời: thay bảng niêm yết phí, lệ phí theo quy định mới",
        "kn1 nhầm, thay bảng niêm yết phí, lệ phí theo quy định mới",
    ],
)
async def test_its_text_is_put_right_and_said_back(made: Town, line: str) -> None:
    said = await made.write(TRAN, line)
    assert "thay bảng phí" in said
    assert "thay bảng niêm yết phí, lệ phí theo quy định mới" in said
    words = await made.sql("SELECT text FROM matter_words")
    assert words == [("thay bảng niêm yết phí, lệ phí theo quy định mới",)]


async def test_what_was_sent_is_not_put_right(made: Town) -> None:
    await made.write(TRAN, "KN1 số 142 ngày 18/11")
    await made.write(TRAN, "kn1 sua lai: thay hết")
    assert await made.sql("SELECT text FROM matter_words") == [("thay bảng phí",)]


async def test_its_limit_is_no_part_of_its_text(made: Town) -> None:
    await made.write(TRAN, "gs-1 kien nghi thay bang niem yet phi moi, han 21/12")
    assert await made.sql("SELECT text FROM matter_words ORDER BY matter_id DESC LIMIT 1") == [
        ("thay bang niem yet phi moi",)
    ]
    assert (await matter(made, "due_at", "KN-002"))[0]


@pytest.mark.parametrize("who", ["signs", "numbers"])
async def test_who_signs_and_who_numbers_write_its_number(made: Town, who: str) -> None:
    """«KN1 số 142»; whoever has no hand in it reads whose it is."""
    binh = made.person(BINH)
    await made.work(lambda w: w.duties.give(Duty.DOCUMENTS, w.today, person_id=binh))
    said = await made.write(LIEN, "KN1 số 142 ngày 18/11")
    assert "làm được: đ/c" in said
    assert await matter(made, "state", "KN-001") == ("draft",)
    await made.write(LAN if who == "signs" else BINH, "KN1 so 142 ngay 18/11")
    assert await matter(made, "state, paper", "KN-001") == ("sent", "142")


async def test_the_letter_lists_what_is_late_and_was_telephoned_about(made: Town) -> None:
    await made.write(TRAN, "GS1 kiến nghị: công khai lịch trực")
    await made.write(TRAN, "KN1 số 142 ngày 18/11")
    await made.go_to(clock(27, 8))
    await made.write(TRAN, "KN2 số 150 ngày 27/11")
    await made.go_to(datetime(2026, 12, 10, 8, tzinfo=ICT))
    await made.write(TRAN, "KN1 đã trao đổi")
    assert "dự thảo công văn" in await made.write(TRAN, "KN1 công văn nhắc")
    said = await printed(made, TRAN)
    assert "thay bảng phí" in said
    assert "lịch trực" not in said
