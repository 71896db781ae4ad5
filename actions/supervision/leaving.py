"""Somebody works here no longer: whoever answers for the visits that they were on hears so, and
what stood on their telephone of a visit that nobody is told of goes."""

from actions.office.unannounced import SUPERVISION
from actions.supervision.hushing import EXPIRED
from actions.supervision.known import people_of
from actions.supervision.sealing import opens
from actions.supervision.team import is_briefed
from domain.access import Hand
from domain.letters import Message, Press
from domain.refusals import Refusal
from domain.seals import Sealed
from domain.visits import APPROVES, Visit
from storage import Work
from storage.rows import spell


def left(work: Work, person_id: int) -> None:
    for visit in work.visits.open():
        part = _part_of(work, visit, person_id) if not visit.done_at else ""
        if part:
            _tell(work, visit, person_id, part)
    for visit_id in work.visits.untold():
        if stands := work.cards.stands(person_id, f"visit:{visit_id}"):
            work.expiring.note(*stands, EXPIRED, work.now)
    _tell_of_sealed(work, person_id)


def _part_of(work: Work, visit: Visit, person_id: int) -> str:
    """What they were to do there; who approves one that everybody knows is any leader."""
    members = {member.person_id: member.part.value for member in work.teams.of(visit.id)}
    approves = visit.approver_id == person_id and not visit.is_told
    return members.get(person_id) or (APPROVES if approves else "")


def _tell(work: Work, visit: Visit, person_id: int, part: str) -> None:
    """By its code alone: such a letter may be of one that nobody is told of."""
    facts = {"code": visit.code, "name": work.people.name(person_id), "part": part}
    opens_it = ((Press("v.open", visit.id, label=visit.code),),)
    message = Message("visit.person_left", facts, opens_it)
    heads = people_of(work, visit, Hand.DUTY_HEAD)
    for person in dict.fromkeys((*people_of(work, visit, Hand.RAISER), *heads)):
        key = f"visit.left:{visit.id}:{person_id}:{spell(work.now)}:{person}"
        work.tell_at_work(person, key, message, urgent=is_briefed(work, visit))


def _tell_of_sealed(work: Work, person_id: int) -> None:
    """Without the key nobody can be told, and they leave all the same."""
    try:
        sealed = work.sealed.all()
    except Refusal:
        return
    for seal_id, one in sealed.items():
        if one.part_of(person_id):
            _ring(work, seal_id, one)


def _ring(work: Work, seal_id: str, sealed: Sealed) -> None:
    """Who is missing stands on its page: the letter says nothing."""
    message = Message("sealed.lacks", {}, opens(seal_id))
    heads = work.duties.leaders(SUPERVISION, work.today)
    for person in dict.fromkeys((sealed.proposed_by, *heads)):
        if work.people.get(person, work.today):
            key = f"sealed:{seal_id}:lacks:{spell(work.now)}:{person}"
            work.tell_at_work(person, key, message, urgent=sealed.is_near(work.now))
