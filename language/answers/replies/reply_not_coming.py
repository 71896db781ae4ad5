"""Reads that somebody does not come after all, and is careful with words that only look so."""

import itertools

from language.answers.replies.answer import Answer, Reply, Slots
from language.answers.replies.cues import Span
from language.line.fold import bare
from language.line.phrases import phrases
from language.line.vocabulary import group

MARKED_IFS = ("nếu", "thì", "lỡ", "ngộ", "tùy", "tuỳ")
"""«chấm thi» with its marks is no «thì»."""
OTHERS = ("chi", "c", "anh", "a", "co", "chu", "bac", "ong", "ba", "ban", "chau")


def not_coming(answer: Answer) -> Reply | None:
    if answer.has("notyet") and answer.has("go") and not answer.has("cancel"):
        return Reply("later", {"note": answer.words(*answer.all)})
    if answer.has("late", "event") or _conditional(answer) or _double(answer):
        return None
    if _comes_after_all(answer) or not _says_no(answer):
        return None
    guessed = not _negates(answer) and _only_homographs(answer)
    if guessed and (answer.has("go") or answer.only("accept")):
        return None  # «vang em di a» is «vâng», «ban em di» is «bạn»
    slots = _reason(answer)
    if _somebody_else(answer) or not (_cancels(answer) or _negates(answer)) or (guessed and slots):
        slots["need_confirm"] = True  # «em đi công tác» only lets it be guessed
    return Reply("unregister", slots)


def _says_no(answer: Answer) -> bool:
    if _cancels(answer):
        return True
    away = answer.has("away")
    return (away or _negates(answer)) and not (away and _negated(answer, "away"))


def _reason(answer: Answer) -> Slots:
    known = ("cancel", "go", "not", "work")
    times = answer.cues.times
    told = [c for c in answer.cues.clauses if not answer.cues.covered(c, *known, more=times)]
    return {"reason": answer.words(*_without_refusal(answer, *told[-1]))} if told else {}


def _without_refusal(answer: Answer, start: int, end: int) -> Span:
    """«bận trực k đi đc», «ko đi đc con ốm»: only what is in the way."""
    refusals = sorted(s for s in answer.cues.spans.get("cancel", ()) if s[1] - s[0] > 1)
    after = max((b for a, b in refusals if a == start), default=start)
    before = min((a for a, _ in refusals if after < a), default=end)
    return (after, before) if after < min(before, end) else (start, end)


def _somebody_else(answer: Answer) -> bool:
    """«chị Hoa không đi», «30 người không đi»: told of others, so it is asked."""
    line = answer.line
    for i, word in enumerate(line.words[:-1]):
        if word.bare in OTHERS and line.words[i + 1].capital:
            return True
        if word.digits and phrases("figures", "people").at(line, i + 1)[0]:
            return True
    return False


def _only_homographs(answer: Answer) -> bool:
    """Without marks «vang», «huy», «ban» may be «vâng», a name, «bạn»."""
    spans = [s for sort in ("cancel", "away") for s in answer.cues.spans.get(sort, ())]
    words = answer.line.words
    return all(
        b == a + 1 and not words[a].marked and words[a].bare in group("answers", "homograph")
        for a, b in spans
    )


def _conditional(answer: Answer) -> bool:
    """«nếu không mưa em đi», «mưa thì em không đi»: nothing is decided."""
    listed = MARKED_IFS if answer.line.accented else (*MARKED_IFS, *map(bare, MARKED_IFS))
    return any(w.text in listed for w in answer.line.words)


def _double(answer: Answer) -> bool:
    """«không thể không đi»."""
    starts = sorted({a for a, _ in answer.cues.spans.get("not", ())})
    return any(0 < b - a <= 2 for a, b in itertools.pairwise(starts))


def _comes_after_all(answer: Answer) -> bool:
    """«em bận đến 8h, 8h30 em đến»: one clause says no, another comes."""
    clauses = answer.cues.clauses
    no = [c for c in clauses if answer.cues.within(c, "cancel", "away", "not")]
    coming = [c for c in clauses if c not in no and _arrives(answer, c)]
    return bool(no) and bool(coming)


def _arrives(answer: Answer, clause: tuple[int, int]) -> bool:
    words = answer.line.words[clause[0] : clause[1]]
    arrives = any(w.bare in ("den", "di") or w.text in ("tới", "toi") for w in words)
    return arrives or answer.cues.within(clause, "go")


def _cancels(answer: Answer) -> bool:
    return answer.has("cancel") and not _negated(answer, "cancel")


def _negated(answer: Answer, sort: str) -> bool:
    """«không bận», «đừng xóa tên»: a «not» right before every such word."""
    ends = {b for _, b in answer.cues.spans.get("not", ())}
    starts = [a for a, b in answer.cues.spans[sort] if not _inside(answer, sort, a, b)]
    return all(a in ends for a in starts)


def _inside(answer: Answer, sort: str, a: int, b: int) -> bool:
    return any(x <= a and b <= y and (x, y) != (a, b) for x, y in answer.cues.spans[sort])


def _negates(answer: Answer) -> bool:
    """A «not» before «đi», with nothing but a few small words between."""
    goes = [a for a, _ in answer.cues.spans.get("go", ())]
    nots = [b for _, b in answer.cues.spans.get("not", ())]
    return any(0 <= a - b <= 2 for a in goes for b in nots)
