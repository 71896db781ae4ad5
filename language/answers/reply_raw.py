"""Writes down the wished limit in the words it was asked with."""

import re
from functools import lru_cache

from language.answers.answer import Answer
from language.dates.moments import When
from language.line.vocabulary import book, group

SHORT_WEEKDAY = re.compile(r"\b(?:t[2-7]|cn)\b")


@lru_cache(maxsize=1)
def _marked_words() -> dict[str, str]:
    listed = book("answers")["time_words"].items()
    return {bare: full for full, bares in listed for bare in bares}


def raw_limit(answer: Answer, moment: When) -> str:
    start, end = moment.place
    inside = [i for i, w in enumerate(answer.line.words) if w.start >= start and w.end <= end]
    if not inside:
        return ""
    first = inside[0]
    while first < inside[-1] and answer.line.bare_at(first) in group("answers", "before_limit"):
        first += 1
    text = marked_again(answer, first, inside[-1] + 1)
    return SHORT_WEEKDAY.sub(lambda short: _marked_words()[short[0]], text)


def marked_again(answer: Answer, start: int, end: int) -> str:
    """Time words with their marks again: «dau tuan sau» is «đầu tuần sau»."""
    out = ""
    for word in answer.line.words[start:end]:
        known = not word.marked and not SHORT_WEEKDAY.fullmatch(word.bare)
        text = _marked_words().get(word.bare, word.text) if known else word.text
        out += ("" if word.glued or not out else " ") + text
    return out
