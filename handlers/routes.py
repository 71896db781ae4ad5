"""Every feature the bot answers to, in one table."""

from handlers import (
    asking,
    behalf,
    deciding,
    giving,
    own_work,
    turnout,
    typed_work,
    work_lists,
)
from handlers.kit.router import Router

ROUTERS: tuple[Router, ...] = (
    giving.router,
    own_work.router,
    asking.router,
    deciding.router,
    work_lists.router,
    behalf.router,
    typed_work.router,
    turnout.router,
)
