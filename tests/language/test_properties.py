"""Whatever is typed, reading it never fails, never depends on the keyboard, never runs wild."""

import unicodedata
from datetime import date, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from language import (
    Colleague,
    Turnout,
    When,
    briefing_line,
    fold,
    reply,
    say_turnout,
    say_when,
    turnout,
    when,
    who,
)
from language.dates import marks
from language.dates.marks import marks_of
from language.dates.moments import ICT, Moment
from language.line.fold import bare
from language.line.restore import read
from language.line.words import cut
from language.reading import Reading
from language.say import ORGANISATIONS
from tests.helpers.lines import (
    CONTEXTS,
    NOW,
    SEEDS,
    TYPED,
    anything,
    column,
    phrases_of_people,
)

ROSTER = (Colleague("1", "Nguyễn Thị Hoa", "Chuyên viên", "TTVD"), Colleague("2", "Chu Văn Nam"))
# The one pair the tables themselves read differently without marks («ngay kia» is in two days).
# «tui mai 8h» is «tôi, mai 8h».
ONLY_BY_MARK = {
    *("ngày kìa", "ngay kìa", "hôm kìa"),
    *("túi mai họp nghe", "túi thứ 7 8 giờ", "túi hôm qua"),
    *("tám rưỡi túi mai", "túi mai 8h", "7h túi mai"),
}
# «co moi ba nguoi» is «có mời», «chi co bon» holds no number;
# «co 30 nguoi» is «có 30 người» «12 nha» is the polite «nhé», «lam» is «làm».
ABOUT_BY_MARK = {
    *("cỡ 30 người", "cỡ 50 người", "cỡ năm chục người", "cỡ trăm rưỡi"),
    *("12 nhà", "lăm mươi ba người", "đăng ký năm lăm đi được bốn tám", "hai mươi lắm người"),
    *("phụ nữ xã 3 chị, phụ nữ thôn 12 chị", "pn thôn 12 chị, dtn 5"),
    *("có mỗi ba người", "có mỗi bảy bác ccb"),
    "cựu chiến binh có mỗi năm bác thôi, phụ nữ thì mười bảy",
    "phụ nữ ra được mười hai, còn ccb chỉ có bốn",
}
# «45 a» is the polite «45 ạ», «chứ may» is luck; figures and reports are read back.
ASKED_BY_MARK = {"45 à", "chắc 40 chứ mấy", "xong việc này em làm việc kia"}
DEEDS = {"done", "accept", "decline", "turnout", "register", "unregister", "group_register"}


@given(anything)
@example("đợt nay tôi nghĩ giao Bền phụ trách giám sát từ 1/12")
@settings(max_examples=30, deadline=None)
def test_nothing_typed_can_break_it(text: str) -> None:
    when(text, NOW)
    turnout(text)
    who(text, ROSTER)
    briefing_line(text, ROSTER, NOW)
    for context in CONTEXTS:
        reply(text, context, now=NOW, due=NOW)
    assert Reading(text, NOW).intent is not None


@given(phrases_of_people)
@settings(max_examples=30, deadline=None)
def test_composed_and_apart_letters_are_the_same(text: str) -> None:
    apart, together = (unicodedata.normalize(form, text) for form in ("NFD", "NFC"))
    assert when(apart, NOW) == when(together, NOW)
    assert turnout(apart) == turnout(together)
    assert fold(apart) == fold(together)
    for context in CONTEXTS:
        assert reply(apart, context, now=NOW).intent == reply(together, context, now=NOW).intent


@given(phrases_of_people)
@settings(max_examples=30, deadline=None)
def test_invisible_signs_change_nothing(text: str) -> None:
    dirty = "\u202e" + text.replace(" ", "\u200b ") + "\ufeff"
    assert when(dirty, NOW) == when(text, NOW)
    assert turnout(dirty) == turnout(text)


@pytest.mark.parametrize("name", ["our_dates"])
def test_without_marks_a_date_is_the_same_or_asked(name: str) -> None:
    for row in column(name):
        now = datetime.fromisoformat(row["now"])
        full, plain = when(row["text"], now), when(bare(row["text"]), now)
        same = plain == full or plain.kind in ("ask", "none")
        assert same or row["text"] in ONLY_BY_MARK, row["text"]


@pytest.mark.parametrize("name", ["our_turnout"])
def test_without_marks_figures_are_the_same_or_asked(name: str) -> None:
    for row in column(name):
        full, plain = turnout(row["text"]), turnout(bare(row["text"]))
        same = plain == full or plain.status in ("ask", "none")
        assert same or row["text"] in ABOUT_BY_MARK, row["text"]


@pytest.mark.parametrize("name", ["our_replies"])
def test_without_marks_no_answer_becomes_another_deed(name: str) -> None:
    for row in column(name):
        context = next(c for c in CONTEXTS if c == row["context"])
        full = reply(row["text"], context, now=NOW).intent
        plain = reply(bare(row["text"]), context, now=NOW).intent
        assert plain == full or plain not in DEEDS or row["text"] in ASKED_BY_MARK, row["text"]


def half_marked(text: str, kept: int) -> str:
    """Every second word loses its marks, as when somebody types in a hurry."""
    return " ".join(w if i % 2 == kept else bare(w) for i, w in enumerate(text.split(" ")))


