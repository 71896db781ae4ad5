"""What was said wrongly is put right: a sent report, a «no», several numbers, somebody's words."""

import math
from datetime import datetime

import pytest

from tests.helpers.assignments import give, last, number_from, report
from tests.helpers.begun import begun
from tests.town import BINH, DUNG, HOA, ICT, LAN, THANG, Town

SENT = "xong 147, da sua 1 nha"


@begun(autouse=True)
async def two_tasks(town: Town) -> None:
    """Bình leads 147 and 148; Thắng gave them and approves them."""
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")


async def test_wrong_right_after_a_report_is_about_that_report(town: Town) -> None:
    await report(town, SENT)
    asked = await town.write(BINH, "sai roi, 2 nha chu khong phai 1")
    assert "«da sua 1 nha»" in asked
    assert "«da sua 2 nha»" in asked
    await town.tap(BINH, "Thay kết quả")
    assert await town.sql("SELECT text, state FROM completion") == [("da sua 2 nha", "sent")]
    assert await town.sql("SELECT count(*) FROM assignment_request") == [(0,)]
    assert "da sua 2 nha" in await last(town, THANG)


async def test_the_number_of_a_waiting_report_is_enough_later(town: Town) -> None:
    await report(town, SENT)
    await town.later(hours=2)
    assert "thay kết quả" in await town.write(BINH, "147 sai, da sua 2 nha")
    await town.tap(BINH, "Để nguyên")
    assert "thay kết quả" in await town.write(BINH, "xong 147 da sua 2 nha")
    await town.write(BINH, "đúng")
    assert await town.sql("SELECT text FROM completion") == [("da sua 2 nha",)]


async def test_wrong_without_a_number_means_no_report_of_long_ago(town: Town) -> None:
    await report(town, SENT)
    await town.later(hours=2)
    assert "thay kết quả" not in await town.write(BINH, "sai rồi, 2 nhà")
    assert await town.sql("SELECT text FROM completion") == [("da sua 1 nha",)]


async def test_a_sent_report_is_taken_back_and_sent_anew(town: Town) -> None:
    await town.phone(BINH).photo("xong 147, da sua 1 nha")
    await town.screen(BINH)
    await town.tap(BINH, "Gửi")
    asked = next(m for m in reversed(town.phone(THANG).messages) if "Chờ duyệt" in m.text)
    await town.tap(BINH, "Thu hồi, sửa")
    draft = await last(town, BINH)
    assert "CHƯA GỬI" in draft
    assert "1 ảnh" in draft
    assert "thu hồi để sửa" in next(
        m.text for m in town.phone(THANG).messages if m.message_id == asked.message_id
    )
    await town.write(BINH, "va them 1 nha nua")
    assert "va them 1 nha nua" in await last(town, BINH)
    await town.tap(BINH, "Gửi")
    assert "va them 1 nha nua" in await last(town, THANG)


async def test_what_was_judged_cannot_be_taken_back(town: Town) -> None:
    await report(town, SENT)
    sent = town.phone(BINH).last
    await town.tap(THANG, "Đạt")
    await town.phone(BINH).press("c.recall:1", sent.message_id)
    await town.settle()
    assert await town.sql("SELECT state FROM completion") == [("passed",)]


async def test_a_wish_to_be_released_is_read_back(town: Town) -> None:
    asked = await town.write(BINH, "không nhận được 147, đang đi công tác")
    assert "không nhận" in asked
    assert await town.sql("SELECT count(*) FROM assignment_request") == [(0,)]
    assert "chưa báo ai" in await town.tap(BINH, "Thôi")
    await town.write(BINH, "không nhận được 147, đang đi công tác")
    await town.write(BINH, "đúng")
    assert await town.sql("SELECT kind FROM assignment_request") == [("release",)]


async def test_missing_figures_are_an_obstacle_that_somebody_hears(town: Town) -> None:
    said = await town.write(BINH, "bao cao 148: chua co so lieu")
    assert "Đã ghi vướng mắc của NV-2026-0148" in said
    await town.later(minutes=1)
    assert "«bao cao 148: chua co so lieu»" in await last(town, THANG)


@pytest.mark.parametrize("words", ["khong lam duoc viec 148", "chua lam dc 148"])
async def test_a_no_is_asked_and_somebody_is_told(town: Town, words: str) -> None:
    assert "báo vướng mắc, hay xin không nhận" in await town.write(BINH, words)
    await town.tap(BINH, "Báo vướng mắc")
    await town.later(minutes=1)
    assert f"«{words}»" in await last(town, THANG)


async def test_not_finished_is_no_obstacle(town: Town) -> None:
    assert "vướng mắc" not in await town.write(BINH, "148 chưa xong")


async def test_two_numbers_are_two_reports(town: Town) -> None:
    said = await town.write(BINH, "xong 147 va 148")
    assert "• 147 Vận động 6 hộ: báo xong" in said
    assert "• 148 Danh sách hộ nghèo: báo xong" in said
    await town.tap(BINH, "Gửi")
    assert await town.sql("SELECT count(*) FROM completion WHERE state = 'sent'") == [(2,)]


