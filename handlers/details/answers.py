"""What a leader answers to an item of the report: «mục 1 đồng ý», «số 2 để tuần sau»."""

from actions.details import answers
from actions.details.answers import Answer
from domain.access import Permission, Role
from domain.letters import Message
from domain.matters import Need
from handlers.kit.addressee import chosen
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.matters.concluding import read_conclusion
from language import ItemSaid

router = Router()


@router.said("report_item")
async def on_item(turn: Turn) -> Response:
    """Of the last report, wherever it is typed; under a question about one thing it is its
    answer."""
    said = turn.reading.items
    if not await _asked(turn) or _answers_a_question(turn):
        return PASS
    if said[0].way == "show":
        return await turn.see(answers.open_item, said[0].numbers[0])
    if len(said) == 1 and len(said[0].numbers) == 1 and said[0].way == answers.DECIDE:
        return await _decide(turn, said[0].numbers[0], _answer(turn, said[0]))
    return await turn.do(answers.answer, [_answer(turn, one) for one in said])


async def _decide(turn: Turn, number: int, said: Answer) -> Message | None:
    """One item: its conclusion is read back with what it becomes."""
    if item := await turn.see(answers.to_conclude, number):
        return await read_conclusion(turn, item, said.words)
    return await turn.do(answers.answer, [said])


async def yes_or_no_under_report(turn: Turn) -> Response:
    """«đồng ý» right under a report: of the one thing that it still asks."""
    asked = await _asked(turn)
    if len(asked) == 1:
        return await _decide(turn, asked[0], Answer(asked, answers.DECIDE, turn.text))
    return await turn.see(answers.which_item) if asked else PASS


async def _asked(turn: Turn) -> list[int]:
    """What the last report still asks of a leader."""
    leads = turn.actor.is_any(Role.LEADER) and turn.actor.may(Permission.READ_DIGEST)
    return await turn.see(answers.open_items) if leads else []


def _answers_a_question(turn: Turn) -> bool:
    asked = next(iter(turn.waiting), None)
    return asked is not None and asked.answers.get("asks") == Need.ANSWER


def _answer(turn: Turn, one: ItemSaid) -> Answer:
    due = turn.reading.of(one.words).due.at
    day = due.date() if due else None
    return Answer(one.numbers, one.way, one.words, day, one.denies)


@router.button("d.answer")
async def on_send(turn: Turn) -> Message | None:
    return await turn.do(answers.carry_out, turn.arg)


@router.topic(answers.TOPIC, hears=chosen)
async def on_send_said(turn: Turn) -> Response:
    """«gửi», «đúng» typed instead of tapped."""
    return await turn.do(answers.carry_out) if turn.reading.sends else PASS
