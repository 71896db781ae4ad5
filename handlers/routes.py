"""Every route the bot answers to: each module of each room says its own, once, as `router`."""

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module

import handlers
from handlers.kit.router import Router


@cache
def routers() -> tuple[Router, ...]:
    return tuple(_found())


@cache
def routes() -> Router:
    """All of them in one table, put together once."""
    return Router().include(routers())


def _found() -> Iterator[Router]:
    for module in pkgutil.walk_packages(handlers.__path__, "handlers."):
        if not module.ispkg and not module.name.startswith("handlers.kit"):
            router = getattr(import_module(module.name), "router", None)
            if isinstance(router, Router):
                yield router
