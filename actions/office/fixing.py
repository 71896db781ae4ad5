"""A person's card is put right: one field, shown as it was and as it will be, then written."""

from collections.abc import Callable, Mapping

from actions.desk import action, view
from actions.office.roster import known
from domain.access import Permission
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Place, Press, Rows, rows_of
from domain.names import NAME_LETTERS, clean, person_name, shorten
from domain.people import Person
from domain.phones import phone_of, phone_words
from domain.refusals import Refusal
from domain.roster import check_move
from storage import Work

TOPIC = "card_fix"
FIELDS = ("name", "title", "phone", "unit", "locality")
NOTHING = "0"
LABEL = 18


@view(needs=Permission.MANAGE_PEOPLE)
def fix_menu(work: Work, person_id: int) -> Message:
    """«Sửa»: what of the card?"""
    person = known(work, person_id)
    presses = [Press("fix", person.id, f, label=f"@fix.field.{f}") for f in FIELDS]
    back = Press("person", person.id, label="@button.back")
    return Message("fix.menu", {"name": person.name}, (*rows_of(presses, 2), (back,)))


@action(needs=Permission.MANAGE_PEOPLE)
def ask_fix(work: Work, person_id: int, field: str) -> Message:
    person = known(work, person_id)
    if field not in FIELDS:
        raise Refusal("unknown_button")
    work.expectations.expect(work.actor.me, Expectation(TOPIC, person.id, {"f": field}), work.now)
    facts = {"name": person.name, "was": _words(work, field, _now(person, field))}
    rows = _taps(work, person, field) if field in _CHOSEN else ()
    return Message(f"fix.ask_{field}", facts, rows, topic=f"{TOPIC}:{person.id}")


def _taps(work: Work, person: Person, field: str) -> Rows:
    """Each section, or place, is a button; so is none."""
    taps = [
        Press("fix_unit", person.id, str(id_), label=shorten(name, LABEL))
        for id_, name in _CHOSEN[field](work).items()
    ]
    none = Press("fix_unit", person.id, NOTHING, label=f"@fix.none.{field}")
    return rows_of([*taps, none], 2)


@action(needs=Permission.MANAGE_PEOPLE)
def read_fix(work: Work, person_id: int, typed: str) -> Message:
    """As it was, and as it will stand; nothing is written yet."""
    person, field = known(work, person_id), _asked(work, person_id)["f"]
    value = _READ[field](work, typed)
    if field == "unit":
        check_move(person)
    waiting = Expectation(TOPIC, person.id, {"f": field, "value": value})
    work.expectations.expect(work.actor.me, waiting, work.now)
    facts = {
        "name": person.name,
        "field": field,
        "was": _words(work, field, _now(person, field)) or "–",
        "value": _words(work, field, value) or "–",
    }
    go = Press("fix_go", person.id, mark_of(value), label="@button.s.right")
    return Message("fix.read", facts, ((go, Press("fix_drop", person.id)),), topic=_of(person))


@action(needs=Permission.MANAGE_PEOPLE)
def fix(work: Work, person_id: int, mark: str = "") -> Message:
    """«Đúng»: it is written, and its person hears of it; an older «Đúng» writes nothing."""
    person, kept = known(work, person_id), _asked(work, person_id)
    value = kept.get("value")
    if value is None or (mark and mark != mark_of(value)):
        raise Refusal("question_over")
    field = kept["f"]
    _WRITE[field](work, person.id, value)
    work.expectations.forget(work.actor.me, TOPIC, person.id)
    row = work.log("card_fixed", "person", person.id, became=field)
    facts = {"name": person.name, "field": field, "value": _words(work, field, value) or "–"}
    work.tell_at_work(person.id, f"card_fixed:{row}", Message("fix.told", facts))
    return Message("fix.done", facts, place=Place.RESULT)


@action(needs=Permission.MANAGE_PEOPLE)
def drop_fix(work: Work, person_id: int) -> Message:
    """«Thôi»: the card stays as it was."""
    if not work.expectations.forget(work.actor.me, TOPIC, person_id):
        raise Refusal("question_over")
    return Message("fix.dropped", place=Place.EDIT)


def _of(person: Person) -> str:
    return f"{TOPIC}:{person.id}"


def _asked(work: Work, person_id: int) -> Mapping[str, str]:
    heard = work.expectations.find(work.actor.me, TOPIC, person_id, work.now)
    if heard is None:
        raise Refusal("question_over")
    return heard.answers


def _now(person: Person, field: str) -> str:
    kept = {
        "name": person.name,
        "title": person.title,
        "phone": person.phone,
        "unit": person.unit_id,
        "locality": person.locality_id,
    }
    return str(kept[field] or "")


def _words(work: Work, field: str, value: str) -> str:
    """A value as it reads."""
    if field == "phone" and value:
        return phone_words(value)
    if field == "locality":
        return work.offices.locality_name(int(value or 0))
    return work.offices.unit_name(int(value or 0)) if field == "unit" else value


def _name(_: Work, typed: str) -> str:
    name = person_name(typed)
    if len(name.split()) < 2:
        raise Refusal("full_name")
    return name


def _title(_: Work, typed: str) -> str:
    return "" if typed == NOTHING else clean(typed, NAME_LETTERS)


def _phone(_: Work, typed: str) -> str:
    phone = "" if typed == NOTHING else phone_of(typed)
    if phone is None:
        raise Refusal("phone_form")
    return phone


def _units(work: Work) -> dict[int, str]:
    return {unit.id: unit.short for unit in work.offices.units(work.today)}


def _places(work: Work) -> dict[int, str]:
    return {place.id: place.name for place in work.offices.localities(work.today)}


_CHOSEN: Mapping[str, Callable[[Work], dict[int, str]]] = {"unit": _units, "locality": _places}
"""What is tapped instead of typed."""


def _one_of(known: Callable[[Work], dict[int, str]]) -> Callable[[Work, str], str]:
    def tapped(work: Work, typed: str) -> str:
        if typed not in {NOTHING, *map(str, known(work))}:
            raise Refusal("tap_one")
        return typed

    return tapped


_READ: Mapping[str, Callable[[Work, str], str]] = {
    "name": _name,
    "title": _title,
    "phone": _phone,
    "unit": _one_of(_units),
    "locality": _one_of(_places),
}


def _move(work: Work, person_id: int, value: str) -> None:
    check_move(known(work, person_id))
    work.people.set_unit(person_id, int(value) or None)


_WRITE: Mapping[str, Callable[[Work, int, str], None]] = {
    "name": lambda work, person_id, value: work.accounts.rename(person_id, value),
    "title": lambda work, person_id, value: work.people.set_title(person_id, value),
    "phone": lambda work, person_id, value: work.people.set_phone(person_id, value or None),
    "unit": _move,
    "locality": lambda work, person_id, value: work.people.set_place(
        person_id, int(value) or None
    ),
}
