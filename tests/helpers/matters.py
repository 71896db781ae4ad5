"""What stories about matters begin with."""

from collections.abc import Sequence
from typing import Any

from domain.access import Duty, Role
from storage import Work
from tests.helpers.reports import in_full, overdue
from tests.town import HANH, HOA, LAN, Neighbour, Town, clock

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


_LABEL = "(SELECT label FROM matter_label WHERE matter_id = m.id AND sort = '{0}') AS {0}"
_SAID = """
(SELECT w.text FROM matter_words w JOIN journal j ON j.id = w.row_id
  WHERE w.matter_id = m.id AND j.event = '{0}' ORDER BY j.id DESC LIMIT 1) AS {0}"""
BESIDE = ", ".join(
    [*map(_LABEL.format, ("topic", "response")), *map(_SAID.format, ("basis", "elsewhere"))]
)
"""What it is marked with, and what was noted of it, as if they were columns."""


async def matter(town: Town, columns: str, code: str) -> tuple[Any, ...]:
    """What the tables say of one."""
    told = f"SELECT {columns} FROM (SELECT m.*, {BESIDE} FROM matter m) WHERE code = :code"
    [row] = await town.sql(told, code=code)
    return tuple(row)


LINE = "KL 1: đồng ý gia hạn 27/11, Dung làm việc UBND, báo cáo t6"


async def asked_on_monday(town: Town) -> Town:
    """Hoa leads too, Lan presides; Bình is late and blocked with work that Hoa gave: the report
    asks what to do, and what the office wrote itself."""

    def prepare(work: Work) -> None:
        work.people.grant(town.person(HOA), Role.LEADER, work.today)
        work.duties.give(Duty.CHAIR, work.today, person_id=town.person(LAN))
        overdue(work, town, "Vận động Hải Yên", giver=HOA, stuck="giá bồi thường")

    await town.work(prepare)
    await in_full(town, LAN)
    await town.go_to(clock(22, 19, 1))
    await town.tap(HANH, "Việc xin ý kiến")
    await town.write(HANH, "Ký công văn nhắc")
    await town.go_to(clock(23, 8, 30))
    return town
