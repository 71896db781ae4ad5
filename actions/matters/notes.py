"""What is typed of a matter beside its steps: the law that it goes by, its number elsewhere."""

from actions.desk import action
from actions.matters.cards import note, refresh
from actions.matters.known import known, must_be_open, must_hold, seen
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message, toast
from domain.matter_kinds import kind_of
from domain.matters import Matter, Note
from domain.names import clean
from domain.refusals import must_find
from storage import Work

P = Permission
ASKED = "matter.note"


@action(needs=P.FOLLOW_MATTERS)
def ask(work: Work, matter_id: int, event: str) -> Message:
    matter = seen(work, matter_id)
    _must_note(work, matter, event)
    waits = Expectation(ASKED, matter.id, {"event": event})
    work.expectations.expect(work.actor.me, waits, work.now)
    return Message(f"matter.ask_{event}", {"code": matter.code}, topic=f"{ASKED}:{matter.id}")


@action(needs=P.FOLLOW_MATTERS)
def put(work: Work, matter_id: int, event: str, words: str) -> Message:
    matter = seen(work, matter_id)
    kept = _must_note(work, matter, event)
    said = clean(words, kept.letters)
    kept.check(said, matter.code)
    note(work, matter, event, said)
    work.expectations.forget(work.actor.me, ASKED, matter.id)
    refresh(work, matter)
    return toast(f"matter.{event}_kept", code=matter.code, said=said)


@action(needs=P.FOLLOW_MATTERS)
def say(work: Work, prefix: str, number: int, event: str, words: str) -> Message:
    """«KN31 căn cứ: Điều 5 Nghị định 61/2018», «YK1 pakn 12345»"""
    return put.run(work, known(work, prefix, number).id, event, words)


def _must_note(work: Work, matter: Matter, event: str) -> Note:
    kept = must_find(kind_of(matter.kind).note(event))
    must_be_open(matter)
    must_hold(work, matter, kept.by)
    return kept
