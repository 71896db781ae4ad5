"""What each line that the stories know is taken for as a whole, as recorded in `intents.csv`.

`python -m tests.language.intents` writes it anew, and prints each line that is read otherwise:
so it is seen when what a room reads anew swallows another room's. That takes minutes;
`python -m tests.language.intents new`, in seconds, adds the lines that are new and takes out those
that stand nowhere any more: enough where no word is read otherwise.
"""

import ast
import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
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


def standing() -> set[str]:
    return {*of_tables(), *of_stories()}


def heard(text: str) -> str:
    return Reading(text, reply_clock("none")).intent


def recorded() -> dict[str, str]:
    with RECORD.open(encoding="utf-8", newline="") as opened:
        return {row["text"]: row["intent"] for row in csv.DictReader(opened)}


def otherwise(was: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Each line that is read otherwise than it was, and how."""
    both = (text for text in was if text in now and was[text] != now[text])
    return [f"{text!r}: {was[text]!r} → {now[text]!r}" for text in both]


def changed(was: Mapping[str, str]) -> list[str]:
    return otherwise(was, {text: heard(text) for text in was})


def _read_anew(texts: Sequence[str]) -> dict[str, str]:
    """On every core, since there are more than ten thousand."""
    with ProcessPoolExecutor() as readers:
        return dict(zip(texts, readers.map(heard, texts, chunksize=200), strict=True))


def _write(found: Mapping[str, str]) -> None:
    """Aside first, so that whoever stops it keeps the record that was."""
    aside = RECORD.with_suffix(".new")
    with aside.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(("text", "intent"))
        writer.writerows(found.items())
    aside.replace(RECORD)


def main(only_new: bool) -> None:
    was, lines = recorded(), sorted(standing())
    keeps = was if only_new else {}
    read = _read_anew([line for line in lines if line not in keeps])
    now = {line: read[line] if line in read else keeps[line] for line in lines}
    sys.stdout.write("\n".join((*otherwise(was, now), "")))
    _write(now)


if __name__ == "__main__":
    main("new" in sys.argv[1:])
