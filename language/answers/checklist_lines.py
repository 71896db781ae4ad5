"""Checklists as they are typed: «139 gồm: soạn, trình», «bảng kiểm KN31», «TM1», «3 đạt»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from domain.checklist_kinds import CHECKLISTS
from domain.matter_kinds import KINDS
from domain.names import fold
from domain.visits import PREFIX
from language.line.vocabulary import book

_STEPS = re.compile(r"\s*(?:(?:việc|viec)\s+)?(\d{1,6})\s+([^\d:]{2,20}?)\s*:\s*(.+)", re.DOTALL)
_PREFIXES = "|".join((PREFIX, *(kind.prefix for kind in KINDS.values())))
_OF = re.compile(rf"(?i)\s*([^\d]+?)\s+({_PREFIXES})?[- ]?(\d{{1,6}})\s*")
_CODE = re.compile(
    rf"(?i)\s*({'|'.join(kind.prefix for kind in CHECKLISTS.values())})[- ]?(\d{{1,6}})\s*"
)
_NEXT = re.compile(r"[,;\n]\s*(?=\d{1,2}\s)|\.\s+(?=\d{1,2}\s)")
_MARK = re.compile(r"\s*(\d{1,3})\b\s*([^:]*?)\s*(?::\s*(.+))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Steps:
    """The number of a task, and its steps."""

    number: int
    steps: Sequence[str]


def steps_in(text: str) -> Steps | None:
    found = _STEPS.fullmatch(text)
    if found is None or fold(found[2]) not in _opens("steps"):
        return None
    return Steps(int(found[1]), [one.strip(" .-") for one in re.split(r"[\n;,]", found[3])])


def checklist_of(text: str) -> tuple[str, int] | None:
    """«bảng kiểm KN31», «bảng kiểm 139»: of what, by its letters and its number."""
    found = _OF.fullmatch(text)
    if found is None or fold(found[1]) not in _opens("visit"):
        return None
    return (found[2] or "").upper(), int(found[3])


def theme_list(text: str) -> tuple[str, Sequence[str]] | None:
    """«bảng kiểm nội dung niêm yết: !công khai mức phí; sổ sách đủ»: a theme and its items."""
    opening, colon, rest = text.partition(":")
    words = opening.split()
    bare = fold(opening).split() if colon else []
    said = [n for n in range(1, len(bare)) if " ".join(bare[:n]) in _opens("theme")]
    if not said:
        return None
    items = [one.strip() for one in re.split(r"[\n;]", rest) if one.strip()]
    return " ".join(words[max(said) :]), items


def checklist_code(text: str) -> tuple[str, int] | None:
    found = _CODE.fullmatch(text)
    return (found[1].upper(), int(found[2])) if found else None


def mark_in(text: str) -> tuple[int, str, str] | None:
    """«3», «3 đạt», «3 trả lại: ảnh mờ»: an item, what is said of it, and why."""
    found = _MARK.fullmatch(text)
    if found is None:
        return None
    said = fold(found[2])
    word = "" if not said else _says().get(said)
    if word is not None:
        return int(found[1]), word, (found[3] or "").strip()
    return _mark_with_words(text)


def _mark_with_words(text: str) -> tuple[int, str, str] | None:
    """«3 không đạt tủ lạnh hỏng», «2 đạt nhé»: why may follow what is not met."""
    number, *words = text.split()
    if not number.isdigit():
        return None
    bare = [fold(word).strip(".!") for word in words]
    while bare and bare[-1] in _listed("polite"):
        bare, words = bare[:-1], words[:-1]
    for many in range(len(bare), 0, -1):
        word = _says().get(" ".join(bare[:many]))
        if word and (word != "yes" or many == len(bare)):
            return int(number), word, " ".join(words[many:]).strip(" :-,")
    return None


def marks_in(text: str) -> Sequence[tuple[int, str, str]]:
    """«1 đạt, 2 không đạt: thiếu sổ, 3 đạt»: marks and nothing but marks, one of them in words
    that are of a checklist alone; empty where it is something else."""
    pieces = [piece.strip() for piece in _NEXT.split(text.strip(" .")) if piece.strip()]
    if not any(_is_of_a_list(piece) for piece in pieces):
        return ()
    found = [mark_in(piece) for piece in pieces]
    return [mark for mark in found if mark and mark[1]] if all(found) else ()


def says_marks(text: str) -> bool:
    """It begins as a mark does, whatever follows: «2 đạt nhưng thiếu sổ»."""
    return _is_of_a_list(text)


def _is_of_a_list(piece: str) -> bool:
    """«2 đạt», «3 chưa đạt …»."""
    number, _, rest = piece.strip().partition(" ")
    said = f"{fold(rest)} "
    return (
        number.isdigit()
        and len(number) < 3
        and any(
            said.startswith((f"{one} ", f"{one},", f"{one}:", f"{one}."))
            for one in _listed("marks")
        )
    )


@cache
def _opens(which: str) -> frozenset[str]:
    return frozenset(map(fold, book("checklists")["opens"][which]))


@cache
def _listed(which: str) -> frozenset[str]:
    return frozenset(map(fold, book("checklists")["say"][which]))


@cache
def _says() -> dict[str, str]:
    says = book("checklists")["says"].items()
    return {fold(said): word for word, ways in says for said in ways}
