"""Who may mark, judge and close a checklist of every kind: a table made from the declarations."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from actions.checklists.beginning import ask_list, ask_place, texts
from actions.checklists.marking import answer, close
from actions.desk import Action
from domain.access import Hand
from domain.assignments import Assignment
from domain.checklist_kinds import ROWS, STEPS
from domain.checklists import WAYS, ItemMark, ItemStatus, ListKind, Mode, items_of
from domain.evidence import Proof
from storage import Work
from tests.helpers.hands import TABLE, Somebody, actor, refusal_of, two_offices
from tests.town import THURSDAY

H = Hand
NOW: datetime = THURSDAY
PHOTO = Proof("photo", "file", "unique")
DONE_IN_ONE = ("reads", "marks", "judges", "closes")
WAYS_OF = [(kind, deed) for kind in ROWS for deed in DONE_IN_ONE if getattr(kind, deed)]
OF_NONE = [
    (kind, by, deed)
    for kind in ROWS
    for by, deed, there in (
        ("writes", ask_list, kind.mode is not Mode.TICK),
        ("begins", ask_place, kind.mode is Mode.CLAIM),
    )
    if there
]
"""What needs none to be there."""


@pytest.fixture(scope="module")
def offices() -> Iterator[tuple[sqlite3.Connection, Work, int]]:
    with two_offices() as found:
        yield found


def standing(work: Work, kind: ListKind, deed: str) -> int:
    """One whose item waits for this deed; the raiser began it, or gave the task."""
    raiser, owner, other = (
        work.people.by_code(code, work.today) for code in ("CB01", "CB02", "CB05")
    )
    assert raiser
    assert owner
    assert other
    task = Assignment(
        0, "", 0, "Việc", "Việc", raiser.id, owner.id, raiser.id, NOW, NOW, issued_at=NOW
    )
    about = f"assignment:{work.assignments.add(task).id}" if kind is STEPS else ""
    version = work.checklists.write(kind.code, items_of(["một", "hai"]), NOW)
    begun = work.checklists.begin(kind, version, NOW, raiser.id, about=about).id
    stands = {"judges": ItemStatus.CLAIMED, "closes": _whole(kind)}
    before = stands.get(deed, ItemStatus.OPEN)
    for item in (1, 2) if before is not ItemStatus.OPEN else ():
        work.checklists.mark(begun, ItemMark(item, before, other.id, NOW, other.id))
    return begun


def _whole(kind: ListKind) -> ItemStatus:
    return {
        Mode.TICK: ItemStatus.DONE,
        Mode.CHECK: ItemStatus.MET,
        Mode.CLAIM: ItemStatus.VERIFIED,
    }[kind.mode]


def may(kind: ListKind, deed: str, who: Somebody) -> bool:
    """Owners are those of the task; a place's own are tried in the stories."""
    hands = frozenset[Hand]() if who.elsewhere else who.hands
    if kind.duty is None:
        hands -= {H.DUTY, H.DUTY_HEAD}
    else:
        hands -= {H.OWNER}
    allowed = hands & set(getattr(kind, deed)) and hands & set(kind.reads)
    return H.ANYBODY in hands and bool(allowed)


@pytest.mark.parametrize("who", TABLE, ids=lambda who: who.called)
@pytest.mark.parametrize(("kind", "deed"), WAYS_OF, ids=lambda one: getattr(one, "code", one))
def test_who_may_do_what_in_which(
    offices: tuple[sqlite3.Connection, Work, int], kind: ListKind, deed: str, who: Somebody
) -> None:
    connection, ours, theirs = offices
    connection.execute("SAVEPOINT this")
    work = Work(connection, ours.actor, NOW)
    begun = standing(work, kind, deed)
    acting = work.by(actor(work, who, kind.duty, theirs))
    to = next(iter(WAYS[kind.mode])) if deed == "marks" else ItemStatus.VERIFIED
    alone = {"reads": texts, "closes": close}
    if deed in alone:
        refused = refusal_of(acting, alone[deed], begun)
    else:
        refused = refusal_of(acting, answer, begun, 1, to, "", PHOTO)
    connection.execute("ROLLBACK TO this")
    connection.execute("RELEASE this")
    assert (refused == "") == may(kind, deed, who)
    assert refused in ("", "no_permission", "not_found", "checklist_not_yours")


@pytest.mark.parametrize("who", TABLE, ids=lambda who: who.called)
@pytest.mark.parametrize(
    ("kind", "by", "deed"), OF_NONE, ids=[f"{kind.code}-{by}" for kind, by, _ in OF_NONE]
)
def test_who_may_write_and_begin_one(
    offices: tuple[sqlite3.Connection, Work, int],
    kind: ListKind,
    by: str,
    deed: Action[..., Any],
    who: Somebody,
) -> None:
    """In their own office the people of another one have what their roles give there."""
    if who.elsewhere:
        return
    connection, ours, theirs = offices
    connection.execute("SAVEPOINT this")
    acting = Work(connection, ours.actor, NOW).by(actor(ours, who, kind.duty, theirs))
    refused = refusal_of(acting, deed, kind.code)
    connection.execute("ROLLBACK TO this")
    connection.execute("RELEASE this")
    hands = who.hands - {H.OWNER}
    may = H.ANYBODY in hands and bool(hands & set(getattr(kind, by)))
    assert refused == ("" if may else "no_permission")
