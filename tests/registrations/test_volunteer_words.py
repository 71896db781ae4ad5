"""People answer with words as often as with taps; what was asked last is what they answer."""

from datetime import datetime

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import arrive, asked_tonight, join, leave, standings
from tests.helpers.roll import read_aloud
from tests.town import BINH, CUONG, MAI, SON, Town, clock


@pytest.mark.parametrize("typed", ["có", "co di", "vâng tôi đi", "ok", "mk đi đc", "👍"])
async def test_yes(town: Town, typed: str) -> None:
    await asked_tonight(town)
    assert "Hẹn gặp anh/chị" in await town.write(MAI, typed)
    assert await standings(town) == ["confirmed"]


@pytest.mark.parametrize("typed", ["không", "ko đi được", "con ốm ko đi được", "bận rồi"])
async def test_a_clear_no_frees_the_place_and_can_be_taken_back(town: Town, typed: str) -> None:
    await asked_tonight(town)
    assert "Đã hủy: Dọn bờ kênh" in await town.write(MAI, typed)
    assert await standings(town) == ["cancelled"]
    assert "✅ Đã đăng ký" in await town.tap(MAI, "Tôi lại đi được")
    assert await standings(town) == ["cancelled", "registered"]


@pytest.mark.parametrize("typed", ["uh", "vang", "có", "uk hủy đi", "xac nhan huy", "hủy"])
async def test_the_newest_question_is_answered(town: Town, typed: str) -> None:
    """A doubtful no is asked; the yes to «Hủy đăng ký?» is never taken for «I come»."""
    await asked_tonight(town)
    assert "Hủy đăng ký Dọn bờ kênh?" in await town.write(MAI, "em đi công tác")
    assert await standings(town) == ["registered"]
    assert "Đã hủy" in await town.write(MAI, typed)
    assert await standings(town) == ["cancelled"]


@pytest.mark.parametrize("typed", ["không", "thôi em vẫn đi"])
async def test_a_no_to_the_question_of_cancelling_keeps_the_place(town: Town, typed: str) -> None:
    await asked_tonight(town)
    await town.write(MAI, "em đi công tác")
    assert "vẫn giữ nguyên" in await town.write(MAI, typed)
    assert await standings(town) == ["registered"]
    assert "Hẹn gặp" in await town.write(MAI, "có"), "the evening's question is the newest again"


async def test_a_slip_is_taken_back_by_words_but_never_by_mere_politeness(town: Town) -> None:
    await asked_tonight(town)
    await town.tap(MAI, "Không đi")
    await town.write(MAI, "ok")
    await town.write(MAI, "vâng ạ")
    assert await standings(town) == ["cancelled"]
    assert "✅ Đã đăng ký" in await town.write(MAI, "a nhầm, mai e đi được")
    assert await standings(town) == ["cancelled", "registered"]
    assert "Tối hôm trước" not in await card_of(town, MAI), "the evening is now"


async def test_whole_sentences_that_say_yes(town: Town) -> None:
    await asked_tonight(town)
    assert "Hẹn gặp" in await town.write(MAI, "yes, see you")


async def test_a_whole_sentence_says_yes_and_who_comes_along(town: Town) -> None:
    await asked_tonight(town)
    said = await town.write(MAI, "Thưa các anh chị, tôi và hai cháu sẽ đến đúng giờ ạ.")
    assert "ngày mai anh/chị có đi" in said
    assert await standings(town) == ["confirmed"]


@pytest.mark.parametrize("typed", ["nếu không mưa em sẽ đến", "chưa chắc sẽ đến"])
async def test_what_is_not_decided_is_no_yes(town: Town, typed: str) -> None:
    await asked_tonight(town)
    await town.write(MAI, typed)
    assert await standings(town) == ["registered"]


@pytest.mark.parametrize("typed", ["ok nhan", "có đi", "nhan cho", "e nhan cho", "nhận chỗ"])
@pytest.mark.parametrize("moment", [clock(19, 10), clock(20, 19, 45)])
async def test_a_place_on_offer_is_taken_by_words(
    town: Town, typed: str, moment: datetime
) -> None:
    day = await open_saturday(town, capacity=1)
    await join(town, MAI, day)
    await join(town, SON, day)
    await town.go_to(moment)
    await leave(town, MAI)
    await town.settle()
    assert "✅ Đã đăng ký" in await town.write(SON, typed)
    assert await standings(town) == ["cancelled", "registered"]
    await town.write(SON, "nhận chỗ")
    assert await standings(town) == ["cancelled", "registered"], "once is enough"


