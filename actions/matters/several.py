"""Steps by words: «KN31 KN32 số 142 ngày 30/11», «KK1 đã ổn, kết thúc»; a doubt is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from actions.desk import action
from actions.matters.known import known, must_be_open, seen, ways_on, whose_turn
from actions.matters.owning import note, set_due
from actions.matters.passing import tell_passed
from actions.matters.stepping import answer_step, lacks_for, not_now, press_step
from actions.meant import ask_meant
from actions.office.unannounced import those_who_know
from domain.access import Permission
from domain.evidence import Proof
from domain.letters import Message, result
from domain.matter_kinds import kind_of
from domain.matters import Given, Matter, Need, Step
from storage import Work

P = Permission
NOTED, PASSED = "noted", "passed"
ROOM, MOST = "matter", 2


@dataclass(frozen=True, slots=True)
class Asked:
    """What is kept where it is asked what was meant, and the number of the message."""

    kept: Mapping[str, Any]
    number: int


@action(needs=P.FOLLOW_MATTERS)
def step(
    work: Work,
    codes: Sequence[tuple[str, int]],
    events: Sequence[str],
    given: Given,
    asked: Asked,
    proof: Proof | None = None,
    *,
    apart: bool = True,
) -> Message:
    """All of them, or none; one alone is asked for what it lacks. Words right behind a step that
    takes none are asked, unless they stand `apart`."""
    matters = [known(work, prefix, number) for prefix, number in dict.fromkeys(codes)]
    if len(matters) == 1:
        matter = matters[0]
        found = _step(work, matter, events)
        if given.words and not apart and found.asks is None:
            return _offer(work, matter, [found.event], asked)
        return _taken(work, matter, found, _own_words(matter, found, given, asked), proof)
    taken = [(matter, _step(work, matter, events).event) for matter in matters]
    for matter, event in taken:
        answer_step.run(work, matter.id, event, given, proof)
    return _done(taken)


def _step(work: Work, matter: Matter, events: Sequence[str]) -> Step:
    """The first that its reader may take from here; where there is none, taking it says why."""
    ways = {way.event: way for way in ways_on(work, matter)}
    may = next((ways[event] for event in events if event in ways), None)
    return may or _not_now(matter, kind_of(matter.kind).step(_step_of(matter, events)))


def _not_now(matter: Matter, wanted: Step) -> Step:
    """Spoken of, where it does not lead on from here; who may not is told when it is taken."""
    if matter.is_open and matter.state not in wanted.come_from:
        raise not_now(matter, wanted)
    return wanted


def _step_of(matter: Matter, events: Sequence[str]) -> str:
    """A mere number and day are of the step that asks for them."""
    steps = kind_of(matter.kind).steps
    named = (event for event in events if any(step.event == event for step in steps))
    by_number = (step.event for step in steps if Need.NUMBER in step.needs)
    return next(named, "") or next(by_number, events[0])


def _own_words(matter: Matter, found: Step, given: Given, asked: Asked) -> Given:
    """«xong rồi», where the words themselves are the answer."""
    is_answer = found.event in kind_of(matter.kind).replies
    return replace(given, words=str(asked.kept["text"])) if is_answer else given


def _taken(
    work: Work, matter: Matter, found: Step, given: Given, proof: Proof | None = None
) -> Message:
    if proof and proof.file_id:
        work.attachments.add(f"matter:{matter.id}", proof, work.now)
    given = replace(given, evidence=bool(proof and proof.file_id))
    if lacks_for(work, matter, found, given):
        if given.due:
            set_due.run(work, matter.id, given.due)
        if given.words:
            note.run(work, matter.id, given.words)
        return press_step.run(work, matter.id, found.event, work.matters.get(matter.id).version)
    answer_step.run(work, matter.id, found.event, given, proof)
    return _done([(matter, found.event)])


def _done(taken: Sequence[tuple[Matter, str]]) -> Message:
    rows = tuple({"code": m.code, "event": f"{m.kind}.{event}"} for m, event in taken)
    return result("matter.several", rows=rows)


@action(needs=P.FOLLOW_MATTERS)
def heard_of(
    work: Work,
    code: tuple[str, int],
    words: str,
    events: Sequence[str],
    asked: Asked,
    proof: Proof | None = None,
    *,
    ends: bool = False,
    doubt: str = "",
    named: Sequence[int] = (),
) -> Message:
    """«KN31 bảng mới rồi, lịch trực chưa»: words to the one that is named, unless they speak of a
    step that its reader may take; an order or a question is no mere note either, and is asked."""
    matter = known(work, *code)
    ways = {way.event for way in ways_on(work, matter)}
    spoken_of = [event for event in events if event in ways]
    if spoken_of or doubt:
        must_be_open(matter)
        to = _to_whom(work, matter, named) if doubt else ()
        return _offer(work, matter, spoken_of, asked, to)
    return note.run(work, matter.id, words, proof, ends=ends)


def _to_whom(work: Work, matter: Matter, named: Sequence[int]) -> Sequence[int]:
    """Whom an order or a question reaches: who is named in it, else whom the matter waits for."""
    found = those_who_know(work, matter.about, named) or whose_turn(work, matter)
    return [person for person in dict.fromkeys(found) if person != work.actor.person_id]


def _offer(
    work: Work, matter: Matter, events: Sequence[str], asked: Asked, to: Sequence[int] = ()
) -> Message:
    """Which step, to be passed on, or only words: nothing is done before it is chosen."""
    steps = [f"matter.do.{matter.kind}.{event}" for event in events[:MOST]]
    passed = [f"matter.do.any.{PASSED}"] if to else []
    choices = [*steps, *passed, f"matter.do.any.{NOTED}"]
    named: dict[str, Any] = {"room": ROOM, "about": matter.id, "code": matter.code}
    named |= {"choices": choices, "to": list(to), "names": list(work.people.names(*to))}
    return ask_meant.run(work, {**asked.kept, **named}, asked.number)


@action(needs=P.FOLLOW_MATTERS)
def as_chosen(
    work: Work, matter_id: int, event: str, given: Given, proof: Proof | None = None
) -> Message:
    """What was chosen for the words: a step with them, or words under the card."""
    matter = seen(work, matter_id)
    if event == NOTED:
        note.run(work, matter.id, given.words, proof)
        return result("matter.done", code=matter.code, event=f"any.{NOTED}")
    return _taken(work, matter, kind_of(matter.kind).step(event), given, proof)


@action(needs=P.FOLLOW_MATTERS)
def pass_on(
    work: Work, matter_id: int, words: str, to: Sequence[int], proof: Proof | None = None
) -> Message:
    """Kept under the card, and told to those who were read back."""
    matter = seen(work, matter_id)
    note.run(work, matter.id, words, proof)
    tell_passed(work, matter, words, to)
    return result("matter.passed_on", code=matter.code, names=work.people.names(*to))


@action(needs=P.FOLLOW_MATTERS)
def note_one(work: Work, prefix: str, number: int, proof: Proof) -> Message:
    """A photo or a file under a code."""
    return note.run(work, known(work, prefix, number).id, "", proof)
