"""Answers to an activity: coming, not coming, late, another place, a group, a question."""

from language.answers.answer import Answer, Reply
from language.answers.reply_coming import coming, group_coming
from language.answers.reply_not_coming import not_coming
from language.answers.reply_subject import question
from language.line.vocabulary import book
from language.line.words import Word


def about_activity(answer: Answer) -> Reply | None:
    for reader in (question, late, other_point, _not_sure, not_coming, group_coming, coming, _ack):
        found = reader(answer)
        if found:
            return found
    return None


def _not_sure(answer: Answer) -> Reply | None:
    unsure = answer.has("later") or answer.promises
    return Reply("later", {"note": answer.words(*answer.all)}) if unsure else None


def _ack(answer: Answer) -> Reply | None:
    return Reply("noise", {"kind": "ack"}) if answer.only("accept") else None


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
        if word.digits and answer.line.bare_at(i + 1) in ("tieng", "gio", "h"):
            return word.value * 60
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
    while rest and rest[-1].bare in ("a", "nhe", "nha", "duoc", "dc", "di", "voi", "giup"):
        rest = rest[:-1]
    if not rest:
        return Reply("change_point", {"point": None, "need_confirm": True})
    return Reply("change_point", {"point": " ".join(_title(answer, w) for w in rest)})


def _title(answer: Answer, word: Word) -> str:
    if not any(w.marked for w in answer.line.words):
        names = book("answers")["place_words"].items()
        return next((full for full, bares in names if word.bare in bares), word.text.capitalize())
    return word.text.capitalize()
