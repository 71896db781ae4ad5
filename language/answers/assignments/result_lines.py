"""What plainly belongs to a result that was read back: «đã ký thêm 2 hộ»; what puts it right or
takes it back."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from language.line.fold import fold
from language.line.numbers import in_words
from language.line.patterns import NOT, YES
from language.line.vocabulary import book

SAME = 2
_NUMBER = re.compile(r"(?<![\d/.,:-])\d{1,6}(?![\d/.,:%-]*\d|%)")
_NAMES = re.compile(
    r"[^\W\d_]\d+$|(?<!\d )\b(?:khu(?: pho)?|to|thon|xom|pho|tang|phong|ngay|thứ(?= [2-7]$)|luc|so"
    r"|dot|lan|tuan|thang|nam|viec|nv|kho|diem|muc|dieu|khoan|quyet dinh|cong van|cv) \d+$"
)
_HOUR = re.compile(r" ?(?:h|g|gio)(?![a-z])")
"""What stands before and behind a number that names something, and counts nothing."""
_UNIT = r"(?:\s*(?P<unit>[^\W\d]+(?: (?!thoi\b)[^\W\d]+){0,2}?))??"
_END = r"(?:\s+(?:thoi|nhe|nha|a|e|em|c|chi|anh|co|dung|moi|roi|r|chu))*[\s.!]*"
_NOT = rf"(?:chu )?(?:{NOT}) phai(?: la)?"
_OOPS = (
    r"(?:(?:a|e|em|chet|da|c|chi|oi|xin loi|sr|sorry)[, ]+)*(?:(?:ghi |bao |gui )?(?:nham|lon|sai)"
    r"(?: roi| r)?[, ]+)?"
)
_MANY_OF = r"\d{1,6}(?: ?/ ?\d{1,4})?"
"""«45», «5/6»."""
_RIGHT = (
    re.compile(
        rf"{_OOPS}(?:(?:vuong|con|chi|moi|co)[ ,:]+)*"
        rf"(?P<new>{_MANY_OF}){_UNIT}{_END}[, ]+{_NOT} (?P<old>{_MANY_OF}).*"
    ),
    re.compile(
        rf"{_OOPS}{_NOT} (?P<old>{_MANY_OF})[^\d]*? (?:ma )?(?:la )?"
        rf"(?P<new>{_MANY_OF}){_UNIT}{_END}"
    ),
    re.compile(
        r"(?:(?:a|e|em|chet|da|c|chi|oi|xin loi|sr|sorry)[, ]+)*"
        r"(?:hinh nhu|quen|nham|lon|sai|bao sai|ghi sai|"
        r"dung ra|thuc ra|chinh xac|sua lai|sua|doi lai|dinh chinh)"
        r"(?: la| thanh| chi| co| roi| ra)*[, ]+"
        rf"(?P<new>{_MANY_OF}){_UNIT}{_END}(?:[,;] ?(?P<more>.+))?"
    ),
)
_TAKEN_BACK = re.compile(
    r"\b(?:gui|bam|bao|nhan|an|go|ghi) (?:nham|lon)\b|\blo (?:tay|bam|gui)\b|"
    r"\b(?:chua|dau da|ma da) xong\b(?! (?:khu|phan|ho|to)\b)"
)
_PHOTO_ALONE = re.compile(
    r"(?:(?:ca|may|\d) )*(?:anh|hinh|file|tep|anh nay|hinh nay)(?: (?:do|day|nay))?"
    r"(?: (?:cua|la|cho|viec|nv|so))* (?P<after>\d{2,4})(?: (?:do|day|nhe|a|e|c|nha))*|"
    r"(?:(?:cai|day|do|nay|kia|la|thi|cua|viec|nv|so|cho|thuoc|ve|tin|thoai|anh|hinh|e|em|gui|noi|"
    r"that|this|it|is|s|for|about|work|task) )*(?P<before>\d{2,4})"
    r"(?: (?:(?:ca|may|\d) )*(?:anh|hinh|file|tep)(?: nay)?)?(?: (?:do|day|nhe|a|e|c|nha))*"
)


_OF_PHOTOS = re.compile(
    r"(?:(?:da|e|em|c|chi|a|anh|oi|de|xin|cho)[ ,]+)*"
    r"(?:them|con|gui them|bo sung|bo|xoa|go|thay|doi)"
    r"(?: (?:them|di|bot|cai|tam|buc|\d{1,2}|mot|may|vai|con))* (?:anh|hinh|tep|file)"
    r"(?: (?:nua|dau|tien|cuoi|cung|thu|nhat|hai|ba|so|truoc|sau|kia|nay|do|di|mo|\d{1,2}|nhe"
    r"|a|c|chi|e|em|giup|khac))*"
)
_DONE = re.compile(
    r"(?:(?:da|e|em|c|chi|a|anh|oi|viec|nv|so)[ ,]+)*(?P<number>\d{2,4})[ :,]+(?:e |em |da )*"
    r"(?:xong|hoan thanh|lam xong|(?:phat|nop|gui|lam) (?:het|du)|gui lai|nop lai|bo sung)"
    r"(?: (?:het|not|roi|r|do|day|a|nhe|e|em|c|chi|anh))*(?:[ ,:;.-]+(?P<rest>.*))?"
)
_SAYS_DONE = re.compile(
    r"(?:e |em |da )*(?:xong|hoan thanh|lam xong|gui lai|nop lai)"
    r"(?: (?:het|not|roi|r|do|day|a|nhe|e|em|c|chi|anh))*(?:[ ,:;.-]+|$)"
)
_NOT_DONE = re.compile(
    rf"\b(?:chua|{NOT}|con|thieu|nhung|neu|sao|bao gio|khi nao|vuong|phan|nua|truoc|buoc|khau|b\d|"
    r"mai|se|cho|doi|xin|den|moi|hay)\b|\?|\d\s*/\s*\d|%"
)
"""What stands beside «xong» and makes it another thing, or a doubtful one."""


_GOT = (
    r"(?:(?:du|duoc|dc|het|ca|tong|tong cong|gom|thu(?! [2-7]\b)|trao|phat|trong|don|in|ky|nop|cap"
    r"|gui|tang|ban|van dong|tuyen truyen|rai|nhat|quet|lam|them|len) ){0,3}"
)
"""«xong thu được 20 bao»: what was done with so many."""
_DONE_COUNTED = re.compile(
    r"(?:(?:da|vang|e|em|c|chi|a|anh|oi|viec|nv|so|\d{3,4})[ ,:]+)*"
    r"(?:(?:bao cao|bao|bc|da|lam|e|em)[ ,]+)*(?:xong|xog|hoan thanh)"
    r"(?: (?:viec|nv|so))*(?: \d{3,4}(?= \d))?[ ,:]+"
    rf"(?P<result>{_GOT}\d{{1,4}} ?"
    r"(?!(?:h|g|gio|phut|p|ngay|hom|tuan|thang|viec|nv|cai|phan|nua)\b)"
    r"[^\W\d]+.*)"
)
"""«bao xong 17 nguoi», «xong 157 12 hộ»: that it is done, and how many, without a comma."""


_SMALL = r"(?: (?:roi|r|het|hoan toan|nhe|nha|a|c|chi|anh|em|e|do|day|luon|ngay|sach))*"
_UNDER_WAY = (
    rf"(?!.*\b(?:{NOT}|chua|gan|sap|neu|khi|bao gio|phan|buoc|khau|nua|moi|dang|xin|se|vuong|nhung"
    r"|sao|nao|hay|thieu|tam)\b)"
)
_AT_THE_NUMBER = re.compile(
    r"(?:(?:da|e|em|c|chi|a|anh|oi|viec|nv|so)[ ,]+)*\d{2,4}[ :,]+(?:(?:e|em|da|thi|la)[ ,]+)*"
    rf"(?:xong|xog|hoan thanh){_SMALL}(?: ?[,;:.!–-] ?(?P<rest>.+)|(?<=xong) (?P<more>.+))?"
)
_BEHIND_WORDS = re.compile(
    rf"{_UNDER_WAY}(?:(?:c|chi|a|anh|e|em|da)(?: oi)?[ ,]+)*"
    r"(?:(?:viec|nv|so) )*(?:\d{2,4}[ :,]+)?"
    r"(?P<what>(?!xong|hoan thanh)(?:[^\W\d]\w*[ ,]+|\d{1,4} ){1,8}?)"
    rf"(?:xong|xog|hoan thanh){_SMALL}(?: ?[,;.!–-] ?(?P<rest>.+))?"
)
_NO_WORK = frozenset(
    ["bao", "cao", "bc", "da", "lam", "xong", "hoan", "thanh", "vua", "moi", "em", "e"]
)
_OPEN_REST = re.compile(
    rf"(?:con|chua|thieu|nhung|moi|neu|mai|sap|dang)\b|.*(?:\?|\b(?:nhung|neu|{NOT} kip|"
    r"chieu nay|tuan sau|xin|bao gio|vuong)\b)"
)
_OTHERS_MUST = re.compile(
    r"(?:^|[,;.] ?|\b(?:con|dang|phai|nhung|gio|hien)\s+)(?:con |dang |van )*(?:cho|doi)\s+"
    r"(?!(?:c|chi|a|anh|sep|lanh dao|thu truong|truong)\b(?! [^\W\d]+ [^\W\d]+ (?:tra|gui|cap)))"
    r"[^,;]*\b(?:ky|dong dau|duyet|xac nhan|phan hoi|y kien|tra loi|tham dinh|cap|ket qua|gui|"
    r"dong y|bo sung|so lieu)\b"
)
"""«…, chờ bên điện lực trả lời»: what others have yet to do; «chờ chị duyệt» is of the report."""


def reported_done(text: str) -> str:
    """The result in «156 xong, phân 3 nhóm: …», «tập huấn xong, 43 người dự»: read back before it
    goes; empty where the line may say that it goes on."""
    flat = unicodedata.normalize("NFC", " ".join(text.split())).strip(" .!")
    said = fold(flat)
    if waits_for_somebody(text) or "?" in text or "\n" in text.strip() or len(said) != len(flat):
        return ""
    if found := _AT_THE_NUMBER.fullmatch(said):
        rest = found["rest"] or found["more"] or ""
        place = "rest" if found["rest"] else "more"
        shares = re.search(r"\d\s*/\s*\d|%", said)
        counts = found["more"] and re.match(r"\d|phan|buoc|khau|nua", rest)
        told = bool(rest) and not (_OPEN_REST.match(rest) or shares or counts)
        begins = found.start(place) - (len("xong ") if place == "more" else 0)
        return flat[begins:].strip() if told else ""
    found = _BEHIND_WORDS.fullmatch(said)
    rest = found["rest"] or "" if found else ""
    named = found and not (set(re.findall(r"\w+", found["what"])) <= _NO_WORK)
    return flat if named and not (_OPEN_REST.match(rest) or re.search(r"\d/\d|%", said)) else ""


_THEN_DONE = re.compile(
    r"(?P<told>.*\w.*?)(?: ?[,;.!]+ ?| )(?:bao |da |e |em |the la |vay la )*(?:xong|hoan thanh)"
    rf" (?:(?:viec|nv|so) )*\d{{3,4}}{_SMALL}"
)


def told_before_done(text: str) -> str:
    """The result in «hộ cuối ký rồi c ơi! xong 139»; empty where those words leave it open."""
    flat = unicodedata.normalize("NFC", " ".join(text.split())).strip(" .!")
    said = fold(flat)
    found = _THEN_DONE.fullmatch(said) if len(said) == len(flat) and "?" not in text else None
    told = flat[found.start("told") : found.end("told")].strip(" ,.!") if found else ""
    return told if len(told.split()) > SAME and not _NOT_DONE.search(fold(told)) else ""


def waits_for_somebody(text: str) -> bool:
    """«đã soạn xong dự thảo, chờ bên điện lực trả lời»: done, and others have yet to do theirs."""
    said = fold(" ".join(text.split()))
    return bool(re.search(r"\bxong\b|\bhoan thanh\b", said)) and bool(_OTHERS_MUST.search(said))


_POLITE = re.compile(r"(?: (?:nhé|nhe|ạ))+$", re.IGNORECASE)


def done_counted(text: str) -> str:
    """What is told of the result; empty where the line may say that it is not done."""
    flat = unicodedata.normalize("NFC", " ".join(text.split())).strip(" .!")
    said = _DONE_COUNTED.fullmatch(fold(flat))
    if said is None or _NOT_DONE.search(said["result"]):
        return ""
    return _POLITE.sub("", flat[said.start("result") :])


def done_note(after: str) -> str:
    """What stands behind «xong», of the line without its number."""
    said = unicodedata.normalize("NFC", after)
    found = _SAYS_DONE.match(fold(said))
    return said[found.end() :].strip() if found else said


_CHATTER = re.compile(
    r"(?:(?:viec|nv|so|cai) )*\d{2,4}"
    r"(?:[ ,]+(?:nhe|nha|a|e|em|c|chi|anh|oi|day|do|nay|roi|r|ne|la|thi))*"
)
_BUSY = re.compile(
    r"(?:(?:da|e|em|c|chi|a|anh|oi|toi)[ ,]+)*dang (?:di duong|lai xe|chay xe|hop|ban|o ngoai|an|"
    r"di|tren duong|do tay)\b.*|"
    r"(?:(?:da|e|em|c|chi|a|anh|oi|toi)[ ,]+)*(?:dang )?(?:ban|mac viec|ket viec|met)"
    r"(?: (?:qua|lam|roi|r|mat|viec|a|c|chi|anh))*[ ,]+(?:(?:de|thoi|chac|e|em) )*"
    r"(?:mai|toi|lat|chieu|ti nua|lat nua|hom sau|tuan sau|sau)(?: (?:e|em))?"
    r"(?: (?:tinh|lam|bao|xem|nop|gui|tra loi|noi)\b.*)?|"
    r".*\b(?:e|em|toi|minh) (?:se )?(?:goi|nhan|tra loi|bao) lai(?: sau)?"
    r"(?: (?:nhe|a|c|chi|anh|sau))*"
)


_YES_SIR = re.compile(r"^\s*dạ[ ,]+", re.IGNORECASE)
_OPENS_YES = re.compile(rf"\s*(?:{YES}|ro)\b")
_CALLS = re.compile(
    r"(?:(?:da|e|em|c|chi|a|anh|co|chu|bac|sep|dong chi|dc|hey|hello|hi|ad|admin|bot)[ ,]+)*"
    r"(?:oi|ui|alo|a lo|hey|hello)(?:[ ,]+(?:a|oi|alo|c|chi|anh|em|e|cho (?:e|em) (?:hoi|noi)"
    r"(?: (?:ti|chut|xiu|cai))?))*"
)
"""Somebody is called, and nothing is said."""
_SENDS_IT = re.compile(
    rf"(?:(?:{YES}|e|em|c|chi|a|anh|oi|thi|cu|vay|xong thi)[ ,]+)*"
    r"(?:gui|goi|nop|bao cao|bc|bao|chuyen|trinh)"
    r"(?: (?:bao cao|bc|ket qua|kq|xong|luon|di|ngay|len|duoc|nhe|nha|a|e|em|c|chi|anh|do|"
    r"day|thoi|giup|cho (?:e|em|c|chi|a|anh|sep|lanh dao|toi)))+|"
    r"(?:please )?(?:send|submit)(?: (?:it|that|the|my|report|now|please))*|hand (?:it|that) in"
)
_FINISHED = r"(?:(?:bao cao|da|e|em|c|chi|a|anh|oi)[ ,]+)*(?:lam |nop |bao )?(?:xong|hoan thanh)"
_MANY = re.compile(
    rf"{_FINISHED}(?: (?:roi|r|ca|het|du|tat ca|toan bo|duoc|dc))*"
    rf" (?P<many>\d{{1,2}}|{'|'.join(in_words(7, 2))}|may|cac|het|tat ca|toan bo)"
    r"(?: (?:cai|dau))?(?: (?:viec|nv|nhiem vu|task))(?: (?:roi|r|a|c|chi|anh|e|em|do|day|nhe|nay|"
    r"duoc giao|tuan nay|hom nay))*|done with (?:all|both|everything)(?: .*)?|"
    rf"{_FINISHED} (?:het|ca|tat ca|toan bo|sach)(?: (?:ca|roi|r|a|c|chi|anh|e|em|do|day|nhe))*"
)


def is_chatter(text: str) -> bool:
    """«152 nhé», «c ơi»: a number or somebody's name, and nothing said of it."""
    said = _plain(text)
    return _CHATTER.fullmatch(said) is not None or _CALLS.fullmatch(said) is not None


