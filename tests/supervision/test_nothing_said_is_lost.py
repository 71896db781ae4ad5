"""What is said of a visit stands, or the answer says that it does not."""

import pytest

from domain.access import Role
from tests.helpers.matters import move_in
from tests.helpers.supervision import FUND, KALONG, LIEN, TRAN, office_of_visits, propose, visit
from tests.town import BINH, LAN, Neighbour, Town, says

KHAI = Neighbour("Hoàng Văn Khải", 8211, None, "MTTQ", (Role.LEADER,))


@pytest.fixture
async def office(town: Town) -> Town:
    await office_of_visits(town)
    await move_in(town, (KHAI,), first=40)
    return town


async def test_who_approves_is_left_open_and_the_proposal_stands(office: Town) -> None:
    assert "Ai duyệt?" in await propose(office, LIEN, f"đột xuất {FUND}", KALONG, "tuần này")
    said = await office.write(LIEN, "thôi")
    assert "không ghi gì" not in said
    assert "GS-01 đã ghi" in said
    await office.write(LIEN, "GS1")
    await office.tap(LIEN, "Chọn người duyệt")
    assert "GS-01" in await office.tap(LIEN, "Văn Khải")


async def test_the_team_is_there_before_its_plan_is_recorded(office: Town) -> None:
    await propose(office, LIEN, when="tuần này")
    await office.write(LAN, "GS1 duyệt")
    await office.write(TRAN, "GS1 đoàn: Trận trưởng đoàn, Liên, Bình")
    await office.write(TRAN, "GS1 đã đến")
    assert await says(office, TRAN, "Chưa ghi số kế hoạch")
    await office.write(TRAN, "GS1 ưu điểm: bếp sạch")
    await office.write(LIEN, "GS1 hạn chế: bảng phí cũ")
    await office.write(BINH, "GS1 hạn chế: thiếu lịch trực")
    assert await office.sql("SELECT count(*) FROM finding") == [(3,)]
    assert "kế hoạch" not in await office.write(TRAN, "GS1 số 35/KH ngày 18/11, Lan ký")
    assert await visit(office, "stage", 1) == ("agreed",)


async def test_what_is_not_approved_says_so(office: Town) -> None:
    await propose(office, LIEN, when="tuần này")
    assert "chưa được duyệt" in await office.write(TRAN, "GS1 đã đến")
