"""A number takes what came just before with it: words, photos, a voice; what is only done has no
words of its own."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.sent import photo, proofs, taken, voice
from tests.town import BINH, Town

DRAFT = "SELECT a.number, c.text FROM completion c JOIN assignment a ON a.id = c.assignment_id"


@begun(autouse=True)
async def two(town: Town) -> None:
    await taken(town, 147, 152)
    await town.later(minutes=30)


@pytest.mark.parametrize("with_photo", [True, False])
@pytest.mark.parametrize("words", ["15 ho ky roi", "da thu duoc 30 suat roi", "xong 4 hộ rồi ạ"])
async def test_words_that_count_wait_for_their_number(
    town: Town, words: str, with_photo: bool
) -> None:
    said = await photo(town, caption=words) if with_photo else await town.write(BINH, words)
    assert "nói về việc nào" in said
    assert words in await town.write(BINH, "152")
    assert await proofs(town, "%") == int(with_photo)


@pytest.mark.parametrize("number", ["152", "cua 152", "cái đó là việc 152", "that is for 152"])
async def test_what_came_without_words_is_of_it(town: Town, number: str) -> None:
    for sent in (photo, voice):
        assert "nói về việc nào" in await sent(town)
        assert "NV-2026-0152" in await town.write(BINH, number)
        assert "muốn nói gì" in await town.screen(BINH)
        await town.write(BINH, "không phải")


async def test_three_photos_one_caption_and_then_it_is_done(town: Town) -> None:
    await photo(town, caption="15 ho ky roi", album=3)
    said = await town.write(BINH, "xong 152")
    assert "Kết quả: 15 ho ky roi" in said
    assert "3 ảnh" in said
    assert await town.sql(DRAFT) == [(152, "15 ho ky roi")]


async def test_that_it_is_done_is_no_result(town: Town) -> None:
    await photo(town, caption="xong")
    assert "1 ảnh" in await town.write(BINH, "152")
    assert await town.sql(DRAFT) == [(152, "")]
    await town.write(BINH, "xong rồi ạ")
    assert await town.sql(DRAFT) == [(152, "")]


async def test_how_far_it_is_is_no_result_either(town: Town) -> None:
    await town.write(BINH, "70%, còn chờ phường")
    assert "nhắn kết quả" in await town.write(BINH, "xong 152")


async def test_hours_later_a_number_opens_the_card(town: Town) -> None:
    await photo(town)
    await town.later(hours=2)
    assert "Kết quả cần đạt" in await town.write(BINH, "152") or town.phone(BINH).can_tap(
        "Tiến độ"
    )
    assert await proofs(town, "work") == 0


MENDED = (
    ("152 15 hộ ký", "nhầm, 38 thôi", "38 hộ ký"),
    ("152 thiếu 2 chữ ký", "a nham, 3 chu ky", "thiếu 3"),
)


@pytest.mark.parametrize(("said", "slip", "right"), MENDED)
async def test_the_last_note_is_put_right(town: Town, said: str, slip: str, right: str) -> None:
    await town.write(BINH, said)
    assert right in await town.write(BINH, slip)


LATER = (
    ("ban qua de mai tinh", "báo lại khi tiện"),
    ("e dang o benh vien", "ai làm thay"),
    ("cho e khat den t2", "nói về việc nào"),
    ("lam dc nua roi", "nói về việc nào"),
    ("k lien lac dc ong truong khu", "nói về việc nào"),
    ("da gui zalo c Nhan roi", "nói về việc nào"),
    ("nop tan tay roi", "nói về việc nào"),
    ("152 nop tan tay roi", "Kết quả: nop tan tay roi"),
    ("152 mai nop dc k", "Chuyển tới đ/c Lê Văn Thắng"),
    ("147 xong con 152 mai nop", "152 Vận động 6 hộ: ghi lại – «mai nop»"),
)


@pytest.mark.parametrize(("words", "answer"), LATER)
async def test_short_words_are_heard(town: Town, words: str, answer: str) -> None:
    assert answer in await town.write(BINH, words)
