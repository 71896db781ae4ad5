"""The office's people, for whoever looks after them: lists, pages, roles, those not reached."""

from collections.abc import Sequence
from dataclasses import replace

from actions.desk import action, view
from actions.office import volunteers
from domain.access import Permission, Role
from domain.letters import HERE, Message, Place, Press, Rows, rows_of
from domain.menus import menu_for
from domain.names import fold, given_name, shorten
from domain.people import Person
from domain.phones import phone_words
from domain.refusals import Refusal, must_find
from domain.roster import GRANTABLE, UNIT_ROLES, check_grant, check_revoke
from storage import Work

A_PAGE = 12
LABEL = 18
MORE = "@button.more"


@view(needs=Permission.TALK)
def office_page(work: Work) -> Message:
    """«Văn phòng»: for everybody whom to call; for its admin the roster and the calendar."""
    office = work.office
    facts: dict[str, object] = {"office": office.short, "contact": office.contact}
    rows: Rows = ((Press("help"), Press("languages")),)
    if work.actor.may(Permission.FOLLOW_MATTERS):
        rows = ((Press("m.list"), Press("m.new")), (Press("reg.list"),), *rows)
    if work.actor.may(Permission.OWN_WORK):
        rows = ((Press("directory"),), *rows)
    if not work.actor.may(Permission.MANAGE_PEOPLE):
        return Message("office.home", facts, rows)
    people = work.people.all(work.today)
    missing = sum(1 for person in people if not person.hears)
    facts |= {"people": len(people), "missing": missing}
    mine: Rows = (
        (Press("roster"), Press("unreached")),
        (Press("newcomer"), Press("days")),
        (Press("duties"), Press("via.list"), Press("st.page")),
        (Press("rs.page"), Press("oh.page")),
    )
    return Message("office.admin", facts, mine + rows)


@view(needs=Permission.MANAGE_PEOPLE)
def sections(work: Work) -> Message:
    """The roster's first page: its sections, each a button."""
    units = work.offices.units(work.today)
    presses = [Press("section", unit.id, label=shorten(unit.short, LABEL)) for unit in units]
    presses.append(Press("section", 0, label="@button.no_section"))
    facts = {"people": len(work.people.all(work.today)), "unit": work.office.label("unit")}
    return Message("roster.sections", facts, rows_of(presses, 2))


@view(needs=Permission.MANAGE_PEOPLE)
def section(work: Work, unit_id: int, page: int = 0) -> Message:
    """The people of one section; those in none (leaders, the base) stand under 0."""
    people = [p for p in work.people.all(work.today) if (p.unit_id or 0) == unit_id]
    facts: dict[str, object] = {"unit": work.offices.unit_name(unit_id)}
    return _list("roster.section", people, page, Press("section", unit_id, label=MORE), facts)


@view(needs=Permission.MANAGE_PEOPLE)
def unreached(work: Work, page: int = 0) -> Message:
    """Whom letters do not reach: never linked, the bot is blocked, or they stopped the messages;
    with their telephones."""
    people = [person for person in work.people.all(work.today) if not person.hears]
    return _list("roster.unreached", people, page, Press("unreached", label=MORE), {})


@view(needs=Permission.MANAGE_PEOPLE)
def find(work: Work, words: str) -> Message:
    """`/nguoi Bình` or `/nguoi CB04`: their page, or all who fit, volunteers too."""
    come = volunteers.called(work, words)
    found = fitting(work, words) if come else _found(work, words)
    if not found and len(come) == 1:
        return volunteers.volunteer_page.run(work, come[0]["id"])
    if len(found) == 1 and not come:
        return _page(work, found[0])
    more = Press("roster", label=MORE)
    listed = _list("roster.found", found[:A_PAGE], 0, more, {"words": words})
    return volunteers.beside(work, listed, come)


@view(needs=Permission.MANAGE_PEOPLE)
def the_one(work: Work, words: str) -> int:
    """The one person meant by a code or a name: of several it is asked which, whatever is
    likelier."""
    found = _marked(_found(work, words), words)
    return _only(found)


@view(needs=Permission.MANAGE_PEOPLE)
def the_volunteer(work: Work, words: str) -> int | None:
    """The one volunteer of this name, where nobody on the roster is called so."""
    come = volunteers.called(work, words)
    return int(come[0]["id"]) if len(come) == 1 and not fitting(work, words) else None


@view(needs=Permission.FOLLOW_MATTERS)
def found_on_roster(work: Work, words: str) -> int:
    """The same, for whoever says whose a thing is."""
    return one_of(work, words)


def one_of(work: Work, words: str) -> int:
    """Of several those whose name has the same marks, then those who are called so: «Trận» is no
    Trần."""
    found = _marked(_found(work, words), words)
    called = [p for p in found if fold(given_name(p.name)) == fold(words)]
    return _only(called or found)


def _marked(found: list[Person], words: str) -> list[Person]:
    marked = [p for p in found if {*words.casefold().split()} <= {*p.name.casefold().split()}]
    return marked or found


def _only(found: Sequence[Person]) -> int:
    if len(found) > 1:
        raise Refusal("several_people", names=", ".join(f"{p.code} {p.name}" for p in found))
    return found[0].id


def _found(work: Work, words: str) -> list[Person]:
    if not fold(words):
        raise Refusal("who_needed", code=work.people.all(work.today)[0].code)
    found = fitting(work, words)
    if not found:
        raise Refusal("no_such_person", words=words)
    return found


def fitting(work: Work, words: str) -> list[Person]:
    wanted = fold(words)
    people = work.people.all(work.today)
    exact = [p for p in people if wanted in (fold(p.code), fold(p.name))]
    return exact or [p for p in people if _is_called(p, wanted.split())]


