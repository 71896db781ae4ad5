"""How sure it is what somebody wants with a line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from language.answers.replies.answer import Answer, Reply
from language.answers.replies.reply import reply_to
from language.answers.replies.reply_half import takes_and_asks
from language.answers.replies.reply_progress import headed_as_result
from language.answers.replies.reply_subject import task_number
from language.answers.replies.typed import Typed
from language.certainty.left import left_figures, left_words
from language.certainty.listed import acts, guesses, offers, opposite
from language.certainty.loud import loud_kinds, loud_words
from language.certainty.told import TakenFor
from language.dates.mark import Mark
from language.dates.marks import marks_of
from language.dates.moments import When, day_of
from language.line.phrases import phrases
from language.line.restore import read
from language.line.spans import Place
from language.second import disagrees, rank

Level = Literal["sure", "ask", "none"]
MOST = 3
CLEAR = 1.0
"""So far must the second reader's first stand above its next, to speak for a reading."""
GUESSED_BESIDE = 6
SOFT = ("progress", "later")
TELLING = ("blocked", "progress", "decline", "extend")
"""A question may well be worded like these, and they are no answer to it."""
RIGHTS = ("stop", "data_rights")
RANKED_FIRST = ("unlike", "half", "more", "others")
WRITTEN = (
    "question",
    "counterfactual",
    "mistaken",
    "stopped",
    "hindered",
    "busy",
    "two",
    "unlike",
)
"""What makes even a mere note doubtful."""
BESIDE_A_SLIP = ("mistaken", "negation", "half")
ON_ITS_WAY = (("progress",), ("result",))
OF_A_NOTE = frozenset({"others", "kin", "past", "half", "more"})
LONG = ("thang", "quy", "nam")
HELD = ("nhưng", "mà", "vẫn", "chứ", "nhầm", "lộn", "bấm", "ấn")
"""«bấm nhầm không tổ chức, có 40 người»: it was held after all."""
WAS = ("day", "span", "time")
"""«hôm qua em nộp rồi» is no slip."""
YEAR, FAR = ("year", "year_no", "fixed", "lunar_sign"), timedelta(days=60)
LUNAR = ("lunar_span", "fixed_lunar")
IDLE = ("noise", "unknown")
PUT_OFF = ("unnamed", "shifted")
DOUBTS = ("need_confirm", "approx")


@dataclass(frozen=True, slots=True)
class Certainty:
    """`sure`: it counts. `ask`: it is asked, with these choices. `none`: not understood."""

    level: Level
    choices: tuple[str, ...] = ()
    """Intents as they are offered, the likeliest first."""
    left: tuple[str, ...] = ()
    """Words that nobody used."""
    left_figures: tuple[str, ...] = ()
    """Numbers that no reading took: named, and asked."""
    loud: tuple[str, ...] = ()
    """Kinds of words that always make it doubtful, the most telling first."""

    @property
    def sure(self) -> bool:
        return self.level == "sure"

    @property
    def may_be_a_note(self) -> bool:
        """«nhà bà Lan đã ký, nhà ông Thép hẹn mai»: how it goes, and loud only by what a note may
        well tell of others."""
        return self.choices[:1] in ON_ITS_WAY and set(self.loud) <= OF_A_NOTE


def certainty_of(
    found: Reply,
    typed: Typed,
    context: str,
    due: datetime | None = None,
    besides: Sequence[Place] = (),
) -> Certainty:
    """The second reader never acts: it makes a line doubtful, and ranks what nobody read.
    `besides`: words that were understood by readers with a question of their own."""
    told = TakenFor(Answer(typed, context, due), found, besides)
    if found.intent == "unknown":
        return _not_read(told.answer)
    if found.intent not in acts() or _only_shown(told):
        return _harmless(told)
    kinds, figures, words = _kinds(told), left_figures(told), left_words(told)
    strange = words and found.intent not in acts("counts")
    doubted = any(found.slots.get(slot) for slot in DOUBTS) and found.intent not in acts("open")
    loud = kinds or figures or _tells_only_absent(told)
    loud = loud or (doubted and not _asked_by_itself(found))
    if not loud and (not (strange or doubted) or _both_say(told)):
        return Certainty("sure", (found.intent,), tuple(words))
    choices = _choices(told.answer, found.intent, kinds)
    return Certainty("ask", choices, tuple(words), tuple(figures), tuple(kinds))


