"""Finds in a line who else is spoken of: «chị Hoa xong rồi», «khu 4 nói», «chồng em bận»."""

from collections.abc import Iterator

from language.answers.replies.answer import Answer
from language.certainty.listed import loud
from language.certainty.told import TakenFor
from language.line.phrases import phrases
from language.line.vocabulary import group

KIN = frozenset(("cho", "vo", "me", "bo", "chi", "anh"))
PLACED = ("khu", "to", "diem", "thon", "doi", "nhom", "ban", "pho", "xom")


def others(told: TakenFor) -> Iterator[int]:
    """Somebody else before what was understood."""
    answer, line = told.answer, told.answer.line
    for i in range(min(told.starts, default=len(line))):
        if loud("says").at(line, i)[0] and _told_by_others(answer, i):
            yield i
        if is_name(answer, i) and not (_called(answer, i) or with_me(answer, i - 1)):
            yield i


def with_me(answer: Answer, i: int) -> bool:
    """«em và chồng em», «2 vợ chồng em», «tiểu ban em»: no one else's doing."""
    before = answer.line.bare_at(i - 1)
    listed = (group("answers", "with"), group("answers", "no_excuse_after"), KIN)
    return i > 0 and (before.isdecimal() or any(before in words for words in listed))


def is_name(answer: Answer, i: int) -> bool:
    """«chị Hoa»: a capital after an address."""
    line = answer.line
    if not i or not line.words[i].capital or line.shouted or (i > 1 and line.words[i - 1].capital):
        return False
    return bool(phrases("names", "address").at(line, i - 1)[0]) and not line.words[i].digits


def _told_by_others(answer: Answer, i: int) -> bool:
    line, before = answer.line, answer.line.bare_at(i - 1)
    if not before or before in group("answers", "self"):
        return False
    return line.words[i].marked or (before.isdecimal() and line.bare_at(i - 2) in PLACED)


def _called(answer: Answer, i: int) -> bool:
    """«chị Hoa ơi», «anh Nam em nhận nhé»: the one who is spoken to."""
    line, j = answer.line, i + 1
    while j < len(line) and line.words[j].capital:
        j += 1
    after = line.bare_at(j)
    return after in ("oi", "a", ",", "!", ".", ":") or after in group("answers", "self")
