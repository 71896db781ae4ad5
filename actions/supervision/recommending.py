"""Recommendations out of a visit, each a matter of its own; the list of all that are followed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from actions.desk import action, view
from actions.matters import notes
from actions.matters.cards import facts_of as facts_of_matter
from actions.matters.known import may_raise, may_read
from actions.matters.raising import New, begin
from actions.supervision.known import in_team, refresh
from actions.supervision.printing import is_silent
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message, Press, paged, result, rows_of
from domain.matter_kinds import BASIS, RECOMMENDATION
from domain.matters import Matter
from domain.refusals import Refusal
from domain.visits import number_of
from storage import Work

P = Permission
RECOMMEND = "visit.recommend"
A_PAGE, NAMED = 12, 6
OLD, OLDER = timedelta(days=20), timedelta(days=45)
"""An open one is yellow, then red by its age, also where it has no limit."""


@action(needs=P.SUPERVISE)
def ask(work: Work, visit_id: int) -> Message:
    visit = in_team(work, visit_id)
    work.expectations.expect(work.actor.me, Expectation(RECOMMEND, visit.id), work.now)
    return Message("visit.ask_recommend", {"code": visit.code}, topic=f"{RECOMMEND}:{visit.id}")


@action(needs=P.SUPERVISE)
def recommend(
    work: Work,
    visit_id: int,
    words: str,
    basis: str = "",
    due: datetime | None = None,
    names_day: bool = False,
) -> Message:
    """To the body that was visited, on what was looked at, until when, where that is said; it is
    sent with its paper. The head of the team has it in hand to its end."""
    visit = in_team(work, visit_id)
    if visit.done_at is None and visit.arrived_at is None:
        raise Refusal("visit_moved_on", code=visit.code)
    if not may_raise(work, RECOMMENDATION) and visit.head_id != work.actor.me:
        raise Refusal("visit_not_yours", code=visit.code)
    ahead = due if due and due > work.now else None
    matter = begin(work, RECOMMENDATION, New(words, f"visit:{visit.id}", visit.head_id, due=ahead))
    work.matters.save(replace(matter, body_id=visit.body_id, theme_id=visit.theme_id))
    if basis.strip():
        notes.put.run(work, matter.id, BASIS, basis)
    work.expectations.forget(work.actor.me, RECOMMEND, visit.id)
    refresh(work, visit)
    more = ((Press("v.recommend", visit.id), Press("m.open", matter.id, label=matter.code)),)
    facts = {"code": matter.code, "what": words, "number": number_of(visit.code), "due": ahead}
    facts |= {"body": work.lookups.name(visit.body_id), "own": _number(matter)}
    facts |= {"unclear": _number(matter) if (due or names_day) and not ahead else None}
    return result("visit.recommended", more, **facts)


@view(needs=P.SUPERVISE)
def followed(work: Work, page: int = 0) -> Message:
    """«Kiến nghị đang theo dõi»: the worst first, by how long each has been open."""
    kind = RECOMMENDATION.code
    found = [m for m in work.matters.open() if m.kind == kind and may_read(work, m)]
    found.sort(key=lambda m: (not m.is_late(work.now), m.sent_at or m.raised_at))
    shown = found[page * A_PAGE : (page + 1) * A_PAGE]
    facts = {
        "count": len(found) or None,
        "red": sum(_colour(work, m) == "red" for m in found) or None,
        "late": sum(m.is_late(work.now) for m in found) or None,
        "rows": tuple(_row(work, matter) for matter in shown),
        "bodies": _most(work.lookups.name(m.body_id) for m in found),
        "themes": _most(work.lookups.name(m.theme_id) for m in found),
        "orgs": _most(_organisations(work, found)),
    }
    presses = [Press("m.open", matter.id, label=matter.code) for matter in found]
    turns = paged(presses, page, lambda n: Press("v.asked", n))
    silent = [Press("v.letter", _number(m), label=f"@visit.letter_of={m.code}") for m in found
              if is_silent(work, m)]  # fmt: skip
    return Message("visit.recommendations", facts, (*turns, *rows_of(silent[:A_PAGE], 2)))


def _number(matter: Matter) -> int:
    """`KN-031` -> 31"""
    return int(matter.code.rpartition("-")[2])


def _row(work: Work, matter: Matter) -> dict[str, Any]:
    colour, days = _colour(work, matter), _age(work, matter).days
    return {**facts_of_matter(work, matter), "colour": colour, "days": days}


def _age(work: Work, matter: Matter) -> timedelta:
    return work.now - (matter.sent_at or matter.raised_at)


def _colour(work: Work, matter: Matter) -> str:
    age = _age(work, matter)
    late = matter.is_late(work.now) or age >= OLDER
    return "red" if late else "yellow" if age >= OLD else "blue"


def _most(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """So many are open with each, the most first."""
    counted = Counter(name for name in names if name)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:NAMED])


def _organisations(work: Work, found: Sequence[Matter]) -> Iterator[str]:
    """Whose each is, by the visit that it comes from."""
    abouts = (matter.about.partition(":") for matter in found)
    visits = [int(number) for kind, _, number in abouts if kind == "visit"]
    whose = work.visits.organisations_of(visits)
    names = {one.id: one.short for one in work.organisations}
    yield from (names.get(whose[visit], "") for visit in visits if visit in whose)