def _tells_only_absent(told: TakenFor) -> bool:
    """«vắng 3, còn lại đi đủ»: of how many?"""
    said = told.answer.turnout
    counts = told.found.intent in acts("counts") and said.status == "ok"
    return counts and bool(said.absent) and said.total is None and not said.by_org


def _both_say(told: TakenFor) -> bool:
    """Both readers come to the same, each by itself: then a strange word beside it is a note; of
    what only lets itself be guessed no more than a few."""
    guessed = told.found.need_confirm and len(left_words(told)) > GUESSED_BESIDE
    (first, score), (_, second) = rank(told.answer.text, told.answer.context)[:2]
    return not guessed and first == told.found.intent and score - second > CLEAR


def _asked_by_itself(found: Reply) -> bool:
    """What the deed reads back or asks on its own: a report, a day, an hour, a reason."""
    named = found.intent != "extend" or bool(found.slots.get("due"))
    return found.intent in acts("read_back") and named and not found.slots.get("invalid")


def certainty_of_figures(typed: Typed) -> Certainty:
    """The same of a report, whatever else the line may be."""
    said = typed.turnout
    if said.status == "none" and not said.metrics:
        return Certainty("none")
    found = reply_to(typed, "turnout")
    if found.intent in acts("counts"):
        sure = certainty_of(found, typed, "turnout")
        return replace(sure, level="ask") if said.status == "ask" else sure
    return Certainty("ask", (found.intent, "turnout"))


def certainty_of_day(found: When, now: datetime) -> Level:
    """A day is sure unless its reader itself asks, there is no such day, it is put off and none is
    named, what is to come is past, or months away without its year."""
    doubtful = _is_past(found, now) or _is_rough(found) or _is_far(found, now)
    doubtful = doubtful or found.why in PUT_OFF
    if doubtful or found.kind == "ask" or found.why.startswith("no_such"):
        return "ask"
    return "none" if found.kind == "none" else "sure"


def _is_past(found: When, now: datetime) -> bool:
    """«hạn 15/11/2026», «hôm qua», «chiều nay» in the evening: all may be slips."""
    last = found.end or found.start
    if last is None or found.kind in ("after", "every") or (found.over and found.kind in WAS):
        return False
    return last < now if isinstance(last, datetime) else last < now.date()


def _is_far(found: When, now: datetime) -> bool:
    """«20/4» in January: people speak of near days, and a month is soon mistaken."""
    if found.start is None or found.kind == "every":
        return False
    marks = marks_of(read(found.said))
    bare = any(mark.kind == "date" and mark.value[2] is None for mark in marks)
    told = any(mark.kind in YEAR for mark in marks)
    return bare and not told and day_of(found.start) - now.date() > FAR


def _is_rough(found: When) -> bool:
    """«đầu tháng sau» is no day yet, «hôm rằm» is one of the other calendar."""
    line = read(found.said)
    stretch = found.kind == "span" and not isinstance(found.start, datetime)
    edges = phrases("days", "edge").find(line) if stretch else []
    long = any(line.bare_at(end) in LONG for _, _, end in edges)
    return long or (found.kind != "every" and any(map(_is_lunar, marks_of(line))))


def _is_lunar(mark: Mark) -> bool:
    return mark.kind in LUNAR or (mark.kind == "lunar" and mark.value[2])


def _only_shown(told: TakenFor) -> bool:
    """A slip under a task changes nothing: one's own report is shown again."""
    return told.found.intent == "correction" and told.answer.context == "assignment"


