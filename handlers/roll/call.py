"""Friday evening's question, the cadre's group, and the point leader's morning."""

import re

from actions.registrations import groups, reminding
from actions.roll import call, check_in, closing, typed
from domain.access import Permission
from domain.letters import Message
from domain.names import fold
from domain.refusals import Refusal
from domain.registrations import MOST_IN_GROUP
from handlers.kit.reading import read_turnout, says_yes
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.registrations.registering import number, own, reach

router = Router()
_LISTED = r"\s*:?\s*\d[\d ,;]*"
_ABSENT = rf"(?i)(?:vắng|vang|absent|(?:đủ|du|all) (?:trừ|tru|but|except)){_LISTED}"
_PRESENT = rf"(?i)(?:có mặt|co mat|present){_LISTED}"
_ALL = r"(?i)(?:đủ|du|everybody|all)(?: (?:cả|ca|hết|het|rồi|roi|here|present))?"
_FOUR = r"\d(?: ?\d){3}"
_CODE = rf"(?i)(?:{_FOUR}|.{{0,24}}\b(?:mã|ma|code)\b\D{{0,24}}{_FOUR}\D{{0,16}})"
_EXTRA = r"(?i)(?:(?:đến|den) )?(?:thêm|them|extra)\s+(\d{1,4})(?:\s.*)?"
_EXTRA_IS = r"(?i)(?:(?:đến|den) )?(?:thêm|them|extra)\s*[:=]\s*(\d{1,4})"


@router.button("s.come")
async def on_come(turn: Turn) -> Message | None:
    return await (await own(turn)).do(reminding.come, turn.subject)


@router.button("s.stay")
async def on_stay(turn: Turn) -> Message | None:
    return await (await own(turn)).do(reminding.stay, turn.subject)


@router.button("s.late")
async def on_late(turn: Turn) -> Message | None:
    return await (await own(turn)).do(reminding.late, turn.subject)


@router.pattern(_CODE)
async def on_code(turn: Turn) -> Response:
    """Four digits that the point leader read aloud, alone or in a sentence."""
    mine = await turn.see(check_in.expected_here)
    if not mine:
        return PASS
    there = await reach(turn, "registration", mine)
    return await there.do(check_in.check_in, mine, "".join(re.findall(r"\d", turn.text)))


@router.button("s.group")
async def on_group(turn: Turn) -> Message | None:
    return await turn.do(groups.ask_group, turn.subject)


@router.button("g.org")
async def on_organisation(turn: Turn) -> Message | None:
    return await turn.do(groups.choose_organisation, turn.subject, number(turn))


@router.button("g.add")
async def on_add(turn: Turn) -> Message | None:
    step = int(turn.arg) if re.fullmatch(r"-?\d{1,2}", turn.arg, re.ASCII) else 0
    return await turn.do(groups.add, turn.subject, step)


@router.button("g.done")
async def on_form_done(turn: Turn) -> Message | None:
    return await turn.do(groups.finish_form, turn.subject)


@router.button("s.grouplast")
@router.phrase("như tuần trước")
async def on_group_as_last(turn: Turn) -> Response:
    asked = next((e.subject for e in turn.waiting if e.topic == "group"), 0)
    activity_id = turn.subject or asked
    return await turn.do(groups.as_last, activity_id) if activity_id else PASS


@router.button("g.none")
async def on_withdraw(turn: Turn) -> Message | None:
    return await turn.do(groups.withdraw, turn.subject)


@router.topic("group")
async def on_group_typed(turn: Turn) -> Message | None:
    """«PN 12, ĐTN 8»: read back, then «Đúng»; «0» or «rút nhóm» takes the group back."""
    activity_id = turn.heard.subject if turn.heard else 0
    if says_yes(turn.text):
        return await turn.do(groups.confirm_group, activity_id)
    if fold(turn.text) in ("0", "rut", "rut nhom", "withdraw"):
        return await turn.do(groups.withdraw, activity_id)
    said = read_turnout(turn.text)
    if said is None or (said.total is None and not said.parts):
        raise Refusal("group_number", most=MOST_IN_GROUP)
    total = said.total if said.total is not None else sum(said.parts.values())
    return await turn.do(groups.read_group, activity_id, said.parts, total)


@router.button("s.groupyes")
async def on_group_yes(turn: Turn) -> Message | None:
    return await turn.do(groups.confirm_group, turn.subject)


