"""What somebody wants with a typed line, and what the line says about it."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from language.answers.replies.answer import Reply, Slots
from language.line.patterns import NO

_SMALL_WORDS = r"(?:\s+(?:rồi|roi|r|ạ|a|nhé|nhe|nha|chị|chi|c|anh|em|e)\b)*"
"""«xong 139 roi a, 6 ho da ky»: what is only polite is no result."""
_DONE = re.compile(
    r"(?:(?:đã|da|báo cáo|bao cao|báo|bao) )*(?:xong|hoàn thành|hoan thanh) "
    r"(?:(?:việc|viec|nhiệm vụ|nhiem vu|nv|số|so) )*(?:nv-?\d{4}-)?(\d{2,4})\b(?!\s*[%/.]\s*\d)"
    rf"{_SMALL_WORDS}(?P<stop>\s*[,;:–-])?\s*(?P<words>.+)",
    re.IGNORECASE | re.DOTALL,
)
_PLAINLY_DONE = re.compile(
    r"(?:(?:đã|da|báo cáo|bao cao|báo|bao) )*(?:xong|hoàn thành|hoan thanh) "
    r"(?:(?:việc|viec|nhiệm vụ|nhiem vu|nv|số|so) )*(?:nv-?\d{4}-)?(\d{3,4})\b"
    r"(?!\s*(?:[%/.]\s*\d|hộ|ho\b|người|nguoi|ng\b|suất|kg|m\b|km|m3))"
    rf"(?!.*\b(?:chưa|chua|{NO}|còn|con|nhưng|nhung"
    r"|(?:mới|moi)(?= (?:\d+ ?[/%]|dc\b|được|duoc\b|chỉ|chi\b|có\b|co\b))"
    r"|gần|gan|sắp|sap|chờ|cho|đợi|doi|khi|bao giờ|đang|dang|sẽ|se|xin|vướng|vuong|phần|phan"
    r"|nửa|nua|bước|buoc|khâu|khau)\b)"
    r"(?!.*\?)(?P<stop>\s*[,;:–-])?\s*(?P<words>[^\W\d]\S* .*\S)",
    re.IGNORECASE | re.DOTALL,
)
"""«xong 157 da co chu ky», «xong 164 moi 86 hoi vien»: the command, the number, and what there is
to show for it; nothing that leaves it open."""
_FEW = re.compile(r"(?:mới|moi) \d", re.IGNORECASE)
_IS_OVER = re.compile(r"(?:đã|da|có|co|rồi|roi)\b", re.IGNORECASE)
_HOW_FAR = re.compile(
    r"(?:^|\b(?:được|duoc|dc|đạt|dat|mới|moi|khoảng|khoang|tầm|tam|còn|con|làm|lam|xong)\s+)"
    r"\d{1,3}\s*(?:%|phần trăm|phan tram)",
    re.IGNORECASE,
)
"""«xong 147, 70%» says how far it is; in «nhất trí tăng 5%» the figure is of something else."""
_DONE_BEHIND = re.compile(
    r"(?:(?:việc|viec|nhiệm vụ|nhiem vu|nv|số|so) )*(?:nv-?\d{4}-)?0*(\d{2,4})[ ,:]+(?:đã |da )?"
    r"(?:xong|hoàn thành|hoan thanh)(?: (?:rồi|roi|r))*(?P<stop>\s*[,;:–-])\s*(?P<words>.+)",
    re.IGNORECASE | re.DOTALL,
)
_WISHES = re.compile(
    r"\b(?:xin|gia hạn|gia han|lùi|lui|thêm|them|đến|den|sang|hạn|han|sẽ|se|chờ|cho|chưa|chua"
    rf"|nhưng|nhung|còn|con|mới|moi|trước|truoc|{NO})\b|\?",
    re.IGNORECASE,
)
"""What makes a day behind «xong 161, …» a limit, and no hour of what was done."""
WHOLE = 100
OPEN = ("unknown", "progress", "extend")
_NOUGHT = re.compile(r"\b0\b")
"""«chưa gửi danh sách» is no figure: what was reported before stays."""


@dataclass(frozen=True)
class Meaning:
    """What somebody wants with a typed line, and what the line says about it, each read once."""

    intent: str
    slots: Slots = field(default_factory=Slots)

    @classmethod
    def kept(cls, intent: str, slots: Slots) -> "Meaning":
        """The meaning of words that were written down."""
        return cls(intent, slots)

    @cached_property
    def number(self) -> int | None:
        """`xong 147`: which assignment is named."""
        named = self.slots.get("task", "")
        return int(named) if named.isdigit() else None

    @cached_property
    def doubtful(self) -> bool:
        return bool(self.slots.get("need_confirm"))

    @cached_property
    def note(self) -> str:
        return self.slots.get("note") or self.slots.get("reason") or ""


def done_at_head(text: str) -> str | None:
    """What came of the work, of a line that begins with «xong» and its number."""
    said = _DONE.fullmatch(text.strip())
    return said["words"] if said else None


def meaning_of(found: Reply, text: str) -> Meaning:
    """What an answer means, with the person's own words letter for letter."""
    said = found.slots | found.typed
    if said.get("percent") == 0 and not _NOUGHT.search(text):
        del said["percent"]
    if plain := _plainly_done(found, text):
        return plain
    whole = said.get("percent") == WHOLE and "ratio" in said
    if (found.intent == "extend" or whole) and (over := _over_and_told(text)):
        return over
    if found.intent in ("done", "progress") and (own := _reported(text, found.intent, said)):
        return Meaning("done", _without_percent(said) | {"note": own})
    return Meaning(found.intent, said)


