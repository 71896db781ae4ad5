"""A register: a thing with a few cumulative numbers that are told again and again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from domain.access import Duty, Hand
from domain.refusals import Refusal

NAME_LETTERS, MOST_IN_TEAM = 80, 99


@dataclass(frozen=True, slots=True)
class RegisterKind:
    """Its numbers stand in a chain: the first is the whole and fixed, none is more than the one
    before it. `reasons` are those by which some of the whole are stuck. Its words are texts by
    kind and number."""

    code: str
    prefix: str
    duty: Duty
    chain: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    silent_after: int = 14
    """So many days without a report are noticed."""
    by_place: bool = False
    """One for each place: the report has their sum, and each place's number."""
    captioned: bool = False
    """The last number of all of them together stands in the report's caption."""
    asked: tuple[int, ...] = (1, 2, 3, 4, 5)
    """On which Fridays of a month its lead is asked."""
    tells: tuple[Hand, ...] = (Hand.OWNER, Hand.DUTY, Hand.OFFICE)
    founds: tuple[Hand, ...] = (Hand.DUTY_HEAD, Hand.OFFICE)
    """Who also names its lead and its team, and closes it."""
    reads: tuple[Hand, ...] = (Hand.OWNER, Hand.DUTY, Hand.OFFICE, Hand.LEADER)


CLEARANCE = RegisterKind(
    "clearance",
    "GP",
    Duty.MOVEMENTS,
    ("total", "reached", "agreed", "handed"),
    ("price", "origin", "resettling", "dispute", "absent", "counting", "other"),
    captioned=True,
)
ACCOUNTS = RegisterKind(
    "accounts",
    "TK",
    Duty.TRAINING,
    ("households", "guided", "accounts"),
    silent_after=31,
    by_place=True,
)
MEMBERS = RegisterKind(
    "members",
    "HV",
    Duty.MOVEMENTS,
    ("wanted", "met", "gained"),
    silent_after=31,
    by_place=True,
)
ROWS = (CLEARANCE, ACCOUNTS, MEMBERS)
EXAMPLE = ("61", "52", "45")
UNSAID = ""
"""So many more, of a number that is not named."""
FEW = 5
"""So few are said outside as «some»: a number that small points at a door."""
REGISTERS: Mapping[str, RegisterKind] = {kind.code: kind for kind in ROWS}


@dataclass(frozen=True, slots=True)
class Told:
    """One report: the numbers after the whole, how many are stuck by reason, why they fell.
    Those that are `named` stand for themselves alone; `clears`: nobody is stuck any more."""

    numbers: Sequence[int]
    stuck: Mapping[str, int] = field(default_factory=dict)
    why: str = ""
    named: Mapping[str, int] = field(default_factory=dict)
    same: bool = False
    clears: bool = False
    added: Mapping[str, int] = field(default_factory=dict)
    """So many more than were told last; under no name where the line does not say of what."""


def _form(kind: RegisterKind) -> dict[str, Any]:
    """How many numbers are told, and what that looks like."""
    many = len(kind.chain) - 1
    return {"many": many, "example": "/".join(EXAMPLE[:many])}


def kind_of(code: str) -> RegisterKind:
    if code not in REGISTERS:
        raise Refusal("unknown_button")
    return REGISTERS[code]


def completed(kind: RegisterKind, whole: int, stood: Mapping[str, int], told: Told) -> Told:
    """A report as it counts: what it does not name stays as it stood, also what is stuck."""
    if {*told.named, *told.added} - set(kind.chain) or (told.same and not stood):
        raise Refusal("register_form", **_form(kind))
    row = [told.named.get(name, stood.get(name, -1)) for name in kind.chain[1:]]
    numbers = told.numbers or row
    if -1 in numbers:
        raise Refusal("register_form", **_form(kind))
    if told.added:
        more = [told.added.get(name, 0) for name in kind.chain[1:]]
        numbers = [n + m for n, m in zip(numbers, more, strict=True)]
    before = {why: stood[why] for why in kind.reasons if stood.get(why)}
    kept = not (told.stuck or told.clears) and sum(before.values()) <= whole - numbers[-1]
    return Told(numbers, before if kept else told.stuck, told.why)


def raised(kind: RegisterKind, stood: Mapping[str, int], last: int) -> Told:
    """Its last number becomes this; those before it in the chain are never less."""
    before = [max(stood.get(name, 0), last) for name in kind.chain[1:-1]]
    return Told([*before, last])


def check_told(kind: RegisterKind, whole: int, before: Sequence[int] | None, told: Told) -> None:
    """Refused where the numbers break the chain, or fell without a reason."""
    if len(told.numbers) != len(kind.chain) - 1 or set(told.stuck) - set(kind.reasons):
        raise Refusal("register_form", **_form(kind))
    row = (whole, *told.numbers)
    if any(low < 0 or low > high for high, low in pairwise(row)):
        raise Refusal("register_chain", told="/".join(map(str, told.numbers)), whole=whole)
    stuck = sum(told.stuck.values())
    if any(number < 0 for number in told.stuck.values()) or stuck > whole - told.numbers[-1]:
        raise Refusal("register_stuck", stuck=stuck, left=whole - told.numbers[-1])
    fell = before is not None and any(n < b for n, b in zip(told.numbers, before, strict=True))
    if fell and not told.why.strip():
        raise Refusal("register_fall")