def sends_it(text: str) -> bool:
    """«gửi báo cáo», «báo xong», «nộp luôn», under a result that is shown before it goes; «đã gửi
    báo cáo» tells of another."""
    return _SENDS_IT.fullmatch(_plain(_YES_SIR.sub("", text))) is not None


_COUNTED = re.compile(
    rf"(?!.*\b(?:chua|{NOT}|sao|nao|gi|ai|may|neu|xin|cho|mai|chieu|toi|thu \d|t\d|"
    r"dang ky|dk)\b)"
    r"(?:(?:da|e|em|c|chi|a|anh|oi|hom nay|hnay|sang nay|nay|moi|duoc|dc|them|xong)[ ,]+)*"
    r"(?:\w+ ){0,2}\d{1,4}(?: [^\W\d]+){1,4} (?:roi|r|xong|xong roi)(?: (?:a|nhe|c|chi|anh|e|em))*"
)


_TELLS = re.compile(
    rf"(?!.*(?:\?|\b(?:{NOT}) ))(?:(?:da[ ,]+)?(?:e|em|toi|minh|ben em|c oi|chi oi|anh oi)[ ,]+)*"
    r"(?:hom nay |sang nay |chieu nay |hnay )?(?:da|vua|moi) (?:\w+ ){0,2}?(?:huong dan|gap|den"
    r"|tiep|phat|trao|nop|gui|lam|in|hop|lien he|goi|kiem tra|ra soat|van dong|tuyen truyen|trinh"
    r"|ban giao|mua|lap|soan|nhac|don|trong|thu|chuyen)\b(?: \w+){2,}.*"
)


