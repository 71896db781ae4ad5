"""A sheet that somebody sends: the cells of its first page, read no further than it may be, and
nothing beside it."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize
from xml.etree import ElementTree as ET

from domain.refusals import Refusal

MOST_BYTES, UNPACKED = 500_000, 4_000_000
"""So long a file may be, and so long each part of it once it is unpacked."""
MOST_ROWS, MOST_COLUMNS = 300, 30
BOOK, PLAIN = (".xlsx",), (".csv", ".txt", ".tsv")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_BESIDE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_TRUE = "TRUE"


@dataclass(frozen=True, slots=True)
class RowRead:
    """Under which number it stands in the sheet, and its cells."""

    number: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class PageRead:
    """The rows that are not empty; `others` are pages that were not read."""

    rows: Sequence[RowRead]
    page: str = ""
    others: Sequence[str] = ()


def read_sheet(name: str, content: bytes) -> PageRead:
    """By its ending; what it holds is not trusted."""
    if len(content) > MOST_BYTES:
        raise Refusal("sheet_big")
    ending = f".{name.rpartition('.')[2].lower()}"
    if ending in BOOK:
        return _book(content)
    if ending in PLAIN:
        return PageRead(_rows(enumerate(_plain(content), start=1)))
    raise Refusal("sheet_kind")


def _rows(found: Iterator[tuple[int, list[str]]] | enumerate[list[str]]) -> list[RowRead]:
    rows = list[RowRead]()
    for number, cells in found:
        tidy = [" ".join(normalize("NFC", cell).split()) for cell in cells]
        if any(tidy):
            rows.append(RowRead(number, tidy))
        if len(rows) > MOST_ROWS or len(tidy) > MOST_COLUMNS:
            raise Refusal("sheet_big")
    return rows


def _plain(content: bytes) -> list[list[str]]:
    """Lines; parted into cells where every line has as many of them."""
    lines = _text(content).splitlines()
    filled = [line for line in lines if line.strip()]
    for mark in "\t;,":
        try:
            many = {len(row) for row in csv.reader(filled, delimiter=mark, strict=True)}
            if len(many) == 1 and many != {1}:
                return list(csv.reader(lines, delimiter=mark, strict=True))
        except csv.Error:
            continue
    return [[line.strip().removeprefix('"').removesuffix('"')] for line in lines]


def _text(content: bytes) -> str:
    """As Excel writes it: with a mark of its coding, or in that of old machines."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1258", "replace")


def _book(content: bytes) -> PageRead:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            pages = _pages(packed)
            texts = _texts(packed)
            for name, path in pages:
                if rows := _rows(_cells(_part(packed, path), texts)):
                    others = [other for other, _ in pages if other != name]
                    return PageRead(rows, name, others)
    except (zipfile.BadZipFile, ET.ParseError, KeyError, ValueError, NotImplementedError) as error:
        raise Refusal("checklist_file") from error
    return PageRead(())


def _part(packed: zipfile.ZipFile, path: str) -> ET.Element:
    """One part, unpacked no further than it may be, whatever it says of itself; no entities."""
    with packed.open(path) as part:
        content = part.read(UNPACKED + 1)
    if len(content) > UNPACKED:
        raise Refusal("sheet_big")
    parser = ET.XMLParser(target=_Plain())
    parser.feed(content)
    root: ET.Element = parser.close()
    return root


class _Plain(ET.TreeBuilder):
    def doctype(self, name: str, pubid: str, system: str) -> None:
        """A sheet defines nothing of its own."""
        raise Refusal("checklist_file")


def _pages(packed: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Those that are shown, by name, and where each stands."""
    links = {link.get("Id"): link.get("Target", "") for link in _part(packed, _LINKS)}
    sheets = _part(packed, "xl/workbook.xml").iter(f"{_MAIN}sheet")
    shown = [one for one in sheets if one.get("state", "visible") == "visible"]
    found = [(one.get("name", ""), links[one.get(_BESIDE)]) for one in shown]
    return [(name, path.lstrip("/") if path[0] == "/" else f"xl/{path}") for name, path in found]


_LINKS = "xl/_rels/workbook.xml.rels"


def _texts(packed: zipfile.ZipFile) -> list[str]:
    path = "xl/sharedStrings.xml"
    if path not in packed.namelist():
        return []
    return [_said(one) for one in _part(packed, path).iter(f"{_MAIN}si")]


def _said(one: ET.Element) -> str:
    """Without how it is pronounced, which stands beside it in some sheets."""
    runs = [one, *one.findall(f"{_MAIN}r")]
    return "".join(text.text or "" for run in runs for text in run.findall(f"{_MAIN}t"))


def _cells(page: ET.Element, texts: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(page.iter(f"{_MAIN}row"), start=1):
        cells = dict[int, str]()
        for at, cell in enumerate(row.iter(f"{_MAIN}c")):
            place = _PLACE.fullmatch(cell.get("r", ""))
            column = _column(place[1]) if place else at
            if column >= MOST_COLUMNS:
                raise Refusal("sheet_big")
            cells[column] = _value(cell, texts)
        yield (
            int(row.get("r", number)),
            [cells.get(n, "") for n in range(max(cells, default=-1) + 1)],
        )


def _column(letters: str) -> int:
    at = 0
    for letter in letters:
        at = at * 26 + ord(letter) - ord("A") + 1
    return at - 1


def _value(cell: ET.Element, texts: Sequence[str]) -> str:
    inline = cell.find(f"{_MAIN}is")
    if inline is not None:
        return _said(inline)
    value = cell.findtext(f"{_MAIN}v") or ""
    match cell.get("t", "n"):
        case "s":
            return texts[int(value)] if int(value) < len(texts) else ""
        case "b":
            return _TRUE if value == "1" else ""
        case "n" if value.endswith(".0"):
            return value.removesuffix(".0")
    return value
