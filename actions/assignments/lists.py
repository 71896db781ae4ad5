"""Lists of assignments: my week, the section's, what waits for me, what is overdue."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from actions.assignments.cards import must_see
from actions.assignments.chasing import remind_all
from actions.assignments.morning_lines import days_since
from actions.desk import view
from actions.rooms import to_approve as to_approve_elsewhere
from domain.access import Permission, Role
from domain.assignment_rights import may_decide, may_see, waits_for
from domain.assignments import Assignment, Status
from domain.hours import LEADER_AFTER, SPOKEN_OF
from domain.letters import Message, Place, Press, Rows, paged, rows_of
from domain.periods import Week
from domain.refusals import Refusal
from storage import Work
from storage.bundles import Bundles
from storage.requests import Request

SHOWN, LONG = 9, 5
"""So many lines of a list, and of one whose lines are long."""
SOON = 3
PARTS = ("lead", "approver", "assigner")


@dataclass(frozen=True, slots=True)
class OpenItem:
    """Something open that bears a person's name, and in which part: for handing over."""

    id: int
    number: int
    code: str
    title: str
    due_at: datetime
    part: str


@dataclass(frozen=True, slots=True)
class Turns:
    """Which button turns a list, of which section it is, and the page; none when it is asked."""

    verb: str
    of: int
    page: int | None


def status_of(work: Work, a: Assignment) -> str:
    """Where an assignment stands in a list: overdue, soon, new, doing or review."""
    if a.state is Status.REVIEW:
        return "review"
    if a.overdue(work.now):
        return "overdue"
    if a.state is Status.ASSIGNED:
        return "new"
    return "soon" if _due_soon(work, a) else "doing"


def _due_soon(work: Work, a: Assignment) -> bool:
    """Within three working days, accepted or not."""
    days = work.calendar.days_between(work.today, work.day(a.due_at))
    return a.under_way and not a.overdue(work.now) and days <= SOON


def line_of(work: Work, a: Assignment) -> dict[str, Any]:
    """One line of a list."""
    return {
        "n": a.number,
        "mark": status_of(work, a),
        "title": a.title,
        "due": a.due_at,
        "first_due": a.original_due if a.original_due != a.due_at else None,
        "percent": a.percent if a.state is Status.DOING and a.percent else None,
        "lead": work.people.name(a.lead_id),
        "blocked": a.blocked,
    }


def _numbers(found: Sequence[Assignment]) -> Rows:
    return rows_of([Press("a.open", a.id, label=str(a.number)) for a in found[:SHOWN]])


def _counted(work: Work, found: Sequence[Assignment]) -> dict[str, int]:
    marks = Counter(status_of(work, a) for a in found)
    new = sum(a.state is Status.ASSIGNED for a in found)
    return {
        "overdue": marks["overdue"],
        "soon": sum(_due_soon(work, a) for a in found),
        "doing": sum(a.state is Status.DOING for a in found),
        "review": marks["review"],
        "new": new,
    }


def _listed(
    work: Work, kind: str, found: Sequence[Assignment], *rows: Any, **facts: Any
) -> Message:
    lines = [line_of(work, a) for a in found[:SHOWN]]
    more = len(found) - SHOWN if len(found) > SHOWN else None
    whole = {"today": work.today, "lines": lines, "more": more, **_counted(work, found), **facts}
    return Message(kind, whole, (*_numbers(found), *rows))


def _by_pages(
    work: Work,
    kind: str,
    found: Sequence[Assignment],
    turns: Turns,
    *rows: Any,
    **facts: Any,
) -> Message:
    """A list whose lines are long: as many as one screen holds, and the pages beside."""
    page = turns.page or 0
    numbers = [Press("a.open", a.id, label=str(a.number)) for a in found]
    buttons = paged(numbers, page, lambda n: Press(turns.verb, turns.of, str(n)), LONG)
    lines = [line_of(work, a) for a in found[page * LONG : (page + 1) * LONG]]
    whole = {"lines": lines, "count": len(found), **_counted(work, found), **facts}
    place = Place.NEW if turns.page is None else Place.EDIT
    return Message(kind, whole, (*buttons, *rows), place)


