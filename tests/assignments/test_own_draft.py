"""An unsent list grows and keeps its words; a card's buttons act on what stood on that card."""

from typing import Any

import pytest

from tests.helpers.assignments import LINES, give, last
from tests.town import HANH, HOA, LAN, Town

ONE_MORE = "Hoa: làm maket hội nghị, 10h mai"
GIVEN = "SELECT count(*) FROM assignment"


async def three_lines(town: Town) -> Any:
    await town.write(HANH, "giao ban")
    await town.write(HANH, LINES)
    return town.phone(HANH).last


async def test_one_more_line_joins_the_list(town: Town) -> None:
    first = await three_lines(town)
    grown = await town.write(HANH, ONE_MORE)
    assert "1. đ/c Nguyễn Văn Bình" in grown
    assert "4. đ/c Nguyễn Thị Hoa: làm maket hội nghị\n⏰ thứ Sáu, 20/11 10h00" in grown
    assert "thay bằng bản mới" in first.text
    assert not first.buttons
    assert await town.sql(GIVEN) == [(0,)]
    assert "Đã giao 4 việc" in await town.tap(HANH, "Giao cả 4 việc")
    assert await town.sql(GIVEN) == [(4,)]


async def test_an_old_card_gives_nothing_of_the_new_one(town: Town) -> None:
    """Its buttons come late, from a telephone that did not see the change."""
    first = await three_lines(town)
    go = first.rows[0][0].data
    await town.write(HANH, ONE_MORE)
    await town.phone(HANH).press(go, first.message_id)
    await town.settle()
    assert "thay bằng bản mới" in town.phone(HANH).toasts[-1].text
    assert await town.sql(GIVEN) == [(0,)]


async def test_what_was_given_says_so_on_every_button(town: Town) -> None:
    table = await three_lines(town)
    presses = [label.data for label in table.buttons]
    await town.tap(HANH, "Giao cả 3 việc")
    for data in presses:
        await town.phone(HANH).press(data, table.message_id)
        await town.settle()
        assert "đã giao rồi" in town.phone(HANH).toasts[-1].text
    assert await town.sql(GIVEN) == [(3,)]


async def test_one_more_by_its_button(town: Town) -> None:
    await three_lines(town)
    assert "mỗi việc một dòng" in await town.tap(HANH, "Thêm việc")
    assert "làm maket" in await town.write(HANH, ONE_MORE)
    assert "Đã giao 4 việc" in await town.tap(HANH, "Giao cả 4 việc")


async def test_a_list_that_would_be_too_long_stays_as_it_was(town: Town) -> None:
    table = await three_lines(town)
    said = await town.write(HANH, "\n".join([ONE_MORE] * 18))
    assert "từ 1 đến 20 việc" in said
    await town.tap(HANH, "Giao cả 3 việc")
    assert "Đã giao 3 việc" in table.text


async def test_forgotten_by_word_the_card_says_so(town: Town) -> None:
    table = await three_lines(town)
    await town.write(HANH, "/huy")
    assert not table.buttons
    assert "chưa giao gì" in table.text


async def test_every_question_can_be_left(town: Town) -> None:
    await town.write(HANH, "giao việc")
    assert "chưa giao gì" in await town.tap(HANH, "Bỏ")
    for words in ("giao việc", "Bình", "Treo cờ"):
        await town.write(HANH, words)
    assert "chưa giao gì" in await town.write(HANH, "thôi")
    assert await town.sql(GIVEN) == [(0,)]


async def test_a_line_without_an_owner_is_left_out(town: Town) -> None:
    await town.write(HANH, "/giaoban Ai đó: rà soát danh bạ, 27/11\nHoa: làm băng rôn, thứ 6")
    assert "rà soát danh bạ" in await last(town, HANH)
    assert "làm băng rôn" in await town.tap(HANH, "Bỏ dòng này")
    await town.write(HANH, "/giaoban Ai đó: rà soát danh bạ, 27/11")
    said = await town.write(HANH, "bỏ qua")
    assert "✏️ Bỏ việc: Ai đó: rà soát danh bạ" in said
    assert "làm băng rôn" in said.partition("Bỏ việc")[2]


