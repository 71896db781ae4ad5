"""Whatever is tapped in whatever order: no checklist is whole without what it needs."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

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
Tap = tuple[int, ItemStatus, int, MarkSaid, int]
SAID = st.builds(MarkSaid, st.booleans(), st.sampled_from(["", " ", "ảnh mờ"]))


WHOLE = "whole"
SHOWN = MarkSaid(True)
TO_THE_END: Mapping[Mode, list[Tap]] = {
    Mode.TICK: [(n, ItemStatus.DONE, 1, SHOWN, 0) for n in (1, 2, 3)],
    Mode.CHECK: [(n, ItemStatus.UNMET, 1, SHOWN, 0) for n in (1, 2, 3)],
    Mode.CLAIM: [
        *((n, ItemStatus.CLAIMED, 1, SHOWN, 0) for n in (1, 2, 3)),
        *((n, ItemStatus.VERIFIED, 2, SHOWN, 0) for n in (1, 2, 3)),
        (3, ItemStatus.VERIFIED, 3, SHOWN, 0),
    ],
}


def taps(kind: ListKind) -> st.SearchStrategy[tuple[ListKind, list[Tap]]]:
    """An item, how it is marked, by whom, with what, after how many days; often the way to its end
    goes before, so that what is near it is tried too."""
    ways = st.sampled_from(list(WAYS[kind.mode]))
    tap = st.tuples(st.integers(1, 3), ways, st.integers(1, 3), SAID, st.integers(0, 40))
    begun = st.integers(0, len(TO_THE_END[kind.mode])).map(lambda n: TO_THE_END[kind.mode][:n])
    told = st.tuples(begun, st.lists(tap, max_size=30)).map(lambda both: [*both[0], *both[1]])
    return st.tuples(st.just(kind), told)


def test_no_way_leads_to_the_end_without_what_it_needs() -> None:
    """Each mode is brought to its end, and each way of marking is gone."""
    reached = Counter[tuple[Mode, object]]()

    @given(st.sampled_from(ROWS).flatmap(taps))
    def go(way: tuple[ListKind, list[Tap]]) -> None:
        reached.update(_gone(*way))

    go()
    wanted = {(mode, to) for mode in {kind.mode for kind in ROWS} for to in (*WAYS[mode], WHOLE)}
    assert wanted - {*reached} == set()


def _gone(kind: ListKind, told: list[Tap]) -> Iterator[tuple[Mode, object]]:
    """What was reached on the way."""
    marks, proofs, verifiers, now = dict[int, ItemMark](), set[int](), dict[int, list[int]](), NOW
    for item, to, by, said, days in told:
        now += timedelta(days=days)
        was = status(marks.get(item), now)
        try:
            kept = marked(kind, ITEMS, marks, ItemMark(item, to, by, now), said)
        except Refusal:
            continue
        assert was in WAYS[kind.mode][to]
        if to in (ItemStatus.CLAIMED, ItemStatus.UNMET):
            proofs = proofs | {item} if said.proof else proofs - {item}
            verifiers[item] = []
        if kept.status in (ItemStatus.SECOND, ItemStatus.VERIFIED):
            assert kept.by != kept.claimed_by, "nobody verifies what they claimed"
            assert item in proofs
            verifiers[item].append(kept.by)
        marks[item] = kept
        yield kind.mode, to
        if kind.mode is Mode.CHECK and item == 2 and to is ItemStatus.UNMET:
            assert said.proof, "what is critical and not met is shown"
        if not is_complete(kind, ITEMS, marks, now):
            continue
        yield kind.mode, WHOLE
        if kind.mode is Mode.CLAIM:
            assert len(set(verifiers[item][-2:])) == 2, "the last one is verified by two"


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
