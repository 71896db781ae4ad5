"""Who may found, read, tell and close a register of every kind: a table made from its hands."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime

import pytest

from actions.registers.founding import close, found
from actions.registers.telling import FOUNDS, READS, TELLS, open_register, tell
from domain.access import Hand, Role
from domain.registers import ROWS, RegisterKind, Told
from storage import Work
from tests.helpers.hands import TABLE, Somebody, actor, refusal_of, two_offices
from tests.town import THURSDAY

H = Hand
NOW: datetime = THURSDAY
DEEDS = {"found": FOUNDS, "read": READS, "tell": TELLS, "close": FOUNDS}


@pytest.fixture(scope="module")
def offices() -> Iterator[tuple[sqlite3.Connection, Work, int]]:
    with two_offices() as both:
        yield both


def refused(work: Work, deed: str, kind: RegisterKind, register_id: int) -> str:
    numbers = [9, 8, 7][: len(kind.chain) - 1]
    match deed:
        case "found":
            return refusal_of(work, found, kind.code, "Tuyến", 64)
        case "read":
            return refusal_of(work, open_register, register_id)
        case "tell":
            return refusal_of(work, tell, register_id, Told(numbers))
    return refusal_of(work, close, register_id)


def may(kind: RegisterKind, deed: str, who: Somebody) -> bool:
    """What somebody of another office founds there is theirs; of ours they see nothing."""
    if who.elsewhere:
        mine = {H.OFFICE} if Role.OFFICE_ADMIN in who.roles else who.hands
        return deed == "found" and bool(set(mine) & set(kind.founds))
    return H.ANYBODY in who.hands and bool(who.hands & set(getattr(kind, DEEDS[deed])))


@pytest.mark.parametrize("who", TABLE, ids=lambda who: who.called)
@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("kind", ROWS, ids=lambda kind: kind.code)
def test_who_may_do_what_in_which(
    offices: tuple[sqlite3.Connection, Work, int], kind: RegisterKind, deed: str, who: Somebody
) -> None:
    connection, ours, theirs = offices
    connection.execute("SAVEPOINT this")
    work = Work(connection, ours.actor, NOW)
    lead = work.people.by_code("CB02", work.today)
    assert lead is not None
    register = work.registers.add(kind, "Tuyến Hải Yên", 64, lead.id, NOW)
    why = refused(work.by(actor(work, who, kind.duty, theirs)), deed, kind, register.id)
    connection.execute("ROLLBACK TO this")
    connection.execute("RELEASE this")
    assert (why == "") == may(kind, deed, who)
    assert why in ("", "no_permission", "not_found")
