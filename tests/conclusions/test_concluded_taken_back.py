"""What was concluded by mistake is put right: dropped with its work, or taken back in time."""

import pytest

from domain.periods import Week
from domain.work_counts import WeekOfWork
from storage import Work
from tests.helpers.begun import begun
from tests.helpers.matters import LINE, asked_on_monday, matter
from tests.helpers.reports import report_of as report
from tests.town import BINH, DUNG, HANH, HOA, LAN, Town, clock, says


@begun
async def monday(town: Town) -> Town:
    return await asked_on_monday(town)


async def due_of(town: Town, number: int) -> str:
    [(due,)] = await town.sql("SELECT due_at FROM assignment WHERE number = :n", n=number)
    return str(due)[:10]


async def state_of(town: Town, number: int) -> str:
    [(state,)] = await town.sql("SELECT state FROM assignment WHERE number = :n", n=number)
    return str(state)


def _counted(work: Work) -> WeekOfWork:
    return work.assignments.week_counts(Week.of(work.today), work.now, work.calendar)


async def test_what_is_not_to_be_carried_out_is_no_work(monday: Town) -> None:
    """«thôi thực hiện» left the work alive, and its lead went on with it."""
    town = monday
    await town.write(HANH, LINE)
    await town.tap(HANH, "Gửi")
    await town.tap(DUNG, "Nhận việc")
    await town.write(LAN, "kl-001 thôi thực hiện")
    await town.write(LAN, "UBND đã tự làm")
    assert await matter(town, "state", "KL-001") == ("dropped",)
    assert await state_of(town, 2) == "cancelled"
    assert await says(town, DUNG, "UBND đã tự làm")


async def test_what_is_done_is_not_dropped(monday: Town) -> None:
    town = monday
    await town.write(HANH, LINE)
    await town.tap(HANH, "Gửi")
    await town.sql("UPDATE assignment SET state = 'done' WHERE number = 2")
    await town.write(LAN, "kl-001 thôi thực hiện")
    await town.write(LAN, "UBND đã tự làm")
    assert await matter(town, "state", "KL-001") == ("given",)
    assert await state_of(town, 2) == "done"


@pytest.mark.parametrize("typed", [True, False])
async def test_a_conclusion_is_taken_back_with_all_that_it_became(
    monday: Town, typed: bool
) -> None:
    town = monday
    before = await due_of(town, 1)
    await town.write(HANH, LINE)
    await town.tap(HANH, "Gửi")
    await town.go_to(clock(23, 8, 35))
    said = await (town.write(HANH, "hoàn tác") if typed else town.tap(HANH, "Hoàn tác"))
    assert "Đã rút KL-001; XK-001 lại đang xin ý kiến" in said
    assert await matter(town, "state, closed_at", "XK-001") == ("asked", None)
    assert await matter(town, "state", "KL-001") == ("unsaid",)
    assert (await state_of(town, 2), await due_of(town, 1)) == ("cancelled", before)
    assert await says(town, BINH, "rút lại ý kiến đã cho")
    await town.go_to(clock(23, 8, 40))
    counted = await town.work(_counted)
    assert (counted.office.extensions, counted.stopped) == (0, ())
    await town.write(HANH, "KL 1: đồng ý gia hạn 30/11")
    await town.tap(HANH, "Gửi")
    assert await due_of(town, 1) == "2026-11-30"
    await town.go_to(clock(30, 7, 1))
    told = await report(town, 48)
    assert "KẾT LUẬN TUẦN 47: 1 – " in told.replace(": 1,", ": 1 –")


async def test_who_asked_for_time_asks_again(monday: Town) -> None:
    """What was granted with it waits for its answer as before."""
    town = monday
    await town.work(
        lambda w: w.requests.ask(1, "extension", town.person(BINH), "mưa", w.now, w.now)
    )
    await town.write(HANH, LINE)
    await town.tap(HANH, "Gửi")
    assert await town.sql("SELECT state FROM assignment_request") == [("granted",)]
    await town.tap(HANH, "Hoàn tác")
    assert await town.sql("SELECT state, decided_by FROM assignment_request") == [
        ("pending", None)
    ]


async def test_a_yes_and_a_later_are_taken_back_too(monday: Town) -> None:
    town = monday
    await town.write(HOA, "XK1")
    await town.tap(HOA, "Đồng ý")
    assert await matter(town, "state", "XK-001") == ("agreed",)
    assert "XK-001 lại đang xin ý kiến" in await town.write(HOA, "hoàn tác")
    assert await matter(town, "state", "XK-001") == ("asked",)
    assert await says(town, BINH, "rút lại ý kiến đã cho")
    await town.write(LAN, "XK2 để lại sau")
    await town.write(LAN, "4/12")
    assert "XK-002 lại đang xin ý kiến" in await town.write(LAN, "hoàn tác")
    assert await matter(town, "state, returns_on", "XK-002") == ("asked", None)


