"""Reads that a task is done, and nothing that only looks like it."""

from language.answers.replies.answer import Answer, Reply, Slots
from language.answers.replies.cues import Span
from language.answers.replies.reply_limit import ahead, over
from language.answers.replies.reply_subject import task_words
from language.answers.replies.spoken import fillers
from language.dates.moments import day_of

HANDS_IN = ("gui", "nop", "trinh")
BODIES = ("phong", "to", "ben", "van", "vp")
TWO_WORDS = 2
OTHERS = ("chi", "c", "anh", "a", "co", "chu", "bac", "ong", "ba")


def done(answer: Answer) -> Reply | None:
    """Only a line without any shadow of «not», «nearly», «when» or «will» is done."""
    if not answer.has("done") or answer.has("not", "notyet", "partly") or answer.asks:
        return None
    first = next((c for c in answer.cues.clauses if answer.cues.within(c, "done")), answer.all)
    if _somebody_else(answer, first):
        return Reply("progress", {"note": answer.words(*answer.all), "need_confirm": True})
    head, rest = _head(answer, first)
    if _overcast(answer, first, head):
        return None
    small = task_words(answer) | _hundred(answer) | fillers(answer.line, "done")
    whole = answer.cues.covered(head, "done", "accept", more=small)
    whole = whole or ((_said(answer, head) or over(answer)) and _only_times(answer, head))
    if ahead(answer) and not _told_today(answer, head):
        return None
    if not whole and not _said(answer, head):
        return Reply("progress", {"note": answer.words(*answer.all), "need_confirm": True})
    if not whole:
        return Reply(
            "done", {"note": _from(answer, head), "need_confirm": True} | _results(answer)
        )
    return Reply("done", _remark(answer, rest) | _results(answer))


def done_and_free(answer: Answer) -> Reply | None:
    """«đã hoàn thành, không còn vướng mắc gì»: nothing stands in the way any more."""
    if not answer.has("done") or answer.has("notyet") or answer.asks:
        return None
    clauses = answer.cues.clauses
    free = len(clauses) == TWO_WORDS and answer.cues.denied("blocked")
    if not free or not answer.cues.within(clauses[1], "blocked"):
        return None
    small = task_words(answer) | fillers(answer.line, "done")
    whole = answer.cues.covered(clauses[0], "done", "accept", more=small)
    shaded = answer.cues.within(clauses[0], "not", "partly")
    told = answer.cues.within(clauses[0], "done") and not shaded
    return Reply("done", {"note": answer.words(*clauses[1])}) if whole and told else None


def handed_in(answer: Answer) -> Reply | None:
    """«gửi phòng rồi», «em nộp bản giấy ở văn thư hồi nãy rồi»: handed in, and where to."""
    line = answer.line
    if answer.asks or answer.has("not", "notyet", "partly", "decline", "blocked"):
        return None
    begun = next((i for i in range(len(line)) if line.bare_at(i) in HANDS_IN), -1)
    ended = next((i for i in range(len(line)) if line.bare_at(i) in ("roi", "r")), -1)
    if begun < 0 or ended <= begun + 1 or begun > TWO_WORDS:
        return None
    small = fillers(line, "done") | answer.cues.times | task_words(answer)
    if any(line.bare_at(i) in BODIES for i in range(begun)):
        return None  # «phòng gửi bản giấy rồi»
    told = (i for i in range(len(line)) if i not in (begun, ended))
    known = all(i in small or i in answer.cues.polite for i in told)
    return Reply("done", {"note": answer.words(*answer.all)}) if known else None


def _from(answer: Answer, head: Span) -> str:
    """«họp xong với khu 3 rồi, 22 người dự»: all that was said of it, the figures too."""
    return answer.words(head[0], len(answer.line))


def _somebody_else(answer: Answer, first: Span) -> bool:
    """«chị Hoa xong rồi»: an address and a name before the word."""
    said = min(a for a, _ in answer.cues.spans["done"] if first[0] <= a < first[1])
    known = {i for spans in answer.cues.spans.values() for a, b in spans for i in range(a, b)}
    return any(
        answer.line.bare_at(i) in OTHERS
        and (_is_name(answer, i + 1) or i + 1 not in known | answer.cues.polite)
        for i in range(first[0], said - 1)
    )


def _is_name(answer: Answer, i: int) -> bool:
    """«anh nam xong r»: after an address a name, not the northern «nàm»."""
    return answer.line.words[i].capital or answer.line.text_at(i) == "nam"


def _overcast(answer: Answer, first: Span, head: Span) -> bool:
    """A «when», «will» or trouble before or in the clause that says done."""
    begun = (0, first[0])
    first_let_me = answer.line.text_at(head[1] - 1) in ("đã", "da")  # «xong việc này đã»
    shadow = answer.cues.within(head, "future") or answer.cues.within(begun, "future", "blocked")
    return shadow or first_let_me


def _said(answer: Answer, head: Span) -> bool:
    words = answer.line.words[head[0] : head[1]]
    return any(w.text in ("đã", "rồi", "r", "roi") or w.bare in ("da", "roi") for w in words)


def _only_times(answer: Answer, head: Span) -> bool:
    return answer.cues.covered(head, "done", "accept", more=answer.cues.times | task_words(answer))


def _told_today(answer: Answer, head: Span) -> bool:
    """«hôm nay xong rồi» is over, «chiều nay xong» is not; a later clause may plan."""
    if not _said(answer, head):
        return False
    places = [
        m
        for m in answer.cues.marks
        if head[0] <= m.start < head[1] and m.start in answer.cues.times
    ]
    start = answer.when.start
    return not places or start is None or day_of(start) <= answer.now.date()


def _remark(answer: Answer, rest: Span) -> Slots:
    if rest[1] <= rest[0] or answer.cues.covered(rest, "done", "accept", "thanks", "greeting"):
        return {}
    slots: Slots = {"note": answer.words(*rest)}
    if any(w.bare == "file" for w in answer.line.words[rest[0] : rest[1]]):
        slots["expects_file"] = True
    return slots


def _results(answer: Answer) -> Slots:
    """«xong, trồng được 50 cây»: what was achieved goes with it."""
    return {"metrics": dict(answer.turnout.metrics)} if answer.turnout.metrics else {}


def _head(answer: Answer, first: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
    """The clause with «xong», cut after «rồi», and what follows."""
    spans = [s for s in answer.cues.spans["done"] if first[0] <= s[0] < first[1]]
    end = max((b for _, b in spans), default=first[1])
    i = end
    while i < first[1] and (i in answer.cues.polite):
        i += 1
    settled = any(answer.line.bare_at(j) in ("roi", "r", "rui", "a", "nhe") for j in range(end, i))
    if settled and i < first[1] and not answer.line.words[i].digits:
        return (first[0], i), (i, len(answer.line))
    return first, (min(first[1] + 1, len(answer.line)), len(answer.line))


def _hundred(answer: Answer) -> set[int]:
    return {i for i, w in enumerate(answer.line.words) if w.value == 100 or w.text == "%"}
