"""What staff say of work besides its state: company, whom it waits for, what came from outside.

`said` is the line in small letters without marks.
"""

import re

from language.line.fold import fold
from language.line.patterns import NO, NOT, YES
from language.line.spans import Place

_ME = r"(?:em|e|toi|t|minh|mk|tui|chau)"
_TOGETHER = r"(?:lam chung|lam cung|cung lam|phu trach chung|phoi hop)"
_N = r"(?:\s*(?:viec|nv|cv|so)?\s*#?\d{1,4})?"
_COMPANY = re.compile(
    rf"(?:\d{{1,4}}[ ,:]+)?(?:xin |de nghi |(?:chi|anh|c|a) oi[ ,]*)*(?:cho|de|xin|cu)\s+(?:"
    rf"{_ME}\s+(?:voi|va|cung|cung voi)\s+(?P<beside>[^\d,:]+?)\s+{_TOGETHER}"
    rf"|(?P<first>[^\d,:]+?)\s+{_TOGETHER}\s+(?:voi|cung)\s+{_ME}"
    rf"|{_ME}\s+{_TOGETHER}\s+(?:voi|cung)\s+(?P<last>[^\d,:]+?)){_N}"
    r"(?:\s+(?:viec nay|a|nhe|nha|voi))*[\s.!]*"
)
_HELP = re.compile(
    rf"(?:\d{{1,4}}[ ,:]+)?(?:xin |(?:chi|anh|c|a) oi[ ,]*)*(?:nho|cho|de nghi|can)\s+"
    r"(?P<helper>[^\d,:]+?)\s+(?:lam )?(?:phu|ho tro|giup|do|phoi hop)"
    rf"(?: {_ME})?(?: (?:mot|1) tay)?"
    rf"(?P<part> phan [^\d,:?]+?)?{_N}(?:\s+(?:viec nay|a|nhe|nha|voi|them|e|em))*[\s.!]*"
)
_DAY = (
    r"(?:(?:sang|chieu|toi|ngay|hom|ca) )?(?:mai|nay|mot|kia|thu \d|t\d|cn|ngay|tuan nay|tuan sau)"
)
_LEAVE = re.compile(
    rf"(?:(?:da|chi|anh|c|a|sep|chi oi|anh oi)[ ,]+)*(?:{_DAY}[ ,]+)?(?:cho )?(?:{_ME} )?"
    rf"(?:xin(?: phep)?(?: cho {_ME})?|duoc)(?: duoc)? nghi(?: phep| om| hop| lam| viec| \d ngay)*"
    rf"(?: {_DAY})?(?:[ ,]+(?:a|nhe|nha|voi|(?:duoc|dc) (?:{NO})))*[ .!?]*"
)
_ILL = re.compile(
    rf"(?:(?:da|chi|anh|c|a|sep|chi oi|anh oi|c oi)[ ,]+)*(?:{_DAY}[ ,]+)?(?:{_ME} )?"
    r"(?:dang |bi |phai |moi |vua |van )*(?:(?:o|nam|di|vao|nhap|trong) )*"
    r"(?:benh vien|vien|cap cuu|om|sot|tai nan|"
    r"i am (?:in hospital|ill|sick))\b(?!.*\b(?:xong|\d{3,4})\b).*"
)
"""«em đang ở bệnh viện»: the same."""
_ABSENT = re.compile(
    rf"(?:.*\b(?:ban|om|viec nha|nghi)\b.*[ ,]+)?(?:cho )?(?:{_ME} )?xin(?: phep)?(?: cho {_ME})?"
    rf"(?: duoc)? vang(?: mat| hop)?(?: {_DAY})?(?:[ ,]+(?:a|nhe|nha|voi))*[ .!?]*"
)
"""«chiều thứ 5 em bận, cho em xin vắng»."""
_SEEKS_HELP = re.compile(
    r"\b(?:nho|can|xin)\s+[^\d,:?]*"
    r"\b(?:giup|ho (?:e|em|toi)|phu|di cung|lam cung|di voi|ho tro|them nguoi)\b"
)
"""«139 nhờ Bắc đi gặp hộ bà Lan giúp em», «158 cần thêm người»."""
_OWN_PART = re.compile(
    rf"\b(?:xong|het)\b.{{0,12}}\bphan (?:cua )?{_ME}\b|\bphan (?:cua )?{_ME}\b.{{0,12}}\bxong\b"
)
_WAITS = re.compile(
    r"\b(?:cho|doi|con cho|dang cho)\b .*\b(?:ky|dong dau|duyet|xac nhan|phe duyet|y kien|"
    r"tra loi|phan hoi|gui lai|gui|cap|dong y|tham dinh)\b"
)
_WORD = re.compile(r"\S+")
_FROM = (
    r"(?:cv|cong van|van ban|vb|giay moi|ke hoach|thong bao|chi dao|cong dien|huyen|tinh|phuong|"
    r"thanh pho|tp|dang uy|thanh uy|tinh uy|cap tren|ubnd|hdnd|mttq|so noi vu|ban to chuc)"
)
_WANTS = r"(?:doi|yeu cau|yc|giuc|de nghi|can|bat|dan|nhac nop)"
_DIRECTED = re.compile(r"(?:y kien |xin )?(?:chi dao|giao viec|viec moi)\s*:\s*(?P<what>\S+ .+)")
_DIRECTED_OF = re.compile(
    r"(?:(?:cho|xin|toi|co)\s+)*(?:y kien\s+)?chi dao(?:\s+(?:ve|viec|nv|so|la))*"
    r"\s+(?P<n>\d{2,4})\s*[:,–-]\s*(?P<what>\S+ .+)"
)
_OUTSIDE = re.compile(
    rf"(?:(?:chi|anh|c|a|sep) oi[ ,]*|bao cao (?:chi|anh|c|a)[ ,]*)?(?:co |vua co |moi co )?"
    rf"{_FROM}\b[^:?]{{0,40}}?\b{_WANTS}\b [^:?]+"
)


