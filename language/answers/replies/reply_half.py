"""Reads what only looks like a yes: taken in part, done and perhaps not right, taken and something
asked besides; or a no that is worded so: «xong chi mà xong», «xong nỗi gì»."""

import re

from language.answers.replies.answer import Answer, Reply
from language.answers.replies.cues import Span
from language.answers.replies.reply_subject import task_words
from language.answers.replies.typed import Typed
from language.line.patterns import NO

_ME = r"(?:em|e|toi|t|minh|tui|chau|chi|anh|bac|co|chu)"
_NOT_TAKEN = re.compile(
    r"\bchua (?:dam|voi) (?:nhan|hua)\b|\bchua nhan(?: loi)?(?: viec)? (?:ngay|voi|lien)\b"
    r"|\bchua nhan loi\b|\b(?:roi|moi|xong) (?:moi )?dam (?:nhan|hua)\b"
)
_ASKS_FIRST = re.compile(
    rf"\bde {_ME} (?:xin|hoi|bao cao|xin phep|trinh|ban)\b"
    r".{0,80}\b(?:da|roi)\b.{0,80}\b(?:nhan|tra loi|bao)\b"
    rf"|\bde (?:{_ME} )?(?:xin|hoi) y kien .{{0,40}}\bda\b"
)
_UNSURE = re.compile(rf"^(?:ma |nhung )*(?:cung )?(?:chua|{NO}|chang) (?:chac|biet|ro)\b")
_PART = r"(?:phan|khau|khuc|mang|doan|viec)"
_DO = r"(?:lam|nhan|lo|dam|phu trach|giup|ganh)"
_ONLY = re.compile(
    rf"\b(?:chi|moi) (?:xin )?{_DO}(?: (?:duoc|dc|noi))?(?: \w+)? {_PART}\b"
    rf"|\bnhan (?:moi )?{_PART}\b.{{0,60}}\b(?:thoi|chiu|nho)\b"
)
_TAKEN = ("nhan", "ro", "lam")


def not_taken_yet(answer: Answer) -> Reply | None:
    """«chưa dám nhận lời ngay, để em xin ý kiến chị Chủ tịch đã»: neither yes nor no."""
    said = answer.line.bare_words(*answer.all)
    later = _NOT_TAKEN.search(said) or _ASKS_FIRST.search(said)
    if not later or answer.asks or answer.has("done", "doing", "extend"):
        return None
    return Reply("later", {"note": answer.words(*answer.all)})


def takes_a_part(answer: Answer) -> Reply | None:
    """«tôi nhận nhưng chỉ làm được phần vận động thôi»: how much of it is asked."""
    head, rest = _head_and_rest(answer)
    part = bool(_ONLY.search(answer.line.bare_words(*rest))) and not answer.has(
        "done", "notyet", "extend"
    )
    if not (part and _takes(answer, head)) or answer.asks:
        return None
    return Reply("accept", {"note": answer.words(*answer.all), "need_confirm": True})


def done_perhaps(answer: Answer) -> Reply | None:
    """«làm rồi nhưng chưa biết đúng ý anh không»: done, as far as one knows; it is asked."""
    head, rest = _head_and_rest(answer)
    over = answer.cues.within(head, "done") and answer.cues.covered(head, "done", "accept")
    if not over or not _UNSURE.search(answer.line.bare_words(*rest)) or "?" in answer.text:
        return None
    return Reply("done", {"note": answer.words(*answer.all), "need_confirm": True})


def takes_and_asks(answer: Answer) -> bool:
    """«em xin nhận việc này ạ, tiện cho em hỏi kinh phí lấy ở đâu»: both are meant."""
    head, rest = _head_and_rest(answer)
    return answer.asks and rest[0] < rest[1] and _takes(answer, head)


def _takes(answer: Answer, head: Span) -> bool:
    told = {answer.line.bare_at(i) for i in range(*head)} & set(_TAKEN)
    plain = answer.cues.covered(head, "accept", more=task_words(answer))
    return bool(told) and plain and answer.cues.within(head, "accept")


def _head_and_rest(answer: Answer) -> tuple[Span, Span]:
    """The first clause, and all that follows it."""
    clauses = answer.cues.clauses
    if len(clauses) < 2:
        return answer.all, (len(answer.line), len(answer.line))
    return clauses[0], (clauses[0][1] + 1, len(answer.line))


WHAT = ("gi", "chi", "j", "dau", "sao", "mo", "rang")
THINGS = ("gi", "chi", "j")
BETWEEN = ("cai", "noi", "duoc", "dc", "con", "the", "kieu")
NOTHING = (["noi", "gi"], ["noi", "chi"], ["gi", "dau"], ["chi", "dau"], ["cai", "gi"])
ALREADY = ("da", "co")
FAR = 5


def refused_outright(typed: Typed) -> bool:
    """«nhận chi mà nhận», «đi răng được mà đi»."""
    return denied_outright(typed, "accept", "nhan") or denied_outright(typed, "go", "di")


def denied_outright(typed: Typed, sort: str, word: str = "") -> bool:
    """Is what these cues say, or those that end with this word, denied by the way it is said?"""
    spans = typed.cues.spans.get(sort, ())
    spans = [span for span in spans if word in ("", typed.line.bare_at(span[1] - 1))]
    plain = "?" not in typed.text and not typed.has("extend")
    return plain and any(
        _said_twice(typed, span) or _nothing_behind(typed, span) or _how_then(typed, span)
        for span in spans
    )


def _said_twice(typed: Typed, span: Span) -> bool:
    """«xong chi mà xong», «nhận cái gì mà nhận», «đi đâu mà đi»."""
    line, (_, b) = typed.line, span
    then = next((i for i in range(b, b + FAR) if line.bare_at(i) == "ma"), 0)
    between = [line.bare_at(i) for i in range(b, then)]
    asked = bool(set(between) & set(WHAT)) and set(between) <= {*WHAT, *BETWEEN}
    return asked and line.bare_at(then + 1) == line.bare_at(b - 1)


def _nothing_behind(typed: Typed, span: Span) -> bool:
    """«xong nỗi gì», «đã xong chi mô»."""
    return [typed.line.bare_at(i) for i in (span[1], span[1] + 1)] in NOTHING


def _how_then(typed: Typed, span: Span) -> bool:
    """«lấy gì mà xong», «làm chi mà đã xong», and no more than that."""
    line, (a, b) = typed.line, span
    first = next(i for i in range(a, -2, -1) if line.bare_at(i - 1) not in ALREADY)
    asked = line.bare_at(first - 2) in THINGS and line.bare_at(first - 1) == "ma"
    return asked and all(
        i in typed.cues.polite or line.text_at(i) == "." for i in range(b, len(line))
    )