def mine_and_stood_for(work: Work) -> list[Assignment]:
    """What I lead, and what whoever I stand in for does."""
    people = (work.actor.me, *sorted(work.actor.stands_for))
    return [a for one in people for a in work.assignments.of_lead(one)]


def _mine_worst_first(work: Work, a: Assignment) -> tuple[bool, bool, bool, datetime, int]:
    """The longest overdue, what is stuck, then by the day; what others look at comes last."""
    stands = a.state is Status.REVIEW
    return stands, not a.overdue(work.now), not a.blocked, a.due_at, a.number


@view(needs=Permission.OWN_WORK)
def my_week(work: Work) -> Message:
    """Everything in my name, in one message; how I did myself comes first to me."""
    me = work.actor.me
    found = sorted(mine_and_stood_for(work), key=lambda a: _mine_worst_first(work, a))
    since = Week.of(work.today).begins(work.zone)
    parts = [(p, work.assignments.get(p.assignment_id)) for p in work.assignments.parts_of(me)]
    helping = [{"n": a.number, "title": a.title, "due": p.due_at or a.due_at} for p, a in parts]
    record = work.assignments.own_record(me, since)
    mine = record if record["reported"] else {"reported": None}
    return _listed(
        work,
        "work.mine",
        found,
        helping=helping,
        **{"reported": mine["reported"], "on_time": record["on_time"], "closed": record["closed"]},
    )


@view(needs=Permission.OWN_WORK)
def my_next_week(work: Work) -> Message:
    """«việc tuần sau»: what I lead and is due from Monday to Sunday, by its limit."""
    coming = Week.of(work.today).next
    mine = work.assignments.of_lead(work.actor.me)
    found = [a for a in mine if coming.monday <= work.day(a.due_at) <= coming.sunday]
    span = {"first": coming.monday, "last": coming.sunday}
    if not found:
        return Message("work.nothing_next_week", span)
    return _listed(work, "work.next_week", found, count=len(found), **span)


@view(needs=Permission.READ_WORK)
def unit_work(work: Work, unit_id: int = 0, page: int | None = None) -> Message:
    """The own section's open work; leaders and the office choose a section or see all."""
    everywhere = work.actor.is_any(Role.LEADER, Role.OFFICE_ADMIN)
    own = sorted(work.actor.units)
    if not everywhere and unit_id not in (0, *own):
        raise Refusal("no_permission")
    wanted = [unit_id] if unit_id else ([] if everywhere else own)
    found = work.assignments.of_unit() if not wanted else _of_units(work, wanted)
    units = work.offices.units(work.today)
    names = {u.id: u.short for u in units}
    name = names.get(wanted[0]) if wanted else None
    late = sum(a.overdue(work.now) for a in found)
    rows: list[tuple[Press, ...]] = []
    if late:
        arg = wanted[0] if wanted else 0
        rows.append((Press("l.late", arg, label=f"@work.late_button={late}"),))
    if everywhere and not unit_id:
        rows += rows_of([Press("l.unit", u.id, label=u.code) for u in units])
    return _by_pages(work, "work.unit", found, Turns("l.unit", unit_id, page), *rows, name=name)


@view(needs=Permission.READ_WORK)
def in_sight(work: Work) -> dict[int, str]:
    """What is under way and the reader leads, gave, or looks after, by its title."""
    everywhere = work.actor.is_any(Role.LEADER, Role.OFFICE_ADMIN)
    own = _of_units(work, sorted(work.actor.units))
    sections = work.assignments.of_unit() if everywhere else own
    found = [*sections, *mine_and_stood_for(work), *work.assignments.open_of(work.actor.me)]
    return {a.id: a.title for a in found if may_see(work.actor, a, supports=False)}


@view(needs=Permission.OWN_WORK)
def own_titles(work: Work) -> dict[int, str]:
    """The same of whoever looks after nobody."""
    return {a.id: a.title for a in mine_and_stood_for(work)}