def _harmless(told: TakenFor) -> Certainty:
    """What is only written down for oneself, only shown, or only answered."""
    found, kinds = told.found, _kinds(told)
    asked = (
        (_only_shown(told) and set(kinds) - set(BESIDE_A_SLIP))
        or (found.intent in SOFT and (set(kinds) & set(WRITTEN) or _hides_an_act(told)))
        or (found.intent == "question" and {"rhetorical", "unlike"} & set(kinds))
    )
    if found.intent == "question" and takes_and_asks(told.answer):
        return Certainty("ask", ("accept", "question", "progress"), loud=tuple(kinds))
    percent = found.intent == "progress" and bool(found.slots.get("percent")) and bool(kinds)
    if asked or percent or found.slots.get("need_confirm"):
        guessed = _guesses(told.answer)
        act = guessed[0] if guessed and found.intent == "question" else found.intent
        return Certainty("ask", _choices(told.answer, act, kinds), loud=tuple(kinds))
    return Certainty("sure", (found.intent,))


def _hides_an_act(told: TakenFor) -> bool:
    """«trời tạnh thì chị làm», «thằng con tôi bảo nó đi»: what would act if it were plain."""
    answer, heard = told.answer, {kind for kind, _ in loud_words(told)}
    if answer.context == "activity":
        return answer.has("go") and "others" in heard and not answer.has("later")
    return answer.has("accept") and _weather_allows(answer)


def _weather_allows(answer: Answer) -> bool:
    """«trời tạnh thì chị làm, còn mưa thì thôi»."""
    return bool(phrases("certainty", "if_it_suits").find(answer.line))


def _kinds(told: TakenFor) -> list[str]:
    """The loud words, and that the second reader takes the line for something else."""
    answer, intent = told.answer, told.found.intent
    plain = told.found.slots.get("done") is False or (
        intent == "question" and rank(answer.text, answer.context)[0][0] in TELLING
    )
    counted = {intent, rank(answer.text, answer.context)[0][0]} <= acts("counts")
    doubts = intent not in IDLE and not (plain or counted or told.besides)
    unlike = doubts and disagrees(answer.text, answer.context, intent)
    return [*loud_kinds(told), *(["unlike"] if unlike else [])]


def _not_read(answer: Answer) -> Certainty:
    guessed = list(dict.fromkeys([*_guesses(answer), *_ranked(answer)]))
    if not guessed:
        return Certainty("none")
    kinds = loud_kinds(TakenFor(answer, Reply(guessed[0])))
    choices = _choices(answer, guessed[0], kinds)
    return Certainty("ask", choices, loud=tuple(kinds))


def _guesses(answer: Answer) -> list[str]:
    """What the cues of a line make likely, though it was not read."""
    found = [intent for intent, sorts in guesses(answer.context).items() if answer.has(*sorts)]
    if answer.context == "none" and not task_number(answer):
        return [intent for intent in found if intent in RIGHTS]
    if (
        answer.context == "assignment"
        and not set(found) - {"progress"}
        and _has_done_something(answer)
    ):
        return ["done", "result", "progress"]
    if answer.context in ("assignment", "turnout") and phrases("answers", "mends").find(
        answer.line
    ):
        return ["correction", *_counted(answer), *found]
    return [*_counted(answer), *found]


def _counted(answer: Answer) -> list[str]:
    """A figure may count people; an hour in an answer to a day may be when somebody comes."""
    if answer.context == "turnout":
        return ["turnout"] if _tells_how_many(answer) or _tells_who_was_away(answer) else []
    told = answer.turnout.metrics or _spends(answer) or _tells_who_came(answer)
    told = told or headed_as_result(answer.line) or _sends_so_many(answer)
    if answer.context == "assignment" and told:
        return ["result", "done"]
    if answer.context != "activity":
        return []
    hour = any(mark.kind == "clock" for mark in answer.cues.marks)
    people = answer.turnout.total is not None or answer.turnout.candidates
    if answer.turnout.status == "delta" and (answer.turnout.total or 0) < 0:
        return ["unregister", "group_register"]  # «bớt 1 người nhà em»
    return [*(["group_register"] if people else []), *(["late"] if hour else [])]


def _tells_how_many(answer: Answer) -> bool:
    """A figure, or words that stand for one: «đông lắm», «như tuần trước»."""
    words = {tag for tag, _, _ in phrases("figures", "chat").find(answer.line)}
    return "crowd" in words or answer.has("same") or any(w.digits for w in answer.line.words)


