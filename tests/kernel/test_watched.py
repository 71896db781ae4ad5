"""It is watched: health tells everything, the operator hears once an hour, and a file in trouble
holds what waits."""

import asyncio
import json
import sqlite3
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.alarms import EVERY, Alarms
from bot.dispatch import MOST_OF_STRANGER
from bot.poller import HOPELESS_AFTER, Hopeless
from bot.watch import DEAF_AFTER, LEAST_FREE, STUCK_AFTER
from sandbox.http import application, serving
from sandbox.office import _free_port
from sandbox.world import World
from storage import Database
from storage.database import _commit, connect_writer
from tests.helpers.process import BotProcess
from tests.helpers.watching import Hours, Operator, health_of, watch_over
from tests.town import BINH, HANH, MAI, THURSDAY, Town, _settle_in, says


async def test_of_the_same_thing_the_operator_hears_once_an_hour() -> None:
    hours, operator = Hours(), Operator()
    alarms = Alarms(operator.tell, hours)
    for minute in range(0, 121, 10):
        hours.seconds = minute * 60.0
        alarms.ring("disk", "disk", free=minute)
        await alarms.round()
    alarms.ring("dead", "dead", count=3)
    await alarms.round()
    assert [text.split()[3:5] for text in operator.heard[:3]] == [
        ["còn", "0"],
        ["còn", "60"],
        ["còn", "120"],
    ]
    assert "3 thư không thể đến" in operator.heard[3]
    assert EVERY == 3600


async def test_what_could_not_be_told_is_told_when_telegram_is_back() -> None:
    operator = Operator()
    alarms = Alarms(operator.tell, Hours())
    operator.reached = False
    alarms.ring("disk", "disk", free=1)
    await alarms.round()
    assert list(alarms.waiting) == ["disk"]
    operator.reached = True
    await alarms.round()
    await alarms.round()
    assert (len(operator.heard), list(alarms.waiting)) == (1, [])


async def test_deaf_is_told_and_ten_minutes_end_the_process(town: Town, tmp_path: Path) -> None:
    hours = Hours()
    watch, alarms, operator = watch_over(town, tmp_path, hours)
    await watch.round()
    assert list(alarms.waiting) == []
    hours.seconds = DEAF_AFTER
    await watch.round()
    await alarms.round()
    assert "Không nghe được Telegram từ 8h58" in operator.heard[0]
    hours.seconds = HOPELESS_AFTER
    with pytest.raises(Hopeless, match="Telegram has not answered"):
        await watch.round()


@pytest.mark.parametrize(
    ("stuck", "silent", "free", "rings", "well"),
    [
        (0.0, 0.0, LEAST_FREE, [], True),
        (0.0, 0.0, LEAST_FREE - 1, ["disk"], True),
        (STUCK_AFTER - 1, 0.0, LEAST_FREE, [], True),
        (STUCK_AFTER, 0.0, LEAST_FREE, ["database"], False),
        (0.0, DEAF_AFTER - 1, LEAST_FREE, [], True),
        (0.0, DEAF_AFTER, LEAST_FREE, ["deaf"], False),
        (STUCK_AFTER, DEAF_AFTER, 0, ["database", "disk"], False),
        (HOPELESS_AFTER - 1, 0.0, LEAST_FREE, ["database"], False),
    ],
)
async def test_each_trouble_rings_from_its_limit_on(
    town: Town,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    stuck: float,
    silent: float,
    free: int,
    rings: list[str],
    well: bool,
) -> None:
    hours = Hours()
    watch, alarms, _ = watch_over(town, tmp_path, hours)
    monkeypatch.setattr("bot.watch._free", lambda _: free)
    await watch.round()
    await town.rest()
    hours.seconds = silent
    town.house.database.troubled_since = silent - stuck if stuck else None
    await watch.round()
    assert sorted(alarms.waiting) == rings
    assert (await watch.look()).well is well
    town.house.database.troubled_since = None


async def test_a_file_that_takes_nothing_for_ten_minutes_ends_the_process(
    town: Town, tmp_path: Path
) -> None:
    watch, _, _ = watch_over(town, tmp_path, Hours())
    town.house.database.troubled_since = -HOPELESS_AFTER
    with pytest.raises(Hopeless, match="the database has taken nothing"):
        await watch.round()
    town.house.database.troubled_since = None


