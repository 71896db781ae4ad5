"""Somebody says that they are away: read back, then their work and their decisions go to others;
when the days are over everything is theirs again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from actions.desk import action, view
from actions.office.months import tell_office
from domain.absences import Absence, check, next_in_rank
from domain.access import GRANTS, Permission
from domain.assignment_rights import may_give
from domain.dialogue import Expectation
from domain.letters import Message, Place, Press, Rows, rows_of
from domain.names import given_name
from domain.people import Person
from domain.refusals import Refusal
from storage import Work

TOPIC, READ, NAMED, MAY_BE = "absence", "first", "named", "may_be"
SHOWN = 6


@action(needs=Permission.OWN_WORK)
def say_away(
    work: Work,
    first: date,
    last: date,
    found: Sequence[int],
    whose: int | None = None,
    half: bool = False,
    may_be: str = "",
    slip: bool = False,
) -> Message:
    """Read it back; several of one name, or nobody named yet, are a tap each. `whose` is somebody
    to whom the actor gives work; `half` a day can only be written down as a whole one. Words that
    `may_be` an order are kept: it is a tap beside. A `slip` is put right: these days instead of
    those that are written down."""
    stand_in = found[0] if len(found) == 1 and found[0] else None
    new = checked(work, person_of(work, whose), first, last, stand_in)
    return _read_back(work, new, found, half=half, may_be=may_be, was=_was(work, new, slip=slip))


@view(needs=Permission.SEE_SCHEDULE)
def who_is_away(work: Work, first: date, last: date) -> Message:
    """«tuần sau ai nghỉ»: each with whoever stands in."""
    asked = [one for one in work.absences.coming(first) if one.first <= last]
    rows = [facts_of(work, one) for one in asked]
    days = {"first": first, "last": last if last != first else None}
    return Message("absence.list", {"rows": rows, "none": None if rows else "yes", **days})


@action(needs=Permission.OWN_WORK)
def name_stand_in(work: Work, person_id: int) -> Message:
    """Who does the work meanwhile; 0 is nobody."""
    said, heard = _said(work), work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    whose = person_of(work, said.person_id)
    new = checked(work, whose, said.first, said.last, person_id or None)
    kept = heard.answers if heard else {}
    half, was = bool(kept.get("half")), tuple(kept.get("was") or ())
    return replace(_read_back(work, new, (person_id,), half=half, was=was), place=Place.EDIT)


@action(needs=Permission.OWN_WORK)
def go_away(work: Work) -> Message:
    """«Đúng»: written down without a reason, and told to whom it concerns."""
    said = _said(work)
    heard = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    whose = person_of(work, said.person_id)
    new = checked(work, whose, said.first, said.last, said.stand_in_id)
    if was := heard.answers.get("was") if heard else None:
        work.absences.take_back(new.person_id, *was)
    work.expectations.forget(work.actor.me, TOPIC, 0)
    return write_down(work, new)


def write_down(work: Work, new: Absence) -> Message:
    """It stands, and whom it concerns hears of it."""
    work.absences.add(new)
    row = work.log("away", "person", new.person_id, facts={"first": new.first, "last": new.last})
    _tell(work, new, row)
    back = ((Press("away.back"),),)
    if new.person_id == work.actor.me:
        return Message("absence.kept", facts_of(work, new), back, Place.EDIT)
    by = {**facts_of(work, new), "by": work.actor.name}
    work.tell_at_work(new.person_id, f"away:{row}", Message("absence.kept_for_you", by, back))
    return Message("absence.kept_of", facts_of(work, new), place=Place.EDIT)


@action(needs=Permission.OWN_WORK)
def come_back(work: Work) -> Message:
    """«Đi làm lại»: from today on nobody stands in, also where it was to begin later."""
    mine = [one for one in work.absences.coming(work.today) if one.person_id == work.actor.me]
    if not mine:
        raise Refusal("not_away")
    for one in mine:
        come_back_of(work, one)
    return Message("absence.back")


def come_back_of(work: Work, one: Absence) -> None:
    """These days off go; whoever stood in hears it, and so does whoever is there again by
    another's word."""
    work.absences.take_back(one.person_id, one.first, one.last)
    row = work.log("back", "person", one.person_id)
    told = Message("absence.back_told", {"name": work.people.name(one.person_id)})
    work.tell_at_work(one.stand_in_id, f"back:{row}", told)
    if one.person_id != work.actor.me:
        gone = Message("absence.back_for_you", {"by": work.actor.name, "first": one.first})
        work.tell_at_work(one.person_id, f"there:{row}", gone)


