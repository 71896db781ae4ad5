"""What an organiser types without opening a page: read back, and nobody hears before «Gửi»."""

import pytest

from tests.helpers.activities import open_saturday, points
from tests.helpers.registrations import join, standings
from tests.town import BINH, HOA, MAI, SON, Town, clock, says


@pytest.fixture
async def day(town: Town) -> int:
    found = await open_saturday(town)
    await join(town, MAI, found)
    return found


async def stored(town: Town) -> str:
    [(state,)] = await town.sql("SELECT state FROM activity")
    return str(state)


@pytest.mark.parametrize("words", ["mưa to, chờ 8h xem", "mua to qua, cho 8h xem sao"])
async def test_who_waits_has_not_put_it_off(town: Town, day: int, words: str) -> None:
    assert "vẫn giữ" in await town.write(HOA, words)
    assert await stored(town) == "open"
    assert not await says(town, MAI, "Hoãn")


@pytest.mark.parametrize("words", ["đổi ra NVH khu 2", "chuyen diem sang NVH khu 2"])
async def test_another_place_is_shown_then_sent(town: Town, day: int, words: str) -> None:
    assert "NVH khu 2" in await town.write(HOA, words)
    assert (await points(town))[0][0] == "Cầu Ka Long"
    await town.tap(HOA, "Gửi")
    assert (await points(town))[0][0] == "NVH khu 2"
    assert await says(town, MAI, "NVH khu 2")


async def test_of_several_points_it_is_asked_which(town: Town) -> None:
    await open_saturday(town, points=3)
    await town.write(HOA, "đổi ra NVH khu 2")
    assert town.phone(HOA).can_tap("Bãi biển Trà Cổ")


@pytest.mark.parametrize("words", ["đủ r k nhận nữa", "đủ rồi, không nhận thêm", "chốt đăng ký"])
async def test_full_is_read_back_and_closes_the_list(town: Town, day: int, words: str) -> None:
    assert "CHƯA ĐỔI" in await town.write(HOA, words)
    await town.tap(HOA, "Ngừng đăng ký")
    await town.phone(SON).start(f"act-{day}")
    assert "Đồng ý" not in str(town.phone(SON).keyboard)
    assert await standings(town) == ["registered"]


@pytest.mark.parametrize(
    ("words", "told"),
    [("hoãn, mưa to", "Hoãn"), ("hủy buổi vì mưa to", "Không tổ chức"), ("hoan", "")],
)
async def test_off_with_its_reason(town: Town, day: int, words: str, told: str) -> None:
    await town.write(HOA, words)
    assert await stored(town) == "open"
    if told:
        await town.tap(HOA, "Gửi")
        assert await says(town, MAI, told)


@pytest.mark.parametrize("words", ["hoãn sang chủ nhật", "đổi sang 8h", "dời sang 22/11"])
async def test_another_time_is_read_back(town: Town, day: int, words: str) -> None:
    said = await town.write(HOA, words)
    assert "→" in said or "22/11" in said or "8h00" in said
    assert await town.sql("SELECT version FROM activity") == [(1,)]


async def test_how_many_come(town: Town, day: int) -> None:
    assert "Dọn bờ kênh" in await town.write(HOA, "mấy người đăng ký rồi")


async def test_who_leads_nothing_is_not_heard_as_an_organiser(town: Town, day: int) -> None:
    await town.write(BINH, "đổi ra NVH khu 2")
    await town.write(MAI, "hoãn, mưa to")
    assert await stored(town) == "open"
    assert (await points(town))[0][0] == "Cầu Ka Long"


async def test_two_days_are_asked_apart(town: Town, day: int) -> None:
    await open_saturday(town, starts=clock(22, 7), title="Trồng cây")
    await town.write(HOA, "hoãn, mưa to")
    assert town.phone(HOA).can_tap("22/11 Trồng cây")
    assert await town.sql("SELECT DISTINCT state FROM activity") == [("open",)]
