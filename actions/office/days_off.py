"""The working calendar, for the office's admin: holidays, and swap days that are worked."""

from datetime import date, timedelta

from actions.desk import action, view
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message, Press
from domain.names import clean
from domain.refusals import Refusal
from storage import Work

OFF, WORKED = "dayoff", "dayon"
NAME_LETTERS = 60
YEAR = timedelta(days=366)


@view(needs=Permission.MANAGE_PEOPLE)
def days_page(work: Work) -> Message:
    return _page(work)


@action(needs=Permission.MANAGE_PEOPLE)
def ask_day(work: Work, topic: str) -> Message | None:
    work.expectations.expect(work.actor.me, Expectation(topic), work.now)
    return Message(f"days.ask_{topic}", topic=f"{topic}:0")


@action(needs=Permission.MANAGE_PEOPLE)
def set_day(work: Work, topic: str, day: date, name: str) -> Message | None:
    """Write a day down; writing it again the other way corrects it."""
    works = topic == WORKED
    if works == (day.weekday() < 5) and day not in work.calendar.days:
        raise Refusal("day_is_so", day=day)
    work.offices.set_day(day, works=works, name=clean(name, NAME_LETTERS))
    return _said(work, topic, day)


@action(needs=Permission.MANAGE_PEOPLE)
def drop_day(work: Work, number: int) -> Message | None:
    """Take an activity of the calendar again; `number` is 20270902."""
    try:
        day = date.fromisoformat(str(number))
    except ValueError:
        raise Refusal("unknown_button") from None
    if not work.offices.drop_day(day):
        raise Refusal("not_found")
    return _said(work, "dropped", day)


def _said(work: Work, event: str, day: date) -> Message:
    work.expectations.forget(work.actor.me, event, 0)
    work.log(event, "calendar", int(f"{day:%Y%m%d}"))
    return _page(work.by(work.actor))


def _page(work: Work) -> Message:
    until = work.today + YEAR
    days = work.offices.days_between(work.today, until)
    rows = [{"day": day, "works": "on" if works else "off", "name": n} for day, works, n in days]
    drops = tuple(
        (Press("drop_day", int(f"{day:%Y%m%d}"), label=f"✕ {day.day}/{day.month:02}/{day.year}"),)
        for day, _, _ in days[:8]
    )
    add = ((Press("ask_off"), Press("ask_on")),)
    return Message("days.page", {"rows": rows, "none": not rows}, add + drops)
