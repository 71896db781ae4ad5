"""Reads a no that is worded like a yes: «xong chi mà xong», «xong nỗi gì»."""

from language.answers.replies.cues import Span
from language.answers.replies.typed import Typed

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
