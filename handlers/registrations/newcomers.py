"""What somebody types under a poster before the first tap: «đồng ý», «tôi 58 tuổi», «Trà Cổ»."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from actions.registrations import entering, looking
from domain.consent import ADULTS_FROM, Age, age_of
from domain.hours import SPOKEN_OF
from domain.letters import Message, Press, Rows
from domain.menus import side_of
from domain.posters import Newcomer, Posters
from handlers.kit.router import PASS, Response
from handlers.kit.turn import Turn
from handlers.registrations.registering import (
    notice_answered,
    offered,
    open_activity,
    reach,
    register,
    remember_age,
    remember_poster,
    stays_away,
    too_young,
)
from language import Company, NewcomerSaid

ABOUT_A_DAY = frozenset({"coming_up", "my_registrations", "check_in", "activity_question"})


async def under_poster(turn: Turn) -> Response:
    """What was said of the poster that was opened last; what is missing yet is asked. Of whoever
    is known it is only while it is fresh, and a colleague means much else besides."""
    known = turn.actor.person_id is not None
    life = SPOKEN_OF if known else Posters.LIFE
    opened = turn.recognition.posters.of(turn.user_id, turn.now, life)
    if opened is None:
        return PASS
    there = await reach(turn, "activity", opened.activity_id)
    called = await _called(there, opened)
    point, along = turn.reading.place_named(called), turn.reading.along(called)
    said = turn.reading.newcomer_at(called) if known else _said(turn, called)
    if known or turn.reading.asks:
        said = replace(said, name="")
    if said.refuses:
        return await stays_away(turn)
    if not (said or point or along):
        colleague = side_of(turn.actor) == "staff"
        return PASS if colleague else await _told(turn, there, opened)
    now = _with(_heard(opened, said, point), along)
    if now.age is Age.CHILD:
        return await too_young(turn)
    remember_poster(turn, now)
    return await _next(turn, there, now)


async def day_called(turn: Turn) -> Response:
    """«cho em đk dọn biển», «đăng ký làm sạch kênh mương, 17 tuổi»: a day by words of its name,
    unless it is the one that was opened last; of several that are called so each has a button."""
    ahead = await turn.see(looking.named_ahead)
    found = turn.reading.called_loosely(ahead.names)
    opened = turn.recognition.posters.of(turn.user_id, turn.now)
    if not found or (opened and opened.activity_id in found):
        return PASS
    if len(found) > 1:
        return await turn.see(looking.coming_on, found)
    day = Newcomer(found[0])
    there = await reach(turn, "activity", found[0])
    called = await _called(there, day)
    point, along = turn.reading.place_named(called), turn.reading.along(called)
    now = _with(_heard(day, _said(turn, called), point), along)
    if now.age is Age.CHILD:
        return await too_young(turn)
    return await _noticed(turn, now)


def _said(turn: Turn, called: Mapping[int, Sequence[str]]) -> NewcomerSaid:
    """Of somebody whom nobody knows yet an age counts among whatever else they say."""
    said = turn.reading.newcomer_at(called)
    return said if said.years is not None else replace(said, years=turn.reading.age_told)


async def _called(there: Turn, opened: Newcomer) -> Mapping[int, Sequence[str]]:
    whole = await there.see(entering.points_called, opened.activity_id)
    return there.reading.with_parts(whole)


async def names_point(turn: Turn) -> bool:
    """«Bình Ngọc» has as many letters as a code; under a poster it is a point of it."""
    opened = turn.recognition.posters.of(turn.user_id, turn.now)
    if opened is None:
        return False
    there = await reach(turn, "activity", opened.activity_id)
    return turn.reading.place_named(await _called(there, opened)) is not None


async def unknown_words(turn: Turn) -> Response:
    """The same words from somebody who opened no poster: the days that are open."""
    said = _said(turn, {})
    if not (said or turn.reading.intent in ABOUT_A_DAY or turn.reading.asks):
        return PASS
    if said.years is not None and (age := age_of(said.years, under=said.under)):
        remember_age(turn, age)
        if age is Age.CHILD:
            return await too_young(turn)
    shown = await turn.see(looking.coming_up)
    code = turn.reading.intent == "check_in" or None
    return replace(shown, facts={**shown.facts, "code": code})


def _heard(opened: Newcomer, said: NewcomerSaid, point: int | None) -> Newcomer:
    """«có», after the yes, says that one is of age: that is what is asked then."""
    answers = said.enough or (said.agrees and opened.agrees and said.years is None)
    years = ADULTS_FROM if answers and opened.age is None else said.years
    age = age_of(years, under=said.under) if years is not None else opened.age
    agrees = opened.agrees or said.agrees
    name, point_id = said.name or opened.name, point or opened.point_id
    return replace(opened, agrees=agrees, age=age, point_id=point_id, name=name)


def _with(now: Newcomer, along: Company | None) -> Newcomer:
    if along is None or along.fewer:
        return now
    return replace(now, adults=along.adults, children=along.children)


async def _next(turn: Turn, there: Turn, now: Newcomer) -> Message | None:
    """The tap that the words stand for, or what is still missing for it."""
    thing, id_ = ("point", now.point_id) if now.point_id else ("activity", now.activity_id)
    if not now.mark and turn.actor.person_id is None:
        return await _noticed(turn, now)
    if not now.mark:
        return await register(turn, thing, id_, "")
    if now.agrees and now.age:
        return await register(turn, thing, id_, f"{now.age}.{now.mark}")
    facts = await there.see(entering.poster_facts, now.activity_id, now.point_id)
    notice_answered(turn)
    missing = "age" if now.agrees else "yes" if now.age else "both"
    told = {"name": now.name, "adults": now.adults or None, "little": now.children or None}
    return Message(f"activity.newcomer.{missing}", {**facts, **told}, _buttons(now))


async def _noticed(turn: Turn, now: Newcomer) -> Message:
    """Who saw the day's card alone reads the notice first; an age and a point stay said."""
    notice = await open_activity(turn, now.activity_id)
    opened = turn.recognition.posters.of(turn.user_id, turn.now)
    read = replace(now, mark=opened.mark if opened else "", agrees=False)
    remember_poster(turn, read)
    return replace(notice, buttons=_buttons(read)) if read.mark else notice


async def _told(turn: Turn, there: Turn, opened: Newcomer) -> Message:
    """Whatever else is said or asked: what is known of the day, and how one registers."""
    facts = await there.see(entering.poster_facts, opened.activity_id)
    kind = "code" if turn.reading.intent == "check_in" else "told"
    return Message(f"activity.newcomer.{kind}", facts, _buttons(opened))


def _buttons(now: Newcomer) -> Rows:
    if not now.mark:
        return ((Press("s.go", now.activity_id),),)
    verb, id_ = ("s.at", now.point_id) if now.point_id else ("s.yes", now.activity_id)
    if now.age:
        arg = f"{now.age}.{now.mark}"
        return ((Press(verb, id_, arg, label="@button.s.yes"), Press("s.no", now.activity_id)),)
    return offered(verb, id_, now.mark, now.activity_id)
