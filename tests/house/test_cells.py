"""Nothing that people typed runs in a spreadsheet; a telephone keeps its nought."""

import csv
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.cells import MARK, cell
from papers.opinions import SUMS, heard_sheet
from storage.safekeeping import export
from tests.helpers.activities import open_saturday
from tests.town import Town
from texts import Catalogue


@pytest.mark.parametrize(
    "typed",
    [
        '=HYPERLINK("http://x.vn","Xem")',
        "+84900000104",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "＝1",
        "0900000104",
        "0900 000 104",
        "12E5",
        "'chào",
    ],
)
def test_what_a_spreadsheet_would_change_is_marked(typed: str) -> None:
    assert cell(typed) == f"'{typed}"


@pytest.mark.parametrize("kept", ["Dọn bờ kênh", "", "6 hộ", "T7-2111", -5, 2.5, None])
def test_the_rest_is_left_alone(kept: object) -> None:
    assert cell(kept) == kept


@given(st.text())
def test_one_mark_taken_away_is_what_was_kept(typed: str) -> None:
    assert cell(typed).removeprefix(MARK) == typed


async def test_the_exported_tables(town: Town, tmp_path: Path) -> None:
    await open_saturday(town, title='=cmd|"/c calc"!A1')
    assert dict(export(tmp_path / "town.db", tmp_path / "out", everything=True))["activity"] == 1
    assert _column(tmp_path / "out" / "activity.csv", "title") == ['\'=cmd|"/c calc"!A1']
    starts = _column(tmp_path / "out" / "activity.csv", "starts_at")
    assert starts == ["2026-11-21T00:00:00+00:00"], "a moment is read by people"
    phones = _column(tmp_path / "out" / "person.csv", "phone")
    assert "'+84900000104" in phones, "Bình's"


def test_a_workbook_holds_it_as_text() -> None:
    """There no mark is wanted: a cell of text is never run."""
    row = {"topic": "waste", "locality": '=cmd|"/c calc"!A1'}
    sums = dict.fromkeys(SUMS, 1)
    facts = {"month": 11, "year": 2026, "rows": [{**row, **sums}]}
    _, content = heard_sheet(Catalogue().words(), facts)
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
        assert b"=cmd|" in book.read("xl/sharedStrings.xml")


def _column(file: Path, name: str) -> list[str]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return [row[name] for row in csv.DictReader(lines)]
