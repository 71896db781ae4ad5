"""«Việc của tôi» says how somebody did since Monday: what they reported, what of it in time, and
what was approved; to the second, and nobody else's."""

from datetime import datetime, timedelta

from tests.helpers.begun import begun
from tests.town import BINH, HOA, THANG, Neighbour, Town, clock

MONDAY, SECOND = clock(16, 0), timedelta(seconds=1)
BEFORE, TUESDAY = MONDAY - SECOND, clock(17, 9)
TASK = """
INSERT INTO assignment (office_id, number, code, title, folded, expected, assigner_id, lead_id,
                        approver_id, original_due, due_at, issued_at, state, submitted_at,
                        closed_at)
VALUES (:office, :number, :code, 'x', 'x', 'x', :thang, :who, :thang, :due, :due, 0, :state,
        :reported, :closed)
"""
Task = tuple[Neighbour, str, datetime, datetime, datetime | None]
"""Whose, how it stands, reported when, its limit, and when it was closed."""
WEEK: list[Task] = [
    (BINH, "done", MONDAY, MONDAY, MONDAY),
    (BINH, "review", TUESDAY, TUESDAY - SECOND, None),
    (BINH, "done", TUESDAY, clock(18, 9), TUESDAY),
    (BINH, "done", BEFORE, clock(18, 9), TUESDAY),
]
NONE: list[Task] = [
    (BINH, "done", BEFORE, clock(18, 9), BEFORE),
    (BINH, "cancelled", BEFORE, clock(18, 9), TUESDAY),
    (HOA, "done", TUESDAY, clock(18, 9), TUESDAY),
]


@begun
async def week(town: Town) -> Town:
    for number, (who, state, reported, due, closed) in enumerate([*WEEK, *NONE], start=500):
        await town.sql(
            TASK,
            office=town.office_id,
            number=number,
            code=f"NV-2026-{number}",
            who=town.person(who),
            thang=town.person(THANG),
            state=state,
            reported=int(reported.timestamp()),
            due=int(due.timestamp()),
            closed=closed and int(closed.timestamp()),
        )
    return town


async def test_it_is_counted_from_monday_on(week: Town) -> None:
    said = await week.write(BINH, "/viec")
    assert "đã báo xong 3 việc, đúng hạn 2; đã duyệt 3." in said


async def test_whoever_reported_nothing_is_told_nothing(week: Town) -> None:
    await week.sql("UPDATE assignment SET submitted_at = :at", at=int(BEFORE.timestamp()))
    assert "đã báo xong" not in await week.write(BINH, "/viec")
