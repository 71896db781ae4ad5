"""A report that was brought as a picture, or in words, is put right as what it is: however it was
opened, switched, corrected and concluded meanwhile, Telegram is asked for nothing wrong."""

from typing import Any

import pytest

from tests.helpers.activities import plan_saturday
from tests.helpers.begun import begun
from tests.helpers.reports import in_full, overdue
from tests.town import HOA, LAN, Town, clock


@begun
async def stuck_and_silent(town: Town) -> Town:
    """Nobody has reported of Saturday, and something is late and stuck."""
    await plan_saturday(town)
    await town.work(lambda work: overdue(work, town, "Danh sách người có uy tín", stuck="phường"))
    await town.go_to(clock(22, 10))
    return town


def _report(town: Town, who: Any = LAN) -> Any:
    return next(m for m in town.phone(who).messages if "tuần 47 (" in m.text.lower())


async def _late(town: Town, figures: str = "Ka Long 42") -> None:
    await town.write(HOA, figures)
    await town.tap(HOA, "Đúng")
    await town.later(minutes=31)


async def test_words_alone_are_put_right_as_words(stuck_and_silent: Town) -> None:
    """The picture could not be made at first, and can be now."""
    town = stuck_and_silent
    made = town.house.courier._make_paper

    def broken(*_: object) -> tuple[str, bytes]:
        raise ValueError

    town.house.courier._make_paper = broken
    with town.expect_faults("ValueError"):
        await town.go_to(clock(23, 7, 1))
    assert _report(town).kind == "text"
    town.house.courier._make_paper = made
    await _late(town)
    assert _report(town).kind == "text"
    assert "42" in _report(town).text.splitlines()[0]


async def test_a_picture_that_cannot_be_made_anew_has_its_words_put_right(
    stuck_and_silent: Town,
) -> None:
    town = stuck_and_silent
    await town.go_to(clock(23, 7, 1))
    assert _report(town).kind == "photo"

    def broken(*_: object) -> tuple[str, bytes]:
        raise ValueError

    town.house.courier._make_paper = broken
    with town.expect_faults("ValueError"):
        await _late(town)
    assert _report(town).kind == "photo"
    assert "42" in _report(town).text.splitlines()[0]


async def _opened(town: Town) -> None:
    await town.tap(LAN, "Việc xin ý kiến", _report(town))


async def _switched(town: Town) -> None:
    await town.write(LAN, "cách nhận báo cáo")
    await town.tap(LAN, "Bản đầy đủ")
    await town.write(LAN, "báo cáo")


async def _stopped(town: Town) -> None:
    await town.write(LAN, "thôi gửi báo cáo")
    await town.write(LAN, "báo cáo")


async def _drilled(town: Town) -> None:
    await town.tap(LAN, "Vì sao?", _report(town))
    await town.tap(LAN, "Xem chi tiết", _report(town))
    await town.write(LAN, "bản đầy đủ")


async def _concluded(town: Town) -> None:
    await town.write(LAN, "1: đồng ý gia hạn đến 27/11")
    await town.tap(LAN, "Gửi")


async def _undone(town: Town) -> None:
    await town.write(LAN, "hoàn tác")


async def _corrected(town: Town) -> None:
    await _late(town)
    assert "Bản trước" in [b.text for b in _report(town).buttons]
    await town.tap(LAN, "Bản trước", _report(town))


STEPS = (_opened, _switched, _stopped, _drilled, _corrected)


@pytest.mark.parametrize("form", ["picture", "words"])
@pytest.mark.parametrize("first", STEPS)
async def test_in_whatever_order(stuck_and_silent: Town, first: Any, form: str) -> None:
    town = stuck_and_silent
    if form == "words":
        await in_full(town, LAN)
    await town.go_to(clock(23, 7, 1))
    for step in (first, _opened, _concluded, *(one for one in STEPS if one is not first), _undone):
        if step is _corrected and first is _corrected and "🔁" in str(await town.heard(LAN)):
            continue
        await step(town)
    await _late(town, "Trà Cổ 32")
    await town.rest()
