"""How a line says that it gives work: the verb, the agreement before it, what is to be done; or
that it only tells."""

import re

from language.line.fold import tidy
from language.line.patterns import YES
from language.line.phrases import phrases
from language.line.restore import read

AGREED = (
    rf"(?:(?:{YES}|được|duoc|thế|the|vậy|vay"
    r"|(?:(?:việc |viec )?\d{3,4}[ ,:]+)?(?:à|a|ơ)?\s*(?:nhầm|nham|lộn|quên|quen)(?: rồi| roi)?)"
    r"[ ,:]+)*"
)
"""«ok», «158 à nhầm»: what stands before a line belongs to what was said before."""
GIVES = re.compile(rf"{AGREED}giao\b", re.IGNORECASE)
AGREES = re.compile(AGREED, re.IGNORECASE)
HANDED = re.compile(
    rf"{GIVES.pattern}\s+(?:thêm |them )?(?:(?:việc|viec|nhiệm vụ|nhiem vu)\s+)?"
    r"(?P<what>(?!lại\b|lai\b)[^:,]+?)\s+cho\s+(?P<who>[^:]+?)",
    re.IGNORECASE,
)


def turned_round(text: str) -> str:
    """«ok giao việc băng rôn cho Nam, thứ 6» is «Nam: băng rôn, thứ 6»; the yes before a line
    belongs to what was said before."""
    said = HANDED.fullmatch(tidy(text))
    if said is None:
        return without_agreement(text)
    name, comma, day = said["who"].partition(",")
    return f"{name}: {said['what']}{comma}{day}"


def without_agreement(text: str) -> str:
    agreed = AGREES.match(text)
    return text[agreed.end() :] if agreed else text


def without_giving(text: str) -> str:
    """«giao việc làm maket»: without the verb of giving."""
    return re.sub(rf"{GIVES.pattern}(?:\s+(?:việc|viec))?\s+", "", text, count=1, flags=re.I)


def is_handed(text: str) -> bool:
    """«ok giao Nam làm băng rôn»: work that is given by the verb."""
    return bool(GIVES.match(tidy(text)))


def is_heading(text: str) -> bool:
    """«Giao ban xong c giao việc nhé:», «KẾT LUẬN GIAO BAN 30/11»: what stands above the lines."""
    headed = phrases("names", "headings").at(read(text), 0)[0]
    return text.isupper() or bool(headed) or text.rstrip().endswith(":")


def opens_no_order(said: str) -> bool:
    """«về kinh phí», «đã báo rồi»."""
    return tells(said) or _opens(said, "no_order")


def tells(said: str) -> bool:
    """«đã in xong», «nghỉ ốm»: told of somebody, and nothing is given."""
    return _opens(said, "telling")


def opens_work(said: str) -> bool:
    """«soạn giấy mời»: it begins with what is to be done, and says more."""
    line = read(said)
    _, end = phrases("names", "work_verbs").at(line, 0)
    return 0 < end < len(line)


def _opens(said: str, section: str) -> bool:
    line = read(said)
    tag, _ = phrases("names", section).tag(line, 0)
    return tag == "safe" or (tag == "marked" and line.words[0].marked)
