"""Reads a request for more time under a task card, or a promise within the limit."""

from datetime import datetime

from language.answers.replies.answer import Answer, Reply, Slots
from language.answers.replies.cues import Span
from language.answers.replies.reply_new_limit import by_weekday, days_more, may_i, new_limit
from language.dates.moments import day_of
from language.line.phrases import phrases

BECAUSE = ("vi", "do", "tai")
WHAT_FOR, TWO = ("lam gi", "lam chi"), 2
WHY, FEW = ("con", "chua", "thieu", "cho", "doi", "vuong", "dang"), 2


def more_time(answer: Answer) -> Reply | None:
    strong, weak = answer.has("extend"), answer.has("extend_to")
    moment = answer.when
    days = days_more(answer)
    told = bool(moment) and moment.kind != "every" and not (over(answer) and not strong)
    wished = any(word.bare == "xin" for word in answer.line.words)
    begged = days and (may_i(answer) or wished or answer.line.bare_at(0) == "them")
    later = _late_promise(answer) or _only_a_day(answer)
    if not (strong or (weak and (days or told)) or begged or later):
        return None
    if not strong and answer.has("accept") and answer.cues.clauses and not (days or told):
        return None
    if _done_already(answer) and not strong:
        return None
    if no_longer(answer):
        return Reply("progress", {"note": answer.words(*answer.all), "need_confirm": True})
    if answer.cues.denied("extend") and not (days or told):
        return Reply("progress", {"note": answer.words(*answer.all)})
    if answer.asks and answer.has("how"):
        return None
    if _asks_about_limit(answer) or (_asks_when(answer) and not (days or told)):
        return None
    slots = new_limit(answer, days) | _reason(answer)
    return Reply("extend", slots, moment if told else None)


def no_longer(answer: Answer) -> bool:
    """«khỏi gia hạn», «không cần lùi hạn đâu, mai xong», «gia hạn làm gì, mai nộp»: it was wished
    for, and is no more."""
    told, line = answer.cues.spans.get("extend", ()), answer.line
    if any(line.bare_words(b, b + TWO) in WHAT_FOR for _, b in told):
        return True
    starts = {a for a, _ in told}
    return any(b in starts for _, b in answer.cues.spans.get("no_longer", ()))


def _only_a_day(answer: Answer) -> bool:
    """«thứ 2 tuần sau nhé»: nothing but a day after the limit; it is asked."""
    last = answer.when.end or answer.when.start
    if last is None or answer.due is None or answer.asks or answer.when.kind == "every":
        return False
    said = answer.cues.covered(answer.all, more=answer.cues.times | _units(answer))
    return said and day_of(last) > answer.due.date()


def _units(answer: Answer) -> set[int]:
    """«cuối tháng», «tuần sau»: the words of longer stretches."""
    return {i for m in answer.cues.marks for i in range(m.start, m.end)}


def _reason(answer: Answer) -> Slots:
    """«…, phường chưa gửi số liệu»: the clause that speaks neither of the day nor of the wish."""
    for clause in answer.cues.clauses if len(answer.cues.clauses) > 1 else ():
        told = answer.cues.times & set(range(*clause))
        because = answer.line.bare_at(clause[0] - 1) in BECAUSE
        wish = _wishes(answer, clause) or _hands_in(answer, clause)
        if because or not (told or wish):
            return {"reason": answer.words(*clause)}
    return _behind_the_day(answer)


def _behind_the_day(answer: Answer) -> Slots:
    """«139 xin gia hạn đến 4/12 còn 2 hộ»: what follows the day without a comma, where it tells
    why."""
    line, start = answer.line, max(answer.cues.times, default=-1) + 1
    told = answer.has("extend") and answer.when and line.bare_at(start) in WHY
    short = len(line) - start < FEW
    if not told or short or answer.asks or answer.cues.within((start, len(line)), "submit"):
        return {}
    return {"reason": answer.words(start, len(line))}


