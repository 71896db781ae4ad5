"""What a leader decides in words is read back as what it is: no note, no number in its words."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.matters import LINE, asked_on_monday, matter
from tests.town import DUNG, LAN, Town, clock, says


@begun
async def monday(town: Town) -> Town:
    return await asked_on_monday(town)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("muc 2 dong y to chuc cho, Dung chu tri, han 20/12", ""),
        ("mục 2 đồng ý, nhưng chờ UBND trả lời", ""),
        ("muc 2 dong y, xem lai kinh phi", ""),
        ("2 dong y, hop 14h 18/12", "dong y, hop 14h 18/12"),
        ("XK 2 dong y", "dong y"),
        ("Mục 2: đồng ý", "đồng ý"),
        ("ok mục 2", "ok"),
    ],
)
async def test_a_decision_is_read_back_without_the_number_of_its_item(
    monday: Town, line: str, words: str
) -> None:
    """«cho» was taken for «chờ», and the decision for a note."""
    said = await monday.write(LAN, line)
    assert "Kết luận XK-002" in said
    assert f"«{words or line.partition(' 2 ')[2]}»" in said
    await monday.write(LAN, "gửi")
    assert await matter(monday, "state", "XK-002") == ("decided",)


@pytest.mark.parametrize(
    ("line", "lead", "day"),
    [
        ("muc 2 dong y to chuc, 20/12, Dung chu tri", DUNG, "20/12"),
        ("muc 2 Dung bao cao 8/12", DUNG, "8/12"),
        ("muc 1 gia han 15/12, Dung bao cao lai", DUNG, "15/12"),
        ("muc 2 Dung chu tri, cho UBND, 8/12", DUNG, "8/12"),
        ("2: dong y de Dung lam tiep den 11/12", DUNG, "11/12"),
        ("2: đồng ý để Dung làm tiếp đến 11/12", DUNG, "11/12"),
    ],
)
async def test_the_day_of_the_line_is_the_limit_of_whoever_is_named(
    monday: Town, line: str, lead: object, day: str
) -> None:
    said = await monday.write(LAN, line)
    assert "→ Giao đ/c Lý Thị Dung" in said
    assert f"{day}" in said.partition("→ Giao")[2].partition("→ Trả lời")[0]
    await monday.write(LAN, "gửi")
    [(given,)] = await monday.sql("SELECT lead_id FROM assignment WHERE number = 2")
    assert given == monday.person(DUNG)


@pytest.mark.parametrize(
    "line",
    [
        "muc 2 de toi 9/12",
        "mục 2 để 9/12",
        "muc 2 de den 9/12 ban",
        "2 de lai den giao ban 9/12",
        "2: để lại giao ban 9/12",
    ],
)
async def test_until_a_day_is_put_off(monday: Town, line: str) -> None:
    said = await monday.write(LAN, line)
    assert "Để lại sau 9/12" in said
    await monday.write(LAN, "gửi")
    assert await matter(monday, "state, returns_on", "XK-002") == ("put_off", "2026-12-09")


async def test_what_is_put_off_until_a_briefing_is_in_its_report(monday: Town) -> None:
    """It came back at 7:30, an hour after the report, and was first asked a week later."""
    town = monday
    await town.write(LAN, "mục 2 để tới 30/11")
    await town.write(LAN, "gửi")
    await town.go_to(clock(30, 7, 5))
    report = next(one for one in reversed(await town.heard(LAN)) if "BÁO CÁO TUẦN 48" in one)
    assert "Ký công văn nhắc" in report


@pytest.mark.parametrize("question", ["tinh hinh the nao", "việc này đến đâu rồi?"])
async def test_a_question_behind_the_button_is_no_conclusion(monday: Town, question: str) -> None:
    town = monday
    await town.write(LAN, "XK2")
    await town.tap(LAN, "Kết luận")
    said = await town.write(LAN, question)
    assert "Ký công văn nhắc" in said
    assert "Gửi" not in town.phone(LAN).last.labels
    assert "Kết luận XK-002" in await town.write(LAN, "đồng ý ký"), "it is waited for still"


async def test_a_put_off_or_another_item_behind_the_button_is_that(monday: Town) -> None:
    town = monday
    await town.write(LAN, "XK2")
    await town.tap(LAN, "Kết luận")
    assert "Để lại sau 9/12" in await town.write(LAN, "de toi 9/12")
    await town.write(LAN, "thôi")
    await town.write(LAN, "XK2")
    await town.tap(LAN, "Kết luận")
    assert "Kết luận XK-001" in await town.write(LAN, "mục 1 đồng ý")


@pytest.mark.parametrize("line", ["KL 1 gia han 29/11", "KL1 đồng ý gia hạn đến 29/11"])
async def test_more_time_for_a_conclusion_is_more_time_for_its_work(
    monday: Town, line: str
) -> None:
    """It was kept as a note, and the chairman took it for done."""
    town = monday
    await town.write(LAN, LINE)
    await town.tap(LAN, "Gửi")
    assert "29/11" in await town.write(LAN, line)
    assert "Gửi" in town.phone(LAN).last.labels
    await town.tap(LAN, "Gửi")
    [(due,)] = await town.sql("SELECT due_at FROM assignment WHERE number = 2")
    assert due.startswith("2026-11-29")
    assert await says(town, DUNG, "29/11")


async def test_a_leaders_words_on_a_conclusion_are_asked_whom_they_are_for(monday: Town) -> None:
    town = monday
    await town.write(LAN, LINE)
    await town.tap(LAN, "Gửi")
    said = await town.write(LAN, "kl 1 lam cham qua")
    assert "Lý Thị Dung" in said
    await town.tap(LAN, "Gửi người phụ trách")
    assert await says(town, DUNG, "lam cham qua")


async def test_what_is_no_plain_answer_is_asked_conclude_or_note(monday: Town) -> None:
    town = monday
    await town.write(LAN, "XK2 gặp UBND trước rồi tính")
    assert await matter(town, "state", "XK-002") == ("asked",)
    assert {"Kết luận", "ghi thêm"} <= {*town.phone(LAN).last.labels}
    await town.tap(LAN, "Kết luận")
    assert "Kết luận XK-002" in town.phone(LAN).last.text
    await town.write(LAN, "gửi")
    assert await matter(town, "state", "XK-002") == ("decided",)
    assert await matter(town, "state", "KL-001") == ("answered",)


@pytest.mark.parametrize("day", ["bao cao 18/12", "18/12", "trước thứ sáu"])
async def test_a_limit_that_is_asked_for_is_answered_alone(monday: Town, day: str) -> None:
    assert "cần một hạn" in await monday.write(LAN, "muc 2 dong y, Dung chu tri")
    said = await monday.write(LAN, day)
    assert "→ Giao đ/c Lý Thị Dung" in said
    await monday.write(LAN, "gửi")
    assert await monday.sql("SELECT lead_id FROM assignment WHERE number = 2") == [
        (monday.person(DUNG),)
    ]


@pytest.mark.parametrize("words", ["đợi giá mới", "dau tu them 2 loa", "đề nghị xem lại giá"])
async def test_words_behind_the_button_are_a_conclusion(monday: Town, words: str) -> None:
    await monday.write(LAN, "XK2")
    await monday.tap(LAN, "Kết luận")
    assert f"«{words}»" in await monday.write(LAN, words)
    assert "Gửi" in monday.phone(LAN).last.labels


async def test_the_limit_of_a_conclusion_is_not_its_day(monday: Town) -> None:
    """Of several on one card: 10/12 is whoever leads it's, 20/12 the day it comes back."""
    said = await monday.write(
        LAN, "mục 1 đồng ý, Dung lập dự toán báo cáo 10/12; mục 2 để đến 20/12"
    )
    assert "→ Kết luận: «" in said
    assert "hạn 17h00 thứ Năm, 10/12" in said or "10/12" in said.partition("hạn ")[2]
    assert "→ Để lại sau 20/12" in said


async def test_words_alone_are_an_answer_and_no_deed_that_is_done(monday: Town) -> None:
    """«đồng ý ký» asks nobody to do anything: what is done is counted of what is to be done."""
    town = monday
    await town.write(LAN, "KL 2: đồng ý ký")
    await town.tap(LAN, "Gửi")
    await town.go_to(clock(30, 7, 1))
    screens = [m.text for m in town.phone(LAN).messages if "BÁO CÁO TUẦN 48" in m.text]
    assert "KẾT LUẬN TUẦN 47: 1, trả lời 1" in screens[-1]
    assert "xong 1" not in screens[-1]
