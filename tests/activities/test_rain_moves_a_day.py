"""What people write on a rainy evening: «mai» is tomorrow, and the day is the one they name."""

import pytest

from actions.turnout.points import wait_for_figures
from tests.helpers.activities import open_saturday
from tests.town import CUONG, HOA, MAI, THANG, Town, clock

STATE = "SELECT state FROM activity ORDER BY id"


@pytest.fixture
async def eve(town: Town) -> Town:
    """Friday: tomorrow the canal, on Sunday trees; Bình of the roster is called Mai here."""
    await town.sql("UPDATE person SET name = 'Hà Thị Mai' WHERE name = 'Nguyễn Văn Bình'")
    await open_saturday(town, title="Làm sạch kênh mương")
    await open_saturday(town, starts=clock(22, 7), title="Trồng cây")
    town.now = clock(20, 16)
    return town


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("mai mua to, lui buoi kenh muong sang chu nhat", "21/11 7h00 → Chủ nhật, 22/11"),
        ("mai mưa, hoãn kênh mương sang chủ nhật", "21/11 7h00 → Chủ nhật, 22/11"),
        ("sáng mai mưa to quá, dời kênh mương sang chủ nhật nhé", "→ Chủ nhật, 22/11"),
        ("hom nay bao, hoan trong cay sang t7 28/11", "→ thứ Bảy, 28/11"),
        ("chiều mai mưa to, hủy kênh mương", "Không tổ chức: Làm sạch kênh mương"),
    ],
)
async def test_the_day_that_is_named_is_read_back(eve: Town, words: str, shown: str) -> None:
    said = await eve.write(HOA, words)
    assert shown in said
    assert "Hà Thị Mai" not in said
    assert await eve.sql(STATE) == [("open",), ("open",)], "nobody is told before it is sent"


@pytest.mark.parametrize("words", ["mua to k lam duoc", "mưa to quá không tổ chức được ạ"])
async def test_it_cannot_be_held(eve: Town, words: str) -> None:
    assert "của buổi nào" in await eve.write(HOA, words)
    assert "Lý do: m" in await eve.tap(HOA, "21/11 Làm sạch…")


async def test_of_a_point_it_is_said_who_decides(eve: Town) -> None:
    assert "quyết định" in await eve.write(CUONG, "mua to k lam duoc")


@pytest.mark.parametrize(
    "words", ["mai mua to, lui buoi chay bo sang chu nhat", "mai mưa, dọn kho sang thứ 5"]
)
async def test_rain_is_no_colleague(eve: Town, words: str) -> None:
    assert "CHƯA GIAO" not in await eve.write(THANG, words)


async def test_a_colleague_who_buys_is_called(eve: Town) -> None:
    assert "Hà Thị Mai" in await eve.write(THANG, "Mai mua hoa hội nghị, thứ 5")


async def test_volunteers_hear_nothing_of_it(eve: Town) -> None:
    await eve.write(MAI, "mai mua to, lui buoi kenh muong sang chu nhat")
    assert await eve.sql(STATE) == [("open",), ("open",)]


async def test_where_figures_are_asked_it_answers_them(eve: Town) -> None:
    """However long ago they were asked: the next day ahead is not called off by it."""
    await eve.work(lambda work: wait_for_figures(work, eve.person(HOA)))
    await eve.later(hours=1)
    assert "CHƯA GỬI" not in await eve.write(HOA, "mưa to không làm được")
