"""The timer by which time flows: APScheduler. Imported when the first hour is asked for."""

from collections.abc import Mapping
from datetime import UTC
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger


def new_timer() -> AsyncIOScheduler:
    """Empty, not yet started. An hour that was missed is made up for, once."""
    return AsyncIOScheduler(
        timezone=UTC,
        job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
    )


def hours_of(hours: Mapping[str, int | str], zone: ZoneInfo) -> CronTrigger:
    """When a job is woken, by the clocks of a zone."""
    return CronTrigger(timezone=zone, **hours)
