"""Friday evening's question, the cadre's group, and the point leader's morning."""

from actions.questions import leave
from actions.registrations import group_form, groups, reminding
from actions.roll import call, check_in, closing, typed
from actions.turnout import confirming
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message
from domain.refusals import Refusal
from domain.registrations import MOST_IN_GROUP
from handlers.kit.addressee import COUNTED, OF_GROUP, is_aside, read_back
from handlers.kit.buttons import number_of, step_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.registrations.groups import asks, read_change
from handlers.registrations.registering import own, reach
from handlers.roll.told import (
    OF_A_LIST,
    SAYS,
    offered,
    on_roll_told,
    roll_meant,
    unopened,
)
from language import Reading

router = Router()


@router.button("s.come")
async def on_come(turn: Turn) -> Message | None:
    return await (await own(turn)).do(reminding.come, turn.subject)


@router.button("s.stay")
async def on_stay(turn: Turn) -> Message | None:
    return await (await own(turn)).do(reminding.stay, turn.subject)


@router.button("s.late")
async def on_late(turn: Turn) -> Message | None:
    return await (await own(turn)).do(reminding.late, turn.subject)


@router.said("check_in")
async def on_code(turn: Turn) -> Response:
    """Four digits that the point leader read aloud, alone or in a sentence."""
    mine = await turn.see(check_in.expected_here)
    if not mine:
        return await _code_of_another(turn)
    there = await reach(turn, "registration", mine)
    return await there.do(check_in.check_in, mine, turn.reading.digits)


async def _code_of_another(turn: Turn) -> Response:
    """The digits that are read aloud now, of somebody who is on no list: they count nobody."""
    if turn.card or not turn.actor.may(Permission.REPORT_TURNOUT):
        return PASS
    point = await turn.see(check_in.shown_now, turn.reading.digits)
    if point:
        raise Refusal("code_without_place", point=point)
    return PASS


@router.button("s.group")
async def on_group(turn: Turn) -> Message | None:
    return await turn.do(group_form.ask_group, turn.subject)


@router.button("g.org")
async def on_organisation(turn: Turn) -> Message | None:
    return await turn.do(group_form.choose_organisation, turn.subject, number_of(turn))


@router.button("g.add")
async def on_add(turn: Turn) -> Message | None:
    return await turn.do(group_form.add, turn.subject, step_of(turn))


@router.button("g.done")
async def on_form_done(turn: Turn) -> Message | None:
    return await turn.do(group_form.finish_form, turn.subject)


@router.button("s.grouplast")
@router.said("group_as_last")
async def on_group_as_last(turn: Turn) -> Response:
    asked = next((e.subject for e in turn.waiting if e.topic == "group"), 0)
    activity_id = turn.subject or asked
    return await turn.do(groups.as_last, activity_id) if activity_id else PASS


@router.choice("g.none")
async def on_withdraw(turn: Turn) -> Message | None:
    return await turn.do(groups.withdraw, turn.subject)


@router.topic("group", hears=read_back("parts", *OF_GROUP, *COUNTED))
async def on_group_typed(turn: Turn) -> Response:
    """«PN 12, ĐTN 8»: read back, then «Đúng»; «0» or «rút nhóm» takes the group back."""
    if turn.reading.sends:
        return await turn.do(groups.confirm_group, turn.about)
    if turn.reading.withdraws_group:
        return await turn.do(groups.withdraw, turn.about)
    if turn.reading.leaves and turn.heard:
        return await turn.do(leave, turn.heard)
    if turn.reading.gives_up_no_number:
        return await turn.see(groups.ask_who_leaves, turn.about)
    said = turn.reading.group_change.figures
    point = turn.reading.place_named(await turn.see(groups.names_of_points, turn.about))
    if said is None and (asks(turn.reading) or is_aside(turn.reading)):
        return PASS
    if said is None and point and turn.heard and turn.heard.answers.get("parts"):
        return await turn.do(groups.choose_point, turn.about, point)
    wards = await turn.see(groups.wards_asked, turn.about) if said is None else {}
    if said is None and (ward := turn.reading.place_named(wards)):
        return await turn.do(groups.choose_from, turn.about, ward)
    bare = turn.attachment is not None and not turn.text
    if said is None and not bare:
        return PASS
    if said is None or not (said.people or said.candidates or said.total == 0):
        raise Refusal("group_number", most=MOST_IN_GROUP)
    return await read_change(turn, turn.about, said, point)


