"""On the first of the month the office hears in one line how many volunteers came in the last."""

from actions.desk import action
from actions.office.months import month_over, tell_office
from domain.access import Permission
from domain.letters import Message
from storage import Work


@action(needs=Permission.RUN_TIMETABLE)
def tell_month(work: Work) -> None:
    month = month_over(work, "volunteers")
    if month is None:
        return
    people, times = work.registrations.came(month.begins(work.zone), month.ends(work.zone))
    days = [month.monday, month.last]
    message = Message("activity.month", {"month": days, "people": people, "times": times})
    tell_office(work, f"volunteers:{month.code}", message)
