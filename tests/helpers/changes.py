"""What a deed changed in the tables, as the one who did it is to read it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from domain.phones import phone_words
from storage.rows import moment
from tests.town import ICT, Neighbour, Town

SILENT = frozenset({"id", "version", "state", "suspended_from", "folded", "menu"})
"""What the words around it say, or nobody reads."""
MOMENTS = ("accepted_at", "submitted_at", "closed_at", "ended_at", "result")
"""That it was done stands in the verb; the result is the report's."""
TABLES = ("assignment", "activity", "point", "target", "person", "membership")
Names = dict[tuple[str, int], str]
Rows = dict[tuple[str, int], dict[str, Any]]


async def stands(town: Town) -> Rows:
    """Every row that somebody can change by a word or a tap."""

    def look(work: Any) -> Rows:
        found = {}
        for table in TABLES:
            rows = work.connection.execute(f"SELECT * FROM {table}").fetchall()
            found |= {(table, row["id"]): dict(row) for row in rows}
        last = work.connection.execute("SELECT max(id), text FROM journal").fetchone()
        return {**found, ("journal", 0): {"text": last[1], "row": last[0]}}

    return await town.work(look)  # type: ignore[no-any-return]


async def unsaid(town: Town, before: Rows, screen: str) -> list[str]:
    """The fields that changed, and the kept words, that do not stand on the screen."""
    now = await stands(town)
    names = await _names(town)
    wanted = [*_changed(before, now, names)]
    if now[("journal", 0)]["row"] != before[("journal", 0)]["row"]:
        wanted.append(("text", now[("journal", 0)]["text"] or ""))
    return [f"{column}: {said}" for column, said in wanted if said not in screen]


async def _names(town: Town) -> Names:
    """A section by its name; people as they are called."""
    units = await town.sql("SELECT id, name FROM unit")
    people = await town.sql("SELECT id, name FROM person")
    called = {("", id_): name.split()[-1] for id_, name in people}
    return called | {("unit_id", id_): name for id_, name in units}


def _changed(before: Rows, now: Rows, names: Names) -> Iterator[tuple[str, str]]:
    for key, row in now.items():
        was = before.get(key, {})
        for column, value in row.items():
            silent = column in SILENT or column in MOMENTS or key[0] == "journal"
            silent |= (key[0], column) == ("assignment", "unit_id")
            if not silent and was and value != was[column] and value not in (None, ""):
                yield f"{key[0]}.{column}", _said(column, value, names)
                if key[0] == "activity" and column.endswith("_at"):
                    yield f"{key[0]}.{column}", f"{_here(value):%-Hh%M}"


def _said(column: str, value: Any, names: Names) -> str:
    """`25/11`, a name, `70%`, a number."""
    if column.endswith("_id"):
        return names.get((column, value)) or names["", value]
    if column.endswith("_at"):
        return f"{_here(value):%-d/%m}"
    if column == "phone":
        return phone_words(value)
    return f"{value}%" if column == "percent" else str(value)


def _here(seconds: int) -> datetime:
    return moment(seconds).astimezone(ICT)


async def seen(town: Town, who: Neighbour, toasts: int) -> str:
    """What somebody reads after an act: the notices since, and what stands last."""
    screen = await town.screen(who)
    return "\n".join([*(toast.text for toast in town.phone(who).toasts[toasts:]), screen])
