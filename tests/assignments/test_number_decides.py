"""A number decides whose words are: an act on the work that it names is done, whatever is open; a
photo goes to the work that its caption names; a report is taken back by its number."""

import pytest

from tests.helpers.assignments import row
from tests.helpers.begun import begun
from tests.helpers.scenes import press
from tests.helpers.sent import photo, proofs, reports, taken
from tests.town import BINH, LAN, THANG, Town, says


@begun
async def asked(town: Town) -> Town:
    """A leader asks about 147, and waits for an answer."""
    await taken(town, 144, 147)
    await town.later(hours=1)
    await press(town, LAN, "a.question", 147)
    await town.write(LAN, "Sao việc này chậm?")
    await town.settle()
    return town


DONE = ["xong 147 12 hộ", "xong 147 12 ho", "147 em xong roi, 12 ho ky", "bao xong 147, 12 hộ"]


@pytest.mark.parametrize("words", DONE)
async def test_done_under_a_leaders_question_is_read_back(asked: Town, words: str) -> None:
    assert "CHƯA GỬI" in await asked.write(BINH, words)
    await asked.later(minutes=1)
    assert not await says(asked, LAN, words)


async def test_the_question_stays_and_hears_its_answer(asked: Town) -> None:
    await asked.write(BINH, "xong 147 12 hộ")
    await asked.write(BINH, "gửi")
    question = next(m for m in asked.phone(BINH).messages if "Sao việc này chậm" in m.text)
    await asked.write(BINH, "dạ chờ phường ký chị ạ", reply_to=question)
    await asked.later(minutes=1)
    assert await says(asked, LAN, "dạ chờ phường ký chị ạ")


async def test_so_does_a_share_done(asked: Town) -> None:
    await asked.write(BINH, "147 70%")
    assert await row(asked, "percent") == (70,)


@pytest.mark.parametrize("words", ["xong 144 12 hộ", "144 vướng giá đền bù", "144 còn chờ vôi"])
async def test_other_work_is_no_answer(asked: Town, words: str) -> None:
    await asked.write(BINH, words)
    await asked.later(minutes=1)
    assert not await says(asked, LAN, words)


@pytest.mark.parametrize(
    "words", ["dạ do chờ phường ạ", "147 mới được 70% vì mưa", "144 chưa xong nên 147 chậm"]
)
async def test_what_says_why_is_the_answer(asked: Town, words: str) -> None:
    await asked.write(BINH, words)
    await asked.later(minutes=1)
    assert await says(asked, LAN, words)


CAPTIONS = ["ds 144", "ảnh 144", "bien ban 144", "144 day a", "cai nay cua viec 144", "144"]


@pytest.mark.parametrize("words", CAPTIONS)
@pytest.mark.parametrize(
    "before", ["147 70%", "xong 147, 6 hộ đã ký", "xin gia hạn 147", "vướng 147"]
)
async def test_a_caption_decides_whose_photo_it_is(town: Town, words: str, before: str) -> None:
    await taken(town, 144, 147)
    await town.write(BINH, before)
    said = await photo(town, caption=words)
    assert "0144" in said
    if town.phone(BINH).can_tap("Chỉ ghi tiến độ"):
        await town.tap(BINH, "Chỉ ghi tiến độ")
    [(about,)] = await town.sql("SELECT about FROM attachment")
    [(task,)] = await town.sql("SELECT id FROM assignment WHERE number = 144")
    assert about == f"work:{task}"


async def test_a_caption_with_the_works_own_number_stays_with_its_result(town: Town) -> None:
    await taken(town, 144, 147)
    await town.write(BINH, "xong 147, 6 hộ đã ký")
    await photo(town, caption="ds 147")
    assert await proofs(town, "completion") == 1


BACK = [
    "thu hồi, 147 chưa xong",
    "thu hoi 147 chua xong",
    "rút lại 147",
    "147 chua xong e gui nham",
]


@pytest.mark.parametrize("words", [*BACK, "rut 147 lai giup e", "147 gui nham, chua xong"])
async def test_a_report_is_taken_back_by_its_number(town: Town, words: str) -> None:
    await taken(town, 144, 147)
    for number in (147, 144):
        await town.write(BINH, f"xong {number}, 6 hộ đã ký")
        await town.write(BINH, "gửi")
    said = await town.write(BINH, words)
    assert "0147" in said
    assert dict(await reports(town))[144] == "sent"
    assert (147, "draft") in await reports(town)


async def test_of_what_was_not_reported_nothing_is_taken_back(town: Town) -> None:
    await taken(town, 144, 147)
    await town.write(BINH, "xong 144, 6 hộ đã ký")
    await town.write(BINH, "gửi")
    said = await town.write(BINH, "thu hồi, 147 chưa xong")
    assert "147" in said
    assert await reports(town) == [(144, "sent")]
    assert not await town.sql("SELECT 1 FROM journal WHERE event = 'noted'")


@pytest.mark.parametrize(
    "words",
    ["bao xong 17 nguoi", "xong 17 nguoi", "hoan thanh 17 ng", "bc xong 17 người"],
)
@pytest.mark.parametrize("caption", ["", "147"])
async def test_after_a_photo_a_report_is_read_back_with_it(
    town: Town, words: str, caption: str
) -> None:
    await taken(town, 147)
    await photo(town, caption=caption or None)
    said = await town.write(BINH, words)
    assert "CHƯA GỬI" in said
    assert "1 ảnh" in said
    assert await row(town, "state") == ("doing",)
    assert not await says(town, THANG, words)


@pytest.mark.parametrize("words", ["xong 5/6 hộ", "chua xong 17 nguoi", "sap xong 17 nguoi"])
async def test_what_is_not_done_is_none(town: Town, words: str) -> None:
    await taken(town, 147)
    await photo(town)
    await town.write(BINH, words)
    assert await reports(town) == []
