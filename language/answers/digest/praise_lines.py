"""«khen chị Mai làm chủ nhật xanh tốt», «biểu dương đ/c Nam»: who is praised, and for what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from language.answers.assignments.people_named import longest_head
from language.answers.assignments.work_lines import Found
from language.line.fold import fold
from language.line.names import Colleague
from language.line.vocabulary import book

_PRAISES = r"(?:bieu duong|tuyen duong|khen ngoi|khen|hoan nghenh)"
_ALSO = re.compile(rf"\s*(?:va |cung )?{_PRAISES}\s+(?:ca |them |luon )?(?=[^\W\d])")
_HAIL = re.compile(r"(?P<who>[^\W\d][^,:\d]{0,30}?) oi[ ,:]+(?:(?:chi|anh|a|c|toi|bac|co) )?")
"""«Mai ơi chị khen …»: whom it is said to."""
_OF_WORK = re.compile(
    r"(?:(?:o |ve |cho )?(?:viec|nv) (?=\d{2,4}\b)|(?=\d{3} *(?:$|[,.:;–-])))"
    r"(?P<n>\d{2,4})\b[ ,.:;–-]*"
)
"""«khen Nam việc 139 …», «biểu dương Nam 139»; so large a number alone counts nothing."""
_OF_WORK_LAST = re.compile(r"[ ,]+(?:o |ve |cho )?(?:viec|nv) (?P<n>\d{2,4})[ .!]*$")
_LINE = re.compile(rf"(?:(?P<n>\d{{2,4}})\b[^\d]{{0,40}}?[ ,]+)?{_PRAISES}\s+(?=[^\W\d])")

_AND = re.compile(r"\s*(?:[,+&]|(?:và|va|với|voi|cùng|cung)\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PraiseSaid:
    """Whom, for which work, and in which words."""

    whom: tuple[Found, ...]
    number: int | None
    words: str
    left: str = ""
    """An order that stands beside it, and is none of its words."""


def praises(text: str) -> bool:
    """The line begins so, or behind the number of the work and a few words, or behind a name."""
    folded = fold(text).strip()
    hailed = _HAIL.match(folded)
    return _LINE.match(folded, hailed.end() if hailed else 0) is not None


def praise_in(text: str, roster: Sequence[Colleague]) -> PraiseSaid | None:
    flat = " ".join(text.split())
    hailed = _HAIL.match(fold(flat))
    found = _LINE.match(fold(flat), hailed.end() if hailed else 0)
    if found is None or len(fold(flat)) != len(flat):
        return None
    if hailed:
        return _of_hailed(flat[: hailed.end("who")], flat[found.end() :], roster)
    whom, rest = _named(flat[found.end() :], roster)
    number = int(found["n"]) if found["n"] else None
    if number:
        return PraiseSaid(whom, number, flat)
    said = rest.strip()
    if of_work := _OF_WORK.match(fold(said)) or _OF_WORK_LAST.search(fold(said)):
        words = said[of_work.end() :] or said[: of_work.start()]
        return PraiseSaid(whom, int(of_work["n"]), words.strip(" ,.:;-"))
    words, more, left = _beside(rest, roster)
    return PraiseSaid((*whom, *(one for one in more if one not in whom)), None, words, left)


def _of_hailed(name: str, rest: str, roster: Sequence[Colleague]) -> PraiseSaid | None:
    """«Mai ơi chị khen em, Chủ nhật xanh làm tốt»: whoever is called is praised."""
    whom, left = _named(name, roster)
    if not whom or left.strip():
        return None
    words = re.sub(
        r"^(?:(?:ca )?(?:chi )?(?:em|anh|chị|chi|bạn|ban)\b[ ,:]*)", "", rest, flags=re.I
    )
    return PraiseSaid(whom, None, words.strip(" ,.:;-"))


def _beside(rest: str, roster: Sequence[Colleague]) -> tuple[str, tuple[Found, ...], str]:
    """«…, khen cả Nam nữa, nhắc Hạnh GS15»: the words, who else is praised, and what is no
    praise."""
    first, *others = re.split(r"[,;]", rest)
    words, more, left = [first], list[Found](), list[str]()
    for piece in others:
        praise = _ALSO.match(fold(piece))
        if praise:
            more += _named(piece[praise.end() :], roster)[0]
        elif left or _opens_order(piece):
            left.append(piece.strip())
        else:
            words.append(piece)
    return ",".join(words).strip(" ,.:;-"), tuple(more), ", ".join(left)


def _opens_order(piece: str) -> bool:
    said = f"{' '.join(fold(piece).split())} "
    return any(said.startswith(f"{fold(one)} ") for one in book("names")["beside_praise"]["any"])


def _named(said: str, roster: Sequence[Colleague]) -> tuple[tuple[Found, ...], str]:
    """«Nhàn và Nam», «Nhàn, Nam, Lực»: all who are named before the words begin."""
    found = list[Found]()
    left = after = said
    while True:
        match, after = longest_head(after, roster)
        one = Found(int(match.one.key)) if match.one else Found()
        if not match.people or one in found:
            return tuple(found), left
        found.append(one)
        left, joined = after, _AND.match(after)
        if joined is None:
            return tuple(found), left
        after = after[joined.end() :]
