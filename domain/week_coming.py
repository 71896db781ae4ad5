"""What the week after brings, in a week's report: activities that are planned."""

from dataclasses import dataclass
from datetime import datetime

from domain.report import Kept, Part, ReportLine, facts_in

NAME = "coming"


@dataclass(frozen=True, slots=True)
class NextActivity(Kept):
    """An activity of the week after."""

    kind: str
    title: str
    starts: datetime
    points: tuple[str, ...]
    target: int | None


def coming_part(activities: tuple[NextActivity, ...]) -> Part | None:
    if not activities:
        return None
    facts = [facts_in(one) for one in activities]
    return Part(
        NAME,
        next=tuple(ReportLine("digest.next_activity", one) for one in facts),
        caption_next=tuple(ReportLine("digest.caption_day", one) for one in facts),
        busy=False,
    )
