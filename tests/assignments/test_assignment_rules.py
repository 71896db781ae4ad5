"""The rules of an assignment: whatever is tried, in any order, it stays in a lawful state."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import assignments as rules
from domain.access import Actor, Role
from domain.assignment_rights import may_approve, may_decide, may_give, may_hand_over, may_see
from domain.assignments import Assignment, Evidence, Status
from domain.refusals import Refusal

BEGAN = datetime(2026, 11, 19, 2, tzinfo=UTC)
DUE = BEGAN + timedelta(days=2)
Step = Callable[[Assignment, datetime], Assignment]

STEPS: dict[str, Step] = {
    "accept": rules.accept,
    "progress": lambda a, now: rules.progress(a, 40, now),
    "block": lambda a, now: rules.block(a, "chờ kinh phí", now),
    "unblock": lambda a, now: rules.unblock(a),
    "expect": lambda a, now: rules.expect(a, now + timedelta(days=1)),
    "submit": lambda a, now: rules.submit(a, "đã xong 6 hộ", {"photo"}, now),
    "approve": rules.approve,
    "send_back": lambda a, now: rules.send_back(a, "thiếu biên bản", None, now),
    "send_back_later": lambda a, now: rules.send_back(a, "thiếu", now + timedelta(days=3), now),
    "extend": lambda a, now: rules.extend(a, max(a.due_at, now) + timedelta(days=1), now),
    "move_due": lambda a, now: rules.move_due(a, now + timedelta(days=9), now),
    "hand_over": lambda a, now: rules.hand_over(a, a.lead_id + 1, 2, "nghỉ phép"),
    "suspend": lambda a, now: rules.suspend(a, "chờ kế hoạch"),
    "resume": lambda a, now: rules.resume(a),
    "cancel": lambda a, now: rules.cancel(a, "không làm nữa", now),
    "reopen": lambda a, now: rules.reopen(a, "thiếu hai hộ", now),
}
ALLOWED = {
    Status.ASSIGNED: {
        "accept", "progress", "block", "expect", "submit", "extend", "move_due", "hand_over",
        "suspend", "cancel",
    },
    Status.DOING: {
        "progress", "block", "unblock", "expect", "submit", "extend", "move_due", "hand_over",
        "suspend", "cancel",
    },
    Status.REVIEW: {"approve", "send_back", "send_back_later", "suspend", "cancel"},
    Status.DONE: {"reopen"},
    Status.SUSPENDED: {"resume", "cancel"},
    Status.CANCELLED: set(),
}  # fmt: skip
"""States, events and what comes of them: the whole table."""


def new(evidence: Evidence = Evidence.NONE) -> Assignment:
    return Assignment(
        id=1,
        code="NV-2026-0147",
        number=147,
        title="Vận động 6 hộ",
        expected="6 hộ đồng thuận",
        assigner_id=10,
        lead_id=20,
        approver_id=10,
        original_due=DUE,
        due_at=DUE,
        issued_at=BEGAN,
        unit_id=1,
        evidence=evidence,
    )


@given(st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 40)), max_size=30))
def test_every_walk_is_lawful(walk: list[tuple[str, int]]) -> None:
    a, now = new(), BEGAN
    for name, hours in walk:
        now += timedelta(hours=hours)
        try:
            after = STEPS[name](a, now)
        except Refusal:
            continue
        assert name in ALLOWED[a.state]
        assert after.version == a.version + 1
        assert (after.id, after.code, after.original_due) == (a.id, a.code, DUE)
        assert (after.assigner_id, after.approver_id) == (10, 10)
        assert after.extensions - a.extensions == (name == "extend")
        assert after.reworks - a.reworks == name.startswith("send_back")
        assert after.due_at == a.due_at or name in ("extend", "move_due", "send_back_later")
        a = after
        check(a, now)


def check(a: Assignment, now: datetime) -> None:
    """What is true in every lawful state."""
    assert (a.state is Status.DONE) == (a.closed_at is not None)
    assert (a.state is Status.CANCELLED) == (a.ended_at is not None)
    assert (a.state is Status.SUSPENDED) == (a.suspended_from is not None)
    assert 0 <= a.percent <= 100
    standing = a.suspended_from or a.state
    if standing in (Status.REVIEW, Status.DONE):
        assert a.submitted_at is not None
        assert a.accepted_at is not None
        assert not a.overdue(now + timedelta(days=99))
    if standing is Status.DOING:
        assert a.submitted_at is None
        assert a.accepted_at is not None
    if standing is Status.ASSIGNED:
        assert a.accepted_at is None


@pytest.mark.parametrize("state", list(Status))
@pytest.mark.parametrize("name", sorted(STEPS))
def test_the_whole_table(state: Status, name: str) -> None:
    a = replace(
        new(),
        state=state,
        blocked="chờ" if state is Status.DOING else "",
        closed_at=BEGAN if state is Status.DONE else None,
        suspended_from=Status.DOING if state is Status.SUSPENDED else None,
    )
    if name in ALLOWED[state]:
        assert STEPS[name](a, BEGAN + timedelta(hours=1)) != a
    else:
        with pytest.raises(Refusal):
            STEPS[name](a, BEGAN + timedelta(hours=1))


def test_on_time_is_measured_by_the_deadline_in_force() -> None:
    late = rules.submit(new(), "xong", set(), DUE + timedelta(hours=1))
    assert late.on_time is False
    extended = rules.extend(new(), DUE + timedelta(days=1), BEGAN)
    assert rules.submit(extended, "xong", set(), DUE + timedelta(hours=1)).on_time is True


@pytest.mark.parametrize(
    ("evidence", "text", "kinds", "code"),
    [
        (Evidence.NONE, "", set(), "result_needed"),
        (Evidence.PHOTO, "đã làm", {"file"}, "evidence_needed"),
        (Evidence.FILE, "đã làm", set(), "evidence_needed"),
        (Evidence.FIGURES, "đã làm xong", {"photo"}, "figures_needed"),
    ],
)
def test_a_report_needs_what_was_asked(
    evidence: Evidence, text: str, kinds: set[str], code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        rules.submit(new(evidence), text, kinds, BEGAN)
    assert refused.value.code == code


def test_after_a_fortnight_nothing_is_reopened() -> None:
    done = rules.approve(rules.submit(new(), "xong", set(), BEGAN), BEGAN)
    assert rules.reopen(done, "thiếu", BEGAN + timedelta(days=14)).state is Status.DOING
    with pytest.raises(Refusal):
        rules.reopen(done, "thiếu", BEGAN + timedelta(days=14, seconds=1))


def who(person: int, *roles: Role, units: frozenset[int] = frozenset()) -> Actor:
    return Actor(1, person, frozenset(roles), units)


LEAD, ASSIGNER = who(20, Role.STAFF), who(10, Role.HEAD, units=frozenset({1}))
OTHER_HEAD = who(11, Role.HEAD, units=frozenset({2}))
OFFICE, LEADER, COLLEAGUE = who(1, Role.OFFICE_ADMIN), who(2, Role.LEADER), who(21, Role.STAFF)


@pytest.mark.parametrize(
    ("actor", "approves", "decides", "hands_over", "sees", "gives"),
    [
        (LEAD, False, False, False, True, False),
        (ASSIGNER, True, True, True, True, True),
        (OTHER_HEAD, False, False, False, False, False),
        (OFFICE, False, False, True, True, True),
        (LEADER, True, True, True, True, True),
        (COLLEAGUE, False, False, False, False, False),
    ],
)
def test_whose_it_is(
    actor: Actor, approves: bool, decides: bool, hands_over: bool, sees: bool, gives: bool
) -> None:
    a = new()
    assert may_approve(actor, a) is approves
    assert may_decide(actor, a) is decides
    assert may_hand_over(actor, a) is hands_over
    assert may_see(actor, a, supports=False) is sees
    assert may_give(actor, 1) is gives


def test_nobody_grants_what_they_wish_themselves() -> None:
    """A leader who leads a piece of work asks its giver for more time, and grants it to nobody."""
    assert not may_decide(who(20, Role.LEADER), new())
    assert may_decide(who(30, Role.LEADER), new())


def test_nobody_approves_their_own_work() -> None:
    assert not may_approve(who(20, Role.LEADER), new())
