"""What volunteers type instead of tapping: «có đi», «con ốm không đi được», «tập trung ở đâu»."""

from collections.abc import Awaitable, Callable, Mapping

from actions.assignments.typed import Wish
from actions.desk import Action
from actions.meant import ask_meant
from actions.registrations import groups, leaving, looking, registering, reminding, seating
from actions.roll import absences, disputing
from actions.turnout import weekend
from domain.access import Permission
from domain.dialogue import Expectation, Hears
from domain.letters import Message
from domain.menus import side_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.registrations.of_days import (
    at_a_named_place,
    of_named_days,
    places_named,
    rather_elsewhere,
    takes_the_shown,
)
from handlers.registrations.questions import yes_and_question
from handlers.registrations.registering import reach
from handlers.registrations.standing_in import tell_organiser

router = Router()
CHOSEN: Mapping[str, Action[..., Message | None]] = {
    "register": reminding.come,
    "unregister": reminding.stay,
    "late": reminding.late,
    "question": looking.own_place,
}
"""What is done for each choice."""
Answer = Callable[[Turn, int], Awaitable[Message | None]]


@router.topic(reminding.EVENING_TOPIC, hears=Hears.CHOICE)
@router.question(reminding.EVENING_TOPIC)
async def on_evening(turn: Turn) -> Response:
    """«Ngày mai có đi được không?»: a clear no frees the place, with a way back."""
    undecided = turn.reading.reply("activity").intent == "later"
    if (both := await yes_and_question(turn, turn.about)) is not PASS:
        return both
    if (counted := await _company(turn, [turn.about])) is not PASS:
        return counted
    said = _coming(turn) or ("later" if undecided else "")
    return await _doubted(turn, said) or await _answered(turn, EVENING, said)


async def _doubted(turn: Turn, said: str) -> Message | None:
    """«chồng em bận rồi», «nếu không mưa em đi»: asked before a place is kept or given up."""
    sure = turn.reading.certainty("activity")
    acts = said in ("yes", "no", "late") and not turn.reading.bare_coming
    unclear = not said and turn.reading.reply("activity").intent == "unknown"
    if not sure.loud or not (acts or unclear or said == "later"):
        return None
    choices = [intent for intent in sure.choices if intent in CHOSEN]
    kept = {"text": turn.text, "room": "activity", "about": turn.about, "choices": choices}
    there = await reach(turn, "registration", turn.about)
    return await there.do(ask_meant, kept, turn.incoming.number)


async def meant_of_day(said: Turn, waited: Expectation, intent: str) -> Wish:
    """What was chosen for the words, of the place that they are about."""
    return Wish(CHOSEN[intent], (int(waited.answers["about"]),))


@router.question(leaving.CANCEL_TOPIC)
async def on_cancel(turn: Turn) -> Response:
    """«Hủy đăng ký?»: «ừ», and «hủy đi», give the place up; «không», and «vẫn đi», keep it, and so
    does «em có đi», though it reads as a yes. A yes that comes after something else is asked."""
    bare = turn.reading.bare_coming
    late = turn.heard is not None and turn.heard.passed_by and not turn.incoming.pressed
    if bare == "yes" and late:
        return PASS
    if turn.reading.cancels_it and not late:
        return await _answered(turn, CANCEL, "leave")
    if bare and not turn.reading.comes:
        return await _answered(turn, CANCEL, {"yes": "leave", "no": "keep"}[bare])
    said = _coming(turn)
    return await _answered(turn, CANCEL, "keep" if said == "yes" else said)


@router.question(leaving.BACK_TOPIC)
async def on_back(turn: Turn) -> Response:
    """«nhầm, mai em đi được», «đk lại giúp em» after a no; a mere «ok» is only politeness."""
    if turn.reading.bare_coming:
        return PASS
    again = turn.reading.intent == "coming_up"
    return await _answered(turn, BACK, "yes" if again else _coming(turn))


@router.question(seating.OFFER_TOPIC)
async def on_offer(turn: Turn) -> Response:
    """«nhận chỗ», «ok nhan», «có đi»: the place on offer is taken."""
    return await _answered(turn, OFFER, turn.reading.takes_place or _coming(turn))


@router.question(absences.ABSENT)
async def on_absent(turn: Turn) -> Response:
    """«em có đi mà sao ghi vắng»: looked at again, which harms nobody."""
    return await _answered(turn, ABSENT, "yes" if turn.reading.was_there else "")


def _coming(turn: Turn) -> str:
    return turn.reading.coming(asked=True)


async def _answered(turn: Turn, answers: Mapping[str, Answer], said: str) -> Response:
    place = turn.about
    if said not in answers:
        return PASS
    return await answers[said](await reach(turn, "registration", place), place)


