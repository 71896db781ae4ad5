"""«Giờ của văn phòng»: the hours that an office sets for itself, on one page."""

from datetime import time

from actions.desk import action, view
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message, Place, Press, Rows, rows_of
from domain.office_hours import (
    ROWS,
    OfficeHour,
    WeeklyHour,
    day_said,
    hour_called,
    hour_said,
)
from storage import Work

P = Permission
HOUR = "office_hour"


@view(needs=P.MANAGE_PEOPLE)
def page(work: Work) -> Message:
    presses = [
        Press("oh.ask", 0, hour.name, label=f"@office_hour.name.{hour.name}") for hour in ROWS
    ]
    return Message("office_hour.page", {"rows": [_as(work, h) for h in ROWS]}, rows_of(presses, 2))


def _as(work: Work, hour: OfficeHour) -> dict[str, object]:
    at = work.office_hours.of(hour)
    return {"name": hour.name, "day": day_said(at), "clock": hour_said(at.clock)}


@action(needs=P.MANAGE_PEOPLE)
def ask(work: Work, name: str, place: Place = Place.EDIT) -> Message:
    """The hour that is now, and a tap or a line for another."""
    hour = hour_called(name)
    work.expectations.expect(work.actor.me, Expectation(HOUR, answers={"name": name}), work.now)
    return _one(work, hour, place)


def _one(work: Work, hour: OfficeHour, place: Place) -> Message:
    key = "office_hour.ask_day" if hour.any_day else "office_hour.ask"
    return Message(key, _as(work, hour), _changes(hour), place, topic=f"{HOUR}:0")


def _changes(hour: OfficeHour) -> Rows:
    days = [
        Press("oh.day", day, hour.name, label=f"@office_hour.day.{day}")
        for day in range(6 if hour.any_day else 0)
    ]
    clocks = [
        Press("oh.at", clock.hour * 100 + clock.minute, hour.name, label=hour_said(clock))
        for clock in hour.offered
    ]
    return (*rows_of(days), *rows_of(clocks), (Press("oh.page"),))


@action(needs=P.MANAGE_PEOPLE)
def choose(
    work: Work, name: str, weekday: int | None, clock: time | None, place: Place = Place.EDIT
) -> Message:
    """Its weekday, its hour, or both; nothing understood is told what may be chosen."""
    hour = hour_called(name)
    was = work.office_hours.of(hour)
    if weekday is None and clock is None:
        raise hour.refusal
    became = hour.moved(was, WeeklyHour(weekday, clock or was.clock))
    work.office_hours.choose(hour, became)
    work.log(f"hour_{name}", "office", work.actor.office_id, was=str(was), became=str(became))
    return _one(work, hour, place)
