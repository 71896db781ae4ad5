"""What plainly belongs to a result that was read back: «đã ký thêm 2 hộ», «sửa lại 5 hộ»."""

import re
from functools import cache

from domain.names import fold
from language.line.vocabulary import book


def tells_a_result(text: str) -> bool:
    """A figure, or a word that tells what was done or what to change; chat has neither."""
    said = " ".join(re.findall(r"\w+", fold(text)))
    return re.search(r"\d", text) is not None or _words().search(said) is not None


@cache
def _words() -> re.Pattern[str]:
    words = map(fold, book("aside")["result"]["tells"])
    return re.compile(rf"\b(?:{'|'.join(words)})\b")
