"""The programme in the chat: listed, opened by a code, taken on step by step."""

from collections.abc import Mapping, Sequence
from typing import Any

from actions.assignments.whom import colleagues
from actions.cards import labelled_card
from actions.supervision import (
    amending,
    burden,
    concluding,
    days,
    dropping,
    guests,
    hiding,
    in_one_line,
    lists,
    moving,
    noting,
    on_the_spot,
    printing,
    radar,
    recommending,
    stepping,
    team,
    together,
)
from domain.access import Permission
from domain.dialogue import Hears
from domain.letters import Message
from domain.office_days import MOST
from domain.refusals import Refusal
from domain.unkept import RESIDENTS
from domain.visits import PREFIX, How, Named, Noted
from handlers.kit.addressee import chosen
from handlers.kit.buttons import number_of
from handlers.kit.proofs import proof_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.kit.unfit import unfit
from handlers.supervision.amending import names_in
from handlers.supervision.concluding import advise
from handlers.supervision.moving import gather, put_off
from handlers.supervision.stepping import signed_by
from handlers.supervision.visiting import judged, noted, strike
from language import TeamChange, VisitLine

router = Router()
NOTES = frozenset({"good", "short", "cause", "found", "result", "recommend", "arrived", "guest"})
"""What is written down of what was seen there."""
OF_A_VISIT = ("visit", together.JOINING)
"""Cards after which «đơn vị này» is the body of that visit."""
ASKS: Mapping[str, tuple[Any, ...]] = {
    "team_of": (team.ask, team.TEAM),
    "gather": (team.ask, team.GATHER),
    "put_off": (moving.ask,),
    "drop": (dropping.ask_drop,),
    "apart": (together.ask_apart,),
    "recommend": (recommending.ask,),
    "result": (concluding.ask_result,),
    **dict.fromkeys(("found", "good", "short", "cause"), (on_the_spot.ask_found,)),
}
"""What is asked for where only the word stands behind a code."""


@router.command("giamsat")
@router.said("visits")
@router.button("v.list")
async def on_list(turn: Turn) -> Message | None:
    year = int(turn.arg) if turn.arg.isascii() and turn.arg.isdigit() else 0
    return await turn.see(lists.programme, turn.subject, year)


@router.said("visits_when", may=Permission.SUPERVISE)
async def on_when(turn: Turn) -> Response:
    """«gs 2027», «gs tháng 12»."""
    said = turn.reading.visits_when
    if isinstance(said, int):
        return await turn.see(lists.programme, 0, said)
    return await turn.see(lists.in_window, *said) if said else PASS


@router.said("visits_burden", may=Permission.SUPERVISE)
async def on_burden(turn: Turn) -> Response:
    """«đơn vị này năm nay bị kiểm tra mấy lần», «UBND Ka Long …»."""
    if name := turn.reading.burden_of:
        return await turn.see(burden.of_name, name)
    chat = turn.incoming.chat
    shown = await turn.see(labelled_card, chat.id) if chat else None
    for card in (turn.card, turn.spoken_of, shown.card if shown else ""):
        about, _, visit_id = card.partition(":")
        if about in OF_A_VISIT:
            return await turn.see(burden.of_visit, int(visit_id))
    return await turn.see(burden.of_name, "")


@router.said("visits_this_week", may=Permission.SUPERVISE)
async def on_this_week(turn: Turn) -> Response:
    return await turn.see(lists.this_week)


@router.button("v.open")
async def on_open(turn: Turn) -> Message | None:
    return await turn.see(lists.open_visit, turn.subject)


@router.said("visit_line")
async def on_line(turn: Turn) -> Response:
    """«GS19», «GS19 gộp GS5»; to whoever may see none there is none, and it counts nobody."""
    said = turn.reading.visit_line
    if not turn.actor.may(Permission.SUPERVISE):
        return _sees_none(said)
    if said is None:
        return PASS
    if said.does in ASKS and not said.words and not turn.attachment:
        asked, *besides = ASKS[said.does]
        return await turn.do(asked, await turn.see(moving.number_meant, said.number), *besides)
    if said.does in NOTES and (no := await unfit(turn, said.words, RESIDENTS)):
        return no
    makes = (said.does, said.stage) == ("next", "visited")
    if makes and not await turn.see(concluding.may_be_made, said.number):
        return PASS
    return await _do(turn, said)


def _sees_none(said: VisitLine | None) -> Response:
    if said is None or said.does:
        return PASS
    raise Refusal("not_found")


