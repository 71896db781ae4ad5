"""By the clock: claims that nobody looked at for a week are told to those who may verify them."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from actions.checklists.report import WAITS
from actions.desk import action
from domain.access import Permission
from domain.checklist_kinds import kind_of
from domain.hours import NUDGE_WITHIN
from domain.letters import Message, Press, rows_of
from storage import Work
from storage.checklists import Claim

MOST = 8


@action(needs=Permission.RUN_TIMETABLE)
def tell_waiting(work: Work) -> None:
    """Each working morning on which another claim has waited for so long: all that wait."""
    today = work.today
    if not work.calendar.is_working_day(today):
        return
    if not work.offices.first_run(f"claims:{today}", work.now):
        return
    waiting = work.checklists.claims_since(work.now - WAITS)
    fresh = [one for one in waiting if work.offices.first_run(one.key, work.now)]
    for duty in {kind_of(one.kind).duty for one in fresh} - {None}:
        mine = [one for one in waiting if kind_of(one.kind).duty is duty]
        for person in work.duties.people(duty, today) if duty else ():
            _tell(work, person, mine)


def _tell(work: Work, person: int, waiting: Sequence[Claim]) -> None:
    """All but what they claimed themselves."""
    theirs = [one for one in waiting if one.claimed_by != person]
    lists = [list(of) for _, of in groupby(theirs, key=lambda one: one.checking_id)][:MOST]
    opens = rows_of([Press("ck.open", of[0].checking_id, label=of[0].code) for of in lists])
    facts = {
        "count": len(theirs),
        "days": WAITS.days,
        "rows": [_row(work, of) for of in lists],
    }
    if theirs:
        key, lapses = f"claims:{work.today}:{person}", work.now + NUDGE_WITHIN
        work.nudge(person, key, Message("checklist.waits", facts, opens), drop_after=lapses)


def _row(work: Work, claims: Sequence[Claim]) -> dict[str, Any]:
    row = work.checklists.get(claims[0].checking_id)
    return {
        "code": row.code,
        "list": row.kind,
        "name": row.name,
        "numbers": [one.item for one in claims],
        "since": work.day(min(one.at for one in claims)),
    }
