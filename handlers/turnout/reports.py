"""«Báo số liệu»: what point leaders and base cadres type and tap about their points."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from actions.assignments.typed import Wish
from actions.assignments.whom import roster
from actions.desk import Action
from actions.meant import ask_meant
from actions.roll.typed import roll_now
from actions.turnout import bare_number, confirming, photos, points, reports, weekend
from actions.turnout.points import Nameable
from actions.turnout.reports import Reported
from domain.access import Permission
from domain.dialogue import Expectation, Hears
from domain.hours import SPOKEN_OF
from domain.letters import Message, toast
from domain.refusals import Refusal
from domain.registrations import require_one_number
from handlers.kit.addressee import COUNTED, read_back
from handlers.kit.other_work import led_by_other_work
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.roll.told import OF_A_LIST, calls_a_roll, on_open_roll, roll_meant
from handlers.turnout.photos import day_photo, photo_of
from language import Reading

router = Router()


@router.command("soluong")
@router.label("turnout.mine")
@router.said("my_points")
@router.button("t.mine")
async def on_mine(turn: Turn) -> Message | None:
    return await turn.do(points.mine)


def _ears(asked: Expectation) -> frozenset[Hears]:
    """Figures and photos, and «đúng» under them; or a reason, where one was asked for: which of
    both it is, is asked."""
    if _why(asked):
        return frozenset({*COUNTED, Hears.PHOTO, Hears.REASON})
    return read_back("point", *COUNTED, Hears.PHOTO)(asked)


def _why(asked: Expectation) -> bool:
    return bool(asked.answers.get("off") or asked.answers.get("reason_for"))


@router.topic(points.TO_PLACE, hears=lambda _: frozenset({Hears.CHOICE}))
@router.topic("turnout", hears=_ears)
@router.reply("point")
async def on_figures(turn: Turn) -> Response:
    """A number, a pasted table, a photo, a «đúng»; anything else was not meant for us."""
    if (rolled := await on_open_roll(turn)) is not PASS:
        return rolled
    point_id, asked = await _here(turn), turn.heard.answers if turn.heard else {}
    if turn.attachment and turn.attachment.kind == "photo" and not turn.text:
        return await _photo(turn, point_id)
    if turn.heard and _why(turn.heard) and await led_by_other_work(turn):
        return PASS
    if turn.heard and _why(turn.heard) and turn.reading.leaves:
        return await turn.do(confirming.leave_reason)
    if point_id and (stands := asked.get("stands")) and _people(turn.reading) == stands:
        return await turn.do(confirming.keep_figure, point_id)
    counts = turn.reading.only_figures or (asked.get("stands") and _people(turn.reading))
    if turn.heard and _why(turn.heard) and counts:
        absent = turn.reading.meaning("turnout").slots.get("absent")
        figures = turn.reading.figures
        return await turn.do(confirming.ask_reason_or_figures, turn.text, figures, absent)
    if (batch := asked.get("reason_for")) and turn.text:
        return await turn.do(confirming.confirm_because, int(batch), turn.text)
    if asked.get("off") and point_id and turn.text:
        return await turn.do(confirming.not_held, point_id, turn.text)
    if await _is_of_roll(turn):
        return PASS
    if turn.reading.sends:
        return await turn.do(confirming.confirm_heard)
    if turn.reading.leaves and await turn.see(confirming.is_read_back):
        return await turn.do(confirming.leave_figures)
    if turn.reading.takes_back and await turn.see(confirming.is_read_back):
        return await turn.do(confirming.leave_as_it_is)
    if turn.reading.names_assignment or turn.reading.group or turn.reading.is_of_work:
        return PASS
    if turn.reading.register_row:
        raise Refusal("figures_of_a_book")
    if _wants_a_list(turn.reading) or await _orders(turn):
        return PASS
    if not turn.card and await _may_be_work(turn):
        return await turn.do(bare_number.ask_which, min(turn.reading.numbers), point_id)
    if turn.reading.denies_figures and point_id:
        return await _asked_anew(turn, point_id)
    if point_id and (asked_back := await _doubted(turn, point_id)):
        return asked_back
    if point_id and turn.reading.not_held:
        return await turn.do(confirming.ask_why_not_held, point_id)
    answer = await written_down(turn, point_id)
    return await _photo(turn, point_id) if answer is PASS and photo_of(turn) else answer


async def _is_of_roll(turn: Turn) -> bool:
    """«chốt» of the list that is open, or whose letter stands, where no figure waits for a yes;
    «vắng 3», «đủ cả» of one that nobody opened, where nobody was counted."""
    if turn.card or turn.reading.only_figures:
        return False
    closes, kind = turn.reading.closes_roll, turn.reading.roll_kind
    if not (closes or kind in OF_A_LIST):
        return False
    if calls_a_roll(turn):
        return bool(closes) and not await turn.see(confirming.may_be_confirmed)
    if await turn.see(confirming.counts_somebody):
        return False
    return bool(await roll_meant(turn, late=bool(closes)))


async def _orders(turn: Turn) -> bool:
    """«Bắc in 30 bộ tài liệu, thứ 5»: an order counts nobody, whatever was read back before; nor
    does «thêm điểm Vạn Ninh 15 người» of a plan."""
    if turn.reading.only_figures:
        return False
    if turn.reading.is_of_plan and turn.actor.may(Permission.PLAN_ACTIVITY):
        return True
    if not turn.actor.may(Permission.ASSIGN):
        return False
    return turn.reading.orders_somebody(await turn.see(roster))


def _people(said: Reading) -> int | None:
    """How many people the words count: over a recorded figure that is never a reason."""
    return said.figures.people if said.figures else None


def _wants_a_list(said: Reading) -> bool:
    """«danh sach hai yen» is a place, and weighs nothing; «danh sách 40 người» counts."""
    page = said.day_page
    return page is not None and page.what == "names" and not any(map(str.isdigit, page.about))


async def _may_be_work(turn: Turn) -> bool:
    """«150», «150 rồi», and nothing besides, of somebody who has work 150 or may see it."""
    said, numbers = turn.reading, turn.reading.numbers
    alone = (said.is_number or said.is_chatter) and len(numbers) == 1
    named = alone and turn.actor.may(Permission.OWN_WORK)
    return named and await turn.see(bare_number.bears, min(numbers))


async def _doubted(turn: Turn, point_id: int) -> Message | None:
    """A doubtful «hoãn», and a figure that nobody could place, are asked; figures are read back
    before they count, whatever stands beside them."""
    sure = turn.reading.certainty("turnout")
    said, told = turn.reading.reply("turnout").intent, turn.reading.figures is not None
    wrong = (said == "no_event" and sure.loud) or (said == "question" and told)
    if not (wrong or sure.left_figures):
        return None
    choices = [c for c in (*sure.choices, "turnout") if c in _CHOSEN and _possible(turn, c)]
    kept = {"text": turn.text, "room": "turnout", "about": point_id, "left": sure.left_figures}
    offered = list(dict.fromkeys(choices))
    return await turn.do(ask_meant, kept | {"choices": offered}, turn.incoming.number)


def _possible(turn: Turn, intent: str) -> bool:
    return intent != "turnout" or turn.reading.figures is not None


async def meant_of_point(said: Turn, waited: Expectation, intent: str) -> Wish:
    """What was chosen for the words, of the point that they are about."""
    point_id = int(waited.answers["about"])
    if intent in ("turnout", "correction") and (read := said.reading.figures):
        return Wish(reports.report, ([Reported(read, point_id)], said.text))
    return Wish(_CHOSEN[intent], (point_id,))


_CHOSEN: Mapping[str, Action[..., Message]] = {
    "turnout": points.ask_point,
    "correction": points.ask_point,
    "no_event": confirming.ask_why_not_held,
    "later": points.report_later,
}
"""What is done for each choice where there are no figures to read back."""


async def loose_figures(turn: Turn) -> Response:
    """A line that nobody asked for counts as figures when it names a point of one's own or its
    day, counts people and says nothing else, or puts right what was recorded; on the day itself
    also what came of it, and a bare number."""
    said = turn.reading
    if not turn.actor.may(Permission.REPORT_TURNOUT) or said.is_of_plan or said.is_of_work:
        return PASS
    if _wants_a_list(said) or said.registers_group:
        return PASS
    mine = await turn.see(points.nameable)
    day, line = turn.reading.of_day(mine.days)
    if day is None and turn.reading.is_ahead:
        return PASS
    called = mine.names(day)
    if turn.reading.denies_figures:
        return await _asked_anew(turn, line.place_named(called) or _spoken_of(turn))
    named = bool(called) and line.by_point(called)[0][0] is not None
    counts = turn.reading.only_figures and not _puts_something_right(turn)
    told = (
        bool(called)
        and (day or (counts and not turn.reading.may_be_of_work))
        and not turn.text.isdecimal()
    )
    told = told or (mine.today in mine.days and _of_today(turn))
    return await written_down(turn, mine=mine) if named or told or _put_right(turn) else PASS


def _puts_something_right(turn: Turn) -> bool:
    """«à nhầm 15», where no figure of a point was spoken of: of something else."""
    return turn.reading.correction is not None and not _spoken_of(turn)


async def _asked_anew(turn: Turn, point_id: int | None) -> Response:
    """«Hải Tiến 10 người là sai rồi»: the right number is asked."""
    return PASS if point_id is None else await turn.do(points.ask_point, point_id, anew=True)


async def loose_results(turn: Turn) -> Response:
    """«3 km đường, 2 tấn rác» on Monday, of the days that are just over: results and no more,
    where nobody else took them."""
    said = turn.reading.figures
    if said is None or not said.measures or said.people or not _of_today(turn):
        return PASS
    if not turn.actor.may(Permission.REPORT_TURNOUT) or turn.reading.is_of_plan:
        return PASS
    if _wants_a_list(turn.reading):
        return PASS
    mine = await turn.see(points.nameable)
    lately = turn.reading.now.date() - points.WAIT_FIGURES
    over = any(day >= lately for day in mine.days)
    return await written_down(turn, mine=mine) if over else PASS


def _of_today(turn: Turn) -> bool:
    """«2 km, 3 m3 rác», «48», on the day, long after its questions were answered."""
    said = turn.reading.figures
    if said is None or turn.reading.names_assignment or turn.reading.asks:
        return False
    return bool(said.measures) or turn.text.isdecimal()


async def written_down(
    turn: Turn, point_id: int | None = None, mine: Nameable | None = None
) -> Response:
    """Read figures for one point or several and have them read back; PASS if there are none. A
    day in the line decides; a correction is of the figure that was spoken of last."""
    if right := _put_right(turn):
        point_id, turn = _spoken_of(turn), replace(turn, reading=right)
    if turn.reading.names_another:
        return PASS
    if (ahead := await _of_a_day_ahead(turn)) is not PASS:
        return ahead
    if mine is None:
        mine = await turn.see(points.nameable)
    if (named := turn.reading.of_class(mine.classes) if mine.classes else None) is not None:
        point_id, turn = _of_class(named[0]), replace(turn, reading=named[1])
    _on_its_day(turn.reading, mine)
    day, line = turn.reading.of_day(mine.days)
    said = line.by_point({} if named else mine.names(day))
    figures = [(point, piece.figures) for point, piece in said]
    here = None if day and not named else point_id
    known = [Reported(read, point or here) for point, read in figures if read is not None]
    if len(known) < len(said):
        return PASS
    hint = reports.Hint(day, _spoken_of(turn))
    sent = photo_of(turn)
    read = await turn.do(reports.report, known, line.text, (sent,) if sent else (), hint)
    left = ", ".join(turn.reading.certainty("turnout").left_figures)
    return replace(read, facts={**read.facts, "left": left}) if read and left else read


async def _of_a_day_ahead(turn: Turn) -> Response:
    """«lớp 9/12 thôn tôi đi 3 người», «t7 này khu em 12 người»: who is to come on a day that is
    named, or at a place of such a day alone."""
    read, today, on = turn.reading.figures, turn.reading.now.date(), turn.reading.day_said
    if read is None or not turn.actor.may(Permission.REGISTER_GROUP):
        return PASS
    if read.measures and not read.people:
        return await _nothing_came_yet(turn, on if on and on > today else None)
    if on and on > today:
        require_one_number(read)
        return await turn.do(weekend.hear, read.parts, read.people, weekend.Meant(on=on))
    place = None if on or turn.reading.only_figures else await _place_ahead(turn)
    return (
        await turn.do(weekend.hear, read.parts, read.people, weekend.Meant(points=(place,)))
        if place
        else PASS
    )


async def _nothing_came_yet(turn: Turn, day: date | None) -> Response:
    """«Hải Xuân 3 km»: of a day to come nobody can tell what came of it, and it is no group's."""
    if day is None and await _place_ahead(turn) is None:
        return PASS
    raise Refusal("results_ahead")


