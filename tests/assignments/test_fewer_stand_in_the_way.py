"""An obstacle shrinks as it is told: «còn 4 hộ» stands instead of «6 hộ», and may be replaced."""

import pytest

from tests.helpers.assignments import give, number_from, row
from tests.town import BINH, THANG, Town, clock, says

SIX = "6 hộ chưa đồng thuận giá bồi thường"


@pytest.fixture(autouse=True)
async def six(town: Town) -> None:
    town.now = clock(23, 9)
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="27/11", what="Vận động tuyến Hải Yên")
    await town.write(BINH, "nhận 147")
    await town.write(BINH, f"147 vướng: {SIX}")
    assert await row(town, "blocked") == (SIX,)
    await town.later(hours=1)


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("147 het vuong 2 ho, con 4 ho chua dong y gia", "4 ho chua dong y gia"),
        ("147 vướng: còn 4 hộ chưa nhận tiền", "4 hộ chưa nhận tiền"),
        ("thêm 1 hộ đồng ý rồi, còn 5 hộ", "5 hộ chưa đồng thuận giá bồi thường"),
        ("con 5 ho, 75%", "5 hộ chưa đồng thuận giá bồi thường"),
        ("vướng còn 2 hộ thôi c", "2 hộ chưa đồng thuận giá bồi thường"),
        ("147 giờ còn 3 hộ chưa ký thôi", "3 hộ chưa ký"),
    ],
)
async def test_fewer_of_the_same_stand_instead(town: Town, line: str, stands: str) -> None:
    await town.write(BINH, line)
    assert await row(town, "blocked") == (stands,)
    told = "SELECT text FROM journal WHERE event = 'blocked' ORDER BY id DESC LIMIT 1"
    assert await town.sql(told) == [(line,)]


async def test_how_far_it_is_goes_along(town: Town) -> None:
    assert "75%" in await town.write(BINH, "con 5 ho, 75%")
    assert await row(town, "percent") == (75,)


async def test_another_obstacle_may_stand_instead(town: Town) -> None:
    assert "thay vướng cũ" in await town.write(BINH, "kẹt vì chờ bản đồ địa chính")
    await town.tap(BINH, "Thay vướng cũ")
    assert await row(town, "blocked") == ("kẹt vì chờ bản đồ địa chính",)


@pytest.mark.parametrize(
    "line",
    [
        "sang nay e di hai yen gap dc 2/6 ho r, con 4 ho hen chieu t4",
        "gặp được 2/6 hộ rồi, còn 4 hộ hẹn chiều thứ 4",
        "còn 4 hộ mai em gặp nốt",
        "147 còn 4 hộ chiều thứ 4 đi tiếp",
    ],
)
async def test_what_goes_on_is_no_obstacle(town: Town, line: str) -> None:
    await town.write(BINH, line)
    assert await row(town, "blocked") == (SIX,)
    assert await town.sql("SELECT count(*) FROM journal WHERE event = 'blocked'") == [(1,)]


@pytest.mark.parametrize(
    "slip", ["nham, ko phai vuong dau, do la tien do thoi", "không phải vướng đâu", "hoàn tác"]
)
async def test_an_obstacle_that_is_none_is_taken_back(town: Town, slip: str) -> None:
    """The one before stands again; a question of ours that came between is no cover."""
    await town.write(BINH, "147 vướng còn 4 hộ chưa nhận tiền")
    assert await row(town, "blocked") == ("4 hộ chưa nhận tiền",)
    assert "Đồng chí muốn nói gì" in await town.write(BINH, "nếu có xe thì mai em đi")
    await town.write(BINH, slip)
    assert await row(town, "blocked") == (SIX,)


@pytest.mark.parametrize("line", ["147 bỏ vướng cũ đi", "147 hết vướng rồi"])
async def test_it_is_taken_away_in_words(town: Town, line: str) -> None:
    await town.write(BINH, line)
    assert await row(town, "coalesce(blocked, '')") == ("",)


@pytest.mark.parametrize(
    "line",
    ["còn bao nhiêu hộ hả chị?", "còn 9 hộ chưa đồng ý", "còn 4 ngày nữa", "nếu còn 4 hộ thì sao"],
)
async def test_what_is_no_less_of_the_same_changes_nothing(town: Town, line: str) -> None:
    await town.write(BINH, line)
    assert await row(town, "blocked") == (SIX,)
    assert not await says(town, THANG, "4 ngày")


async def test_of_several_it_is_of_the_one_that_it_stands_in_the_way_of(town: Town) -> None:
    await give(town, THANG, "Bình", when="27/11", what="Hỗ trợ 2 nhà, lợp mái tôn")
    await town.write(BINH, "nhận 148")
    await town.write(BINH, "con 5 ho, 75%")
    assert await row(town, "percent, blocked") == (75, "5 hộ chưa đồng thuận giá bồi thường")


@pytest.mark.parametrize(
    "line",
    ["mái tôn lợp xong rồi c", "lop mai ton xong roi a"],
)
async def test_the_words_of_a_title_say_which(town: Town, line: str) -> None:
    await give(town, THANG, "Bình", when="27/11", what="Hỗ trợ 2 nhà, lợp mái tôn")
    await town.write(BINH, "nhận 148")
    await town.sql("DELETE FROM spoken_of")
    said = await town.write(BINH, line)
    assert "việc nào" not in said
    assert "NV-2026-0148" in said


@pytest.mark.parametrize("line", ["lợp ngói xong rồi c", "mái tôn tuyến Hải Yên xong rồi"])
async def test_words_of_none_or_of_both_do_not(town: Town, line: str) -> None:
    await give(town, THANG, "Bình", when="27/11", what="Hỗ trợ 2 nhà, lợp mái tôn")
    await town.write(BINH, "nhận 148")
    await town.sql("DELETE FROM spoken_of")
    assert "việc nào" in await town.write(BINH, line)
