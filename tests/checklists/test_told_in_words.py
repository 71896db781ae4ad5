"""Criteria and steps in words; a reply to a card of one thing never acts on another."""

from typing import Any

import pytest

from tests.helpers.assignments import give, number_from
from tests.helpers.begun import begun
from tests.helpers.matters import move_in
from tests.town import BINH, CUONG, HANH, THANG, Neighbour, Town, says


@begun
async def hamlet(town: Town) -> Town:
    """A model hamlet in Cường's ward, and Bình's report that waits for Thắng's verdict."""
    await move_in(town)
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="24/11")
    await town.write(BINH, "nhận 147")
    await town.write(BINH, "147 xong, 6 hộ đã ký đủ")
    await town.tap(BINH, "Gửi")
    await town.write(THANG, "tiêu chí")
    await town.tap(THANG, "Lập thôn mẫu")
    await town.write(THANG, "Thôn Đông, Ka Long")
    return town


async def marks(town: Town) -> dict[int, str]:
    return dict(await town.sql("SELECT item, status FROM checklist_mark ORDER BY item"))


async def work(town: Town) -> list[Any]:
    return await town.sql("SELECT state, percent, due_at FROM assignment")


def letter(town: Town, who: Neighbour, words: str) -> Any:
    return next(m for m in reversed(town.phone(who).messages) if words in m.text)


async def test_a_reply_to_the_news_of_a_claim_verifies_it_and_no_work(hamlet: Town) -> None:
    town = hamlet
    was = await work(town)
    for number in (9, 10):
        await town.phone(CUONG).photo(f"TM-01 mục {number} đạt, có 12 hộ")
        assert "chờ thẩm định" in await town.screen(CUONG)
    await town.write(THANG, "dat", reply_to=letter(town, THANG, "mục 9"))
    await town.write(
        THANG, "chua dat, anh mo qua chup lai", reply_to=letter(town, THANG, "mục 10")
    )
    assert await marks(town) == {9: "verified", 10: "returned"}
    assert await says(town, CUONG, "trả lại – anh mo qua chup lai")
    assert await work(town) == was


async def test_what_such_a_reply_does_not_say_is_asked_and_acts_on_nothing(hamlet: Town) -> None:
    town = hamlet
    was = await work(town)
    await town.phone(CUONG).photo("TM-01 dat 9")
    await town.settle()
    news = letter(town, THANG, "mục 9")
    for line in ("9 dat nhung anh mo", "đồng ý 3 hộ", "gia han den thu 6"):
        assert "số mục và kết quả" in await town.write(THANG, line, reply_to=news)
    assert await marks(town) == {9: "claimed"}
    assert await work(town) == was


async def test_claims_in_a_caption_are_no_headcount(hamlet: Town) -> None:
    town = hamlet
    await town.phone(CUONG).photo("thon dong dat tieu chi 9 co mo hinh kinh te: trong nam")
    assert "mục 9" in await town.screen(CUONG)
    await town.write(THANG, "tiêu chí")
    await town.tap(THANG, "Lập nhà mẫu")
    await town.write(THANG, "NM-KL-047")
    await town.phone(THANG).photo("NM-01 dat sach nha sach bep")
    assert "Sạch bếp" in await town.screen(THANG)
    assert "Sạch bếp" in await town.write(THANG, "NM-KL-047")
    assert await town.sql("SELECT count(*) FROM checklist_mark") == [(3,)]
    assert not await town.sql("SELECT 1 FROM turnout")


async def test_several_items_by_the_code_and_what_lacks_is_asked(hamlet: Town) -> None:
    town = hamlet
    assert "đề nghị gửi một ảnh" in await town.write(CUONG, "TM-01 mục 9 đạt")
    await town.phone(CUONG).photo("TM-01 muc 10 day, 93% ho du")
    await town.phone(CUONG).photo("TM-01 9")
    await town.settle()
    await town.write(THANG, "TM-01 muc 9 dat, muc 10 chua du anh khong ro")
    assert await marks(town) == {9: "verified", 10: "returned"}
    assert "số mục và kết quả" in await town.write(THANG, "TM-01 hom nay nang qua")
    assert "1/10" in await town.write(THANG, "TM-01 den dau roi")


async def test_steps_are_ticked_by_words_and_the_task_stays_open(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="24/11")
    await town.write(BINH, "nhận 147")
    await town.write(BINH, "147 gồm: lập kế hoạch, xin ý kiến, mời đại biểu, tổng kết")
    card = town.phone(BINH).last
    assert "1/4" in await town.write(BINH, "lap ke hoach xong roi")
    await town.write(BINH, "buoc 2 xong")
    await town.write(BINH, "147 xong buoc 3")
    assert "số mục và kết quả" in await town.write(BINH, "xong", reply_to=card)
    assert "4/4" in await town.write(BINH, "buoc 4 xong", reply_to=card)
    assert await marks(town) == dict.fromkeys(range(1, 5), "done")
    assert not await says(town, HANH, "báo xong")
    assert await town.sql("SELECT count(*) FROM completion") == [(0,)]


@pytest.mark.parametrize("asked", [(9,), (9, 10)])
async def test_a_photo_goes_to_the_item_that_its_words_name(
    hamlet: Town, asked: tuple[int, ...]
) -> None:
    """It went to the item that had been asked for first."""
    town = hamlet
    for number in asked:
        await town.press(CUONG, f"ck.mark:1:{number}.claimed")
    await town.phone(CUONG).photo("mục 10")
    await town.settle()
    assert await marks(town) == {10: "claimed"}
    assert await town.sql("SELECT about FROM attachment") == [("checking:1.10",)]
    await town.phone(CUONG).photo()
    await town.settle()
    assert await marks(town) == {9: "claimed", 10: "claimed"}
