"""Several numbers in a line, each with something of its own, or a verdict with a condition: all is
read back whole, and no half of it is lost."""

import pytest

from tests.helpers.assignments import four_of_a_section, report, row
from tests.helpers.begun import begun
from tests.town import BINH, HOA, THANG, Town, says


@begun(autouse=True)
async def four(town: Town) -> None:
    """Bình has 147 and 149, Hoa 148; 150 is the head's own, from a leader."""
    await four_of_a_section(town)


async def limit(town: Town, number: int) -> str:
    found = "SELECT date(due_at, 'unixepoch') FROM assignment WHERE number = :number"
    [(due,)] = await town.sql(found, number=number)
    return str(due)


async def asks_more(town: Town) -> None:
    """Bình wants more time for 147, until 27/11."""
    await town.write(BINH, "147 xin gia hạn đến 27/11, chờ số liệu")


MIXED = [
    ("147 dời t4, 149 in màu", "25/11", "in màu"),
    ("147 doi t4, 149 in mau", "25/11", "in mau"),
    ("149 in 2 mặt; 147 lùi t4", "25/11", "in 2 mặt"),
    ("147 gia hạn đến thứ 4, 149 nhớ mời cả khu 3", "25/11", "nhớ mời cả khu 3"),
    ("147 lui t4\n149 moi them khu 5", "25/11", "moi them khu 5"),
]


@pytest.mark.parametrize(("line", "day", "words"), MIXED)
async def test_an_order_and_a_word(town: Town, line: str, day: str, words: str) -> None:
    said = await town.write(THANG, line)
    assert f"gia hạn, đến thứ Tư, {day}" in said
    assert f"chuyển lời, kèm: «{words}»" in said
    assert "Gửi 2 việc?" in said
    await town.write(THANG, "gửi")
    await town.later(minutes=12)
    assert await limit(town, 147) == "2026-11-25"
    assert await says(town, BINH, words)


async def test_a_verdict_a_word_and_a_delay(town: Town) -> None:
    await report(town)
    said = await town.write(THANG, "147 đạt, 148 nhớ ký đủ, 149 lùi thêm 2 ngày")
    assert "đạt" in said
    assert "«nhớ ký đủ»" in said
    assert "đến thứ Sáu, 27/11" in said
    await town.write(THANG, "ok")
    assert await row(town, "state") == ("done",)
    assert await limit(town, 149) == "2026-11-27"


async def test_ones_own_among_them(town: Town) -> None:
    said = await town.write(THANG, "147 lùi t4, 150 được 70%")
    assert "150 Báo cáo dân vận – đ/c Lê Văn Thắng: tiến độ 70%" in said
    await town.write(THANG, "gửi")
    far = "SELECT percent FROM assignment WHERE number = 150"
    assert await town.sql(far) == [(70,)]


async def test_a_wish_for_ones_own_is_no_order(town: Town) -> None:
    said = await town.write(THANG, "gia hạn 150 đến 30/11, chờ phường")
    assert "xin gia hạn NV-2026-0150" in said
    asked = "SELECT reason, date(new_due, 'unixepoch') FROM assignment_request"
    assert await town.sql(asked) == [("chờ phường", "2026-11-30")]
    said = await town.write(THANG, "147 đạt nhé, 150 xin đến 3/12 vì ốm; 149 lùi t6")
    assert "150 Báo cáo dân vận – đ/c Lê Văn Thắng: xin gia hạn" in said


async def test_what_is_not_clear_is_asked_by_name(town: Town) -> None:
    said = await town.write(THANG, "147 lùi t4, 149 giao Tèo")
    assert "149 Soạn giấy mời – đ/c Nguyễn Văn Bình: chưa rõ ý" in said
    assert "«giao Tèo»" in said
    assert "Gửi 1 việc?" in said
    said = await town.write(THANG, "147 lùi t4, 199 in màu")
    assert "199: không có việc số này" in said


@pytest.mark.parametrize(
    "line",
    [
        "147 thôi, trùng với 148; 149 giao Hoa",
        "147 thôi, trùng với 148, 149 giao Hoa",
        "147 thoi trung voi 148; 149 giao Hoa",
        "149 giao Hoa; hủy 147 vì trùng với 148",
        "147 huy vi trung 148\n149 chuyen cho Hoa",
    ],
)
async def test_a_reason_that_names_another_number_orders_nothing_of_it(
    town: Town, line: str
) -> None:
    said = await town.write(THANG, line)
    assert "148 " not in said.replace("148»", "").replace("với 148", "")
    assert "Gửi 2 việc?" in said
    assert "149 Soạn giấy mời – đ/c Nguyễn Văn Bình: giao lại cho đ/c Nguyễn Thị Hoa" in said
    await town.write(THANG, "gửi")
    states = "SELECT state FROM assignment WHERE number IN (147, 148) ORDER BY number"
    assert await town.sql(states) == [("cancelled",), ("assigned",)]


