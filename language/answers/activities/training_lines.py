"""A class as it is typed: «Ka Long 10, Hải Yên 8», and where its material stands."""

import re
from collections.abc import Sequence
from functools import cache

from domain.people import Locality
from language.line.fold import fold
from language.line.patterns import any_of

_SEATS = re.compile(r"(.+?)[\s:]+(\d{1,3})(?:\s*(?:chỗ|người|ghế))?\.?")
_INSTEAD = re.compile(
    r"(?:^|[,;.] ?)(?:(?:cu|nho|de|cho|moi|co) )*(?P<who>\w+(?: \w+){0,4}?)"
    r" (?:di|du|hoc|tham gia) thay(?: (?:cho )?(?:toi|em|e|minh))?(?: (?:nhe|a|nha))*[ .]*$"
)
_OUTSIDE = re.compile(
    r"(?:them |moi |va )*(?P<n>\d{1,3}) (?:nguoi|khach|dai bieu|ba con|nguoi dan|cong dan)?"
    r"(?: moi)? ?(?:o )?(?:ngoai|ben ngoai)(?: (?:danh sach|ds|co quan|vao))?(?: a| nhe)?"
    r"|(?:khach )?(?:ngoai|ben ngoai)(?: (?:danh sach|ds|co quan))?:? (?P<m>\d{1,3})"
    r"(?: (?:nguoi|khach|dai bieu))?(?: a| nhe)?"
)
_PAGE = re.compile(r"https?://\S+")


def seats_in(text: str, places: Sequence[Locality]) -> dict[int, int]:
    """Seats by place; nothing where a piece of the line is not understood."""
    found = dict[int, int]()
    for piece in filter(None, (part.strip() for part in re.split(r"[,;\n]", text))):
        said = _SEATS.fullmatch(piece)
        named = [p.id for p in places if said and fold(said[1]).endswith(fold(p.name))]
        if not said or len(named) != 1:
            return {}
        found[named[0]] = int(said[2])
    return found


def guests_in(text: str) -> tuple[int | None, list[str]]:
    """«Bình, Dung, 3 người ngoài danh sách»: how many from outside the roster, where that is
    said, and the names."""
    outside: int | None = None
    names = list[str]()
    for piece in filter(None, (part.strip(" .") for part in re.split(r"[,;\n]", text))):
        found = _OUTSIDE.fullmatch(fold(piece))
        if found:
            outside = (outside or 0) + int(found["n"] or found["m"])
        else:
            names.append(piece)
    return outside, names


def understood_in(text: str) -> bool | None:
    """«hiểu rồi», «em chưa rõ phần dịch vụ công»: whether; nothing where it asks, or says more."""
    said = " ".join(re.findall(r"\w+", fold(text)))
    found = None if "?" in text else _understood().fullmatch(said)
    return None if found is None else found["clear"] is not None


@cache
def _understood() -> re.Pattern[str]:
    clear, unclear = (
        any_of("planned", "understood", "clear"),
        any_of("planned", "understood", "unclear"),
    )
    says, of = any_of("planned", "understood", "says"), any_of("planned", "understood", "of")
    quiet = any_of("matters", "around", "quiet")
    return re.compile(
        rf"(?:{says} )*(?:(?P<clear>{clear})|{unclear}(?: {of}(?: \w+){{1,8}})?)(?: {quiet})*"
    )


def page_in(text: str) -> str:
    found = _PAGE.search(text)
    return found[0] if found else ""


def instead_in(text: str) -> str:
    """«tôi bận, cử chị Lan đi thay»: who goes to a class instead."""
    words = " ".join(text.split())
    found = _INSTEAD.search(fold(words))
    same = found and len(fold(words)) == len(words)
    return words[found.start("who") : found.end("who")] if found and same else ""
