"""Invites: a single-use way into the office, tapped or typed. Only their hashes are kept."""

import hashlib
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

LETTERS = "34679ACDEFGHJKMNPQRTWXY"
"""None that is taken for another: of 0 O, 1 I L, 2 Z, 5 S, 8 B, U V there is none."""
CODE_LETTERS = 8
TOKEN_BYTES = 24
LIFE = timedelta(hours=72)
LINK = "i"
"""The deep link is `?start=i-<token>`."""


def new_code(choose: Callable[[Sequence[str]], str]) -> str:
    """A typed code such as `CB-4F7K-9MTX`; `choose` picks one of many by good chance."""
    letters = "".join(choose(LETTERS) for _ in range(CODE_LETTERS))
    return f"CB-{letters[:4]}-{letters[4:]}"


def hash_of(secret: str) -> str:
    return hashlib.sha256(f"invite:{secret}".encode()).hexdigest()


class Tries:
    """Wrong codes of the last hour, counted in memory: about strangers nothing is stored."""

    HOUR = timedelta(hours=1)
    A_PERSON = 5
    IN_ALL = 50
    REMEMBERED = 10_000

    def __init__(self) -> None:
        self._wrong: OrderedDict[int, deque[datetime]] = OrderedDict()
        self._typed: deque[datetime] = deque()
        self._greeted: OrderedDict[int, datetime] = OrderedDict()

    def silent(self, who: int, now: datetime) -> bool:
        """Five wrong ones in an hour: this person is not answered any more."""
        return len(_recent(self._wrong.get(who, deque()), now, self.HOUR)) >= self.A_PERSON

    def closed(self, now: datetime) -> bool:
        """Fifty wrong ones in an hour: nobody may type a code, links go on."""
        return self._left(now) <= 0

    def is_last(self, now: datetime) -> bool:
        """One more wrong one closes typing."""
        return self._left(now) == 1

    def wrong(self, who: int, now: datetime, *, typed: bool) -> None:
        self._wrong.setdefault(who, deque()).append(now)
        _forget_oldest(self._wrong, who, self.REMEMBERED)
        if typed:
            self._typed.append(now)

    def greet(self, who: int, now: datetime) -> bool:
        """Whether a stranger is owed the long answer: once a day."""
        before = self._greeted.get(who)
        if before is not None and now - before < timedelta(days=1):
            return False
        self._greeted[who] = now
        _forget_oldest(self._greeted, who, self.REMEMBERED)
        return True

    def _left(self, now: datetime) -> int:
        return self.IN_ALL - len(_recent(self._typed, now, self.HOUR))


def _recent(moments: deque[datetime], now: datetime, span: timedelta) -> deque[datetime]:
    while moments and now - moments[0] >= span:
        moments.popleft()
    return moments


def _forget_oldest(
    kept: "OrderedDict[int, deque[datetime]] | OrderedDict[int, datetime]", newest: int, most: int
) -> None:
    kept.move_to_end(newest)
    while len(kept) > most:
        kept.popitem(last=False)
