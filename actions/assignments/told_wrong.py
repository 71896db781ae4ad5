"""«139 hôm qua ghi nhầm, 4/6 hộ»: a figure that was told of one's own work is put right."""

from collections.abc import Mapping
from typing import Any

from actions.assignments.cards import facts_of
from actions.assignments.elsewhere import LastWords
from actions.assignments.leading import fall, going, mine, note, progress, way_out
from actions.desk import action, view
from domain.access import Permission
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Press
from domain.refusals import Refusal
from storage import Work
from storage.journal import Entry

TOPIC = "work.right"


@view(needs=Permission.OWN_WORK)
def told_before(work: Work, assignment_id: int) -> LastWords | None:
    """What the actor told of it last with a figure, however long ago."""
    rows = work.journal.history("assignment", assignment_id)
    told = [row for row in rows if row.who == work.actor.subject and _has_figure(row)]
    if not told:
        return None
    return LastWords(assignment_id, told[-1].text or "", told[-1].facts.get("percent"))


def _has_figure(row: Entry) -> bool:
    noted = row.event == "note" and any(map(str.isdecimal, row.text or ""))
    return row.event == "progress" or noted


@action(needs=Permission.OWN_WORK)
def ask_right(work: Work, was: LastWords, percent: int | None, words: str) -> Message:
    """What it becomes beside what was told, before it stands."""
    a = going(work, was.about)
    said = {"percent": percent, "words": words}
    work.expectations.expect(work.actor.me, Expectation(TOPIC, a.id, said), work.now)
    old = {"was": was.percent, "old": was.words}
    facts = {**facts_of(work, a), "percent": percent, "text": words, **old}
    row = (Press("a.right", a.id, _mark(said)), *way_out(TOPIC, a.id))
    return Message("work.right_ask", facts, (row,), topic=f"{TOPIC}:{a.id}")


def _mark(said: Mapping[str, Any]) -> str:
    return mark_of(f"{said['percent']} {said['words']}")


@action(needs=Permission.OWN_WORK)
def put_right(work: Work, assignment_id: int, mark: str = "") -> Message:
    """«Đúng»: as it was read back."""
    heard = work.expectations.find(work.actor.me, TOPIC, assignment_id, work.now)
    if heard is None or mark not in ("", _mark(heard.answers)):
        raise Refusal("question_over")
    work.expectations.forget(work.actor.me, TOPIC, assignment_id)
    percent, words = heard.answers["percent"], str(heard.answers["words"])
    if percent is None:
        return note.run(work, assignment_id, words)
    stood = mine(work, assignment_id).percent or 0
    saved = progress.run(work, assignment_id, percent, words)
    return fall.run(work, assignment_id) if percent < stood else saved
