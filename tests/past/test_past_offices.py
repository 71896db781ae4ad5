"""An office whose file an earlier version wrote: opened by today's, and work goes on."""

import contextlib
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from domain.letters import Message
from storage.database import migrate, migrations
from storage.rows import load_message
from tests.helpers.past import DUMPS, number_of, revive
from tests.town import BINH, MAI, TUAN, Town, clock, open_town
from texts.catalogue import load

NAMED = 60
"""The migration after which letters and cards have the names of today."""
DUMP = pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: dump.stem)
ROWS = re.compile(r'^INSERT INTO "(\w+)"', re.MULTILINE)


def who_is_there(connection: Any, _: datetime) -> tuple[int, dict[int, int]]:
    people = connection.execute("SELECT telegram_id, id FROM person WHERE telegram_id > 0")
    return 1, {row["telegram_id"]: row["id"] for row in people}


def test_dumps_are_kept_of_schemas_that_were() -> None:
    numbers = [number_of(dump) for dump in DUMPS]
    assert numbers
    assert max(numbers) <= len(migrations())


@DUMP
def test_no_row_is_lost_and_none_left_pointing_nowhere(dump: Path) -> None:
    said = ROWS.findall(dump.read_text("utf-8"))
    with contextlib.closing(revive(dump)) as connection:
        migrate(connection)
        for table in set(said) - {"sqlite_sequence"}:
            kept = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
            assert kept >= said.count(table), table
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


OWED = """
INSERT INTO letter (office_id, person_id, key, care, kind, message, not_before, posted_at)
VALUES (1, 8, 'evening:9', 'sure', 'saturday.evening', :message, '2026-11-22', '2026-11-22')
"""


@pytest.mark.parametrize("dump", [dump for dump in DUMPS if number_of(dump) < NAMED])
def test_what_is_still_owed_is_said_by_the_names_of_today(dump: Path) -> None:
    with contextlib.closing(revive(dump)) as connection:
        said = '{"kind":"saturday.evening","card":"saturday:1","fades":"names:1"}'
        connection.execute(OWED, {"message": said})
        migrate(connection)
        owed = "SELECT kind, message FROM letter WHERE key = 'evening:9'"
        kind, message = connection.execute(owed).fetchone()
        cards = connection.execute("SELECT count(*) FROM card WHERE subject = 'activity:1'")
        assert cards.fetchone()[0] == 3
    assert kind in load("vi")
    assert load_message(message) == Message(kind, card="activity:1", expires="names:1")


@DUMP
async def test_the_week_goes_on_where_it_stood(dump: Path, tmp_path: Path) -> None:
    revive(dump, tmp_path / "town.db").close()
    async with open_town(tmp_path, clock(21, 11), settle=who_is_there) as town:
        await look_around(town)


async def look_around(town: Town) -> None:
    """What was given, registered and counted is still there, and the day ends as it should."""
    assert "Quá hạn: 1" in await town.write(BINH, "việc của tôi")
    for who in (MAI, TUAN):
        assert "Đã đăng ký: 1 buổi" in await town.write(who, "/dulieu")
    await town.go_to(clock(22, 9))
    assert await town.sql("SELECT total FROM turnout WHERE state = 'confirmed'") == [(45,)]
