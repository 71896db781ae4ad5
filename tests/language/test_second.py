"""The second reader: it ranks what a line may want, quickly, always the same, and only ranks."""

import csv
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings

from language import Context, second
from language.check.second_opinion import labelled
from tests.helpers.lines import anything

HERE = Path(__file__).parent
WEIGHTS = Path(second.__file__).with_name("second.bin")
CONTEXTS: tuple[Context, ...] = get_args(Context)
TYPICAL = [
    ("ok sếp để e làm luôn", "assignment", "accept"),
    ("kính báo cáo đã hoàn thành nhiệm vụ", "assignment", "done"),
    ("đang làm được nửa rồi ạ", "assignment", "progress"),
    ("xin anh cho lùi sang thứ 3 tuần sau", "assignment", "extend"),
    ("việc này em xin không nhận ạ", "assignment", "decline"),
    ("bên em có 37 người nhé", "turnout", "turnout"),
    ("mua to khong to chuc duoc a", "turnout", "no_event"),
    ("e xin vang hom do nha", "activity", "unregister"),
    ("cho em một suất đi với ạ", "activity", "register"),
    ("gửi xe chỗ nào thế ạ", "activity", "question"),
]


def features_counted(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many pieces of a line are looked at."""
    seen: list[bytes] = []
    monkeypatch.setattr(second, "crc32", lambda gram: seen.append(gram) or len(seen))
    second.features(text)
    return len(seen)


@pytest.mark.parametrize(("text", "context", "meant"), TYPICAL)
def test_what_is_meant_is_among_the_first_three(text: str, context: str, meant: str) -> None:
    assert meant in [intent for intent, _ in second.rank(text, context)[:3]]


def test_typical_lines_were_not_learnt_by_heart() -> None:
    learnt = {(row.text, row.context) for row in labelled(HERE)}
    assert not learnt & {(text, context) for text, context, _ in TYPICAL}


def test_it_decides_as_it_was_trained() -> None:
    """The weights of a byte each say what the model said before they were made small."""
    with (HERE / "second_trained.csv").open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert len(rows) > 30
    for row in rows:
        first, score = second.rank(row["text"], row["context"])[0]
        assert (first, score) == (row["first"], pytest.approx(float(row["score"]), abs=0.05))


def test_the_weights_are_small() -> None:
    assert WEIGHTS.stat().st_size < 1_000_000


def test_another_process_ranks_the_same() -> None:
    code = "from language import second; print(second.rank('mai em nộp', 'assignment'))"
    ran = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            encoding="utf-8",
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            cwd=WEIGHTS.parents[1],
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert ran == {str(second.rank("mai em nộp", "assignment"))}


def test_nothing_is_read_until_a_line_asks() -> None:
    code = (
        "import sys, language; from language import second; before = second._tables.cache_info();"
        "second.rank('xong', 'none');"
        "print(before.currsize, second._tables.cache_info().currsize, 'numpy' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=WEIGHTS.parents[1],
    )
    assert ran.stdout.split() == ["0", "1", "False"]


def test_a_reading_far_behind_is_doubted_and_the_likeliest_never() -> None:
    for text, context, _ in TYPICAL:
        ranked = second.rank(text, context)
        assert not second.disagrees(text, context, ranked[0][0])
    assert second.disagrees("xin rút tên em với ạ", "activity", "register")


def test_of_what_was_never_seen_under_a_context_it_says_nothing() -> None:
    assert not second.disagrees("xong rồi", "turnout", "week_schedule")


@given(anything)
@settings(max_examples=30, deadline=None)
def test_whatever_is_typed_is_ranked_whole(text: str) -> None:
    for context in CONTEXTS:
        ranked = second.rank(text, context)
        scores = [score for _, score in ranked]
        assert scores == sorted(scores, reverse=True)
        assert len({intent for intent, _ in ranked}) == len(ranked)


@pytest.mark.parametrize(
    "seed", ["", "a", "1", "a ", "a\u0301\u0302", "xong ", "?", "🌸", "\ufdfa", "\ud800"]
)
def test_a_hostile_line_is_looked_at_no_further(
    seed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    short, long = (features_counted(seed * n, monkeypatch) for n in (second.LONGEST, 40_000))
    assert long == short
    assert short <= 25 * second.LONGEST
