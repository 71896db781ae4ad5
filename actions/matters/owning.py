"""Whose a matter is, to whom it goes, until when, and what hangs on it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from actions.desk import action, view
from actions.matters.cards import refresh
from actions.matters.known import must_assign, people_of, seen, ways_on
from actions.matters.stepping import answer_step
from domain.access import Hand, Permission
from domain.dialogue import Expectation
from domain.evidence import Proof
from domain.letters import Message, Press, rows_of, toast
from domain.matter_kinds import kind_of
from domain.matters import WORDS_LETTERS, Given, Matter, Step
from domain.names import clean, clean_lines, shorten
from domain.refusals import Refusal, must_find
from storage import Work
from storage.lookups import BODY

P = Permission
OWNER, TO, DUE = "matter.owner", "matter.body", "matter.due"
LABEL, NAME_LETTERS = 28, 80
CLOSE = "close"


@action(needs=P.FOLLOW_MATTERS)
def ask(work: Work, matter_id: int, topic: str) -> Message:
    """Who, to whom, or until when: one line answers."""
    matter = must_assign(work, matter_id)
    work.expectations.expect(work.actor.me, Expectation(topic, matter.id), work.now)
    kind = topic.replace("matter.", "matter.ask_", 1)
    sections = [
        Press("m.unit", matter.id, str(unit.id), label=shorten(unit.short, LABEL))
        for unit in work.offices.units(work.today)
    ]
    by_section = topic == OWNER and not kind_of(matter.kind).owned_by
    buttons = rows_of(sections, 2) if by_section else ()
    return Message(kind, {"code": matter.code}, buttons, topic=f"{topic}:{matter.id}")


@action(needs=P.FOLLOW_MATTERS)
def give_to(work: Work, matter_id: int, person_id: int) -> Message:
    matter = must_assign(work, matter_id)
    person = must_find(work.people.get(person_id, work.today))
    wanted = kind_of(matter.kind).owned_by
    if wanted and wanted not in person.roles:
        raise Refusal("not_a_leader", name=person.name)
    return _owned(work, replace(matter, owner_id=person_id, owner_unit_id=None))


@action(needs=P.FOLLOW_MATTERS)
def give_to_unit(work: Work, matter_id: int, unit_id: int) -> Message:
    """A section's is its head's."""
    matter = must_assign(work, matter_id)
    units = {unit.id for unit in work.offices.units(work.today)}
    if unit_id not in units or kind_of(matter.kind).owned_by:
        raise Refusal("not_found")
    return _owned(work, replace(matter, owner_id=None, owner_unit_id=unit_id))


def _owned(work: Work, matter: Matter) -> Message:
    work.expectations.forget(work.actor.me, OWNER, matter.id)
    return _changed(work, matter, "owner", people_of(work, matter, [Hand.OWNER]))


@action(needs=P.FOLLOW_MATTERS)
def look_up(work: Work, matter_id: int, words: str) -> Message:
    """A body by what was typed of it; a new one only by a tap."""
    matter, name = must_assign(work, matter_id), clean(words, NAME_LETTERS)
    work.expectations.expect(work.actor.me, Expectation(TO, matter.id, {"name": name}), work.now)
    found = [
        Press("m.is_body", matter.id, str(body.id), label=shorten(body.name, LABEL))
        for body in work.lookups.find(BODY, name)
    ]
    new = (Press("m.new_body", matter.id),)
    return Message("matter.which_body", {"name": name}, (*rows_of(found, 1), new))


@action(needs=P.FOLLOW_MATTERS)
def send_to(work: Work, matter_id: int, body_id: int) -> Message:
    matter = must_assign(work, matter_id)
    if not work.lookups.is_known(BODY, body_id):
        raise Refusal("not_found")
    work.expectations.forget(work.actor.me, TO, matter.id)
    return _changed(work, replace(matter, body_id=body_id), "body")


@action(needs=P.FOLLOW_MATTERS)
def add_body(work: Work, matter_id: int) -> Message:
    """The name that was typed becomes a body of the office's list."""
    matter = must_assign(work, matter_id)
    waited = work.expectations.find(work.actor.me, TO, matter.id, work.now)
    name = str(waited.answers.get("name", "")) if waited else ""
    if not name:
        raise Refusal("words_gone")
    body_id = work.lookups.add(BODY, name, work.today)
    work.log("added", "body", body_id)
    work.expectations.forget(work.actor.me, TO, matter.id)
    return _changed(work, replace(matter, body_id=body_id), "body")


@action(needs=P.FOLLOW_MATTERS)
def set_due(work: Work, matter_id: int, due: datetime | None) -> Message:
    matter = must_assign(work, matter_id)
    if due is None:
        raise Refusal("matter_day")
    if due <= work.now:
        raise Refusal("due_past", due=due)
    work.expectations.forget(work.actor.me, DUE, matter.id)
    return _changed(work, replace(matter, due_at=due), "due")


def _changed(work: Work, matter: Matter, event: str, ring: Sequence[int] = ()) -> Message:
    work.matters.save(replace(matter, version=matter.version + 1))
    work.log(event, "matter", matter.id)
    refresh(work, matter, ring)
    return toast("matter.done", code=matter.code, event=f"any.{event}")


@action(needs=P.FOLLOW_MATTERS)
def note(
    work: Work, matter_id: int, words: str, proof: Proof | None = None, *, ends: bool = False
) -> Message:
    """Words or a photo under its card, from anybody who has a hand in it; `ends` where the words
    say that it is over."""
    matter = seen(work, matter_id)
    if not matter.is_open:
        raise Refusal("matter_moved_on", code=matter.code)
    if step := _answered(work, matter, words, ends):
        return answer_step.run(work, matter.id, step.event, Given(words), proof)
    event = "noted"
    if proof and proof.file_id:
        event = "attached"
        if not work.attachments.add(f"matter:{matter.id}", proof, work.now):
            raise Refusal("attached_already", code=matter.code)
    elif not words:
        raise Refusal("words_needed")
    row = work.log(event, "matter", matter.id)
    if words:
        work.matters.say(matter.id, row, clean_lines(words, WORDS_LETTERS))
    refresh(work, matter)
    return toast("matter.done", code=matter.code, event=f"any.{event}")


def _answered(work: Work, matter: Matter, words: str, ends: bool) -> Step | None:
    """The step that is taken by words alone, right under its card."""
    ways = ways_on(work, matter) if words else []
    replies = kind_of(matter.kind).replies
    wanted = (CLOSE, *replies) if ends and replies else replies
    return next((step for event in wanted for step in ways if step.event == event), None)


@view(needs=P.FOLLOW_MATTERS)
def files(work: Work, matter_id: int) -> Message:
    """What hangs on it, as it was sent."""
    matter = seen(work, matter_id)
    proofs = work.attachments.about(f"matter:{matter.id}")
    sent = tuple((proof.kind, proof.file_id) for proof in proofs)
    return Message("matter.files", {"code": matter.code, "n": len(sent)}, files=sent)
