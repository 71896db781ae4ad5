"""A new person on the roster: a short form of one name, a few taps and a telephone."""

from collections.abc import Callable, Mapping
from typing import Any

from actions.desk import action
from actions.office.arrival import invite
from domain.access import Permission, Role
from domain.dialogue import Expectation
from domain.letters import Message, Place, Press, Rows, rows_of
from domain.names import NAME_LETTERS, clean, shorten
from domain.phones import phone_of, phone_words
from domain.refusals import Refusal
from domain.roster import GRANTABLE, UNIT_ROLES, next_code
from storage import Work

TOPIC = "newcomer"
QUESTIONS = ("name", "role", "unit", "locality", "organisation", "phone")
AT_THE_BASE, IN_THE_OFFICE = frozenset({"locality"}), frozenset({"unit"})
LABEL = 20


@action(needs=Permission.MANAGE_PEOPLE)
def ask_newcomer(work: Work) -> Message | None:
    """Begin the form anew."""
    return _ask(work, {})


@action(needs=Permission.MANAGE_PEOPLE)
def answer_newcomer(work: Work, question: str, answer: str) -> Message | None:
    """Take one answer; after the last one all is read back, and nothing is stored yet."""
    waiting = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if waiting is None:
        raise Refusal("form_over")
    answers = dict(waiting.answers)
    if question != _next(answers):
        raise Refusal("already_answered")
    answers[question] = _READ[question](work, answer)
    return _ask(work, answers) if _next(answers) else _read_back(work, answers)


@action(needs=Permission.MANAGE_PEOPLE)
def add_newcomer(work: Work) -> Message | None:
    """«Ghi»: what was read back is written down, and the person is invited."""
    waiting = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if waiting is None:
        raise Refusal("form_over")
    if _next(waiting.answers):
        return _ask(work, waiting.answers)
    work.expectations.forget(work.actor.me, TOPIC, 0)
    return invite.run(work, enrol(work, waiting.answers))


@action(needs=Permission.MANAGE_PEOPLE)
def drop_newcomer(work: Work) -> Message:
    """«Bỏ»: nobody was written down."""
    if not work.expectations.forget(work.actor.me, TOPIC, 0):
        raise Refusal("form_over")
    return Message("newcomer.dropped", place=Place.EDIT)


def expected(answers: Mapping[str, Any]) -> str:
    """The question that a typed line answers; none when all are answered."""
    return _next(answers) or ""


def _next(answers: Mapping[str, Any]) -> str | None:
    """The first open question; the base has a place instead of a section."""
    spared = IN_THE_OFFICE if answers.get("role") == Role.BASE else AT_THE_BASE
    return next((q for q in QUESTIONS if q not in answers and q not in spared), None)


def _ask(work: Work, answers: Mapping[str, Any]) -> Message:
    question = expected(answers)
    _wait(work, answers)
    buttons = _BUTTONS[question](work) if question in _BUTTONS else ()
    return Message(f"newcomer.{question}", answers, buttons, topic=f"{TOPIC}:0")


def _wait(work: Work, answers: Mapping[str, Any]) -> None:
    work.expectations.expect(work.actor.me, Expectation(TOPIC, answers=answers), work.now)


def _read_back(work: Work, answers: Mapping[str, Any]) -> Message:
    must_fit(answers)
    _wait(work, answers)
    facts = {
        "name": answers["name"],
        "role": answers["role"],
        "unit": work.offices.unit_name(answers.get("unit") or None),
        "locality": work.offices.locality_name(answers.get("locality") or None),
        "organisation": work.offices.organisation_name(answers["organisation"]),
        "phone": phone_words(answers["phone"]) if answers["phone"] else "",
    }
    again = (Press("newcomer", label="@button.newcomer_again"), Press("newcomer_drop"))
    rows = ((Press("newcomer_add"),), again)
    return Message("newcomer.check", facts, rows, topic=f"{TOPIC}:0")


def must_fit(answers: Mapping[str, Any]) -> None:
    """Whoever heads a section, or is its deputy, belongs to one."""
    if answers["role"] in UNIT_ROLES and not answers.get("unit"):
        raise Refusal("no_section", name=answers["name"])


def _name(_: Work, answer: str) -> str:
    name = clean(answer, NAME_LETTERS)
    if len(name.split()) < 2:
        raise Refusal("full_name")
    return name


def _unit(work: Work, answer: str) -> int:
    return _one_of([unit.id for unit in work.offices.units(work.today)], answer, or_none=True)


def _organisation(work: Work, answer: str) -> int:
    return _one_of([o.id for o in work.organisations], answer)


def _locality(work: Work, answer: str) -> int:
    places = [place.id for place in work.offices.localities(work.today)]
    return _one_of(places, answer, or_none=True)


def _role(_: Work, answer: str) -> str:
    if answer not in GRANTABLE:
        raise Refusal("tap_one")
    return answer


def _phone(_: Work, answer: str) -> str:
    phone = phone_of(answer) if answer != "0" else ""
    if phone is None:
        raise Refusal("phone_form")
    return phone


def _one_of(ids: list[int], answer: str, *, or_none: bool = False) -> int:
    known = {str(number) for number in ids} | ({"0"} if or_none else set())
    if answer not in known:
        raise Refusal("tap_one")
    return int(answer)


_READ: Mapping[str, Callable[[Work, str], str | int]] = {
    "name": _name,
    "unit": _unit,
    "locality": _locality,
    "organisation": _organisation,
    "role": _role,
    "phone": _phone,
}


def _tap(question: str, answer: object, label: str) -> Press:
    return Press("newcomer_is", 0, f"{question}.{answer}", label=label)


def _units(work: Work) -> Rows:
    units = work.offices.units(work.today)
    taps = [_tap("unit", unit.id, shorten(unit.short, LABEL)) for unit in units]
    return (*rows_of(taps, 1), (_tap("unit", 0, "@button.no_section"),))


def _organisations(work: Work) -> Rows:
    taps = [_tap("organisation", o.id, o.short) for o in work.organisations]
    return rows_of(taps)


def _localities(work: Work) -> Rows:
    places = work.offices.localities(work.today)
    taps = [_tap("locality", place.id, shorten(place.name, LABEL)) for place in places]
    return (*rows_of(taps, 2), (_tap("locality", 0, "@button.skip"),))


def _roles(_: Work) -> Rows:
    taps = [_tap("role", role.value, f"@role.name.{role.value}") for role in GRANTABLE]
    return rows_of(taps, 2)


_BUTTONS: Mapping[str, Callable[[Work], Rows]] = {
    "unit": _units,
    "locality": _localities,
    "organisation": _organisations,
    "role": _roles,
    "phone": lambda _: ((_tap("phone", 0, "@button.skip"),),),
}


def enrol(work: Work, answers: Mapping[str, Any]) -> int:
    """Somebody new on the roster; the organisation is the office's own where none was said."""
    role = Role(answers["role"])
    unit_id = answers.get("unit") or None
    must_fit(answers)
    person_id = work.people.add(answers["name"], work.now, phone=answers["phone"])
    code = next_code(work.people.codes(), "CS" if role is Role.BASE else "CB")
    work.people.enrol(
        person_id,
        code,
        work.today,
        unit_id=unit_id,
        organisation_id=answers["organisation"],
        locality_id=answers.get("locality") or None,
    )
    work.people.grant(person_id, role, work.today, unit_id if role in UNIT_ROLES else None)
    work.log("enrolled", "person", person_id)
    return person_id
