"""What stories about matters begin with."""

from collections.abc import Sequence
from typing import Any

from domain.access import Role
from tests.town import Neighbour, Town

TRAN = Neighbour("Lê Văn Trận", 8201, "KTGS", "HCCB", (Role.HEAD,))
LIEN = Neighbour("Hoàng Thị Liên", 8202, "KTGS", "HPN", (Role.STAFF,))
HA = Neighbour("Trần Thu Hà", 8203, "DCPL", "MTTQ", (Role.HEAD,))
MORE = (TRAN, LIEN, HA)
"""Who answers for supervision and for people's opinions."""


async def move_in(town: Town, people: Sequence[Neighbour] = MORE, first: int = 20) -> Town:
    """They come to work."""

    def enrol(work: Any) -> None:
        units = {unit.code: unit.id for unit in work.offices.units(work.today)}
        organisations = {o.code: o.id for o in work.offices.organisations(work.today)}
        for number, who in enumerate(people, start=first):
            person = work.people.add(who.name, work.now)
            unit = units.get(who.unit or "")
            named = {"unit_id": unit, "organisation_id": organisations[who.organisation]}
            work.people.enrol(person, f"CB{number}", work.today, **named)
            for role in who.roles:
                heads = unit if role is Role.HEAD else None
                work.people.grant(person, role, work.today, heads)
            town.ids[who.id] = work.people.link(person, who.id)

    await town.work(enrol)
    for who in people:
        town.phone(who)
    return town


async def matter(town: Town, columns: str, code: str) -> tuple[Any, ...]:
    """What the table says of one."""
    [row] = await town.sql(f"SELECT {columns} FROM matter WHERE code = :code", code=code)
    return tuple(row)
