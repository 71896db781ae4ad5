"""All that one line says on the spot is written down, said back, and put right."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from actions.desk import action
from actions.supervision.known import in_team, refresh, seen_by_number
from actions.supervision.on_the_spot import (
    FOUND,
    FindingsOf,
    arrive,
    find,
    not_yet,
    notes,
    read_by,
)
from actions.supervision.recommending import recommend
from domain.access import Permission
from domain.dialogue import Expectation
from domain.evidence import Proof
from domain.letters import Message, Press, result
from domain.names import clean_lines
from domain.refusals import Refusal
from domain.visits import WORDS_LETTERS, Advice, Finding, Noted, Visit
from storage import Work

P = Permission
DOUBT = "visit.doubt"


@action(needs=P.SUPERVISE)
def note_all(
    work: Work,
    visit_id: int,
    noted: Noted,
    asked: Sequence[Advice] = (),
    proof: Proof | None = None,
    *,
    named: bool = False,
) -> Message:
    """Several findings, recommendations, a correction: each by itself, and all said back."""
    visit = in_team(work, visit_id)
    if noted.found and noted.many == 1:
        return find.run(work, visit.id, noted.found, proof, named=named)
    new = not_yet(work, visit, noted.found)
    if noted.found or proof:
        find.run(work, visit.id, noted.found, proof)
    for one in asked:
        recommend.run(work, visit.id, one.words, one.basis, one.due, one.names_day)
    mended = _put_right(work, visit_id, noted) if noted.wrong else None
    work.expectations.expect(work.actor.me, Expectation(FOUND, visit.id), work.now)
    rows: list[dict[str, Any]] = [
        {"sort": sort.value, "words": words, "twice": None if (sort, words) in new else "yes"}
        for sort, words in noted.found
    ]
    rows += [{"sort": "asked", "words": one.words} for one in asked]
    rows += [{"sort": mended.sort.value, "words": mended.words}] if mended else []
    buttons = ((Press("v.open", visit.id, label=visit.code),),)
    facts = {"code": visit.code, "rows": rows, **read_by(visit, named)}
    return Message("visit.noted", facts, buttons)


@action(needs=P.SUPERVISE)
def arrive_and_note(
    work: Work, number: int, noted: Noted, asked: Sequence[Advice] = ()
) -> Message:
    """«GS19 đến rồi. hạn chế: …»: they are there, and this is what they found."""
    visit = work.visits.by_number(number)
    there = arrive.run(work, visit.id)
    if not noted.many:
        return there
    said = note_all.run(work, visit.id, noted, asked)
    return replace(said, facts={**said.facts, "arrived": "yes"})


@action(needs=P.SUPERVISE)
def note_all_by_number(
    work: Work,
    number: int,
    noted: Noted,
    asked: Sequence[Advice] = (),
    proof: Proof | None = None,
    *,
    named: bool = False,
) -> Message:
    """«GS19 hạn chế: bảng phí cũ; kiến nghị: thay bảng», with a photo or without."""
    visit_id = seen_by_number(work, number).id
    return note_all.run(work, visit_id, noted, asked, proof, named=named)


@action(needs=P.SUPERVISE)
def put_right(work: Work, visit_id: int, noted: Noted) -> Message:
    """«à nhầm 300k là 200k»: in the newest note of one's own that says so; read back."""
    note = _put_right(work, visit_id, noted)
    code, sort = in_team(work, visit_id).code, note.sort.value
    return result("visit.put_right", code=code, sort=sort, words=note.words, wrong=noted.wrong)


def _put_right(work: Work, visit_id: int, noted: Noted) -> Finding:
    visit, wrong = in_team(work, visit_id), noted.wrong.casefold()
    mine = reversed(notes.run(work, visit.id))
    note = next((one for one in mine if wrong and wrong in one.words.casefold()), None)
    if note is None:
        raise Refusal("visit_no_such_note", code=visit.code, words=noted.wrong)
    at = note.words.casefold().index(wrong)
    return _reworded(
        work, visit, note, f"{note.words[:at]}{noted.right}{note.words[at + len(wrong) :]}"
    )


@action(needs=P.SUPERVISE)
def say_anew(work: Work, visit_id: int, finding_id: int, words: str) -> Message:
    """«sửa lại: thiếu bảng giá 2 quầy»: a note of one's own in other words, read back."""
    visit = in_team(work, visit_id)
    note = next((one for one in notes.run(work, visit.id) if one.id == finding_id), None)
    if note is None:
        raise Refusal("visit_moved_on", code=visit.code)
    mended, sort = _reworded(work, visit, note, words), note.sort.value
    return result(
        "visit.put_right", code=visit.code, sort=sort, words=mended.words, wrong=note.words
    )


def _reworded(work: Work, visit: Visit, note: Finding, words: str) -> Finding:
    mended = replace(note, words=clean_lines(words, WORDS_LETTERS))
    work.teams.reword(note.id, mended.words)
    work.log("put_right", "visit", visit.id)
    refresh(work, visit)
    work.expectations.expect(work.actor.me, Expectation(FOUND, visit.id), work.now)
    return mended


@action(needs=P.SUPERVISE)
def ask_doubt(work: Work, visit_id: int, words: str) -> Message:
    """What may be no note at all is asked, and kept with the question."""
    visit, said = in_team(work, visit_id), clean_lines(words, WORDS_LETTERS)
    waits = Expectation(DOUBT, visit.id, {"words": said})
    work.expectations.expect(work.actor.me, Expectation(FOUND, visit.id), work.now)
    work.expectations.expect(work.actor.me, waits, work.now)
    buttons = ((Press("v.note", visit.id), Press("v.nonote", visit.id)),)
    facts = {"code": visit.code, "words": said}
    return Message("visit.ask_doubt", facts, buttons, topic=f"{DOUBT}:{visit.id}")


@action(needs=P.SUPERVISE)
def end_doubt(work: Work, visit_id: int, read: FindingsOf, yes: bool) -> Message:
    """«Ghi», «Không»."""
    waited = work.expectations.find(work.actor.me, DOUBT, visit_id, work.now)
    if waited is None:
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, DOUBT, visit_id)
    if yes:
        return find.run(work, visit_id, read(str(waited.answers["words"])))
    code = in_team(work, visit_id).code
    work.expectations.expect(work.actor.me, Expectation(FOUND, visit_id), work.now)
    return result("visit.not_noted", code=code, words=waited.answers["words"])
