"""The team of a sealed visit hears day, hour and gathering point; where it goes its head says."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from actions.desk import action, view
from actions.office.roster import one_of
from actions.supervision.sealing import opens, read_sealed, tell_those_who_stay, waits
from actions.supervision.team import members_of
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message, Press
from domain.names import clean, says_place
from domain.refusals import Refusal
from domain.seals import TOPIC, Sealed
from domain.visits import WORDS_LETTERS, Named, TeamRole
from storage import Work
from storage.lookups import BODY
from storage.rows import spell

P = Permission


def _asks(work: Work, seal_id: str, what: str) -> Message:
    asks = Expectation(TOPIC, 0, {"asks": what, "sealed": seal_id})
    work.expectations.expect(work.actor.me, asks, work.now)
    return Message(f"sealed.ask_{what}", topic=f"{TOPIC}:0")


def _approved(work: Work, seal_id: str) -> Sealed:
    sealed = read_sealed(work, seal_id)
    if not sealed.salt:
        raise Refusal("seal_not_approved")
    return sealed


def _awaited(work: Work) -> tuple[str, Sealed]:
    seal_id = str(waits(work).get("sealed", ""))
    return seal_id, _approved(work, seal_id)


@action(needs=P.SUPERVISE)
def ask(work: Work, seal_id: str) -> Message:
    """Who goes; then when and from where. What is typed is never written down as it is."""
    _approved(work, seal_id)
    return _asks(work, seal_id, "team")


@action(needs=P.SUPERVISE)
def set_team(work: Work, named: Sequence[Named]) -> Message:
    """Its head reads where it goes half a day before, to say it aloud."""
    seal_id, sealed = _awaited(work)
    members = members_of((one_of(work, one.name), one.part) for one in named)
    tell_those_who_stay(work, seal_id, sealed, members)
    work.sealed.put(replace(sealed, team=tuple(members.items()), briefed=False), seal_id)
    return _asks(work, seal_id, "gather")


@action(needs=P.SUPERVISE)
def gather(work: Work, starts: datetime, meets: str) -> Message:
    """Within the days that were approved; said again, the team hears it again. Where it knows the
    hour before it hears at once that this is none, and the new one when that is near."""
    seal_id, sealed = _awaited(work)
    if starts <= work.now:
        raise Refusal("due_past", due=starts)
    if not (sealed.first and sealed.last and sealed.first <= work.day(starts) <= sealed.last):
        raise Refusal("seal_day", first=sealed.first, last=sealed.last)
    point = clean(meets, WORDS_LETTERS)
    if says_place(point, _names(work, sealed)):
        raise Refusal("seal_gather_place")
    moved = replace(sealed, starts=starts, meets=point, briefed=False)
    work.sealed.put(moved, seal_id)
    if moved.briefs(work.now):
        _tell(work, seal_id, moved, anew=sealed.briefed)
    elif sealed.briefed:
        _tell_no_longer(work, seal_id, moved)
    work.expectations.forget(work.actor.me, TOPIC, 0)
    return Message("sealed.gathers", {}, opens(seal_id))


@action(needs=P.RUN_TIMETABLE)
def brief(work: Work) -> None:
    """Half a day before. Without the key nobody can be told, and nothing else stops."""
    try:
        sealed = work.sealed.all()
    except Refusal:
        return
    for seal_id, one in sealed.items():
        if one.briefs(work.now):
            _tell(work, seal_id, one)


def _tell_no_longer(work: Work, seal_id: str, sealed: Sealed) -> None:
    for person, _ in sealed.team:
        key = f"sealed:{seal_id}:moved:{spell(work.now)}:{person}"
        work.tell(person, key, Message("sealed.moved", protect=True), urgent=True)


def _names(work: Work, sealed: Sealed) -> tuple[str, ...]:
    """What its place is called: as it was typed, as the office's list has it, its locality."""
    known = work.lookups.find(BODY, sealed.body)
    listed = work.lookups.names(known[0].id) if len(known) == 1 else []
    place = work.offices.locality_name(work.offices.locality_in(sealed.body, work.today))
    return (sealed.body, *listed, *filter(None, (place,)))


def _tell(work: Work, seal_id: str, sealed: Sealed, *, anew: bool = False) -> None:
    """Nobody reads in it where it goes: its head taps for that."""
    facts = {
        "starts": sealed.starts,
        "meets": sealed.meets,
        "head": work.people.name(sealed.head_id),
        "anew": anew or None,
    }
    message = Message("sealed.brief", facts, protect=True)
    where = ((Press("v.sealat", 0, seal_id),),)
    for person, part in sealed.team:
        key = f"sealed:{seal_id}:{spell(work.now)}:{person}"
        own = replace(message, buttons=where) if part is TeamRole.HEAD else message
        work.tell(person, key, own, drop_after=sealed.starts, urgent=anew)
    work.sealed.put(replace(sealed, briefed=True), seal_id)


@view(needs=P.SUPERVISE)
def road(work: Work, seal_id: str) -> Message:
    """The paper for the road: the point is written in by hand."""
    sealed = _approved(work, seal_id)
    facts: dict[str, Any] = {
        "office": work.office.name,
        "code": seal_id[:6],
        "species": sealed.species.value,
        "theme": sealed.theme,
        "place": "",
        "starts": sealed.starts,
        "meets": sealed.meets,
        "team": tuple(
            {"name": work.people.name(person), "part": part.value} for person, part in sealed.team
        ),
    }
    return Message("visit.road", facts, paper="road_paper", protect=True)