@router.button("s.groupyes")
async def on_group_yes(turn: Turn) -> Message | None:
    return await turn.do(groups.confirm_group, turn.subject, turn.arg)


@router.button("g.at")
async def on_group_point(turn: Turn) -> Message | None:
    """«Trà Cổ (20)»: there."""
    return await turn.do(groups.choose_point, turn.subject, number_of(turn))


@router.button("g.from")
async def on_group_from(turn: Turn) -> Message | None:
    """«Ka Long»: the group comes from there."""
    return await turn.do(groups.choose_from, turn.subject, number_of(turn))


@router.button("g.whose")
async def on_whose(turn: Turn) -> Message | None:
    """«ĐTN 12», «Cả nhóm 12»."""
    whose, _, number = turn.arg.partition(".")
    if not (whose.isdecimal() and number.isdecimal() and len(turn.arg) < 20):
        raise Refusal("unknown_button")
    return await turn.do(groups.settle_whose, turn.subject, int(whose), int(number))


@router.button("s.roll")
async def on_roll(turn: Turn) -> Message | None:
    return await turn.do(call.open_roll, turn.subject)


@router.said("roll_call", may=Permission.REPORT_TURNOUT)
async def on_roll_wanted(turn: Turn) -> Response:
    """The list of the point that somebody leads next; before its hour, when it opens."""
    point_id = await turn.see(call.next_point)
    return await turn.do(call.open_roll, point_id) if point_id else PASS


@router.button("s.page")
async def on_page(turn: Turn) -> Message | None:
    return await turn.do(call.turn_page, turn.subject, number_of(turn))


@router.button("s.tick")
async def on_tick(turn: Turn) -> Message | None:
    return await turn.do(call.tick, turn.subject, number_of(turn))


@router.button("s.all")
async def on_all(turn: Turn) -> Message | None:
    return await turn.do(call.everybody, turn.subject)


@router.button("s.extra")
async def on_extra(turn: Turn) -> Message | None:
    return await turn.do(call.ask_extra, turn.subject)


@router.button("s.plus")
async def on_plus(turn: Turn) -> Message | None:
    """«+3», «−1», or «Không có»."""
    step = -1 if turn.arg == "-1" else number_of(turn)
    return await turn.do(call.add_extra, turn.subject, step)


@router.said("absent")
async def on_absent_typed(turn: Turn) -> Response:
    return await _line(turn, typed.RollLine.ABSENT)


@router.said("present")
async def on_present_typed(turn: Turn) -> Response:
    return await _line(turn, typed.RollLine.PRESENT)


@router.said("everybody")
async def on_all_typed(turn: Turn) -> Response:
    """«đủ» is «vắng» with nobody behind it."""
    return await _line(turn, typed.RollLine.ABSENT)


@router.said("roll_both")
async def on_both_typed(turn: Turn) -> Response:
    """«đủ, thêm 2», «vang 2, den them 4»."""
    return await _line_of(turn, turn.reading)


@router.said("roll_then_closed")
async def on_then_closed(turn: Turn) -> Response:
    """«vắng 3, chốt»: read back, with «Đúng, chốt luôn» under it."""
    said = turn.reading.before_closing
    return await _line_of(turn, said) if said else PASS


async def _line_of(turn: Turn, said: Reading) -> Response:
    if both := said.with_extra:
        return await _line(turn, SAYS[both[0].roll_kind], *both)
    return await _line(turn, SAYS[said.roll_kind], said)


async def _line(
    turn: Turn, said: typed.RollLine, line: Reading | None = None, more: Reading | None = None
) -> Response:
    point_id, numbers = _roll(turn), (line or turn.reading).roll_line
    counted = not point_id and await _figures_read(turn)
    if not point_id and not numbers and not more and not counted:
        point_id = await roll_meant(turn, late=True)
    if not point_id:
        return PASS if counted else await _of_unopened(turn)
    extra = (more.extra, more.roll_kind == "extra_is") if more else None
    return await turn.do(typed.read_line, point_id, said, numbers, extra)


