"""What is said of the note just written: «à 2 quầy thôi», «sửa lại: thiếu bảng giá 2 quầy»."""

import re
from collections.abc import Sequence
from functools import cache

from language.answers.supervision.noted_lines import corrected_in, opened_by_err
from language.answers.supervision.visit_words import LINE_ENDS, listed
from language.line.fold import fold

_FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")
UNIT_WORDS, FEW = 3, 8
"""«a Khoa bí thư gọi … thôi» calls somebody by name, and puts no note right."""


def anew_in(text: str) -> str | None:
    """What is right, behind «sửa lại:», «nhầm,», or a figure behind «à»; what says both, wrong and
    right, is read elsewhere."""
    if corrected_in(text):
        return None
    rest = _behind_err(text)
    begins, said = text.split()[:1], " ".join(text.split()[1:])
    if rest is None and begins and fold(begins[0]).strip(LINE_ENDS) in listed("noting", "again"):
        few = len(said.split()) <= FEW and not said[:1].isupper()
        is_right = _is_figure(_less_polite(said)) or (few and _ends_so(said))
        rest = _behind_err(said) or (said if is_right else None)
    if rest is None and _ends_so(text) and _is_figure(_less_polite(text)):
        rest = text
    return _less_polite(rest) or None if rest else None


def _behind_err(text: str) -> str | None:
    """«nhầm, …», «sửa lại: …», «nhầm 2 quầy»; no «nhầm lẫn trong sổ quỹ»."""
    rest = opened_by_err(text)
    if not rest:
        return None
    marked = text[: text.rindex(rest)].rstrip()[-1:] in (",", ":")
    return rest if marked or _is_figure(_less_polite(rest)) else None


def put_right_in(note: str, right: str) -> str | None:
    """The note as it is meant: another figure before the same words, or all of it said again;
    None where that is not plain."""
    if _is_figure(right):
        figure, _, unit = right.partition(" ")
        found = [m for m in _FIGURE.finditer(note) if _begins(note[m.end() :], unit)]
        [one] = found if len(found) == 1 else [None]
        return f"{note[: one.start()]}{figure}{note[one.end() :]}" if one else None
    if len(_pieces(right)) >= len(_pieces(note)):
        return right if _is_alike(note, right) else None
    alike = [piece for piece in _pieces(note) if _is_alike(piece, right)]
    return note.replace(alike[0], right) if len(alike) == 1 else None


def _pieces(words: str) -> list[str]:
    return [
        piece.strip(LINE_ENDS) for piece in re.split(r"[,;.]\s", words) if piece.strip(LINE_ENDS)
    ]


def _is_alike(stands: str, right: str) -> bool:
    """Half of the words at least are the same."""
    said, was = set(fold(right).split()), set(fold(stands).split())
    return len(said & was) * 2 >= max(len(said), len(was))


def _is_figure(words: str) -> bool:
    """«2 quầy»: a figure, and of what."""
    said = words.split()
    return bool(_FIGURE.fullmatch(said[0])) and 1 < len(said) <= UNIT_WORDS + 1 if said else False


def _begins(rest: str, unit: str) -> bool:
    return bool(unit) and f"{fold(rest).strip(LINE_ENDS)} ".startswith(f"{fold(unit)} ")


def _ends_so(text: str) -> bool:
    return any(f" {fold(text).strip(LINE_ENDS)}".endswith(f" {one}") for one in _behind())


def _less_polite(text: str) -> str:
    """Without «thôi», «mới đúng» behind it."""
    said = text.strip(LINE_ENDS)
    while end := next((one for one in _behind() if f" {fold(said)}".endswith(f" {one}")), ""):
        said = " ".join(said.split()[: -len(end.split())]).strip(LINE_ENDS)
    return said


@cache
def _behind() -> Sequence[str]:
    return sorted(listed("noting", "only"), key=len, reverse=True)
