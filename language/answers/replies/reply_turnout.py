"""Answers to a turnout request: figures, a correction, «not held», «figures later»."""

from language.answers.replies.answer import Answer, Reply, Slots
from language.answers.replies.reply_subject import question_slots
from language.figures.headcount import MANY, Turnout
from language.line.vocabulary import group

READ_BACK = ("multiplied", "undone")
"""Figures that were counted out, or are of what is still to be done."""
SCHOOL = ("HS", "GV")


def about_turnout(answer: Answer) -> Reply | None:
    found = answer.turnout
    if found.status == "none" and not answer.asks:
        told = _without_figures(answer)
        if told:
            return told
    if found.why == "nobody":
        return Reply("turnout", slots_of(found), turnout=found)
    if _doubts(answer) or (answer.asks and not _sure(found)):
        return Reply("question", question_slots(answer))
    if found.status == "fix":
        return Reply("correction", slots_of(found, correction=True), turnout=found)
    if (found.status == "none" and found.metrics) or found.why == "households":
        return _result(found)
    if found.status != "none" and found.why not in ("strange", "names", "one_sex"):
        return Reply("turnout", slots_of(found), turnout=found)
    if found.status == "none" and answer.only("accept"):
        return Reply("noise", {"kind": "ack"})
    return None


def _without_figures(answer: Answer) -> Reply | None:
    """«hoãn rồi», «mưa quá chưa làm được», «lát em báo»."""
    if answer.cues.denied("no_event"):
        return Reply("later", {"note": answer.words(*answer.all)})
    if answer.has("no_event") or _rained_off(answer):
        return Reply("no_event", {"reason": _reason(answer)})
    if answer.has("opinion") and not answer.has("submit", "notyet") and not answer.when:
        return None  # «bà con ai cũng khen, chỉ mong lần sau có thêm chổi»
    waiting = answer.has("notyet") and answer.only("notyet", "later", "work")
    promised = bool(answer.when) and answer.has("submit")
    if answer.has("later") or waiting or promised or answer.promises or _after_counting(answer):
        return Reply("later", {"note": answer.words(*answer.all)})
    return None


def _after_counting(answer: Answer) -> bool:
    """«chốt xong em báo»: first counted, then told."""
    line = answer.line
    return any(
        line.bare_at(i) == "xong"
        and line.bare_at(i + 1) in group("answers", "self")
        and answer.typed.hands_in(i + 1)
        for i in range(len(line))
    )


def _rained_off(answer: Answer) -> bool:
    """«mưa quá chưa làm được», «bão to không ra quân»."""
    storm = any(w.text in ("mưa", "mua", "bão") for w in answer.line.words)
    off = any(w.text in ("nghỉ", "nghi") for w in answer.line.words)
    return storm and (off or (answer.has("not", "notyet") and answer.has("work")))


def _result(found: Turnout) -> Reply:
    slots: Slots = {"metrics": dict(found.metrics)}
    if found.why in READ_BACK:
        slots["need_confirm"] = True
    return Reply("result", slots, turnout=found)


def _doubts(answer: Answer) -> bool:
    """«có phải 45 không», «sao số lại là 45» ask about a figure and tell none."""
    figures = [i for i, word in enumerate(answer.line.words) if word.digits]
    asked = [c for c in answer.cues.clauses if answer.cues.within(c, "doubting")]
    return any(a <= i < b for a, b in asked for i in figures)


def _sure(found: Turnout) -> bool:
    return found.status in ("ok", "fix", "delta")


def _reason(answer: Answer) -> str:
    bare = " ".join(w.bare for w in answer.line.words)
    for word, reason in (("mua", "mưa"), ("bao", "bão"), ("hoan", "hoãn"), ("huy", "hủy")):
        if word in bare.split():
            return reason
    return answer.words(*answer.all)


def slots_of(found: Turnout, correction: bool = False) -> Slots:
    """The figures as the tables write them; pupils and teachers count among «others»."""
    by_org: dict[str, int] = {}
    for code, count in found.by_org.items():
        code = "KHAC" if code in SCHOOL else code
        by_org[code] = by_org.get(code, 0) + count
    slots: Slots = {}
    if found.status == "delta":
        slots["delta"] = found.total
    elif found.total is not None or not correction:
        slots["total"] = found.total
    if by_org:
        slots["by_org"] = by_org
    if found.by_point:
        slots["by_point"] = dict(found.by_point)
    if found.metrics:
        slots["metrics"] = dict(found.metrics)
    if found.planned is not None:
        slots["planned"] = found.planned
    if found.absent is not None:
        slots["absent"] = found.absent
    if found.span:
        slots["range"] = list(found.span)
    return slots | _doubtful(found)


def _doubtful(found: Turnout) -> Slots:
    """What must be asked before the figures count."""
    slots: Slots = {}
    if found.why == "mismatch" and found.by_org:
        slots["mismatch"] = sum(found.by_org.values())
    if found.why == "about":
        slots["approx"] = True
    elif found.status == "ask" or _unlikely(found) or found.why in READ_BACK:
        slots["need_confirm"] = True
    return slots


def _unlikely(found: Turnout) -> bool:
    return found.grouped or (found.total or 0) >= MANY
