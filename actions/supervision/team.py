"""Who goes, when and where they gather; of where an unannounced visit goes no message speaks."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from actions.desk import action, view
from actions.office.roster import one_of
from actions.office.unannounced import hands, is_member, may_see
from actions.supervision.known import (
    facts_of,
    kept,
    refresh,
    seen,
    seen_by_number,
    tell_concerned,
)
from domain.access import Hand, Permission
from domain.dialogue import Expectation
from domain.expiring import WHERE
from domain.letters import Message, Press, Rows, result, toast
from domain.names import clean, says_place
from domain.overlap import By, PlannedSpan, overlapping
from domain.refusals import Refusal
from domain.visits import (
    BRIEFED,
    MERGED,
    WORDS_LETTERS,
    Named,
    TeamRole,
    Visit,
    check_team,
)
from storage import Work
from storage.rows import spell

P = Permission
TEAM, GATHER = "visit.team", "visit.gather"
GOING = "going"
"""What a message speaks of that says when the team gathers."""
SETS = (Hand.DUTY_HEAD, Hand.OWNER, Hand.LEADER, Hand.OFFICE)


def set_up(work: Work, visit_id: int) -> Visit:
    """A visit whose team and hour the actor says."""
    visit = seen(work, visit_id)
    if hands(work, visit).isdisjoint(SETS):
        raise Refusal("visit_not_yours", code=visit.code)
    if not visit.is_open or visit.done_at or visit.stage == MERGED:
        raise Refusal("visit_moved_on", code=visit.code)
    return visit


@action(needs=P.SUPERVISE)
def ask(work: Work, visit_id: int, topic: str) -> Message:
    """Who goes, or when and where they gather: one line answers."""
    visit = set_up(work, visit_id)
    if topic not in (TEAM, GATHER):
        raise Refusal("unknown_button")
    work.expectations.expect(work.actor.me, Expectation(topic, visit.id), work.now)
    kind = topic.replace("visit.", "visit.ask_", 1)
    return Message(kind, {"code": visit.code}, topic=f"{topic}:{visit.id}")


@action(needs=P.SUPERVISE)
def set_team(work: Work, visit_id: int, named: Sequence[Named]) -> Message:
    """Who goes; whoever is elsewhere on its day is «bận»."""
    visit = set_up(work, visit_id)
    send(work, visit, members_of((one_of(work, one.name), one.part) for one in named))
    return _as_set(work, visit)


def _as_set(work: Work, visit: Visit) -> Message:
    team, busy = team_rows(work, visit), busy_names(work, visit)
    return result("visit.team_set", code=visit.code, team=team, busy=busy)


def send(work: Work, visit: Visit, members: dict[int, TeamRole]) -> None:
    """They go, and hear so when its hour is near; whoever no longer does hears that at once."""
    head = next(person for person, part in members.items() if part is TeamRole.HEAD)
    told = _told(work, visit) if head == visit.head_id else ()
    recall(work, visit)
    _tell_those_who_stay(work, visit, members)
    work.teams.set(visit.id, members)
    kept(work, replace(visit, head_id=head))
    work.expectations.forget(work.actor.me, TEAM, visit.id)
    work.log("team", "visit", visit.id)
    refresh(work, visit)
    brief(work, work.visits.get(visit.id), but=told)


def members_of(named: Iterable[tuple[int, TeamRole]]) -> dict[int, TeamRole]:
    """The first is the head, unless another is called so."""
    members = dict(named)
    if members and TeamRole.HEAD not in members.values():
        members[next(iter(members))] = TeamRole.HEAD
    check_team(members)
    return members


@action(needs=P.SUPERVISE)
def set_team_by_number(work: Work, number: int, named: Sequence[Named]) -> Message:
    """«GS19 đoàn: Trận trưởng đoàn, Liên thư ký, Sơn»"""
    return set_team.run(work, seen_by_number(work, number).id, named)


@action(needs=P.SUPERVISE)
def change_team_by_number(
    work: Work, number: int, joins: Sequence[Named], leaves: Sequence[Named]
) -> Message:
    """«GS19 thay Lụa bằng Tâm», «GS19 thêm Tâm»: the others stay, each as what they were."""
    visit = set_up(work, seen_by_number(work, number).id)
    send(work, visit, _changed(work, visit, joins, leaves))
    return _as_set(work, visit)


def _changed(
    work: Work, visit: Visit, joins: Sequence[Named], leaves: Sequence[Named]
) -> dict[int, TeamRole]:
    """Whoever goes for another is what that one was; a team without its head is none."""
    members = {member.person_id: member.part for member in work.teams.of(visit.id)}
    going = {one_of(work, one.name): one for one in leaves}
    if strangers := [one.name for person, one in going.items() if person not in members]:
        raise Refusal("visit_not_in_team", code=visit.code, names=strangers)
    free = [members[person] for person in going] if joins else []
    stay = {person: part for person, part in members.items() if person not in going}
    coming = {one_of(work, one.name): one.part for one in joins}
    for person, part in coming.items():
        was = free.pop(0) if free else TeamRole.MEMBER
        stay.setdefault(person, was if part is TeamRole.MEMBER else part)
    if not members:
        return members_of(stay.items())
    check_team(stay)
    return stay


def team_rows(work: Work, visit: Visit) -> tuple[dict[str, Any], ...]:
    members, busy = work.teams.of(visit.id), _busy(work, visit)
    return tuple(
        {
            "name": m.name,
            "part": m.part.value,
            "busy": "yes" if m.person_id in busy else None,
            "comes": None if m.comes is None else str(m.comes),
            "agrees": None if m.agrees is None else str(m.agrees),
            "why": m.objects or None,
        }
        for m in members
    )


def _busy(work: Work, visit: Visit) -> frozenset[int]:
    """Those of the team who are to be elsewhere on its day, once it is known: on another visit or
    a day out, or with work that is due then."""
    people = frozenset(member.person_id for member in work.teams.of(visit.id))
    first, day = visit.on_day or visit.first, visit.day
    if first != day or not people or visit.arrived_at:
        return frozenset()
    plan = PlannedSpan(f"visit:{visit.id}", day, day, people=people)
    met = overlapping(plan, work.overlaps.near(plan, work.zone))
    there = [met for other, met in met if other.last == day or other.about.startswith("activity:")]
    return frozenset(who for met in there for who in met.common.get(By.PERSON, ()))


def busy_names(work: Work, visit: Visit) -> list[str]:
    return sorted(work.people.name(person) for person in _busy(work, visit))


def tell_moved(
    work: Work, visit: Visit, was: Visit, *, at_once: bool = False, team: bool = True
) -> None:
    """Of one that nobody is told of beforehand a message bears its code alone."""
    hidden = {"theme": "", "body": ""} if visit.unannounced else {}
    hours = {"starts": visit.starts_at, "meets": visit.meets, "was": was.starts_at}
    kind = "visit.is_moved" if visit.starts_at else "visit.is_put_off"
    way = {"sooner": "yes" if visit.day < was.day else None}
    way |= {"later": None if way["sooner"] else "yes"}
    message = Message(kind, {**facts_of(work, visit), **hidden, **hours, **way})
    tell_concerned(work, visit, message, at_once=at_once, team=team)


def brief(work: Work, visit: Visit, *, anew: bool = False, but: Collection[int] = ()) -> None:
    """Where an unannounced one goes its head says aloud, who reads it by a tap. What the team was
    told already is told `anew` at once."""
    if visit.starts_at is None:
        return
    place = "" if visit.unannounced else work.lookups.name(visit.body_id)
    facts = {
        "code": visit.code,
        "starts": visit.starts_at,
        "meets": visit.meets,
        "head": work.people.name(visit.head_id),
        "place": place,
        "secret": visit.unannounced or None,
        "anew": anew or None,
    }
    message = Message("visit.brief", facts, protect=visit.unannounced)
    hold = work.now if anew else max(work.now, visit.starts_at - BRIEFED)
    for person in [m.person_id for m in work.teams.of(visit.id) if m.person_id not in but]:
        key = f"{_brief_key(visit)}{visit.version}:{person}"
        own = replace(message, buttons=_answers(visit, person))
        how = {"hold_until": hold, "drop_after": visit.starts_at, "urgent": anew}
        work.tell(person, key, own, **how)


def _answers(visit: Visit, person_id: int) -> Rows:
    """Whether they come; and for its head alone where it goes, which the message does not say."""
    comes = (Press("v.comes", visit.id), Press("v.not", visit.id))
    leads = visit.unannounced and person_id == visit.head_id
    return (comes, (Press("v.where", visit.id),)) if leads else (comes,)


@view(needs=P.SUPERVISE)
def where(work: Work, visit_id: int) -> Message:
    """Where an unannounced one goes, for whoever says it aloud: it does not stay in the chat."""
    visit = seen(work, visit_id)
    facts = facts_of(work, visit)
    return Message("visit.where", facts, protect=True, expires=f"{WHERE}:{visit.id}")


def is_briefed(work: Work, visit: Visit) -> bool:
    """The team knows its hour already: what becomes of it is told at once, at any hour."""
    starts = visit.starts_at
    return starts is not None and starts - BRIEFED <= work.now and not visit.arrived_at


def goes_along(work: Work, visit_id: int) -> bool:
    """Whether the actor is of its team and hears so by now: of a hidden one, half a day before."""
    visit = work.visits.get(visit_id)
    return is_member(work, visit) and (may_see(work, visit) or is_briefed(work, visit))


def told_guests(work: Work, visit: Visit) -> tuple[str, ...]:
    """Invited citizens who said yes: no message reaches them, so that people call them."""
    return tuple(guest.name for guest in work.guests.of(visit.id) if guest.comes)


def _told(work: Work, visit: Visit) -> Collection[int]:
    """Those who know the hour already."""
    going = {member.person_id for member in work.teams.of(visit.id)}
    return going if is_briefed(work, visit) else ()


def _tell_those_who_stay(work: Work, visit: Visit, members: Collection[int]) -> None:
    """Who was told the hour and goes no longer hears it at once."""
    message = Message("visit.stays", {"code": visit.code}, protect=visit.unannounced)
    for person in {*_told(work, visit)} - {*members}:
        key = f"visit.stays:{visit.id}:{spell(work.now)}:{person}"
        work.tell(person, key, message, urgent=True)


def tell_no_longer(work: Work, visit: Visit) -> None:
    """The hour that the team was told is none; of a hidden one the new day is told when it is
    near."""
    message = Message("visit.is_put_off", {"code": visit.code, "later": "no"}, protect=True)
    for member in work.teams.of(visit.id):
        key = f"visit.no_longer:{visit.id}:{visit.version}:{member.person_id}"
        work.tell(member.person_id, key, message, urgent=True)


def must_not_tell(work: Work, visit: Visit, point: str) -> None:
    """The team of an unannounced visit gathers where it does not go."""
    if visit.unannounced and names_place(work, visit, point):
        raise Refusal("visit_gather_place", code=visit.code)


def names_place(work: Work, visit: Visit, point: str) -> bool:
    """Whether a gathering point says where the visit goes."""
    place = work.offices.locality_name(visit.locality_id)
    return says_place(point, (*work.lookups.names(visit.body_id), *filter(None, (place,))))


def _brief_key(visit: Visit) -> str:
    return f"visit.brief:{visit.id}:"


def recall(work: Work, visit: Visit) -> None:
    """What the team was to hear holds no longer."""
    work.outbox.drop_beginning(_brief_key(visit))


@action(needs=P.SUPERVISE)
def come(work: Work, visit_id: int, yes: bool, why: str = "") -> Message:
    """A member says whether they come; who cannot is named to the head."""
    visit = work.visits.get(visit_id)
    if not goes_along(work, visit.id) or not work.teams.comes(visit.id, work.actor.me, yes=yes):
        raise Refusal("not_found")
    work.log("comes" if yes else "comes_not", "visit", visit.id)
    refresh(work, visit)
    facts = {"code": visit.code, "name": work.actor.name, "why": clean(why, WORDS_LETTERS)}
    if not yes:
        key = f"visit.not:{visit.id}:{visit.version}:{work.actor.me}"
        soon = is_briefed(work, visit)
        told = Message("visit.comes_not", facts)
        work.tell_at_work(visit.head_id, key, told, urgent=soon)
    return toast("visit.comes" if yes else "visit.told_head", code=visit.code)


@action(needs=P.SUPERVISE)
def come_by_number(work: Work, number: int, yes: bool, why: str = "") -> Message:
    """«GS19 đã rõ», «GS19 không đi được, con ốm»"""
    return come.run(work, work.visits.by_number(number).id, yes, why)


def may_set_up(work: Work, visit: Visit) -> bool:
    return visit.is_open and not visit.done_at and not hands(work, visit).isdisjoint(SETS)
