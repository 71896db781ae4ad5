"""`python -m tests.past`: keeps an office of today's schema, so that tomorrow's can open it."""

import asyncio
import contextlib
import sqlite3
import tempfile
from pathlib import Path

from storage.database import migrations
from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give
from tests.helpers.registrations import join
from tests.town import BINH, CUONG, MAI, SON, THANG, TUAN, Town, clock, open_town

HERE = Path(__file__).parent


async def lead_a_week(town: Town) -> None:
    """Work is given and taken; two come on Saturday, one waits; the point reports."""
    await give(town, THANG, "Bình")
    await town.tap(BINH, "Nhận việc")
    day = await open_saturday(town, capacity=2)
    for who in (MAI, SON, TUAN):
        await join(town, who, day)
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "45 người: ĐTN 20, PN 25; 2 km đường")
    await town.tap(CUONG, "Đúng")


async def live(folder: Path) -> None:
    async with open_town(folder) as town:
        await lead_a_week(town)


def dump(database: Path, number: int) -> str:
    with contextlib.closing(sqlite3.connect(database)) as connection:
        lines = "\n".join(connection.iterdump())
    return f"{lines}\nPRAGMA user_version={number};\n"


def main() -> None:
    number = len(migrations())
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(live(Path(folder)))
        (HERE / f"schema_{number}.sql").write_text(dump(Path(folder) / "town.db", number), "utf-8")


main()