def tells_what_was_done(text: str) -> bool:
    """«đã hướng dẫn cách đăng ký cho 12 hộ»: of some work that is not named."""
    return _TELLS.fullmatch(_plain(text)) is not None


def counts_what_is_done(text: str) -> bool:
    """«15 hộ ký rồi»: so many, of some work that it does not name."""
    return _COUNTED.fullmatch(_plain(text)) is not None


def finishes_several(text: str) -> bool:
    """«xong 3 việc», «xong hết rồi»: more than one piece of work, and none by its number."""
    said = _MANY.fullmatch(_plain(text))
    return said is not None and said["many"] not in ("0", "1", "01")


def answers_later(text: str) -> bool:
    """«e đang đi đường tí e gọi lại»: nothing is told yet."""
    said = _plain(text)
    return _BUSY.fullmatch(said) is not None and not re.search(r"\d|\bxong\b|\bvuong\b", said)


def done_number(text: str) -> int | None:
    """«171 phát hết rồi, 120 tờ», «161 gửi lại rồi đó»: the work that is done, which is read back
    in any case; a rest that may say otherwise is none."""
    said = _DONE.fullmatch(_plain(text))
    if said is None or _NOT_DONE.search(said["rest"] or ""):
        return None
    return int(said["number"])


def tells_a_result(text: str) -> bool:
    """A figure, or a word that tells what was done or what to change; chat has neither, and «dạ»
    is no «đã»."""
    said = " ".join(re.findall(r"\w+", fold(_YES_SIR.sub("", text))))
    return re.search(r"\d", text) is not None or _words().search(said) is not None


