"""Absence of colleagues, as the office or their head tells it: one or several in a line."""

from collections.abc import Sequence

from actions.assignments.whom import colleagues
from actions.office import absences, absences_told
from actions.office.absences_told import ToldAway
from domain.absences import AbsenceSaid
from domain.access import Permission
from domain.letters import Message
from domain.people import Person
from handlers.kit.addressee import chosen
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.office.absences import meanwhile
from language import Away

router = Router()


@router.said("away_told", may=Permission.OWN_WORK)
async def on_told(turn: Turn) -> Response:
    """«Lụa nghỉ t5», «hôm nay Lụa ốm, Bền đi tập huấn 2 ngày»: each must be a colleague. «Nam
    nghỉ sáng nay à?» is answered: who is away then."""
    told, people = turn.reading.away_told, await turn.see(colleagues)
    named = [turn.reading.of(one.called).is_name_of(people) for one in told]
    if turn.card or not all(named) or not any(one.sure and one.said for one in told):
        return await _may_be_work(turn, told, people)
    found = [(who, one) for who, one in zip(named, told, strict=True) if who]
    if len(found) == 1:
        return await _one(turn, *found[0])
    if turn.reading.asks:
        return PASS
    rows = [await _row(turn, who, one.said) for who, one in found if one.said]
    short = [one.words for one in told if one.said is None]
    return await turn.do(absences_told.say_several, rows, short)


async def _may_be_work(turn: Turn, told: Sequence[Away], people: Sequence[Person]) -> Response:
    """«Bền đi tập huấn hôm nay và mai» may be an order: it is a tap beside; what takes a part of
    a day is one."""
    one = told[0]
    person = turn.reading.of(one.called).is_name_of(people)
    whole = len(told) == 1 and one.said and not one.said.half
    plain = person and person != turn.actor.person_id and whole and not turn.card
    able = turn.actor.may(Permission.ASSIGN)
    return await _one(turn, person, one) if plain and person and able else PASS


async def _one(turn: Turn, person: int, one: Away) -> Response:
    said, own = one.said, person == turn.actor.person_id
    if said is None or (own and (turn.reading.asks or not one.sure)):
        return PASS
    if own:
        found = (0,) if one.nobody else await meanwhile(turn, said)
        return await turn.do(absences.say_away, said.first, said.last, found, half=said.half)
    away = await turn.see(absences_told.away_of, person, said.first)
    if turn.reading.asks or (away and turn.reading.may_ask):
        return await turn.see(absences.who_is_away, said.first, said.last)
    found = (0,) if one.nobody else await meanwhile(turn, said)
    days = (said.first, said.last, found, person)
    may_be = "" if one.sure or one.nobody else turn.text
    return await turn.do(absences.say_away, *days, half=said.half, may_be=may_be, slip=one.slip)


async def _row(turn: Turn, person: int, said: AbsenceSaid) -> ToldAway:
    found = await meanwhile(turn, said)
    stand_in = found[0] if len(found) == 1 else None
    return ToldAway(person, said.first, said.last, stand_in, said.half)


@router.button("away.all")
async def on_all(turn: Turn) -> Message | None:
    return await turn.do(absences_told.go_several)


@router.topic(absences_told.TOPIC, hears=chosen)
async def on_all_said(turn: Turn) -> Response:
    """«đúng» typed instead of tapped."""
    return await turn.do(absences_told.go_several) if turn.reading.sends else PASS


@router.said("away_dropped", may=Permission.OWN_WORK)
async def on_dropped(turn: Turn) -> Response:
    """«bỏ nghỉ của Bền», «mai Bền đi làm bình thường»: read back where something of theirs is
    written down; else it may be an order."""
    dropped = turn.reading.away_dropped
    if dropped is None or turn.card or turn.reading.asks:
        return PASS
    called, day = dropped
    person = turn.reading.of(called).is_name_of(await turn.see(colleagues))
    if person is None or not await turn.see(absences_told.away_of, person, day):
        return PASS
    return await turn.do(absences_told.ask_back, person, day)


@router.button("away.there")
async def on_there(turn: Turn) -> Message | None:
    return await turn.do(absences_told.bring_back)


@router.topic(absences_told.BACK, hears=chosen)
async def on_there_said(turn: Turn) -> Response:
    return await turn.do(absences_told.bring_back) if turn.reading.sends else PASS
