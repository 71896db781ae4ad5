"""Whose hand is in a matter, and who sees what of it."""

from collections.abc import Iterable, Sequence

from actions.office.unannounced import may_know, may_read_drafts, those_who_know
from domain.access import Duty, Hand, Role, hands_of
from domain.assignments import Assignment
from domain.matter_kinds import BY_PREFIX, KINDS, kind_of
from domain.matters import Matter, MatterKind, Need, Step
from domain.refusals import Refusal, must_find
from storage import Work

OWN = frozenset({Hand.RAISER, Hand.OWNER})


def hands(work: Work, matter: Matter) -> frozenset[Hand]:
    """Every hand that the actor has in it; in what hangs on a visit that they may not know of,
    their own alone."""
    held, is_draft = _hands(work, matter), matter.state == kind_of(matter.kind).begins
    known = (may_read_drafts if is_draft else may_know)(work, matter.about)
    return held if known else held & OWN


def _hands(work: Work, matter: Matter) -> frozenset[Hand]:
    kind = kind_of(matter.kind)
    whose = (matter.raised_by, matter.owner_id, matter.owner_unit_id)
    if not kind.is_led:
        return hands_of(work.actor, kind.duty, *whose)
    assigner = assigner_of(work, matter)
    return hands_of(work.actor, kind.duty, *whose, assigner, work.chairs)


def task_of(work: Work, matter: Matter) -> Assignment | None:
    """The work that it is about."""
    kind, _, number = matter.about.partition(":")
    return work.assignments.get(int(number)) if kind == "assignment" else None


def assigner_of(work: Work, matter: Matter) -> int | None:
    """Who gave that work."""
    task = task_of(work, matter)
    return task.assigner_id if task else None


def may_read(work: Work, matter: Matter) -> bool:
    return not hands(work, matter).isdisjoint(kind_of(matter.kind).reads)


def may_read_words(work: Work, matter: Matter) -> bool:
    return not hands(work, matter).isdisjoint(kind_of(matter.kind).words)


def may_assign(work: Work, matter: Matter) -> bool:
    held = hands(work, matter)
    return matter.is_open and not held.isdisjoint(kind_of(matter.kind).assigns)


def seen(work: Work, matter_id: int) -> Matter:
    """A matter that the actor may see; to everybody else there is none."""
    matter = work.matters.get(matter_id)
    if not may_read(work, matter):
        raise Refusal("not_found")
    return matter


def known(work: Work, prefix: str, number: int) -> Matter:
    """«KN31», where the actor may see it."""
    kind = must_find(BY_PREFIX.get(prefix))
    return seen(work, work.matters.by_number(kind.code, number).id)


def must_be_open(matter: Matter) -> None:
    if not matter.is_open:
        state = f"{matter.kind}.{matter.state}"
        raise Refusal("matter_closed", code=matter.code, state=state)


def must_hold(work: Work, matter: Matter, by: Sequence[Hand]) -> None:
    if hands(work, matter).isdisjoint(by):
        raise Refusal("matter_not_yours", code=matter.code)


def must_assign(work: Work, matter_id: int) -> Matter:
    matter = seen(work, matter_id)
    must_be_open(matter)
    must_hold(work, matter, kind_of(matter.kind).assigns)
    return matter


def ways_on(work: Work, matter: Matter) -> list[Step]:
    """The steps that the actor may take from where it stands."""
    held = hands(work, matter)
    steps = kind_of(matter.kind).ways_on(matter.state)
    return [s for s in steps if not held.isdisjoint(s.by) and held.isdisjoint(s.unless)]


def handed_on(work: Work, matter: Matter) -> Step | None:
    """The step that only waited for somebody to have it, where the actor may take it."""
    ways = ways_on(work, matter)
    return next((step for step in ways if step.needs == (Need.OWNER,)), None)


def may_raise(work: Work, kind: MatterKind) -> bool:
    return not hands_of(work.actor, kind.duty).isdisjoint(kind.raised_by)


def may_give(work: Work, kind: MatterKind) -> bool:
    """Whether whoever raises one may say at once whose it is."""
    return not hands_of(work.actor, kind.duty).isdisjoint(kind.assigns)


def kinds_to_raise(work: Work) -> list[MatterKind]:
    return [kind for kind in KINDS.values() if may_raise(work, kind)]


def people_of(work: Work, matter: Matter, named: Iterable[Hand]) -> list[int]:
    """Who they are: a section's own is its head's. Of what hangs on a visit that nobody is told
    of, those who know of it."""
    found = [person for hand in named for person in _people(work, matter, hand)]
    return those_who_know(work, matter.about, dict.fromkeys(found))


def _people(work: Work, matter: Matter, hand: Hand) -> Sequence[int]:
    duty = kind_of(matter.kind).duty
    match hand:
        case Hand.RAISER:
            return [matter.raised_by] if matter.raised_by else []
        case Hand.OWNER:
            return _owners(work, matter)
        case Hand.DUTY:
            return work.duties.people(duty, work.today) if duty else []
        case Hand.DUTY_HEAD:
            return work.duties.leaders(duty, work.today) if duty else []
        case Hand.OFFICE:
            return _with_role(work, Role.OFFICE_ADMIN)
        case Hand.LEADER:
            return _with_role(work, Role.LEADER)
        case Hand.CHAIR:
            return work.chairs or _with_role(work, Role.LEADER)
        case Hand.PAPERS:
            return work.duties.people(Duty.DOCUMENTS, work.today)
        case Hand.ASSIGNER:
            return [one for one in (assigner_of(work, matter),) if one]
    return []


def _owners(work: Work, matter: Matter) -> Sequence[int]:
    if matter.owner_id:
        here = work.people.get(matter.owner_id, work.today)
        return [matter.owner_id] if here else []
    return _with_role(work, Role.HEAD, matter.owner_unit_id) if matter.owner_unit_id else []


def _with_role(work: Work, role: Role, unit_id: int | None = None) -> Sequence[int]:
    return [person.id for person in work.people.with_role(role, work.today, unit_id)]


def whose_turn(work: Work, matter: Matter) -> list[int]:
    """Whom it waits for; the office, where that is nobody."""
    return turn(work, matter)[1]


def turn(work: Work, matter: Matter) -> tuple[Hand, list[int]]:
    """By which hand, and who that is."""
    turns = (*kind_of(matter.kind).turns(matter.state), Hand.OFFICE)
    found = ((hand, people_of(work, matter, [hand])) for hand in turns)
    return next((one for one in found if one[1]), (Hand.OFFICE, []))
