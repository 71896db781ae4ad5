"""All that one line says on the spot is written down, said back, and put right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from actions.desk import action
from actions.supervision.known import in_team, refresh, seen_by_number
from actions.supervision.on_the_spot import (
    arrive,
    attached,
    find,
    hear_notes,
    made,
    not_yet,
    notes,
    read_by,
)
from actions.supervision.recommending import recommend
from actions.supervision.stepping import put_paper_right
from domain.access import Permission
from domain.dialogue import Expectation, mark_of
from domain.evidence import Proof
from domain.letters import Message, Press, Rows, result
from domain.names import clean_lines
from domain.names import put_right as put_right_in
from domain.refusals import Refusal
from domain.visits import WORDS_LETTERS, Advice, Finding, Noted, Visit
from storage import Work
from storage.rows import dump

P = Permission
DOUBT = "visit.doubt"
Told = tuple[Noted, Sequence[Advice]]
ReadAs = Callable[[str, str], Told]
"""These words as a finding of a sort, or as a recommendation."""
NONE = "none"
NO_ROWS: Rows = ()


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
    if noted.many == 1 and len(asked) == 1 and not proof:
        [one] = asked
        return recommend.run(work, visit.id, one.words, one.basis, one.due, one.names_day)
    new, written = not_yet(work, visit, noted.found), NO_ROWS
    if noted.found or proof:
        written = find.run(work, visit.id, noted.found, proof).buttons
    for one in asked:
        recommend.run(work, visit.id, one.words, one.basis, one.due, one.names_day)
    mended = _put_right(work, visit_id, noted) if noted.wrong else None
    hear_notes(work, visit)
    rows: list[dict[str, Any]] = [
        {"sort": sort.value, "words": words, "twice": None if (sort, words) in new else "yes"}
        for sort, words in noted.found
    ]
    rows += [{"sort": "asked", "words": one.words} for one in asked]
    rows += [{"sort": mended.sort.value, "words": mended.words}] if mended else []
    buttons = (*written, (Press("v.open", visit.id, label=visit.code),))
    facts = {"code": visit.code, "rows": rows, **read_by(visit, named)}
    return result("visit.noted", buttons, **facts)


@action(needs=P.SUPERVISE)
def arrive_and_note(
    work: Work, number: int, words: str, noted: Noted, asked: Sequence[Advice] = ()
) -> Message:
    """«GS19 đến rồi. hạn chế: …»: they are there, and this is what they found; where it was
    said before, that alone."""
    visit = work.visits.by_number(number)
    comes = not (visit.arrived_at and noted.many)
    there = arrive.run(work, visit.id) if comes else None
    if there and not noted.many:
        return there
    if noted.may_be:
        said = ask_doubt.run(work, visit.id, words, noted.may_be)
    else:
        said = note_all.run(work, visit.id, noted, asked)
    return replace(said, facts={**said.facts, "arrived": "yes"}) if there else said


@action(needs=P.SUPERVISE)
def put_right(work: Work, visit_id: int, noted: Noted) -> Message:
    """«à nhầm 300k là 200k»: in the newest note of one's own that says so; read back."""
    note = _put_right(work, visit_id, noted)
    code, sort = in_team(work, visit_id).code, note.sort.value
    return result("visit.put_right", code=code, sort=sort, words=note.words, wrong=noted.wrong)


@action(needs=P.SUPERVISE)
def put_right_by_number(work: Work, number: int, noted: Noted) -> Message:
    """«GS19 số 33 chứ không phải 32»: of a paper of one's own hand, else of a note."""
    visit = seen_by_number(work, number)
    mended = put_paper_right(work, visit, noted.wrong, noted.right)
    return mended or put_right.run(work, visit.id, noted)


def _put_right(work: Work, visit_id: int, noted: Noted) -> Finding:
    """In the newest note of one's own where it stands."""
    visit = in_team(work, visit_id)
    mine = [*reversed(notes.run(work, visit.id))]
    each = ((one, put_right_in(one.words, noted.wrong, noted.right)) for one in mine)
    note, words = next(((one, words) for one, words in each if words), (None, None))
    if note is None or words is None:
        raise Refusal("visit_no_such_note", code=visit.code, words=noted.wrong)
    return _reworded(work, visit, note, words)


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
    hear_notes(work, visit)
    return mended


@action(needs=P.SUPERVISE)
def ask_doubt(
    work: Work, visit_id: int, words: str, may_be: Sequence[str], proof: Proof | None = None
) -> Message:
    """What may be no finding is asked, and kept with its own question; a photo is kept at once."""
    visit, said = made(work, visit_id), clean_lines(words, WORDS_LETTERS)
    hung = "yes" if attached(work, visit, proof) else None
    hear_notes(work, visit)
    kept = {"visit": visit.id, "words": said, "may_be": list(may_be)}
    return replace(_ask(work, visit, kept), facts={**_doubted(visit, kept), "hung": hung})


@action(needs=P.SUPERVISE)
def hang_asked(
    work: Work, visit_id: int, asked: Expectation, proofs: Sequence[Proof], may_be: Sequence[str]
) -> Message:
    """What was sent, and of which it was asked whether it is of work, is of this visit; its words
    are asked about."""
    visit, words = made(work, visit_id), str(asked.answers.get("text", ""))
    work.expectations.forget(work.actor.me, asked.topic, asked.subject)
    for proof in proofs:
        attached(work, visit, proof)
    refresh(work, visit)
    if not words:
        return result("visit.hung", code=visit.code)
    return ask_doubt.run(work, visit.id, words, may_be)


def _ask(work: Work, visit: Visit, kept: Mapping[str, Any]) -> Message:
    asked = int(mark_of(dump(kept)), 16)
    work.expectations.expect(work.actor.me, Expectation(DOUBT, asked, kept), work.now)
    ways = [Press("v.note", asked, way, label=f"@visit.note_as.{way}") for way in kept["may_be"]]
    buttons = ((*ways, Press("v.nonote", asked)),)
    return Message("visit.ask_doubt", _doubted(visit, kept), buttons, topic=f"{DOUBT}:{asked}")


def _doubted(visit: Visit, kept: Mapping[str, Any]) -> dict[str, Any]:
    return {"code": visit.code, "words": kept["words"]}


@action(needs=P.SUPERVISE)
def end_doubt(work: Work, asked: int, read: ReadAs, way: str) -> Message:
    """«Hạn chế», «Ưu điểm», «Không»; a mere yes says not which, and it is asked again."""
    waited = work.expectations.find(work.actor.me, DOUBT, asked, work.now)
    if waited is None:
        raise Refusal("words_gone")
    visit, words = made(work, waited.answers["visit"]), str(waited.answers["words"])
    if not way:
        return _ask(work, visit, waited.answers)
    work.expectations.forget(work.actor.me, DOUBT, asked)
    if way != NONE:
        return note_all.run(work, visit.id, *read(words, way))
    hear_notes(work, visit)
    return result("visit.not_noted", code=visit.code, words=words)
