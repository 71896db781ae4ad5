"""Whatever is tapped in whatever order: no matter reaches its end without what it needs."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import combinations, product
from zoneinfo import ZoneInfo

import pytest

from domain.access import Hand
from domain.calendar import WorkingCalendar
from domain.matter_kinds import KINDS, ROWS
from domain.matters import TYPED, Given, Matter, MatterKind, Need, take
from domain.refusals import Refusal
from tests.helpers.house import fresh
from tests.house.kinds import written_out

NOW = datetime(2026, 11, 19, 2, 0, tzinfo=UTC)
CALENDAR = WorkingCalendar(ZoneInfo("Asia/Ho_Chi_Minh"))
LATER = date(2026, 12, 1)
SAID = [
    Given(words, *paper, returns, evidence=evidence, second=second)
    for words, paper, returns, evidence, second in product(
        ("", " ", "tiếp thu"),
        (("", None), ("142", None), ("142", date(2026, 11, 18))),
        (None, date(2026, 11, 1), LATER),
        (False, True),
        (False, True),
    )
]
"""All that may be brought to a step, whole, half or blank."""
FIELDS = [
    set(some) for n in range(4) for some in combinations((Need.BODY, Need.OWNER, Need.LIMIT), n)
]
TRIED = (*ROWS, written_out()[0])
"""Those of the house, and the one that `docs/engines.md` writes out."""


def begun(kind: MatterKind, fields: set[Need]) -> Matter:
    return Matter(
        1,
        kind.code,
        "X-001",
        kind.begins,
        NOW,
        body_id=1 if Need.BODY in fields else None,
        owner_id=1 if Need.OWNER in fields else None,
        due_at=NOW if Need.LIMIT in fields else None,
    )


def brought(matter: Matter, said: Given) -> set[Need]:
    """What really was there, whatever the step asked for."""
    there = {
        Need.NUMBER: bool(said.paper and said.paper_day),
        Need.ANSWER: bool(said.words.strip()),
        Need.EVIDENCE: said.evidence,
        Need.SECOND: said.second,
        Need.BODY: matter.body_id is not None,
        Need.OWNER: matter.owner_id is not None,
        Need.LIMIT: matter.due_at is not None,
        Need.RETURN: bool(said.returns_on and said.returns_on > NOW.date()),
    }
    return {need for need, is_there in there.items() if is_there}


@pytest.mark.parametrize("kind", TRIED)
def test_every_way_to_an_end_brings_what_it_says(kind: MatterKind) -> None:
    """Every state with all that was brought until then, by every way there is: what all of them
    bring to an end is what it declares, no less and no more."""
    ahead = [(begun(kind, fields), frozenset[Need]()) for fields in FIELDS]
    seen, always = set[object](), dict[str, frozenset[Need]]()
    while ahead:
        matter, had = ahead.pop()
        if matter.state in kind.ends:
            always[matter.state] = always.get(matter.state, had) & had
        for step, said in product(kind.steps, SAID):
            try:
                moved = take(kind, matter, step, said, NOW, CALENDAR)
            except Refusal:
                continue
            assert moved.version == matter.version + 1
            assert moved.is_open == (moved.state not in kind.ends)
            now_had = had | (brought(matter, said) & set(step.needs))
            known = replace(moved, version=0, paper="", paper_day=None, sent_at=None, due_at=None)
            where = (known, bool(moved.due_at), now_had)
            if where not in seen:
                seen.add(where)
                ahead.append((moved, now_had))
    assert always == kind.ends


@pytest.mark.parametrize("kind", TRIED)
def test_every_state_is_reached_and_every_open_one_left(kind: MatterKind) -> None:
    """No dead end: from wherever it stands somebody can bring it to its end."""
    full = Given("words", "142", date(2026, 11, 18), LATER, evidence=True)
    reached, ahead = set[str](), [begun(kind, {Need.BODY, Need.OWNER, Need.LIMIT})]
    while ahead:
        matter = ahead.pop()
        if matter.state not in reached:
            reached.add(matter.state)
            whole = replace(matter, due_at=NOW)
            steps = kind.ways_on(matter.state)
            ahead += [take(kind, whole, step, full, NOW, CALENDAR) for step in steps]
            assert steps or matter.state in kind.ends
            assert kind.turns(matter.state) or matter.state in kind.ends
    declared = {kind.begins, *kind.ends, *(step.to for step in kind.steps)}
    assert reached == declared


@pytest.mark.parametrize("kind", TRIED)
def test_a_kind_is_declared_whole(kind: MatterKind) -> None:
    events = [step.event for step in kind.steps]
    assert len(events) == len(set(events))
    assert all(sum(need in TYPED for need in step.needs) <= 1 for step in kind.steps)
    assert all(step.by for step in kind.steps)
    assert kind.keeps > 0
    assert {Hand.RAISER} <= set(kind.reads)


def test_a_kind_has_a_prefix_of_its_own() -> None:
    assert len({kind.prefix for kind in ROWS}) == len(KINDS) == len(ROWS)


COLUMNS = """
    id office_id kind number code state about theme_id body_id locality_id raised_by owner_id
    owner_unit_id weight paper paper_day raised_at sent_at due_at returns_on closed_at version
"""
"""What every kind has. What a kind marks a matter with is a label, what is typed are its words."""


def test_no_kind_has_a_column_of_its_own() -> None:
    there = {name for (name,) in fresh().execute("SELECT name FROM pragma_table_info('matter')")}
    assert there == set(COLUMNS.split())
