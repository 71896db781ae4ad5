"""What a weekly report is told that it cannot be: too long, marked up, of a week to come."""

from tests.helpers.reports import in_full
from tests.town import HANH, LAN, Town, clock

LONG = "<b>Tuần ra quân tốt</b> & <i>cần giữ" + " nền nếp" * 500


async def test_a_remark_of_four_thousand_letters_comes_back_and_a_shorter_stands_as_typed(
    town: Town,
) -> None:
    await in_full(town, LAN)
    await town.go_to(clock(22, 19, 1))
    await town.tap(HANH, "Nhận xét")
    assert "600" in await town.write(HANH, LONG[:4000])
    await town.write(HANH, LONG[:600])
    await town.go_to(clock(23, 7))
    letter = next(text for text in await town.heard(LAN) if "tuần 47" in text.lower())
    assert "<b>Tuần ra quân tốt</b> & <i>cần giữ" in letter
    assert letter.count("nền nếp") < 100


async def test_a_week_to_come_is_answered_with_those_that_are(town: Town) -> None:
    await in_full(town, LAN)
    await town.go_to(clock(23, 7))
    for line in ("/baocao 52", "báo cáo tuần 60", "/baocao 0"):
        assert "47" in await town.write(LAN, line), line
