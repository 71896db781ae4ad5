"""What somebody without Telegram is handed: their tasks on a slip, with room for the answer."""

from collections.abc import Callable, Mapping
from typing import Any

from papers.sheet import Sheet, sayings
from papers.wording import Wording

COLUMNS = ("code", "title", "due", "told")


def task_slips(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """A slip a person, to be cut apart."""
    said, sheet = sayings(words, "slips"), Sheet()
    for slip in facts["slips"]:
        _slip(sheet, said, facts, slip)
    return f"phieu-viec-{facts['today']:%d-%m}.docx", sheet.save()


def _slip(
    sheet: Sheet, said: Callable[..., str], facts: Mapping[str, Any], slip: Mapping[str, Any]
) -> None:
    sheet.line(facts["office"].upper(), 11, after=2)
    sheet.line(said("heading", name=slip["name"]), 14, bold=True, after=2)
    sheet.line(said("when", unit=slip["unit"], today=facts["today"]), 12, after=6)
    heads = [said(f"head.{name}") for name in COLUMNS]
    rows = [[*(said(name, **row) for name in COLUMNS[:-1]), ""] for row in slip["rows"]]
    sheet.table(heads, rows)
    sheet.line(said("back", contact=facts["contact"]), 12, centre=False, after=2)
    sheet.line(said("signed"), 12, centre=False, after=4)
    sheet.line(said("cut"), 10, after=10)


PAPERS = {"task_slips": task_slips}
