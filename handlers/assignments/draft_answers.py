"""A draft of work is answered and tapped: a name, words, a day, a correction, the one tap."""

from collections.abc import Awaitable, Callable, Sequence

from actions.assignments import drafting
from actions.assignments.draft_looks import EVIDENCE, NOW, PEOPLE, TOPIC, Answers, Row, missing
from actions.assignments.whom import roster, sections
from domain.dialogue import Expectation, Hears
from domain.hours import SPOKEN_OF
from domain.letters import Message
from domain.people import Person
from domain.refusals import Refusal
from handlers.assignments.draft_changes import (
    cut_down,
    helped_by,
    of_row,
    put_right,
)
from handlers.assignments.giving import another_line, from_lines, holds_work, on_taught
from handlers.kit.buttons import moment_in, number_of
from handlers.kit.drafted import files_of, row_of, when_asked
from handlers.kit.router import PASS, Handler, Response, Router
from handlers.kit.turn import Turn

router = Router()
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


def _form(asked: Expectation) -> frozenset[Hears]:
    """What the form asks for; a plain yes or no once the whole is shown."""
    asking = asked.answers.get("asking", PEOPLE[0])
    if not asking:
        return frozenset({Hears.FORM, Hears.YES})
    return frozenset({Hears.FORM, Hears.PERSON} if asking in PEOPLE else {Hears.FORM})


@router.topic(TOPIC, hears=_form)
async def on_answer(turn: Turn) -> Response:
    """An answer of the form: who, what or when; or that it is put right, or to be left. «gửi»
    under the whole gives it, «thôi» drops it."""
    draft = _draft(turn)
    if draft is None:
        return PASS
    if not turn.text:
        return await _sent_along(turn, draft)
    if turn.reading.only_waits:
        return await turn.do(drafting.wait, draft)
    if (given := await on_taught(turn)) is not PASS:
        return given
    if (answer := await cut_down(turn, draft)) is not PASS:
        return answer
    return await (_asked_for(turn, draft) if draft["asking"] else _shown(turn, draft))


async def _sent_along(turn: Turn, draft: Answers) -> Response:
    """A photo or a file without words, while the work is being written: it goes with the line
    that was spoken of last."""
    row = draft.get("touched") or 0 if len(draft["rows"]) > 1 else 0
    files = files_of(turn)
    if not files or _is_old(turn):
        return PASS
    kept = [*draft["rows"][row].get("files", ()), *files]
    return await turn.do(drafting.fill, draft, {"files": kept}, row)


async def _asked_for(turn: Turn, draft: Answers) -> Response:
    """What is asked of one line; other words of that line put it right. Where almost any words
    would be an answer, what is put right goes first."""
    changes = {change.what for change in turn.reading.draft_changes}
    if "drop" in changes:
        return await turn.do(drafting.drop)
    if turn.reading.leaves or "leave" in changes:
        return await _leave(turn, draft)
    read = _READERS.get(draft["asking"])
    of_line = draft["asking"] not in (drafting.LINES, drafting.ROW)
    touched = draft["row"] if of_line else draft.get("touched")
    about = {**draft, "asking": "", "touched": touched}
    ways = [(read, draft), (put_right, about)] if read else []
    for way, of in reversed(ways) if read is _read_words else ways:
        if (answer := await way(turn, of)) is not PASS:
            return answer
    return PASS


def _is_old(turn: Turn) -> bool:
    """It was asked some time ago, and its own message was not replied to."""
    asked, reply = turn.heard, turn.message.reply_to if turn.message else None
    if asked is None or asked.at is None or (reply and reply.id == asked.asked_in):
        return False
    return turn.now - asked.at > SPOKEN_OF


async def asked_again(turn: Turn) -> Response:
    """Words that nobody understood, under the newest question: the form says once more what it
    expects, and a draft that is shown how it is put right."""
    newest = next(iter(turn.open), None)
    if newest is None or newest.topic != TOPIC or turn.card:
        return PASS
    draft = newest.answers
    if not draft["asking"]:
        return Message("not_understood.draft", {"text": turn.text})
    if draft["asking"] == drafting.LINES:
        return await turn.do(drafting.ask_lines, draft)
    if draft["asking"] == drafting.ROW:
        return await turn.do(drafting.ask_row, draft, str(draft["words"]))
    return await turn.do(drafting.ask_once_more, draft, turn.text)


async def _shown(turn: Turn, draft: Answers) -> Response:
    if turn.reading.sends:
        return await turn.do(drafting.issue_draft, draft)
    if (answer := await put_right(turn, draft)) is not PASS:
        return answer
    return await turn.do(drafting.drop) if turn.reading.leaves else PASS