def opens_with_yes(text: str) -> bool:
    """«dạ em đi được ạ», «ok chị …»."""
    return _YES_SIR.match(text) is not None or _OPENS_YES.match(fold(text)) is not None


def takes_it_back(text: str) -> bool:
    """«chưa xong đâu c, e gửi nhầm»: what was read back is not so."""
    return _TAKEN_BACK.search(_plain(text)) is not None


_KIND = r"(?:[ ,]+(?:di|nhe|nha|a|e|em|c|chi|anh|giup|ho|voi|luon|da|roi|r|ngay))*"
_ANEW = (
    r"(?:[ ,.;]+(?:roi |de |cho )*(?:(?:e|em|toi|minh) )?(?:se )?"
    r"(?:gui|lam|bao|viet|ghi|nop|soan)(?: (?:bao cao|bc|ban))? (?:lai|khac|ban khac|cai khac)"
    rf"(?: sau)?{_KIND})?"
)
_DROP = r"(?:huy|bo|xoa|dep)(?: (?:bo|giup|luon|di|ho))*"
_OPENED = r"(?:(?:da|e|em|c|chi|a|anh|oi|thoi|khoan|nham|nham roi|cho|xin)[ ,]+)*"
_THIS = r"(?: (?:nay|do|kia|tren|day|vua roi|luc nay))?"
_REPORT = r"(?:ban )?(?:bao cao|bc)(?: (?:(?:viec|nv|so) )*(?P<number>\d{2,4}))?"
_WRONG = r"(?: bi)?(?: nham| sai| lon)(?: roi| r)?[ ,]+"
_DROPS_REPORT = re.compile(
    rf"{_OPENED}{_DROP} (?:cai )?{_REPORT}{_THIS}{_KIND}{_ANEW}"
    rf"|{_OPENED}{_REPORT.replace('number', 'of')}{_THIS}{_WRONG}{_DROP}{_KIND}{_ANEW}"
)
_DROPS_THIS = re.compile(rf"{_OPENED}{_DROP}(?: (?:cai|ban|dong|tin)){_THIS}{_KIND}{_ANEW}")