async def test_a_difficulty_that_was_settled_waits_again(monday: Town) -> None:
    town = monday

    def raise_it(work: Work) -> None:
        work.matters.add("difficulty", "KK", "raised", work.now, raised_by=town.person(BINH))

    await town.work(raise_it)
    [(raised,)] = await town.sql("SELECT id FROM matter WHERE kind = 'difficulty'")
    await town.sql("UPDATE matter SET about = :a WHERE code = 'XK-002'", a=f"matter:{raised}")
    await town.write(LAN, "KL 2: đồng ý ký")
    await town.write(LAN, "gửi")
    assert await matter(town, "state", "KK-001") == ("answered",)
    await town.write(LAN, "hoàn tác")
    assert await matter(town, "state", "KK-001") == ("raised",)


async def test_what_others_went_on_with_stands(monday: Town) -> None:
    town = monday
    await town.write(HANH, LINE)
    await town.tap(HANH, "Gửi")
    await town.tap(DUNG, "Nhận việc")
    assert "Người khác đã xử lý tiếp" in await town.tap(HANH, "Hoàn tác")
    assert await matter(town, "state", "XK-001") == ("decided",)
    assert await state_of(town, 2) == "doing"
    assert await due_of(town, 1) == "2026-11-27"


async def test_after_ten_minutes_it_stands(monday: Town) -> None:
    town = monday
    await town.write(HANH, LINE)
    await town.tap(HANH, "Gửi")
    await town.later(minutes=11)
    await town.tap(HANH, "Hoàn tác")
    assert await matter(town, "state", "XK-001") == ("decided",)


async def test_nobody_else_takes_it_back(monday: Town) -> None:
    town = monday
    await town.write(HANH, LINE)
    await town.tap(HANH, "Gửi")
    button = next(p for p in town.phone(HANH).last.buttons if p.text == "Hoàn tác")
    for other in (BINH, LAN):
        await town.press(other, button.data)
    assert await matter(town, "state", "XK-001") == ("decided",)


TWO = "mục 1 đồng ý gia hạn 30/11, mục 2 đồng ý"


@pytest.mark.parametrize("typed", [True, False])
async def test_what_was_concluded_by_one_tap_is_taken_back_by_one(town: Town, typed: bool) -> None:
    """Two items, one [Gửi]; what was concluded before it by itself stands."""
    await asked_on_monday(town)
    before = await due_of(town, 1)
    await town.write(LAN, TWO)
    await town.tap(LAN, "Gửi")
    assert await matter(town, "state", "XK-002") == ("decided",)
    said = await (town.write(LAN, "hoàn tác") if typed else town.tap(LAN, "Hoàn tác"))
    assert "XK-001 lại đang xin ý kiến" in said
    assert "XK-002 lại đang xin ý kiến" in said
    assert await due_of(town, 1) == before
    for code in ("XK-001", "XK-002"):
        assert await matter(town, "state", code) == ("asked",)
    for code in ("KL-001", "KL-002"):
        assert await matter(town, "state", code) == ("unsaid",)


async def test_two_taps_are_taken_back_one_by_one(town: Town) -> None:
    await asked_on_monday(town)
    for line in ("KL 1: đồng ý gia hạn 30/11", "KL 2: đồng ý"):
        await town.write(LAN, line)
        await town.tap(LAN, "Gửi")
    assert "XK-002" in await town.write(LAN, "hoàn tác")
    assert await matter(town, "state", "XK-001") == ("decided",)


async def test_whose_is_no_more_the_actors_stands(town: Town) -> None:
    """Of two that were sent together one was taken back by itself already."""
    await asked_on_monday(town)
    await town.write(LAN, TWO)
    await town.tap(LAN, "Gửi")
    [(first,), (second,)] = await town.sql("SELECT id FROM matter WHERE kind = 'decision'")
    await town.sql(
        "INSERT INTO journal (office_id, at, who, event, kind, subject) "
        "SELECT office_id, at, 'x', 'note', 'matter', :id FROM journal LIMIT 1",
        id=first,
    )
    said = await town.press(LAN, f"m.unconclude:{second}")
    assert "XK-002 lại đang xin ý kiến" in said
    assert "XK-001" not in said
