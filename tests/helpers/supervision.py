"""What stories about visits begin with."""

from typing import Any

from tests.helpers.matters import LIEN, TRAN, move_in
from tests.town import HANH, Neighbour, Town

FUND, KALONG, TRACO = "thu chi quỹ khu dân cư", "UBND phường Ka Long", "UBND phường Trà Cổ"


async def propose(
    town: Town,
    who: Neighbour,
    theme: str = FUND,
    body: str = KALONG,
    when: str = "tháng 12",
    kind: str = "gs",
) -> str:
    """One line, a tap for each name that is new; it is announced, where it says no more."""
    said = await town.write(who, f"{kind} {theme}, {body}, {when}")
    return await named(town, who, said)


async def named(town: Town, who: Neighbour, said: str) -> str:
    """The names are new, and it is announced."""
    while "ghi mới" in said:
        said = await town.tap(who, "Ghi mới")
    return await town.tap(who, "Công khai") if "Công khai hay" in said else said


async def together(town: Town, who: Neighbour, line: str, tap: str = "Gộp đoàn") -> str:
    """«GS2 gộp GS1», read back and confirmed."""
    await town.write(who, line)
    return await town.tap(who, tap)


async def move(town: Town, who: Neighbour, line: str) -> str:
    """«GS1 lùi: tháng 12», read back and sent."""
    assert "CHƯA GỬI" in await town.write(who, line)
    return await town.tap(who, "Gửi")


async def call_off(town: Town, who: Neighbour, line: str) -> str:
    """«GS1 hủy: trùng thanh tra», read back and sent."""
    assert "CHƯA GỬI" in await town.write(who, line)
    return await town.tap(who, "Gửi")


async def office_of_visits(town: Town) -> Town:
    """Those who answer for supervision come to work."""
    return await move_in(town)


async def names_known(town: Town) -> Town:
    """GS-01 and GS-02, of others and far away: so the usual names are on the list already."""
    await propose(town, HANH, FUND, TRACO, "tháng 2/2027")
    await propose(town, HANH, "tiếp công dân", KALONG, "tháng 9/2027")
    return town


async def visit(town: Town, columns: str, number: int) -> tuple[Any, ...]:
    """What the table says of one."""
    [row] = await town.sql(f"SELECT {columns} FROM visit WHERE number = :n", n=number)
    return tuple(row)


TEAM = "GS1 đoàn: Trận trưởng đoàn, Liên thư ký, Hoa"


async def on_the_spot(town: Town) -> Town:
    """A visit of this week whose team has arrived."""
    await office_of_visits(town)
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, TEAM)
    await town.write(TRAN, "GS1 đã đến")
    return town


__all__ = [
    "FUND",
    "KALONG",
    "LIEN",
    "TEAM",
    "TRACO",
    "TRAN",
    "call_off",
    "move",
    "named",
    "names_known",
    "office_of_visits",
    "on_the_spot",
    "propose",
    "together",
    "visit",
]
