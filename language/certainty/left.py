"""Finds what is left of a line when everything that was understood is taken away."""

from language.answers.fillers import fillers
from language.certainty.people import is_name
from language.certainty.told import Told
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
    return [line.piece(i, i + 1) for i in left if line.words[i].digits]


def _known(told: Told) -> set[int]:
    return words_in(told.answer.line, (*told.found.used, *told.found.noted))
