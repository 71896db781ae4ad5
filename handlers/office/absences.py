"""Absence in the chat: «t5 nghỉ, Mai làm thay», «đi làm lại»."""

from actions.assignments import asking, behalf
from actions.assignments.whom import colleagues
from actions.office import absences
from actions.questions import leave
from actions.registrations import looking
from domain.absences import AbsenceSaid
from domain.access import Permission
from domain.dialogue import Expectation, Hears
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()
TAKES_DAYS = frozenset(
    {absences.TOPIC, asking.EXTENSION, asking.RELEASE, behalf.TOPIC, "work.block"}
)
"""Questions to which «mai em nghỉ» may be the answer."""


@router.said("absence", may=Permission.OWN_WORK)
async def on_away(turn: Turn) -> Response:
    """Where it is asked why, or until when, days alone may be the answer."""
    said, newest = turn.reading.absence, next(iter(turn.open), None)
    if said is None or turn.card:
        return PASS
    if newest and newest.topic in TAKES_DAYS and not said.stand_in:
        return PASS
    found = await meanwhile(turn, said)
    return await turn.do(absences.say_away, said.first, said.last, found, half=said.half)


@router.said("away_on_free_day", may=Permission.OWN_WORK)
async def on_free_day(turn: Turn) -> Response:
    """«nghỉ t7»: nothing to write down, unless they are to come on a day out."""
    said = turn.reading.away_when_nobody_works
    if said is None or turn.card or turn.waiting:
        return PASS
    places = await turn.see(looking.own_ahead)
    if places:
        return PASS
    raise Refusal("absence_free_day", day=said.first)


@router.said("away_asked", may=Permission.SEE_SCHEDULE)
async def on_asked(turn: Turn) -> Response:
    """«mai ai nghỉ»"""
    days = turn.reading.away_asked
    return await turn.see(absences.who_is_away, *days) if days else PASS


async def meanwhile(
    turn: Turn, said: AbsenceSaid, before: tuple[int, ...] = ()
) -> tuple[int, ...]:
    """Who does the work; of which Thursday «nghỉ thứ 5» is on a Thursday, is asked."""
    if said.or_today:
        raise Refusal("absence_which_week", day=said.first)
    return await _named(turn, said.stand_in) if said.stand_in else before


async def _named(turn: Turn, words: str) -> tuple[int, ...]:
    found = turn.reading.of(words).names(await turn.see(colleagues))
    if not found:
        raise Refusal("no_such_colleague", words=words)
    return (found.one,) if found.one is not None else found.among


def _ears(_: Expectation) -> frozenset[Hears]:
    """A name, a yes, or that nobody is needed, which is no «thôi»."""
    return frozenset({Hears.NAME, Hears.CHOICE, Hears.YES})


@router.topic(absences.TOPIC, hears=_ears)
async def on_answer(turn: Turn) -> Response:
    """A yes, or the name of who does the work meanwhile; what is said again, alike, is the yes
    that stands before it, and otherwise changes what was read back. «thôi» leaves it; words in
    passing leave it as it stands."""
    kept = turn.heard.answers if turn.heard else {}
    agreed = turn.reading.after_yes
    said = turn.reading.of(agreed or turn.reading.after_no or turn.text)
    if turn.reading.needs_nobody and not kept.get(absences.NAMED):
        return await turn.do(absences.go_away)
    if turn.reading.plainly == "yes":
        return await _agreed(turn)
    if said.absence:
        return await _said_again(turn, said.absence, agreed=bool(agreed))
    if turn.heard and turn.reading.yes_no == "no":
        return await turn.do(leave, turn.heard)
    if turn.reading.leaves or turn.reading.needs_nobody:
        return await _shown_again(turn)
    found = said.names(await turn.see(colleagues))
    return PASS if found.one is None else await turn.do(absences.name_stand_in, found.one)


async def _agreed(turn: Turn) -> Message | None:
    """A yes to «Ai làm thay?» names nobody: it is asked once more."""
    kept = turn.heard.answers if turn.heard else {}
    if kept.get(absences.NAMED):
        return await turn.do(absences.go_away)
    return await _shown_again(turn)


async def _shown_again(turn: Turn) -> Message | None:
    kept = turn.heard.answers if turn.heard else {}
    found = tuple(filter(None, [kept["stand_in"]]))
    days = (kept["first"], kept["last"], found, kept.get("whose"))
    return await turn.do(absences.say_away, *days, half=bool(kept.get("half")))


async def _said_again(turn: Turn, said: AbsenceSaid, *, agreed: bool) -> Message | None:
    kept = turn.heard.answers if turn.heard else {}
    before = tuple(filter(None, [kept.get("stand_in")]))
    found = await meanwhile(turn, said, before)
    alike = (said.first, said.last, found) == (kept.get("first"), kept.get("last"), before)
    if agreed and alike:
        return await turn.do(absences.go_away)
    days = (said.first, said.last, found, kept.get("whose"))
    return await turn.do(absences.say_away, *days, half=said.half)


@router.button("away.in")
async def on_stand_in(turn: Turn) -> Message | None:
    return await turn.do(absences.name_stand_in, turn.subject)


@router.button("away.yes")
async def on_yes(turn: Turn) -> Message | None:
    return await turn.do(absences.go_away)


@router.said("back_on", may=Permission.OWN_WORK)
async def on_back_on(turn: Turn) -> Response:
    """«mai em đi làm lại»: of a leave that was only read back, nothing is written down."""
    day = turn.reading.back_on
    if day is None or turn.card:
        return PASS
    if await turn.see(absences.my_leave):
        return await turn.do(absences.back_on, day)
    asked = next((e for e in turn.open if e.topic == absences.TOPIC), None)
    return await turn.do(leave, asked) if asked else PASS


async def stand_in_named(turn: Turn) -> Response:
    """«để Bắc làm thay», of one's own leave that is asked about, or was told: read back."""
    words = "" if turn.card else turn.reading.stand_in_said
    if not words or not turn.actor.may(Permission.OWN_WORK):
        return PASS
    person = turn.reading.of(words).is_name_of(await turn.see(colleagues))
    asked = any(e.topic == absences.TOPIC for e in turn.open)
    if person and asked:
        return await turn.do(absences.name_stand_in, person)
    leave = await turn.see(absences.my_leave)
    if not (person and leave):
        return PASS
    return await turn.do(absences.say_away, leave.first, leave.last, (person,))


@router.button("away.back")
@router.said("back_at_work")
async def on_back(turn: Turn) -> Message | None:
    return await turn.do(absences.come_back)
