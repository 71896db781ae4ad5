"""What a head of section types in a week about the section's work, with marks and without."""

from datetime import timedelta

import pytest

from language.line.fold import bare
from storage.rows import read
from tests.helpers.assignments import give, number_from
from tests.helpers.scenes import BAC, COLLEAGUES, NAM, move_in
from tests.town import BINH, HOA, LAN, THANG, Town, clock

STANDS = "SELECT number, state, lead_id, due_at FROM assignment WHERE number >= 139 ORDER BY id"


@pytest.fixture(autouse=True)
async def week(town: Town) -> None:
    """139 is Nam's, 140 and 141 are overdue, 142 waits for approval, 143 for more time; the head
    has two of their own."""
    await town.work(move_in(town))
    for who in COLLEAGUES:
        town.phone(who)
    town.now = clock(16, 9)
    await number_from(town, 139)
    for who, when in (("Nam", "27/11"), ("Nam", "18/11"), ("Hoa", "18/11"), ("Nam", "25/11")):
        await give(town, THANG, who, "Vận động 6 hộ", when)
    await give(town, THANG, "Bình", "Rà soát tủ sách", "24/11")
    for when in ("24/11", "26/11"):
        await give(town, LAN, "Thắng", "Kế hoạch", when)
    await town.write(NAM, "xong 142, có biên bản")
    await town.tap(NAM, "Gửi")
    await town.write(BINH, "gia hạn 143 đến 27/11, chờ phường")
    await town.go_to(clock(20, 9))


READ_BACK = (
    ("141 gia hạn đến thứ 5", "Gia hạn NV-2026-0141"),
    ("141 cho đến thứ 5", "Gia hạn NV-2026-0141"),
    ("141: gia hạn thêm 5 ngày", "Gia hạn NV-2026-0141"),
    ("sửa hạn 139 sang thứ 5", "Gia hạn NV-2026-0139"),
    ("139 đổi hạn thứ 4", "Gia hạn NV-2026-0139"),
    ("141 chuyển cho Mây", "Giao lại NV-2026-0141"),
    ("141 giao Mây", "Giao lại NV-2026-0141"),
    ("chuyển việc 141 của Hoa sang Mây", "Giao lại NV-2026-0141"),
    ("nhắc Nam", "Nhắc đ/c Vũ Hoài Nam"),
    ("tạm dừng 141", "Tạm dừng"),
    ("bỏ 141 đi", "Hủy NV-2026-0141"),
    ("139 vướng giá thì để tôi hỏi chị Lan", "Chuyển tới đ/c Vũ Hoài Nam"),
    ("sao việc 141 chưa xong", "Chuyển tới đ/c Nguyễn Thị Hoa"),
    ("141 đẩy nhanh lên", "Chuyển tới đ/c Nguyễn Thị Hoa"),
    ("139 đừng để quá thứ 5", "Chuyển tới đ/c Vũ Hoài Nam"),
    ("Nam: soạn giấy mời họp, thứ 5 xong", "CHƯA GIAO"),
    ("Bắc rà lại danh sách hộ nghèo, mai nộp", "CHƯA GIAO"),
    ("bao giờ xong 139", "NV-2026-0139"),
    ("139 den dau roi Nam", "Việc mới – NV-2026-0139"),
    ("139 den dau Nam", "Chuyển tới đ/c Vũ Hoài Nam"),
    ("việc nào trễ nhất", "Chậm nhất: đ/c"),
    ("phòng nào trễ nhất", "Chậm nhất: đ/c"),
    ("nhắc tất cả việc quá hạn", "Việc quá hạn (2)"),
    ("nhắc hết những ai trễ", "Việc quá hạn (2)"),
    ("có gì chờ duyệt không", "Chờ đồng chí (2)"),
    ("duyệt hết", "Gửi 2 việc?"),
    ("việc nào vướng", "Việc đơn vị"),
    ("ai chưa nhận việc", "Việc đơn vị"),
    ("việc nào chưa ai nhận", "Việc đơn vị"),
    ("ai nhiều việc nhất", "Việc đơn vị"),
    ("tuần này hạn những gì", "Việc đơn vị"),
    ("mai hạn việc nào", "Việc đơn vị"),
    ("việc nào sắp hạn", "Việc đơn vị"),
    ("tuần này tiểu ban mình thế nào", "Việc đơn vị"),
    ("chieu nay ai bao cao gi roi", "Chờ đồng chí (2)"),
    ("việc của Nam", "Việc của đ/c Vũ Hoài Nam"),
    ("Nam còn mấy việc", "Việc của đ/c Vũ Hoài Nam"),
)
"""What is typed, and what is shown: nothing is done by it yet."""
DECIDED = (
    ("đồng ý gia hạn 143", 143),
    ("đồng ý việc 143 theo đề xuất", 143),
    ("thiếu danh sách, làm lại", 142),
    ("142 bổ sung chữ ký rồi gửi lại", 142),
)
"""A verdict on what waits, and on which work."""


async def test_it_is_shown_or_read_back(town: Town) -> None:
    before, heard, wrong = await town.sql(STANDS), len(await town.heard(NAM)), []
    for line, said in READ_BACK:
        for typed in dict.fromkeys((line, bare(line))):
            await town.sql("DELETE FROM expectation")
            shown = await town.write(THANG, typed)
            if said not in shown:
                wrong.append((typed, shown))
    assert wrong == []
    assert await town.sql(STANDS) == before, "nothing is done yet"
    assert len(await town.heard(NAM)) == heard, "nobody hears of it yet"


@pytest.mark.parametrize("marks", [True, False])
async def test_a_verdict_is_on_what_waits(town: Town, marks: bool) -> None:
    for line, number in DECIDED:
        before = await town.sql(STANDS)
        await town.write(THANG, line if marks else bare(line))
        changed = {row[0] for row in set(await town.sql(STANDS)) - set(before)}
        assert changed == {number}, line
        await town.tap(THANG, "Hoàn tác") if number == 142 else await _wished_again(town)


async def _wished_again(town: Town) -> None:
    await town.later(minutes=1)
    await town.sql("UPDATE assignment SET due_at = original_due WHERE number = 143")
    await town.write(BINH, "gia hạn 143 đến 27/11, chờ phường")


async def test_a_reminder_goes_when_it_is_sent(town: Town) -> None:
    shown = await town.write(THANG, "nhac Nam")
    assert "140" in shown
    assert "139" not in shown, "what is overdue comes first"
    await town.write(THANG, "thôi")
    assert "NV-2026-0140" not in (await town.heard(NAM))[-1]
    await town.write(THANG, "nhắc Nam")
    assert "Đã nhắc 1 việc" in await town.write(THANG, "gửi")
    assert "NV-2026-0140" in (await town.heard(NAM))[-1]
    assert "không có việc nào" in await town.write(THANG, "nhắc Bắc")
    assert not any("NV-2026" in text for text in await town.heard(BAC))


async def test_several_days_more_are_counted_from_today(town: Town) -> None:
    await town.write(THANG, "141 gia hạn thêm 5 ngày")
    await town.tap(THANG, "Gửi")
    [(due,)] = await town.sql("SELECT due_at FROM assignment WHERE number = 141")
    assert read(due) > town.now + timedelta(days=1)
    assert "141" in "".join(await town.heard(HOA))
