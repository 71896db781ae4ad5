"""A leader's word on the weekly report: read back with whom it goes to, then passed on."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from actions.desk import action, view
from actions.digest.readers import read_report
from actions.rooms import followed
from domain.access import Permission, Role
from domain.assignments import Assignment
from domain.dialogue import Expectation
from domain.letters import Message, Press
from domain.refusals import Refusal
from storage import Work

P = Permission
SAY, WORD, CHECK = "digest_say", "digest_word", "digest_check"


@action(needs=P.READ_DIGEST)
def ask_say(work: Work, digest_id: int) -> Message:
    read_report(work, digest_id)
    return _ask(work, SAY, digest_id)


@action(needs=P.READ_DIGEST)
def ask_word(work: Work, assignment_id: int) -> Message:
    """«Ý kiến» about one line."""
    return _ask(work, WORD, assignment_id, _their(work, assignment_id).code)


def _ask(work: Work, topic: str, subject: int, code: str = "") -> Message:
    work.expectations.expect(work.actor.me, Expectation(topic, subject), work.now)
    out = ((Press("q.leave", subject, topic, label="@button.leave"),),)
    return Message("digest.ask_say", {"code": code}, out, topic=f"{topic}:{subject}")


@view(needs=P.READ_DIGEST)
def asked_what(work: Work, one: int | None, among: Sequence[int]) -> Message:
    """«hỏi anh Điền đã»: what he is to be asked, and which of several."""
    names = work.people.names(*((one,) if one else among))
    return Message("digest.ask_what", {"names": names})


@action(needs=P.READ_DIGEST)
def say(work: Work, digest_id: int, text: str, to: int | None = None) -> Message:
    """Of the whole report: as it will go, and to whom; nothing is written yet."""
    read_report(work, digest_id)
    work.expectations.forget(work.actor.me, SAY, digest_id)
    return _read_back(work, digest_id, {"about": f"digest:{digest_id}", "text": text, "to": to})


@action(needs=P.READ_DIGEST)
def say_of(
    work: Work,
    assignment_id: int,
    text: str,
    to: int | None = None,
    due: datetime | None = None,
) -> Message:
    """The same of one piece of work; `due` where an answer is wanted by a day."""
    a = _their(work, assignment_id)
    work.expectations.forget(work.actor.me, WORD, assignment_id)
    until = due if due and due > work.now else None
    said = {"about": f"assignment:{a.id}", "text": text, "to": to, "due": until}
    return _read_back(work, a.id, said)


def _read_back(work: Work, subject: int, said: Mapping[str, Any]) -> Message:
    if not said["text"]:
        raise Refusal("words_needed")
    asked = Expectation(CHECK, subject, said)
    work.expectations.expect(work.actor.me, asked, work.now)
    send = Press("d.said", subject, asked.mark, label="@button.send")
    office = Press("d.said", subject, f"{asked.mark}.office", label="@button.d.to_office")
    leave = Press("q.leave", subject, CHECK, label="@button.leave")
    buttons = (send, *((office,) if said["to"] else ()), leave)
    facts = {"text": said["text"], "names": _heard_by(work, said["to"]), "due": said.get("due")}
    return Message("digest.say_check", facts, (buttons,), topic=f"{CHECK}:{subject}")


def _heard_by(work: Work, to: int | None) -> list[str]:
    if to:
        return [work.people.name(to)]
    office = work.people.with_role(Role.OFFICE_ADMIN, work.today)
    return [person.name for person in office if person.id != work.actor.person_id]


@action(needs=P.READ_DIGEST)
def send(work: Work, subject: int, mark: str = "") -> Message:
    """«Gửi»: to whoever was named, or with `.office` to the office all the same."""
    heard = work.expectations.find(work.actor.me, CHECK, subject, work.now)
    known, _, office = mark.partition(".")
    if heard is None or not heard.is_read_as(known):
        raise Refusal("words_gone")
    said = heard.answers
    work.expectations.forget(work.actor.me, CHECK, subject)
    to = None if office or not said["to"] else int(said["to"])
    return followed().say(work, str(said["about"]), str(said["text"]), to, said.get("due"))


def _their(work: Work, assignment_id: int) -> Assignment:
    if not work.actor.is_any(Role.LEADER):
        raise Refusal("no_permission", permission=P.READ_DIGEST.value)
    return work.assignments.get(assignment_id)
