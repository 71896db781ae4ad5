"""What was typed is one value: whatever is asked of it, in whatever order, it is read once."""

import json
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time
from functools import cache
from itertools import product
from types import FrameType
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.calendar import WorkingCalendar
from domain.names import fold
from language import Context, Meaning, Reading, reply, turnout, when
from language.answers.replies.answer import Slots
from language.answers.replies.meaning import meaning_of
from language.answers.replies.reply import reply_to
from language.answers.replies.typed import Typed
from language.answers.turnout.headcounts import figures_of
from language.dates.moments import ICT
from language.dates.when import when_in
from language.figures.turnout import turnout_in
from language.line.restore import read
from language.line.vocabulary import book
from tests.helpers.lines import NOW, TYPED, anything

CONTEXTS: tuple[Context, ...] = get_args(Context)
DUE = datetime(2026, 11, 27, 17, 0, tzinfo=ICT)
READERS = {
    reader.__code__: reader.__name__
    for reader in (read.__wrapped__, when_in, turnout_in, reply_to)
}


def everything(said: Reading) -> None:
    """All that handlers may ask of words that could mean anything."""
    for context in CONTEXTS:
        said.reply(context)
        said.meaning(context)
    for asked in (True, False):
        said.coming(asked=asked)
    _ = (said.when, said.due, said.past, said.figures, said.target, said.not_held)
    _ = (said.names_assignment, said.bare_coming, said.intent, said.yes_no)
    said.by_point({1: ("Ka Long",)})


def passes(ask: Callable[[], Any]) -> Counter[str]:
    """How often each reader begins while something is asked."""
    seen: Counter[str] = Counter()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code in READERS:
            seen[READERS[frame.f_code]] += 1

    sys.setprofile(note)
    try:
        ask()
    finally:
        sys.setprofile(None)
    return seen


@pytest.mark.parametrize("text", ["xong 1, đã gửi", "dtn 20 pn 15", "mai em không đi được", "ok"])
def test_each_reader_reads_a_line_once(text: str) -> None:
    read.cache_clear()
    said = Reading(text, NOW)
    first = passes(lambda: everything(said))
    assert first.pop("reply_to") == len(CONTEXTS)
    assert set(first.values()) == {1}
    assert passes(lambda: everything(said)) == {}


@pytest.mark.parametrize("text", ["dtn 20 pn 15", "xong 1, đã gửi", "2.000 trẻ, vắng 3"])
def test_what_a_line_names_is_asked_of_no_card(text: str) -> None:
    said = Reading(text, NOW)
    asked = passes(lambda: (said.intent, said.register_numbers, said.group, said.correction))
    assert "reply_to" not in asked


def test_nothing_is_read_before_it_is_asked() -> None:
    assert passes(lambda: Reading("xong 1", NOW)) == {}
    assert passes(lambda: Reading("đúng", NOW).sends) == {}


@settings(deadline=None)
@given(anything, st.permutations(CONTEXTS))
def test_what_was_asked_before_changes_no_answer(text: str, order: list[Context]) -> None:
    said = Reading(text, NOW)
    assert said.when == when(text, NOW)
    assert said.figures == figures_of(turnout(text), text)
    for context in order:
        assert said.reply(context, DUE) == reply(text, context, now=NOW, due=DUE)


@settings(deadline=None)
@given(st.sampled_from(TYPED), st.sampled_from(CONTEXTS))
def test_a_meaning_that_was_written_down_is_the_same(text: str, context: Context) -> None:
    meaning = Reading(text, NOW).meaning(context, DUE)
    kept = json.loads(json.dumps(meaning.slots))
    assert Meaning.kept(meaning.intent, kept) == meaning


@cache
def taken_apart(text: str) -> Typed:
    """Once, whoever is asked then."""
    return Typed(text, NOW)


@pytest.mark.parametrize("context", CONTEXTS)
def test_every_slot_is_declared_and_keeps_its_value(context: Context) -> None:
    for text in TYPED:
        found = reply_to(taken_apart(text), context, DUE)
        slots, said = meaning_of(found, text).slots, {**found.slots, **found.typed}
        for name, value in said.items():
            kept = (name, value) in (("percent", 0),) or name == "note"
            assert name in Slots.__annotations__
            assert kept or slots.get(name) == value, (text, name)


