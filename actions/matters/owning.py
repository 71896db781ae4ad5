"""Whose a matter is, to whom it goes, until when, and what hangs on it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from actions.desk import action, view
from actions.matters.asking import (
    DUE,
    LABEL,
    NOTHING,
    OWNER,
    TO,
    Waited,
    paper_kept,
    question,
    waited_step,
)
from actions.matters.cards import facts_of, given_as, refresh
from actions.matters.known import (
    handed_on,
    known,
    must_assign,
    must_be_open,
    people_of,
    seen,
    ways_on,
    whose_turn,
)
from actions.matters.stepping import answer_step, move, press_step
from domain.access import Hand, Permission
from domain.dialogue import Expectation, mark_of
from domain.evidence import Proof
from domain.letters import Message, Place, Press, result, rows_of, toast
from domain.matter_kinds import kind_of
from domain.matters import WORDS_LETTERS, Assigned, Given, Matter, Need, Step
from domain.names import clean, clean_lines, shorten
from domain.refusals import Refusal, must_find
from storage import Work
from storage.lookups import BODY

P = Permission
NAME_LETTERS, NAMES = 80, "names"
CLOSE = "close"


@action(needs=P.FOLLOW_MATTERS)
def ask(work: Work, matter_id: int, topic: str) -> Message:
    """Who, to whom, or until when: one line answers."""
    return question(work, must_assign(work, matter_id), topic)


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
    event = waited_step(work, matter, OWNER)
    return _changed(work, matter, "owner", people_of(work, matter, [Hand.OWNER]), event)


@action(needs=P.FOLLOW_MATTERS)
def look_up(
    work: Work, matter_id: int, words: str, paper: tuple[str, date] | None = None
) -> Message:
    """A body by what was typed of it, its whole name alone; a new one only by a tap, under its
    name. A paper that was said with it is kept until then."""
    matter, name = must_assign(work, matter_id), clean(words, NAME_LETTERS)
    waited = work.expectations.find(work.actor.me, TO, matter.id, work.now)
    before = {**(waited.answers if waited else {}), **paper_kept(paper)}
    mark = mark_of(name)
    kept = {**before, NAMES: {**before.get(NAMES, {}), mark: name}}
    work.expectations.expect(work.actor.me, Expectation(TO, matter.id, kept), work.now)
    if body := work.lookups.called(BODY, name):
        return send_to.run(work, matter.id, body.id)
    found = [
        Press("m.is_body", matter.id, str(body.id), label=shorten(body.name, LABEL))
        for body in work.lookups.find(BODY, name)
    ]
    leave = Press("q.leave", matter.id, TO, label="@button.leave")
    new = (Press("m.new_body", matter.id, mark), leave)
    return Message("matter.which_body", {"name": name}, (*rows_of(found, 1), new))


@action(needs=P.FOLLOW_MATTERS)
def send_to(work: Work, matter_id: int, body_id: int) -> Message:
    matter = must_assign(work, matter_id)
    if not work.lookups.is_known(BODY, body_id):
        raise Refusal("not_found")
    waited = waited_step(work, matter, TO)
    return _changed(work, replace(matter, body_id=body_id), "body", then=waited)


@action(needs=P.FOLLOW_MATTERS)
def add_body(work: Work, matter_id: int, mark: str) -> Message:
    """The name above the button becomes a body of the office's list."""
    matter = must_assign(work, matter_id)
    waited = work.expectations.find(work.actor.me, TO, matter.id, work.now)
    name = str(waited.answers.get(NAMES, {}).get(mark, "")) if waited else ""
    if not name:
        raise Refusal("words_gone")
    body_id = work.lookups.add(BODY, name, work.today)
    work.log("added", "body", body_id)
    then = waited_step(work, matter, TO)
    return _changed(work, replace(matter, body_id=body_id), "body", then=then)


@action(needs=P.FOLLOW_MATTERS)
def set_due(work: Work, matter_id: int, due: datetime | None) -> Message:
    matter = must_assign(work, matter_id)
    event = waited_step(work, matter, DUE)
    moved = replace(matter, due_at=_checked(work, matter, due))
    return _changed(work, moved, "due", _told_of_limit(work, matter), then=event)


