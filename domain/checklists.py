"""A checklist: items that are ticked, checked on a visit, or claimed and verified by another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.access import Duty, Hand
from domain.refusals import Refusal

MOST_ITEMS, ITEM_LETTERS, NAME_LETTERS, WHY_LETTERS = 15, 80, 60, 200
LASTS = timedelta(days=365)
"""What was verified is looked at again a year later; until then it has lapsed."""


class Mode(StrEnum):
    TICK = "tick"
    """Done or not, by whoever does the work."""
    CHECK = "check"
    """Seen on a visit: met, not met, not looked at here."""
    CLAIM = "claim"
    """Claimed with a photo, verified by somebody else, the last one by two."""


class ItemStatus(StrEnum):
    """How one item stands."""

    OPEN = "open"
    DONE = "done"
    MET = "met"
    UNMET = "unmet"
    ASIDE = "aside"
    CLAIMED = "claimed"
    SECOND = "second"
    """Verified by one; as the last one it waits for another."""
    VERIFIED = "verified"
    RETURNED = "returned"
    LAPSED = "lapsed"
    """Never written down: a year makes it."""


S = ItemStatus
_SEEN = (S.OPEN, S.MET, S.UNMET, S.ASIDE)
WAYS: Mapping[Mode, Mapping[ItemStatus, Sequence[ItemStatus]]] = {
    Mode.TICK: {S.DONE: (S.OPEN,), S.OPEN: (S.DONE,)},
    Mode.CHECK: {S.MET: _SEEN, S.UNMET: _SEEN, S.ASIDE: _SEEN},
    Mode.CLAIM: {
        S.CLAIMED: (S.OPEN, S.RETURNED, S.LAPSED),
        S.VERIFIED: (S.CLAIMED, S.SECOND),
        S.RETURNED: (S.CLAIMED, S.SECOND, S.VERIFIED),
    },
}
"""From where an item comes to stand so."""
FULL: Mapping[Mode, frozenset[ItemStatus]] = {
    Mode.TICK: frozenset({S.DONE}),
    Mode.CHECK: frozenset({S.MET, S.UNMET, S.ASIDE}),
    Mode.CLAIM: frozenset({S.VERIFIED}),
}
JUDGED = frozenset({S.VERIFIED, S.RETURNED})
"""What somebody else says of a claim."""


@dataclass(frozen=True, slots=True)
class ListKind:
    """A kind of checklist; whose hand does what. Its words are texts by kind."""

    code: str
    prefix: str
    mode: Mode
    duty: Duty | None
    begins: tuple[Hand, ...]
    marks: tuple[Hand, ...]
    judges: tuple[Hand, ...] = ()
    closes: tuple[Hand, ...] = ()
    """Who says that it is over; nobody has to where the last mark does."""
    reads: tuple[Hand, ...] = (Hand.ANYBODY,)
    writes: tuple[Hand, ...] = (Hand.DUTY_HEAD, Hand.OFFICE)
    """Who gives the list another version."""
    coded: bool = False
    """Named by a code alone, so that nobody's house stands there under a name."""


@dataclass(frozen=True, slots=True)
class ListItem:
    number: int
    text: str
    critical: bool = False


@dataclass(frozen=True, slots=True)
class ItemMark:
    """How an item stands, who says so, since when; who claimed it, and why it was returned."""

    item: int
    status: ItemStatus
    by: int
    at: datetime
    claimed_by: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class MarkSaid:
    """What comes with a mark: whether a photo hangs there, and words."""

    proof: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class ItemSaid:
    """What somebody says of an item, by its number, else by its words; `note` tells that more
    stands beside a yes."""

    number: int | None
    word: str
    words: str = ""
    note: bool = False


Marks = Mapping[int, ItemMark]


