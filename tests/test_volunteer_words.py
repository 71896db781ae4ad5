"""People answer with words as often as with taps; giving a place away is asked once more."""

import pytest

from tests.town import BINH, MAI, Town
from tests.weekend import arrive, clock, join, open_saturday, standings


async def asked(town: Town) -> int:
    day = await open_saturday(town, bring="ủng")
    await join(town, MAI, day)
    await town.go_to(clock(20, 19, 31))
    return day


@pytest.mark.parametrize("typed", ["có", "co di", "vâng tôi đi", "ok", "mk đi đc", "👍"])
async def test_yes(town: Town, typed: str) -> None:
    await asked(town)
    assert "Hẹn gặp anh/chị" in await town.write(MAI, typed)
    assert await standings(town) == ["confirmed"]


@pytest.mark.parametrize("typed", ["không", "ko đi được", "con ốm ko đi được", "bận rồi"])
async def test_no_is_asked_once_more(town: Town, typed: str) -> None:
    await asked(town)
    assert "Hủy đăng ký Dọn bờ kênh?" in await town.write(MAI, typed)
    assert await standings(town) == ["registered"], "words alone give no place away"
    await town.tap(MAI, "Hủy đăng ký", town.phone(MAI).messages[-1])
    assert await standings(town) == ["cancelled"]


async def test_late_where_and_more_people(town: Town) -> None:
    await asked(town)
    assert "đến muộn" in await town.write(MAI, "e den muon 30p")
    assert "Mang theo: ủng" in await town.write(MAI, "có phải mang gì không")
    assert "chỉ ghi số" in await town.write(MAI, "đi 3 người")
    assert await town.sql("SELECT late, adults FROM registration") == [(1, 0)]


async def test_what_is_no_answer_is_left_alone(town: Town) -> None:
    await asked(town)
    assert "chưa hiểu" in await town.write(MAI, "bảy tám chín")
    assert await standings(town) == ["registered"]


async def test_unasked_before_friday(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    assert "Hủy đăng ký Dọn bờ kênh?" in await town.write(MAI, "con ốm không đi được")
    assert "Cầu Ka Long" in await town.write(MAI, "tập trung ở đâu thế ạ")
    assert "chưa hiểu" in await town.write(MAI, "không"), "a bare no answers nothing"
    assert await standings(town) == ["registered"]


async def test_with_two_days_ahead_the_list_is_shown(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await arrive(town, MAI, await open_saturday(town, starts=clock(28, 7)))
    await town.tap(MAI, "Đăng ký")
    assert "đã đăng ký" in await town.write(MAI, "tôi không đi được")


async def test_without_a_day_ahead_it_is_for_others_to_understand(town: Town) -> None:
    await open_saturday(town)
    assert "chưa hiểu" in await town.write(BINH, "tôi không đi được")


async def test_the_code_in_the_morning_is_not_taken_for_an_answer(town: Town) -> None:
    """Nobody answered on Friday; the question is over when the code is read aloud."""
    await asked(town)
    await town.go_to(clock(21, 6, 50))
    assert "câu nào" not in await town.write(MAI, "0000")
