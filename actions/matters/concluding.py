"""What is asked is concluded: read back with what it becomes, then kept, carried out, answered."""

from dataclasses import asdict
from typing import Any

from actions.assignments.deciding import extend
from actions.desk import action, view
from actions.matters.answering import answer_who_asked, asker_of
from actions.matters.decisions import numbered, words_of
from actions.matters.known import hands, people_of, seen, task_of
from actions.matters.raising import New, begin, in_the_name_of
from actions.matters.stepping import TOPIC as STEP
from actions.matters.stepping import move, must_take
from domain.access import Hand, Permission
from domain.assignments import check_extension, check_new
from domain.conclusions import MOST_WORDS, Concluded
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Place, Press, Rows, result, rows_of
from domain.matter_kinds import CONCLUSION, DECISION, DIFFICULTY, kind_of
from domain.matters import Given, Matter
from domain.names import clean_lines, given_name
from domain.refusals import Refusal
from storage import Work
from storage.rows import moment_or_none, stamp_or_none

P = Permission
TOPIC = "matter.conclude"
OWN = frozenset({Hand.CHAIR, Hand.OWNER, Hand.ASSIGNER})
"""Whoever has one of these concludes in their own name."""


def may_conclude(work: Work, matter: Matter) -> bool:
    """In their own name, and while it is asked."""
    step = kind_of(matter.kind).step("conclude")
    return matter.state in step.come_from and bool(OWN & hands(work, matter))


@view(needs=P.FOLLOW_MATTERS)
def item_of(work: Work, number: int, by_code: bool) -> int:
    """Which one: by its place in the last report, or by its code."""
    if by_code:
        return work.matters.by_number(DECISION.code, number).id
    items = numbered(work)
    if not 0 < number <= len(items):
        raise Refusal("no_such_item", number=number, most=len(items))
    return items[number - 1].id


@action(needs=P.FOLLOW_MATTERS)
def read_back(work: Work, matter_id: int, said: Concluded) -> Message:
    """As it will be kept, and what it becomes; nothing is written yet."""
    matter = seen(work, matter_id)
    must_take(work, matter, "conclude")
    _check(work, matter, said)
    work.expectations.forget(work.actor.me, STEP, matter.id)
    return _shown(work, matter, said, _presides(work, matter))


def _check(work: Work, matter: Matter, said: Concluded) -> None:
    """What it becomes must be possible before it is shown."""
    task = task_of(work, matter)
    if said.until and task is None:
        raise Refusal("item_of_no_work", code=matter.code)
    if said.until and task:
        check_extension(task, said.until, work.now)
    if said.lead_id and said.due is None:
        raise Refusal("conclusion_limit", name=work.people.name(said.lead_id))
    if said.due:
        check_new(said.what, said.due, work.now, urgent=False, reason="")


def _presides(work: Work, matter: Matter) -> int | None:
    """Whoever concludes in their own name; where the office writes it down, the one in whose
    name it can only be."""
    if OWN & hands(work, matter):
        return work.actor.me
    chairs = people_of(work, matter, [Hand.CHAIR])
    return chairs[0] if len(chairs) == 1 else None


def _shown(work: Work, matter: Matter, said: Concluded, chair: int | None) -> Message:
    kept = {
        **asdict(said),
        "until": stamp_or_none(said.until),
        "due": stamp_or_none(said.due),
        "chair": chair,
    }
    work.expectations.expect(work.actor.me, Expectation(TOPIC, matter.id, kept), work.now)
    asker = asker_of(work, matter)
    facts = {
        **_facts(work, matter, said, chair),
        "item": words_of(work, matter),
        "asker": work.people.name(asker) if asker != work.actor.person_id else "",
    }
    return Message(
        "matter.conclude_read", facts, _buttons(work, matter, kept), topic=_topic(matter)
    )


def _topic(matter: Matter) -> str:
    return f"{TOPIC}:{matter.id}"


def _facts(work: Work, matter: Matter, said: Concluded, chair: int | None) -> dict[str, Any]:
    task = task_of(work, matter)
    return {
        "code": matter.code,
        "words": said.words,
        "task": task.code if task and said.until else "",
        "until": said.until,
        "lead": work.people.name(said.lead_id),
        "what": said.what,
        "due": said.due,
        "chair": work.people.name(chair),
        "day": work.today,
    }


