"""A draft of work is put right in words: «2 thôi t5», «bỏ cái của Hoa», «chỉ giao Bắc thôi»."""

from actions.assignments import drafting
from actions.assignments.draft_looks import TOPIC, Answers, Row
from actions.assignments.whom import roster
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.router import PASS, Response
from handlers.kit.turn import Turn
from language import DraftChange, DraftCut

Rows = dict[int, Row]
"""The lines that are left, by the numbers under which they were shown."""


async def put_right(turn: Turn, draft: Answers) -> Response:
    """What is changed in one line, or that it is given."""
    for change in turn.reading.draft_changes:
        if (answer := await _changed(turn, draft, change)) is not PASS:
            return answer
    return PASS


async def give_shown(turn: Turn, draft: Answers, at_once: bool = False) -> Message | None:
    """«giao», «giao việc»; after words that nobody understood, and that may have changed it, it
    is shown once more."""
    if any(e.passed_by for e in turn.waiting if e.topic == TOPIC):
        return await turn.do(drafting.cut, list(draft["rows"]))
    return await turn.do(drafting.issue_draft, draft, at_once)


async def cut_down(turn: Turn, draft: Answers) -> Response:
    """«bỏ cái của Hoa đi, chỉ giao Bắc thôi»: every piece of it fits, or none is done."""
    shown = dict(enumerate(draft["rows"], start=1))
    left = shown
    for piece in turn.reading.draft_cuts:
        ways = [await _cut(turn, left, one) for one in piece]
        left = next((rows for rows in ways if rows is not None), {})
        if not any(rows is not None for rows in ways):
            return PASS
    return PASS if left == shown else await turn.do(drafting.cut, list(left.values()))


async def _cut(turn: Turn, left: Rows, one: DraftCut) -> Rows | None:
    """The lines without it, or nothing where it fits none."""
    if one.what == "cut":
        return _without_words(turn, left, one)
    meant = {one.row} & set(left) if one.row else await _lines_of(turn, left, one.words)
    if not meant:
        return None
    return {n: row for n, row in left.items() if (n in meant) == (one.what == "keep")}


async def _lines_of(turn: Turn, left: Rows, words: str) -> set[int]:
    """The lines that this colleague leads alone."""
    found = turn.reading.of(words).is_name_of(await turn.see(roster))
    return {n for n, row in left.items() if found and row.get("leads") == [found]}


def _without_words(turn: Turn, left: Rows, one: DraftCut) -> Rows | None:
    """Of the line that is named, or of the only one in whose title these words stand."""
    among = {n: row for n, row in left.items() if one.row in (None, n)}
    words = turn.reading.of(one.words)
    titles = {n: words.taken_out_of(row.get("what", "")) for n, row in among.items()}
    found = [n for n, title in titles.items() if title]
    if len(found) != 1:
        return None
    return {**left, found[0]: {**left[found[0]], "what": titles[found[0]]}}


async def _changed(turn: Turn, draft: Answers, change: DraftChange) -> Response:
    """«2 thôi t5»: of the line that is named, or of the only one; nothing where it fits none."""
    if change.what == "give":
        return await give_shown(turn, draft)
    rows = len(draft["rows"])
    if change.row is not None and not 1 <= change.row <= rows:
        return PASS
    if change.what == "count":
        return await _counted(turn, draft, change.words)
    row, said = (change.row or 1) - 1, turn.reading.of(change.words)
    if change.what == "due" and (said.due.rest or not said.is_a_limit):
        return PASS
    person = None if change.what == "due" else said.names(await turn.see(roster)).one
    if change.what != "due" and person is None:
        return PASS
    if change.row is None and rows > 1:
        raise Refusal("which_draft_row", n=rows)
    if change.what == "due" and said.due.at is None:
        return await turn.do(drafting.ask_again, draft, row, "due")
    new = _with(draft["rows"][row], change, person) if person else {"due": said.due.at}
    return await turn.do(drafting.fill, draft, new, row)


def _with(row: Row, change: DraftChange, person: int) -> Row:
    """Somebody leads it instead, or helps with it."""
    if change.what == "lead":
        return {"leads": [person], "choices": [], "name": ""}
    return {"supports": list(dict.fromkeys([*row.get("supports", ()), person]))}


async def _counted(turn: Turn, draft: Answers, words: str) -> Response:
    """«hình như 38 thôi»: of the only line with one number of such things in its title."""
    count = turn.reading.of(words)
    titles = [count.as_count_in(str(row["what"])) for row in draft["rows"]]
    found = [n for n, title in enumerate(titles) if title]
    if len(found) != 1:
        return PASS
    return await turn.do(drafting.fill, draft, {"what": titles[found[0]]}, found[0])
