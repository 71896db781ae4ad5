"""What those who decide type instead of tapping: each does what its button does."""

import pytest

from tests.helpers.assignments import give, last, number_from, report, row
from tests.helpers.begun import begun
from tests.town import BINH, DUNG, HANH, HOA, LAN, THANG, Neighbour, Town, clock

LATER = "gia hạn 147 đến 27/11, chờ số liệu của phường"


@begun(autouse=True)
async def one_assignment(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")


PASSED = [
    "đạt",
    "147 ok",
    "duyet 147",
    "duyệt nhé",
    "đồng ý",
    "ok e, lần sau nộp sớm",
    "đạt nhé em",
    "147 đạt",
]


@pytest.mark.parametrize("words", PASSED)
@pytest.mark.parametrize("replies", [True, False])
async def test_passed_in_words(town: Town, words: str, replies: bool) -> None:
    await report(town)
    card = town.phone(THANG).last if replies else None
    await town.write(THANG, words, reply_to=card)
    if not replies and words.startswith("ok"):
        assert await row(town, "state") == ("review",)
        await town.tap(THANG, "Đạt")
    assert await row(town, "state") == ("done",)
    await town.later(minutes=1)
    assert "đạt" in await last(town, BINH)


async def test_a_word_of_praise_goes_along(town: Town) -> None:
    await report(town)
    await town.write(THANG, "oke, lần sau nộp sớm", reply_to=town.phone(THANG).last)
    await town.later(minutes=1)
    assert "lần sau nộp sớm" in await last(town, BINH)


RETURNED = [
    ("chưa đạt, thiếu ds hộ cận nghèo, bs rồi gửi lại c", "thiếu ds hộ cận nghèo"),
    ("trả lại 147, ảnh mờ quá", "ảnh mờ quá"),
    ("thiếu Hải Yên, làm lại", "thiếu Hải Yên, làm lại"),
    ("tra lai, anh mo qua", "anh mo qua"),
]


@pytest.mark.parametrize(("words", "reason"), RETURNED)
@pytest.mark.parametrize("replies", [True, False])
async def test_returned_in_words_keeps_the_limit(
    town: Town, words: str, reason: str, replies: bool
) -> None:
    await report(town)
    await town.write(THANG, words, reply_to=town.phone(THANG).last if replies else None)
    assert await row(town, "state, due_at = original_due") == ("doing", 1)
    await town.later(minutes=1)
    assert reason in await last(town, BINH)


async def test_by_button_too_a_morning_is_no_new_limit(town: Town) -> None:
    await report(town)
    await town.tap(THANG, "Trả lại")
    await town.write(THANG, "thiếu ds hộ cận nghèo, bs rồi gửi lại c")
    assert await row(town, "state, due_at = original_due") == ("doing", 1)


@pytest.mark.parametrize("words", ["đồng ý, nhưng hỏi a Diên đã", "khoan đã", "đồng ý mục 1"])
async def test_undecided_decides_nothing(town: Town, words: str) -> None:
    await report(town)
    await town.write(THANG, words, reply_to=town.phone(THANG).last)
    assert await row(town, "state") == ("review",)


@pytest.mark.parametrize("words", ["ok e", "đồng ý", "duyệt nhé", "147 ok"])
async def test_more_time_is_granted_in_words(town: Town, words: str) -> None:
    await town.write(BINH, LATER)
    await town.write(THANG, words, reply_to=town.phone(THANG).last)
    assert await row(town, "extensions, due_at > original_due") == (1, 1)


async def test_alone_a_plain_yes_grants_the_one_open_request(town: Town) -> None:
    await town.write(BINH, LATER)
    await town.write(THANG, "đồng ý")
    assert await row(town, "extensions") == (1,)


async def test_what_was_never_shown_is_shown_first(town: Town) -> None:
    await town.go_to(clock(20, 6))
    await town.write(BINH, LATER)
    before = await row(town, "due_at")
    said = await town.write(THANG, "đạt")
    assert "27/11" in said
    assert await row(town, "due_at") == before
    await town.tap(THANG, "Đồng ý")
    assert await row(town, "due_at") != before


async def test_another_day_in_words_is_read_by_both(town: Town) -> None:
    await town.write(BINH, LATER)
    await town.write(THANG, "thoi t4 nhe", reply_to=town.phone(THANG).last)
    assert "thứ Tư, 25/11" in await last(town, BINH)
    assert "Hạn mới: thứ Tư, 25/11" in "".join(await town.heard(THANG))


@pytest.mark.parametrize("words", ["ko duoc dau, giu han cu", "không đồng ý", "giữ hạn cũ nhé"])
async def test_more_time_is_refused_in_words(town: Town, words: str) -> None:
    await town.write(BINH, LATER)
    await town.write(THANG, words, reply_to=town.phone(THANG).last)
    assert "chưa đồng ý gia hạn" in await last(town, BINH)
    assert await row(town, "extensions, due_at = original_due") == (0, 1)


async def test_handed_over_in_words_after_one_read_back(town: Town) -> None:
    await town.write(BINH, "xin không nhận việc 147, trùng lịch tập huấn")
    await town.tap(BINH, "Xin không nhận")
    assert "xin không nhận" in await last(town, THANG)
    said = await town.write(THANG, "ok giao Hoa nhé", reply_to=town.phone(THANG).last)
    assert "Hoa" in said
    assert await row(town, "lead_id") == (town.person(BINH),)
    await town.tap(THANG, "Gửi")
    assert await row(town, "lead_id") == (town.person(HOA),)


GRANTED = [
    ("ok cho e den thu 4 nhung phai xong day nhe", "thứ Tư, 25/11", "phai xong day nhe"),
    ("uh duoc, lui cho e den do nhung phai xong day", "thứ Sáu, 27/11", "phai xong day"),
    ("Đồng ý cho đến 26/11, nhưng lần này là lần cuối", "thứ Năm, 26/11", "lần này là lần cuối"),
]


@pytest.mark.parametrize(("words", "day", "note"), GRANTED)
async def test_more_time_is_granted_with_a_word_that_goes_along(
    town: Town, words: str, day: str, note: str
) -> None:
    await town.write(BINH, LATER)
    await town.write(THANG, words, reply_to=town.phone(THANG).last)
    told = await last(town, BINH)
    assert f"đến {day}" in told
    assert f"«{note}»" in told
    assert await row(town, "extensions") == (1,)


UNDECIDED = (
    "ok cho em đến thứ 6 nhưng hỏi a Diên đã",
    "ok cho em đến thứ 6 nhưng phải hỏi a Diên đã",
    "duoc, nhung phai bo sung danh sach neu chua co",
)


@pytest.mark.parametrize("words", UNDECIDED)
async def test_what_more_time_is_bound_to_grants_nothing(town: Town, words: str) -> None:
    await town.write(BINH, LATER)
    await town.write(THANG, words, reply_to=town.phone(THANG).last)
    assert await row(town, "extensions, due_at = original_due") == (0, 1)


OVER = (
    "147 chuyen cho Hoa lam thay Binh",
    "giao 147 cho Hoa làm thay anh Bình",
    "147 chuyển từ Bình sang Hoa",
    "chuyển 147 từ Bình sang Hoa nhé",
    "147 giao Hoa lo",
)


@pytest.mark.parametrize("words", OVER)
async def test_who_does_it_instead_is_a_hand_over_read_back(town: Town, words: str) -> None:
    said = await town.write(THANG, words)
    assert "Hoa" in said
    assert await row(town, "lead_id") == (town.person(BINH),)
    await town.tap(THANG, "Gửi")
    assert await row(town, "lead_id") == (town.person(HOA),)


async def test_instead_of_somebody_who_has_it_not_hands_nothing_over(town: Town) -> None:
    await town.write(THANG, "147 chuyển cho Hoa làm thay Dung")
    assert not town.phone(THANG).can_tap("Gửi")
    assert await row(town, "lead_id") == (town.person(BINH),)


@pytest.mark.parametrize(
    "words",
    [
        "bao cao tuan nay sao thap the, 1/10 la sao",
        "hoan buoi chieu nay sang chu nhat tuan sau vi mua",
    ],
)
@pytest.mark.parametrize("who", [LAN, HOA])
async def test_whoever_speaks_of_something_else_is_not_told_of_work(
    town: Town, words: str, who: Neighbour
) -> None:
    assert "không có việc nào đang mở" not in await town.write(who, words)


async def test_several_wait_it_is_asked_which(town: Town) -> None:
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    await report(town)
    await report(town, "xong 148, đã gửi danh sách")
    assert "việc nào" in await town.write(THANG, "đạt")
    await town.tap(THANG, "148 – Danh sách hộ nghèo")
    assert await town.sql("SELECT state FROM assignment WHERE number >= 147 ORDER BY id") == [
        ("review",),
        ("done",),
    ]


@pytest.mark.parametrize("words", ["nhac Bình 147 di", "nhắc 147", "nhắc Bình nhé"])
@pytest.mark.parametrize("who", [THANG, LAN])
async def test_reminded_in_words(town: Town, words: str, who: object) -> None:
    await town.write(who, words)  # type: ignore[arg-type]
    assert "đề nghị báo tiến độ" in await last(town, BINH)


@pytest.mark.parametrize("words", ["ai đang quá hạn?", "ai chưa nộp thì nhắc"])
async def test_the_overdue_list_is_asked_for(town: Town, words: str) -> None:
    await town.later(days=4)
    said = await town.write(THANG, words)
    assert "147" in said or "Vận động" in said
    assert town.phone(THANG).can_tap("Nhắc cả 1")


async def test_how_far_somebodys_work_is(town: Town) -> None:
    await town.write(BINH, "147 40%")
    said = await town.write(THANG, "viec cua Bình toi dau roi")
    assert "Vận động 6 hộ" in said
    assert "40%" in said


async def test_what_waits_is_asked_for(town: Town) -> None:
    await report(town)
    assert "147" in await town.write(THANG, "mấy việc chờ tôi duyệt")


async def test_a_leader_extends_after_a_read_back(town: Town) -> None:
    said = await town.write(LAN, "gia hạn 147 đến 27/11")
    assert "27/11" in said
    assert await row(town, "due_at = original_due") == (1,)
    await town.tap(LAN, "Gửi")
    assert await row(town, "due_at > original_due") == (1,)
    assert "27/11" in await last(town, BINH)


@pytest.mark.parametrize("who", [LAN, THANG, BINH])
async def test_looked_at_in_words(town: Town, who: object) -> None:
    said = await town.write(who, "xem 147")  # type: ignore[arg-type]
    assert "NV-2026-0147" in said


@pytest.mark.parametrize(
    "words", ["đạt", "147 ok", "duyệt 147", "trả lại 147, ảnh mờ", "147 đạt", "nhắc 147"]
)
async def test_who_may_not_decide_decides_nothing(town: Town, words: str) -> None:
    await report(town)
    for who in (HOA, DUNG, BINH, HANH):
        await town.write(who, words)
    assert await row(town, "state") == ("review",)
    assert not [text for text in await town.heard(BINH) if "báo tiến độ" in text]


@pytest.mark.parametrize(
    "words", ["147 sao rồi", "việc 147 hạn bao giờ", "147 tới đâu", "147 của ai"]
)
async def test_a_question_about_a_number_shows_its_card(town: Town, words: str) -> None:
    for who in (THANG, LAN, BINH):
        assert "NV-2026-0147" in await town.write(who, words)


@pytest.mark.parametrize("words", ["Bình làm đến đâu rồi", "cả phòng đang làm gì", "ai rảnh"])
async def test_what_people_are_doing(town: Town, words: str) -> None:
    assert "147" in await town.write(THANG, words)


async def test_how_many_are_overdue(town: Town) -> None:
    await town.later(days=4)
    assert "147" in await town.write(THANG, "có bao nhiêu việc quá hạn")


async def test_a_limit_is_moved_in_words_after_a_read_back(town: Town) -> None:
    assert "27/11" in await town.write(THANG, "147 lùi sang 27/11")
    assert await row(town, "due_at = original_due") == (1,)
    await town.tap(THANG, "Gửi")
    assert await row(town, "due_at > original_due") == (1,)


async def test_work_is_called_off_with_a_reason(town: Town) -> None:
    await town.write(THANG, "hủy việc 147")
    assert await row(town, "state") == ("assigned",)
    await town.write(THANG, "phường đã làm rồi")
    assert await row(town, "state") == ("cancelled",)


@pytest.mark.parametrize("words", ["hủy việc 147", "147 lùi sang 27/11"])
async def test_who_does_not_decide_changes_nothing_so(town: Town, words: str) -> None:
    for who in (HOA, DUNG, BINH):
        await town.write(who, words)
        await town.write(who, "thôi")
    assert await row(town, "state, due_at = original_due") == ("assigned", 1)
