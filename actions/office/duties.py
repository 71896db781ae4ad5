"""Who answers for what: the office's admin gives each duty to a section, or to one person."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from actions.desk import action, view
from actions.office.months import tell_office
from actions.office.roster import known
from domain.access import OF_ONE_LEADER, Duty, Permission, Role
from domain.dialogue import Expectation
from domain.letters import HERE, Message, Place, Press, rows_of
from domain.names import shorten
from domain.people import Person
from domain.refusals import Refusal
from storage import Work
from storage.duties import GivenDuty

TOPIC, READ = "duty", "duty.read"
LABEL = 18


@view(needs=Permission.FOLLOW_MATTERS)
def duties_page(work: Work, rota: bool = False) -> Message:
    """Everybody may look; whoever looks after the people gives. Who sits in the office on a day
    (`rota`) is kept nowhere."""
    page = _page(work)
    return replace(page, facts={**page.facts, "rota": "none"}) if rota else page


@view(needs=Permission.FOLLOW_MATTERS)
def who_answers(work: Work, said: str, on: date | None = None) -> Message:
    """«ai phụ trách giám sát», today or on a day."""
    duty, day = _known(said), max(on or work.today, work.today)
    row = work.duties.holder(duty, day)
    heads = work.duties.leaders(duty, day) if row and row.unit else []
    facts = {
        "duty": duty.value,
        "who": (row.unit or row.person) if row else None,
        "heads": work.people.names(*heads) or None,
        "free": None if row else "yes",
        "on": day if day > work.today else None,
        "coming": None if on else _coming(work, duty),
    }
    return Message("duties.who", facts)


@view(needs=Permission.MANAGE_PEOPLE)
def duty_page(work: Work, said: str) -> Message:
    """Who may carry a duty: each section a button, one person by name."""
    duty = _known(said)
    sections = [
        Press("duty_unit", unit.id, duty.value, label=shorten(unit.short, LABEL))
        for unit in ([] if duty in OF_ONE_LEADER else work.offices.units(work.today))
    ]
    others = ((Press("duty_person", 0, duty.value), Press("duties", label="@button.back")),)
    return Message("duties.ask", {"duty": duty.value}, rows_of(sections, 2) + others, Place.EDIT)


@view(needs=Permission.MANAGE_PEOPLE)
def ask_end(work: Work, said: str, person_id: int) -> Message:
    """Before somebody answers for it no longer: who does then."""
    duty, person = _known(said), known(work, person_id)
    held = _held(work, duty, person)
    facts = {
        "duty": duty.value,
        "name": person.name,
        "since": held[0].since if held[0].since > work.today else None,
        "until": held[-1].last,
    }
    sure = Press("duty_end", person.id, duty.value, label="@button.duty_end")
    stays = Press("duties", 0, HERE, label="@button.leave")
    return Message("duties.ask_end", facts, ((sure, stays),))


def _held(work: Work, duty: Duty, person: Person) -> Sequence[GivenDuty]:
    """When they alone have it, now or later."""
    held = [one for one in work.duties.of_person(person.id, work.today) if one.duty is duty]
    if not held:
        raise Refusal("duty_not_theirs", name=person.name, duty=duty.value)
    return held


@action(needs=Permission.MANAGE_PEOPLE)
def end_duty(work: Work, said: str, person_id: int) -> Message:
    """Whoever was to follow does so at once; both are told, and the office where nobody does."""
    duty, person = _known(said), known(work, person_id)
    held = _held(work, duty, person)
    work.duties.end_of(person.id, work.today, duty)
    row = work.log("duty.ended", "person", person.id, became=duty.value)
    holder = work.duties.holder(duty, work.today)
    facts = {"duty": duty.value, "who": (holder.unit or holder.person) if holder else None}
    work.tell(person.id, f"duty:{row}:{person.id}", Message("duties.over", facts))
    for leader in work.duties.leaders(duty, work.today):
        if held[0].since <= work.today:
            message = Message("duties.begins", {**facts, "until": None}, ((Press("m.list"),),))
            work.tell(leader, f"duty:{row}:{leader}", message)
    if holder is None:
        tell_nobody(work, [duty])
    return _page(work)


@action(needs=Permission.MANAGE_PEOPLE)
def ask_person(work: Work, said: str) -> Message:
    waits = Expectation(TOPIC, 0, {"duty": _known(said).value})
    work.expectations.expect(work.actor.me, waits, work.now)
    leave = Press("q.leave", 0, TOPIC, label="@button.leave")
    return Message("duties.ask_person", {"duty": said}, ((leave,),), topic=f"{TOPIC}:0")


@action(needs=Permission.MANAGE_PEOPLE)
def give_to_unit(work: Work, said: str, unit_id: int) -> Message:
    duty = _known(said)
    units = {unit.id for unit in work.offices.units(work.today)}
    if unit_id not in units or duty in OF_ONE_LEADER:
        raise Refusal("not_found")
    before = work.duties.leaders(duty, work.today)
    work.duties.give(duty, work.today, unit_id=unit_id)
    row = work.log("duty.given", "office", work.actor.office_id, became=duty.value)
    _tell(work, duty, row, before, _dates(None, None))
    return _page(work, Place.EDIT)


@action(needs=Permission.MANAGE_PEOPLE)
def read_back(
    work: Work, said: str, person_id: int, since: date | None = None, until: date | None = None
) -> Message:
    """To one person, who decides in it themselves: shown before it is so."""
    duty, person = _known(said), known(work, person_id)
    if duty in OF_ONE_LEADER and Role.LEADER not in person.roles:
        raise Refusal("not_a_leader", name=person.name)
    if until and until < (since or work.today):
        raise Refusal("matter_day")
    days = {"since": since, "until": until}
    kept = {"duty": duty.value, "person": person.id} | {
        name: day.isoformat() for name, day in days.items() if day
    }
    work.expectations.forget(work.actor.me, TOPIC, 0)
    asked = Expectation(READ, 0, kept)
    work.expectations.expect(work.actor.me, asked, work.now)
    before = work.duties.holder(duty, since or work.today)
    facts = {
        "duty": duty.value,
        "name": person.name,
        "before": (before.unit or before.person) if before else None,
        **_dates(since, until),
    }
    send = Press("duty_go", 0, asked.mark, label="@button.send")
    leave = Press("q.leave", 0, READ, label="@button.leave")
    return Message("duties.read", facts, ((send, leave),), topic=f"{READ}:0")


@action(needs=Permission.MANAGE_PEOPLE)
def give_to_person(work: Work, mark: str = "") -> Message:
    """«Gửi»: whoever gets it, and whoever had it, is told."""
    waited = work.expectations.find(work.actor.me, READ, 0, work.now)
    if waited is None or not waited.is_read_as(mark):
        raise Refusal("question_over")
    kept = waited.answers
    duty, person = _known(kept["duty"]), known(work, kept["person"])
    since, until = (_day(kept.get(name)) for name in ("since", "until"))
    before = work.duties.leaders(duty, work.today)
    work.duties.give(duty, since or work.today, person_id=person.id, until=until)
    work.expectations.forget(work.actor.me, READ, 0)
    row = work.log("duty.given", "person", person.id, became=duty.value)
    _tell(work, duty, row, before, _dates(since, until), person.id)
    return _page(work)


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _dates(since: date | None, until: date | None) -> dict[str, date | None]:
    return {"since": since, "until": until}


def _tell(
    work: Work,
    duty: Duty,
    row: int,
    before: Sequence[int],
    dates: dict[str, date | None],
    person_id: int | None = None,
) -> None:
    """Who has it now, with a way to its things; who had it, and who has it now."""
    now = [person_id] if person_id else work.duties.leaders(duty, work.today)
    holder = work.duties.holder(duty, dates["since"] or work.today)
    who = (holder.unit or holder.person) if holder else ""
    facts: dict[str, Any] = {"duty": duty.value, "who": who, **dates}
    for person in dict.fromkeys([*now, *before]):
        kind = "duties.yours" if person in now else "duties.not_yours"
        if person != work.actor.person_id and not (person in now and person in before):
            message = Message(kind, facts, ((Press("m.list"),),))
            work.tell(person, f"duty:{row}:{person}", message)


def _known(said: str) -> Duty:
    if said not in set(Duty):
        raise Refusal("unknown_button")
    return Duty(said)


@action(needs=Permission.RUN_TIMETABLE)
def tell_changes(work: Work) -> None:
    """On the morning on which a duty changes hands: who has it now, and who had it until
    yesterday; the office, where nobody has it any more."""
    if not work.offices.first_run(f"duties:{work.today}", work.now):
        return
    for duty in work.duties.changed(work.today):
        _tell_change(work, duty)


def _tell_change(work: Work, duty: Duty) -> None:
    holder, today = work.duties.holder(duty, work.today), work.today
    now = work.duties.leaders(duty, today)
    before = work.duties.leaders(duty, today - timedelta(days=1))
    facts = {
        "duty": duty.value,
        "who": (holder.unit or holder.person) if holder else None,
        "until": holder.last if holder else None,
    }
    for person in dict.fromkeys([*now, *before]):
        kind = "duties.begins" if person in now else "duties.over"
        if not (person in now and person in before):
            message = Message(kind, facts, ((Press("m.list"),),))
            work.tell_at_work(person, f"duty:{duty}:{today}:{person}", message)
    if holder is None:
        tell_nobody(work, [duty])


def tell_nobody(work: Work, duties: Sequence[Duty]) -> None:
    """These wait for somebody who answers for them."""
    gives = [Press("duty", 0, duty.value, label=f"@duty.{duty.value}") for duty in duties]
    message = Message("duties.nobody", {"duties": [duty.value for duty in duties]}, rows_of(gives))
    if duties:
        tell_office(work, f"duties.nobody:{work.today}:{'.'.join(duties)}", message)


def _page(work: Work, place: Place = Place.NEW) -> Message:
    rows = [_row(work, duty) for duty in Duty]
    presses = [Press("duty", 0, duty.value, label=f"@duty.{duty.value}") for duty in Duty]
    gives = work.actor.may(Permission.MANAGE_PEOPLE)
    facts = {"rows": rows, "gives": "yes" if gives else "no"}
    return Message("duties.page", facts, rows_of(presses, 2) if gives else (), place)


def _row(work: Work, duty: Duty) -> dict[str, Any]:
    """Who has it now, until when, and who after them."""
    row = work.duties.holder(duty, work.today)
    return {
        "duty": duty.value,
        "who": (row.unit or row.person) if row else None,
        "until": row.last if row else None,
        "free": "no" if row else "yes",
        "coming": _coming(work, duty),
    }


def _coming(work: Work, duty: Duty) -> list[dict[str, Any]] | None:
    """From tomorrow on, one after the other."""
    found = [
        {"since": one.since, "until": one.last, "who": one.unit or one.person}
        for one in work.duties.known(work.today + timedelta(days=1))
        if one.duty is duty and one.since > work.today
    ]
    return found or None
