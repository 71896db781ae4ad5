"""On the first of the month the office hears in one line how many volunteers came in the last."""

from datetime import timedelta

from actions.desk import action
from domain.access import Permission, Role
from domain.hours import MORNING
from domain.letters import Message
from domain.periods import Span
from storage import Work
from storage.rows import stamp


@action(needs=Permission.RUN_TIMETABLE)
def tell_month(work: Work) -> None:
    """Once a month; who slept through the first hears it later."""
    key = f"volunteers:{work.today:%Y-%m}"
    if work.here.time() < MORNING or not work.offices.first_run(key, stamp(work.now)):
        return
    last = work.today.replace(day=1) - timedelta(days=1)
    month = Span.month(last.year, last.month)
    people, times = work.registrations.came(month.begins(work.zone), month.ends(work.zone))
    message = Message(
        "saturday.month", {"month": [month.monday, last], "people": people, "times": times}
    )
    for admin in work.people.with_role(Role.OFFICE_ADMIN, work.today):
        work.tell_at_work(admin.id, f"{key}:{admin.id}", message)
