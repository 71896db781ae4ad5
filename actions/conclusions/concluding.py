"""What is asked is concluded: read back with what it becomes, then sent."""

from dataclasses import asdict, replace

from actions.conclusions.carrying_out import check, conclude_matter, facts_of
from actions.conclusions.decisions import numbered, words_of
from actions.conclusions.telling import asker_of
from actions.desk import action, view
from actions.matters.known import hands, people_of, seen
from actions.matters.stepping import TOPIC as STEP
from actions.matters.stepping import must_take
from domain.access import Hand, Permission, Role
from domain.conclusions import Concluded
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Place, Press, Rows, result, rows_of
from domain.matter_kinds import DECISION, kind_of
from domain.matters import Matter
from domain.names import given_name
from domain.refusals import Refusal
from storage import Work

P = Permission
TOPIC = "matter.conclude"
OWN = frozenset({Hand.CHAIR, Hand.OWNER, Hand.ASSIGNER})
"""Whoever has one of these concludes in their own name."""


def may_conclude(work: Work, matter: Matter) -> bool:
    """In their own name, and while it is asked."""
    step = kind_of(matter.kind).step("conclude")
    return matter.state in step.come_from and bool(OWN & hands(work, matter))


@view(needs=P.FOLLOW_MATTERS)
def decides(work: Work, number: int) -> bool:
    """Whether the reader's words on it decide it, or are an opinion of the leaders."""
    matter = work.matters.by_number(DECISION.code, number)
    return work.actor.is_any(Role.LEADER) or may_conclude(work, matter)


@view(needs=P.FOLLOW_MATTERS)
def item_of(work: Work, number: int, by_code: bool) -> int:
    """Which one: by its place in the last report, or by its code."""
    if by_code:
        return work.matters.by_number(DECISION.code, number).id
    items = numbered(work)
    if not 0 < number <= len(items):
        raise Refusal("no_such_item", number=number, most=len(items))
    return items[number - 1].id


@action(needs=P.FOLLOW_MATTERS)
def read_back(work: Work, matter_id: int, said: Concluded) -> Message:
    """As it will be kept, and what it becomes; nothing is written yet."""
    matter = seen(work, matter_id)
    must_take(work, matter, "conclude")
    check(work, matter, said)
    work.expectations.forget(work.actor.me, STEP, matter.id)
    return _shown(work, matter, replace(said, chair=_presides(work, matter)))


def _presides(work: Work, matter: Matter) -> int | None:
    """Whoever concludes in their own name; where the office writes it down, the one in whose
    name it can only be."""
    if OWN & hands(work, matter):
        return work.actor.me
    chairs = people_of(work, matter, [Hand.CHAIR])
    return chairs[0] if len(chairs) == 1 else None


def _shown(work: Work, matter: Matter, said: Concluded) -> Message:
    waits = Expectation(TOPIC, matter.id, asdict(said))
    work.expectations.expect(work.actor.me, waits, work.now)
    asker = asker_of(work, matter)
    facts = {
        **facts_of(work, matter, said),
        "item": words_of(work, matter),
        "asker": work.people.name(asker) if asker != work.actor.person_id else "",
    }
    topic = f"{TOPIC}:{matter.id}"
    return Message("matter.conclude_read", facts, _buttons(work, matter, said), topic=topic)


def _buttons(work: Work, matter: Matter, said: Concluded) -> Rows:
    leave = Press("q.leave", matter.id, TOPIC, label="@button.leave")
    leaders = people_of(work, matter, [Hand.LEADER])
    others = [] if OWN & hands(work, matter) else [p for p in leaders if p != said.chair]
    presides = [
        Press("m.chair", matter.id, str(p), label=given_name(work.people.name(p))) for p in others
    ]
    send = (Press("m.conclude", matter.id, _mark(said), label="@button.send"),)
    return (((*(send if said.chair else ()), leave)), *rows_of(presides))


def _mark(said: Concluded) -> str:
    return mark_of(f"{said.chair} {said.words}")


@action(needs=P.FOLLOW_MATTERS)
def set_chair(work: Work, matter_id: int, person_id: int) -> Message:
    """Another one presided."""
    matter, said = _waiting(work, matter_id)
    if person_id not in people_of(work, matter, [Hand.LEADER]):
        raise Refusal("not_found")
    return replace(_shown(work, matter, replace(said, chair=person_id)), place=Place.EDIT)


def _waiting(work: Work, matter_id: int) -> tuple[Matter, Concluded]:
    matter = seen(work, matter_id)
    waits = work.expectations.find(work.actor.me, TOPIC, matter.id, work.now)
    if waits is None:
        raise Refusal("question_over")
    return matter, Concluded(**waits.answers)


@action(needs=P.FOLLOW_MATTERS)
def conclude(work: Work, matter_id: int, mark: str = "") -> Message:
    """«Gửi»: one conclusion with its number, its day and who presided; it becomes what it says."""
    matter, said = _waiting(work, matter_id)
    if said.chair is None:
        raise Refusal("who_presided", code=matter.code)
    if mark and mark != _mark(said):
        raise Refusal("question_over")
    work.expectations.forget(work.actor.me, TOPIC, matter.id)
    undo = ((Press("m.unconclude", matter.id),),)
    return result("matter.conclude_done", undo, **conclude_matter(work, matter, said))
