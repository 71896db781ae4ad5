"""Answers to a task card: accepted, in progress, blocked, done, more time, not mine."""

from language.answers.replies.answer import Answer, Reply, Slots, unknown
from language.answers.replies.cues import Span
from language.answers.replies.reply_beside import hindrance, not_now, slip
from language.answers.replies.reply_done import done, done_and_free, handed_in
from language.answers.replies.reply_half import (
    denied_outright,
    done_perhaps,
    not_taken_yet,
    refused_outright,
    takes_a_part,
)
from language.answers.replies.reply_limit import more_time, no_longer, promise
from language.answers.replies.reply_progress import headed_as_result, how_far, percent_told
from language.answers.replies.reply_subject import LARGE, question, task_number, task_words
from language.answers.replies.spoken import fillers
from language.dates.moments import day_of
from language.line.patterns import spelt
from language.line.phrases import phrases
from language.line.words import Line

GIVING = ("giao", "nho", "chuyen", "phan", "cu")
MINE = ("em", "e", "toi", "t", "minh", "mk", "chung")
WORK = ("viec", "nv", "cv")
"""«cái này của việc 144» is nobody's refusal."""
MYSELF = ("em", "e", "tôi", "tui", "mình", "mk")
HINDERS = ("vuong", "dang", "bi", "mac", "ket")
HELD_UP = ("xe", "mua", "hop")
YES = ("nhan", "ro", *spelt("ok", "vâng"))
OTHERWISE = ("decline", "done", "extend", "blocked", "later", "later_on")
FEW, TWO = 6, 2
HOWS = (["the", "nao"], ["kieu", "gi"], ["lam", "sao"])
ACTING = ("done", "accept", "extend", "progress", "blocked", "decline")


def _headed_as_result(answer: Answer) -> Reply | None:
    """«Kết quả: vận động được 27 hộ, 2 hộ chưa đồng thuận»: what came of it, asked as such."""
    headed = answer.context == "assignment" and headed_as_result(answer.line)
    return unknown() if headed and not answer.asks else None


def about_task(answer: Answer) -> Reply | None:
    for reader in READERS:
        found = reader(answer)
        if found:
            return _with_task(found, task_number(answer))
    return None


def _by_no_means(answer: Answer) -> Reply | None:
    """«đã xong đâu», «có xong đâu», «đã bắt đầu đâu»: not done, and no question."""
    line = answer.line
    begun = [s for s in answer.cues.spans.get("doing", ()) if line.bare_at(s[0]) == "da"]
    ends = {b for _, b in (*answer.cues.spans.get("done", ()), *begun)}
    said = any(line.text_at(i) in ("đâu", "dau") or _how_could_it(answer, i) for i in ends)
    said = said or denied_outright(answer.typed, "done")
    if not said or "?" in answer.text or answer.has("extend", "blocked") or _twice(answer):
        return None
    return Reply("progress", {"note": answer.words(*answer.all), "done": False})


def _twice(answer: Answer) -> bool:
    """«chưa phải là chưa xong đâu» says no to a no."""
    return len(answer.cues.spans.get("notyet", ())) > 1


def _how_could_it(answer: Answer, i: int) -> bool:
    """«xong sao được mà xong», «xong thế nào được mà xong»."""
    line = answer.line
    how = [line.bare_at(j) for j in (i, i + 1)]
    after = i + 1 if how[0] == "sao" else i + 2 if how in HOWS else 0
    able = after > 0 and line.bare_at(after) in ("duoc", "dc", "noi")
    return able and (how[0] == "sao" or line.bare_at(after + 1) == "ma")


def _with_task(found: Reply, task: str) -> Reply:
    if task and found.intent in ACTING:
        return Reply(found.intent, {"task": task, **found.slots}, found.when)
    return found


def _no(answer: Answer) -> Reply | None:
    if refused_outright(answer.typed):
        return Reply("decline", {"reason": answer.words(*answer.all), "need_confirm": True})
    if not answer.has("decline"):
        return _implied_no(answer)
    if no_longer(answer):
        return None  # «thôi khỏi lùi hạn nữa, em làm kịp»
    if percent_told(answer) is not None:
        return None  # «mới 60% chứ không phải 90%»
    if answer.asks and (not answer.has("not") or answer.cues.within(answer.all, "how")):
        return None
    if answer.has("done") and not answer.has("not", "notyet"):
        return None
    if _not_refused(answer) or answer.has("not_received"):
        return None
    return Reply("decline", _reason(answer) | _misplaced(answer))


