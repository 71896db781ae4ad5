"""The office's list of bodies as it is put right: «đổi tên đơn vị tinh uy thành Tỉnh ủy»."""

import re
from dataclasses import dataclass

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
