"""Giving work: to one person or several, from the phone or from the briefing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any

from actions.assignments.cards import facts_of, refresh
from actions.assignments.hearing import at_once, late_of
from actions.assignments.whom import away, off_at_limit, unheard
from actions.desk import action
from domain.access import Permission, Role
from domain.assignment_rights import must_give
from domain.assignments import (
    BECAME_WORK,
    TITLE_LETTERS,
    Assignment,
    Evidence,
    Status,
    cancel,
    check_new,
)
from domain.calendar import DAY
from domain.evidence import Proof
from domain.hours import MORNING, UNDO_WITHIN
from domain.letters import Message, Place, Press
from domain.names import shorten
from domain.periods import Span
from domain.refusals import Refusal
from storage import Work
from storage.bundles import Bundles
from storage.journal import Entry

GIVEN = "given"
"""The message that says what was given: never redrawn, but known again."""


@dataclass(frozen=True, slots=True)
class NewWork:
    """What somebody gives: who leads (several: each their own), what, until when."""

    leads: tuple[int, ...]
    what: str
    due: datetime
    expected: str = ""
    supports: tuple[int, ...] = ()
    units: tuple[int, ...] = ()
    localities: tuple[int, ...] = ()
    evidence: str = "none"
    urgent_reason: str = ""
    urgent: bool = False
    source: str = ""
    paper: Mapping[str, Any] | None = None
    """The paper that it came from: `number`, how it was `said`, its `day`."""
    files: tuple[Sequence[str], ...] = ()
    """What came with it: kind, Telegram's two handles, name."""
    at_once: bool = False
    """«Gửi ngay»: it does not wait for working hours, though it is no «Khẩn»."""
    about: str = ""
    """What was raised, and becomes this work: `matter:12`."""
    assigner: int | None = None
    """Who gave it, where somebody else writes it down."""


def issue(work: Work, new: NewWork) -> list[Assignment]:
    """Write it down for each lead and owe them the news."""
    check_new(shorten(new.what, TITLE_LETTERS), new.due, work.now, new.urgent, new.urgent_reason)
    given: list[Assignment] = []
    for lead_id in dict.fromkeys(new.leads):
        a = _issue_to(work, new, lead_id, given[0].id if given else None)
        if not given and len(new.leads) > 1:
            work.assignments.found_group(a.id)
        given.append(a)
    if not given:
        raise Refusal("lead_needed")
    return given


def _issue_to(work: Work, new: NewWork, lead_id: int, group: int | None) -> Assignment:
    lead = work.people.get(lead_id, work.today)
    if lead is None:
        raise Refusal("lead_gone", name=work.people.name(lead_id))
    must_give(work.actor, lead.unit_id, lead.name)
    title, assigner = shorten(new.what, TITLE_LETTERS), new.assigner or work.actor.me
    a = work.assignments.add(
        Assignment(
            id=0,
            code="",
            number=0,
            title=title,
            content=new.what if new.what != title else "",
            expected=new.expected or title,
            source=new.source,
            assigner_id=assigner,
            lead_id=lead_id,
            approver_id=assigner,
            unit_id=lead.unit_id,
            urgent=new.urgent,
            urgent_reason=new.urgent_reason,
            evidence=Evidence(new.evidence),
            original_due=new.due,
            due_at=new.due,
            issued_at=work.now,
            group_id=group,
        )
    )
    at = at_once(work, a.due_at) if new.at_once else work.ring_at(a.urgent)
    _add_helpers(work, a, new, at)
    _add_papers(work, a, new)
    work.log("issued", "assignment", a.id, became=Status.ASSIGNED.value, facts={"due": new.due})
    if new.about:
        _tie(work, new.about, a)
    announce(work, a, at)
    return a


def _tie(work: Work, about: str, a: Assignment) -> None:
    """What was raised says what it became, on every card of it."""
    kind, _, number = about.partition(":")
    work.log(BECAME_WORK, kind, int(number))
    work.redraw(about, *work.cards.holders(about))


def _add_helpers(work: Work, a: Assignment, new: NewWork, at: datetime) -> None:
    work.assignments.add_localities(a.id, new.localities)
    parts = [work.assignments.add_support(a.id, person_id=p) for p in new.supports]
    parts += [work.assignments.add_support(a.id, unit_id=u) for u in new.units]
    for part in map(work.assignments.support, parts):
        work.redraw(
            f"part:{part.id}",
            *_helpers(work, part.person_id, part.unit_id),
            ring=True,
            at=at,
        )


def _add_papers(work: Work, a: Assignment, new: NewWork) -> None:
    if new.paper:
        work.papers.add(a.id, new.paper["number"], new.paper["said"], new.paper["day"])
    for kind, file_id, unique_id, name in new.files:
        proof = Proof(kind, file_id, unique_id, name)
        work.attachments.add(f"assignment:{a.id}", proof, work.now)


def _helpers(work: Work, person_id: int | None, unit_id: int | None) -> list[int]:
    """A person, or whoever heads the section that helps."""
    if person_id is not None:
        return [person_id]
    return [p.id for p in work.people.with_role(Role.HEAD, work.today, unit_id)]


def announce(work: Work, a: Assignment, at: datetime | None = None) -> None:
    """Owe the lead the news: a message that rings, with all else that waits for that ring. While
    they are away it rings at their stand-in's, and at theirs on the day they are back."""
    _tell_office(work, a)
    bundle = work.of(Bundles).put(a, work.now)
    when = at or work.ring_at(a.urgent)
    if absence := work.away.get(a.lead_id):
        doer = work.doer_for(a.lead_id)
        work.redraw(f"assignment:{a.id}", doer, ring=True, at=when, urgent=a.urgent)
        when = work.ring_on(absence.last + DAY)
    work.redraw(f"bundle:{bundle}", a.lead_id, ring=True, at=when, urgent=a.urgent)


