"""Every feature the bot answers to, in one table."""

from handlers import deciding, giving, own_work, turnout
from handlers.kit.router import Router

ROUTERS: tuple[Router, ...] = (
    giving.router,
    own_work.router,
    deciding.router,
    turnout.router,
)
