"""«Biểu dương»: read back, kept with the work, seen by whoever did it."""

from domain.access import Role
from storage import Work
from tests.helpers.assignments import give
from tests.town import BINH, DUNG, HANH, HOA, LAN, THANG, Town, says

WORDS = "vận động rất khéo, bà con đồng thuận"


async def test_by_the_button_read_back_and_seen_by_the_praised(town: Town) -> None:
    await give(town, LAN, "Bình")
    await town.write(LAN, "xem 1")
    await town.tap(LAN, "Biểu dương")
    said = await town.write(LAN, WORDS)
    assert "Gửi đ/c Nguyễn Văn Bình" in said
    assert f"«{WORDS}»" in said
    assert not await says(town, BINH, "biểu dương")
    assert "Đã gửi lời biểu dương" in await town.tap(LAN, "Gửi")
    await town.later(minutes=1)
    assert await says(town, BINH, "Đ/c Trần Thị Lan biểu dương")
    kept = await town.sql("SELECT text FROM journal WHERE event = 'praised'")
    assert kept == [(WORDS,)]


async def test_typed_in_one_line_and_sent_by_gui(town: Town) -> None:
    await give(town, LAN, "Bình")
    assert f"«{WORDS}»" in await town.write(LAN, f"biểu dương 1: {WORDS}")
    await town.write(LAN, "gửi")
    await town.later(minutes=1)
    assert await says(town, BINH, WORDS)


async def test_thoi_sends_nothing(town: Town) -> None:
    await give(town, LAN, "Bình")
    await town.write(LAN, f"biểu dương 1: {WORDS}")
    await town.write(LAN, "thôi")
    assert not await says(town, BINH, WORDS)


async def test_who_may_not(town: Town) -> None:
    """Nobody praises their own work, nor another section's; staff nobody's."""

    def promote(work: Work) -> None:
        dcpl = next(unit.id for unit in work.offices.units(work.today) if unit.code == "DCPL")
        work.people.grant(town.person(DUNG), Role.HEAD, work.today, dcpl)

    await town.work(promote)
    await give(town, LAN, "Bình")
    await give(town, LAN, "Thắng")
    for other, number in ((BINH, 1), (DUNG, 1), (THANG, 2)):
        await town.press(other, f"a.praise:{number}")
    assert await town.sql("SELECT 1 FROM expectation WHERE topic = 'work.praise'") == []
    for may in (THANG, HANH):
        await town.press(may, "a.praise:1")
    assert len(await town.sql("SELECT 1 FROM expectation WHERE topic = 'work.praise'")) == 2


async def test_all_who_are_named_hear_it(town: Town) -> None:
    """Only the first was praised, in the words «va Binh»."""
    said = await town.write(LAN, "khen Hoa va Binh")
    assert "Nguyễn Thị Hoa, Nguyễn Văn Bình" in said
    said = await town.write(LAN, WORDS)
    assert "Nguyễn Thị Hoa, Nguyễn Văn Bình" in said
    await town.tap(LAN, "Gửi")
    await town.later(minutes=1)
    for one in (HOA, BINH):
        assert await says(town, one, WORDS)
    said = await town.write(LAN, "bieu duong Hoa, Binh va Dung lo hoi nghi tot")
    assert "Nguyễn Thị Hoa, Nguyễn Văn Bình, Lý Thị Dung" in said
    assert "«lo hoi nghi tot»" in said


async def test_a_photo_alone_is_no_good_word(town: Town) -> None:
    """Of a word for somebody it was looked for work of that number, and «không tìm thấy» said."""
    await give(town, LAN, "Bình")
    await town.write(LAN, "xem 1")
    await town.tap(LAN, "Biểu dương")
    await town.phone(LAN).photo()
    assert "chưa rõ của việc nào" in await town.screen(LAN)
    await town.write(LAN, "khen Hoa")
    await town.phone(LAN).photo()
    assert "trả lời câu nào" in await town.screen(LAN)
    assert town.phone(LAN).last.labels[:2] == ["Biểu dương Hoa", "Biểu dương việc 1"]
