"""The steps of what is followed, as they are typed behind its code: «xong», «đã ổn, kết thúc»."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from domain.matter_kinds import BY_PREFIX, KINDS
from language.line.fold import bare, fold, one_tone_place
from language.line.vocabulary import book

_WORD = re.compile(r"[^\W_]+")
Way = tuple[str, ...]
ANY, MARKS = "any", tuple("-–,;:.(")


@dataclass(frozen=True, slots=True)
class StepSaid:
    """The steps that the first words may be, the likeliest first, and what follows them."""

    events: tuple[str, ...] = ()
    words: str = ""
    apart: bool = True
    """What follows stands behind a mark: it is said beside the step."""


def step_in(prefix: str, text: str) -> StepSaid:
    """The step that the first words name; the longest of them decide. One word alone is no step
    where others stand right behind it."""
    words = list(_WORD.finditer(text))
    said = [word[0] for word in words]
    begin = next((n for n, word in enumerate(said) if not _is_quiet(word)), 0)
    for start in dict.fromkeys((0, begin)):
        for end in range(len(words), start, -1):
            if events := _events(prefix, said[start:end]):
                rest = _behind(text, words[end - 1].end())
                if end - start > 1 or not rest or rest[0] in MARKS or events[0] in _of_any():
                    return StepSaid(events, rest.strip(" :,;.–-"), rest[:1] in MARKS)
    return StepSaid(words=text)


def _behind(text: str, at: int) -> str:
    """What follows, without «rồi ạ» up to the next mark."""
    rest = text[at:].strip()
    mark = next((n for n, letter in enumerate(rest) if letter in MARKS), len(rest))
    return rest[mark:] if all(map(_is_quiet, _WORD.findall(rest[:mark]))) else rest


def _is_quiet(word: str) -> bool:
    return fold(word) in _listed("quiet")


def steps_within(prefix: str, text: str) -> tuple[str, ...]:
    """Steps that are spoken of somewhere in words that are no step by themselves."""
    said = _WORD.findall(text)
    found = (event for events in _within(prefix, said) for event in events)
    return tuple(dict.fromkeys(found))


def _within(prefix: str, said: Sequence[str]) -> Iterator[tuple[str, ...]]:
    start = 0
    while start < len(said):
        for end in range(len(said), start + 1, -1):
            events = _events(prefix, said[start:end])
            if events and not (start and fold(said[start - 1]) in _listed("not")):
                yield events
                start = end - 1
                break
        start += 1


def _events(prefix: str, said: Sequence[str]) -> tuple[str, ...]:
    """The steps that exactly these words name; a word with marks is only itself."""
    ways = _ways(prefix).get(tuple(map(fold, said)), ())
    return tuple(event for event, way in ways if all(map(_same, said, way)))


def _same(said: str, listed: str) -> bool:
    marked = one_tone_place(said.casefold())
    return marked in (one_tone_place(listed), bare(marked))


def names_step(said: Sequence[str]) -> bool:
    """What may be said before the code as well: «nhắc KN24», «kết thúc KK1»."""
    return any(_events(kind.prefix, said) for kind in KINDS.values())


@cache
def _ways(prefix: str) -> Mapping[Way, Sequence[tuple[str, Way]]]:
    """Every way to say a step of one kind, without marks: the steps that it may be, with marks."""
    kind = BY_PREFIX[prefix].code if prefix in BY_PREFIX else ANY
    listed, found = book("matters")["steps"], dict[Way, list[tuple[str, Way]]]()
    only = book("matters")["only"]
    of_any = [(e, ways) for e, ways in listed[ANY].items() if kind in (ANY, *only.get(e, [kind]))]
    for event, ways in [*listed.get(kind, {}).items(), *of_any]:
        for way in ways:
            words = tuple(_WORD.findall(way.casefold()))
            found.setdefault(tuple(map(fold, words)), []).append((event, words))
    return found


@cache
def _of_any() -> frozenset[str]:
    """What is no step of its own, whatever stands behind it: «YK1 pakn 123»."""
    return frozenset(book("matters")["steps"][ANY])


@cache
def _listed(which: str) -> frozenset[str]:
    return frozenset(map(fold, book("matters")["around"][which]))
