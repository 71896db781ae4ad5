"""Putting right what was said: a sent report, or a «no» that may mean several things."""

from actions.assignments import (
    asking,
    completion,
    correcting,
    doubts,
    elsewhere,
    leading,
    lists,
    reports,
    told_wrong,
    typed,
)
from actions.assignments.whom import colleagues
from domain.access import Permission
from domain.assignments import Assignment
from domain.dialogue import Expectation, Hears
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.addressee import chosen
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()
ANSWER = "work.answer"


async def mended(turn: Turn) -> Response:
    """«sai rồi, 2 nhà»: about one's own report that nobody has judged, never about other work."""
    said = turn.reading.correction
    report = await turn.see(correcting.waiting_report, said.number) if said else None
    if said is None or report is None:
        return PASS
    if not said.words:
        return await turn.see(reports.open_report, report)
    before = await turn.see(completion.words_of, report)
    read = (turn.reading, turn.reading.of(said.words))
    right = next(filter(None, (one.with_right_number(before) for one in read)), "")
    if not right and said.words == turn.text.strip():
        return PASS
    right = right or turn.reading.of(said.words).with_right_words(before)
    return await turn.do(correcting.ask_fix, report, right)


async def more_told(turn: Turn) -> Response:
    """«160 thêm 5 bộ rồi, tổng 35», of one's own report that nobody has judged: beside what was
    told, read back."""
    number = None if turn.reading.asks else turn.reading.leading_number
    report = await turn.see(correcting.waiting_report, number) if number else None
    if report is None or not turn.reading.of(turn.reading.after_number).tells_a_result:
        return PASS
    before = await turn.see(completion.words_of, report)
    told = "; ".join(filter(None, (before, turn.reading.after_number)))
    return await turn.do(correcting.ask_fix, report, told)


async def number_mended(turn: Turn) -> Response:
    """«nhầm, 38 thôi», of what was just written down about one's own work."""
    said = turn.reading.correction
    last = await turn.see(elsewhere.said_last) if said and said.number is None else None
    if said is None or last is None:
        return PASS
    a, read = await turn.see(typed.one, last.about), turn.reading.of(said.words)
    right = read.share_of(last.words)
    if right is None and last.percent is not None:
        right = next(filter(None, (read.share_alone, read.share_right(a.title, last.words))), None)
    if right is not None:
        return await turn.do(leading.progress, last.about, right)
    words = turn.reading.with_right_number(last.words)
    if words is None:
        return PASS
    if last.percent is not None:
        right = turn.reading.of(words).meaning("assignment").slots.get("percent", last.percent)
        return await turn.do(leading.progress, last.about, right, words)
    if last.blocks:
        return await turn.do(leading.block_anew, last.about, words, last.words)
    return await turn.do(leading.note, last.about, words)


async def figure_mended(turn: Turn) -> Response:
    """«139 hôm qua ghi nhầm, 4/6 hộ»: of one's own work, however long ago it was told; read back,
    and a question that is open stays open."""
    said = turn.reading.correction
    if not (said and turn.actor.may(Permission.OWN_WORK)):
        return PASS
    right = turn.reading.of(said.words) if said.words else None
    a = await _told_of(turn, said.number or right.leading_number) if right else None
    was = await turn.see(told_wrong.told_before, a.id) if a else None
    if a is None or right is None or was is None:
        return PASS
    percent = right.share_right(a.title, was.words)
    if percent is not None:
        return await turn.do(told_wrong.ask_right, was, percent, right.text)
    words = turn.reading.with_right_number(was.words)
    return PASS if words is None else await turn.do(told_wrong.ask_right, was, None, words)


async def _told_of(turn: Turn, number: int | None) -> Assignment | None:
    """The work of one's own that is named; else what the question is about, or the card."""
    mine = await turn.see(lists.my_open)
    if number:
        return next((a for a in mine if a.number == number), None)
    asked = turn.heard.subject if turn.heard and turn.heard.topic == ANSWER else None
    about = await turn.see(asking.asked_about, asked) if asked else _under(turn)
    return next((a for a in mine if a.id == about), None)


def _under(turn: Turn) -> int:
    kind, _, number = turn.card.partition(":")
    return int(number) if kind == "assignment" else 0


@router.button("a.right")
async def on_right(turn: Turn) -> Message | None:
    return await turn.do(told_wrong.put_right, turn.subject, turn.arg)


@router.topic(told_wrong.TOPIC, hears=chosen)
async def on_right_said(turn: Turn) -> Response:
    """«đúng» typed instead of tapped."""
    return await turn.do(told_wrong.put_right, turn.about) if turn.reading.sends else PASS


@router.said("elsewhere", may=Permission.OWN_WORK)
async def on_elsewhere(turn: Turn) -> Response:
    """«à nhầm việc 157 chứ không phải 152»: what was just said goes over to the other, and so does
    what is asked."""
    said, mine = turn.reading.elsewhere, await turn.see(lists.my_open)
    right = next((a.id for a in mine if said and a.number == said.right), None)
    newest = next(iter(turn.open), None)
    if right and newest and newest.topic in elsewhere.ASKED and newest.subject != right:
        return await turn.do(elsewhere.ask_elsewhere, newest.topic, newest.subject, right)
    last = await turn.see(elsewhere.said_last, said.wrong) if said and right else None
    if right is None or said is None or (last and last.about == right):
        return PASS
    if last is None:
        raise Refusal("nothing_just_said", number=said.right)
    words = turn.reading.of(last.words).after_number
    return await turn.do(elsewhere.put_elsewhere, last.about, right, words, turn.text)


