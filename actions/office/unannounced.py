"""Who knows of a visit that nobody is told of beforehand, and of what hangs on it."""

from collections.abc import Iterable

from domain.access import Duty, Hand, hands_of
from domain.visits import Visit
from storage import Work

SUPERVISION = Duty.SUPERVISION
TOLD = (Hand.RAISER, Hand.OWNER, Hand.DUTY_HEAD, Hand.LEADER)
"""Who knows of a visit that nobody is told of beforehand."""
READS = frozenset((*TOLD, Hand.OFFICE))
"""Who reads what was found on it before its report is out."""


def hands(work: Work, visit: Visit | None = None) -> frozenset[Hand]:
    """Of what nobody is told of only the leader who approves it has a leader's hand."""
    if visit is None:
        return hands_of(work.actor, SUPERVISION)
    held = hands_of(work.actor, SUPERVISION, visit.proposed_by, visit.head_id)
    whole = whole_of(work, visit)
    is_theirs = whole.is_told or whole.approver_id == work.actor.person_id
    return held if is_theirs else held - {Hand.LEADER}


def whole_of(work: Work, visit: Visit) -> Visit:
    """What it became one with, or itself."""
    return work.visits.get(visit.kept_id) if visit.kept_id else visit


def may_see(work: Work, visit: Visit) -> bool:
    """Everybody on the staff what is announced or over; of the rest, those who know of it. What
    became one with another is told with it."""
    is_there = visit.arrived_at is not None and is_member(work, visit)
    if is_there or not hands(work, visit).isdisjoint(TOLD):
        return True
    return visit.is_told and (visit.kept_id is None or may_see(work, whole_of(work, visit)))


def may_read_found(work: Work, visit: Visit) -> bool:
    """Who goes, what was found, what is drafted of a visit that nobody was told of: until its
    report is out its team, who proposed it, who decides on visits, who approved it, the office."""
    whole = whole_of(work, visit)
    in_hand = is_member(work, whole) or has_in_hand(work, visit, READS)
    return may_see(work, visit) and (whole.is_reported or in_hand)


def has_in_hand(work: Work, visit: Visit, by: Iterable[Hand]) -> bool:
    """By one of these hands; a leader's is, until its report is out, that of who approved it."""
    whole = whole_of(work, visit)
    approves = whole.is_reported or whole.approver_id in (None, work.actor.person_id)
    held = hands(work, visit) if approves else hands(work, visit) - {Hand.LEADER}
    return not held.isdisjoint(by)


def may_read_drafts(work: Work, about: str) -> bool:
    """What is not out yet of what hangs on a visit (`visit:12`)."""
    kind, _, number = about.partition(":")
    return kind != "visit" or may_read_found(work, work.visits.get(int(number)))


def is_member(work: Work, visit: Visit) -> bool:
    return work.actor.person_id in _members(work, visit)


def _members(work: Work, visit: Visit) -> set[int]:
    return {member.person_id for member in work.teams.of(visit.id)}


def may_know(work: Work, about: str) -> bool:
    """What hangs on a visit (`visit:12`), or on a matter out of it, is known to whoever may see
    that one."""
    visit = _untold(work, about)
    return visit is None or may_see(work, visit)


def those_who_know(work: Work, about: str, people: Iterable[int]) -> list[int]:
    """Of some people those who may hear of what hangs on it."""
    visit = _untold(work, about)
    return list(people) if visit is None else knowing(work, visit, people)


def knowing(work: Work, visit: Visit, people: Iterable[int]) -> list[int]:
    """Of some people those who know of a visit that nobody is told of."""
    there = _members(work, visit) if visit.arrived_at else set()
    heads = work.duties.leaders(SUPERVISION, work.today)
    approver = whole_of(work, visit).approver_id
    told = {visit.proposed_by, visit.head_id, approver, *there, *heads}
    return [person for person in people if person in told]


def _untold(work: Work, about: str) -> Visit | None:
    kind, _, number = about.partition(":")
    if kind == "matter":
        return _untold(work, work.matters.get(int(number)).about)
    return work.visits.untold().get(int(number)) if kind == "visit" else None
