"""Every feature the bot answers to, in one table."""

from handlers import saturdays, turnout
from handlers.kit.router import Router

ROUTERS: tuple[Router, ...] = (saturdays.router, turnout.router)