async def test_leaving_twice_drops_all_lines_and_none_comes_back(town: Town) -> None:
    await town.write(HANH, "/giaoban Bình: treo cờ\nHoa: làm băng rôn\nDung: mượn loa")
    said = await town.write(HANH, "thôi")
    assert "✏️ Bỏ việc: Nguyễn Văn Bình – treo cờ" in said
    assert "Còn 2 việc chưa giao" in said
    assert "chưa giao gì" in await town.write(HANH, "thôi")
    said = await town.write(HANH, "Bình: in giấy mời, thứ 6")
    assert "1. đ/c Nguyễn Văn Bình" in said
    assert "Bản nháp trước" not in said


async def test_a_correction_that_was_not_meant_is_left(town: Town) -> None:
    await town.write(HANH, ONE_MORE)
    await town.tap(HANH, "Người")
    assert "CHƯA GIAO" in await town.tap(HANH, "Quay lại")
    assert "Đã giao" in await town.tap(HANH, "Giao việc")


async def test_a_line_about_somebody_else_is_no_deadline(town: Town) -> None:
    for words in ("giao việc", "Bình", "Treo cờ khu 2"):
        await town.write(HANH, words)
    asked = await town.write(HANH, "hoa chuẩn bị maket hội nghị trước 10h sáng mai")
    assert "Hạn đến khi nào" in asked
    assert "Treo cờ khu 2" in asked
    table = await town.write(HANH, "27/11")
    assert "Treo cờ khu 2\n⏰ thứ Sáu, 27/11 17h00" in table
    assert "chuẩn bị maket hội nghị\n⏰ thứ Sáu, 20/11 10h00" in table


async def test_the_title_of_a_briefing_is_no_work(town: Town) -> None:
    table = await town.write(HANH, f"/giaoban KẾT LUẬN GIAO BAN 23/11\n{LINES}")
    assert "KẾT LUẬN" not in table
    assert town.phone(HANH).can_tap("Giao cả 3 việc")


async def test_who_cannot_be_reached_is_named(town: Town) -> None:
    await town.write(HOA, "/dung")
    said = await give(town, HANH, "Hoa")
    assert "Đã giao" in said
    assert "Chưa nhận được tin qua hệ thống: Nguyễn Thị Hoa" in said
    await town.write(HANH, "chưa tới được")
    assert "Nguyễn Thị Hoa" in await last(town, HANH)
    await town.write(HOA, "/start")
    assert "Chưa nhận được tin" not in await give(town, HANH, "Hoa")


async def test_urgent_work_reaches_who_stopped_the_messages(town: Town) -> None:
    await town.write(HOA, "/dung")
    for words in ("giao việc", "Hoa", "Chằng chống nhà trước bão", "20/11"):
        await town.write(HANH, words)
    await town.tap(HANH, "Thêm")
    await town.tap(HANH, "Khẩn")
    await town.write(HANH, "bão vào sáng mai")
    assert "Chưa nhận được tin" not in await town.tap(HANH, "Giao việc")
    assert "Chằng chống nhà" in await last(town, HOA)


async def test_ones_own_section_stands_first(town: Town) -> None:
    await town.write(LAN, "giao việc")
    first = town.phone(LAN).last.labels[0]
    assert first == "Hạnh"
    await town.sql(
        "UPDATE membership SET unit_id = 4 WHERE person_id = :lan", lan=town.person(LAN)
    )
    await town.write(LAN, "giao việc")
    assert town.phone(LAN).last.labels[0] == "Dung"


# a draft that was left for something else


async def test_new_work_does_not_join_what_was_left(town: Town) -> None:
    """Some minutes later, or after something else, the older draft stands aside, and is said."""
    await town.write(HANH, "Bình: rà soát hộ nghèo, thứ 6")
    await town.later(minutes=9)
    said = await town.write(HANH, ONE_MORE)
    assert "1. đ/c Nguyễn Thị Hoa: làm maket hội nghị" in said
    assert "Bản nháp trước chưa giao, để riêng:\n• đ/c Nguyễn Văn Bình: rà soát hộ nghèo" in said
    said = await town.write(HANH, "giao")
    assert "Bản nháp trước đã bỏ, chưa giao:\n• đ/c Nguyễn Văn Bình" in said
    assert await town.sql(GIVEN) == [(1,)]


