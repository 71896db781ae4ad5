"""What a line on the spot is: the one place that decides what is a finding. It is one where it
states something of the body, in words that say what falls short or what is good; what others said,
an order, talk, what may be and what the team does itself are asked."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from domain.visits import RECOMMEND, Sort
from language.line.fold import fold
from language.line.vocabulary import book

_MARKS = re.compile(r"[,.;:!\n–]|\s-\s")
_WORD = re.compile(r"\w+(?:[/.,]\w+)*")
SHORT, GOOD, CAUSE = Sort.SHORT.value, Sort.GOOD.value, Sort.CAUSE.value
FIRST_WORDS, PRAISE_WORDS, NEAR = 6, 8, 3
Words = Sequence[str]


def kinds_of(text: str) -> tuple[str, ...]:
    """What it may be written down as, the likeliest first; one alone is sure."""
    clauses = [_WORD.findall(piece) for piece in _MARKS.split(_small(text))]
    clauses = [clause for clause in clauses if clause]
    if not clauses or _is_quoted(text, clauses[0]):
        return (CAUSE, SHORT)
    if _begins(clauses[0], "asks_of_it"):
        return (RECOMMEND, SHORT)
    lacking = [_lacks(clause) for clause in clauses]
    good = [not lack and _praises(clause) for lack, clause in zip(lacking, clauses, strict=True)]
    likely = (GOOD, SHORT) if any(good) and not any(lacking) else (SHORT, GOOD)
    if _is_loud(clauses):
        return likely
    if any(lacking) and (not any(good) or any(_has(one, "but") for one in clauses)):
        return (SHORT,) if _is_stated(clauses[0]) else likely
    return (GOOD,) if all(good) else likely


def asked_kinds(text: str) -> tuple[str, ...]:
    """The same, where it is asked whatever its words say."""
    found = kinds_of(text)
    return found if len(found) > 1 else (*found, SHORT if found[0] == GOOD else GOOD)


def _small(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _lacks(clause: Words) -> bool:
    """«thiếu sổ», «chưa công khai», «bảng phí cũ»; no «lấy sổ cũ ra»."""
    if _has(clause, "lacks") or _nots(clause) or _ends(_less_polite(clause), "lacks_last"):
        return True
    return _has(clause, "lacks_marked", marked=True)


def _praises(clause: Words) -> bool:
    """«bếp sạch», «sổ sách đầy đủ»: nothing follows but politeness."""
    said = _less_polite(clause)
    ends = {end for _, end in _found(said, "good")}
    return 1 < len(said) <= PRAISE_WORDS and len(said) in ends


def _less_polite(clause: Words) -> list[str]:
    said = list(clause)
    while said and _has(said[-1:], "polite"):
        said.pop()
    return said


def _is_quoted(text: str, first: Words) -> bool:
    """«xã bảo chưa có kinh phí», «chị kế toán: sổ ở nhà», «bac ay noi …»: what somebody said."""
    if re.search(r"[\"“”]", text):
        return True
    colon = re.search(r"[:,;.\n]", text)
    named = colon is not None and colon[0] == ":" and _speaks(first)
    return named or _says(first[:FIRST_WORDS]) or _begins(first, "heard")


def _says(head: Words) -> bool:
    """«xã bảo …»; no «xã không giải thích», no «xã đảm bảo …»."""
    inside = [range(*one) for one in _found(head, "compounds")]
    ways = [at for at, _ in _found(head, "says", marked=True)]
    ways += [
        at
        for which in ("says", "says_of_them")
        for at, _ in _found(head, which)
        if _ends(head[:at], "speakers") or _is_named(head[:at])
    ]
    said = (at for at in ways if at and not any(at in one for one in inside))
    return any(not _ends(head[:at], "not") for at in said)


def _speaks(first: Words) -> bool:
    return _begins(first, "speakers") or _begins(first, "addresses")


def _is_named(before: Words) -> bool:
    """«c Hương», «anh Khoa bí thư»: somebody is called so, and a few words say who."""
    return 1 < len(before) < FIRST_WORDS and _begins(before, "addresses")


def _is_loud(clauses: Sequence[Words]) -> bool:
    """It may be no statement about the body at all."""
    whole = [word for clause in clauses for word in clause]
    first, last = clauses[0], _less_polite(clauses[-1])
    order = (
        _begins(first, "orders") or _begins(first, "agrees") or _has(clauses[-1][-1:], "asks_for")
    )
    own = any(_begins(clause, "own") for clause in clauses)
    said = order or own or _has(whole, "hedges") or len(last) == 0 or len(whole) == 1
    return said or any(_turns(clause) for clause in clauses)


def _turns(clause: Words) -> bool:
    """«không thiếu gì», «chưa có vấn đề gì», «chưa vào được»: two that undo one another, or what
    people do and not how things are."""
    return any(
        _has(rest, "lacks") or _has(rest, "nothing") or _begins(clause[at:], "own_doings")
        for _, at in _nots(clause)
        for rest in [clause[at : at + NEAR]]
    )


def _is_stated(first: Words) -> bool:
    """«sổ thiếu chữ ký», «thiếu sổ», «không niêm yết»: of what it is said, or what is not there;
    no «hỏng rồi», no «không nghe»."""
    if _begins(first, "not"):
        [(_, at), *_] = _nots(first)
        return _begins(first[at:], "of_bodies")
    ways = ("lacks", "lacks_marked", "lacks_last")
    opens = [end for which in ways for at, end in _found(first, which) if at == 0]
    return not opens or len(_less_polite(first[max(opens) :])) > 0


def _nots(clause: Words) -> list[tuple[int, int]]:
    return list(_found(clause, "not"))


def _has(words: Words, which: str, *, marked: bool = False) -> bool:
    return next(iter(_found(words, which, marked=marked)), None) is not None


def _begins(words: Words, which: str) -> bool:
    return any(at == 0 for at, _ in _found(words, which))


def _ends(words: Words, which: str) -> bool:
    return any(end == len(words) for _, end in _found(words, which))


def _found(words: Words, which: str, *, marked: bool = False) -> Iterator[tuple[int, int]]:
    """Where such words begin and end; words without any mark are all that are spelt so, unless
    only `marked` ones are meant."""
    known, bare = _listed(which), not marked and all(map(str.isascii, words))
    for at, word in enumerate(words):
        for phrase in known.get(fold(word), ()):
            said = tuple(words[at : at + len(phrase)])
            if said == phrase or (bare and said == tuple(map(fold, phrase))):
                yield at, at + len(phrase)


@cache
def _listed(which: str) -> dict[str, list[tuple[str, ...]]]:
    """By their first word, without marks."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for one in book("visits")["seen"][which]:
        phrase = tuple(_small(one).split())
        found.setdefault(fold(phrase[0]), []).append(phrase)
    return found
