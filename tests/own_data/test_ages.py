"""An age told wrongly is put right, tapped or typed: under 16 nothing stays of anybody."""

import pytest

from domain.consent import Age, age_of
from tests.helpers.activities import open_saturday
from tests.helpers.registrations import ask_of, join, standings
from tests.town import HANH, MAI, SON, Town

MINOR = "Đồng ý, 16–17"
ROWS = "SELECT count(*) FROM person WHERE telegram_id = 8101"


@pytest.mark.parametrize(
    "typed",
    [
        "thật ra em mới 15 tuổi",
        "em duoi 16 tuoi",
        "em chưa đủ 16 tuổi ạ",
        "em khai nhầm, em 14t",
        "cháu 15 tuổi ạ",
    ],
)
async def test_under_sixteen_nothing_is_kept(town: Town, typed: str) -> None:
    day = await open_saturday(town, capacity=1)
    await join(town, MAI, day)
    await join(town, SON, day)
    assert "dưới 16" in await town.write(MAI, typed)
    assert await town.sql(ROWS) == [(1,)], "read back before it counts"
    assert "cùng bố mẹ hoặc chi đoàn" in await town.tap(MAI, "Đúng")
    assert await town.sql(ROWS) == [(0,)]
    assert await standings(town) == ["cancelled", "offered"], "the place goes on"
    assert "không giữ thông tin nào" in await town.write(MAI, "/dulieu")


async def test_tapped_in_one_s_own_data_it_counts_at_once(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.write(MAI, "/dulieu")
    assert "xóa ngay mọi dữ liệu" in await town.tap(MAI, "Sửa tuổi")
    assert "Đã xóa mọi dữ liệu" in await town.tap(MAI, "dưới 16")
    assert await town.sql(ROWS) == [(0,)]


@pytest.mark.parametrize("typed", ["em nham, em 17 tuoi", "mình 16 tuổi nhé", "e mới 17t"])
async def test_of_sixteen_the_place_is_held_and_the_parents_are_asked(
    town: Town, typed: str
) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.tap(MAI, "Cho dùng ảnh")
    await town.tap(MAI, "Đồng ý", town.phone(MAI).messages[-1])
    await town.write(MAI, typed)
    await town.tap(MAI, "Đúng")
    assert await standings(town) == ["held"]
    assert "Người Mai" in ask_of(town, HANH).text
    assert "16–17" in await town.write(MAI, "/dulieu")
    last = "SELECT given FROM consent WHERE purpose = 'photo' ORDER BY id DESC LIMIT 1"
    assert await town.sql(last) == [(0,)], "no face of somebody of 16"
    await town.tap(HANH, "Bố mẹ đã đồng ý")
    assert await standings(town) == ["registered"]


async def test_grown_up_after_all_nobody_is_asked(town: Town) -> None:
    await join(town, MAI, await open_saturday(town), MINOR)
    assert "Người Mai" in ask_of(town, HANH).text
    await town.write(MAI, "em đủ 18 tuổi rồi")
    await town.tap(MAI, "Đúng")
    assert await standings(town) == ["registered"]
    assert "không cần xác nhận" in ask_of(town, HANH).text
    written = "SELECT was, became, who FROM journal WHERE event = 'age'"
    assert await town.sql(written) == [("16", "18", "self")]


async def test_a_day_for_adults_is_left_by_whoever_is_none(town: Town) -> None:
    day = await open_saturday(town, capacity=1, min_age=18)
    await join(town, MAI, day)
    await join(town, SON, day)
    await town.write(MAI, "em 17 tuổi")
    await town.tap(MAI, "Đúng")
    assert await standings(town) == ["cancelled", "offered"]


async def test_what_leaves_the_age_open_is_asked(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    assert "Độ tuổi đúng" in await town.write(MAI, "em chưa đủ 18 tuổi")
    assert "Độ tuổi đúng" in await town.write(MAI, "sua tuoi")
    assert "Đang ghi đúng" in await town.tap(MAI, "từ 18")
    assert await standings(town) == ["registered"]


async def test_children_who_come_along_are_not_the_writer(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.tap(MAI, "Người đi cùng")
    assert "trẻ em" in await town.write(MAI, "cháu 9 tuổi")
    assert "Độ tuổi" not in await town.write(MAI, "Một cháu 9 tuổi, một cháu 12 tuổi")


async def test_forged_and_unasked_ages_change_nothing(town: Town) -> None:
    day = await open_saturday(town)
    await town.phone(MAI).press("d.old:0:18", 1)
    await town.settle()
    assert await town.sql(ROWS) == [(0,)], "a stranger has no age here"
    await join(town, MAI, day)
    await town.phone(MAI).press("d.old:0:99", 1)
    await town.settle()
    assert await town.sql("SELECT age FROM registration") == [("18",)]


@pytest.mark.parametrize(
    ("years", "under", "age"),
    [
        (15, False, Age.CHILD),
        (16, False, Age.MINOR),
        (17, False, Age.MINOR),
        (18, False, Age.ADULT),
        (16, True, Age.CHILD),
        (18, True, None),
    ],
)
def test_the_bands(years: int, under: bool, age: Age | None) -> None:
    assert age_of(years, under=under) is age


async def test_a_pupil_is_not_called_as_an_adult(town: Town) -> None:
    await join(town, MAI, await open_saturday(town), MINOR)
    said = "\n".join((await town.heard(MAI))[1:]) + await town.write(MAI, "/dulieu")
    assert "bạn" in said.casefold()
    assert "anh/chị" not in said.casefold()
    await town.tap(MAI, "Sửa tuổi")
    await town.tap(MAI, "từ 18")
    assert "anh/chị" in (await town.write(MAI, "/dulieu")).casefold()
