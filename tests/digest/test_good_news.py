"""What went well in a week stands at the end of its report: praise, and how many were thanked."""

from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give
from tests.helpers.registrations import join
from tests.helpers.reports import in_full
from tests.town import CUONG, LAN, MAI, SON, THANG, Town, clock

WORDS = "vận động rất khéo, bà con đồng thuận"


async def praised(town: Town) -> None:
    await give(town, LAN, "Bình")
    await town.write(LAN, f"biểu dương 1: {WORDS}")
    await town.write(LAN, "gửi")


async def report(town: Town, *, week: int = 47) -> str:
    heard = await town.heard(LAN)
    return next(t for t in reversed(heard) if f"BÁO CÁO TUẦN {week}" in t)


async def test_praise_of_the_week_stands_among_the_good_news_of_its_week_alone(town: Town) -> None:
    await in_full(town, LAN)
    await praised(town)
    await town.go_to(clock(23, 7, 1))
    good = (await report(town)).partition("KẾT QUẢ TỐT")[2]
    assert "Biểu dương đ/c Nguyễn Văn Bình" in good
    assert f"«{WORDS}»" in good
    await town.go_to(clock(30, 7, 1))
    assert WORDS not in await report(town, week=48)


async def test_on_one_screen_and_to_pass_on_nobody_is_named(town: Town) -> None:
    await praised(town)
    await town.go_to(clock(23, 7, 1))
    brief = next(t for t in reversed(await town.heard(LAN)) if "KẾT QUẢ TỐT" in t)
    assert "biểu dương 1 lượt" in brief
    assert "Bình" not in brief.partition("KẾT QUẢ TỐT")[2]


async def test_a_section_is_told_its_own_praise_only(town: Town) -> None:
    await praised(town)
    await give(town, LAN, "Dung", "Rà soát hộ nghèo")
    await town.write(LAN, "biểu dương 2: rà soát kỹ")
    await town.write(LAN, "gửi")
    await town.go_to(clock(23, 7, 1))
    await in_full(town, THANG)
    await town.write(THANG, "/baocao")
    section = await town.screen(THANG)
    assert f"«{WORDS}»" in section
    assert "rà soát kỹ" not in section


async def test_how_many_were_thanked_stands_beside_it(town: Town) -> None:
    await in_full(town, LAN)
    day = await open_saturday(town)
    for who in (MAI, SON):
        await join(town, who, day)
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "báo số liệu")
    await town.write(CUONG, "45 người, 2 km đường")
    await town.tap(CUONG, "Đúng")
    await town.go_to(clock(23, 7, 1))
    assert "Đã cảm ơn 2 tình nguyện viên" in (await report(town)).partition("KẾT QUẢ TỐT")[2]
