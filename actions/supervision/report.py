"""The programme in the weekly report: done of it, saved, recommendations, what comes next."""

from datetime import date, datetime, time

from actions.rooms import ReportPart
from actions.supervision.known import facts_of
from actions.supervision.lists import numbers
from domain.digest import Seen
from domain.periods import Week, at
from domain.report import Line, Part
from domain.visits import Visit, count
from storage import Work

NAME = "supervision"
SHOWN = 3


def tell(work: Work, seen: Seen) -> Part | None:
    """As it stood at the cut-off; of what comes only what is announced."""
    if not seen.whole:
        return None
    week, until = seen.week, seen.cut_off
    year = week.sunday.year
    visits = [v for v in work.visits.of_year(year) if _counts(v, until)]
    programme = count(visits, until)
    asked = work.matters.recommendations(at(date(year, 1, 1), time(), work.zone), until)
    lines, brief = [], []
    if visits:
        facts = {**numbers(programme.whole), "orgs": len(programme.by_organisation)}
        lines.append(Line("visit.report_line", facts))
        rare = {"late": asked.late or None}
        brief.append(Line("visit.caption_line", {**numbers(programme.whole), **rare}))
    if asked.total:
        facts = {"total": asked.total, "answered": asked.answered, "remedied": asked.remedied}
        lines.append(Line("visit.report_asked", {**facts, "late": asked.late or None}))
    coming = [facts_of(work, v) for v in visits if _comes(v, week, until)][:SHOWN]
    if coming:
        lines.append(Line("visit.report_coming", {"rows": tuple(coming)}))
    return Part(NAME, tuple(lines), caption=tuple(brief)) if lines else None


def _counts(visit: Visit, until: datetime) -> bool:
    """What nobody is told of beforehand is counted when it was made."""
    return not visit.unannounced or (visit.done_at is not None and visit.done_at <= until)


def _comes(visit: Visit, week: Week, until: datetime) -> bool:
    """Planned for the week after, and not made yet."""
    after = week.next
    day = visit.on_day
    is_open = visit.is_open and not (visit.done_at and visit.done_at <= until)
    return is_open and day is not None and after.monday <= day <= after.sunday


PART = ReportPart(NAME, 35, tell)
