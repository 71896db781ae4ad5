"""A photo, a file, a place, sent one after the other without a word: each is kept and counted."""

import pytest

from tests.helpers.sent import taken
from tests.town import BINH, Town

SENT = ("photo", "file", "location")


async def send(town: Town, kind: str) -> str:
    await getattr(town.phone(BINH), "document" if kind == "file" else kind)()
    return await town.screen(BINH)


@pytest.mark.parametrize(
    ("first", "second"), [(a, b) for a in SENT for b in SENT], ids=lambda kind: kind
)
async def test_words_take_all_that_came_before_them(town: Town, first: str, second: str) -> None:
    await taken(town, 149)
    await town.sql("DELETE FROM spoken_of")
    await send(town, first)
    asked = await send(town, second)
    assert ("2 " if first == second else "1 ") in asked
    await town.write(BINH, "xong 149 đã gửi kế hoạch")
    kinds = await town.sql(
        "SELECT kind FROM attachment WHERE about LIKE 'completion:%' ORDER BY id"
    )
    assert kinds == [(first,), (second,)]


@pytest.mark.parametrize("order", [SENT, SENT[::-1]])
async def test_a_tap_takes_all_of_them(town: Town, order: tuple[str, ...]) -> None:
    await taken(town, 149)
    await town.sql("DELETE FROM spoken_of")
    for kind in order:
        await send(town, kind)
    await town.tap(BINH, "Báo xong")
    said = await town.screen(BINH)
    for counted in ("1 ảnh", "1 tệp", "1 vị trí"):
        assert counted in said


async def test_of_several_works_they_go_to_the_one_that_is_chosen(town: Town) -> None:
    await taken(town, 149, 152)
    await town.sql("DELETE FROM spoken_of")
    await send(town, "photo")
    assert "1 ảnh; 1 tệp" in await send(town, "file")
    await town.write(BINH, "xong 152 đã gửi kế hoạch")
    rows = await town.sql("SELECT count(*) FROM attachment WHERE about LIKE 'completion:%'")
    assert rows == [(2,)]


async def test_a_photo_and_then_a_voice_are_both_kept(town: Town) -> None:
    await taken(town, 149)
    await town.sql("DELETE FROM spoken_of")
    await send(town, "photo")
    await send(town, "voice")
    await town.write(BINH, "xong 149 đã gửi kế hoạch")
    rows = await town.sql("SELECT count(*) FROM attachment WHERE about LIKE 'completion:%'")
    assert rows == [(2,)]
