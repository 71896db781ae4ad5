"""What a leader writes under the report is what it says: an order, a question, thanks; a directive
goes nowhere before it is read back, and may be taken back."""

import pytest

from sandbox.things import Message
from tests.helpers.activities import plan_saturday
from tests.helpers.begun import begun
from tests.helpers.reports import in_full, late_work
from tests.town import BINH, DUNG, HANH, LAN, THANG, Town, clock, says


@begun(autouse=True)
async def monday(town: Town) -> None:
    await plan_saturday(town)
    await late_work(town)
    await in_full(town, LAN)
    await town.go_to(clock(23, 8))


def report(town: Town) -> Message:
    return next(m for m in town.phone(LAN).messages if "BÁO CÁO TUẦN" in m.text)


async def words(town: Town) -> list[str]:
    return [code for (code,) in await town.sql("SELECT code FROM matter WHERE kind = 'remark'")]


async def test_what_is_no_directive_becomes_none(town: Town) -> None:
    """An order is a draft, thanks are thanks, a question opens what it asks about."""
    under = report(town)
    for order in (
        "giao Thắng xử lý việc hội trường, báo cáo thứ 4",
        "Thang: ve Tra Co kiem tra lai, thu 6",
        "Đ/c Thắng xem lại hộ tôi việc hội trường, thứ 4 báo cáo",
    ):
        said = await town.write(LAN, order, reply_to=under)
        assert "Lê Văn Thắng" in said
        assert "Giao việc" in town.phone(LAN).last.labels
        await town.write(LAN, "thôi")
    for thanks in ("tuan nay lam tot, cam on anh em", "Đúng rồi, cảm ơn Hạnh", "cảm ơn"):
        assert "cảm ơn" in await town.write(LAN, thanks, reply_to=under)
    assert "Danh sách người có uy tín" in await town.write(LAN, "vi sao qua han 3", reply_to=under)
    assert not await words(town)


async def test_a_word_goes_to_whom_it_is_said(town: Town) -> None:
    """Read back with the name; whoever is named answers, and the leader hears it."""
    said = await town.write(LAN, "cai nay hoi chi Dung da", reply_to=report(town))
    assert "CHƯA GỬI" in said
    assert "Gửi đ/c Lý Thị Dung?" in said
    assert not await words(town)
    assert "chuyển đ/c Lý Thị Dung" in await town.tap(LAN, "Gửi")
    await town.go_to(clock(23, 9))
    card = next(m for m in town.phone(DUNG).messages if "cai nay hoi chi Dung" in m.text)
    assert "Trả lời" in card.labels
    await town.tap(DUNG, "Trả lời", card)
    await town.write(DUNG, "đã có mặt bằng")
    assert await says(town, LAN, "đã có mặt bằng")


async def test_it_may_go_to_the_office_all_the_same(town: Town) -> None:
    await town.write(LAN, "Bình làm chậm quá, Dung giải trình", reply_to=report(town))
    assert "Gửi đ/c Đỗ Thị Hạnh" in town.phone(LAN).last.text
    await town.sql("UPDATE assignment SET number = 151, code = 'NV-2026-0151'")
    await town.write(LAN, "151 sao lâu thế, anh Bình giải trình", reply_to=report(town))
    assert "ý kiến chỉ đạo về NV-2026-0151" in town.phone(LAN).last.text
    assert "Gửi đ/c Nguyễn Văn Bình?" in town.phone(LAN).last.text
    await town.tap(LAN, "Gửi Văn phòng")
    await town.go_to(clock(23, 9))
    assert await says(town, HANH, "(NV-2026-0151)")
    assert not await says(town, BINH, "giải trình")


BACK = (
    "hoan tac",
    "hoàn tác CD-001",
    "bo cai CD-001 di, toi nham",
    "bỏ CD-001, sai người rồi",
    "CD-001 bỏ đi, gửi nhầm người",
)


@pytest.mark.parametrize("way", ["tap", *BACK])
async def test_it_is_taken_back(town: Town, way: str) -> None:
    await town.write(LAN, "xem lại cách báo số", reply_to=report(town))
    await town.write(LAN, "gửi")
    await town.later(minutes=5)
    await (town.tap(LAN, "Hoàn tác") if way == "tap" else town.write(LAN, way))
    assert await town.sql("SELECT state FROM matter WHERE code = 'CD-001'") == [("withdrawn",)]
    card = next(m for m in town.phone(HANH).messages if "xem lại cách báo số" in m.text)
    assert "đã rút lại" in card.text