async def test_an_offer_is_refused_by_words(town: Town) -> None:
    day = await open_saturday(town, capacity=1)
    await join(town, MAI, day)
    await join(town, SON, day)
    await leave(town, MAI)
    await town.settle()
    assert "nhường lại chỗ" in await town.write(SON, "thôi không nhận ạ")
    assert await standings(town) == ["cancelled", "cancelled"]


async def test_who_waits_and_says_no_to_a_call_still_waits(town: Town) -> None:
    day = await open_saturday(town, capacity=1)
    await join(town, MAI, day)
    await join(town, SON, day)
    await town.go_to(clock(20, 19, 45))
    await leave(town, MAI)
    await town.settle()
    assert "vẫn ở trong danh sách chờ" in await town.write(SON, "không")
    assert await standings(town) == ["cancelled", "waitlisted"]


@pytest.mark.parametrize("typed", ["e có đi mà sao ghi vắng", "toi co mat"])
async def test_an_absence_is_disputed_by_words(town: Town, typed: str) -> None:
    await asked_tonight(town)
    await town.go_to(clock(21, 7, 5))
    await town.tap(CUONG, "Điểm danh")
    await town.tap(CUONG, "Chốt")
    await town.tap(CUONG, "Ghi vắng, chốt")
    await town.go_to(clock(21, 10, 6))
    assert "ghi là vắng" in await town.screen(MAI)
    assert await town.write(MAI, "vâng") is not None
    assert await town.sql("SELECT disputed_at FROM registration") == [(None,)]
    assert "xem lại" in await town.write(MAI, typed)
    assert await town.sql("SELECT disputed_at IS NULL FROM registration") == [(0,)]


async def test_family_is_heard_wherever_it_is_asked(town: Town) -> None:
    await join(town, MAI, await open_saturday(town, children_allowed=1))
    said = await town.write(MAI, "Bác ơi cho hai cháu nhà tôi đi cùng có được không ạ?")
    assert "Người đi cùng" in said
    assert "2 trẻ em" in town.phone(MAI).last.labels
    assert "Đi cùng: 2 trẻ em" in await town.write(MAI, "Một cháu 9 tuổi, một cháu 12 tuổi")
    await town.tap(MAI, "Đúng")
    assert not any("CHƯA GHI" in text for text in await town.heard(MAI))


@pytest.mark.parametrize(
    "words", ["ma {}", "code la {} nha", "Mã là {} ạ", "{0[0]} {0[1]} {0[2]} {0[3]}"]
)
async def test_the_code_in_a_sentence(town: Town, words: str) -> None:
    await asked_tonight(town)
    await town.go_to(clock(21, 6, 50))
    assert "Đã ghi có mặt" in await town.write(MAI, words.format(await read_aloud(town)))


@pytest.mark.parametrize(
    "typed", ["du lieu", "dữ liệu", "đã đăng ký", "registered", "dk lai", "đăng ký 28/11"]
)
async def test_the_words_on_the_keyboard_are_understood_as_they_are_typed(
    town: Town, typed: str
) -> None:
    await join(town, MAI, await open_saturday(town))
    assert "chưa hiểu" not in await town.write(MAI, typed)
    assert "Mời anh/chị nhắn tên" in await town.write(MAI, "sửa tên")


