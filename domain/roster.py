"""Rules of the roster: which rights may be given and taken, and by what codes people go."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.access import Role
from domain.people import Person
from domain.refusals import Refusal

GRANTABLE = (
    Role.STAFF,
    Role.BASE,
    Role.DEPUTY_HEAD,
    Role.HEAD,
    Role.LEADER,
    Role.OFFICE_ADMIN,
    Role.SYSADMIN,
)
"""Never the clock's, the operator's or a stranger's."""
UNIT_ROLES = frozenset({Role.HEAD, Role.DEPUTY_HEAD})


@dataclass(frozen=True, slots=True)
class PersonSaid:
    """A row of a list of people: who, what they are, on which telephone, and the other cells as
    they stand: a section, an organisation, a place."""

    name: str
    role: Role = Role.STAFF
    phone: str = ""
    cells: tuple[str, ...] = ()


def _grantable(role: str) -> Role:
    if role not in GRANTABLE:
        raise Refusal("unknown_button")
    return Role(role)


def check_grant(person: Person, role: str) -> Role:
    """The role that may be given to this person; a head needs a section."""
    given = _grantable(role)
    if given in person.roles:
        raise Refusal("role_held", name=person.name)
    if given in UNIT_ROLES and person.unit_id is None:
        raise Refusal("no_section", name=person.name)
    return given


def check_revoke(person: Person, role: str, admins: int) -> Role:
    taken = _grantable(role)
    if taken not in person.roles:
        raise Refusal("role_not_held", name=person.name)
    if taken is Role.OFFICE_ADMIN:
        check_last_admin(person, admins)
    return taken


def check_move(person: Person) -> None:
    """Whoever heads a section gives that right back before they move to another."""
    if person.roles & UNIT_ROLES:
        raise Refusal("heads_a_section", name=person.name)


def check_last_admin(person: Person, admins: int) -> None:
    """Somebody must be left who can let people in."""
    if Role.OFFICE_ADMIN in person.roles and admins == 1:
        raise Refusal("last_admin", name=person.name)


def next_code(codes: Iterable[str], prefix: str) -> str:
    """`CB01`, `CB02` -> `CB03`."""
    ends = (code.removeprefix(prefix) for code in codes if code.startswith(prefix))
    highest = max((int(end) for end in ends if end.isascii() and end.isdigit()), default=0)
    return f"{prefix}{highest + 1:02}"
