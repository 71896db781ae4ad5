"""Figures belong to the card that is spoken of, not to a day that was chosen long before."""

from tests.helpers.activities import open_saturday
from tests.town import CUONG, Town, clock

COUNTED = "SELECT p.activity_id, t.total FROM turnout t JOIN point p ON p.id = t.point_id"


async def two_days(town: Town) -> None:
    """Of the 21st Cường began to tell, and left it; a week later the next day is over."""
    await open_saturday(town, capacity=60)
    await open_saturday(town, capacity=60, starts=clock(28, 7), title="Trồng cây")
    await town.go_to(clock(24, 9))
    await town.press(CUONG, "t.point:1")
    await town.go_to(clock(28, 10, 40))


async def test_of_the_newest_card(town: Town) -> None:
    await two_days(town)
    assert "28/11" in await town.write(CUONG, "30")
    assert await town.sql(COUNTED) == [(2, 30)]


async def test_in_doubt_the_day_is_asked(town: Town) -> None:
    await two_days(town)
    await town.later(hours=2)
    assert "điểm nào" in await town.write(CUONG, "30")
    labels = " ".join(b.text for b in town.phone(CUONG).last.buttons)
    assert "28/11" in labels
    assert "21/11" in labels


async def test_of_the_card_that_was_replied_to(town: Town) -> None:
    await two_days(town)
    cards = [m for m in town.phone(CUONG).messages if "Báo số người" in m.text]
    assert "21/11" in await town.write(CUONG, "30", reply_to=cards[0])


async def test_so_many_fewer_are_of_the_figure_just_told(town: Town) -> None:
    await two_days(town)
    await town.write(CUONG, "dtn 20 pn 12")
    await town.tap(CUONG, "Đúng")
    assert "29 người: ĐTN 20, PN 9" in await town.write(CUONG, "pn bot 3")
