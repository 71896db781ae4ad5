"""Whatever is tapped in whatever order: no checklist is whole without what it needs."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.checklist_kinds import CHECKLISTS, HAMLET, ROWS, STEPS, VISIT
from domain.checklists import (
    LASTS,
    MOST_ITEMS,
    WAYS,
    ItemMark,
    ItemStatus,
    ListItem,
    ListKind,
    MarkSaid,
    Mode,
    check_name,
    is_complete,
    items_of,
    marked,
    status,
)
from domain.refusals import Refusal

NOW = datetime(2026, 11, 19, 2, 0, tzinfo=UTC)
ITEMS = [ListItem(1, "một"), ListItem(2, "hai", critical=True), ListItem(3, "ba")]
SAID = [MarkSaid(proof, why) for proof in (True, False) for why in (" ", "ảnh mờ")]
TWO, PEOPLE = ITEMS[1:], (1, 2, 3)
"""The last item of a claim is verified by two; that more stand before it changes nothing."""
LONG_AGO = NOW - LASTS - timedelta(days=1)


@dataclass(frozen=True)
class Stood:
    """How a list stands, and what it was told on the way: what hangs there, who verified."""

    marks: tuple[ItemMark, ...] = ()
    proofs: frozenset[int] = frozenset()
    verified: tuple[tuple[int, int], ...] = ()

    @property
    def by_item(self) -> dict[int, ItemMark]:
        return {mark.item: mark for mark in self.marks}

    def after(self, kept: ItemMark, *, proof: bool) -> "Stood":
        marks = {**self.by_item, kept.item: replace(kept, why="")}
        proofs, verified = self.proofs, self.verified
        if kept.status in (ItemStatus.CLAIMED, ItemStatus.UNMET):
            proofs = proofs | {kept.item} if proof else proofs - {kept.item}
            verified = tuple(one for one in verified if one[0] != kept.item)
        if kept.status in (ItemStatus.SECOND, ItemStatus.VERIFIED):
            verified = tuple(dict.fromkeys((*verified, (kept.item, kept.by))))
        return Stood(tuple(marks[n] for n in sorted(marks)), proofs, verified)

    def a_year_later(self) -> "Stood":
        return replace(self, marks=tuple(map(_aged, self.marks)))


def _aged(mark: ItemMark) -> ItemMark:
    """Only what was verified lapses."""
    return replace(mark, at=LONG_AGO) if mark.status is ItemStatus.VERIFIED else mark


def taps(kind: ListKind, stood: Stood) -> Iterator[Stood]:
    """Everything that anybody may say next, and what comes of it."""
    told = product(TWO, WAYS[kind.mode], PEOPLE, SAID)
    for item, to, by, said in told:
        mark, was = ItemMark(item.number, to, by, NOW), stood.by_item.get(item.number)
        try:
            kept = marked(kind, TWO, stood.by_item, mark, said)
        except Refusal:
            continue
        assert status(was, NOW) in WAYS[kind.mode][to]
        if kind.mode is Mode.CHECK and item.critical and to is ItemStatus.UNMET:
            assert said.proof, "what is critical and not met is shown"
        if kept.status in (ItemStatus.SECOND, ItemStatus.VERIFIED):
            assert kept.by != kept.claimed_by, "nobody verifies what they claimed"
            assert item.number in stood.proofs
        yield stood.after(kept, proof=said.proof)


@pytest.mark.parametrize("kind", {kind.mode: kind for kind in ROWS}.values())
def test_no_way_leads_to_the_end_without_what_it_needs(kind: ListKind) -> None:
    """Every way is walked, by three people, with and without a photo and words, years apart."""
    seen, ahead, whole = {Stood()}, [Stood()], 0
    while ahead:
        stood = ahead.pop()
        for there in {*taps(kind, stood), stood.a_year_later()} - seen:
            seen.add(there)
            ahead.append(there)
            if not is_complete(kind, TWO, there.by_item, NOW):
                continue
            whole += 1
            if kind.mode is Mode.CLAIM and not is_complete(kind, TWO, stood.by_item, NOW):
                (last,) = {mark.item for mark in {*there.marks} - {*stood.marks}}
                by = Counter(item for item, _ in there.verified)
                assert by[last] == 2, "the last one is verified by two"
    assert whole, "an end that is never reached proves nothing"


@given(st.integers(1, 2_000))
def test_what_was_verified_lapses_after_a_year(days: int) -> None:
    mark = ItemMark(1, ItemStatus.VERIFIED, 2, NOW, claimed_by=1)
    later = NOW + timedelta(days=days)
    lapsed = timedelta(days=days) > LASTS
    assert (status(mark, later) is ItemStatus.LAPSED) == lapsed
    if lapsed:
        again = marked(
            HAMLET, ITEMS, {1: mark}, ItemMark(1, ItemStatus.CLAIMED, 1, later), MarkSaid(True)
        )
        assert again.status is ItemStatus.CLAIMED


@pytest.mark.parametrize("kind", ROWS)
def test_every_kind_can_be_brought_to_its_end(kind: ListKind) -> None:
    marks = dict[int, ItemMark]()
    ways = {
        Mode.TICK: [(ItemStatus.DONE, 1)],
        Mode.CHECK: [(ItemStatus.UNMET, 1)],
        Mode.CLAIM: [(ItemStatus.CLAIMED, 1), (ItemStatus.VERIFIED, 2)],
    }[kind.mode]
    for item in ITEMS:
        for to, by in ways:
            marks[item.number] = marked(
                kind, ITEMS, marks, ItemMark(item.number, to, by, NOW), MarkSaid(True)
            )
    if kind.mode is Mode.CLAIM:
        assert not is_complete(kind, ITEMS, marks, NOW)
        with pytest.raises(Refusal):
            marked(kind, ITEMS, marks, ItemMark(3, ItemStatus.VERIFIED, 2, NOW), MarkSaid())
        marks[3] = marked(kind, ITEMS, marks, ItemMark(3, ItemStatus.VERIFIED, 3, NOW), MarkSaid())
    assert is_complete(kind, ITEMS, marks, NOW)


def test_forty_steps_are_too_many_and_none_too_few() -> None:
    for lines, code in ((["bước"] * 40, "checklist_long"), (["", " ! "], "checklist_empty")):
        with pytest.raises(Refusal) as refused:
            items_of(lines)
        assert refused.value.code == code
    assert len(items_of(["bước"] * MOST_ITEMS)) == MOST_ITEMS
    assert items_of(["! hồ sơ"]) == [ListItem(1, "hồ sơ", critical=True)]


def test_a_house_has_no_name() -> None:
    house = CHECKLISTS["house"]
    check_name(house, "NM-VN-017")
    for name in ("", "nhà ông Ba", "Nguyễn", "NM VN 017", "nhà-ông-Ba-17"):
        with pytest.raises(Refusal):
            check_name(house, name)
    check_name(HAMLET, "Thôn Đông, Vạn Ninh")


def test_a_kind_is_declared_whole() -> None:
    assert len({kind.prefix for kind in ROWS}) == len(CHECKLISTS) == len(ROWS)
    for kind in ROWS:
        assert bool(kind.judges) == (kind.mode is Mode.CLAIM)
        assert kind.begins
        assert kind.marks
        assert set(kind.marks) <= set(kind.reads)
    assert not STEPS.closes
    assert VISIT.closes
