"""A line on the spot, cut by its words: what is good, what falls short, why, what is recommended,
and what puts an earlier note right."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from domain.visits import RECOMMEND, Noted, Sort
from language.answers.supervision.spot_kinds import kinds_of
from language.answers.supervision.spot_lines import SORTS
from language.answers.supervision.visit_words import LINE_ENDS
from language.line.fold import fold
from language.line.vocabulary import book

UNSAID = ""
"""What stands before the first label."""
_LAST = re.compile(r"(?:^|[.;,\n])\s*([^.;,\n]+)$")


@dataclass(frozen=True, slots=True)
class _Label:
    """Which label it is, and where it begins and ends."""

    what: str
    begins: int
    ends: int


def noted_in(text: str, first: str = UNSAID) -> Noted:
    """«…, ưu điểm có sổ; nguyên nhân: …; kiến nghị …. à nhầm 300k là 200k»: what stands before the
    first of these words is what `first` says; where that is not said, what its words say."""
    said = unicodedata.normalize("NFC", text)
    said, wrong, right = _put_right(said)
    cut = [(what, words.strip(LINE_ENDS)) for what, words in _pieces(said, first)]
    each = [
        (what, one) for what, words in cut if not _is_quiet(words) for one in several_in(words)
    ]
    kinds = [(what,) if what else kinds_of(one) for what, one in each]
    pieces = [(kind[0], one) for kind, (_, one) in zip(kinds, each, strict=True)]
    found = tuple((Sort(what), one) for what, one in pieces if what != RECOMMEND)
    asked = tuple(one for what, one in pieces if what == RECOMMEND)
    may_be = next((kind for kind in kinds if len(kind) > 1), ())
    return Noted(found, asked, wrong, right, may_be)


def _pieces(said: str, first: str) -> Iterator[tuple[str, str]]:
    at, what = 0, first
    for label in _labels_in(said):
        yield what, said[at : label.begins]
        at, what = label.ends, label.what
    yield what, said[at:]


def _labels_in(said: str) -> Iterator[_Label]:
    """With its colon anywhere; a whole word without one where a new piece begins."""
    for found in _labels().finditer(said):
        word, has_colon = fold(found["label"]), ":" in found["mark"]
        what, before = _meant()[word], said[: found.start()].rstrip()
        after = fold(said[found.end() :]).split()
        begins = not before or before[-1] in ".;\n" or "\n" in said[len(before) : found.start()]
        comma = before.endswith(",") and what in (Sort.GOOD, Sort.CAUSE)
        is_old = bool(after) and after[0] in _listed("old")
        is_whole = " " in word or what == RECOMMEND
        if has_colon or (is_whole and (begins or comma) and after and not is_old):
            yield _Label(what, found.start(), found.end())


def _is_quiet(words: str) -> bool:
    """«nhé», «đang làm việc»: nothing is said."""
    return all(word.strip(LINE_ENDS) in _listed("quiet") for word in fold(words).split())


def several_in(words: str) -> Sequence[str]:
    """«trường lưu mẫu, hạn 5/12; UBND phường kiểm tra lại, hạn 10/12»: one each."""
    pieces = [piece.strip(LINE_ENDS) for piece in re.split(r"[;\n]", words)]
    return [piece for piece in pieces if piece]


def _put_right(said: str) -> tuple[str, str, str]:
    """Without its last sentence where that one puts another right, and what is wrong and right."""
    for found in (re.fullmatch(r"(?s)(.+)", said), _LAST.search(said)):
        if found and (meant := corrected_in(found[1])):
            return said[: found.start(1)].strip(LINE_ENDS), *meant
    return said, "", ""


def corrected_in(text: str) -> tuple[str, str] | None:
    """«à nhầm 300k là 200k», «sửa 300k thành 200k»: what is wrong, and what is right."""
    words, folded = text.strip(LINE_ENDS).split(), fold(text.strip(LINE_ENDS)).split()
    if rather := _rather(words, folded):
        return rather
    many = _opening(folded)
    for at in range(many + 1, len(words) - 1) if many else ():
        for length in (3, 2, 1):
            if " ".join(folded[at : at + length]) in _listed("becomes") and words[at + length :]:
                return " ".join(words[many:at]).strip(LINE_ENDS), " ".join(words[at + length :])
    return None


def _rather(words: Sequence[str], folded: Sequence[str]) -> tuple[str, str] | None:
    """«3 quầy chứ không phải 2», «có 4 cô k phải 3»: of a figure alone also what it counts."""
    opens = _opening(folded)
    for at in range(opens + 1, len(words) - 1):
        many = next((n for n in (3, 2) if _parts(folded[at : at + n])), 0)
        right, wrong = words[opens:at], words[at + many :]
        if not many or not wrong:
            continue
        is_figure = wrong[0].strip(LINE_ENDS)[:1].isdigit()
        figures = [n for n, word in enumerate(right) if word[:1].isdigit()]
        if is_figure and figures:
            right, behind = right[figures[-1] :], folded[at + many + 1 :]
            is_bare = all(word.strip(LINE_ENDS) in _listed("denied") for word in behind)
            wrong = [wrong[0].strip(LINE_ENDS), *right[1:]] if is_bare else wrong
        elif " ".join(folded[at : at + many]) not in _listed("rather"):
            continue
        return " ".join(wrong).strip(LINE_ENDS), " ".join(right).strip(LINE_ENDS)
    return None


def _parts(words: Sequence[str]) -> bool:
    """Between what is right and what is wrong; between two figures «không phải» alone will do."""
    said = " ".join(words)
    return said in _listed("rather") or said in _listed("is_not")


def _opening(folded: Sequence[str]) -> int:
    """So many words say that something was wrong."""
    bare = [word.strip(LINE_ENDS) for word in folded]
    found = (n for n in range(min(4, len(bare)), 0, -1) if " ".join(bare[:n]) in _listed("errs"))
    return next(found, 0)


def opened_by_err(text: str) -> str | None:
    """What follows «nhầm», «sửa lại:»; None where no such word opens it."""
    words = text.strip(LINE_ENDS).split()
    many = _opening(fold(text.strip(LINE_ENDS)).split())
    return " ".join(words[many:]).strip(LINE_ENDS) if many else None


def is_called(text: str) -> bool:
    """«anh Trận ơi, em đến nơi rồi nhé», «chờ em chút», «alo»: said to somebody, or of oneself."""
    words = [
        word.strip(LINE_ENDS) for word in unicodedata.normalize("NFC", text).casefold().split()
    ]
    opens, talk = (" ".join(words[:many]) for many in (3, 2, 1)), book("visits")["noting"]["talk"]
    called = "oi" in map(fold, words[:5]) or any(one in talk for one in opens)
    return called or len(words) == 1 or opened_by_err(text) is not None


def goes_home(text: str) -> bool:
    """«xong, về rồi», «hết rồi nhé, cả đoàn về»: nothing more is noted."""
    pieces = [_plain(one) for one in re.split(r"[.,;!\n]", fold(text)) if one.strip()]
    ends, gone = _listed_of("spot", "ends"), _listed("gone")
    return any(one in ends for one in pieces) and all(one in ends | gone for one in pieces)


def _plain(piece: str) -> str:
    """Without «nhé» behind it."""
    words = piece.split()
    while len(words) > 1 and words[-1] in _listed("polite"):
        words = words[:-1]
    return " ".join(words)


@cache
def _listed(which: str) -> frozenset[str]:
    return _listed_of("noting", which)


@cache
def _listed_of(part: str, which: str) -> frozenset[str]:
    return frozenset(map(fold, book("visits")[part][which]))


@cache
def _meant() -> dict[str, str]:
    does = book("visits")["does"]
    whats = (*(sort.value for sort in SORTS), RECOMMEND)
    return {fold(said): what for what in whats for said in does[what]}


@cache
def _labels() -> re.Pattern[str]:
    does = book("visits")["does"]
    whats = (*(sort.value for sort in SORTS), RECOMMEND)
    said = {form for what in whats for one in does[what] for form in (one, fold(one))}
    ways = "|".join(re.escape(one) for one in sorted(said, key=len, reverse=True))
    return re.compile(rf"(?i)(?<!\w)(?P<label>{ways})(?!\w)(?P<mark>\s*:\s*|\s+)")
