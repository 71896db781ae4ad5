"""Orders to work by its number, one or several in a line: «duyệt 141, 143», «147 thêm Hoa»."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from actions.assignments import at_once, managing, verdicts, words
from actions.assignments.at_once import NumberSaid
from actions.assignments.draft_looks import TOPIC as DRAFT
from actions.assignments.drafting import MOST_ROWS
from actions.assignments.whom import colleagues
from domain.access import Permission
from domain.assignments import Assignment
from domain.letters import Message
from domain.people import Person
from domain.refusals import Refusal
from handlers.assignments.several import said_of_one
from handlers.kit.addressee import chosen
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from language import NumberOrder

router = Router()
WORK = ("", "assignment", "given", "bundle", "listed", "report", "request", "several", "morning")
"""What was spoken of just now, where «147 thôi» is no figure put right."""

TOLD_OF_ONES_OWN = ("word", "move", "back", "refuse")
"""«150 lùi t6» of what one leads for another is a wish, and no order."""


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
    return await _needs_more(turn, one, a) or await _asked(turn, orders, found)


async def _needs_more(turn: Turn, one: NumberOrder, a: Assignment) -> Message | None:
    """Why it is called off, goes back or goes to another, or until when, where the line does not
    say."""
    if one.what == "cancel" and not one.note:
        return await turn.do(managing.ask_reason, a.id, "cancel")
    person = turn.reading.of(one.who).is_name_of(await turn.see(colleagues)) if one.who else None
    if one.what == "hand" and not one.note and person:
        return await turn.do(managing.ask_hand_why, a.id, person, "", _due(turn, one, a))
    waiting = {w.kind: w.id for w in await turn.see(words.waiting_of, a.id)}
    if one.what == "back" and not one.note and "report" in waiting:
        return await turn.do(verdicts.ask_return, waiting["report"])
    if one.what == "grant" and not (one.day or one.who or waiting or one.note):
        return await turn.do(managing.ask_new_due, a.id)
    return None


async def _asked(
    turn: Turn,
    orders: Sequence[NumberOrder],
    found: Mapping[int, Assignment],
    before: Sequence[str] = (),
) -> Response:
    people = await turn.see(colleagues)
    orders = _with_remarks(turn, orders, people)
    wanted = [await _wanted(turn, one, found.get(one.number), people) for one in orders]
    if all(one.what == at_once.UNCLEAR for one in wanted):
        return PASS
    return await turn.do(at_once.ask, wanted, [*before, turn.text])


def _with_remarks(
    turn: Turn, orders: Sequence[NumberOrder], people: Sequence[Person]
) -> Sequence[NumberOrder]:
    """«147 đạt, viết gọn lắm»: «viết gọn» is nobody who does it; the words go along with the
    verdict before them."""
    kept = list[NumberOrder]()
    for one in orders:
        last = kept[-1] if kept else None
        nobody = one.who and turn.reading.of(one.who).is_name_of(people) is None
        passed = last and last.number == one.number and last.what == at_once.APPROVE
        if last and passed and nobody and not turn.reading.of(one.said).numbers:
            kept[-1] = replace(last, note=", ".join(filter(None, (last.note, one.said))))
        else:
            kept.append(one)
    return kept


async def _wanted(
    turn: Turn, one: NumberOrder, a: Assignment | None, people: Sequence[Person]
) -> NumberSaid:
    """Not clear where somebody is named whom nobody knows. What goes along is said of this number,
    and never of another one."""
    person = turn.reading.of(one.who).is_name_of(people) if one.who else None
    if one.who and person is None and one.what == "nudge":
        return NumberSaid(one.number, "word", note=one.said)
    if one.who and person is None:
        return NumberSaid(one.number, at_once.UNCLEAR, note=one.said)
    if a and _leads(turn, a) and one.what in TOLD_OF_ONES_OWN:
        words = one.said if a.number in turn.reading.of(one.said).numbers else ""
        each = await said_of_one(turn, a, one.number, words or f"{one.number} {one.said}")
        return NumberSaid(one.number, at_once.OWN, note=one.said, each=each)
    needs_words = one.what in ("back", "cancel", "hand")
    note = one.note or (one.said if needs_words else "")
    return NumberSaid(one.number, one.what, _due(turn, one, a), person, note)


def _due(turn: Turn, one: NumberOrder, a: Assignment | None) -> datetime | None:
    """The day that is named, or so many days later than now; a report that goes back may bring
    its own, and so may the condition of a yes."""
    if one.what == "back":
        return turn.reading.of(one.note).new_limit
    if not one.day:
        return turn.reading.until(one.note) if one.what in ("grant", "approve") else None
    read = turn.reading.of(one.day)
    later = turn.reading.more_time(one.day).wished(a.due_at) if a else None
    due = None if read.says_two_days else read.due.at or later
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
    told = one.what in TOLD_OF_ONES_OWN and _leads(turn, a)
    return told or (short and bool(turn.open or not of_work))


def _leads(turn: Turn, a: Assignment) -> bool:
    """What another gave them is told of, and not ordered."""
    return turn.actor.person_id == a.lead_id != a.assigner_id


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
    if not of.text or turn.card:
        return PASS
    found = await turn.see(at_once.reported)
    person = of.is_name_of(await turn.see(colleagues))
    chosen = of.choice_among([a.title for a in found]) or ()
    meant = [a for a in found if a.lead_id == person] or [found[place] for place in chosen]
    return await turn.do(at_once.ask, [NumberSaid(a.number) for a in meant]) if meant else PASS


@router.question(at_once.TOPIC)
async def on_mended(turn: Turn) -> Response:
    """«à nhầm, 148 chứ», «149 t6 chứ» under what was read back: that one is another, and all of
    it is read back again."""
    lines = turn.heard.answers.get("lines", ()) if turn.heard else ()
    orders = turn.reading.orders_mended(lines)
    if not orders:
        return PASS
    found = await turn.see(at_once.known, [one.number for one in orders])
    return await _asked(turn, orders, found, lines)


@router.button("v.at_once")
async def on_send(turn: Turn) -> Message | None:
    return await turn.do(at_once.carry_out, turn.arg)


@router.topic(at_once.TOPIC, hears=chosen)
async def on_send_said(turn: Turn) -> Response:
    """«gửi» typed instead of tapped."""
    return await turn.do(at_once.carry_out) if turn.reading.sends else PASS
