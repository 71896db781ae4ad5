"""The working calendar, for the office's admin: holidays, and swap days that are worked."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from actions.desk import action, view
from domain.access import Permission
from domain.calendar import DAY, Holiday, is_weekday, span
from domain.dialogue import Expectation
from domain.letters import Message, Press, Rows
from domain.names import clean
from domain.refusals import Refusal
from storage import Work
from storage.bundled import holidays

OFF, WORKED = "dayoff", "dayon"
NAME_LETTERS = 60
YEAR = timedelta(days=366)
OVER_A_WEEKEND = timedelta(days=3)
MOST, DECEMBER = 31, 12


@view(needs=Permission.MANAGE_PEOPLE)
def days_page(work: Work) -> Message:
    return _page(work)


@action(needs=Permission.MANAGE_PEOPLE)
def ask_day(work: Work, topic: str) -> Message | None:
    work.expectations.expect(work.actor.me, Expectation(topic), work.now)
    return Message(f"days.ask_{topic}", topic=f"{topic}:0")


@action(needs=Permission.MANAGE_PEOPLE)
def set_days(work: Work, topic: str, days: Sequence[date], name: str) -> Message | None:
    """Write days down; writing one again the other way corrects it. Of a span those count that
    would be otherwise."""
    works = topic == WORKED
    known = work.calendar.days
    fresh = [day for day in days if works != is_weekday(day) or day in known]
    if not fresh:
        raise Refusal("day_is_so", day=days[0])
    if works and (inside := next((day for day in fresh if _is_inside(known, day)), None)):
        raise Refusal("day_inside_off", day=inside)
    for day in fresh:
        work.offices.set_day(day, works=works, name=clean(name, NAME_LETTERS))
    return said(work, topic, fresh[0])


@action(needs=Permission.MANAGE_PEOPLE)
def read_days(work: Work, days: Sequence[date], name: str) -> Message:
    """What was typed in a line of its own, read back before anybody's hours change."""
    kept = {"days": [number(days[0]), number(days[-1])], "name": name}
    work.expectations.expect(work.actor.me, Expectation(OFF, answers=kept), work.now)
    facts = {"day": days[0], "last": days[-1] if len(days) > 1 else None, "name": name}
    return Message("days.read", facts, ((Press("off_yes"),),), topic=f"{OFF}:0")


@action(needs=Permission.MANAGE_PEOPLE)
def save_days(work: Work) -> Message | None:
    """«Đúng» under it."""
    heard = work.expectations.find(work.actor.me, OFF, 0, work.now)
    if heard is None or "days" not in heard.answers:
        raise Refusal("question_over")
    first, last = (date.fromisoformat(str(day)) for day in heard.answers["days"])
    return set_days.run(work, OFF, span(first, last), heard.answers["name"])


def _is_inside(known: Mapping[date, bool], day: date) -> bool:
    """Written down as off, and so is a day beside it: one day of a holiday is not taken out of it
    unawares."""
    around = (day, day - DAY), (day, day + DAY)
    return any(all(known.get(one) is False for one in pair) for pair in around)


@action(needs=Permission.MANAGE_PEOPLE)
def drop_days(work: Work, first: int, last: int) -> Message | None:
    """Take days off the calendar again; they are numbered 20270902."""
    try:
        days = span(date.fromisoformat(str(first)), date.fromisoformat(str(last)))
    except ValueError:
        raise Refusal("unknown_button") from None
    if not sum(work.offices.drop_day(day) for day in days[:MOST]):
        raise Refusal("not_found")
    return said(work, "dropped", days[0])


def said(work: Work, event: str, day: date) -> Message:
    work.expectations.forget(work.actor.me, event, 0)
    work.log(event, "calendar", number(day))
    return _page(work.by(work.actor))


def number(day: date) -> int:
    return int(f"{day:%Y%m%d}")


def _page(work: Work) -> Message:
    runs = _together(work.offices.days_between(work.today, work.today + YEAR))
    rows = [
        {
            "day": days[0],
            "last": days[-1] if len(days) > 1 else None,
            "works": "on" if works else "off",
            "name": name,
        }
        for days, works, name in runs
    ]
    drops = tuple((_drop(days),) for days, _, _ in runs[:8])
    add: Rows = ((Press("ask_off"), Press("ask_on")),)
    if year := year_to_confirm(work):
        add = ((Press("holidays", year, label=f"@days.holidays={year}"),), *add)
    return Message("days.page", {"rows": rows, "none": not rows}, add + drops)


Run = tuple[list[date], bool, str]


def _together(days: Sequence[tuple[date, bool, str]]) -> list[Run]:
    """Days of one name with at most a weekend between them are one line."""
    runs: list[Run] = []
    for day, works, name in days:
        if runs and runs[-1][1:] == (works, name) and day - runs[-1][0][-1] <= OVER_A_WEEKEND:
            runs[-1][0].append(day)
        else:
            runs.append(([day], works, name))
    return runs


def _drop(days: Sequence[date]) -> Press:
    first, last = days[0], days[-1]
    until = f"{last.day}/{last.month:02}/{last.year}"
    if first == last:
        return Press("drop_day", number(first), label=f"✕ {until}")
    label = f"✕ {first.day}/{first.month:02}–{until}"
    return Press("drop_day", number(first), str(number(last)), label=label)


def year_to_confirm(work: Work) -> int:
    """Next year from December on, whose holidays are known and not yet all written down."""
    year = work.today.year + (work.today.month == DECEMBER)
    known = work.offices.days_between(date(year, 1, 1), date(year, DECEMBER, 31))
    written = {day for day, _, _ in known}
    ahead = [day for one in of_year(year) for day in one.days if day >= work.today]
    return year if any(day not in written for day in ahead) else 0


def of_year(year: int) -> list[Holiday]:
    return [one for one in holidays() if one.first.year == year]