def _tell_office(work: Work, a: Assignment) -> None:
    """What is due before the office hears in the morning whom no message reaches, it hears now."""
    morning = work.today if work.here.time() < MORNING else work.today + DAY
    if a.due_at > work.ring_on(morning) or not unheard(work, [a.lead_id], a.urgent):
        return
    message = Message(
        "via.now", facts_of(work, a), ((Press("via", a.lead_id, label="@button.via.read"),),)
    )
    for admin in work.people.with_role(Role.OFFICE_ADMIN, work.today):
        if admin.id not in (work.actor.person_id, a.lead_id):
            work.tell(admin.id, f"via_now:{a.id}:{a.lead_id}", message)


@action(needs=Permission.ASSIGN)
def give(work: Work, works: Sequence[NewWork], topic: str = "") -> Message:
    """Issue one piece of work, or the whole table of a briefing: all of it or none."""
    if topic:
        work.expectations.forget(work.actor.me, topic, 0)
    given = [a for new in works for a in issue(work, new)]
    if not given:
        raise Refusal("nothing_to_give")
    first = given[0]
    is_now = all(new.at_once for new in works)
    at = at_once(work, first.due_at) if is_now else work.ring_at(first.urgent)
    late, hurry = ({}, ()) if is_now else late_of(work, *given)
    facts = {
        **facts_of(work, first),
        "lines": [facts_of(work, a) for a in given],
        "count": len(given),
        "leads": work.people.names(*(a.lead_id for a in given)),
        "at": at if at != work.now else None,
        "unheard": _unheard(work, works),
        "away": away(work, (a.lead_id for a in given)),
        "off": off_at_limit(work, given),
        "urgent_count": work.assignments.urgent_by(work.actor.me, _month(work))
        if first.urgent
        else None,
        "aside": (),
        **late,
    }
    undo = Press("g.undo", first.id, str(len(given)))
    opens = [Press("a.open", a.id, label=str(a.number)) for a in given[:6]]
    rows = ((undo, *hurry), tuple(opens[:3]), tuple(opens[3:]))
    kind = "work.given" if len(given) == 1 else "work.given_many"
    card = f"{GIVEN}:{first.id}"
    return Message(kind, facts, tuple(r for r in rows if r), place=Place.EDIT, card=card)


def _unheard(work: Work, works: Sequence[NewWork]) -> list[str]:
    names = [unheard(work, (*new.leads, *new.supports), new.urgent) for new in works]
    return list(dict.fromkeys(chain.from_iterable(names)))


def _month(work: Work) -> datetime:
    return Span.month(work.today.year, work.today.month).begins(work.zone)


@action(needs=Permission.ASSIGN)
def withdraw(work: Work, first_id: int, count: int) -> Message:
    """«Hoàn tác» of what was just given: all of it, where nobody has acted on it yet."""
    first = work.assignments.get(first_id)
    given = [work.assignments.get(first_id + n) for n in range(count)]
    for a in given:
        fresh = a.issued_at == first.issued_at and work.now - a.issued_at <= UNDO_WITHIN
        if a.assigner_id != work.actor.me or not fresh:
            raise Refusal("too_late_to_undo")
        if a.state is not Status.ASSIGNED:
            raise Refusal("others_acted")
    for a in given:
        _withdraw_one(work, a)
    return Message("work.withdrawn", {"codes": [a.code for a in given]}, place=Place.EDIT)


def take_back_given(work: Work, row: Entry) -> None:
    """The same of one piece of work, said later than at once: whoever saw it hears so."""
    a = work.assignments.get(row.subject)
    if a.assigner_id != work.actor.person_id:
        raise Refusal("others_acted")
    take_back_work(work, a)


def take_back_work(work: Work, a: Assignment) -> None:
    """Where nobody has acted on it yet."""
    if a.state is not Status.ASSIGNED:
        raise Refusal("others_acted")
    seen = [p for bundle in work.of(Bundles).holding(a.id) for p in _holders(work, bundle)]
    _withdraw_one(work, a)
    told = Message("work.withdrawn_told", {**facts_of(work, a), "by": work.actor.name})
    for person_id in dict.fromkeys(seen):
        work.tell_at_work(person_id, f"withdrawn:{a.id}:{person_id}", told)


def _holders(work: Work, bundle: int) -> Sequence[int]:
    return work.assignments.holders(f"bundle:{bundle}")


def to_ring(work: Work, a: Assignment) -> Sequence[int]:
    """The bundles in which it is still to ring at its lead's, who has not begun with it."""
    return work.of(Bundles).to_ring(a, work.now) if a.state is Status.ASSIGNED else ()


def never_rung(work: Work, a: Assignment) -> bool:
    """It went to another, or was called off, before its lead heard of it: nothing of it rings
    there any more."""
    waits = to_ring(work, a)
    for bundle in waits:
        work.of(Bundles).take_out(bundle, a.id)
    return bool(waits)


def _withdraw_one(work: Work, a: Assignment) -> None:
    kept = work.assignments.save(a, cancel(a, "undo", work.now), work.now)
    work.log("withdrawn", "assignment", a.id, was=a.state.value, became=kept.state.value)
    for bundle in work.of(Bundles).holding(a.id):
        if a.lead_id not in _holders(work, bundle):
            work.of(Bundles).take_out(bundle, a.id)
    for part in work.assignments.supports(a.id):
        work.outbox.drop_unseen(f"part:{part.id}")
    refresh(work, kept)