_ONLY_HINDERED = re.compile(
    r"(?:(?:da|em|e|toi|c|chi|a|anh|oi|xin|viec|nv|so|\d{2,4})[ ,]+)*"
    r"(?:bao|dang|bi|gap|co)?(?: (?:dang|bi|gap|co))* ?(?:vuong|ket)(?: mac)?"
    r"(?: (?:het|roi|r|a|c|chi|e|em|viec|nv|so|\d{2,4}|qua|nhe))*"
)

_ONLY_PROGRESS = re.compile(
    r"(?:(?:da|em|e|toi|c|chi|a|anh|oi|xin|cho|muon|viec|nv|so|\d{2,4})[ ,]+)*"
    r"(?:(?:ghi|bao|cap nhat|nhap|them|gui)(?: cao)? tien do|(?<=\d )tien do|tien do(?= \d))"
    r"(?: (?:cong viec|viec|nv|so|cua|cho|\d{2,4}|nhe|a|c|chi|e|em|di|voi))*"
)


_NO_MORE = rf"(?:{NOT}|dung|khoi|bo|huy|rut(?: lai)?|thu hoi|chang)"
_MORE_TIME = r"(?:gia han|lui(?: han)?|xin han|them thoi gian)"
_IN_TIME = r"(?:(?:e |em )?(?:lam |nop |xong )?kip(?: (?:roi|r|ma|thoi|duoc|a))*)"
_TAKES_IT_BACK = (
    r"(?:(?:cho )?(?:(?:em|e) )?(?:rut|bo|huy)(?: lai)?(?: (?:di|nhe|giup|a|c|chi|em|e))*)"
)
_STOPS_ASKING = re.compile(
    r"(?:(?:da|thoi|a|uh|u|c|chi|anh|oi|e|em|nham|viec|nv|so|cho|xin)[ ,]+)*"
    rf"(?:(?P<before>\d{{2,4}})[ ,:]+)?(?:(?:{_IN_TIME}|{_TAKES_IT_BACK})[ ,]+)?"
    r"(?:(?:e|em|nen|thoi|viec|nay)[ ,]+)*"
    rf"(?:{_NO_MORE}(?: (?:can|phai|muon|xin|yeu cau|de nghi|dk|nua|cai|loi|don|viec))*"
    rf"(?: {_MORE_TIME}|(?<=xin)(?: nua)?|(?<=xin nua))"
    r"|giu (?:nguyen )?han cu|giu nguyen han)"
    r"(?:[ ,]+(?:viec|nv|so|cho|cua))*(?: (?P<after>\d{2,4}))?"
    rf"(?:[ ,]+(?:nua|dau|nhe|nha|a|c|chi|anh|e|em|roi|r|di|thoi|giup|{_IN_TIME}))*"
    rf"|(?:(?:da|thoi|a|c|chi|anh|oi)[ ,]+)*(?:(?P<called>\d{{2,4}})[ ,:]+)?{_IN_TIME}"
    r"(?:[ ,]+(?:nhe|nha|c|chi|anh))*"
)


_ONESELF = re.compile(rf"\b(?:xin|cho {_ME}|{_ME})\b")


def wishes_oneself(said: str) -> bool:
    """«em xin gia hạn», «cho tôi đến thứ 6»: a wish, and no order."""
    return _ONESELF.search(said) is not None


def stops_asking(said: str) -> tuple[int | None] | None:
    """«thôi đừng gia hạn», «rút gia hạn 152», «kịp rồi, không xin nữa»: more time is not wanted
    any more, of which number, if any."""
    found = _STOPS_ASKING.fullmatch(said.strip(" .!"))
    if found is None:
        return None
    number = next((got for got in found.groupdict().values() if got), None)
    return (int(number) if number else None,)


def only_hindered(said: str) -> bool:
    """«vướng», «báo vướng mắc»: that something stands in the way, and not what."""
    return _ONLY_HINDERED.fullmatch(said.strip(" .!")) is not None


