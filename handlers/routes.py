"""Every feature the bot answers to, in one table."""

from handlers import (
    activities,
    arrival,
    common,
    days,
    deciding,
    digest,
    giving,
    groups,
    home,
    own_work,
    roster,
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
    activities.router,
    turnout.router,
    digest.router,
    saturdays.router,
    volunteers.router,
    common.router,
)
