"""Nightly backups: which stay, that they come back, and that who was erased stays erased."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.alarms import Alarms
from bot.nightly import Nightly
from domain.backups import staying
from domain.letters import Message
from domain.retention import BACKUP_DAYS, Erased
from storage.nightly import ERASED, back_up_night, list_erased, nights, read_erased
from storage.safekeeping import COPIES
from tests.helpers.activities import open_saturday
from tests.helpers.commands import run
from tests.helpers.house import fresh
from tests.helpers.registrations import join
from tests.town import BINH, CALLED, ICT, MAI, SON, Town, clock

TODAY = date(2026, 11, 23)


def test_seven_nights_four_weeks_six_months_stay() -> None:
    every = {TODAY - timedelta(days=n) for n in range(400)}
    assert sorted(staying(every, TODAY, BACKUP_DAYS), reverse=True) == [
        *(TODAY - timedelta(days=n) for n in range(7)),
        date(2026, 11, 15),
        date(2026, 11, 8),
        *(date(2026, 10, 31), date(2026, 9, 30), date(2026, 8, 31)),
        *(date(2026, 7, 31), date(2026, 6, 30)),
    ]


def test_night_by_night_none_is_older_than_people_are_told() -> None:
    kept: set[date] = set()
    for n in range(800):
        night = TODAY + timedelta(days=n)
        kept = staying(kept | {night}, night, BACKUP_DAYS)
        assert min(kept) >= night - timedelta(days=BACKUP_DAYS)
    assert len(kept) >= 13, "what stays each night is enough for the weeks and months to come"


@given(st.sets(st.integers(0, 900), min_size=1))
def test_the_newest_always_stays(ages: set[int]) -> None:
    every = {TODAY - timedelta(days=n) for n in ages}
    stay = staying(every, TODAY, BACKUP_DAYS)
    assert max(every) in stay
    assert stay <= every
    assert all((TODAY - night).days <= BACKUP_DAYS for night in stay - {max(every)})


def test_a_backup_has_every_copy_that_a_table_names() -> None:
    connection = fresh()
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    named = {
        table
        for (table,) in tables
        if {"kept", "file_id"} <= {r[1] for r in connection.execute(f"PRAGMA table_info({table})")}
    }
    assert named
    assert {table for table in named if f"FROM {table} " in COPIES} == named


async def erased_by_oneself(town: Town, who: int) -> None:
    await town.write(who, "/dulieu")
    await town.tap(who, "Xóa dữ liệu")
    assert "Đã xóa dữ liệu" in await town.tap(who, "Xóa", town.phone(who).messages[-1])


def nightly(town: Town, folder: Path, alarms: Alarms) -> Nightly:
    return Nightly(town.house.housekeeping, folder / "town.db", folder / "backups", ICT, alarms)


async def _nobody(_: Message) -> bool:
    return True


async def test_the_bot_keeps_one_backup_a_night(town: Town, tmp_path: Path) -> None:
    alarms = Alarms(_nobody)
    keeper, place = nightly(town, tmp_path, alarms), tmp_path / "backups"
    for moment, there in ((clock(19, 9), 19), (clock(20, 2, 59), 19), (clock(20, 3), 20)):
        await town.go_to(moment)
        await keeper.round()
        assert max(nights(place)) == date(2026, 11, there)
        assert list(alarms.waiting) == []
    assert [file.stat().st_mode & 0o077 for file in place.iterdir()] == [0, 0]


async def test_a_backup_that_fails_is_told_once_it_is_too_old(town: Town, tmp_path: Path) -> None:
    alarms = Alarms(_nobody)
    keeper = nightly(town, tmp_path, alarms)
    await keeper.round()
    (tmp_path / "backups").rename(tmp_path / "away")
    (tmp_path / "backups").write_text("no folder")
    with town.expect_faults("no backup: FileExistsError"):
        await keeper.round()
    assert list(alarms.waiting) == ["backup"]


async def test_who_was_erased_after_a_backup_is_erased_again_by_restoring_it(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Restoring an older backup brought the deleted back."""
    activity = await open_saturday(town)
    await join(town, MAI, activity)
    await join(town, SON, activity)
    keeper, place = nightly(town, tmp_path, Alarms(None)), tmp_path / "backups"
    await keeper.round()
    [(subject,)] = await town.sql("SELECT subject FROM person WHERE telegram_id = :m", m=MAI)
    await erased_by_oneself(town, MAI)
    await keeper.round()
    assert [one.subject for one in read_erased(place)] == [subject]

    monkeypatch.setenv("DATABASE_PATH", str(tmp_path / "elsewhere" / "office.db"))
    monkeypatch.setenv("BACKUP_FOLDER", str(place))
    monkeypatch.setenv("BOT_API_BASE_URL", "http://127.0.0.1:9")
    status, said, _ = run(capsys, "restore", "--check")
    assert (status, "1 erased again; nothing was changed" in said) == (0, True)
    assert not (tmp_path / "elsewhere").exists()
    archive = nights(place)[date(2026, 11, 19)]
    status, said, _ = run(capsys, "restore", str(archive))
    assert (status, "1 erased again" in said) == (0, True)
    with closing(sqlite3.connect(tmp_path / "elsewhere" / "office.db")) as restored:
        known = {row[0] for row in restored.execute("SELECT telegram_id FROM person")}
        places = restored.execute(
            "SELECT count(*) FROM registration WHERE person_id IS NOT NULL"
            " AND standing = 'registered'"
        ).fetchone()[0]
    assert (MAI in known, SON in known, places) == (False, True, 1)
    written = (tmp_path / "elsewhere").rglob("*")
    names = [f.name for f in written if f.is_file() and CALLED[MAI].encode() in f.read_bytes()]
    assert names == [], "her name is nowhere in what was restored"