def _misplaced(answer: Answer) -> Slots:
    """«anh giao nhầm rồi, em bên CCB»: a no, or a card that went astray? It is asked."""
    cues = answer.cues.spans["decline"]
    astray = any(answer.line.bare_at(i) == "nham" for a, b in cues for i in range(a, b))
    return {"need_confirm": True} if astray else {}


def _implied_no(answer: Answer) -> Reply | None:
    """«việc của bên TTVD mà», «đang đi công tác, giao anh Nam giúp em»: understood, and asked."""
    if answer.asks or answer.has("done", "extend", "notyet"):
        return None
    theirs = any(
        answer.line.bare_at(b) not in (*MINE, *WORK)
        for _, b in answer.cues.spans.get("theirs", ())
    )
    theirs = theirs and not answer.has("doing", "accept", "blocked")
    handed = answer.has("hand_over") and answer.has("not", "away")
    if not theirs and not handed:
        return None
    return Reply("decline", {"reason": answer.words(*answer.all), "need_confirm": True})


def _not_refused(answer: Answer) -> bool:
    """«không phải em từ chối», «em không từ chối»."""
    nots = [b for sort in ("not", "notyet") for _, b in answer.cues.spans.get(sort, ())]
    starts = [a for a, b in answer.cues.spans["decline"] if answer.line.bare_at(b - 1) == "choi"]
    return any(0 <= a - b <= 2 for a in starts for b in nots)


def _reason(answer: Answer) -> Slots:
    a, _ = answer.cues.first("decline") or (0, 0)
    slots: Slots = {"reason": None}
    for clause in answer.cues.clauses if len(answer.cues.clauses) > 1 else ():
        if any(clause[0] <= x < clause[1] and y - x > 1 for x, y in answer.cues.spans["decline"]):
            continue
        if answer.line.bare_at(clause[0]) in GIVING:
            slots["proposal"] = answer.words(*clause)
        else:
            slots["reason"] = answer.words(*clause)
        break
    said = answer.cues.covered(answer.all, "decline", "not", more=task_words(answer))
    theirs = a > 1 and answer.line.bare_at(a) == "chu"  # «việc này bên vp chứ ko phải em»
    if slots["reason"] is None and "proposal" not in slots and (theirs or not said):
        behind = _behind_the_no(answer)
        away = max(answer.cues.spans.get("away", ()), key=_length, default=(0, 0))
        told = away if _length(away) > 1 else (0, a or len(answer.line))
        slots["reason"] = answer.words(*(behind or told))
    giving = [s for s in answer.cues.spans["decline"] if answer.line.bare_at(s[0]) in GIVING]
    if giving and "nhầm" not in answer.words(*giving[0]):
        slots["proposal"] = answer.words(min(giving)[0], max(b for _, b in giving))
    return slots


def _behind_the_no(answer: Answer) -> Span | None:
    """«từ chối 153 đang đi học đến tháng 1»: why, to the last word, where the line begins with the
    no."""
    start, end = answer.cues.first("decline") or (0, 0)
    small = task_words(answer)
    opened = all(i in small | answer.cues.polite for i in range(start))
    while end < len(answer.line) and (end in small or answer.cues.wall(end)):
        end += 1
    refuses = answer.line.bare_words(start, start + TWO) == "tu choi"
    return (end, len(answer.line)) if refuses and opened and end < len(answer.line) else None


def _gives_back(answer: Answer) -> Reply | None:
    """«trả lại 147 vì đang đi học», «em trả việc 147»: read back before it goes."""
    line, start = answer.line, _first_word(answer)
    while line.bare_at(start) in (*MINE, "xin"):
        start += 1
    again = start + 1 if line.bare_at(start + 1) == "lai" else start
    named = again + 1
    while line.bare_at(named) in (*WORK, "so"):
        named += 1
    small = line.text_at(named).isdecimal() and len(line.text_at(named)) >= LARGE
    if line.bare_at(start) != "tra" or not small or answer.asks or answer.has("done", "accept"):
        return None
    why = named + 1
    while why < len(line) and (answer.cues.wall(why) or line.bare_at(why) in ("vi", "do")):
        why += 1
    reason = answer.words(why, len(line)) if why < len(line) else None
    return Reply("decline", {"task": line.text_at(named).lstrip("0"), "reason": reason})


def _length(span: Span) -> int:
    return span[1] - span[0]


def _away(answer: Answer) -> Reply | None:
    """Being away is no answer yet: it is asked what should happen."""
    if answer.has("away"):
        return Reply("blocked", {"note": answer.words(*answer.all), "need_confirm": True})
    return None


