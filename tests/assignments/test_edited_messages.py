"""A message is edited: the draft that came from it is edited too; a live place is one place."""

from tests.town import BINH, HANH, THANG, Town


async def test_editing_its_message_edits_the_draft(town: Town) -> None:
    await town.write(HANH, "Bình: vận động 6 hộ Hải Yên, thứ 6")
    first = town.phone(HANH).messages[0]
    await town.write(HANH, "Hoa: danh sách hộ nghèo, 27/11")
    await town.phone(HANH).edit(first, "Bình: vận động 8 hộ Hải Yên, 24/11")
    said = await town.screen(HANH)
    assert "vận động 8 hộ" in said
    assert "vận động 6 hộ" not in said
    assert "danh sách hộ nghèo" in said
    await town.tap(HANH, "Giao cả 2 việc")
    titles = await town.sql("SELECT title FROM assignment ORDER BY title")
    assert titles == [("danh sách hộ nghèo",), ("vận động 8 hộ Hải Yên",)]


async def test_what_was_given_is_not_edited(town: Town) -> None:
    await town.write(THANG, "Bình: vận động 6 hộ Hải Yên, thứ 6")
    first = town.phone(THANG).messages[0]
    await town.tap(THANG, "Giao việc")
    await town.phone(THANG).edit(first, "Bình: vận động 8 hộ Hải Yên, 24/11")
    assert "không đổi số liệu" in await town.screen(THANG)
    assert await town.sql("SELECT title FROM assignment") == [("vận động 6 hộ Hải Yên",)]


async def test_a_place_that_moves_is_answered_once(town: Town) -> None:
    phone = town.phone(BINH)
    place = await phone.location()
    await town.settle()
    before = len(await town.heard(BINH))
    for step in range(3):
        place.content["location"]["latitude"] += step / 1000
        phone._deliver("edited_message", place)
        await town.settle()
    assert len(await town.heard(BINH)) == before
