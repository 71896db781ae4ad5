"""Campaigns in the weekly report, a line each: what they were to achieve beside what they did."""

from actions.campaigns.achieved import achieved
from actions.checklists.cards import facts_of
from actions.checklists.known import Begun
from actions.rooms import ReportPart
from domain.digest import Seen
from domain.report import Part, ReportLine, first
from storage import Work
from storage.campaigns import Campaigns

NAME = "campaigns"


def tell(work: Work, seen: Seen) -> Part | None:
    """Those that have a day in the week."""
    if not seen.whole:
        return None
    during = work.of(Campaigns).during(seen.week.monday, seen.week.sunday)
    lines = [_line(work, Begun(work, work.checklists.get(one)), seen) for one in during]
    return Part(NAME, first(lines)) if lines else None


def _line(work: Work, found: Begun, seen: Seen) -> ReportLine:
    facts = {**facts_of(found), **achieved(work, found.row.id, seen.cut_off)}
    return ReportLine("checklist.campaign.report", facts)


CAMPAIGNS = ReportPart(NAME, 23, tell)