def items_of(lines: Iterable[str]) -> list[ListItem]:
    """A line each, «!» before what is critical. Refused where there are none, or too many."""
    texts = [line.strip() for line in lines if line.strip(" !")]
    if not texts:
        raise Refusal("checklist_empty")
    if len(texts) > MOST_ITEMS:
        raise Refusal("checklist_long", many=len(texts), most=MOST_ITEMS)
    return [
        ListItem(number, text.lstrip("! ")[:ITEM_LETTERS], text.startswith("!"))
        for number, text in enumerate(texts, start=1)
    ]


def check_name(kind: ListKind, name: str) -> None:
    """A house is named by its code, `NM-VN-017`, and never by whose it is."""
    has_number = any(letter.isdigit() for letter in name)
    plain = name.isascii() and " " not in name and has_number
    if not name or (kind.coded and not plain):
        raise Refusal("checklist_code" if kind.coded else "checklist_name")


def status(mark: ItemMark | None, now: datetime) -> ItemStatus:
    if mark is None:
        return S.OPEN
    lapsed = mark.status is S.VERIFIED and now - mark.at > LASTS
    return S.LAPSED if lapsed else mark.status


def lacking(kind: ListKind, items: Sequence[ListItem], marks: Marks, now: datetime) -> list[int]:
    """Which items keep it from its end."""
    full = FULL[kind.mode]
    return [item.number for item in items if status(marks.get(item.number), now) not in full]


def is_complete(kind: ListKind, items: Sequence[ListItem], marks: Marks, now: datetime) -> bool:
    return bool(items) and not lacking(kind, items, marks, now)


@dataclass(frozen=True, slots=True)
class ListScore:
    """Of what was looked at, how much was met; and of the critical items."""

    met: int
    seen: int
    critical_met: int
    critical_seen: int


def score(items: Sequence[ListItem], marks: Marks) -> ListScore:
    """What was set aside counts for nothing."""
    judged = {n: mark.status for n, mark in marks.items() if mark.status in (S.MET, S.UNMET)}
    seen = [item for item in items if item.number in judged]
    met = [item for item in seen if judged[item.number] is S.MET]
    critical = [sum(item.critical for item in some) for some in (met, seen)]
    return ListScore(len(met), len(seen), critical[0], critical[1])


def failed(items: Sequence[ListItem], marks: Marks) -> list[int]:
    """The critical ones that a visit found not met."""
    unmet = {number for number, mark in marks.items() if mark.status is S.UNMET}
    return [item.number for item in items if item.critical and item.number in unmet]


def marked(
    kind: ListKind,
    items: Sequence[ListItem],
    marks: Marks,
    new: ItemMark,
    said: MarkSaid,
) -> ItemMark:
    """The item as it stands after somebody marks it; refused where that cannot be."""
    if new.item not in {item.number for item in items}:
        raise Refusal("checklist_item", many=len(items))
    before = marks.get(new.item)
    if status(before, new.at) not in WAYS[kind.mode].get(new.status, ()):
        raise Refusal("checklist_moved_on")
    critical = next(item.critical for item in items if item.number == new.item)
    wants = new.status is S.CLAIMED or (new.status is S.UNMET and critical)
    if wants and not said.proof:
        raise Refusal("checklist_photo", number=new.item)
    if new.status is S.RETURNED and not said.why.strip():
        raise Refusal("words_needed")
    return _kept(kind, items, marks, new, said)


def _kept(
    kind: ListKind, items: Sequence[ListItem], marks: Marks, new: ItemMark, said: MarkSaid
) -> ItemMark:
    before, claimed_by = marks.get(new.item), new.by
    if new.status in JUDGED and before:
        claimed_by = before.claimed_by or before.by
        is_half = before.status is S.SECOND
        if new.by == claimed_by or (is_half and new.by == before.by and _verifies(new)):
            raise Refusal("checklist_another")
        last = lacking(kind, items, marks, new.at) == [new.item]
        if _verifies(new) and last and not is_half:
            return ItemMark(new.item, S.SECOND, new.by, new.at, claimed_by)
    return ItemMark(new.item, new.status, new.by, new.at, claimed_by, said.why[:WHY_LETTERS])


def _verifies(mark: ItemMark) -> bool:
    return mark.status is S.VERIFIED
