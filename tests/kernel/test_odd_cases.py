"""Odd bytes, odd places, odd hours: each was once a crash, a leak or a figure lost."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from telegram.error import NetworkError

from actions.desk import action
from actions.rooms import Job
from bot.commands import main
from domain.access import Permission
from schedules.timetable import Timekeeper
from storage import DatabaseInUse, Work
from storage.database import only_writer
from tests.helpers.activities import open_saturday, plan_saturday
from tests.helpers.process import ROOT
from tests.helpers.registrations import group_form
from tests.town import BINH, CUONG, HANH, Town, clock


async def test_updates_without_a_number_stop_nobody(bare: Town) -> None:
    ask = bare.house.poller._ask
    odd: list[Any] = [{"message": {}}, {"update_id": "7"}, "x", None, {"update_id": True}]

    async def mixed(seconds: int) -> list[Any]:
        return [odd[0], *await ask(seconds), *odd[1:]]

    bare.house.poller._ask = mixed  # type: ignore[method-assign]
    await bare.phone(BINH).write("/say good")
    with bare.expect_faults("updates without a number"):
        assert await bare.house.poller.once(0) == 1
    bare.house.poller._ask = ask  # type: ignore[method-assign]
    assert "good 1" in await bare.screen(BINH)


@pytest.mark.parametrize("answer", [[{"message": {}}], {"update_id": 5}, True, None])
async def test_nothing_but_such_is_an_answer_that_is_none(bare: Town, answer: Any) -> None:
    async def odd(*_: Any, **__: Any) -> Any:
        return answer

    bare.house.poller._ear = type("Ear", (), {"do_api_request": odd})()  # type: ignore[assignment]
    loud = bare.expect_faults("without a number")
    expected = loud if isinstance(answer, list) else contextlib.nullcontext()
    with expected, pytest.raises(NetworkError, match="garbled"):
        await bare.house.poller.once(0)


async def test_a_press_in_a_group_is_answered_to_nobody_else(town: Town) -> None:
    day = await open_saturday(town)
    group = town.world.group("Cả cơ quan", [town.phone(HANH), town.phone(CUONG)])
    await group.add_bot(town.phone(HANH))
    await town.settle()
    before = len(group.messages)
    for data in (f"s.group:{day}", "t.mine", "a.mine", f"s.roll:{day}"):
        await town.phone(CUONG).press(data, 1, chat=group.chat)
        await town.settle()
        assert "Nút này" in town.phone(CUONG).toasts[-1].text
    assert len(group.messages) == before


async def test_as_last_week_without_the_question_or_the_organisation(town: Town) -> None:
    first = await open_saturday(town)
    second = await open_saturday(town, starts=clock(28, 7))
    await town.press(CUONG, "s.grouplast:0")
    assert "Nút này" in town.phone(CUONG).toasts[-1].text
    await group_form(town, first)
    await town.write(CUONG, "PN 12, ĐTN 8")
    await town.tap(CUONG, "Đúng")
    await town.sql("UPDATE organisation SET valid_to = '2026-11-01' WHERE code = 'DTN'")
    said = await town.press(CUONG, f"s.grouplast:{second}")
    assert "PN 12" in said
    assert "ĐTN" not in said


async def test_ones_own_figure_is_not_dropped_by_a_forged_press(town: Town) -> None:
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    await town.write(BINH, "40")
    await town.tap(BINH, "Đúng")
    [(report,)] = await town.sql("SELECT id FROM turnout WHERE state = 'confirmed'")
    await town.press(BINH, f"t.untrue:{report}")
    assert await town.sql("SELECT state FROM turnout") == [("confirmed",)]


async def test_what_the_office_wrote_down_stands_after_the_lock(town: Town) -> None:
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    await town.write(HANH, "/soluong")
    await town.write(HANH, "Trà Cổ 40")
    await town.tap(HANH, "Ghi thay phụ trách")
    await town.screen(BINH)
    await town.sql("UPDATE activity SET state = 'locked'")
    assert "đã khóa" in await town.tap(BINH, "Không đúng")
    assert await town.sql("SELECT state FROM turnout") == [("confirmed",)]


def test_one_file_has_one_writer_by_whatever_name(tmp_path: Path) -> None:
    real, folder = tmp_path / "real" / "office.db", tmp_path / "by-folder"
    real.parent.mkdir()
    real.touch()
    (tmp_path / "link.db").symlink_to(real)
    folder.symlink_to(real.parent)
    with only_writer(real):
        for name in (tmp_path / "link.db", folder / "office.db"):
            with pytest.raises(DatabaseInUse), only_writer(name):
                pass


KILLED = """
import sys, time
from pathlib import Path
import storage.safekeeping as s
s.verify = lambda *_, **__: (print("now", flush=True), time.sleep(60))
s.back_up(Path(sys.argv[1]), Path(sys.argv[2]))
"""


async def test_what_a_killed_backup_left_goes_with_the_next(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "backups"
    place.mkdir()
    monkeypatch.setenv("DATABASE_PATH", str(tmp_path / "town.db"))
    arguments = (sys.executable, "-c", KILLED, tmp_path / "town.db", place / "a.tar")
    with subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE) as killed:  # noqa: ASYNC220
        assert killed.stdout
        assert killed.stdout.readline() == b"now\n"
        [held] = place.iterdir()
        assert main(["backup", str(place / "b.tar")]) == 0
        assert held.exists(), "one that is at work is left alone"
        os.kill(killed.pid, signal.SIGKILL)
    assert held.exists()
    assert main(["backup", str(place / "b.tar")]) == 0
    assert [left.name for left in place.iterdir()] == ["b.tar"]


@pytest.mark.parametrize("command", [("export", "out"), ("digest",), ("phrases",)])
async def test_a_newer_schema_is_refused_by_whoever_only_reads(
    command: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with sqlite3.connect(tmp_path / "office.db") as database:
        database.execute("CREATE TABLE office (id INTEGER)")
        database.execute("PRAGMA user_version = 9999")
    monkeypatch.setenv("DATABASE_PATH", str(tmp_path / "office.db"))
    monkeypatch.chdir(tmp_path)
    assert main(command) == 1
    assert "newer than this program" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


async def test_a_job_that_fails_stops_neither_the_others_nor_the_start(town: Town) -> None:
    ran: list[datetime] = []

    @action(needs=Permission.RUN_TIMETABLE)
    def breaks(work: Work) -> None:
        raise KeyError("words")

    @action(needs=Permission.RUN_TIMETABLE)
    def counts(work: Work) -> None:
        ran.append(work.now)

    rows = [Job("breaks", {"hour": 5}, breaks), Job("counts", {"hour": 5}, counts)]
    record = town.house.faults.record
    keeper = Timekeeper(town.house.housekeeping, town.house.desk, rows, failed=record)
    with town.expect_faults("the job breaks: KeyError"):
        await keeper.catch_up()
    assert len(ran) == 1


async def test_after_the_clock_was_set_back_due_work_is_found(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[datetime] = []

    @action(needs=Permission.RUN_TIMETABLE)
    def counts(work: Work) -> None:
        ran.append(work.now)

    async def pass_by(_: float) -> None:
        town.now = clock(19 - len(ran), 12)
        if len(ran) == 3:
            raise TimeoutError

    keeper = Timekeeper(
        town.house.housekeeping, town.house.desk, [Job("counts", {"hour": 5}, counts)]
    )
    monkeypatch.setattr("schedules.timetable.asyncio.sleep", pass_by)
    with pytest.raises(TimeoutError):
        await keeper.watch()
    assert [moment.day for moment in ran] == [19, 18, 17]
