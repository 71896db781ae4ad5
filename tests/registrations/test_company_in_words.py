"""Companions as people tell of them, the yes that is said, a point by a part of its name."""

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import arrive, asked_tonight, join, standings
from tests.town import MAI, NGA, SON, TUAN, Town

ALONG = "SELECT adults, children FROM registration ORDER BY id"


async def test_companions_are_those_who_come(town: Town) -> None:
    await join(town, MAI, await open_saturday(town, capacity=9, children_allowed=1))
    assert "1 người lớn" in await town.write(MAI, "di cung vo va 2 con")
    await town.write(MAI, "dung roi")
    assert await town.sql(ALONG) == [(1, 2)]
    await town.write(MAI, "vo va 2 con: 1 nguoi lon, 2 tre em")
    await town.write(MAI, "dung")
    assert await town.sql(ALONG) == [(1, 2)], "told twice, counted once"
    assert "trẻ em" not in await town.write(MAI, "2 con o nha")
    await town.write(MAI, "uh")
    assert await town.sql(ALONG) == [(1, 0)]
    assert "2 trẻ em" in await town.write(MAI, "1 lon 2 tre em")
    assert "không ai" in await town.write(MAI, "di 1 minh thoi")
    await town.write(MAI, "đúng")
    assert await town.sql(ALONG) == [(0, 0)]
    assert "Hủy đăng ký" in await town.write(MAI, "huy")
    assert await standings(town) == ["registered"]


async def test_a_wrong_number_is_asked_again(town: Town) -> None:
    await join(town, MAI, await open_saturday(town, capacity=9, children_allowed=1))
    await town.write(MAI, "di cung vo va 2 con")
    assert "chỉ ghi số" in await town.write(MAI, "không")
    assert await town.sql(ALONG) == [(0, 0)]


async def test_who_stays_away_while_the_others_come_is_asked(town: Town) -> None:
    await asked_tonight(town)
    said = await town.write(MAI, "mai minh ban k di dc, 2 ban kia van di")
    assert "Chưa ghi gì" in said
    assert await standings(town) == ["registered"]
    assert await town.sql(ALONG) == [(0, 0)]


async def test_the_notice_is_agreed_to_only_by_a_yes(town: Town) -> None:
    day = await open_saturday(town, capacity=9, children_allowed=1)
    await arrive(town, MAI, day)
    assert "đồng ý" in await town.write(MAI, "dk 2 nguoi, du 18")
    assert await standings(town) == []
    await arrive(town, SON, day)
    said = await town.write(SON, "dang ky 2 nguoi, minh va con gai 10 tuoi")
    assert "1 trẻ em" in said
    assert "Dưới 16" not in said
    await town.write(SON, "dong y, 35 tuoi")
    await town.write(SON, "đúng")
    assert await town.sql(ALONG) == [(0, 1)]


async def test_a_point_is_known_by_a_part_of_its_name(town: Town) -> None:
    day = await open_saturday(town, points=3, capacity=9)
    for who, line in ((MAI, "dong y, 58 tuoi, bai bien"), (SON, "đồng ý, 20 tuổi, NVH khu 4")):
        await arrive(town, who, day)
        await town.write(who, line)
    await arrive(town, TUAN, day)
    await town.write(TUAN, "agree, 21 years old, beach")
    names = "SELECT p.name FROM registration r JOIN point p ON p.id = r.point_id ORDER BY r.id"
    hall, beach = "Nhà văn hóa khu 4", "Bãi biển Trà Cổ"
    assert await town.sql(names) == [(beach,), (hall,), (beach,)]


async def test_a_point_of_eight_letters_is_no_code(town: Town) -> None:
    day = await open_saturday(town, points=2, capacity=9)
    await town.sql("UPDATE point SET name = 'Bình Ngọc' WHERE name = 'Cầu Ka Long'")
    await arrive(town, NGA, day)
    await town.tap(NGA, "Đồng ý, đủ 18")
    await town.write(NGA, "Binh Ngoc")
    assert await standings(town) == ["registered"]


async def test_a_yes_counts_for_the_notice_in_either_language(town: Town) -> None:
    day = await open_saturday(town, points=3, capacity=9)
    await arrive(town, MAI, day)
    await town.write(MAI, "/ngonngu")
    await town.tap(MAI, "English")
    await town.write(MAI, "I agree, I am 21")
    await town.write(MAI, "Tra Co")
    assert await standings(town) == ["registered"]


async def test_a_name_is_read_without_the_words_around_it(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.write(MAI, "sửa tên")
    for line in ("ten em la Kieu Oanh Vu", "sai roi, Kieu Oanh thoi"):
        await town.write(MAI, line)
    assert "roi" not in await town.screen(MAI)
    await town.write(MAI, "đúng")
    assert await town.sql("SELECT name FROM person WHERE telegram_id = 8101") == [("Kieu Oanh",)]
