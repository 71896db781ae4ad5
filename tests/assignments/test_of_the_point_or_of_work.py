"""At the hour at which somebody leads a point, a line that names nothing may be of it: it is asked
whether it is of that or of their work, and nothing is written to the only work that they have."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give, number_from
from tests.town import BINH, HOA, THANG, Town, clock, says

STANDS = "SELECT percent, blocked FROM assignment WHERE number = 147"


@pytest.fixture(autouse=True)
async def given(town: Town) -> None:
    """Bình's only work, and on Saturday at seven the point that he leads."""
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="30/11")
    await town.write(BINH, "nhận 147")
    await open_saturday(town, 20, 2, title="Trồng cây")


LINES = ["xong rồi ạ", "mưa to quá chưa làm được", "mới được một nửa", "chưa xong", "đang làm"]


@pytest.mark.parametrize("line", [*LINES, "còn 3 nhà nữa", "dân chưa đến đủ"])
async def test_it_is_asked_while_the_day_is_held(town: Town, line: str) -> None:
    await town.go_to(clock(21, 8, 30))
    await town.write(BINH, line)
    labels = town.phone(BINH).last.labels
    assert any("Trà Cổ" in label for label in labels)
    assert any(label.startswith("147") for label in labels)
    assert await town.sql(STANDS) == [(0, "")]
    await town.go_to(clock(23, 9))
    assert not await says(town, THANG, "báo vướng")


@pytest.mark.parametrize("line", ["147 mới được một nửa", "147 50%"])
async def test_what_names_the_work_is_of_it(town: Town, line: str) -> None:
    await town.go_to(clock(21, 8, 30))
    await town.write(BINH, line)
    assert await town.sql(STANDS) == [(50, "")]


async def test_so_is_what_follows_its_card(town: Town) -> None:
    await town.go_to(clock(21, 8, 30))
    await town.write(BINH, "xem 147")
    await town.write(BINH, "mới được một nửa")
    assert await town.sql(STANDS) == [(50, "")]


async def test_the_words_go_along_to_the_point(town: Town) -> None:
    await town.go_to(clock(21, 8, 30))
    await town.write(BINH, "mưa to quá chưa làm được")
    [point] = [one for one in town.phone(BINH).last.labels if "Trà Cổ" in one]
    assert "Trà Cổ" in await town.tap(BINH, point)
    assert await town.sql(STANDS) == [(0, "")]


async def test_before_it_is_of_the_work(town: Town) -> None:
    await town.write(BINH, "mới được một nửa")
    assert await town.sql(STANDS) == [(50, "")]


async def test_lines_of_a_day_are_heard_before_the_only_work_is_asked(town: Town) -> None:
    """Hoa organises, and has one piece of work."""
    await give(town, THANG, "Hoa", "Danh sách hộ nghèo", "27/11")
    await town.write(HOA, "nhận 148")
    await town.later(minutes=30)
    assert "Phụ trách (Trà Cổ)" in await town.write(HOA, "Trà Cổ chị Dung phụ trách")
    await town.write(HOA, "thôi")
    await town.later(minutes=30)
    assert "Chưa ghi gì" in await town.write(HOA, "phường bảo đợi")