async def _do(turn: Turn, said: VisitLine) -> Response:
    number, words = said.number, said.words
    match said.does:
        case "" if turn.attachment:
            return PASS
        case "":
            return await turn.see(lists.open_by_number, number)
        case "radar":
            return await turn.see(radar.look_by_number, number)
        case "next" if said.stage == "visited":
            return await turn.do(concluding.finish_by_number, number)
        case "next":
            paper = await signed_by(turn, said.paper) if said.paper else None
            return await turn.do(stepping.press_by_number, number, paper, said.stage)
        case "agree" if await turn.see(stepping.may_settle, number):
            return await turn.do(stepping.press_by_number, number, None, "settled")
        case "settle":
            return await turn.do(stepping.press_by_number, number, None, "settled")
        case "apart" if said.other:
            raise Refusal("visit_apart_why", number=number)
        case "apart":
            return await turn.do(together.set_apart_by_number, number, words)
        case "drop":
            return await turn.do(dropping.drop_by_number, number, words)
        case "hide":
            return await turn.do(hiding.hide_by_number, number)
        case "show":
            return await turn.see(hiding.ask_show_by_number, number)
        case "revive":
            return await turn.do(dropping.revive_by_number, number)
        case "part":
            return await turn.do(together.part_by_number, number)
        case "amend":
            names = names_in(turn, dict(said.parts))
            return await turn.do(amending.amend_by_number, number, *names)
        case "put_right":
            changed = dict(said.parts)
            noted_so = Noted(wrong=changed["wrong"], right=changed["right"])
            return await turn.do(noting.put_right_by_number, number, noted_so)
        case "team_of":
            return await _team(turn, number, words)
        case "team_change" if said.change:
            return await _team_change(turn, number, said.change)
        case "gather":
            return await _gather(turn, number, words)
        case "arrived":
            return await turn.do(noting.arrive_and_note, number, words, *noted(turn, words))
        case "comes" | "comes_not":
            why = words if said.does == "comes_not" else ""
            return await turn.do(team.come_by_number, number, said.does == "comes", why)
        case "good" | "short" | "cause" | "found":
            there = await turn.see(on_the_spot.made_by_number, number)
            return await judged(turn, there, words, "" if said.does == "found" else said.does)
        case "ends":
            there = await turn.see(on_the_spot.made_by_number, number)
            return await turn.do(on_the_spot.end_notes, there)
        case "strike" if (read := turn.reading.of(words)).struck:
            there = await turn.see(on_the_spot.made_by_number, number)
            return await strike(turn, there, read)
        case "result":
            return await turn.do(concluding.conclude_by_number, number, words, proof_of(turn))
        case "invite":
            return await turn.do(guests.invite, number, words)
        case "guest":
            return await turn.do(guests.take_down, number, words)
        case "put_off":
            return await _put_off(turn, number, words)
        case "road":
            return await turn.see(printing.road_by_number, number)
        case "draft":
            return await turn.do(concluding.draft_by_number, number)
        case "minutes":
            return await turn.do(concluding.ask_result_by_number, number)
        case "agrees" | "agrees_not":
            yes = said.does == "agrees"
            return await turn.do(concluding.agree_by_number, number, yes, words)
        case "recommend":
            return await advise(turn, await turn.see(moving.number_meant, number), words)
        case "agree" | "refuse":
            return await turn.do(together.say_by_number, number, said.does == "agree")
    if said.other is None:
        raise Refusal("visit_with_which", number=number)
    return await turn.do(together.ask_by_number, number, said.other, How(said.does))


async def _team(turn: Turn, number: int, words: str) -> Response:
    """Words that name nobody here, and begin with no capital, are no team."""
    named = turn.reading.of(words).team
    if not words[:1].isupper() and not await _is_anybody(turn, named):
        return PASS
    return await turn.do(team.set_team_by_number, number, named)


async def _team_change(turn: Turn, number: int, change: TeamChange) -> Response:
    if not await _is_anybody(turn, [*change.joins, *change.leaves]):
        return PASS
    return await turn.do(team.change_team_by_number, number, change.joins, change.leaves)


async def _is_anybody(turn: Turn, named: Sequence[Named]) -> bool:
    people = await turn.see(colleagues)
    return any(turn.reading.of(one.name).is_name_of(people) for one in named)


