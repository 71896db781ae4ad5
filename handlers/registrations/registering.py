"""«Buổi tới», «Đã đăng ký» and everything a volunteer taps on the way to a place."""

from dataclasses import replace

from actions.registrations import entering, guardians, leaving, looking, registering, seating
from domain.consent import Age, Purpose, address_of
from domain.hours import SPOKEN_OF
from domain.letters import Message, Place, Press, Rows
from domain.posters import Newcomer
from domain.refusals import Refusal
from domain.registrations import Caller
from handlers.kit.buttons import number_of
from handlers.kit.notices import locale_of, read, shown
from handlers.kit.router import Router
from handlers.kit.turn import Turn

router = Router()


@router.link("act")
async def on_link(turn: Turn) -> Message | None:
    """From a poster or a shared link."""
    if not turn.args.isdecimal() or len(turn.args) > 15:
        raise Refusal("link_unknown")
    return await open_activity(turn, int(turn.args))


@router.button("s.go", lane="activity")
async def on_go(turn: Turn) -> Message | None:
    return await go(turn, turn.subject)


async def go(turn: Turn, activity_id: int) -> Message | None:
    """«Đăng ký» on an announcement: the notice first, unless one agreed before; there where one
    just said that one goes."""
    said = turn.recognition.posters.of(turn.user_id, turn.now, SPOKEN_OF)
    there = said.point_id if said and said.activity_id == activity_id else 0
    thing, id_ = ("point", there) if there else ("activity", activity_id)
    tap = await turn.see(entering.tapped, thing, id_)
    if tap.agreed:
        return await _taken(turn, tap, id_, "")
    notice = await open_activity(turn, activity_id)
    opened = _opened(turn)
    if not (there and opened.mark):
        return notice
    remember_poster(turn, replace(opened, point_id=there))
    return replace(notice, buttons=offered("s.at", there, opened.mark, activity_id))


async def open_activity(turn: Turn, activity_id: int) -> Message:
    there = await reach(turn, "activity", activity_id)
    message = await there.see(entering.welcome, activity_id)
    if message.card:
        remember_poster(turn, Newcomer(activity_id))
        return message
    mark = shown(there, Purpose.LIST, message.facts).mark
    remember_poster(turn, Newcomer(activity_id, mark))
    return replace(message, buttons=offered("s.yes", activity_id, mark, activity_id))


def remember_poster(turn: Turn, opened: Newcomer) -> None:
    turn.recognition.posters.remember(turn.user_id, opened, turn.now)
    if opened.age:
        remember_age(turn, opened.age)


def remember_age(turn: Turn, age: Age) -> None:
    """A pupil is no «anh/chị», before anything is kept of them either."""
    turn.recognition.addresses.remember(turn.user_id, address_of(age))


def offered(verb: str, id_: int, mark: str, activity_id: int) -> Rows:
    """Under a notice: consent and age in one tap, of the activity or of a point of it."""
    adult = Press(verb, id_, f"18.{mark}", label="@button.s.adult")
    minor = Press(verb, id_, f"16.{mark}", label="@button.s.minor")
    return (adult, minor), (Press("s.u16", activity_id), Press("s.no", activity_id))


@router.button("s.yes", lane="activity")
async def on_yes(turn: Turn) -> Message | None:
    """Consent and age together; nothing is kept until the point is chosen."""
    return await register(turn, "activity", turn.subject, turn.arg)


@router.button("s.at", lane="point")
async def on_point(turn: Turn) -> Message | None:
    return await register(turn, "point", turn.subject, turn.arg)


async def register(turn: Turn, thing: str, id_: int, arg: str) -> Message | None:
    """Register where there is one point; where there are several, ask which."""
    return await _taken(turn, await turn.see(entering.tapped, thing, id_), id_, arg)


async def _taken(turn: Turn, tap: entering.Tapped, id_: int, arg: str) -> Message | None:
    there = turn.at(tap.office_id)
    notice_answered(turn, tap.point_id or 0)
    if tap.point_id is None:
        points = await there.see(entering.choose_point, id_, arg)
        remember_poster(turn, _agreed(_opened(turn), id_, arg))
        return replace(points, place=Place.EDIT if turn.press else Place.NEW)
    answer = await _registered(there, tap, tap.point_id, arg)
    turn.recognition.posters.forget(turn.user_id)
    return answer


def notice_answered(turn: Turn, point_id: int = 0) -> None:
    """Whatever asked for this yes, or for this point, by its buttons asks no more."""
    day = _opened(turn).activity_id
    turn.chose(("s.no", day), ("s.go", day), ("s.at", point_id))


def _opened(turn: Turn) -> Newcomer:
    """What was said so far: how one is called, who comes along."""
    return turn.recognition.posters.of(turn.user_id, turn.now) or Newcomer(0)


def _agreed(opened: Newcomer, activity_id: int, arg: str) -> Newcomer:
    """Only the point is missing yet: it may be typed."""
    age, _, mark = arg.partition(".")
    known = Age(age) if age in (Age.ADULT, Age.MINOR) else None
    return replace(opened, activity_id=activity_id, mark=mark, agrees=True, age=known, point_id=0)


