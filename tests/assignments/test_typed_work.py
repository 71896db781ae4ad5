"""Every action by typing: with a number, under a card, or asked which one; nothing is guessed."""

import pytest

from tests.helpers.activities import plan_saturday
from tests.helpers.assignments import give, last, number_from
from tests.town import BINH, DUNG, HANH, HOA, MAI, THANG, Town, clock


@pytest.fixture(autouse=True)
async def from_147(town: Town) -> None:
    await number_from(town, 147)


async def states(town: Town) -> list[str]:
    rows = await town.sql("SELECT state FROM assignment WHERE number >= 147 ORDER BY id")
    return [row[0] for row in rows]


async def test_accept_in_words(town: Town) -> None:
    await give(town, THANG, "Bình")
    await town.later(hours=1)
    await town.write(BINH, "ok")
    assert await states(town) == ["assigned"]
    assert "nhận việc NV-2026-0147" in await town.write(BINH, "Đã nhận ạ")
    assert await states(town) == ["doing"]


async def test_ok_under_the_card_is_yes(town: Town) -> None:
    await give(town, THANG, "Bình")
    card = town.phone(BINH).last
    await town.write(BINH, "ok", reply_to=card)
    assert await states(town) == ["doing"]


async def test_not_done_is_not_done(town: Town) -> None:
    await give(town, THANG, "Bình")
    await town.write(BINH, "chua xong", reply_to=town.phone(BINH).last)
    assert await states(town) == ["assigned"]
    assert await town.sql("SELECT count(*) FROM completion") == [(0,)]


async def test_done_with_a_number_is_read_back(town: Town) -> None:
    await give(town, THANG, "Bình")
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    said = await town.write(BINH, "xong 148, đã gửi danh sách cho phường")
    assert "CHƯA GỬI" in said
    assert "NV-2026-0148" in said
    assert await states(town) == ["assigned", "assigned"]
    await town.tap(BINH, "Gửi")
    assert await states(town) == ["assigned", "review"]


async def test_with_several_open_it_is_asked(town: Town) -> None:
    await give(town, THANG, "Bình")
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    assert "nói về việc nào" in await town.write(
        BINH,
        "70%, còn chờ phường",
    )
    said = await town.tap(BINH, "148 – Danh sách")
    assert "NV-2026-0148 – 70%" in said
    assert await town.sql("SELECT percent FROM assignment WHERE number >= 147") == [(0,), (70,)]
    assert await town.sql("SELECT count(*) FROM expectation WHERE topic = 'work.which'") == [(0,)]


async def test_more_time_in_one_line(town: Town) -> None:
    await give(town, THANG, "Bình")
    said = await town.write(BINH, "gia hạn 147 đến 27/11 vì chờ số liệu của phường")
    if "Lý do" in said:
        said = await town.write(BINH, "chờ số liệu của phường")
    assert "xin gia hạn NV-2026-0147 đến thứ Sáu, 27/11" in said
    asked = await last(town, THANG)
    assert "thứ Sáu, 20/11 17h00 → thứ Sáu, 27/11 17h00 (lần 1)" in asked
    await town.tap(THANG, "Đồng ý")
    assert "đến thứ Sáu, 27/11" in await last(town, BINH)
    assert await town.sql(
        "SELECT due_at > original_due, extensions FROM assignment WHERE number = 147"
    ) == [(1, 1)]


async def test_an_obstacle_reaches_the_assigner(town: Town) -> None:
    await give(town, THANG, "Bình")
    await town.write(BINH, "vướng kinh phí chưa duyệt", reply_to=town.phone(BINH).last)
    await town.later(minutes=1)
    assert "báo vướng" in await last(town, THANG)
    assert "kinh phí chưa duyệt" in await last(town, THANG)


async def test_somebody_elses_number_is_refused(town: Town) -> None:
    await give(town, THANG, "Bình")
    assert "không thuộc phần" in await town.write(HOA, "xong 147, đã gửi")
    assert "Không có việc số 149" in await town.write(BINH, "xong 149, đã gửi")
    assert await states(town) == ["assigned"]


