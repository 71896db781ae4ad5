"""What a leader answers to an item of the report: «mục 1 đồng ý», «số 2 để tuần sau»."""

from collections.abc import Sequence
from dataclasses import replace

from actions.assignments import draft_looks
from actions.details import answers
from actions.details.answers import ReportAnswer
from actions.matters import concluding
from actions.matters.concluding import item_of
from domain.access import Permission, Role
from domain.letters import Message
from domain.matters import Need
from domain.refusals import Refusal
from handlers.kit.addressee import chosen
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.matters.concluding import read_conclusion, understood
from handlers.matters.stepping import on_line, under_card
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


async def bare_item(turn: Turn) -> Response:
    """«4 để giao ban bàn», «1 là việc gì», where the report is spoken of."""
    said, asked = turn.reading.bare_item, await _asked(turn)
    if said is None or not set(said.numbers) <= set(asked):
        return PASS
    return await _answered(turn, [said])


async def _answered(turn: Turn, said: Sequence[ReportLinesSaid]) -> Response:
    if said[0].way == "show":
        return await turn.see(answers.open_item, said[0].numbers[0])
    if len(said) == 1 and len(said[0].numbers) == 1 and said[0].way == answers.DECIDE:
        return await _decide(turn, said[0].numbers[0], _answer(turn, said[0]))
    several = [await _with_what_it_becomes(turn, _answer(turn, one)) for one in said]
    return await turn.do(answers.answer, several)


async def _with_what_it_becomes(turn: Turn, one: ReportAnswer) -> ReportAnswer:
    """A conclusion among several: what is in doubt about it is named beside the others."""
    if one.event != answers.DECIDE or one.lacks:
        return one
    try:
        return replace(one, concluded=await understood(turn, one.words))
    except Refusal as doubt:
        return replace(one, lacks=doubt.code)


async def _decide(turn: Turn, number: int, said: ReportAnswer) -> Message | None:
    """One item: its conclusion is read back with what it becomes, beside what waits already."""
    item = await turn.see(answers.to_conclude, number)
    if not item:
        return await turn.do(answers.answer, [said])
    if not _is_beside_others(turn, item):
        return await read_conclusion(turn, item, said.words)
    return await turn.do(answers.answer, [await _with_what_it_becomes(turn, said)])


def _is_beside_others(turn: Turn, item: int) -> bool:
    """Something else was read back and is not sent yet."""
    return any(
        asked.topic == answers.TOPIC or (asked.topic == concluding.TOPIC and asked.subject != item)
        for asked in turn.waiting
    )


@router.said("answered_by_code", may=Permission.FOLLOW_MATTERS)
async def on_codes(turn: Turn) -> Response:
    """«XK2 đồng ý, XK3 đưa ra giao ban»: of what a leader is asked, by its code."""
    said = turn.reading.answered_by_code
    if not (turn.actor.is_any(Role.LEADER) and turn.actor.may(Permission.READ_DIGEST)):
        return await on_line(turn)
    of = [await turn.see(item_of, one.numbers[0], True) for one in said]
    for item in of:
        if not await turn.see(answers.asked_on, item):
            return await on_line(turn)
    alone = len(of) == 1 and said[0].way == answers.DECIDE and not _is_beside_others(turn, of[0])
    if alone and await turn.see(answers.concludes, of[0]):
        return await read_conclusion(turn, of[0], said[0].words)
    told = [replace(_answer(turn, one), matter=item) for one, item in zip(said, of, strict=True)]
    return await turn.do(answers.answer, [await _with_what_it_becomes(turn, one) for one in told])


@router.reply("matter")
async def on_card(turn: Turn) -> Response:
    """Words right under the card of what a leader is asked: of that, and of nothing else."""
    number = int(turn.card.partition(":")[2])
    leads = turn.actor.is_any(Role.LEADER) and turn.actor.may(Permission.READ_DIGEST)
    way = turn.reading.item_way
    if not (leads and way and way != "show" and await turn.see(answers.asked_on, number)):
        return await under_card(turn, number)
    if way == answers.DECIDE and await turn.see(answers.concludes, number):
        return await read_conclusion(turn, number, turn.text)
    said = replace(_answer(turn, ReportLinesSaid((), way, turn.text)), matter=number)
    return await turn.do(answers.answer, [said])


async def yes_or_no_under_report(turn: Turn) -> Response:
    """«đồng ý» right under a report: of the one thing that it still asks."""
    asked = await _asked(turn)
    if len(asked) == 1:
        return await _decide(turn, asked[0], ReportAnswer(asked, answers.DECIDE, turn.text))
    return await turn.see(answers.which_item) if asked else PASS


async def _asked(turn: Turn) -> list[int]:
    """What the last report still asks of a leader."""
    leads = turn.actor.is_any(Role.LEADER) and turn.actor.may(Permission.READ_DIGEST)
    return await turn.see(answers.open_items) if leads else []


def _answers_a_question(turn: Turn) -> bool:
    """A draft of work has numbered lines of its own."""
    asked = next(iter(turn.open), None)
    drafts = asked is not None and asked.topic == draft_looks.TOPIC
    return asked is not None and (drafts or asked.answers.get("asks") == Need.ANSWER)


def _answer(turn: Turn, one: ReportLinesSaid) -> ReportAnswer:
    due = turn.reading.of(one.words).returns
    day = due.date() if due else None
    lacks = one.way if one.way == "unclear" else ""
    return ReportAnswer(one.numbers, one.way, one.words, day, one.denies, lacks=lacks)


@router.button("d.answer")
async def on_send(turn: Turn) -> Message | None:
    return await turn.do(answers.carry_out, turn.arg)


@router.topic(answers.TOPIC, hears=chosen)
async def on_send_said(turn: Turn) -> Response:
    """«gửi», «đúng» typed instead of tapped."""
    return await turn.do(answers.carry_out) if turn.reading.sends else PASS
