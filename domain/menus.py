"""The reply keyboards: which four things each kind of person finds under their thumb."""

from collections.abc import Mapping

from domain.access import Actor, Role

MENUS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "staff": (("work.mine", "turnout.mine"), ("schedule.week", "office.home")),
    "head": (("work.unit", "work.review"), ("work.give", "office.home")),
    "volunteer": (("saturday.next", "saturday.mine"), ("data.mine",)),
    "": (),
}
"""A label is the text `menu.<name>`; typing it does the same."""

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "staff": ("viec", "soluong", "lich", "nguoi", "trogiup", "ngonngu", "dulieu", "huy"),
    "head": ("donvi", "duyet", "giaoviec", "viec", "soluong", "lich", "trogiup", "ngonngu", "huy"),
    "volunteer": ("buoitoi", "dangky", "dulieu", "trogiup", "ngonngu", "huy"),
    "": ("start", "trogiup"),
}


def menu_of(actor: Actor) -> str:
    """The one keyboard that fits a person's highest role."""
    if actor.is_any(Role.LEADER, Role.OFFICE_ADMIN, Role.HEAD, Role.DEPUTY_HEAD):
        return "head"
    if actor.is_any(Role.STAFF, Role.BASE):
        return "staff"
    return "volunteer" if actor.is_any(Role.VOLUNTEER) else ""
