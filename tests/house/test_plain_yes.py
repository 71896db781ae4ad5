"""A plain yes or no is for what was shown last, and for nothing older."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, HOA, THANG, Town, clock, says

LONGER_NO = (
    "thoi de hoi Nhan da",
    "khoan da, de mai tinh",
    "de e hoi lai a Bac da",
    "để tôi hỏi Mây đã",
    "à mà thôi",
    "khoan, de em coi lai",
    "a thoi khoi lui nua",
    "thoi k can nua, de chi hoi lai da",
    "bo qua di",
)


async def due(town: Town, number: int) -> str:
    [(day,)] = await town.sql(
        "SELECT due_at FROM assignment WHERE number = :number", number=number
    )
    return str(day)[:10]


async def numbers(town: Town) -> list[int]:
    return [n for (n,) in await town.sql("SELECT number FROM assignment ORDER BY number")]


async def order_left_open(town: Town) -> str:
    """Thắng was shown what would go to Bình, and did something else."""
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="24/11")
    await town.write(BINH, "nhận 147")
    assert "Gửi?" in await town.write(THANG, "gia hạn 147 đến thứ 6")
    await town.later(minutes=1)
    return await due(town, 147)


@pytest.mark.parametrize("yes", ["ok", "Đúng", "ừ", "gửi", "dạ", "ok e", "gui di", "👍"])
async def test_a_yes_gives_the_draft_that_was_shown_last(town: Town, yes: str) -> None:
    was = await order_left_open(town)
    await town.write(THANG, "Hoa: lập danh sách hộ nghèo, thứ 6")
    assert "Đã giao" in await town.write(THANG, yes)
    assert 148 in await numbers(town)
    assert await due(town, 147) == was


async def test_where_the_newest_takes_no_yes_it_is_asked_again(town: Town) -> None:
    was = await order_left_open(town)
    assert "Giao cho ai" in await town.write(THANG, "giao việc")
    assert "Giao cho ai" in await town.write(THANG, "ok")
    assert await due(town, 147) == was


async def test_a_card_that_came_since_is_newer_than_the_question(town: Town) -> None:
    was = await order_left_open(town)
    await give(town, THANG, "Hoa", "Lập danh sách", "thứ 6")
    await town.write(THANG, "gia hạn 147 đến 25/11")
    await town.later(minutes=1)
    await town.write(HOA, "gia hạn 148 đến 1/12, chờ phường")
    await town.later(minutes=1)
    assert "câu nào" in await town.write(THANG, "ok")
    assert await due(town, 147) == was


async def test_words_that_nobody_understood_may_have_changed_it(town: Town) -> None:
    """«thế thì thôi cứ để xem xét lại nhé» and «ok»: it is not plain what the yes is for."""
    was = await order_left_open(town)
    assert "chưa hiểu" in await town.write(THANG, "nghe noi ben kia tinh lai roi day")
    assert "Gửi?" in await town.write(THANG, "ok"), "it is shown again whole"
    assert await due(town, 147) == was
    await town.write(THANG, "ok")
    assert await due(town, 147) != was


@pytest.mark.parametrize("words", ["việc đơn vị", "cam on", "nhắc 147"])
async def test_what_was_answered_since_is_newer_than_the_question(town: Town, words: str) -> None:
    """A list, thanks, another deed: the yes is for that, and asked."""
    was = await order_left_open(town)
    await town.write(THANG, words)
    assert "câu nào" in await town.write(THANG, "ok")
    assert await due(town, 147) == was


async def test_what_is_read_back_after_them_is_plain_again(town: Town) -> None:
    was = await order_left_open(town)
    await town.write(THANG, "nghe noi ben kia tinh lai roi day")
    assert "Gửi?" in await town.write(THANG, "gia hạn 147 đến thứ 5")
    await town.write(THANG, "ok")
    assert await due(town, 147) == "2026-11-26" != was


async def test_a_no_leaves_the_newest_alone(town: Town) -> None:
    was = await order_left_open(town)
    await town.write(THANG, "Hoa: lập danh sách hộ nghèo, thứ 6")
    assert "bỏ bản nháp" in await town.write(THANG, "thôi")
    assert 148 not in await numbers(town)
    assert "Gửi?" in await town.write(THANG, "gửi"), "it is shown again whole"
    assert await due(town, 147) == was
    await town.write(THANG, "gửi")
    assert await due(town, 147) != was


@pytest.mark.parametrize("yes", ["ok", "dạ vâng", "gửi"])
async def test_a_yes_is_no_reason_and_no_result(town: Town, yes: str) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="24/11")
    await town.write(BINH, "nhận 147")
    assert "Lý do" in await town.write(BINH, "gia hạn 147 đến thứ 6")
    assert "nhắn nội dung" in await town.write(BINH, yes)
    assert not await says(town, THANG, "gia hạn")
    await town.write(BINH, "thôi")
    await town.write(BINH, "xong 147")
    assert "nhắn nội dung" in await town.write(BINH, yes)
    await town.write(BINH, "6 hộ đã ký")
    assert "Đã gửi báo cáo" in await town.write(BINH, yes)
    assert await says(town, THANG, "6 hộ đã ký")


async def test_dung_with_its_own_mark_is_no_yes(town: Town) -> None:
    was = await order_left_open(town)
    await town.write(THANG, "đừng")
    town.now = clock(19, 12)
    assert await due(town, 147) == was


@pytest.mark.parametrize("no", LONGER_NO)
async def test_a_longer_no_leaves_what_was_read_back(town: Town, no: str) -> None:
    was = await order_left_open(town)
    assert "Gửi?" in await town.write(THANG, "gia hạn 147 đến 27/11")
    assert "không ghi gì" in await town.write(THANG, no)
    assert not any(b.text == "Gửi" for m in town.phone(THANG).messages[-3:] for b in m.buttons)
    await town.write(THANG, "ok")
    assert await due(town, 147) == was


@pytest.mark.parametrize("no", LONGER_NO)
async def test_a_longer_no_is_no_reason_and_no_result(town: Town, no: str) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="24/11")
    await town.write(BINH, "nhận 147")
    assert "Lý do" in await town.write(BINH, "gia hạn 147 đến thứ 6")
    assert "không ghi gì" in await town.write(BINH, no)
    assert "CHƯA GỬI" in await town.write(BINH, "147 xong, 6 hộ đã ký đủ")
    await town.write(BINH, no)
    await town.write(BINH, "ok")
    assert not await says(town, THANG, "gia hạn")
    assert not await says(town, THANG, "đã ký đủ")


async def muted(town: Town) -> bool:
    return bool(await town.sql("SELECT 1 FROM person WHERE muted AND name LIKE '%Bình'"))


@pytest.mark.parametrize("words", ["dung", "Dung", "dung roi", "dung nhac nua", "dung lam nua"])
async def test_dung_without_its_mark_stops_no_messages(town: Town, words: str) -> None:
    assert "«dừng nhắn tin» hoặc /dung" in await town.write(BINH, words)
    assert not await muted(town)


@pytest.mark.parametrize("words", ["dừng", "dung nhan tin", "dung nhan cho toi nua", "/dung"])
async def test_what_speaks_of_messages_stops_them(town: Town, words: str) -> None:
    assert "Đã dừng nhắn tin" in await town.write(BINH, words)
    assert await muted(town)
