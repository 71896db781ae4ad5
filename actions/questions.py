"""Which question is meant: asked by buttons, with the words kept whole."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from actions.cards import draw, is_drawn
from actions.desk import action, view
from domain.access import Permission
from domain.dialogue import RINGING, Expectation
from domain.hours import SPOKEN_OF
from domain.letters import Message, Place, Press, result
from domain.names import given_name, shorten
from domain.refusals import Refusal, must_find
from domain.visits import APPROVER
from storage import Work

WHICH = "which"
MOST, LABEL = 8, 24
OF_SOMEBODY, OF_ROWS = ("work.praise_of", "work.remind"), ("work.answer", "work.join")
"""Questions about somebody, and about what was asked of a piece of work, in the journal."""
STANDS = ("matter", "register", "checking", "absence", "strength")
"""Of what is done with these nothing is taken back by «hoàn tác», but for what says so itself."""


@action(needs=Permission.TALK)
def ask_which(work: Work, said: dict[str, Any], able: Sequence[int], asked: int) -> Message:
    """Keep what was said, and ask by a button for each open question that can hear it, the newest
    first; one alone stands quoted above. `asked` tells this asking from every other."""
    waiting = work.expectations.open(work.actor.me, work.now)
    waiting = [e for e in waiting if e.id in able and not e.asks_which]
    work.expectations.expect(work.actor.me, Expectation(WHICH, asked, said), work.now)
    named = [(e.id, _label(work, e)) for e in waiting[:MOST]]
    which = tuple((Press("q.which", i, str(asked), label=label),) for i, label in named)
    buttons = (*which, (Press("q.none", asked),))
    if len(which) > 1:
        return Message("which.ask", {"text": said["text"]}, buttons)
    only = waiting[0].asked_in if waiting else None
    return Message("which.ask_one", {"text": said["text"]}, buttons, quotes=only)


@view(needs=Permission.TALK)
def shown_as(work: Work, question: int) -> Message | None:
    """The message with buttons that asks it."""
    return work.expectations.shown_as(work.actor.me, question)


@action(needs=Permission.TALK)
def show_again(work: Work, question: Expectation) -> Message:
    """What was read back, whole and as the newest: something was said since that nobody
    understood, or some time passed."""
    shown = must_find(work.expectations.shown_as(work.actor.me, question.id))
    anew = Expectation(question.topic, question.subject, question.answers)
    work.expectations.expect(work.actor.me, anew, work.now)
    now = draw(work, shown.card) if is_drawn(shown.card) else None
    if now:
        work.leave_above(shown.card)
    return replace(now or shown, place=Place.NEW, topic=f"{question.topic}:{question.subject}")


@action(needs=Permission.TALK)
def none_of_them(work: Work, asked: int) -> Message:
    """«Không câu nào»: the words answer nothing, and every question stays open."""
    kept = work.expectations.find(work.actor.me, WHICH, asked, work.now)
    if kept is None:
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, WHICH, asked)
    return result("meant.dropped", text=kept.answers["text"])


@action(needs=Permission.TALK)
def leave(work: Work, question: Expectation) -> Message:
    """«thôi», «để hỏi lại đã»: the question is left; nothing is written, nobody is told."""
    work.expectations.forget(work.actor.me, question.topic, question.subject)
    if question.topic == APPROVER:
        return _unapproved(work, question.subject)
    if question.topic not in RINGING:
        return Message("work.left")
    activity = work.activities.get(question.subject)
    return Message("activity.time_kept", {"title": activity.title, "starts": activity.starts})


def _unapproved(work: Work, visit_id: int) -> Message:
    """The proposal stands, and others heard of it: who approves it can be said later."""
    visit = work.visits.get(visit_id)
    opens = ((Press("v.open", visit.id, label=visit.code),),)
    return result("visit.unapproved", opens, code=visit.code)


def _label(work: Work, open_one: Expectation) -> str:
    """«Báo xong 147», «Biểu dương Mai», «Ghi «bếp sạch»?»: the question, and the number of the
    work, the person or the words that it is about."""
    topic, told = open_one.topic, open_one.answers
    if topic in OF_SOMEBODY and (people := _somebody(open_one)):
        return f"@topic.{topic}={given_name(work.people.name(people[0]))}"
    if topic == "draft":
        leads = [one for row in told.get("rows", ()) for one in row.get("leads", ())]
        return (
            f"@topic.draft.to={given_name(work.people.name(leads[0]))}"
            if leads
            else "@topic.draft"
        )
    if topic == "work.no" and "n.say" in told.get("offered", ()):
        topic = "work.no.say"
    about_work = topic.startswith("work.") and topic not in OF_SOMEBODY and open_one.subject
    words = shorten(str(told.get("words", "")), LABEL)
    if words and not about_work:
        return f"@topic.{topic}={words}"
    number = work.assignments.get(_assignment(work, open_one)).number if about_work else ""
    return f"@topic.{topic}={number}"


def _somebody(open_one: Expectation) -> Sequence[int]:
    """Whom it is about."""
    return open_one.answers.get("to") or ([open_one.subject] if open_one.subject else [])


def _assignment(work: Work, open_one: Expectation) -> int:
    """A question is about an assignment, or about a report, a request, a question of it."""
    subject = open_one.subject
    if open_one.topic in ("work.return", "work.fix"):
        return work.completions.get(subject).assignment_id
    if open_one.topic == "work.other_due":
        return work.requests.get(subject).assignment_id
    row = work.journal.row(subject) if open_one.topic in OF_ROWS else None
    return row.subject if row else subject


@view(needs=Permission.TALK)
def last_that_stands(work: Work) -> datetime | None:
    """When the actor did something last that «hoàn tác» does not take back."""
    since = work.now - SPOKEN_OF
    found = work.journal.newest_of(work.actor.subject, STANDS, since)
    return found.at if found else None
