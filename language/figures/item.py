"""One thing in a report line: a number, an organisation, a place, a label."""

from dataclasses import dataclass
from typing import Any

from language.line.numbers import number_at
from language.line.words import Line


@dataclass(slots=True)
class Item:
    kind: str
    value: Any
    start: int
    end: int
    role: str = ""  # what a number turned out to be
    grouped: bool = False
    approx: bool = False


SEPARATORS = (",", "(", ";", "+", "&", "\n", ".", "|", "•", "*", "và")


def number_follows(line: Line, j: int) -> bool:
    return j < len(line) and (number_at(line, j) is not None)
