"""A draft of work is answered and tapped: a name, words, a day, a correction, the one tap."""

from collections.abc import Awaitable, Callable

from actions.assignments import drafting
from actions.assignments.draft_looks import EVIDENCE, NOW, PEOPLE, TOPIC, Answers, Row, missing
from actions.assignments.whom import roster
from domain.dialogue import Expectation, Hears
from domain.letters import Message
from domain.refusals import Refusal
from handlers.assignments.draft_changes import cut_down, put_right
from handlers.assignments.giving import another_line, from_lines, holds_work, when_asked
from handlers.kit.buttons import moment_in, number_of
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
    """An answer of the form: who, what or when; or that it is to be left. «gửi» under the whole
    gives it, «thôi» drops it."""
    draft = _draft(turn)
    if draft and (answer := await cut_down(turn, draft)) is not PASS:
        return answer
    if draft and not draft["asking"]:
        return await _shown(turn, draft)
    read = _READERS.get(draft["asking"]) if draft else None
    if draft is None or read is None or not turn.text:
        return PASS
    if turn.reading.leaves:
        return await _leave(turn, draft)
    return await read(turn, draft)


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
    return await turn.do(drafting.ask_once_more, draft, turn.text)


async def _shown(turn: Turn, draft: Answers) -> Response:
    if turn.reading.sends:
        return await turn.do(drafting.issue_draft, draft)
    if turn.reading.leaves:
        return await turn.do(drafting.drop)
    return await put_right(turn, draft)


async def _leave(turn: Turn, draft: Answers) -> Message | None:
    """«thôi», «bỏ qua»: what the way out of the question does."""
    row = int(draft["row"])
    if missing(draft["rows"][row]):
        return await turn.do(drafting.leave_out, draft, row)
    return await turn.do(drafting.back, draft)


async def _read_who(turn: Turn, draft: Answers) -> Response:
    people = await turn.see(roster)
    found = turn.reading.names(people)
    if found.one is not None:
        return await _put_person(turn, draft, int(draft["row"]), draft["asking"], found.one)
    if further := another_line(turn, people):
        return await turn.do(drafting.begin, further)
    if turn.reading.asks or not (found.among or turn.reading.may_be_a_stranger):
        return PASS
    row = int(draft["row"])
    rows = [dict(r) for r in draft["rows"]]
    rows[row] |= {"choices": list(found.among), "name": turn.text}
    return await turn.do(drafting.ask_again, {**draft, "rows": rows}, row, draft["asking"])


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


async def _read_words(turn: Turn, draft: Answers) -> Response:
    if turn.reading.asks or turn.reading.is_courtesy:
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
    return await turn.do(drafting.issue_draft, draft, turn.arg == NOW)