def only_progress(said: str) -> bool:
    """«ghi tiến độ», «báo tiến độ 147»: that it is to be told how far it is, and not how far."""
    return _ONLY_PROGRESS.fullmatch(said.strip(" .!")) is not None


_TAKES = re.compile(
    r"(?:(?:da|viec|nv|so|e|em)[ ,]+)*(?P<number>\d{2,4})[ ,:]+(?:(?:e|em|toi|da|xin)[ ,]+)*nhan"
    r"(?: (?:viec|roi|r|nhe|a|c|chi|anh|nha|luon|em|e))*[\s.!]*"
)
_TAKES_PART = re.compile(
    rf"(?:(?:{YES}|e|em|toi|c|chi|anh|a|oi|viec|nv|so)[ ,]+)*(?:(?P<before>\d{{2,4}})[ ,:]+)?"
    r"(?:(?:e|em|da|xin)[ ,]+)*nhan (?:lam )?phoi hop(?: (?:viec|nv|so|cung|nay))*"
    r"(?: (?P<after>\d{2,4}))?(?:[ ,]+(?:roi|r|a|nhe|nha|c|chi|anh|e|em))*[\s.!]*"
)
_ASKS_GIVER = re.compile(
    r"\b(?:cho (?:e|em|toi|minh) hoi|hoi (?:chut|ti|c|chi|anh|a)\b|bao nhieu|"
    rf"may (?:gio|cai|to|ho|nguoi)|o dau|the nao|la gi|gi|nao|(?:dc|duoc) (?:{NO}))\b|"
    r"\w+ hay (?:la )?(?!lam\b)\w+"
)


def takes_number(said: str) -> int | None:
    """«157 em nhận rồi nhé»: which work is accepted."""
    found = _TAKES.fullmatch(said)
    return int(found["number"]) if found else None


def takes_part(said: str) -> tuple[int | None] | None:
    """«nhận phối hợp 158», «đã nhận phối hợp»: of which number, if any."""
    found = _TAKES_PART.fullmatch(said)
    number = found and (found["before"] or found["after"])
    return (int(number) if number else None,) if found else None


def asks_giver(said: str) -> bool:
    """«cho e hỏi 159 lấy mẫu cũ hay mẫu mới», of one's own work."""
    return _ASKS_GIVER.search(said) is not None


def asks_leave(said: str) -> bool:
    """«mai em xin nghỉ»: to be away from work, which is not written down here."""
    return any(look.fullmatch(said) for look in (_LEAVE, _ILL, _ABSENT))


def seeks_help(said: str) -> bool:
    """«139 em cần Quý đi cùng thứ 5»: somebody has to hear it."""
    return _SEEKS_HELP.search(said) is not None


def asks_together(said: str) -> bool:
    """«cho e với Hoa làm chung», «157 nhờ Bắc phụ một tay»: somebody wants a colleague beside
    them."""
    return bool(_COMPANY.fullmatch(said) or _HELP.fullmatch(said))


def company(text: str) -> str:
    """Whom they want beside them, as it was typed; for a part of it the whole line is said."""
    flat = " ".join(text.split())
    said = _COMPANY.fullmatch(fold(flat)) or _HELP.fullmatch(fold(flat))
    if said and said.groupdict().get("part"):
        return ""
    named = next((n for n, got in said.groupdict().items() if got), None) if said else None
    return flat[slice(*said.span(named))] if said and named else ""


def waits_for_others(text: str, said: str) -> Place | None:
    """«xong phần e, chờ CA ký»: one's own part is done, and somebody else's is wanting; which
    words say so."""
    own, waits = _OWN_PART.search(said), _WAITS.search(said)
    if not (own and waits):
        return None
    first, last = (said.count(" ", 0, i) for i in (min(own.start(), waits.start()), waits.end()))
    words = [found.span() for found in _WORD.finditer(text)]
    return words[first][0], words[last][1]


def directed(text: str) -> str:
    """«chỉ đạo: rà soát danh sách hộ nghèo»: what is to be done, by whom it does not say yet."""
    flat = " ".join(text.split())
    said = _DIRECTED.fullmatch(fold(flat)) if "\n" not in text.strip() else None
    return flat[said.start("what") :] if said else ""


def directed_of(text: str) -> tuple[int, str] | None:
    """«ý kiến chỉ đạo 139: mời phòng Kinh tế cùng đi»: of which work, and what."""
    flat = " ".join(text.split())
    said = _DIRECTED_OF.fullmatch(fold(flat)) if len(fold(flat)) == len(flat) else None
    return (int(said["n"]), flat[said.start("what") :]) if said else None


def brings_a_paper(said: str) -> bool:
    """«cv 312 đòi bc trước 25»: somebody's paper and its number, no code of ours («CV312»)."""
    return said.startswith("cv ") and brings_work(said)


def brings_work(said: str) -> bool:
    """«cv 312 đòi bc trước 25»: somebody outside wants something that nobody was given yet."""
    return bool(_OUTSIDE.fullmatch(said))
