"""Which words of a line a reader used, as places in what was typed."""

from collections.abc import Iterable

from language.line.words import Line

Place = tuple[int, int]
"""Where it begins and ends in the line as it was given."""


def places(line: Line, used: Iterable[int]) -> tuple[Place, ...]:
    """The stretches that these words make; words side by side, or in one letter, are one."""
    out: list[Place] = []
    last = -2
    for i in sorted(set(used)):
        start, end = line.words[i].start, line.words[i].end
        if i == last + 1 or (out and start < out[-1][1]):
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
        last = i
    return tuple(out)


def words_in(line: Line, used: Iterable[Place]) -> set[int]:
    """The words that lie in these stretches."""
    out: set[int] = set()
    ends = sorted(used)
    at = 0
    for i, word in enumerate(line.words):
        while at < len(ends) and ends[at][1] <= word.start:
            at += 1
        if at < len(ends) and ends[at][0] <= word.start and word.end <= ends[at][1]:
            out.add(i)
    return out
