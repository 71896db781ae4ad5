"""Every few minutes of a volunteer day: offers end, reminders come due, lists are handed out."""

from actions.desk import action
from actions.saturdays.absences import tell_absences
from actions.saturdays.closing import warn_waiting
from actions.saturdays.reminding import refresh_cards, remind_hour
from actions.saturdays.roll_call import offer_roll
from actions.saturdays.seating import end_offers
from domain.access import Permission
from storage import Work


@action(needs=Permission.RUN_TIMETABLE)
def pulse(work: Work) -> None:
    """Each of these finds for itself what is due; most of the time nothing is."""
    parts = (end_offers, warn_waiting, remind_hour, offer_roll, tell_absences, refresh_cards)
    for part in parts:
        part.run(work)
