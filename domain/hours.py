"""The hours and limits of an office's day, in its own zone: rules and timetable read them here.
What each office sets stands in `office_hours.py`; when it meets, from which the report is counted,
in its preset: `briefing` in `storage/presets/`."""

from collections.abc import Mapping
from datetime import time, timedelta

# The day

WORK = ((time(7, 30), time(11, 30)), (time(13, 30), time(17)))
WORK_ENDS = WORK[-1][1]
"""What is due on a day without an hour is due then; what is not told by then waits a day."""
RINGS = ((time(7, 15), time(11, 30)), (time(13, 30), time(17, 30)))
"""Work rings only then; lunch is 11:30-13:30."""
NIGHT = (time(21), time(6))
"""Quiet: nobody is rung, and an offer's time to answer stands still."""
RINGS_A_DAY = 4
"""At most so often a day somebody is rung; «Khẩn» is not counted out."""

# Work

MORNING = time(7, 30)
AFTER_BRIEFING = timedelta(minutes=90)
"""On the day of the briefing, the morning's message comes so long after it."""
MIDWEEK = time(16)
UNSENT = time(16, 30)
UNACCEPTED_HOURS = 4
"""Working hours after which a lead who said nothing is asked."""
BEFORE = (3, 1, 0)
"""Working days before the deadline on which the lead is reminded."""
HEAD_AFTER, APPROVER_AFTER = 2, 2
ASSIGNER_AFTER, LEADER_AFTER, LEADER_AFTER_SILENCE = 1, 2, 3
"""Working days of waiting after which the next one up hears of it."""
UNDO_WITHIN = timedelta(seconds=30)
"""So long may an act be taken back, where nobody else has acted on it."""
DRAFT_GROWS = timedelta(minutes=5)
"""So long new lines join a draft of work that was not given; then it was left."""
MAY_ANSWER = timedelta(hours=2)
"""So long after a question was passed on, a line that nobody else understood may answer it."""
SPOKEN_OF = timedelta(minutes=20)
"""So long what was last spoken of, or just given, is meant by a line that names nothing."""
ONE_SENTENCE = timedelta(minutes=1)
"""Messages so close to each other may be one sentence."""
TAKEN_BACK = timedelta(minutes=10)
"""So long what everybody was told may be taken back with one tap."""
JUST_SENT = timedelta(minutes=15)
"""So long after sending, what one says of a report is about that one."""

# Activities

CADRES = {"thu": time(8), "fri": time(11)}
"""Cadres are asked how many come; on Friday those who have said nothing."""
CADRES_HEAR = timedelta(hours=10)
REPEATED = time(18)
GAP_HEARD = timedelta(hours=3)
"""A nudge that was not carried within so long is worth nothing."""
LIST_CLOSES = time(19)
"""Registration usually ends at this hour of the evening before."""
CLOSING_SOON = timedelta(hours=6)
"""So long before registration closes, those who wait are told that it does."""
EVENING = time(19, 30)
"""The evening before: who comes is asked, what is free goes to whoever taps first."""
OFFER_LASTS = (timedelta(minutes=60), timedelta(hours=12))
"""An offer stays open for a quarter of the waking time until that evening, within these."""
CANCEL_CUT_OFF = timedelta(hours=12)
"""A cancellation later than this before the start is a late one: the leader is told."""
NAME_ASKED = timedelta(hours=1)
"""So long words after «Sửa tên» may be a name."""
CANCEL_ASKED = timedelta(hours=1)
TOLD_BEFORE = timedelta(minutes=60)
"""So long before the start those who come are told where."""
ROLL_FROM = timedelta(hours=1)
CODE_FROM = timedelta(minutes=45)
"""A point's code works from so long before the start until the end."""
LIST_BEFORE = timedelta(minutes=15)
"""So long before the start a leader is handed the list."""
ROLL_HEARD = timedelta(hours=1)
"""So long at least «vắng 3» is understood after the list was opened."""
CLASS_TOLD, CLASS_ANSWERED = timedelta(hours=18), timedelta(days=2)
"""So long after it began a class is asked what it understood; then whoever called it together is
told. So long it may answer."""

# Figures

ASK_AFTER = timedelta(minutes=30)
"""How long after its end an activity's points are asked for their figures."""
NUDGES = (time(15), time(19))
NUDGE_WITHIN = timedelta(hours=20)
NUDGE_HEARD = timedelta(hours=6)
PHOTOS_AWAITED = timedelta(hours=3)
THANKS, THANKS_LATE = time(17, 30), time(20, 30)
THANKS_WAIT = timedelta(hours=2)
"""After an evening's end: so long its figures are waited for."""

# The report, counted from the office's briefing

PREVIEW_BEFORE = timedelta(hours=12)
SEND_BEFORE = timedelta(minutes=60)
CUT_OFF_BEFORE = timedelta(minutes=30)
"""Before it is sent, so that the figures are frozen an hour and a half before the briefing."""
AFTER_DAYS_OFF = time(8)
"""The briefing of a day off is held at this hour of the next working day, or earlier."""
CATCH_UP_WITHIN = timedelta(hours=48)

# The night

ERASING = time(2, 30)

# How often the clock looks, where each thing has an hour of its own

OFTEN, QUARTER, HALF_HOUR = 5, 15, 30
LOOKED_SINCE = timedelta(minutes=OFTEN + 1)
"""A little longer than from look to look: one that comes late misses nothing."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Hours = Mapping[str, int | str]


def at(*clocks: time, day: str = "*", date: str = "*") -> Hours:
    """`at(MORNING)`, `at(MIDWEEK, day="wed-fri")`: weekdays by name, never by number;
    `at(MORNING, date="1")` is monthly, `date="last"` its last day."""
    [minute] = {clock.minute for clock in clocks}
    hours = ",".join(str(clock.hour) for clock in clocks)
    return {"day": date, "day_of_week": day, "hour": hours, "minute": minute}


def every(minutes: int, hours: str = "*") -> Hours:
    """`every(OFTEN)`: a job that finds by itself what is due at just this minute."""
    return {"day_of_week": "*", "hour": hours, "minute": f"*/{minutes}"}


def within(spans: tuple[tuple[time, time], ...]) -> str:
    """The hours that touch these spans, from the first to the last: `7-17`."""
    return f"{spans[0][0].hour}-{spans[-1][1].hour}"