_AGAIN = r"(?:gui|nop|bao|bao xong|bao cao) lai"
_HANDS_IN = re.compile(
    rf"\b(?:{_AGAIN}|bo sung|day (?:a|c|chi|anh|nhe|em|e)|(?:day|kem)$|kem theo"
    r"|(?:da|moi|vua) (?:them|sua|bo sung|chinh|dinh kem|co)|ban (?:moi|sua|day du)|xong)\b"
)
_NOT_YET = re.compile(rf"\b(?:chua|{NOT}|mai|se|neu|sao|the nao|may|nao|con thieu|cho|doi)\b|\?")


def hands_in_again(text: str, *, sent: bool) -> bool:
    """«biên bản đây ạ», «đã bổ sung rồi, báo xong lại», under what is `sent` along; alone only
    «…, gửi lại 165»: the report of what was sent back."""
    said = _plain(text)
    again = _HANDS_IN if sent else re.compile(rf"\b{_AGAIN}(?: (?:viec |nv |so )*\d|$)")
    return again.search(said) is not None and not (_NOT_YET.search(said) or "?" in text)


def drops_report(text: str) -> tuple[int | None] | None:
    """«hủy báo cáo này, gửi lại», «báo cáo 139 nhầm rồi, bỏ đi»: of which number, if any."""
    said = _DROPS_REPORT.fullmatch(_plain(text))
    number = said and (said["number"] or said["of"])
    return (int(number) if number else None,) if said else None


