"""What goes out of a draft of work: «bỏ việc 2», «bỏ cái của Hoa đi, chỉ giao Bắc thôi»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from language.line.fold import fold
from language.line.patterns import NO, OK, YES

What = Literal["drop", "keep", "cut"]
_THING = r"(?:viec|dong|so|muc|cai|phan|y|nhiem vu|nguoi)"
_BEFORE = rf"(?:(?:a|ah|thoi|nham|khoan|{YES}|da|the|vay|con|va)[ ,]+)*"
_AFTER = r"(?:\s+(?:di|nhe|nha|a|ra|thoi|nua|luon|giup|em|e|voi|da|lai|ma))*[\s.!]*"
_NOT = rf"(?:{NO}|dung|khoi|chua)"
_OUT = rf"(?:(?:bo|xoa|huy|rut|loai)(?: bot| bo)?|{_NOT}(?: can| phai| nen)*(?: giao| gui)?)"
_IS_OUT = rf"(?:bo|xoa|huy|khoi(?: can| giao| lam)*|{_NOT} (?:can|giao|lam|gui)(?: giao)?)"
_ONLY = r"(?:(?:chi|moi)(?: (?:giao|giu|de|can|lay|gui|lai))*|(?:giu|de) lai(?: moi)?|giao moi)"
_OF = rf"(?: {_THING})*(?: (?:cua|cho|giao))?"
_N = rf"(?: {_THING})*\s+(?P<n>[1-9]\d?)"
_NAMED = rf"(?:{_THING}\s*)+(?P<n>[1-9]\d?)"
_WHO = r"(?P<rest>[^\W\d_][^\d,:]*?)"
_WORDS = r"(?:cau|chu|tu|cum|doan|phan|y|may chu)"
_CUTS: tuple[tuple[What, str], ...] = tuple(
    ("cut", way.format(words=words))
    for words in (
        rf"(?P<rest>{_WORDS} [^,]+?)",
        rf"{_WORDS} (?P<rest>[^,]+?)",
        r"(?P<rest>[^\W\d_]+ [^,]+?)",
    )
    for way in (
        rf"(?:bo|xoa) {{words}} (?:o|trong|cua|khoi) {_NAMED}",
        rf"(?:{_NAMED}[ ,:]+)?(?:thi )?(?:bo|xoa) {{words}}",
    )
)
"""«bỏ câu 144»: with its own word, where that stands in the title; «bỏ» and mere words."""
_REST = re.compile(
    r"(?:(?:viec|cai|phan|nguoi) (?:kia|con lai)|con lai|may viec kia|con)?(?: thi)?\s*"
    rf"(?:{OK}|giao|gui|giu(?: nguyen)?|de nguyen|nhu cu|nhu tren)" + _AFTER
)
"""«…, còn lại giao»: it is shown again before it goes."""
_WAYS: tuple[tuple[What, str], ...] = (
    ("drop", _OUT + _N),
    ("drop", rf"(?:{_THING}\s*)*(?P<n>[1-9]\d?)(?: thi)?(?: thoi)? {_IS_OUT}"),
    ("drop", rf"{_OUT}{_OF} {_WHO}"),
    ("drop", rf"(?:{_THING} (?:cua |cho )?)?{_WHO}(?: thi)?(?: thoi)? {_IS_OUT}"),
    ("keep", _ONLY + _N),
    ("keep", rf"giao{_N} thoi"),
    ("keep", rf"{_ONLY}{_OF} {_WHO}"),
    ("keep", rf"giao(?: cho)? {_WHO} thoi"),
    *_CUTS,
)
_LOOKS = tuple((what, re.compile(_BEFORE + look + _AFTER)) for what, look in _WAYS)
_IS_THING = re.compile(r"\b(?:viec|dong|muc|cai|phan|nhiem vu|cua)\b")
_PIECES = re.compile(r"\s*[,;.]\s*(?=\S)|\s+roi\s+")
_EDGES = " ,;:.–-"
_LEFT_OVER = re.compile(r"\s+([,;.])|^(?:va|và|voi|với)\s+|\s+(?:va|và|voi|với)$")


@dataclass(frozen=True, slots=True)
class DraftCut:
    """A line of the draft, or whose lines, go out or are all that stays; or words of a title."""

    what: What
    row: int | None = None
    words: str = ""
    thing: bool = False
    """«việc của Bắc» and not only «Bắc»: what he leads, and not he alone."""


def draft_cuts(text: str) -> Sequence[Sequence[DraftCut]]:
    """Of each piece of the line all that it may mean; nothing where one piece means nothing."""
    said = " ".join(text.split())
    whole = [_cuts(said)]
    others = [piece for piece in _PIECES.split(said) if not _REST.fullmatch(fold(piece))]
    pieces = whole if whole[0] else [_cuts(piece) for piece in others]
    return pieces if all(pieces) else []


def without_words(title: str, words: str) -> str:
    """The title without these words; empty where they do not stand in it, or nothing is left."""
    flat = " ".join(title.split())
    found = re.search(rf"(?<!\w){re.escape(fold(words))}(?!\w)", fold(flat))
    if found is None or len(fold(flat)) != len(flat):
        return ""
    left = f"{flat[: found.start()].rstrip(_EDGES)} {flat[found.end() :].lstrip(_EDGES)}"
    return _LEFT_OVER.sub(r"\1", left.strip(_EDGES)).strip(_EDGES)


def _cuts(piece: str) -> list[DraftCut]:
    folded = fold(piece)
    said = piece if len(folded) == len(piece) else folded
    return list(_found(said, folded))


def _found(said: str, folded: str) -> Iterator[DraftCut]:
    for what, look in _LOOKS:
        if match := look.fullmatch(folded):
            parts = match.groupdict()
            row = int(parts["n"]) if parts.get("n") else None
            words = said[slice(*match.span("rest"))] if parts.get("rest") else ""
            before = folded[: match.start("rest")] if words else ""
            yield DraftCut(what, row, words, _IS_THING.search(before) is not None)
