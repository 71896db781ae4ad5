"""One Saturday from the poster to the thank-you, the clock moved from Thursday to Sunday."""

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join, standings
from tests.town import BINH, CUONG, HANH, MAI, NGA, SON, TUAN, Town, clock, says


async def test_from_thursday_to_sunday(town: Town) -> None:
    day = await open_saturday(town, capacity=2, bring="ủng, găng tay")
    for who in (MAI, SON, TUAN, NGA):
        await join(town, who, day)
    assert await standings(town) == ["registered", "registered", "waitlisted", "waitlisted"]

    await town.go_to(clock(20, 19, 31))
    assert await says(town, MAI, "Ngày mai 7h00, anh/chị có đi được không?")
    assert not await says(town, TUAN, "có đi được không")
    assert "Hẹn gặp" in await town.tap(MAI, "Có đi")
    await town.tap(SON, "Không đi")
    assert await says(town, TUAN, "Ai bấm trước được trước"), "the whole line is called"
    assert await says(town, NGA, "Ai bấm trước được trước")
    assert "✅ Đã đăng ký" in await town.tap(NGA, "Nhận chỗ")
    assert "đã có người nhận" in await town.tap(TUAN, "Nhận chỗ")
    assert await standings(town) == ["confirmed", "cancelled", "waitlisted", "registered"]

    await town.go_to(clock(20, 22))
    quiet = len(await town.heard(TUAN))
    await town.go_to(clock(21, 5, 59))
    assert len(await town.heard(TUAN)) == quiet, "after 21:00 nobody is rung"

    await town.go_to(clock(21, 6, 1))
    assert await says(town, MAI, "Vẫn tổ chức: 7h00")
    assert await says(town, MAI, "ủng, găng tay")
    assert not await says(town, SON, "Vẫn tổ chức"), "who said no is left in peace"

    await town.go_to(clock(21, 6, 46))
    assert await says(town, CUONG, "Điểm danh – Cầu Ka Long")
    await town.tap(CUONG, "Mã điểm danh")
    code = town.phone(CUONG).toasts[-1].text.split()[1]
    assert "Đã ghi có mặt" in await town.write(MAI, code)
    await town.tap(CUONG, "Điểm danh")
    assert "Có mặt 1/2" in await town.screen(CUONG)
    assert "Đến thêm: 3" in await town.write(CUONG, "thêm 3")
    await town.tap(CUONG, "Chốt")
    await town.tap(CUONG, "Ghi vắng, chốt")
    assert await standings(town) == ["present", "cancelled", "waitlisted", "absent"]
    assert not await says(town, NGA, "được ghi là vắng"), "not before the day is over"

    await town.go_to(clock(21, 10, 31))
    assert await says(town, NGA, "được ghi là vắng")
    figures = await town.sql("SELECT total, rank, proof, state FROM turnout")
    assert figures == [(4, "evidence", "roll_call", "confirmed")]

    await town.go_to(clock(21, 17, 31))
    assert await says(town, MAI, "4 người đã cùng làm")
    assert not await says(town, NGA, "Cảm ơn anh/chị đã tham gia")

    await town.tap(NGA, "Ghi chưa đúng")
    assert await says(town, CUONG, "báo có mặt ngày 21/11")
    await town.tap(CUONG, "Có mặt")
    assert await standings(town) == ["present", "cancelled", "waitlisted", "present"]
    assert await says(town, NGA, "đã sửa thành có mặt")

    await town.go_to(clock(22, 9))
    assert "1 ngày" in await town.write(MAI, "sổ tình nguyện")


async def test_the_roll_by_typing_is_read_back(town: Town) -> None:
    day = await open_saturday(town, capacity=5)
    for who in (MAI, SON, TUAN):
        await join(town, who, day)
    await town.go_to(clock(21, 7, 5))
    await town.tap(CUONG, "Điểm danh")
    read = await town.write(CUONG, "vắng 1 3")
    assert "CHƯA GHI" in read
    assert "Còn lại có mặt: 1" in read
    await town.tap(CUONG, "Đúng")
    assert await standings(town) == ["absent", "present", "absent"]


