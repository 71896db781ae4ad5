"""A step is taken: asked for what it needs, written down, and whoever it concerns rung."""

from dataclasses import replace
from typing import Any

from actions.desk import action, view
from actions.matters.asking import asked_for
from actions.matters.cards import refresh
from actions.matters.known import hands, people_of, seen, whose_turn
from actions.matters.raising import mark
from actions.rooms import may_set_off, set_off
from domain.access import Permission
from domain.dialogue import Expectation
from domain.evidence import Proof
from domain.letters import Message, toast
from domain.matter_kinds import kind_of
from domain.matters import (
    WORDS_LETTERS,
    Given,
    Matter,
    Need,
    Step,
    check_way,
    missing,
    take,
)
from domain.names import clean_lines
from domain.refusals import Refusal
from storage import Work
from storage.journal import Entry

P = Permission
TOPIC = "matter.step"
NAMED = 3


@action(needs=P.FOLLOW_MATTERS)
def press_step(work: Work, matter_id: int, event: str, version: int) -> Message:
    """Taken at once, or first asked for the one thing that is to be typed or sent."""
    matter = seen(work, matter_id)
    step = must_take(work, matter, event)
    if version != matter.version:
        raise Refusal("matter_moved_on", code=matter.code)
    lacks = lacks_for(work, matter, step, Given())
    if hard := [need for need in lacks if need is not step.asks]:
        return asked_for(work, matter, step, hard[0])
    if step.asks is None or not lacks:
        return _taken(work, matter, step, Given())
    waits = Expectation(TOPIC, matter.id, {"event": event, "asks": step.asks.value})
    work.expectations.expect(work.actor.me, waits, work.now)
    facts = {"code": matter.code, "event": f"{matter.kind}.{event}"}
    return Message(
        f"matter.wants.{step.asked_as or step.asks.value}", facts, topic=f"{TOPIC}:{matter.id}"
    )


@view(needs=P.FOLLOW_MATTERS)
def may_still(work: Work, matter_id: int, event: str) -> bool:
    """Whether the step that was asked about is the actor's yet; another may have it by now."""
    try:
        must_take(work, seen(work, matter_id), event)
    except Refusal as no:
        return no.code not in ("matter_not_yours", "not_found")
    return True


@action(needs=P.FOLLOW_MATTERS)
def answer_step(
    work: Work, matter_id: int, event: str, given: Given, proof: Proof | None = None
) -> Message:
    """With what was asked for."""
    matter = seen(work, matter_id)
    step = must_take(work, matter, event)
    if proof and proof.file_id:
        work.attachments.add(f"matter:{matter.id}", proof, work.now)
    work.expectations.forget(work.actor.me, TOPIC, matter.id)
    return _taken(work, matter, step, replace(given, evidence=bool(proof and proof.file_id)))


def lacks_for(work: Work, matter: Matter, step: Step, given: Given) -> list[Need]:
    """What the step still needs besides what is given."""
    return missing(matter, step, _given(work, matter, given), work.today)


def must_take(work: Work, matter: Matter, event: str) -> Step:
    step = kind_of(matter.kind).step(event)
    check_way(matter, step)
    held = hands(work, matter)
    if held.isdisjoint(step.by) or not held.isdisjoint(step.unless):
        whose = work.people.names(*people_of(work, matter, step.by)[:NAMED])
        raise Refusal("matter_not_yours", code=matter.code, whose=whose)
    if not may_set_off(work, matter, step.sets_off):
        raise not_now(matter, step)
    return step


def not_now(matter: Matter, step: Step) -> Refusal:
    """It does not lead on from here."""
    state, event = f"{matter.kind}.{matter.state}", f"{matter.kind}.{step.event}"
    return Refusal("matter_not_now", code=matter.code, state=state, event=event)


def _given(work: Work, matter: Matter, given: Given) -> Given:
    """With what the tables know: what came since the step before, and who took that."""
    before = work.journal.last_move("matter", matter.id)
    came = before and work.attachments.came_since(f"matter:{matter.id}", before.at)
    second = _is_second(work, matter, before)
    return replace(given, evidence=given.evidence or bool(came), second=second)


def _is_second(work: Work, matter: Matter, before: Entry | None) -> bool:
    """Somebody else than whoever took the step before, and where it matters than who raised it."""
    me = work.actor.person_id
    raised = me is not None and me == matter.raised_by and not kind_of(matter.kind).raiser_confirms
    return not raised and (before is None or before.who != work.actor.subject)


def _taken(work: Work, matter: Matter, step: Step, given: Given) -> Message:
    moved = move(work, matter, step, given)
    event, returns = f"{matter.kind}.{step.event}", moved.returns_on if given.returns_on else None
    return toast("matter.done", code=matter.code, event=event, returns=returns)


def move(work: Work, matter: Matter, step: Step, given: Given, **how: Any) -> Matter:
    """Take a step of somebody who may; `how` is of the journal's row."""
    kind = kind_of(matter.kind).here(work.office_days.all())
    moved = take(kind, matter, step, _given(work, matter, given), work.now, work.calendar)
    work.matters.save(moved)
    row = work.log(step.event, "matter", matter.id, was=matter.state, became=moved.state, **how)
    if words := clean_lines(given.words, WORDS_LETTERS):
        work.matters.say(matter.id, row, words)
    mark(work, matter, step.event, given.labels)
    if step.sets_off:
        set_off(work, moved, step.sets_off, given.words)
    waits_for = whose_turn(work, moved) if moved.is_open and moved.state != matter.state else []
    refresh(work, moved, [*people_of(work, moved, step.rings), *waits_for])
    return moved
