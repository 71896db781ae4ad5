"""«KL 1: đồng ý gia hạn 27/11, Nhàn làm việc UBND, báo cáo t6»: read back, then sent."""

from dataclasses import replace
from datetime import datetime

from actions.assignments.whom import colleagues
from actions.conclusions import concluded, unconcluding
from actions.conclusions.answering import CONCLUDE, ReportAnswer, answer, set_chair
from actions.conclusions.items import item_of
from domain.access import Permission
from domain.conclusions import Concluded
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.buttons import number_of
from handlers.kit.named import assigned
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from language import ConclusionSaid, Due

router = Router()


@router.said("concluded", may=Permission.FOLLOW_MATTERS)
async def on_concluded(turn: Turn) -> Response:
    said = turn.reading.conclusion
    if said is None:
        return PASS
    if said.several:
        raise Refusal("one_conclusion")
    item = await turn.see(item_of, said.number, said.by_code)
    return await read_conclusion(turn, item, said.words)


async def read_conclusion(turn: Turn, matter_id: int, words: str) -> Message | None:
    said = ReportAnswer((), CONCLUDE, words, matter=matter_id)
    return await turn.do(answer, [replace(said, concluded=await understood(turn, words))])


async def understood(turn: Turn, words: str) -> Concluded:
    """What they become."""
    people = await turn.see(colleagues)
    said = turn.reading.of(words).concluded(people)
    names = {person.id: person.name for person in people}
    read = _concluded(words, said, names)
    if not (read.lead_id or read.until):
        told = await assigned(turn, words)
        due = told.due or turn.reading.of(words).due.at
        read = replace(read, unit_id=told.unit_id, due=due if told.unit_id else None)
    return read


def _concluded(words: str, said: ConclusionSaid, names: dict[int, str]) -> Concluded:
    """One lead, one limit; what is in doubt is not guessed."""
    called = [one.one for one in said.leads]
    if len(said.leads) > 1:
        who = [names[n] for one in said.leads for n in (one.one, *one.among) if n]
        raise Refusal("one_lead", names=", ".join(who))
    if said.leads and called[0] is None:
        among = ", ".join(names[n] for n in said.leads[0].among)
        raise Refusal("which_lead", names=among)
    until = _day(said.until) if said.until else None
    lead = called[0] if called else None
    return Concluded(words, until, lead, said.what, _day(said.due) if lead else None)


def _day(due: Due) -> datetime | None:
    if due.past:
        raise Refusal("due_past", due=due.past)
    if due.readings or due.missing:
        raise Refusal("matter_day")
    return due.at


@router.button("m.chair")
async def on_chair(turn: Turn) -> Message | None:
    return await turn.do(set_chair, number_of(turn))


@router.said("last_conclusions", may=Permission.READ_DIGEST)
async def on_asked(turn: Turn) -> Response:
    """«kết luận tuần trước tới đâu rồi», «tôi quyết gì rồi»: as they stand now."""
    return await turn.see(concluded.concluded_now)


@router.said("conclusions_alone", may=Permission.READ_DIGEST)
async def on_all(turn: Turn) -> Response:
    """«kết luận»: all of them, unless it is a step of what is being spoken of."""
    return PASS if turn.words_wanted or turn.card else await turn.see(concluded.concluded_now)


@router.button(concluded.VERB)
async def on_page(turn: Turn) -> Message | None:
    return await turn.see(concluded.concluded_now, turn.subject)


@router.button("m.unconclude")
async def on_taken_back(turn: Turn) -> Message | None:
    return await turn.do(unconcluding.take_back_conclusion, turn.subject)


async def last_concluded(turn: Turn) -> datetime | None:
    """When something was concluded last, where it is fresh."""
    may = turn.actor.may(Permission.FOLLOW_MATTERS)
    return (await turn.see(unconcluding.last_concluded))[1] if may else None


async def last_concluded_back(turn: Turn) -> Response:
    found, _ = await turn.see(unconcluding.last_concluded)
    return await turn.do(unconcluding.take_back_conclusion, found) if found else PASS
