"""Finds what a reader did not take into account, and must not be passed over: «đáng lẽ», «nếu»."""

from collections.abc import Iterator

from language.answers.answer import Answer, Reply
from language.answers.cues import Span
from language.answers.reply_new_limit import may_i
from language.certainty.listed import acts, calm, loud
from language.line.phrases import phrases
from language.line.spans import words_in
from language.line.vocabulary import book, group

NEAR = 2  # words between a «not» and what it denies
NOTS = ("not", "notyet")
PLACED = ("khu", "to", "diem", "thon", "doi", "nhom", "ban", "pho", "xom")
IN_A_NOTE = ("others", "negation", "half", "more", "past")
"""What a note beside the answer may well speak of."""
KINDS = (
    "question",
    "rhetorical",
    "counterfactual",
    "conditional",
    "undone",
    "negation",
    "hoped",
    "planned",
    "others",
    "half",
    "more",
    "past",
)
"""The most telling first."""


def loud_kinds(answer: Answer, found: Reply) -> list[str]:
    """Which kinds of loud words a line holds that its reading did not use."""
    beside = _beside(answer, found)
    heard = {
        kind for kind, at in loud_words(answer, found) if kind not in IN_A_NOTE or at not in beside
    }
    heard -= calm(found.intent)
    if found.intent == "extend" and may_i(answer):
        heard.discard("question")  # «thứ 4 em nộp được không ạ» asks for the day
    return [kind for kind in KINDS if kind in heard]


def loud_words(answer: Answer, found: Reply) -> Iterator[tuple[str, int]]:
    taken = deciding(answer, found.intent)
    yield from _listed(answer, taken)
    yield from (("negation", a) for a in _denied(answer, found, taken))
    yield from (("others", a) for a in _others(answer, found, taken))
    yield from (("rhetorical", a) for a in _rhetorical(answer, taken))
    if answer.asks:
        yield "question", len(answer.line) - 1


def deciding(answer: Answer, intent: str) -> list[Span]:
    """The cues that show the intent; «không» and «chưa» alone decide nothing."""
    sorts = book("answers")["speaks"].get(intent, ())
    return [
        span for sort in sorts if sort not in NOTS for span in answer.cues.spans.get(sort, ())
    ]


def _listed(answer: Answer, taken: list[Span]) -> Iterator[tuple[str, int]]:
    line = answer.line
    for kind, a, b in loud().find(line):
        if not _inside((a, b), taken) and not (kind == "others" and _with_me(answer, a)):
            yield kind, a
    for kind, a, b in loud("loud_marked").find(line):
        if line.words[a].marked and not _inside((a, b), taken):
            yield kind, a
    start = next((i for i in range(len(line)) if i not in answer.cues.polite), 0)
    for first in {0, start}:
        kind, end = loud("loud_first").tag(line, first)
        mine = kind == "others" and line.bare_at(end) in group("answers", "self")
        if kind and not mine and not _inside((first, end), taken):
            yield kind, first


def _with_me(answer: Answer, i: int) -> bool:
    """«em và chồng em», «2 vợ chồng em», «tiểu ban em»: no one else's doing."""
    before = answer.line.bare_at(i - 1)
    listed = group("answers", "with") | group("answers", "no_excuse_after") | {"cho", "vo", "me", "bo", "chi", "anh"}
    return i > 0 and (before in listed or before.isdecimal())


def _beside(answer: Answer, found: Reply) -> set[int]:
    """The words of a note beside what decides: «không đi được, con ốm»."""
    if found.intent not in acts("noted"):
        return set()
    heads = heads_of(answer, found)
    return {i for i in range(len(answer.line)) if not any(a <= i < b for a, b in heads)}


def _inside(span: Span, taken: list[Span]) -> bool:
    return any(a <= span[0] and span[1] <= b for a, b in taken)


