"""Answers to an activity: coming, not coming, late, another place, a group, a question."""

from language.answers.answer import Answer, Reply
from language.answers.reply_coming import coming, group
from language.answers.reply_not_coming import not_coming
from language.answers.reply_place import late, other_point
from language.answers.reply_question import question


def about_activity(answer: Answer) -> Reply | None:
    for reader in (question, late, other_point, _not_sure, not_coming, group, coming, _ack):
        found = reader(answer)
        if found:
            return found
    return None


def _not_sure(answer: Answer) -> Reply | None:
    unsure = answer.has("later") or answer.promises
    return Reply("later", {"note": answer.words(*answer.all)}) if unsure else None


def _ack(answer: Answer) -> Reply | None:
    return Reply("noise", {"kind": "ack"}) if answer.only("accept") else None
