"""Whatever is tapped in whatever order: no matter reaches its end without what it needs."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.access import Hand
from domain.calendar import WorkingCalendar
from domain.matter_kinds import KINDS, ROWS
from domain.matters import TYPED, Given, Matter, MatterKind, Need, take
from domain.refusals import Refusal
from tests.house.kinds import written_out

NOW = datetime(2026, 11, 19, 2, 0, tzinfo=UTC)
CALENDAR = WorkingCalendar(ZoneInfo("Asia/Ho_Chi_Minh"))
LATER = date(2026, 12, 1)
GIVENS = st.builds(
    Given,
    words=st.sampled_from(["", " ", "tiếp thu"]),
    paper=st.sampled_from(["", "142"]),
    paper_day=st.sampled_from([None, date(2026, 11, 18)]),
    returns_on=st.sampled_from([None, date(2026, 11, 1), LATER]),
    evidence=st.booleans(),
    second=st.booleans(),
)
ways = st.lists(st.tuples(st.integers(0, 20), GIVENS), max_size=25)
TRIED = (*ROWS, written_out()[0])
"""Those of the house, and the one that `docs/engines.md` writes out."""
kinds = st.sampled_from(TRIED)


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
    }
    return {need for need, is_there in there.items() if is_there}


@given(kinds, ways, st.sets(st.sampled_from([Need.BODY, Need.OWNER, Need.LIMIT])))
def test_no_way_leads_to_the_end_without_what_it_needs(
    kind: MatterKind, way: list[tuple[int, Given]], fields: set[Need]
) -> None:
    matter, had = begun(kind, fields), set[Need]()
    for number, said in way:
        step = kind.steps[number % len(kind.steps)]
        try:
            moved = take(kind, matter, step, said, NOW, CALENDAR)
        except Refusal:
            continue
        had |= brought(matter, said) & set(step.needs)
        assert moved.version == matter.version + 1
        assert moved.is_open == (moved.state not in kind.ends)
        matter = moved
        if matter.state == kind.ends[0]:
            assert kind.closes <= had


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
