"""A result that is shown goes by words; what is no result does not go into it."""

import pytest

from language.line.fold import bare
from tests.helpers.assignments import give, number_from
from tests.helpers.begun import begun
from tests.town import BINH, THANG, Town

DRAFT = "SELECT text FROM completion WHERE state = 'draft'"
STATES = "SELECT state FROM assignment WHERE number > 146 ORDER BY number"


@begun(autouse=True)
async def one_piece(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "nhận 147")


@pytest.mark.parametrize("marks", [True, False])
@pytest.mark.parametrize(
    "words",
    [
        *("gửi báo cáo", "báo xong", "gửi đi", "nộp luôn", "nộp đi em", "ok gửi luôn"),
        *("send it", "submit the report", "hand it in"),
        *("báo cáo luôn", "gửi báo cáo cho chị", "nộp báo cáo nhé", "gửi lên luôn"),
    ],
)
async def test_it_goes_by_whatever_words_say_so(town: Town, words: str, marks: bool) -> None:
    await town.write(BINH, "xong 147, 6 hộ đã ký")
    await town.write(BINH, words if marks else bare(words))
    assert await town.sql(STATES) == [("review",)]


@pytest.mark.parametrize("words", ["gui bao cao", "bao xong", "nop luon"])
async def test_before_anything_was_told_it_is_said_what_is_wanted(town: Town, words: str) -> None:
    await town.write(BINH, "xong 147")
    said = await town.write(BINH, words)
    assert "đề nghị đồng chí nhắn nội dung" in said or "đề nghị nhắn kết quả" in said
    assert await town.sql("SELECT text FROM completion WHERE text <> ''") == []
    assert "CHƯA GỬI" in await town.write(BINH, "6 ho da ky")


@pytest.mark.parametrize("shown", [True, False])
@pytest.mark.parametrize(
    "chat", ["an com chua", "c oi", "alo c", "chị ơi cho em hỏi tí", "mấy giờ họp ạ"]
)
async def test_chat_is_no_result(town: Town, chat: str, shown: bool) -> None:
    await town.write(BINH, "xong 147, 6 hộ đã ký" if shown else "xong 147")
    await town.write(BINH, chat)
    assert await town.sql(DRAFT) == ([("6 hộ đã ký",)] if shown else [])


async def test_that_it_was_sent_elsewhere_is_a_result(town: Town) -> None:
    await town.write(BINH, "xong 147")
    assert "Kết quả: đã gửi báo cáo cho phường" in await town.write(
        BINH, "đã gửi báo cáo cho phường"
    )


@pytest.mark.parametrize(
    "words",
    [
        "xong 3 viec",
        "xong cả 2 việc",
        "xong hết rồi",
        "lam xong het cac viec roi",
        "xong ca roi c",
    ],
)
async def test_several_without_a_number_are_each_reported(town: Town, words: str) -> None:
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    await town.later(minutes=30)
    assert "Mỗi việc báo riêng" in await town.write(BINH, words)
    assert [label[:3] for label in town.phone(BINH).last.labels] == ["147", "148"]
    await town.tap(BINH, town.phone(BINH).last.labels[1])
    assert "NV-2026-0148" in town.phone(BINH).last.text


@pytest.mark.parametrize(
    "words", ["xong ca 147 vs 148", "xong 147 voi 148", "147 lan 148 xong roi"]
)
async def test_both_are_named(town: Town, words: str) -> None:
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    assert (await town.write(BINH, words)).count("báo xong") == 2


@pytest.mark.parametrize(
    "words",
    [
        *("147 xem lai", "147 cho em xem lại", "mo viec 147 ra", "việc 147", "147", "147 sao roi"),
        *("147 han khi nao", "147 ai giao", "147 la viec gi vay", "147 nội dung là gì"),
        *("open 147", "show me work 147"),
    ],
)
async def test_a_look_at_it_is_no_progress(town: Town, words: str) -> None:
    before = await town.sql("SELECT count(*) FROM journal")
    for line_before in ("", "xong 147"):
        if line_before:
            await town.write(BINH, line_before)
        said = await town.write(BINH, words)
        assert "Vận động 6 hộ" in said
        assert "Kết quả cần đạt" in said or "Hạn" in said
    assert await town.sql("SELECT count(*) FROM journal") == before
    assert await town.sql("SELECT text FROM completion WHERE text <> ''") == []