LIMITED = [
    ("147 đồng ý lùi, nhưng t4 phải xong hẳn", "25/11", "t4 phải xong hẳn"),
    ("147 dong y lui, nhung t4 phai xong han", "25/11", "t4 phai xong han"),
    ("147 ok cho gia hạn, miễn là thứ 4 xong", "25/11", "miễn là thứ 4 xong"),
    ("147 cho lùi nhưng phải có số liệu khu 2", "27/11", "phải có số liệu khu 2"),
    ("đồng ý 147, nhưng thứ 4 phải xong", "25/11", "thứ 4 phải xong"),
    ("147 lùi t4, không lùi nữa đâu nhé", "25/11", "không lùi nữa đâu nhé"),
]


@pytest.mark.parametrize(("line", "day", "words"), LIMITED)
async def test_more_time_with_a_condition(town: Town, line: str, day: str, words: str) -> None:
    await asks_more(town)
    said = await town.write(THANG, line)
    assert day in said
    assert f"kèm: «{words}»" in said
    await town.write(THANG, "gửi")
    assert (await limit(town, 147))[8:] == day[:2]
    await town.later(minutes=12)
    assert await says(town, BINH, f"«{words}»")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("147 duyet nhung bo sung anh truoc t5", "bo sung anh truoc t5"),
        ("147 duyệt, nhưng bổ sung ảnh trước t5", "bổ sung ảnh trước t5"),
        ("147 đạt nhưng lần sau nộp sớm hơn", "lần sau nộp sớm hơn"),
        ("147 ok, với điều kiện có chữ ký trưởng khu", "với điều kiện có chữ ký trưởng khu"),
    ],
)
async def test_a_report_passes_with_a_condition(town: Town, line: str, words: str) -> None:
    await report(town)
    said = await town.write(THANG, line)
    assert f": đạt, kèm: «{words}»" in said
    assert await row(town, "state") == ("review",)
    await town.write(THANG, "gửi")
    assert await row(town, "state") == ("done",)
    await town.later(minutes=12)
    assert await says(town, BINH, words)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("147 trả, thiếu danh sách", "thiếu danh sách"),
        ("147 tra, thieu danh sach", "thieu danh sach"),
        ("147 trả vì thiếu chữ ký", "thiếu chữ ký"),
        ("147 trả, làm lại bảng 2, trước t5", "làm lại bảng 2, trước t5"),
    ],
)
async def test_it_goes_back_with_its_reason(town: Town, line: str, words: str) -> None:
    await report(town)
    assert f"trả lại, kèm: «{words}»" in (await town.write(THANG, line)).replace(
        ", đến thứ Năm, 26/11 17h00", ""
    )
    await town.write(THANG, "gửi")
    assert await row(town, "state") == ("doing",)
    await town.later(minutes=12)
    assert await says(town, BINH, words)


async def test_why_it_goes_back_is_asked(town: Town) -> None:
    await report(town)
    await town.write(THANG, "147 trả")
    await town.write(THANG, "thiếu danh sách")
    assert await row(town, "state") == ("doing",)


@pytest.mark.parametrize(
    "line",
    ["147 cho lùi", "147 cho lui nhe", "147 cho Bình lùi", "cho gia hạn 147", "147 lùi được"],
)
async def test_what_was_asked_is_granted(town: Town, line: str) -> None:
    await asks_more(town)
    await town.write(THANG, line)
    if "Gửi 1 việc?" in await town.screen(THANG):
        assert "đến thứ Sáu, 27/11" in await town.screen(THANG)
        await town.write(THANG, "gửi")
    assert await limit(town, 147) == "2026-11-27"


async def test_where_nobody_asked_the_day_is(town: Town) -> None:
    assert "Hạn mới của NV-2026-0147" in await town.write(THANG, "147 cho lùi")
    await town.write(THANG, "thứ 4")
    assert await limit(town, 147) == "2026-11-25"


@pytest.mark.parametrize(
    "line", ["147 cho Bình lùi t4", "147 cho binh lui den t4", "147 cho bình gia hạn thứ 4"]
)
async def test_more_time_for_its_lead_by_name(town: Town, line: str) -> None:
    assert "đến thứ Tư, 25/11" in await town.write(THANG, line)
    await town.write(THANG, "gửi")
    assert await limit(town, 147) == "2026-11-25"


@pytest.mark.parametrize("line", ["147 cho Hoa lùi t4", "148 cho Bình lùi"])
async def test_of_somebody_else_it_is_said(town: Town, line: str) -> None:
    assert "không chủ trì" in await town.write(THANG, line)


async def test_no_more_time_beside_a_yes(town: Town) -> None:
    await asks_more(town)
    await town.write(BINH, "149 xin gia hạn đến 30/11, chờ chữ ký")
    said = await town.write(THANG, "147 cho lùi, 149 không")
    assert "149 Soạn giấy mời – đ/c Nguyễn Văn Bình: không đồng ý gia hạn" in said
    await town.write(THANG, "gửi")
    states = "SELECT state FROM assignment_request ORDER BY id"
    assert await town.sql(states) == [("granted",), ("refused",)]


@pytest.mark.parametrize("line", ["147 cho lùi", "147 dời t4, 148 in màu", "147 trả, thiếu ảnh"])
async def test_nobody_without_the_right_decides(town: Town, line: str) -> None:
    await asks_more(town)
    await report(town, "xong 147, đủ 6 hộ")
    before = await row(town, "state, due_at")
    await town.write(HOA, line)
    await town.write(HOA, "gửi")
    assert await row(town, "state, due_at") == before
