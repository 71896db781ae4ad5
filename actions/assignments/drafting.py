"""The draft of what is to be given: asked for who, what and when, shown once, issued by a tap."""

import zlib
from dataclasses import replace
from typing import Any

from actions.assignments.draft_compared import changes
from actions.assignments.draft_looks import (
    EXTRAS,
    NEEDED,
    PEOPLE,
    TOPIC,
    Answers,
    Row,
    aside_of,
    card_of,
    extras_look,
    missing,
    more_lines,
    over,
    question,
    row_look,
    table,
    which_row,
)
from actions.assignments.giving import NewWork, give
from actions.desk import action, view
from domain.access import Permission
from domain.assignment_rights import must_give
from domain.dialogue import Expectation
from domain.hours import DRAFT_GROWS
from domain.letters import Message, Place, toast
from domain.refusals import Refusal
from storage import Work
from storage.rows import dump, spell

MOST_ROWS = 20
LINES, ROW = "lines", "row"
"""What is asked for by «Thêm việc», and where a change may be of several lines."""


@action(needs=Permission.ASSIGN)
def begin(work: Work, rows: list[Row]) -> Message:
    """New lines; those of a draft that its person still works at stay before them. One that was
    left for something else is put aside, and joins only when that is said."""
    work.expectations.forget(work.actor.me, "briefing", 0)
    draft = _open(work)
    kept = [row for row in draft["rows"] if row.get("what")] if draft else []
    if not (rows and len(kept) + len(rows) <= MOST_ROWS):
        raise Refusal("too_many_rows", most=MOST_ROWS)
    if draft and kept and (_was_left(work) or _stood_aside(work)):
        return _on(work, rows, aside=[*draft.get("aside", ()), *kept])
    newest = len(kept) if kept and len(rows) == 1 else None
    return _on(work, [*kept, *rows], kept=len(kept) or None, touched=newest)


@action(needs=Permission.ASSIGN)
def begin_instead(work: Work, rows: list[Row], topic: str) -> Message:
    """The same of words that something else was asked about."""
    work.expectations.forget(work.actor.me, topic, 0)
    return begin.run(work, rows)


@action(needs=Permission.ASSIGN)
def join(work: Work) -> Message:
    """«gộp»: what was put aside goes out with the newer lines, before them."""
    draft = _open(work)
    aside = draft.get("aside") if draft else None
    if draft is None or not aside:
        raise Refusal("nothing_aside")
    if len(aside) + len(draft["rows"]) > MOST_ROWS:
        raise Refusal("too_many_rows", most=MOST_ROWS)
    return _on(work, [*aside, *draft["rows"]], kept=len(aside), aside=[])


@action(needs=Permission.ASSIGN)
def rewrite(work: Work, written_in: int, rows: list[Row]) -> Message:
    """Its message was edited: the lines that came from it are read anew, the others stay."""
    draft = _open(work)
    if draft is None or not rows:
        raise Refusal("draft_gone")
    others = [row for row in draft["rows"] if row.get("written_in") != written_in]
    if len(others) + len(rows) > MOST_ROWS:
        raise Refusal("too_many_rows", most=MOST_ROWS)
    return _on(work, [*others, *rows], changed=[])


@action(needs=Permission.ASSIGN)
def wait_for_lines(work: Work) -> Message:
    """The briefing lane: one message of lines is awaited."""
    work.expectations.expect(work.actor.me, Expectation("briefing"), work.now)
    return Message("give.ask_lines", topic="briefing:0")


@action(needs=Permission.ASSIGN)
def fill(work: Work, answers: Answers, said: Row, row: int) -> Message:
    """Write an answer into a line and ask for what is still missing."""
    _must_have(answers, row)
    rows = [dict(r) for r in answers["rows"]]
    rows[row] |= said
    _must_give(work, rows[row])
    return _on(work, rows, touched=row)


@action(needs=Permission.ASSIGN)
def ask_again(work: Work, answers: Answers, row: int, what: str) -> Message:
    """Ask for one thing of a line: to correct it, or what stands under «Thêm»."""
    _must_have(answers, row)
    if what not in (*NEEDED, *EXTRAS):
        raise Refusal("unknown_button")
    return _ask(work, {**answers, "row": row, "asking": what})