async def test_a_volunteer_is_not_told_what_staff_are_told(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.phone(MAI).voice()
    assert "Đã chuyển câu hỏi tới Vũ Văn Cường" in await town.screen(MAI)
    before = len(await town.heard(MAI))
    await town.phone(MAI).photo(album=3)
    assert "không cần gửi ảnh" in await town.screen(MAI)
    assert len(await town.heard(MAI)) == before + 1, "an album is told once"
    await town.phone(MAI).photo(caption="anh lam viec hom nay")
    assert "không được lưu" in await town.screen(MAI)
    assert "Việc giao" not in await town.write(MAI, "/dung")
    assert "Việc giao vẫn được ghi" in await town.write(BINH, "/dung")


async def test_words_under_the_notice_want_a_yes_and_an_age(town: Town) -> None:
    await arrive(town, MAI, await open_saturday(town))
    assert "nhắn «đồng ý, 58 tuổi»" in await town.write(MAI, "dk nha ad")
    assert await standings(town) == []
    await town.write(MAI, "đồng ý, mk 20t")
    assert await standings(town) == ["registered"]


async def test_a_roll_is_asked_for_by_words(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await join(town, SON, day)
    assert "Điểm danh mở lúc thứ Bảy, 21/11 6h00" in await town.write(CUONG, "điểm danh")
    await town.go_to(clock(21, 7, 5))
    assert "Có mặt 0/2" in await town.write(CUONG, "điểm danh")
    assert "vắng 2." in await town.write(CUONG, "đủ trừ 2")


async def test_who_comes_late_is_marked_and_counted(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await join(town, SON, day)
    await town.go_to(clock(21, 6, 5))
    assert "Phụ trách điểm thấy" in await town.tap(MAI, "Đến muộn")
    await town.go_to(clock(21, 6, 50))
    offered = [text for text in await town.heard(CUONG) if "Báo đến muộn: 1" in text]
    assert len(offered) == 1
    await town.tap(CUONG, "Điểm danh")
    assert town.phone(CUONG).last.labels[0].startswith("⏰ 1.")


async def card_of(town: Town, who: int) -> str:
    return next(text for text in await town.heard(who) if "📅" in text and "Đã đăng ký" in text)


async def test_late_where_and_more_people(town: Town) -> None:
    await asked_tonight(town)
    assert "đến muộn" in await town.write(MAI, "e den muon 30p")
    assert "Mang theo: ủng" in await town.write(MAI, "có phải mang gì không")
    assert "chỉ có 2 chỗ" in await town.write(MAI, "đi 3 người")
    assert "Đi cùng: 1 người lớn" in await town.write(MAI, "đi 2 người")
    assert await town.sql("SELECT late, adults FROM registration") == [(1, 0)]


async def test_what_is_no_answer_is_left_alone(town: Town) -> None:
    await asked_tonight(town)
    assert "chưa hiểu" in await town.write(MAI, "bảy tám chín")
    assert await standings(town) == ["registered"]


async def test_unasked_before_friday(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    assert "Hủy đăng ký Dọn bờ kênh?" in await town.write(MAI, "con ốm không đi được")
    assert "Cầu Ka Long" in await town.write(MAI, "tập trung ở đâu thế ạ")
    assert "vẫn giữ nguyên" in await town.write(MAI, "không"), "the question was whether to cancel"
    assert "Không có câu hỏi nào" in await town.write(MAI, "không"), "a bare no answers nothing"
    assert await standings(town) == ["registered"]


async def test_with_two_days_ahead_the_list_is_shown(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await arrive(town, MAI, await open_saturday(town, starts=clock(28, 7)))
    await town.tap(MAI, "Đăng ký")
    assert "không tham gia buổi nào" in await town.write(MAI, "tôi không đi được")


async def test_without_a_day_ahead_it_is_for_others_to_understand(town: Town) -> None:
    await open_saturday(town)
    assert "chưa hiểu" in await town.write(BINH, "tôi không đi được")


async def test_the_code_in_the_morning_is_not_taken_for_an_answer(town: Town) -> None:
    """Nobody answered on Friday; the question is over when the code is read aloud."""
    await asked_tonight(town)
    await town.go_to(clock(21, 6, 50))
    assert "câu nào" not in await town.write(MAI, "0000")


async def test_a_yes_after_something_else_cancels_nothing(town: Town) -> None:
    day = await open_saturday(town, capacity=9)
    await join(town, MAI, day)
    assert "Hủy đăng ký" in await town.write(MAI, "huy giup e")
    await town.write(MAI, "may gio the a")
    assert "trả lời câu nào" in await town.write(MAI, "dung roi")
    assert await standings(town) == ["registered"]
    assert "Đã hủy" in await town.tap(MAI, "Hủy đăng ký?")


@pytest.mark.parametrize(
    "words", ["thong bao moi nguoi doi gio 8h", "bao moi nguoi hoan nhe", "mn oi doi ra NVH khu 2"]
)
async def test_whoever_may_not_order_is_told_who_decides(town: Town, words: str) -> None:
    day = await open_saturday(town, capacity=9)
    await join(town, MAI, day)
    assert "Nguyễn Thị Hoa quyết định" in await town.write(MAI, words)
    assert await town.sql("SELECT state FROM activity") == [("open",)]


async def test_who_gave_up_comes_again_or_sees_what_is_ahead(town: Town) -> None:
    day = await open_saturday(town, capacity=9)
    await join(town, MAI, day)
    await town.write(MAI, "e ban roi k di dc")
    await town.write(MAI, "dung roi")
    assert "Các buổi sắp tới" in await town.write(MAI, "may gio tap trung")
    assert "Đã đăng ký" in await town.write(MAI, "dk lai giup e")


@pytest.mark.parametrize("words", ["cho con toi lop 9 di dc k", "chau hoc sinh cap 2 di dc khong"])
async def test_whether_a_child_may_come(town: Town, words: str) -> None:
    day = await open_saturday(town, capacity=9)
    await join(town, MAI, day)
    assert "nhỏ hơn thì đi cùng người lớn" in await town.write(MAI, words)


async def test_what_nobody_wrote_is_passed_on(town: Town) -> None:
    day = await open_saturday(town, capacity=9)
    await join(town, MAI, day)
    assert "Đã chuyển câu hỏi" in await town.write(MAI, "can mang gi a")