async def _company(turn: Turn, places: list[int]) -> Response:
    """«nhom em 3 nguoi nhe», «mai em di, 1 ban om, con 2 nguoi»: how many is read back, of the
    only day, or the day is asked; a yes that stands beside it counts."""
    told = turn.reading.along({})
    if not told or turn.reading.asks or turn.actor.person_id is None or not places:
        return PASS
    if len(places) > 1:
        return await turn.see(looking.which_company, told.adults, told.children, told.more)
    there = await reach(turn, "registration", places[0])
    if turn.reading.others_come:
        return await there.see(registering.without_you, places[0])
    along = (told.adults, told.children, told.way)
    comes = turn.about and (told.alone or _coming(turn) in ("yes", "several"))
    changed = await there.see(registering.changes_company, places[0], *along)
    if comes and not changed:
        return await _come(there, places[0])
    if not changed and (told.alone or told.fewer):
        return await _where(there, places[0])
    if comes:
        return await there.do(reminding.come_as, places[0], *along)
    return await there.do(registering.read_company, places[0], *along)


async def loose_day(turn: Turn) -> Response:
    """A line that nobody asked for, about the only day its writer has ahead."""
    for read in (of_named_days, at_a_named_place, takes_the_shown, rather_elsewhere):
        if (named := await read(turn)) is not PASS:
            return named
    if turn.actor.person_id is not None and turn.reading.along({}):
        counted = await _company(turn, await places_named(turn, await turn.see(looking.own_ahead)))
        if counted is not PASS:
            return counted
    said = turn.reading.coming(asked=False)
    if said not in EVENING or turn.actor.person_id is None:
        return PASS
    if said in GIVES_UP and (group := await _of_group(turn)):
        return group
    if said in GIVES_UP and (led := await _of_led_point(turn)) is not PASS:
        return led
    places = await turn.see(looking.own_ahead)
    if len(places) == 1 and said in LOOSE:
        return await LOOSE[said](await reach(turn, "registration", places[0]), places[0])
    if places and said in GIVES_UP:
        return await turn.see(looking.which_to_leave)
    if not places and side_of(turn.actor) != "staff":
        return await turn.see(looking.coming_up)
    return await turn.see(looking.my_registrations) if places else PASS


async def _of_led_point(turn: Turn) -> Response:
    """Who leads a point and cannot come leaves it to nobody in silence."""
    return await tell_organiser(turn) if turn.actor.may(Permission.REPORT_TURNOUT) else PASS


async def _of_group(turn: Turn) -> Message | None:
    """Who brought a group for a day ahead is asked whether it, or they themselves, stay away."""
    if not turn.actor.may(Permission.REGISTER_GROUP):
        return None
    day, named = await turn.see(weekend.group_stands), turn.reading.day_ahead
    if day is None or (named and (await turn.see(weekend.days_ahead)).days.get(day) != named):
        return None
    return await turn.see(groups.ask_who_leaves, day)


@router.said("leave_day")
async def on_leave_day(turn: Turn) -> Response:
    """«hủy đăng ký»: of an activity, also for whoever has work of their own to give back."""
    if turn.actor.person_id is None:
        return PASS
    if group := await _of_group(turn):
        return group
    if (named := await of_named_days(turn)) is not PASS:
        return named
    places = await turn.see(looking.own_ahead)
    if len(places) == 1:
        return await _sure(await reach(turn, "registration", places[0]), places[0])
    return await turn.see(looking.which_to_leave) if places else PASS


async def _come(there: Turn, place: int) -> Message | None:
    return await there.do(reminding.come, place)


async def _stay(there: Turn, place: int) -> Message | None:
    return await there.do(reminding.stay, place)


async def _sure(there: Turn, place: int) -> Message | None:
    return await there.do(leaving.ask_cancel, place)


async def _leave(there: Turn, place: int) -> Message | None:
    return await there.do(leaving.cancel, place)


async def _stay_registered(there: Turn, place: int) -> Message | None:
    return await there.do(leaving.stay_registered, place)


async def _back(there: Turn, place: int) -> Message | None:
    return await there.do(leaving.come_back, place)


async def _take(there: Turn, place: int) -> Message | None:
    return await there.do(seating.take, place)


async def _pass(there: Turn, place: int) -> Message | None:
    return await there.do(seating.decline, place)


async def _late(there: Turn, place: int) -> Message | None:
    return await there.do(reminding.late, place)


async def _family(there: Turn, place: int) -> Message | None:
    return await there.do(registering.ask_family, place)


async def _come_with(there: Turn, place: int) -> Message | None:
    return await there.do(reminding.come_with, place)


async def _think(there: Turn, place: int) -> Message | None:
    return await there.see(reminding.not_sure_yet, place)


async def _where(there: Turn, place: int) -> Message | None:
    return await there.see(looking.own_place, place)


async def _dispute(there: Turn, place: int) -> Message | None:
    return await there.do(disputing.dispute, place)


GIVES_UP = frozenset({"no", "unsure"})
LOOSE: Mapping[str, Answer] = {
    "no": _sure,
    "unsure": _sure,
    "late": _late,
    "where": _where,
    "family": _family,
}
EVENING: Mapping[str, Answer] = {
    **LOOSE,
    "yes": _come,
    "no": _stay,
    "several": _come_with,
    "later": _think,
}
CANCEL: Mapping[str, Answer] = {
    "leave": _leave,
    "no": _leave,
    "unsure": _leave,
    "keep": _stay_registered,
}
BACK: Mapping[str, Answer] = {"yes": _back}
OFFER: Mapping[str, Answer] = {"yes": _take, "no": _pass}
ABSENT: Mapping[str, Answer] = {"yes": _dispute}
