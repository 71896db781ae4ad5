"""How the demo begins and ends: Ctrl-C at any moment, twice, and words for a wrong port."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

BOT = Path(__file__).with_name("fake_bot.py")
ROOT = BOT.parents[2]
DEMO = f"""
import asyncio, sys
from sandbox.demo import demo
sys.exit(asyncio.run(demo(0, False, (sys.executable, {str(BOT)!r}))))
"""
IMPATIENT = """
import os, runpy, signal, sys

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "uvicorn":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Finder())
sys.argv = ["sandbox", "demo"]
runpy.run_module("sandbox", run_name="__main__")
"""
Begin = Callable[..., Awaitable[asyncio.subprocess.Process]]


@pytest.fixture
async def begin(tmp_path: Path) -> AsyncIterator[Begin]:
    """Start a python in an empty folder; nothing of it is left behind."""
    started: list[asyncio.subprocess.Process] = []

    async def begin(*args: str) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, *args),
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        if process.returncode is None:
            process.kill()
            await process.wait()


def press_ctrl_c(process: asyncio.subprocess.Process) -> None:
    """A terminal tells everybody in it."""
    os.killpg(process.pid, signal.SIGINT)


async def reads(process: asyncio.subprocess.Process, words: str) -> None:
    assert process.stdout is not None
    line = b"the first one"
    while line and not line.startswith(words.encode()):
        line = await asyncio.wait_for(process.stdout.readline(), 10)
    assert line


def living(folder: Path) -> list[str]:
    """The processes that still work in a folder."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if (entry / "cwd").readlink().is_relative_to(folder):
                found.append((entry / "cmdline").read_text())
        except OSError:
            continue
    return found


async def works(folder: Path, count: int) -> None:
    for _ in range(500):
        if len(living(folder)) == count:
            return
        await asyncio.sleep(0.02)
    raise AssertionError(living(folder))


async def ends_quietly(process: asyncio.subprocess.Process, folder: Path) -> None:
    _, wrong = await asyncio.wait_for(process.communicate(), 10)
    assert (process.returncode, wrong.decode()) == (0, "")
    assert living(folder) == []


async def test_ctrl_c_while_it_runs(begin: Begin, tmp_path: Path) -> None:
    process = await begin("-c", DEMO)
    await reads(process, "1/")
    await works(tmp_path, 2)
    press_ctrl_c(process)
    await ends_quietly(process, tmp_path)


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM])
async def test_ended_while_the_office_is_loaded(
    begin: Begin, tmp_path: Path, name: signal.Signals
) -> None:
    (tmp_path / ".demo").mkdir()
    (tmp_path / ".demo" / "slow").touch()
    process = await begin("-c", DEMO)
    await works(tmp_path, 2)
    process.send_signal(name)
    await ends_quietly(process, tmp_path)


async def test_ctrl_c_twice_does_not_wait_for_a_bot_that_lingers(
    begin: Begin, tmp_path: Path
) -> None:
    (tmp_path / ".demo").mkdir()
    (tmp_path / ".demo" / "stubborn").touch()
    process = await begin("-c", DEMO)
    await reads(process, "1/")
    press_ctrl_c(process)
    await asyncio.sleep(0.3)
    assert len(living(tmp_path)) == 2
    press_ctrl_c(process)
    await ends_quietly(process, tmp_path)


async def test_ctrl_c_while_it_still_loads_its_modules(begin: Begin) -> None:
    process = await begin("-c", IMPATIENT)
    _, wrong = await asyncio.wait_for(process.communicate(), 10)
    assert (process.returncode, wrong) == (-signal.SIGINT, b"")


@pytest.mark.parametrize("port", ["0", "70000", "tám"])
async def test_a_port_that_is_none(begin: Begin, port: str) -> None:
    process = await begin("-m", "sandbox", "demo", "--port", port)
    _, wrong = await process.communicate()
    assert process.returncode == 2
    assert wrong.decode().endswith(f"argument --port: invalid port number value: '{port}'\n")
