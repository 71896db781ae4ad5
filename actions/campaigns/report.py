"""Campaigns in the weekly report, a line each: what they were to achieve beside what they did."""

from collections.abc import Iterable, Iterator

from actions.campaigns.achieved import achieved, ids, is_over, results_of
from actions.checklists.cards import facts_of
from actions.checklists.known import Begun
from actions.rooms import ReportPart
from domain.behind import DAY, LIST, Behind, Row, behind, some
from domain.behind import TASK as TASK_OPENS
from domain.campaigns import ACTIVITY, TASK
from domain.checklists import lacking
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


def behind_campaigns(work: Work, seen: Seen) -> Iterable[Behind]:
    """The parts of each, its days with what came of them, its work."""
    if not seen.whole:
        return ()
    during = work.of(Campaigns).during(seen.week.monday, seen.week.sunday)
    return some(figure for one in during for figure in _of(work, one, seen))


def _of(work: Work, checking_id: int, seen: Seen) -> Iterator[Behind]:
    found = Begun(work, work.checklists.get(checking_id))
    of, key = facts_of(found)["name"], str(checking_id)
    left = set(lacking(found.kind, found.items, found.marks, work.now))
    parts = [
        (i, Row(LIST, checking_id, f"{found.row.code}/{i.number}", i.text)) for i in found.items
    ]
    yield behind("done", (row for item, row in parts if item.number not in left), of, key)
    yield behind("total", (row for _, row in parts), of, key)
    days = [work.activities.get(day) for day in ids(work, checking_id, ACTIVITY)]
    yield behind("held", (Row(DAY, a.id, a.code, a.title, a.starts) for a in days), of, key)
    reached = {day.id: results_of(work, day.id, seen.cut_off) for day in days}
    for measure in work.of(Campaigns).get(checking_id).targets:
        rows = (
            Row(DAY, day.id, day.code, day.title, day.starts, amount)
            for day in days
            if (amount := reached[day.id].get(measure))
        )
        yield behind("reached", rows, of, f"{key}{measure}", measure)
    tasks = [work.assignments.get(one) for one in ids(work, checking_id, TASK)]
    for name, some_ in (("works", tasks), ("finished", [t for t in tasks if is_over(t)])):
        rows = (Row(TASK_OPENS, t.id, t.code, t.title, t.due_at) for t in some_)
        yield behind(name, rows, of, key)


CAMPAIGNS = ReportPart(NAME, 23, tell, behind=behind_campaigns)
