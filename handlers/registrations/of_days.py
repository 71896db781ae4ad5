"""«t7 và cn cho e 2 suất», «hủy chủ nhật giúp em»: a day that is named is that day."""

from collections.abc import Collection
from datetime import date

from actions.registrations import leaving, looking
from domain.access import Permission
from domain.hours import SPOKEN_OF
from domain.menus import side_of
from handlers.kit.router import PASS, Response
from handlers.kit.turn import Turn
from handlers.registrations.registering import go, reach, show

GIVES_UP = frozenset({"no", "unsure"})
COMES = frozenset({"yes", "several"})


async def places_named(turn: Turn, places: list[int]) -> list[int]:
    """One's own places on the days that are named; all where none is."""
    days = turn.reading.days_ahead
    own = await turn.see(looking.own_days) if days else {}
    return [one for one in places if own.get(one) in days] if days else places


async def of_named_days(turn: Turn) -> Response:
    """One place of several is given up; a day on which one has none yet is shown with its button,
    two of them as a list."""
    days = turn.reading.days_ahead
    if not days or turn.actor.person_id is None or side_of(turn.actor) == "staff":
        return PASS
    own, said = await turn.see(looking.own_days), turn.reading.coming(asked=True)
    gone = _gone(turn)
    if gone and own:
        return await _given_up(turn, [one for one, day in own.items() if day in gone])
    new = [day for day in days if day not in own.values()]
    if not new or not (said in COMES or turn.reading.wants_a_place):
        return PASS
    found = await turn.see(looking.open_on, new)
    if len(found) == 1 and len(days) == 1:
        return await show(turn, found[0])
    return await turn.see(looking.coming_on, found)


async def _given_up(turn: Turn, meant: list[int]) -> Response:
    if len(meant) == 1:
        return await (await reach(turn, "registration", meant[0])).do(leaving.ask_cancel, meant[0])
    return await turn.see(looking.which_to_leave if meant else looking.my_registrations)


def _gone(turn: Turn) -> Collection[date]:
    """The days on which somebody does not come."""
    gives_up = turn.reading.coming(asked=True) in GIVES_UP
    return turn.reading.days_ahead if gives_up else turn.reading.days_given_up


async def takes_the_shown(turn: Turn) -> Response:
    """«tôi đi», «ok tôi đăng ký» of a colleague, just after the card of a day: a tap on it."""
    said = turn.reading
    comes = said.coming(asked=False) == "yes" or said.wants_a_place
    if not comes or said.asks or said.has_lines or said.numbers or said.days_ahead or turn.card:
        return PASS
    opened = turn.recognition.posters.of(turn.user_id, turn.now, SPOKEN_OF)
    if opened is None or opened.mark or side_of(turn.actor) != "staff":
        return PASS
    return await go(turn, opened.activity_id)


async def of_ones_own_place(turn: Turn) -> Response:
    """«thứ 7 này tôi bận, hủy giúp» of a colleague who has a place on that very day, and a place
    where something is held that they name: none of it is of their work, which a number names."""
    if turn.reading.numbers_of_work:
        return PASS
    named = turn.actor.person_id is not None and not turn.card and turn.reading.when
    gone = _gone(turn) if named else ()
    own = await turn.see(looking.own_days) if gone else {}
    if meant := [one for one, day in own.items() if day in gone]:
        return await _given_up(turn, meant)
    if turn.reading.says_done:
        return PASS
    shown = await at_a_named_place(turn)
    return shown if shown is not PASS else await takes_the_shown(turn)


async def at_a_named_place(turn: Turn) -> Response:
    """«thứ 7 này tôi cũng đi Bình Ngọc», «đăng ký đi Trà Cổ», also of a colleague: the open day
    that is held there is shown with its button."""
    if turn.actor.person_id is None or turn.card or not turn.reading.goes_somewhere:
        return PASS
    reading = turn.reading
    group = reading.people_who_go or reading.figures or reading.group
    if group and group.people > 1 and turn.actor.may(Permission.REGISTER_GROUP):
        return PASS
    opened = await turn.see(looking.named_ahead)
    on = turn.reading.days_ahead
    return await _shown(turn, {one for one, day in opened.days.items() if not on or day in on})


async def another_of_ones_own(turn: Turn) -> Response:
    """«đổi sang buổi 5/12 cho e», «chuyển qua Trà Cổ được không» of somebody who has a place: the
    day that is named is shown with its button; nobody moves a day out by that."""
    if turn.actor.person_id is None or side_of(turn.actor) == "staff":
        return PASS
    own, opened = await turn.see(looking.own_days), await turn.see(looking.named_ahead)
    on = [day for day in turn.reading.days_ahead if day not in own.values()]
    if on:
        found = [one for one, day in opened.days.items() if day in on]
        if len(found) == 1:
            return await show(turn, found[0])
        return await turn.see(looking.coming_on, found) if found else PASS
    return await _shown(turn, {*opened.days})


async def rather_elsewhere(turn: Turn) -> Response:
    """«cho e xin chuyển qua Bình Ngọc», where nobody else heard it."""
    return await another_of_ones_own(turn) if turn.reading.would_rather else PASS


async def _shown(turn: Turn, among: Collection[int]) -> Response:
    """The only one of these days whose name, or place, stands in the line."""
    opened = await turn.see(looking.named_ahead)
    names = {one: opened.names[one] for one in among}
    named = turn.reading.place_named(turn.reading.with_parts(names))
    if named is None:
        return PASS
    return await show(turn, named)
