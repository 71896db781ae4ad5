"""The kinds of volunteer activity. To add a kind, add a row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta


@dataclass(frozen=True, slots=True)
class Kind:
    """`prefix` begins the code (`T7-2811`); weekday, start and length are the usual ones."""

    code: str
    prefix: str
    vi: str
    en: str
    weekday: int | None = None
    starts: time = time(7, 0)
    lasts: timedelta = timedelta(hours=3)


_ROWS = (
    Kind("saturday", "T7", "Ngày thứ 7 tình nguyện", "Volunteer Saturday", 5),
    Kind("sunday", "CN", "Ngày Chủ nhật xanh", "Green Sunday", 6),
    Kind("other", "HD", "Hoạt động", "Activity"),
)
KINDS: Mapping[str, Kind] = {kind.code: kind for kind in _ROWS}
