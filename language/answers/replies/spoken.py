"""Which words of an answer show what is wanted, which are only kept as a note, and which change
nothing: fillers of every line, and those that belong to one intent."""

from dataclasses import replace
from functools import cache

from language.answers.replies.answer import Answer, Reply
from language.answers.replies.reply_subject import task_words
from language.line.numbers import number_at
from language.line.phrases import Phrases
from language.line.spans import places, words_in
from language.line.vocabulary import book
from language.line.words import Line

FIGURES = ("minutes", "people", "add_days", "percent", "age")
KEPT = ("note", "reason", "proposal")


def with_words(answer: Answer, found: Reply) -> Reply:
    """The same answer, and where in the line it was said."""
    return replace(
        found,
        used=places(answer.line, _used(answer, found)),
        noted=places(answer.line, _noted(answer, found)),
    )


def _used(answer: Answer, found: Reply) -> set[int]:
    sorts = book("answers")["speaks"].get(found.intent, ())
    cues = (span for sort in sorts for span in answer.cues.spans.get(sort, ()))
    used = {i for a, b in cues for i in range(a, b)}
    used |= task_words(answer) if found.slots.get("task") else set()
    used |= words_in(answer.line, answer.when.used)
    if found.turnout or found.slots.get("metrics"):
        used |= words_in(answer.line, answer.turnout.used)
    return used | _counted(answer, found)


def _counted(answer: Answer, found: Reply) -> set[int]:
    """The figures that stand in a slot, and what they count: «muộn 15 phút», «thêm 2 ngày»."""
    told = {found.slots.get(key) for key in FIGURES} | {100 if found.intent == "done" else None}
    told |= {(found.slots.get("minutes") or 0) / 60, (found.slots.get("people") or 0) - 1}
    out: set[int] = set()
    for i in range(len(answer.line)):
        number = number_at(answer.line, i)
        if number and number.value and number.value in told:
            out.update(range(i, min(number.end + 1, len(answer.line))))
    return out


def _noted(answer: Answer, found: Reply) -> set[int]:
    said = (answer.told.get(str(found.slots.get(key))) for key in KEPT)
    return {i for span in said if span and span != answer.all for i in range(*span)}


def fillers(line: Line, intent: str) -> set[int]:
    """The words that need no meaning of their own; «khu 3» with its number."""
    out = {i for _, a, b in _listed(intent).find(line) for i in range(a, b)}
    return out | {i + 1 for i in out if line.bare_at(i) in PLACED and _numbered(line, i + 1)}


def _numbered(line: Line, i: int) -> bool:
    return i < len(line) and line.words[i].digits


PLACED = ("khu", "to", "thon", "xom", "pho", "doi")


@cache
def _listed(intent: str) -> Phrases:
    listed = book("answers")["fillers"]
    return Phrases((tag, word) for tag in ("any", intent) for word in listed.get(tag, ()))
