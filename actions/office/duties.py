"""Who answers for what: the office's admin gives each duty to a section, or to one person."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from actions.desk import action, view
from actions.office.roster import known
from domain.access import OF_ONE_LEADER, Duty, Permission, Role
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Place, Press, rows_of
from domain.names import shorten
from domain.refusals import Refusal
from storage import Work

TOPIC, READ = "duty", "duty.read"
LABEL = 18


@view(needs=Permission.FOLLOW_MATTERS)
def duties_page(work: Work) -> Message:
    """Everybody may look; whoever looks after the people gives."""
    return _page(work)


@view(needs=Permission.FOLLOW_MATTERS)
def who_answers(work: Work, said: str) -> Message:
    """«ai phụ trách giám sát»"""
    duty = _known(said)
    row = next((row for row in work.duties.given(work.today) if row.duty is duty), None)
    heads = work.duties.leaders(duty, work.today) if row and row.unit else []
    facts = {
        "duty": duty.value,
        "who": (row.unit or row.person) if row else None,
        "heads": work.people.names(*heads) or None,
        "free": None if row else "yes",
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
    work.expectations.expect(work.actor.me, Expectation(READ, 0, kept), work.now)
    before = next((row for row in work.duties.given(work.today) if row.duty is duty), None)
    facts = {
        "duty": duty.value,
        "name": person.name,
        "before": (before.unit or before.person) if before else None,
        **_dates(since, until),
    }
    send = Press("duty_go", 0, mark_of(str(kept)), label="@button.send")
    leave = Press("q.leave", 0, READ, label="@button.leave")
    return Message("duties.read", facts, ((send, leave),), topic=f"{READ}:0")


@action(needs=Permission.MANAGE_PEOPLE)
def give_to_person(work: Work, mark: str = "") -> Message:
    """«Gửi»: whoever gets it, and whoever had it, is told."""
    waited = work.expectations.find(work.actor.me, READ, 0, work.now)
    if waited is None or (mark and mark != mark_of(str(dict(waited.answers)))):
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
    given = work.duties.given(dates["since"] or work.today)
    who = next((one.unit or one.person for one in given if one.duty is duty), "")
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


def _page(work: Work, place: Place = Place.NEW) -> Message:
    given = {row.duty: row for row in work.duties.given(work.today)}
    rows = [_row(duty, given.get(duty)) for duty in Duty]
    presses = [Press("duty", 0, duty.value, label=f"@duty.{duty.value}") for duty in Duty]
    gives = work.actor.may(Permission.MANAGE_PEOPLE)
    facts = {"rows": rows, "gives": "yes" if gives else "no"}
    return Message("duties.page", facts, rows_of(presses, 2) if gives else (), place)


def _row(duty: Duty, row: Any) -> dict[str, Any]:
    return {
        "duty": duty.value,
        "who": (row.unit or row.person) if row else None,
        "until": row.until - timedelta(days=1) if row and row.until else None,
        "free": "no" if row else "yes",
    }
