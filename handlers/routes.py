"""Every feature the bot answers to, in one table."""

from handlers.kit.router import Router

ROUTERS: tuple[Router, ...] = ()
