"""«À nhầm, việc 157 chứ không phải 152»: what was said of one piece of work goes to another."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from actions.assignments import asking, completion, leading
from actions.assignments.cards import facts_of
from actions.assignments.change import revive, save
from actions.desk import action, view
from domain.access import Permission
from domain.assignments import Assignment
from domain.evidence import along_with
from domain.hours import JUST_SENT
from domain.letters import Message
from domain.refusals import Refusal
from storage import Work
from storage.journal import Entry

_SAY_ANEW: Mapping[str, Callable[[Work, int, Entry], Message]] = {
    "accepted": lambda work, to, _: leading.accept.run(work, to),
    "progress": lambda work, to, row: leading.progress.run(
        work, to, int(row.facts["percent"]), row.text or ""
    ),
    "note": lambda work, to, row: leading.note.run(work, to, row.text or ""),
    "waits": lambda work, to, row: leading.wait_for_others.run(work, to, row.text or ""),
    "blocked": lambda work, to, row: leading.block.run(work, to, row.text or ""),
    "unblocked": lambda work, to, row: leading.unblock.run(work, to, row.text or ""),
}
"""What can be said of other work instead, by what it was written down as."""


@dataclass(frozen=True, slots=True)
class LastWords:
    """What the actor said last of a piece of work: written down, or shown as its result."""

    about: int
    words: str = ""
    percent: int | None = None
    blocks: bool = False


@view(needs=Permission.OWN_WORK)
def said_last(work: Work, number: int | None = None) -> LastWords | None:
    """What was said just now of the work with this number, or of any."""
    a = work.assignments.by_number(number) if number else None
    draft = _draft_shown(work) if number is None else None
    if draft or (a and completion.unsent(work, a.id)):
        return LastWords(draft or (a.id if a else 0))
    about = a.id if a else _spoken_of(work) if number is None else None
    row = _written_last(work, about) if about else None
    if row is None:
        return None
    percent = row.facts.get("percent")
    return LastWords(row.subject, row.text or "", percent, row.event == "blocked")


def _spoken_of(work: Work) -> int | None:
    lately = work.journal.own_lately(work.actor.subject, _SAY_ANEW, work.now - JUST_SENT)
    return next((row.subject for row in lately if row.kind == "assignment"), None)


@action(needs=Permission.OWN_WORK)
def put_elsewhere(work: Work, wrong: int, right: int, words: str, said: str) -> Message | None:
    """What was said last of the one is said of the other, in these words, and no more of the
    first; `said` is how it was put right."""
    was = leading.mine(work, wrong)
    if completion.unsent(work, wrong):
        return completion.carry_over(work, wrong, right)
    row = _written_last(work, wrong)
    if row is None:
        raise Refusal("others_acted")
    _unsay(work, was, row, said)
    work.attachments.move_since(along_with(wrong), along_with(right), row.at)
    answer = _SAY_ANEW[row.event](work, right, replace(row, text=words))
    return replace(answer, facts={**answer.facts, "instead": was.code})


@view(needs=Permission.OWN_WORK)
def hindered_last(work: Work) -> int | None:
    """The work of which an obstacle was just written down."""
    lately = work.journal.own_lately(work.actor.subject, ["blocked"], work.now - JUST_SENT)
    about = next((row.subject for row in lately if row.kind == "assignment"), None)
    row = _written_last(work, about) if about else None
    return about if row and row.event == "blocked" else None


@action(needs=Permission.OWN_WORK)
def note_instead(work: Work, assignment_id: int, said: str) -> Message:
    """«không phải vướng đâu»: what stood in the way before stands there again, and the words are
    kept as a note."""
    was = leading.mine(work, assignment_id)
    row = _written_last(work, assignment_id)
    if row is None:
        raise Refusal("others_acted")
    _unsay(work, was, row, said)
    if row.text:
        leading.note.run(work, assignment_id, row.text)
    now = work.assignments.get(assignment_id)
    return Message("work.note_instead", {**facts_of(work, now), "note": row.text})


@action(needs=Permission.OWN_WORK)
def ask_elsewhere(work: Work, topic: str, wrong: int, right: int) -> Message:
    """What is asked of the one is asked of the other; a day that was said goes along where it is
    later than the other's limit."""
    waited = work.expectations.find(work.actor.me, topic, wrong, work.now)
    work.expectations.forget(work.actor.me, topic, wrong)
    if topic != asking.EXTENSION:
        return _ASKED_ANEW[topic](work, right)
    due = waited.answers.get("due") if waited else None
    if due is None or due <= leading.mine(work, right).due_at:
        return asking.ask_until.run(work, right)
    return asking.extension.run(work, right, due, "")


_ASKED_ANEW: Mapping[str, Callable[[Work, int], Message]] = {
    asking.RELEASE: lambda work, to: asking.ask_why.run(work, to),
    "work.block": lambda work, to: leading.ask_block.run(work, to),
    "work.progress": lambda work, to: leading.ask_progress.run(work, to),
}
ASKED = frozenset({asking.EXTENSION, *_ASKED_ANEW})
"""Questions about one's own work that may be meant of another."""


def _draft_shown(work: Work) -> int | None:
    """The work whose result was shown just now, and not sent."""
    waiting = work.expectations.open(work.actor.me, work.now)
    asked = next((e for e in waiting if e.topic == completion.TOPIC), None)
    fresh = asked is not None and asked.at is not None and work.now - asked.at <= JUST_SENT
    return asked.subject if asked and fresh and completion.unsent(work, asked.subject) else None


def _written_last(work: Work, assignment_id: int) -> Entry | None:
    """What the actor said of it just now, where nothing happened to it since."""
    row = work.journal.last("assignment", assignment_id)
    own = row is not None and row.who == work.actor.subject and row.event in _SAY_ANEW
    return row if row and own and work.now - row.at <= JUST_SENT else None


def _unsay(work: Work, was: Assignment, row: Entry, said: str) -> None:
    """It stands as before; whoever heard of an obstacle hears that there is none."""
    if "before" not in row.facts:
        work.log("note", "assignment", was.id, text=said)
        return
    undone = save(work, was, revive(was, row.facts["before"]), "undone", text=said)
    if row.event == "blocked" and not work.outbox.take_back(row.id):
        told = Message("work.unblocked_told", {**facts_of(work, was), "text": said})
        work.tell_at_work(was.assigner_id, f"unblocked:{undone}", told)
