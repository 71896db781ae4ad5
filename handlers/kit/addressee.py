"""Who is addressed: the one place that decides what typed words, or a photo, are meant for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import islice

from domain.dialogue import PHOTOGRAPHED, PROSE, PUSHED, Expectation, Hears, listening
from domain.hours import SPOKEN_OF
from language import Reading

Ears = frozenset[Hears]
HearsOf = Callable[[Expectation], Ears | None]
"""What a question can hear; None where nobody hears it any more."""
OWN_WORK = frozenset({"accept", "done", "extend", "decline"})
"""«xong 152» says for itself what it is about."""
COUNTED = frozenset({Hears.FIGURES, Hears.CHOICE})
"""Whoever asks for these knows by themselves what is none."""
OWN_NO = COUNTED | {Hears.COMING, Hears.YES, Hears.PHOTO}
"""Where «thôi» is not simply leaving."""
OF_GROUP = frozenset({Hears.COMING})
MAY_COUNT = frozenset({Hears.COMING, Hears.FIGURES, Hears.RESULT, Hears.LINE, Hears.DAY})
MAY_BE_COUNTED = frozenset({Hears.FIGURES, Hears.COMING})
"""Where figures of a day are waited for too, a bare photo is of that day and no number here."""
KNOWS_NO = frozenset({Hears.FORM, Hears.CHOICE})
"""Where «thôi» is one of the answers."""
ON_ITS_WAY = timedelta(seconds=10)
"""So long a question may take to arrive, which is spoken of from then on."""
OF_WORK = frozenset({Hears.RESULT, Hears.REASON})
"""Where «dạ em nhận» is no answer: it takes what was just given; nor is «ghi tiến độ»."""
WORDS_ALONE = frozenset({Hears.REASON, Hears.NAME, Hears.DAY, Hears.VOICE})


class Way(StrEnum):
    """How somebody is addressed."""

    ANSWER = "answer"
    ASK = "ask"
    LEAVE = "leave"
    CARD = "card"
    EXPECTS = "expects"
    AGAIN = "again"
    REPEAT = "repeat"


@dataclass(frozen=True, slots=True)
class Addressee:
    """An open question that is answered or left, the card that was replied to, or several
    questions of which none is plainly meant: it is asked which. A question that a mere yes
    cannot answer says what it expects. What was read back before something else was said is
    meant by its own word alone, or shown again; a form that asks something else is repeated."""

    way: Way
    question: Expectation | None = None


@dataclass(frozen=True)
class Situation:
    """What came, and what stands open: all that is needed to decide."""

    reading: Reading
    waiting: Sequence[Expectation] = ()
    attachment: str = ""
    """Its kind: `photo`, `file`, `voice`; nothing where only words came."""
    reply_to: int | None = None
    card: str = ""
    """What the message that was replied to speaks of."""
    spoken_at: datetime | None = None
    """Since when another thing is spoken of."""

    @cached_property
    def open(self) -> Sequence[Expectation]:
        """The questions that new words may be for, the newest first."""
        return listening(self.waiting, self.reading.now) if self.waiting else ()

    @property
    def is_bare(self) -> bool:
        """A photo or a voice, and no words that say of what."""
        return bool(self.attachment) and not self.reading.text


def addressed(said: Situation, hears: HearsOf) -> Iterator[Addressee]:
    """Who is meant, in order: what was replied to; the newest open question that the words can
    answer. Whoever is named later is asked only where the earlier one passes the words on."""
    asked = replied_to(said)
    if asked is not None:
        yield from _heard_by(asked, said, hears)
    if said.card:
        yield Addressee(Way.CARD)
    if asked is None and not said.card and not plain(said):
        yield from _likely(said, hears)


def plain(said: Situation) -> bool:
    """«ok», «gửi», «không», «thôi» and no more than that."""
    return not said.attachment and bool(said.reading.plainly or said.reading.leaves)


def plainly_meant(said: Situation, hears: HearsOf) -> Iterator[Addressee]:
    """A plain yes or no is the newest open question's alone. Where that one cannot take it, it
    is asked which is meant, and never passed to an older one."""
    open_ones = [e for e in said.open if e.asks_which or hears(e) is not None]
    newest = next(iter(open_ones), None)
    if newest is None and said.reading.only_sends and plain(said):
        left = list(islice(_left(said, hears), 2))
        yield from (Addressee(Way.AGAIN, e) for e in left if len(left) == 1)
    if newest is None or not plain(said):
        return
    ears, older = hears(newest) or frozenset(), open_ones[1:]
    if _shown_since(newest, said):
        older = open_ones
        if said.reading.plainly != "yes" and len(open_ones) == 1:
            yield from _by_the_newest(newest, ears, said)
    else:
        yield from _by_the_newest(newest, ears, said)
    if Hears.FORM in ears and not _takes_it(ears, said) and is_fresh(newest, said):
        yield Addressee(Way.REPEAT, newest)
    able = [e for e in older if _takes_it(hears(e) or frozenset(), said)]
    if len(able) == 1 and _still_meant(able[0], said):
        yield Addressee(Way.ANSWER, able[0])
        return
    if not able and said.reading.only_sends:
        able = left_behind(said, hears)
    read = [e for e in open_ones if _takes_it(hears(e) or frozenset(), said)]
    asking = next((e for e in open_ones if not e.asks_which and e.topic not in PUSHED), None)
    alone = read in ([], able) and asking in (None, *able)
    if len(able) == 1 and alone and said.reading.plainly == "yes":
        yield Addressee(Way.AGAIN, able[0])
    if able:
        yield Addressee(Way.ASK)
    elif ears & PROSE and is_fresh(newest, said) and older is not open_ones:
        yield Addressee(Way.EXPECTS, newest)


def shown_since(said: Situation, newest: Expectation | None) -> bool:
    """A plain yes or no comes after something newer than the newest question, if one is open."""
    return plain(said) and (newest is None or _shown_since(newest, said))


def left_behind(said: Situation, hears: HearsOf) -> list[Expectation]:
    """The newest question that its person went on from: of a «gửi» that is for nothing else it is
    asked whether that was meant."""
    return list(islice(_left(said, hears), 1))


def _left(said: Situation, hears: HearsOf) -> Iterator[Expectation]:
    left = (e for e in said.waiting if e.is_left_behind and not e.asks_which)
    return (e for e in left if plain(said) and _takes_it(hears(e) or frozenset(), said))


def _by_the_newest(newest: Expectation, ears: Ears, said: Situation) -> Iterator[Addressee]:
    if hears_it(ears, said) and not leaves(ears, said):
        yield Addressee(Way.ANSWER, newest)
    if leaves(ears, said) or (said.reading.leaves and gives_way(ears)):
        yield Addressee(Way.LEAVE, newest)


def came_after(said: Situation, question: Expectation) -> bool:
    """What is spoken of came after the question."""
    return _shown_since(question, said)


def _shown_since(question: Expectation, said: Situation) -> bool:
    """A card that came after it is newer than the question, and so is what was said since, and
    answered with another screen."""
    if question.passed_by and not _still_meant(question, said):
        return True
    if question.at is None or said.spoken_at is None:
        return False
    return said.spoken_at - question.at > ON_ITS_WAY


def _still_meant(question: Expectation, said: Situation) -> bool:
    """«đúng», and «thôi», of what was read back, though something was asked in between."""
    return question.still_waits and bool(said.reading.plainly) and is_fresh(question, said)


def gives_way(ears: Ears) -> bool:
    """It was read back, or asked which of several, and none of them is meant: it is dropped."""
    return ears <= {Hears.CHOICE, Hears.YES}


def _takes_it(ears: Ears, said: Situation) -> bool:
    """Whether an older question might have been meant by it."""
    if said.reading.plainly == "yes":
        return Hears.YES in ears
    return leaves(ears, said) or bool(ears & {Hears.YES, *KNOWS_NO})


def replied_to(said: Situation) -> Expectation | None:
    """The question whose own message was replied to."""
    return next((e for e in said.waiting if said.reply_to and e.asked_in == said.reply_to), None)


def _heard_by(question: Expectation, said: Situation, hears: HearsOf) -> Iterator[Addressee]:
    ears = hears(question)
    if ears is None:
        return
    if leaves(ears, said):
        yield Addressee(Way.LEAVE, question)
    elif hears_it(ears, said):
        yield Addressee(Way.ANSWER, question)


def _likely(said: Situation, hears: HearsOf) -> Iterator[Addressee]:
    """Whom the words may answer, the newest first, and no further than the first whom almost
    any words would answer."""
    able = candidates(said, hears)
    first = next((n for n, e in enumerate(able) if _is_prose(e, hears)), len(able))
    for question in able[:first]:
        yield from _heard_by(question, said, hears)
    if first < len(able) and _is_doubtful(able, first, said, hears):
        yield Addressee(Way.ASK)
    elif first < len(able):
        yield from _heard_by(able[first], said, hears)


def _is_doubtful(able: list[Expectation], first: int, said: Situation, hears: HearsOf) -> bool:
    """Somebody asked into the middle of what is being written; a bare number of people under a
    result, while numbers of people are asked for as well; a reason that comes late."""
    rivals = able[first + 1 :]
    written = (e for e in rivals if not e.asks_which)
    into = able[first].topic in PUSHED and any(is_fresh(e, said) for e in written)
    counted = said.reading.only_figures and not said.reading.corrected
    counts = counted and any(not _is_prose(e, hears) for e in rivals)
    return into or counts or _is_late_reason(able[first], said, hears)


def _is_late_reason(question: Expectation, said: Situation, hears: HearsOf) -> bool:
    """«Lý do?» was asked some time ago, and the words do not say that they are one."""
    why = Hears.REASON in (hears(question) or ()) and not said.reading.says_why
    return why and not said.is_bare and not is_fresh(question, said)


def candidates(said: Situation, hears: HearsOf) -> list[Expectation]:
    """The open questions that hear these words, the newest first; of a number alone whoever asks
    which is meant. Words that answer almost anything are for the newest of all, or for one that
    was asked just now."""
    able = []
    for question in said.open:
        ears = hears(question)
        if ears is None or not (leaves(ears, said) or hears_it(ears, said)):
            continue
        if said.is_bare and Hears.RESULT in ears and not _asks_now(question, said):
            continue
        newest = question is said.waiting[0]
        if newest or not ears & PROSE or is_fresh(question, said):
            able.append(question)
    return sorted(able, key=lambda e: not e.asks_which) if said.reading.is_number else able


def _asks_now(question: Expectation, said: Situation) -> bool:
    """It was asked a moment ago, and nothing else was spoken of since: what is sent without a
    word belongs to it."""
    return is_fresh(question, said) and not _shown_since(question, said)


def may_have_been_meant(said: Situation, hears: HearsOf) -> list[Expectation]:
    """The same without those that only ask which of several, where something else was said; a
    question is no number either."""
    chosen_from = (
        OWN_NO
        if said.reading.asks or said.reading.asks_which_day
        else frozenset({Hears.CHOICE, Hears.YES})
    )
    able = candidates(said, hears)
    fit = [e for e in able if plain(said) or not (hears(e) or frozenset()) <= chosen_from]
    return fit or left_behind(said, hears)


def says_what_it_wants(said: Situation, hears: HearsOf) -> Expectation | None:
    """The newest question, where it is fresh and asks for a name: of figures, or a photo alone,
    that nobody understood it says what it expects instead."""
    newest = next(iter(said.open), None)
    unfit = said.reading.only_figures or said.is_bare
    if newest is None or not is_fresh(newest, said) or not unfit:
        return None
    return newest if Hears.NAME in (hears(newest) or ()) else None


def _is_prose(question: Expectation, hears: HearsOf) -> bool:
    return bool((hears(question) or frozenset()) & PROSE)


def is_fresh(question: Expectation, said: Situation) -> bool:
    return question.at is None or said.reading.now - question.at <= SPOKEN_OF


def leaves(ears: Ears, said: Situation) -> bool:
    """«thôi», «khoan, để hỏi lại đã»: nothing is written. A form has its own way out, and
    «để em hỏi lại» is an answer to whoever asked for one. «nhầm, cứ để nguyên» is no reason."""
    if Hears.NUMBERS in ears and said.reading.tells_the_same:
        return False
    later = said.reading.puts_off and Hears.YES not in ears
    if Hears.REASON in ears and said.reading.takes_back:
        return not said.attachment
    if said.attachment or ears & KNOWS_NO or ears <= OWN_NO:
        return False
    if ears & OF_WORK and said.reading.only_accepts:
        return False
    if not (said.reading.leaves or later):
        return False
    stops = said.reading.yes_no == "no" and not said.reading.is_not
    return Hears.ANYTHING not in ears or stops


def hears_it(ears: Ears, said: Situation) -> bool:
    """Whether words like these can answer such a question at all."""
    reading = said.reading
    if said.is_bare:
        aloud = said.attachment == "voice" and Hears.VOICE in ears
        elsewhere = any(one.topic in PHOTOGRAPHED for one in said.waiting)
        counts = elsewhere and Hears.PHOTO not in ears and bool(ears & MAY_BE_COUNTED)
        return aloud or not (counts or ears <= WORDS_ALONE)
    if reading.plainly == "yes" and not said.attachment:
        named = Hears.PERSON in ears and reading.may_be_a_name
        return named or bool(ears & {Hears.YES, Hears.ANYTHING})
    if ears == {Hears.YES}:
        return bool(reading.plainly)
    if Hears.COMING in ears and reading.tells_who_came:
        return False
    if ears == {Hears.COMING}:
        return reading.counts_who_come or reading.withdraws_group
    if ears <= OWN_NO:
        return True
    if Hears.ANYTHING in ears or Hears.FORM in ears:
        return not is_other_work(reading)
    if reading.is_number and Hears.LINE not in ears:
        return False
    kind = reading.is_courtesy and Hears.THANKS not in ears
    empty = reading.tells_nothing and Hears.LINE not in ears
    if reading.asks or kind or reading.puts_off or empty:
        return False
    if ears & OF_WORK and not said.attachment and _is_no_answer(reading):
        return False
    if Hears.REASON in ears and Hears.THANKS not in ears and reading.begins_with_slip:
        return False
    if reading.only_figures:
        return bool(ears & MAY_COUNT)
    return not is_other_work(reading)


def _is_no_answer(reading: Reading) -> bool:
    return reading.only_progress or reading.only_accepts


def is_aside(reading: Reading) -> bool:
    """Said instead of an answer: a question, a courtesy, «e đang họp tí gọi lại»."""
    said = reading.asks or reading.is_courtesy or reading.puts_off or reading.tells_nothing
    return said or reading.leaves or reading.meaning("none").intent == "question"


def is_other_work(reading: Reading) -> bool:
    """«xong 152», «gia hạn 147 đến thứ 6», «147 70%»: about the work that it names; several lines
    are a list that was asked for, and a paper's number is no work's."""
    if reading.has_lines or reading.begins_with_paper:
        return False
    of_own = reading.names_assignment and reading.meaning("none").intent in OWN_WORK
    return of_own or reading.acts_on_number or reading.puts_work_right


def counted(_: Expectation) -> Ears:
    """A number of people, or a word of its own: yes, «rút nhóm»."""
    return COUNTED


def somebody(_: Expectation) -> Ears:
    """Somebody's name: «Dung» is one too."""
    return frozenset({Hears.NAME, Hears.PERSON})


def why(_: Expectation) -> Ears:
    """Words that say why, or a voice that does."""
    return frozenset({Hears.REASON, Hears.VOICE})


def chosen(_: Expectation) -> Ears:
    """«gửi», «thôi»: it is shown as it will be."""
    return frozenset({Hears.CHOICE, Hears.YES})


def read_back(part: str, *ears: Hears) -> Callable[[Expectation], Ears]:
    """Hears a plain yes as well, once this part of its answers was read back; it may be that
    nobody is away."""

    def hears(asked: Expectation) -> Ears:
        is_read = asked.answers.get(part) not in (None, "")
        return frozenset({*ears, Hears.YES} if is_read else ears)

    return hears
