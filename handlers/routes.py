"""Every feature the bot answers to, in one table."""

from handlers import (
    activities,
    arrival,
    asking,
    behalf,
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
    typed_work,
    volunteers,
    work_lists,
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
    asking.router,
    deciding.router,
    work_lists.router,
    behalf.router,
    typed_work.router,
    activities.router,
    turnout.router,
    digest.router,
    saturdays.router,
    volunteers.router,
    common.router,
)