def _stuck(answer: Answer) -> Reply | None:
    if not answer.has("blocked"):
        return None
    if answer.has("done") and not answer.has("strong_block", "not", "notyet"):
        return None
    if not answer.has("strong_block") and percent_told(answer) is not None:
        return None
    first = answer.cues.first("blocked")
    assert first is not None
    if answer.cues.denied("blocked"):
        return Reply("progress", {"note": answer.words(*answer.all)})
    return Reply("blocked", {"note": answer.words(_what_hinders(answer, first), len(answer.line))})


def _what_hinders(answer: Answer, said: Span) -> int:
    """«147 vướng kinh phí»: what stands behind the word; «nhà ông Ba vướng giấy tờ» is whole, and
    so is «kẹt xe»."""
    before = (int(answer.line.words[0].digits), said[0])
    held_up = answer.line.bare_at(said[1]) in HELD_UP
    names = answer.line.bare_at(said[0]) in HINDERS and said[1] < len(answer.line) and not held_up
    small = task_words(answer) | fillers(answer.line, "blocked")
    return said[1] if names and answer.cues.covered(before, "blocked", more=small) else 0


def _will_do(answer: Answer) -> bool:
    """«em sẽ triển khai trong sáng nay»: a promise in full words, for a day within the limit."""
    last = answer.when.end or answer.when.start
    if last is None or answer.due is None:
        return False
    within = answer.now.date() <= day_of(last) <= answer.due.date()
    told = any(word.bare == "se" for word in answer.line.words)
    return within and told and answer.only("accept", more=answer.cues.times | task_words(answer))


def takes_it(answer: Answer) -> bool:
    """«em nhận nhé, cảm ơn anh»: more than thanks, the task itself is taken."""
    clauses = answer.cues.clauses
    return bool(clauses) and any(
        {answer.line.bare_at(a), answer.line.bare_at(b - 1)} & {"nhan", "ro"}
        for a, b in answer.cues.spans.get("accept", ())
        if any(first <= a < end for first, end in _telling(answer, clauses))
    )


def _telling(answer: Answer, clauses: list[Span]) -> list[Span]:
    """The first clause, and behind mere thanks the next: «cảm ơn chị, em nhận»."""
    thanks = answer.cues.covered(clauses[0], "thanks", "greeting")
    return clauses[:2] if thanks else clauses[:1]


def _wish_after_yes(answer: Answer) -> str:
    """«ok nhưng xin thêm kinh phí»: taken, and something is asked for."""
    head = next((i for i in range(len(answer.line)) if answer.cues.wall(i)), 0)
    taken = answer.cues.within((0, head), "accept") and answer.cues.covered((0, head), "accept")
    wished = taken and not answer.when and answer.line.bare_at(head + 1) == "xin"
    return answer.words(head + 1, len(answer.line)) if wished else ""


def _to_me(answer: Answer) -> Reply | None:
    """«để em nhé», «việc này để tôi»: left to oneself, and nothing more is said; «de toi» may be
    «để tối»."""
    line, small = answer.line, task_words(answer)
    let = [i for i in range(len(line)) if line.text_at(i) in ("để", "de")]
    if len(let) != 1 or line.text_at(let[0] + 1) not in MYSELF or answer.asks:
        return None
    rest = (i for i in range(len(line)) if i not in (let[0], let[0] + 1))
    only = all(i in small or i in answer.cues.polite for i in rest)
    return Reply("accept") if only else None


def _yes(answer: Answer) -> Reply | None:
    if not answer.has("accept") or answer.has("not", "notyet", "decline") or answer.asks:
        return None
    small = task_words(answer) | fillers(answer.line, "accept")
    if answer.only("accept", "greeting", more=small) and not answer.has("thanks"):
        return Reply("accept")
    small = task_words(answer) | {
        i for i, w in enumerate(answer.line.words) if w.text in ("và", "va")
    }
    if takes_it(answer) and answer.only("accept", "thanks", "greeting", more=small):
        return Reply("accept")
    if _will_do(answer):
        return Reply("accept", {}, answer.when)
    if wish := _wish_after_yes(answer):
        return Reply("accept", {"note": wish})
    return _yes_and_more(answer)


