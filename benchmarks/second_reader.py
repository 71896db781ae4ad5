"""How long the second reader takes a line: `python -m benchmarks.second_reader`."""

import csv
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from language.second import rank

ROWS = Path(__file__).parents[1] / "tests" / "language" / "our_replies.csv"
HOSTILE = {"a mark a letter": "a\u0301\u0302", "words": "xong ", "signs": "?!", "digits": "12/"}


def main() -> None:
    first = taken(lambda: rank("xong", "assignment"))
    with ROWS.open(encoding="utf-8", newline="") as opened:
        rows = [(row["text"], row["context"]) for row in csv.DictReader(opened)]
    times = sorted(taken(lambda row=row: rank(*row)) for row in rows for _ in range(3))
    middle, late = statistics.median(times), times[int(0.99 * len(times))]
    say(f"weights read in {first:.1f} ms")
    say(f"{len(rows)} lines: median {middle:.3f} ms, mean {statistics.mean(times):.3f}, "
        f"p99 {late:.3f}")  # fmt: skip
    for name, seed in HOSTILE.items():
        text = (seed * 4096)[:4096]
        say(f"4,096 characters of {name}: {taken(lambda text=text: rank(text, 'none')):.3f} ms")


def taken(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return 1000 * (perf_counter() - began)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
