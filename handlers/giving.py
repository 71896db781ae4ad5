"""Giving work: who, what, when; the lines of a briefing; a message turned into work."""

from collections.abc import Mapping
from typing import Any

from actions.assignments import drafting
from actions.assignments.drafting import MOST_ROWS, TOPIC, Row, office_clock
from actions.assignments.giving import withdraw
from domain.access import Permission
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.buttons import moment_of
from handlers.kit.meaning import Line, find_person, read_due, read_lines
from handlers.kit.router import PASS, Router
from handlers.kit.turn import Turn, text_of

router = Router()


def _answers(turn: Turn) -> Mapping[str, Any]:
    """The draft so far, if there is one."""
    found = next((e.answers for e in turn.waiting if e.topic == TOPIC), None)
    if found is None:
        raise Refusal("draft_gone")
    return found


def _has_draft(turn: Turn) -> bool:
    return any(e.topic == TOPIC for e in turn.waiting)


@router.label("work.give")
@router.command("giaoviec")
@router.phrase("giao việc")
async def on_give(turn: Turn) -> Message | None:
    """From nothing, from a line (`/giaoviec Nam: …, thứ 6`), or from the message replied to."""
    about = _replied_to(turn)
    if turn.args:
        return await _from_lines(turn, turn.args, about)
    return await turn.do(drafting.begin, [{"what": about} if about else {}])


def _replied_to(turn: Turn) -> str:
    reply = turn.update.message.reply_to_message if turn.update.message else None
    return text_of(reply) if reply else ""


@router.intent("forwarded")
async def on_forwarded(turn: Turn) -> Message | None:
    """A message from elsewhere becomes an assignment: only who and when are asked."""
    if not (turn.text and turn.actor.may(Permission.ASSIGN)):
        return PASS
    return await turn.do(drafting.begin, [{"what": turn.text}])


@router.command("giaoban")
@router.phrase("kết luận giao ban", "giao ban")
async def on_briefing(turn: Turn) -> Message | None:
    if turn.args:
        return await _from_lines(turn, turn.args)
    return await turn.do(drafting.wait_for_lines)


@router.topic("briefing")
async def on_lines(turn: Turn) -> Message | None:
    return await _from_lines(turn, turn.text) if turn.text else PASS


async def loose_lines(turn: Turn) -> Message | None:
    """Lines «ai: việc gì, bao giờ» that nobody asked for: a draft, where a colleague is named."""
    if not (turn.text and turn.actor.may(Permission.ASSIGN)):
        return PASS
    clock, people = await turn.see(office_clock), await turn.see(drafting.roster)
    lines = read_lines(turn.text, people, clock.now, clock.calendar)
    names = any(line.lead.one or line.lead.among for line in lines)
    dated = any(line.due.at or line.due.readings for line in lines)
    plain = names and dated and all(line.what for line in lines)
    return await _from_lines(turn, turn.text) if plain else PASS


async def _from_lines(turn: Turn, text: str, about: str = "") -> Message | None:
    """One message of lines, one assignment a line: the draft table is shown."""
    clock, people = await turn.see(office_clock), await turn.see(drafting.roster)
    lines = read_lines(text, people, clock.now, clock.calendar)[: MOST_ROWS + 1]
    rows = [_row(line, said, about) for line, said in zip(lines, _said(text), strict=False)]
    return await turn.do(drafting.begin, rows)