@router.said("not_hindered", may=Permission.OWN_WORK)
async def on_not_hindered(turn: Turn) -> Response:
    """«nhầm, không phải vướng đâu», just after an obstacle was written down."""
    about = await turn.see(elsewhere.hindered_last)
    return await turn.do(elsewhere.note_instead, about, turn.text) if about else PASS


@router.said("recall_report", may=Permission.OWN_WORK)
async def on_recall_said(turn: Turn) -> Response:
    """«rút lại báo cáo vừa rồi»: it is a draft again; one that was never sent is dropped, and
    «hủy báo cáo này» means that one first."""
    [number] = turn.reading.drops_report or turn.reading.recalls_report or (None,)
    draft = await _unsent(turn, number)
    if draft and turn.reading.drops_report:
        return await turn.do(completion.leave_unsent, draft)
    looked_for = (correcting.waiting_report, number) if number else (correcting.last_waiting,)
    if report := await turn.see(*looked_for):
        return await turn.do(correcting.recall, report)
    if draft:
        return await turn.do(completion.leave_unsent, draft)
    raise Refusal("no_report_waits", number=number)


async def _unsent(turn: Turn, number: int | None) -> int:
    """The newest report that was read back and not sent, of this number if any."""
    called = {a.id for a in await turn.see(lists.my_open) if number in (None, a.number)}
    drafts = (e for e in turn.waiting if e.topic == completion.TOPIC and e.subject in called)
    return next((int(e.answers.get(completion.READ, 0)) for e in drafts), 0)


@router.said("drop_proof", may=Permission.OWN_WORK)
async def on_proof_dropped(turn: Turn) -> Message | None:
    return await turn.do(completion.drop_proof)


async def ask_the_lead(turn: Turn) -> Response:
    """«sao việc 139 chậm thế»: a word to whoever leads it, «hỏi chị Nhàn 141» to whom it names,
    read back before it goes; of what its reader does not follow that is said."""
    number = turn.reading.asks_about or _only_number(turn)
    if not number or not turn.actor.may(Permission.OWN_WORK):
        return PASS
    about = await turn.see(typed.led_by_another, number)
    if about is None and await turn.see(typed.is_given, number):
        await turn.see(lists.find, number)
    if about is None:
        return PASS
    asks = turn.reading.asks or bool(turn.reading.asks_about)
    return await turn.do(doubts.ask_word, about, turn.text, await hears_it(turn), asks=asks)


async def hears_it(turn: Turn) -> int | None:
    """«144 Bắc chậm, Mây nhắc», «hỏi chị Nhàn 141 với 143»: whom the words are said to."""
    named = turn.reading.said_to(await turn.see(colleagues)).one
    return None if named == turn.actor.person_id else named


def _only_number(turn: Turn) -> int | None:
    """«chị Hoa ơi 150 xong chưa»: of the one piece of work that a question names."""
    named = turn.reading.numbers if turn.reading.asks else ()
    return min(named) if len(named) == 1 else None


@router.button("c.recall")
async def on_recall(turn: Turn) -> Message | None:
    return await turn.do(correcting.recall, turn.subject)


@router.button("c.fix")
async def on_fix(turn: Turn) -> Message | None:
    return await turn.do(correcting.fix, turn.subject)


@router.button("c.leave")
async def on_leave(turn: Turn) -> Message | None:
    return await turn.do(correcting.leave, turn.subject)


@router.topic(correcting.TOPIC, hears=chosen)
async def on_fix_said(turn: Turn) -> Response:
    """«đúng» or «thôi» typed instead of tapped."""
    if turn.heard is None or not turn.reading.plainly:
        return PASS
    deed = correcting.fix if turn.reading.sends else correcting.leave
    return await turn.do(deed, turn.heard.subject)


def _offered(asked: Expectation) -> frozenset[Hears]:
    """A plain yes too, where only one thing is offered beside leaving it."""
    return (
        chosen(asked)
        if "n.drop" in asked.answers.get("offered", ())
        else frozenset({Hears.CHOICE})
    )


@router.button("n.block", "n.anew", "n.release", "n.heir", "n.note", "n.say", "n.drop")
async def on_settle(turn: Turn) -> Message | None:
    return await turn.do(doubts.settle, turn.subject, turn.verb)


@router.topic(doubts.TOPIC, hears=_offered)
async def on_settle_said(turn: Turn) -> Response:
    """«vướng», «không nhận», «đúng», «ừ chuyển đi», «thôi» typed instead of tapped."""
    if turn.heard is None:
        return PASS
    offered, way = turn.heard.answers["offered"], turn.reading.way_meant
    passed_on = way == "say" and offered[0] in ("n.say", "n.heir")
    agreed = passed_on or (turn.reading.sends and "n.drop" in offered)
    verb = offered[0] if agreed else f"n.{way}"
    if verb not in offered:
        return PASS
    return await turn.do(doubts.settle, turn.heard.subject, verb)
