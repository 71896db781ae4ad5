"""What a newcomer opened, said and chose before anything may be kept of them: in memory alone."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.consent import Age


@dataclass(frozen=True, slots=True)
class Newcomer:
    """The activity of the poster, the notice that was shown, and what was said of it since."""

    activity_id: int
    mark: str = ""
    """The notice under which a yes counts; nothing where one had agreed before."""
    agrees: bool = False
    age: Age | None = None
    point_id: int = 0
    name: str = ""
    """What they call themselves; kept of them only once they agree."""
    adults: int = 0
    """Who comes along, and how many children."""
    children: int = 0


class Posters:
    """Which poster somebody opened last. A restart forgets it; the buttons still work then."""

    LIFE = timedelta(days=1)
    REMEMBERED = 10_000

    def __init__(self) -> None:
        self._opened: OrderedDict[int, tuple[datetime, Newcomer]] = OrderedDict()

    def remember(self, who: int, newcomer: Newcomer, now: datetime) -> None:
        self._opened[who] = now, newcomer
        self._opened.move_to_end(who)
        while len(self._opened) > self.REMEMBERED:
            self._opened.popitem(last=False)

    def of(self, who: int, now: datetime, within: timedelta = LIFE) -> Newcomer | None:
        at, newcomer = self._opened.get(who, (None, None))
        return newcomer if at and now - at < within else None

    def forget(self, who: int) -> None:
        self._opened.pop(who, None)


class Spoken:
    """How a stranger is spoken to, as they chose or said it. A restart forgets it."""

    REMEMBERED = 10_000

    def __init__(self) -> None:
        self._said: OrderedDict[int, str] = OrderedDict()

    def remember(self, who: int, how: str) -> None:
        self._said[who] = how
        self._said.move_to_end(who)
        while len(self._said) > self.REMEMBERED:
            self._said.popitem(last=False)

    def of(self, who: int, usual: str) -> str:
        return self._said.get(who, usual)


class Languages(Spoken):
    """The language that they chose; else their telephone's counts."""


class Addresses(Spoken):
    """What they are called, by the age that they said."""
