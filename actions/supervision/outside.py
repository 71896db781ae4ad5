"""What others plan to look at: a row each, typed or pasted from a sheet."""

from collections.abc import Sequence

from actions.desk import action
from actions.supervision.known import must
from domain.access import Hand, Permission
from domain.letters import Message, result
from domain.names import clean
from domain.refusals import Refusal
from domain.visits import OutsideSaid, check_window
from storage import Work
from storage.lookups import BODY, THEME

P = Permission
KEEPS = (Hand.DUTY, Hand.DUTY_HEAD, Hand.OFFICE)
NAME_LETTERS = 80


@action(needs=P.SUPERVISE)
def write_down(work: Work, rows: Sequence[OutsideSaid]) -> Message:
    """Each row with its body and theme; those who keep the list say the names that are new."""
    must(work, KEEPS)
    for row in rows:
        check_window(row.first, row.last, work.today)
    for row in rows:
        theme, body = _named(work, THEME, row.theme), _named(work, BODY, row.body)
        whose = clean(row.whose, NAME_LETTERS)
        plan = work.visits.add_outside(whose, theme, body, row.first, row.last)
        work.log("outside", "outside_plan", plan)
    return result("visit.outside_kept", count=len(rows), whose=[row.whose for row in rows][:4])


def _named(work: Work, sort: str, words: str) -> int:
    """What is known by a name of its own is meant; two that fit are asked about."""
    name = clean(words, NAME_LETTERS)
    found = work.lookups.find(sort, name)
    if len(found) > 1:
        raise Refusal("visit_which", name=name, names=[one.name for one in found])
    if found:
        return found[0].id
    added = work.lookups.add(sort, name, work.today)
    work.log("added", sort, added)
    return added
