"""Every feature the bot answers to, in one table."""

from handlers import arrival, common, days, groups, home, roster, turnout
from handlers.kit.router import Router

ROUTERS: tuple[Router, ...] = (
    home.router,
    arrival.router,
    roster.router,
    days.router,
    groups.router,
    turnout.router,
    common.router,
)
