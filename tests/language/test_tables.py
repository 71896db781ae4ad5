"""What people type is understood: every table of ours, and no wrong action in any of them."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from language.check.accuracy import Score, measure, tables

HERE = Path(__file__).parent
TARGETS = {"our_dates": 0.99, "our_replies": 0.985, "our_turnout": 0.99}


@cache
def score_of(name: str) -> Score:
    return measure(HERE / f"{name}.csv")


@pytest.mark.parametrize("name", TARGETS)
def test_a_table_is_understood(name: str) -> None:
    score = score_of(name)
    assert score.right / score.rows >= TARGETS[name], score.misses
    assert not score.wrong_actions


@pytest.mark.parametrize("name", [name for name in TARGETS if "replies" in name])
def test_slots_are_right_or_asked(name: str) -> None:
    score = score_of(name)
    assert score.slots_right == score.right


def test_every_table_is_found() -> None:
    assert [path.stem for path in tables(HERE)] == sorted(TARGETS)


@pytest.mark.parametrize(
    ("arguments", "typed", "columns"),
    [
        (["when"], "chiều mai", ["text", "now", "start", "end", "note", "kind", "certainty"]),
        (
            ["turnout"],
            "dtn 20, ccb 3",
            [
                *("text", "total", "by_org", "planned", "absent", "status", "note"),
                *("measures", "certainty"),
            ],
        ),
        (
            ["reply", "--context", "assignment"],
            "xong",
            ["text", "context", "intent", "slots", "certainty", "choices"],
        ),
    ],
)
def test_the_command_answers_in_the_columns_of_the_tables(
    arguments: list[str], typed: str, columns: list[str]
) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "language", *arguments],
        input=typed + "\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert list(json.loads(ran.stdout)) == columns


def asked_of(command: str, context: str, *lines: str) -> list[dict[str, Any]]:
    ran = subprocess.run(
        [sys.executable, "-m", "language", command, "--context", context, "--json"],
        input="".join(json.dumps(line) + "\n" for line in lines),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_one_answer_may_hold_line_breaks() -> None:
    [row] = asked_of("reply", "turnout", "dtn 20\npn 15\nccb 3")
    assert row["slots"]["by_org"] == {"DTN": 20, "HPN": 15, "CCB": 3}
    assert (row["certainty"], row["choices"]) == ("sure", ["turnout"])


def test_what_was_achieved_is_told_in_the_units_of_the_catalogue() -> None:
    plain, strange = asked_of("turnout", "turnout", "30 người, 200kg rác", "30 người, 12 cuốc")
    assert plain["measures"] == {"waste_ton": 0.2}
    assert (plain["certainty"], strange["certainty"]) == ("sure", "ask")


def test_reading_is_loaded_only_when_it_is_needed() -> None:
    heavy = "sorted({'lunar_vn', 'csv', 'tomllib'} & set(sys.modules))"
    code = f"import sys, language; print({heavy})"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() in ("[]", "['tomllib']")
