"""The timetable: every job and its hour, in one table. It keeps nothing: storage remembers."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from actions.activities.copying import repeat_weekly
from actions.assignments.completion import remind_unsent
from actions.assignments.midweek import midweek
from actions.assignments.reminders import chase_silence, morning
from actions.desk import Action, Desk
from actions.digest.sending import keep_report
from actions.reception import Reception
from actions.saturdays.forgetting import forget
from actions.saturdays.gaps import fill_gaps
from actions.saturdays.leaders import tell_leaders
from actions.saturdays.pulse import pulse
from actions.saturdays.reminding import (
    ask_evening,
    tell_cadres,
    tell_volunteers,
)
from actions.saturdays.seating import open_evening
from actions.saturdays.thanking import thank
from actions.turnout.counts import ask_points, nudge_points, sum_up
from domain.periods import OFFICE_ZONE

log = logging.getLogger(__name__)
Deed = Action[[], None]


@dataclass(frozen=True, slots=True)
class Row:
    """A job: its name, when it wakes (weekdays by name, the office's clock), what it wakes."""

    name: str
    hours: Mapping[str, int | str]
    deed: Deed


def at(hour: int | str, minute: int | str = 0, day: str = "*") -> Mapping[str, int | str]:
    """`at(7, 30, "mon-fri")`, `at("*", "*/15")`."""
    return {"day_of_week": day, "hour": hour, "minute": minute}


TIMETABLE: Sequence[Row] = (
    Row("the morning's work", at(7, 30), morning),
    Row("the mid-week look", at(16, 0, "wed-fri"), midweek),
    Row("silence is noticed", at("7-17", "*/15"), chase_silence),
    Row("unsent reports are reminded", at(16, 30), remind_unsent),
    Row("the pulse of a volunteer day", at("*", "*/5"), pulse),
    Row("freed places, the evening before", at(19, 30), open_evening),
    Row("will you come tomorrow?", at(19, 30), ask_evening),
    Row("leaders hear of tomorrow", at(19, 30), tell_leaders),
    Row("cadres hear of the weekend", at(8, 0, "thu"), tell_cadres),
    Row("silent cadres hear once more", at(11, 0, "fri"), tell_cadres),
    Row("volunteers hear of the weekend", at(19, 30), tell_volunteers),
    Row("gaps are filled", at(18), fill_gaps),
    Row("thanks", at("*", "*/15"), thank),
    Row("the same again next week", at(18), repeat_weekly),
    Row("what need not be kept", at(2, 30), forget),
    Row("points are asked", at("*", "*/15"), ask_points),
    Row("silent points are nudged", at("15,19"), nudge_points),
    Row("the day is summed up", at(20), sum_up),
    Row("the weekly report is kept", at("*", "0,30"), keep_report),
)


class Timekeeper:
    """Wakes the jobs: by APScheduler when time flows, step by step when it is moved."""

    def __init__(
        self,
        reception: Reception,
        desk: Desk,
        zone: ZoneInfo = OFFICE_ZONE,
        rows: Sequence[Row] = TIMETABLE,
    ) -> None:
        self._reception, self._desk, self._zone = reception, desk, zone
        self._rows = [(row, CronTrigger(timezone=zone, **row.hours)) for row in rows]

    def scheduler(self) -> AsyncIOScheduler:
        """The scheduler with every job in it, not yet started."""
        scheduler = AsyncIOScheduler(
            timezone=self._zone,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        for row, trigger in self._rows:
            scheduler.add_job(self._wake(row), trigger, id=row.name, name=row.name)
        return scheduler

    async def catch_up(self) -> None:
        """At start: every job looks whether something is due and unrecorded."""
        for row, _ in self._rows:
            await self._wake(row)()

    async def step(
        self, since: datetime, until: datetime, move: Callable[[datetime], Awaitable[None]]
    ) -> None:
        """Go from one moment to another: at every hour of the timetable between them, in
        order, move the clock there and wake the job; then move to the end."""
        for moment, row in self._between(since, until):
            await move(moment)
            await self._wake(row)()
        await move(until)

    def _between(self, since: datetime, until: datetime) -> list[tuple[datetime, Row]]:
        fires: list[tuple[datetime, int]] = []
        for number, (_, trigger) in enumerate(self._rows):
            last, moment = None, since + timedelta(microseconds=1)
            while (fire := trigger.get_next_fire_time(last, moment)) and fire <= until:
                fires.append((fire, number))
                last, moment = fire, fire + timedelta(microseconds=1)
        return [(moment, self._rows[number][0]) for moment, number in sorted(fires)]

    def _wake(self, row: Row) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            for clock in await self._reception.clocks():
                await self._desk.do(row.deed, clock)

        return run
