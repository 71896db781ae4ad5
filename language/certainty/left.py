"""Finds what is left of a line when everything that was understood is taken away."""

from language.answers.replies.spoken import fillers
from language.certainty.listed import acts
from language.certainty.people import is_name
from language.certainty.told import TakenFor
from language.line.numbers import is_multiple, number_at
from language.line.phrases import phrases
from language.line.spans import words_in
from language.line.words import Line


def left_words(told: TakenFor) -> list[str]:
    """Words that nobody used, that are no politeness, no name and no filler."""
    line = told.answer.line
    known = _known(told) | told.answer.cues.polite | fillers(line, told.found.intent)
    left = (i for i in sorted(told.asked - known) if line.text_at(i)[0].isalnum())
    return [line.piece(i, i + 1) for i in left if not is_name(told.answer, i)]


def left_figures(told: TakenFor) -> list[str]:
    """Numbers that no reading took, as they were typed."""
    line = told.answer.line
    left = sorted(told.asked - _known(told))
    return [line.piece(i, i + 1) for i in left if line.words[i].digits or _counts(told, i)]


def _counts(told: TakenFor, i: int) -> bool:
    """In a report: «hai điểm», «hai mươi tám», «trăm» alone, «l2»."""
    line = told.answer.line
    if told.found.intent not in acts("counts"):
        return False
    number = number_at(line, i)
    units = phrases("figures", "units")
    counted = number is not None and number.words and bool(units.at(line, number.end)[0])
    in_words = number is not None and number.end > i + 1 and line.words[i].marked
    return counted or in_words or is_multiple(line.words[i]) or _before_digits(line, i)


def _before_digits(line: Line, i: int) -> bool:
    """«l2 người»: a letter that stands for a figure."""
    return i + 1 < len(line) and line.words[i + 1].digits and line.words[i + 1].glued


def _known(told: TakenFor) -> set[int]:
    return words_in(told.answer.line, (*told.found.used, *told.found.noted))