@view(needs=Permission.OWN_WORK)
def my_leave(work: Work) -> Absence | None:
    """The actor's own, that runs or comes next."""
    mine = (one for one in work.absences.coming(work.today) if one.person_id == work.actor.me)
    return next(mine, None)


@action(needs=Permission.OWN_WORK)
def back_on(work: Work, day: date) -> Message:
    """«mai em đi làm lại»: the leave ends on the working day before, read back; one that is over
    by then, or begins later, stays as it is."""
    mine = [one for one in work.absences.coming(work.today) if one.person_id == work.actor.me]
    if not mine:
        raise Refusal("not_away")
    runs = next((one for one in mine if one.first <= day <= one.last), None)
    if runs is None:
        return Message("absence.stays", {**facts_of(work, mine[0]), "back": day})
    last = work.calendar.add_days(day, -1)
    if day <= work.today or last < runs.first:
        return come_back.run(work)
    new = checked(work, person_of(work), runs.first, last, runs.stand_in_id)
    return _read_back(work, new, (runs.stand_in_id or 0,), half=False)


@action(needs=Permission.RUN_TIMETABLE)
def erase_over(work: Work) -> None:
    """Absences that are over are not kept."""
    work.absences.erase_over(work.today)


def _said(work: Work) -> Absence:
    """What was read back and waits for a yes."""
    heard = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if heard is None:
        raise Refusal("question_over")
    said = heard.answers
    return Absence(said.get("whose", work.actor.me), said["first"], said["last"], said["stand_in"])


def checked(work: Work, whose: Person, first: date, last: date, stand_in: int | None) -> Absence:
    """Days to come, a stand-in who is there, and who decides meanwhile."""
    others = work.absences.coming(work.today)
    people = {p.id: p for p in work.people.all(work.today) if p.roles}
    if stand_in is not None and stand_in not in people:
        raise Refusal("not_found")
    new = Absence(
        whose.id, max(first, work.today) if last >= work.today else first, last, stand_in
    )
    check(new, others, work.today, people[stand_in].name if stand_in else "")
    if not any(Permission.DECIDE_WORK in GRANTS[role] for role in whose.roles):
        return new
    away = frozenset(one.person_id for one in others if one.meets(new))
    return replace(new, decides_id=next_in_rank(whose, people.values(), away, stand_in))


def person_of(work: Work, whose: int | None = None) -> Person:
    """Oneself, or somebody to whom the actor gives work."""
    person = work.people.get(whose or work.actor.me, work.today)
    if person is None:
        raise Refusal("no_permission")
    if person.id != work.actor.me and not may_give(work.actor, person.unit_id):
        raise Refusal("absence_of_another", name=person.name)
    return person


def _was(work: Work, new: Absence, *, slip: bool) -> tuple[date, ...]:
    """The days that are put right: the only others of the same person."""
    coming = work.absences.coming(work.today)
    others = [one for one in coming if one.person_id == new.person_id and not one.meets(new)]
    return (others[0].first, others[0].last) if slip and len(others) == 1 else ()