async def test_it_is_written_once_a_minute_and_never_twice_at_once(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end, hours = [0], asyncio.Event(), Hours()
    watch, _, _ = watch_over(town, tmp_path, hours)

    async def beat() -> None:
        begun[0] += 1
        await may_end.wait()

    monkeypatch.setattr(town.house.housekeeping, "beat", beat)
    for seconds, writes in ((0, 1), (90, 1), (91, 1), (150, 1), (151, 2)):
        hours.seconds = seconds
        await watch.round()
        await asyncio.sleep(0)
        assert begun == [writes], seconds
        if seconds == 90:
            may_end.set()


@pytest.mark.parametrize(("silent", "status"), [(DEAF_AFTER - 1, 200), (DEAF_AFTER, 503)])
async def test_health_is_a_status_too(
    town: Town, tmp_path: Path, silent: float, status: int
) -> None:
    async with health_of(town, tmp_path, silent) as ask:
        assert (await ask("/healthz"))[0] == status


async def test_only_what_is_newly_dead_rings(town: Town, tmp_path: Path) -> None:
    watch, alarms, _ = watch_over(town, tmp_path, Hours())
    letter = (
        "INSERT INTO letter (office_id, chat_id, key, care, kind, message, state, not_before,"
        " posted_at) VALUES (:o, 1, :key, 'sure', '', '{}', :state, :at, :at)"
    )
    long_ago = town.now - timedelta(hours=1)
    await town.sql(letter, o=town.office_id, key="a", state="dead", at=long_ago)
    await watch.round()
    await watch.round()
    assert list(alarms.waiting) == []
    await town.sql(letter, o=town.office_id, key="b", state="dead", at=long_ago)
    await watch.round()
    assert list(alarms.waiting) == ["dead"]


async def test_a_letter_that_is_late_rings(town: Town, tmp_path: Path) -> None:
    watch, alarms, _ = watch_over(town, tmp_path, Hours())
    due = "UPDATE letter SET state = 'waiting', not_before = :at"
    await town.write(HANH, "/start")
    await town.sql(
        "INSERT INTO letter (office_id, person_id, key, care, kind, message, not_before,"
        " posted_at) VALUES (:o, :who, 'x', 'sure', '', '{}', :at, :at)",
        o=town.office_id, who=town.person(HANH), at=town.now,
    )  # fmt: skip
    for minutes, rings in ((14, []), (16, ["late"])):
        at = town.now - timedelta(minutes=minutes)
        await town.sql(due, at=at)
        await watch.round()
        assert list(alarms.waiting) == rings
    assert (await watch.look()).boxes
    await town.sql("DELETE FROM letter")


async def test_health_tells_of_every_job_and_names_nobody(town: Town, tmp_path: Path) -> None:
    await town.house.timekeeper.catch_up()
    async with health_of(town, tmp_path) as ask:
        status, text = await ask("/healthz")
        told = json.loads(text)
        assert (status, told["well"], told["quarantined"]) == (200, True, 0)
        jobs = {job["name"]: job for job in told["jobs"]}
        assert jobs["what need not be kept"]["last"].startswith("2026-11-19T02:00")
        assert all(job["last"] and job["failed"] == 0 for job in jobs.values())
        assert "Hạnh" not in text
        assert (await ask("/inspection"))[0] == 404
        assert (await ask("/"))[0] == 404


async def test_without_the_extra_the_figures_say_how_to_have_them(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.metrics.LIBRARY", "no_such_library")
    async with health_of(town, tmp_path) as ask:
        status, text = await ask("/metrics")
    assert (status, "prometheus-client" in text) == (501, True)


async def test_a_locked_file_holds_what_was_tapped_and_nothing_is_lost(
    bare: Town, tmp_path: Path
) -> None:
    watch, alarms, operator = watch_over(bare, tmp_path, Hours())
    with closing(sqlite3.connect(tmp_path / "town.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with bare.expect_faults("the database takes nothing: SQLITE_BUSY"):
            await bare.phone(BINH).write("/say held")
            hearing = asyncio.create_task(bare.house.poller.once(0))
            async with asyncio.timeout(20):
                while bare.house.database.troubled_since is None:  # noqa: ASYNC110 - a thread's
                    await asyncio.sleep(0.05)
        assert not hearing.done()
        assert (await watch.look()).boxes is not None, "what is there can still be read"
        other.execute("ROLLBACK")
    assert await hearing == 1
    assert "held 1" in await bare.screen(BINH)
    assert bare.house.database.troubled_since is None
    assert (list(alarms.waiting), operator.heard) == ([], [])


def test_a_full_disk_keeps_all_of_a_group_or_nothing(tmp_path: Path) -> None:
    """SQLite takes everything back by itself then, and what came after in the group was kept
    without the rest: it was said to be lost, and it stood."""

    def put(size: int) -> Any:
        return lambda c: c.execute("INSERT INTO setting VALUES (hex(randomblob(8)), :v)",
                                   {"v": "x" * size})  # fmt: skip

    with closing(connect_writer(tmp_path / "office.db")) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages + 4}")
        with pytest.raises(sqlite3.OperationalError) as full:
            _commit(connection, [put(1), put(10**6), put(1)])
        assert full.value.sqlite_errorcode == sqlite3.SQLITE_FULL
        assert connection.execute("SELECT count(*) FROM setting").fetchone()[0] == 0
        connection.execute("PRAGMA max_page_count=1000000")
        outcomes = _commit(connection, [put(1), put(10**6), put(1)])
        assert [error for _, error in outcomes] == [None, None, None]
        assert connection.execute("SELECT count(*) FROM setting").fetchone()[0] == 3


async def test_the_process_tells_its_health_and_keeps_a_backup_by_itself(tmp_path: Path) -> None:
    database, world, port = tmp_path / "office.db", World(), _free_port()
    async with Database.open(database) as opened:
        await opened.write(lambda connection: _settle_in(connection, THURSDAY))
    async with serving(application(world)) as telegram, aiohttp.ClientSession() as session:
        bot = BotProcess(database, telegram, HEALTH_PORT=str(port))
        await bot.start()
        told: dict[str, Any] = {}
        async with asyncio.timeout(60):
            while not (told.get("well") and told["awake"] and told["backup_age_seconds"]):
                await asyncio.sleep(0.2)
                try:
                    async with session.get(f"http://127.0.0.1:{port}/healthz") as answer:
                        told = await answer.json()
                except aiohttp.ClientError:
                    continue
        [kept] = (tmp_path / "backups").glob("*.tar")
        assert kept.stat().st_mode & 0o077 == 0
        assert await bot.stop() == 0


async def test_who_wrote_hears_once_that_it_is_held_and_then_the_result(
    bare: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.poller.HELD_AFTER", 0.2)
    await bare.write(BINH, "/buttons")
    card = bare.phone(BINH).messages[-1]
    with closing(sqlite3.connect(tmp_path / "town.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with bare.expect_faults("the database takes nothing"):
            for text in ("/say first", "/say second"):
                await bare.phone(HANH).write(text)
            await bare.phone(BINH).tap("Nói", card)
            hearing = asyncio.create_task(bare.house.poller.once(0))
            async with asyncio.timeout(20):
                while bare.house.database.troubled_since is None:  # noqa: ASYNC110 - a thread's
                    await asyncio.sleep(0.05)
        assert "Đã giữ, không cần gửi lại" in bare.phone(BINH).messages[-1].text
        assert not hearing.done()
        other.execute("ROLLBACK")
    await hearing
    said = await bare.heard(HANH)
    assert len([text for text in said if "Đã giữ" in text]) == 1
    assert ["first 1" in said[-2], "second 1" in said[-1]] == [True, True]
    assert "pressed 7 1" in await bare.screen(BINH)


async def test_of_a_strangers_flood_the_first_are_answered_and_one_notice_is_said(
    bare: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.dispatch.BRAKE", 0)
    for number in range(MOST_OF_STRANGER + 40):
        await bare.phone(MAI).write(f"/say {number}")
        await bare.phone(BINH).write(f"/say {number}")
    while bare.world.state.queue:
        await bare.house.poller.once(0)
    said = await bare.heard(MAI)
    assert len([text for text in said if "nhanh quá" in text]) == 1
    assert len(said) == MOST_OF_STRANGER + 1
    assert len(await bare.heard(BINH)) == MOST_OF_STRANGER + 40, "whom we know is always read"
    bare.house.dispatcher._spoken.clear()
    await bare.phone(MAI).write("/say a minute later")
    assert "nhanh quá" not in await bare.screen(MAI)
    assert await bare.sql("SELECT count(*) FROM inbox WHERE state <> 'ended'") == [(0,)]


async def test_who_was_at_work_when_we_went_away_is_asked_to_tap_again(
    bare: Town, tmp_path: Path
) -> None:
    hours = Hours()
    watch, _, _ = watch_over(bare, tmp_path, hours)
    await bare.write(BINH, "/say working")
    await bare.house.poller.once(0)
    await watch.round()
    hours.seconds = time.monotonic() + 190
    bare.now += timedelta(seconds=200)
    await watch.round()
    assert not await says(bare, BINH, "mời bấm lại"), "we are still away"
    hours.seconds = time.monotonic()
    for _ in range(2):
        await watch.round()
    assert len([t for t in await bare.heard(BINH) if "mời bấm lại" in t]) == 1
    assert not await says(bare, HANH, "mời bấm lại"), "she did nothing just before"


async def test_a_new_beginning_knows_how_long_it_was_away(bare: Town, tmp_path: Path) -> None:
    await bare.write(BINH, "/say working")
    await bare.house.housekeeping.beat()
    for away, told in ((100, 0), (300, 1)):
        bare.now += timedelta(seconds=away)
        watch, _, _ = watch_over(bare, tmp_path, Hours())
        await watch.begin()
        await bare.house.poller.once(0)
        await watch.round()
        assert len([t for t in await bare.heard(BINH) if "mời bấm lại" in t]) == told


async def test_of_a_strangers_broken_update_neither_words_nor_number_stay(bare: Town) -> None:
    """The body of an old button of somebody erased kept their name for a week."""
    with bare.expect_faults("KeyError"):
        await bare.phone(MAI).write("/say bug")
        await bare.phone(BINH).write("/say bug")
        await bare.settle()
    rows = await bare.sql("SELECT sender, body IS NULL FROM inbox WHERE state = 'quarantined'")
    assert sorted(rows) == [(0, 1), (BINH.id, 0)]
