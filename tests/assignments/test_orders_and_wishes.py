"""What heads order and leads wish for in a line: a limit, a reminder, a colleague instead, work
without a lead; and the questions that take no other words."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.helpers.scenes import BAC, NAM, move_in
from tests.town import LAN, THANG, Town, clock, says


async def taken(town: Town, until: str = "27/11") -> None:
    town.now = clock(23, 9)
    await town.work(move_in(town))
    for who in (NAM, BAC):
        town.phone(who)
    await number_from(town, 157)
    await give(town, THANG, "Nam", when=until)
    await town.write(NAM, "nhận 157")


async def asked_for(town: Town) -> list[tuple[str, str]]:
    return await town.sql("SELECT kind, reason FROM assignment_request")


# the colleague who would do it instead


@pytest.mark.parametrize(
    "line",
    ["157 nhờ Bắc làm hộ e", "157 nho Bac lam ho", "chuyển 157 cho Bắc"],
)
async def test_a_colleague_is_proposed_and_given_it_by_one_tap(town: Town, line: str) -> None:
    await taken(town)
    assert "sang đ/c Lê Bắc" in await town.write(NAM, line)
    await town.tap(NAM, "Xin chuyển")
    assert await says(town, THANG, "xin chuyển việc NV-2026-0157 sang đ/c Lê Bắc")
    await town.tap(THANG, "Giao Bắc")
    assert await says(town, BAC, "NV-2026-0157")
    assert not town.phone(THANG).can_tap("Giao Bắc"), "it is over"


async def test_a_plain_yes_gives_it_to_whoever_was_proposed(town: Town) -> None:
    await taken(town)
    await town.write(NAM, "157 nhờ Bắc làm hộ e")
    await town.write(NAM, "gửi")
    await town.write(THANG, "đồng ý", reply_to=town.phone(THANG).last)
    assert await says(town, THANG, "Đã giao lại NV-2026-0157 cho đ/c Lê Bắc")


@pytest.mark.parametrize("line", ["157 nhờ Bắc phụ một tay", "157 nho Bac ho tro em"])
async def test_a_colleague_beside_one_is_no_release(town: Town, line: str) -> None:
    await taken(town)
    assert "cho đ/c Lê Bắc cùng làm NV-2026-0157" in await town.write(NAM, line)


# until when, and reminders


@pytest.mark.parametrize("line", ["157 thôi thứ 3 tuần sau", "157 1/12 nhé", "157 de 1/12"])
async def test_a_head_moves_the_limit_in_a_line(town: Town, line: str) -> None:
    await taken(town)
    assert "→ thứ Ba, 1/12 17h00. Gửi?" in await town.write(THANG, line)
    await town.tap(THANG, "Gửi")
    assert await says(town, NAM, "1/12")


async def test_the_same_limit_is_no_new_one(town: Town) -> None:
    await taken(town)
    assert "đã là thứ Sáu, 27/11" in await town.write(THANG, "157 thôi t6")


async def test_the_lead_moves_nothing_so(town: Town) -> None:
    await taken(town)
    await town.write(NAM, "157 thôi thứ 3 tuần sau")
    assert not town.phone(NAM).can_tap("Gửi")


@pytest.mark.parametrize(
    "line", ["157 nhắc Nam làm nhanh", "nhắc Nam làm nhanh 157", "157 nhac Nam nop som"]
)
async def test_a_reminder_in_any_order_of_words(town: Town, line: str) -> None:
    await taken(town)
    assert "nhắc đ/c Vũ Hoài Nam về NV-2026-0157" in await town.write(THANG, line)


@pytest.mark.parametrize("line", ["nhắc Bắc 157", "157 nhắc Bắc làm nhanh"])
async def test_nobody_is_reminded_of_what_another_leads(town: Town, line: str) -> None:
    await taken(town)
    await town.write(THANG, line)
    assert not await says(town, NAM, "đề nghị báo tiến độ")


# work that names nobody


@pytest.mark.parametrize(
    "line",
    ["chỉ đạo: rà soát hộ nghèo", "Chỉ đạo: rà soát đất, thứ 6", "giao việc: kiểm PCCC"],
)
async def test_who_leads_it_is_asked(town: Town, line: str) -> None:
    await taken(town)
    assert "Giao cho ai" in await town.write(LAN, line)


async def test_whoever_gives_no_work_directs_nobody(town: Town) -> None:
    await taken(town)
    assert "Giao cho ai" not in await town.write(NAM, "chỉ đạo: rà soát hộ nghèo")


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Nam: nộp báo cáo t6 trước 11h", "nộp báo cáo\n⏰ thứ Sáu, 27/11 11h00"),
        ("nam nộp báo cáo mai trước 11h", "nộp báo cáo\n⏰ thứ Ba, 24/11 11h00"),
        ("Nam: soạn giấy mời 28/11 trước 16h", "soạn giấy mời\n⏰ thứ Bảy, 28/11 16h00"),
        ("Nam: gửi danh sách trước 16h thứ 5", "gửi danh sách\n⏰ thứ Năm, 26/11 16h00"),
        ("Nam: làm báo cáo tháng 11 trước 11h", "làm báo cáo tháng 11\n⏰ thứ Hai, 23/11 11h00"),
    ],
)
async def test_an_hour_belongs_to_the_day_before_it(town: Town, line: str, due: str) -> None:
    await taken(town)
    assert due in await town.write(THANG, line)


# questions that take no other words


OTHER = ("chị ơi, mai em nghỉ", "Hoa vừa gọi, bảo thứ 3 họp", "chiều nay họp ở đâu nhỉ")


@pytest.mark.parametrize("line", OTHER)
async def test_until_when_keeps_no_other_line_as_its_reason(town: Town, line: str) -> None:
    await taken(town)
    await town.write(NAM, "xin gia hạn 157")
    await town.write(NAM, line)
    await town.press(NAM, "a.until:2:2026-12-01T17.00")
    assert "Lý do?" in await town.screen(NAM)
    assert await asked_for(town) == []


@pytest.mark.parametrize("why", ["chờ số liệu của phường", "vì mưa quá"])
async def test_until_when_keeps_what_says_why(town: Town, why: str) -> None:
    await taken(town)
    await town.write(NAM, "xin gia hạn 157")
    await town.write(NAM, why)
    await town.press(NAM, "a.until:2:2026-12-01T17.00")
    [(kind, reason)] = await asked_for(town)
    assert (kind, reason in why) == ("extension", True)


async def test_a_day_and_why_in_one_line(town: Town) -> None:
    await taken(town)
    await town.write(NAM, "xin gia hạn 157")
    await town.write(NAM, "thứ 3 tuần sau, chờ số liệu của phường")
    await town.press(NAM, "a.until:2:2026-12-01T17.00")
    assert await asked_for(town) == [("extension", "chờ số liệu của phường")]


async def test_a_reason_that_comes_late_is_asked(town: Town) -> None:
    await taken(town)
    await town.write(NAM, "gia hạn 157 đến 1/12")
    await town.later(hours=2)
    assert "trả lời câu nào" in await town.write(NAM, "trưa mai cơ quan liên hoan")
    asked = town.phone(NAM).last.reply_to
    assert asked is not None
    assert "Lý do" in asked.text
    assert await asked_for(town) == []


async def test_late_words_that_say_why_are_the_reason(town: Town) -> None:
    await taken(town)
    await town.write(NAM, "gia hạn 157 đến 1/12")
    await town.later(hours=2)
    await town.write(NAM, "chờ phường gửi số liệu")
    assert await asked_for(town) == [("extension", "chờ phường gửi số liệu")]


@pytest.mark.parametrize("line", ["40 người", "Hoa: soạn giấy mời, thứ 4", "mai họp mấy giờ nhỉ"])
async def test_praise_takes_no_words_that_say_something_else(town: Town, line: str) -> None:
    await taken(town)
    await town.write(NAM, "xong 157, 6 hộ đã ký")
    await town.tap(NAM, "Gửi")
    await town.write(THANG, "đạt 157")
    await town.write(THANG, "biểu dương 157")
    assert "🌟" not in await town.write(THANG, line)
    assert "🌟" in await town.write(THANG, "vận động rất khéo")
