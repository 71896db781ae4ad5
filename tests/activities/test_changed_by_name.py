"""An open day is changed by its name, or by what is done there and its day: never a new plan."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.begun import begun
from tests.helpers.registrations import join
from tests.town import BINH, HOA, MAI, Town, clock, says

PLANNED = "SELECT count(*) FROM activity"


@begun
async def three(town: Town) -> Town:
    """Trees on Saturday morning, a clean-up that afternoon, the beach on Sunday."""
    day = await open_saturday(town, 20, title="Trồng cây")
    await open_saturday(town, 20, starts=clock(21, 14), title="Vệ sinh môi trường khu 3")
    await open_saturday(town, 20, 2, clock(22, 7), title="Dọn rác bãi biển")
    await join(town, MAI, day)
    return town


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("buoi trong cay thu 7 doi sang 7h30", "7h30 – 10h30"),
        ("buổi trồng cây thứ 7 đổi sang 7h30", "7h30 – 10h30"),
        ("buổi dọn rác bãi biển chuyển qua chiều CN", "22/11 13h30"),
        ("don rac bai bien cn chuyen sang 8h", "22/11 8h00"),
        ("đổi giờ trồng cây thứ 7 thành 8h", "8h00 – 11h00"),
        ("buổi trồng rừng thứ 7 đổi sang 8h nhé", "8h00 – 11h00"),
        ("lui trong cay lai 30 phut", "7h30 – 10h30"),
        ("vệ sinh khu 3 thứ 7 chuyển sang 15h", "15h00"),
    ],
)
async def test_another_hour_is_read_back_and_sent(three: Town, words: str, there: str) -> None:
    read = await three.write(HOA, words)
    assert "CHƯA ĐỔI" in read
    assert there in read
    assert "Báo" in read
    assert await three.sql(PLANNED) == [(3,)]
    await three.write(HOA, "gửi")
    assert await three.sql("SELECT max(version) FROM activity") == [(2,)]


@pytest.mark.parametrize(
    "words",
    [
        "hoat dong ve sinh thu 7 doi dia diem sang nha van hoa khu 3",
        "hoạt động vệ sinh thứ 7 đổi địa điểm sang nhà văn hóa khu 3",
        "vệ sinh khu 3 thứ 7 chuyển điểm tập trung ra nhà văn hóa khu 3",
    ],
)
async def test_another_place_is_read_back(three: Town, words: str) -> None:
    read = await three.write(HOA, words)
    assert "CHƯA GỬI" in read
    assert "Cũ: Cầu Ka Long" in read
    assert await three.sql(PLANNED) == [(3,)]


async def test_weeks_ahead_too(three: Town) -> None:
    await open_saturday(three, 20, starts=clock(29, 7), title="Hiến máu")
    assert "29/11 8h00" in await three.write(HOA, "buổi hiến máu chuyển sang 8h")


@pytest.mark.parametrize("words", ["buoi lat gach thu 7 doi sang 8h", "buổi lát gạch đổi sang 8h"])
async def test_of_one_that_is_not_there_it_is_said(three: Town, words: str) -> None:
    asked = await three.write(HOA, words)
    assert "Không thấy buổi nào tên" in asked
    assert three.phone(HOA).can_tap("22/11 Dọn rác bãi…")
    assert "22/11 8h00" in await three.write(HOA, "cái cuối")


async def test_where_none_is_open_nothing_is_planned(town: Town) -> None:
    assert "Không thấy buổi nào tên" in await town.write(HOA, "buổi trồng cây thứ 7 đổi sang 8h")
    assert await town.sql(PLANNED) == [(0,)]


async def test_whoever_does_not_lead_it_hears_who_decides(three: Town) -> None:
    said = await three.write(BINH, "buổi dọn rác bãi biển chuyển qua chiều CN")
    assert "Nguyễn Thị Hoa" in said
    assert not await says(three, MAI, "13h30")


@pytest.mark.parametrize(
    ("words", "was"),
    [
        ("buổi 14h", "21/11 14h00"),
        ("buoi chieu", "21/11 14h00"),
        ("cái đầu", "21/11 7h00"),
        ("cai thu 2", "21/11 14h00"),
        ("ngày 22", "22/11 7h00"),
        ("22/11", "22/11 7h00"),
        ("cái ở Trà Cổ", "22/11 7h00"),
        ("thứ 7 này lúc 7h", "21/11 7h00"),
    ],
)
async def test_of_one_name_words_choose(town: Town, words: str, was: str) -> None:
    for starts, points in ((clock(21, 7), 1), (clock(21, 14), 1), (clock(22, 7), 2)):
        await open_saturday(town, 20, points, starts, title="Trồng cây")
    asked = await town.write(HOA, "trồng cây đổi sang 9h")
    assert "của buổi nào" in asked
    for label in ("21/11 7h Trồng cây", "21/11 14h Trồng cây", "22/11 Trồng cây"):
        assert town.phone(HOA).can_tap(label)
    read = await town.write(HOA, words)
    assert f"{was} →" in read


async def test_at_one_hour_their_places_tell_them_apart(town: Town) -> None:
    for number in (1, 2):
        await open_saturday(town, 20, title="Trồng cây")
        if number == 1:
            await town.sql("UPDATE point SET name = 'NVH', locality_id = NULL")
    await town.write(HOA, "trồng cây đổi sang 9h")
    assert town.phone(HOA).can_tap("21/11 NVH")
    assert town.phone(HOA).can_tap("21/11 Ka Long")


@pytest.mark.parametrize("words", ["thôi, giữ nguyên 7h", "giữ nguyên 7h", "để nguyên giờ cũ"])
async def test_what_was_read_back_is_left(three: Town, words: str) -> None:
    assert "CHƯA ĐỔI" in await three.write(HOA, "trồng cây thứ 7 dời sang 14h30 cùng ngày")
    assert "chưa báo ai" in await three.write(HOA, words)
    assert "CHƯA ĐỔI" not in await three.write(HOA, "đúng")
