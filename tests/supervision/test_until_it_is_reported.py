"""What was found on a visit that nobody was told of is a few people's until it is reported."""

import pytest

from domain.access import Role
from tests.helpers.matters import move_in
from tests.helpers.supervision import KALONG, LIEN, TRAN, office_of_visits, propose
from tests.town import BINH, DUNG, HANH, HOA, LAN, Neighbour, Town

DAT = Neighbour("Vũ Tiến Đạt", 8221, "KTGS", "LDLD", (Role.STAFF,))
OTHER_LEADER = Neighbour("Vũ Đình Lực", 8222, None, "LDLD", (Role.LEADER,))
FOUND, RESULT, PLAN = "quỹ thiếu 2 triệu", "nhắc nhở bà chi hội trưởng", "88/KH"
SECRETS = (FOUND, RESULT, PLAN, "Nguyễn Thị Hoa", "trưởng đoàn", "KN-001")


@pytest.fixture
async def made(town: Town) -> Town:
    """Trận and Hoa were there, and told what they found; the report is not written yet."""
    await office_of_visits(town)
    await move_in(town, (DAT, OTHER_LEADER), first=40)
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'settled', version = version + 1")
    await town.write(LAN, "GS1 không báo trước")
    for line in (
        f"GS1 số {PLAN} ngày 18/11, Lan ký",
        "GS1 đoàn: Trận trưởng đoàn, Hoa",
        "GS1 đã đến",
        f"GS1 hạn chế: {FOUND}",
        "GS1 kiến nghị: công khai sổ quỹ",
        f"GS1 kết quả: {RESULT}",
    ):
        await town.write(TRAN, line)
    return town


@pytest.mark.parametrize("who", [BINH, DUNG, DAT, OTHER_LEADER])
async def test_others_read_that_it_took_place_and_no_more(made: Town, who: Neighbour) -> None:
    town = made
    said = await town.write(who, "GS1")
    assert "GS-01" in said
    assert KALONG in said
    assert "làm việc, biên bản" in said
    await town.write(TRAN, "GS1 hạn chế: kế toán chưa có bằng")
    for line in ("KN1", "theo dõi", "bảng kiểm GS1", "GS1 giấy đi đường", "GS1 trùng"):
        await town.write(who, line)
    heard = "\n".join([*await town.heard(who), await town.screen(who)])
    assert not [word for word in (*SECRETS, "kế toán") if word in heard], heard


@pytest.mark.parametrize("who", [BINH, DUNG, DAT, OTHER_LEADER])
async def test_nor_do_they_get_the_paper_that_names_the_team(made: Town, who: Neighbour) -> None:
    said = await made.write(who, "GS1 giấy đi đường")
    assert "không thuộc phần việc" in said
    assert "giấy đi đường" in await made.write(LAN, "GS1 giấy đi đường")


@pytest.mark.parametrize("who", [TRAN, HOA, LIEN, LAN, HANH])
async def test_its_own_people_read_it(made: Town, who: Neighbour) -> None:
    """Its head, its team, who proposed it, who approved it, the office."""
    said = await made.write(who, "GS1")
    for words in (FOUND, RESULT, PLAN, "Nguyễn Thị Hoa"):
        assert words in said


async def test_reported_it_is_everybodys(made: Town) -> None:
    town = made
    await town.sql("UPDATE visit SET stage = 'drafted', version = version + 1")
    await town.write(TRAN, "GS1 số 130/BC ngày 19/11, Lan ký")
    said = await town.write(DUNG, "GS1")
    assert FOUND in said
    assert "Nguyễn Thị Hoa" in said


async def test_an_announced_one_is_read_as_before(town: Town) -> None:
    await office_of_visits(town)
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    for line in ("GS1 đoàn: Trận trưởng đoàn", "GS1 đã đến", f"GS1 hạn chế: {FOUND}"):
        await town.write(TRAN, line)
    assert FOUND in await town.write(DUNG, "GS1")


async def test_who_ordered_it_hears_once_that_it_took_place(made: Town) -> None:
    town = made
    await town.write(TRAN, "GS1 kết quả: nhắc nhở, 2 kiến nghị")
    for who in (LAN, LIEN):
        told = [text for text in await town.heard(who) if "đã làm việc xong" in text]
        assert len(told) == 1
        assert KALONG not in told[0]
        assert FOUND not in told[0]
    for who in (TRAN, HOA, DUNG, OTHER_LEADER):
        assert not [text for text in await town.heard(who) if "đã làm việc xong" in text]
