"""Tells what was only promised, or is still to be done, from what was achieved."""

from itertools import takewhile

from language.figures.headcount import Item
from language.line.phrases import phrases
from language.line.words import Line

WALLS = ("sep", "measure", "num")
NEAR = 4  # words from «định», «mai» to the figure that is of it
BESIDE = ("còn", "con")
"""«còn 1 km»; «con đường 2 km» is a road."""


def promised(line: Line, items: list[Item], item: Item) -> bool:
    """«hứa 5 triệu mà mới trao 3», «kế hoạch 3 km, làm được 2»: what was to come of it."""
    before = list(takewhile(lambda i: i.kind not in WALLS, reversed(items[: items.index(item)])))
    planned = any(i.kind == "planned" for i in before)
    return planned or _said_before(line, item) == "promised"


def left_to_do(line: Line, item: Item) -> bool:
    """«còn 1 km chưa làm», «mai dọn nốt 2 km», «chết 10 cây»: nothing of it was achieved."""
    return _said_before(line, item) == "left"


def _said_before(line: Line, item: Item) -> str:
    for i in range(item.start - 1, max(-1, item.start - NEAR - 1), -1):
        if line.text_at(i) == "," or line.words[i].digits:
            return ""
        tag, end = phrases("figures", "undone").tag(line, i)
        if tag and (line.text_at(i) not in BESIDE or end == item.start):
            return tag
    return ""