async def _registered(
    there: Turn, tap: entering.Tapped, point_id: int, arg: str
) -> Message | None:
    if not arg:
        return await there.do(registering.register, point_id, caller(there))
    age, _, mark = arg.partition(".")
    if age not in (Age.ADULT, Age.MINOR):
        raise Refusal("unknown_button")
    seen = None if tap.agreed else await read(there, Purpose.LIST, mark, tap.blanks)
    return await there.do(registering.register, point_id, caller(there), seen, Age(age))


def caller(turn: Turn) -> Caller:
    """Whoever registers; the message that was tapped becomes their card."""
    who, message = turn.incoming.sender, turn.message if turn.press else None
    opened = _opened(turn)
    name = opened.name or (who.name if who else "")
    under = message.id if message else None
    locale, along = locale_of(turn), (opened.adults, opened.children)
    return Caller(turn.user_id, name, locale, under, *along)


@router.button("s.no")
async def stays_away(turn: Turn) -> Message | None:
    notice_answered(turn)
    turn.recognition.posters.forget(turn.user_id)
    return Message("activity.declined", place=Place.EDIT if turn.press else Place.NEW)


@router.button("s.u16")
async def too_young(turn: Turn) -> Message | None:
    notice_answered(turn)
    turn.recognition.posters.forget(turn.user_id)
    remember_age(turn, Age.CHILD)
    return Message("activity.under_16", place=Place.EDIT if turn.press else Place.NEW)


@router.command("buoitoi")
@router.label("activity.next")
@router.said("coming_up")
async def on_next(turn: Turn) -> Message | None:
    return await turn.see(looking.coming_up)


@router.command("dangky")
@router.label("activity.mine")
@router.said("my_registrations")
@router.button("s.mine")
async def on_mine(turn: Turn) -> Message | None:
    return await turn.see(looking.my_registrations)


@router.button("s.see")
async def on_see(turn: Turn) -> Message | None:
    return await show(turn, turn.subject)


async def show(turn: Turn, activity_id: int) -> Message | None:
    """The card of a day; who says just after it that they come means this one."""
    there = await reach(turn, "activity", activity_id)
    message = await there.see(looking.see, activity_id)
    open_to_them = any(press.verb == "s.go" for row in message.buttons for press in row)
    if open_to_them:
        before = _opened(turn)
        now = before if before.activity_id == activity_id else Newcomer(activity_id)
        remember_poster(turn, replace(now, point_id=await _named(there, activity_id)))
    return message


async def _named(there: Turn, activity_id: int) -> int:
    """The point of this day that the line names, if it does."""
    if not there.text:
        return 0
    called = await there.see(entering.points_called, activity_id)
    return there.reading.place_named(there.reading.with_parts(called)) or 0


@router.button("s.take")
async def on_take(turn: Turn) -> Message | None:
    return await (await own(turn)).do(seating.take, turn.subject)


@router.button("s.pass")
async def on_pass(turn: Turn) -> Message | None:
    return await (await own(turn)).do(seating.decline, turn.subject)


@router.button("s.off")
async def on_off(turn: Turn) -> Message | None:
    return await (await own(turn)).do(leaving.ask_cancel, turn.subject)


@router.button("s.offyes")
async def on_cancel(turn: Turn) -> Message | None:
    return await (await own(turn)).do(leaving.cancel, turn.subject)


@router.button("s.keep")
async def on_stay(turn: Turn) -> Message | None:
    return await (await own(turn)).do(leaving.stay_registered, turn.subject)


@router.button("s.back")
async def on_back(turn: Turn) -> Message | None:
    return await (await own(turn)).do(leaving.come_back, turn.subject)


@router.button("s.move")
async def on_move(turn: Turn) -> Message | None:
    return await (await own(turn)).see(registering.other_points, turn.subject)


@router.button("s.to")
async def on_to(turn: Turn) -> Message | None:
    return await (await own(turn)).do(registering.move, turn.subject, number_of(turn))


@router.button("s.ics")
async def on_calendar(turn: Turn) -> Message | None:
    return await (await own(turn)).see(looking.calendar_file, turn.subject)


@router.button("s.where")
async def on_where(turn: Turn) -> Message | None:
    return await (await own(turn)).see(looking.directions, turn.subject)


@router.button("s.parents")
async def on_parents(turn: Turn) -> Message | None:
    return await (await own(turn)).see(looking.note_for_parents, turn.subject)


@router.button("s.gyes")
async def on_guardian(turn: Turn) -> Message | None:
    return await (await own(turn)).do(guardians.confirm_guardian, turn.subject)


@router.button("s.gno")
async def on_no_guardian(turn: Turn) -> Message | None:
    return await (await own(turn)).do(guardians.refuse_guardian, turn.subject)


async def reach(turn: Turn, thing: str, id_: int) -> Turn:
    """The same turn at the office that a link or button belongs to."""
    return turn.at(await turn.see(entering.office_of, thing, id_))


async def own(turn: Turn) -> Turn:
    return await reach(turn, "registration", turn.subject)