async def _place_ahead(turn: Turn) -> int | None:
    """«Hải Xuân 12 người», where only a day to come is held there."""
    place = turn.reading.place_named(await turn.see(weekend.points_ahead))
    told = (await turn.see(points.nameable)).names(None) if place else {}
    return None if turn.reading.place_named(told) else place


def _of_class(meant: list[int]) -> int:
    """The one class that is named: the figures of no other day."""
    if len(meant) != 1:
        raise Refusal("figures_class")
    return meant[0]


def _on_its_day(read: Reading, mine: Nameable) -> None:
    """A day on which one has no point is no other day."""
    said = [*read.dates, *filter(None, [read.day_said])]
    if read.figures and said and mine.days.isdisjoint(said):
        raise Refusal("figures_day", day=said[0])


async def loose_later(turn: Turn) -> Response:
    """«chưa dọn xong, lát báo», while figures are asked for and nothing else is meant."""
    asked = next((e for e in turn.open if e.topic == "turnout"), None)
    if asked is None or turn.reading.reply("turnout").intent != "later":
        return PASS
    if await turn.see(confirming.is_read_back):
        return await turn.do(confirming.read_again)
    point = asked.answers.get("point")
    return await turn.see(points.report_later, int(point)) if point else toast("turnout.later")


async def last_figures(turn: Turn) -> datetime | None:
    """When this person's figures were recorded last, where it is fresh."""
    if not turn.actor.may(Permission.REPORT_TURNOUT):
        return None
    return await turn.see(confirming.last_counted)


