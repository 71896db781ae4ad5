"""Every step of every kind, by everybody: a table made from the declarations."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from actions.matters.asking import DUE
from actions.matters.labels import put
from actions.matters.lists import open_matter
from actions.matters.notes import put as write
from actions.matters.owning import ask
from actions.matters.recording import raise_matter
from actions.matters.stepping import answer_step
from actions.matters.unwording import which_words
from domain.access import Hand, Role
from domain.assignments import Assignment
from domain.evidence import Proof
from domain.matter_kinds import ROWS
from domain.matters import Given, Matter, MatterKind, Step
from storage import Work
from storage.lookups import BODY
from tests.helpers.hands import TABLE, Somebody, actor, refusal_of, two_offices
from tests.town import SINCE, THURSDAY

FULL = Given("tiếp thu", "142", date(2026, 11, 18), date(2026, 12, 1))
PHOTO = Proof("photo", "file", "unique")
H = Hand
THIS = None
Doing = tuple[Any, ...]
"""A deed and what it is given; `THIS` is the matter."""


@pytest.fixture(scope="module")
def offices() -> Iterator[tuple[sqlite3.Connection, Work, int]]:
    with two_offices() as found:
        yield found


NOW: datetime = THURSDAY


def standing(work: Work, kind: MatterKind, step: Step) -> int:
    """A matter where the step begins, with all that it may need."""
    raiser, owner = (work.people.by_code(code, work.today) for code in ("CB01", "CB02"))
    assert raiser is not None
    assert owner is not None
    about = _work_of_somebody(work, owner.id) if kind.is_led else ""
    new = (kind.code, kind.prefix, kind.begins, NOW)
    if step.sets_off == "weight":
        _labelled(work, kind, work.matters.add(*new, raised_by=owner.id))
    made = work.matters.add(*new, raised_by=raiser.id, about=about)
    work.log("raised", "matter", made.id, became=kind.begins)
    _labelled(work, kind, made)
    work.matters.say(made.id, 1, "đèn đường hỏng")
    body = work.lookups.add(BODY, "UBND", SINCE)
    whole = replace(made, state=step.come_from[0], owner_id=owner.id, body_id=body)
    due = NOW.replace(month=12)
    work.matters.save(replace(whole, due_at=due, closed_at=None))
    work.attachments.add(f"matter:{made.id}", PHOTO, NOW + timedelta(minutes=1))
    return made.id


def _labelled(work: Work, kind: MatterKind, matter: Matter) -> None:
    for labels in kind.labels:
        work.matters.mark(matter.id, labels.sort, labels.among[0])


def _work_of_somebody(work: Work, owner: int) -> str:
    """Somebody gave it who has no other hand in it."""
    number = next(n for n, who in enumerate(TABLE, start=1) if H.ASSIGNER in who.hands)
    giver = work.people.by_code(f"CB{number:02}", work.today)
    assert giver is not None
    task = Assignment(0, "", 0, "Việc", "Việc", giver.id, owner, giver.id, NOW, NOW, issued_at=NOW)
    return f"assignment:{work.assignments.add(task).id}"


def holds(who: Somebody, kind: MatterKind) -> frozenset[Hand]:
    """What stands in the table; where a kind is nobody's duty, nobody has it by duty; where it is
    about no work, nobody gave that."""
    by_duty = frozenset[Hand]() if kind.duty else frozenset({H.DUTY, H.DUTY_HEAD})
    gave = frozenset[Hand]() if kind.is_led else frozenset({H.ASSIGNER})
    return who.hands - by_duty - gave


STEPS = [(kind, step) for kind in ROWS for step in kind.steps]


@pytest.mark.parametrize("who", TABLE, ids=lambda who: who.called)
@pytest.mark.parametrize(
    ("kind", "step"), STEPS, ids=[f"{kind.code}-{step.event}" for kind, step in STEPS]
)
def test_who_may_take_which_step(
    offices: tuple[sqlite3.Connection, Work, int], kind: MatterKind, step: Step, who: Somebody
) -> None:
    connection, ours, theirs = offices
    connection.execute("SAVEPOINT this")
    work = Work(connection, ours.actor, NOW)
    matter_id = standing(work, kind, step)
    acting = work.by(actor(work, who, kind.duty, theirs))
    hands = frozenset[Hand]() if who.elsewhere else holds(who, kind)
    may = (
        H.ANYBODY in hands
        and bool(hands & set(step.by))
        and not hands & set(step.unless)
        and bool(hands & set(kind.reads))
    )
    refused = refusal_of(acting, answer_step, matter_id, step.event, FULL)
    state = work.matters.get(matter_id).state
    connection.execute("ROLLBACK TO this")
    connection.execute("RELEASE this")
    assert (refused == "") == may
    assert refused in ("", "no_permission", "not_found", "matter_not_yours")
    assert state == (step.to if may else step.come_from[0])


def beside(kind: MatterKind) -> Iterator[tuple[str, Sequence[Hand], str, Doing]]:
    """What is done with one beside its steps: by whose hand, in which state."""
    first = kind.begins
    yield "opened", kind.reads, first, (open_matter, THIS)
    yield "assigned", kind.assigns, first, (ask, THIS, DUE)
    yield "unworded", kind.unwords, first, (which_words, kind.prefix, 1)
    for one in kind.labels:
        yield one.sort, one.by, (*one.states, first)[0], (put, THIS, one.sort, one.among[0])
    for note in kind.notes:
        yield note.event, note.by, first, (write, THIS, note.event, "1a")


BESIDE = [(kind, *each) for kind in ROWS for each in beside(kind)]


@pytest.mark.parametrize("who", TABLE, ids=lambda who: who.called)
@pytest.mark.parametrize(
    ("kind", "what", "by", "state", "doing"), BESIDE, ids=[f"{k.code}-{w}" for k, w, *_ in BESIDE]
)
def test_who_may_do_what_beside_its_steps(
    offices: tuple[sqlite3.Connection, Work, int],
    kind: MatterKind,
    what: str,
    by: Sequence[Hand],
    state: str,
    doing: Doing,
    who: Somebody,
) -> None:
    connection, ours, theirs = offices
    connection.execute("SAVEPOINT this")
    work = Work(connection, ours.actor, NOW)
    there = replace(kind.steps[0], come_from=(state,), sets_off="")
    matter_id = standing(work, kind, there)
    acting = work.by(actor(work, who, kind.duty, theirs))
    hands = frozenset[Hand]() if who.elsewhere else holds(who, kind)
    may = H.ANYBODY in hands and bool(hands & set(by)) and bool(hands & set(kind.reads))
    if what == "unworded":
        may = may and bool(hands & set(kind.words))
    deed, *given = doing
    refused = refusal_of(acting, deed, *(matter_id if one is THIS else one for one in given))
    connection.execute("ROLLBACK TO this")
    connection.execute("RELEASE this")
    assert (refused == "") == may
    assert refused in ("", "no_permission", "not_found", "matter_not_yours")


@pytest.mark.parametrize("who", TABLE, ids=lambda who: who.called)
@pytest.mark.parametrize("kind", ROWS, ids=lambda kind: kind.code)
def test_who_may_raise_what(
    offices: tuple[sqlite3.Connection, Work, int], kind: MatterKind, who: Somebody
) -> None:
    connection, ours, theirs = offices
    connection.execute("SAVEPOINT this")
    work = Work(connection, ours.actor, NOW)
    acting = work.by(actor(work, who, kind.duty, theirs))
    may = H.ANYBODY in holds(who, kind) or (who.elsewhere and Role.STAFF not in who.roles)
    may = may and bool((holds(who, kind) | _by_role(who)) & set(kind.raised_by))
    refused = refusal_of(acting, raise_matter, kind.code, "đèn đường hỏng")
    mine = work.matters.open()
    connection.execute("ROLLBACK TO this")
    connection.execute("RELEASE this")
    assert refused == ("" if may else "no_permission")
    assert bool(mine) == (may and not who.elsewhere)


def _by_role(who: Somebody) -> set[Hand]:
    """In their own office the people of another one have what their roles give."""
    if not who.elsewhere:
        return set()
    given = {Role.LEADER: H.LEADER, Role.OFFICE_ADMIN: H.OFFICE}
    return {H.ANYBODY, *(given[role] for role in who.roles if role in given)}
