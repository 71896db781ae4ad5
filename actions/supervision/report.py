"""The programme in the weekly report: done of it, saved, recommendations, what comes next."""

from dataclasses import replace
from datetime import date, time

from actions.rooms import ReportPart
from actions.supervision.known import facts_of
from actions.supervision.lists import numbers
from domain.digest import Seen
from domain.periods import at
from domain.report import Part, ReportLine, ReportTable, first
from domain.visits import Visit, count
from storage import Work
from storage.matters import Recommended

NAME = "supervision"


def tell(work: Work, seen: Seen) -> Part | None:
    """As it stood at the cut-off; of what comes only what is announced."""
    if not seen.whole:
        return None
    year = seen.week.sunday.year
    visits = _counted(work.visits.of_year(year), seen)
    asked = work.matters.recommendations(at(date(year, 1, 1), time(), work.zone), seen.cut_off)
    lines, brief = _programme(visits, seen, asked)
    if asked.total:
        told = {"total": asked.total, "answered": asked.answered, "remedied": asked.remedied}
        lines.append(ReportLine("visit.report_asked", {**told, "late": asked.late or None}))
    coming = [ReportLine("visit.coming", facts_of(work, v)) for v in visits if _comes(v, seen)]
    busy = bool(coming or asked.late or any(_is_fresh(work, visit, seen) for visit in visits))
    if not lines:
        return None
    tables = (_table(work, visits, seen),)
    return Part(
        NAME,
        tuple(lines),
        caption=brief,
        next=first(coming),
        tables=tables,
        sheet=tables,
        busy=busy,
    )


def _table(work: Work, visits: list[Visit], seen: Seen) -> ReportTable:
    """The year's programme, by who proposed."""
    names = {o.id: o.name for o in work.organisations}
    tallies = count(visits, seen.cut_off).by_organisation.items()
    rows = tuple(
        (names.get(one, ""), tally.proposed, tally.kept, tally.done) for one, tally in tallies
    )
    return ReportTable("supervision", ("organisation", "proposed", "kept", "done"), rows)


def _programme(
    visits: list[Visit], seen: Seen, asked: Recommended
) -> tuple[list[ReportLine], tuple[ReportLine, ...]]:
    """The year in a line, and on one screen."""
    if not visits:
        return [], ()
    programme = count(visits, seen.cut_off)
    told = numbers(programme.whole)
    line = ReportLine("visit.report_line", {**told, "orgs": len(programme.by_organisation)})
    return [line], (ReportLine("visit.caption_line", {**told, "late": asked.late or None}),)


def _counted(visits: list[Visit], seen: Seen) -> list[Visit]:
    """What nobody is told of beforehand is counted when it was made, and then what became one
    with it, and whose trip it shares."""
    hidden = {visit.id for visit in visits if not _counts(visit, seen)}
    told = [v for v in visits if v.id not in hidden and v.kept_id not in hidden]
    return [replace(v, trip_id=None) if v.trip_id in hidden else v for v in told]


def _counts(visit: Visit, seen: Seen) -> bool:
    return not visit.unannounced or (visit.done_at is not None and visit.done_at <= seen.cut_off)


def _is_fresh(work: Work, visit: Visit, seen: Seen) -> bool:
    """Made in this week."""
    done = visit.done_at
    return done is not None and seen.week.begins(work.zone) <= done <= seen.cut_off


def _comes(visit: Visit, seen: Seen) -> bool:
    """Planned for the week after, and not made yet."""
    after, day = seen.week.next, visit.on_day
    is_open = visit.is_open and not (visit.done_at and visit.done_at <= seen.cut_off)
    return is_open and day is not None and after.monday <= day <= after.sunday


def hushed(work: Work, part: Part) -> Part:
    """Without the coming ones of which nobody is told by now."""
    untold = {visit.code for visit in work.visits.untold().values()}
    return replace(
        part, next=tuple(one for one in part.next if one.facts.get("code") not in untold)
    )


PART = ReportPart(NAME, 35, tell, hushes=hushed)
