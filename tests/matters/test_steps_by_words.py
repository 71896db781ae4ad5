"""A button's own words, typed behind a code or under its card, are that button."""

import pytest

from domain.access import Hand
from domain.matter_kinds import DECISION, ROWS
from domain.matters import MatterKind
from language.answers.matters.matter_steps import step_in
from tests.helpers.begun import begun
from tests.helpers.matters import HA, LIEN, TRAN, matter, move_in
from tests.town import BINH, CUONG, HANH, LAN, THANG, Town, says
from texts import load

READ_BACK = {"agree", "consent"}
"""What a leader's «đồng ý» becomes is read back by its own way."""


@begun
async def office(town: Town) -> Town:
    return await move_in(town)


@pytest.mark.parametrize("locale", ["vi", "en"])
@pytest.mark.parametrize("kind", ROWS, ids=lambda kind: kind.code)
def test_every_label_is_read_as_its_step(kind: MatterKind, locale: str) -> None:
    said = load(locale)
    steps = [s for s in kind.steps if s.by != (Hand.CLOCK,)]
    if kind is DECISION:
        steps = [s for s in steps if s.event not in READ_BACK]
    for step in steps:
        label = str(said[f"matter.do.{kind.code}.{step.event}"])
        assert step.event in step_in(kind.prefix, label).events, label


async def test_a_difficulty_is_closed_by_its_buttons_words(office: Town) -> None:
    town = office
    await town.write(CUONG, "khó khăn: đường vào thôn sạt lở")
    await town.write(HANH, "KK1 giao Bình")
    await town.sql("UPDATE matter SET owner_id = :n, state = 'answered'", n=town.person(BINH))
    await town.write(CUONG, "KK1")
    assert "Vẫn còn vướng" in town.phone(CUONG).last.labels
    assert "KK-001: Đã ổn, kết thúc" in await town.write(CUONG, "kk-001 đã ổn, kết thúc")
    assert await matter(town, "state", "KK-001") == ("closed",)


async def test_words_that_speak_of_a_step_are_asked(office: Town) -> None:
    """«ghi thêm» was written down, and nothing closed."""
    town = office
    await town.write(CUONG, "khó khăn: đường vào thôn sạt lở")
    await town.sql("UPDATE matter SET state = 'answered'")
    await town.write(CUONG, "kk1 nuoc rut roi, da on")
    assert town.phone(CUONG).last.labels == ["Đã ổn, kết thúc", "ghi thêm", "Không phải"]
    assert await matter(town, "state", "KK-001") == ("answered",)
    await town.tap(CUONG, "Đã ổn, kết thúc")
    assert await matter(town, "state", "KK-001") == ("closed",)
    assert await town.sql("SELECT text FROM matter_words ORDER BY row_id DESC LIMIT 1") == [
        ("nuoc rut roi, da on",)
    ]


@pytest.mark.parametrize("words", ["chưa xong", "chưa ổn đâu", "không phải đã ổn"])
async def test_what_is_denied_closes_nothing(office: Town, words: str) -> None:
    town = office
    await town.write(CUONG, "khó khăn: đường vào thôn sạt lở")
    await town.sql("UPDATE matter SET state = 'answered'")
    await town.write(CUONG, f"kk1 {words}")
    assert "Đã ổn, kết thúc" not in town.phone(CUONG).last.labels
    assert await matter(town, "closed_at", "KK-001") == (None,)


async def test_a_step_that_lacks_something_is_asked_for_it(office: Town) -> None:
    town = office
    await town.write(LAN, "kết luận: rà soát hộ nghèo")
    await town.write(LAN, "gửi")
    await town.write(LAN, "KL-001 giao Bình hạn 27/11")
    assert "Báo kết quả" in await town.write(BINH, "kl-001 xong")
    await town.write(BINH, "đã rà 40 hộ")
    assert await matter(town, "state", "KL-001") == ("reported",)
    assert "Xác nhận xong" in await town.write(LAN, "xong kl-001")
    assert await matter(town, "state", "KL-001") == ("closed",)


