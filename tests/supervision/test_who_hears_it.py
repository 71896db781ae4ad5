"""What becomes of a proposal is heard by whoever proposed it and whoever approved it, each once;
of a hidden one by those alone who may know of it."""

import pytest

from domain.access import Role
from tests.helpers.matters import move_in
from tests.helpers.supervision import (
    FUND,
    KALONG,
    LIEN,
    TRACO,
    TRAN,
    move,
    names_known,
    office_of_visits,
    propose,
    together,
    visit,
)
from tests.town import BINH, DUNG, LAN, Neighbour, Town, clock

KHAI = Neighbour("Hoàng Văn Khải", 8211, None, "MTTQ", (Role.LEADER,))


@pytest.fixture
async def office(town: Town) -> Town:
    """Two of the leaders decide; the names are known."""
    await office_of_visits(town)
    await move_in(town, (KHAI,), first=40)
    return await names_known(town)


async def heard(town: Town, who: Neighbour, words: str) -> list[str]:
    await town.settle()
    return [text for text in await town.heard(who) if words in text]


async def test_who_approved_a_hidden_one_hears_that_it_moved(office: Town) -> None:
    town = office
    await town.write(LIEN, f"đột xuất: gs {FUND}, {KALONG}, tháng 12, Khải duyệt")
    await town.write(KHAI, "GS3 duyệt")
    await move(town, TRAN, "GS3 lùi: tháng 1/2027")
    for who in (KHAI, LIEN):
        told = await heard(town, who, "GS-03: lùi đến tháng 1")
        assert len(told) == 1
    assert not [text for text in await town.heard(KHAI) if "lùi" in text and KALONG in text]
    assert await heard(town, LAN, "GS-03") == []
    assert await heard(town, BINH, "GS-03") == []


async def test_an_hour_on_another_day_moves_it_too(office: Town) -> None:
    """Outside the days that were approved: those who approved and proposed it hear so."""
    town = office
    await town.write(LIEN, f"đột xuất: gs {FUND}, {KALONG}, tuần sau, Khải duyệt")
    await town.write(KHAI, "GS3 duyệt")
    await town.write(TRAN, "GS3 tập trung 7h15 thứ Năm tuần sau, tại trụ sở")
    assert await heard(town, KHAI, "GS-03: lùi") == []
    await move(town, TRAN, "GS3 tập trung 7h15 10/12, tại trụ sở")
    for who in (KHAI, LIEN):
        assert len(await heard(town, who, "GS-03: nay tập trung")) == 1
    assert await heard(town, LAN, "GS-03") == []


def shown(town: Town, who: Neighbour) -> list[str]:
    """What the bot's messages in this chat say now."""
    return [m.text for m in town.phone(who).messages if m.sender["id"] != who.id]


@pytest.mark.parametrize("hidden", ["GS-03", "GS-04"])
async def test_an_open_wish_ends_when_one_of_the_two_is_hidden(office: Town, hidden: str) -> None:
    """Nothing is told of the hidden one, and neither side can say yes any more."""
    town = office
    await propose(town, BINH, FUND, KALONG, "tuần sau")
    await propose(town, DUNG, "tiếp công dân", TRACO, "tuần sau")
    await together(town, BINH, "GS3 đi chung GS4", "Đi chung chuyến")
    assert "GS-03" in await town.screen(DUNG)
    await town.write(TRAN, f"{hidden} không báo trước")
    await town.tap(TRAN, "Văn Khải")
    await town.settle()
    blind = DUNG if hidden == "GS-03" else BINH
    assert not [text for text in shown(town, blind) if hidden in text]
    left = "GS-04" if hidden == "GS-03" else "GS-03"
    said = await town.write(DUNG, "GS4 đồng ý")
    assert "không có đề nghị gộp" in said
    assert hidden not in await town.write(blind, f"{left}")
    await town.go_to(clock(20, 9))
    assert not [text for text in shown(town, blind) if hidden in text]
    assert await visit(town, "trip_id", 3) == (None,)
    assert await town.sql("SELECT 1 FROM visit_wish WHERE answered_at IS NULL") == []