@view(needs=Permission.READ_WORK)
def unit_coded(work: Work, code: str) -> int:
    """The section with this code; 0 where none is named."""
    if not code:
        return 0
    found = next((u.id for u in work.offices.units(work.today) if u.code == code), None)
    if found is None:
        raise Refusal("not_found")
    return found


def _of_units(work: Work, units: Sequence[int]) -> list[Assignment]:
    return [a for unit in units for a in work.assignments.of_unit(unit)]


@view(needs=Permission.READ_WORK)
def open_of(work: Work, person_id: int) -> list[Assignment]:
    """What somebody has to do, as far as the reader may see it."""
    theirs = [a for a in work.assignments.of_lead(person_id) if a.under_way]
    return [a for a in theirs if may_see(work.actor, a, supports=False)]


@view(needs=Permission.READ_WORK)
def work_of(work: Work, person_id: int) -> Message:
    """«việc của Nam tới đâu rồi»: everything open in this person's name."""
    everything = work.assignments.of_lead(person_id)
    found = [a for a in everything if may_see(work.actor, a, supports=False)]
    name = work.people.name(person_id)
    if not found:
        return Message("work.nothing_of", {"name": name})
    return _listed(work, "work.of_person", found, name=name, count=len(found))


@view(needs=Permission.ASSIGN)
def given_by_me(work: Work) -> Message:
    """What others do for the reader, what is late first."""
    mine = work.assignments.open_of(work.actor.me)
    given = [a for a in mine if a.assigner_id == work.actor.me and a.lead_id != work.actor.me]
    found = sorted(given, key=lambda a: (not a.overdue(work.now), a.due_at, a.number))
    return _listed(work, "work.given_by_me", found, count=len(found), empty=not found or None)


def _went_up(work: Work, asked: Request, a: Assignment) -> bool:
    """Nobody answered it for days: the leaders see it as well, though no bare yes is of it."""
    late = days_since(work, asked.asked_at) >= LEADER_AFTER
    return late and work.actor.is_any(Role.LEADER) and may_decide(work.actor, a)


@view(needs=Permission.DECIDE_WORK)
def to_approve(work: Work) -> Message:
    """«Chờ duyệt»: reports to decide, and requests that wait for an answer."""
    decided_for = (work.actor.me, *sorted(work.actor.decides_for))
    to_decide = [a for one in decided_for for a in work.assignments.to_approve(one)]
    reports = [work.completions.last(a.id) for a in to_decide]
    waiting = [(r, work.assignments.get(r.assignment_id)) for r in work.requests.pending()]
    asked = [(r, a) for r, a in waiting if waits_for(work.actor, a) or _went_up(work, r, a)]
    lines = [
        {**line_of(work, work.assignments.get(r.assignment_id)), "what": "report"}
        for r in reports
        if r
    ]
    lines += [{**line_of(work, a), "what": r.kind} for r, a in asked]
    presses = [
        Press("c.open", r.id, label=str(work.assignments.get(r.assignment_id).number))
        for r in reports
        if r
    ]
    presses += [Press("r.open", r.id, label=str(a.number)) for r, a in asked]
    others = to_approve_elsewhere(work)
    facts = {
        "lines": lines[:SHOWN],
        "others": [{"what": one.what} for one in others],
        "count": len(lines) + len(others),
        "empty": not (lines or others) or None,
    }
    presses += [one.opens for one in others]
    return Message("work.to_approve", facts, rows_of(presses[: SHOWN + len(others)]))


@view(needs=Permission.READ_WORK)
def overdue_list(work: Work, unit_id: int = 0, page: int | None = None) -> Message:
    """The digest's drill-down: overdue work, the worst first, to open, or all to remind."""
    everywhere = work.actor.is_any(Role.LEADER, Role.OFFICE_ADMIN)
    units = [unit_id] if unit_id else ([] if everywhere else sorted(work.actor.units))
    if not everywhere and not set(units) <= set(work.actor.units):
        raise Refusal("no_permission")
    found = work.assignments.of_unit() if not units else _of_units(work, units)
    late = sorted((a for a in found if a.overdue(work.now)), key=_worst_first)
    if not late:
        return Message("work.late_none")
    rows = remind_all(work, unit_id)
    return _by_pages(work, "work.late", late, Turns("l.late", unit_id, page), *rows)