async def test_numbers_that_are_not_on_the_list(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.go_to(clock(21, 7, 5))
    await town.tap(CUONG, "Điểm danh")
    assert "từ 1 đến 1" in await town.write(CUONG, "vắng 1 99999")
    assert await standings(town) == ["registered"]


async def test_everybody_is_one_tap_and_recorded_as_such(town: Town) -> None:
    day = await open_saturday(town, capacity=12)
    for who in range(8200, 8212):
        await join(town, who, day)
    await town.go_to(clock(21, 7, 5))
    await town.tap(CUONG, "Điểm danh")
    assert "1/2" in await town.screen(CUONG)
    await town.tap(CUONG, "›")
    await town.tap(CUONG, "Đủ cả")
    assert set(await standings(town)) == {"present"}
    assert await town.sql("SELECT everyone FROM roll_call") == [(1,)]


async def test_typed_in_later_it_keeps_both_times(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.go_to(clock(21, 11, 20))
    await town.tap(CUONG, "Điểm danh")
    await town.tap(CUONG, "Đủ cả")
    [(happened, written)] = await town.sql("SELECT happened_at, changed_at FROM registration")
    assert happened == "2026-11-21T00:00:00+00:00"
    assert written == "2026-11-21T04:20:00+00:00"


async def test_a_wrong_code_five_times(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.go_to(clock(21, 6, 50))
    await town.tap(CUONG, "Mã điểm danh")
    code = town.phone(CUONG).toasts[-1].text.split()[1]
    wrong = f"{(int(code) + 1) % 10000:04}"
    for _ in range(5):
        assert "chưa đúng" in await town.write(MAI, wrong)
    assert "Đã thử năm lần" in await town.write(MAI, code)
    assert await standings(town) == ["registered"]


async def test_only_who_leads_the_point_sees_names(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.go_to(clock(21, 6, 50))
    roll = town.phone(CUONG).messages[-1]
    data = next(button.data for button in roll.buttons if "roll" in button.data)
    for who in (BINH, MAI):
        town.phone(who)
        await town.phone(who).press(data, 1)
        await town.settle()
        assert "1." not in await town.screen(who)
    assert "không thuộc phần" in town.phone(BINH).toasts[-1].text


async def test_a_group_is_a_number(town: Town) -> None:
    day = await open_saturday(town)
    await town.go_to(clock(19, 9, 1))
    await town.phone(CUONG).press(f"s.group:{day}", 1)
    assert "Không cần gửi tên" in await town.screen(CUONG)
    assert "PN 12" in await town.write(CUONG, "PN 12, ĐTN 8")
    assert "20 người" in await town.tap(CUONG, "Đúng")
    assert await town.sql("SELECT sum(number) FROM headcount") == [(20,)]


async def test_a_group_of_nonsense_is_refused(town: Town) -> None:
    day = await open_saturday(town)
    await town.phone(CUONG).press(f"s.group:{day}", 1)
    await town.settle()
    for nonsense in ("-3", "10.000 người", "0"):
        await town.write(CUONG, nonsense)
    assert await town.sql("SELECT count(*) FROM headcount") == [(0,)]


async def test_sixteen_years_waits_for_the_parents(town: Town) -> None:
    day = await open_saturday(town)
    assert "chờ Văn phòng xác nhận" in await join(town, MAI, day, "Đồng ý, 16–17")
    assert await standings(town) == ["held"]
    assert await says(town, HANH, "Bố mẹ em đã đồng ý chưa?"), "no youth cadre: the office"
    await town.tap(HANH, "Bố mẹ đã đồng ý")
    assert await standings(town) == ["registered"]
    assert await says(town, MAI, "✅ Đã đăng ký")


async def test_unconfirmed_by_the_evening_the_place_goes_on(town: Town) -> None:
    day = await open_saturday(town, capacity=1)
    await join(town, MAI, day, "Đồng ý, 16–17")
    await join(town, SON, day)
    await town.go_to(clock(20, 19, 31))
    assert await standings(town) == ["lapsed", "waitlisted"]
    assert await says(town, SON, "Ai bấm trước được trước")