def _buttons(work: Work, matter: Matter, kept: dict[str, Any]) -> Rows:
    leave = Press("q.leave", matter.id, TOPIC, label="@button.leave")
    leaders = people_of(work, matter, [Hand.LEADER])
    others = [] if OWN & hands(work, matter) else [p for p in leaders if p != kept["chair"]]
    presides = [
        Press("m.chair", matter.id, str(p), label=given_name(work.people.name(p))) for p in others
    ]
    send = (Press("m.conclude", matter.id, _mark(kept), label="@button.send"),)
    return (((*(send if kept["chair"] else ()), leave)), *rows_of(presides))


def _mark(kept: dict[str, Any]) -> str:
    return mark_of(f"{kept['chair']} {kept['words']}")


@action(needs=P.FOLLOW_MATTERS)
def set_chair(work: Work, matter_id: int, person_id: int) -> Message:
    """Another one presided."""
    matter, kept = _waiting(work, matter_id)
    if person_id not in people_of(work, matter, [Hand.LEADER]):
        raise Refusal("not_found")
    read = _shown(work, matter, _said(kept), person_id)
    return Message(read.kind, read.facts, read.buttons, Place.EDIT, topic=read.topic)


def _waiting(work: Work, matter_id: int) -> tuple[Matter, dict[str, Any]]:
    matter = seen(work, matter_id)
    waits = work.expectations.find(work.actor.me, TOPIC, matter.id, work.now)
    if waits is None:
        raise Refusal("question_over")
    return matter, dict(waits.answers)


def _said(kept: dict[str, Any]) -> Concluded:
    until, due = moment_or_none(kept["until"]), moment_or_none(kept["due"])
    return Concluded(kept["words"], until, kept["lead_id"], kept["what"], due)


@action(needs=P.FOLLOW_MATTERS)
def conclude(work: Work, matter_id: int, mark: str = "") -> Message:
    """«Gửi»: one conclusion with its number, its day and who presided; it becomes what it says."""
    matter, kept = _waiting(work, matter_id)
    if kept["chair"] is None:
        raise Refusal("who_presided", code=matter.code)
    if mark and mark != _mark(kept):
        raise Refusal("question_over")
    work.expectations.forget(work.actor.me, TOPIC, matter.id)
    return result("matter.conclude_done", **keep(work, matter, _said(kept), kept["chair"]))


def keep(work: Work, matter: Matter, said: Concluded, chair: int) -> dict[str, Any]:
    """Carried out and answered; what is to be said of it."""
    step, whose = must_take(work, matter, "conclude"), in_the_name_of(work, chair)
    _check(work, matter, said)
    moved = move(work, matter, step, Given(clean_lines(said.words, MOST_WORDS)), on_behalf=whose)
    drawn = _drawn(work, moved, said, chair)
    _give_time(work, moved, said, chair)
    facts = {**_facts(work, moved, said, chair), "conclusion": drawn.code}
    answer_who_asked(work, moved, facts)
    _settle(work, moved, said.words)
    return facts


def _drawn(work: Work, matter: Matter, said: Concluded, chair: int) -> Matter:
    """The conclusion itself; what asks nobody to do anything is over at once."""
    new = New(
        said.words,
        f"matter:{matter.id}",
        said.lead_id,
        quiet=True,
        due=said.due,
        raised_by=chair,
    )
    drawn = begin(work, CONCLUSION, new)
    event, given = ("give", Given(said.what)) if said.lead_id else ("answer", Given())
    return move(work, drawn, CONCLUSION.step(event), given)


def _give_time(work: Work, matter: Matter, said: Concluded, chair: int) -> None:
    task = task_of(work, matter)
    if task and said.until:
        asked = (r for r in work.requests.pending(task.id) if r.kind == "extension")
        whose = in_the_name_of(work, chair)
        extend(work, task, said.until, next(asked, None), whose)


def _settle(work: Work, matter: Matter, words: str) -> None:
    """The difficulty that was put up is answered with it."""
    kind, _, number = matter.about.partition(":")
    below = work.matters.get(int(number)) if kind == "matter" else None
    if below and (below.kind, below.state) == (DIFFICULTY.code, "raised"):
        move(work, below, DIFFICULTY.step("settle"), Given(words))
