"""«Trao đổi lại» on the lead's side: a question, more time, release."""

from dataclasses import dataclass, replace
from datetime import datetime

from actions.assignments import asking, leading, lists, typed
from domain.access import Permission
from domain.assignments import Status
from domain.dialogue import Expectation, Hears
from domain.letters import Message
from domain.refusals import Refusal
from handlers.assignments.correcting import figure_mended
from handlers.assignments.sent_along import names_other_work, tells_done
from handlers.kit.addressee import why
from handlers.kit.buttons import moment_of
from handlers.kit.other_work import led_by_other_work
from handlers.kit.proofs import voice_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from language import Meaning, Reading
from texts import load

router = Router()
LEAST_NUMBER = 100
"""A smaller one counts things."""


@router.button("a.talk")
async def on_talk(turn: Turn) -> Message | None:
    return await turn.see(leading.talk_it_over, turn.subject)


@router.button("a.ask", "a.question")
async def on_ask(turn: Turn) -> Message | None:
    return await turn.do(asking.ask_question, turn.subject)


@router.topic("work.say", hears=Hears.ANYTHING)
async def on_question(turn: Turn) -> Response:
    if turn.heard is None or await led_by_other_work(turn, turn.about):
        return PASS
    return await turn.do(asking.say, turn.heard.subject, turn.text, voice_of(turn))


@router.button("q.answer")
async def on_answer(turn: Turn) -> Message | None:
    return await turn.do(asking.ask_answer, turn.subject)


@router.topic("work.answer", hears=Hears.ANYTHING)
async def on_answer_said(turn: Turn) -> Response:
    if turn.heard is None:
        return PASS
    about = await turn.see(asking.asked_about, turn.heard.subject)
    if await _of_other_work(turn, about) or turn.reading.asks_leave:
        return PASS
    if await _takes_what_came_since(turn, turn.heard):
        return PASS
    if (right := await figure_mended(turn)) is not PASS:
        return right
    return await turn.do(asking.answer, turn.heard.subject, turn.text, voice_of(turn))


async def _of_other_work(turn: Turn, about: int) -> bool:
    """«hoi Hoa sao 153 chua nhan», where 162 is asked about: also of what others lead."""
    if turn.message and turn.message.reply_to:
        return await names_other_work(turn, about)
    named = turn.reading.numbers & turn.reading.numbers_of_work
    found = {n for n in named if await turn.see(typed.is_given, n)}
    return bool(found) and (await turn.see(typed.one, about)).number not in found


async def _takes_what_came_since(turn: Turn, asked: Expectation) -> bool:
    """«nhận» after a card that is newer than the question takes work, and answers nothing."""
    said = turn.reading.meaning("assignment")
    takes = turn.reading.takes_work and said.intent == "accept" and not said.slots
    replied = turn.message and turn.message.reply_to
    if asked.at is None or not takes or replied:
        return False
    mine = await turn.see(lists.my_open)
    return any(a.state is Status.ASSIGNED and a.issued_at > asked.at for a in mine)


@router.reply("question")
async def on_reply(turn: Turn) -> Message | None:
    """An answer written right under the question."""
    row_id = int(turn.card.partition(":")[2])
    return await turn.do(asking.answer, row_id, turn.text, voice_of(turn))


@router.button("q.leave")
async def on_leave(turn: Turn) -> Message | None:
    return await turn.do(leading.leave_question, turn.arg, turn.subject)


# more time


@router.button("a.ext")
async def on_extension(turn: Turn) -> Message | None:
    return await turn.do(asking.ask_until, turn.subject)


@router.button("a.until")
async def on_until(turn: Turn) -> Message | None:
    waiting = (e for e in turn.waiting if (e.topic, e.subject) == (asking.EXTENSION, turn.subject))
    known = next(waiting, None)
    reason = str(known.answers.get("reason", "")) if known else ""
    return await turn.do(asking.extension, turn.subject, await moment_of(turn), reason)


def _until_and_why(asked: Expectation) -> frozenset[Hears]:
    """Until when, and why; once the day is known, why may be said aloud."""
    aloud = {Hears.VOICE} if "due" in asked.answers else set()
    return frozenset({Hears.DAY, Hears.REASON, *aloud})


@router.topic(asking.EXTENSION, hears=_until_and_why)
async def on_extension_said(turn: Turn) -> Response:
    """`đến thứ 6, chờ số liệu của phường`: day and reason, together or one after the other."""
    if turn.heard is None:
        return PASS
    if turn.reading.leaves:
        return await turn.do(leading.leave_question, asking.EXTENSION, turn.heard.subject)
    known, files = turn.heard.answers, voice_of(turn)
    if _tells_result(turn) or await names_other_work(turn, turn.heard.subject):
        return PASS
    limit = (await turn.see(typed.one, turn.heard.subject)).due_at
    if "due" in known and not _only_wishes(turn, limit):
        args = (turn.heard.subject, known["due"], turn.text)
        return await turn.do(asking.extension, *args, files=files)
    wish = _a_day_alone(turn.reading, wish_in(turn.reading, limit))
    if wish.meaning.number is not None or not _answers_when(turn, wish):
        return PASS
    reason = wish.reason or str(known.get("reason", ""))
    if not (reason or wish.due or wish.readings):
        reason = turn.text
    return await turn.do(
        asking.extension, turn.heard.subject, wish.due, reason, wish.readings, files
    )


