"""Words behind a matter's code that are no mere note: an order, a question, a paper."""

import re
from datetime import date
from functools import cache

from language.answers.matters.matter_lines import paper_in
from language.line.fold import fold
from language.line.vocabulary import book

ORDER, QUESTION = "order", "question"
_PIECES = re.compile(r"[,;.:\n]")
_PAPER = re.compile(
    r"(?i)\b(?:số|so|cv|vb)\s+([\w/.-]*\d[\w/.-]*)\s+(?:ngày|ngay)\s+(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?)"
)


def doubt_in(text: str) -> str:
    """«hỏi ở chỗ nào thế», «tách làm 2: …»; nothing of words that only tell."""
    said = " ".join(fold(text).split())
    if said.endswith("?") or _opens(said, "asks") or _holds(said, "asked"):
        return QUESTION
    return ORDER if _opens(said, "orders") else ""


def ordered_names(text: str) -> list[str]:
    """«sao quá hạn, Quý giải trình»: what stands before each order, which may be a name."""
    found = (_before_order(" ".join(piece.split())) for piece in _PIECES.split(text))
    return [words for words in found if words]


def _before_order(piece: str) -> str:
    folded = f"{fold(piece)} "
    places = (folded.find(f" {one} ") for one in _listed("behind"))
    return piece[: min((at for at in places if at > 0), default=0)]


def paper_within(text: str, today: date) -> tuple[str, date] | None:
    """«gửi trường Hải Yên số 120 ngày 25/11»: a paper's number and day among other words."""
    found = _PAPER.search(text)
    return paper_in(f"số {found[1]} ngày {found[2]}", today) if found else None


def _opens(said: str, which: str) -> bool:
    return any(f"{said} ".startswith(f"{one} ") for one in _listed(which))


def _holds(said: str, which: str) -> bool:
    return any(f" {one} " in f" {said} " for one in _listed(which))


@cache
def _listed(which: str) -> tuple[str, ...]:
    return tuple(map(fold, book("matters")["doubts"][which]))
