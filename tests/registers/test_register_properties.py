"""Whatever is told in whatever order, the numbers of a register fit together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.refusals import Refusal
from domain.registers import CLEARANCE, REGISTERS, ROWS, RegisterKind, Told, check_told
from language.answers.registers import founded_in, register_line, told_in

numbers = st.integers(-2, 70)
rows = st.lists(numbers, min_size=2, max_size=4)
in_order = st.lists(st.integers(-2, 30), min_size=2, max_size=3).map(lambda n: sorted(n)[::-1])
stuck = st.dictionaries(st.sampled_from([*CLEARANCE.reasons, "rain"]), numbers, max_size=3)
tolds = st.builds(
    Told,
    in_order | rows,
    st.just({}) | stuck,
    st.sampled_from(["", " ", "hai hộ đổi ý"]),
)


@given(st.sampled_from(ROWS), st.integers(20, 66), st.lists(tolds, max_size=12))
def test_no_sequence_of_reports_breaks_a_register(
    kind: RegisterKind, whole: int, reports: list[Told]
) -> None:
    before: list[int] | None = None
    for told in reports:
        try:
            check_told(kind, whole, before, told)
        except Refusal:
            continue
        row = [whole, *told.numbers]
        assert row == sorted(row, reverse=True)
        assert min(row) >= 0
        assert len(row) == len(kind.chain)
        assert 0 <= sum(told.stuck.values()) <= whole - row[-1]
        assert set(told.stuck) <= set(kind.reasons)
        fell = before is not None and any(n < b for n, b in zip(told.numbers, before, strict=True))
        assert not fell or told.why.strip()
        before = list(told.numbers)


@given(
    st.lists(st.integers(0, 999), min_size=3, max_size=3),
    st.dictionaries(st.sampled_from(["giá", "vắng chủ", "vướng kiểm đếm"]), st.integers(1, 9)),
)
def test_what_is_typed_is_read(row: list[int], held: dict[str, int]) -> None:
    pieces = ["/".join(map(str, row)), *(f"{why} {n}" for why, n in held.items())]
    told = told_in(", ".join(pieces))
    assert told is not None
    assert list(told.numbers) == row
    assert sorted(told.stuck.values()) == sorted(held.values())


@pytest.mark.parametrize(
    ("line", "counts", "held", "why"),
    [
        ("61/52/45", [61, 52, 45], {}, ""),
        ("61 / 52/ 45, vuong gia 4, vang chu 2", [61, 52, 45], {"price": 4, "absent": 2}, ""),
        ("61/50/45, do hai hộ đổi ý", [61, 50, 45], {}, "hai hộ đổi ý"),
        ("61/52/45; tđc 3.", [61, 52, 45], {"resettling": 3}, ""),
    ],
)
def test_lines_of_people(line: str, counts: list[int], held: dict[str, int], why: str) -> None:
    told = told_in(line)
    assert told is not None
    assert (list(told.numbers), dict(told.stuck), told.why) == (counts, held, why)


@pytest.mark.parametrize("line", ["61", "27/11 họp", "61/52/45 nhà ông Ba 2", "vướng giá 4", ""])
def test_what_is_not_understood_tells_nothing(line: str) -> None:
    assert told_in(line) is None
    said = register_line(f"GP1 {line}")
    assert said is None or said.told is None


def test_a_register_is_founded_by_a_name_and_its_whole() -> None:
    assert founded_in("Tuyến Hải Yên - Ninh Dương, 64 hộ") == ("Tuyến Hải Yên - Ninh Dương", 64)
    assert founded_in("64") is None


def test_a_kind_is_declared_whole() -> None:
    assert len({kind.prefix for kind in ROWS}) == len(REGISTERS) == len(ROWS)
    assert all(not set(kind.chain) & set(kind.reasons) for kind in ROWS)
    assert all(len(kind.chain) > 1 for kind in ROWS)
