"""What a visit that nobody is told of might tell before it is made: a code that seems to be
missing, a name that somebody gave its place, a card that stays on a telephone; and who hears that
its head left."""

from datetime import date
from pathlib import Path

import pytest

import storage.visits
from actions.sample import load_sample
from tests.conftest import DRAWN
from tests.helpers.house import fresh
from tests.helpers.sealing import BODY, office_that_seals, sealed_and_approved
from tests.helpers.supervision import FUND, KALONG, LIEN, TRACO, TRAN, office_of_visits, propose
from tests.town import BINH, HANH, HOA, LAN, Neighbour, Town, clock, says


async def test_no_code_seems_to_be_missing(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between what others proposed before and after it."""
    monkeypatch.setattr(storage.visits.Visits, "drawn", DRAWN)
    await office_of_visits(town)
    assert "GS-01" in await propose(town, BINH, FUND, KALONG)
    await propose(town, TRAN, "không báo trước tiếp công dân", TRACO, "tuần này")
    assert "GS-02" in await propose(town, BINH, "tiếp công dân", KALONG)
    [(code,)] = await town.sql("SELECT code FROM visit WHERE unannounced = 1")
    assert "Bước" in await town.write(TRAN, code.replace("-", "").lower())
    assert "Không tìm thấy" in await town.write(BINH, code)


SHORT = "1 cua Tra Co"


async def named_shortly(town: Town, who: Neighbour, theme: str, *taps: str) -> str:
    said = await town.write(who, f"de xuat gs {theme}, {SHORT}, thang 12")
    for tap in taps:
        said = await town.tap(who, tap)
    return said


async def test_a_name_given_to_its_place_helps_nobody_else(town: Town) -> None:
    """Whoever types it next is asked as if nobody had."""
    await office_of_visits(town)
    await propose(town, BINH, "tiếp công dân", TRACO)
    asked = await named_shortly(town, BINH, "tiếp công dân")
    assert "Đối tượng là đơn vị nào" in asked
    await town.write(BINH, "thôi")
    assert "🔒" in await named_shortly(town, LIEN, "tiếp công dân", TRACO, "Đột xuất")
    assert await named_shortly(town, BINH, "tiếp công dân") == asked


async def test_a_name_given_openly_is_known_to_all(town: Town) -> None:
    await office_of_visits(town)
    await propose(town, BINH, "tiếp công dân", TRACO)
    await named_shortly(town, LIEN, "tiếp công dân", TRACO, "Công khai")
    assert "Công khai hay" in await named_shortly(town, BINH, "tiếp công dân")


@pytest.fixture
async def approved(town: Town, tmp_path: Path) -> str:
    await office_that_seals(town, tmp_path)
    return await sealed_and_approved(town)


def stands(town: Town, who: Neighbour) -> bool:
    return any(BODY in message.text for message in town.phone(who).messages if message.outgoing)


@pytest.mark.parametrize("who", [LIEN, TRAN, LAN], ids=["proposer", "head", "approver"])
async def test_its_page_goes_from_the_telephone(town: Town, approved: str, who: Neighbour) -> None:
    assert "tự xóa sau 10 phút" in await town.press(who, f"v.sealed:0:{approved}")
    assert stands(town, who)
    await town.later(minutes=11)
    assert not stands(town, who)


async def lets_go(town: Town, who: Neighbour) -> None:
    await town.press(HANH, f"person_left:{town.person(who)}")


async def test_whoever_leaves_has_it_no_longer(town: Town, approved: str) -> None:
    await town.press(LAN, f"v.sealed:0:{approved}")
    await lets_go(town, LAN)
    await town.later(minutes=1)
    assert not stands(town, LAN)


async def test_a_card_of_one_that_nobody_is_told_of_goes_with_them(town: Town) -> None:
    await office_of_visits(town)
    await propose(town, TRAN, "không báo trước tiếp công dân", TRACO, "tuần này")
    assert TRACO in await town.write(LAN, "GS1")
    await lets_go(town, LAN)
    await town.later(minutes=1)
    assert not any(TRACO in message.text for message in town.phone(LAN).messages)


async def test_who_seals_hears_that_its_head_left(town: Town, approved: str) -> None:
    """The evening before, at once; by a letter that says nothing."""
    await town.press(TRAN, f"v.sealteam:0:{approved}")
    await town.write(TRAN, "Hoa trưởng đoàn, Liên thư ký")
    await town.write(TRAN, "7h15 thứ sáu, tại trụ sở")
    await town.go_to(clock(19, 20))
    await lets_go(town, HOA)
    for who in (TRAN, LIEN):
        assert await says(town, who, "Một cuộc niêm phong thiếu người")
        page = await town.press(who, f"v.sealed:0:{approved}")
        assert "Không còn làm việc ở đây: Nguyễn Thị Hoa" in page
    assert not await says(town, BINH, "niêm phong")


@pytest.mark.parametrize("how", ["", "không báo trước "], ids=["open", "hidden"])
async def test_who_decides_hears_that_the_head_left(town: Town, how: str) -> None:
    await office_of_visits(town)
    await propose(town, LIEN, f"{how}tiếp công dân", TRACO, "tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, "GS1 đoàn: Hoa trưởng đoàn, Liên")
    await lets_go(town, HOA)
    assert await says(town, TRAN, "GS-01: đ/c Nguyễn Thị Hoa (trưởng đoàn) không còn")
    assert await says(town, LIEN, "GS-01: đ/c Nguyễn Thị Hoa (trưởng đoàn) không còn")
    assert not await says(town, BINH, "Nguyễn Thị Hoa (trưởng đoàn)")


def test_visits_of_the_sample_keep_their_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was held is known to all: the tour calls them by these."""
    monkeypatch.setattr(storage.visits.Visits, "drawn", DRAWN)
    connection = fresh()
    load_sample(connection, date(2026, 11, 23))
    codes = [row[0] for row in connection.execute("SELECT code FROM visit ORDER BY id")]
    assert codes == [f"GS-{number:02}" for number in range(1, 19)]
