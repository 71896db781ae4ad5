"""What words say of a matter besides its content: «giao Nam hạn 10/12», «nơi nhận Tỉnh ủy»."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from language.answers.replies.limits import Due
from language.line.fold import fold
from language.line.patterns import any_of
from language.line.vocabulary import book

_PIECE = re.compile(r"\s*[,;\n]\s*")
_BOUND = re.compile(
    r"\b(?:truoc|han|cham nhat|tre nhat|muon nhat|(?:lui|doi) (?:den|sang|toi|qua))\b"
)
_NUMBERED = re.compile(r"\bso \d")
_EDGES = " .:!?"
DueOf = Callable[[str], Due]


@dataclass(frozen=True, slots=True)
class ToldOf:
    """Whom and where the words name, until when; `whole` where they say no more than that, `also`
    where somebody is named beside whoever has it."""

    whom: str = ""
    to: str = ""
    due: Due | None = None
    whole: bool = False
    also: bool = False

    @property
    def unclear(self) -> bool:
        """A limit is spoken of, and it is not sure which day."""
        due = self.due
        return due is not None and due.at is None


def told_of(text: str, due_of: DueOf) -> ToldOf:
    """Piece by piece; a bare day is a limit where somebody is named as well."""
    pieces = [piece.strip(_EDGES) for piece in _PIECE.split(text) if piece.strip(_EDGES)]
    read = [_piece(piece, due_of) for piece in pieces]
    whom = next((one.whom for one in read if one.whom), "")
    to = next((one.to for one in read if one.to), "")
    bare = [_day(piece, due_of) for piece in pieces] if whom else []
    dues = [one.due for one in read if one.due] + [due for due in bare if due]
    whole = [one.whole or bool(whom and day) for one, day in _beside(read, bare)]
    also = any(one.also for one in read)
    return ToldOf(whom, to, dues[0] if dues else None, bool(whole) and all(whole), also)


def _beside(
    read: Sequence[ToldOf], bare: Sequence[Due | None]
) -> Sequence[tuple[ToldOf, Due | None]]:
    return list(zip(read, bare or [None] * len(read), strict=True))


def _piece(piece: str, due_of: DueOf) -> ToldOf:
    if found := _place(piece) or _body_behind(piece):
        return _to(found, due_of)
    due = due_of(piece) if _BOUND.search(fold(piece)) else None
    limited = due if due and (due.at or due.readings or due.past or due.missing) else None
    rest = (limited.rest if limited else piece).strip(_EDGES)
    whom = _without_deeds(_after("gives", rest))
    only = not _other_words(rest)
    also = bool(whom) and not _listed("also").isdisjoint(fold(rest.replace(whom, " ")).split())
    return ToldOf(whom, due=limited, whole=bool(whom) or (limited is not None and only), also=also)


def _to(found: str, due_of: DueOf) -> ToldOf:
    """«UBND Trà Cổ hạn 20/12»: where to, and until when."""
    due = due_of(found) if _BOUND.search(fold(found)) else None
    if due is None or not (due.at or due.readings or due.past or due.missing):
        return ToldOf(to=found, whole=True)
    words = fold(due.rest).split()
    many = next((n for n in range(len(words) + 1) if not _other_words(" ".join(words[n:]))), 0)
    return ToldOf(to=" ".join(due.rest.split()[:many]).strip(_EDGES), due=due, whole=True)


def _place(piece: str) -> str:
    """«nơi nhận Tỉnh ủy», «đổi nơi nhận thành UBND Trà Cổ nhé»: where to, and no more."""
    words = piece.split()
    edits = words[1:] if words and fold(words[0]) in _listed("edits") else words
    found = (_after("to", " ".join(edits)) or _after("to", piece)).split()
    while found and fold(found[0]) in _listed("becomes"):
        found = found[1:]
    while len(found) > 1 and fold(found[-1]) in _listed("polite"):
        found = found[:-1]
    return " ".join(found)


def _body_behind(piece: str) -> str:
    """«gửi UBND Trà Cổ»: what is called so is a body; «gửi rồi nhé» names none, and with a paper's
    number it was sent."""
    found = _after("sends", piece)
    begins = map(fold, book("visits")["bodies"]["begins"])
    is_body = any(f"{fold(found)} ".startswith(f"{one} ") for one in begins)
    return found if is_body and not _NUMBERED.search(fold(found)) else ""


def _day(piece: str, due_of: DueOf) -> Due | None:
    """«10/12», and nothing else."""
    due = due_of(piece)
    return due if due.at and not due.rest.strip(_EDGES) else None


def _after(which: str, piece: str) -> str:
    """What follows the opening words, the longest of them first."""
    words = piece.replace(":", " ").split()
    for many in range(min(4, len(words) - 1), 0, -1):
        if fold(" ".join(words[:many])) in _listed(which):
            return " ".join(words[many:])
    return ""


def _without_deeds(said: str) -> str:
    """«Nam xử lý» is Nam."""
    words = said.split()
    for many in range(1, len(words)):
        if fold(" ".join(words[many:])) in _listed("does"):
            return " ".join(words[:many])
    return said


def _other_words(rest: str) -> str:
    """What stands besides the words of a limit."""
    left = f" {fold(rest)} "
    for said in sorted(_listed("limits"), key=len, reverse=True):
        left = left.replace(f" {said} ", " ")
    return left.strip(_EDGES)


def speaks_of_a_limit(text: str) -> bool:
    """«hạn 15/12», without a mark before it."""
    return _BOUND.match(fold(text)) is not None


def asks_of(text: str) -> bool:
    """«đến đâu rồi», «ai phụ trách vậy»: the one that is named is asked about."""
    said = " ".join(re.findall(r"\w+", fold(text)))
    said = _opening().sub("", said)
    opens = {*_listed("asks"), *_listed("opens_asks")}
    asks = any(said == way or said.startswith(f"{way} ") for way in opens)
    ends = any(said.endswith(f" {way}") for way in _listed("ends_asks"))
    return asks or ends or text.rstrip().endswith("?")


@cache
def _opening() -> re.Pattern[str]:
    """«giờ đã …»: what may stand before a question."""
    return re.compile(rf"^(?:{any_of('matters', 'told', 'before_asks')} )+")


@cache
def _listed(which: str) -> frozenset[str]:
    return frozenset(map(fold, book("matters")["told"][which]))
