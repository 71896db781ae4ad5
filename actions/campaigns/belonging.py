"""Days and work are put to a campaign and taken out again: in a line, or by taps."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import time
from typing import Any

from actions.assignments.cards import must_see
from actions.campaigns.achieved import ids
from actions.checklists.cards import refresh
from actions.checklists.known import Begun, must
from actions.desk import action, view
from domain.access import Permission
from domain.activities import Activity, Stage
from domain.assignment_rights import may_see
from domain.assignments import Assignment
from domain.calendar import DAY
from domain.campaigns import ACTIVITY, TASK
from domain.checklist_kinds import CAMPAIGN
from domain.letters import NEXT_PAGE, Message, Place, Press, paged, toast
from domain.names import shorten
from domain.periods import at
from domain.refusals import Refusal, must_find
from storage import Work
from storage.campaigns import Campaigns

P = Permission
PUT, OUT = "put", "taken_out"
VERBS = {PUT: ("cp.more", "cp.put"), OUT: ("cp.less", "cp.out")}
"""What turns the page of what may be chosen, and what chooses."""
LABEL = 20
NOT_YET = (Stage.DRAFT, Stage.CANCELLED)
Thing = tuple[str, str]
"""What names it (`activity:12`), and its code."""


@action(needs=P.FOLLOW_MATTERS)
def told(work: Work, number: int, way: str, things: Sequence[int | str]) -> Message:
    """«cd3 thêm việc 147, T7-28/11», «cd3 bỏ việc 147»."""
    found = must(work, work.checklists.by_number(CAMPAIGN.code, number).id, "marks")
    for thing in things:
        WAYS[way](work, found, _named(work, thing))
    facts = _changed(work, found, way)
    return toast(f"checklist.campaign.{way}", things=[str(thing) for thing in things], **facts)


@view(needs=P.FOLLOW_MATTERS)
def to_choose(work: Work, checking_id: int, way: str, page: int) -> Message:
    """What may be put to it, or what belongs to it: each a button."""
    return _page(work, must(work, checking_id, "marks"), way, page)


@action(needs=P.FOLLOW_MATTERS)
def tapped(work: Work, checking_id: int, way: str, about: str) -> Message:
    """The buttons stand there once more, with one less."""
    found, thing = must(work, checking_id, "marks"), _known(work, about.replace(".", ":"))
    WAYS[way](work, found, thing)
    said = {**_changed(work, found, way), way: thing[1]}
    return _page(work, found, way, 0, Place.EDIT, said)


def _page(
    work: Work,
    found: Begun,
    way: str,
    page: int,
    place: Place = Place.NEW,
    said: Mapping[str, Any] | None = None,
) -> Message:
    one = found.row
    things = _free(work, found) if way == PUT else _held(work, found)
    again, verb = VERBS[way]
    presses = [
        Press(verb, one.id, about.replace(":", "."), label=shorten(name, LABEL))
        for about, name in things
    ]
    rows = paged(presses, page, lambda n: Press(again, one.id, f"{n}", NEXT_PAGE))
    facts = {
        "code": one.code,
        "name": one.name,
        "number": int(one.code.rpartition("-")[2]),
        "many": len(presses) or None,
        "nothing": None if presses else "yes",
        **(said or {}),
    }
    return Message(f"checklist.campaign.to_{way}", facts, rows, place)


def _free(work: Work, found: Begun) -> list[Thing]:
    """Days of its span and open work, as far as they belong to no campaign."""
    campaign = work.of(Campaigns).get(found.row.id)
    span = (at(one, time(), work.zone) for one in (campaign.first, campaign.last + DAY))
    days = [a for a in work.activities.between(*span) if a.state(work.now) not in NOT_YET]
    tasks = [a for a in work.assignments.of_unit() if may_see(work.actor, a, supports=False)]
    things = [
        *((f"{ACTIVITY}:{a.id}", f"{a.code} {a.title}") for a in days),
        *((f"{TASK}:{a.id}", f"{a.number} {a.title}") for a in tasks),
    ]
    taken = work.of(Campaigns).taken([about for about, _ in things])
    return [thing for thing in things if thing[0] not in taken]


def _held(work: Work, found: Begun) -> Iterator[Thing]:
    """As far as the actor may see it."""
    for about in work.of(Campaigns).things(found.row.id):
        try:
            yield _known(work, about)
        except Refusal:
            continue


def _named(work: Work, thing: int | str) -> Thing:
    """A day by its code, a piece of work by its number."""
    if isinstance(thing, str):
        return f"{ACTIVITY}:{must_find(work.of(Campaigns).day(thing))}", thing
    return _work(work, must_find(work.assignments.by_number(thing)))


def _known(work: Work, about: str) -> Thing:
    kind, _, number = about.partition(":")
    if kind not in (ACTIVITY, TASK) or not (number.isascii() and number.isdigit()):
        raise Refusal("unknown_button")
    if kind == ACTIVITY:
        return about, work.activities.get(int(number)).code
    return _work(work, work.assignments.get(int(number)))


def _work(work: Work, task: Assignment) -> Thing:
    must_see(work, task)
    return f"{TASK}:{task.id}", task.code


def _add(work: Work, found: Begun, thing: Thing) -> None:
    """Each belongs to one campaign only."""
    about, code = thing
    if holder := work.of(Campaigns).holder(about):
        raise Refusal("campaign_has_it", thing=code, code=work.checklists.get(holder).code)
    work.of(Campaigns).add(found.row.id, about)


def _drop(work: Work, found: Begun, thing: Thing) -> None:
    about, code = thing
    if not work.of(Campaigns).drop(found.row.id, about):
        raise Refusal("campaign_lacks_it", thing=code, code=found.row.code)


WAYS: Mapping[str, Callable[[Work, Begun, Thing], None]] = {PUT: _add, OUT: _drop}


def _changed(work: Work, found: Begun, way: str) -> dict[str, Any]:
    work.log(way, "checking", found.row.id)
    refresh(work, found.row.id)
    held, works = (len(ids(work, found.row.id, what)) for what in (ACTIVITY, TASK))
    return {"code": found.row.code, "name": found.row.name, "held": held, "works": works}


def day_told(work: Work, activity: Activity) -> None:
    """Its results changed: the campaign's card shows it."""
    holder = work.of(Campaigns).holder(f"{ACTIVITY}:{activity.id}")
    if holder:
        refresh(work, holder)
