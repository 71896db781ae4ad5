"""Every button of an assignment, pressed by those who may and by those who may not."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.helpers.begun import begun
from tests.town import BINH, CUONG, DUNG, HANH, HOA, LAN, THANG, Neighbour, Town

NO = (
    "không đứng tên",
    "chưa được phân quyền",
    "người giao hoặc Thường trực",
    "không thuộc phần",
)


async def refused(town: Town, who: Neighbour, data: str) -> bool:
    said = await town.press(who, data)
    return any(no in said for no in NO)


@begun(autouse=True)
async def given_to_binh(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")


@pytest.mark.parametrize("verb", ["accept", "progress", "block", "done", "ext", "release"])
async def test_only_the_lead_works_on_it(town: Town, verb: str) -> None:
    for stranger in (HOA, THANG, HANH, LAN, CUONG):
        assert await refused(town, stranger, f"a.{verb}:2"), stranger.name
    assert not await refused(town, BINH, f"a.{verb}:2")


@pytest.mark.parametrize(
    ("verb", "may"),
    [
        ("nudge", (THANG, HANH, LAN)),
        ("hand", (THANG, HANH, LAN)),
        ("manage", (THANG, LAN)),
        ("suspend", (THANG, LAN)),
        ("cancel", (THANG, LAN)),
        ("move", (THANG, LAN)),
        ("more", (BINH, THANG, HANH, LAN)),
        ("open", (BINH, THANG, HANH, LAN)),
    ],
)
async def test_who_may_do_what(town: Town, verb: str, may: tuple[Neighbour, ...]) -> None:
    for who in (BINH, HOA, DUNG, THANG, HANH, LAN, CUONG):
        assert await refused(town, who, f"a.{verb}:2") is (who not in may), who.name


async def test_only_the_approver_or_a_leader_passes_it(town: Town) -> None:
    await town.write(BINH, "xong 147, đã vận động 6 hộ")
    await town.tap(BINH, "Gửi")
    for who in (BINH, HOA, HANH, CUONG):
        assert await refused(town, who, "c.pass:1"), who.name
    await town.press(LAN, "c.pass:1")
    assert await town.sql("SELECT state FROM assignment WHERE number = 147") == [("done",)]


async def test_only_the_office_writes_for_others(town: Town) -> None:
    for who in (BINH, HOA, THANG, LAN):
        assert await refused(town, who, "o.accept:2"), who.name
    await town.press(HANH, "o.accept:2")
    assert "Đã ghi thay" in await town.tap(HANH, "Gửi")


async def test_a_head_gives_only_in_the_own_section(town: Town) -> None:
    await town.write(THANG, "giao việc")
    assert "trong đơn vị mình" in await town.write(THANG, "Dung")
    assert "Giao cho ai" not in await town.write(BINH, "giao việc")
    assert "chưa được phân quyền" in await town.write(HOA, "/giaoviec Bình: thử, thứ 6")


async def test_another_office_sees_nothing(town: Town) -> None:
    """A press from an actor of another office finds nothing by the same number."""
    other = await town.sql(
        "INSERT INTO office (code, name, short, preset, zone, valid_from) "
        "VALUES ('X', 'X', 'X', 'x', 'Asia/Ho_Chi_Minh', '2026-01-01') RETURNING id"
    )
    await town.sql(
        "UPDATE role_grant SET office_id = :other WHERE person_id = :lan",
        other=other[0][0],
        lan=town.person(LAN),
    )
    await town.sql(
        "UPDATE person SET office_id = :other WHERE id = :lan",
        other=other[0][0],
        lan=town.person(LAN),
    )
    assert "Không tìm thấy" in await town.press(LAN, "a.open:2")
    assert "Không tìm thấy" in await town.press(LAN, "a.nudge:2")
