"""Lines as people type them: the rows of our tables, pieces of them, and anything at all."""

import csv
from datetime import datetime
from pathlib import Path
from typing import get_args

from hypothesis import strategies as st

from language import Context
from language.dates.moments import ICT

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=ICT)
HERE = Path(__file__).parents[1] / "language"


def column(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


TYPED = [
    row["text"] for name in ("our_dates", "our_turnout", "our_replies") for row in column(name)
]
PIECES = sorted({word for text in TYPED for word in text.split()})

phrases_of_people = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)
anything = st.text(max_size=4096) | phrases_of_people

CONTEXTS: tuple[Context, ...] = get_args(Context)
SEEDS = [
    "1",
    "0",
    "t7 ",
    "thứ ",
    "1.",
    "1/",
    "1/1/",
    "8h",
    "dtn 1 ",
    "đến ",
    "- ",
    "một ",
    "trăm ",
    "không ",
    "chưa ",
    "xong, ",
    "a",
    "aaa",
    "ddd1",
    "\u0301",
    "a\u0301\u0302",
    "(",
    "trước ",
    "và ",
    "28-",
    "28, ",
    "mỗi ",
    "ngày ",
    "🌸",
    "\n",
    "12:",
    "sau 3 ",
    "chị ",
    "nhưng ",
]
