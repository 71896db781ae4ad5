"""Finds what is left of a line when everything that was understood is taken away."""

from language.answers.answer import Answer, Reply
from language.answers.fillers import fillers
from language.certainty.listed import acts
from language.certainty.loud import heads_of, is_name
from language.line.spans import words_in


def left_words(answer: Answer, found: Reply) -> list[int]:
    """Words that nobody used, that are no politeness, no name and no filler."""
    line = answer.line
    known = words_in(line, (*found.used, *found.noted)) | answer.cues.polite
    known |= fillers(line, found.intent)
    known |= {i for i in range(len(line)) if is_name(answer, i)}
    asked = _asked(answer, found)
    return [i for i in sorted(asked - known) if line.text_at(i)[0].isalnum()]


def _asked(answer: Answer, found: Reply) -> set[int]:
    """Where a word must mean something: all of a report, the clause that decides of an answer."""
    if found.intent in acts("free"):
        return set()
    if found.intent in acts("noted"):
        return {i for a, b in heads_of(answer, found) for i in range(a, b)}
    return set(range(len(answer.line)))


def left_figures(answer: Answer, found: Reply) -> list[str]:
    """Numbers that no reading took, as they were typed."""
    line = answer.line
    known = words_in(line, (*found.used, *found.noted))
    return [line.piece(i, i + 1) for i in sorted(_asked(answer, found) - known) if line.words[i].digits]