def _nots(answer: Answer, taken: list[Span]) -> list[Span]:
    """Every «not» that is no part of a longer phrase which was understood."""
    found = {span for sort in NOTS for span in answer.cues.spans.get(sort, ())}
    known = {span for spans in answer.cues.spans.values() for span in spans} - found
    return [s for s in sorted(found) if not _inside(s, taken) and not _inside(s, list(known))]


def _denied(answer: Answer, found: Reply, taken: list[Span]) -> Iterator[int]:
    """A «not» before what was understood; elsewhere only where the reading has no place for it."""
    sorts = book("answers")["speaks"].get(found.intent, ())
    counted = words_in(answer.line, found.used) if found.intent in acts("counts") else set()
    for a, b in _nots(answer, taken):
        if a in counted:
            continue
        before = any(0 <= start - b <= NEAR for start, _ in taken)
        goes = found.intent == "unregister" and _denies_going(answer, b)
        if (before and not goes) or (not set(NOTS) & set(sorts) and not goes and in_head(answer, found, a)):
            yield a


def _denies_going(answer: Answer, end: int) -> bool:
    """«không đi», with a few small words between."""
    goes = [a for a, _ in answer.cues.spans.get("go", ())]
    cancels = [a for a, _ in answer.cues.spans.get("cancel", ())]
    return any(0 <= a - end <= NEAR for a in goes) and not any(0 <= a - end <= NEAR for a in cancels)


def in_head(answer: Answer, found: Reply, i: int) -> bool:
    """Does the word stand in a clause that shows what is wanted, not in a note beside it?"""
    heads = heads_of(answer, found)
    return any(a <= i < b for a, b in heads)


def heads_of(answer: Answer, found: Reply) -> list[Span]:
    clauses = answer.cues.clauses
    taken = deciding(answer, found.intent)
    told = [c for c in clauses if any(c[0] <= a < c[1] for a, _ in taken)]
    return told or clauses or [answer.all]


def _others(answer: Answer, found: Reply, taken: list[Span]) -> Iterator[int]:
    """«chị Hoa xong rồi», «khu 4 nói»: somebody else before what was understood."""
    line, first = answer.line, min((a for a, _ in taken), default=len(answer.line))
    for i in range(min(first, len(line))):
        if phrases("certainty", "says").at(line, i)[0] and _told_by_others(answer, i):
            yield i
        if is_name(answer, i) and not (_called(answer, i) or _with_me(answer, i - 1)):
            yield i


def _told_by_others(answer: Answer, i: int) -> bool:
    before = answer.line.bare_at(i - 1)
    placed = before.isdecimal() and answer.line.bare_at(i - 2) in PLACED
    return bool(before) and before not in group("answers", "self") and (
        placed or answer.line.words[i].marked
    )


def is_name(answer: Answer, i: int) -> bool:
    """«chị Hoa»: a capital after an address."""
    line = answer.line
    if not i or not line.words[i].capital or line.shouted or line.words[i - 1].capital and i > 1:
        return False
    return bool(phrases("names", "address").at(line, i - 1)[0]) and not line.words[i].digits


def _called(answer: Answer, i: int) -> bool:
    """«chị Hoa ơi», «anh Nam em nhận nhé»: the one who is spoken to."""
    line, j = answer.line, i + 1
    while j < len(line) and line.words[j].capital:
        j += 1
    after = line.bare_at(j)
    return after in ("oi", "a", ",", "!", ".", ":") or after in group("answers", "self")


def _rhetorical(answer: Answer, taken: list[Span]) -> Iterator[int]:
    """«em có bận đâu», «xong đâu mà xong»."""
    line = answer.line
    for i, word in enumerate(line.words):
        if word.bare not in ("dau", "mo") or (word.text not in ("đâu", "dau", "mô", "mo")):
            continue
        if _inside((i, i + 1), taken) or line.bare_at(i - 1) in ("o", "vao", "cho", "di", "tu", "tai"):
            continue
        has = any(line.bare_at(j) == "co" for j in range(i)) and not answer.cues.within((0, i), *NOTS)
        if has or line.bare_at(i + 1) == "ma":
            yield i
