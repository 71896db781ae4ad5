"""Whose it is, to whom it goes, until when: asked, also where a step still needs it."""

from actions.matters.known import may_assign
from domain.dialogue import Expectation
from domain.letters import Message, Press, rows_of
from domain.matter_kinds import kind_of
from domain.matters import Matter, Need, Step
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


def waited_step(work: Work, matter: Matter, topic: str) -> str:
    """The step that waited for an answer; the question is over with it."""
    waited = work.expectations.find(work.actor.me, topic, matter.id, work.now)
    work.expectations.forget(work.actor.me, topic, matter.id)
    return str(waited.answers.get("then", "")) if waited else ""
