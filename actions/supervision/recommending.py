"""Recommendations out of a visit, each a matter of its own; the list of all that are followed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from actions.desk import action, view
from actions.matters import lists, notes
from actions.matters.known import may_raise
from actions.matters.raising import New, begin
from actions.supervision.known import in_team, refresh
from actions.supervision.printing import is_silent
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message, Press, result, rows_of
from domain.matter_kinds import BASIS, RECOMMENDATION
from domain.matters import Matter
from domain.refusals import Refusal
from domain.visits import number_of
from storage import Work

P = Permission
RECOMMEND = "visit.recommend"


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
    """«Kiến nghị đang theo dõi»: also by whose visit each is, and whom to write to above a silent
    body."""
    found = lists.of_kind(work, RECOMMENDATION.code)
    silent = [Press("v.letter", _number(m), label=f"@visit.letter_of={m.code}") for m in found
              if is_silent(work, m)]  # fmt: skip
    more = {"kind": RECOMMENDATION.code, **lists.sums(work, found)}
    more["orgs"] = lists.most(_organisations(work, found))
    below = rows_of(silent[: lists.A_PAGE], 2)
    return lists.listed(work, found, page, lambda n: Press("v.asked", n), below, **more)


def _number(matter: Matter) -> int:
    """`KN-031` -> 31"""
    return int(matter.code.rpartition("-")[2])


def _organisations(work: Work, found: Sequence[Matter]) -> Iterator[str]:
    """Whose each is, by the visit that it comes from."""
    abouts = (matter.about.partition(":") for matter in found)
    visits = [int(number) for kind, _, number in abouts if kind == "visit"]
    whose = work.visits.organisations_of(visits)
    names = {one.id: one.short for one in work.organisations}
    yield from (names.get(whose[visit], "") for visit in visits if visit in whose)
