"""Tries the reading of typed lines: `python -m language when|turnout|reply|accuracy`."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from language.answers.replies.typed import Typed
from language.certainty.certain import certainty_of_day, certainty_of_figures
from language.check import tables
from language.dates.moments import ICT
from language.dates.when import when
from language.reading import Reading


def main(arguments: list[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    for line in _COMMANDS[asked.command](asked):
        sys.stdout.write(line + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m language", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    now = "the clock, ISO 8601; without it the fixed clock of the tables"
    for name in ("when", "turnout", "reply"):
        one = commands.add_parser(name, help="lines on stdin, one JSON object a line on stdout")
        one.add_argument("--now", type=_clock, default=None, help=now)
        one.add_argument(
            "--context", choices=("assignment", "turnout", "activity", "none"), default="none"
        )
        one.add_argument("--due", type=_clock, default=None, help="present limit of the task")
        one.add_argument(
            "--json",
            action="store_true",
            help="each line is a JSON string, which may hold line breaks",
        )
    accuracy = commands.add_parser("accuracy", help="score the tables of these folders")
    accuracy.add_argument("folders", nargs="*", type=Path)
    return parser


def _clock(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=ICT)


def _lines(as_json: bool) -> Iterator[str]:
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for line in sys.stdin:
        typed = line.rstrip("\r\n")
        yield str(json.loads(typed)) if as_json else typed


def _json(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False)


def _when(asked: argparse.Namespace) -> Iterator[str]:
    now = asked.now or tables.DATES_CLOCK
    for line in _lines(asked.json):
        found = when(line, now)
        sure = {"certainty": certainty_of_day(found, now)}
        yield _json(tables.when_row(line, now, found) | sure)


def _turnout(asked: argparse.Namespace) -> Iterator[str]:
    for line in _lines(asked.json):
        typed = Typed(line, asked.now or tables.TURNOUT_CLOCK)
        sure = certainty_of_figures(typed)
        more = {"measures": tables.measures(typed.turnout), "certainty": sure.level}
        yield _json(tables.turnout_row(line, typed.turnout) | more)


def _reply(asked: argparse.Namespace) -> Iterator[str]:
    now = asked.now or tables.reply_clock(asked.context)
    due = asked.due or (tables.REPLY_DUE if asked.context == "assignment" else None)
    for line in _lines(asked.json):
        reading = Reading(line, now)
        found = reading.reply(asked.context, due)
        sure = reading.certainty(asked.context, due)
        more = {"certainty": sure.level, "choices": sure.choices}
        yield _json(tables.reply_row(line, asked.context, found) | more)


def _accuracy(asked: argparse.Namespace) -> Iterator[str]:
    from language.check import accuracy, second_opinion

    folders = asked.folders or accuracy.PLACES
    yield from accuracy.report(folders)
    yield from second_opinion.report(folders)


_COMMANDS: dict[str, Callable[[argparse.Namespace], Iterator[str]]] = {
    "when": _when,
    "turnout": _turnout,
    "reply": _reply,
    "accuracy": _accuracy,
}
