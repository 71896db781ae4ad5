"""Measures the second reader beside the grammar: by hand, and by what was meant."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast, get_args
from zlib import crc32

from language.answers.replies.reply import Context, reply
from language.check.tables import REPLY_DUE, reply_clock
from language.second import disagrees, rank

HELD_OUT = Path(__file__).resolve().parents[2] / "tests" / "language" / "second_held_out.csv"
"""How each row of the training was ranked while its hand was held out."""
ACTS = (
    "accept",
    "blocked",
    "change_point",
    "correction",
    "data_rights",
    "decline",
    "done",
    "extend",
    "group_register",
    "late",
    "no_event",
    "progress",
    "register",
    "result",
    "stop",
    "turnout",
    "unregister",
)
ANSWERED = get_args(Context)
NOT_COMING = {("activity", "decline"): "unregister"}
"""To an invitation, a no is that one does not come."""
HEADS = "  {:<22}{:>6}{:>9}{:>7}{:>7}{:>7}{:>13}{:>13}"
NAMES = ("", "rows", "grammar", "model", "in 3", "both", "right, asked", "wrong, asked")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line that somebody typed, and what was meant."""

    text: str
    context: Context
    intent: str
    hand: str
    table: str

    @property
    def key(self) -> str:
        return f"{crc32(f'{self.context}|{self.text}'.encode()):08x}"


@dataclass(frozen=True, slots=True)
class Opinions:
    """What both readers made of a line."""

    row: Labelled
    read: str
    sure: bool
    ranked: Sequence[str]
    doubted: bool

    @property
    def right(self) -> bool:
        return self.read == self.row.intent

    @property
    def acts(self) -> bool:
        """Would the grammar alone have done something?"""
        return self.sure and self.read in ACTS

    @property
    def offered(self) -> bool:
        """Is what was meant among three choices, the grammar's own first?"""
        return self.row.intent in [*dict.fromkeys((self.read, *self.ranked[:3]))][:3]


def labelled(folder: Path) -> Iterator[Labelled]:
    """The rows of a folder that say what was meant, by the hand that wrote them."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as opened:
            for row in csv.DictReader(opened):
                if row.get("context") in ANSWERED and (meant := _meant(row)):
                    context = cast(Context, row["context"])
                    hand = row.get("author") or row.get("hand") or path.stem
                    yield Labelled(row["text"], context, meant, hand, path.stem)


def _meant(row: dict[str, str]) -> str:
    """What the row says; the first where a stranger takes several for right. What she would ask
    first is learnt from nobody, so that it stays doubtful."""
    said = row["right"] if row.get("ask") == "no" else ""
    meant = row.get("intent") or row.get("meant") or said.partition("|")[0]
    return NOT_COMING.get((row["context"], meant), meant)


def grammar(row: Labelled) -> tuple[str, bool]:
    """What the grammar reads, and whether it would act on it unasked."""
    due = REPLY_DUE if row.context == "assignment" else None
    found = reply(row.text, row.context, now=reply_clock(row.context), due=due)
    return found.intent, not found.need_confirm


def opinions(row: Labelled) -> Opinions:
    """A row of the training counts as it was ranked before the model had seen its hand."""
    read, sure = grammar(row)
    learnt = [intent for intent, _ in rank(row.text, row.context)]
    if row.key not in _held_out():
        return Opinions(row, read, sure, learnt, disagrees(row.text, row.context, read))
    within, ranked = _held_out()[row.key]
    return Opinions(row, read, sure, ranked, read in learnt and read not in ranked[:within])


@cache
def _held_out() -> dict[str, tuple[int, Sequence[str]]]:
    if not HELD_OUT.exists():
        return {}
    with HELD_OUT.open(encoding="utf-8", newline="") as opened:
        rows = csv.DictReader(opened)
        return {row["key"]: (int(row["within"]), row["ranked"].split()) for row in rows}


def report(folders: Iterable[Path]) -> Iterator[str]:
    """Grammar alone, the model alone, and both: by hand, and by what was meant."""
    told = [opinions(row) for folder in folders for row in labelled(folder)]
    if not told:
        return
    yield "\nThe second reader (each hand ranked without having been learnt from)"
    yield HEADS.format(*NAMES)
    yield from _lines(("all", one) for one in told)
    yield from _lines((one.row.hand, one) for one in told)
    yield from _lines((f"{one.row.context} {one.row.intent}", one) for one in told)


def _lines(named: Iterable[tuple[str, Opinions]]) -> Iterator[str]:
    groups: dict[str, list[Opinions]] = defaultdict(list)
    for name, one in named:
        groups[name].append(one)
    for name in sorted(groups):
        yield _line(name, groups[name])


def _line(name: str, told: Sequence[Opinions]) -> str:
    shares = (
        [one.right for one in told],
        [one.row.intent == one.ranked[0] for one in told],
        [one.row.intent in one.ranked[:3] for one in told],
        [one.offered for one in told],
    )
    asked = ([one.doubted for one in told if one.acts and one.right is right]
             for right in (True, False))  # fmt: skip
    counted = (f"{sum(doubts)}/{len(doubts)}" for doubts in asked)
    return HEADS.format(name, len(told), *(f"{sum(s) / len(s):.0%}" for s in shares), *counted)
