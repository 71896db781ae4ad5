"""What stories of the roll begin with: who came, who did not, and the code that is read aloud."""

from datetime import datetime

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join
from tests.town import CUONG, MAI, SON, Town, clock


async def came(town: Town, *people: int) -> None:
    """They register, and the roll says that all were there."""
    day = await open_saturday(town, capacity=10)
    for who in people:
        await join(town, who, day)
    await town.go_to(clock(21, 7, 5))
    await town.tap(CUONG, "Điểm danh")
    await town.tap(CUONG, "Đủ cả")
    await town.tap(CUONG, "Chốt")


async def absent(town: Town, closed: datetime) -> None:
    """Mai and Sơn register; the roll, closed then, says that Mai was not there."""
    day = await open_saturday(town)
    for who in (MAI, SON):
        await join(town, who, day)
    await town.go_to(closed)
    await town.tap(CUONG, "Điểm danh")
    await town.write(CUONG, "vắng 1")
    await town.tap(CUONG, "Đúng, chốt luôn")
    await town.go_to(max(town.now, clock(21, 10, 6)))


async def read_aloud(town: Town) -> str:
    """Cường asks for the code of his point."""
    return (await town.press(CUONG, "s.code:1")).split()[1]


async def opened(town: Town, *people: int, capacity: int = 40) -> int:
    """These people are on the list, and Cường has it before him at 7:05."""
    day = await open_saturday(town, capacity=capacity)
    for who in people:
        await join(town, who, day)
    await town.go_to(clock(21, 7, 5))
    await town.tap(CUONG, "Điểm danh")
    return day
