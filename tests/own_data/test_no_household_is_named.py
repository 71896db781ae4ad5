"""Who is in the way of a clearance is counted and never named: not in a result, an obstacle, a
reason, a note, whatever asked for it; the line without the name is one tap away."""

import pytest

from tests.helpers.assignments import numbered
from tests.helpers.begun import begun
from tests.helpers.matters import move_in
from tests.town import BINH, CUONG, HANH, THANG, Town


@begun
async def work(town: Town) -> Town:
    """Bình rà soát, and leads a register of clearance."""
    await move_in(town)
    await numbered(town)
    await town.write(THANG, "sổ số liệu")
    await town.tap(THANG, "Lập sổ GPMB")
    await town.write(THANG, "Tuyến Hải Yên, 64 hộ")
    await town.tap(THANG, "Phụ trách")
    await town.write(THANG, "bình")
    await town.write(BINH, "GP1 62/52/45")
    return town


async def kept(town: Town) -> str:
    """Every word in every table."""
    found = list[object]()
    for (table,) in await town.sql("SELECT name FROM sqlite_schema WHERE type = 'table'"):
        if "inbox" not in str(table):
            found += await town.sql(f"SELECT * FROM {table}")
    return str(found)


NAMED = [
    ("147 vuong: nha ba Sim khong chiu", "147 vuong: 1 ho khong chiu", "Sim"),
    (
        "147 ket qua: ho Nguyen Van Tam vuong gia, ho Le Thi Hoi vuong thua ke",
        "147 ket qua: 1 ho vuong gia, 1 ho vuong thua ke",
        "Tam",
    ),
    (
        "GP-01 62/50/44 do 2 ho o so nha 14 duong Hung Vuong doi y",
        "GP-01 62/50/44 do 2 ho doi y",
        "Hung Vuong",
    ),
    ("ho ba Sim so nha 12 to 3 van chua dong y gia", "1 ho van chua dong y gia", "Sim"),
    ("147 vướng hộ ông Nguyễn Văn Sáu, số nhà 7 ngõ 3", "147 vướng 1 hộ", "Sáu"),
    (
        "147: gap ba Tran Thi Hong o so nha 3 xom 2, chua dong y",
        "147: gap 1 ho, chua dong y",
        "Hong",
    ),
    ("147 vướng: 2 hộ bà Sim, ông Tám chưa ký", "147 vướng: 2 hộ chưa ký", "Sim"),
    ("147 vướng: cụ Mận chưa bàn giao", "147 vướng: 1 hộ chưa bàn giao", "Mận"),
    ("147 vướng thửa 125 tờ 14", "147 vướng 1 hộ", "125"),
    ("147 con ho Tam chua ky", "147 con 1 ho chua ky", "Tam"),
    ("147 vướng: nhà số 14 chưa đồng ý giá", "147 vướng: 1 hộ chưa đồng ý giá", "14 chưa"),
]


async def test_nothing_of_it_is_kept_and_the_line_without_it_is_offered(work: Town) -> None:
    before = await kept(work)
    for line, without, name in NAMED:
        for person in (BINH, THANG, HANH):
            said = await work.write(person, line)
            assert f"«{without}»" in said, line
            assert name not in said, line
    for _, _, name in NAMED:
        assert await kept(work) == before, name


async def test_one_tap_says_it_without_the_name(work: Town) -> None:
    await work.write(BINH, "147 vuong: nha ba Sim khong chiu")
    said = await work.tap(BINH, "Ghi dòng này")
    assert "1 ho khong chiu" in said
    assert await work.sql("SELECT blocked FROM assignment WHERE number = 147") == [
        ("1 ho khong chiu",)
    ]
    await work.write(BINH, "GP-01 62/50/44 do 2 ho o so nha 14 duong Hung Vuong doi y")
    assert "50" in await work.tap(BINH, "Ghi dòng này")
    assert "so nha" not in await kept(work)


async def test_what_waits_for_words_takes_none_that_name_a_household(work: Town) -> None:
    """The reason of a fall, the words of a difficulty: whatever asked, the question stays open."""
    await work.write(BINH, "GP1 62/50/44")
    assert "«do 1 hộ đổi ý»" in await work.write(BINH, "do hộ bà Chín đổi ý")
    assert "2 hộ đổi ý" in await work.write(BINH, "do 2 hộ đổi ý")
    assert "Chín" not in await kept(work)


@pytest.mark.parametrize(
    "words",
    [
        "chờ anh Thắng ký",
        "ông Thắng chưa đồng ý",
        "nhà văn hóa khu 2 dột",
        "họp ở nhà ông trưởng khu, còn 2 hộ chưa ký",
        "3 hộ chưa ký hồ sơ, hồ sơ số 14 thiếu",
        "nha thau chua ban giao",
        "5 hộ Trà Cổ chưa ký",
        "gap chi Hoa o nha van hoa so 14",
        "bà con khu 2 chưa đồng ý",
        "ba ho chua ky, co 3 nguoi di vang",
        "nhận hộ chị Hoa 30 suất",
        "thưa 19 hộ thuận",
    ],
)
async def test_colleagues_and_counts_are_no_households(work: Town, words: str) -> None:
    said = await work.write(BINH, f"147 vướng: {words}")
    assert "không được lưu" not in said


async def test_a_photo_with_such_words_is_not_kept_either(work: Town) -> None:
    await work.phone(BINH).photo("147 vướng: nhà bà Sim không chịu")
    said = await work.screen(BINH)
    assert "Ảnh, tệp cũng chưa lưu" in said
    assert "Sim" not in said


async def test_a_word_changed_later_names_none(work: Town) -> None:
    phone = work.phone(CUONG)
    written = await phone.write("khó khăn: cống tắc")
    await work.settle()
    before = await kept(work)
    await phone.edit(written, "khó khăn: nhà bà Sim chặn cống")
    assert "«khó khăn: 1 hộ chặn cống»" in await work.screen(CUONG)
    assert await kept(work) == before
