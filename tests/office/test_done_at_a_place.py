"""What was done at a place this week: to the second, there and nowhere else, and nothing that was
called off, withdrawn or only claimed."""

import itertools
from datetime import datetime, timedelta

import pytest

from tests.helpers.begun import begun
from tests.helpers.matters import move_in
from tests.town import BINH, HOA, Town, clock

MONDAY, NOW, SECOND = clock(16, 0), clock(19, 9), timedelta(seconds=1)
IN_TIME, OUT_OF_IT = (MONDAY, NOW), (MONDAY - SECOND, NOW + SECOND)
THINGS = {
    "days": """
        INSERT INTO activity (office_id, code, kind, title, state, starts_at, ends_at, closes_at,
                              created_at)
        VALUES (:office, :code, 'saturday', 'x', :state, :at, :at + 60, :at, :at)""",
    "visits": """
        INSERT INTO visit (office_id, number, code, year, species, stage, organisation_id,
                           theme_id, body_id, locality_id, first, last, proposed_at, done_at)
        SELECT :office, :number, :code, 2026, 'visit', :state, min(id), :lookup, :lookup,
               :place, '2026-11-19', '2026-11-19', :at, :at FROM organisation""",
    "tasks": """
        INSERT INTO assignment (office_id, number, code, title, folded, expected, assigner_id,
                                lead_id, approver_id, original_due, due_at, issued_at, state,
                                closed_at)
        VALUES (:office, :number, :code, 'x', 'x', 'x', :who, :who, :who, :at, :at, :at, :state,
                :at)""",
    "opinions": """
        INSERT INTO matter (office_id, kind, number, code, state, locality_id, raised_at)
        VALUES (:office, 'opinion', :number, :code, :state, :place, :at)""",
    "criteria": """
        INSERT INTO checking (office_id, kind, number, code, checklist_id, locality_id, begun_at)
        VALUES (:office, 'hamlet', :number, :code, :list, :place, :at)""",
}
WHERE = {
    "days": "INSERT INTO point (activity_id, name, locality_id) VALUES (:id, 'x', :place)",
    "tasks": "INSERT INTO assignment_locality VALUES (:id, :place)",
    "criteria": """
        INSERT INTO checklist_mark (checking_id, item, status, by_id, at)
        VALUES (:id, 1, :state, :who, :at)""",
}
COUNTS = {
    "days": ("open", "closed", "locked"),
    "visits": ("closed",),
    "tasks": ("done",),
    "opinions": ("new", "answered"),
    "criteria": ("verified",),
}
NOT = {
    "days": ("draft", "postponed", "cancelled"),
    "tasks": ("cancelled", "doing"),
    "opinions": ("duplicate", "withdrawn"),
    "criteria": ("claimed",),
}
WORDS = {
    "days": "buổi hoạt động",
    "visits": "cuộc giám sát",
    "tasks": "việc xong",
    "opinions": "ý kiến nhân dân",
    "criteria": "tiêu chí",
}
BODY = """
INSERT INTO lookup (office_id, sort, name, valid_from) VALUES (:office, 'body', 'x', '2026-01-01')
"""
CRITERIA = """
INSERT INTO checklist (office_id, kind, version, at) VALUES (:office, 'hamlet', 9, 0)
"""
numbers = itertools.count(500)


@begun
async def known(town: Town) -> dict[str, int]:
    """What every thing is made of: somebody, a theme, a list of criteria."""
    await move_in(town)
    await town.sql(BODY, office=town.office_id)
    await town.sql(CRITERIA, office=town.office_id)
    [ids] = await town.sql("SELECT (SELECT max(id) FROM lookup), (SELECT max(id) FROM checklist)")
    return {"lookup": ids[0], "list": ids[1], "who": town.person(HOA), "office": town.office_id}


async def was(
    town: Town, known: dict[str, int], what: str, state: str, at: datetime, place: str = "Hải Yên"
) -> None:
    """One of it, in a state, at a moment, there."""
    number = next(numbers)
    [(there,)] = await town.sql("SELECT id FROM locality WHERE name = :name", name=place)
    values = {**known, "number": number, "code": f"X{number}", "state": state, "place": there}
    values["at"] = int(at.timestamp())
    await town.sql(THINGS[what], **values)
    if what in WHERE:
        table = THINGS[what].split()[2]
        [(values["id"],)] = await town.sql(f"SELECT max(id) FROM {table}")
        await town.sql(WHERE[what], **values)


@pytest.mark.parametrize("what", THINGS)
async def test_each_is_counted_to_the_second(town: Town, known: dict[str, int], what: str) -> None:
    for state, at in itertools.product(COUNTS[what], IN_TIME):
        await was(town, known, what, state, at)
        await was(town, known, what, state, at, "Trà Cổ")
    for state, at in itertools.product(COUNTS[what], OUT_OF_IT):
        await was(town, known, what, state, at)
    for state, at in itertools.product(NOT.get(what, ()), IN_TIME):
        await was(town, known, what, state, at)
    said = await town.write(BINH, "tuần này làm gì ở Hải Yên")
    assert f"từ đầu tuần: {2 * len(COUNTS[what])} {WORDS[what]}" in said
    assert [word for word in WORDS.values() if word in said] == [WORDS[what]]
