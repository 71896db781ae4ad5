"""How sure it is what somebody wants with a line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from language.answers.answer import Answer, Reply, Typed
from language.answers.reply import reply_to
from language.answers.reply_subject import task_number
from language.certainty.left import left_figures, left_words
from language.certainty.listed import acts, guesses, offers, opposite
from language.certainty.loud import loud_kinds
from language.certainty.told import Told
from language.dates.moments import When
from language.second import disagrees, rank

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
    loud: tuple[str, ...] = ()
    """Kinds of words that always make it doubtful, the most telling first."""

    @property
    def sure(self) -> bool:
        return self.level == "sure"


def certainty_of(
    found: Reply,
    typed: Typed,
    context: str,
    due: datetime | None = None,
) -> Certainty:
    """The second reader never acts: it makes a line doubtful, and ranks what nobody read."""
    told = Told(Answer(typed, context, due), found)
    if found.intent == "unknown":
        return _not_read(told.answer)
    if found.intent not in acts():
        return _harmless(told)
    kinds, figures, words = loud_kinds(told), left_figures(told), left_words(told)
    strange = words and found.intent not in acts("counts")
    doubted = any(found.slots.get(slot) for slot in DOUBTS)
    if not (
        kinds or figures or strange or doubted or disagrees(typed.text, context, found.intent)
    ):
        return Certainty("sure", (found.intent,), tuple(words))
    choices = _choices(told.answer, found.intent, kinds)
    return Certainty("ask", choices, tuple(words), tuple(figures), tuple(kinds))


def certainty_of_figures(typed: Typed) -> Certainty:
    """The same of a report, whatever else the line may be."""
    said = typed.turnout
    if said.status == "none" and not said.metrics:
        return Certainty("none")
    found = reply_to(typed, "turnout")
    if found.intent in acts("counts"):
        sure = certainty_of(found, typed, "turnout")
        return replace(sure, level="ask") if said.status == "ask" else sure
    return Certainty("ask", (found.intent, "turnout"))


def certainty_of_day(found: When) -> Level:
    """A day is sure unless its reader itself asks, or there is no such day."""
    if found.kind == "ask" or found.why.startswith("no_such"):
        return "ask"
    return "none" if found.kind == "none" else "sure"


def _harmless(told: Told) -> Certainty:
    """What is only written down for oneself, or only answered."""
    found, kinds = told.found, loud_kinds(told)
    asked = (found.intent in SOFT and "question" in kinds) or (
        found.intent == "question" and "rhetorical" in kinds
    )
    percent = found.intent == "progress" and bool(found.slots.get("percent")) and bool(kinds)
    if asked or percent or found.slots.get("need_confirm"):
        guessed = _guesses(told.answer)
        act = guessed[0] if guessed and found.intent == "question" else found.intent
        return Certainty("ask", _choices(told.answer, act, kinds), loud=tuple(kinds))
    return Certainty("sure", (found.intent,))


def _not_read(answer: Answer) -> Certainty:
    guessed = _guesses(answer) or _ranked(answer)
    if not guessed:
        return Certainty("none")
    kinds = loud_kinds(Told(answer, Reply(guessed[0])))
    choices = _choices(answer, guessed[0], kinds)
    return Certainty("ask", choices, loud=tuple(kinds))


def _guesses(answer: Answer) -> list[str]:
    """What the cues of a line make likely, though it was not read."""
    if answer.context == "none" and not task_number(answer):
        return []
    found = [intent for intent, sorts in guesses(answer.context).items() if answer.has(*sorts)]
    counted = answer.context == "turnout" and any(w.digits for w in answer.line.words)
    return ["turnout", *found] if counted else found


def _ranked(answer: Answer) -> list[str]:
    """What the second reader takes the line for, while it is something to be done."""
    if answer.context == "none":
        return []
    best = [name for name, _ in rank(answer.typed.text, answer.context)[:2]]
    return [name for name in best if name in acts()] if best[0] in acts() else []


def _choices(answer: Answer, act: str, kinds: Sequence[str]) -> tuple[str, ...]:
    """At most three: by what makes it doubtful, then by the second reader and the cues."""
    ranked = _ranked(answer)[:1]
    meant = {"act": act, "opposite": opposite(act)}
    listed = offers(answer.context)
    told = [meant.get(name, name) for kind in kinds[:1] for name in listed[kind]] or [act]
    told = [*told[:2], *ranked, *_guesses(answer), *told[2:]] if len(kinds) < 2 else told
    told += [meant.get(name, name) for name in listed["left"]]
    return tuple(dict.fromkeys(name for name in told if name))[:MOST]