def _tells_who_was_away(answer: Answer) -> bool:
    """«vắng thằng Hai với con Lan, còn lại đủ»: by their names."""
    rest = any(tag == "rest" for tag, _, _ in phrases("figures", "chat").find(answer.line))
    return rest and bool(phrases("figures", "absent").find(answer.line))


def _tells_who_came(answer: Answer) -> bool:
    """«họp dân tối qua 41 người dự»: a figure of people, under a task."""
    counted = any(
        word.digits and phrases("figures", "people").at(answer.line, i + 1)[0]
        for i, word in enumerate(answer.line.words)
    )
    return counted and answer.turnout.total is not None and not answer.has("notyet", "decline")


def _sends_so_many(answer: Answer) -> bool:
    """«em gửi danh sách 36 đoàn viên»: what is sent, and how much of it."""
    first = next((i for i in range(len(answer.line)) if i not in answer.cues.polite), 0)
    sends = answer.line.bare_at(first) in ("gui", "nop") or answer.line.bare_at(first + 1) == "gui"
    return sends and not answer.has("extend") and any(word.digits for word in answer.line.words)


def _spends(answer: Answer) -> bool:
    """«số tiền chi là bốn triệu hai trăm nghìn»."""
    units = phrases("figures", "units").find(answer.line)
    return any(tag.startswith("money") and b - a > 1 for tag, a, b in units)


def _has_done_something(answer: Answer) -> bool:
    """«đã cấp phát 15 áo phao», «treo hết 14 cái cờ rồi»: something was done, whether or not it
    is all."""
    line, talk = answer.line, answer.cues.polite
    first = next((i for i in range(len(line)) if i not in talk or line.bare_at(i) == "da"), 0)
    last = next((i for i in reversed(range(len(line))) if _is_over(answer, i)), 0)
    over = line.text_at(first) in ("đã", "da") or line.bare_at(last) in ("roi", "r")
    return over and not answer.has("not", "notyet") and any(word.digits for word in line.words)


def _is_over(answer: Answer, i: int) -> bool:
    return i not in answer.cues.polite or answer.line.bare_at(i) in ("roi", "r")


def _ranked(answer: Answer) -> list[str]:
    """What the second reader takes the line for, while it is something that is meant."""
    best = [name for name, _ in rank(answer.typed.text, answer.context)[:3]]
    if best[0] in IDLE or (answer.context == "none" and best[0] not in acts()):
        return []
    return [name for name in best if name not in IDLE]


def _either_way(answer: Answer) -> list[str]:
    """«có xe thì đi, không thì thôi», «chị Lan không đi được, còn em vẫn đi»: both are named;
    «bấm là không tổ chức nhưng mà có đấy, được 19 người» puts right what was told."""
    if answer.context == "turnout" and answer.has("no_event") and answer.turnout.total:
        held = any(word.text in HELD for word in answer.line.words)
        return ["correction", "turnout"] if held else []
    leaves = answer.has("cancel", "refuse") and answer.has("go")
    return ["register", "unregister"] if answer.context == "activity" and leaves else []


def _choices(answer: Answer, act: str, kinds: Sequence[str]) -> tuple[str, ...]:
    """At most three: by what makes it doubtful, then by the second reader and the cues."""
    ranked = _ranked(answer)[:1]
    meant = {"act": act, "opposite": opposite(act)}
    listed = offers(answer.context)
    told = [meant.get(name, name) for kind in kinds[:1] for name in listed[kind]] or [act]
    mended = answer.context == "turnout" and answer.turnout.status in ("delta", "fix")
    told = [*told[:1], "correction", *told[1:]] if mended else told
    told = [*_either_way(answer), *told]
    seldom = not kinds or kinds[0] in RANKED_FIRST
    told = [*told[: 1 if seldom else 2], *ranked, *_guesses(answer), *told[1 if seldom else 2 :]]
    told += [meant.get(name, name) for name in listed["left"]]
    offered = tuple(dict.fromkeys(name for name in told if name))
    if act in acts() - acts("counts") and act in offered[MOST:]:
        return (*offered[: MOST - 1], act)  # what was read is never left out
    return offered[:MOST]
