"""Which question is meant, and what is meant: asked by buttons, with the words kept whole."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from actions.desk import Action, action
from domain.access import Permission
from domain.dialogue import RINGING, Expectation, listening
from domain.letters import Message, Place, Press, result, rows_of
from domain.refusals import Refusal
from storage import Work

WHICH = "which"
MEANT = "meant.which"
MOST = 8


@action(needs=Permission.TALK)
def ask_which(work: Work, said: dict[str, Any], able: Sequence[int], asked: int) -> Message:
    """Keep what was said, and ask by a button for each open question that can hear it, the newest
    first; `asked` tells this asking from every other."""
    waiting = listening(work.expectations.open(work.actor.me, work.now))
    waiting = [e for e in waiting if e.id in able and not e.asks_which]
    work.expectations.expect(work.actor.me, Expectation(WHICH, asked, said), work.now)
    named = [(e.id, _label(work, e)) for e in waiting[:MOST]]
    which = tuple((Press("q.which", i, str(asked), label=label),) for i, label in named)
    buttons = (*which, (Press("q.none", asked),))
    ask = "which.ask" if len(which) > 1 else "which.ask_one"
    return Message(ask, {"text": said["text"]}, buttons)


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
    if question.topic not in RINGING:
        return Message("work.left")
    activity = work.activities.get(question.subject)
    return Message("saturday.time_kept", {"title": activity.title, "starts": activity.starts})


def _label(work: Work, open_one: Expectation) -> str:
    """«Báo xong 147»: the question, and the number of the work it is about."""
    about_work = open_one.topic.startswith("work.") and open_one.subject
    number = work.assignments.get(_assignment(work, open_one)).number if about_work else ""
    return f"@topic.{open_one.topic}={number}"


def _assignment(work: Work, open_one: Expectation) -> int:
    """A question is about an assignment, or about a report, a request, a question of it."""
    subject = open_one.subject
    if open_one.topic in ("work.return", "work.fix"):
        return work.completions.get(subject).assignment_id
    if open_one.topic == "work.other_due":
        return work.requests.get(subject).assignment_id
    row = work.journal.row(subject) if open_one.topic == "work.answer" else None
    return row.subject if row else subject


@action(needs=Permission.TALK)
def ask_meant(work: Work, said: Mapping[str, Any], asked: int) -> Message:
    """Words that may mean several things do nothing yet: the likeliest first, «Không phải» last.
    What was sent along is kept with them."""
    choices = said["choices"]
    work.expectations.expect(work.actor.me, Expectation(MEANT, asked, said), work.now)
    offered = [
        Press("q.meant", n, str(asked), label=f"@meant.{intent}")
        for n, intent in enumerate(choices)
    ]
    neither = Press("q.meant", len(choices), str(asked), label="@meant.neither")
    left = ", ".join(said.get("left", ()))
    facts = {"text": said["text"], "left": left, "code": said.get("code")}
    return Message("meant.ask", facts, rows_of([*offered, neither], 1), topic=f"{MEANT}:{asked}")


@action(needs=Permission.TALK)
def carry_meant(
    work: Work,
    waited: Expectation,
    intent: str,
    deed: Action[..., Message | None],
    args: Sequence[Any],
) -> Message | None:
    """Do with the kept words what was chosen; the question turns into what came of it."""
    work.actor.require(deed.needs)
    _over(work, waited)
    said = waited.answers
    work.phrases.save(str(said["room"]), str(said["text"]), intent, work.today)
    answer = deed.run(work, *args)
    plain = answer is not None and answer.place is Place.NEW and not (answer.topic or answer.card)
    return replace(answer, place=Place.RESULT) if answer and plain else answer


@action(needs=Permission.TALK)
def drop_meant(work: Work, waited: Expectation) -> Message:
    """«Không phải»: nothing is done with them."""
    _over(work, waited)
    return result("meant.dropped", text=waited.answers["text"])


def _over(work: Work, waited: Expectation) -> None:
    """A second tap does nothing more."""
    if not work.expectations.forget(work.actor.me, MEANT, waited.subject):
        raise Refusal("words_gone")
