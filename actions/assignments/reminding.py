"""«nhắc Nam»: what he would be reminded of is read back, before he hears of it."""

from actions.assignments.leading import way_out
from actions.assignments.lists import line_of, open_of, overdue_list
from actions.assignments.managing import remind
from actions.desk import action
from actions.meant import waits_for_yes
from domain.access import Permission
from domain.assignment_rights import may_chase
from domain.assignments import Assignment
from domain.dialogue import Expectation
from domain.letters import Message, Press
from domain.refusals import Refusal
from storage import Work

TOPIC = "work.remind"


@action(needs=Permission.DECIDE_WORK)
def ask_all(work: Work, unit_id: int = 0) -> Message:
    """«nhắc những việc quá hạn»: all of them are shown, and a yes reminds."""
    shown = overdue_list.run(work, unit_id)
    presses = (press for row in shown.buttons for press in row if press.verb == "l.nudge")
    remind_them = next(presses, None)
    return waits_for_yes(work, shown, remind_them) if remind_them else shown


@action(needs=Permission.ASSIGN)
def ask_person(work: Work, person_id: int) -> Message:
    """What is overdue; where nothing is, all that is open."""
    found = _due(work, person_id)
    if not found:
        return Message("work.nothing_of", {"name": work.people.name(person_id)})
    kept = {"work": [a.id for a in found]}
    work.expectations.expect(work.actor.me, Expectation(TOPIC, person_id, kept), work.now)
    lines = [line_of(work, a) for a in found]
    facts = {"name": work.people.name(person_id), "count": len(found), "lines": lines}
    go = Press("v.remind", person_id, label="@button.send")
    rows = ((go, *way_out(TOPIC, person_id)),)
    return Message("work.remind_check", facts, rows, topic=f"{TOPIC}:{person_id}")


def _due(work: Work, person_id: int) -> list[Assignment]:
    theirs = [a for a in open_of.run(work, person_id) if may_chase(work.actor, a)]
    return [a for a in theirs if a.overdue(work.now)] or theirs


@action(needs=Permission.ASSIGN)
def remind_person(work: Work, person_id: int) -> Message:
    """«Gửi» under it: of those that were shown, and are open still."""
    heard = work.expectations.find(work.actor.me, TOPIC, person_id, work.now)
    if heard is None:
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, TOPIC, person_id)
    shown = [work.assignments.get(one) for one in heard.answers["work"]]
    return remind(work, [a for a in shown if a.under_way])