async def test_an_answer_with_a_paper_is_an_answer(office: Town) -> None:
    """«đã có trả lời số 45 …» was taken for the paper that sends it."""
    town = office
    await town.work(lambda w: w.lookups.add("body", "UBND phường Ka Long", w.today))
    await town.write(TRAN, "kiến nghị: UBND phường Ka Long niêm yết phí, trả lời trước 10/12")
    await town.write(TRAN, "KN1 số 120 ngày 18/11")
    said = await town.write(TRAN, "kn-001 đã có trả lời số 45 ngày 19/11, tiếp thu")
    assert "Đã có trả lời" in said
    assert await matter(town, "state, response, paper", "KN-001") == (
        "answered",
        "accepted",
        "120",
    )


async def test_where_an_opinion_goes_is_said_with_its_step(office: Town) -> None:
    town = office
    await town.work(lambda w: w.lookups.add("body", "UBND phường Ka Long", w.today))
    await town.write(CUONG, "ý kiến: đèn đường khu 2 hỏng, 12 hộ")
    await town.write(HA, "yk1 phân loại xong")
    assert "Ka Long" in str(town.phone(HA).last.labels) or await says(town, HA, "YK-001")
    await town.write(HA, "yk-001 chuyển UBND Ka Long")
    await town.tap(HA, "UBND phường Ka Long")
    assert await says(town, HA, "số và ngày văn bản")
    await town.write(HA, "số 142 ngày 19/11")
    assert await matter(town, "state, paper", "YK-001") == ("forwarded", "142")


@pytest.mark.parametrize("words", ["da den dau", "den dau roi chi", "ai giữ vậy?", "trả lời chưa"])
async def test_a_question_opens_the_card(office: Town, words: str) -> None:
    town = office
    await town.write(HANH, "công văn đến: 312 rà soát hộ nghèo")
    assert "Trạng thái" in await town.write(HANH, f"cv-001 {words}")
    assert await town.sql("SELECT count(*) FROM matter_words") == [(1,)]


async def test_who_may_not_take_it_is_told_so(office: Town) -> None:
    town = office
    await town.write(TRAN, "kiến nghị: niêm yết phí")
    await town.sql("UPDATE matter SET state = 'proposed'")
    said = await town.write(LIEN, "kn-001 xác nhận khắc phục")
    assert "không thuộc phần việc" in said
    assert await matter(town, "state", "KN-001") == ("proposed",)


async def test_whose_it_is_says_that_it_is_done_and_the_next_step_is_named(office: Town) -> None:
    town = office
    await town.write(CUONG, "khó khăn: đường vào thôn sạt lở")
    await town.sql("UPDATE matter SET owner_id = :n, state = 'doing'", n=town.person(BINH))
    assert "không có bước «Đã ổn, kết thúc»" in await town.write(CUONG, "kk1 ổn rồi, kết thúc")
    assert "nhắn nội dung" in await town.write(BINH, "kk-001 xong")
    await town.write(BINH, "đã thông cống")
    assert await matter(town, "state", "KK-001") == ("answered",)


async def test_several_that_are_asked_are_answered_by_their_codes(office: Town) -> None:
    """«XK-001 đồng ý …» was written down as a note."""
    town = office
    await town.write(HANH, "xin ý kiến: lùi lễ phát động sang 12/12")
    await town.write(HANH, "xin ý kiến: mua 20 ghế")
    said = await town.write(LAN, "xk-001 dong y lui sang 12/12, bao may sua lich")
    assert "Kết luận XK-001" in said
    await town.write(LAN, "thoi")
    said = await town.write(LAN, "xk-001 dong y, xk-002 dua ra giao ban")
    assert "XK-001" in said
    assert "XK-002" in said
    await town.write(LAN, "gui")
    assert await matter(town, "state", "XK-001") != ("asked",)
    assert "Đưa ra giao ban – Trần Thị Lan" in await town.write(LAN, "XK2")


async def test_what_is_put_off_says_until_when(office: Town) -> None:
    town = office
    await town.write(HANH, "xin ý kiến: mua 20 ghế")
    await town.write(LAN, "xk-001 de lai den khi co kinh phi")
    assert await town.write(LAN, "10/12") == "XK-001: Để lại sau – đã ghi; trở lại 10/12."


