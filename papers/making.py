"""Every paper by its name: each module here says which it makes, once, as `PAPERS`."""

import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any

import papers
from papers.wording import Wording

Maker = Callable[[Wording, Mapping[str, Any]], tuple[str, bytes]]
"""From facts the name of a file and its bytes."""


def make_paper(name: str, words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """What makes papers is loaded when the first is asked for, so that people are heard before."""
    return makers()[name](words, facts)


@cache
def makers() -> Mapping[str, Maker]:
    found = (import_module(f"papers.{one.name}") for one in pkgutil.iter_modules(papers.__path__))
    return {name: make for one in found for name, make in getattr(one, "PAPERS", {}).items()}
