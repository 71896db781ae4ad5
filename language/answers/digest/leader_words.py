"""What a leader writes under the weekly report (thanks, an opinion, a word to somebody by name),
and asks of the office in whatever order of words: what waits for me, did people come."""

import re
from collections.abc import Sequence
from functools import cache, partial

from domain.matter_kinds import KINDS
from language.answers.assignments.people_named import CalledFirst, longest_head
from language.answers.assignments.work_lines import Found
from language.line.fold import fold
from language.line.names import Colleague, Match, who
from language.line.patterns import any_of
from language.line.vocabulary import book

_any = partial(any_of, "leaders")
MOST_NAMED = 5
_EDGES = " ,:;-–—"
_SAYS_THAT = re.compile(r"^(?:là|la|rằng|rang)\s+", re.IGNORECASE)
_PIECES = re.compile(r"[,;.!\n]+")
_PREFIXES = "|".join(kind.prefix.lower() for kind in KINDS.values())
_CODE = rf"(?P<prefix>{_PREFIXES})[- ]?0*(?P<n>\d{{1,6}})"


def thanks(text: str) -> bool:
    """«tuần này làm tốt, cảm ơn anh em»: no piece says anything else."""
    pieces = [_plain(piece) for piece in _PIECES.split(text) if _plain(piece)]
    kinds = [_kind(piece) for piece in pieces]
    return "thanks" in kinds and all(kinds)


def _kind(piece: str) -> str:
    if _thanking().fullmatch(piece):
        return "thanks"
    return "beside" if piece in _listed("thanks", "beside") else ""


@cache
def _thanking() -> re.Pattern[str]:
    whom = rf"(?: [^\W\d]+){{0,{book('leaders')['thanks']['whom']}}}"
    return re.compile(rf"(?:{_any('thanks', 'beside')} )?{_any('thanks', 'opens')}{whom}")


def agrees_with(text: str) -> bool:
    """«đồng ý với anh Khải»: a yes or a no of few words, that names nothing else."""
    said, words = _plain(text), book("leaders")["agrees"]
    opened = re.match(rf"{_any('agrees', 'words')}(?= |$)", said)
    behind = said[opened.end() :].split() if opened else []
    named = [word for word in behind if word not in _listed("agrees", "behind")]
    digits = any(map(str.isdigit, said))
    return bool(opened) and not digits and len(behind) <= words["most"] and len(named) <= 1


def agrees_to_it(text: str) -> bool:
    """«đồng ý đến 30/12»: a plain yes that asks and excepts nothing."""
    said = _plain(text)
    more = re.search(rf"\b{_any('agrees', 'more')}\b", said)
    yes = re.match(rf"{_any('agrees', 'yes')}\b", said)
    return "?" not in text and more is None and yes is not None


def said_to(text: str, roster: Sequence[Colleague]) -> Found:
    """The one colleague whom a piece begins with, or who stands behind «hỏi», «đề nghị»."""
    found = {one for piece in _PIECES.split(text) for one in _at_head(piece, roster)}
    return Found(int(found.pop())) if len(found) == 1 else Found(among=tuple(map(int, found)))


def asks_whom(text: str, roster: Sequence[Colleague]) -> Found:
    """«hỏi anh Điền đã»: whom, and not what; all whom the name fits where it is doubtful."""
    flat = " ".join(text.split())
    opened = re.match(rf"(?:{_any('asks', 'small')} )*{_any('asks', 'opens')} ", fold(flat))
    if opened is None or len(fold(flat)) != len(flat):
        return Found()
    head, rest = _called(flat[opened.end() :], roster)
    small = {word for phrase in _listed("asks", "small") for word in phrase.split()}
    if set(_plain(rest).split()) - small:
        return Found()
    named = tuple(int(person.key) for person in head.people)
    return Found(named[0]) if head.one else Found(among=named)


def _called(said: str, roster: Sequence[Colleague]) -> tuple[Match, str]:
    """Whom the first words name, if only nearly, and what stands behind them."""
    words = said.split()
    for many in range(min(len(words), MOST_NAMED), 0, -1):
        if (found := who(" ".join(words[:many]), roster)).people:
            return found, " ".join(words[many:])
    return Match(), said


