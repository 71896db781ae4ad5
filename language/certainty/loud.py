"""Finds what a reader did not take into account, and must not be passed over: «đáng lẽ», «nếu»."""

from collections.abc import Iterator
from itertools import pairwise, takewhile

from language.answers.replies.answer import Answer
from language.answers.replies.reply_half import refused_outright
from language.answers.replies.reply_new_limit import may_i
from language.certainty.beside import told_beside
from language.certainty.listed import acts, calm, loud
from language.certainty.people import others, with_me
from language.certainty.told import NOTS, Reach, TakenFor, near
from language.line.numbers import number_at
from language.line.patterns import spelt
from language.line.phrases import phrases
from language.line.vocabulary import group
from language.line.words import Line

IN_A_NOTE = ("others", "kin", "negation", "half", "more", "past", "busy", "hindered", "stopped")
"""What a note beside the answer may well speak of."""
IN_A_REASON = ("kin", "negation", "busy", "hindered", "stopped")
"""And a reason before it: «con em ốm, em không đi»."""
OVER = ("hết", "het", "đỡ", "khỏi", "bớt", "gỡ", "tháo")
"""«hết vướng», «đỡ ốm»: it was so, and is no more."""
WHERE = ("o", "vao", "cho", "di", "tu", "tai")
"""«ở đâu», «gửi vào đâu» ask for a place."""
PUT_OFF = ("hoan", "huy", "doi", "lui", "tam")
NO = ("chua", *spelt("không"))
TWO_WORDS, FIVE = 2, 5
MONTHS, YEARS = 12, 1900
KEPT_BY = ("ban", "phai", "mac", "dang")
OPPOSED = ("accept", "blocked", "decline")
PERCENT = ("tram", "lon", "nao")
WISHES = ("extend", "change_point")
PLAIN = ("half", "hindered", "stopped")
"""What an obstacle is told with, before its word and after it."""
KINDS = (
    "question",
    "rhetorical",
    "mistaken",
    "counterfactual",
    "conditional",
    "undone",
    "negation",
    "hoped",
    "planned",
    "others",
    "kin",
    "half",
    "more",
    "past",
    "stopped",
    "hindered",
    "busy",
    "both",
    "two",
    "unlike",
)
"""The most telling first."""


def loud_kinds(told: TakenFor) -> list[str]:
    """Which kinds of loud words a line holds that its reading did not use."""
    found = told.found
    heard = {kind for kind, at in loud_words(told) if not _harmless(told, kind, at)}
    if found.intent in WISHES and may_i(told.answer):
        heard.discard("question")  # «thứ 4 em nộp được không ạ» asks for the day
    if found.slots.get("done") is False and found.intent == "progress":
        heard -= {"question", "rhetorical"}  # «đã xong đâu» is no question
    if refused_outright(told.answer.typed):
        heard -= {"question", "rhetorical"}  # «đi răng được mà đi»
    return [kind for kind in KINDS if kind in heard]


def _harmless(told: TakenFor, kind: str, at: int) -> bool:
    """Behind what decides the form allows it, or it stands in a note beside it."""
    if told_beside(told, kind, at) or _leads_to_it(told, kind, at):
        return True
    behind = at > min(told.starts, default=-1) or told.found.intent not in acts()
    anywhere = told.found.intent in acts("free") and kind in PLAIN
    if kind in calm(told.found.intent) and (behind or anywhere):
        return True
    noted = told.noted and at not in told.head
    return noted and kind in (IN_A_NOTE if behind else IN_A_REASON)


def _leads_to_it(told: TakenFor, kind: str, at: int) -> bool:
    """«mưa to nên không tổ chức ạ»: the «nên không» of what was understood itself."""
    given_up = told.found.intent in ("no_event", "unregister")
    return given_up and kind == "hindered" and near(at, told.starts)


def loud_words(told: TakenFor) -> Iterator[tuple[str, int]]:
    yield from _listed(told)
    yield from (("negation", at) for at in _denied(told))
    yield from (("negation", at) for at in _denied_twice(told))
    yield from (("others", at) for at in others(told))
    yield from (("rhetorical", at) for at in _rhetorical(told))
    yield from (("undone", at) for at in _both_ways(told))
    yield from (("undone", at) for at in _put_off(told))
    yield from (("undone", at) for at in _gives_in(told))
    yield from (("planned", at) for at in _of_a_day_to_come(told))
    if told.found.intent == "extend" and _takes_it_too(told):
        yield "both", 0
    if told.found.intent == "progress" and _two_tasks(told.answer):
        yield "two", 0
    if told.found.intent == "done" and _only_some(told.answer.line):
        yield "two", 0
    if _shares_out(told):
        yield "two", 0
    if _loads_only(told):
        yield "half", 0
    if told.answer.asks:
        yield "question", len(told.answer.line) - 1