async def _leave(turn: Turn, draft: Answers) -> Message | None:
    """«thôi», «bỏ qua»: what the way out of the question does."""
    row = int(draft["row"])
    if missing(draft["rows"][row]):
        return await turn.do(drafting.leave_line, draft, row)
    return await turn.do(drafting.back, draft)


async def _read_who(turn: Turn, draft: Answers) -> Response:
    people = await turn.see(roster)
    unit = turn.reading.section_named(await turn.see(sections))
    if draft["asking"] == "supports" and unit:
        return await _put_section(turn, draft, int(draft["row"]), unit)
    found = turn.reading.given_to(people)
    if found.one is not None:
        return await _put_person(turn, draft, int(draft["row"]), draft["asking"], found.one)
    if draft["asking"] == "leads" and (both := _who_and_when(turn, people)):
        return await turn.do(drafting.fill, draft, both, int(draft["row"]))
    if further := another_line(turn, people):
        return await turn.do(drafting.begin, further)
    if turn.reading.asks or not (found.among or turn.reading.may_be_a_stranger):
        return PASS
    row = int(draft["row"])
    rows = [dict(r) for r in draft["rows"]]
    rows[row] |= {"choices": list(found.among), "name": turn.text}
    return await turn.do(drafting.ask_again, {**draft, "rows": rows}, row, draft["asking"])


def _who_and_when(turn: Turn, people: Sequence[Person]) -> Row:
    """«giao Nam hạn t6», where what is to be done is known."""
    lines = turn.reading.work_lines(people)
    if len(lines) != 1 or lines[0].lead.one is None or lines[0].what:
        return {}
    said = row_of(lines[0], "")
    return {part: said[part] for part in ("leads", "supports", "due") if said.get(part)}


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


async def _put_section(turn: Turn, draft: Answers, row: int, unit_id: int) -> Message | None:
    if unit_id not in {unit.id for unit in await turn.see(sections)}:
        raise Refusal("unknown_button")
    return await turn.do(drafting.fill, draft, helped_by(draft["rows"][row], unit_id), row)


async def _read_words(turn: Turn, draft: Answers) -> Response:
    if turn.reading.asks or turn.reading.is_courtesy or _is_old(turn):
        return PASS
    asking = str(draft["asking"])
    change: Row = {asking: turn.text} | ({"urgent": True} if asking == "urgent_reason" else {})
    if asking == "what":
        due = turn.reading.due
        if due.at and due.rest and not draft["rows"][draft["row"]].get("due"):
            change = {"what": due.rest, "due": due.at}
    return await turn.do(drafting.fill, draft, change, int(draft["row"]))


async def _read_when(turn: Turn, draft: Answers) -> Response:
    if further := another_line(turn, await turn.see(roster)):
        return await turn.do(drafting.begin, further)
    if not turn.reading.is_a_limit:
        return PASS
    due = turn.reading.due
    change: Row = {"due": due.at} if due.at else {**when_asked(due), "due": None}
    return await turn.do(drafting.fill, draft, change, int(draft["row"]))


async def _read_row(turn: Turn, draft: Answers) -> Response:
    row = turn.reading.draft_row
    return PASS if row is None else await of_row(turn, draft, row)


async def _read_more_lines(turn: Turn, _: Answers) -> Response:
    return await from_lines(turn, turn.reading) if await holds_work(turn) else PASS


_READERS = {
    "leads": _read_who,
    "also": _read_who,
    "supports": _read_who,
    "what": _read_words,
    "expected": _read_words,
    "urgent_reason": _read_words,
    "due": _read_when,
    drafting.LINES: _read_more_lines,
    drafting.ROW: _read_row,
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
    if asking == "units" and choice.isdecimal():
        return await _put_section(turn, draft, row, int(choice))
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


@router.button("g.which")
@_own_draft
async def on_which(turn: Turn, draft: Answers) -> Message | None:
    """Of which line the words were, that are kept with the question."""
    if draft["asking"] != drafting.ROW:
        return await turn.see(drafting.ended, turn.subject)
    answer = await of_row(turn, draft, number_of(turn))
    return await turn.do(drafting.back, draft) if answer is PASS else answer


@router.button("g.join")
@_own_draft
async def on_join(turn: Turn, _: Answers) -> Message | None:
    return await turn.do(drafting.join)


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
    return await turn.do(drafting.issue_draft, draft, turn.arg == NOW)
