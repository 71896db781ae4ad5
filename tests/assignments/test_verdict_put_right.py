"""«nhầm, đạt rồi», «nhầm, chưa đạt»: for ten minutes the same head puts the verdict right."""

import pytest

from tests.helpers.assignments import report, row
from tests.helpers.begun import begun
from tests.helpers.sent import reports, taken
from tests.town import BINH, LAN, THANG, Town, says


@begun
async def reported(town: Town) -> Town:
    await taken(town, 147)
    await report(town)
    return town


async def test_a_day_alone_is_no_reason_and_is_kept(reported: Town) -> None:
    """«trả lại 147, chiều mai nộp lại»: why is asked; what is wanting besides goes along."""
    town = reported
    limit = (await row(town, "due_at"))[0]
    assert "hạn mới" in await town.write(THANG, "tra lai 147, chieu thu 3 tuan sau nop lai")
    assert await reports(town) == [(147, "sent")]
    await town.write(THANG, "thieu danh sach")
    assert await reports(town) == [(147, "returned")]
    moved = (await row(town, "due_at"))[0]
    assert moved != limit
    assert "thieu danh sach; thieu ca so dien thoai" in await town.write(
        THANG, "thieu ca so dien thoai"
    )
    await town.write(THANG, "gửi")
    assert (await row(town, "due_at"))[0] == moved
    await town.later(minutes=11)
    assert await says(town, BINH, "thieu ca so dien thoai")


@pytest.mark.parametrize(
    "line",
    [
        "tra 147, thieu chu ky, chieu thu 3 tuan sau nop",
        "147 chưa đạt, thiếu chữ ký, thứ 3 tuần sau gửi lại",
    ],
)
async def test_why_and_until_when_in_one_line(reported: Town, line: str) -> None:
    town = reported
    await town.write(THANG, line)
    assert await reports(town) == [(147, "returned")]
    assert (await row(town, "due_at"))[0].startswith("2026-11-24")


PASSES = [
    "nhầm, đạt rồi",
    "nham, dat",
    "a nham, dat roi",
    "147 nhầm, đạt",
    "đạt rồi nhé, lúc nãy nhầm",
]
FAILS = ["nham, chua dat", "nhầm, chưa đạt, thiếu ds", "nham. tra lai", "chưa đạt đâu, nhầm"]


@pytest.mark.parametrize("words", PASSES)
@pytest.mark.parametrize("minutes", [0, 5])
async def test_what_was_sent_back_passes(reported: Town, words: str, minutes: int) -> None:
    town = reported
    await town.write(THANG, "147 chưa đạt, thiếu danh sách")
    await town.later(minutes=minutes)
    assert "thành đạt" in await town.write(THANG, words)
    assert await reports(town) == [(147, "returned")]
    await town.write(THANG, "gửi")
    assert await row(town, "state") == ("done",)
    assert await reports(town) == [(147, "passed")]
    await town.later(minutes=1)
    assert await says(town, BINH, "đã được duyệt đạt")


@pytest.mark.parametrize("words", FAILS)
@pytest.mark.parametrize("minutes", [0, 5])
async def test_what_passed_is_sent_back(reported: Town, words: str, minutes: int) -> None:
    town = reported
    await town.write(THANG, "147 đạt")
    await town.later(minutes=minutes)
    assert "trả lại" in await town.write(THANG, words)
    await town.write(THANG, "gửi")
    assert await row(town, "state") == ("doing",)
    assert await reports(town) == [(147, "returned")]
    await town.later(minutes=1)
    assert await says(town, BINH, "được trả lại để bổ sung")


async def test_later_nothing_is_put_right(reported: Town) -> None:
    town = reported
    await town.write(THANG, "147 chưa đạt, thiếu danh sách")
    await town.later(minutes=11)
    await town.write(THANG, "nhầm, đạt rồi")
    await town.write(THANG, "gửi")
    assert await reports(town) == [(147, "returned")]


async def test_nobody_elses_verdict_and_no_left_one(reported: Town) -> None:
    town = reported
    await town.write(THANG, "147 chưa đạt, thiếu danh sách")
    await town.write(LAN, "nhầm, đạt rồi")
    assert not town.phone(LAN).can_tap("Gửi")
    await town.write(THANG, "nhầm, đạt rồi")
    await town.write(THANG, "thôi")
    assert await reports(town) == [(147, "returned")]


@pytest.mark.parametrize(
    "line",
    [
        "trả lại 147, nếu mai kịp thì mai nộp",
        "147 trả lại, mai kịp thì nộp không thì thứ 6",
        "147 chưa đạt, nếu kịp thì mai nộp lại",
    ],
)
async def test_a_limit_on_a_condition_is_shown_before_it_goes_back(
    reported: Town, line: str
) -> None:
    town, limit = reported, (await row(reported, "due_at"))[0]
    assert "hạn vẫn là thứ Sáu, 20/11 17h00" in await town.write(THANG, line)
    assert await reports(town) == [(147, "sent")]
    await town.write(THANG, "gửi")
    assert await reports(town) == [(147, "returned")]
    assert (await row(town, "due_at"))[0] == limit


async def test_so_is_one_that_is_written_where_why_is_asked(reported: Town) -> None:
    town = reported
    await town.write(THANG, "trả lại 147")
    assert "CHƯA LÀM" in await town.write(THANG, "thiếu chữ ký, nếu kịp thì mai nộp")
    assert await reports(town) == [(147, "sent")]
