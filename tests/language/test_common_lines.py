"""The hundred commonest lines of each role are heard as they are meant, and nobody is asked."""

import csv
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

import pytest

from language import Colleague, Context, Reading, briefing_line
from language.check.tables import REPLY_DUE, reply_clock
from language.line.fold import bare

TABLE = Path(__file__).with_name("common_lines.csv")
ROLES = ("staff", "volunteer", "group leader", "organiser", "head", "leader")
ROSTER = (
    Colleague("1", "Nguyễn Thị Hoa", "Chuyên viên", "TTVD"),
    Colleague("2", "Chu Văn Nam"),
    Colleague("3", "Vũ Thanh Bình"),
)


class Row(NamedTuple):
    role: str
    context: str
    text: str
    meant: str


@cache
def rows() -> tuple[Row, ...]:
    with TABLE.open(encoding="utf-8", newline="") as opened:
        return tuple(Row(**row) for row in csv.DictReader(opened))


def heard(context: str, text: str) -> str:
    """What a line is taken for without a question; where one is asked, that."""
    if context == "work":
        line = briefing_line(text, ROSTER, reply_clock("none"))
        return "work" if line.who.one and line.when.kind in ("day", "before") else f"asked: {line}"
    if context in ("screen", "decision"):
        reading = Reading(text, reply_clock("none"))
        decided = reading.decision.kind if reading.decision else ""
        return reading.intent if context == "screen" else decided
    return _answered(cast(Context, context), text)


def _answered(context: Context, text: str) -> str:
    reading = Reading(text, reply_clock(context))
    if context == "activity" and reading.bare_coming == "yes":
        return "register"
    due = REPLY_DUE if context == "assignment" else None
    sure = reading.certainty(context, due)
    return reading.reply(context, due).intent if sure.sure else f"asked: {sure.choices}"


def test_each_role_has_its_hundred() -> None:
    counted = Counter(row.role for row in rows())
    assert set(counted) == set(ROLES)
    assert min(counted.values()) >= 100


@pytest.mark.parametrize("role", ROLES)
def test_nobody_is_asked_about_what_is_common(role: str) -> None:
    wrong = [
        (text, row.meant, heard(row.context, text))
        for row in rows()
        if row.role == role
        for text in (row.text, bare(row.text))
        if heard(row.context, text) != row.meant
    ]
    assert not wrong