def _only_some(line: Line) -> bool:
    """«xong rồi, 36/40 đã chụp thẻ»: fewer than there are; «28/11» is a day."""
    for i, word in enumerate(line.words[1:-1], 1):
        of = line.words[i + 1]
        lesser = word.text == "/" and 0 <= line.words[i - 1].value < of.value
        if lesser and MONTHS < of.value < YEARS and line.text_at(i + 2) != "/":
            return line.text_at(i - 2) != "/"
    return False


def _shares_out(told: TakenFor) -> bool:
    """«em nhận phần danh sách thôi, phần phát quà thì vướng»: one part so, the other otherwise."""
    line = told.answer.line
    parts = [i for i, word in enumerate(line.words) if word.text in ("phần", "phan")]
    parts = [i for i in parts if line.bare_at(i + 1) not in PERCENT]
    return len(parts) > 1 and told.answer.has("accept") and told.found.intent in OPPOSED


def _loads_only(told: TakenFor) -> bool:
    """«dọn được 2 xe rác» to a question how many came: who came is not told, and how much a load
    is nobody knows."""
    asked = told.found.intent == "result" and told.answer.context == "turnout"
    return asked and set(told.answer.turnout.metrics) == {"waste_truck"}


def _put_off(told: TakenFor) -> Iterator[int]:
    """«hoãn sang CN, 28 người báo đi được»: figures of a day that was not held."""
    counts = told.found.intent in acts("counts") and told.answer.context == "turnout"
    cues = told.answer.cues
    if counts and not cues.denied("no_event"):
        spans = cues.spans.get("no_event", ())
        line = told.answer.line
        called = {a for a, _ in spans if line.bare_at(a + 1) == "dong"}  # «huy dong 50»
        yield from (a for a, _ in spans if line.bare_at(a) in PUT_OFF and a not in called)


def _gives_in(told: TakenFor) -> Iterator[int]:
    """«thôi được rồi», «thôi để đó»: taken with a sigh, or let be? «…, để chị làm» takes it."""
    line, cues = told.answer.line, told.answer.cues
    if told.found.intent == "accept" and line.bare_at(0) == "thoi":
        ends = {line.bare_at(b - 1) for _, b in cues.spans.get("accept", ())}
        yield from () if ends & {"nhan", "lam", "lo"} else (0,)


def _of_a_day_to_come(told: TakenFor) -> Iterator[int]:
    """«mai có 30 người đi»: so many are to come, and nobody was there yet; «30 người, mai em gửi
    ảnh» tells another deed."""
    line, counts = told.answer.line, told.found.intent in acts("counts")
    if not (counts and told.answer.context == "turnout"):
        return
    for mark in told.answer.cues.marks:
        days = mark.value[1] if mark.kind == "part_day" else mark.value
        if mark.kind in ("offset", "week", "part_day") and days is not None and days > 0:
            ahead = takewhile(lambda i: not told.answer.cues.wall(i), range(mark.end, len(line)))
            if any(number_at(line, i) and i in told.counted for i in ahead):
                yield mark.start


def _takes_it_too(told: TakenFor) -> bool:
    """«nhận việc nhưng xin đến thứ 2»: taken, and more time asked for."""
    takes = (a for a, b in told.answer.cues.spans.get("accept", ()) if b - a <= TWO_WORDS)
    line = told.answer.line
    return any(line.bare_at(a) == "nhan" and line.bare_at(a - 1) not in NO for a in takes)


def _two_tasks(answer: Answer) -> bool:
    """«152 xong, 153 chưa», «xong 152 còn 153 đang dở»: one of them may be meant."""
    least = 1 if answer.has("notyet") else 2
    numbers = [word for word in answer.line.words if word.digits and least < len(word.text) < FIVE]
    open_too = answer.has("notyet", "doing", "partly")
    return answer.has("done") and open_too and len(numbers) > 1


