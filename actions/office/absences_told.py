"""The office tells of several who are away, or that somebody is there after all: read back, then
written down together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from actions.desk import action, view
from actions.office.absences import checked, come_back_of, facts_of, person_of, write_down
from domain.absences import Absence
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message, Press, result
from domain.refusals import Refusal
from storage import Work

TOPIC, BACK = "absence.several", "absence.there"


@dataclass(frozen=True, slots=True)
class ToldAway:
    """Who is away, from when until when, and who does their work meanwhile."""

    person: int
    first: date
    last: date
    stand_in: int | None = None
    half: bool = False


@action(needs=Permission.OWN_WORK)
def say_several(work: Work, told: Sequence[ToldAway], short: Sequence[str]) -> Message:
    """Each is shown with the days; whoever only comes late or leaves early is no day off, and is
    named."""
    found = [(one, _absence(work, one)) for one in told]
    kept = [[a.person_id, a.first, a.last, a.stand_in_id] for _, a in found]
    work.expectations.expect(work.actor.me, Expectation(TOPIC, 0, {"rows": kept}), work.now)
    rows = [{**facts_of(work, a), "half": "yes" if one.half else None} for one, a in found]
    buttons = ((Press("away.all"), Press("q.leave", 0, TOPIC, label="@button.leave")),)
    facts = {"rows": rows, "short": list(short) or None}
    return Message("absence.several", facts, buttons, topic=f"{TOPIC}:0")


def _absence(work: Work, one: ToldAway) -> Absence:
    return checked(work, person_of(work, one.person), one.first, one.last, one.stand_in)


@action(needs=Permission.OWN_WORK)
def go_several(work: Work) -> Message:
    """«Đúng»: all of them, each told to whom it concerns."""
    heard = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if heard is None:
        raise Refusal("question_over")
    work.expectations.forget(work.actor.me, TOPIC, 0)
    new = [_absence(work, ToldAway(*row)) for row in heard.answers["rows"]]
    for one in new:
        write_down(work, one)
    return result("absence.several_kept", rows=[facts_of(work, one) for one in new])


@view(needs=Permission.OWN_WORK)
def away_of(work: Work, person_id: int, day: date | None) -> Absence | None:
    """Somebody's days off that a word may take back: those that hold the day, else the next."""
    theirs = [one for one in work.absences.coming(work.today) if one.person_id == person_id]
    held = [one for one in theirs if day is None or one.first <= day <= one.last]
    return held[0] if held else None


@action(needs=Permission.OWN_WORK)
def ask_back(work: Work, person_id: int, day: date | None) -> Message:
    """«bỏ nghỉ của Bền»: which days go, and which stay before them."""
    found = away_of.run(work, person_id, day)
    person = person_of(work, person_id)
    if found is None:
        raise Refusal("absence_none", name=person.name)
    last = work.calendar.add_days(day, -1) if day and day > found.first else None
    said = {"person": person_id, "first": found.first, "last": found.last, "stays": last}
    work.expectations.expect(work.actor.me, Expectation(BACK, 0, said), work.now)
    buttons = ((Press("away.there"), Press("q.leave", 0, BACK, label="@button.leave")),)
    facts = {**facts_of(work, found), "day": day if last else None}
    return Message("absence.back_check", facts, buttons, topic=f"{BACK}:0")


@action(needs=Permission.OWN_WORK)
def bring_back(work: Work) -> Message:
    """«Đúng»: they are there, and their work is theirs again."""
    heard = work.expectations.find(work.actor.me, BACK, 0, work.now)
    if heard is None:
        raise Refusal("question_over")
    work.expectations.forget(work.actor.me, BACK, 0)
    said = heard.answers
    found = away_of.run(work, said["person"], said["first"])
    if found is None:
        raise Refusal("question_over")
    if said["stays"]:
        return write_down(work, replace(found, last=said["stays"]))
    come_back_of(work, found)
    return result("absence.back_of", name=work.people.name(found.person_id))
