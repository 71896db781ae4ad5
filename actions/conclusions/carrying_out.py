"""A conclusion is kept, and becomes what it says: more time, work, an answer."""

from dataclasses import replace
from typing import Any

from actions.assignments.deciding import extend
from actions.conclusions.decisions import words_of
from actions.conclusions.telling import answer_who_asked
from actions.matters.cards import refresh
from actions.matters.known import people_of, task_of
from actions.matters.raising import New, begin, in_the_name_of
from actions.matters.stepping import move, must_take
from domain.access import Hand
from domain.assignments import TITLE_LETTERS, check_extension, check_new
from domain.conclusions import MOST_WORDS, Concluded
from domain.matter_kinds import CONCLUSION, DIFFICULTY
from domain.matters import Given, Matter
from domain.names import clean_lines, shorten
from domain.refusals import Refusal
from storage import Work

ITEM_LETTERS = 80


def check(work: Work, matter: Matter, said: Concluded) -> None:
    """What it becomes must be possible before it is shown."""
    task = task_of(work, matter)
    if said.until and task is None:
        raise Refusal("item_of_no_work", code=matter.code)
    if said.until and task:
        check_extension(task, said.until, work.now)
    if said.lead_id and said.due is None:
        raise Refusal("conclusion_limit", name=work.people.name(said.lead_id))
    if said.due and said.lead_id:
        check_new(title_of(work, matter, said), said.due, work.now, urgent=False, reason="")


def title_of(work: Work, matter: Matter, said: Concluded) -> str:
    """What the work is called: by the item that it came of, then what is to be done."""
    task = task_of(work, matter)
    item = task.title if task else words_of(work, matter)
    return ": ".join(filter(None, (shorten(item, ITEM_LETTERS), said.what)))[:TITLE_LETTERS]


def facts_of(work: Work, matter: Matter, said: Concluded) -> dict[str, Any]:
    task = task_of(work, matter)
    return {
        "code": matter.code,
        "words": said.words,
        "task": task.code if task and said.until else "",
        "until": said.until,
        "lead": work.people.name(said.lead_id),
        "what": title_of(work, matter, said) if said.lead_id else "",
        "due": said.due if said.lead_id else None,
        "unit": work.offices.unit_name(said.unit_id) or None,
        "unit_due": said.due if said.unit_id else None,
        "chair": work.people.name(said.chair),
        "day": work.today,
    }


def conclude_matter(work: Work, matter: Matter, said: Concluded) -> dict[str, Any]:
    """Carried out and answered; what is to be said of it."""
    step, whose = must_take(work, matter, "conclude"), in_the_name_of(work, said.chair)
    check(work, matter, said)
    moved = move(work, matter, step, Given(clean_lines(said.words, MOST_WORDS)), on_behalf=whose)
    drawn = _drawn(work, moved, said)
    _give_time(work, moved, said)
    facts = {**facts_of(work, moved, said), "conclusion": drawn.code}
    answer_who_asked(work, moved, facts)
    _settle(work, moved, said.words)
    return facts


def _drawn(work: Work, matter: Matter, said: Concluded) -> Matter:
    """The conclusion itself; what asks nobody to do anything is over at once."""
    about = f"matter:{matter.id}"
    new = New(said.words, about, said.lead_id, quiet=True, due=said.due, raised_by=said.chair)
    drawn = begin(work, CONCLUSION, new)
    if said.unit_id:
        return _of_section(work, replace(drawn, owner_unit_id=said.unit_id))
    event, given = (
        ("give", Given(title_of(work, matter, said))) if said.lead_id else ("answer", Given())
    )
    return move(work, drawn, CONCLUSION.step(event), given)


def _of_section(work: Work, drawn: Matter) -> Matter:
    """It stands open until its head says what came of it."""
    work.matters.save(drawn)
    refresh(work, drawn, people_of(work, drawn, [Hand.OWNER]))
    return drawn


def _give_time(work: Work, matter: Matter, said: Concluded) -> None:
    task = task_of(work, matter)
    if task and said.until:
        asked = (r for r in work.requests.pending(task.id) if r.kind == "extension")
        whose = in_the_name_of(work, said.chair)
        extend(work, task, said.until, next(asked, None), whose)


def _settle(work: Work, matter: Matter, words: str) -> None:
    """The difficulty that was put up is answered with it."""
    kind, _, number = matter.about.partition(":")
    below = work.matters.get(int(number)) if kind == "matter" else None
    if below and (below.kind, below.state) == (DIFFICULTY.code, "raised"):
        move(work, below, DIFFICULTY.step("settle"), Given(words))
