"""«pn bớt 3» takes three away, «thêm 2 đtn» adds two: of the figures read back, or recorded."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.begun import begun
from tests.town import CUONG, Town, clock


@begun
async def told(town: Town) -> Town:
    """Cường told of his point: 35 people."""
    await open_saturday(town, capacity=60)
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "dtn 20 pn 15")
    return town


@pytest.mark.parametrize(
    ("words", "total", "parts"),
    [
        ("pn bot 3", "32", ("ĐTN 20", "PN 12")),
        ("pn tru 3", "32", ("ĐTN 20", "PN 12")),
        ("bot pn 3", "32", ("ĐTN 20", "PN 12")),
        ("bot 3 pn", "32", ("ĐTN 20", "PN 12")),
        ("pn giam 3", "32", ("ĐTN 20", "PN 12")),
        ("them 2 dtn", "37", ("ĐTN 22", "PN 15")),
        ("dtn them 2", "37", ("ĐTN 22", "PN 15")),
        ("them 2 dtn, bot 3 pn", "34", ("ĐTN 22", "PN 12")),
    ],
)
async def test_each_way(told: Town, words: str, total: str, parts: tuple[str, str]) -> None:
    for recorded in (False, True):
        town = told
        if recorded:
            await town.write(CUONG, "dtn 20 pn 15")
            await town.tap(CUONG, "Đúng")
        said = await town.write(CUONG, words)
        assert f"{total} người" in said
        assert all(part in said for part in parts), said


@pytest.mark.parametrize("words", ["a còn 5 ng nữa", "con 5 nguoi nua", "sót 5 người"])
async def test_people_of_no_organisation(told: Town, words: str) -> None:
    assert "40 người" in await told.write(CUONG, words)


@pytest.mark.parametrize("words", ["vẫn còn 12 người", "con 12 nguoi"])
async def test_what_is_left_is_no_more(told: Town, words: str) -> None:
    assert "47 người" not in await told.write(CUONG, words)


LEFT_OUT = [
    ("a con 3 nguoi nd nua", "38", ("ĐTN 20", "PN 15", "ND 3")),
    ("còn 3 nd nữa", "38", ("ĐTN 20", "PN 15", "ND 3")),
    ("quên còn 2 ccb nữa", "37", ("ĐTN 20", "PN 15", "CCB 2")),
    ("sot 3 nguoi nd", "38", ("ĐTN 20", "PN 15", "ND 3")),
    ("quên 3 nd", "38", ("ĐTN 20", "PN 15", "ND 3")),
    ("còn nd 3 nữa", "38", ("ĐTN 20", "PN 15", "ND 3")),
    ("a con 2 dtn voi 3 pn nua", "40", ("ĐTN 22", "PN 18")),
]


@pytest.mark.parametrize("recorded", [True, False])
@pytest.mark.parametrize(("words", "total", "parts"), LEFT_OUT)
async def test_who_was_left_out_comes_on_top(
    told: Town, words: str, total: str, parts: tuple[str, ...], recorded: bool
) -> None:
    if recorded:
        await told.tap(CUONG, "Đúng")
    said = await told.write(CUONG, words)
    assert f"{total} người" in said
    assert all(part in said for part in parts), said


MORE = ["chiều có thêm 5 bạn, tổng 43", "thêm 5, tổng 43 người", "thêm 5 bạn, tổng cộng 43"]


@pytest.mark.parametrize("words", MORE)
async def test_more_people_and_the_sum_that_they_come_to(town: Town, words: str) -> None:
    await open_saturday(town)
    await town.go_to(clock(21, 11))
    await town.write(CUONG, "38")
    await town.tap(CUONG, "Đúng")
    assert "👥 43 người" in await town.write(CUONG, words)
    said = await town.write(CUONG, "trồng được 20 cây")
    assert "👥 43 người" in said
    assert "trồng 20 cây" in said


async def test_a_sum_before_what_comes_besides_is_asked(town: Town) -> None:
    await open_saturday(town)
    await town.go_to(clock(21, 11))
    await town.write(CUONG, "38")
    await town.tap(CUONG, "Đúng")
    await town.write(CUONG, "tổng 43, thêm 5 bạn buổi chiều")
    assert {"43", "48"} <= set(town.phone(CUONG).last.labels)


async def test_what_was_asked_again_hides_no_figure(town: Town) -> None:
    await open_saturday(town)
    await town.go_to(clock(21, 11))
    await town.write(CUONG, "38")
    await town.tap(CUONG, "Đúng")
    assert "cho một con số cụ thể" in await town.write(CUONG, "đông lắm, nhiều người")
    assert "👥 38 người" in await town.write(CUONG, "trồng được 20 cây")
