"""Friday 15:00: whoever is overdue is asked for it, once; a leader hears in the morning."""

from tests.helpers.assignments import give, number_from
from tests.town import BINH, DUNG, HANH, LAN, THANG, Town, clock


async def test_whoever_is_late_is_asked_nobody_else(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình", "Việc một", when="17h hôm nay")
    await give(town, HANH, "Dung", "Việc chưa đến hạn", when="27/11")
    await town.go_to(clock(20, 15, 5))
    asked = [text for text in await town.heard(BINH) if "trước 17h" in text]
    assert len(asked) == 1
    assert "Việc 147 hạn 19/11 chưa có kết quả." in asked[0]
    assert "Đề nghị đồng chí báo kết quả hoặc nêu vướng mắc trước 17h." in asked[0]
    assert "Tuần này của đồng chí: nhận mới 1, hoàn thành 0, đang làm 1." in asked[0]
    await town.go_to(clock(20, 17))
    assert len([text for text in await town.heard(BINH) if "trước 17h" in text]) == 1
    for who in (HANH, LAN, THANG, DUNG):
        assert not any("trước 17h" in text for text in await town.heard(who))


async def test_a_leader_hears_the_next_morning_what_of_theirs_became_overdue(town: Town) -> None:
    """Once: what is late for longer is in the report, and no news any more."""
    await number_from(town, 147)
    await give(town, LAN, "Bình", "Việc hai", when="17h hôm nay")
    await town.tap(BINH, "Nhận việc")
    await town.go_to(clock(20, 8))
    assert any("Mới quá hạn: 147 Việc hai" in text for text in await town.heard(LAN))
    await town.go_to(clock(24, 8))
    assert not any("Việc hai" in text for text in (await town.heard(LAN))[-1:])


async def test_who_waits_for_an_answer_is_not_asked_to_tell_it(town: Town) -> None:
    """«vướng …», «gia hạn …» were told; only what nobody said anything of is asked for."""
    await number_from(town, 147)
    for title in ("Việc một", "Việc hai", "Việc ba"):
        await give(town, THANG, "Bình", title, when="17h hôm nay")
    await town.write(BINH, "147 vướng mưa to")
    await town.write(BINH, "gia hạn 148 đến 24/11, chờ phường")
    await town.go_to(clock(20, 15, 5))
    [said] = [text for text in await town.heard(BINH) if "trước 17h" in text]
    assert "Việc 149" in said
    assert "Việc 147" not in said
    assert "Việc 148" not in said


async def asked(town: Town) -> int:
    return len([text for text in await town.heard(BINH) if "trước 17h" in text])


async def test_at_the_hour_that_the_office_chooses(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình", "Việc một", when="17h hôm nay")
    await town.write(HANH, "giờ hỏi kết quả: 9h30")
    await town.go_to(clock(20, 9, 5))
    assert await asked(town) == 0
    await town.go_to(clock(20, 9, 35))
    assert await asked(town) == 1
    await town.go_to(clock(20, 16))
    assert await asked(town) == 1, "once"
