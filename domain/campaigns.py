"""A campaign: one plan with its parts, and what it is to achieve, by the usual measures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.refusals import Refusal

LONGEST = timedelta(days=366)
ACTIVITY, TASK = "activity", "assignment"
"""What belongs to it: days out, whose results count, and pieces of work."""


@dataclass(frozen=True, slots=True)
class CampaignPlan:
    """As it is opened: its name, its days, what it is to achieve, its parts."""

    name: str
    days: tuple[date, date] | None
    targets: Mapping[str, float]
    parts: Sequence[str]


def check(plan: CampaignPlan, today: date) -> tuple[date, date]:
    """Its days; refused with what is missing: a name, days, a number to reach, parts."""
    if not plan.name or plan.days is None:
        raise Refusal("campaign_form")
    first, last = plan.days
    if not first <= last or last < today or last - first > LONGEST:
        raise Refusal("campaign_days", first=first, last=last)
    if not any(amount > 0 for amount in plan.targets.values()):
        raise Refusal("campaign_metric", name=plan.name)
    if not plan.parts:
        raise Refusal("campaign_parts", name=plan.name)
    return first, last