def _told_of_limit(work: Work, matter: Matter) -> list[int]:
    """Where whoever said it sets the limit, those whose turn it is hear of another one."""
    if Hand.RAISER not in kind_of(matter.kind).assigns:
        return []
    return [one for one in whose_turn(work, matter) if one != work.actor.person_id]


def _checked(work: Work, matter: Matter, due: datetime | None) -> datetime:
    if due is None:
        raise Refusal("matter_day")
    if task := given_as(work, matter):
        raise Refusal("matter_is_work", code=matter.code, task=task.code, number=task.number)
    if due <= work.now:
        raise Refusal("due_past", due=due)
    return due


@action(needs=P.FOLLOW_MATTERS)
def say_of(work: Work, prefix: str, number: int, said: Assigned) -> Message:
    """«CV-001 giao Nam hạn 10/12», «CV-001 nơi nhận Tỉnh ủy»: all of it in one line."""
    matter = must_assign(work, known(work, prefix, number).id)
    due = _checked(work, matter, said.due) if said.due else None
    if said.person_id:
        give_to.run(work, matter.id, said.person_id)
    elif said.unit_id:
        give_to_unit.run(work, matter.id, said.unit_id)
    matter = work.matters.get(matter.id)
    if due:
        matter = replace(matter, due_at=due)
        work.log("due", "matter", matter.id)
    if said.to:
        work.matters.save(matter)
        _waits_for_body(work, matter)
        return look_up.run(work, matter.id, said.to)
    return _changed(work, matter, "")


@action(needs=P.FOLLOW_MATTERS)
def say_of_each(work: Work, each: Sequence[tuple[tuple[str, int], Assigned]]) -> Message:
    """«KN21 gửi UBND Trà Cổ hạn 20/12, KN22 …»: all of them, or none; a body that is not plainly
    one of the list is chosen for its matter alone."""
    rows = list[dict[str, Any]]()
    for code, said in each:
        matter = known(work, *code)
        body = _plain_body(work, matter, said.to) if said.to else None
        say_of.run(work, *code, replace(said, to=""))
        if body:
            send_to.run(work, matter.id, body)
        rows.append(facts_of(work, work.matters.get(matter.id)))
    return result("matter.set_each", rows=rows)


def _plain_body(work: Work, matter: Matter, words: str) -> int:
    found = work.lookups.find(BODY, clean(words, NAME_LETTERS))
    if len(found) != 1:
        raise Refusal("matter_each_body", code=matter.code, name=words)
    return found[0].id


def _waits_for_body(work: Work, matter: Matter) -> None:
    """The step by which it goes out follows, once it is known where to."""
    goes = next((step for step in ways_on(work, matter) if Need.BODY in step.needs), None)
    if goes:
        waits = Expectation(TO, matter.id, {"then": goes.event})
        work.expectations.expect(work.actor.me, waits, work.now)


def _changed(
    work: Work, matter: Matter, event: str, ring: Sequence[int] = (), then: Waited = NOTHING
) -> Message:
    """Written down; what waited for it goes on, and what somebody was given is in their hands."""
    work.matters.save(replace(matter, version=matter.version + 1))
    if event:
        work.log(event, "matter", matter.id)
    moved = work.matters.get(matter.id)
    refresh(work, moved, ring)
    if then.event and then.given.paper:
        return answer_step.run(work, moved.id, then.event, then.given)
    if then.event:
        return press_step.run(work, moved.id, then.event, moved.version)
    if event == "owner" and (step := handed_on(work, moved)):
        move(work, moved, step, Given())
    return Message("matter.set", facts_of(work, work.matters.get(matter.id)), place=Place.TOAST)


@action(needs=P.FOLLOW_MATTERS)
def note(
    work: Work, matter_id: int, words: str, proof: Proof | None = None, *, ends: bool = False
) -> Message:
    """Words or a photo under its card, from anybody who has a hand in it; `ends` where the words
    say that it is over."""
    matter = seen(work, matter_id)
    must_be_open(matter)
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
