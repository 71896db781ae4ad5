"""Somebody leaves or moves: access ends at once, history stays, open work is handed over."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from actions.desk import action, view
from actions.roster import known
from domain.access import Permission, Role
from domain.letters import Message, Press
from domain.roster import check_last_admin
from storage import Work

Open = Callable[[Work, int], Sequence[Mapping[str, Any]]]
OPEN_WORK: tuple[Open, ...] = ()
"""What a person still has in hand, as rows with `code` and `title`. A new kind is one line."""
MOST = 12


@view(needs=Permission.MANAGE_PEOPLE)
def ask_leave(work: Work, person_id: int) -> Message:
    """Before somebody leaves: what is still in their hands."""
    person = known(work, person_id)
    facts = {"name": person.name, **_in_hand(work, person_id)}
    back = Press("person", person_id, label="@button.back")
    return Message("leave.ask", facts, ((Press("person_left", person_id), back),))


@action(needs=Permission.MANAGE_PEOPLE)
def leave(work: Work, person_id: int) -> Message | None:
    """Access, invites and waiting letters end now; every row stays with its dates."""
    person = known(work, person_id)
    check_last_admin(person, len(work.people.with_role(Role.OFFICE_ADMIN, work.today)))
    facts = {"name": person.name, **_in_hand(work, person_id)}
    work.people.leave(person_id, work.today)
    work.people.end_invites(person_id, work.now)
    work.outbox.drop_all(person_id)
    work.expectations.forget_all(person_id)
    work.log("left", "person", person_id)
    return Message("leave.done", facts)


def _in_hand(work: Work, person_id: int) -> dict[str, Any]:
    rows = [row for find in OPEN_WORK for row in find(work, person_id)]
    return {"count": len(rows), "rows": rows[:MOST]}
