"""Announced first and hidden later: what stands in the chats is taken back as far as it can be,
what has not gone does not go, and whoever hides it hears who has read it already."""

import pytest

from tests.helpers.reports import in_full, report_of
from tests.helpers.supervision import (
    FUND,
    KALONG,
    LIEN,
    TRAN,
    office_of_visits,
    propose,
    together,
    visit,
)
from tests.town import BINH, DUNG, HANH, HOA, LAN, MAI, THANG, Neighbour, Town, clock

THEME, BODY = "sữa học đường", "trường mầm non Hoa Sen"
SECRETS = (THEME, "sua hoc duong", BODY, "Hoa Sen", "GS-01")


@pytest.fixture
async def office(town: Town) -> Town:
    """GS-01 is announced, and many have read it."""
    await office_of_visits(town)
    await propose(town, LIEN, THEME, BODY, "tuần này")
    return town


def reads(town: Town, who: Neighbour | int) -> list[str]:
    """Which of it stands in somebody's chat now."""
    bot = town.world.state.bot["id"]
    said = (m for m in town.phone(who).messages if m.sender["id"] == bot)
    shown = "\n".join(f"{m.text} {[b.text for b in m.buttons or ()]}" for m in said)
    return [word for word in SECRETS if word in shown]


@pytest.mark.parametrize("line", ["GS1", "giám sát", "tuần này gs ở đâu"])
async def test_what_they_had_read_is_taken_back(office: Town, line: str) -> None:
    town = office
    for who in (BINH, TRAN, LIEN):
        await town.write(who, line)
    await town.write(LAN, "GS1 không báo trước")
    await town.settle()
    assert reads(town, BINH) == []
    assert "đã thay đổi" in await town.screen(BINH)
    if line == "GS1":
        assert reads(town, LIEN), "who knows of it keeps what they read"


async def test_an_answer_of_the_radar_is_taken_back(office: Town) -> None:
    town = office
    said = await propose(town, BINH, THEME, BODY, "tuần này")
    assert "GS-01" in said
    await town.write(LAN, "GS1 không báo trước")
    await town.settle()
    assert "GS-01" not in reads(town, BINH)
    assert "Chưa thấy trùng" in await town.write(BINH, "GS2 trùng")


async def test_a_wish_to_go_together_that_stands_or_waits_is_gone(office: Town) -> None:
    """It had gone out to one, and waits for the other's working hours."""
    town = office
    await propose(town, DUNG, FUND, BODY, "tuần này")
    await propose(town, THANG, THEME, KALONG, "tuần này")
    await together(town, LIEN, "GS1 đi chung GS2", "Đi chung chuyến")
    assert BODY in await town.screen(DUNG)
    await town.go_to(clock(19, 20))
    await together(town, LIEN, "GS1 đi chung GS3", "Đi chung chuyến")
    await town.write(LAN, "GS1 không báo trước")
    await town.go_to(clock(20, 9))
    for who in (DUNG, THANG):
        assert "GS-01" not in reads(town, who)
        assert not [text for text in await town.heard(who) if "GS-01" in text]


async def test_who_hides_it_hears_who_read_it_and_which_twin_names_it(office: Town) -> None:
    town = office
    await town.write(BINH, "GS1")
    await town.write(THANG, "tuần này gs ở đâu")
    await propose(town, DUNG, THEME, BODY, "tháng 12")
    await town.write(LAN, "GS1")
    assert "Nguyễn Văn Bình" in await town.tap(LAN, "Không báo trước")
    await town.tap(LAN, "Không báo trước")
    shown = await town.screen(LAN)
    for name in ("Nguyễn Văn Bình", "Lê Văn Thắng", "Lý Thị Dung"):
        assert name in shown
    assert "Hoàng Thị Liên" not in shown, "she knows of it all the same"
    assert "GS-02" in shown
    assert town.phone(LAN).can_tap("Lùi thời gian")


async def test_where_nobody_read_it_that_is_said(office: Town) -> None:
    assert "Chưa ai khác đọc" in await office.write(LAN, "GS1 không báo trước")


