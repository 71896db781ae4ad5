"""Orders to work by its number, one or several in a line: «duyệt 141, 143», «147 thêm Hoa»."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from actions.assignments import at_once, managing
from actions.assignments.at_once import NumberSaid
from actions.assignments.draft_looks import TOPIC as DRAFT
from actions.assignments.drafting import MOST_ROWS
from actions.assignments.whom import colleagues
from domain.access import Permission
from domain.assignments import Assignment
from domain.letters import Message
from domain.people import Person
from domain.refusals import Refusal
from handlers.kit.addressee import chosen
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from language import NumberOrder

router = Router()
WORK = ("", "assignment", "given", "bundle", "listed", "report", "request", "several", "morning")
"""What was spoken of just now, where «147 thôi» is no figure put right."""


@router.said("number_orders", may=Permission.ASSIGN)
async def on_orders(turn: Turn) -> Response:
    """All is read back; of the one that is called off without a word why that is asked."""
    orders = turn.reading.number_orders
    found = await turn.see(at_once.known, [one.number for one in orders])
    if not found or _of_a_draft(turn, orders):
        return PASS
    if len(orders) > 1:
        return await _asked(turn, orders, found)
    [one], [a] = orders, found.values()
    if _is_told(turn, one, a):
        return PASS
    if one.what == "cancel" and not one.note:
        return await turn.do(managing.ask_reason, a.id, "cancel")
    return await _asked(turn, orders, found)


async def _asked(
    turn: Turn, orders: Sequence[NumberOrder], found: Mapping[int, Assignment]
) -> Response:
    people = await turn.see(colleagues)
    wanted = [_wanted(turn, one, found.get(one.number), people) for one in orders]
    named = [one for one in wanted if one]
    return await turn.do(at_once.ask, named) if len(named) == len(orders) else PASS


def _wanted(
    turn: Turn, one: NumberOrder, a: Assignment | None, people: Sequence[Person]
) -> NumberSaid | None:
    """Nothing where somebody is named whom nobody knows. What goes along is said of this number,
    and never of another one."""
    person = turn.reading.of(one.who).is_name_of(people) if one.who else None
    if one.who and person is None:
        return None
    needs_words = one.what in ("back", "cancel", "hand")
    note = one.note or (one.said if needs_words else "")
    return NumberSaid(one.number, one.what, _due(turn, one, a), person, note)


def _due(turn: Turn, one: NumberOrder, a: Assignment | None) -> datetime | None:
    """The day that is named, or so many days later than now; a report that goes back may bring
    its own."""
    if one.what == "back":
        return turn.reading.of(one.note).new_limit
    if not one.day:
        return None
    read = turn.reading.of(one.day)
    later = turn.reading.more_time(one.day).wished(a.due_at) if a else None
    due = read.due.at or later
    if due is None:
        raise Refusal("matter_day")
    return due


def _of_a_draft(turn: Turn, orders: Sequence[NumberOrder]) -> bool:
    """«12 thôi» under a draft is of its line."""
    small = all(one.number <= MOST_ROWS for one in orders)
    return small and any(asked.topic == DRAFT for asked in turn.waiting[:1])


def _is_told(turn: Turn, one: NumberOrder, a: Assignment) -> bool:
    """Of what one leads for another one tells what was done; «147 thôi» is a figure where numbers
    of people are asked for, or were just told."""
    of_work = turn.spoken_of.partition(":")[0] in WORK
    short = one.what == "cancel" and not one.note and turn.reading.only_figures
    told = one.what == "back" and turn.actor.person_id == a.lead_id
    return told or (short and bool(turn.open or not of_work))


@router.said("approve_all", may=Permission.ASSIGN)
async def on_all(turn: Turn) -> Response:
    """«duyệt hết», «duyệt hết trừ 149»: each of them is shown before."""
    waiting = await turn.see(at_once.all_waiting)
    numbers = [number for number in waiting if number not in turn.reading.all_but]
    if not numbers:
        return Message("work.none_to_approve")
    return await turn.do(at_once.ask, [NumberSaid(number) for number in numbers])


async def passed_by_name(turn: Turn) -> Response:
    """«của Bình đạt cả», «cái giấy mời thì ok»: of what waits, read back."""
    of = turn.reading.of(turn.reading.passed_by_name)
    if not of.text or turn.card or not turn.actor.may(Permission.ASSIGN):
        return PASS
    found = await turn.see(at_once.reported)
    person = of.is_name_of(await turn.see(colleagues))
    chosen = of.choice_among([a.title for a in found]) or ()
    meant = [a for a in found if a.lead_id == person] or [found[place] for place in chosen]
    return await turn.do(at_once.ask, [NumberSaid(a.number) for a in meant]) if meant else PASS


@router.button("v.at_once")
async def on_send(turn: Turn) -> Message | None:
    return await turn.do(at_once.carry_out, turn.arg)


@router.topic(at_once.TOPIC, hears=chosen)
async def on_send_said(turn: Turn) -> Response:
    """«gửi» typed instead of tapped."""
    return await turn.do(at_once.carry_out) if turn.reading.sends else PASS
