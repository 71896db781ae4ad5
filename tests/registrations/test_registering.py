"""From the poster to a place: three taps, nothing kept before the yes."""

import re

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import arrive, join, standings
from tests.town import BINH, CUONG, MAI, NGA, SON, TUAN, Town, clock


async def test_poster_to_registered_in_three_taps(town: Town) -> None:
    day = await open_saturday(town, points=2)
    await town.phone(MAI).start(f"act-{day}")
    assert "Telegram (máy chủ ngoài Việt Nam)" in await town.screen(MAI)
    await town.tap(MAI, "Đồng ý, đủ 18")
    told = await town.tap(MAI, "Ka Long (2)")
    assert told.startswith("✅ Đã đăng ký: Dọn bờ kênh")
    assert await standings(town) == ["registered"]


async def test_two_taps_where_there_is_one_point(town: Town) -> None:
    day = await open_saturday(town)
    assert "✅ Đã đăng ký" in await join(town, MAI, day)
    screen = await town.heard(MAI)
    assert any("Cầu Ka Long" in text and "✅" in text for text in screen)


async def test_nothing_is_kept_before_the_yes(town: Town) -> None:
    day = await open_saturday(town, points=2)
    people = await town.sql("SELECT count(*) FROM person")
    await arrive(town, MAI, day)
    await town.tap(MAI, "Đồng ý, đủ 18")
    assert await town.sql("SELECT count(*) FROM person") == people
    assert await town.sql("SELECT count(*) FROM consent") == [(0,)]
    await arrive(town, SON, day)
    assert "không lưu" in await town.tap(SON, "Không")
    assert await town.sql("SELECT count(*) FROM inbox WHERE sender IN (8101, 8102)") == [(0,)]


async def test_under_sixteen_has_no_row(town: Town) -> None:
    day = await open_saturday(town)
    await arrive(town, MAI, day)
    assert "đi cùng bố mẹ" in await town.tap(MAI, "Dưới 16")
    assert await standings(town) == []
    assert await town.sql("SELECT count(*) FROM person WHERE telegram_id = 8101") == [(0,)]


async def test_the_words_that_were_read_are_the_proof(town: Town) -> None:
    day = await open_saturday(town)
    read = await arrive(town, MAI, day)
    await town.tap(MAI, "Đồng ý, đủ 18")
    [(text, purpose, age, given)] = await town.sql(
        "SELECT text, c.purpose, age, given FROM consent c JOIN notice USING (fingerprint)"
    )
    assert read.endswith(re.sub("</?b>", "", text)), "word for word what was on the screen"
    assert "của người đăng ký" in text
    assert (purpose, age, given) == ("list", "18", 1)


async def test_a_second_tap_changes_nothing(town: Town) -> None:
    day = await open_saturday(town)
    await arrive(town, MAI, day)
    question = town.phone(MAI).messages[-1]
    data = next(button.data for button in question.buttons if "đủ 18" in button.text)
    for _ in range(2):
        await town.phone(MAI).press(data, question.message_id)
    await town.settle()
    assert "không cần đăng ký lại" in town.phone(MAI).toasts[-1].text
    assert await standings(town) == ["registered"]


async def test_full_means_a_place_in_the_line(town: Town) -> None:
    day = await open_saturday(town, capacity=1)
    await join(town, MAI, day)
    assert "thứ 1 trong danh sách chờ" in await join(town, SON, day)
    assert "thứ 2 trong danh sách chờ" in await join(town, TUAN, day)
    assert await standings(town) == ["registered", "waitlisted", "waitlisted"]
    assert "Thứ 2 trong danh sách chờ" in (await town.heard(TUAN))[0]


