"""A week whose report does not come: the office says why, its readers hear it."""

from datetime import date, datetime

from actions.desk import action
from actions.digest.printing import edition_of
from actions.digest.recipients import recipients
from domain.access import Permission
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Place, Press
from domain.names import clean
from domain.periods import Week
from domain.refusals import Refusal
from storage import Work
from storage.digests import Digest

P = Permission
SKIP = "report_skip"
REASON_LETTERS = 200
OVER = ("sent", "skipped")
LATE = "digest.comes_later"


@action(needs=P.MANAGE_PEOPLE)
def ask_skip(work: Work, monday: int) -> Message:
    week = _week(work, monday)
    work.expectations.expect(work.actor.me, Expectation(SKIP, monday), work.now)
    facts = {"number": week.number, "sends": _sends(work, week)}
    return Message("report_set.ask_skip", facts, topic=f"{SKIP}:{monday}")


def _sends(work: Work, week: Week) -> datetime | None:
    """When it goes unless it is skipped; a paused one waits."""
    kept = work.digests.of_week(week)
    return None if kept and kept.paused else (kept or edition_of(work, week)).sends


def _week(work: Work, monday: int) -> Week:
    """A week whose report has not gone yet."""
    week = Week.of(date.fromordinal(monday))
    kept = work.digests.of_week(week)
    if kept and kept.state in OVER:
        raise Refusal("report_gone")
    return week


@action(needs=P.MANAGE_PEOPLE)
def read_back(work: Work, monday: int, reason: str) -> Message:
    """The reason is known; nobody has heard of it yet."""
    week, why = _week(work, monday), clean(reason, REASON_LETTERS)
    if not why:
        raise Refusal("reason_expected")
    work.expectations.expect(work.actor.me, Expectation(SKIP, monday, {"why": why}), work.now)
    facts = {"number": week.number, "reason": why, "n": len(list(recipients(work)))}
    send = Press("rs.sure", monday, mark_of(why), label="@button.send")
    leave = Press("rs.leave", monday, label="@button.leave")
    return Message("report_set.skip_read", facts, ((send, leave),), topic=f"{SKIP}:{monday}")


@action(needs=P.MANAGE_PEOPLE)
def skip(work: Work, monday: int, mark: str = "") -> Message:
    """«Gửi»: the week's report does not come, and whoever has it otherwise hears why."""
    week = _week(work, monday)
    heard = work.expectations.find(work.actor.me, SKIP, monday, work.now)
    why = str(heard.answers.get("why", "")) if heard else ""
    if not why or (mark and mark != mark_of(why)):
        raise Refusal("question_over")
    work.expectations.forget(work.actor.me, SKIP, monday)
    kept = work.digests.begin(edition_of(work, week))
    told = skipped(work, kept, why)
    facts = {"number": week.number, "reason": why, "n": told}
    return Message("report_set.skipped", facts, place=Place.EDIT)


@action(needs=P.MANAGE_PEOPLE)
def leave(work: Work, monday: int) -> Message:
    """«Thôi»: it comes as ever."""
    if not work.expectations.forget(work.actor.me, SKIP, monday):
        raise Refusal("question_over")
    number = Week.of(date.fromordinal(monday)).number
    return Message("report_set.comes", {"number": number}, place=Place.EDIT)


def skipped(work: Work, kept: Digest, why: str = "") -> int:
    """Not sent, and never will be; how many are told."""
    not_late(work, kept)
    work.digests.set_state(kept.id, "skipped")
    work.digests.set_reason(kept.id, why)
    work.log("digest.skipped", "digest", kept.id, became="skipped", text=why)
    return tell_readers(work, kept, "digest.comes_not", why)


def tell_readers(work: Work, kept: Digest, kind: str, why: str = "") -> int:
    """One letter each, at their hour, about what does not come."""
    people = [person.id for person, _ in recipients(work)]
    for person_id in people:
        facts = {"number": kept.week.number, "reason": why}
        work.tell_at_work(person_id, _key(kind, kept, person_id), Message(kind, facts))
    return len(people)


def not_late(work: Work, kept: Digest) -> None:
    """It is late no longer: whoever has not heard yet that it was does not hear it."""
    for person, _ in recipients(work):
        work.outbox.drop(_key(LATE, kept, person.id))


def _key(kind: str, kept: Digest, person_id: int) -> str:
    return f"{kind}:{kept.id}:{person_id}"
