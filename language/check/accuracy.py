"""Measures how well typed Vietnamese is understood, table by table, with every miss."""

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from language.answers.replies.reply import Context, reply
from language.check.tables import REPLY_DUE, public, reply_clock, reply_row, turnout_row, when_row
from language.dates.when import when
from language.figures.turnout import turnout

ROOT = Path(__file__).resolve().parents[2]
PLACES = (ROOT / "tests" / "language", ROOT.parent / "shared" / "data")
DANGEROUS = ("done", "accept", "decline", "turnout", "register", "unregister", "group_register")


@dataclass(slots=True)
class Score:
    name: str
    right: int = 0
    asked: int = 0
    rows: int = 0
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    wrong_actions: list[str] = field(default_factory=list)
    slots_right: int = 0

    def add(self, text: str, wanted: str, got: str, *, fits: bool, detail: str = "") -> None:
        self.rows += 1
        self.confusion[wanted, got] += 1
        self.right += fits
        if not fits:
            self.misses.append(f"{text!r}: wanted {wanted}, got {got} {detail}".rstrip())


def tables(folder: Path) -> Iterator[Path]:
    """The tables of a folder: their names say what they test."""
    for path in sorted(folder.glob("*.csv")):
        if any(part in path.stem for part in _MEASURES):
            yield path


def measure(path: Path) -> Score:
    kind = next(part for part in _MEASURES if part in path.stem)
    with path.open(encoding="utf-8", newline="") as opened:
        return _MEASURES[kind](path.name, list(csv.DictReader(opened)))


def _dates(name: str, rows: Iterable[dict[str, str]]) -> Score:
    score = Score(name)
    for row in rows:
        now = datetime.fromisoformat(row["now"])
        got = when_row(row["text"], now, when(row["text"], now))
        fits = all(got[column] == row[column] for column in ("start", "end", "kind"))
        if row["kind"] == "every":
            fits = fits and got["note"] == row["note"]
        detail = f"({row['start']}..{row['end']} | {got['start']}..{got['end']} {got['note']})"
        score.add(row["text"], row["kind"], got["kind"], fits=fits, detail=detail)
        if not fits and got["kind"] not in ("ask", "none"):
            score.wrong_actions.append(row["text"])
    return score


def _turnouts(name: str, rows: Iterable[dict[str, str]]) -> Score:
    score = Score(name)
    for row in rows:
        got = turnout_row(row["text"], turnout(row["text"]))
        columns = ("total", "planned", "absent", "status")
        fits = all(str(got[column]) == row[column] for column in columns)
        fits = fits and (got["by_org"] or {}) == json.loads(row["by_org"] or "{}")
        wanted = f"{[row[c] for c in columns]} {row['by_org']}"
        detail = f"{wanted} | {[got[c] for c in columns]} {got['by_org']}"
        score.add(row["text"], row["status"], got["status"], fits=fits, detail=detail)
        if not fits and got["status"] in ("ok", "fix", "delta"):
            score.wrong_actions.append(row["text"])
    return score


def _replies(name: str, rows: Iterable[dict[str, str]]) -> Score:
    score = Score(name)
    for row in rows:
        context = cast(Context, row["context"])
        due = REPLY_DUE if context == "assignment" else None
        found = reply(row["text"], context, now=reply_clock(context), due=due)
        got = reply_row(row["text"], context, found)
        fits = got["intent"] == row["intent"]
        wanted = json.loads(row["slots"])
        if "by_org" in wanted:
            wanted["by_org"] = public(wanted["by_org"])
        detail = f"[{context}] {json.dumps(got['slots'], ensure_ascii=False)}"
        score.add(row["text"], row["intent"], got["intent"], fits=fits, detail=detail)
        if not fits and got["intent"] in DANGEROUS:
            score.wrong_actions.append(row["text"])
        score.slots_right += fits and _same_facts(wanted, got["slots"])
    return score


FREE_TEXT = ("note", "reason", "text", "proposal", "due_raw", "topic")


def _same_facts(wanted: dict[str, Any], got: dict[str, Any]) -> bool:
    """The slots that act are right or asked; how a remark is written down is not counted."""
    keys = set(wanted) - set(FREE_TEXT)
    return bool(got.get("need_confirm")) or all(wanted[key] == got.get(key) for key in keys)


_MEASURES: dict[str, Callable[[str, Iterable[dict[str, str]]], Score]] = {
    "dates": _dates,
    "turnout": _turnouts,
    "replies": _replies,
}


def report(folders: Iterable[Path]) -> Iterator[str]:
    """Score, confusion matrix and misses of every table found."""
    for folder in folders:
        for path in tables(folder):
            score = measure(path)
            share = score.right / max(1, score.rows)
            yield f"\n{path.parent.name}/{score.name}: {score.right}/{score.rows} = {share:.1%}"
            if score.slots_right:
                yield f"  slots that act right in {score.slots_right}/{score.rows}"
            wrong = score.wrong_actions
            yield f"  wrong actions: {len(wrong)} {wrong or ''}".rstrip()
            yield from _matrix(score.confusion)
            yield from (f"  miss {miss}" for miss in score.misses)


def _matrix(confusion: Counter[tuple[str, str]]) -> Iterator[str]:
    """Rows: what was meant. Columns: what was understood."""
    names = sorted({name for pair in confusion for name in pair})
    width = max((len(n) for n in names), default=0)
    heads = [name[:6] for name in names]
    yield "  " + " " * width + "".join(f"{head:>7}" for head in heads)
    for wanted in names:
        cells = (confusion[wanted, got] for got in names)
        yield f"  {wanted:<{width}}" + "".join(f"{cell or '.':>7}" for cell in cells)