async def test_after_ten_minutes_its_card_takes_it_back(town: Town) -> None:
    await town.write(LAN, "xem lại cách báo số", reply_to=report(town))
    await town.write(LAN, "gửi")
    await town.later(minutes=11)
    assert "quá 10 phút" in await town.tap(LAN, "Hoàn tác")
    await town.write(LAN, "CD-001")
    await town.tap(LAN, "Rút lại")
    assert await town.sql("SELECT state FROM matter WHERE code = 'CD-001'") == [("withdrawn",)]


async def test_the_prompt_is_left_and_hears_nothing_else(town: Town) -> None:
    for left in ("thoi khong co gi", "thôi"):
        await town.tap(LAN, "Ý kiến chỉ đạo", report(town))
        await town.write(LAN, left)
    await town.tap(LAN, "Ý kiến chỉ đạo", report(town))
    await town.tap(LAN, "Thôi")
    await town.tap(LAN, "Ý kiến chỉ đạo", report(town))
    await town.write(LAN, "viec cua don vi")
    assert "CHƯA GỬI" not in town.phone(LAN).last.text
    await town.later(minutes=30)
    assert "CHƯA GỬI" not in await town.write(LAN, "trời hôm nay đẹp quá")
    assert not await words(town)


async def test_a_colleague_takes_back_nobody_elses(town: Town) -> None:
    await town.write(LAN, "xem lại cách báo số", reply_to=report(town))
    await town.write(LAN, "gửi")
    await town.write(THANG, "bỏ CD-001")
    await town.press(THANG, "m.unsay:1")
    assert await town.sql("SELECT state FROM matter WHERE code = 'CD-001'") == [("said",)]


async def ask(town: Town, words: str, way: str) -> str:
    """Right under the report, or where a directive was just asked for."""
    if way == "reply":
        return await town.write(LAN, words, reply_to=report(town))
    await town.tap(LAN, "Ý kiến chỉ đạo", report(town))
    return await town.write(LAN, words)


@pytest.mark.parametrize("way", ["reply", "prompt"])
@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("thang 11", "BÁO CÁO THÁNG 11"),
        ("tháng 11 thế nào", "BÁO CÁO THÁNG 11"),
        ("quy 4", "BÁO CÁO QUÝ 4"),
        ("con quy 4 thi sao", "BÁO CÁO QUÝ 4"),
        ("tuan truoc thi sao", "tuần 46"),
        ("tuần trước", "tuần 46"),
        ("vi sao dcpl 1/3", "Vì sao có các số này"),
        ("hoi a Dungg da", "hỏi việc gì"),
        ("ai cham nhat", "Chậm nhất: đ/c Nguyễn Văn Bình"),
    ],
)
async def test_a_question_is_answered_and_no_directive(
    town: Town, words: str, answer: str, way: str
) -> None:
    said = await ask(town, words, way)
    assert answer in said
    assert "CHƯA GỬI" not in said


async def test_undo_under_the_prompt_leaves_it(town: Town) -> None:
    said = await ask(town, "hoan tac", "prompt")
    assert "CHƯA GỬI" not in said
    assert not await town.sql("SELECT 1 FROM expectation WHERE topic = 'digest_say'")


@pytest.mark.parametrize(
    "words",
    [
        "nhan chi Dung: xong viec 3 di nhe",
        "nhắn chị Dung xong việc 3 đi nhé",
        "nhan tin cho chi Dung xong viec 3 di nhe",
        "nhắn Dung là xong việc 3 đi nhé",
    ],
)
async def test_a_message_is_no_work(town: Town, words: str) -> None:
    said = await town.write(LAN, words)
    assert "Gửi đ/c Lý Thị Dung?" in said
    await town.tap(LAN, "Gửi")
    await town.go_to(clock(23, 9))
    assert await says(town, DUNG, "xong việc 3" if "xong việc" in words else "xong viec 3")
    assert len(await town.sql("SELECT 1 FROM assignment")) == 1


async def test_whoever_said_it_sends_it_on_and_sets_its_day_in_words(town: Town) -> None:
    await town.write(LAN, "xem lại cách báo số", reply_to=report(town))
    await town.write(LAN, "gửi")
    assert "CD-002, chuyển đ/c Lê Văn Thắng" in await town.write(LAN, "CD-001 chuyển Thắng nữa")
    await town.write(LAN, "CD-001 lùi đến thứ sáu")
    await town.write(LAN, "CD-001 chuyển cho Bình")
    rows = await town.sql("SELECT owner_id FROM matter WHERE code LIKE 'CD-%' ORDER BY id")
    assert rows == [(town.person(BINH),), (town.person(THANG),)]
    await town.go_to(clock(23, 9))
    for who in (THANG, BINH):
        assert await says(town, who, "xem lại cách báo số")
    assert "Đặt hạn" not in await town.write(BINH, "CD-001 hạn thứ sáu")
