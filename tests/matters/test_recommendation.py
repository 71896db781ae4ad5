"""A recommendation from its draft to its end: sent with its number, answered, shown, confirmed."""

import pytest

from actions.matters.chasing import erase_old_words
from tests.helpers.begun import begun
from tests.helpers.matters import LIEN, TRAN, matter, move_in
from tests.town import BINH, DUNG, HANH, LAN, Neighbour, Town, clock, says

WORDS = "niêm yết mức phí mới tại bộ phận một cửa"


@begun
async def raised(town: Town) -> Town:
    """Liên types it."""
    await move_in(town)
    await town.write(LIEN, f"kiến nghị: {WORDS}")
    return town


async def to_a_body(town: Town) -> None:
    await town.write(TRAN, "KN1")
    await town.tap(TRAN, "Nơi nhận")
    await town.write(TRAN, "UBND phường Trần Phú")
    await town.tap(TRAN, "Ghi đơn vị mới")


async def sent(town: Town) -> None:
    await to_a_body(town)
    await town.tap(TRAN, "Gửi kiến nghị")
    await town.write(TRAN, "số 142/KN ngày 18/11")


async def answered(town: Town) -> None:
    await sent(town)
    await town.write(LIEN, "KN1")
    await town.tap(LIEN, "Đã có trả lời")
    await town.write(LIEN, "tiếp thu, sẽ thay bảng")


async def test_one_line_raises_it_and_rings_who_decides(raised: Town) -> None:
    town = raised
    card = await town.screen(LIEN)
    assert "KN-001 – kiến nghị" in card
    assert WORDS in card
    assert "dự thảo" in card
    assert WORDS in await town.screen(TRAN)


async def test_it_is_not_sent_without_a_body_or_a_number(raised: Town) -> None:
    town = raised
    assert "còn cần nơi nhận" in await town.tap(TRAN, "Gửi kiến nghị")
    await to_a_body(town)
    assert "số và ngày văn bản" in await town.tap(TRAN, "Gửi kiến nghị")
    assert "ví dụ: số 142" in await town.write(TRAN, "gửi rồi nhé")
    await town.write(TRAN, "số 142/KN ngày 18/11")
    assert await matter(town, "state, paper, paper_day", "KN-001") == (
        "sent",
        "142/KN",
        "2026-11-18",
    )
    assert "hạn 9/12" in await town.write(LIEN, "kn 1")


async def test_to_its_end(raised: Town) -> None:
    """Answered is not remedied; whoever has it in hand proposes, the head confirms."""
    town = raised
    await answered(town)
    assert "đã trả lời, chưa khắc phục" in await town.write(TRAN, "KN1")
    assert "không thuộc phần việc" in await town.write(TRAN, "KN1 đề nghị kết thúc")
    await town.write(LIEN, "KN1")
    await town.tap(LIEN, "Đề nghị kết thúc")
    await town.phone(LIEN).photo()
    await town.settle()
    assert "không thuộc phần việc" in await town.write(LIEN, "KN1 xác nhận")
    assert await matter(town, "state, closed_at", "KN-001") == ("proposed", None)
    await town.write(TRAN, "KN1")
    await town.tap(TRAN, "Chưa khắc phục")
    await town.write(TRAN, "mới thay một bảng")
    await town.write(LIEN, "KN1")
    await town.tap(LIEN, "Đề nghị kết thúc")
    await town.phone(LIEN).photo()
    await town.settle()
    await town.write(TRAN, "KN1")
    assert "KN-001" in await town.tap(TRAN, "Xác nhận khắc phục")
    assert (await matter(town, "state", "KN-001")) == ("closed",)
    card = await town.write(LIEN, "KN1")
    assert "đã khắc phục" in card
    assert "Chưa khắc phục – Lê Văn Trận: mới thay một bảng" in card


async def test_a_photo_from_before_the_answer_shows_no_remedy(town: Town) -> None:
    """Only what came with the answer or since does; what comes with the step itself is such."""
    await move_in(town)
    await town.phone(LIEN).photo(caption=f"kiến nghị: {WORDS}")
    await town.later(minutes=1)
    await answered(town)
    await town.write(LIEN, "KN1 đề nghị kết thúc")
    assert await matter(town, "state", "KN-001") == ("answered",)
    await town.phone(LIEN).photo()
    await town.settle()
    assert await matter(town, "state", "KN-001") == ("proposed",)


async def test_a_photo_that_came_since_the_answer_shows_the_remedy(raised: Town) -> None:
    town = raised
    await answered(town)
    await town.later(minutes=5)
    await town.write(LIEN, "KN1")
    await town.phone(LIEN).photo(reply_to=town.phone(LIEN).last)
    await town.settle()
    await town.write(LIEN, "KN1 đề nghị kết thúc")
    assert await matter(town, "state", "KN-001") == ("proposed",)


