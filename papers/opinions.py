"""«Nghe dân nói»: what people said in a month, as a picture and as a workbook."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from domain.report import ReportTable
from papers.drawing import Canvas
from papers.figures import BAR, BLUE, EDGE, GAP, INNER, WIDTH, Bar, bars, cell, head
from papers.sheet import Said, sayings
from papers.week_rows import workbook
from papers.wording import Wording

TOP, MOST_BARS, NAMES, FIGURE = 344, 8, 320, 300
QUARTER = (INNER - 3 * GAP) / 4
SUMS = ("count", "weight", "answered", "told")


def heard_picture(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """Four numbers, then bars by topic and by place."""
    said = sayings(words, "heard")
    groups = {by: _summed(said, facts, by) for by in ("topic", "locality")}
    canvas = Canvas(WIDTH, TOP + sum(66 + BAR * len(rows) for rows in groups.values()))
    head(canvas, f"{said('name')} · {said('month', **facts)}", facts["office"])
    for number, name in enumerate(SUMS):
        x = EDGE + number * (QUARTER + GAP)
        cell(canvas, x, 144, QUARTER, said("n", n=facts[name]), said(name))
    y = float(TOP)
    for by, rows in groups.items():
        y = bars(canvas, said(f"by_{by}"), rows, y, NAMES, FIGURE) + 28
    return f"nghe-dan-noi-{facts['year']}-{facts['month']:02}.png", canvas.png()


def _summed(said: Said, facts: Mapping[str, Any], by: str) -> list[Bar]:
    """How many, and how many of them people were told of; the most first."""
    counts, told = Counter[str](), Counter[str]()
    for row in facts["rows"]:
        counts[row[by] or ""] += row["count"]
        told[row[by] or ""] += row["told"]
    return [
        Bar(
            said("topic_of", topic=of) if by == "topic" else of or said("nowhere"),
            ((told[of], BLUE), (n - told[of], "none")),
            said("figure", n=n, told=told[of]),
        )
        for of, n in counts.most_common(MOST_BARS)
    ]


def heard_sheet(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """A row for each topic and place; what people typed stands in it nowhere."""
    said = sayings(words, "heard")
    rows = [
        (f"@topic_of.{row['topic']}", row["locality"] or said("nowhere"), *(row[n] for n in SUMS))
        for row in facts["rows"]
    ]
    table = ReportTable("name", ("topic", "locality", *SUMS), tuple(rows))
    content = workbook(said, words, [table], said("month", **facts))
    return f"nghe-dan-noi-{facts['year']}-{facts['month']:02}.xlsx", content


PAPERS = {"heard": heard_picture, "heard_sheet": heard_sheet}