def _said(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


def _row(line: Line, said: str, about: str) -> Row:
    """What a line says for sure; what is doubtful is asked by buttons."""
    row: Row = {"line": said, "what": line.what or about}
    row |= {"leads": [line.lead.one]} if line.lead.one else {"choices": list(line.lead.among)}
    row |= {"due": line.due.at} if line.due.at else {"readings": list(line.due.readings)}
    return row | {"supports": [h.one for h in line.helpers if h.one]}


@router.topic(TOPIC)
async def on_answer(turn: Turn) -> Message | None:
    """An answer of the form: who, what or when."""
    answers = _answers(turn)
    read = _READERS.get(answers["asking"])
    if read is None or not turn.text:
        return PASS
    return await read(turn, answers)


async def _read_who(turn: Turn, answers: Mapping[str, Any]) -> Message | None:
    found = find_person(turn.text, await turn.see(drafting.roster))
    if found.one is None:
        among = {"choices": list(found.among), "name": turn.text}
        row, asking = int(answers["row"]), str(answers["asking"])
        rows = [dict(r) for r in answers["rows"]]
        rows[row] |= among
        return await turn.do(drafting.ask_again, {"rows": rows}, row, asking)
    return await _put_person(turn, answers, found.one)


async def _put_person(turn: Turn, answers: Mapping[str, Any], person_id: int) -> Message | None:
    row = int(answers["row"])
    line, asking = answers["rows"][row], answers["asking"] or "leads"
    change: Row = {"choices": [], "name": ""}
    if asking == "supports":
        change["supports"] = [*line.get("supports", ()), person_id]
    elif asking == "also":
        change["leads"] = [*line["leads"], person_id]
    else:
        change["leads"] = [person_id]
    return await turn.do(drafting.fill, answers, change, row)


async def _read_words(turn: Turn, answers: Mapping[str, Any]) -> Message | None:
    asking = str(answers["asking"])
    change: Row = {asking: turn.text} | ({"urgent": True} if asking == "urgent_reason" else {})
    if asking == "what":
        clock = await turn.see(office_clock)
        due = read_due(turn.text, clock.now, clock.calendar)
        if due.at and due.rest and not answers["rows"][answers["row"]].get("due"):
            change = {"what": due.rest, "due": due.at}
    return await turn.do(drafting.fill, answers, change, int(answers["row"]))


async def _read_when(turn: Turn, answers: Mapping[str, Any]) -> Message | None:
    clock = await turn.see(office_clock)
    due = read_due(turn.text, clock.now, clock.calendar)
    change: Row = {"due": due.at} if due.at else {"readings": list(due.readings), "due": None}
    return await turn.do(drafting.fill, answers, change, int(answers["row"]))


_READERS = {
    "leads": _read_who,
    "also": _read_who,
    "supports": _read_who,
    "what": _read_words,
    "expected": _read_words,
    "urgent_reason": _read_words,
    "due": _read_when,
}


@router.button("g.who")
async def on_who(turn: Turn) -> Message | None:
    return await _put_person(turn, _answers(turn), turn.subject)


@router.button("g.page")
async def on_page(turn: Turn) -> Message | None:
    return await turn.see(drafting.more_people, _answers(turn), turn.subject)


@router.button("g.when")
async def on_when(turn: Turn) -> Message | None:
    change: Row = {"due": await moment_of(turn)}
    return await turn.do(drafting.fill, _answers(turn), change, turn.subject)


@router.button("g.proof")
async def on_proof(turn: Turn) -> Message | None:
    kind = turn.press.arg if turn.press else "none"
    if kind not in ("none", "photo", "file", "figures"):
        raise Refusal("unknown_button")
    return await turn.do(drafting.fill, _answers(turn), {"evidence": kind}, turn.subject)


@router.button("g.fix")
async def on_fix(turn: Turn) -> Message | None:
    what = turn.press.arg if turn.press else ""
    if what not in (*_READERS, "evidence"):
        raise Refusal("unknown_button")
    return await turn.do(drafting.ask_again, _answers(turn), turn.subject, what)


@router.button("g.row")
async def on_row(turn: Turn) -> Message | None:
    return await turn.see(drafting.row_menu, _answers(turn), turn.subject)


@router.button("g.more")
async def on_more(turn: Turn) -> Message | None:
    return await turn.see(drafting.more_menu, turn.subject)


@router.button("g.back")
async def on_back(turn: Turn) -> Message | None:
    return await turn.see(drafting.show_draft, _answers(turn))


@router.button("g.drop")
async def on_drop(turn: Turn) -> Message | None:
    answers = _answers(turn)
    if turn.press and turn.press.arg == "row":
        return await turn.do(drafting.leave_out, answers, turn.subject)
    return await turn.do(drafting.leave_out, {"rows": [{}]}, 0)


@router.button("g.go")
async def on_go(turn: Turn) -> Message | None:
    if not _has_draft(turn) and turn.message:
        where = turn.message.chat_id, turn.message.message_id
        return await turn.see(drafting.given_before, *where)
    return await turn.do(drafting.issue_draft, _answers(turn))


@router.button("g.undo")
async def on_undo(turn: Turn) -> Message | None:
    count = turn.press.arg if turn.press else ""
    if not (count.isdigit() and 1 <= int(count) <= MOST_ROWS):
        raise Refusal("unknown_button")
    return await turn.do(withdraw, turn.subject, int(count))
