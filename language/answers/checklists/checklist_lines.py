"""Checklists as they are typed: «139 gồm: soạn, trình», «bảng kiểm KN31», «TM1»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from domain.checklist_kinds import CHECKLISTS
from domain.matter_kinds import KINDS
from domain.visits import PREFIX
from language.line.fold import fold
from language.line.vocabulary import book

_STEPS = re.compile(r"\s*(?:(?:việc|viec)\s+)?(\d{1,6})\s+([^\d:]{2,20}?)\s*:\s*(.*)", re.DOTALL)
_NUMBER_BEHIND = re.compile(
    r"\s*([^\d:]{2,20}?)\s+(?:(?:việc|viec)\s+)?(\d{1,6})\s*:\s*(.*)", re.DOTALL
)
_SO_MANY = re.compile(r"(?i)\b(?:làm|lam|thành|thanh)\s+\d{1,2}\s+(?=bước|buoc)")
_PREFIXES = "|".join((PREFIX, *(kind.prefix for kind in KINDS.values())))
_OF = re.compile(rf"(?i)\s*([^\d]+?)\s+({_PREFIXES})?[- ]?(\d{{1,6}})\s*")
_CODE = re.compile(
    rf"(?i)\s*({'|'.join(kind.prefix for kind in CHECKLISTS.values())})[- ]?(\d{{1,6}})\s*"
)


_DIVIDES = re.compile(
    r" ?(?:(?P<first>chia|tach)(?: nho)? )?(?:(?:viec|nv|cong viec)(?: so)? )?(?P<task>\d{1,6})"
    r"(?: (?P<then>chia|tach|gom))?(?: nho)?(?: (?:lam|thanh|ra))?(?: (?P<many>\d{1,2}))?"
    r"(?: cac)? buoc(?: sau| nhu sau)? ?(?P<colon>[:-])? ?"
)
_NUMBERED = re.compile(r"(?:^|(?<=[\s,;]))\s*\d{1,2}\s*[.)]\s*(?=\D)")
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Steps:
    """The number of a task, and its steps."""

    number: int
    steps: Sequence[str]


_MORE_STEPS = re.compile(
    r"\s*(?:(?:viec|nv) )?(?:(?P<task>\d{1,6})[ ,:]+)?(?:cho )?(?:them|bo sung)"
    r" (?:\d{1,2} |mot |1 so )?buoc(?: nua)?"
    r"(?: (?:cho|vao|cua) (?:viec )?(?P<behind>\d{1,6}))?(?P<colon>\s*:)?\s+(?P<lines>\D.*)",
    re.DOTALL,
)
_LESS_STEPS = re.compile(
    r"\s*(?:(?:viec|nv) )?(?:(?P<task>\d{1,6})[ ,:]+)?(?:bo|xoa|bot|huy)(?: bot| di)?"
    r" buoc (?:so )?(?P<step>\d{1,2})(?: (?:cua )?(?:viec )?(?P<behind>\d{1,6}))?"
    r"(?: (?:di|nhe|a|nha))*[ .!]*"
)


@dataclass(frozen=True, slots=True)
class StepsChanged:
    """Of the task that is named, or spoken of: the steps that come besides, or the one that
    goes."""

    task: int | None
    more: Sequence[str] = ()
    less: int | None = None


def steps_changed(text: str) -> StepsChanged | None:
    """«159 thêm bước: ký», «159 bỏ bước 2»."""
    folded = fold(text)
    if less := _LESS_STEPS.fullmatch(folded):
        return StepsChanged(_task_of(less), less=int(less["step"]))
    more = _MORE_STEPS.fullmatch(folded) if len(folded) == len(text) else None
    if more is None or not (more["colon"] or more["task"] or more["behind"]):
        return None
    said = text[slice(*more.span("lines"))]
    return StepsChanged(_task_of(more), [one.strip(" .-") for one in re.split(r"[\n;,]", said)])


def _task_of(found: re.Match[str]) -> int | None:
    said = found["task"] or found["behind"]
    return int(said) if said else None


def steps_in(text: str) -> Steps | None:
    """«139 gồm: soạn, trình», «các bước 152: …», «152 chia làm 3 bước: …»."""
    first = _STEPS.fullmatch(_SO_MANY.sub("", text))
    behind = _NUMBER_BEHIND.fullmatch(text)
    found = first.groups() if first else behind and (behind[2], behind[1], behind[3])
    if not found or fold(found[1]) not in _opens("steps"):
        return _divided(text)
    return Steps(int(found[0]), _each(found[2]))


def _divided(text: str) -> Steps | None:
    """«chia 150 thành 4 bước: …», «150 chia 3 bước 1. soạn 2. trình 3. gửi»: as many as said."""
    opening = _DIVIDES.match(fold(text.partition("\n")[0]))
    if opening is None or not (opening["first"] or opening["then"]):
        return None
    steps = _each(text.strip()[opening.end() :])
    told = int(opening["many"]) if opening["many"] else None
    apart = opening["colon"] or told is not None
    right = len(steps) >= FEWEST and told in (None, len(steps))
    return Steps(int(opening["task"]), steps) if apart and right else None


def _each(listed: str) -> list[str]:
    """Between commas, or behind 1. 2. 3."""
    numbered = _NUMBERED.match(listed) is not None
    parts = _NUMBERED.split(listed)[1:] if numbered else re.split(r"[\n;,]", listed)
    return [one.strip(" .-,;\n") for one in parts]


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


def says_marks(text: str) -> bool:
    """«2 đạt», «3 chưa đạt …»: it begins as a mark of a list does, whatever follows."""
    number, _, rest = text.strip().partition(" ")
    said = f"{fold(rest)} "
    begins = tuple(f"{one}{end}" for one in _marks() for end in " ,:.")
    return number.isdigit() and len(number) < 3 and said.startswith(begins)


@cache
def _marks() -> frozenset[str]:
    return frozenset(map(fold, book("checklists")["marks"]["plain"]))


@cache
def _opens(which: str) -> frozenset[str]:
    return frozenset(map(fold, book("checklists")["opens"][which]))