def _listed(told: TakenFor) -> Iterator[tuple[str, int]]:
    line = told.answer.line
    anywhere = loud().find(line)
    marked = [s for s in loud("loud_marked").find(line) if line.words[s[1]].marked]
    for kind, a, b in (*anywhere, *marked):
        if line.bare_at(a) == "tinh" and line.bare_at(a + 1) == "ca" and a in told.counted:
            continue  # «tính cả em là 17»
        if b == a + 1 and f"{line.bare_at(a - 1)} {line.bare_at(a)}" in group(
            "certainty", "words"
        ):
            continue  # «máy tính», «quy định»
        if kind == "half" and line.text_at(a) == "tam" and line.text_at(b).isdecimal():
            continue  # «tam 30p» is «tầm»
        if b == a + 1 and _is_a_name(line, a):
            continue  # «vi ong Vuong di Ha Noi»
        mine = kind in ("others", "kin") and with_me(told.answer, a)
        if kind == "half" and told.answer.turnout.status == "delta" and a in told.counted:
            continue  # «về sớm mất 4» is what was counted
        if kind == "past" and a in told.counted and _is_older(line, a):
            continue  # «33, buổi trước 29» is told beside it
        if not mine and not told.taken.holds(a, b):
            yield kind, a
    start = next((i for i in range(len(line)) if i not in told.answer.cues.polite), 0)
    for first in {0, start}:
        kind, end = loud("loud_first").tag(line, first)
        mine = kind == "others" and _is_mine(line, end)
        if kind and not mine and not told.taken.holds(first, end):
            yield kind, first


def _is_a_name(line: Line, i: int) -> bool:
    """A word without marks, with a capital within a line that has small letters behind it."""
    word = line.words[i]
    named = bool(i) and word.capital and not word.marked
    return named and any(one.text.isalpha() and not one.capital for one in line.words[1:i])


def _is_mine(line: Line, i: int) -> bool:
    """«bên em», «bên công đoàn em 9 thầy cô»."""
    named = phrases("figures", "organisations").tag(line, i)[1]
    return {line.bare_at(i), line.bare_at(named)} & set(group("answers", "self")) != set()


def _is_older(line: Line, i: int) -> bool:
    behind = any(word.digits for word in line.words[:i])
    return behind and phrases("figures", "chat").tag(line, i)[0] == "older"


def _denied(told: TakenFor) -> Iterator[int]:
    """A «not» before what was understood; elsewhere only where the reading has no place for it."""
    yield from (a for a in told.starts if told.answer.line.text_at(a - 1) in OVER)
    leaves = told.found.intent == "unregister"
    goes, cancels = told.starts_of("go"), told.starts_of("cancel")
    hinders, unpaid = told.found.intent == "blocked", group("answers", "paid")
    for a, b in told.nots:
        if hinders and told.answer.line.bare_words(b, b + 2) in unpaid:
            continue  # «còn 6 hộ chưa nhận tiền» is what stands in the way
        if leaves and near(b, goes) and not near(b, cancels):
            continue  # «không đi»
        placed = told.sorts & set(NOTS)
        if near(b, told.starts) or (not placed and a in told.head):
            yield a


def _denied_twice(told: TakenFor) -> Iterator[int]:
    """«không phải em không nhận»: a no to a no, whatever phrases they stand in."""
    line = told.answer.line
    nots = sorted(a for sort in NOTS for a, _ in told.answer.cues.spans.get(sort, ()))
    for a, b in pairwise(nots):
        if line.bare_at(a + 1) == "phai" and 1 < b - a <= FIVE:
            yield a


def _rhetorical(told: TakenFor) -> Iterator[int]:
    """«em có bận đâu», «xong đâu mà xong»."""
    line, cues = told.answer.line, told.answer.cues
    nots = min((a for sort in NOTS for a, _ in cues.spans.get(sort, ())), default=len(line))
    for i, word in enumerate(line.words):
        if word.text not in ("đâu", "dau") or told.taken.holds(i, i + 1):
            continue
        has = nots > i and any(line.bare_at(j) == "co" for j in range(max(0, i - 6), i))
        if (has or line.bare_at(i + 1) == "ma") and line.bare_at(i - 1) not in WHERE:
            yield i


def _both_ways(told: TakenFor) -> Iterator[int]:
    """«tuần này em đi tuần sau em nghỉ», «thôi không nhận … em nhận»: two answers in one line."""
    other = {"unregister": "go", "decline": "accept"}.get(told.found.intent, "")
    spans = told.answer.cues.spans
    refused = [s for sort in ("cancel", "away", "decline") for s in spans.get(sort, ())]
    known = Reach(refused, len(told.answer.line))
    denied = {b + i for _, b in told.nots for i in range(3)}
    for a, b in spans.get(other, ()):
        bare = told.answer.line.bare_at(b - 1)
        if told.answer.line.bare_at(a - 1) in KEPT_BY:
            continue  # «bận đi ăn hỏi»
        if bare in ("di", "nhan", "ky") and not known.holds(b - 1, b) and a not in denied:
            yield a
