"""«Cuối tuần này, khu của đồng chí có bao nhiêu người?»: a bare line under it is a group."""

import pytest

from tests.helpers.activities import open_saturday, plan_saturday
from tests.town import CUONG, Town, clock

SAID = (
    "SELECT activity_id, organisation.code, number FROM headcount"
    " JOIN organisation ON organisation.id = organisation_id ORDER BY activity_id, position"
)
LINE = "pn 12 dtn 8"


@pytest.fixture
async def silent(town: Town) -> int:
    """Cường's point of last Saturday was never reported."""
    return await plan_saturday(town)


async def thursday(town: Town, *titles: str) -> list[int]:
    """The days of the next weekend; then Thursday's question stands on Cường's screen."""
    days = [
        await open_saturday(town, starts=clock(28 + n, 7), title=title)
        for n, title in enumerate(titles)
    ]
    await town.go_to(clock(26, 8, 1))
    assert "có bao nhiêu người tham gia" in await town.screen(CUONG)
    return days


async def test_the_newest_question_is_meant(town: Town, silent: int) -> None:
    (day,) = await thursday(town, "Dọn bờ kênh")
    read = await town.write(CUONG, LINE)
    assert "Ka Long: PN 12, ĐTN 8 = 20 người" in read
    assert await town.sql("SELECT count(*) FROM turnout") == [(0,)]
    await town.tap(CUONG, "Đúng")
    assert await town.sql(SAID) == [(day, "HPN", 12), (day, "DTN", 8)]


async def test_a_reply_under_it_is_a_group_whatever_is_open(town: Town, silent: int) -> None:
    await thursday(town, "Dọn bờ kênh")
    question = town.phone(CUONG).last
    await town.write(CUONG, "/soluong")
    assert "CHƯA GHI" in await town.write(CUONG, LINE, reply_to=question)
    await town.tap(CUONG, "Đúng")
    assert len(await town.sql(SAID)) == 2


async def test_with_two_days_it_is_asked_which(town: Town, silent: int) -> None:
    first, second = await thursday(town, "Dọn bờ kênh", "Trồng cây")
    asked = await town.write(CUONG, LINE)
    assert "cho buổi nào" in asked
    assert town.phone(CUONG).last.labels == ["28/11 Dọn bờ kênh", "29/11 Trồng cây"]
    assert "29/11" in await town.tap(CUONG, "29/11 Trồng cây")
    await town.tap(CUONG, "Đúng")
    assert {row[0] for row in await town.sql(SAID)} == {second}, first


async def test_asked_for_figures_later_than_that_a_number_is_a_report(
    town: Town, silent: int
) -> None:
    await thursday(town, "Dọn bờ kênh")
    await town.write(CUONG, "/soluong")
    assert "thứ Bảy, 21/11" in await town.write(CUONG, "45")


async def test_other_words_pass_the_question_by(town: Town, silent: int) -> None:
    await thursday(town, "Dọn bờ kênh")
    assert "câu nào" not in await town.write(CUONG, "hôm nay trời đẹp")
    await town.write(CUONG, "xong 147")
    assert await town.sql(SAID) == []


async def test_what_was_read_as_a_report_is_moved_to_the_coming_day(
    town: Town, silent: int
) -> None:
    (day,) = await thursday(town, "Dọn bờ kênh")
    await town.write(CUONG, "/soluong")
    await town.write(CUONG, LINE)
    assert "nhóm ở buổi tới" in await town.tap(CUONG, "Sai điểm")
    assert "PN 12, ĐTN 8 = 20 người" in await town.tap(CUONG, "28/11 Dọn bờ kênh")
    await town.tap(CUONG, "Đúng")
    assert await town.sql(SAID) == [(day, "HPN", 12), (day, "DTN", 8)]
    assert await town.sql("SELECT state FROM turnout") == [("dropped",)]


async def test_a_recorded_group_changes_by_typing_again(town: Town, silent: int) -> None:
    (day,) = await thursday(town, "Dọn bờ kênh")
    await town.write(CUONG, LINE)
    assert "chỉ cần nhắn lại" in await town.tap(CUONG, "Đúng")
    assert "PN 15, ĐTN 10" in await town.write(CUONG, "pn 15 dtn 10")
    await town.tap(CUONG, "Đúng")
    assert await town.sql(SAID) == [(day, "HPN", 15), (day, "DTN", 10)]
    saved = town.phone(CUONG).last
    await town.write(CUONG, "/soluong")
    assert "PN 9" in await town.write(CUONG, "pn 9", reply_to=saved)
    await town.write(CUONG, "cảm ơn")
    assert "Đã rút nhóm" in await town.write(CUONG, "0", reply_to=saved)
    assert await town.sql(SAID) == []


async def test_a_group_is_said_long_before_anybody_asks(town: Town) -> None:
    await open_saturday(town, starts=clock(28, 7))
    await town.go_to(clock(24, 9))
    assert "12 người" in await town.write(CUONG, "dk 12 ng")
    await town.tap(CUONG, "Đúng")
    assert [row[2] for row in await town.sql(SAID)] == [12]


async def test_the_point_that_is_named_is_meant(town: Town, silent: int) -> None:
    await open_saturday(town, starts=clock(28, 7), points=2)
    await town.go_to(clock(26, 8, 1))
    assert "Bãi biển Trà Cổ" in await town.write(CUONG, "ĐTN 12 o bai bien Tra Co")
    await town.tap(CUONG, "Đúng")
    assert await town.sql(
        "SELECT point.name FROM headcount JOIN point ON point.id = point_id"
    ) == [("Bãi biển Trà Cổ",)]
