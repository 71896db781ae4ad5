"""What an office changes of itself, as it is typed: «đổi tên địa bàn Hải Yên thành Hải Yên 1»; and
of its list of bodies: «đổi tên đơn vị tinh uy thành Tỉnh ủy»."""

import re
from dataclasses import dataclass
from functools import cache, partial
from typing import Literal

from language.line.fold import fold
from language.line.patterns import any_of
from language.line.vocabulary import book

_any = partial(any_of, "structure")


@dataclass(frozen=True, slots=True)
class StructureLine:
    """Of which kind, empty where that is not said; which one; what it is called from now on."""

    does: Literal["add", "rename", "close"]
    kind: str
    name: str = ""
    new: str = ""


def structure_line(text: str) -> StructureLine | None:
    """«thêm địa bàn: Khu 5, Khu 6», «đổi tên tiểu ban A thành B», «đóng địa bàn Khu 5»."""
    said = " ".join(text.split()).strip(" .!")
    plain = fold(said)
    if len(plain) != len(said):
        return None
    if found := _adds().fullmatch(plain):
        return StructureLine("add", _kind(found), new=said[found.start("new") :])
    if found := _renames().fullmatch(plain):
        name, new = (said[found.start(part) : found.end(part)] for part in ("name", "new"))
        return StructureLine("rename", _kind(found), name, new)
    if found := _closes().fullmatch(plain):
        return StructureLine("close", _kind(found), said[found.start("name") :])
    return None


def _kind(found: re.Match[str]) -> str:
    said = found["kind"] or found.groupdict().get("named") or ""
    kinds = [*book("structure")["kind"].items(), *book("structure")["named"].items()]
    return next((kind for kind, ways in kinds if said in map(fold, ways)), "")


@cache
def _adds() -> re.Pattern[str]:
    kinds = rf"(?:(?P<kind>{_any('kind')})(?:\s*:\s*| )|(?P<named>{_any('named')})\s*:\s*)"
    return re.compile(rf"{_any('says', 'add')} {kinds}(?P<new>\S.*)")


@cache
def _renames() -> re.Pattern[str]:
    kind = rf"(?:(?P<kind>{_any('kind')})(?:\s*:\s*| ))?"
    becomes = rf"(?: {_any('says', 'becomes')}|\s*(?:->|→|=))"
    return re.compile(rf"{_any('says', 'rename')} {kind}(?P<name>\S.*?){becomes}:? (?P<new>\S.*)")


@cache
def _closes() -> re.Pattern[str]:
    return re.compile(rf"{_any('says', 'close')} (?P<kind>{_any('kind')}) (?P<name>\S.*)")


_BODY = r"(?:đơn vị|don vi|cơ quan|co quan)"
_RENAMED = re.compile(
    rf"(?i)\s*(?:đổi|doi|sửa|sua)(?:\s+lại|\s+lai)?(?:\s+(?:tên|ten))?\s+{_BODY}\s+(?P<name>.+?)"
    r"\s+(?:thành|thanh|sang|là|la)\s+(?P<to>.+?)\s*[.!]?"
)
_SAME = re.compile(
    rf"(?i)\s*(?:gộp|gop|nhập|nhap)\s+{_BODY}\s+(?P<name>.+?)\s+(?:vào|vao|với|voi)"
    rf"(?:\s+{_BODY})?\s+(?P<to>.+?)\s*[.!]?"
)
_DROPPED = re.compile(rf"(?i)\s*(?:xóa|xoá|xoa|bỏ|bo)\s+{_BODY}\s+(?P<name>.+?)\s*[.!]?")
RENAME, MERGE, DROP = "rename", "merge", "drop"


@dataclass(frozen=True, slots=True)
class BodyChange:
    """Which body, what is done with it, and what it becomes."""

    way: str
    name: str
    to: str = ""


def body_change(text: str) -> BodyChange | None:
    if found := _RENAMED.fullmatch(text):
        return BodyChange(RENAME, found["name"], found["to"])
    if found := _SAME.fullmatch(text):
        return BodyChange(MERGE, found["name"], found["to"])
    found = _DROPPED.fullmatch(text)
    return BodyChange(DROP, found["name"]) if found else None