def says_word_to(text: str) -> bool:
    """«nhắn chị Mây: xong việc 3 đi nhé», «nhan tin cho anh Quy mai hop som»."""
    return _opening(text) > 0


def word_to(text: str, roster: Sequence[Colleague]) -> CalledFirst | None:
    """Whom, and what, if that is said; None where nobody here is called so."""
    head, rest = longest_head(text[_opening(text) :], roster)
    said = _SAYS_THAT.sub("", rest.strip(_EDGES))
    if _plain(said) and set(_plain(said).split()) <= _listed("word_to", "ends"):
        said = ""
    return CalledFirst(int(head.one.key), said) if head.one else None


def _opening(text: str) -> int:
    """Where it ends; «nhan» without its mark may be Nhàn, and then «tin», «chị» or a colon behind
    the name says what it is."""
    words, folded = book("leaders")["word_to"], fold(text)
    opened = re.match(rf"(?:\d{{2,4}}[ ,:]+)?(?P<opens>{_any('word_to', 'opens')}) ", folded)
    if opened is None or len(folded) != len(text):
        return 0
    typed = text[slice(*opened.span("opens"))].lower().strip()
    behind = rf"(?:{_any('word_to', 'whom')} |(?:\w+ ?){{1,3}}:)"
    plainly = not typed.startswith("nhan") or re.match(behind, folded[opened.end() :])
    surely = typed in words["opens"] or (typed == fold(typed) and plainly)
    return opened.end() if surely else 0


def _at_head(piece: str, roster: Sequence[Colleague]) -> list[str]:
    heads = [piece.strip(), *(piece[end:].strip() for end in _behind(piece))]
    matches = [longest_head(head, roster)[0] for head in heads if head]
    return [one.one.key for one in matches if one.one]


def _behind(piece: str) -> list[int]:
    before = _any("names", "before")
    folded = fold(piece)
    same = len(folded) == len(piece)
    return [m.end() for m in re.finditer(rf"\b{before} ", folded)] if same else []


def names_late(folded: str) -> bool:
    """«vì sao quá hạn 3»"""
    return re.search(rf"\b{_any('asks', 'late')}\b", folded) is not None


def taken_back(text: str) -> tuple[str, int] | None:
    """«bỏ cái CD-010 đi, tôi nhầm», «hoàn tác CD-010, gửi sai người rồi»: the letters of its
    kind, and its number."""
    opens, between, ends, mistaken = (
        _any("takes_back", name) for name in ("opens", "between", "ends", "mistaken")
    )
    wrong = rf"(?:[^\W\d]+ ){{0,2}}{mistaken}(?: [^\W\d]+){{0,2}}"
    line = rf"{opens}(?: {between})* {_CODE}(?:[ ,.]+{ends})*(?:[ ,.]+{wrong})?[ .!]*"
    found = re.fullmatch(line, fold(text).strip())
    return (found["prefix"].upper(), int(found["n"])) if found else None


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


@cache
def _listed(part: str, what: str) -> frozenset[str]:
    return frozenset(_plain(one) for one in book("leaders")[part][what])


def leader_asks(folded: str) -> str:
    """Which of them the whole line asks: it names it, asks, and says nothing besides."""
    said = " ".join(re.findall(r"\w+", folded))
    kinds = book("leaders")["wants"]["kinds"]
    return next((kind for kind in kinds if _asks(kind, said)), "")


def _asks(kind: str, said: str) -> bool:
    about, asks = _of_kind(kind, "about").search(said), _of_kind(kind, "asks").search(said)
    return bool(about and asks) and set(said.split()) <= _words(kind)


@cache
def _of_kind(kind: str, part: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(fold, book('leaders')['wants'][kind][part]))})\b")


@cache
def _words(kind: str) -> frozenset[str]:
    """All that may stand in such a question."""
    wants = book("leaders")["wants"]
    lists = (wants["small"], *(wants[kind][part] for part in ("about", "asks", "more")))
    return frozenset(word for phrases in lists for one in phrases for word in fold(one).split())