@view(needs=Permission.READ_WORK)
def slowest(work: Work) -> Message:
    """«ai chậm nhất»: whose work has been overdue for the longest, and what comes next."""
    everywhere = work.actor.is_any(Role.LEADER, Role.OFFICE_ADMIN)
    seen = work.assignments.of_unit() if everywhere else _of_units(work, sorted(work.actor.units))
    late = sorted((a for a in seen if a.overdue(work.now)), key=_longest_first)
    if not late:
        return Message("work.late_none")
    worst, days = late[0], work.calendar.days_between(work.day(late[0].due_at), work.today)
    facts = {"lead": work.people.name(worst.lead_id), "worst": worst.number, "days": days}
    everything = (Press("l.late", label="@button.d.over"),) if len(late) > LONG else ()
    lines = [line_of(work, a) for a in late[:LONG]]
    rows = rows_of([Press("a.open", a.id, label=str(a.number)) for a in late[:LONG]])
    return Message("work.slowest", {**facts, "lines": lines}, (*rows, everything))


def _longest_first(a: Assignment) -> tuple[datetime, int]:
    return a.due_at, a.number


def _worst_first(a: Assignment) -> tuple[bool, datetime, int]:
    """What is blocked waits for a decision; then as in the report, the longest overdue."""
    return not a.blocked, a.due_at, a.number


@view(needs=Permission.OWN_WORK)
def find(work: Work, number: int) -> Assignment:
    """An assignment by the number that people type."""
    a = work.assignments.by_number(number)
    if a is None:
        raise Refusal("no_such_number", number=number)
    must_see(work, a)
    return a


@view(needs=Permission.OWN_WORK)
def my_open(work: Work) -> list[Assignment]:
    """What I lead that is not done yet."""
    return [a for a in mine_and_stood_for(work) if a.under_way]


@view(needs=Permission.OWN_WORK)
def my_reported(work: Work) -> list[Assignment]:
    """What I reported as done, and waits for its verdict."""
    return [a for a in mine_and_stood_for(work) if a.state is Status.REVIEW]


@view(needs=Permission.OWN_WORK)
def sent_back(work: Work) -> list[Assignment]:
    """My own work whose report came back last."""
    found = ((a, work.completions.last(a.id)) for a in mine_and_stood_for(work) if a.under_way)
    return [a for a, report in found if report and report.state == "returned"]


@view(needs=Permission.OWN_WORK)
def together_with(work: Work, person_id: int) -> int | None:
    """The newest work under way between the two: led by one, given or approved by the other."""
    me = work.actor.me
    sides = ((me, person_id), (person_id, me))
    found = [
        a
        for lead, other in sides
        for a in work.assignments.of_lead(lead)
        if other in (a.assigner_id, a.approver_id)
    ]
    return max((a.id for a in found), default=None)


@view(needs=Permission.OWN_WORK)
def just_given(work: Work) -> list[Assignment]:
    """What came to me a moment ago and waits to be accepted, where nothing else does."""
    new = [a for a in mine_and_stood_for(work) if a.state is Status.ASSIGNED]
    fresh = [a for a in new if work.now - a.issued_at <= SPOKEN_OF]
    return fresh if len(fresh) == len(new) else []


@view(needs=Permission.OWN_WORK)
def in_bundle(work: Work, bundle_id: int) -> list[Assignment]:
    """The assignments of one message, in the reader's name."""
    me = work.actor.me
    return [a for a in work.of(Bundles).items(bundle_id) if a.lead_id == me and a.under_way]


def open_items(work: Work, person_id: int) -> list[OpenItem]:
    """The same, for a deed that hands it over."""
    items = []
    for a in work.assignments.open_of(person_id):
        part = next(p for p in PARTS if getattr(a, f"{p}_id") == person_id)
        items.append(OpenItem(a.id, a.number, a.code, a.title, a.due_at, part))
    for support in work.assignments.parts_of(person_id):
        a = work.assignments.get(support.assignment_id)
        items.append(OpenItem(a.id, a.number, a.code, a.title, a.due_at, "support"))
    return items
