"""What a leader answers to an item of the report: «mục 1 đồng ý», «số 2 để tuần sau»."""

from collections.abc import Sequence
from dataclasses import replace

from actions.assignments import draft_looks
from actions.assignments.whom import colleagues
from actions.conclusions import answering, items
from actions.conclusions.answering import ReportAnswer
from actions.conclusions.items import item_of
from actions.matters.lists import open_matter
from domain.access import Permission, Role
from domain.dialogue import Hears
from domain.letters import Message
from domain.matters import Need
from domain.refusals import Refusal
from handlers.conclusions.concluding import read_conclusion, understood
from handlers.kit.addressee import chosen
from handlers.kit.buttons import number_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from language import ReportLinesSaid

router = Router()
REPORT = "digest:"


@router.said("report_item")
async def on_item(turn: Turn) -> Response:
    """Of the last report, wherever it is typed; under a question about one thing, and under a
    card of one, it is said of that."""
    of_another = turn.card and not turn.card.startswith(REPORT)
    if of_another or not await _asked(turn) or _answers_a_question(turn):
        return PASS
    return await _answered(turn, turn.reading.items)


@router.said("item_asked", may=Permission.READ_DIGEST)
async def on_item_asked(turn: Turn) -> Response:
    """«hỏi anh Điền đã»: of the one item that is his; of several it is asked which."""
    if turn.card or turn.open or not _leads(turn):
        return PASS
    whom = turn.reading.asks_whom(await turn.see(colleagues)).one
    numbers = await turn.see(items.open_items_of, whom) if whom else []
    if len(numbers) == 1:
        return await _read(turn, [ReportAnswer(numbers, "inquire", turn.text)])
    return await turn.see(items.which_item) if numbers else PASS


async def bare_item(turn: Turn) -> Response:
    """«4 để giao ban bàn», «1 là việc gì», where the report is spoken of."""
    said = turn.reading.bare_item
    if said is None or not set(said.numbers) <= set(await _asked(turn)):
        return PASS
    return await _answered(turn, [said])


async def _answered(turn: Turn, said: Sequence[ReportLinesSaid]) -> Response:
    if said[0].way == "show":
        return await turn.see(items.open_item, said[0].numbers[0])
    return await _read(turn, [_answer(turn, one) for one in said])


async def _read(turn: Turn, said: Sequence[ReportAnswer]) -> Message | None:
    return await turn.do(answering.answer, [await _with_what_it_becomes(turn, o) for o in said])


async def _with_what_it_becomes(turn: Turn, one: ReportAnswer) -> ReportAnswer:
    """What is in doubt about a conclusion is said where it is one; words that give somebody work,
    or more time, are no mere note."""
    if one.event not in (answering.DECIDE, answering.OPEN) or one.lacks:
        return one
    try:
        said = await understood(turn, one.words)
    except Refusal as doubt:
        return one if one.event == answering.OPEN else replace(one, doubt=doubt)
    if one.event == answering.OPEN and not said.becomes_something:
        return one
    return replace(one, event=answering.DECIDE, concluded=said)


async def answered_by_codes(turn: Turn) -> Response:
    """«XK2 đồng ý, XK3 đưa ra giao ban»: of what a leader is asked, by its code."""
    said = turn.reading.answered_by_code
    if not (said and _leads(turn)):
        return PASS
    of = [await turn.see(item_of, one.numbers[0], True) for one in said]
    for item in of:
        if not await turn.see(items.asked_on, item):
            return PASS
    return await _read(
        turn,
        [replace(_answer(turn, one), matter=item) for one, item in zip(said, of, strict=True)],
    )


async def answered_on_card(turn: Turn, number: int) -> Response:
    """Words right under the card of what a leader is asked: of that, and of nothing else."""
    way = turn.reading.item_way
    if not (_leads(turn) and way and way != "show" and await turn.see(items.asked_on, number)):
        return PASS
    said = replace(_answer(turn, ReportLinesSaid((), way, turn.text)), matter=number)
    return await _read(turn, [said])


async def concluded_in_words(turn: Turn, matter_id: int) -> Response:
    """Behind «Kết luận»: a question is answered, and the conclusion waited for; «để tới 9/12»,
    «hỏi anh Điền đã» are what they say."""
    if turn.reading.asks or turn.reading.asks_of:
        return await turn.see(open_matter, matter_id)
    if way := turn.reading.item_opened:
        said = _answer(turn, ReportLinesSaid((), way, turn.text))
        return await _read(turn, [replace(said, matter=matter_id)])
    return await read_conclusion(turn, matter_id, turn.text)


@router.button(items.VERB)
async def on_asked_by(turn: Turn) -> Message | None:
    """«Việc xin ý kiến» under a report: what that report asks."""
    page = number_of(turn) if turn.arg else 0
    return await turn.see(items.asked_by, turn.subject, page)


async def yes_or_no_under_report(turn: Turn) -> Response:
    """«đồng ý» right under a report: of the one thing that it still asks."""
    asked = await _asked(turn)
    if len(asked) == 1:
        return await _read(turn, [ReportAnswer(asked, answering.DECIDE, turn.text)])
    return await turn.see(items.which_item) if asked else PASS


async def _asked(turn: Turn) -> list[int]:
    """What the last report still asks of a leader."""
    return await turn.see(items.open_items) if _leads(turn) else []


def _leads(turn: Turn) -> bool:
    return turn.actor.is_any(Role.LEADER) and turn.actor.may(Permission.READ_DIGEST)


def _answers_a_question(turn: Turn) -> bool:
    """A draft of work has numbered lines of its own; where it is asked what is concluded, another
    item may be named."""
    asked = next(iter(turn.open), None)
    if asked is None or asked.answers.get("event") == answering.CONCLUDE:
        return False
    return asked.topic == draft_looks.TOPIC or asked.answers.get("asks") == Need.ANSWER


def _answer(turn: Turn, one: ReportLinesSaid) -> ReportAnswer:
    due = turn.reading.of(one.words).returns
    day = due.date() if due else None
    lacks = one.way if one.way == "unclear" else ""
    return ReportAnswer(one.numbers, one.way, one.words, day, one.denies, lacks=lacks)


@router.topic(answering.LIMIT, hears=Hears.LINE)
async def on_limit(turn: Turn) -> Response:
    """«báo cáo 18/12»: by when whoever was named is to do it."""
    if turn.heard is None or not turn.reading.due.is_said:
        return PASS
    return await read_conclusion(turn, turn.about, f"{turn.heard.answers['words']}, {turn.text}")


@router.button("d.answer")
async def on_send(turn: Turn) -> Message | None:
    return await turn.do(answering.carry_out, turn.arg)


@router.topic(answering.TOPIC, hears=chosen)
async def on_send_said(turn: Turn) -> Response:
    """«gửi», «đúng» typed instead of tapped."""
    return await turn.do(answering.carry_out) if turn.reading.sends else PASS
