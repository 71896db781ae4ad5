"""Answers to an activity: coming, not coming, late, another place, a group, a question."""

from language.answers.replies.answer import Answer, Reply
from language.answers.replies.reply_coming import coming, group_coming
from language.answers.replies.reply_half import refused_outright
from language.answers.replies.reply_new_limit import may_i
from language.answers.replies.reply_not_coming import not_coming
from language.answers.replies.reply_subject import question
from language.line.vocabulary import book
from language.line.words import Word


def about_activity(answer: Answer) -> Reply | None:
    for reader in READERS:
        found = reader(answer)
        if found:
            return found
    return None


def _cannot_tell(answer: Answer) -> Reply | None:
    """«chưa biết có đi được không» asks nobody."""
    return _not_sure(answer) if answer.has("unsure") else None


def _politely(answer: Answer) -> Reply | None:
    """«cho em sang điểm khu 2 được không ạ», «em đến muộn 30p được không»: the wish itself."""
    if not may_i(answer) or (answer.when and not answer.has("late")):
        return None
    return late(answer) or other_point(answer)


def _not_at_all(answer: Answer) -> Reply | None:
    """«đi chi mà đi»: no, in so many words; it is asked."""
    if not refused_outright(answer.typed):
        return None
    return Reply("unregister", {"reason": answer.words(*answer.all), "need_confirm": True})


def _not_sure(answer: Answer) -> Reply | None:
    unsure = answer.has("later", "unsure") or answer.promises or answer.typed.tells_when_counted
    return Reply("later", {"note": answer.words(*answer.all)}) if unsure else None


def _ack(answer: Answer) -> Reply | None:
    return Reply("noise", {"kind": "ack"}) if answer.only("accept") else None


def arrives_at(answer: Answer) -> Reply | None:
    """«8h mới tới được», «chín giờ em ra»: an hour of one's own is later than the day's."""
    line = answer.line
    hours = [m for m in answer.cues.marks if m.kind == "clock"]
    if len(hours) != 1 or answer.has("not", "cancel", "away", "later"):
        return None
    near = range(hours[0].end, min(hours[0].end + 4, len(line)))
    come = next((i for i in near if line.bare_at(i) in ("toi", "den", "ra", "qua", "vao")), 0)
    only = any(line.bare_at(i) in ("moi", "ms") for i in near if i < come)
    able = come and line.bare_at(come + 1) in ("duoc", "dc")
    return Reply("late", {"need_confirm": True}, answer.when) if come and (only or able) else None


def late(answer: Answer) -> Reply | None:
    if not answer.has("late") or (answer.has("not") and not _minutes(answer)):
        return None
    minutes = _minutes(answer)
    return Reply("late", {"minutes": minutes} if minutes else {"need_confirm": True})


def _minutes(answer: Answer) -> int:
    w = answer.line.words
    for i, word in enumerate(w):
        if word.digits and answer.line.bare_at(i + 1) in ("p", "ph", "phut", "'"):
            return word.value
        if word.value in (1, 2, 3) and answer.line.bare_at(i + 1) in ("tieng", "gio", "h"):
            return word.value * 60  # «đến trễ tầm 7h30» is an hour of the day
        if word.bare == "nua" and answer.line.bare_at(i + 1) in ("tieng", "gio"):
            return 30
    return 0


def other_point(answer: Answer) -> Reply | None:
    if not answer.has("change_point") or (answer.has("cancel") and not answer.has("go")):
        return None
    end = max(b for _, b in answer.cues.spans["change_point"])
    rest = [w for w in answer.line.words[end:] if w.text[0].isalnum()]
    while rest and (rest[0].bare in ("diem", "o") or rest[0].text in ("bên", "ben")):
        rest = rest[1:]
    why = (i for i, w in enumerate(rest) if i and w.bare in ("cho", "vi", "de", ",", "duoc", "dc"))
    rest = rest[: next(why, len(rest))]
    while rest and rest[-1].bare in ("a", "nhe", "nha", "duoc", "dc", "di", "voi", "giup"):
        rest = rest[:-1]
    if not rest:
        return Reply("change_point", {"point": None, "need_confirm": True})
    return Reply("change_point", {"point": " ".join(_title(answer, w) for w in rest)})


READERS = (
    *(_not_at_all, _cannot_tell, _politely, question, late, arrives_at, other_point),
    *(_not_sure, not_coming, group_coming, coming, _ack),
)


def _title(answer: Answer, word: Word) -> str:
    if not any(w.marked for w in answer.line.words):
        names = book("answers")["place_words"].items()
        return next((full for full, bares in names if word.bare in bares), word.text.capitalize())
    return word.text.capitalize()
