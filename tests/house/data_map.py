"""`docs/data-map.md`: every column that names a person, and what becomes of it when they go."""

from collections.abc import Iterator
from pathlib import Path

from storage.personal_data import declared

PAGE = Path(__file__).parents[2] / "docs" / "data-map.md"
HEAD = """# Where a person is named, and what becomes of it

Written from what each module of `storage/` declares (`PERSONAL`) by
`python -m tests.house.data_map`; a test holds it true. Of staff, now or before, only what they
did as volunteers goes: their duties are kept under another law. How long what nobody asked to
erase is kept: `domain/retention.py`.

| column | what becomes of it | declared in |
|---|---|---|
"""


def _rows() -> Iterator[tuple[str, str, str]]:
    for name, personal in declared().items():
        gone = {**personal.counted, **personal.erased}
        yield from ((column, _how(sql), name) for column, sql in gone.items())
        yield from ((column, f"stays: {why}", name) for column, why in personal.stays.items())


def _how(sql: str) -> str:
    return (
        "the row is erased" if sql.lstrip().startswith("DELETE") else "emptied, the row counts on"
    )


def page() -> str:
    """The whole page, as it must stand in the folder: what goes stands before what stays."""
    rows = sorted(_rows(), key=lambda row: (row[1].startswith("stays"), row))
    lines = (f"| `{column}` | {what} | `storage/{name}.py` |" for column, what, name in rows)
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
