"""What is replaced in a plan is said: to whoever replaces it, and to its organiser."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace

from domain.activities import Activity
from domain.letters import Message, Press
from storage import Work
from storage.rows import spell


@dataclass(frozen=True, slots=True)
class Replaced:
    """`target: 50 → 60`; a change of words is named without them. `at` is a point."""

    what: str
    was: str | int | None = None
    now: str | int | None = None
    at: str = ""


def with_changes(shown: Message, changes: Iterable[Replaced]) -> Message:
    """A plan shown back, and what was replaced in it."""
    return replace(shown, facts={**shown.facts, "changes": [asdict(c) for c in changes]})


def tell_organiser(work: Work, activity: Activity, changes: Sequence[Replaced]) -> None:
    """Whoever called it together does not find it changed behind their back."""
    if not changes:
        return
    facts = {
        "who": work.actor.name,
        "title": activity.title,
        "starts": activity.starts,
        "changes": [asdict(change) for change in changes],
    }
    message = Message("plan.changed_by", facts, ((Press("plan.see", activity.id),),))
    what = ".".join(change.what for change in changes)
    key = f"changed:{activity.id}:{what}:{work.actor.me}:{spell(work.now)}"
    work.tell_at_work(activity.organiser_id, key, message)
