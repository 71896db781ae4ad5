"""Several pieces of one's own work in one line: «nhận 147, 148», «147 xong, 148 xin đến thứ 6»."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from language.line.fold import fold
from language.line.numbers import in_words
from language.line.patterns import NO, OK

_NAMED = r"(?:viec|nv|so|ca|nhiem vu|cv|#)"
_NUMBER = re.compile(
    r"(?<![\w/.])(?<!\b\d,)(?<!\b\d\d,)(?:nv-?\d{4}-)?0*(?P<n>\d{2,4})"
    r"(?![\d/%]|[.:h-]\d|,\d{1,2}(?!\d)| ?%)"
)
_UNITS = re.compile(r" ?(?:ho|nguoi|luot|km|m3|m|to|suat|cay|trieu|tr)\b")
_SMALL = len("100")
SMALLEST = 100
"""A smaller number is written as its code ends, so that it counts nothing."""
_JOINS = re.compile(rf"(?:[\s,;&+]|\b(?:va|voi|vs|lan|{_NAMED})\b)*")
_APART = re.compile(
    r"\s*[,;.](?!\d)\s*|\s+(?:con|va|rieng|nhung|voi)(?:\s+|$)|\s+(?=(?:ngoai )?tru\b)"
)
_ADDRESS = (
    rf"(?:da|vang|{OK}|chi|anh|c|a|sep|em|e|toi|bao cao|bc|thua|oi|co|bac|nhe|nha|roi|r|thi|la"
    rf"|cung|con|va|rieng|nhung|voi|{_NAMED})"
)
_SPOKEN = re.compile(rf"(?:[\s,.:;!-]*\b{_ADDRESS}\b)*[\s,.:;!-]*")
"""Who is spoken to, and what says nothing by itself."""
_CALLED = re.compile(rf"(?:{_ADDRESS}(?:[ ,:;-]+|$))*")
_BEGINS = re.compile(rf"(?:^|[,;.]\s*|\b(?:con|va|rieng|nhung)\s+)(?:{_ADDRESS}\s+)*$")
"""What stands before a number that a clause begins with."""
_SAME = re.compile(r"(?:(?:cung|nua|the|vay|luon|tuong tu|nhu|tren|y|a|nhe|roi|r)\b\s*)*")
_SLIP = re.compile(rf"\b(?:nham|lon|dinh chinh|(?:{NO}) phai|chu (?:{NO}))\b")
_EXCEPT = re.compile(r"(?:ngoai )?tru")
_OWN_VERB = re.compile(
    rf"(?:(?:thi|em|e|toi|minh|cung|da|van) )*(?:xong|xin|vuong|chua|nhan|moi|dang|cho|nho|chuyen"
    rf"|lui|hoan|{NO}|\d+ ?%)\b"
)
"""What stands behind the last of several numbers, and says something else of that one."""
_WORDS = in_words(5)
_FEW = "|".join(_WORDS)
_ALL = re.compile(
    rf"(?:{_ADDRESS}[ ,]+)*(?:xin )?nhan(?: (?:duoc|dc|lam|luon|viec|nhiem vu))*"
    rf" (?:(?P<all>het|tat|ca|tat ca|toan bo|du)(?: (?:ca|het))*(?: (?P<n>\d{{1,2}}|{_FEW}))?"
    rf"|(?P<m>\d{{1,2}}|{_FEW})(?= (?:viec|nhiem vu|nv)))"
    r"(?: (?:cai|dau|viec|nhiem vu|nv|moi|hom nay|nay|do|day|duoc giao|tren))*"
    rf"(?:[ ,]+{_ADDRESS})*(?: a)?"
)


@dataclass(frozen=True, slots=True)
class PieceSaid:
    """What is said of one number, in a line of its own; `ways`, the likelier first, where it may
    say what was said of the one before it. No words: it is left out of what is said of all."""

    number: int
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Numbers that stand together, with what stands before and behind them."""

    numbers: tuple[int, ...]
    head: str
    tail: str


def puts_right(text: str) -> bool:
    """«là của 139, không phải 147»: what was said before is meant otherwise."""
    return _SLIP.search(fold(text)) is not None


def takes_all(text: str) -> int | None:
    """«nhận hết», «em nhận cả 3 việc»: how many, 0 where it is not said; None: another line."""
    said = _ALL.fullmatch(fold(_flat(text)))
    many = (said["n"] or said["m"] or "0") if said else ""
    return None if said is None else _WORDS.get(many) or int(many)


