"""What staff tell of their work keeps every word: names of people, figures, photos; what is put
right stands instead of what was said."""

import pytest

from tests.helpers.assignments import give, last, notes, number_from, report, row
from tests.town import BINH, THANG, Town


@pytest.fixture(autouse=True)
async def at_work(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình", "Vận động hộ dân Hải Yên")
    await town.write(BINH, "nhận 147")


NAMED = [
    ("147 anh Vuong chua ky", "anh Vuong chua ky"),
    ("147 anh Vương chưa ký, chờ con trai về", "anh Vương chưa ký, chờ con trai về"),
    ("147 vuong: ong chủ đất đòi giá 12 triệu/m2", "ong chủ đất đòi giá 12 triệu/m2"),
    ("cau ket thep, xe khong vao duoc 147", "cau ket thep, xe khong vao duoc 147"),
    ("147 vuong giay to", "giay to"),
]


@pytest.mark.parametrize(("line", "obstacle"), NAMED)
async def test_who_stands_in_the_way_is_named(town: Town, line: str, obstacle: str) -> None:
    await town.write(BINH, line)
    assert await row(town, "blocked") == (obstacle,)


@pytest.mark.parametrize(
    "line",
    [
        "147 hop xong roi, anh Vuong dong y tach so, mai ky",
        "147 nha khu 2 da ky, nha khu 3 hen mai",
        "147 xin giup 147 voi, anh Vuong kho qua",
    ],
)
async def test_a_name_is_no_obstacle(town: Town, line: str) -> None:
    if "muốn nói gì" in await town.write(BINH, line):
        await town.write(BINH, "ok")
    assert await row(town, "blocked") == ("",)
    assert line in await notes(town)


async def test_a_percentage_beside_a_storm(town: Town) -> None:
    await town.write(BINH, "bao lon, 147 lam den 75% roi")
    assert await row(town, "percent") == (75,)


async def test_more_time_for_the_sake_of_somebody(town: Town) -> None:
    await town.write(BINH, "147 toi xin gia han den 4/12 vi anh Vuong di Ha Noi")
    await town.later(minutes=1)
    assert "Lý do: anh Vuong di Ha Noi" in await last(town, THANG)


async def test_who_should_do_it_instead_goes_along(town: Town) -> None:
    said = await town.write(BINH, "xin 147 chuyen cho Hoa, toi ban di vien")
    assert "chuyen cho Hoa, toi ban di vien" in said


async def test_what_was_returned_is_promised(town: Town) -> None:
    await report(town)
    await town.write(THANG, "tra lai 147, thieu dia chi")
    assert "Đã nhận tin" in await town.write(BINH, "vang em bo sung ngay")


# figures put right


async def test_of_an_obstacle_the_right_figure_stands_instead(town: Town) -> None:
    await town.write(BINH, "147 vuong: ong chủ đất đòi giá 12 triệu/m2")
    await town.write(BINH, "khong phai 12 trieu ma 13 trieu")
    assert await row(town, "blocked") == ("ong chủ đất đòi giá 13 triệu/m2",)


async def test_of_a_report_that_was_sent_it_is_read_back(town: Town) -> None:
    await report(town, "xong 147, 18 hộ đã ký")
    said = await town.write(BINH, "khong phai 18 ma 19")
    assert "19 hộ đã ký" in said
    await town.write(BINH, "gửi")
    assert "19 hộ đã ký" in await last(town, THANG)
    assert "Sửa thành" not in await town.write(BINH, "khong phai 40 ma 41")


async def test_of_words_that_are_still_asked_about(town: Town) -> None:
    assert "muốn nói gì" in await town.write(BINH, "147 con 5 ho chua ky")
    assert "147 con 4 ho chua ky" in await town.write(BINH, "không phải 5 mà 4")
    await town.tap(BINH, "Chỉ ghi tiến độ")
    assert await notes(town) == ["147 con 4 ho chua ky"]


# of which work


async def test_words_after_a_photo_are_kept_with_it(town: Town) -> None:
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    await town.phone(BINH).photo()
    assert "việc nào" in await town.screen(BINH)
    await town.write(BINH, "con 5 ho chua ky")
    assert "con 4 ho chua ky" in await town.write(BINH, "không phải 5 mà 4")
    await town.write(BINH, "147")
    await town.tap(BINH, "Chỉ ghi tiến độ")
    assert await notes(town) == ["con 4 ho chua ky"]
    assert await town.sql("SELECT about FROM attachment") == [("work:2",)]


async def test_words_after_the_work_of_a_photo(town: Town) -> None:
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    await town.phone(BINH).photo()
    await town.settle()
    assert "muốn nói gì" in await town.write(BINH, "cho 147")
    await town.write(BINH, "con 5 ho")
    assert await notes(town) == ["con 5 ho"]
    assert await town.sql("SELECT about FROM attachment") == [("work:2",)]


async def test_a_number_is_of_the_words_before_it(town: Town) -> None:
    """Somebody asked meanwhile: the number alone is no answer to them, and those words are."""
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    assert "việc nào" in await town.write(BINH, "dang lam chi, chieu xong")
    await town.write(THANG, "Bình oi 147 den dau roi")
    await town.write(THANG, "gửi")
    await town.write(BINH, "147")
    await town.later(minutes=1)
    assert "«dang lam chi, chieu xong»" in await last(town, THANG)
