"""Every feature the bot answers to, in one table."""

from handlers import saturdays, turnout, volunteers
from handlers.kit.router import Router

ROUTERS: tuple[Router, ...] = (saturdays.router, volunteers.router, turnout.router)
