"""Which assignment typed words are about: asked by buttons where it is not plain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from actions.assignments.cards import draw_assignment
from actions.assignments.leading import open_card, way_out
from actions.desk import Action, action, view
from domain.access import Permission
from domain.assignment_rights import leads
from domain.assignments import Assignment
from domain.dialogue import Expectation
from domain.evidence import counted
from domain.letters import Message, Place, Press, rows_of
from domain.names import shorten
from domain.refusals import Refusal
from storage import Work

WHICH = "work.which"
SHOWN = 9
LABEL_LETTERS = 20


@dataclass(frozen=True, slots=True)
class Wish:
    """The one deed that typed words ask for."""

    deed: Action[..., Message | None]
    args: tuple[Any, ...]


@action(needs=Permission.OWN_WORK)
def ask_which(
    work: Work,
    kept: Mapping[str, Any],
    choices: Sequence[int],
    said: int,
    beside: Sequence[Press] = (),
) -> Message:
    """Keep what was said, as number `said` of all that was ever said, and ask which assignment
    is meant: each question knows its own words. `beside` is what else it may be of."""
    found = [work.assignments.get(one) for one in choices]
    mine = [a for a in found if leads(work.actor, a)]
    if not mine:
        raise Refusal("nothing_open")
    picks = [a.id for a in mine[:SHOWN]]
    asked = Expectation(WHICH, said, {**kept, "picks": picks})
    work.expectations.expect(work.actor.me, asked, work.now)
    presses = [Press("w.pick", a.id, str(said), label=_label(a)) for a in mine[:SHOWN]]
    rows = (*rows_of([*beside, *presses], 1), way_out(WHICH, said))
    proofs = counted(proof["kind"] for proof in kept.get("proofs", ()))
    facts = {"text": kept["text"], "proofs": proofs}
    return Message("work.which", facts, rows, topic=f"{WHICH}:{said}")


@view(needs=Permission.OWN_WORK)
def labels(work: Work, choices: Sequence[int]) -> list[str]:
    """As they stood on the buttons."""
    return [_label(work.assignments.get(one)) for one in choices]


def _label(a: Assignment) -> str:
    return shorten(f"{a.number} – {a.title}", LABEL_LETTERS)


ONE_EACH = {
    "accept": "a.accept",
    "done": "a.done",
    "extend": "a.ext",
    "blocked": "a.block",
    "decline": "a.release",
    "several": "a.open",
}
"""What is tapped for each where several were named; else it is progress."""


@view(needs=Permission.OWN_WORK)
def one_each(work: Work, choices: Sequence[int], intent: str, named: bool = True) -> Message:
    """«xong 154 và 163»: each has its own report, asked by its own button; so has each of all
    that is open, where none was `named`."""
    verb = ONE_EACH.get(intent, "a.progress")
    found = [work.assignments.get(one) for one in dict.fromkeys(choices)]
    presses = [Press(verb, a.id, label=_label(a)) for a in found[:SHOWN]]
    count = len(found) if named else None
    return Message("work.one_each", {"count": count}, rows_of(presses, 1))


@action(needs=Permission.OWN_WORK)
def chosen(work: Work, plan: Wish, waited: Expectation) -> Message | None:
    """Do what was said, now that it is plain about what."""
    work.actor.require(plan.deed.needs)
    said, intent = waited.answers["text"], waited.answers["intent"]
    work.phrases.save("assignment", said, intent, work.today)
    if not work.expectations.forget(work.actor.me, WHICH, waited.subject):
        raise Refusal("words_gone")
    return _where_asked(plan.deed.run(work, *plan.args))


def _where_asked(said: Message | None) -> Message | None:
    """The question turns into what came of it."""
    if said is None or said.place not in (Place.NEW, Place.TOAST):
        return said
    return replace(said, place=Place.EDIT if said.place is Place.NEW else Place.RESULT)


@view(needs=Permission.OWN_WORK)
def spoken_of(work: Work, kind: str, number: int) -> int:
    """The assignment of a card or a report."""
    return work.completions.get(number).assignment_id if kind == "report" else number


@view(needs=Permission.OWN_WORK)
def is_given(work: Work, number: int) -> bool:
    """Whether work bears this number, whoever leads it."""
    return work.assignments.by_number(number) is not None


@view(needs=Permission.OWN_WORK)
def of_numbers(work: Work, numbers: Sequence[int]) -> list[int]:
    """The open work of these numbers that the reader may see."""
    found = (work.assignments.by_number(number) for number in numbers)
    return [a.id for a in found if a and a.is_open and draw_assignment(work, a.id)]


@view(needs=Permission.OWN_WORK)
def shown(work: Work, number: int) -> Message | None:
    """Its card, where the reader may see it."""
    a = work.assignments.by_number(number)
    return draw_assignment(work, a.id) if a else None


@view(needs=Permission.OWN_WORK)
def led_by_another(work: Work, number: int) -> int | None:
    """What is under way in somebody else's name, where the reader may see it."""
    a = work.assignments.by_number(number)
    theirs = a is not None and a.is_open and not leads(work.actor, a)
    return a.id if a and theirs and draw_assignment(work, a.id) else None


@view(needs=Permission.OWN_WORK)
def one(work: Work, assignment_id: int) -> Assignment:
    open_card.run(work, assignment_id)
    return work.assignments.get(assignment_id)


@view(needs=Permission.OWN_WORK)
def behind(work: Work, kind: str, number: int) -> list[Assignment]:
    """The assignment of a card."""
    if kind == "report":
        number = work.completions.get(number).assignment_id
    elif kind == "part":
        number = work.assignments.support(number).assignment_id
    return [one.run(work, number)]
