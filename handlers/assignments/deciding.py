"""What assigners, approvers and leaders tap: reports, requests, reminders, changes."""

from actions.assignments import deciding, leading, managing, reports, typed, verdicts
from actions.assignments.whom import roster
from actions.questions import leave
from domain.dialogue import Expectation, Hears
from domain.letters import Message
from domain.refusals import Refusal
from handlers.assignments.giving import dated_work
from handlers.assignments.words import back_if, let
from handlers.kit.buttons import moment_of, number_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


# reports


@router.button("a.report")
async def on_report(turn: Turn) -> Message | None:
    return await turn.see(reports.show_report, turn.subject)


@router.button("c.open")
async def on_open_report(turn: Turn) -> Message | None:
    return await turn.see(reports.open_report, turn.subject)


@router.button("c.proof")
async def on_proofs(turn: Turn) -> Message | None:
    return await turn.see(reports.show_proofs, turn.subject)


@router.button("c.pass")
async def on_pass(turn: Turn) -> Message | None:
    return await turn.do(verdicts.approve, turn.subject)


@router.button("c.back")
async def on_return(turn: Turn) -> Message | None:
    return await turn.do(verdicts.ask_return, turn.subject)


@router.topic("work.return", hears=Hears.REASON)
async def on_comment(turn: Turn) -> Response:
    """The comment of a return; a day in it is the new deadline, and a day alone no comment."""
    if turn.heard is None or not turn.text:
        return PASS
    if (given := await dated_work(turn)) is not PASS:
        return given
    report, limit = turn.heard.subject, turn.reading.new_limit
    if turn.reading.is_only_new_limit:
        return await turn.do(verdicts.ask_return, report, limit or turn.reading.due.at)
    if turn.reading.limits_if:
        return await back_if(turn, await turn.see(typed.spoken_of, "report", report), turn.reading)
    due = limit or turn.heard.answers.get("due")
    return await turn.do(verdicts.send_back, report, turn.text, due)


# requests


@router.button("r.open")
async def on_open_request(turn: Turn) -> Message | None:
    return await turn.see(deciding.open_request, turn.subject)


@router.button("r.yes")
async def on_grant(turn: Turn) -> Message | None:
    return await turn.do(deciding.grant, turn.subject)


@router.button("r.no", "r.keep")
async def on_refuse(turn: Turn) -> Message | None:
    return await turn.do(deciding.refuse, turn.subject)


@router.button("r.other")
async def on_other_day(turn: Turn) -> Message | None:
    return await turn.do(deciding.ask_other_due, turn.subject)


@router.button("r.due")
async def on_other_day_tapped(turn: Turn) -> Message | None:
    return await turn.do(deciding.grant, turn.subject, await moment_of(turn))


@router.topic(deciding.OTHER_DUE, hears=Hears.DAY)
async def on_other_day_said(turn: Turn) -> Response:
    """The day; «cho anh Bình lùi đến thứ 4» is of whoever is named."""
    said, due = turn.reading.decision, turn.reading.due.at
    if said and said.kind == "let":
        return await let(turn, said)
    if turn.heard is None or due is None:
        return PASS
    return await turn.do(deciding.grant, turn.heard.subject, due)


# reminding and handing over


@router.button("a.nudge")
async def on_nudge(turn: Turn) -> Message | None:
    return await turn.do(managing.nudge, turn.subject)


@router.button("l.nudge")
async def on_nudge_all(turn: Turn) -> Message | None:
    return await turn.do(managing.nudge_all, turn.subject)


@router.button("a.hand")
async def on_hand_over(turn: Turn) -> Message | None:
    return await turn.do(managing.ask_to_whom, turn.subject)


@router.button("a.heirs")
async def on_more_heirs(turn: Turn) -> Message | None:
    return await turn.see(managing.more_heirs, turn.subject, number_of(turn))


@router.button("a.to")
async def on_new_lead(turn: Turn) -> Message | None:
    return await turn.do(managing.ask_hand_why, turn.subject, number_of(turn))


def _whom_or_why(asked: Expectation) -> frozenset[Hears]:
    """Who takes it over; once that is known, why."""
    return frozenset({Hears.REASON if asked.answers.get("to") else Hears.CHOICE})


@router.topic(managing.HAND, hears=_whom_or_why)
async def on_hand_said(turn: Turn) -> Response:
    """Who takes it over, and then why."""
    if turn.heard is None or not turn.text:
        return PASS
    if turn.reading.leaves:
        return await turn.do(leading.leave_question, managing.HAND, turn.heard.subject)
    a_id, to = turn.heard.subject, turn.heard.answers.get("to")
    if to:
        due = turn.heard.answers.get("due")
        return await turn.do(managing.hand_over, a_id, int(to), turn.text, due)
    named = turn.reading.of(turn.reading.before_reason)
    found = named.names(await turn.see(roster))
    if found.one is None:
        return PASS
    return await turn.do(managing.ask_hand_why, a_id, found.one, turn.reading.reason)


# changing


@router.button("a.manage")
async def on_manage(turn: Turn) -> Message | None:
    return await turn.see(managing.manage_menu, turn.subject)


@router.button("a.suspend", "a.cancel", "a.reopen")
async def on_change(turn: Turn) -> Message | None:
    return await turn.do(managing.ask_reason, turn.subject, turn.verb.removeprefix("a."))


def _why(asked: Expectation) -> frozenset[Hears]:
    """Of what is called off, «không cần nữa» is a reason; else it leaves the question."""
    off = {Hears.FORM} if asked.answers.get("what") == "cancel" else set()
    return frozenset({Hears.REASON, *off})


_CHANGES = {
    "suspend": managing.suspend,
    "cancel": managing.cancel,
    "reopen": managing.reopen,
}


@router.topic(managing.WHY, hears=_why)
async def on_reason(turn: Turn) -> Response:
    """Why; «Bắc in 200 tờ rơi, chiều t4» is new work, and no reason."""
    if turn.heard is None or not turn.text:
        return PASS
    if (given := await dated_work(turn)) is not PASS:
        return given
    if turn.reading.leaves and not turn.reading.says_no_need:
        return await turn.do(leave, turn.heard)
    if turn.reading.asks or turn.reading.is_courtesy or turn.reading.puts_off:
        return PASS
    deed = _CHANGES[str(turn.heard.answers["what"])]
    return await turn.do(deed, turn.heard.subject, turn.text)


@router.button("a.resume")
async def on_resume(turn: Turn) -> Message | None:
    return await turn.do(managing.resume, turn.subject)


@router.button("a.move")
async def on_move(turn: Turn) -> Message | None:
    return await turn.do(managing.ask_new_due, turn.subject)


@router.topic(managing.MOVE, hears=Hears.DAY)
async def on_moved(turn: Turn) -> Response:
    if turn.heard is None or not turn.text:
        return PASS
    if turn.reading.leaves:
        return await turn.do(leading.leave_question, managing.MOVE, turn.heard.subject)
    due = turn.reading.due.at
    if due is None:
        raise Refusal("day_not_understood")
    return await turn.do(managing.move_due, turn.heard.subject, due)