def test_days_are_counted_by_the_offices_own_calendar() -> None:
    """Wednesday is a holiday: three working days from Monday end on Friday."""
    holiday = WorkingCalendar(ICT, {date(2026, 11, 25): False})
    said = Reading("gia hạn 147 thêm 3 ngày làm việc nữa", NOW, holiday)
    plain = Reading(said.text, NOW)
    assert (said.due.at, plain.due.at) == (
        datetime(2026, 11, 27, 17, 0, tzinfo=ICT),
        datetime(2026, 11, 26, 17, 0, tzinfo=ICT),
    )


def test_other_words_of_the_same_moment() -> None:
    said = Reading("/giaoviec Nam: rà soát, thứ 6", NOW)
    assert said.of(said.text) is said
    assert said.of("Nam: rà soát, thứ 6").due.at == DUE


def test_a_short_answer_is_either_or() -> None:
    for text in ("đúng", "Ok ạ", "vâng", "thôi", "không", "để nguyên.", "bỏ qua", "có", "ừ"):
        said = Reading(text, NOW)
        assert not (said.sends and said.leaves), text
        assert {said.yes_no, said.bare_coming} != {"yes", "no"}, text


WORDS_OF_NO = (
    ("thôi", "khoan", "à mà thôi", "bỏ hết đi"),
    ("để em hỏi anh Bắc đã", "để mai tính", "để tôi coi lại", "khỏi gửi nữa"),
)
WORDS_OF_MORE = ("em nhận nhé", "giếng xong rồi", "cho đạt luôn", "sửa lại PN 9", "60%")


@pytest.mark.parametrize("spelt", [str, fold])
def test_what_leaves_says_nothing_more(spelt: Callable[[str], str]) -> None:
    for stop, besides in product(*WORDS_OF_NO):
        assert Reading(spelt(f"{stop}, {besides}"), NOW).leaves, (stop, besides)
    for stop, more in product(WORDS_OF_NO[0], WORDS_OF_MORE):
        assert not Reading(spelt(f"{stop} {more}"), NOW).leaves, (stop, more)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Việc của tôi", "my_work"),
        ("mai có việc gì", "tomorrow"),
        ("ngay mai co viec gi vay?", "tomorrow"),
        ("viec cua toi", "my_work"),
        ("đk 28/11", "coming_up"),
        ("vắng 3 7 12", "absent"),
        ("đủ trừ 3", "absent"),
        ("thêm 3", "extra"),
        ("đến thêm: 3", "extra_is"),
        ("mã là 4827 ạ", "check_in"),
        ("CB-4F7K-9MTX", "invite"),
        ("TN-7K2M9PQR", "certificate"),
        ("em mới 15 tuổi", "age"),
        ("việc này khó", ""),
        ("142 đến 30/11", "decision"),
        ("so 142 ngay 30/11", ""),
    ],
)
def test_what_a_whole_line_is(text: str, intent: str) -> None:
    assert Reading(text, NOW).intent == intent


def test_another_time_keeps_what_was_not_said() -> None:
    was = datetime(2026, 11, 28, 7, 0, tzinfo=ICT)
    assert Reading("6h30", NOW).another_time(was) == was.replace(hour=6, minute=30)
    assert Reading("chủ nhật", NOW).another_time(was) == was.replace(day=29)
    assert Reading("29/11", NOW).start(time(8, 0)) == was.replace(day=29, hour=8)


@pytest.mark.parametrize("around", ["{} ạ", "{}?", "chị ơi {}", "chi oi cho em hoi {} a"])
def test_a_line_known_by_heart_is_known_politely_too(around: str) -> None:
    lines = (line for known in book("intents")["alone"].values() for line in known)
    several = [line for line in lines if " " in line]
    taken = {line: Reading(around.format(line), NOW).intent for line in several}
    assert taken == {line: Reading(line, NOW).intent for line in several}
