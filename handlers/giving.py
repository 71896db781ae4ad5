"""Giving work: who, what, when; the lines of a briefing; a message turned into work."""

from collections.abc import Awaitable, Callable, Sequence

from actions.assignments import drafting
from actions.assignments.draft_looks import EVIDENCE, PEOPLE, TOPIC, Answers, Row, missing
from actions.assignments.drafting import MOST_ROWS, office_clock
from actions.assignments.giving import withdraw
from actions.assignments.whom import roster
from domain.access import Permission
from domain.letters import Message
from domain.names import fold
from domain.people import Person
from domain.refusals import Refusal
from handlers.kit.buttons import moment_in, number_of
from handlers.kit.meaning import Line, find_person, read_due, read_lines
from handlers.kit.router import PASS, Handler, Router
from handlers.kit.turn import Turn, text_of

router = Router()
LEAVING = frozenset({"thoi", "bo", "bo qua", "bo dong nay", "khong", "quay lai"})


Pressed = Callable[[Turn, Answers], Awaitable[Message | None]]


def _draft(turn: Turn) -> Answers | None:
    """The draft so far, if there is one."""
    return next((e.answers for e in turn.waiting if e.topic == TOPIC), None)


def _own_draft(handler: Pressed) -> Handler:
    """A button acts only on the draft that stood on its card."""

    async def pressed(turn: Turn) -> Message | None:
        draft = _draft(turn)
        if draft is None or draft["mark"] != turn.subject:
            return await turn.see(drafting.ended, turn.subject)
        return await handler(turn, draft)

    return pressed


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
    clock, people = await turn.see(office_clock), await turn.see(roster)
    lines = read_lines(turn.text, people, clock.now, clock.calendar)
    names = any(line.lead.one or line.lead.among for line in lines)
    dated = any(line.due.at or line.due.readings for line in lines)
    plain = names and dated and all(line.what for line in lines)
    return await _from_lines(turn, turn.text) if plain else PASS


async def _from_lines(turn: Turn, text: str, about: str = "") -> Message | None:
    """One message of lines, one assignment a line: the draft table is shown."""
    clock, people = await turn.see(office_clock), await turn.see(roster)
    lines = read_lines(text, people, clock.now, clock.calendar)[: MOST_ROWS + 2]
    return await turn.do(drafting.begin, _rows(lines, text, about))


def _rows(lines: Sequence[Line], text: str, about: str) -> list[Row]:
    """A row for each line, but for the title of the whole."""
    said = [line for line in text.splitlines() if line]
    pairs = list(zip(lines, said, strict=False))
    first = 1 if len(pairs) > 1 and _is_title(*pairs[0]) else 0
    return [_row(line, words, about) for line, words in pairs[first:]]


def _is_title(line: Line, said: str) -> bool:
    """«KẾT LUẬN GIAO BAN 30/11» above the lines: nobody's work."""
    nobody = not (line.lead.one or line.lead.among)
    return nobody and (said.isupper() or fold(said).startswith("ket luan"))


def _row(line: Line, said: str, about: str) -> Row:
    """What a line says for sure; what is doubtful is asked by buttons."""
    row: Row = {"line": said, "what": line.what or about}
    row |= {"leads": [line.lead.one]} if line.lead.one else {"choices": list(line.lead.among)}
    row |= {"due": line.due.at} if line.due.at else {"readings": list(line.due.readings)}
    return row | {"supports": [h.one for h in line.helpers if h.one]}


@router.topic(TOPIC)
async def on_answer(turn: Turn) -> Message | None:
    """An answer of the form: who, what or when; or that it is to be left."""
    draft = _draft(turn)
    read = _READERS.get(draft["asking"]) if draft else None
    if draft is None or read is None or not turn.text:
        return PASS
    if fold(turn.text) in LEAVING:
        return await _leave(turn, draft)
    return await read(turn, draft)


async def _leave(turn: Turn, draft: Answers) -> Message | None:
    """«thôi», «bỏ qua»: what the way out of the question does."""
    row = int(draft["row"])
    if missing(draft["rows"][row]):
        return await turn.do(drafting.leave_out, draft, row)
    return await turn.do(drafting.back, draft)


async def _read_who(turn: Turn, draft: Answers) -> Message | None:
    people = await turn.see(roster)
    found = find_person(turn.text, people)
    if found.one is not None:
        return await _put_person(turn, draft, int(draft["row"]), draft["asking"], found.one)
    if further := await _another_line(turn, people):
        return await turn.do(drafting.begin, further)
    row = int(draft["row"])
    rows = [dict(r) for r in draft["rows"]]
    rows[row] |= {"choices": list(found.among), "name": turn.text}
    return await turn.do(drafting.ask_again, {**draft, "rows": rows}, row, draft["asking"])


async def _another_line(turn: Turn, people: Sequence[Person]) -> list[Row]:
    """«Tuyên chuẩn bị maket hội nghị, 10h mai»: no answer, but one more piece of work."""
    clock = await turn.see(office_clock)
    lines = read_lines(turn.text, people, clock.now, clock.calendar)
    whole = all(_is_whole(line) for line in lines)
    return _rows(lines, turn.text, "") if whole else []