def several_said(
    text: str, own: Collection[int], others: Collection[int] = ()
) -> tuple[str, list[PieceSaid]]:
    """What is said of each number of the line, of one's own work and of others'; before them what
    is said of all the rest. Several lines are each by itself."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > 1:
        (first, said), *more = (several_said(line, own, others) for line in lines)
        return first, [*said, *(piece for _, pieces in more for piece in pieces)]
    flat = _flat(text)
    opening, runs = _runs(flat, own, others)
    pieces, head, tail = list[PieceSaid](), "", ""
    for run in runs:
        for number in run.numbers:
            pieces.append(PieceSaid(number, tuple(_ways(number, run, head, tail))))
        head, tail = run.head or head, run.tail or tail
    return opening, pieces


def numbers_of_work(text: str) -> set[int]:
    """Numbers so large that they may name work, and count nothing."""
    folded = fold(_flat(text))
    found = (m for m in _NUMBER.finditer(folded) if len(m[0]) >= _SMALL)
    return {int(m["n"]) for m in found if not _UNITS.match(folded[m.end() :])}


def without_number(text: str, number: int) -> str:
    """The line without what names this work."""
    flat = _flat(text)
    named = re.compile(rf"(?:\b{_NAMED} )*(?:nv-?\d{{4}}-)?\b0*{number}\b[ ,:;–-]*")
    found = named.search(fold(flat))
    return f"{flat[: found.start()]}{flat[found.end() :]}".strip(" ,;:-–") if found else flat


def without_leading(text: str, number: int) -> str:
    """The words behind the number of this work, where they begin with it; a small one counts."""
    said = text.strip(" ,:;–-")
    found = re.match(r"(?:nv-?\d{4}-)?(\d{3,4})(?![\w/%]|[.,]\d)", fold(said))
    named = found is not None and int(found[1]) == number
    return said[found.end() :].strip(" ,:;–-") if found and named else said


def _ways(number: int, run: _Run, head: str, tail: str) -> Iterator[str]:
    """Its own words; else with the verb of the one before it."""
    named = str(number) if number >= SMALLEST else f"{number:04}"
    if _EXCEPT.fullmatch(fold(run.head)):
        yield from (f"{named} {words}" for words in (run.tail,) if words)
        return
    if _SAME.fullmatch(fold(run.tail)) and not run.head:
        yield " ".join(filter(None, (head, named, tail)))
        return
    yield " ".join(filter(None, (run.head, named, run.tail)))
    if head and not run.head:
        yield f"{head} {named} {run.tail}"


def _runs(flat: str, own: Collection[int], others: Collection[int]) -> tuple[str, list[_Run]]:
    """The line cut around its numbers; another's stands beside one's own, or begins a clause."""
    folded, spans = fold(flat), list[tuple[int, int, list[int]]]()
    if len(folded) != len(flat):
        return "", []
    for found in _NUMBER.finditer(folded):
        number = int(found["n"])
        counts = number not in own and _is_count(folded, found)
        joined = bool(spans) and _JOINS.fullmatch(folded[spans[-1][1] : found.start()])
        if joined and not counts:
            start, _, numbers = spans.pop()
            spans.append((start, found.end(), [*numbers, number]))
        elif _is_named(folded, found, own, others):
            spans.append((found.start(), found.end(), [number]))
    return _cut(flat, spans)


def _is_named(
    folded: str, found: re.Match[str], own: Collection[int], others: Collection[int]
) -> bool:
    number = int(found["n"])
    if number in own:
        return len(found[0]) >= _SMALL or not _is_count(folded, found)
    begins = number in others and _BEGINS.search(folded[: found.start()]) is not None
    return begins and not _is_count(folded, found)


def _is_count(folded: str, found: re.Match[str]) -> bool:
    """«147 thu 12 bao»: something is counted by it, and no work named."""
    behind = folded[found.end() :].lstrip()
    said = re.match(r"[^\W\d]+", behind)
    return said is not None and not (_OWN_VERB.match(behind) or _SPOKEN.fullmatch(said[0]))


def _cut(flat: str, spans: list[tuple[int, int, list[int]]]) -> tuple[str, list[_Run]]:
    runs, opening, head = list[_Run](), "", ""
    for place, (start, end, numbers) in enumerate(spans):
        if not place:
            opening, head = _opening(flat[:start])
        follows = place + 1 < len(spans)
        gap = (flat[end : spans[place + 1][0]] if follows else flat[end:]).lstrip()
        tail, after = _between(gap, bool(head)) if follows else (gap, "")
        runs += _parted(flat[start:end], numbers, head, tail.strip(" ,;:-–"))
        head = _told(after)
    return opening, runs


def _parted(said: str, numbers: list[int], head: str, tail: str) -> list[_Run]:
    """«nhận 147 và 148, 149 xin …»: what stands behind is of the last alone, where it says
    something of its own."""
    together = tuple(dict.fromkeys(numbers))
    apart = "," in said or ";" in said
    if not (head and apart and len(together) > 1 and _OWN_VERB.match(fold(tail))):
        return [_Run(together, head, tail)]
    return [_Run(together[:-1], head, ""), _Run(together[-1:], "", tail)]


def _opening(before: str) -> tuple[str, str]:
    """What stands before the first number: of all the others, and of that one."""
    before = before.lstrip()
    apart = [m for m in _APART.finditer(fold(before)) if before[: m.start()].strip()]
    first = before[: apart[-1].start()] if apart else ""
    if first and takes_all(first) is not None:
        return first, _told(before[apart[-1].end() :])
    return "", _told(before)


def _between(gap: str, begun: bool) -> tuple[str, str]:
    """What belongs to the number before it, and what to the one behind it."""
    apart = [m for m in _APART.finditer(fold(gap)) if m.start() or m[0].strip()]
    if apart:
        return gap[: apart[-1].start()], gap[apart[-1].end() :]
    return ("", gap) if begun else (gap, "")


def _told(words: str) -> str:
    """Without who is spoken to; nothing where no more is said."""
    said = words.strip(" ,;:-–")
    called = _CALLED.match(fold(said))
    return said[called.end() :] if called else said


def _flat(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split()).strip(" .!")
