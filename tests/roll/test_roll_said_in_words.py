"""The roll by words: «không» drops what was read back, «chốt» closes, nobody's code is wiped."""

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join, standings
from tests.helpers.roll import opened, read_aloud
from tests.town import CUONG, MAI, SON, TUAN, Town, clock


async def closed(town: Town) -> bool:
    return bool(await town.sql("SELECT 1 FROM roll_call WHERE closed_at IS NOT NULL"))


async def test_no_drops_what_was_read_back(town: Town) -> None:
    await opened(town, MAI, SON, TUAN)
    await town.write(MAI, await read_aloud(town))
    await town.write(CUONG, "vắng 1-2")
    assert "đủ cả" in await town.write(CUONG, "khong, du ca")
    assert "Có mặt 1/3" in await town.write(CUONG, "không")
    assert "chưa đánh dấu" in await town.write(CUONG, "Chốt")
    assert not await closed(town)
    assert (await standings(town))[0] == "present"


async def test_closing_in_words_records_no_line_that_was_not_agreed(town: Town) -> None:
    await opened(town, MAI, SON)
    await town.write(MAI, await read_aloud(town))
    assert "không ai vắng" in await town.write(CUONG, "co mat 2")
    assert "CHƯA GHI" in await town.write(CUONG, "chốt")
    assert not await closed(town)
    assert "Đã chốt" in await town.write(CUONG, "dung, chot luon")
    assert await standings(town) == ["present", "present"]


async def test_who_came_besides_is_said_in_the_same_breath(town: Town) -> None:
    await opened(town, MAI, SON, TUAN)
    read = await town.write(CUONG, "vang 2, den them 4")
    assert "vắng 2. " in read
    assert "Đến thêm: 4" in read
    read = await town.write(CUONG, "them 1")
    assert "vắng 2. " in read
    assert "Đến thêm: 5" in read
    await town.write(CUONG, "đúng")
    assert await standings(town) == ["present", "absent", "present"]
    read = await town.write(CUONG, "đủ, đến thêm: 2")
    assert "đủ cả" in read
    assert "Đến thêm: 2" in read


async def test_before_the_hour_words_are_warned_as_the_button_is(town: Town) -> None:
    day = await open_saturday(town, capacity=10)
    await join(town, MAI, day)
    await town.go_to(clock(21, 6, 50))
    await town.tap(CUONG, "Điểm danh")
    await town.write(CUONG, "đủ")
    assert "Chưa đến giờ" in await town.write(CUONG, "đúng, chốt luôn")
    assert not await closed(town)
    assert await standings(town) == ["present"]


async def test_where_only_groups_come_the_missing_are_theirs(town: Town) -> None:
    day = await open_saturday(town, capacity=40)
    await town.press(CUONG, f"s.group:{day}")
    await town.write(CUONG, "PN 5, ĐTN 14")
    await town.tap(CUONG, "Đúng")
    await town.go_to(clock(21, 7, 5))
    await town.tap(CUONG, "Điểm danh")
    assert "Nhóm có mặt: 19" in await town.write(CUONG, "du ca")
    assert "Nhóm có mặt: 15" in await town.write(CUONG, "vang 4")
    assert "chỉ có nhóm đăng ký (19 người)" in await town.write(CUONG, "vang 20")
    assert "chỉ có nhóm đăng ký (19 người)" in await town.write(CUONG, "vang 3 7")


async def test_people_are_called_by_their_names(town: Town) -> None:
    await opened(town, MAI, SON, TUAN)
    assert "Có mặt 1/3" in await town.write(CUONG, "Mai co mat")
    await town.write(CUONG, "Sơn vắng, anh Tuân đến rồi")
    assert await standings(town) == ["present", "absent", "present"]
    await town.write(CUONG, "Sơn đến rồi")
    assert await standings(town) == ["present", "present", "present"]


async def test_a_name_that_is_not_plain_marks_nobody(town: Town) -> None:
    await opened(town, MAI, SON)
    for words in ("Hùng vắng", "Mai vắng hôm qua", "Mai vắng, Hùng có mặt", "người vắng"):
        await town.write(CUONG, words)
    await town.write(MAI, await read_aloud(town))
    assert "bằng mã" in await town.write(CUONG, "Mai vắng")
    assert await standings(town) == ["present", "registered"]
