"""Short lines of every day: what was wanting is there, a share in words, a promise that nobody
waits for, a question of what is reported, a verdict."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, THANG, Town

STANDS = "SELECT percent, blocked FROM assignment WHERE number = 147"


@pytest.fixture(autouse=True)
async def given(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "nhận 147")


@pytest.mark.parametrize(
    ("line", "came"),
    [
        ("đã có địa chỉ rồi", True),
        ("co dia chi roi a", True),
        ("đã có xe rồi", False),
        ("có địa chỉ chưa", False),
    ],
)
async def test_what_was_wanting_is_there(town: Town, line: str, came: bool) -> None:
    await town.write(BINH, "147 vướng chưa có địa chỉ")
    await town.write(BINH, line)
    assert ("Hết vướng" in town.phone(BINH).last.labels) is came
    assert await town.sql(STANDS) == [(0, "chưa có địa chỉ")]
    if came:
        await town.tap(BINH, "Hết vướng", town.phone(BINH).last)
        assert await town.sql(STANDS) == [(0, "")]


@pytest.mark.parametrize(
    ("line", "percent"),
    [("mới được 1 phần 3", 33), ("2 phần 3 rồi", 67), ("mới được một phần ba thôi", 33)],
)
async def test_a_share_in_words(town: Town, line: str, percent: int) -> None:
    await town.write(BINH, f"147 {line}")
    assert await town.sql(STANDS) == [(percent, "")]


async def test_a_share_put_right_in_words(town: Town) -> None:
    await town.write(BINH, "147 60%")
    assert "Ghi xuống 33%?" in await town.write(BINH, "nhầm, mới 1 phần 3")


async def test_a_promise_that_nobody_waits_for_is_only_heard(town: Town) -> None:
    for who, line in ((BINH, "ok e làm tiếp đây"), (THANG, "ok để chị xem")):
        assert "chưa ghi gì thêm" in await town.write(who, line)


async def test_a_question_of_what_is_reported_goes_to_whoever_gave_it(town: Town) -> None:
    await town.write(BINH, "xong 147, đủ 6 hộ")
    await town.write(BINH, "gửi")
    said = await town.write(BINH, "chị ơi báo cáo có cần ảnh k")
    assert "Chuyển tới đ/c Lê Văn Thắng về việc NV-2026-0147" in said


async def test_a_verdict_on_nothing_is_told_so(town: Town) -> None:
    assert "Không có báo cáo nào chờ" in await town.write(THANG, "chưa đạt, thiếu danh sách")


async def test_another_verdict_while_it_is_asked_of_what(town: Town) -> None:
    await town.write(BINH, "xin gia hạn 147 đến 27/11, chờ phường")
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    await town.write(BINH, "nhận 148")
    await town.write(BINH, "xong 148, 30 hộ")
    await town.write(BINH, "gửi")
    await town.write(THANG, "đạt")
    assert "nói về việc nào" in town.phone(THANG).last.text
    said = await town.write(THANG, "chưa đạt, thiếu danh sách")
    assert "NV-2026-0148" in said


@pytest.mark.parametrize("line", ["à giao Bình chứ", "Bình chứ", "nhầm, giao Bình mới đúng"])
async def test_a_draft_is_for_somebody_else(town: Town, line: str) -> None:
    await town.write(THANG, "giao Hoa làm áp phích, 27/11")
    assert "Nguyễn Thị Hoa → Nguyễn Văn Bình" in await town.write(THANG, line)


RESULTS = [
    "6/6 hộ ký rồi",
    "ký được 4 hộ",
    "hộ khu 2 ký rồi",
    "12 ho dong y",
    "đã phát hết tờ rơi",
]


@pytest.mark.parametrize("line", RESULTS)
async def test_a_result_without_a_number_is_asked(town: Town, line: str) -> None:
    """It was not understood."""
    said = await town.write(BINH, line)
    assert f"«{line}»" in said
    assert "Chưa ghi gì" in said
    assert await town.sql(STANDS) == [(0, "")]
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    await town.write(BINH, "nhận 148")
    await town.later(minutes=30)
    await town.write(BINH, line)
    shown = town.phone(BINH).last.labels
    assert sum(label.startswith(("147", "148")) for label in shown) == 2


@pytest.mark.parametrize("line", ["mưa to quá", "bật loa lên", "chị ơi", "trời đẹp quá"])
async def test_chat_is_of_no_work(town: Town, line: str) -> None:
    await town.write(BINH, line)
    assert "Báo xong" not in town.phone(BINH).last.labels
    assert await town.sql(STANDS) == [(0, "")]
