"""Somebody from a poster types instead of tapping: that they agree, how old, where, a question."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import arrive, join, standings
from tests.town import BINH, MAI, SON, Town, clock

STAFF_WORDS = "Cán bộ"


async def chosen_point(town: Town) -> list[str]:
    rows = await town.sql("SELECT p.name FROM registration r JOIN point p ON p.id = r.point_id")
    return [row[0] for row in rows]


@pytest.mark.parametrize("yes", ["dong y", "đồng ý ạ", "ok"])
async def test_a_yes_and_an_age_are_the_tap(town: Town, yes: str) -> None:
    day = await open_saturday(town)
    await arrive(town, MAI, day)
    assert "đủ 18 tuổi chưa" in await town.write(MAI, yes)
    await town.write(MAI, "toi 58 tuoi")
    assert await standings(town) == ["registered"]
    assert await town.sql("SELECT age FROM consent WHERE purpose = 'list'") == [("18",)]


@pytest.mark.parametrize("line", ["đồng ý, 58 tuổi", "dong y toi sinh nam 1968", "ok du 18"])
async def test_both_in_one_line(town: Town, line: str) -> None:
    day = await open_saturday(town)
    await arrive(town, MAI, day)
    await town.write(MAI, line)
    assert await standings(town) == ["registered"]


@pytest.mark.parametrize("lines", [("toi 58 tuoi", "tra co"), ("tra co", "58")])
async def test_an_age_and_a_point_are_kept_until_the_yes(
    town: Town, lines: tuple[str, str]
) -> None:
    day = await open_saturday(town, points=3)
    await arrive(town, MAI, day)
    for line in lines:
        await town.write(MAI, line)
    assert await standings(town) == []
    assert await town.sql("SELECT count(*) FROM person WHERE telegram_id = 8101") == [(0,)]
    await town.write(MAI, "đồng ý")
    assert await chosen_point(town) == ["Bãi biển Trà Cổ"]


async def test_the_point_that_is_asked_is_typed(town: Town) -> None:
    day = await open_saturday(town, points=3)
    await arrive(town, MAI, day)
    await town.tap(MAI, "Đồng ý, đủ 18")
    assert town.phone(MAI).can_tap("Trà Cổ (2)")
    await town.write(MAI, "tra co")
    assert await chosen_point(town) == ["Bãi biển Trà Cổ"]


@pytest.mark.parametrize("line", ["em 16 tuổi", "dong y, e 17t"])
async def test_sixteen_waits_for_the_parents(town: Town, line: str) -> None:
    day = await open_saturday(town)
    await arrive(town, MAI, day)
    await town.write(MAI, line)
    await town.write(MAI, "đồng ý")
    assert await standings(town) == ["held"]


async def test_a_child_is_not_written_down(town: Town) -> None:
    day = await open_saturday(town)
    await arrive(town, MAI, day)
    assert "đi cùng bố mẹ" in await town.write(MAI, "cháu 12 tuổi")
    await town.write(MAI, "đồng ý")
    assert await standings(town) == []


@pytest.mark.parametrize("line", ["không đồng ý", "thôi", "ko tham gia"])
async def test_a_no_keeps_nothing(town: Town, line: str) -> None:
    day = await open_saturday(town)
    await arrive(town, MAI, day)
    assert "không lưu" in await town.write(MAI, line)
    await town.write(MAI, "58 tuổi")
    assert await standings(town) == []


@pytest.mark.parametrize("line", ["may gio tap trung", "co an sang ko", "mang gì theo", "alo"])
async def test_a_question_is_answered_with_what_is_known(town: Town, line: str) -> None:
    day = await open_saturday(town, bring="ủng, găng tay")
    await arrive(town, MAI, day)
    said = await town.write(MAI, line)
    assert "ủng, găng tay" in said
    assert STAFF_WORDS not in said
    assert town.phone(MAI).can_tap("Đồng ý, đủ 18")


async def test_the_code_says_what_it_is_for(town: Town) -> None:
    day = await open_saturday(town)
    await arrive(town, MAI, day)
    assert "mã điểm danh" in await town.write(MAI, "1477")


@pytest.mark.parametrize("line", ["đồng ý", "1477", "toi 58 tuoi", "mấy giờ tập trung", "đăng ký"])
async def test_without_a_poster_the_open_days_are_shown(town: Town, line: str) -> None:
    await open_saturday(town)
    said = await town.write(SON, line)
    assert "Dọn bờ kênh" in said
    assert STAFF_WORDS not in said


async def test_who_agreed_before_says_yes_once(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    other = await open_saturday(town, points=3, starts=clock(28, 7), title="Trồng cây")
    await arrive(town, MAI, other)
    await town.write(MAI, "tra co")
    assert await standings(town) == ["registered", "registered"]


async def test_a_colleague_from_a_poster_agrees_in_words(town: Town) -> None:
    day = await open_saturday(town)
    await arrive(town, BINH, day)
    await town.write(BINH, "toi 58 tuoi")
    await town.write(BINH, "đồng ý")
    assert await standings(town) == ["registered"]


async def test_what_a_colleague_says_later_is_no_registration(town: Town) -> None:
    """Who agreed once, and looked at a poster an hour ago."""
    await join(town, BINH, await open_saturday(town))
    await arrive(town, BINH, await open_saturday(town, starts=clock(28, 7), title="Trồng cây"))
    assert "chưa hiểu" in await town.write(BINH, "một câu không ai hiểu được")
    await town.later(hours=1)
    await town.write(BINH, "có")
    assert await standings(town) == ["registered"]


async def test_under_the_days_card_the_notice_is_read_first(town: Town) -> None:
    """The list of days was shown again; a yes before the notice is none."""
    await open_saturday(town, points=2)
    await town.write(MAI, "/buoitoi")
    await town.tap(MAI, "21/11 Dọn bờ kênh")
    await town.write(MAI, "đồng ý, 25 tuổi, Trà Cổ")
    assert any(label.startswith("Đồng ý") for label in town.phone(MAI).last.labels)
    assert await standings(town) == []
    await town.write(MAI, "đồng ý")
    assert await standings(town) == ["registered"]
    assert await chosen_point(town) == ["Bãi biển Trà Cổ"]


CALLS_IT = ("cho co di don kenh", "buoi don bo kenh", "dang ky don bo kenh, 17 tuoi", "bờ kênh")


@pytest.mark.parametrize("line", CALLS_IT)
async def test_a_day_is_called_by_words_of_its_name(town: Town, line: str) -> None:
    """Another poster was opened before: the day that is named now is meant."""
    await open_saturday(town)
    await arrive(town, MAI, await open_saturday(town, starts=clock(28, 7), title="Trồng cây"))
    said = await town.write(MAI, line)
    assert "Dọn bờ kênh" in said
    assert "Trồng cây" not in said
    assert any(label.startswith("Đồng ý") for label in town.phone(MAI).last.labels)
    await town.write(MAI, "đồng ý, cô 61")
    assert await standings(town) == ["registered"]


async def test_of_several_that_are_called_so_each_has_a_button(town: Town) -> None:
    await open_saturday(town, title="Dọn bờ kênh khu 2")
    await open_saturday(town, starts=clock(28, 7), title="Dọn bờ kênh khu 5")
    await town.write(SON, "cho em đi dọn kênh")
    assert len([one for one in town.phone(SON).last.labels if "Dọn bờ kênh" in one]) == 2


YOUNG = (
    "chau 15 tuoi co duoc k",
    "em hoc lop 10 15 tuoi, bo em di cung",
    "vay e 14t di voi me dc ko",
)


@pytest.mark.parametrize("line", YOUNG)
@pytest.mark.parametrize("opened", [True, False])
async def test_whoever_is_too_young_hears_it(town: Town, line: str, opened: bool) -> None:
    day = await open_saturday(town)
    if opened:
        await arrive(town, MAI, day)
    assert "Dưới 16 tuổi" in await town.write(MAI, line)
    assert await standings(town) == []


async def test_an_age_of_somebody_else_is_not_ones_own(town: Town) -> None:
    await arrive(town, MAI, await open_saturday(town))
    assert "Dưới 16" not in await town.write(MAI, "con trai tôi 6 tuổi đi cùng được không")


async def test_a_yes_beside_a_question_is_a_yes(town: Town) -> None:
    await arrive(town, MAI, await open_saturday(town))
    await town.write(MAI, "I agree, I am 24. What should I bring?")
    assert await standings(town) == ["registered"]