async def last_figures_back(turn: Turn) -> Response:
    return await turn.do(confirming.take_back)


def _put_right(turn: Turn) -> Reading | None:
    """«nhầm, 38 thôi» after a figure was recorded."""
    said = turn.reading.put_right
    return said if said and said.figures and _spoken_of(turn) else None


def _spoken_of(turn: Turn) -> int | None:
    kind, _, number = turn.spoken_of.partition(":")
    return int(number) if kind == "point" else None


async def _here(turn: Turn) -> int | None:
    """The point that is answered about: of the card that was replied to; the one that was chosen
    or, since then, spoken of. One that was chosen some time ago gives way to the one that runs at
    this hour, and tells no more than the day does, unless figures of it wait for their yes."""
    point, at = _point(turn), turn.heard.at if turn.heard else None
    if turn.card or turn.reading.plainly or at is None:
        return point
    if rolled := await _on_roll(turn, at if point else None):
        return rolled
    if point and (later := _spoken_of(turn)) and turn.spoken_at and turn.spoken_at > at:
        return later
    if turn.reading.now - at <= SPOKEN_OF:
        return point
    return await turn.see(reports.running_now)


async def _on_roll(turn: Turn, chosen: datetime | None) -> int | None:
    """The point whose list is open, where people are counted and no point was chosen since."""
    said, rolled = turn.reading.figures, 0
    if calls_a_roll(turn):
        rolled = await turn.see(roll_now)
    opened = next((e.at for e in turn.waiting if (e.topic, e.subject) == ("roll", rolled)), None)
    later = chosen is None or (opened is not None and opened > chosen)
    return rolled if rolled and later and said and said.people else None


def _of_card(turn: Turn) -> int | None:
    """The point of the card that was replied to."""
    kind, _, number = turn.card.partition(":")
    return int(number) if kind == "point" else None


def _point(turn: Turn) -> int | None:
    """The point of the card that was replied to, or that was chosen before."""
    if point := _of_card(turn):
        return point
    chosen = turn.heard.answers.get("point") if turn.heard else None
    return int(chosen) if chosen else None


async def _photo(turn: Turn, point_id: int | None) -> Response:
    last = turn.heard.answers.get("last") if turn.heard else None
    place, photo = point_id or last, photo_of(turn)
    if place is None or photo is None or await _may_be_elsewhere(turn, int(place)):
        return await day_photo(turn) if turn.text else PASS
    return await turn.do(photos.save_photo, int(place), photo)


async def _may_be_elsewhere(turn: Turn, place: int) -> bool:
    """A photo that answers no message may be of today's point, though figures of another day
    were told last; some time later it may be of other work."""
    if turn.message and turn.message.reply_to:
        return False
    asked = turn.heard.at if turn.heard else None
    later = asked is not None and turn.reading.now - asked > SPOKEN_OF
    return later or await turn.see(photos.today_is_another, place)
