"""Finds what is left of a line when everything that was understood is taken away."""

from language.answers.fillers import fillers
from language.certainty.listed import acts
from language.certainty.people import is_name
from language.certainty.told import Told
from language.line.numbers import number_at
from language.line.phrases import phrases
from language.line.spans import words_in


def left_words(told: Told) -> list[str]:
    """Words that nobody used, that are no politeness, no name and no filler."""
    line = told.answer.line
    known = _known(told) | told.answer.cues.polite | fillers(line, told.found.intent)
    left = (i for i in sorted(told.asked - known) if line.text_at(i)[0].isalnum())
    return [line.piece(i, i + 1) for i in left if not is_name(told.answer, i)]


def left_figures(told: Told) -> list[str]:
    """Numbers that no reading took, as they were typed."""
    line = told.answer.line
    left = sorted(told.asked - _known(told))
    return [line.piece(i, i + 1) for i in left if line.words[i].digits or _counts(told, i)]


def _counts(told: Told, i: int) -> bool:
    """«hai điểm», «ba lần» in a report: a number in words, and what it counts."""
    line = told.answer.line
    number = number_at(line, i) if told.found.intent in acts("counts") else None
    units = phrases("figures", "units")
    return number is not None and number.words and bool(units.at(line, number.end)[0])


def _known(told: Told) -> set[int]:
    return words_in(told.answer.line, (*told.found.used, *told.found.noted))
