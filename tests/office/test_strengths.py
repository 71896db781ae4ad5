"""«Sở trường»: told by oneself, confirmed by the head, and then a suggestion with its reasons."""

from datetime import datetime

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give
from tests.town import BINH, CUONG, DUNG, HANH, HOA, MAI, THANG, Town, clock, says

TOLD = "SELECT person_id, strength, confirmed_by FROM strength"
ASK = "/giaoviec soạn kế hoạch tuyên truyền"


@pytest.fixture
async def told(town: Town) -> Town:
    await town.write(HOA, "sở trường")
    await town.tap(HOA, "Soạn thảo")
    return town


async def test_a_tap_tells_it_and_the_head_confirms(told: Town) -> None:
    town = told
    assert "chờ xác nhận" in await town.screen(HOA)
    assert "Soạn thảo" in await town.screen(THANG)
    assert "Đã xác nhận" in await town.tap(THANG, "Xác nhận")
    ids = (town.person(HOA), "writing", town.person(THANG))
    assert await town.sql(TOLD) == [ids]
    assert await says(town, HOA, "đã xác nhận sở trường")
    await town.write(HOA, "sở trường")
    await town.tap(HOA, "Soạn thảo")
    assert await town.sql(TOLD) == []


async def test_only_what_is_confirmed_is_suggested_with_reasons(told: Town) -> None:
    town = told
    assert "cân nhắc" not in await town.write(HANH, ASK)
    await town.write(HANH, "/huy")
    await town.tap(THANG, "Xác nhận")
    await give(town, THANG, "hoa", when="24/11")
    said = await town.write(HANH, ASK)
    assert "Nguyễn Thị Hoa: sở trường Soạn thảo; đang 1 việc" in said
    assert "Bình:" not in said
    assert town.phone(HANH).can_tap("Bình")
    assert await town.sql("SELECT count(*) FROM assignment") == [(1,)]


async def test_who_is_away_is_not_suggested(told: Town) -> None:
    town = told
    await town.tap(THANG, "Xác nhận")
    await town.write(HOA, "hôm nay em nghỉ, Bình làm thay")
    await town.tap(HOA, "Đúng")
    assert "cân nhắc" not in await town.write(HANH, ASK)


@pytest.mark.parametrize(
    ("starts", "said"),
    [
        (clock(14, 7), "đã phụ trách 1 buổi cuối tuần, gần nhất 14/11"),
        (clock(17, 7), ""),
        (clock(21, 7), ""),
    ],
    ids=["last Saturday", "a Tuesday", "a Saturday to come"],
)
async def test_weekend_duty_is_weekend_days_that_are_over(
    town: Town, starts: datetime, said: str
) -> None:
    """Bình led a point; he knows the place, wherever in the week that was."""
    await open_saturday(town, points=2, starts=starts)
    asked = await town.write(HANH, "/giaoviec soạn kế hoạch dọn bãi biển Trà Cổ")
    assert ("cuối tuần" in asked) is bool(said)
    assert said in asked
    assert "quen Trà Cổ" in asked


async def test_the_head_may_say_no(told: Town) -> None:
    town = told
    await town.tap(THANG, "Chưa đúng")
    assert await town.sql(TOLD) == []
    assert await says(town, HOA, "chưa xác nhận")


async def test_nobody_else_confirms(told: Town) -> None:
    town = told
    for who in (HOA, BINH, DUNG, CUONG, MAI, HANH):
        assert await town.press(who, f"str.yes:{town.person(HOA)}")
    assert await town.press(THANG, "str.yes:999")
    assert await town.press(HOA, "str.tell:0:flying")
    assert await town.sql(TOLD) == [(town.person(HOA), "writing", None)]


IN_WORDS = (
    ("em biet lam video", {"arts"}),
    ("em biết làm clip tuyên truyền", {"arts", "speaking"}),
    ("sở trường của em là soạn thảo, vneid", {"writing", "digital"}),
    ("tôi giỏi tổ chức hội nghị", {"events"}),
    ("toi co kinh nghiem hoa giai", {"law"}),
    ("e thạo excel ạ", {"digital"}),
)


@pytest.mark.parametrize(("line", "told"), IN_WORDS)
async def test_it_is_told_in_words_and_the_head_hears(
    town: Town, line: str, told: set[str]
) -> None:
    assert "chờ xác nhận" in await town.write(HOA, line)
    assert {one for (one,) in await town.sql("SELECT strength FROM strength")} == told
    assert await says(town, THANG, "tự khai sở trường")
    await town.tap(THANG, "Xác nhận")
    await town.write(HOA, line)
    assert {by for (by,) in await town.sql("SELECT confirmed_by FROM strength")} == {
        town.person(THANG)
    }


async def test_who_has_it_is_told_to_who_gives_work_without_a_ranking(told: Town) -> None:
    town = told
    assert "Chưa có ai" in await town.write(HANH, "ai giỏi soạn thảo")
    await town.tap(THANG, "Xác nhận")
    assert "• Nguyễn Thị Hoa: đang 0 việc" in await town.write(HANH, "ai biet soan ke hoach nhi")
    assert "Hoa: đang" not in await town.write(BINH, "ai giỏi soạn thảo")


@pytest.mark.parametrize(
    "line",
    [
        "em biết rồi",
        "em biết kế hoạch rồi, mai em gửi",
        "em không biết làm video",
        "em có biết làm video không",
        "Mai biết làm video",
    ],
)
async def test_other_words_tell_none(town: Town, line: str) -> None:
    await town.write(HOA, line)
    assert await town.sql(TOLD) == []
