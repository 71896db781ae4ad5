"""«Theo dõi»: what is open and concerns whoever looks, what is late first."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import inf
from typing import Any

from actions.desk import view
from actions.matters.cards import draw_matter, facts_of, given_as
from actions.matters.known import (
    kinds_to_raise,
    known,
    may_read,
    may_read_words,
    must_be_open,
    seen,
)
from domain.access import Permission
from domain.letters import Message, Press, Rows, paged
from domain.matter_kinds import TOPIC, kind_of
from domain.matters import Matter
from domain.refusals import Refusal, must_find
from domain.unkept import Unkept
from storage import Work

P = Permission
A_PAGE, NAMED = 12, 6


@view(needs=P.FOLLOW_MATTERS)
def followed(work: Work, kind: str = "", page: int = 0) -> Message:
    """Every open matter that the actor may see; of one kind, where it is named."""
    wanted = of_kind(work, kind)
    new = ((Press("m.new"),),) if kinds_to_raise(work) else ()
    more = {"kind": kind, **sums(work, wanted)} if kind else {}
    return listed(work, wanted, page, lambda n: Press("m.list", n, kind), new, **more)


def of_kind(work: Work, kind: str) -> list[Matter]:
    """What is late first; what the report numbers in its order, what grows old by its age."""
    wanted = [m for m in work.matters.open() if kind in ("", m.kind) and may_read(work, m)]
    if kind and kind_of(kind).numbered:
        wanted.sort(key=lambda matter: (matter.state != kind_of(kind).begins, matter.id))
    if kind and kind_of(kind).ages:
        wanted.sort(key=lambda m: (not m.is_late(work.now), m.sent_at or m.raised_at))
    return wanted


def sums(work: Work, wanted: Sequence[Matter]) -> dict[str, Any]:
    """To which bodies they go, and about what they are."""
    return {
        "bodies": most(work.lookups.name(matter.body_id) for matter in wanted),
        "themes": most(work.lookups.name(matter.theme_id) for matter in wanted),
    }


def most(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """How many with each, the most first."""
    counted = Counter(name for name in names if name)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:NAMED])


def listed(
    work: Work,
    wanted: Sequence[Matter],
    page: int,
    turns: Callable[[int], Press],
    below: Rows = (),
    **more: Any,
) -> Message:
    """A page of these, each a tap away."""
    shown = wanted[page * A_PAGE : (page + 1) * A_PAGE]
    topics = work.matters.labels_of([matter.id for matter in shown], TOPIC)
    facts = {
        "count": len(wanted),
        "late": sum(matter.is_late(work.now) for matter in wanted) or None,
        "old": sum(_aged(work, matter) == "very_old" for matter in wanted) or None,
        "rows": [{**_row(work, one), "topic": topics.get(one.id)} for one in shown],
        **more,
    }
    presses = [Press("m.open", matter.id, label=matter.code) for matter in wanted]
    return Message("matter.list", facts, (*paged(presses, page, turns, A_PAGE), *below))


def _row(work: Work, matter: Matter) -> dict[str, Any]:
    facts = {**facts_of(work, matter), "words": _words(work, matter)}
    if kind_of(matter.kind).ages is None:
        return facts
    mark = _aged(work, matter) or facts["mark"]
    return {**facts, "mark": mark, "days": matter.age(work.now)}


def _aged(work: Work, matter: Matter) -> str:
    """What is late has its mark by that."""
    old, very_old = kind_of(matter.kind).ages or (inf, inf)
    age = 0 if matter.is_late(work.now) else matter.age(work.now)
    return "very_old" if age >= very_old else "old" if age >= old else ""


def _words(work: Work, matter: Matter) -> str | None:
    """What it is about, for whoever may read it."""
    if not may_read_words(work, matter):
        return None
    return work.matters.opening(matter.id) or None


@view(needs=P.FOLLOW_MATTERS)
def open_matter(work: Work, matter_id: int) -> Message:
    return must_find(draw_matter(work, seen(work, matter_id).id))


@view(needs=P.FOLLOW_MATTERS)
def work_become(work: Work, prefix: str, number: int) -> int:
    """The open work that it was given as; nothing where there is none."""
    task = given_as(work, known(work, prefix, number))
    return task.id if task else 0


@view(needs=P.FOLLOW_MATTERS)
def open_by_code(work: Work, prefix: str, number: int) -> Message:
    """«KN31»"""
    return open_matter.run(work, known(work, prefix, number).id)


@view(needs=P.FOLLOW_MATTERS)
def is_followed(work: Work, prefix: str, number: int) -> bool:
    """Whether the reader may see something under this code."""
    try:
        known(work, prefix, number)
    except Refusal:
        return False
    return True


@view(needs=P.FOLLOW_MATTERS)
def unkept_of(work: Work, matter_id: int) -> frozenset[Unkept]:
    """What is kept of nobody in its words."""
    return kind_of(seen(work, matter_id).kind).unkept


@view(needs=P.FOLLOW_MATTERS)
def source_of(work: Work, prefix: str, number: int) -> dict[str, str]:
    """Of work that comes of it: its code, and what the work is tied to."""
    matter = known(work, prefix, number)
    must_be_open(matter)
    return {"source": matter.code, "about": f"matter:{matter.id}"}


@view(needs=P.FOLLOW_MATTERS)
def code_of(work: Work, matter_id: int) -> str:
    """«KN-031», of one that the actor may see."""
    return seen(work, matter_id).code