@pytest.mark.parametrize("words", ["gộp", "gop lai di", "gop ca hai"])
async def test_put_together_only_when_it_is_said(town: Town, words: str) -> None:
    await town.write(HANH, "Bình: rà soát hộ nghèo, thứ 6")
    await town.write(HANH, "việc của tôi")
    assert "để riêng" in await town.write(HANH, ONE_MORE)
    said = await town.write(HANH, words)
    assert "1. đ/c Nguyễn Văn Bình: rà soát hộ nghèo" in said
    assert "2. đ/c Nguyễn Thị Hoa: làm maket hội nghị" in said
    assert "để riêng" not in said
    assert "Đã giao 2 việc" in await town.write(HANH, "giao")


async def test_an_old_form_takes_no_later_words(town: Town) -> None:
    await town.write(HANH, "giao việc")
    assert "Việc gì" in await town.write(HANH, "Bình")
    await town.later(minutes=40)
    said = await town.write(HANH, "sang nay hop giao ban o hoi truong")
    assert "chưa ghi" in said
    assert "Việc gì" in said
    assert await town.sql(GIVEN) == [(0,)]


async def test_a_photo_goes_with_the_work_that_is_written(town: Town) -> None:
    """«giao Bình hạn t6» under a photo: what is to be done is asked, and the rest is kept."""
    await town.phone(HANH).photo(caption="giao Binh han t6")
    assert "Việc gì" in await town.screen(HANH)
    said = await town.write(HANH, "xử lý công văn của tỉnh")
    assert "1. đ/c Nguyễn Văn Bình: xử lý công văn của tỉnh\n⏰ thứ Sáu, 20/11" in said
    assert "Kèm 1 tệp" in said
    await town.phone(HANH).photo()
    assert "Kèm 2 tệp" in await town.screen(HANH)


async def test_whom_and_when_of_a_message_passed_on(town: Town) -> None:
    paper = "Tỉnh yêu cầu báo cáo số hộ nghèo năm 2026, gửi bản mềm trước hội nghị"
    author = town.phone(LAN).user
    await town.phone(HANH).forward_text(author, paper)
    assert "Giao cho ai" in await town.screen(HANH)
    said = await town.write(HANH, "giao Binh han t6")
    assert "đ/c Nguyễn Văn Bình: Tỉnh yêu cầu báo cáo số hộ nghèo" in said
    assert "⏰ thứ Sáu, 20/11" in said


@pytest.mark.parametrize(
    "words",
    [
        "khoan, để chị Hạnh xem đã",
        "đợi tí",
        "đợi tôi chút",
        "để tôi hỏi chị Hạnh",
        "từ từ",
        "cho da",
        "thôi để tôi hỏi lại đã",
    ],
)
async def test_who_asks_to_wait_keeps_the_draft(town: Town, words: str) -> None:
    await three_lines(town)
    assert "giữ nguyên, chưa giao gì" in await town.write(HANH, words)
    assert await town.sql(GIVEN) == [(0,)]
    assert "Đã giao 3 việc" in await town.write(HANH, "gửi")


@pytest.mark.parametrize("words", ["thôi", "bỏ đi", "khoan, bỏ hết đi", "thôi không giao nữa"])
async def test_who_drops_it_drops_it(town: Town, words: str) -> None:
    await three_lines(town)
    assert "Đã bỏ bản nháp" in await town.write(HANH, words)


async def test_who_waits_under_a_question_loses_no_line(town: Town) -> None:
    await town.write(HANH, "giao ban")
    await town.write(HANH, "Bình: vận động 6 hộ Hải Yên, thứ 6\nHoa: in giấy mời")
    assert "giữ nguyên" in await town.write(HANH, "chờ đã")
    shown = await town.write(HANH, "27/11")
    assert "in giấy mời\n⏰ thứ Sáu, 27" in shown
    assert "2 việc" in await town.write(HANH, "gửi")


async def test_the_key_of_the_keyboard_issues_no_draft(town: Town) -> None:
    """«Giao việc» begins another: it had issued what stood there, to two persons."""
    await three_lines(town)
    assert "Đã giao" not in await town.write(HANH, "Giao việc")
    assert await town.sql(GIVEN) == [(0,)]
    assert "Đã giao 3 việc" in await town.write(HANH, "giao")
