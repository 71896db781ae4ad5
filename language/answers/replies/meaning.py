"""What somebody wants with a typed line, and what the line says about it."""

import re
from dataclasses import dataclass, field

from language.answers.replies.answer import Reply, Slots
from language.line.yes_no import NO

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
    rf"(?!.*\b(?:chưa|chua|{NO}|còn|con|nhưng|nhung|mới|moi|gần|gan|sắp|sap|chờ|cho"
    r"|đợi|doi|khi|bao giờ)\b)(?!.*\?)\s*[,;:–-]?\s*(?P<words>(?:đã|da|có|co|rồi|roi)\b.+)",
    re.IGNORECASE | re.DOTALL,
)
"""«xong 157 da co chu ky»: the command, the number, and what there is to show for it."""
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
_NOUGHT = re.compile(r"\b0\b")
"""«chưa gửi danh sách» is no figure: what was reported before stays."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What somebody wants with a typed line, and what the line says about it."""

    intent: str
    slots: Slots = field(default_factory=Slots)

    @classmethod
    def kept(cls, intent: str, slots: Slots) -> "Meaning":
        """The meaning of words that were written down."""
        return cls(intent, slots)

    @property
    def number(self) -> int | None:
        """`xong 147`: which assignment is named."""
        named = self.slots.get("task", "")
        return int(named) if named.isdigit() else None

    @property
    def doubtful(self) -> bool:
        return bool(self.slots.get("need_confirm"))

    @property
    def note(self) -> str:
        return self.slots.get("note") or self.slots.get("reason") or ""


def meaning_of(found: Reply, text: str) -> Meaning:
    """What an answer means, with the person's own words letter for letter."""
    said = found.slots | found.typed
    if said.get("percent") == 0 and not _NOUGHT.search(text):
        del said["percent"]
    if found.intent == "unknown" and (plain := _PLAINLY_DONE.fullmatch(text.strip())):
        return Meaning("done", Slots(task=plain[1].lstrip("0"), note=plain["words"]))
    whole = said.get("percent") == WHOLE and "ratio" in said
    if (found.intent == "extend" or whole) and (over := _over_and_told(text)):
        return over
    if found.intent in ("done", "progress") and (own := _reported(text, found.intent, said)):
        return Meaning("done", said | {"note": own})
    return Meaning(found.intent, said)


def _over_and_told(text: str) -> Meaning | None:
    """«161 xong, đã mượn hội trường thứ 6 7h30», «139 xong, 6/6 hộ ký»: the day, the share belong
    to the result."""
    for look in (_DONE, _DONE_BEHIND):
        said = look.fullmatch(text.strip())
        if said and said["stop"] and not _WISHES.search(said["words"]):
            return Meaning("done", Slots(task=said[1].lstrip("0"), note=said["words"]))
    return None


def _reported(text: str, intent: str, said: Slots) -> str:
    """The result in «xong 152, …»: the person's own words, without the command and number."""
    command = _DONE.fullmatch(text.strip())
    if command is None or command[1].lstrip("0") != said.get("task"):
        return ""
    if intent == "done":
        return command["words"] if said.get("note") or command["stop"] else ""
    percent = said.get("percent")
    told = (command["stop"] and percent is None) or (percent == WHOLE and "ratio" in said)
    sure = told and said.get("done") is not False
    return command["words"] if sure else ""
