"""The same said again adds its weight to what is open; topics, and what a month heard."""

from datetime import date, time, timedelta

from actions.desk import action, view
from actions.matters.cards import SORTS, refresh
from actions.matters.known import hands, seen
from domain.access import Duty, Permission, Role
from domain.letters import Message, Place, Press, rows_of, toast
from domain.matter_kinds import OPINION, kind_of
from domain.matters import Matter
from domain.periods import at
from domain.refusals import Refusal
from storage import Work

P = Permission
A_MONTH = timedelta(days=31)


@view(needs=P.FOLLOW_MATTERS)
def topics_page(work: Work, matter_id: int) -> Message:
    matter = _must_sort(work, matter_id)
    presses = [
        Press("m.is_topic", matter.id, topic, label=f"@topic_of.{topic}")
        for topic in kind_of(matter.kind).topics
    ]
    return Message("matter.ask_topic", {"code": matter.code}, rows_of(presses, 2))


@action(needs=P.FOLLOW_MATTERS)
def set_topic(work: Work, matter_id: int, topic: str) -> Message:
    """It was guessed otherwise."""
    matter = _must_sort(work, matter_id)
    if topic not in kind_of(matter.kind).topics:
        raise Refusal("unknown_button")
    work.matters.set_topic(matter.id, topic)
    work.log("topic", "matter", matter.id)
    refresh(work, matter)
    return toast("matter.topic_set", code=matter.code, topic=topic)


def _must_sort(work: Work, matter_id: int) -> Matter:
    matter = seen(work, matter_id)
    if not matter.is_open or hands(work, matter).isdisjoint(SORTS):
        raise Refusal("matter_not_yours", code=matter.code)
    return matter


def add_weight(work: Work, matter: Matter, _: str) -> None:
    """It was raised before: whoever said it now counts there."""
    twin = work.matters.twin(matter)
    if twin is None:
        return
    work.matters.weigh(twin.id, matter.weight)
    row = work.log("weight", "matter", twin.id, facts={"of": matter.code, "by": matter.weight})
    work.log("joined", "matter", matter.id, facts={"row": row})
    refresh(work, twin)


@view(needs=P.FOLLOW_MATTERS)
def heard_in(work: Work, first: date) -> Message:
    """«Nghe dân nói»: a month by topic and place, what was answered and told back; no words."""
    allowed = Duty.OPINIONS in work.actor.duties or work.actor.is_any(
        Role.LEADER, Role.OFFICE_ADMIN
    )
    if not allowed:
        raise Refusal("no_permission")
    after = (first + A_MONTH).replace(day=1)
    begins, ends = (at(day, time(), work.zone) for day in (first, after))
    rows = work.matters.heard(OPINION.code, begins, ends)
    facts = {
        "month": first.month,
        "year": first.year,
        "rows": [{**row, "weight": row["weight"] or None} for row in rows],
        "count": sum(row["count"] for row in rows),
        "answered": sum(row["answered"] for row in rows),
        "told": sum(row["told"] for row in rows),
    }
    return Message("matter.heard" if rows else "matter.heard_none", facts, place=Place.NEW)
