"""Every word gets an answer; a complaint is shown its own door and nothing of it is kept."""

from pathlib import Path

import pytest

from handlers import talk
from handlers.kit.router import Response, Router
from handlers.kit.turn import Turn
from tests.town import BINH, CUONG, HOA, LAN, THANG, Neighbour, Town, open_town

KIND = {
    "Không có gì": ("cảm ơn ạ", "cam on moi nguoi"),
    "Xin chào": ("alo", "hi", "chao buoi sang"),
    "chưa ghi gì thêm": ("ok", "dạ vâng", "da", "dc"),
    "chưa hiểu": ("t6 e nghi roi, 172 nho Hoa di phat ho",),
}


@pytest.mark.parametrize("who", [BINH, THANG, CUONG, LAN])
async def test_every_word_gets_an_answer(town: Town, who: Neighbour) -> None:
    for words in (w for said in KIND.values() for w in said):
        before = len(await town.heard(who))
        await town.write(who, words)
        assert len(await town.heard(who)) > before, words


@pytest.mark.parametrize("answer", KIND)
async def test_politeness_is_not_misunderstood(town: Town, answer: str) -> None:
    for words in KIND[answer]:
        assert answer in await town.write(BINH, words)


async def test_what_a_handler_leaves_without_a_word_is_answered(tmp_path: Path) -> None:
    """However it came about: no text of a known person is met with silence."""
    mute = Router()

    @mute.said("my_work")
    async def on_work(_: Turn) -> Response:
        return None

    async with open_town(tmp_path, routers=[mute, talk.router]) as town:
        assert "Đã nhận tin" in await town.write(BINH, "việc")


async def test_a_denunciation_is_neither_taken_nor_kept(town: Town) -> None:
    words = "em muốn tố cáo ông trưởng khu ăn chặn tiền"
    assert "khiếu nại, tố cáo" in await town.write(BINH, words)
    for (table,) in await town.sql("SELECT name FROM sqlite_master WHERE type = 'table'"):
        assert "ăn chặn" not in str(await town.sql(f"SELECT * FROM {table}"))


async def test_words_that_ask_for_a_page_open_it(town: Town) -> None:
    assert "Lịch tuần" in await town.write(BINH, "cho xem lịch tuần này với")
    assert "/ngonngu" in await town.write(BINH, "hướng dẫn cách dùng với")


async def test_an_order_to_thank_others_is_no_thanks_to_us(town: Town) -> None:
    said = await town.write(HOA, "gui loi cam on nguoi tham gia Tra Co")
    assert "Chưa gửi gì" in said
    assert "Không có gì" in await town.write(HOA, "cảm ơn nhé")
