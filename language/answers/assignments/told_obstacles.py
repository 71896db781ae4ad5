"""What stands in the way of one's own work, though it speaks of households and of prices."""

import re
from functools import cache, partial

from language.line.fold import fold
from language.line.patterns import NO, any_of

_any = partial(any_of, "aside", "obstacles")
_N = r"(?:(?:viec|nv)\s+)?(?P<n>\d{2,4})"


def obstacle_of(text: str) -> tuple[int, str] | None:
    """«139 vướng: con 6 hộ đòi giá cao hơn», «vướng 139: …»: its number, and what it is."""
    flat = " ".join(text.split())
    found = _look().match(fold(flat))
    if found is None or len(fold(flat)) != len(flat):
        return None
    number = found["n"] or found["m"]
    words = flat[found.end() :].strip(" :,.-")
    return (int(number), words) if words else None


def no_longer_hindered(text: str) -> bool:
    """«tổ 3 nộp rồi, hết vướng», «giờ ổn rồi ạ»: what stood in the way is gone; «bao giờ mới hết
    vướng» hopes for it."""
    said = fold(text)
    return "?" not in text and bool(_freed().search(said)) and not _hoped().search(said)


_WANTING = re.compile(rf"\b(?:chua|thieu|cho|doi|het|(?:{NO}) co)\b")
_CAME = re.compile(
    r"(?:(?:da|e|em|a|chi|c|gio|nay|vua|moi|thi)[ ,]+)*(?:da |vua |moi )?"
    r"(?P<came>co|nhan duoc|nhan dc|du|ky|gui|nop|duyet|tra loi|xong) ?(?P<what>[^\d,;?]*?)"
    r"(?: (?:roi|r|du|ve|duoc|a|nhe|nha|c|chi|anh|em))+[ .!]*"
)
_SMALL = frozenset(("da", "co", "roi", "cho", "cua", "ben", "cac", "nhung", "lai", "ve"))


def brings(folded: str, obstacle: str) -> bool:
    """«đã có địa chỉ rồi», where «chưa có địa chỉ» stood in the way: what was wanting is there."""
    found, wanted = _CAME.fullmatch(folded.strip()), fold(obstacle)
    if found is None or not _WANTING.search(wanted):
        return False
    what = set(found["what"].split()) - _SMALL
    return bool(what) and what <= set(re.findall(r"\w+", wanted))


_LEFT = re.compile(r"(?:chi |gio |van |hien )*con (?:lai |co |moi )*(\d{1,4}) (\w+)")


def counts_what_is_left_of(text: str, obstacle: str) -> bool:
    """«còn 2 hộ chưa nghe», where «6 hộ chưa nghe» stood in the way: the same, and no more."""
    left = _LEFT.match(fold(text).strip())
    stood = re.search(rf"\b(\d{{1,4}}) {left[2]}\b", fold(obstacle)) if left else None
    return bool(left and stood and ";" not in obstacle and int(left[1]) <= int(stood[1]))


def asks_an_opinion(folded: str) -> bool:
    """«xin c cho ý kiến»: of one's own work, from whoever gave it."""
    return _asking().search(folded) is not None


@cache
def _look() -> re.Pattern[str]:
    stuck = _any("stuck")
    after = rf"{_N}\s*[:,]?\s*(?:dang |con |bi )?{stuck}"
    before = rf"{stuck}\s+(?:viec\s+)?(?P<m>\d{{2,4}})"
    return re.compile(rf"\s*(?:{after}|{before})\b")


@cache
def _freed() -> re.Pattern[str]:
    return re.compile(rf"\b{_any('over')}\b")


@cache
def _hoped() -> re.Pattern[str]:
    return re.compile(rf"\b{_any('not_yet')}\b")


@cache
def _asking() -> re.Pattern[str]:
    return re.compile(rf"\bxin (?:[^\W\d]+ ){{0,3}}{_any('opinion')}\b")