def _read_back(
    work: Work,
    new: Absence,
    found: Sequence[int],
    *,
    half: bool,
    may_be: str = "",
    was: tuple[date, ...] = (),
) -> Message:
    said: dict[str, Any] = {
        READ: new.first,
        "last": new.last,
        "stand_in": new.stand_in_id,
        "half": half,
    }
    named = new.stand_in_id is not None or found == (0,)
    said |= {"whose": new.person_id, NAMED: named, MAY_BE: may_be, "was": list(was)}
    work.expectations.expect(work.actor.me, Expectation(TOPIC, 0, said), work.now)
    choice: Rows = () if named else (*_choice(work, new, found), (Press("away.in", 0),))
    rows = ((Press("away.yes"), Press("q.leave", 0, TOPIC, label="@button.leave")),)
    order: Rows = ((Press("away.work"),),) if may_be else ()
    kind = "absence.read" if named else "absence.who"
    kind += "" if new.person_id == work.actor.me else "_of"
    facts = {
        **facts_of(work, new),
        "half": new.first if half else None,
        "was": was[0] if was else None,
    }
    return Message(kind, facts, (*(choice or rows), *order), topic=f"{TOPIC}:0")


def _choice(work: Work, new: Absence, found: Sequence[int]) -> Rows:
    """Those of the name that was typed; else who works in the same section and is there."""
    away = {one.person_id for one in work.absences.coming(work.today) if one.meets(new)}
    unit = person_of(work, new.person_id).unit_id
    people = [p for p in work.people.all(work.today) if p.id not in away | {new.person_id}]
    near = [p for p in people if (p.id in found if found else unit and p.unit_id == unit)]
    presses = [Press("away.in", p.id, label=given_name(p.name)) for p in near[:SHOWN]]
    return rows_of(presses)


def facts_of(work: Work, new: Absence) -> dict[str, Any]:
    """Whose it is, the days, and who does and decides meanwhile."""
    stand_in, decides = work.people.names(new.stand_in_id, new.decides_id)
    return {
        "name": work.people.name(new.person_id),
        "first": new.first,
        "last": new.last if new.last != new.first else None,
        "stand_in": stand_in,
        "decides": decides,
        "duties": _duties(work, new),
        "stands_for": [work.people.name(one.person_id) for one in _stood_for(work, new)] or None,
    }


def _stood_for(work: Work, new: Absence) -> list[Absence]:
    """Those for whom whoever goes away was to stand in on these days."""
    coming = work.absences.coming(work.today)
    return [one for one in coming if one.stand_in_id == new.person_id and one.meets(new)]


def _duties(work: Work, new: Absence) -> list[str] | None:
    """What they alone answer for in these days, now or by then: nobody else is told of it."""
    held = work.duties.of_person(new.person_id, new.first, new.last)
    return [duty.value for duty in dict.fromkeys(one.duty for one in held)] or None


def _tell(work: Work, new: Absence, row: int) -> None:
    """Who stands in, who decides, and the next in rank hear of it; reports that wait go along."""
    facts = facts_of(work, new)
    led = work.assignments.of_lead(new.person_id)
    due = sum(a.under_way and work.day(a.due_at) <= new.last for a in led)
    told = Message("absence.you_stand", {**facts, "due": due}, ((Press("l.mine"),),))
    work.tell_at_work(new.stand_in_id, f"stand_in:{row}", told)
    for one in _stood_for(work, new):
        lost = Message("absence.stand_in_lost", facts)
        work.tell_at_work(one.person_id, f"stand_in_lost:{row}:{one.person_id}", lost)
    boss = new.decides_id or next_in_rank(
        person_of(work, new.person_id),
        work.people.all(work.today),
        frozenset(work.away),
        new.stand_in_id,
    )
    kind = "absence.you_decide" if new.decides_id else "absence.told"
    if boss != work.actor.me:
        work.tell_at_work(boss, f"absent:{row}", Message(kind, facts))
    if duties := facts["duties"]:
        gives = rows_of([Press("duty", 0, one, label=f"@duty.{one}") for one in duties])
        tell_office(work, f"absent.duties:{row}", Message("absence.duties", facts, gives))
    if new.decides_id:
        _hand_reports(work, new)


def _hand_reports(work: Work, new: Absence) -> None:
    for a in work.assignments.to_approve(new.person_id):
        report = work.completions.last(a.id)
        if report and a.lead_id != new.decides_id:
            at = work.ring_on(new.first)
            work.redraw(f"report:{report.id}", new.decides_id, ring=True, at=at)
