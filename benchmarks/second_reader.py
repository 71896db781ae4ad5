"""How long a line takes, by the second reader and whole: `python -m benchmarks.second_reader`."""

import csv
import statistics
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import thread_time
from typing import cast

from benchmarks.asking import asking
from language.answers.replies.reply import Context
from language.answers.replies.typed import Typed
from language.certainty.certain import certainty_of_figures
from language.check.tables import REPLY_DUE, TURNOUT_CLOCK, reply_clock
from language.reading import Reading
from language.second import rank

TABLES = Path(__file__).parents[1] / "tests" / "language"
HOSTILE = {"a mark a letter": "a\u0301\u0302", "words": "xong ", "signs": "?!", "digits": "12/"}


def main() -> None:
    asking(__doc__).parse_args()
    rows = [(row["text"], cast(Context, row["context"])) for row in rows_of("our_replies")]
    counts = [(row["text"],) for row in rows_of("our_turnout")]
    say(f"weights read in {taken(lambda: rank('xong', 'assignment')):.1f} ms")
    tell("the second reader alone", rank, rows)
    tell("an answer, with its certainty", answer, rows)
    tell("figures, with their certainty", figures, counts)
    for name, seed in HOSTILE.items():
        text = (seed * 4096)[:4096]
        say(f"4,096 characters of {name}: {taken(lambda text=text: rank(text, 'none')):.3f} ms")


def answer(text: str, context: Context) -> None:
    due = REPLY_DUE if context == "assignment" else None
    Reading(text, reply_clock(context)).certainty(context, due)


def figures(text: str) -> None:
    certainty_of_figures(Typed(text, TURNOUT_CLOCK))


def rows_of(name: str) -> list[dict[str, str]]:
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def tell(name: str, read: Callable[..., object], lines: Sequence[Sequence[str]]) -> None:
    """The word lists are opened by the first lines, which do not count; no line comes twice in a
    row, so nothing that is kept of it shortens its time."""
    for line in lines[:100]:
        read(*line)
    times = sorted(taken(lambda line=line: read(*line)) for _ in range(3) for line in lines)
    middle, late = statistics.median(times), times[int(0.99 * len(times))]
    say(f"{name}, {len(lines)} lines: median {middle:.3f} ms, "
        f"mean {statistics.mean(times):.3f}, p99 {late:.3f}")  # fmt: skip


def taken(work: Callable[[], object]) -> float:
    """Of the processor's own time, whatever else runs on this machine."""
    began = thread_time()
    work()
    return 1000 * (thread_time() - began)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
