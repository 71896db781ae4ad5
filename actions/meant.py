"""What doubtful words mean, asked by buttons and kept whole; and what a typed yes taps."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from actions.desk import Action, action
from domain.access import Permission
from domain.dialogue import BY_BUTTON, PRESS, Expectation
from domain.evidence import counted
from domain.letters import Message, Place, Press, result, rows_of
from domain.refusals import Refusal
from storage import Work

MEANT = "meant.which"


def label_of(intent: str) -> str:
    """Which text names a choice: a step of a matter names its own."""
    return intent if "." in intent else f"meant.{intent}"


@action(needs=Permission.TALK)
def ask_meant(work: Work, said: Mapping[str, Any], asked: int) -> Message:
    """Words that may mean several things do nothing yet: the likeliest first, «Không phải» last.
    What was sent along is kept with them."""
    choices = said["choices"]
    work.expectations.expect(work.actor.me, Expectation(MEANT, asked, said), work.now)
    offered = [
        Press("q.meant", n, str(asked), label=f"@{label_of(intent)}")
        for n, intent in enumerate(choices)
    ]
    neither = Press("q.meant", len(choices), str(asked), label="@meant.neither")
    left = ", ".join(said.get("left", ()))
    proofs = counted(proof["kind"] for proof in said.get("proofs", ()))
    facts = {"text": said["text"], "left": left, "code": said.get("code"), "proofs": proofs}
    facts |= {"to": tuple(said.get("names", ()))}
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


def waits_for_yes(work: Work, message: Message, yes: Press) -> Message:
    """A read-back that is answered by a tap alone: a yes that is typed next is that tap, and of
    nothing older."""
    me = work.actor.me
    yes_was_said(work)
    work.expectations.expect(me, Expectation(BY_BUTTON, answers={PRESS: yes.pack()}), work.now)
    return replace(message, topic=f"{BY_BUTTON}:0")


def yes_was_said(work: Work) -> None:
    """It was tapped, or typed: nothing waits for it any more."""
    work.expectations.forget(work.actor.me, BY_BUTTON, 0)