def _plainly_done(found: Reply, text: str) -> Meaning | None:
    """«xong 157 …» at the head, where nothing else is read of it: no day to come, no share."""
    said = _PLAINLY_DONE.fullmatch(text.strip()) if found.intent in OPEN else None
    if said is None or found.slots.get("done") is False or "ratio" in found.slots:
        return None
    if found.intent == "extend" and (
        _WISHES.search(said["words"]) or (found.slots.get("due") and not _tells_what_was(said))
    ):
        return None
    if "percent" in found.slots and _HOW_FAR.search(said["words"]):
        return None
    told = Slots(task=said[1].lstrip("0"), note=said["words"])
    return Meaning("done", told | Slots(few=True) if _FEW.match(said["words"]) else told)


def _tells_what_was(said: re.Match[str]) -> bool:
    """«xong 161, đã mượn hội trường thứ 6»; «xong 161 thứ 6» says until when."""
    return bool(said["stop"] or _IS_OVER.search(said["words"]))


def _over_and_told(text: str) -> Meaning | None:
    """«161 xong, đã mượn hội trường thứ 6 7h30», «139 xong, 6/6 hộ ký»: the day, the share belong
    to the result."""
    for look in (_DONE, _DONE_BEHIND):
        said = look.fullmatch(text.strip())
        if said and said["stop"] and not _WISHES.search(said["words"]):
            return Meaning("done", Slots(task=said[1].lstrip("0"), note=said["words"]))
    return None


def _without_percent(said: Slots) -> Slots:
    """A percentage of the result says nothing of how far it is."""
    left = said.copy()
    left.pop("percent", None)
    return left


def _reported(text: str, intent: str, said: Slots) -> str:
    """The result in «xong 152, …»: the person's own words, without the command and number."""
    command = _DONE.fullmatch(text.strip())
    if command is None or command[1].lstrip("0") != said.get("task"):
        return ""
    if intent == "done":
        return command["words"] if said.get("note") or command["stop"] else ""
    percent = said.get("percent")
    beside = percent is not None and "ratio" not in said and not _HOW_FAR.search(command["words"])
    told = (command["stop"] and (percent is None or beside)) or (
        percent == WHOLE and "ratio" in said
    )
    sure = told and said.get("done") is not False
    return command["words"] if sure else ""
