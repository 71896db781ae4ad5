"""A conclusion of no item is read back, with whom it reaches, before it is written down."""

from dataclasses import asdict
from datetime import datetime

from actions.desk import action, view
from actions.matters.raising import must_raise
from actions.matters.recording import raise_matter
from actions.matters.stepping import move
from domain.access import Permission, Role
from domain.dialogue import Expectation
from domain.hours import TAKEN_BACK
from domain.letters import Message, Press, result
from domain.matter_kinds import CONCLUSION
from domain.matters import Assigned, Given
from domain.refusals import Refusal
from storage import Work

P = Permission
TOPIC = "conclusion_check"


@action(needs=P.FOLLOW_MATTERS)
def read_back(work: Work, words: str, said: Assigned) -> Message:
    """To whoever it names, else to the office."""
    must_raise(work, CONCLUSION.code)
    asked = Expectation(TOPIC, 0, {"words": words, "said": asdict(said)})
    work.expectations.expect(work.actor.me, asked, work.now)
    office = (one.id for one in work.people.with_role(Role.OFFICE_ADMIN, work.today))
    hear = [said.person_id] if said.person_id else office
    names = work.people.names(*(one for one in hear if one != work.actor.person_id))
    due = said.due if said.due and said.due > work.now else None
    facts = {"text": words, "names": names, "due": due}
    send = Press("m.concluded", 0, asked.mark, label="@button.send")
    leave = Press("q.leave", 0, TOPIC, label="@button.leave")
    return Message("matter.conclusion_check", facts, ((send, leave),), topic=f"{TOPIC}:0")


@action(needs=P.FOLLOW_MATTERS)
def send(work: Work, mark: str = "") -> Message:
    """«Gửi»: it is written down, and they hear of it."""
    asked = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if asked is None or not asked.is_read_as(mark):
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, TOPIC, 0)
    said = Assigned(**asked.answers["said"])
    return raise_matter.run(work, CONCLUSION.code, str(asked.answers["words"]), said=said)


@view(needs=P.FOLLOW_MATTERS)
def last_opened(work: Work) -> tuple[int, datetime | None]:
    """What was concluded so last, and when, where it is fresh and nobody went on from it."""
    since = work.now - TAKEN_BACK
    found = work.matters.open_in(CONCLUSION.code, CONCLUSION.begins)
    mine = [
        m
        for m in found
        if m.raised_by == work.actor.person_id and m.raised_at >= since and not m.about
    ]
    return max(((m.id, m.raised_at) for m in mine), key=lambda one: one[1], default=(0, None))


@action(needs=P.FOLLOW_MATTERS)
def take_back(work: Work, matter_id: int) -> Message:
    found, _ = last_opened.run(work)
    if found != matter_id:
        raise Refusal("not_found")
    moved = move(work, work.matters.get(found), CONCLUSION.step("undo"), Given())
    return result("matter.taken_back", code=moved.code)