@pytest.mark.parametrize("kept", [0, 1])
def test_half_marked_no_answer_becomes_another_deed(kept: int) -> None:
    for row in column("our_replies"):
        context = next(c for c in CONTEXTS if c == row["context"])
        full = reply(row["text"], context, now=NOW).intent
        half = reply(half_marked(row["text"], kept), context, now=NOW).intent
        assert half == full or half not in DEEDS or row["text"] in ASKED_BY_MARK, row["text"]


def test_marks_put_back_are_those_that_were_taken() -> None:
    for text in TYPED:
        typed, again = cut(text), read(bare(text))
        if typed.patchy or len(typed) != len(again):
            continue
        pairs = zip(typed.words, again.words, strict=True)
        wrong = [
            (a.text, b.text)
            for a, b in pairs
            if b.restored and a.marked and a.bare == b.bare and a.text != b.text
        ]
        assert not wrong, (text, wrong)


@pytest.mark.parametrize("name", ["our_dates", "our_turnout", "our_replies"])
def test_a_word_at_which_no_mark_is_looked_for_begins_none(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [read(way) for row in column(name) for way in (row["text"], bare(row["text"]))]
    quickly = [marks_of(line) for line in lines]
    monkeypatch.setattr(marks, "_may_open", lambda word: True)
    assert quickly == [marks_of(read(line.given)) for line in lines]


# --- what is said back is read as the same ---------------------------------

days = st.dates(date(2026, 10, 1), date(2028, 12, 31))
clocks = st.builds(
    lambda day, minutes: (
        datetime(day.year, day.month, day.day, tzinfo=ICT) + timedelta(minutes=minutes)
    ),
    days,
    st.integers(0, 1439),
)
moments: st.SearchStrategy[Moment] = st.one_of(days, clocks)


few = settings(max_examples=40, deadline=None)


def said_again(value: When) -> When:
    return when(say_when(value, NOW.date()), NOW)


@few
@given(days)
def test_a_day_said_back(day: date) -> None:
    assert said_again(When("day", day)) == When("day", day)


@few
@given(clocks)
def test_an_hour_said_back(moment: datetime) -> None:
    again = said_again(When("time", moment))
    if moment > NOW:
        assert again == When("time", moment)
    else:
        assert again.kind in ("time", "ask")


@few
@given(st.sampled_from(["before", "after"]), moments)
def test_a_limit_said_back(kind: str, moment: Moment) -> None:
    value = When("before" if kind == "before" else "after", moment)
    if not isinstance(moment, datetime) or moment > NOW:
        assert said_again(value) == value


@few
@given(days, st.integers(1, 40))
def test_a_span_of_days_said_back(start: date, length: int) -> None:
    value = When("span", start, start + timedelta(days=length))
    assert said_again(value) == value


@few
@given(clocks, st.integers(1, 600))
def test_a_span_of_hours_said_back(start: datetime, minutes: int) -> None:
    end = start + timedelta(minutes=minutes)
    if start > NOW and end.date() == start.date():
        assert said_again(When("span", start, end)) == When("span", start, end)


@pytest.mark.parametrize(
    "typed",
    [
        "thứ 7 hàng tuần",
        "mỗi sáng thứ 2",
        "hàng ngày",
        "7h sáng hằng ngày",
        "ngày 25 hàng tháng",
        "thứ 2, 4, 6 hàng tuần",
        "thứ 6 2 tuần một lần",
        "ngày cuối tháng hàng tháng",
        "thứ 2 đầu tháng hàng tháng",
    ],
)
def test_a_rule_said_back(typed: str) -> None:
    value = when(typed, NOW)
    assert value.kind == "every"
    assert said_again(value) == value


counts = st.integers(1, 2000)
shares = st.dictionaries(st.sampled_from(sorted(ORGANISATIONS)), st.integers(1, 300), max_size=5)
measured = st.dictionaries(
    st.sampled_from(
        [
            "road_km",
            "waste_m3",
            "waste_ton",
            "trees",
            "drain_m",
            "households",
            "waste_bag",
            "waste_truck",
            "gifts",
            "workdays",
        ]
    ),
    st.integers(1, 900).map(lambda n: n / 10) | st.integers(1, 400),
    max_size=3,
)


@few
@given(counts, shares, st.none() | st.integers(1, 300), measured)
def test_figures_said_back(
    total: int, by_org: dict[str, int], absent: int | None, metrics: dict[str, float]
) -> None:
    whole = {code: int(n) if n == int(n) else n for code, n in metrics.items()}
    value = Turnout("ok", sum(by_org.values()) or total, by_org, {}, None, absent, whole)
    assert turnout(say_turnout(value)) == value


@few
@given(counts, st.sampled_from(["fix", "delta"]))
def test_corrections_said_back(total: int, status: str) -> None:
    value = Turnout("fix" if status == "fix" else "delta", total)
    assert turnout(say_turnout(value)) == value


# --- hostile input ----------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
def test_hostile_lines_are_read_in_the_end(seed: str) -> None:
    text = (seed * 600)[:600]
    turnout(text)
    briefing_line(text, ROSTER, NOW)
    reply(text, "assignment", now=NOW)
