"""The office's directory: who works where and under which telephone, by what the office allows."""

from collections.abc import Sequence

from actions.desk import action, view
from domain.access import Permission
from domain.letters import Message, Place, Press, Rows, rows_of
from domain.names import shorten
from domain.people import Person, Phones, Unit, may_see_phones
from domain.phones import phone_words
from domain.refusals import Refusal
from storage import Work

A_PAGE = 20
LABEL = 18


@view(needs=Permission.OWN_WORK)
def directory(work: Work) -> Message:
    """`/danhba`: the sections, each a button; the office's own telephone."""
    units = work.offices.units(work.today)
    presses = [Press("dir", unit.id, label=shorten(unit.short, LABEL)) for unit in units]
    presses.append(Press("dir", 0, label="@button.no_section"))
    manages = work.actor.may(Permission.MANAGE_PEOPLE)
    settings: Rows = ((Press("dir_phones"),),) if manages else ()
    facts = {
        "office": work.office.short,
        "contact": work.office.contact,
        "people": len(work.people.all(work.today)),
    }
    return Message("directory.home", facts, (*rows_of(presses, 2), *settings))


@view(needs=Permission.OWN_WORK)
def directory_section(work: Work, unit_id: int, page: int = 0) -> Message:
    """The people of one section; those in none (leaders, the base) stand under 0."""
    people = [p for p in work.people.all(work.today) if (p.unit_id or 0) == unit_id]
    return _listed(work, people, page, unit_id, work.offices.unit_name(unit_id or None))


@view(needs=Permission.OWN_WORK)
def sections(work: Work) -> list[Unit]:
    """Those of the office, to know one by what somebody calls it."""
    return work.offices.units(work.today)


@view(needs=Permission.OWN_WORK)
def cards_of(work: Work, person_ids: Sequence[int]) -> Message:
    """«số của Tuyên»: her card; of several of this name, each with a section."""
    people = [p for p in work.people.all(work.today) if p.id in person_ids]
    if not people:
        raise Refusal("not_found")
    return _listed(work, people, 0, 0, "")


def _listed(work: Work, people: list[Person], page: int, unit_id: int, unit: str) -> Message:
    shown = people[page * A_PAGE : (page + 1) * A_PAGE]
    sees = may_see_phones(work.actor, work.office.phones)
    rows = [_row(work, person, sees, with_unit=not unit) for person in shown]
    facts = {
        "unit": unit,
        "rows": rows,
        "closed": None if sees else True,
        "contact": work.office.contact,
    }
    more = Press("dir", unit_id, str(page + 1), label="@button.more")
    buttons: Rows = ((more,),) if len(people) > (page + 1) * A_PAGE else ()
    return Message("directory.page", facts, buttons)


def _row(work: Work, person: Person, sees: bool, *, with_unit: bool) -> dict[str, str]:
    """Whose number is not to be seen, or not known, has none in the line."""
    phone = phone_words(person.phone) if person.phone and sees else ""
    unit = work.offices.unit_name(person.unit_id) if with_unit else ""
    place = work.offices.locality_name(person.locality_id) if not person.unit_id else ""
    return {
        "name": person.name,
        "title": person.title,
        "unit": unit or place,
        "phone": phone,
        "unknown": "yes" if sees and not phone else "no",
    }


@view(needs=Permission.MANAGE_PEOPLE)
def phones_page(work: Work) -> Message:
    return _phones(work.office.phones)


@action(needs=Permission.MANAGE_PEOPLE)
def show_phones(work: Work, said: str) -> Message:
    """To whom the directory shows telephones from now on."""
    if said not in set(Phones):
        raise Refusal("unknown_button")
    work.offices.set_phones(Phones(said))
    work.log("phones", "office", work.actor.office_id, became=said)
    return _phones(Phones(said), Place.EDIT)


def _phones(now: Phones, place: Place = Place.NEW) -> Message:
    presses = [Press("dir_show", 0, to.value, label=f"@directory.to.{to.value}") for to in Phones]
    return Message("directory.phones", {"now": now.value}, rows_of(presses, 1), place)