async def test_thanks_get_a_short_word(town: Town) -> None:
    await give(town, THANG, "Bình")
    said = await town.write(BINH, "cảm ơn anh", reply_to=town.phone(BINH).last)
    assert said == "Không có gì. Chúc đồng chí làm việc tốt."


async def test_my_week_in_one_message(town: Town) -> None:
    await give(town, THANG, "Bình")
    await give(town, HANH, "Bình", "Danh sách hộ nghèo", "27/11")
    said = await town.write(BINH, "/viec")
    assert "Chưa nhận: 2" in said
    assert "Danh sách hộ nghèo – 27/11" in said
    assert "Việc mới – NV-2026-0148" in await town.tap(BINH, "148")


async def test_other_words_under_a_question_for_a_day_go_where_they_belong(town: Town) -> None:
    await give(town, THANG, "Bình")
    await town.write(BINH, "nhận")
    await town.write(BINH, "xin gia hạn")
    assert "ngày nào" in await town.screen(BINH)
    assert "Không có gì" in await town.write(BINH, "cảm ơn ạ")
    assert "CHƯA GỬI" in await town.write(BINH, "xong rồi, đã treo đủ")


async def test_a_bare_number_opens_the_card(town: Town) -> None:
    await give(town, THANG, "Bình")
    assert "Việc mới – NV-2026-0147" in await town.write(BINH, "147")
    assert "NV-2026-0147" in await town.write(THANG, "147")
    assert await states(town) == ["assigned"]


async def test_a_bare_number_of_others_or_of_nothing_is_not_understood(town: Town) -> None:
    await give(town, THANG, "Bình")
    for who, words in ((DUNG, "147"), (BINH, "999"), (BINH, "9" * 30), (MAI, "147")):
        assert "NV-2026-0147" not in await town.write(who, words)


async def test_a_question_that_waits_for_a_number_hears_it(town: Town) -> None:
    await give(town, THANG, "Bình", "Vận động 6 hộ")
    await give(town, THANG, "Bình", "Rà soát danh sách")
    assert "về việc nào" in await town.write(BINH, "đã nhận ạ")
    other = town.held(BINH, "148")
    assert "nhận việc NV-2026-0147" in await town.write(BINH, "147")
    await town.press(BINH, *other)
    await town.tap(BINH, "Báo xong")
    assert "📌 NV-2026-0147" in await town.write(BINH, "147"), "its card; the question stays"
    assert "CHƯA GỬI" in await town.write(BINH, "đã rà soát 147 hộ")


async def test_with_two_questions_open_a_number_shows_its_work(town: Town) -> None:
    await give(town, THANG, "Bình")
    await town.tap(BINH, "Nhận việc")
    await town.tap(BINH, "Vướng mắc")
    await town.tap(BINH, "Tiến độ")
    assert "📌 NV-2026-0147" in await town.write(BINH, "147")
    assert await town.sql("SELECT blocked, percent FROM assignment WHERE number = 147") == [
        ("", 0)
    ]


async def test_what_may_be_the_figure_of_a_day_out_is_asked(town: Town) -> None:
    await give(town, THANG, "Bình", when="27/11")
    await plan_saturday(town)
    await town.go_to(clock(21, 9))
    assert "147 người, hay việc 147?" in await town.write(BINH, "147")
    assert "NV-2026-0147" in await town.tap(BINH, "Xem việc 147")
    assert "Trà Cổ" in await town.tap(BINH, "Báo số người")


async def test_what_one_did_oneself_this_week_is_said_to_oneself_first(town: Town) -> None:
    """One in time, one late; nobody else has this line."""
    await give(town, THANG, "Bình")
    await give(town, HANH, "Bình", "Danh sách hộ nghèo", "mai")
    await town.write(BINH, "xong 147, đã vận động 6 hộ")
    await town.tap(BINH, "Gửi")
    await town.go_to(clock(21, 9))
    await town.write(BINH, "xong 148, đã lập danh sách")
    await town.tap(BINH, "Gửi")
    own = "Tuần này đồng chí đã báo xong 2 việc, đúng hạn 1"
    assert own in await town.write(BINH, "/viec")
    assert own not in await town.write(THANG, "/viec")
