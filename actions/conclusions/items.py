"""What the leaders are asked, as the report numbers it, and whose own word concludes it."""

from collections.abc import Sequence

from actions.conclusions.decisions import asked_of, numbered, words_of
from actions.conclusions.telling import OWN, asker_of
from actions.desk import view
from actions.digest.facts import ALL
from actions.digest.recipients import scope_in, scope_of
from actions.matters.known import hands, people_of, seen
from actions.matters.lists import listed, open_matter
from domain.access import Hand, Permission, Role
from domain.letters import Message, Press
from domain.matter_kinds import DECISION
from domain.matters import Matter
from domain.refusals import Refusal
from storage import Work

P = Permission
VERB = "d.asked"


def may_conclude(work: Work, matter: Matter) -> bool:
    """In their own name, and while it is asked."""
    may_be = matter.state in DECISION.step("conclude").come_from
    return may_be and bool(OWN & hands(work, matter))


def presides(work: Work, matter: Matter) -> int | None:
    """Whoever concludes in their own name; where the office writes it down, the one in whose
    name it can only be."""
    if OWN & hands(work, matter):
        return work.actor.me
    chairs = people_of(work, matter, [Hand.CHAIR])
    return chairs[0] if len(chairs) == 1 else None


@view(needs=P.FOLLOW_MATTERS)
def decides(work: Work, number: int) -> bool:
    """Whether the reader's words on it decide it, or are an opinion of the leaders."""
    matter = work.matters.by_number(DECISION.code, number)
    return work.actor.is_any(Role.LEADER) or may_conclude(work, matter)


@view(needs=P.FOLLOW_MATTERS)
def concludes(work: Work, number: int) -> bool:
    """Whether the reader's own word concludes it."""
    return may_conclude(work, work.matters.by_number(DECISION.code, number))


@view(needs=P.FOLLOW_MATTERS)
def item_of(work: Work, number: int, by_code: bool) -> int:
    """Which one: by its place in the last report, or by its code."""
    if by_code:
        return work.matters.by_number(DECISION.code, number).id
    there = numbered(work)
    if not 0 < number <= len(there):
        code = "no_such_item" if there else "nothing_asked"
        raise Refusal(code, number=number, most=len(there))
    return there[number - 1].id


@view(needs=P.READ_DIGEST)
def open_item(work: Work, number: int) -> Message:
    """«mục 2 là gì»"""
    return open_matter.run(work, meant(work, [number])[0].id)


@view(needs=P.FOLLOW_MATTERS)
def asked_by(work: Work, digest_id: int, page: int = 0) -> Message:
    """What a report asked, as it is numbered there: the card itself where that is one; what was
    put up since, or comes back on a later day, one tap further."""
    kept = work.digests.get(digest_id)
    if kept.sent_at is None or scope_in(work, digest_id) != ALL:
        raise Refusal("not_found")
    there = asked_of(work, kept.sent_at, work.digests.asked_until(kept) or kept.sent_at)
    if len(there) == 1:
        return open_matter.run(work, there[0].id)
    known = {matter.id for matter in there}
    others = sum(m.kind == DECISION.code and m.id not in known for m in work.matters.open())
    more = Press("m.list", 0, DECISION.code, label=f"@button.d.others={others}")
    below = ((more,),) if others else ()
    return listed(work, there, page, lambda n: Press(VERB, digest_id, str(n)), below)


@view(needs=P.READ_DIGEST)
def asked_on(work: Work, matter_id: int) -> bool:
    """Whether a leader is asked on this card, and may still answer."""
    matter = seen(work, matter_id)
    if not work.actor.is_any(Role.LEADER) or matter.kind != DECISION.code:
        return False
    return matter.state == DECISION.begins or may_conclude(work, matter)


@view(needs=P.READ_DIGEST)
def which_item(work: Work) -> Message:
    """«đồng ý» under a report that asks several things."""
    rows = [{"n": n, "words": words_of(work, m)} for n, m in enumerate(_items(work), start=1)]
    return Message("digest.which_item", {"rows": rows, "n": len(rows)})


@view(needs=P.READ_DIGEST)
def open_items(work: Work) -> list[int]:
    """The numbers of what is still asked."""
    return [n for n, matter in enumerate(_items(work), start=1) if matter.is_open]


@view(needs=P.READ_DIGEST)
def open_items_of(work: Work, person_id: int) -> list[int]:
    """Those of them that this person asked, or that are about their work."""
    items = enumerate(_items(work), start=1)
    return [n for n, one in items if one.is_open and asker_of(work, one) == person_id]


def _items(work: Work) -> list[Matter]:
    """What the last report asked, as it is numbered there; only the whole report asks."""
    kept = work.digests.last_sent()
    if kept is None or kept.sent_at is None or scope_of(work, work.actor) != ALL:
        return []
    return asked_of(work, kept.sent_at, kept.updated_at or kept.sent_at)


def meant(work: Work, numbers: Sequence[int]) -> list[Matter]:
    """By their numbers; without one all that is still asked."""
    there = _items(work)
    if not numbers:
        return [matter for matter in there if matter.is_open]
    if unknown := [n for n in numbers if not 1 <= n <= len(there)]:
        raise Refusal("no_report_item", number=unknown[0], there=len(there))
    return [there[n - 1] for n in dict.fromkeys(numbers)]
