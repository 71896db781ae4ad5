"""A draft of work is put right in words: «2 thôi t5», «việc 2 giao Bắc», «bỏ cái của Hoa»."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from actions.assignments import drafting
from actions.assignments.draft_looks import TOPIC, Answers, Row
from actions.assignments.whom import roster, sections
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.drafted import when_asked
from handlers.kit.router import PASS, Response
from handlers.kit.turn import Turn
from language import EVERY, LAST, DraftChange, DraftCut, Reading
from texts import load

Rows = dict[int, Row]
"""The lines that are left, by the numbers under which they were shown."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What becomes of a line that it is said of, nothing where it does not fit; and what of it is
    asked, because it is doubtful."""

    of: Callable[[Row], Row | None]
    asks: str = ""


async def put_right(turn: Turn, draft: Answers) -> Response:
    """What is changed in one line, or that the whole is given or dropped."""
    for change in turn.reading.draft_changes:
        if (answer := await _changed(turn, draft, change)) is not PASS:
            return answer
    return await _together(turn, draft)


async def _together(turn: Turn, draft: Answers) -> Response:
    """«ngày thứ 5, giao Hoa», «2 giao Hoa t6»: every piece of it fits, or none is done; a line
    that one of them names is meant by the others."""
    pieces, due = turn.reading.draft_pieces, turn.reading.due.at
    rows, touched = list(draft["rows"]), draft.get("touched")
    if len(pieces) < 2 and not (pieces and due and turn.reading.due.rest):
        return PASS
    asks = ""
    for piece in pieces:
        found = await _piece(turn, rows, piece.draft_changes, touched)
        if found is None:
            return PASS
        touched, asks = found[0], found[1] or asks
    if len(pieces) == 1 and touched is not None:
        rows[touched] = {**rows[touched], "due": due}
    if asks:
        return await turn.do(drafting.ask_again, {**draft, "rows": rows}, touched or 0, asks)
    return await turn.do(drafting.put_right, rows, touched)


async def _piece(
    turn: Turn, rows: list[Row], changes: Sequence[DraftChange], touched: int | None
) -> tuple[int, str] | None:
    """The one line that it changes, and what of it is asked because it is doubtful."""
    for change in changes:
        edit = await _EDITS[change.what](turn, change) if change.what in _PARTS else None
        if edit is None:
            continue
        found = await _places(turn, rows, change)
        fitting = [n for n in found if edit.of(rows[n]) is not None]
        meant = fitting if len(fitting) == 1 else [n for n in fitting if n == touched]
        if meant:
            rows[meant[0]] = edit.of(rows[meant[0]]) or rows[meant[0]]
            return meant[0], edit.asks
    return None


async def of_row(turn: Turn, draft: Answers, row: int) -> Response:
    """«2», «cái đầu»: of that line are the words of which it was asked."""
    before = await turn.saying(str(draft["words"]))
    for change in before.reading.draft_changes:
        answer = await _changed(before, draft, replace(change, row=row))
        if answer is not PASS:
            return answer
    return PASS


async def give_shown(turn: Turn, draft: Answers, at_once: bool = False) -> Message | None:
    """«giao»; after words that nobody understood, and that may have changed it, it is shown once
    more, and so it is where the key of the keyboard, «Giao việc» letter for letter, may begin
    another."""
    if turn.text == load(turn.actor.locale)["menu.work.give"]:
        return await turn.do(drafting.put_right, list(draft["rows"]))
    if any(e.passed_by for e in turn.waiting if e.topic == TOPIC):
        return await turn.do(drafting.put_right, list(draft["rows"]))
    return await turn.do(drafting.issue_draft, draft, at_once)


async def _join(turn: Turn, _: Answers) -> Response:
    return await turn.do(drafting.join)


async def _more(turn: Turn, draft: Answers) -> Response:
    return await turn.do(drafting.ask_lines, draft)


async def _drop(turn: Turn, _: Answers) -> Response:
    return await turn.do(drafting.drop)


_PARTS = ("due", "lead", "support", "count")
"""What may be put right beside another part of the same line."""
_WHOLE: Mapping[str, Callable[[Turn, Answers], Awaitable[Response]]] = {
    "give": give_shown,
    "join": _join,
    "more": _more,
    "drop": _drop,
    "leave": _drop,
}


async def _changed(turn: Turn, draft: Answers, change: DraftChange) -> Response:
    """Of the line that is named, of the only one that it fits, or of the one that was spoken of
    just now; else it is asked of which. «giao cả 2» of three is shown once more."""
    if change.what == "give" and change.many not in (None, len(draft["rows"])):
        return await turn.do(drafting.put_right, list(draft["rows"]))
    if whole := _WHOLE.get(change.what):
        return await whole(turn, draft)
    edit, rows = await _EDITS[change.what](turn, change), list(draft["rows"])
    found = await _places(turn, rows, change) if edit else []
    fitting = [n for n in found if edit and edit.of(rows[n]) is not None]
    if edit is None or not fitting:
        return PASS
    if len(fitting) > 1 and change.row != EVERY:
        if draft.get("touched") not in fitting:
            return await turn.do(drafting.ask_row, draft, turn.text)
        fitting = [draft["touched"]]
    for n in fitting:
        rows[n] = edit.of(rows[n]) or rows[n]
    if edit.asks:
        return await turn.do(drafting.ask_again, {**draft, "rows": rows}, fitting[0], edit.asks)
    if change.what == "out":
        del rows[fitting[0]]
        return await turn.do(drafting.put_right, rows)
    return await turn.do(drafting.put_right, rows, fitting[-1])


async def _places(turn: Turn, rows: list[Row], change: DraftChange) -> list[int]:
    """Which lines it may be of."""
    if change.whose:
        person = await _person(turn, change.whose)
        return [n for n, row in enumerate(rows) if person in row.get("leads", ())]
    if change.row is None or change.row == EVERY:
        return list(range(len(rows)))
    n = len(rows) - 1 if change.row == LAST else change.row - 1
    return [n] if 0 <= n < len(rows) else []


async def _person(turn: Turn, words: str) -> int | None:
    return turn.reading.of(words).names(await turn.see(roster)).one


async def _limit(turn: Turn, change: DraftChange) -> Edit | None:
    """«sang thứ 6»; of «6h» the day is asked; «không phải thứ 4» is of a line that is due then."""
    said = turn.reading.of(change.words)
    if said.due.rest or not said.is_a_limit:
        return None
    if said.due.at is None:
        edit = Edit(lambda row: {**row, **when_asked(said.due)}, "due")
    else:
        edit = Edit(lambda row: {**row, "due": said.due.at})
    return _due_then(edit, turn.reading.of(change.old)) if change.old else edit


def _due_then(edit: Edit, day: Reading) -> Edit | None:
    """The same, of a line that is due on that day alone."""
    old = day.due.at
    if old is None or day.due.rest:
        return None
    return replace(edit, of=lambda row: edit.of(row) if _is_due(row, old) else None)


def _is_due(row: Row, then: datetime) -> bool:
    return bool(row.get("due")) and row["due"].date() == then.date()


async def _lead(turn: Turn, change: DraftChange) -> Edit | None:
    """Somebody leads it instead: of whoever led it, or of the one who is named."""
    found = turn.reading.of(change.words).names(await turn.see(roster))
    old = await _person(turn, change.old) if change.old else None
    if not found or (change.old and old is None):
        return None
    if found.one is None:
        among = {"choices": list(found.among), "name": change.words}
        return Edit(lambda row: {**row, **among}, "leads")
    new = found.one
    return Edit(lambda row: _instead(row, old, new))


def _instead(row: Row, old: int | None, new: int) -> Row | None:
    leads, supports = list(row.get("leads", ())), list(row.get("supports", ()))
    named = {"choices": [], "name": ""}
    if old is None:
        return {**row, "leads": [new], "supports": _but(supports, new), **named}
    if old in leads:
        return {**row, "leads": _put(leads, old, new), "supports": _but(supports, new), **named}
    return {**row, "supports": _put(supports, old, new)} if old in supports else None


def _but(people: list[int], one: int) -> list[int]:
    return [person for person in people if person != one]


def _put(people: list[int], old: int, new: int) -> list[int]:
    return list(dict.fromkeys(new if person == old else person for person in people))


async def _support(turn: Turn, change: DraftChange) -> Edit | None:
    """Somebody helps with it besides, or a section."""
    unit = turn.reading.of(change.words).section_named(await turn.see(sections))
    if unit is not None:
        return Edit(lambda row: {**row, **helped_by(row, unit)})
    found = turn.reading.of(change.words).names(await turn.see(roster))
    if found.one is None:
        among = {"choices": list(found.among)}
        return Edit(lambda row: {**row, **among}, "supports") if found else None
    one = found.one
    return Edit(lambda row: {**row, "supports": _with(row, one)})


def helped_by(row: Row, unit_id: int) -> Row:
    """The sections that help, with this one."""
    return {"units": list(dict.fromkeys([*row.get("units", ()), unit_id]))}


def _with(row: Row, person: int) -> list[int]:
    supports = list(row.get("supports", ()))
    return supports if person in row.get("leads", ()) else [*_but(supports, person), person]


async def _count(turn: Turn, change: DraftChange) -> Edit | None:
    """«hình như 38 thôi»: of a line with one number of such things in its title."""
    count = turn.reading.of(change.words)

    def counted(row: Row) -> Row | None:
        title = count.as_count_in(str(row.get("what", "")), change.old)
        return {**row, "what": title} if title else None

    return Edit(counted)


async def _what(_: Turn, change: DraftChange) -> Edit | None:
    return Edit(lambda row: {**row, "what": change.words})


async def _out(_: Turn, __: DraftChange) -> Edit | None:
    return Edit(lambda row: row)


_EDITS: Mapping[str, Callable[[Turn, DraftChange], Awaitable[Edit | None]]] = {
    "due": _limit,
    "lead": _lead,
    "support": _support,
    "count": _count,
    "what": _what,
    "out": _out,
}


# what goes out of it


async def cut_down(turn: Turn, draft: Answers) -> Response:
    """«bỏ cái của Hoa đi, chỉ giao Bắc thôi»: every piece of it fits, or none is done."""
    shown = dict(enumerate(draft["rows"], start=1))
    left = shown
    for piece in turn.reading.draft_cuts:
        ways = [await _cut(turn, left, one) for one in piece]
        left = next((rows for rows in ways if rows is not None), {})
        if not any(rows is not None for rows in ways):
            return await _of_nobody(turn, piece[0])
    return PASS if left == shown else await turn.do(drafting.put_right, list(left.values()))


async def _of_nobody(turn: Turn, one: DraftCut) -> Response:
    """«bỏ Mai đi», who is not in it: nothing else goes out instead."""
    found = await _named(turn, one.words) if one.what == "drop" else None
    person = next((p for p in await turn.see(roster) if p.id == found), None)
    if person is None:
        return PASS
    raise Refusal("not_in_draft", name=person.name)


async def _cut(turn: Turn, left: Rows, one: DraftCut) -> Rows | None:
    """The lines without it, or nothing where it fits none."""
    if one.what == "cut":
        return _without_words(turn, left, one)
    if one.row:
        return _chosen(left, {one.row} & set(left), one)
    person = await _named(turn, one.words)
    led = {n for n, row in left.items() if row.get("leads") == [person]}
    if one.what == "keep":
        return _chosen(left, led, one)
    fewer = {n: _without(row, person) for n, row in left.items() if person and n not in led}
    if led and (one.thing or fewer):
        return fewer
    alone = {n: {**row, "leads": [], "choices": []} for n, row in left.items() if n in led}
    changed = {**left, **fewer, **alone}
    return changed if changed != left else None


def _chosen(left: Rows, meant: set[int], one: DraftCut) -> Rows | None:
    rows = {n: row for n, row in left.items() if (n in meant) == (one.what == "keep")}
    return rows if meant else None


def _without(row: Row, person: int) -> Row:
    """Somebody is not in it any more; whoever else is stays."""
    leads, supports = list(row.get("leads", ())), list(row.get("supports", ()))
    if person not in (*leads, *supports):
        return row
    return {**row, "leads": _but(leads, person), "supports": _but(supports, person)}


async def _named(turn: Turn, words: str) -> int | None:
    """The colleague whom these words name, and nobody besides."""
    return turn.reading.of(words).is_name_of(await turn.see(roster))


def _without_words(turn: Turn, left: Rows, one: DraftCut) -> Rows | None:
    """Of the line that is named, or of the only one in whose title these words stand."""
    among = {n: row for n, row in left.items() if one.row in (None, n)}
    words = turn.reading.of(one.words)
    titles = {n: words.taken_out_of(row.get("what", "")) for n, row in among.items()}
    found = [n for n, title in titles.items() if title]
    if len(found) != 1:
        return None
    return {**left, found[0]: {**left[found[0]], "what": titles[found[0]]}}
