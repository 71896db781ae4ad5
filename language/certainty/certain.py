"""How sure it is what somebody wants with a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from language.answers.answer import Answer, Reply, Typed
from language.answers.reply_subject import task_number
from language.certainty.left import left_figures, left_words
from language.certainty.listed import acts, guesses, offers, opposite
from language.certainty.loud import loud_kinds

Level = Literal["sure", "ask", "none"]
MOST = 3
SOFT = ("progress", "later")
DOUBTS = ("need_confirm", "approx")


@dataclass(frozen=True, slots=True)
class Certainty:
    """`sure`: it counts. `ask`: it is asked, with these choices. `none`: not understood."""

    level: Level
    choices: tuple[str, ...] = ()
    """Intents as they are offered, the likeliest first."""
    left: tuple[str, ...] = ()
    """Words that nobody used."""
    left_figures: tuple[str, ...] = ()
    """Numbers that no reading took: named, and asked."""

    @property
    def sure(self) -> bool:
        return self.level == "sure"


def certainty_of(
    found: Reply,
    typed: Typed,
    context: str,
    due: datetime | None = None,
    second: Sequence[tuple[str, float]] = (),
) -> Certainty:
    """`second` is what another reader takes the line for; it never acts, it only doubts."""
    answer = Answer(typed, context, due)
    if found.intent == "unknown":
        return _not_read(answer, found)
    kinds = loud_kinds(answer, found)
    if found.intent not in acts():
        return _harmless(answer, found, kinds)
    figures = tuple(left_figures(answer, found))
    words = tuple(answer.line.piece(i, i + 1) for i in left_words(answer, found))
    strange = words and found.intent not in acts("counts")
    if not (kinds or figures or strange or any(found.slots.get(d) for d in DOUBTS)):
        return Certainty("sure", (found.intent,), words)
    return Certainty("ask", _choices(answer, found.intent, kinds), words, figures)


def _harmless(answer: Answer, found: Reply, kinds: list[str]) -> Certainty:
    """What is only written down for oneself, or only answered."""
    asked = (found.intent in SOFT and "question" in kinds) or (
        found.intent == "question" and "rhetorical" in kinds
    )
    percent = found.intent == "progress" and bool(found.slots.get("percent")) and bool(kinds)
    doubted = bool(found.slots.get("need_confirm"))
    if asked or percent or doubted:
        guessed = _guesses(answer)
        act = guessed[0] if guessed and found.intent == "question" else found.intent
        return Certainty("ask", _choices(answer, act, kinds))
    return Certainty("sure", (found.intent,))


def _not_read(answer: Answer, found: Reply) -> Certainty:
    guessed = _guesses(answer)
    if not guessed:
        return Certainty("none")
    kinds = loud_kinds(answer, Reply(guessed[0]))
    return Certainty("ask", _choices(answer, guessed[0], kinds))


def _guesses(answer: Answer) -> list[str]:
    """What the cues of a line make likely, though it was not read."""
    if answer.context == "none" and not task_number(answer):
        return []
    found = [
        intent for intent, sorts in guesses(answer.context).items() if answer.has(*sorts)
    ]
    counted = answer.context == "turnout" and any(w.digits for w in answer.line.words)
    return ["turnout", *found] if counted else found


def _choices(answer: Answer, act: str, kinds: Sequence[str]) -> tuple[str, ...]:
    """At most three: by what makes it doubtful, then by the cues."""
    meant = {"act": act, "opposite": opposite(act)}
    listed = offers(answer.context)
    told = [meant.get(name, name) for kind in kinds[:1] for name in listed[kind]] or [act]
    told = [*told[:2], *_guesses(answer), *told[2:]] if len(kinds) < 2 else told
    told += [meant.get(name, name) for name in listed["left"]]
    return tuple(dict.fromkeys(name for name in told if name))[:MOST]
