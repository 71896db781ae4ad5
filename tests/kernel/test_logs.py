"""Nothing but ids and codes leaves through a log, whichever logger speaks, at any level."""

import ast
import io
import logging
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot.running  # noqa: F401 - whatever the process loads has made its loggers
from bot.logs import OURS, set_up_logs
from bot.wiring import build
from sandbox.http import application, serving
from sandbox.world import World

SAID = ("Nguyễn Thị Hoa", "xin nghi om chieu nay", "0900 000 104")
HOUSE = Path(__file__).resolve().parents[2]
FLOORS = ("bot", "actions", "handlers", "schedules", "storage", "texts", "papers", "language")
LEVELS = (logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What the process would write, with every logger at its loudest."""
    root, before = logging.getLogger(), logging.getLogger().handlers[:]
    err, level, hook = io.StringIO(), logging.getLogger().level, sys.excepthook
    monkeypatch.setattr(sys, "stderr", err)
    set_up_logs("DEBUG")
    for name in list(logging.root.manager.loggerDict):
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield err
    root.handlers[:], sys.excepthook = before, hook
    root.setLevel(level)
    logging.captureWarnings(False)
    for name in list(logging.root.manager.loggerDict):
        logging.getLogger(name).setLevel(logging.NOTSET)


def _speak(name: str, said: str) -> None:
    logger = logging.getLogger(name)
    for level in LEVELS:
        logger.log(level, "answer: %s, %r", said, {"text": said})
        logger.log(level, "broken %d", said)
        try:
            raise KeyError(said)
        except KeyError:
            logger.log(level, "so it went", exc_info=True)


def test_every_logger_keeps_what_people_said_to_itself(written: io.StringIO) -> None:
    names = [*logging.root.manager.loggerDict, "asyncio", "py.warnings", "anything.else"]
    assert len(names) > 30
    for name in names:
        for said in SAID:
            _speak(name, said)
            if name.partition(".")[0] not in OURS:
                logging.getLogger(name).error(f"all of it: {said}")
    lines = written.getvalue()
    assert lines.count("\n") > len(names)
    assert [said for said in SAID if said in lines] == []
    assert "Logging error" not in lines


def test_what_ends_the_process_and_warnings_say_no_words(written: io.StringIO) -> None:
    for said in SAID:
        error = ValueError(said)
        sys.excepthook(ValueError, error, None)
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            logging.captureWarnings(True)
            warnings.warn(said, stacklevel=1)
        logging.captureWarnings(False)
    assert "ended by ValueError" in written.getvalue()
    assert [said for said in SAID if said in written.getvalue()] == []


@pytest.mark.parametrize("floor", FLOORS)
def test_our_own_lines_are_written_out_before_they_are_filled(floor: str) -> None:
    """Values come as arguments, where all but numbers and codes is taken out."""
    for file in (HOUSE / floor).rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call):
                called, where = ast.unparse(call.func), f"{file.name}:{call.lineno}"
                if called.startswith("log.") and file.name != "faults.py":
                    assert isinstance(call.args[0], ast.Constant), where
                if called.endswith("faults.record"):
                    assert isinstance(call.args[1], ast.Constant), where


async def test_a_cut_answer_of_getupdates_is_not_written(
    written: io.StringIO, tmp_path: Path
) -> None:
    world = World()
    world.pace = None
    async with (
        serving(application(world)) as port,
        build(
            token=world.token,
            database_path=tmp_path / "x.db",
            base_url=f"http://127.0.0.1:{port}",
        ) as house,
    ):
        ear = house.poller._ear._request[0]
        ask = ear.do_request

        async def cut(*args: object, **how: object) -> tuple[int, bytes]:
            status, body = await ask(*args, **how)
            return status, body[: len(body) - 9]

        ear.do_request = cut  # type: ignore[method-assign]
        await world.phone(1, "Hoa").write(SAID[1])
        with pytest.raises(Exception, match="garbled"):
            await house.poller.once(0)
    assert SAID[1] not in written.getvalue()