def _is_called(person: Person, words: Sequence[str]) -> bool:
    """By the name that is called, or the family's; a middle name alone is nobody's: «Ngọc» is no
    Đặng Ngọc Ánh."""
    names = fold(person.name).split()
    return set(words) <= set(names) and (len(words) > 1 or words[0] in (names[0], names[-1]))


@view(needs=Permission.OWN_WORK)
def section_called(work: Work, words: str) -> int | None:
    """The section that these words name: «danh bạ TTVD»."""
    wanted = fold(words)
    units = work.offices.units(work.today)
    return next((u.id for u in units if wanted in map(fold, (u.code, u.name, u.short))), None)


@view(needs=Permission.OWN_WORK)
def heads_of(work: Work, unit_id: int) -> list[int]:
    """Who heads a section."""
    return [person.id for person in work.people.with_role(Role.HEAD, work.today, unit_id)]


@view(needs=Permission.MANAGE_PEOPLE)
def person_page(work: Work, person_id: int) -> Message:
    return _page(work, known(work, person_id))


@view(needs=Permission.MANAGE_PEOPLE)
def roles_page(work: Work, person_id: int) -> Message:
    return _roles(known(work, person_id))


@action(needs=Permission.MANAGE_PEOPLE)
def grant_role(work: Work, person_id: int, role: str) -> Message | None:
    """Give a right from today on; the person's keyboard changes with it."""
    person = known(work, person_id)
    given = check_grant(person, role)
    unit_id = person.unit_id if given in UNIT_ROLES else None
    work.people.grant(person_id, given, work.today, unit_id)
    return _changed(work, person_id, "granted", given)


@view(needs=Permission.MANAGE_PEOPLE)
def ask_role(work: Work, person_id: int, role: str, deed: str) -> Message:
    """Before a right is taken away, or one's own is changed: once more."""
    person = known(work, person_id)
    checked = _checked(work, person, role, deed)
    own = "own" if person_id == work.actor.person_id else "other"
    sure = Press(f"{deed}_sure", person_id, checked.value)
    back = Press("roles", person_id, HERE, label="@button.back")
    facts = {"name": person.name, "role": checked.value, "whose": own}
    return Message(f"roles.ask_{deed}", facts, ((sure, back),), Place.EDIT)


def _checked(work: Work, person: Person, role: str, deed: str) -> Role:
    if deed == "grant":
        return check_grant(person, role)
    return check_revoke(person, role, _admins(work))


@action(needs=Permission.MANAGE_PEOPLE)
def revoke_role(work: Work, person_id: int, role: str) -> Message | None:
    """Take a right away at once; the row stays with its dates."""
    taken = check_revoke(known(work, person_id), role, _admins(work))
    work.people.revoke(person_id, work.today, taken)
    return _changed(work, person_id, "revoked", taken)


def known(work: Work, person_id: int) -> Person:
    """A person of this office today; everybody else is not found."""
    return must_find(work.people.get(person_id, work.today))


def _admins(work: Work) -> int:
    return len(work.people.with_role(Role.OFFICE_ADMIN, work.today))


def _changed(work: Work, person_id: int, event: str, role: Role) -> Message:
    row = work.log(event, "person", person_id, became=role.value)
    person = known(work, person_id)
    keyboard = menu_for(person.roles | {Role.VOLUNTEER})
    news = Message(f"roles.{event}", {"role": role.value}, keyboard=keyboard)
    work.tell(person_id, f"roles:{row}", news)
    return _roles(person, Place.EDIT)


def _state(person: Person) -> str:
    if person.telegram_id is None:
        return "unlinked"
    if not person.reachable:
        return "blocked"
    return "muted" if person.muted else "linked"


def _page(work: Work, person: Person) -> Message:
    facts = {
        "name": person.name,
        "code": person.code,
        "title": person.title,
        "unit": work.offices.unit_name(person.unit_id),
        "organisation": work.offices.organisation_name(person.organisation_id),
        "locality": work.offices.locality_name(person.locality_id),
        "phone": phone_words(person.phone) if person.phone else "",
        "roles": [{"role": role.value} for role in GRANTABLE if role in person.roles],
        "state": _state(person),
    }
    buttons: Rows = (
        (Press("person_fix", person.id), Press("roles", person.id)),
        (Press("invite", person.id), Press("person_leaves", person.id)),
        (Press("section", person.unit_id or 0, label="@button.back"),),
    )
    return Message("person.page", facts, buttons)


def _roles(person: Person, place: Place = Place.NEW) -> Message:
    """Every role is a button: a held one takes it away, another gives it."""
    presses = [
        Press(
            "revoke" if role in person.roles else "grant",
            person.id,
            role.value,
            label=f"@role.{'held' if role in person.roles else 'free'}.{role.value}",
        )
        for role in GRANTABLE
    ]
    back = ((Press("person", person.id, label="@button.back"),),)
    facts = {"name": person.name, "any": bool(person.roles)}
    return Message("person.roles", facts, rows_of(presses, 2) + back, place)


def _list(
    kind: str, people: list[Person], page: int, more: Press, facts: dict[str, object]
) -> Message:
    shown = people[page * A_PAGE : (page + 1) * A_PAGE]
    rows = [
        {
            "code": person.code,
            "name": person.name,
            "phone": phone_words(person.phone) if person.phone else "",
            "state": _state(person),
        }
        for person in shown
    ]
    presses = [Press("person", p.id, label=shorten(p.name, LABEL)) for p in shown]
    buttons = rows_of(presses, 2)
    if len(people) > (page + 1) * A_PAGE:
        buttons += ((replace(more, arg=str(page + 1)),),)
    return Message(kind, {**facts, "count": len(people), "rows": rows}, buttons)
