"""What a campaign was to achieve beside what it did, and what belongs to it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from actions.assignments.cards import must_see
from actions.rooms import Beside
from domain.assignments import Status
from domain.campaigns import ACTIVITY, TASK
from domain.letters import Press
from domain.refusals import Refusal
from domain.turnout import official, summed
from storage import Work
from storage.campaigns import Campaigns


def beside(work: Work, checking_id: int) -> Beside:
    """On its card; days and work are put to it there, and taken out where there are any."""
    facts = achieved(work, checking_id, work.now) | {"codes": _codes(work, checking_id)}
    out = (Press("cp.less", checking_id, "0"),) if facts["held"] or facts["works"] else ()
    return Beside(facts, ((Press("cp.more", checking_id, "0"), *out),))


def achieved(work: Work, checking_id: int, until: datetime) -> dict[str, Any]:
    """Its days, its targets, what the confirmed results of its activities come to."""
    campaign, days = work.of(Campaigns).get(checking_id), ids(work, checking_id, ACTIVITY)
    done = _done(work, days, until)
    reached = {measure: done.get(measure, 0) for measure in campaign.targets}
    tasks = [work.assignments.get(one) for one in ids(work, checking_id, TASK)]
    return {
        "first": campaign.first,
        "last": campaign.last,
        "wanted": tuple(campaign.targets.items()),
        "reached": tuple(reached.items()),
        "percent": _percent(campaign.targets, reached),
        "held": len(days) or None,
        "works": len(tasks) or None,
        "finished": sum(task.state is Status.DONE for task in tasks),
    }


def _done(work: Work, days: Sequence[int], until: datetime) -> dict[str, float]:
    reports = [work.turnouts.of_activity(day, until) for day in days]
    return dict(summed(one for found in reports for one in official(found).values()).measures)


def _percent(wanted: Mapping[str, float], reached: Mapping[str, float]) -> int | None:
    """Of one target; several have none together."""
    [(measure, amount), *more] = wanted.items()
    return None if more else round(100 * reached[measure] / amount)


def ids(work: Work, checking_id: int, kind: str) -> list[int]:
    """Its days, or its pieces of work."""
    things = (about.partition(":") for about in work.of(Campaigns).things(checking_id))
    return sorted(int(number) for name, _, number in things if name == kind)


def _codes(work: Work, checking_id: int) -> list[str]:
    """Its days and its work by their codes, as far as the reader may see them."""
    days = [work.activities.get(day).code for day in ids(work, checking_id, ACTIVITY)]
    return [*days, *(code for one in ids(work, checking_id, TASK) if (code := _code(work, one)))]


def _code(work: Work, assignment_id: int) -> str:
    task = work.assignments.get(assignment_id)
    try:
        must_see(work, task)
    except Refusal:
        return ""
    return task.code
