"""What somebody typed or sent is kept as said: never other words, never a made-up figure."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, THANG, Town


@pytest.fixture(autouse=True)
async def two_from_147(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")


async def notes(town: Town) -> list[tuple[str, str]]:
    """Which words stand in the history of which assignment."""
    return await town.sql(
        "SELECT a.number, j.text FROM journal j JOIN assignment a ON a.id = j.subject"
        " WHERE j.event IN ('note', 'progress', 'blocked', 'said') ORDER BY j.id"
    )


async def test_each_question_keeps_its_own_words(town: Town) -> None:
    await town.write(BINH, "đang làm, chờ phường gửi danh sách")
    first = town.phone(BINH).last
    await town.write(BINH, "90%")
    second = town.phone(BINH).last
    old = second.buttons[0]
    await town.tap(BINH, "147 – Vận động 6 hộ", first)
    await town.tap(BINH, "148 – Danh sách", second)
    assert await notes(town) == [(147, "đang làm, chờ phường gửi danh sách"), (148, "90%")]
    assert "đã cũ" in await town.press(BINH, old.data, second.message_id)
    assert len(await notes(town)) == 2


async def test_each_question_keeps_its_own_photo(town: Town) -> None:
    await town.phone(BINH).photo()
    await town.settle()
    photo = town.phone(BINH).last
    await town.phone(BINH).voice()
    await town.settle()
    voice = town.phone(BINH).last
    await town.tap(BINH, "148 – Danh sách", voice)
    await town.tap(BINH, "148 – Danh sách", photo)
    await town.tap(BINH, "Báo xong", photo)
    kinds = await town.sql("SELECT kind FROM attachment ORDER BY id")
    assert [kind for (kind,) in kinds] == ["voice", "photo"]


@pytest.mark.parametrize(
    ("words", "only_noted"),
    [
        ("phuong chua gui danh sach", "Chỉ ghi tiến độ"),
        ("chưa gửi danh sách 2 hộ", "Chỉ ghi lại"),
    ],
)
async def test_words_without_a_figure_leave_the_figure(
    town: Town, words: str, only_noted: str
) -> None:
    await town.write(BINH, "147 80%")
    await town.write(BINH, words)
    await town.tap(BINH, only_noted)
    assert await town.sql("SELECT percent FROM assignment WHERE number = 147") == [(80,)]
    assert (147, words) in await notes(town)
    await town.write(BINH, "147 làm lại từ đầu, 0%")
    await town.tap(BINH, "Ghi 0%")
    assert await town.sql("SELECT percent FROM assignment WHERE number = 147") == [(0,)]


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("xong 147 da bo sung bien ban", "da bo sung bien ban"),
        ("xong 147 da sua nha xong, ban giao cho ho", "da sua nha xong, ban giao cho ho"),
        ("xong 147, tang qua cho 2 ho, co ban giao", "tang qua cho 2 ho, co ban giao"),
    ],
)
async def test_the_result_is_what_was_typed(town: Town, line: str, result: str) -> None:
    assert "CHƯA GỬI" in await town.write(BINH, line)
    assert await town.sql("SELECT text FROM completion") == [(result,)]
