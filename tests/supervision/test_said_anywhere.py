"""What a proposal says of announced or not, and of who approves it, is read wherever it stands in
the line, and is shown in the answer."""

import pytest

from domain.access import Role
from tests.helpers.begun import begun
from tests.helpers.matters import move_in
from tests.helpers.supervision import (
    FUND,
    KALONG,
    LIEN,
    TRAN,
    call_off,
    move,
    names_known,
    office_of_visits,
    visit,
)
from tests.town import HANH, LAN, Neighbour, Town, says

KHAI = Neighbour("Hoàng Văn Khải", 8211, None, "MTTQ", (Role.LEADER,))
PLAIN = f"gs {FUND}, {KALONG}, tháng 12"


@begun
async def office(town: Town) -> Town:
    """Two of the leaders decide; the names are known."""
    await office_of_visits(town)
    await move_in(town, (KHAI,), first=40)
    return await names_known(town)


@pytest.mark.parametrize(
    "line",
    [
        f"{PLAIN}, đột xuất, Khải duyệt",
        f"{PLAIN}, a Khai duyet, k bao truoc",
        f"dot xuat: {PLAIN}, anh Khải duyệt ạ",
        f"đột xuất: {PLAIN}, trình a Khải",
        f"giữ kín {PLAIN}, người duyệt: Khải",
        f"em đề xuất đột xuất gs {FUND}, {KALONG}, tháng 12, đ/c Khải duyệt nhé",
        f"đề xuất gs {FUND} ở {KALONG} tháng 12 anh Khải duyệt, đột xuất",
    ],
)
async def test_hidden_and_its_approver(office: Town, line: str) -> None:
    town = office
    said = await town.write(LIEN, line)
    assert "🔒" in said
    assert "Hoàng Văn Khải" in said
    assert FUND in said
    assert KALONG in said
    assert "Ai duyệt" not in said
    assert await visit(town, "unannounced, approver_id", 3) == (1, town.person(KHAI))
    assert await says(town, KHAI, "GS-03")
    assert not [text for text in await town.heard(LAN) if "GS-03" in text]


@pytest.mark.parametrize(
    "line",
    [
        f"{PLAIN}, công khai, Khải duyệt",
        f"{PLAIN} cong khai nhe, a Khai duyet",
        f"công khai: {PLAIN}, Khải duyệt",
    ],
)
async def test_announced_and_its_approver_are_read_back(office: Town, line: str) -> None:
    """A plain yes is of what was said; until then nothing is written down."""
    town = office
    said = await town.write(LIEN, line)
    assert "Công khai</b>, như đã nhắn" in said or "Công khai, như đã nhắn" in said
    assert "Hoàng Văn Khải" in said
    assert len(await town.sql("SELECT 1 FROM visit")) == 2
    assert "GS-03" in await town.write(LIEN, "ok")
    assert await visit(town, "unannounced, approver_id", 3) == (0, town.person(KHAI))
    assert await says(town, KHAI, "GS-03")


@pytest.mark.parametrize(
    "line",
    [
        "gs vệ sinh bếp ăn, trường mầm non Hoa Sen, 27/11 8h, Khải duyệt",
        "dot xuat: gs ve sinh bep an, truong mam non Hoa Sen, 27/11 8h",
        "dự kiến giám sát vệ sinh bếp ăn trường Hoa Sen 27/11 8h",
    ],
)
async def test_a_visit_on_what_is_also_done_on_days_out_plans_none(
    office: Town, line: str
) -> None:
    """Also of whoever plans days out: the place of a hidden one would stand on a poster."""
    town = office
    assert "Điểm" not in (said := await town.write(HANH, line))
    assert "ghi mới" in said
    assert await town.sql("SELECT 1 FROM activity") == []


async def test_who_is_no_leader_approves_nothing(office: Town) -> None:
    """Nor does anybody else: which of the leaders it is, is asked."""
    town = office
    said = await town.write(LIEN, f"{PLAIN}, đột xuất, Trận duyệt")
    assert "Ai duyệt?" in said
    assert await visit(town, "approver_id", 3) == (None,)


async def test_a_theme_keeps_such_words(office: Town) -> None:
    town = office
    said = await town.write(LIEN, f"gs công khai trợ cấp đột xuất, {KALONG}, tháng 12")
    assert "«công khai trợ cấp đột xuất»" in said
    assert "🔒" not in said


@pytest.mark.parametrize(
    "line",
    [
        "dự kiến giám sát VSATTP chợ Trà Cổ 26/11 8h",
        "du kien gs vsattp, cho Tra Co, 26/11 8h",
        "26/11 8h em đi giám sát VSATTP tại chợ Trà Cổ",
        "thứ 5 tuần sau lúc 8h giám sát VSATTP chợ Trà Cổ",
    ],
)
async def test_a_plain_schedule_line_is_a_proposal(office: Town, line: str) -> None:
    """Never a word to the one task that its writer has open; the hour is kept."""
    town = office
    said = await town.write(LIEN, line)
    while "ghi mới" in said:
        said = await town.tap(LIEN, "Ghi mới")
    assert "Công khai hay đột xuất?" in said
    assert "8h" in said or "08:00" in said or "8:00" in said
    await town.tap(LIEN, "Công khai")
    assert await visit(town, "on_day, starts_at", 3) == (
        "2026-11-26",
        "2026-11-26T01:00:00+00:00",
    )


@pytest.mark.parametrize(
    "line",
    [
        "sáng nay đã giám sát chợ Trà Cổ xong",
        "thứ 5 giám sát VSATTP ở đâu",
        "đang đi giám sát chợ",
    ],
)
async def test_what_was_done_or_is_asked_proposes_nothing(office: Town, line: str) -> None:
    await office.write(LIEN, line)
    assert await office.sql("SELECT 1 FROM expectation WHERE topic LIKE 'visit.%'") == []


async def test_who_proposed_it_hears_that_it_is_approved_once(office: Town) -> None:
    town = office
    await town.write(LIEN, f"{PLAIN}, Khải duyệt")
    await town.tap(LIEN, "Công khai")
    await town.write(KHAI, "GS3 duyệt")
    await town.settle()
    heard = [text for text in await town.heard(LIEN) if "đã duyệt" in text]
    assert heard == [one for one in heard if "GS-03" in one and "Hoàng Văn Khải" in one]
    assert len(heard) == 1
    await town.write(TRAN, "GS3")
    assert len([text for text in await town.heard(LIEN) if "đã duyệt" in text]) == 1


async def test_who_proposed_it_hears_of_a_change_and_a_refusal(office: Town) -> None:
    town = office
    await town.write(LIEN, PLAIN)
    await town.tap(LIEN, "Công khai")
    await move(town, KHAI, "GS3 lùi: tháng 1/2027")
    await call_off(town, KHAI, "GS3 không duyệt: trùng với thanh tra")
    await town.settle()
    heard = await town.heard(LIEN)
    assert len([text for text in heard if "lùi đến tháng 1" in text]) == 1
    assert len([text for text in heard if "trùng với thanh tra" in text]) == 1
