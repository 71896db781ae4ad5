"""A leader's word on the weekly report: read back with whom it goes to, then passed on."""

from collections.abc import Mapping, Sequence
from typing import Any

from actions.desk import action, view
from actions.digest.readers import read_report
from actions.rooms import followed
from domain.access import Permission, Role
from domain.assignments import Assignment
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Press
from domain.refusals import Refusal
from storage import Work

P = Permission
SAY, WORD, CHECK = "digest_say", "digest_word", "digest_check"


def _way_out(topic: str, subject: int) -> Press:
    return Press("q.leave", subject, topic, label="@button.leave")


@action(needs=P.READ_DIGEST)
def ask_say(work: Work, digest_id: int) -> Message:
    read_report(work, digest_id)
    work.expectations.expect(work.actor.me, Expectation(SAY, digest_id), work.now)
    out = ((_way_out(SAY, digest_id),),)
    return Message("digest.ask_say", buttons=out, topic=f"{SAY}:{digest_id}")


@action(needs=P.READ_DIGEST)
def ask_word(work: Work, assignment_id: int) -> Message:
    """«Ý kiến» about one line."""
    code = _their(work, assignment_id).code
    work.expectations.expect(work.actor.me, Expectation(WORD, assignment_id), work.now)
    out = ((_way_out(WORD, assignment_id),),)
    return Message("digest.ask_word", {"code": code}, out, topic=f"{WORD}:{assignment_id}")


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
def say_of(work: Work, assignment_id: int, text: str, to: int | None = None) -> Message:
    """The same of one piece of work."""
    a = _their(work, assignment_id)
    work.expectations.forget(work.actor.me, WORD, assignment_id)
    return _read_back(work, a.id, {"about": f"assignment:{a.id}", "text": text, "to": to})


def _read_back(work: Work, subject: int, said: Mapping[str, Any]) -> Message:
    if not said["text"]:
        raise Refusal("words_needed")
    work.expectations.expect(work.actor.me, Expectation(CHECK, subject, said), work.now)
    send = Press("d.said", subject, _mark(said), label="@button.send")
    office = Press("d.said", subject, f"{_mark(said)}.office", label="@button.d.to_office")
    buttons = (send, *((office,) if said["to"] else ()), _way_out(CHECK, subject))
    facts = {"text": said["text"], "names": _heard_by(work, said["to"])}
    return Message("digest.say_check", facts, (buttons,), topic=f"{CHECK}:{subject}")


def _heard_by(work: Work, to: int | None) -> list[str]:
    if to:
        return [work.people.name(to)]
    office = work.people.with_role(Role.OFFICE_ADMIN, work.today)
    return [person.name for person in office if person.id != work.actor.person_id]


def _mark(said: Mapping[str, Any]) -> str:
    return mark_of(f"{said['about']} {said['to']} {said['text']}")


@action(needs=P.READ_DIGEST)
def send(work: Work, subject: int, mark: str = "") -> Message:
    """«Gửi»: to whoever was named, or with `.office` to the office all the same."""
    heard = work.expectations.find(work.actor.me, CHECK, subject, work.now)
    said, (known, _, office) = heard.answers if heard else {}, mark.partition(".")
    if not said or known not in ("", _mark(said)):
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, CHECK, subject)
    to = None if office or not said["to"] else int(said["to"])
    return followed().say(work, str(said["about"]), str(said["text"]), to)


def _their(work: Work, assignment_id: int) -> Assignment:
    if not work.actor.is_any(Role.LEADER):
        raise Refusal("no_permission", permission=P.READ_DIGEST.value)
    return work.assignments.get(assignment_id)