def _wishes(answer: Answer, clause: Span) -> bool:
    """More time, or «được» and «ok»; «chưa mua được tôn» is none of it."""
    agrees = answer.cues.within(clause, "accept")
    hindered = answer.cues.within(clause, "not", "notyet", "blocked")
    return answer.cues.within(clause, "extend", "extend_to") or (agrees and not hindered)


def _hands_in(answer: Answer, clause: Span) -> bool:
    return answer.cues.within(clause, "submit", "submit_ask") and not answer.cues.within(
        clause, "not", "notyet"
    )


def _asks_about_limit(answer: Answer) -> bool:
    return (
        answer.asks
        and answer.has("notyet")
        and answer.line.bare_at(len(answer.line) - 1) in ("chua", "a", "?")
    )


def _asks_when(answer: Answer) -> bool:
    """«bao giờ gia hạn vậy ạ», «hạn có lùi không» ask for the day, they wish for none."""
    topics = {tag for tag, _, _ in phrases("answers", "topics").find(answer.line)}
    return answer.asks and ("time" in topics or answer.line.bare_at(0) == "han")


def _done_already(answer: Answer) -> bool:
    shadows = ("future", "not", "notyet", "partly", "extend", "extend_to")
    to_come = ahead(answer) and not said_done(answer)
    return answer.has("done") and not answer.has(*shadows) and not to_come


def ahead(answer: Answer) -> bool:
    """Does it speak of a time still to come?"""
    last = answer.when.end or answer.when.start
    if isinstance(last, datetime):
        return last > answer.now
    return last is not None and last >= answer.now.date()


def over(answer: Answer) -> bool:
    """Does it speak of a day that is past?"""
    last = answer.when.end or answer.when.start
    return last is not None and answer.when.kind != "ask" and day_of(last) < answer.now.date()


def said_done(answer: Answer) -> bool:
    return any(w.text in ("đã", "rồi", "r") or w.bare in ("da", "roi") for w in answer.line.words)


def _late_promise(answer: Answer) -> bool:
    """«đầu tuần sau e nộp nhé», «18/11 e gửi»: a day and a verb of handing in."""
    last = answer.when.end or answer.when.start
    if last is None or answer.when.kind in ("every", "after") or not _will_hand_in(answer):
        return False
    if day_of(last) == answer.now.date() and _got_so_many(answer):
        return False
    soon = answer.due is not None and day_of(last) <= answer.due.date()
    if day_of(last) < answer.now.date():
        return answer.when.kind == "ask" or not answer.has("done")
    return not soon or (by_weekday(answer) and answer.when.kind != "before")


def _got_so_many(answer: Answer) -> bool:
    """«sáng nay gặp được 2 hộ, 1 hộ ký»: told, also while the morning is not over."""
    got = (i for i, word in enumerate(answer.line.words) if word.bare in ("duoc", "dc"))
    return any(i + 1 < len(answer.line) and answer.line.words[i + 1].digits for i in got)


def _will_hand_in(answer: Answer) -> bool:
    """«em gửi», «em gửi được không»: neither refused nor handed in already."""
    wished = answer.has("submit_ask") or may_i(answer)
    if not answer.has("submit") or (answer.has("not", "notyet", "question") and not wished):
        return False
    return not _past_report(answer)


def _past_report(answer: Answer) -> bool:
    """«đã gửi», «da gui», «gửi rồi»."""
    bare = [w.bare for w in answer.line.words]
    texts = [w.text for w in answer.line.words]
    if "đã" in texts or "rồi" in texts or "r" in bare:
        return True
    maybe = "roi" in bare or (bare[0] == "da" and texts[0] != "dạ")
    return maybe and not answer.has("future")


def promise(answer: Answer) -> Reply | None:
    """«mai em nộp» within the limit promises and changes nothing."""
    if (answer.when and answer.has("submit") and not answer.asks and not answer.has("done")) or (
        ahead(answer) and answer.has("done")
    ):
        return Reply("progress", {"note": answer.words(*answer.all)}, answer.when)
    return None
