"""What a lead tells after somebody chased them is an answer to whoever did."""

from datetime import timedelta

from actions.assignments.cards import facts_of
from actions.assignments.leading import mine, note, progress
from actions.desk import action, view
from domain.access import Permission
from domain.letters import Message, Press
from storage import Work

CHASED = "nudged"
TOLD = frozenset({"note", "progress", "said", "blocked", "waits"})
FRESH = timedelta(days=2)


@view(needs=Permission.OWN_WORK)
def chased_by(work: Work, assignment_id: int) -> int | None:
    """Who reminded the actor of it last, where nothing was told since."""
    rows = work.journal.history("assignment", assignment_id)
    chases = [r for r in rows if r.event == CHASED and work.now - r.at <= FRESH]
    if not chases:
        return None
    told = any(r.id > chases[-1].id and r.event in TOLD for r in rows)
    by = chases[-1].facts.get("by")
    return None if told or by in (None, work.actor.me) else int(by)


@action(needs=Permission.OWN_WORK)
def answer_chase(
    work: Work, assignment_id: int, to: int, text: str, percent: int | None = None
) -> Message:
    """It is written down as ever, and whoever asked hears it; less than what stood there is asked
    first."""
    was = mine(work, assignment_id)
    if percent is not None and percent < was.percent:
        return progress.run(work, assignment_id, percent, text)
    if percent is None:
        saved = note.run(work, assignment_id, text)
    else:
        saved = progress.run(work, assignment_id, percent, text)
    told = Message(
        "work.chase_answered",
        {**facts_of(work, was), "percent": percent, "text": text},
        ((Press("a.open", was.id, label=str(was.number)),),),
    )
    work.tell_at_work(to, f"chase_answered:{was.id}:{work.now.timestamp():.0f}", told)
    return saved
