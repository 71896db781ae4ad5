"""Giving work: who, what, when; the lines of a briefing; a message turned into work."""

from collections.abc import Sequence

from actions.assignments import drafting
from actions.assignments.draft_looks import Row
from actions.assignments.drafting import MOST_ROWS, office_clock
from actions.assignments.giving import withdraw
from actions.assignments.whom import roster
from domain.access import Permission
from domain.letters import Message
from domain.names import fold
from domain.people import Person
from domain.refusals import Refusal
from handlers.kit.meaning import WorkLine, read_lines
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn, text_of

router = Router()


@router.label("work.give")
@router.command("giaoviec")
@router.phrase("giao việc")
async def on_give(turn: Turn) -> Message | None:
    """From nothing, from a line (`/giaoviec Nam: …, thứ 6`), or from the message replied to."""
    about = _replied_to(turn)
    if turn.args:
        return await from_lines(turn, turn.args, about)
    return await turn.do(drafting.begin, [{"what": about} if about else {}])


def _replied_to(turn: Turn) -> str:
    reply = turn.update.message.reply_to_message if turn.update.message else None
    return text_of(reply) if reply else ""


@router.intent("forwarded")
async def on_forwarded(turn: Turn) -> Response:
    """A message from elsewhere becomes an assignment: only who and when are asked."""
    if not (turn.text and turn.actor.may(Permission.ASSIGN)):
        return PASS
    return await turn.do(drafting.begin, [{"what": turn.text}])


@router.command("giaoban")
@router.phrase("kết luận giao ban", "giao ban")
async def on_briefing(turn: Turn) -> Message | None:
    if turn.args:
        return await from_lines(turn, turn.args)
    return await turn.do(drafting.wait_for_lines)


@router.topic("briefing")
async def on_lines(turn: Turn) -> Response:
    return await from_lines(turn, turn.text) if turn.text else PASS


async def loose_lines(turn: Turn) -> Response:
    """Lines «ai: việc gì, bao giờ» that nobody asked for: a draft, where a colleague is named."""
    if not (turn.text and turn.actor.may(Permission.ASSIGN)):
        return PASS
    clock, people = await turn.see(office_clock), await turn.see(roster)
    lines = read_lines(turn.text, people, clock.now, clock.calendar)
    names = any(line.lead.one or line.lead.among for line in lines)
    dated = any(line.due.at or line.due.readings for line in lines)
    plain = names and dated and all(line.what for line in lines)
    return await from_lines(turn, turn.text) if plain else PASS


async def from_lines(turn: Turn, text: str, about: str = "") -> Message | None:
    """One message of lines, one assignment a line: the draft table is shown."""
    clock, people = await turn.see(office_clock), await turn.see(roster)
    lines = read_lines(text, people, clock.now, clock.calendar)[: MOST_ROWS + 2]
    return await turn.do(drafting.begin, _rows(lines, text, about))


def _rows(lines: Sequence[WorkLine], text: str, about: str) -> list[Row]:
    """A row for each line, but for the title of the whole."""
    said = [line for line in text.splitlines() if line]
    pairs = list(zip(lines, said, strict=False))
    first = 1 if len(pairs) > 1 and _is_title(*pairs[0]) else 0
    return [_row(line, words, about) for line, words in pairs[first:]]


def _is_title(line: WorkLine, said: str) -> bool:
    """«KẾT LUẬN GIAO BAN 30/11» above the lines: nobody's work."""
    nobody = not (line.lead.one or line.lead.among)
    return nobody and (said.isupper() or fold(said).startswith("ket luan"))


def _row(line: WorkLine, said: str, about: str) -> Row:
    """What a line says for sure; what is doubtful is asked by buttons."""
    row: Row = {"line": said, "what": line.what or about}
    row |= {"leads": [line.lead.one]} if line.lead.one else {"choices": list(line.lead.among)}
    row |= {"due": line.due.at} if line.due.at else {"readings": list(line.due.readings)}
    return row | {"supports": [h.one for h in line.helpers if h.one]}


async def another_line(turn: Turn, people: Sequence[Person]) -> list[Row]:
    """«Tuyên chuẩn bị maket hội nghị, 10h mai»: no answer, but one more piece of work."""
    clock = await turn.see(office_clock)
    lines = read_lines(turn.text, people, clock.now, clock.calendar)
    whole = all(_is_whole(line) for line in lines)
    return _rows(lines, turn.text, "") if whole else []


def _is_whole(line: WorkLine) -> bool:
    named, dated = line.lead.one or line.lead.among, line.due.at or line.due.readings
    return bool(named and dated and " " in line.what)


@router.button("g.undo")
async def on_undo(turn: Turn) -> Message | None:
    count = turn.press.arg if turn.press else ""
    if not (count.isdigit() and 1 <= int(count) <= MOST_ROWS):
        raise Refusal("unknown_button")
    return await turn.do(withdraw, turn.subject, int(count))