async def test_who_recorded_it_does_not_confirm_but_a_leader_does(town: Town) -> None:
    """The head of supervision raised it: what is proposed to him somebody else confirms."""
    await move_in(town)
    await town.write(TRAN, f"kiến nghị: {WORDS}")
    await sent(town)
    await town.write(LIEN, "KN1 trả lời cv 210, tiếp thu một phần")
    await town.sql("UPDATE matter SET owner_id = :who", who=town.person(LIEN))
    await town.phone(LIEN).photo("KN1 đề nghị kết thúc")
    await town.settle()
    assert "một đồng chí khác với người ghi" in await town.write(TRAN, "KN1 xác nhận")
    await town.write(LAN, "KN1 xác nhận")
    assert await matter(town, "state", "KN-001") == ("closed",)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("cv 210, tiếp thu", "accepted"),
        ("tiep thu mot phan, còn bảng B", "partly"),
        ("không tiếp thu", "refused"),
        ("việc này không thuộc thẩm quyền phường", "not_ours"),
        ("có lộ trình đến quý 1", "planned"),
        ("sẽ thay bảng", ""),
        ("không có ý kiến khác", ""),
    ],
)
async def test_of_which_kind_the_answer_was(raised: Town, words: str, kind: str) -> None:
    town = raised
    await sent(town)
    await town.write(LIEN, f"KN1 trả lời {words}")
    assert await matter(town, "state, response", "KN-001") == ("answered", kind or None)


async def test_a_tap_or_a_line_puts_it_right(raised: Town) -> None:
    town = raised
    assert "chưa có trả lời" in await town.write(LIEN, "KN1 loại trả lời: một phần")
    await answered(town)
    await town.write(LIEN, "KN1")
    await town.tap(LIEN, "Loại trả lời")
    asked = town.phone(LIEN).last
    await town.tap(LIEN, "Có lộ trình", asked)
    assert "Có lộ trình" not in asked.labels
    assert "chưa khắc phục – Có lộ trình" in await town.write(TRAN, "KN1")
    await town.write(LIEN, "KN1 loại trả lời: không")
    assert await matter(town, "response", "KN-001") == ("refused",)
    assert "thuộc loại nào" in await town.write(LIEN, "KN1 loại trả lời: hay")
    assert "Không tìm thấy" in await town.write(BINH, "KN1 loại trả lời: một phần")


async def test_the_law_has_a_field_of_its_own(raised: Town) -> None:
    town = raised
    await town.write(LIEN, "KN1")
    await town.tap(LIEN, "Căn cứ pháp lý")
    await town.write(LIEN, "Điều 5 Nghị định 61/2018")
    assert "Căn cứ: Điều 5 Nghị định 61/2018" in await town.write(TRAN, "KN1")
    await town.write(LIEN, "KN1 căn cứ: Điều 6 Nghị định 61/2018")
    assert await matter(town, "basis", "KN-001") == ("Điều 6 Nghị định 61/2018",)
    assert "Không tìm thấy" in await town.write(BINH, "KN1 căn cứ: Điều 7")


async def test_an_office_sets_how_long_a_body_has(raised: Town) -> None:
    town = raised
    assert "chưa được phân quyền" in await town.write(LIEN, "hạn trả lời kiến nghị: 30 ngày")
    assert "30 ngày" in await town.write(TRAN, "hạn trả lời kiến nghị: 30 ngày")
    await sent(town)
    assert "hạn 19/12" in await town.write(LIEN, "kn 1")


async def test_the_history_is_the_journal_and_bears_no_words(raised: Town) -> None:
    town = raised
    await answered(town)
    rows = await town.sql(
        "SELECT event, text, facts FROM journal WHERE kind = 'matter' ORDER BY id"
    )
    assert [row[0] for row in rows] == ["raised", "body", "send", "answer"]
    assert {row[1:] for row in rows} == {(None, None)}


async def test_an_old_button_does_nothing(raised: Town) -> None:
    town = raised
    await to_a_body(town)
    assert "đã sang bước khác" in await town.press(TRAN, "m.step:1:1.send")


async def test_a_body_is_found_while_typing_and_added_by_a_tap_alone(raised: Town) -> None:
    town = raised
    await to_a_body(town)
    await town.write(LIEN, "kiến nghị: sửa đèn")
    await town.write(TRAN, "KN2")
    await town.tap(TRAN, "Nơi nhận")
    await town.write(TRAN, "ubnd tran phu")
    await town.tap(TRAN, "UBND phường Trần Phú")
    assert (await matter(town, "body_id", "KN-002")) == (1,)
    assert await town.sql("SELECT name FROM lookup") == [("UBND phường Trần Phú",)]


async def test_silence_is_chased_in_one_morning_message(raised: Town) -> None:
    town = raised
    await sent(town)
    await town.write(LIEN, "kiến nghị: sửa đèn")
    await town.go_to(clock(30, 8))
    assert not await says(town, TRAN, "việc đến hạn")
    await town.sql("UPDATE matter SET due_at = unixepoch('2026-11-30 10:00')")
    await town.go_to(clock(30, 8).replace(month=12, day=1))
    chased = [text for text in await town.heard(TRAN) if "việc đến hạn" in text]
    assert len(chased) == 1
    assert "KN-001" in chased[0]
    assert "KN-002" in chased[0]
    assert WORDS not in chased[0]


