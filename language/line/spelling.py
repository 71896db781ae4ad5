"""Writes down again, with marks and without abbreviations, what somebody typed in a hurry."""

from functools import lru_cache

from language.line.phrases import Phrases
from language.line.vocabulary import book, group
from language.line.words import Line


@lru_cache(maxsize=1)
def _spellings() -> Phrases:
    """Each phrase of the lists leads to itself; the written-out form of an abbreviation to it."""
    entries = [(phrase, phrase) for phrase in book("answers")["spell"]["any"]]
    for tag in ("done", "notyet", "blocked", "accept", "no_event", "later"):
        listed = book("answers")["cues"][tag]
        entries += [(p, p) for p in listed if " " in p and p.replace(" ", "").isalpha()]
    return Phrases(entries)


@lru_cache(maxsize=1)
def _abbreviations() -> Phrases:
    listed = book("answers")["expand"].items()
    return Phrases((full, short) for full, shorts in listed for short in shorts)


def written_out(line: Line, start: int, end: int) -> str:
    """Words start..end, restored where the lists know them, without the polite tail."""
    while end > start and (
        line.text_at(end - 1) in group("answers", "note_tail")
        or not line.text_at(end - 1)[0].isalnum()
    ):
        end -= 1
        if line.text_at(end - 1) == "/" and line.bare_at(end - 2) == "d":
            end -= 2
    if [line.bare_at(i) for i in range(end - 3, end)] == ["d", "/", "c"] and end - 3 > start:
        end -= 3
    while start < end and _opens(line, start):
        start += 1
    out, i = "", start
    while i < end:
        text, after = _one(line, i, end)
        glue = "" if line.words[i].glued or not out else " "
        out, i = out + glue + text, after
    return out.strip()


def _opens(line: Line, i: int) -> bool:
    """A sign, or «nhưng», «vì» left over from what was cut off before."""
    because = line.text_at(i) in group("answers", "note_head") and line.bare_at(i + 1) != "sao"
    return because or not line.text_at(i)[0].isalnum()


def _one(line: Line, i: int, end: int) -> tuple[str, int]:
    word = line.words[i]
    tag, after = _abbreviations().tag(line, i)
    if tag and after <= end and not (word.glued and i and line.words[i - 1].digits):
        return tag, after
    if word.marked or word.digits or (line.accented and not word.repaired):
        return line.piece(i, i + 1) if word.capital and i else word.text, i + 1
    tag, after = _spellings().tag(line, i)
    if tag and after <= end and not (word.glued and i and line.words[i - 1].digits):
        return tag, after
    return (line.piece(i, i + 1) if word.capital else word.text), i + 1
