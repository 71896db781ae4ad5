"""What a campaign was to achieve beside what it did, and what belongs to it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from actions.assignments.cards import must_see
from actions.rooms import Beside
from domain.assignments import Assignment, Status
from domain.campaigns import ACTIVITY, TASK
from domain.letters import Press
from domain.refusals import Refusal
from domain.registers import REGISTERS
from domain.turnout import Report, official, summed
from storage import Work
from storage.campaigns import Campaigns


def beside(work: Work, checking_id: int) -> Beside:
    """On its card; days and work are put to it there, and taken out where there are any."""
    facts = achieved(work, checking_id, work.now) | {"codes": _codes(work, checking_id)}
    facts["by_register"] = by_register(work, facts["wanted"]) or None
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
        "finished": sum(is_over(task) for task in tasks),
    }


def is_over(task: Assignment) -> bool:
    return task.state is Status.DONE


def by_register(work: Work, wanted: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """What the registers that are open tell of the same numbers today, beside what the campaign's
    own days did; the whole of a register is no result."""
    sought = [measure for measure, _ in wanted if measure in _TOLD]
    stands = [
        stand.counts
        for row in (work.registers.open() if sought else ())
        if (stand := work.registers.stand(row.id, work.now))
    ]
    told = {one: [counts[one] for counts in stands if one in counts] for one in sought}
    return [(measure, sum(numbers)) for measure, numbers in told.items() if numbers]


_TOLD = frozenset(number for kind in REGISTERS.values() for number in kind.chain[1:])


def _done(work: Work, days: Sequence[int], until: datetime) -> dict[str, float]:
    reports = [_official(work, day, until) for day in days]
    return dict(summed(one for found in reports for one in found).measures)


def _official(work: Work, day: int, until: datetime) -> Iterable[Report]:
    return official(work.turnouts.of_activity(day, until)).values()


def results_of(work: Work, day: int, until: datetime) -> Mapping[str, float]:
    """What came of one of its days."""
    return summed(_official(work, day, until)).measures


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