@pytest.mark.parametrize("words", ["nhan lam den dau", "sao chua lam", "nay sao roi"])
async def test_a_question_is_no_note(office: Town, words: str) -> None:
    town = office
    await town.write(LAN, "kết luận: rà soát hộ nghèo")
    await town.write(LAN, "gửi")
    assert "Trạng thái" in await town.write(LAN, f"kl-001 {words}")


async def test_the_limit_of_what_became_work_is_the_works(office: Town) -> None:
    """«KL-001 lùi đến 30/11» moved its own limit, and the work's stayed."""
    town = office
    await town.write(LAN, "kết luận: rà soát hộ nghèo")
    await town.write(LAN, "gửi")
    await town.write(LAN, "KL-001 giao Bình hạn 27/11")
    await town.write(LAN, "kl-001 lui den 28/11")
    assert await matter(town, "date(due_at, 'unixepoch')", "KL-001") == ("2026-11-28",)
    await town.write(LAN, "kl-001 giao thành việc")
    assert "gia hạn 1 đến" in await town.write(LAN, "kl-001 lui den 30/11")
    assert await matter(town, "state, date(due_at, 'unixepoch')", "KL-001") == (
        "given",
        "2026-11-28",
    )


@pytest.mark.parametrize(
    ("words", "due"),
    [("giao Bình nhé, hạn thứ 3", "2026-11-24"), ("phu trach Binh, dat han thu 3", "2026-11-24")],
)
async def test_the_limit_that_was_said_with_the_name_stands(
    office: Town, words: str, due: str
) -> None:
    """Who took it in hand had the usual five days instead."""
    town = office
    await town.write(CUONG, "khó khăn: đường vào thôn sạt lở")
    await town.write(THANG, f"kk1 {words}")
    found = await matter(town, "owner_id, date(due_at, 'unixepoch'), state", "KK-001")
    assert found == (town.person(BINH), due, "doing")


async def test_no_is_no_answer_of_another_kind(office: Town) -> None:
    town = office
    await town.work(lambda w: w.lookups.add("body", "UBND phường Ka Long", w.today))
    await town.write(TRAN, "kiến nghị: UBND phường Ka Long niêm yết phí")
    await town.write(TRAN, "KN1 số 120 ngày 18/11")
    await town.write(TRAN, "KN-001 tra loi so 211 ngay 19/11 k tiep thu")
    assert await matter(town, "state, response", "KN-001") == ("answered", "refused")


@pytest.mark.parametrize(
    ("day", "state", "kept"),
    [
        ("24/11", "draft", None),
        ("19/11", "sent", "2026-11-19"),
        ("18/11", "sent", "2026-11-18"),
        ("28/2", "sent", "2026-02-28"),
    ],
)
async def test_a_papers_day_is_the_nearest(
    office: Town, day: str, state: str, kept: str | None
) -> None:
    """«ngày 24/11», said on the 19th, is a day that has not come: it is asked."""
    town = office
    await town.work(lambda w: w.lookups.add("body", "UBND phường Ka Long", w.today))
    await town.write(TRAN, "kiến nghị: UBND phường Ka Long niêm yết phí")
    said = await town.write(TRAN, f"KN1 số 120 ngày {day}")
    assert ("chưa tới" in said) is (kept is None)
    assert await matter(town, "state, paper_day", "KN-001") == (state, kept)


async def test_of_several_the_step_that_was_taken_is_said(office: Town) -> None:
    """«Trả lời» was said of what was closed."""
    town = office
    for words in ("đường vào thôn sạt lở", "cầu hỏng"):
        await town.write(CUONG, f"khó khăn: {words}")
    await town.sql("UPDATE matter SET state = 'answered'")
    said = await town.write(CUONG, "kk1 kk2 xong")
    assert said == "KK-001: Đã ổn, kết thúc; KK-002: Đã ổn, kết thúc."
    assert await matter(town, "state", "KK-002") == ("closed",)


async def test_the_limit_stands_from_the_first_line_on(office: Town) -> None:
    town = office
    await town.write(THANG, "kho khan: duong vao khu 2 ngap, giao Binh han thu 3")
    assert await matter(town, "date(due_at, 'unixepoch'), state", "KK-001") == (
        "2026-11-24",
        "doing",
    )
