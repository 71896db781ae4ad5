"""Whether one comes along, where one was told when: «em k đi dc, con ốm», «dạ em đi được»."""

import re
from functools import cache

from language.answers.replies.whole_sayings import whole_saying
from language.line.vocabulary import book

_MARK = re.compile(r"[,:;.]")
YES, NO = "yes", "no"


def going_in(text: str) -> tuple[str, str]:
    """`yes` or `no`, and why not; nothing where the line says more than that."""
    if whole := whole_saying(text, "going", (YES, NO), ","):
        return whole, ""
    for mark in filter(None, (_MARK.search(text), _because().search(text))):
        if (why := text[mark.end() :].strip()) and _is_no(text[: mark.start()]):
            return NO, why
    why, _, last = text.rpartition(",")
    return (NO, why.strip()) if why and _is_no(last) else ("", "")


def _is_no(words: str) -> bool:
    return whole_saying(words.strip(), "going", (NO,), ",") == NO


@cache
def _because() -> re.Pattern[str]:
    ways = "|".join(re.escape(one) for one in book("visits")["going"]["because"])
    return re.compile(rf"(?i)\s(?:{ways}|vi|tai)\s")