def drops_what_stands(text: str) -> bool:
    """«hủy cái này, em làm lại», under what was read back."""
    return drops_report(text) is not None or _DROPS_THIS.fullmatch(_plain(text)) is not None


def put_right(text: str, before: str) -> str | None:
    """«hình như 45 thôi», of «5 khu 47 hộ»: the same with the one number that is meant, and what
    is told besides; None where the line puts no number right, or it is not plain which."""
    said = next((m for m in (look.fullmatch(_plain(text)) for look in _RIGHT) if m), None)
    if said is None:
        return None
    parts = said.groupdict()
    meant = _meant(before, said["new"], parts.get("old") or "", parts.get("unit") or "")
    if meant is None:
        return None
    flat = unicodedata.normalize("NFC", " ".join(text.split())).strip(" .!")
    more = f", {flat[said.start('more') :]}" if parts.get("more") else ""
    return before[: meant[0]] + said["new"] + before[meant[1] :] + more


def put_words_right(text: str, before: str) -> str:
    """«hội trường tầng 1», of «13h30 thứ 6, hội trường tầng 2»: the part that begins with the same
    two words is another; where none does, all of it."""
    opening = fold(text).split()[:SAME]
    parts = re.split(r"([,;])", before)
    for place, part in enumerate(parts):
        if len(opening) == SAME and fold(part).split()[:SAME] == opening:
            lead = part[: len(part) - len(part.lstrip())]
            return "".join([*parts[:place], lead + text, *parts[place + 1 :]])
    return text


