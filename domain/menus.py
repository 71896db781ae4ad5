"""The reply keyboards: which few things each kind of person finds under their thumb."""

from collections.abc import Iterable, Mapping

from domain.access import Actor, Role

MENUS: Mapping[str, tuple[str, ...]] = {
    "staff": ("work.mine", "turnout.mine", "plan.coming", "schedule.week", "office.home"),
    "head": (
        "work.unit",
        "work.review",
        "work.give",
        "digest.report",
        "plan.coming",
        "office.home",
    ),
    "volunteer": ("activity.next", "activity.mine", "data.mine"),
    "": (),
}
"""A label is the text `menu.<name>`; typing it does the same."""
WIDE = 12
"""A longer label stands alone in its row: a phone would cut it."""

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "staff": (
        "viec",
        "tuansau",
        "soluong",
        "hoatdong",
        "dangky",
        "theodoi",
        "giamsat",
        "lich",
        "danhba",
        "nguoi",
        "trogiup",
        "ngonngu",
        "dulieu",
        "huy",
    ),
    "head": (
        "donvi",
        "duyet",
        "giaoviec",
        "viec",
        "tuansau",
        "soluong",
        "hoatdong",
        "dangky",
        "theodoi",
        "giamsat",
        "baocao",
        "lich",
        "danhba",
        "nguoi",
        "trogiup",
        "ngonngu",
        "huy",
    ),
    "volunteer": ("buoitoi", "dangky", "sotay", "dulieu", "trogiup", "ngonngu", "huy"),
    "": ("start", "trogiup"),
}


def in_rows(labels: Iterable[str]) -> list[list[str]]:
    """Labels two a row, a wide one alone."""
    rows: list[list[str]] = []
    for label in labels:
        fits = rows and len(rows[-1]) == 1 and len(rows[-1][0]) <= WIDE and len(label) <= WIDE
        if fits:
            rows[-1].append(label)
        else:
            rows.append([label])
    return rows


def menu_of(actor: Actor) -> str:
    """The one keyboard that fits a person's highest role."""
    return menu_for(actor.roles)


def side_of(actor: Actor) -> str:
    """Whose words are said: `staff` to whoever works in the office, else `volunteer`."""
    return "staff" if menu_of(actor) in ("staff", "head") else "volunteer"


def menu_for(roles: frozenset[Role]) -> str:
    if roles & {Role.LEADER, Role.OFFICE_ADMIN, Role.HEAD, Role.DEPUTY_HEAD}:
        return "head"
    if roles & {Role.STAFF, Role.BASE}:
        return "staff"
    return "volunteer" if Role.VOLUNTEER in roles else ""