async def test_a_number_after_a_comma_may_be_a_result(town: Town) -> None:
    assert "CHƯA GỬI" in await town.write(BINH, "xong 147, 148 hộ đã ký")


async def test_people_are_quoted_as_they_wrote(town: Town) -> None:
    await town.write(BINH, "vuong 147 dan chua dong y")
    await town.later(minutes=1)
    assert "dan chua dong y" in await last(town, THANG)
    assert await town.sql("SELECT blocked FROM assignment WHERE number = 147") == [
        ("dan chua dong y",)
    ]


async def test_more_time_because_of_the_people_is_more_time(town: Town) -> None:
    said = await town.write(BINH, "xin gia han 147 den t2 tuan sau vi ba con di bien")
    assert "xin gia hạn NV-2026-0147" in said


async def test_the_newest_question_wins(town: Town) -> None:
    assert "về việc nào" in await town.write(BINH, "70%, con cho phuong")
    await town.write(BINH, "xong 147")
    await town.phone(BINH).photo(album=3)
    assert "3 ảnh" in await town.screen(BINH)
    await town.write(BINH, "12 ghe 2 phong")
    assert "12 ghe 2 phong" in await last(town, BINH)


async def test_an_album_out_of_the_blue_is_asked_about_once(town: Town) -> None:
    await town.phone(BINH).photo(album=3)
    asked = [m for m in await town.heard(BINH) if "về việc nào" in m]
    assert len(asked) == 1
    await town.tap(BINH, "147 – Vận động 6 hộ")
    await town.tap(BINH, "Báo xong")
    assert "3 ảnh" in await town.screen(BINH)


async def test_cancel_drops_the_draft_and_its_card_says_so(town: Town) -> None:
    await town.write(BINH, "xong 147, da sua 1 nha")
    card = town.phone(BINH).last
    await town.write(BINH, "/huy")
    now = next(m for m in town.phone(BINH).messages if m.message_id == card.message_id)
    assert "Đã bỏ báo cáo" in now.text
    assert now.labels == []
    assert "đề nghị nhắn" in await town.write(BINH, "xong 147")


async def test_what_was_not_sent_is_shown_once_on_a_working_day(town: Town) -> None:
    await town.write(BINH, "xong 148, da co danh sach")
    await town.go_to(datetime(2026, 11, 24, 18, 0, tzinfo=ICT))
    reminders = [m for m in await town.heard(BINH) if "chưa gửi" in m and "⏰" in m]
    assert len(reminders) == 1
    assert "da co danh sach" in reminders[0]


async def test_an_album_in_bad_weather_is_one_card(town: Town) -> None:
    await town.write(BINH, "xong 147")
    town.world.faults.bad_gateway(math.inf)
    await town.phone(BINH).photo("da mua hoa", album=3)
    await town.phone(BINH).write("da mua hoa")
    await town.settle()
    town.world.faults.clear()
    await town.later(minutes=10)
    cards = [m for m in await town.heard(BINH) if "CHƯA GỬI" in m]
    assert len(cards) == 1
    assert "3 ảnh" in cards[0]
    assert cards[0].count("da mua hoa") == 1


async def test_nobody_else_takes_a_report_back(town: Town) -> None:
    await report(town, SENT)
    for other in (DUNG, HOA):
        await town.write(other, "trợ giúp")
        await town.phone(other).press("c.recall:1", town.phone(other).last.message_id)
        await town.settle()
    assert await town.sql("SELECT state FROM completion") == [("sent",)]


async def test_a_leaders_question_goes_to_whoever_leads_the_work(town: Town) -> None:
    asked = await town.write(LAN, "sao viec 147 cham the")
    assert "tới đ/c Nguyễn Văn Bình" in asked
    assert "sao viec 147" not in "".join(await town.heard(BINH))
    await town.write(LAN, "đúng")
    assert "«sao viec 147 cham the»" in await last(town, BINH)


async def test_who_may_not_see_the_work_asks_nothing_about_it(town: Town) -> None:
    said = await town.write(DUNG, "sao viec 147 cham the")
    assert "không thuộc phần đồng chí theo dõi" in said
    assert "Vận động" not in said
    await town.later(minutes=1)
    assert "sao viec 147" not in "".join(await town.heard(BINH))


async def test_a_card_asked_for_in_bad_weather_comes_though_it_stood_there_before(
    town: Town,
) -> None:
    await town.write(BINH, "147")
    before = len(await town.heard(BINH))
    town.world.faults.bad_gateway(math.inf)
    await town.phone(BINH).write("147")
    await town.settle()
    town.world.faults.clear()
    await town.later(minutes=10)
    assert len(await town.heard(BINH)) == before + 1


async def test_what_was_given_in_bad_weather_is_confirmed_later(town: Town) -> None:
    for words in ("giao việc", "Hoa", "Phát thẻ hội viên", "27/11"):
        await town.write(THANG, words)
    town.world.faults.bad_gateway(math.inf)
    await town.phone(THANG).tap("Giao việc")
    await town.settle()
    town.world.faults.clear()
    await town.later(minutes=10)
    assert any("Đã giao" in text for text in (await town.heard(THANG))[-2:])
