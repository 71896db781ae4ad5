"""Which buttons do what was done in words: of a question that was answered so none is left."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import FunctionType, ModuleType

from actions.desk import Action, Did
from domain.letters import Buttons
from handlers.kit.router import Router

Verbs = Mapping[int, frozenset[str]]
"""By the identity of a deed."""


class SameDeed:
    """Knows of each deed the buttons whose handlers do it."""

    def __init__(self, routes: Router) -> None:
        self._routes = routes
        self._verbs: Verbs = {}

    def open(self) -> None:
        """Read the handlers, once."""
        found: defaultdict[int, set[str]] = defaultdict(set)
        for verb, handler in self._routes.buttons.items():
            for deed in set(map(id, _deeds_of(handler, set()))):
                found[deed].add(verb)
        self._verbs = {deed: frozenset(verbs) for deed, verbs in found.items()}

    def buttons(self, did: Did) -> Buttons:
        """Whose messages would have been written over, had one of them been tapped."""
        if not self._verbs:
            self.open()
        verbs = self._verbs.get(id(did.deed), frozenset())
        verbs = verbs if did.in_place else verbs & self._routes.choices
        return frozenset((verb, thing) for verb in verbs for thing in (0, did.thing))


def _deeds_of(handler: object, seen: set[object]) -> Iterator[Action[..., object]]:
    """The deeds that a handler names, or what of ours it calls."""
    if handler in seen or not isinstance(handler, FunctionType):
        return
    seen.add(handler)
    names, around = handler.__code__.co_names, handler.__globals__
    for one in (around[name] for name in names if name in around):
        of_module = (getattr(one, name, None) for name in names)
        for deed in (one, *of_module) if isinstance(one, ModuleType) else (one,):
            if isinstance(deed, Action) and deed.writes:
                yield deed
        if str(getattr(one, "__module__", "")).startswith("handlers."):
            yield from _deeds_of(one, seen)
