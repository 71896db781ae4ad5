"""What each line that the stories know is taken for as a whole, as recorded in `intents.csv`.

`python -m tests.language.intents` writes it anew, and prints each line that is read otherwise:
so it is seen when what a room reads anew swallows another room's.
"""

import ast
import csv
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from language import Reading
from language.check.tables import reply_clock
from language.line.vocabulary import book

TESTS = Path(__file__).parents[1]
RECORD = Path(__file__).with_name("intents.csv")


def of_tables() -> Iterator[str]:
    """Every line of every table."""
    for table in TESTS.rglob("*.csv"):
        with table.open(encoding="utf-8", newline="") as opened:
            if table != RECORD:
                yield from (row["text"] for row in csv.DictReader(opened) if "text" in row)


def of_stories() -> Iterator[str]:
    """Every line that somebody types in a story, and every one that is known by heart."""
    for story in TESTS.rglob("test_*.py"):
        for node in ast.walk(ast.parse(story.read_text("utf-8"))):
            match node:
                case ast.Call(ast.Attribute(attr="write"), [_, ast.Constant(value=str(text)), *_]):
                    yield text
    for lines in book("intents")["alone"].values():
        yield from lines


def heard(text: str) -> str:
    return Reading(text, reply_clock("none")).intent


def recorded() -> dict[str, str]:
    with RECORD.open(encoding="utf-8", newline="") as opened:
        return {row["text"]: row["intent"] for row in csv.DictReader(opened)}


def changed(was: Mapping[str, str]) -> list[str]:
    """Each line that is read otherwise than it was, and how."""
    now = {text: heard(text) for text in was}
    return [f"{text!r}: {was[text]!r} → {now[text]!r}" for text in was if was[text] != now[text]]


def _write() -> None:
    lines = sorted({*of_tables(), *of_stories()})
    with RECORD.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(("text", "intent"))
        writer.writerows((text, heard(text)) for text in lines)


if __name__ == "__main__":
    sys.stdout.write("\n".join((*changed(recorded()), "")))
    _write()