@action(needs=Permission.ASSIGN)
def ask_row(work: Work, answers: Answers, words: str) -> Message:
    """Of which line these words are, which may be of several."""
    asked = {**answers, "row": 0, "asking": ROW, "words": words}
    _wait(work, asked)
    return which_row(work, asked)


@action(needs=Permission.ASSIGN)
def ask_once_more(work: Work, answers: Answers, unheard: str) -> Message:
    """What is asked stays asked, under words that were no answer to it."""
    asked = _ask(work, answers)
    return replace(asked, facts={**asked.facts, "unheard": unheard})


@action(needs=Permission.ASSIGN)
def ask_lines(work: Work, answers: Answers) -> Message:
    """«Thêm việc»."""
    _wait(work, {**answers, "row": 0, "asking": LINES})
    return more_lines(answers)


@action(needs=Permission.ASSIGN)
def back(work: Work, answers: Answers) -> Message:
    """Back to the table; nothing is asked any more."""
    if any(map(missing, answers["rows"])):
        return _on(work, answers["rows"])
    shown = {**answers, "row": 0, "asking": ""}
    _wait(work, shown)
    return over(table(work, shown))


@action(needs=Permission.ASSIGN)
def wait(work: Work, answers: Answers) -> Message:
    """«đợi tí», «để tôi hỏi chị Hạnh»: the draft and what it asks stay as they are."""
    _wait(work, answers)
    return Message("give.waits")


@action(needs=Permission.ASSIGN)
def leave_out(work: Work, answers: Answers, row: int) -> Message:
    """Take one line out of the draft; the last one takes the draft with it."""
    rows = _without(answers, row)
    return _on(work, rows, changed=[]) if rows else _dropped(work)


@action(needs=Permission.ASSIGN)
def leave_line(work: Work, answers: Answers, row: int) -> Message:
    """«thôi», where one line of several is asked for: which one went is said, and «thôi» once
    more drops the others as well."""
    rows = _without(answers, row)
    return _on(work, rows, left=True) if rows and not answers.get("left") else _dropped(work)


def _without(answers: Answers, row: int) -> list[Row]:
    _must_have(answers, row)
    return [r for n, r in enumerate(answers["rows"]) if n != row]


@action(needs=Permission.ASSIGN)
def put_right(work: Work, rows: list[Row], touched: int | None = None) -> Message:
    """The draft as it was put right in words, shown again; where nothing of it is left, it is
    dropped."""
    if touched is not None:
        _must_give(work, rows[touched])
    return _on(work, rows, touched=touched) if rows else _dropped(work)


@action(needs=Permission.ASSIGN)
def drop(work: Work) -> Message:
    """«Bỏ»: the whole draft."""
    return _dropped(work)


def _dropped(work: Work) -> Message:
    close(work)
    return Message("give.dropped", place=Place.EDIT)


@action(needs=Permission.ASSIGN)
def issue_draft(work: Work, answers: Answers, at_once: bool = False) -> Message:
    """One tap issues all: one deed."""
    if any(map(missing, answers["rows"])):
        return _on(work, answers["rows"])
    rows = [{**row, "at_once": at_once} for row in answers["rows"]]
    given = give.run(work, [_new(row) for row in rows], TOPIC)
    work.offices.first_run(_issued(work, answers["mark"]), work.now)
    return replace(given, facts={**given.facts, "aside": aside_of(work, answers)})


@view(needs=Permission.ASSIGN)
def ended(work: Work, mark: int) -> Message:
    """A tap on a draft that is no more: it was given, and nothing is given twice; another stands
    in its place; or it went."""
    if work.offices.has_run(_issued(work, mark)):
        return toast("give.already")
    if _open(work):
        return toast("give.replaced")
    raise Refusal("draft_gone")


def draw_draft(work: Work, mark: int) -> Message:
    """The table as long as it stands; then what became of it."""
    draft = _open(work)
    if draft and draft["mark"] == mark and not any(map(missing, draft["rows"])):
        return table(work, draft)
    kind = "give.replaced" if draft else "give.dropped"
    if work.offices.has_run(_issued(work, mark)):
        kind = "give.already"
    return Message(kind, card=card_of(mark))


