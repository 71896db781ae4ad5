"""A leader's word: read back with whom it goes to, then passed on; what is fresh is taken back."""

from collections.abc import Sequence
from datetime import datetime

from actions.desk import action, view
from actions.digest.readers import read_report
from actions.matters.known import known, must_assign, seen, whose_turn
from actions.matters.passing import tell_passed
from actions.matters.raising import New, begin, must_raise
from actions.matters.stepping import move, must_take
from domain.access import Permission, Role
from domain.assignments import Assignment
from domain.dialogue import Expectation
from domain.drilling import kept_as
from domain.hours import TAKEN_BACK
from domain.letters import Message, Press, result
from domain.matter_kinds import REMARK
from domain.matters import Given
from domain.refusals import Refusal
from storage import Work

P = Permission
SAY, WORD, CHECK = "digest_say", "digest_word", "leader_word"
WITHDRAW = "withdraw"


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
    """Of a whole report."""
    read_report(work, digest_id)
    work.expectations.forget(work.actor.me, SAY, digest_id)
    return _read_back(work, f"digest:{kept_as(digest_id)}", text, [to] if to else [])


@action(needs=P.READ_DIGEST)
def say_of(
    work: Work,
    assignment_id: int,
    text: str,
    to: int | None = None,
    due: datetime | None = None,
) -> Message:
    """Of one piece of work; `due` where an answer is wanted by a day. Where nobody is named it is
    for whoever leads it, and the office hears it."""
    a = _their(work, assignment_id)
    work.expectations.forget(work.actor.me, WORD, assignment_id)
    heard = [to] if to else [a.lead_id, *_office(work)]
    hear = [one for one in dict.fromkeys(heard) if one != work.actor.me]
    return _read_back(work, f"assignment:{a.id}", text, hear, due, a)


def _office(work: Work) -> list[int]:
    return [person.id for person in work.people.with_role(Role.OFFICE_ADMIN, work.today)]


def _their(work: Work, assignment_id: int) -> Assignment:
    if not work.actor.is_any(Role.LEADER):
        raise Refusal("no_permission", permission=P.READ_DIGEST.value)
    return work.assignments.get(assignment_id)


@action(needs=P.FOLLOW_MATTERS)
def say_to(work: Work, text: str, to: Sequence[int], due: datetime | None) -> Message:
    """«ý kiến chỉ đạo: KTGS phải xong, chị Liên báo cáo lại»: of no report."""
    must_raise(work, REMARK.code)
    return _read_back(work, "", text, [one for one in to if one != work.actor.me], due)


def _read_back(
    work: Work,
    about: str,
    text: str,
    to: Sequence[int],
    due: datetime | None = None,
    task: Assignment | None = None,
) -> Message:
    """As it will go, and to whom; nothing is written yet."""
    if not text:
        raise Refusal("words_needed")
    until = due if due and due > work.now else None
    subject = int(about.partition(":")[2] or 0)
    said = {"about": about, "text": text, "to": to, "due": until}
    asked = Expectation(CHECK, subject, said)
    work.expectations.expect(work.actor.me, asked, work.now)
    send_it = Press("d.said", subject, asked.mark, label="@button.send")
    office = Press("d.said", subject, f"{asked.mark}.office", label="@button.d.to_office")
    leave = Press("q.leave", subject, CHECK, label="@button.leave")
    buttons = (send_it, *((office,) if to else ()), leave)
    hear = to or _office(work)
    names = work.people.names(*(one for one in hear if one != work.actor.person_id))
    of = {"code": task.code, "title": task.title} if task else {}
    facts = {"text": text, "names": names, "due": until, **of}
    return Message("digest.say_check", facts, (buttons,), topic=f"{CHECK}:{subject}")


@action(needs=P.READ_DIGEST)
def send(work: Work, subject: int, mark: str = "") -> Message:
    """«Gửi»: to whoever was named, or with `.office` to the office all the same."""
    heard = work.expectations.find(work.actor.me, CHECK, subject, work.now)
    read_as, _, office = mark.partition(".")
    if heard is None or not heard.is_read_as(read_as):
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, CHECK, subject)
    said, to = heard.answers, [] if office else heard.answers["to"]
    return _pass_on(work, str(said["about"]), str(said["text"]), to, said["due"])


@action(needs=P.FOLLOW_MATTERS)
def say_also(work: Work, number: int, to: int) -> Message:
    """«CD-001 chuyển cho Mây nữa»: the same words to her as well; who has it keeps it."""
    said = must_assign(work, known(work, REMARK.prefix, number).id)
    words = next(iter(work.matters.said(said.id).values()))
    return _pass_on(work, said.about, words, [to], said.due_at)


def _pass_on(
    work: Work, about: str, text: str, to: Sequence[int], due: datetime | None
) -> Message:
    """The first has it in hand, the others hear of it; all of them at work."""
    owner = next(iter(to), None)
    matter = begin(work, REMARK, New(text, about, owner_id=owner, due=due))
    tell_passed(work, matter, text, to[1:])
    hear = to or [one for one in whose_turn(work, matter) if one != work.actor.person_id]
    rings = work.ring_at()
    at, names = rings if rings > work.now else None, work.people.names(*hear)
    undo = ((Press("m.unsay", matter.id),),)
    return result("digest.passed_on", undo, code=matter.code, text=text, at=at, names=names)


@action(needs=P.FOLLOW_MATTERS)
def take_back(work: Work, matter_id: int) -> Message:
    """«Hoàn tác», within ten minutes."""
    matter = seen(work, matter_id)
    step = must_take(work, matter, WITHDRAW)
    if work.now - matter.raised_at > TAKEN_BACK:
        raise Refusal("word_stands", code=matter.code)
    move(work, matter, step, Given())
    return result("matter.taken_back", code=matter.code)


@view(needs=P.FOLLOW_MATTERS)
def last_fresh(work: Work) -> tuple[int, datetime | None]:
    """«hoàn tác»: what was said last, and when, where it is as fresh."""
    said, since = work.matters.open_in(REMARK.code, REMARK.begins), work.now - TAKEN_BACK
    mine = [m for m in said if m.raised_by == work.actor.person_id and m.raised_at >= since]
    return max(((m.id, m.raised_at) for m in mine), default=(0, None))
