"""Who is addressed, tried alone: any questions, any words, any reply."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.dialogue import PROSE, PUSHED, Expectation, Hears
from handlers.kit.addressee import Addressee, Ears, Situation, Way, addressed, plainly_meant
from handlers.kit.router import Router
from handlers.routes import routers
from language import Reading
from tests.town import clock

NOW = clock(23, 9)
EARS = Router().include(routers()).ears
FIGURES = ("dtn 20 pn 15 ccb 5 vang 3", "40 người", "3 ng")
LEAVING = ("thôi", "thôi, không hủy nữa", "khoan da de toi hoi lai anh Khai", "để hỏi lại đã")
ASKING = ("mấy giờ tập trung ạ", "mang gì theo?", "cho hỏi ai phụ trách điểm")
OTHER = ("xong 152", "gia hạn 152 đến thứ 6")
PLAIN = ("mưa to, nước lên", "chờ phường gửi danh sách", "Nguyễn Thị Lan", "đã dán ở nhà văn hóa")
WORDS = FIGURES + LEAVING + ASKING + OTHER + PLAIN
READ = {text: Reading(text, NOW) for text in WORDS}


def hears(question: Expectation) -> Ears | None:
    return EARS[question.topic](question) if question.topic in EARS else None


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """Some questions of any topics, asked at any time of the day; perhaps a reply to one."""
    topics = draw(st.lists(st.sampled_from(sorted(EARS)), max_size=4, unique=True))
    ages = sorted(draw(st.lists(st.integers(0, 600), min_size=4, max_size=4)))
    waiting = [
        Expectation(topic, 7, _answers(topic), number + 1, number + 50, None, _ago(age))
        for number, (topic, age) in enumerate(zip(topics, ages, strict=False))
    ]
    replies = [None, *(e.asked_in for e in waiting)]
    text = draw(st.sampled_from(WORDS))
    return Situation(READ[text], waiting, reply_to=draw(st.sampled_from(replies)))


def _answers(topic: str) -> dict[str, int]:
    """«Không tổ chức» waits for a reason in the same topic as figures."""
    return {"off": 1} if topic == "turnout" else {}


def _ago(minutes: int) -> datetime:
    return NOW - timedelta(minutes=minutes)


def answered(said: Situation) -> list[Addressee]:
    return [one for one in addressed(said, hears) if one.way is Way.ANSWER]


def alone(said: Situation, *kinds: Hears) -> list[str]:
    """Who would be answered, of those that hear some of these and nothing but these."""
    found = [(one.question, hears(one.question)) for one in answered(said) if one.question]
    return [e.topic for e, ears in found if ears and ears <= set(kinds)]


@given(situations())
def test_a_reply_reaches_no_other_question(said: Situation) -> None:
    if said.reply_to is not None:
        found = [one.question for one in addressed(said, hears)]
        assert {e.asked_in for e in found if e} <= {said.reply_to}


@given(situations())
def test_a_number_of_people_is_no_reason_and_no_name(said: Situation) -> None:
    if said.reading.text in FIGURES:
        assert alone(said, Hears.REASON, Hears.NAME) == []


@given(situations())
def test_whoever_leaves_or_asks_has_not_answered(said: Situation) -> None:
    if said.reading.text in LEAVING + ASKING:
        assert alone(said, Hears.REASON, Hears.NAME, Hears.RESULT, Hears.DAY) == []


@given(situations())
def test_work_that_is_named_is_its_own(said: Situation) -> None:
    if said.reading.text in OTHER:
        assert alone(said, *PROSE, Hears.FORM) == []


@given(situations())
def test_of_those_that_almost_any_words_answer_the_newest_is_meant(said: Situation) -> None:
    prose = [e for e in said.waiting if (hears(e) or frozenset()) & PROSE]
    found = [one.question for one in answered(said) if one.question in prose]
    assert len(found) <= 1
    if found and said.reply_to is None:
        newer = prose[: prose.index(found[0])]
        assert not [e for e in newer if said.reading.text in PLAIN and not e.is_set_aside]


@given(situations())
def test_somebody_elses_question_takes_nothing_from_what_is_being_written(said: Situation) -> None:
    prose = [e for e in said.waiting if (hears(e) or frozenset()) & PROSE]
    fresh = [e for e in prose[1:] if e.at and NOW - e.at <= timedelta(minutes=20)]
    into = prose and prose[0].topic in PUSHED and said.waiting[0] is prose[0]
    if into and fresh and said.reading.text in PLAIN and said.reply_to is None:
        assert [one.way for one in addressed(said, hears)][-1:] == [Way.ASK]
        assert not [one for one in answered(said) if one.question in prose]


@given(situations())
def test_a_question_of_long_ago_waits_for_a_reply(said: Situation) -> None:
    if said.reply_to is None:
        for one in answered(said):
            old = one.question and one.question.at and one.question.at < _ago(20)
            prose = one.question and (hears(one.question) or frozenset()) & PROSE
            assert not (old and prose) or one.question is said.waiting[0]


def test_nor_does_it_take_words_once_a_newer_one_is_too_old_to_be_chosen_from() -> None:
    which = Expectation("work.which", 7, {}, 1, 51, None, _ago(21))
    name = Expectation("name", 7, {}, 2, 52, None, _ago(22))
    said = Situation(READ["Nguyễn Thị Lan"], [which, name])
    assert [one for one in answered(said) if one.question is name] == []


HEARING: dict[str, Ears | None] = {
    "read back": frozenset({Hears.CHOICE, Hears.YES}),
    "why": frozenset({Hears.REASON, Hears.VOICE}),
    "form": frozenset({Hears.FORM}),
    "anything": frozenset({Hears.ANYTHING}),
    "figures": frozenset({Hears.COMING}),
    "name": frozenset({Hears.NAME, Hears.PERSON}),
    "nobody's": None,
}


def plainly(word: str, asked: str, *, since: bool) -> str:
    """Whom a plain word is for, of questions «topic minutes, …», the newest first; `since`: and
    something newer stands on the screen."""
    rows = [row.rpartition(" ") for row in asked.split(", ")]
    waiting = [Expectation(t, n, id=n, at=_ago(int(age))) for n, (t, _, age) in enumerate(rows)]
    said = Situation(Reading(word, NOW), waiting, spoken_at=NOW if since else None)
    found = plainly_meant(said, lambda question: HEARING[question.topic])
    told = (f"{one.way} {one.question.topic if one.question else 'which'}" for one in found)
    return ", ".join(told)


@pytest.mark.parametrize(
    ("word", "asked", "expected", "expected_since"),
    [
        ("ok", "read back 1", "answer read back", "again read back, ask which"),
        ("ok", "read back 1, read back 5", "answer read back, ask which", "ask which"),
        ("ok", "why 1", "expects why", ""),
        ("ok", "why 30", "", ""),
        ("ok", "why 1, read back 5", "ask which", "ask which"),
        ("ok", "name 1", "expects name", ""),
        ("ok", "form 1", "repeat form", "repeat form"),
        ("ok", "form 1, read back 3", "repeat form, ask which", "repeat form, ask which"),
        ("ok", "anything 1", "answer anything, expects anything", ""),
        ("ok", "figures 1", "", ""),
        ("ok", "nobody's 1, read back 3", "answer read back", "again read back, ask which"),
        ("thôi", "read back 1", "answer read back, leave read back",
         "answer read back, leave read back, ask which"),
        ("thôi", "read back 1, read back 5", "answer read back, leave read back, ask which",
         "ask which"),
        ("thôi", "why 1", "leave why, expects why", "leave why, ask which"),
        ("thôi", "why 30", "leave why", "leave why, ask which"),
        ("thôi", "why 1, read back 5", "leave why, ask which", "ask which"),
        ("thôi", "anything 1", "leave anything, expects anything", "leave anything, ask which"),
        ("không", "anything 1", "answer anything, expects anything", "answer anything"),
        ("không", "form 1, read back 3", "answer form, ask which", "ask which"),
        ("không", "figures 1, why 5", "ask which", "ask which"),
        ("không", "figures 1", "", ""),
        ("40", "read back 1", "", ""),
    ],
)  # fmt: skip
def test_whom_a_plain_word_is_for(
    word: str, asked: str, expected: str, expected_since: str
) -> None:
    """In order: each later one only where the earlier passes it on (decision 20)."""
    assert plainly(word, asked, since=False) == expected
    assert plainly(word, asked, since=True) == expected_since