async def test_staff_keep_their_place_on_the_roster_when_erased_again(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    await join(town, BINH, await open_saturday(town))
    place = tmp_path / "backups"
    back_up_night(tmp_path / "town.db", place, TODAY)
    await town.write(BINH, "/dulieu")
    await town.tap(BINH, "Xóa dữ liệu")
    await town.tap(BINH, "Xóa", town.phone(BINH).messages[-1])
    list_erased(place, await town.house.housekeeping.erased())
    monkeypatch.setenv("DATABASE_PATH", str(tmp_path / "elsewhere" / "office.db"))
    assert "1 erased again" in run(capsys, "restore", str(nights(place)[TODAY]))[1]
    with closing(sqlite3.connect(tmp_path / "elsewhere" / "office.db")) as restored:
        named = restored.execute("SELECT count(person_id) FROM registration").fetchone()[0]
        on_roster = restored.execute(
            "SELECT count(*) FROM person WHERE telegram_id = ?", (BINH.id,)
        ).fetchone()[0]
    assert (named, on_roster) == (0, 1)


async def test_a_backup_made_after_the_erasing_erases_nothing_again(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of staff who joined again after it, the new days must stay."""
    activity = await open_saturday(town)
    await join(town, BINH, activity)
    await town.write(BINH, "/dulieu")
    await town.tap(BINH, "Xóa dữ liệu")
    await town.tap(BINH, "Xóa", town.phone(BINH).messages[-1])
    place = tmp_path / "backups"
    back_up_night(tmp_path / "town.db", place, TODAY)
    list_erased(place, await town.house.housekeeping.erased())
    monkeypatch.setenv("DATABASE_PATH", str(tmp_path / "elsewhere" / "office.db"))
    assert "0 erased again" in run(capsys, "restore", str(nights(place)[TODAY]))[1]


def test_a_line_that_a_power_cut_left_half_is_written_again(tmp_path: Path) -> None:
    who = {Erased("aa", 1, "2026-11-19T02:00:00+00:00"), Erased("bb", 1, "2026-11-20T02:00")}
    (tmp_path / ERASED).write_text("aa,1")
    list_erased(tmp_path, who)
    list_erased(tmp_path, who)
    assert read_erased(tmp_path) == who


async def test_evidence_is_kept_once_and_comes_back_with_a_nights_archive(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    await town.sql(
        "INSERT INTO stray_file (path, office_id) VALUES ('1/none.jpg', :o)", o=town.office_id
    )
    activity = await open_saturday(town)
    await town.sql(
        "INSERT INTO point_photo (point_id, person_id, file_id, unique_id, at, kept)"
        " SELECT min(id), :who, 'f', 'u', :at, '1/photo.jpg' FROM point WHERE activity_id = :a",
        who=town.person(BINH), at=town.now, a=activity,
    )  # fmt: skip
    (tmp_path / "files" / "1").mkdir(parents=True)
    (tmp_path / "files" / "1" / "photo.jpg").write_bytes(b"picture")
    place = tmp_path / "backups"
    back_up_night(tmp_path / "town.db", place, TODAY)
    back_up_night(tmp_path / "town.db", place, TODAY + timedelta(days=1))
    kept = place / "files" / "1" / "photo.jpg"
    assert kept.stat().st_ino == (tmp_path / "files" / "1" / "photo.jpg").stat().st_ino
    monkeypatch.setenv("DATABASE_PATH", str(tmp_path / "elsewhere" / "office.db"))
    monkeypatch.setenv("BACKUP_FOLDER", str(place))
    assert "1 of 1 pieces of evidence" in run(capsys, "restore", str(nights(place)[TODAY]))[1]
    back = tmp_path / "elsewhere" / "files" / "1" / "photo.jpg"
    assert back.read_bytes() == b"picture"
    kept.unlink()
    status, _, err = run(capsys, "restore", "--check")
    assert (status, "1 of 1 pieces of evidence are missing" in err) == (1, True)
