"""The same day lived twice, once with a sealed visit: whatever leaves the house is the same."""

import csv
import io
import json
import logging
import shutil
import sqlite3
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.logs import set_up_logs
from storage.nightly import back_up_night
from storage.safekeeping import export
from tests.helpers.sealing import (
    BODY,
    LINE,
    SECRETS,
    THEME,
    office_that_seals,
    said_in_files,
    seal,
    sealed_and_approved,
    speaks,
)
from tests.helpers.supervision import LIEN, TRAN, propose
from tests.helpers.two_lives import every_line
from tests.helpers.watching import health_of
from tests.town import BINH, CUONG, DUNG, HANH, HOA, LAN, MAI, THANG, Town, clock, open_town

OTHERS = (HANH, BINH, DUNG, HOA, THANG, CUONG, MAI)
ASKED = (
    "giám sát",
    "tuần này gs ở đâu",
    "so với năm trước",
    "nơi chưa giám sát",
    "kiến nghị đang theo dõi",
    "cuộc niêm phong",
    "theo dõi",
    "hiệp thương",
    "danh sách hiệp thương",
    "lịch tuần",
    "báo cáo tuần",
    "GS1",
    "GS2",
    "/dulieu",
)
CARRIED = {"sealed", "inbox", "letter", "card", "setting"}
"""The ciphertext, and what carries messages to and fro; looked at by itself below."""
COUNTED = "sqlite_stat1"
OPEN_QUESTIONS = "SELECT person_id, topic, subject, answers FROM expectation ORDER BY id"
SHOWN = "SELECT visit_id, person_id, card, is_file FROM visit_shown ORDER BY 1, 2, 3, 4"
"""Their own numbers go with those of messages."""
NUMBERED = {"expectation", "visit_shown"}
MOVES = ("seconds", "bytes", "last", "next", "operator_untold")


@dataclass
class Lived:
    """What a day left behind: heard by others, archived, exported, told of the machine, logged."""

    heard: Mapping[str, list[str]]
    archive: bytes
    tables: Mapping[str, list[tuple[Any, ...]]]
    sheets: Mapping[str, bytes]
    health: Mapping[str, Any]
    metrics: list[str]
    logged: str


