"""Every feature the bot answers to, in one table."""

from handlers import digest, turnout
from handlers.kit.router import Router

ROUTERS: tuple[Router, ...] = (turnout.router, digest.router)
