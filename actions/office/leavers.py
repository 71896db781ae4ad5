"""Somebody leaves or moves: access ends at once, history stays, open work is handed over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from actions.desk import action, view
from actions.office.duties import tell_nobody
from actions.office.roster import known
from actions.rooms import left
from domain.access import Permission, Role
from domain.letters import Message, Press, rows_of
from domain.roster import check_last_admin
from storage import Work


@dataclass(frozen=True, slots=True)
class InHand:
    """Something open in somebody's name, and the button that hands it over."""

    code: str
    title: str
    hand_over: Press
    duty: str = ""


def _assignments(work: Work, person_id: int) -> Sequence[InHand]:
    mine = [a for a in work.assignments.open_of(person_id) if a.lead_id == person_id]
    return [InHand(a.code, a.title, Press("a.hand", a.id, label=a.code)) for a in mine]


def _supports(work: Work, person_id: int) -> Sequence[InHand]:
    """What they only help with: opened, to find somebody else."""
    helped = [work.assignments.get(s.assignment_id) for s in work.assignments.parts_of(person_id)]
    return [InHand(a.code, a.title, Press("a.open", a.id, label=a.code)) for a in helped]


def _matters(work: Work, person_id: int) -> Sequence[InHand]:
    """What is followed and was theirs; its words are not for everybody."""
    mine = [matter for matter in work.matters.open() if matter.owner_id == person_id]
    return [InHand(m.code, "", Press("m.own", m.id, label=m.code)) for m in mine]


def _duties(work: Work, person_id: int) -> Sequence[InHand]:
    """What they alone answer for, now or from a day to come: somebody else is to be named."""
    mine = dict.fromkeys(one.duty for one in work.duties.of_person(person_id, work.today))
    return [
        InHand("", "", Press("duty", 0, one.value, label=f"@duty.{one.value}"), one.value)
        for one in mine
    ]


OPEN_WORK: tuple[Callable[[Work, int], Sequence[InHand]], ...] = (
    _duties,
    _assignments,
    _supports,
    _matters,
)
"""What a person still has in hand. A new kind of work is one line."""
MOST = 12


@view(needs=Permission.MANAGE_PEOPLE)
def ask_leave(work: Work, person_id: int) -> Message:
    """Before somebody leaves: what is still in their hands."""
    person = known(work, person_id)
    facts = {"name": person.name, **_facts(_in_hand(work, person_id))}
    back = Press("person", person_id, label="@button.back")
    return Message("leave.ask", facts, ((Press("person_left", person_id), back),))


@action(needs=Permission.MANAGE_PEOPLE)
def leave(work: Work, person_id: int) -> Message | None:
    """Access, invites and waiting letters end now; every row stays with its dates."""
    person = known(work, person_id)
    check_last_admin(person, len(work.people.with_role(Role.OFFICE_ADMIN, work.today)))
    in_hand = _in_hand(work, person_id)
    carried = [one.duty for one in work.duties.of_person(person_id, work.today, work.today)]
    work.duties.end_of(person_id, work.today)
    tell_nobody(work, [duty for duty in carried if not work.duties.holder(duty, work.today)])
    work.expiring.over_with(person_id, work.now)
    work.people.leave(person_id, work.today)
    work.people.end_invites(person_id, work.now)
    work.outbox.drop_all(person_id)
    work.expectations.forget_all(person_id)
    work.log("left", "person", person_id)
    left(work, person_id)
    hand_over = rows_of([thing.hand_over for thing in in_hand[:MOST]])
    return Message("leave.done", {"name": person.name, **_facts(in_hand)}, hand_over)


def _in_hand(work: Work, person_id: int) -> list[InHand]:
    return [thing for find in OPEN_WORK for thing in find(work, person_id)]


def _facts(things: Sequence[InHand]) -> dict[str, Any]:
    rows = [
        {"code": thing.code, "title": thing.title, "duty": thing.duty or None}
        for thing in things[:MOST]
    ]
    return {"count": len(things), "rows": rows}
