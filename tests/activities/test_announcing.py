"""The organiser shares a day, repeats it, moves it, calls it off; everybody is told at once."""

from tests.helpers.activities import manage, open_saturday, send
from tests.helpers.registrations import join, standings
from tests.town import BINH, CUONG, HANH, HOA, MAI, SON, Town, clock, says


async def test_a_link_a_qr_and_a_poster_to_hang(town: Town) -> None:
    day = await open_saturday(town)
    await manage(town, day, "Mã QR")
    assert town.phone(HOA).messages[-1].kind == "photo"
    await manage(town, day, "Áp phích")
    shared = town.phone(HOA).messages[-1]
    assert shared.kind == "document"
    assert "Không dùng Telegram? Gọi" in str(shared.content)
    assert await manage(town, day, "Chép liên kết")
    assert town.phone(HOA).clipboard.endswith(f"start=act-{day}")


async def test_copy_last_week_is_a_draft(town: Town) -> None:
    day = await open_saturday(town, points=2, bring="cuốc, xẻng")
    await manage(town, day, "Chép sang tuần sau")
    assert "thứ Bảy, 28/11 7h00" in await town.screen(HOA)
    rows = await town.sql("SELECT state, bring, code FROM activity ORDER BY id DESC LIMIT 1")
    assert rows == [("draft", "cuốc, xẻng", "T7-2811")]
    assert await town.sql("SELECT count(*) FROM point") == [(4,)]


async def test_what_people_should_know_is_typed_in_lines(town: Town) -> None:
    day = await open_saturday(town)
    await manage(town, day, "Kế hoạch")
    await town.tap(HOA, "Sửa thông tin")
    card = await town.write(
        HOA, "mang theo: ủng, găng tay\nnội dung: khơi kênh\ntrẻ em: không\ntừ 18"
    )
    assert "Mang theo: ủng, găng tay" in card
    assert "Không kèm trẻ em" in card
    assert await town.sql("SELECT content, min_age FROM activity") == [("khơi kênh", 18)]


async def test_every_week_until_tapped_again(town: Town) -> None:
    day = await open_saturday(town)
    assert "hằng tuần" in await manage(town, day, "Hằng tuần")
    await town.go_to(clock(21, 18, 1))
    assert await says(town, HOA, "28/11")
    await town.go_to(clock(22, 18, 1))
    assert await town.sql("SELECT count(*) FROM activity") == [(2,)], "once, not every evening"
    draft = await town.sql("SELECT max(id) FROM activity")
    assert "thôi" in await manage(town, draft[0][0], "Hằng tuần")


async def test_called_off_everybody_is_told_and_taps(town: Town) -> None:
    day = await open_saturday(town, capacity=1)
    await join(town, MAI, day)
    await join(town, SON, day)
    await manage(town, day, "Hủy buổi")
    assert "Đã báo 3 người" in await send(town, "Mưa to")
    for who in (MAI, SON, CUONG):
        assert await says(town, who, "Lý do: Mưa to")
    assert "Cảm ơn" in await town.tap(MAI, "Đã biết")
    await town.phone(HANH).press(f"s.silent:{day}", 1)
    silent = await town.screen(HANH)
    assert "Cường" in silent
    assert "Người Mai" not in silent
    before = await standings(town)
    await town.tap(SON, "Xem")
    await town.go_to(clock(21, 6, 5))
    assert not await says(town, MAI, "Vẫn tổ chức")
    assert await standings(town) == before


async def test_a_new_time_is_told_and_asked_anew(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await town.go_to(clock(20, 19, 31))
    await town.tap(MAI, "Có đi")
    await manage(town, day, "Đổi giờ")
    await town.write(HOA, "22/11 8h")
    await town.tap(HOA, "Đúng, báo")
    assert await says(town, MAI, "Mới: Chủ nhật, 22/11 8h00")
    await town.go_to(clock(21, 19, 31))
    assert await says(town, MAI, "Ngày mai 8h00, anh/chị có đi được không?"), "the time changed"


async def test_a_clash_is_shown_before_it_is_opened(town: Town) -> None:
    day = await open_saturday(town)
    await manage(town, day, "Chép sang tuần sau")
    first = town.phone(HOA).messages[-1]
    assert "Trùng" not in first.text
    await manage(town, day, "Chép sang tuần sau")
    assert "⚠️ Trùng" in await town.screen(HOA)


async def test_only_whoever_leads_it_may(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    for who in (BINH, MAI):
        for verb in ("manage", "calloff", "shift", "copy", "weekly", "silent", "poster"):
            await town.phone(who).press(f"s.{verb}:{day}", 1)
            await town.settle()
            assert town.phone(who).toasts[-1].alert, verb
    assert await town.sql("SELECT count(*) FROM activity") == [(1,)]
