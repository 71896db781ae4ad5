"""Puts back the marks that were not typed: where a line is read, and where it is written down."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from language.line.fold import bare
from language.line.heard import heard_at
from language.line.phrases import Phrases, typed_ways
from language.line.vocabulary import book, group, split
from language.line.words import Line, Word, cut

SECTIONS = ("beside", "opening", "behind_number")
TASKS, BEHIND_TASK = ("viec", "nv", "so"), 2


@lru_cache(maxsize=64)
def read(given: str) -> Line:
    """The words of a line: «em bao» is «em báo», though «bao» alone may be a storm or a sack.
    Several readers ask them of one line, and they are cut once."""
    line = _in_common_words(cut(given))
    words = tuple(_marked_again(line))
    return Line(given, words) if words != line.words else line


def _in_common_words(line: Line) -> Line:
    """«nỏ mần» is «không làm», «bựa ni» «hôm nay»: one word for one, each in its place."""
    said = dict(_said_otherwise(line))
    words = (said.get(i, word) for i, word in enumerate(line.words))
    return Line(line.given, tuple(words)) if said else line


def _said_otherwise(line: Line) -> Iterator[tuple[int, Word]]:
    i = 0
    while i < len(line):
        name = heard_at(line, i)
        for j, text in enumerate(name, i):
            yield j, _instead(line.words[j], text)
        i += len(name)
        meant, end = _spoken().tag(line, i)
        if meant and _as_typed(line, i, end) and line.text_at(end) not in _real():
            for j, text in enumerate(split(meant), i):
                yield j, _instead(line.words[j], text)
        i = max(end, i + 1)


def _instead(word: Word, text: str) -> Word:
    """The common word; the one who wrote «trc» has typed no marks."""
    marked = bare(text) != text
    return replace(
        word, text=text, bare=bare(text), marked=marked, restored=marked and not word.marked
    )


def _as_typed(line: Line, i: int, end: int) -> bool:
    """A word alone must stand in the list letter for letter: «mo», «rang» may be any."""
    if line.text_at(i) == "u" and not _speaks_of_oneself(line, i):
        return False
    if line.text_at(i) == "tui" and end > i + 1 and line.bare_at(i + 1) not in ("ni", "nay"):
        return False  # «tui mai nộp» is «tôi», «túi mai» is «tối»
    return end > i + 1 or line.text_at(i) in _alone()


def _speaks_of_oneself(line: Line, i: int) -> bool:
    """«u không đi được» is the mother herself; «u», «u e làm» are a yes."""
    after = line.bare_at(i + 1)
    return i > 0 or (after.isalpha() and after not in group("answers", "self") and after != "ok")


@cache
def _alone() -> frozenset[str]:
    return frozenset(way for ways in book("unmarked")["spoken"].values() for way in ways)


@cache
def _spoken() -> Phrases:
    listed = book("unmarked")["spoken"].items()
    return Phrases((common, way) for common, ways in listed for way in ways)


@cache
def _real() -> frozenset[str]:
    return frozenset(book("unmarked")["not_spoken"]["any"])


def _marked_again(line: Line) -> Iterator[Word]:
    i = 0
    while i < len(line):
        meant, end = _meant_at(line, i)
        yield from map(Word.meaning, line.words[i:end], split(meant))
        if not meant:
            yield line.words[i]
        i = max(end, i + 1)


def _meant_at(line: Line, i: int) -> tuple[str, int]:
    """The phrase that begins at word i, written with its marks (none: left as typed)."""
    if line.words[i].bare not in _first_words():
        return "", i
    if _names_work(line, i):
        meant, end = _sure("behind_number").tag(line, i)
        if meant:
            return meant, end
    if line.accented:
        return "", i
    meant, end = _sure("opening").tag(line, i) if i == 0 else ("", i)
    return (meant, end) if meant else _sure("beside").tag(line, i)


def _names_work(line: Line, i: int) -> bool:
    """«150 bao xong», «viec 150 bao xong»: a number that opens the line, too large for bags."""
    opens = i == 1 or (i == BEHIND_TASK and line.bare_at(0) in TASKS)
    number = line.text_at(i - 1) if opens else ""
    return number.isdecimal() and len(number) >= len("100")


@cache
def _first_words() -> frozenset[str]:
    listed = (way for section in SECTIONS for way in _typed(section))
    return frozenset(bare(split(way)[0]) for way in listed)


@cache
def _sure(section: str) -> Phrases:
    return Phrases((way, way) for way in _typed(section))


def _typed(section: str) -> Iterator[str]:
    for listed in book("unmarked")[section].values():
        yield from (way for phrase in listed for way in typed_ways("unmarked", phrase))


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
        glue = "" if line.words[i].glued or not out or _as_one(line, i, out, text) else " "
        out, i = out + glue + text, after
    return out.strip()


def _as_one(line: Line, i: int, out: str, text: str) -> bool:
    """«caption» was typed as one word, and stays one where nothing in it was understood."""
    before = line.piece(i - 1, i) if i else ""
    run_on = before.isalpha() and line.words[i - 1].end == line.words[i].start
    return run_on and out.endswith(before.lower()) and text == line.piece(i, i + 1).lower()


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
