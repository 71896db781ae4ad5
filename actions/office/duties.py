"""Who answers for what: the office's admin gives each duty to a section, or to one person."""

from actions.desk import action, view
from actions.office.roster import known, one_of
from domain.access import OF_ONE_LEADER, Duty, Permission, Role
from domain.dialogue import Expectation
from domain.letters import Message, Place, Press, rows_of
from domain.names import shorten
from domain.refusals import Refusal
from storage import Work

TOPIC = "duty"
LABEL = 18


@view(needs=Permission.MANAGE_PEOPLE)
def duties_page(work: Work) -> Message:
    return _page(work)


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
    return Message("duties.ask_person", {"duty": said}, topic=f"{TOPIC}:0")


@action(needs=Permission.MANAGE_PEOPLE)
def give_to_unit(work: Work, said: str, unit_id: int) -> Message:
    duty = _known(said)
    units = {unit.id for unit in work.offices.units(work.today)}
    if unit_id not in units or duty in OF_ONE_LEADER:
        raise Refusal("not_found")
    work.duties.give(duty, work.today, unit_id=unit_id)
    return _given(work, duty, Place.EDIT)


@action(needs=Permission.MANAGE_PEOPLE)
def give_to_person(work: Work, said: str, words: str) -> Message:
    """To one person, by code or name; they decide in it themselves."""
    duty, person = _known(said), known(work, one_of(work, words))
    if duty in OF_ONE_LEADER and Role.LEADER not in person.roles:
        raise Refusal("not_a_leader", name=person.name)
    work.duties.give(duty, work.today, person_id=person.id)
    work.expectations.forget(work.actor.me, TOPIC, 0)
    row = work.log("duty.given", "person", person.id, became=duty.value)
    work.tell(person.id, f"duty:{row}", Message("duties.yours", {"duty": duty.value}))
    return _page(work)


def _given(work: Work, duty: Duty, place: Place) -> Message:
    work.log("duty.given", "office", work.actor.office_id, became=duty.value)
    return _page(work, place)


def _known(said: str) -> Duty:
    if said not in set(Duty):
        raise Refusal("unknown_button")
    return Duty(said)


def _page(work: Work, place: Place = Place.NEW) -> Message:
    given = {row.duty: row.unit or row.person for row in work.duties.given(work.today)}
    rows = [
        {"duty": duty.value, "who": given.get(duty), "free": "no" if given.get(duty) else "yes"}
        for duty in Duty
    ]
    presses = [Press("duty", 0, duty.value, label=f"@duty.{duty.value}") for duty in Duty]
    return Message("duties.page", {"rows": rows}, rows_of(presses, 2), place)