def _is_whole(line: Line) -> bool:
    named, dated = line.lead.one or line.lead.among, line.due.at or line.due.readings
    return bool(named and dated and " " in line.what)


async def _put_person(
    turn: Turn, draft: Answers, row: int, asking: str, person_id: int
) -> Message | None:
    line = draft["rows"][row]
    change: Row = {"choices": [], "name": ""}
    if asking == "supports":
        change["supports"] = [*line.get("supports", ()), person_id]
    elif asking == "also":
        change["leads"] = [*line["leads"], person_id]
    else:
        change["leads"] = [person_id]
    return await turn.do(drafting.fill, draft, change, row)


async def _read_words(turn: Turn, draft: Answers) -> Message | None:
    asking = str(draft["asking"])
    change: Row = {asking: turn.text} | ({"urgent": True} if asking == "urgent_reason" else {})
    if asking == "what":
        clock = await turn.see(office_clock)
        due = read_due(turn.text, clock.now, clock.calendar)
        if due.at and due.rest and not draft["rows"][draft["row"]].get("due"):
            change = {"what": due.rest, "due": due.at}
    return await turn.do(drafting.fill, draft, change, int(draft["row"]))


async def _read_when(turn: Turn, draft: Answers) -> Message | None:
    if further := await _another_line(turn, await turn.see(roster)):
        return await turn.do(drafting.begin, further)
    clock = await turn.see(office_clock)
    due = read_due(turn.text, clock.now, clock.calendar)
    change: Row = {"due": due.at} if due.at else {"readings": list(due.readings), "due": None}
    return await turn.do(drafting.fill, draft, change, int(draft["row"]))


async def _read_more_lines(turn: Turn, _: Answers) -> Message | None:
    return await _from_lines(turn, turn.text)


_READERS = {
    "leads": _read_who,
    "also": _read_who,
    "supports": _read_who,
    "what": _read_words,
    "expected": _read_words,
    "urgent_reason": _read_words,
    "due": _read_when,
    drafting.LINES: _read_more_lines,
}


@router.button("g.pick")
@_own_draft
async def on_pick(turn: Turn, draft: Answers) -> Message | None:
    """A name, a day or a kind of evidence, under its own question."""
    row, asking, choice = _asked(turn, draft)
    if asking == "evidence" and choice in EVIDENCE:
        return await turn.do(drafting.fill, draft, {"evidence": choice}, row)
    if asking == "due":
        return await turn.do(drafting.fill, draft, {"due": await moment_in(turn, choice)}, row)
    if asking in PEOPLE and choice.isdecimal():
        return await _put_person(turn, draft, row, asking, int(choice))
    raise Refusal("unknown_button")


def _asked(turn: Turn, draft: Answers) -> tuple[int, str, str]:
    """The line, the question and the choice that a button carries."""
    row, _, rest = turn.arg.partition(".")
    asking, _, choice = rest.partition(".")
    return _row_of(row, draft), asking, choice


def _row_of(said: str, draft: Answers) -> int:
    if not (said.isdecimal() and int(said) < len(draft["rows"])):
        raise Refusal("unknown_button")
    return int(said)


@router.button("g.page")
@_own_draft
async def on_page(turn: Turn, draft: Answers) -> Message | None:
    return await turn.see(drafting.more_people, draft, number_of(turn))


@router.button("g.fix")
@_own_draft
async def on_fix(turn: Turn, draft: Answers) -> Message | None:
    row, what, _ = _asked(turn, draft)
    return await turn.do(drafting.ask_again, draft, row, what)


@router.button("g.row")
@_own_draft
async def on_row(turn: Turn, draft: Answers) -> Message | None:
    return await turn.see(drafting.row_menu, draft, number_of(turn))


@router.button("g.more")
@_own_draft
async def on_more(turn: Turn, draft: Answers) -> Message | None:
    return await turn.see(drafting.more_menu, draft, number_of(turn))


@router.button("g.add_line")
@_own_draft
async def on_add_line(turn: Turn, draft: Answers) -> Message | None:
    return await turn.do(drafting.ask_lines, draft)


@router.button("g.back")
@_own_draft
async def on_back(turn: Turn, draft: Answers) -> Message | None:
    return await turn.do(drafting.back, draft)


@router.button("g.drop")
@_own_draft
async def on_drop(turn: Turn, draft: Answers) -> Message | None:
    if turn.arg == "all":
        return await turn.do(drafting.drop)
    return await turn.do(drafting.leave_out, draft, number_of(turn))


@router.button("g.go")
@_own_draft
async def on_go(turn: Turn, draft: Answers) -> Message | None:
    return await turn.do(drafting.issue_draft, draft)


@router.button("g.undo")
async def on_undo(turn: Turn) -> Message | None:
    count = turn.press.arg if turn.press else ""
    if not (count.isdigit() and 1 <= int(count) <= MOST_ROWS):
        raise Refusal("unknown_button")
    return await turn.do(withdraw, turn.subject, int(count))