@router.said("visits_two", may=Permission.SUPERVISE)
async def on_two(turn: Turn) -> Response:
    """«GS19 duyệt, đoàn Trận, Liên»: each with a tap."""
    return await turn.do(in_one_line.ask, tuple(turn.reading.visits_two))


@router.topic(in_one_line.TWO, hears=chosen)
async def on_two_typed(_: Turn) -> Response:
    """A mere yes says not which."""
    return PASS


@router.button("v.oneof")
async def on_one_of(turn: Turn) -> Response:
    return await on_line(
        await turn.saying(await turn.see(in_one_line.line, turn.subject, number_of(turn)))
    )


@router.said("visits_each", may=Permission.SUPERVISE)
async def on_each(turn: Turn) -> Response:
    """«GS19 duyệt, GS20 duyệt»; all else is said of one at a time."""
    lines = turn.reading.visits_each
    if not all(line.does == "settle" for line in lines):
        raise Refusal("visit_one_each", codes=[f"{PREFIX}{line.number}" for line in lines])
    return await turn.do(stepping.settle_each, [line.number for line in lines])


async def _put_off(turn: Turn, number: int, words: str) -> Message | None:
    return await put_off(turn, await turn.see(moving.number_meant, number), words)


async def _gather(turn: Turn, number: int, words: str) -> Message | None:
    return await gather(turn, await turn.see(moving.number_meant, number), words)


@router.said("conference")
@router.button("v.paper")
async def on_conference(turn: Turn) -> Message | None:
    return await turn.see(printing.conference)


@router.said("programme_paper")
@router.button("v.book")
async def on_programme_paper(turn: Turn) -> Message | None:
    return await turn.see(printing.programme)


@router.said("visit_paper", may=Permission.SUPERVISE)
async def on_paper_of(turn: Turn) -> Response:
    """«in chương trình gs 2027»."""
    if turn.reading.visit_paper is None:
        return PASS
    which, year = turn.reading.visit_paper
    return await turn.see(
        printing.programme if which == "programme" else printing.conference, year
    )


@router.button("v.road")
async def on_road(turn: Turn) -> Message | None:
    return await turn.see(printing.road, turn.subject)


@router.button("v.letter")
async def on_letter(turn: Turn) -> Message | None:
    return await turn.see(printing.letter, turn.subject)


@router.said("letter_of", may=Permission.SUPERVISE)
async def on_letter_typed(turn: Turn) -> Response:
    if turn.reading.letter_of is None:
        return PASS
    return await turn.see(printing.letter, turn.reading.letter_of)


@router.said("coverage")
@router.button("v.cover")
async def on_coverage(turn: Turn) -> Message | None:
    return await turn.see(lists.coverage)


@router.button("v.settle", lane="visit")
async def on_settle(turn: Turn) -> Message | None:
    return await turn.do(stepping.settle, turn.subject, number_of(turn))


@router.button("v.years")
@router.said("visit_years")
async def on_years(turn: Turn) -> Message | None:
    return await turn.see(lists.years)


@router.said("visits_of_year", may=Permission.SUPERVISE)
async def on_tell_year(turn: Turn) -> Response:
    said = turn.reading.visits_of_year
    if said is None:
        return PASS
    return await turn.do(lists.tell_year, *said)


@router.said("visit_stages")
async def on_stages(turn: Turn) -> Message | None:
    return await turn.see(stepping.stages_page)


@router.button("v.stage")
async def on_stage(turn: Turn) -> Message | None:
    return await turn.do(stepping.leave_out, turn.arg, bool(turn.subject))


@router.button("v.alldays")
@router.said("visit_days")
async def on_days(turn: Turn) -> Message | None:
    return await turn.see(days.days_page)


@router.button("v.days")
async def on_ask_days(turn: Turn) -> Message | None:
    return await turn.do(days.ask_days, turn.arg)


@router.topic(days.DAYS, hears=Hears.LINE)
async def on_days_said(turn: Turn) -> Message | None:
    name, number = turn.heard.answers["name"] if turn.heard else "", turn.reading.number_of_days
    if number is None:
        raise Refusal("office_days", most=MOST)
    return await turn.do(days.set_days, str(name), number)


@router.said("office_days", may=Permission.SUPERVISE)
async def on_days_typed(turn: Turn) -> Response:
    """«hạn trả lời kiến nghị: 30 ngày»"""
    said = turn.reading.office_days
    if said is None:
        return PASS
    return await turn.do(days.set_days, *said)
