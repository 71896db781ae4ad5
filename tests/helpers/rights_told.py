"""Rights as stories show them: whenever somebody does in a story what the table of rights cannot
do by itself, everybody else tries the very same in a copy of the file."""

import contextlib
import functools
import itertools
import json
import sqlite3
import sys
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from actions.desk import Action
from domain.access import Actor, Permission, clock_of
from storage import Connection, Work
from tests.helpers.rights import Decision, Given, Probe, decided, deeds
from tests.town import another_office

TOLD = Path(__file__).parents[1] / "house" / "rights_told.toml"
DOER = "doer"
"""Whoever did it and is none of those whom the table knows."""
NO_LOG = b"\x01\x01"
"""In the head of a file: it has no log beside it, as one in memory cannot."""
BESIDE = "SELECT 1 FROM membership WHERE office_id <> :office_id"


@contextlib.contextmanager
def tried_by_everybody(names: Collection[str]) -> Iterator[Mapping[str, Decision]]:
    """While a story is told: of each of these deeds, once it is done, who did it and who else
    gets through."""
    found: dict[str, Decision] = {}
    known = {name: deed for name, deed in deeds().items() if name in names} if names else {}
    sound = {name: deed.run for name, deed in known.items()}
    for name, deed in known.items():
        object.__setattr__(deed, "run", _watched(name, deed, found))
    try:
        yield found
    finally:
        for name, deed in known.items():
            object.__setattr__(deed, "run", sound[name])


def _watched(name: str, deed: Action[..., Any], found: dict[str, Decision]) -> Any:
    """The deed itself; what it found before it is kept for the others, until one try succeeds."""
    run = deed.run
    itself = Action(deed.needs, run, deed.writes)

    def watched(work: Work, *given: Any, **named: Any) -> Any:
        if _is_known(found.get(name)):
            return run(work, *given, **named)
        with contextlib.closing(_copy(work.connection)) as before:
            said = run(work, *given, **named)
            found[name] = _tried(itself, before, work, (given, named))
        return said

    return watched


def _is_known(row: Decision | None) -> bool:
    """What changed nothing when it was done says nothing of the others."""
    return row is not None and row["by"] in row["through"]


def _copy(connection: Connection) -> Connection:
    """As it stands in the middle of the deed's own transaction, in memory."""
    file = bytearray(connection.serialize())
    file[18:20] = NO_LOG
    copy = sqlite3.connect(":memory:", isolation_level=None)
    copy.deserialize(bytes(file))
    copy.row_factory = sqlite3.Row
    copy.execute("PRAGMA foreign_keys=ON")
    return copy


def _tried(deed: Action[..., Any], copy: Connection, work: Work, given: Given) -> Decision:
    doer = work.actor
    if not copy.execute(BESIDE, {"office_id": doer.office_id}).fetchone():
        another_office(copy, "Phạm Văn Bên", work.now)
    probe = Probe(copy, work.now, doer.office_id)
    actors = {**probe.actors(), "clock": clock_of(doer.office_id, doer.zone)}
    by = next((who for who, actor in actors.items() if _same(actor, doer)), DOER)
    everybody: dict[str, Actor] = {**actors, by: doer}
    through = [who for who, actor in everybody.items() if probe.gets(deed, who, actor, [given])]
    return {"needs": deed.needs.value, "by": by, "through": through}


def _same(one: Actor, other: Actor) -> bool:
    return (one.person_id, one.roles) == (other.person_id, other.roles)


def untold() -> Collection[str]:
    """Of whom the table of rights knows nobody; what the clock does is the clock's alone."""
    clock = Permission.RUN_TIMETABLE.value
    return {
        name for name, row in decided().items() if not row["through"] and row["needs"] != clock
    }


def told() -> Mapping[str, Decision]:
    """What was decided of these, and the story that shows it."""
    found: Mapping[str, Decision] = tomllib.loads(TOLD.read_text("utf-8"))["told"]
    return found


def of_story(story: str) -> Mapping[str, Decision]:
    """What one story is to show."""
    return _by_story().get(story, {})


@functools.cache
def _by_story() -> Mapping[str, Mapping[str, Decision]]:
    shown: dict[str, dict[str, Decision]] = {}
    for name, row in told().items():
        rest = {key: value for key, value in row.items() if key != "story"}
        shown.setdefault(row["story"], {})[name] = rest
    return shown


class Finding:
    """A plugin of pytest that watches every deed of which the table of rights knows nobody."""

    def __init__(self, known: Mapping[str, Decision]) -> None:
        self.names = untold()
        self.found = [(name, row["story"], row) for name, row in known.items()]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        with tried_by_everybody(self.names) as found:
            yield
        self.found += ((name, item.nodeid, row) for name, row in found.items() if _is_known(row))

    def table(self) -> Iterator[str]:
        """Of each deed the story that refuses most of those who hold the right; of several, one
        that shows others too."""
        often = Counter(story for _, story, _ in self.found)
        best = sorted(self.found, key=lambda f: (f[0], len(f[2]["through"]), -often[f[1]], f[1]))
        for name, shown in itertools.groupby(best, key=lambda f: f[0]):
            _, story, row = next(shown)
            yield (
                f'"{name}" = {{ needs = "{row["needs"]}", by = "{row["by"]}", '
                f"through = {json.dumps(row['through'])}, story = {json.dumps(story)} }}"
            )


HEAD = """# Who gets through where the table of rights knows nobody: while the story is told, what
# whoever stands under `by` does there first is tried by everybody else. Written by
# `python -m tests.helpers.rights_told [STORIES]`: those that are named here are told anew, or
# what the given ones show is added.

[told]
"""


def main(given: Sequence[str]) -> None:
    finding = Finding(told() if given else {})
    stories = given or sorted({row["story"] for row in told().values()})
    pytest.main(["-q", "-n", "0", "-p", "no:cacheprovider", *stories], plugins=[finding])
    TOLD.write_text(HEAD + "\n".join(finding.table()) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
