"""How many say so is put right: behind its code, or just after it was raised."""

from dataclasses import dataclass
from datetime import datetime

from actions.desk import action, view
from actions.matters.cards import refresh
from actions.matters.known import known, must_be_open, must_hold, seen
from actions.opinions.weighing import opens
from domain.access import Permission
from domain.hours import SPOKEN_OF
from domain.letters import Message, result
from domain.matter_kinds import OPINION, TOPIC
from domain.matters import Matter
from domain.names import recount
from domain.refusals import must_find
from storage import Work
from storage.opinions import Voices

P = Permission


@dataclass(frozen=True, slots=True)
class MoreSay:
    """How many say so, of what («hộ»); `more` where they come to those before."""

    number: int
    unit: str
    more: bool


@action(needs=P.FOLLOW_MATTERS)
def say_weight(work: Work, number: int, said: MoreSay) -> Message:
    """«YK1 sửa thành 7 hộ», «YK1 thêm 2 hộ nữa»: how many say so; their number in its words too,
    where it was wrong there."""
    return _weighed(work, known(work, OPINION.prefix, number), said)


@action(needs=P.FOLLOW_MATTERS)
def weigh_last(work: Work, matter_id: int, said: MoreSay) -> Message:
    """«nhầm, 7 hộ nói», just after it was raised."""
    return _weighed(work, seen(work, matter_id), said)


def _weighed(work: Work, matter: Matter, said: MoreSay) -> Message:
    """By whoever puts its topic right."""
    must_be_open(matter)
    must_hold(work, matter, must_find(OPINION.labels_of(TOPIC)).by)
    now = matter.weight + said.number if said.more else said.number
    if now != matter.weight:
        work.of(Voices).weigh(matter.id, now - matter.weight)
        work.log("weighed", "matter", matter.id, facts={"was": matter.weight, "now": now})
        if not said.more:
            _counted_anew(work, matter, now, said.unit)
        refresh(work, work.matters.get(matter.id))
    return result("matter.weighed", opens(matter), code=matter.code, was=matter.weight, now=now)


def _counted_anew(work: Work, matter: Matter, now: int, unit: str) -> None:
    """«5 hộ kêu» of its words is «7 hộ kêu»; «khu 5» stays."""
    words = work.matters.opening(matter.id)
    row = next((row for row, text in work.matters.said(matter.id).items() if text == words), None)
    mended = recount(words, matter.weight, now, unit)
    if row and mended:
        work.matters.reword(matter.id, row, mended)


@view(needs=P.FOLLOW_MATTERS)
def just_raised(work: Work, since: datetime | None) -> int:
    """The opinion that the actor raised a moment ago, where nothing else was spoken of since."""
    mine = [
        one
        for one in work.matters.open()
        if one.kind == OPINION.code and one.raised_by == work.actor.me
    ]
    last = max(mine, key=lambda one: one.id, default=None)
    fresh = last and work.now - last.raised_at <= SPOKEN_OF
    return last.id if last and fresh and not (since and since > last.raised_at) else 0
