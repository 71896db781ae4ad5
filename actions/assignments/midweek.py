"""The middle of the week: each head sees what of the own section is due soon, or not accepted."""

from datetime import date, datetime, timedelta

from actions.assignments.lists import SHOWN, line_of, status_of
from actions.assignments.managing import remind
from actions.desk import action, view
from domain.access import Permission, Role
from domain.assignment_rights import may_chase
from domain.assignments import Assignment
from domain.hours import MIDWEEK
from domain.letters import Message, Press, rows_of
from domain.periods import Week
from storage import Work

MIDDLE = timedelta(days=2)
CARD = "midweek"
WORTH_A_LOOK = ("soon", "new")


@action(needs=Permission.RUN_TIMETABLE)
def midweek(work: Work) -> None:
    """Once a week, on Wednesday or the first working day after it; nothing is no message."""
    week = Week.of(work.today)
    if work.today != work.calendar.on_or_after(week.monday + MIDDLE):
        return
    if work.here.time() < MIDWEEK:
        return
    if not work.offices.first_run(f"{CARD}:{week.code}", work.now):
        return
    for unit in work.offices.units(work.today):
        if worth_a_look(work, {unit.id}):
            heads = work.people.with_role(Role.HEAD, work.today, unit.id)
            work.redraw(_card(work.today), *(p.id for p in heads), ring=True, at=work.ring_at())


def _card(day: date) -> str:
    return f"{CARD}:{day:%Y%m%d}"


def worth_a_look(work: Work, units: set[int] | frozenset[int]) -> list[Assignment]:
    """Due within three working days or not accepted yet, the nearest deadline first."""
    found = [a for unit in units for a in work.assignments.of_unit(unit)]
    return sorted((a for a in found if status_of(work, a) in WORTH_A_LOOK), key=_by_deadline)


def _by_deadline(a: Assignment) -> tuple[datetime, int]:
    return a.due_at, a.number


def draw_midweek(work: Work, day: int) -> Message | None:
    """The list as it stands when it is sent, of the reader's own section."""
    found = worth_a_look(work, work.actor.units)
    if not found:
        return None
    lines = [{**line_of(work, a), "mark": status_of(work, a)} for a in found[:SHOWN]]
    numbers = rows_of([Press("a.open", a.id, label=str(a.number)) for a in found[:SHOWN]])
    chased = sum(may_chase(work.actor, a) for a in found)
    every = ((Press("l.midweek", label=f"@work.nudge_all={chased}"),),) if chased else ()
    more = len(found) - SHOWN if len(found) > SHOWN else None
    facts = {"today": work.today, "lines": lines, "more": more}
    return Message("work.midweek", facts, (*numbers, *every), card=f"{CARD}:{day}")


@view(needs=Permission.ASSIGN)
def look(work: Work) -> Message:
    """«Giữa tuần», asked for on any day."""
    return draw_midweek(work, int(f"{work.today:%Y%m%d}")) or Message("work.midweek_none")


@action(needs=Permission.ASSIGN)
def remind_midweek(work: Work) -> Message:
    """«Nhắc cả {n}» under the list: only those of the own section whom one may remind."""
    return remind(work, worth_a_look(work, work.actor.units))