async def test_the_oldest_is_chased_first(raised: Town) -> None:
    """By its age, not by its number; what has no limit is not chased."""
    town = raised
    await sent(town)
    for words in ("sửa đèn", "sửa cầu"):
        await town.write(LIEN, f"kiến nghị: {words}")
    for code, due in (("KN-001", 27), ("KN-002", 24)):
        await town.sql(
            "UPDATE matter SET due_at = :due WHERE code = :code",
            due=clock(due, 17),
            code=code,
        )
    await town.go_to(clock(30, 8))
    chased = [t for t in await town.heard(TRAN) if "việc đến hạn" in t and "KN-001" in t][-1]
    assert chased.index("KN-002") < chased.index("KN-001")
    assert "KN-003" not in chased


@pytest.mark.parametrize("who", [BINH, DUNG])
async def test_a_colleague_without_the_duty_sees_nothing(raised: Town, who: Neighbour) -> None:
    town = raised
    assert "Không tìm thấy" in await town.write(who, "KN1")
    assert "KN-001" not in await town.write(who, "theo dõi")
    assert "Không tìm thấy" in await town.press(who, "m.step:1:1.drop")
    assert "chưa được phân quyền" in await town.write(who, "kiến nghị: xây cầu")


async def test_leaders_and_the_office_read_but_do_not_confirm(raised: Town) -> None:
    town = raised
    for who in (LAN, HANH):
        assert WORDS in await town.write(who, "KN1")
    assert "không thuộc phần việc" in await town.press(LAN, "m.step:1:1.drop")


async def test_words_go_when_their_time_is_over_the_way_stays(raised: Town) -> None:
    town = raised
    await town.tap(TRAN, "Thôi, không gửi")
    await town.write(TRAN, "đã làm rồi")
    await town.sql("UPDATE matter SET closed_at = unixepoch('2021-11-01')")
    await town.go_to(clock(20, 3))
    assert await town.sql("SELECT * FROM matter_words") == []
    assert (await matter(town, "state", "KN-001")) == ("dropped",)
    assert len(await town.sql("SELECT 1 FROM journal WHERE kind = 'matter'")) == 2


@pytest.mark.parametrize("line", ["KN1 đề nghị kết thúc", "KN1 đề nghị kết thúc: đã thay bảng"])
async def test_without_proof_its_end_is_not_even_proposed(raised: Town, line: str) -> None:
    """A photo or a file is asked for; it comes, and only then the head is asked."""
    town = raised
    await answered(town)
    assert "minh chứng" in await town.write(LIEN, line)
    assert await matter(town, "state", "KN-001") == ("answered",)
    assert "Chờ" not in await town.write(TRAN, "KN1 xác nhận")
    assert await matter(town, "state", "KN-001") == ("answered",)
    await town.write(LIEN, "KN1")
    await town.tap(LIEN, "Đề nghị kết thúc")
    await town.phone(LIEN).photo()
    await town.settle()
    assert await matter(town, "state", "KN-001") == ("proposed",)


async def test_what_was_closed_is_opened_again_with_words(raised: Town) -> None:
    town = raised
    await answered(town)
    await town.write(LIEN, "KN1")
    await town.tap(LIEN, "Đề nghị kết thúc")
    await town.phone(LIEN).photo()
    await town.settle()
    await town.write(TRAN, "KN1 xác nhận")
    assert await matter(town, "state", "KN-001") == ("closed",)
    await town.write(TRAN, "KN1")
    await town.tap(TRAN, "Mở lại")
    assert await matter(town, "state", "KN-001") == ("closed",), "words first"
    await town.write(TRAN, "bảng lại hỏng")
    assert await matter(town, "state, closed_at", "KN-001") == ("answered", None)
    assert "Mở lại – Lê Văn Trận: bảng lại hỏng" in await town.write(LIEN, "KN1")


BASIS = "theo lời bà Nguyễn Thị Sáu khu 2"


async def test_the_law_as_it_was_typed_goes_with_the_words(raised: Town) -> None:
    """It is one of them, and the card shows what was typed last, above its history."""
    town = raised
    await town.write(LIEN, "KN1 căn cứ: Điều 5")
    await town.write(LIEN, f"KN1 căn cứ: {BASIS}")
    assert await matter(town, "basis", "KN-001") == (BASIS,)
    card = await town.write(LIEN, "KN1")
    assert f"Căn cứ: {BASIS}" in card
    assert card.count(BASIS) == 1
    await town.sql("UPDATE matter SET state = 'closed', closed_at = 1")
    await town.work(erase_old_words.run)
    assert await matter(town, "basis", "KN-001") == (None,)
    assert await town.sql("SELECT * FROM matter_words") == []


async def test_the_law_is_taken_out_by_hand(raised: Town) -> None:
    town = raised
    await town.write(LIEN, f"KN1 căn cứ: {BASIS}")
    assert f"2. «{BASIS}»" in await town.write(LIEN, "KN1 xóa đi, có tên người")
    await town.tap(LIEN, "2")
    assert await matter(town, "basis", "KN-001") == (None,)
