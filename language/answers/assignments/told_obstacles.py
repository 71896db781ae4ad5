"""What stands in the way of one's own work, though it speaks of households and of prices."""

import re
from collections.abc import Sequence
from functools import cache, partial
from itertools import pairwise

from language.line.fold import fold
from language.line.patterns import NO, NOT, any_of

_any = partial(any_of, "aside", "obstacles")
_N = r"(?:(?:viec|nv)\s+)?(?P<n>\d{2,4})"


def obstacle_of(text: str) -> tuple[int, str] | None:
    """«139 vướng: con 6 hộ đòi giá cao hơn», «vướng 139: …»: its number, and what it is."""
    flat = " ".join(text.split())
    found = _look().match(fold(flat))
    if found is None or len(fold(flat)) != len(flat):
        return waits_outside(text)
    number = found["n"] or found["m"]
    words = flat[found.end() :].strip(" :,.-")
    return (int(number), words) if words else None


def waits_outside(text: str) -> tuple[int, str] | None:
    """«150 chờ UBND phường Ka Long trả lời»: the number, and whom it waits for; in a line with
    marks «cho» gives."""
    flat = " ".join(text.split()).strip(" .!")
    found = _waits().fullmatch(fold(flat))
    if found is None or len(fold(flat)) != len(flat):
        return None
    words = flat[slice(*found.span("what"))]
    gives = words.casefold().startswith("cho ") and not flat.isascii()
    return None if gives else (int(found["n"]), words)


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


_LEFT = re.compile(
    r"(?:^|[,;:.] ?|\b(?:la|vuong|mac|gio|chi|hien|van|nay|thi) )con (?:lai |co |moi )*"
    r"(?P<n>\d{1,4}) (?P<unit>[^\W\d]+)(?P<more>[^,;.]*(?:, [^\d,;.]+(?![^,;.]))*)"
)
_SMALL_END = re.compile(r"(?: (?:thoi|nua|a|c|chi|anh|em|e|nhe|do|day|roi))+$")
_ON_ITS_WAY = re.compile(
    r"\b(?:hen|mai|ngay mai|chieu|sang|toi|thu [2-7]|t[2-7]|cn|chu nhat|tuan sau|se|sap"
    r"|dang di|di tiep|gap tiep|lam tiep|lam not|gap not|di not)\b"
)
_STANDS = re.compile(rf"\b(?:chua|{NO}|doi|vuong|thieu|tu choi|phan doi|kien|khieu|cho|ket|mac)\b")
"""«còn 4 hộ hẹn chiều thứ 4» goes on; «còn 4 hộ chưa ký» stands in the way."""
_NOT_HINDERED = re.compile(
    rf"(?:(?:a|da|e|em|c|chi|anh|oi|nham|lon|chet|ghi nham|roi|nham roi)[ ,]+)*"
    rf"(?:(?:{NOT}) phai|dau phai|dau co|(?:{NOT}) co)(?: (?:la|bi|co))*"
    r" (?:vuong mac|vuong|mac|ket)"
    r"(?: (?:gi|dau|nua|ma|a|c|chi|anh|roi|mac))*"
    r"(?:[ ,.;]+(?:(?:cai |chuyen |tin )?(?:do|day|nay)|chi|thi|e|em|y e|y em)*"
    r"(?: ?(?:la|chi la|ghi|bao|noi|thoi))*"
    r" (?:tien do|cap nhat|ghi chu|bao tien do|bao cao tien do)"
    r"(?: (?:thoi|ma|a|c|chi|anh|nhe|day|do))*)?"
)
FEW_WORDS, FEW_LETTERS = 2, 4


def not_hindered(text: str) -> bool:
    """«nhầm, không phải vướng đâu, đó là tiến độ thôi»: what was just taken for an obstacle."""
    return _NOT_HINDERED.fullmatch(" ".join(fold(text).split()).strip(" .!")) is not None


def what_is_left_of(text: str, obstacle: str) -> str:
    """«hết vướng 2 hộ, còn 4 hộ chưa nghe», where «6 hộ chưa nghe» stood in the way: fewer of the
    same, as they stand in the way now."""
    flat = " ".join(text.split()).strip(" .!")
    said, before = fold(flat), fold(obstacle)
    left = _LEFT.search(said) if len(said) == len(flat) and "?" not in text else None
    stood = re.search(rf"\b(\d{{1,4}}) {left['unit']}\b", before) if left else None
    if not (left and stood) or ";" in obstacle or int(left["n"]) > int(stood[1]):
        return ""
    if _ON_ITS_WAY.search(left["more"]) and not _STANDS.search(left["more"]):
        return ""
    end = left.end() - len(left["more"]) + len(_SMALL_END.sub("", left["more"]))
    if len(flat[left.start("more") : end].split()) >= FEW_WORDS:
        return flat[left.start("n") : end].strip()
    same = len(before) == len(obstacle)
    return f"{obstacle[: stood.start(1)]}{left['n']}{obstacle[stood.end(1) :]}" if same else ""


_COMMON = frozenset(
    [
        *("bao", "cao", "danh", "sach", "ho", "nguoi", "phuong", "xa", "khu", "to", "thon", "dan"),
        *("viec", "ngay", "thang", "tuan", "nam", "cho", "va", "cua", "cac", "lam", "da", "dang"),
        *("em", "chi", "anh", "con", "roi", "xong", "moi", "het", "den", "gui", "nop", "co", "la"),
        *("van", "dong", "ra", "soat", "cong", "ke", "hoach", "thi", "trong", "theo", "duoc"),
    ]
)
"""Words of any work."""


def named_by_title(folded: str, titles: Sequence[str]) -> int | None:
    """The place of the one title with which the line shares two words in a row that say what it
    is about; none where they may be of another as well."""
    line = _pairs(folded)
    shared = [line & _pairs(fold(title)) for title in titles]
    found = [n for n, pairs in enumerate(shared) if pairs]
    return found[0] if len(found) == 1 else None


def _pairs(folded: str) -> set[tuple[str, str]]:
    words = re.findall(r"[^\W\d]+", folded)
    pairs = pairwise(words)
    return {(a, b) for a, b in pairs if not ({a, b} & _COMMON) and len(a + b) > FEW_LETTERS}


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
def _waits() -> re.Pattern[str]:
    """What somebody outside has yet to do, named by what they are: nothing else stands in it."""
    outside = rf"{_any('outside')}(?: (?!{_any('no_name')}\b)[\w-]+){{0,6}}?"
    return re.compile(
        rf"\s*{_N}\s*[:,]?\s*(?:{_any('still')}\s+)*"
        rf"(?P<what>{_any('waits')} (?:{_any('still')} )*{outside} {_any('acts')}"
        rf"(?: {_any('papers')}(?: (?:so )?[\w/-]*\d[\w/-]*)?)?)(?: {_any('small')})*"
    )


@cache
def _freed() -> re.Pattern[str]:
    return re.compile(rf"\b{_any('over')}\b")


@cache
def _hoped() -> re.Pattern[str]:
    return re.compile(rf"\b{_any('not_yet')}\b")


@cache
def _asking() -> re.Pattern[str]:
    return re.compile(rf"\bxin (?:[^\W\d]+ ){{0,3}}{_any('opinion')}\b")