def _meant(before: str, new: str, old: str, unit: str) -> tuple[int, int] | None:
    """The number that was named; else the one of this unit; else the only one that counts; without
    a unit the one of as many figures. «5/6» stands for another share of six, or for all six."""
    if "/" in new and not (old and "/" not in old):
        return _share_meant(before, new, old)
    every = list(_NUMBER.finditer(before))
    found = every if old else [m for m in every if _is_plain(before, m)]
    if old:
        part = re.finditer(rf"(?<![\d/.,:-]){old}(?=\s*/\s*\d)", before)  # «18/30 hộ»
        found = [*(m for m in found if m[0] == old), *part]
    elif alike := next(filter(None, _alike(before, found, unit)), None):
        found = alike
    elif len(found) > 1 and not unit:
        found = [m for m in found if len(m[0]) == len(new)]
    return found[0].span() if len(found) == 1 else None


def _share_meant(before: str, new: str, old: str) -> tuple[int, int] | None:
    whole = new.partition("/")[2].strip()
    share = re.escape(old) if old else rf"\d{{1,4}} ?/ ?{whole}"
    of_it = rf"(?<![\d/.,]){share}(?![\d/%])"
    found = [*re.finditer(of_it, before)]
    if not (found or old):
        found = [m for m in _NUMBER.finditer(before) if m[0] == whole and _is_plain(before, m)]
    return found[0].span() if len(found) == 1 else None


def _is_plain(before: str, number: re.Match[str]) -> bool:
    """It counts something: «A3», «khu 2», «12h», «thứ 3» are names, «thu 3 triệu» is none."""
    ahead, behind = before[: number.end()].casefold(), fold(before[number.end() :])
    if before.isascii():
        ahead = ahead.replace("thu ", "thứ ")
    named = _NAMES.search(ahead) or _NAMES.search(fold(ahead))
    return not (named or _HOUR.match(behind))


def _alike(
    before: str, found: Sequence[re.Match[str]], unit: str
) -> Iterator[list[re.Match[str]]]:
    """«29 hộ nghèo», of «28 hộ nghèo, 9 hộ cận nghèo»: the numbers of this unit, by all its words
    before the first alone."""
    words = unit.split()
    for most in range(len(words), 0, -1):
        yield [m for m in found if _counts(before, m, " ".join(words[:most]))]


def _counts(before: str, number: re.Match[str], unit: str) -> bool:
    return re.match(rf"\s*{re.escape(unit)}\b", fold(before[number.end() :])) is not None


def speaks_of_photos(text: str) -> bool:
    """«thêm 1 ảnh nữa», «bỏ ảnh đầu tiên»: said of what goes with the result, and no result."""
    return _OF_PHOTOS.fullmatch(_plain(text)) is not None


def number_of_photo(text: str) -> int | None:
    """«152», «ảnh của 152 đó», «152 cả 2 ảnh»: what was just sent is of this work, and no more."""
    said = _PHOTO_ALONE.fullmatch(_plain(text))
    return int(said["after"] or said["before"]) if said else None


def _plain(text: str) -> str:
    return " ".join(fold(text).split()).strip(" .!")


@cache
def _words() -> re.Pattern[str]:
    words = map(fold, book("aside")["result"]["tells"])
    return re.compile(rf"\b(?<!dang )(?:{'|'.join(words)})\b")