def _a_day_alone(said: Reading, wish: "LimitAsked") -> "LimitAsked":
    """«t2 tuần sau», «30/11», where it was asked until when: that day, and no other is offered."""
    return replace(wish, due=said.due.at, readings=()) if said.is_a_limit and said.due.at else wish


def _answers_when(turn: Turn, wish: "LimitAsked") -> bool:
    """A day, with or without why, or a line that plainly says why; «chị ơi, mai em nghỉ» and «Hoa
    vừa gọi, bảo mai họp» are of other things."""
    said, sure = wish.meaning.intent, not wish.meaning.doubtful
    dated = bool(wish.due or wish.readings) and sure
    of_work = said == "extend" or (dated and said == "blocked")
    first = turn.reading.of(turn.reading.before_reason)
    return of_work or first.is_a_day or turn.reading.says_why


def _only_wishes(turn: Turn, limit: datetime) -> bool:
    """«xin thêm 3 ngày» once more is another day, and no reason."""
    said = turn.reading.meaning("assignment", limit)
    left = turn.reading.certainty("assignment", limit).left
    return said.intent == "extend" and not (left or turn.reading.reason)


def _tells_result(turn: Turn) -> bool:
    """«da nop du bien ban 6 ho» is never a reason."""
    return tells_done(turn) and not turn.reading.reason


async def more_time_dropped(turn: Turn) -> Response:
    """«thôi đừng gia hạn», «rút gia hạn 152»: the question is left, or the wish that waits for
    its answer is one no more."""
    said = turn.reading.stops_asking if turn.actor.may(Permission.OWN_WORK) else None
    if said is None:
        return PASS
    [number] = said
    mine = {a.id: a.number for a in await turn.see(lists.my_open)}
    asked = [e for e in turn.waiting if e.topic == asking.EXTENSION and e.subject in mine]
    meant = next((e for e in asked if number in (None, mine[e.subject])), None)
    if meant:
        return await turn.do(leading.leave_question, asking.EXTENSION, meant.subject)
    waiting = await turn.see(asking.my_extensions)
    among = [one for one, of in waiting.items() if number in (None, mine.get(of))]
    return await turn.do(asking.withdraw, among[0]) if len(among) == 1 else PASS


@router.said("more_time_dropped", may=Permission.OWN_WORK)
async def on_more_time_dropped(turn: Turn) -> Response:
    return await more_time_dropped(turn)


@dataclass(frozen=True, slots=True)
class LimitAsked:
    """Until when somebody asks, and why; `readings` where the day is to be chosen."""

    meaning: Meaning
    due: datetime | None
    readings: tuple[datetime, ...]
    reason: str


def wish_in(said: Reading, due: datetime | None = None) -> LimitAsked:
    """A doubtful day is asked by buttons, never taken; «thêm 3 ngày» counts from the limit."""
    meaning, found = said.meaning("assignment", due), said.due
    wished = said.wished(due)
    reason = meaning.slots.get("reason") or _why_in(said, due)
    counted = "add_days" in meaning.slots
    if wished and (not meaning.doubtful or (counted and due and due > said.now)):
        return LimitAsked(meaning, wished, (), reason)
    if counted and due:  # the limit is over: so many days from then, or from today?
        found = replace(found, readings=tuple(filter(None, [said.wished(said.now)])))
    days = [day for day in (wished, found.at, *found.readings) if day and day > said.now]
    return LimitAsked(meaning, None, tuple(dict.fromkeys(days)), reason)


def _why_in(said: Reading, due: datetime | None) -> str:
    """«hết tôn rồi, xin lùi 152 đến 10/12»: what stands after the comma is the wish, and what
    stands before it the reason, where it tells what hinders."""
    if said.of(said.reason).meaning("assignment", due).intent != "extend":
        return said.reason or _why_before(said, due)
    return _if_it_hinders(said.of(said.before_reason), due)


def _why_before(said: Reading, due: datetime | None) -> str:
    """«147 chưa có số liệu, xin đến t2»: the same, where the number of the work stands first."""
    before, comma, after = said.text.partition(",")
    wishes = comma and said.of(after.strip()).meaning("assignment", due).intent == "extend"
    return _if_it_hinders(said.of(said.of(before).after_number), due) if wishes else ""


def _if_it_hinders(before: Reading, due: datetime | None) -> str:
    hindered = before.says_why or before.meaning("assignment", due).intent == "blocked"
    return before.text if hindered else ""


# release


@router.button("a.release")
async def on_release(turn: Turn) -> Message | None:
    return await turn.do(asking.ask_why, turn.subject)


@router.button("a.rel")
async def on_reason(turn: Turn) -> Message | None:
    if turn.arg not in asking.REASONS:
        raise Refusal("unknown_button")
    return await turn.do(asking.release, turn.subject, load("vi")[f"release.{turn.arg}"])


@router.topic(asking.RELEASE, hears=why)
async def on_reason_said(turn: Turn) -> Response:
    if turn.heard is None or _tells_result(turn):
        return PASS
    if await names_other_work(turn, turn.heard.subject):
        return PASS
    return await turn.do(asking.release, turn.heard.subject, turn.text, voice_of(turn))
