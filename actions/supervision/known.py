"""Whose hand is in a visit, who sees it, and what a line says of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from actions.office.unannounced import (
    SUPERVISION,
    hands,
    is_member,
    may_read_found,
    may_see,
    those_who_know,
)
from domain.access import Hand, Permission, Role
from domain.hours import TAKEN_BACK
from domain.letters import Message, Press
from domain.names import clean
from domain.refusals import Refusal, must_find
from domain.visits import (
    PROPOSED,
    REMINDED,
    STAGES,
    WORDS_LETTERS,
    Visit,
    VisitStage,
    due_of,
    next_stage,
)
from storage import Work
from storage.journal import Entry
from storage.rows import spell

P = Permission
SETTLED = STAGES[1].code
LEADS = (Hand.RAISER, Hand.OWNER, Hand.DUTY, Hand.DUTY_HEAD, Hand.OFFICE, Hand.LEADER)
"""Who does with a proposal what is its own affair."""
BLIND = {"window": None, "sooner": None, "later": "no"}
"""What they read of a move who are to know that it is none of theirs, and no day."""
HIDES = (Hand.LEADER, Hand.DUTY_HEAD, Hand.RAISER)
"""Who says that nobody is told of it beforehand, or that all are."""
TEAM = (Hand.OWNER, Hand.DUTY)
"""Who writes down what came of a visit, beside its team."""


def as_seen(work: Work, visits: Iterable[Visit]) -> list[Visit]:
    """Those that the actor may see; whose trip they share is said where that one is seen too."""
    return [_as_seen(work, visit) for visit in visits if may_see(work, visit)]


def _as_seen(work: Work, visit: Visit) -> Visit:
    if visit.trip_id is None or may_see(work, work.visits.get(visit.trip_id)):
        return visit
    return replace(visit, trip_id=None)


def in_team(work: Work, visit_id: int) -> Visit:
    """A visit of which the actor writes down what came of it: the team, and who answers for it."""
    visit = seen(work, visit_id)
    if not may_write(work, visit):
        raise Refusal("visit_not_yours", code=visit.code)
    return visit


def may_write(work: Work, visit: Visit) -> bool:
    """Nobody writes beside findings that they may not read."""
    if is_member(work, visit):
        return True
    return not hands(work, visit).isdisjoint(TEAM) and may_read_found(work, visit)


def seen(work: Work, visit_id: int) -> Visit:
    """A visit that the actor may see; to everybody else there is none."""
    visit = work.visits.get(visit_id)
    if not may_see(work, visit):
        raise Refusal("not_found")
    return visit


def trip_of(work: Work, visit: Visit) -> str | None:
    """The code of the one whose trip it shares."""
    with_it = _as_seen(work, visit).trip_id
    return work.visits.get(with_it).code if with_it else None


def seen_by_number(work: Work, number: int) -> Visit:
    return seen(work, work.visits.by_number(number).id)


def may_lead_visit(work: Work, visit: Visit) -> bool:
    return not hands(work, visit).isdisjoint(LEADS) or is_its_leader(work, visit)


def led(work: Work, visit_id: int) -> Visit:
    """A visit that the actor may do with what is its own affair."""
    visit = seen(work, visit_id)
    if not may_lead_visit(work, visit):
        raise Refusal("visit_not_yours", code=visit.code)
    return visit


def may_hide(work: Work, visit: Visit) -> bool:
    """Its proposer too; but announced again, once it is in the year, by who decides alone."""
    held = hands(work, visit)
    decided = visit.unannounced and visit.stage != PROPOSED
    return not (held - {Hand.RAISER} if decided else held).isdisjoint(HIDES)


def is_its_leader(work: Work, visit: Visit) -> bool:
    """Of the organisation that proposed it."""
    heads = work.actor.is_any(Role.LEADER, Role.HEAD)
    return heads and visit.organisation_id in work.actor.organisations


def must(work: Work, by: Iterable[Hand]) -> None:
    if hands(work).isdisjoint(by):
        raise Refusal("no_permission", permission=P.SUPERVISE.value)


def way_on(work: Work, visit: Visit) -> VisitStage | None:
    """The step that comes next, whoever may take it."""
    return next_stage(visit, work.visits.left_out())


def facts_of(work: Work, visit: Visit) -> dict[str, Any]:
    """What a line says of it."""
    return {
        "code": visit.code,
        "species": visit.species.value,
        "stage": visit.stage,
        "theme": work.lookups.name(visit.theme_id),
        "body": work.lookups.name(visit.body_id),
        "org": work.offices.organisation_name(visit.organisation_id),
        "window": (visit.on_day or visit.first, visit.on_day or visit.last),
        "hidden": visit.unannounced or None,
    }


def people_of(work: Work, visit: Visit, hand: Hand) -> Sequence[int]:
    """Who they are."""
    match hand:
        case Hand.RAISER:
            return _here(work, visit.proposed_by)
        case Hand.OWNER:
            return _here(work, visit.head_id)
        case Hand.DUTY:
            return work.duties.people(SUPERVISION, work.today)
        case Hand.DUTY_HEAD:
            return work.duties.leaders(SUPERVISION, work.today)
        case Hand.OFFICE:
            return [p.id for p in work.people.with_role(Role.OFFICE_ADMIN, work.today)]
        case Hand.LEADER:
            return [p.id for p in work.people.with_role(Role.LEADER, work.today)]
    return []


def _here(work: Work, person_id: int | None) -> Sequence[int]:
    """Nobody who left."""
    here = person_id is not None and work.people.get(person_id, work.today)
    return [person_id] if person_id and here else []


def whose_turn(work: Work, visit: Visit, stage: VisitStage) -> Sequence[int]:
    """Whoever takes the next step: the first hand of somebody who knows of the visit."""
    about, by = f"visit:{visit.id}", (*stage.by, Hand.DUTY_HEAD, Hand.OFFICE)
    found = (those_who_know(work, about, people_of(work, visit, hand)) for hand in by)
    return next((people for people in found if people), [])


def due_on(work: Work, visit: Visit, step: VisitStage) -> date | None:
    """What was due before it was even proposed is due a week after that, before the visit."""
    done = work.day(visit.done_at) if visit.done_at else None
    due = due_of(visit, step, done, work.office_days.all())
    first = min(work.day(visit.proposed_at) + REMINDED, visit.day)
    return max(due, first) if due else None


def whose_answer(work: Work, visit: Visit) -> Sequence[int]:
    """Who says yes or no for a proposal: whoever made it; where they left, who decides."""
    return people_of(work, visit, Hand.RAISER) or people_of(work, visit, Hand.DUTY_HEAD)


def approved_by(work: Work, visit: Visit) -> Sequence[int]:
    """The leader who approves it, or took it into the year."""
    leaders = people_of(work, visit, Hand.LEADER)
    found = (visit.approver_id, settled_by(work, visit, leaders))
    return [one for one in leaders if one in found]


def settled_by(work: Work, visit: Visit, leaders: Sequence[int]) -> int | None:
    steps = work.journal.history("visit", visit.id)
    who = next((step.who for step in reversed(steps) if step.event == SETTLED), None)
    return next((one for one in leaders if work.accounts.subject(one) == who), None)


def concerned(work: Work, visit: Visit, *, team: bool = True) -> Iterable[int]:
    """Who proposed it or what became one with it, who approved either, who goes, who decides."""
    for one in (visit, *work.visits.merged_into(visit.id)):
        yield from people_of(work, one, Hand.RAISER)
        yield from approved_by(work, one)
    if team:
        yield from (member.person_id for member in work.teams.of(visit.id))
    yield from people_of(work, visit, Hand.OWNER)
    yield from people_of(work, visit, Hand.DUTY_HEAD)


def tell_concerned(
    work: Work, visit: Visit, message: Message, *, at_once: bool = False, team: bool = True
) -> None:
    """In working hours, with the way to its card for whoever may see it; those who go, where they
    know the hour already, `at_once`. Who only goes along on a hidden one hears nothing before
    that, and no day."""
    going = _going(work, visit) if at_once else set()
    people = list(dict.fromkeys(concerned(work, visit, team=team)))
    seeing = those_who_know(work, f"visit:{visit.id}", people)
    opens = ((Press("v.open", visit.id, label=visit.code),),)
    blind = replace(message, facts={**message.facts, **BLIND})
    for person in (one for one in people if one in seeing or one in going):
        key = f"{message.kind}:{visit.id}:{visit.version}:{spell(work.now)}:{person}"
        told = replace(message, buttons=opens) if person in seeing else blind
        work.tell_at_work(person, key, told, urgent=person in going)


def told_of(work: Work, visit: Visit, *, at_once: bool) -> list[int]:
    """Whom `tell_concerned` tells, but the one who does it."""
    people = list(dict.fromkeys(concerned(work, visit)))
    seeing = {*those_who_know(work, f"visit:{visit.id}", people)}
    told = seeing | (_going(work, visit) if at_once else set())
    return [one for one in people if one in told and one != work.actor.person_id]


def _going(work: Work, visit: Visit) -> set[int]:
    return {member.person_id for member in work.teams.of(visit.id)}


def refresh(work: Work, *visits: Visit) -> None:
    """Whoever has a card of it sees it as it is."""
    for visit in visits:
        subject = f"visit:{visit.id}"
        work.redraw(subject, *work.cards.holders(subject))


def kept(work: Work, visit: Visit) -> None:
    """Write it down; two who change it at once do not both win."""
    if not work.visits.save(visit):
        raise Refusal("visit_moved_on", code=visit.code)


def must_say(why: str) -> str:
    """The reason that is kept with a visit; without words there is none."""
    if not (reason := clean(why, WORDS_LETTERS)):
        raise Refusal("words_needed")
    return reason


def own_last(
    work: Work, row_id: int, event: str, may_be: Callable[[Work, int], Visit]
) -> tuple[Entry, Visit]:
    """What its own hand did a moment ago to a visit that `may_be` changed still, and that nobody
    went on from: it is taken back."""
    row = must_find(work.journal.row(row_id))
    if row.kind != "visit" or row.event != event or row.who != work.actor.subject:
        raise Refusal("too_late_to_undo")
    visit = may_be(work, row.subject)
    if work.now - row.at > TAKEN_BACK:
        raise Refusal("too_late_to_undo")
    if visit.version != row.facts["version"]:
        raise Refusal("others_acted")
    return row, visit


def was_read_back(work: Work, visit: Visit, topic: str) -> Mapping[str, Any]:
    """What was read back of a visit, and is done now: once, and only where it stands as it did."""
    waited = work.expectations.find(work.actor.me, topic, visit.id, work.now)
    if waited is None:
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, topic, visit.id)
    if waited.answers["version"] != visit.version:
        raise Refusal("visit_moved_on", code=visit.code)
    return waited.answers
