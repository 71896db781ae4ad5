"""The line that language/README.md walks through is read as it says there."""

from datetime import date, datetime

from language import Turnout, When, reply, turnout, when
from language.dates.marks import marks_of
from language.dates.moments import ICT
from language.line.restore import read

MONDAY = datetime(2026, 11, 23, 7, 0, tzinfo=ICT)
WEDNESDAY = datetime(2026, 11, 25, 17, 0, tzinfo=ICT)
LINE = "em bao so, dtn 20 pn 15 vang 3, truoc thu 6 em gui anh"


def test_its_words_and_marks() -> None:
    line = read(LINE)
    assert len(line) == 17
    assert [word.text for word in line.words[:2]] == ["em", "báo"]
    assert line.text_at(8) == "vang"
    told = [mark.kind for mark in marks_of(line) if mark.kind != "filler"]
    assert told == ["bound", "weekday"]


def test_its_day_and_its_figures() -> None:
    assert when(LINE, MONDAY) == When("before", date(2026, 11, 26))
    assert turnout(LINE) == Turnout("ok", 35, {"DTN": 20, "HPN": 15}, absent=3)


def test_what_it_answers() -> None:
    figures = reply(LINE, "turnout", now=MONDAY)
    assert (figures.intent, figures.turnout) == ("turnout", turnout(LINE))
    wish = reply(LINE, "assignment", now=MONDAY, due=WEDNESDAY)
    assert (wish.intent, wish.slots["due"]) == ("extend", "2026-11-26")
    assert wish.need_confirm