async def test_a_freed_place_is_offered_in_order_for_a_quarter_of_the_time(town: Town) -> None:
    day = await open_saturday(town, capacity=1)
    for who in (MAI, SON, TUAN):
        await join(town, who, day)
    await town.tap(MAI, "Hủy đăng ký")
    await town.tap(MAI, "Hủy đăng ký", town.phone(MAI).messages[-1])
    offer = (await town.heard(SON))[-1]
    assert "Có chỗ trống: Dọn bờ kênh" in offer
    for word in ("thứ Bảy, 21/11 7h00", "Cầu Ka Long", "trước thứ Năm, 19/11 15h22"):
        assert word in offer, "an offer says when, where and until when"
    assert not any("Có chỗ trống" in text for text in await town.heard(TUAN))
    await town.go_to(clock(19, 15, 30))
    assert await standings(town) == ["cancelled", "lapsed", "offered"]
    assert "không còn giữ" in (await town.heard(SON))[-1]
    assert "✅ Đã đăng ký" in await town.tap(TUAN, "Nhận chỗ")
    assert await standings(town) == ["cancelled", "lapsed", "registered"]


async def test_two_at_the_same_time_clash(town: Town) -> None:
    first = await open_saturday(town)
    second = await open_saturday(town, title="Trồng cây")
    await join(town, NGA, first)
    assert (
        "Dọn bờ kênh" in await town.tap(NGA, "Đăng ký") if await arrive(town, NGA, second) else ""
    )
    assert await standings(town) == ["registered"]


async def test_staff_register_like_everybody(town: Town) -> None:
    day = await open_saturday(town)
    await town.write(BINH, f"/start act-{day}")
    assert "✅ Đã đăng ký" in await town.tap(BINH, "Đồng ý, đủ 18")


async def test_what_stood_on_the_screen_is_what_is_kept(town: Town) -> None:
    day = await open_saturday(town)
    shown = await arrive(town, MAI, day)
    await town.tap(MAI, "Đồng ý, đủ 18")
    [(kept,)] = await town.sql("SELECT text FROM notice")
    assert "của người đăng ký" in shown
    assert all(sentence in shown for sentence in kept.split(". ") if "<" not in sentence)


async def test_where_there_is_one_point_none_other_is_offered(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    card = next(m for m in town.phone(MAI).messages if "Đã đăng ký" in m.text)
    assert "Hủy đăng ký" in card.labels
    assert "Đổi điểm" not in card.labels


async def test_a_full_point_is_no_reason_to_lose_a_place(town: Town) -> None:
    day = await open_saturday(town, capacity=1, points=2)
    for who, point in ((MAI, "Ka Long"), (SON, "Trà Cổ")):
        await join(town, who, day)
        await town.tap(who, point)
    await town.tap(MAI, "Đổi điểm")
    assert "Chỗ cũ của anh/chị vẫn giữ" in await town.tap(MAI, "Trà Cổ (hết)")
    assert await standings(town) == ["registered", "registered"]


async def test_after_the_roll_the_card_says_who_came(town: Town) -> None:
    day = await open_saturday(town)
    for who in (MAI, SON):
        await join(town, who, day)
    await town.go_to(clock(21, 6, 50))
    await town.tap(CUONG, "Điểm danh")
    await town.tap(CUONG, "1. ")
    await town.tap(CUONG, "Chốt")
    await town.tap(CUONG, "Ghi vắng, chốt")
    assert not any("ghi vắng. Nếu chưa đúng" in text for text in await town.heard(SON))
    await town.go_to(clock(21, 10, 5))
    assert any("đã ghi có mặt" in text for text in await town.heard(MAI))
    assert any("ghi vắng. Nếu chưa đúng" in text for text in await town.heard(SON))
    assert not any("Đã chốt danh sách" in text for text in await town.heard(SON))
    card = next(m for m in town.phone(SON).messages if "ghi vắng. Nếu" in m.text)
    assert "chuyển phụ trách điểm" in await town.tap(SON, "Ghi chưa đúng", card)


async def test_the_first_screen_says_until_when_and_what_to_bring_and_is_short(town: Town) -> None:
    day = await open_saturday(town, bring="ủng, găng tay, nước uống")
    said = await arrive(town, MAI, day)
    for word in ("7h00 – 10h00", "đăng ký đến thứ Sáu, 20/11 19h00", "Mang theo: ủng", "Cầu Ka"):
        assert word in said
    _, _, notice = said.partition("Trước khi đăng ký")
    assert len(notice) < 427
    assert len(said) < 600