@pytest.fixture
def logged(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What the process would write, with every logger at its loudest."""
    root, before, level = logging.getLogger(), logging.getLogger().handlers[:], logging.root.level
    written = io.StringIO()
    monkeypatch.setattr("sys.stderr", written)
    set_up_logs("DEBUG")
    for name in list(logging.root.manager.loggerDict):
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield written
    root.handlers[:] = before
    root.setLevel(level)
    logging.captureWarnings(False)
    for name in list(logging.root.manager.loggerDict):
        logging.getLogger(name).setLevel(logging.NOTSET)


async def a_town(folder: Path) -> tuple[int, dict[int, int]]:
    """An office at work, that may seal."""
    async with open_town(folder) as town:
        await office_that_seals(town, folder)
        await propose(town, BINH)
        return town.office_id, town.ids


async def lived(
    base: Path, folder: Path, known: tuple[int, dict[int, int]], logged: io.StringIO, sealed: bool
) -> Lived:
    shutil.copytree(base, folder)
    logged.truncate(0)
    async with open_town(folder, settle=lambda *_: known) as town:
        if sealed:
            await sealed_and_approved(town)
        await the_day_of_the_others(town)
        heard = {str(who): await town.heard(who) for who in OTHERS}
        async with health_of(town, folder) as ask:
            _, health = await ask("/healthz")
            _, metrics = await ask("/metrics")
        back_up_night(folder / "town.db", folder / "backups", clock(20, 2).date())
        list(export(folder / "town.db", folder / "sheets", everything=True))
    [archive] = (folder / "backups").glob("*.tar")
    sheets = {file.name: file.read_bytes() for file in (folder / "sheets").iterdir()}
    steady = {k: v for k, v in json.loads(health).items() if k != "jobs" and not _moves(k)}
    lines = [line for line in metrics.splitlines() if not _moves(line)]
    content, tables = archive.read_bytes(), tables_of(archive, folder)
    return Lived(heard, content, tables, sheets, steady, lines, logged.getvalue())


def _moves(name: str) -> bool:
    return any(part in name for part in MOVES)


async def the_day_of_the_others(town: Town) -> None:
    """They ask for all that may be asked, propose the very same desk, and go on in the year's
    programme."""
    for who in OTHERS:
        for line in (*ASKED, *(every_line() if who == HANH else ())):
            await town.write(who, line)
    await propose(town, DUNG, THEME, BODY, "tuần này")
    await propose(town, HOA, "tiếp công dân", "UBND phường Hải Yên")
    await town.write(DUNG, "GS2 trùng")
    await town.go_to(clock(20, 9))
    await town.write(HANH, "giám sát")


def tables_of(archive: Path, folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that the archive brings back; of what carries messages, how many
    rows the planner counted goes with it."""
    with tarfile.open(archive) as tar:
        tar.extractall(folder / "out", filter="data")
    with closing(sqlite3.connect(folder / "out" / "office.db")) as opened:
        named = opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        rows = {name: opened.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in named}
        rows["expectation"] = opened.execute(OPEN_QUESTIONS).fetchall()
        rows["visit_shown"] = opened.execute(SHOWN).fetchall()
        rows[COUNTED] = [row for row in rows.get(COUNTED, ()) if row[0] not in CARRIED | NUMBERED]
        return rows


async def test_what_leaves_the_house_is_the_same(tmp_path: Path, logged: io.StringIO) -> None:
    (tmp_path / "base").mkdir()
    known = await a_town(tmp_path / "base")
    two = [
        await lived(tmp_path / "base", tmp_path / name, known, logged, name == "with")
        for name in ("without", "with")
    ]
    without, with_it = two
    assert with_it.heard == without.heard
    assert sum(map(len, with_it.heard.values())) >= 90
    differ = {n for n in without.tables if with_it.tables[n] != without.tables[n]}
    assert differ <= CARRIED, differ
    sheets = {n for n in without.sheets if with_it.sheets[n] != without.sheets[n]}
    assert sheets <= {f"{name}.csv" for name in CARRIED | NUMBERED}, sheets
    assert with_it.health == without.health
    assert with_it.metrics == without.metrics
    assert without.metrics
    nothing_speaks(with_it)


def nothing_speaks(day: Lived) -> None:
    """What carried it bears neither words nor point; of the three alone there is a letter more."""
    [(_, seal_id, box)] = day.tables["sealed"]
    assert speaks(box) == []
    carried = [day.sheets[f"{name}.csv"].decode("utf-8-sig") for name in sorted(CARRIED)]
    cells = [cell for sheet in carried for row in csv.reader(io.StringIO(sheet)) for cell in row]
    assert not [cell for cell in cells if any(word in cell for word in SECRETS)]
    assert [word for word in SECRETS if word in day.logged] == []
    assert seal_id not in day.logged
    assert day.logged.count("\n") > 100


async def test_of_a_day_on_which_nobody_else_says_it_the_archive_says_nothing(
    tmp_path: Path,
) -> None:
    async with open_town(tmp_path) as town:
        await office_that_seals(town, tmp_path)
        await sealed_and_approved(town)
        back_up_night(tmp_path / "town.db", tmp_path / "backups", town.now.date())
        list(export(tmp_path / "town.db", tmp_path / "sheets", everything=True))
    files = [*(tmp_path / "backups").iterdir(), *(tmp_path / "sheets").iterdir()]
    assert len(files) > 40
    key = (tmp_path / "seal.key").read_bytes()
    for file in files:
        content = file.read_bytes() if file.is_file() else b""
        assert speaks(content) == [], file.name
        assert key not in content


async def test_the_next_code_is_the_one_that_comes_next(tmp_path: Path) -> None:
    """No number is left free for it; its own comes when it is opened."""
    async with open_town(tmp_path) as town:
        await office_that_seals(town, tmp_path)
        seal_id = await sealed_and_approved(town)
        assert "GS-01" in await propose(town, BINH)
        assert "GS-02" in await propose(town, TRAN, "tiếp công dân")
        rows = await town.sql("SELECT kind, subject FROM journal WHERE kind = 'visit'")
        assert rows == [("visit", 1), ("visit", 2)]
        await town.press(LIEN, f"v.unseal:0:{seal_id}")
        assert await town.sql("SELECT code FROM visit ORDER BY id DESC LIMIT 1") == [("GS-03",)]


async def test_what_a_tap_an_answer_and_an_edit_bring_along_is_put_away(tmp_path: Path) -> None:
    """Telegram sends the text of its page with every tap under it, the line with its edit."""
    async with open_town(tmp_path) as town:
        await office_that_seals(town, tmp_path)
        seal_id = await seal(town)
        assert BODY in await town.press(LAN, f"v.sealed:0:{seal_id}")
        page = town.phone(LAN).messages[-1]
        await town.tap(LAN, "Duyệt", page)
        await town.phone(LAN).write("xem rồi", reply_to=page)
        typed = next(m for m in town.phone(LIEN).messages if m.text == LINE)
        await town.phone(LIEN).edit(typed, f"{LINE} nhé")
        await town.settle()
        assert await town.sql("SELECT count(*) FROM inbox") != [(0,)]
        assert said_in_files(tmp_path) == []


async def test_where_the_key_is_lost_nobody_else_s_words_are(tmp_path: Path) -> None:
    """A crash forgets nothing of theirs."""
    async with open_town(tmp_path) as town:
        await office_that_seals(town, tmp_path)
        (tmp_path / "seal.key").unlink()
        await town.phone(HANH).write("giám sát")
        await town.house.poller.once(0)
        found = await town.house.dispatcher._inbox.wake()
        assert ["giám sát" in str(update.raw) for update in found] == [True]
        await town.settle()
