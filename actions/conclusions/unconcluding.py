"""«Hoàn tác» of what was concluded: it is asked again, and nothing is left of what it became."""

from datetime import datetime
from typing import Any

from actions.assignments.change import save
from actions.assignments.giving import take_back_work
from actions.conclusions.telling import asker_of
from actions.desk import action, view
from actions.matters.cards import work_of
from actions.matters.known import people_of, seen, task_of
from actions.matters.stepping import move
from domain.access import Hand, Permission
from domain.assignments import Assignment, as_before_more_time
from domain.hours import TAKEN_BACK
from domain.letters import Message, Press, result
from domain.matter_kinds import CONCLUSION, DECISION, DIFFICULTY
from domain.matters import Given, Matter
from domain.refusals import Refusal
from storage import Work
from storage.journal import Entry

P = Permission
SETTLING = ("conclude", "consent", "put_off")
UNDO, RETURN, TOGETHER = "undo", "return", "answered_together"


@view(needs=P.FOLLOW_MATTERS)
def last_concluded(work: Work) -> tuple[int, datetime | None]:
    """What was concluded last, and when, where it is fresh and stands."""
    since = work.now - TAKEN_BACK
    row = next(work.journal.standing("matter", work.actor.subject, SETTLING, since), None)
    return (row.subject, row.at) if row else (0, None)


@action(needs=P.FOLLOW_MATTERS)
def take_back_conclusion(work: Work, matter_id: int) -> Message:
    """Within ten minutes, by whoever sent it, where nobody went on from it: with all that was
    sent by the same tap."""
    rows = [_taken_back(work, one) for one in _sent_with(work, matter_id)]
    if len(rows) == 1:
        return result("matter.unconcluded", **rows[0])
    return result("matter.unconcluded_all", rows=rows)


def _sent_with(work: Work, matter_id: int) -> list[int]:
    since = work.now - TAKEN_BACK
    sent = work.journal.own_lately(work.actor.subject or "", (TOGETHER,), since)
    found = next((row.facts["all"] for row in sent if matter_id in row.facts["all"]), ())
    return [*(one for one in found if one != matter_id and _stands(work, one)), matter_id]


def _stands(work: Work, matter_id: int) -> bool:
    """The last word on it is still the actor's own."""
    row = work.journal.last("matter", matter_id)
    return row is not None and row.who == work.actor.subject and row.event in SETTLING


def _taken_back(work: Work, matter_id: int) -> dict[str, Any]:
    matter, row = seen(work, matter_id), work.journal.last("matter", matter_id)
    if row is None or not _stands(work, matter_id):
        raise Refusal("not_found")
    if work.now - row.at > TAKEN_BACK:
        raise Refusal("conclusion_stands", code=matter.code)
    drawn = [_unsaid(work, one) for one in _drawn(work, matter, row)]
    task = _less_time(work, matter, row)
    _unsettled(work, matter, row)
    back = DECISION.step(UNDO if not matter.is_open else RETURN)
    moved = move(work, matter, back, Given(), on_behalf=row.on_behalf)
    facts: dict[str, Any] = {
        "code": moved.code,
        "by": work.people.name_of_subject(row.on_behalf) if row.on_behalf else work.actor.name,
        "conclusion": ", ".join(one.code for one in drawn) or None,
        "task": task.code if task else None,
        "due": task.due_at if task else None,
    }
    _tell(work, matter, task, facts)
    return facts


def _drawn(work: Work, matter: Matter, row: Entry) -> list[Matter]:
    """The conclusion that was written down with it."""
    about = work.matters.about(CONCLUSION.code, f"matter:{matter.id}")
    return [one for one in about if one.raised_at == row.at]


def _unsaid(work: Work, drawn: Matter) -> Matter:
    if task := work_of(work, drawn):
        take_back_work(work, task)
    return move(work, drawn, CONCLUSION.step(UNDO), Given())


def _less_time(work: Work, matter: Matter, row: Entry) -> Assignment | None:
    """The limit is as it was; who had asked for another one asks again."""
    task = task_of(work, matter)
    rows = work.journal.history("assignment", task.id) if task else []
    given = next((one for one in rows if (one.event, one.at) == ("extended", row.at)), None)
    if task is None or given is None:
        return None
    if rows[-1].id != given.id:
        raise Refusal("others_acted")
    became = as_before_more_time(task, given.facts["from"])
    if asked := given.facts.get("request"):
        work.requests.ask_again(asked)
        card = f"request:{asked}"
        work.redraw(card, *work.assignments.holders(card))
    save(work, task, became, "undone")
    return became


def _unsettled(work: Work, matter: Matter, row: Entry) -> None:
    """The difficulty that was answered with it waits again."""
    kind, _, number = matter.about.partition(":")
    below = work.matters.get(int(number)) if kind == "matter" else None
    last = work.journal.last("matter", below.id) if below else None
    if below and last and (last.event, last.at) == ("settle", row.at):
        move(work, below, DIFFICULTY.step(UNDO), Given())


def _tell(work: Work, matter: Matter, task: Assignment | None, facts: dict[str, Any]) -> None:
    """Whoever heard of it, or was to."""
    told = Message(
        "matter.unconcluded_told", facts, ((Press("m.open", matter.id, label=matter.code),),)
    )
    helps = [part.person_id for part in work.assignments.supports(task.id)] if task else []
    leads = [task.lead_id, task.assigner_id] if task else []
    heard = {asker_of(work, matter), *people_of(work, matter, [Hand.OFFICE]), *leads, *helps}
    for person in heard:
        work.outbox.drop(f"concluded:{matter.id}:{matter.version}:{person}")
        work.tell_at_work(person, f"unconcluded:{matter.id}:{matter.version}:{person}", told)
