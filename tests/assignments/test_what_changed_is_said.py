"""A confirmation says every field that changed, and the words that were kept with it."""

import pytest

from tests.helpers.assignments import give, number_from, report
from tests.helpers.changes import seen, stands, unsaid
from tests.town import BINH, HANH, LAN, THANG, Neighbour, Town

WISH = "gia hạn 147 đến 30/11, chờ số liệu của phường"
DEEDS: dict[str, tuple[Neighbour, list[str]]] = {
    "progress": (BINH, ["147 được 70%, còn chờ phường gửi danh sách"]),
    "blocked": (BINH, ["147 vướng kinh phí chưa duyệt"]),
    "expected": (BINH, ["!a.expect:2", "24/11"]),
    "returned": (THANG, ["*report", ">Trả lại", "thiếu biên bản, bổ sung trước 25/11"]),
    "done before": (THANG, ["*whole", ">Trả lại", "thiếu biên bản"]),
    "agreed": (THANG, ["*wish", ">Đồng ý"]),
    "another day": (THANG, ["*wish", ">Ngày khác", "25/11"]),
    "handed by taps": (THANG, ["!a.hand:2", ">Hoa", "Bình đi học"]),
    "handed in words": (THANG, ["giao lại 147 cho Hoa vì Bình đi học", ">Gửi"]),
    "handed with its why": (THANG, ["!a.hand:2", "Hoa, vì Bình đi học"]),
    "moved in words": (THANG, ["gia hạn 147 đến 27/11", ">Gửi"]),
    "moved by taps": (THANG, ["!a.move:2", "27/11"]),
    "suspended": (THANG, ["!a.suspend:2", "chờ kế hoạch của tỉnh"]),
    "resumed": (THANG, ["!a.suspend:2", "chờ tỉnh", "!a.resume:2"]),
    "cancelled": (THANG, ["!a.cancel:2", "không tổ chức nữa"]),
    "reopened": (LAN, ["*whole", "*passed", "/donvi", "!a.reopen:2", "duyệt nhầm"]),
    "recorded progress": (HANH, ["/donvi", "!o.tell:2", "70%", ">Gửi"]),
    "recorded obstacle": (HANH, ["/donvi", "!o.tell:2", "vướng kinh phí chưa duyệt", ">Gửi"]),
}
"""Who does it and how: words, `>` a tap, `!` a press, `*` what somebody did before."""


async def _before(town: Town, what: str) -> None:
    """Bình wishes, or reports, from 100 % where it is the whole; or that is approved."""
    if what == "passed":
        await town.tap(THANG, "Đạt")
        await town.later(minutes=2)
    elif what == "wish":
        await town.write(BINH, WISH)
    else:
        if what == "whole":
            await town.write(BINH, "147 được 100%")
        await report(town)


async def _act(town: Town, who: Neighbour, step: str) -> None:
    if step[0] == "*":
        await _before(town, step[1:])
    elif step[0] == ">":
        await town.tap(who, step[1:])
    elif step[0] == "!":
        await town.press(who, step[1:], town.phone(who).last.message_id)
    else:
        await town.write(who, step)


@pytest.mark.parametrize("deed", DEEDS)
async def test_every_field_that_changed_is_said(town: Town, deed: str) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    who, (*first, last) = DEEDS[deed]
    for step in first:
        await _act(town, who, step)
    before, toasts = await stands(town), len(town.phone(who).toasts)
    await _act(town, who, last)
    assert before != await stands(town)
    assert await unsaid(town, before, await seen(town, who, toasts)) == []
