"""How work is handed over by its number: «chuyển 153 của Hoa sang Ánh, Hoa đang nhiều việc»."""

from typing import Literal

from language.line.patterns import NO

_N = r"(?:(?:viec|nv|cv|so)\s+)*(?:nv-?\d{4}-)?0*(?P<before>\d{2,4})"
_OWN = r"(?!(?:toi|t|em|e|minh)\b)"
_NOT_ME = r"(?!(?:anh|chi)$)"
_WHO = rf"(?P<who>{_OWN}[^\d,:]+?)"
_FROM = rf"(?:cua|tu) (?P<instead>{_OWN}[^\d,:]+?)"
_VERB = r"(?:chuyen|giao|ban giao|rut|lay|doi)(?: lai)?"
_TO = r"(?:cho|sang|qua|(?:giao|chuyen)(?: lai)?(?: (?:cho|sang|qua))?)"
_DOES = r"(?: (?:lam|lo|nhan|theo doi|phu trach|xu ly)(?: tiep)?)?"
INSTEAD = rf"{_DOES}(?: (?:thay|ho|giup|thay the)(?: cho)? (?P<instead>[^\d,:]+?))?"
"""«Hoa làm thay Bắc»: from whom it goes over."""
_TAIL = (
    r"(?:\s+(?:roi|vay|r|a|nhi|nhe|nha|em|e|day|do|di|luon|voi|(?:lam )?(?:thay|giup|ho)"
    r"(?: (?:toi|em|e|chi|anh|minh))?))*[\s.!?]*"
)
_WHY = r"(?:\s*[,;–-]\s*(?P<why>.+)|\s+(?:vi|do|tai)\s+(?P<because>.+))?"
_TOO = r"(?:\s*[,;–-]\s*(?P<note>.+))?"
_BUSY = (
    r"(?P<all>[^\d,:]*\b(?:ban|om|(?<!de )nghi|vang|nhieu viec|di hoc|cong tac|tap huan|di hop|"
    rf"thai san|qua tai|(?:{NO}) kip)\b[^\d,:]*?)"
)
"""«Nam bận quá»: why, said first."""

HAND_OVER: tuple[tuple[Literal["hand_over"], str], ...] = tuple(
    ("hand_over", look)
    for look in (
        rf"{_VERB} {_N} {_FROM} {_TO} {_WHO}{_DOES}{_TAIL}{_WHY}",
        rf"{_N}\s*[:,]?\s+(?:{_VERB} )?{_FROM} {_TO} {_WHO}{_DOES}{_TAIL}{_WHY}",
        rf"(?:doi|thay) nguoi(?: lam| phu trach| theo doi| chu tri)? {_N}(?: {_FROM})?"
        rf" (?:sang|thanh|qua|cho|bang) {_WHO}{_TAIL}{_WHY}",
        rf"{_BUSY}[ ,]+(?:nen |thi )?{_VERB} {_N}(?: {_FROM})? {_TO} {_WHO}{_DOES}{_TAIL}{_TOO}",
        rf"{_N}\s*[:,]?\s+{_BUSY}[ ,]+(?:nen |thi )?(?:de|{_TO}) {_WHO}{_DOES}{_TAIL}{_TOO}",
        rf"{_N}\s*[:,]?\s+(?:chuyen|giao)(?: lai)?(?: (?:cho|sang|qua))? {_NOT_ME}{_WHO}{INSTEAD}"
        rf"{_TAIL}{_WHY}",
    )
)
