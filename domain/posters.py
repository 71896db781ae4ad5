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


class Languages:
    """The language that a stranger chose. A restart forgets it; their telephone's counts then."""

    REMEMBERED = 10_000

    def __init__(self) -> None:
        self._chosen: OrderedDict[int, str] = OrderedDict()

    def remember(self, who: int, locale: str) -> None:
        self._chosen[who] = locale
        self._chosen.move_to_end(who)
        while len(self._chosen) > self.REMEMBERED:
            self._chosen.popitem(last=False)

    def of(self, who: int, telephone: str) -> str:
        return self._chosen.get(who, telephone)