def _takes_first(answer: Answer) -> Reply | None:
    """«em nhận việc này rồi nhé em đang đi đường»: taken, in one breath with where one is."""
    if answer.asks or answer.has("not", "notyet", "decline", "done", "extend"):
        return None
    line = answer.line
    took = (a for a, b in answer.cues.spans.get("accept", ()) if line.bare_at(b - 1) == "viec")
    for a in took:
        said = [line.bare_at(i) for i in range(a, min(a + FEW, len(line)))]
        if {line.bare_at(a - 1), said[0]} & set(MINE) and "roi" in said:
            return Reply("accept", {"note": answer.words(a + said.index("roi") + 1, len(line))})
    return None


def _takes_formally(answer: Answer) -> Reply | None:
    """«tôi đã tiếp nhận nhiệm vụ và sẽ bố trí thực hiện đúng thời hạn»: a clerk's yes."""
    if answer.asks or answer.has("not", "notyet", *OTHERWISE):
        return None
    line = answer.line
    said = [(a, b) for a, b in answer.cues.spans.get("accept", ()) if b - a >= TWO]
    took = [
        b for a, b in said if (b - a > TWO and _receives(answer, a, b)) or _work_taken(line, a, b)
    ]
    promised = took and (
        any(word.text in ("sẽ", "se") for word in line.words[took[0] :])
        or any(a > took[0] for a, _ in said)
    )
    return Reply("accept", {"note": answer.words(took[0], len(line))}) if promised else None


def _work_taken(line: Line, a: int, b: int) -> bool:
    """«đã nhận việc và triển khai ngay»."""
    return line.bare_words(a, b) == "nhan viec" and line.bare_at(a - 1) == "da"


def _receives(answer: Answer, a: int, b: int) -> bool:
    """«đã tiếp nhận nhiệm vụ», and no letter."""
    words = [answer.line.bare_at(i) for i in range(a, b + 2)]
    return "tiep" in words and ("nhiem" in words or "viec" in words)


def _yes_and_more(answer: Answer) -> Reply | None:
    """«vâng ạ, em làm với chị Hoa»: a clause that is only a yes, and a remark after it."""
    clauses = answer.cues.clauses
    if len(clauses) < 2 or not answer.cues.covered(clauses[0], "accept", more=task_words(answer)):
        return None
    if not any(w.bare in YES for w in answer.line.words[slice(*clauses[0])]):
        return None
    rest = (clauses[1][0], len(answer.line))
    if answer.cues.within(rest, "blocked", "away", "cancel"):
        return None
    if answer.cues.within(rest, "done") and not _promised_then(answer, rest):
        return None
    if answer.cues.within(rest, "later") and not answer.when:
        return None
    return Reply("accept", {"note": answer.words(*rest)})


def _given_on(answer: Answer) -> Reply | None:
    """«giao cái Hơn đi thu phiếu xóm 3, thứ tư nộp»: an order to somebody, and no wish of one's
    own; «giao người khác», «giao cho em» are answers."""
    line, first = answer.line, _first_word(answer)
    given = line.bare_at(first) == "giao" and line.bare_at(first + 1) not in (*MINE, "cho", "thi")
    answers = answer.has("decline", "accept", "away", "not", "done", "notyet") or answer.asks
    told = any(word.capital for word in line.words[first + 1 : first + FEW])
    return unknown() if given and told and not answers else None


def _first_word(answer: Answer) -> int:
    talk = answer.cues.polite
    return next((i for i in range(len(answer.line)) if i not in talk), 0)


def _promised_then(answer: Answer, rest: Span) -> bool:
    """«em nhận ạ, tối nay em thiết kế xong poster gửi anh»: what is to come, by its day."""
    start = answer.when.start
    told = any(w.bare in ("roi", "r", "da") for w in answer.line.words[slice(*rest)])
    return start is not None and day_of(start) >= answer.now.date() and not told


def _signs_up(answer: Answer) -> Reply | None:
    """«đăng ký đi 5/12 Vĩnh Thực»: of a day out; nothing is said of work."""
    first = next((a for _, a, _ in phrases("figures", "registers").find(answer.line)), None)
    begins = first is not None and first <= 1
    return unknown() if begins and answer.has("go") and not task_words(answer) else None


READERS = (
    *(
        _signs_up,
        _given_on,
        _headed_as_result,
        slip,
        not_taken_yet,
        done_and_free,
        _gives_back,
        _no,
        more_time,
        _by_no_means,
        done_perhaps,
        question,
        hindrance,
        _stuck,
        _takes_first,
        _takes_formally,
        takes_a_part,
    ),
    *(not_now, handed_in, how_far, done, _to_me, _yes, promise, _away),
)
"""Negation first, then the limit, then the state; a bare yes last."""
