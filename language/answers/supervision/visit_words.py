"""The words of visits: what opens a line, what is polite behind it, and where a visit's code
stands: first, behind what is done, several times."""

import re
from collections.abc import Iterator
from functools import cache

from language.line.fold import fold
from language.line.vocabulary import book

LONGEST = 5
_MARKS = ",;:.!"


def less_polite(text: str) -> str:
    """«tuần này gs ở đâu ạ» asks what it asks without its last word; «trường giả định A» is a
    name."""
    words, polite = text.split(), listed("asks", "polite")
    while len(words) > 2 and fold(words[-1]) in polite and not _is_a_letter(words):
        words = words[:-1]
    return " ".join(words)


def _is_a_letter(words: list[str]) -> bool:
    return words[-1].isupper() and not " ".join(words).isupper()


def opening(text: str, known: dict[str, str]) -> tuple[str, str]:
    """What the first words mean, the most of them that mean something, and what follows; a mark
    behind them parts the two."""
    words = text.split()
    bare = [word.rstrip(_MARKS) for word in fold(" ".join(words[:LONGEST])).split()]
    for many in range(len(bare), 0, -1):
        if found := known.get(" ".join(bare[:many])):
            return found, " ".join(words[many:])
    return "", text


@cache
def listed(part: str, what: str) -> dict[str, str]:
    """The words of one list, each under its own name."""
    return {fold(said): said for said in book("visits")[part][what]}


@cache
def openings(which: str) -> dict[str, str]:
    ways_of = book("visits")[which].items()
    return {fold(said): meant for meant, ways in ways_of for said in ways}


CODE = re.compile(r"(?i)\s*gs[- ]?(\d{1,5})(?![\d/.])[\s:,]*")
NAMED = re.compile(r"(?i)(?<!\w)gs[- ]?(\d{1,5})(?![\d/.])")
ENDS, LINE_ENDS = " .,;:-–!", " .,;:-!\n"


def names_visit(text: str) -> bool:
    """A visit's code stands in it."""
    return NAMED.search(text) is not None


def turned(text: str, known: dict[str, str]) -> Iterator[str]:
    """«lùi GS20 sang 11/12», «thêm Tâm vào GS20»: the same with its code first, where the line
    begins with what may be done."""
    found = NAMED.search(text)
    before = _less_links(text[: found.start()]) if found else ""
    is_known = fold(before) in known or _changes_team(before) or _invites(before, known)
    if found and before and is_known:
        yield f"{found[0]} {before} {text[found.end() :].strip()}".strip()


def _less_links(before: str) -> str:
    """«thêm Tâm vào»: without what leads to the code."""
    words = before.strip(ENDS).split()
    while len(words) > 1 and fold(words[-1]) in listed("coded", "links"):
        words = words[:-1]
    return " ".join(words)


def _changes_team(before: str) -> bool:
    """«thêm Tâm», and no «thêm bảng kiểm»."""
    said = (opening(before, listed("team", one)) for one in ("swaps", "adds", "drops"))
    return any(opens and rest[:1].isupper() for opens, rest in said)


def _invites(before: str, known: dict[str, str]) -> bool:
    """«mời đại biểu: ông Hùng khu 3», and no «mời họp»."""
    does, rest = opening(before.replace(":", " : "), known)
    return does == "invite" and is_somebody(rest.strip(" :"))


def is_somebody(words: str) -> bool:
    """It begins with an address and a name behind it, or with a capital."""
    address, name = opening(words, listed("invited", "addresses"))
    return bool(address and name) or words[:1].isupper()


def other_in(words: str) -> int | None:
    """«GS18», «GS18 đi nhé»: another one, and nothing but politeness behind it."""
    found = CODE.match(words)
    return int(found[1]) if found and is_polite(words[found.end() :]) else None


def is_polite(words: str) -> bool:
    """«đi nhé»: nothing is said."""
    return all(word.strip(ENDS) in listed("coded", "polite") for word in fold(words).split())


def less_courteous(words: str) -> str:
    """«ccb nhé» is «ccb»."""
    said = words.split()
    while len(said) > 1 and is_polite(said[-1]):
        said = said[:-1]
    return " ".join(said)


def less_speaker(text: str) -> str:
    """«đoàn đã đến nơi»: without who speaks."""
    _, said = opening(text, listed("around", "before"))
    return said


def asked_of(text: str) -> int | None:
    """«GS19 đi đâu», «gửi GS19 cho xã chưa»: the one that the line names near its beginning."""
    found = NAMED.findall(text)
    near = NAMED.search(" ".join(text.split()[:3]))
    return int(found[0]) if len(found) == 1 and near else None


def each_of(text: str) -> list[str]:
    """«GS19 duyệt, GS20 duyệt», «duyệt GS19, GS20», «GS19 và GS18 ra kế hoạch»: a line of each;
    what is said once is said of all."""
    found = list(NAMED.finditer(text))
    if len(found) < 2 or "\n" in text:
        return []
    lead = text[: found[0].start()].strip(ENDS)
    ends = [*(one.start() for one in found[1:]), len(text)]
    said = [_behind(text[one.end() : end]) for one, end in zip(found, ends, strict=True)]
    if lead:
        return [f"{one[0]} {lead}" for one in found] if not any(said) else []
    whole = [next((words for words in said[n:] if words), "") for n in range(len(said))]
    return [f"{one[0]} {words}" for one, words in zip(found, whole, strict=True) if words]


def _behind(words: str) -> str:
    """Without «và» before the next."""
    said = words.strip(ENDS).split()
    while said and fold(said[-1]) in listed("team", "joins"):
        said = said[:-1]
    return " ".join(said).strip(ENDS)
