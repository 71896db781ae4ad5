"""Every feature the bot answers to, in one table."""

from handlers import (
    arrival,
    common,
    days,
    deciding,
    digest,
    giving,
    groups,
    home,
    own_work,
    remembering,
    roster,
    saturday_day,
    saturdays,
    turnout,
    volunteers,
)
from handlers.kit.router import Router

ROUTERS: tuple[Router, ...] = (
    home.router,
    arrival.router,
    roster.router,
    days.router,
    groups.router,
    giving.router,
    own_work.router,
    deciding.router,
    turnout.router,
    saturdays.router,
    saturday_day.router,
    remembering.router,
    digest.router,
    volunteers.router,
    common.router,
)
