"""Who is addressed, tried alone: any questions, any words, any reply."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.dialogue import PROSE, PUSHED, Expectation, Hears
from handlers.kit.addressee import Addressee, Ears, Situation, Way, addressed
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
    """Who would be answered, of those that hear nothing but these."""
    found = [one.question for one in answered(said) if one.question]
    return [e.topic for e in found if (hears(e) or frozenset()) <= set(kinds)]


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
