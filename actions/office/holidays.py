"""The public holidays of a year: what is not sure yet is marked; the office writes them down."""

from actions.desk import action, view
from actions.office.days_off import DECEMBER, of_year, said, year_to_confirm
from actions.office.months import tell_office
from domain.access import Permission
from domain.hours import MORNING
from domain.letters import Message, Press
from domain.refusals import Refusal
from storage import Work


@view(needs=Permission.MANAGE_PEOPLE)
def holidays_page(work: Work, year: int) -> Message:
    return _page(year)


def _page(year: int) -> Message:
    days = of_year(year)
    if not days:
        raise Refusal("not_found")
    rows = [
        {
            "day": one.first,
            "last": one.last if one.last > one.first else None,
            "name": one.name,
            "unsure": None if one.sure else one.name,
        }
        for one in days
    ]
    yes = Press("holidays_yes", year)
    return Message("days.holidays_page", {"year": str(year), "rows": rows}, ((yes,),))


@action(needs=Permission.MANAGE_PEOPLE)
def write_holidays(work: Work, year: int) -> Message | None:
    """«Ghi các ngày này»: each can still be corrected by a line or ✕."""
    days = of_year(year)
    if not days:
        raise Refusal("not_found")
    for one in days:
        for day in one.days:
            work.offices.set_day(day, works=False, name=one.name)
    return said(work, "holidays", days[0].first)


@action(needs=Permission.RUN_TIMETABLE)
def offer_holidays(work: Work) -> None:
    """In December the office is asked to look at next year's, once."""
    year = work.today.year + 1
    if work.today.month != DECEMBER or work.here.time() < MORNING:
        return
    if year_to_confirm(work) != year:
        return
    if work.offices.first_run(f"holidays:{year}", work.now):
        tell_office(work, f"holidays:{year}", _page(year))
