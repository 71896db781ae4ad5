"""What a leader says under the weekly report: thanks, an order, an opinion, a question; and what
is none of these is read back, with whom it goes to, before anybody hears it."""

from actions.assignments import asking, doubts, lists
from actions.assignments import words as verdicts
from actions.assignments.whom import colleagues, sections
from actions.conclusions import remarks
from actions.digest import readers
from actions.matters.lists import followed
from actions.office.roster import heads_of
from domain.access import Permission, Role
from domain.assignments import Assignment
from domain.dialogue import Hears
from domain.hours import SPOKEN_OF
from domain.letters import Message
from domain.matter_kinds import DECISION
from domain.refusals import Refusal
from handlers.assignments.addressed import orders_somebody
from handlers.assignments.giving import loose_lines
from handlers.conclusions.items import bare_item, yes_or_no_under_report
from handlers.digest.report import OVERDUE, on_period_asked, report_under
from handlers.kit.addressee import chosen
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.reply("digest")
async def on_reply(turn: Turn) -> Response:
    """A word written right under the report."""
    return await _heard(turn, report_under(turn))


@router.topic(remarks.SAY, hears=Hears.LINE)
async def on_say(turn: Turn) -> Response:
    """The same where it was asked for just now; what comes later is of something else."""
    return await _heard(turn, turn.about) if _is_fresh(turn) else PASS


@router.topic(remarks.WORD, hears=Hears.LINE)
async def on_word(turn: Turn) -> Response:
    """«Ý kiến» about one line of the report."""
    if not _is_fresh(turn):
        return PASS
    to = await _whom(turn)
    return await turn.do(remarks.say_of, turn.about, turn.text, to)


def _is_fresh(turn: Turn) -> bool:
    reply = turn.message.reply_to if turn.message else None
    heard = turn.heard
    asked = heard is not None and reply is not None and heard.asked_in == reply.id
    fresh = heard is None or heard.at is None or turn.now - heard.at <= SPOKEN_OF
    return asked or fresh


async def _heard(turn: Turn, report: int) -> Response:
    if turn.reading.thanks:
        return Message("digest.thanked_back")
    for read in (_period, _item, _ordered, _opinion, _why_late):
        if (answer := await read(turn, report)) is not PASS:
            return answer
    return await _said(turn, report)


async def _period(turn: Turn, _: int) -> Response:
    """«còn quý 4 thì sao»: that report."""
    return await on_period_asked(turn)


async def _item(turn: Turn, _: int) -> Response:
    """«1 là việc gì», «4 để giao ban bàn»"""
    return await bare_item(turn)


async def _ordered(turn: Turn, _: int) -> Response:
    """«giao Nhàn xử lý 149, báo cáo thứ 4»: work, as anywhere else."""
    given = await orders_somebody(turn)
    return given if given is not PASS else await loose_lines(turn)


async def _opinion(turn: Turn, _: int) -> Response:
    return await yes_or_no_under_report(turn) if turn.reading.agrees_with else PASS


async def _why_late(turn: Turn, report: int) -> Response:
    """«vì sao quá hạn 3»"""
    if not (turn.reading.asks and turn.reading.names_late):
        return PASS
    return await turn.see(readers.open_part, report, OVERDUE)


async def _said(turn: Turn, report: int) -> Message | None:
    asked = turn.reading.asks_whom(await turn.see(colleagues))
    if asked:
        return await turn.see(remarks.asked_what, asked.one, asked.among)
    work, to = await _work_named(turn), await _whom(turn)
    if work is None:
        return await turn.do(remarks.say, report, turn.text, to)
    asks = turn.reading.asks or turn.reading.asks_about is not None
    lead = work.lead_id if asks and work.lead_id != turn.actor.person_id else None
    return await turn.do(remarks.say_of, work.id, turn.text, to or lead)


async def _work_named(turn: Turn) -> Assignment | None:
    """The one piece of work whose number stands in the line."""
    numbers = turn.reading.numbers
    if len(numbers) != 1 or not turn.actor.is_any(Role.LEADER):
        return None
    return await turn.see(verdicts.numbered, min(numbers))


async def _whom(turn: Turn) -> int | None:
    named = turn.reading.said_to(await turn.see(colleagues)).one
    return None if named == turn.actor.person_id else named


@router.said("waits_for_me", may=Permission.DECIDE_WORK)
async def on_waits(turn: Turn) -> Message | None:
    """«có gì chờ tôi không»: work to decide, else what the report asks."""
    found = await turn.see(lists.to_approve)
    asks = found.facts["empty"] and turn.actor.is_any(Role.LEADER)
    return await turn.see(followed, DECISION.code) if asks else found


@router.said("directed_of", may=Permission.DECIDE_WORK)
async def on_directed_of(turn: Turn) -> Response:
    """«ý kiến chỉ đạo 139: giao TTVĐ gặp lại 6 hộ»: to the head of the section that it names,
    else to whoever leads that work; read back."""
    if turn.reading.directed_of is None:
        return PASS
    number, what = turn.reading.directed_of
    about = await turn.see(lists.find, number)
    if not turn.actor.is_any(Role.LEADER):
        return await turn.do(doubts.ask_word, about.id, turn.text)
    said = turn.reading.of(what).section_ordered(await turn.see(sections))
    heads = await turn.see(heads_of, said.unit) if said else []
    others = [one for one in (*heads[:1], about.lead_id) if one != turn.actor.person_id]
    to, due = next(iter(others), None), turn.reading.of(what).due.at
    return await turn.do(remarks.say_of, about.id, what, to, due)


@router.said("word_to", may=Permission.READ_DIGEST)
async def on_word_to(turn: Turn) -> Response:
    """«nhắn chị Mây: xong việc 3 đi nhé»: read back, and nobody's work; «139 chuyển lời cho
    Nam đi» does not say what: that is asked."""
    told = turn.reading.word_to(await turn.see(colleagues))
    if told is None or told.person == turn.actor.person_id:
        return PASS
    work = await _work_named(turn)
    if not told.words:
        its_lead = work is not None and work.lead_id == told.person
        return await turn.do(asking.ask_question, work.id) if work and its_lead else PASS
    if work and work.lead_id == told.person:
        return await turn.do(remarks.say_of, work.id, told.words, told.person)
    report = await turn.see(readers.last_sent)
    if not report:
        raise Refusal("no_report_to_speak_of")
    return await turn.do(remarks.say, report, told.words, told.person)


@router.button("d.said")
async def on_send(turn: Turn) -> Message | None:
    return await turn.do(remarks.send, turn.subject, turn.arg)


@router.topic(remarks.CHECK, hears=chosen)
async def on_send_said(turn: Turn) -> Response:
    """«gửi» typed instead of tapped."""
    return await turn.do(remarks.send, turn.about) if turn.reading.sends else PASS