async def test_the_team_and_a_guest_who_were_told_the_place(office: Town) -> None:
    """The team keeps its hour; the guest is named, for no message reaches them."""
    town = office
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, "GS1 đoàn: Trận trưởng đoàn, Hoa")
    said = await town.write(TRAN, "GS1 mời bà Nguyễn Thị An")
    await town.phone(MAI).start(said.rpartition("start=")[2].split()[0])
    await town.write(TRAN, "GS1 tập trung 7h15 thứ sáu, tại trụ sở")
    await town.go_to(clock(19, 20))
    assert BODY in (await town.heard(HOA))[-1]
    said = await town.write(TRAN, "GS1 không báo trước")
    assert "Nguyễn Thị Hoa" in said
    assert "Nguyễn Thị An" in said
    heard = await town.heard(HOA)
    assert not [text for text in heard if BODY in text]
    assert [text for text in heard if "7h15" in text]


async def test_a_printed_list_is_taken_away(office: Town) -> None:
    town = office
    await town.write(HANH, "in chương trình")
    assert town.phone(HANH).messages[-1].kind == "document"
    await town.write(TRAN, "GS1 không báo trước")
    await town.settle()
    assert not [m for m in town.phone(HANH).messages if m.kind == "document"]


async def test_what_goes_into_a_hidden_one_is_taken_back_too(office: Town) -> None:
    town = office
    await propose(town, BINH, THEME, BODY, "tuần này")
    await town.write(THANG, "GS2")
    await together(town, TRAN, "GS2 gộp GS1")
    await town.write(LAN, "GS1 không báo trước")
    await town.settle()
    assert reads(town, THANG) == []


async def test_a_message_that_says_something_else_by_now_stays(office: Town) -> None:
    town = office
    await town.write(LAN, "hiệp thương")
    await town.write(THANG, "tuần này gs ở đâu")
    await town.write(THANG, "gs tháng 3/2027")
    other = town.phone(THANG).messages[-1].text
    await town.write(TRAN, "GS1 không báo trước")
    await town.settle()
    assert town.phone(THANG).messages[-1].text == other
    assert await visit(town, "unannounced", 1) == (1,)


async def test_parted_from_a_hidden_one_its_twin_stays_hidden(office: Town) -> None:
    """Announced it would name the same point; whoever may announces it by a tap of its own."""
    town = office
    await propose(town, BINH, THEME, BODY, "tuần này")
    await together(town, TRAN, "GS2 gộp GS1")
    await town.write(LAN, "GS1 không báo trước")
    await town.write(BINH, "GS2 tách ra")
    assert await visit(town, "stage, unannounced", 2) == ("proposed", 1)
    assert "Không tìm thấy" in await town.write(THANG, "GS2")
    assert BODY in await town.write(LAN, "GS2"), "the same leader approves it"
    await town.write(BINH, "GS2 báo trước lại")
    await town.tap(BINH, "Cho thấy")
    assert BODY in await town.write(THANG, "GS2")


async def test_a_report_that_is_frozen_or_stands_names_it_no_more(office: Town) -> None:
    """Its line about the week after falls away, also where the report stands already."""
    town = office
    await town.sql(
        "UPDATE visit SET stage = 'planned', on_day = '2026-11-25', first = '2026-11-23',"
        " last = '2026-11-29', version = version + 1"
    )
    await in_full(town, LAN)
    await town.go_to(clock(23, 9))
    assert BODY in await report_of(town, 47)
    await town.write(TRAN, "GS1 không báo trước")
    await town.settle()
    assert BODY not in await report_of(town, 47)
    assert [m for m in town.phone(LAN).messages if m.text.startswith("📊 BÁO CÁO")]


async def test_one_body_s_burden_of_the_year_is_told(office: Town) -> None:
    town = office
    await propose(town, BINH, FUND, BODY, "tháng 12")
    assert f"{BODY} 2" in await town.write(LAN, "so với năm trước")
    assert f"{BODY} 2" in await town.write(LAN, "nơi chưa giám sát")
    await town.write(LAN, "GS1 không báo trước")
    assert f"{BODY} 2" not in await town.write(THANG, "so với năm trước")
