"""A matter is raised: its words written down, and whoever it waits for told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from actions.desk import action, view
from actions.matters.cards import refresh
from actions.matters.known import kinds_to_raise, may_raise, whose_turn
from domain.access import Hand, Permission
from domain.dialogue import Expectation
from domain.letters import Message, Press, rows_of
from domain.matter_kinds import kind_of
from domain.matters import WORDS_LETTERS, Matter, MatterKind
from domain.names import clean_lines
from domain.refusals import Refusal
from storage import Work

P = Permission
TOPIC = "matter.raise"


@dataclass(frozen=True, slots=True)
class New:
    """What is raised: in which words, about what, whose it is."""

    words: str
    about: str = ""
    owner_id: int | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    weight: int = 1
    quiet: bool = False
    """The report brings it: nobody is rung before."""
    due: datetime | None = None
    raised_by: int | None = None
    """In whose name, where it is not whoever writes it down."""


def begin(work: Work, kind: MatterKind, new: New) -> Matter:
    """Write it down; what sets one off elsewhere begins here too."""
    words = clean_lines(new.words, WORDS_LETTERS)
    if not words:
        raise Refusal("words_needed")
    limit = kind.limits.get(kind.begins)
    named = new.due if Hand.RAISER in kind.assigns else None
    owner = new.owner_id or (work.actor.person_id if kind.own else None)
    matter = work.matters.add(
        kind.code,
        kind.prefix,
        kind.begins,
        work.now,
        raised_by=new.raised_by or work.actor.person_id,
        about=new.about,
        weight=new.weight,
        locality_id=_place(work, words),
        owner_id=owner,
        due=named or (limit.counted_from(work.now, work.calendar) if limit else new.due),
    )
    whose = in_the_name_of(work, new.raised_by)
    row = work.log("raised", "matter", matter.id, became=kind.begins, on_behalf=whose)
    work.matters.say(matter.id, row, words)
    mark(work, matter, "raised", new.labels)
    refresh(work, matter, () if new.quiet else whose_turn(work, matter))
    return matter


def mark(work: Work, matter: Matter, event: str, said: Mapping[str, str]) -> None:
    """With what the words of this event say, of each sort that is read from them."""
    for labels in kind_of(matter.kind).labels:
        label = said.get(labels.sort, "") if labels.read_at == event else ""
        if label in labels.among:
            work.matters.mark(matter.id, labels.sort, label)


def in_the_name_of(work: Work, person_id: int | None) -> str | None:
    """Who stands for what somebody else writes down."""
    other = person_id and person_id != work.actor.person_id
    return work.accounts.subject(person_id) if person_id and other else None


def _place(work: Work, words: str) -> int | None:
    """The place that the words name; else the one that whoever raises it answers for."""
    named = work.offices.locality_in(words, work.today)
    return named or next(iter(work.actor.localities), None)


@view(needs=P.FOLLOW_MATTERS)
def kinds_page(work: Work) -> Message:
    """What may be raised, each a button."""
    presses = [
        Press("m.raise", 0, kind.code, label=f"@matter.kind.{kind.code}")
        for kind in kinds_to_raise(work)
    ]
    return Message("matter.new", {}, rows_of(presses, 2))


@action(needs=P.FOLLOW_MATTERS)
def ask_words(work: Work, code: str) -> Message:
    kind = must_raise(work, code)
    work.expectations.expect(work.actor.me, Expectation(TOPIC, 0, {"kind": code}), work.now)
    return Message(f"matter.ask.{kind.code}", topic=f"{TOPIC}:0")


def must_raise(work: Work, code: str) -> MatterKind:
    kind = kind_of(code)
    if not may_raise(work, kind):
        raise Refusal("no_permission", permission=P.FOLLOW_MATTERS.value)
    return kind
