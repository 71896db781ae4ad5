"""The roll call with dirty hands: by taps, by one typed line, and what it then counts for."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join, standings
from tests.helpers.roll import opened
from tests.town import BINH, CUONG, HANH, MAI, NGA, SON, TUAN, Town, clock, says

THIRTY = range(8200, 8230)


async def reported(town: Town) -> list[tuple[object, ...]]:
    return await town.sql(
        "SELECT total, rank, proof, everyone FROM turnout WHERE state = 'confirmed' ORDER BY id"
    )


async def test_thirty_people_of_whom_three_are_away_by_one_line(town: Town) -> None:
    await opened(town, *THIRTY)
    taps = 1
    read = await town.write(CUONG, "vắng 3 7 12")
    assert "Còn lại có mặt: 27" in read
    closed = await town.tap(CUONG, "Đúng, chốt luôn")
    taps += 1
    assert "có mặt 27/30" in closed
    assert (await standings(town)).count("absent") == 3
    assert taps == 2, "and one line of eleven letters"


async def test_thirty_people_of_whom_three_are_away_by_taps(town: Town) -> None:
    await opened(town, *THIRTY)
    taps = 1
    for label in ("Đủ cả", "✅ 3.", "✅ 7.", "›", "✅ 12.", "Chốt", "Ghi vắng"):
        roll = town.phone(CUONG).last
        button = next(b for row in roll.rows for b in row if b.text.startswith(label))
        await town.tap(CUONG, button.text, roll)
        taps += 1
    assert "có mặt 27/30" in await town.screen(CUONG)
    assert taps == 8
    assert await reported(town) == [(27, "evidence", "roll_call", 0)]


async def test_all_of_them_are_three_taps_and_it_is_said_how_that_is_known(town: Town) -> None:
    day = await opened(town, MAI, SON)
    await town.tap(CUONG, "Đủ cả")
    assert "(đủ cả)" in await town.tap(CUONG, "Chốt")
    assert await reported(town) == [(2, "evidence", "roll_call", 1)]
    await town.go_to(clock(21, 20, 1))
    assert any("2 (theo điểm danh, đủ cả)" in text for text in await town.heard(HANH)), day


async def test_who_is_struck_off_after_all_makes_it_a_roll_of_names(town: Town) -> None:
    await opened(town, MAI, SON)
    await town.tap(CUONG, "Đủ cả")
    [mine] = [b for row in town.phone(CUONG).last.rows for b in row if b.text.startswith("✅ 1.")]
    await town.tap(CUONG, mine.text)
    await town.tap(CUONG, "Chốt")
    await town.tap(CUONG, "Ghi vắng, chốt")
    assert await reported(town) == [(1, "evidence", "roll_call", 0)]


@pytest.mark.parametrize(
    ("line", "read", "became"),
    [
        ("đủ", "đủ cả, có mặt 3", ["present"] * 3),
        ("du ca", "đủ cả, có mặt 3", ["present"] * 3),
        ("có mặt 1 3", "vắng 2. ", ["present", "absent", "present"]),
        ("vang 1,2", "Còn lại có mặt: 1", ["absent", "absent", "present"]),
    ],
)
async def test_a_typed_line_is_read_back_and_counts_after_the_yes(
    town: Town, line: str, read: str, became: list[str]
) -> None:
    await opened(town, MAI, SON, TUAN)
    before = await standings(town)
    assert read in await town.write(CUONG, line)
    assert await standings(town) == before
    await town.write(CUONG, "đúng")
    assert await standings(town) == became


@pytest.mark.parametrize("line", ["vắng 0", "có mặt 4", "vắng 1 999999"])
async def test_a_number_that_is_not_on_the_list_changes_nothing(town: Town, line: str) -> None:
    await opened(town, MAI, SON, TUAN)
    assert "từ 1 đến 3" in await town.write(CUONG, line)
    assert set(await standings(town)) == {"registered"}


async def test_more_came_than_there_are_places_and_a_slip_is_put_right(town: Town) -> None:
    await opened(town, MAI, capacity=1)
    assert "Đến thêm: 14" in await town.write(CUONG, "thêm 14")
    await town.tap(CUONG, "+ đến thêm")
    assert "Đang ghi 14" in await town.screen(CUONG)
    assert "Đến thêm" not in await town.tap(CUONG, "Không có")
    await town.tap(CUONG, "+ đến thêm")
    assert "Đến thêm: 10" in await town.tap(CUONG, "+10")
    await town.write(CUONG, "đủ")
    await town.tap(CUONG, "Đúng, chốt luôn")
    assert await reported(town) == [(11, "evidence", "roll_call", 1)]


async def test_whoever_left_the_list_is_not_made_present_by_an_old_button(town: Town) -> None:
    await opened(town, MAI, NGA)
    await town.sql("UPDATE registration SET standing = 'cancelled' WHERE id = 1")
    await town.phone(CUONG).press("s.tick:1:0", town.phone(CUONG).last.message_id)
    await town.settle()
    assert "không còn trong danh sách" in town.phone(CUONG).toasts[-1].text
    assert await standings(town) == ["cancelled", "registered"]


async def test_the_roll_tells_how_many_and_the_leader_only_what_was_done(town: Town) -> None:
    await opened(town, MAI, SON)
    await town.write(CUONG, "đủ")
    await town.tap(CUONG, "Đúng, chốt luôn")
    await town.go_to(clock(21, 10, 31))
    assert await says(town, CUONG, "2 người (theo điểm danh, đủ cả)")
    assert "2 km đường" in await town.write(CUONG, "2 km")
    assert "theo điểm danh, đủ cả" in await town.tap(CUONG, "Đúng")
    assert (await reported(town))[-1] == (2, "leader", "roll_call", 1), "the roll bears it out"
    await town.tap(CUONG, "Sửa số")
    await town.write(CUONG, "5")
    assert "phụ trách điểm báo" in await town.tap(CUONG, "Đúng")


async def test_after_the_lock_the_list_stays_as_it_is(town: Town) -> None:
    await opened(town, MAI)
    await town.tap(CUONG, "Đủ cả")
    await town.tap(CUONG, "Chốt")
    closed = town.phone(CUONG).last
    await town.go_to(clock(21, 20, 1))
    await town.tap(HANH, "Khóa số liệu")
    assert "đã khóa" in await town.tap(CUONG, "Sửa danh sách", closed)
    assert await town.sql("SELECT closed_at IS NULL FROM roll_call") == [(0,)]


async def test_the_summary_follows_the_roll(town: Town) -> None:
    await opened(town, MAI, SON)
    await town.go_to(clock(21, 10, 5))
    await town.tap(CUONG, "Đủ cả")
    await town.tap(CUONG, "Chốt")
    assert await says(town, HANH, "Có mặt 2"), "all points are known: the office sees it at once"


async def test_nobody_else_calls_the_roll(town: Town) -> None:
    await opened(town, MAI)
    await town.phone(BINH).press("s.absent:1", 1)
    await town.settle()
    assert "không thuộc phần" in town.phone(BINH).toasts[-1].text
    assert "Điểm danh" not in await town.write(BINH, "vắng 1")


async def test_a_bare_number_at_the_roll_is_no_group_of_the_weekend(town: Town) -> None:
    day = await open_saturday(town, capacity=5)
    await join(town, MAI, day)
    await town.go_to(clock(20, 11, 1))
    assert "có bao nhiêu người tham gia" in await town.screen(CUONG), "the group is still asked"
    await town.go_to(clock(21, 6, 50))
    await town.tap(CUONG, "Điểm danh")
    await town.tap(CUONG, "+ đến thêm")
    assert "Đến thêm: 18" in await town.write(CUONG, "18")


async def test_a_house_that_slept_hands_the_list_out_when_it_wakes(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.go_to(clock(21, 6, 30))
    town.now = clock(21, 7, 20)
    await town.house.timekeeper.catch_up()
    await town.settle()
    assert town.phone(CUONG).can_tap("Điểm danh")
    await town.house.timekeeper.catch_up()
    assert sum("Đăng ký cá nhân 1" in text for text in await town.heard(CUONG)) == 1
