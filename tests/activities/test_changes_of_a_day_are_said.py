"""Whoever changes a day, a point of it or a person's card reads every field that changed."""

import pytest

from tests.helpers.activities import plan_saturday
from tests.helpers.changes import seen, stands, unsaid
from tests.town import HANH, HOA, Neighbour, Town

DEEDS: dict[str, tuple[Neighbour, list[str]]] = {
    "another day": (HOA, ["!s.shift:1", "22/11 7h", ">Đúng, báo"]),
    "another hour": (HOA, ["!s.shift:1", "8h30", ">Đúng, báo"]),
    "another place": (HOA, ["!plan.point:1", "nơi mới: Nhà văn hóa khu 7", ">Gửi"]),
    "its name": (HOA, ["!plan.point:1", "sửa tên điểm: Cầu Ka Long 2", ">Gửi"]),
    "another leader": (HOA, ["!plan.point:1", "Dung"]),
    "other places": (HOA, ["!plan.point:1", "80"]),
    "both": (HOA, ["!plan.point:1", "Dung, 80"]),
    "a landmark": (HOA, ["!plan.at:1", "cạnh cổng trường Ka Long"]),
    "a target": (HOA, ["!plan.target:1", "150"]),
    "targets of points": (HOA, ["!plan.target:1", "Trà Cổ 100, Ka Long 80"]),
    "what one brings": (HOA, ["!s.details:1", "Mang theo: ủng, găng tay"]),
    "how long": (HOA, ["!s.details:1", "Kéo dài: 4h"]),
    "what is done": (HOA, ["!s.details:1", "Nội dung: vớt bèo"]),
    "rain": (HOA, ["!s.details:1", "Nếu mưa: lùi sang chủ nhật"]),
    "the last hour": (HOA, ["!s.details:1", "Chốt: thứ 6 15h"]),
    "how few": (HOA, ["!s.details:1", "Ít nhất: 25, báo trước 4 ngày"]),
    "how old": (HOA, ["!s.details:1", "Từ 18"]),
    "no children": (HOA, ["!s.details:1", "Trẻ em: không"]),
    "all in one": (HOA, ["!s.details:1", "Kéo dài: 5h\nChốt: thứ 6 16h\nÍt nhất: 30"]),
    "in words": (HOA, ["dời sang 8h30 chủ nhật", ">Đúng, báo"]),
    "called off": (HOA, ["!s.calloff:1", "bão số 9", ">Gửi"]),
    "put off": (HOA, ["!s.postpone:1", "bão số 9", ">Gửi"]),
    "put off, then a day": (
        HOA,
        ["!s.postpone:1", "bão", ">Gửi", "!s.shift:1", "24/11 8h", ">Đúng, báo"],
    ),
    "a draft": (HANH, ["*draft", "!s.shift:2", "29/11 8h"]),
    "a name": (HANH, ["/suanguoi Bình", ">Họ tên", "Nguyễn Văn Bính", ">Đúng"]),
    "a title": (HANH, ["/suanguoi Bình", ">Chức danh", "Phó ban", ">Đúng"]),
    "a telephone": (HANH, ["/suanguoi Bình", ">Điện thoại", "0912 345 678", ">Đúng"]),
    "a section": (HANH, ["/suanguoi Bình", ">Bộ phận", ">Kiểm tra - Giám…", ">Đúng"]),
}
"""Who does it and how: words, `>` a tap, `!` a press, `*` a day that was begun."""


async def _act(town: Town, who: Neighbour, step: str) -> None:
    if step == "*draft":
        await _draft(town, who)
    elif step[0] == ">":
        await town.tap(who, step[1:])
    elif step[0] == "!":
        await town.press(who, step[1:], town.phone(who).last.message_id)
    else:
        await town.write(who, step)


async def _draft(town: Town, who: Neighbour) -> None:
    """A day that nobody knows of yet."""
    await town.write(who, "/hoatdong")
    for label in ("Tạo hoạt động", "Từ đầu", "Thứ 7 tình nguyện"):
        await town.tap(who, label)
    for line in ("Trồng cây", "28/11 6h30", "Đồi thông, 30"):
        await town.write(who, line)


@pytest.mark.parametrize("deed", DEEDS)
async def test_every_field_that_changed_is_said(town: Town, deed: str) -> None:
    await plan_saturday(town)
    who, (*first, last) = DEEDS[deed]
    await town.write(who, "/start")
    for step in first:
        await _act(town, who, step)
    before, toasts = await stands(town), len(town.phone(who).toasts)
    await _act(town, who, last)
    assert before != await stands(town)
    said = await seen(town, who, toasts)
    assert await unsaid(town, before, said) == [], said
