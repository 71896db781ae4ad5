"""A head who has open work of their own decides about others' in words: it is never taken for a
word on their own, whatever else was asked of them before."""

import pytest

from tests.helpers.assignments import give, number_from, row
from tests.helpers.scenes import BAC, move_in
from tests.town import BINH, LAN, THANG, Town, clock, says

OWN = "SELECT percent, blocked, state FROM assignment WHERE number = 148"
NOTHING = [(0, "", "accepted")]


@pytest.fixture(autouse=True)
async def busy(town: Town) -> None:
    """Thắng has 148 from Lan; 147 of Bình is his to decide about."""
    town.now = clock(23, 9)
    await town.work(move_in(town))
    town.phone(BAC)
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="24/11")
    await give(town, LAN, "Thắng", when="25/11", what="Soạn kế hoạch Tết")
    await town.write(THANG, "nhận 148")
    await town.write(BINH, "nhận 147")


async def wished(town: Town) -> None:
    await town.later(minutes=30)
    await town.write(BINH, "gia hạn 147 đến 27/11, chờ số liệu")


async def reported(town: Town) -> None:
    await town.write(BINH, "xong 147, đã vận động 6 hộ")
    await town.tap(BINH, "Gửi")


async def state(town: Town) -> object:
    return (await row(town, "state"))[0]


async def due(town: Town) -> object:
    return (await row(town, "date(due_at, 'unixepoch')"))[0]


async def own(town: Town) -> object:
    return (
        await town.sql("SELECT state, coalesce(blocked, '') FROM assignment WHERE number = 148")
    )[0]


@pytest.mark.parametrize(
    "line",
    [
        "khong dong y, chi Lan can 24/11",
        "không đồng ý",
        "Không đồng ý gia hạn",
        "khong cho gia han",
    ],
)
async def test_no_is_of_the_wish_that_came_last(town: Town, line: str) -> None:
    await town.write(THANG, "mưa to quá đi không được")
    before = await own(town)
    await wished(town)
    assert "Không đồng ý – đ/c Lê Văn Thắng" in await town.write(THANG, line)
    assert await own(town) == before
    assert await due(town) == "2026-11-24"


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("dong y nhe Binh, nhung phai bao cao chi Lan", "phai bao cao chi Lan"),
        ("đồng ý, nhưng lần cuối đấy", "lần cuối đấy"),
        ("dong y nhung lan cuoi day", "lan cuoi day"),
        ("nhất trí nhé, nhưng nhớ gửi số liệu", "nhớ gửi số liệu"),
    ],
)
async def test_yes_with_a_condition(town: Town, line: str, note: str) -> None:
    await wished(town)
    assert "Đã đồng ý" in await town.write(THANG, line)
    assert await due(town) == "2026-11-27"
    assert await says(town, BINH, note)


@pytest.mark.parametrize(
    "line",
    [
        "xem roi, duyet nhe",
        "dep day, dat nhe",
        "tốt quá, duyệt cho em",
        "tot, dat",
        "làm tốt lắm, duyệt",
        "bài này được rồi, đạt nhé em",
        "đọc kỹ rồi, đồng ý",
        "dat nhe Binh",
    ],
)
async def test_praise_before_a_verdict(town: Town, line: str) -> None:
    await reported(town)
    assert "đã duyệt đạt" in await town.write(THANG, line)
    assert await state(town) == "done"


@pytest.mark.parametrize(
    "line",
    [
        "xem lai so lieu Hai Yen 62 hay 64, tra lai em nhe",
        "thiếu chữ ký hộ khu 2, trả lại nhé",
        "ảnh mờ quá, làm lại em",
    ],
)
async def test_what_is_wanting_before_a_return(town: Town, line: str) -> None:
    await reported(town)
    assert "đã trả lại" in await town.write(THANG, line)
    await town.later(minutes=12)
    assert await says(town, BINH, line.partition(",")[0])


@pytest.mark.parametrize(
    "line",
    [
        "xem rồi, chưa duyệt được",
        "tốt, nhưng đạt thì chưa",
        "dat chua em",
        "xem roi, dat khong?",
        "đạt nhé Hoa",
        "chưa xem, duyệt sau",
        "đồng ý nếu có chữ ký",
    ],
)
async def test_what_passes_nothing(town: Town, line: str) -> None:
    await reported(town)
    await town.write(THANG, line)
    assert await state(town) != "done"


@pytest.mark.parametrize(
    "line",
    [
        "Binh con 1 ho nua thoi, gia han them den thu 3 tuan sau di",
        "Bình gia hạn thêm đến thứ 3 tuần sau",
        "gia hạn cho Bình đến thứ 3 tuần sau",
        "cho anh Bình gia hạn đến thứ 3 tuần sau nhé",
    ],
)
async def test_more_time_for_whoever_is_named(town: Town, line: str) -> None:
    said = await town.write(THANG, line)
    assert "NV-2026-0147" in said
    assert "thứ Ba, 1/12" in said
    assert await due(town) == "2026-11-24"
    await town.write(THANG, "ok")
    assert await due(town) == "2026-12-01"
    assert await town.sql("SELECT 1 FROM assignment_request") == []


async def test_a_head_who_names_nobody_is_asked_before_their_own_is_wished_later(
    town: Town,
) -> None:
    said = await town.write(THANG, "gia hạn thêm đến thứ 3 tuần sau đi, còn vướng nhà dân khu 2")
    assert "muốn nói gì" in said
    assert await town.sql("SELECT 1 FROM assignment_request") == []
    await town.write(THANG, "thôi")
    await town.write(THANG, "em xin gia hạn đến 27/11, chờ số liệu")
    assert await town.sql("SELECT kind FROM assignment_request") == [("extension",)]


@pytest.mark.parametrize("line", ["147 han 26/11 nhe, sang thu 5", "147 lùi t5, 147 hoãn 26/11"])
async def test_one_day_said_twice_is_one_order(town: Town, line: str) -> None:
    await wished(town)
    said = await town.write(THANG, line)
    assert "Gửi?" in said or "Gửi 1 việc?" in said
    await town.write(THANG, "ok")
    assert await due(town) == "2026-11-26"
