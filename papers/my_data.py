"""Everything that is kept about one person, to read (Word) and for another machine (JSON)."""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from papers.sheet import Sheet, plain, sayings
from papers.wording import Wording

LABEL = "paper.my_data.part.{}"
CODES: Mapping[str, tuple[str, ...]] = {
    "address": ("you.{}",),
    "age": ("age.{}",),
    "became": ("standing.{}", "age.{}"),
    "evening": ("paper.my_data.evening.{}",),
    "event": ("paper.my_data.event.{}",),
    "given": ("paper.my_data.given.{}",),
    "kind": ("paper.my_data.kind.{}",),
    "locale": ("paper.my_data.locale.{}",),
    "not_held": ("paper.my_data.given.{}",),
    "proof": ("proof.{}",),
    "purpose": ("purpose.{}",),
    "standing": ("standing.{}",),
    "topic": ("topic.{}",),
    "was": ("standing.{}", "age.{}"),
    "what": ("paper.my_data.what.{}",),
}
"""Fields whose codes have words of their own, and where these stand."""
ORDER = (
    *("person", "roster", "registration", "certificate", "group", "figure", "photo"),
    *("consent", "request", "asked", "told", "question", "journal"),
)
"""How one reads it; a part that is not named here comes last."""
LEFT_OUT = frozenset({"subject", "answers"})
"""Numbers by which machines find a row: the JSON has them."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TAG = re.compile(r"</?[bi]>")


def my_data(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """A sheet with a heading a part, and every row under it."""
    said, sheet = sayings(words, "my_data"), Sheet()
    sheet.line(said("title"), 18, bold=True)
    sheet.line(said("from", office=facts["office"], at=facts["at"]), 12, after=14)
    for part, rows in _ordered(facts["parts"]).items():
        sheet.line(plain(words, LABEL.format(part), n=len(rows)), 14, bold=True, centre=False)
        for row in rows:
            sheet.line(_read(words, row), 11, centre=False)
    return "du-lieu-cua-toi.docx", sheet.save()


def _ordered(parts: Mapping[str, Any]) -> dict[str, Any]:
    known = [part for part in ORDER if part in parts]
    return {part: parts[part] for part in dict.fromkeys([*known, *parts])}


def _read(words: Wording, row: Mapping[str, Any]) -> str:
    """`tên: Mai · lập lúc: …`; what is empty is left out."""
    known = {n: v for n, v in row.items() if v not in (None, "") and n not in LEFT_OUT}
    said = (f"{_label(words, name)}: {_value(words, name, v)}" for name, v in known.items())
    return " · ".join(said)


def _label(words: Wording, name: str) -> str:
    key = f"paper.my_data.field.{name}"
    return plain(words, key) if words.has(key) else name


def _value(words: Wording, name: str, value: Any) -> str:
    """Codes in words, moments by the office's clock, the rest as it is kept."""
    for key in (place.format(value) for place in CODES.get(name, ())):
        if words.has(key):
            return plain(words, key)
    if isinstance(value, float):
        return plain(words, "paper.my_data.number", n=value)
    if isinstance(value, str) and value[10:11] == "T":
        return plain(words, "paper.my_data.moment", at=datetime.fromisoformat(value))
    if isinstance(value, str) and _DAY.fullmatch(value):
        return plain(words, "paper.my_data.day", on=date.fromisoformat(value))
    return _TAG.sub("", str(value)) if name == "text" else str(value)


def my_data_json(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """The rows as they are kept."""
    whole = {"office": facts["office"], "at": facts["at"].isoformat(), **_ordered(facts["parts"])}
    return "du-lieu-cua-toi.json", json.dumps(whole, ensure_ascii=False, indent=1).encode()


PAPERS = {
    "my_data": my_data,
    "my_data_json": my_data_json,
}