def close(work: Work) -> bool:
    """Forget the draft, if there is one; its table says so."""
    draft = _open(work)
    if draft:
        work.expectations.forget(work.actor.me, TOPIC, 0)
        _retire(work, draft["mark"])
    return draft is not None


def _open(work: Work) -> Answers | None:
    found = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    return found.answers if found else None


def _retire(work: Work, mark: int) -> None:
    work.redraw(card_of(mark), *work.assignments.holders(card_of(mark)))


def _issued(work: Work, mark: int) -> str:
    return f"draft_given:{work.actor.me}:{mark}"


def _must_have(answers: Answers, row: int) -> None:
    if not 0 <= row < len(answers["rows"]):
        raise Refusal("draft_gone")


def _new(row: Row) -> NewWork:
    kept = {name: row[name] for name in NewWork.__dataclass_fields__ if row.get(name)}
    tuples = {name: tuple(value) for name, value in kept.items() if isinstance(value, list)}
    return NewWork(**{**kept, **tuples})


def _on(work: Work, rows: list[Row], **more: Any) -> Message:
    """The rows have changed: ask for the next thing that is missing, or show the whole draft,
    and say what changed. `kept` lines stood there before, the `touched` one was spoken of last,
    what is put `aside` stays so."""
    rows, before = [_not_past(work, row) for row in rows], _open(work)
    same = before is not None and not (more.get("kept") or "aside" in more)
    changed = changes(work, before["rows"], rows) if before and same else []
    draft: dict[str, Any] = {"rows": rows, "mark": _mark(work, rows), "changed": changed}
    draft |= {"aside": before.get("aside", []) if before else [], **more}
    for mark in _marks(work):
        _retire(work, mark)
    for number, row in enumerate(rows):
        if what := missing(row):
            return _ask(work, {**draft, "row": number, "asking": what})
    _wait(work, {**draft, "row": 0, "asking": ""})
    work.expectations.nothing_more()
    return table(work, draft)


def _was_left(work: Work) -> bool:
    """Its person has said something else since, or nothing for some minutes."""
    found = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if found is None or found.at is None:
        return False
    return found.passed_by > 0 or work.now - found.at > DRAFT_GROWS


def _stood_aside(work: Work) -> bool:
    """The message that is edited had it put aside."""
    return any(e.topic == TOPIC and e.answers.get("aside") for e in work.expectations.unsaid)


def _must_give(work: Work, row: Row) -> None:
    for lead_id in row.get("leads", ()):
        lead = work.people.get(lead_id, work.today)
        must_give(work.actor, lead.unit_id if lead else None, work.people.name(lead_id))


def _marks(work: Work) -> set[int]:
    """Of the draft as it stands, and as it stood before its message was edited."""
    unsaid = [e.answers for e in work.expectations.unsaid if e.topic == TOPIC]
    return {draft["mark"] for draft in (*unsaid, _open(work)) if draft}


def _mark(work: Work, rows: list[Row]) -> int:
    """What a button carries, so that it acts only on the rows that stood on its card."""
    return zlib.crc32(f"{spell(work.now)}{dump(rows)}".encode())


def _not_past(work: Work, row: Row) -> Row:
    """A day that has passed is asked again."""
    due = row.get("due")
    return {**row, "past": due, "due": None} if due and due <= work.now else row


def _wait(work: Work, answers: Answers) -> None:
    work.expectations.expect(work.actor.me, Expectation(TOPIC, 0, answers), work.now)


def _ask(work: Work, answers: Answers) -> Message:
    _wait(work, answers)
    return question(work, answers)


@view(needs=Permission.ASSIGN)
def more_people(work: Work, answers: Answers, page: int) -> Message:
    """«Trang sau»: the same question with other names."""
    if answers["asking"] not in PEOPLE:
        raise Refusal("draft_gone")
    return over(question(work, answers, page))


@view(needs=Permission.ASSIGN)
def row_menu(work: Work, answers: Answers, row: int) -> Message:
    _must_have(answers, row)
    return row_look(work, answers, row)


@view(needs=Permission.ASSIGN)
def more_menu(_: Work, answers: Answers, row: int) -> Message:
    _must_have(answers, row)
    return extras_look(answers, row)
