"""Whose it is, to whom it goes, until when: asked, also where a step still needs it."""

from dataclasses import dataclass
from datetime import date

from actions.matters.known import may_assign
from domain.dialogue import Expectation
from domain.letters import Message, Press, rows_of
from domain.matter_kinds import kind_of
from domain.matters import Given, Matter, Need, Step
from domain.names import shorten
from domain.refusals import Refusal
from storage import Work

OWNER, TO, DUE = "matter.owner", "matter.body", "matter.due"
LABEL = 28
ASKED_BY = {Need.OWNER: OWNER, Need.BODY: TO, Need.LIMIT: DUE}
"""What of a step's needs whoever assigns is asked for."""


def question(work: Work, matter: Matter, topic: str, step: str = "", need: str = "") -> Message:
    """One line answers; then the step that waited for it is taken."""
    waits = Expectation(topic, matter.id, {"then": step} if step else {})
    work.expectations.expect(work.actor.me, waits, work.now)
    sections = [
        Press("m.unit", matter.id, str(unit.id), label=shorten(unit.short, LABEL))
        for unit in work.offices.units(work.today)
    ]
    by_section = topic == OWNER and not kind_of(matter.kind).owned_by
    leave = (Press("q.leave", matter.id, topic, label="@button.leave"),)
    buttons = (*(rows_of(sections, 2) if by_section else ()), leave)
    text = topic.replace("matter.", "matter.ask_", 1)
    facts = {"code": matter.code, "need": need or None}
    return Message(text, facts, buttons, topic=f"{topic}:{matter.id}")


def asked_for(work: Work, matter: Matter, step: Step, need: Need) -> Message:
    """What the step still needs, where whoever takes it may say so."""
    if need not in ASKED_BY or not may_assign(work, matter):
        raise Refusal("matter_needs", code=matter.code, need=need.value)
    return question(work, matter, ASKED_BY[need], step.event, need.value)


NO_MORE = Given()


@dataclass(frozen=True, slots=True)
class Waited:
    """The step that waited for an answer, and what was already said with it."""

    event: str = ""
    given: Given = NO_MORE


NOTHING = Waited()


def waited_step(work: Work, matter: Matter, topic: str) -> Waited:
    """The question is over with it."""
    waited = work.expectations.find(work.actor.me, topic, matter.id, work.now)
    work.expectations.forget(work.actor.me, topic, matter.id)
    if waited is None:
        return NOTHING
    paper, day = waited.answers.get("paper", ""), waited.answers.get("paper_day", "")
    given = Given(paper=paper, paper_day=date.fromisoformat(day)) if paper else NO_MORE
    return Waited(str(waited.answers.get("then", "")), given)


def paper_kept(paper: tuple[str, date] | None) -> dict[str, str]:
    """A paper that was said before it could be used."""
    return {"paper": paper[0], "paper_day": paper[1].isoformat()} if paper else {}