@router.said("extra")
async def on_extra_typed(turn: Turn) -> Response:
    point_id = _roll(turn)
    if not point_id and offered(turn):
        return await unopened(turn)
    return await turn.do(call.hear_extra, point_id, turn.reading.extra) if point_id else PASS


@router.said("extra_is")
async def on_extra_set(turn: Turn) -> Response:
    """«đến thêm: 3» sets the number, «thêm 3» adds to it."""
    point_id = _roll(turn)
    return await turn.do(call.set_extra, point_id, turn.reading.extra) if point_id else PASS


@router.topic("roll", hears=read_back("absent", *COUNTED))
async def on_roll_typed(turn: Turn) -> Response:
    """«đúng» or «không» under a line that was read back, a bare number after «+ đến thêm»;
    anything else was not meant for the roll."""
    if turn.heard is None:
        return PASS
    if turn.reading.closes_roll:
        return await _closed(turn, turn.heard)
    if "absent" in turn.heard.answers:
        if turn.reading.sends:
            return await turn.do(typed.confirm_line, turn.about)
        if turn.reading.instead is not None:
            return await _instead(turn, turn.reading.instead)
    if (told := await on_roll_told(turn, turn.about)) is not PASS:
        return told
    more = turn.reading.few
    return PASS if more is None else await turn.do(call.hear_extra, turn.about, more)


async def _instead(turn: Turn, said: Reading) -> Response:
    """«không», «không, đủ cả»: what was read back is dropped; what is said instead is read
    back."""
    if said.roll_kind in SAYS:
        return await _line(turn, SAYS[said.roll_kind], said)
    return PASS if said.text else await turn.do(typed.drop_line, turn.about)


@router.said("roll_closed")
async def on_closed_typed(turn: Turn) -> Response:
    """«chốt» is the button; «đúng, chốt luôn» the one under what was read back."""
    asked = next((e for e in turn.waiting if e.topic == "roll"), None)
    if asked:
        return await _closed(turn, asked)
    point_id = await roll_meant(turn, late=True)
    return await turn.do(closing.close, point_id) if point_id else PASS


async def _closed(turn: Turn, asked: Expectation) -> Message | None:
    if turn.reading.closes_roll == "both" and "absent" in asked.answers:
        return await turn.do(typed.confirm_line, asked.subject, and_close=True)
    return await turn.do(closing.close, asked.subject)


def _roll(turn: Turn) -> int:
    """The point whose list this person has open; 0 when there is none, or when figures of a day
    were read back since: «vắng 3», «thêm 5» are of those."""
    newest = next((e for e in turn.waiting if e.topic == "roll" or _is_read(e)), None)
    return newest.subject if newest and newest.topic == "roll" else 0


async def _figures_read(turn: Turn) -> bool:
    """Whether people were counted and read back; what came of a day alone is kept beside its
    list."""
    return any(map(_is_read, turn.waiting)) and await turn.see(confirming.counts_somebody)


async def _of_unopened(turn: Turn) -> Response:
    """«vắng 3» of a list that nobody opened; «có mặt 2», «thêm 3» may be figures, but under its
    letter."""
    return await unopened(turn) if turn.reading.roll_kind in OF_A_LIST or offered(turn) else PASS


def _is_read(asked: Expectation) -> bool:
    return asked.topic == "turnout" and bool(asked.answers.get("read"))


@router.button("s.absent")
async def on_absent(turn: Turn) -> Message | None:
    """«Đúng», «Đúng, chốt luôn», or without those who gave the code."""
    what, _, mark = turn.arg.partition(".")
    if what == "keep":
        return await turn.do(typed.leave_coded, turn.subject)
    return await turn.do(typed.confirm_line, turn.subject, mark, and_close=what == "close")


@router.button("s.code")
async def on_show_code(turn: Turn) -> Message | None:
    return await turn.do(check_in.show_code, turn.subject)


@router.button("s.paper")
async def on_paper(turn: Turn) -> Message | None:
    return await turn.do(call.on_paper, turn.subject)


@router.button("s.close")
async def on_close(turn: Turn) -> Message | None:
    deed = closing.close_absent if turn.arg == "sure" else closing.close
    return await turn.do(deed, turn.subject)


@router.button("s.reopen")
async def on_reopen(turn: Turn) -> Message | None:
    return await turn.do(call.reopen, turn.subject)
