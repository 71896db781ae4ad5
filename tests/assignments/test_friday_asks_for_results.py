"""Friday 15:00: whoever leads what is overdue is asked for it, alone, once."""

from tests.helpers.assignments import give, number_from
from tests.town import BINH, HANH, LAN, THANG, Town, clock


async def test_whoever_is_late_is_asked_nobody_else(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình", "Việc một", when="17h hôm nay")
    await town.go_to(clock(20, 15, 5))
    asked = [text for text in await town.heard(BINH) if "trước 17h" in text]
    assert len(asked) == 1
    assert "Việc 147 Việc một, hạn 19/11: chưa có kết quả." in asked[0]
    await town.go_to(clock(20, 17))
    assert len([text for text in await town.heard(BINH) if "trước 17h" in text]) == 1
    for who in (HANH, LAN, THANG):
        assert not any("trước 17h" in text for text in await town.heard(who))
