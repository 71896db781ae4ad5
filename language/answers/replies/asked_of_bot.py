"""What is asked of the bot itself in free words: one's own work, how it is used, to be left alone.

`said` is the line in small letters without marks, word by word.
"""

import re

from language.line.patterns import NO

_ME = r"(?:em|e|toi|t|minh|mk|tui|chau|con|bac|chi|anh|co|chu)"
_WORK = r"(?:viec|nhiem vu|nv|cv|cong viec|dau viec|vc)"
_OPEN = r"(?: (?:dang|con|chua|van|duoc|phai|bi))+ "
_STATE = r"(?:no|ton|xong|giao|lam|nop|bao cao|dong|do)\b"
_MY_WORK = re.compile(
    rf"\b(?:xem|coi|liet ke|doc|biet|gui|ke|mo|tim|loc)\b(?: \w+){{0,3}}"
    rf" (?:(?:nhung|cac|may|toan bo) )?{_WORK}(?: (?:nao|gi|ma))*(?: cua)?(?: {_ME})?"
    rf"{_OPEN}{_STATE}"
    rf"|\b{_WORK} (?:nao|gi) cua {_ME}{_OPEN}{_STATE}"
    rf"|\b{_ME}(?: (?:dang|con|bi))* no (?:nhung|cac|may) {_WORK}\b"
)
_OWES = re.compile(
    rf"\b(?!con\b){_ME}(?: (?:dang|con|bi))* no(?: (?:nhung|cac|may))?"
    rf" (?:{_WORK}|bao cao) (?:nao|gi)\b"
    rf"|\b(?!con\b){_ME}(?: (?:dang|van))* (?:con|co)(?: (?:nhung|cac|may))? {_WORK} (?:gi|nao)"
    rf"(?: (?:can|phai|chua|duoc))+ (?:lam|nop|xong|giao|bao cao)(?: nua)? (?:{NO}|chua)\b"
)
_HOLDS = re.compile(
    rf"\b{_ME} (?:dang |con )?(?:om|ganh|giu|deo) (?:may|nhung|bao nhieu) (?:{_WORK}|task)\b"
    rf"|\b(?:{_WORK}|task) cua {_ME}(?: (?:dang|thi))? con (?:may|bao nhieu|nhung)\b"
)
"""«em đang ôm mấy việc», «việc của tui còn mấy cái»."""
"""«tôi đang còn nợ báo cáo nào không», «chị còn việc gì phải làm không»."""
_MINE = re.compile(
    rf"\b{_WORK}(?: (?:nao|gi|ma))*(?: cua)? {_ME}\b|\bcho {_ME}\b"
    rf"|\b{_ME} (?:xem|coi|(?:dang |con )*no|chua|phai|duoc)\b"
)
_THEIRS = re.compile(
    rf"\bcua (?!{_ME}\b)"
    r"|\bcua (?:chi|anh|bac|co|chu) (?!(?:dang|con|chua|van|duoc|phai|bi|no)\b)\w"
)
_TOOL = r"(?:cai|con|phan|app|ung dung|phan mem|he thong|bot|zalo|telegram)"
_THIS = rf"(?:{_TOOL}(?: (?:may|bot|app))?(?: (?:nay|ni|no|kia))?)"
_USE = r"(?:dung|xai|su dung|bam|nhan)"
_HOW = r"(?:(?:nhu )?the nao|nhu nao|lam sao|sao|ra sao|kieu gi|ntn|lam the nao|lam rang)"
_USES = re.compile(rf"\b{_THIS} (?:thi )?{_USE} {_HOW}\b|\b{_USE} {_THIS} (?:thi )?{_HOW}\b")
_TOLD = "".join(f"(?<!{word} )" for word in ("da", "vua", "moi", "dang", "di", "duoc", "xong"))
"""«đã hướng dẫn cách đăng ký cho 12 hộ»: what was done, and asked of nobody."""
_CANNOT_USE = re.compile(
    rf"\b(?:{NO}|chua|chang|no) (?:biet|bit|bik|ranh) (?:cach )?{_USE} (?:{_THIS}|may)\b"
    rf".{{0,20}}\b(?:chi|bay|day|huong dan)(?: (?:giup|ho|gium|cho|voi|cach))* {_ME}\b"
)
"""«không biết dùng máy này, chỉ tui với»."""
_SHOWS = re.compile(
    rf"{_TOLD}\b(?:chi|bay|day|huong dan)(?: (?:cho|giup|ho|gium|voi))?(?: {_ME})? (?:cai )?cach "
    r"(?:bao|dung|nhan|gui|bam|xai|nop|dang ky|dk|tra loi|su dung|nhap|chup|xem)\b"
)
_WEEK = re.compile(
    r"\btuan (?:nay|ni|sau|toi)(?: (?:minh|ta|co quan|phong|co|thi|nhung|lich))*"
    r" hop(?: (?:hanh|giao ban))?(?: (?:nhung|vao|may))* "
    r"(?:(?:hom|ngay|bua|thu|buoi|luc) (?:nao|mo|dau|may)|khi nao|bao gio|sao|chi|gi|may buoi)\b"
)
_MESSAGES = r"(?: (?:tin|thong bao|tin nhan|tin bao|nhac|nhac viec|gi|bai))*"
_NO_MORE = re.compile(
    rf"\b(?<!noi )(?:{NO}|dung|thoi|khoi|ngung|ngung viec|dung viec|tam dung)"
    rf"(?: (?:phai|can|muon|co))*(?: (?:gui|goi|nhan|nhan tin|nt|bao|nhac))+{_MESSAGES}"
    rf"(?: (?:cho|den|toi))? {_ME}\b(?P<rest>.*)"
)
_LEAVES = re.compile(
    rf"\b(?:cho|xin phep cho) {_ME} (?:thoi|ngung|dung|khong) nhan (?:tin|thong bao)\b"
    rf"|\b(?:rut|xoa|bo|go|gach)(?: ten)?(?: {_ME})?(?: ra)? khoi (?:danh sach|nhom|so)"
    r"(?: nguoi)? nhan (?:tin|thong bao)\b"
)
_FROM_NOW = re.compile(r"\btu (?:nay|gio|hom nay|thang nay|ray)\b")


_LASTING = re.compile(rf"{_FROM_NOW.pattern}|\bde nghi\b")


def asks_for_own_work(said: str) -> bool:
    """«cho tôi xem những việc tôi còn nợ», «cho em xem các việc em được giao»."""
    if _OWES.search(said) or _HOLDS.search(said):
        return True
    return bool(_MY_WORK.search(said) and _MINE.search(said) and not _THEIRS.search(said))


def asks_how_to_use(said: str) -> bool:
    """«cái này dùng như thế nào», «chỉ tui cách báo với»."""
    return bool(_USES.search(said) or _SHOWS.search(said) or _CANNOT_USE.search(said))


def asks_when_we_meet(said: str) -> bool:
    """«tuần ni họp bựa mô», «tuần này họp những hôm nào»: the week is shown."""
    return bool(_WEEK.search(said))


def wants_no_messages(said: str) -> bool:
    """«từ nay đề nghị không gửi thông báo cho em nữa ạ, em đã chuyển công tác»."""
    found = _NO_MORE.search(said)
    for_good = found and (found["rest"].startswith(" nua") or _LASTING.search(said))
    return bool(for_good or _LEAVES.search(said))


def from_now_on(said: str) -> bool:
    """«từ nay …»: whatever else is told beside it."""
    return bool(_FROM_NOW.search(said))