@router.button("s.roll")
async def on_roll(turn: Turn) -> Message | None:
    return await turn.do(call.open_roll, turn.subject)


@router.phrase("điểm danh", "roll call")
async def on_roll_wanted(turn: Turn) -> Response:
    """The list of the point that somebody leads next; before its hour, when it opens."""
    if not turn.actor.may(Permission.REPORT_TURNOUT):
        return PASS
    point_id = await turn.see(call.next_point)
    return await turn.do(call.open_roll, point_id) if point_id else PASS


@router.button("s.page")
async def on_page(turn: Turn) -> Message | None:
    return await turn.see(call.turn_page, turn.subject, number(turn))


@router.button("s.tick")
async def on_tick(turn: Turn) -> Message | None:
    return await turn.do(call.tick, turn.subject, number(turn))


@router.button("s.all")
async def on_all(turn: Turn) -> Message | None:
    return await turn.do(call.everybody, turn.subject)


@router.button("s.extra")
async def on_extra(turn: Turn) -> Message | None:
    return await turn.do(call.ask_extra, turn.subject)


@router.button("s.plus")
async def on_plus(turn: Turn) -> Message | None:
    """«+3», «−1», or «Không có»."""
    step = -1 if turn.arg == "-1" else number(turn)
    return await turn.do(call.add_extra, turn.subject, step)


@router.pattern(_ABSENT)
async def on_absent_typed(turn: Turn) -> Response:
    return await _line(turn, typed.RollLine.ABSENT)


@router.pattern(_PRESENT)
async def on_present_typed(turn: Turn) -> Response:
    return await _line(turn, typed.RollLine.PRESENT)


@router.pattern(_ALL)
async def on_all_typed(turn: Turn) -> Response:
    """«đủ» is «vắng» with nobody behind it."""
    return await _line(turn, typed.RollLine.ABSENT)


async def _line(turn: Turn, said: typed.RollLine) -> Response:
    numbers, point_id = [int(n) for n in re.findall(r"\d{1,6}", turn.text)], _roll(turn)
    return await turn.do(typed.read_line, point_id, said, numbers) if point_id else PASS


@router.pattern(_EXTRA)
async def on_extra_typed(turn: Turn) -> Response:
    found, point_id = re.search(r"\d+", turn.text), _roll(turn)
    if found is None or not point_id:
        return PASS
    return await turn.do(call.add_extra, point_id, int(found[0]))


@router.pattern(_EXTRA_IS)
async def on_extra_set(turn: Turn) -> Response:
    """«đến thêm: 3» sets the number, «thêm 3» adds to it."""
    found, point_id = re.search(r"\d+", turn.text), _roll(turn)
    if found is None or not point_id:
        return PASS
    return await turn.do(call.set_extra, point_id, int(found[0]))


@router.topic("roll")
async def on_roll_typed(turn: Turn) -> Response:
    """«đúng» under a line that was read back, a bare number after «+ đến thêm»; anything else
    was not meant for the roll."""
    if turn.heard and "absent" in turn.heard.answers and says_yes(turn.text):
        return await turn.do(typed.confirm_line, turn.heard.subject)
    if turn.heard is None or not re.fullmatch(r"\d{1,4}", turn.text):
        return PASS
    return await turn.do(call.add_extra, turn.heard.subject, int(turn.text))


def _roll(turn: Turn) -> int:
    """The point whose list this person has open; 0 when there is none."""
    return next((e.subject for e in turn.waiting if e.topic == "roll"), 0)


@router.button("s.absent")
async def on_absent(turn: Turn) -> Message | None:
    """«Đúng», or «Đúng, chốt luôn»."""
    return await turn.do(typed.confirm_line, turn.subject, and_close=turn.arg == "close")


@router.button("s.code")
async def on_show_code(turn: Turn) -> Message | None:
    return await turn.do(check_in.show_code, turn.subject)


@router.button("s.paper")
async def on_paper(turn: Turn) -> Message | None:
    return await turn.see(call.on_paper, turn.subject)


@router.button("s.close")
async def on_close(turn: Turn) -> Message | None:
    deed = closing.close_absent if turn.arg == "sure" else closing.close
    return await turn.do(deed, turn.subject)


@router.button("s.reopen")
async def on_reopen(turn: Turn) -> Message | None:
    return await turn.do(call.reopen, turn.subject)
