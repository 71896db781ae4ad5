"""Marked absent and sure of having been there: the leader looks again, then the office, then it
is enough."""

from domain.access import Role
from sandbox.things import Message
from tests.helpers.roll import absent
from tests.town import CUONG, HANH, LAN, MAI, Neighbour, Town, clock, says

AGAIN = "Ghi chưa đúng"


def question(town: Town, who: Neighbour) -> list[Message]:
    return [m for m in town.phone(who).messages if "báo có mặt ngày" in m.text]


async def kept_by_the_leader(town: Town) -> None:
    await absent(town, clock(21, 9))
    await town.settle()
    await town.tap(MAI, AGAIN)
    await town.tap(CUONG, "Giữ như cũ", question(town, CUONG)[0])
    await town.settle()
    assert question(town, CUONG) == [], "settled, the card names nobody"


async def test_the_second_time_the_office_is_asked_and_once_only(town: Town) -> None:
    await kept_by_the_leader(town)
    assert await says(town, MAI, "lần nữa để Văn phòng xem lại")
    assert not question(town, HANH)
    assert "Văn phòng xem lại" in await town.tap(MAI, AGAIN)
    assert "Văn phòng xem lại" in await town.tap(MAI, AGAIN), "already on its way"
    assert len(question(town, HANH)) == 1
    assert question(town, CUONG) == [], "not whoever decided before"
    await town.phone(CUONG).press("l.came:1", 1)
    await town.settle()
    assert "người khác xem lại" in town.phone(CUONG).toasts[-1].text
    await town.tap(HANH, "Giữ như cũ", question(town, HANH)[0])
    assert "liên hệ Văn phòng" in await town.screen(MAI)
    told = next(m for m in town.phone(MAI).messages if AGAIN in m.labels)
    assert "Đã xem lại xong" in await town.tap(MAI, AGAIN, told)
    assert not question(town, HANH)


async def test_the_office_may_find_that_they_were_there(town: Town) -> None:
    await kept_by_the_leader(town)
    await town.tap(MAI, AGAIN)
    await town.tap(HANH, "Có mặt", question(town, HANH)[0])
    assert await town.sql("SELECT standing FROM registration WHERE id = 1") == [("present",)]


async def test_where_the_office_itself_looked_a_colleague_looks_again(town: Town) -> None:
    await town.work(lambda w: w.people.grant(town.person(LAN), Role.OFFICE_ADMIN, w.today))
    await absent(town, clock(21, 9))
    await town.sql("UPDATE point SET leader_id = NULL")
    await town.tap(MAI, AGAIN)
    assert question(town, HANH)
    await town.tap(HANH, "Giữ như cũ", question(town, HANH)[0])
    await town.settle()
    assert not question(town, LAN), "a colleague's card names nobody any more either"
    await town.tap(MAI, AGAIN)
    assert question(town, LAN)
    assert not question(town, HANH)


async def test_where_nobody_else_is_left_that_is_said(town: Town) -> None:
    await absent(town, clock(21, 9))
    await town.sql("UPDATE point SET leader_id = NULL")
    await town.tap(MAI, AGAIN)
    await town.tap(HANH, "Giữ như cũ", question(town, HANH)[0])
    assert await says(town, MAI, "đề nghị liên hệ Văn phòng")
    assert not await says(town, MAI, "lần nữa")
