"""How a piece of a line orders something of work whose number it names; the number is painted over
as «§»."""

import re
from typing import Literal

from language.line.patterns import AGREED, NO, NOT, OK

What = Literal[
    "approve",
    "back",
    "move",
    "grant",
    "refuse",
    "nudge",
    "cancel",
    "hand",
    "join",
    "hurry",
    "no_limit",
    "word",
]
"""«word»: what is no order of ours, and said of that work in the same line."""
MARK = "§"
"""Stands for each letter of the numbers, so that a place in the line stays what it was."""
_NO_NUMBER = "".join(
    f"(?<!{word} )"
    for word in ("ngay", "thang", "thu", "phan", "muc", "dong", "buoc", "khu", "to", "lan", "quy")
)
_IN_A_REASON = "".join(
    f"(?<!{word} )"
    for word in (
        *(
            "trung",
            "trung voi",
            "trung viec",
            "voi viec",
            "giong",
            "giong voi",
            "gop voi",
            "gop vao",
        ),
        *("gop chung voi", "nhap vao", "nhap voi", "nam trong", "thuoc"),
    )
)
"""«trùng với 148» says why, and orders nothing of 148."""
_COUNTED = (
    r"(?!\w|[/:.,]\d|%|\s?(?:ngay|tuan|thang|gio|ho|nguoi|trieu|ty|anh|phieu|don|cay|suat|xa|"
    r"phuong|m2|m3|met|m|km|kg|ng|thon|buoi|tinh|van ban|cai|dong chi|hoc sinh)\b)"
)
_ONE = rf"(?:(?:viec|nv|so) )?(?:nv-?\d{{4}}-)?{_NO_NUMBER}{_IN_A_REASON}"
_ONE = rf"{_ONE}(?<![\w/:.])\d{{1,4}}{_COUNTED}"
NUMBERS = re.compile(rf"{_ONE}(?:(?:\s*[,&+]\s*|\s+(?:(?:va|voi)\s+)?){_ONE})*")
EACH = re.compile(r"(?:nv-?\d{4}-)?0*(\d{1,4})(?!\d|-)")
_CONDITION = r"nhung|mien la|mien sao|voi dieu kien|co dieu"
APART = re.compile(
    rf"\s*[,;]\s*|\s*\.\s+(?=(?:[^\W\d]+ ){{0,3}}{MARK})"
    rf"|\s+(?:va|con|roi)\s+(?=(?:[^\W\d]+ ){{0,3}}{MARK})"
    rf"|\s+(?=(?:{_CONDITION})\b)"
)
CONDITION = re.compile(rf"(?:{_CONDITION})\b")
NEXT = re.compile(rf"(?<=[^\s{MARK}])\s+(?={MARK})")
"""Between two orders without a comma: «147 đạt 149 chưa»."""
_N = rf"{MARK}+"
_WHO = (
    r"(?P<who>(?!(?:ai|nao|gi|het|tat|ca|cac|moi|do|cung|da|dang|chua|se|van|con|phuong|xa|dan|"
    rf"vuong|lam|xong|em|e|toi|t|minh|{NO})\b)[^\W\d]+(?: [^\W\d]+){{0,3}}?)"
)
_END = (
    r"(?:\s+(?:nhe|nha|di|luon|voi|giup|em|e|c|chi|a|anh|do|day|roi|r|(?<!\d )ngay|het|ca|deu|"
    rf"dat|duyet|{OK}))*[\s.!👍]*"
)
_WHY = r"(?:\s+(?:(?:vi|do)\s+|(?=trung\b))(?P<note>.+))?"
_DOES = r"(?:lam|lo|xu ly|nhan|phu trach|theo doi|chu tri)(?: (?:thay|tiep|ho|giup))?"
_BESIDE = r"(?:lam cung|cung lam|lam chung|phoi hop|ho tro|phu giup|vao lam|tham gia|vao cung)"
_HURRY = (
    r"(?P<note>(?:can |phai |cho )?(?:lam |xu ly )?(?:gap|khan|nhanh)(?: (?:len|truong|hon|di))*|"
    r"day nhanh(?: tien do)?|khan truong(?: len)?)"
)
_REMINDS = r"(?:nhac|don doc|giuc)(?: lai)?"
_LATER = r"(?:gia han|lui han|lui|hoan|doi han|chuyen han|doi|chuyen|rut han|rut)"
_DAY = (
    rf"(?:(?:sang|lai|ve|xong|nop|gui) )*(?P<day>(?!(?:dung|khi|dau|{NO})\b).+?)"
    r"(?: (?:phai )?(?:xong|nop|gui|la xong))?"
)
_DUE = rf"(?:{_END}| {_DAY})"
_GONE = (
    rf"(?:(?:thoi|bo|huy|khoi)(?: (?:{NO}) (?:lam|can)(?: lam)?(?: nua)?| khoi lam)?"
    rf"|(?:{NO}) (?:lam|can|phai lam|can lam) nua)"
)
_LET = rf"(?:(?:{AGREED}|nhat tri|duyet|cho phep|duoc|cho)[ ,]+)+"
"""«cho lùi», «đồng ý gia hạn»: what was asked is granted."""
_LATER_OR_NOT = rf"{_LATER}(?: (?:duoc|dc|nhu de nghi|theo de nghi))*"
_WANTING = (
    rf"(?:(?:chua|{NOT}) (?:dat|duoc|dc|on|duyet|dong y)|tra lai|tra ve|lam lai|nop lai)(?:\b.*)?"
    rf"|chua{_END}|(?:con )?thieu .+|bo sung .+|sai .+"
)
_BEFORE: tuple[tuple[What, str], ...] = (
    (
        "approve",
        rf"(?:(?:{AGREED})[ ,]+)?(?:cho )?(?:duyet|dat|nghiem thu|thong qua)(?: bao cao)? {_N}",
    ),
    ("approve", rf"(?:{AGREED}|nhat tri)(?: voi)? {_N}"),
    ("grant", rf"{_LET}{_LATER}(?: cho)? {_N}"),
    ("back", rf"(?:tra lai|tra ve|(?:chua|{NOT}) duyet)(?: bao cao)? {_N}(?:\s+(?P<note>.+))?"),
    (
        "move",
        rf"(?:(?:cho|dong y|cho phep)\s+)?{_LATER}(?: cho| them)? {_N}(?: lui)?"
        rf"(?: {_DAY})?",
    ),
    ("nudge", rf"{_REMINDS}(?: [^\W\d]+){{0,2}} {_N}(?: (?:gap|xong som))*"),
    ("nudge", rf"{_REMINDS} {_WHO}(?: viec)? {_N} (?P<note>.+)"),
    ("cancel", rf"(?:huy|bo|thu hoi|(?:{NO}) lam) {_N}{_WHY}"),
    ("hand", rf"(?:giao|chuyen)(?: lai)? {_N} (?:cho|sang|qua) {_WHO}(?: {_DOES})?{_DUE}"),
    ("hand", rf"giao(?! (?:vien|dan|xu|duc|an)\b)(?: lai)?(?: cho)? {_WHO} {_N}{_DUE}"),
    ("hand", rf"(?:de|cho) {_WHO} {_DOES} {_N}"),
    ("join", rf"them {_WHO}(?: (?:{_BESIDE}|cho|cung|vao)){{1,2}} {_N}"),
    ("join", rf"(?:cho |cu |de )?{_WHO} {_BESIDE} {_N}"),
    ("hurry", rf"{_HURRY} {_N}"),
    ("no_limit", rf"(?:bo|xoa|(?:{NO}) (?:can|de)) (?:thoi )?han(?: cho| cua)? {_N}"),
)
_BEHIND: tuple[tuple[What, str], ...] = (
    (
        "approve",
        rf"(?:da )?(?:{OK}|dat|duyet|duoc|dc|thong qua|nghiem thu|dong y){_END}"
        r"(?:\s+(?:nhung )?(?P<note>(?:lan sau|nho|cam on|tot)\b.+))?",
    ),
    ("grant", rf"{_LET}(?:(?:cho )?{_WHO} )?{_LATER_OR_NOT}"),
    ("grant", rf"{_LATER} (?:duoc|dc|cung duoc|cung dc)"),
    ("refuse", rf"(?:thoi )?(?:{NO})(?: (?:cho|dong y|gia han|lui|dc|duoc|dau|nua|them))*"),
    ("back", rf"(?P<note>{_WANTING})"),
    ("back", rf"tra(?: bao cao)?{_END}{_WHY}"),
    ("no_limit", rf"(?:bo|xoa|(?:{NO})(?: can| co| de)?) (?:thoi )?han"),
    ("cancel", rf"{_GONE}{_END}{_WHY}"),
    (
        "move",
        rf"(?:(?:{_LATER}|cho(?: them)?|de|han|thoi|cham nhat)(?: cho)? )?{_DAY}",
    ),
    ("move", rf"(?:{_LET}|de ){_WHO}(?: (?:duoc|lui|han|gia han|them))* (?=den|toi|truoc){_DAY}"),
    ("move", rf"(?:{_LET}|de ){_WHO}(?: duoc)?(?: (?:lui|gia han|lui han))+(?: them)? {_DAY}"),
    ("move", rf"{_LET}{_LATER} {_DAY}"),
    ("nudge", rf"{_REMINDS}(?: [^\W\d]+){{0,2}}(?: (?:gap|xong som))*"),
    ("nudge", rf"{_REMINDS} {_WHO} (?P<note>.+)"),
    ("hurry", _HURRY),
    ("join", rf"(?:cho |cu |bo sung )?them {_WHO}(?: (?:{_BESIDE}|cung|vao))?"),
    ("join", rf"(?:cho |cu |de |co )?{_WHO} {_BESIDE}"),
    ("hand", rf"(?:giao|chuyen)(?: lai)?(?: (?:cho|sang|qua))? {_WHO}(?: {_DOES})?{_DUE}"),
    ("hand", rf"(?:de |cho )?{_WHO} {_DOES}{_DUE}"),
)
BEFORE = tuple((what, re.compile(look + _END)) for what, look in _BEFORE)
"""The order before its numbers."""
BEHIND = tuple((what, re.compile(look + _END)) for what, look in _BEHIND)
"""The order behind them, or alone."""
AFTER_NUMBERS = re.compile(rf"{_N}\s*[:]?\s*(?:thi |la )?")
ONCE_MORE: frozenset[What] = frozenset({"move", "hand", "join", "hurry", "nudge"})
"""What may be said besides of the same work, without its number."""
SAYS_WHY: frozenset[What] = frozenset(
    {"back", "cancel", "hand", "approve", "move", "grant", "refuse", "nudge", "hurry", "word"}
)
"""Behind which words that are no order say why, or on which condition."""
ALL_BUT = re.compile(
    rf"(?:{OK} )?(?:duyet|dat) (?:het|tat ca|ca)(?: \w+){{0,2}}? ?,? ?(?:chi )?"
    rf"(?:tru|ngoai|bo) (?P<but>{NUMBERS.pattern}){_END}"
)
OF_WHOM = re.compile(
    r"(?:(?:ca |tat ca )?(?:hai|2|ba|3|may|cac|nhung) )?"
    r"(?:(?:viec|cai|bao cao|bc)(?: cua)? |cua )?"
    rf"(?P<of>[^\W\d]+(?: [^\W\d]+){{0,5}}?) (?:(?:thi|la|deu|da) )*(?:dat|duyet|{OK}){_END}"
)
"""«của Bình đạt cả», «cái giấy mời thì ok»."""
FOR_LONGER = re.compile(r"(?:them )?\d{1,2} (?:ngay|hom|tuan|bua)(?: nua)?")
BUT = re.compile(r"\b(?:nhung|chua|thieu|neu|hoi|de|khoan|sao|gi|dau)\b")
