"""Lines as people type them: the rows of our tables, pieces of them, and anything at all."""

import csv
from datetime import datetime
from pathlib import Path

from hypothesis import strategies as st

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
