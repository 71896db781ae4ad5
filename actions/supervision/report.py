"""The programme in the weekly report: done of it, saved, recommendations, what comes next."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, time
from typing import Any

from actions.matters.report import rows_of
from actions.office.unannounced import may_see
from actions.rooms import ReportPart
from actions.supervision.known import facts_of
from actions.supervision.lists import numbers
from domain.behind import HIDDEN, VISIT, Behind, Row, behind, some
from domain.digest import Seen
from domain.periods import Span, at
from domain.programmes import count, counted
from domain.report import Part, ReportLine, ReportTable, first
from domain.visits import Visit
from storage import Work

NAME = "supervision"
STOOD = ("answered", "remedied", "late")


def tell(work: Work, seen: Seen) -> Part | None:
    """As it stood at the cut-off; of what comes only what is announced."""
    if not seen.whole:
        return None
    visits, asked = _of_year(work, seen), _asked(work, seen)
    late = len(asked["late"])
    lines, brief = _programme(visits, seen, late)
    if asked["total"]:
        told = {name: len(found) for name, found in asked.items()}
        lines.append(ReportLine("visit.report_asked", {**told, "late": late or None}))
    coming = [ReportLine("visit.coming", facts_of(work, v)) for v in visits if _comes(v, seen)]
    busy = bool(coming or late or any(_is_fresh(work, visit, seen) for visit in visits))
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


def _of_year(work: Work, seen: Seen) -> list[Visit]:
    return _counted(work.visits.of_year(_year(seen)), seen)


def _year(seen: Seen) -> int:
    """A week over New Year is of the year in which most of its days lie."""
    week = seen.week
    return week.sunday.year if isinstance(week, Span) else week.monday.isocalendar().year


def _asked(work: Work, seen: Seen) -> dict[str, list[dict[str, Any]]]:
    """The year's recommendations, and which of them were answered, remedied, are late."""
    year = at(date(_year(seen), 1, 1), time(), work.zone)
    all_ = work.matters.recommendations(year, seen.cut_off)
    stood = {name: [one for one in all_ if one[name]] for name in STOOD}
    return {"total": all_, **stood}


def behind_supervision(work: Work, seen: Seen) -> Iterable[Behind]:
    """The visits of the programme, who proposed, the recommendations, what comes."""
    if not seen.whole:
        return ()
    visits = _of_year(work, seen)
    figures = counted(visits, seen.cut_off)
    asked = _asked(work, seen).items()
    coming = [] if isinstance(seen.week, Span) else [v for v in visits if _comes(v, seen)]
    return some(
        (
            *(behind(name, _rows(work, found)) for name, found in figures.items()),
            behind("orgs", _proposers(work, figures["proposed"]), unit="orgs"),
            *(behind(name, rows_of(work, (one["id"] for one in all_))) for name, all_ in asked),
            behind("coming", _rows(work, coming)),
        )
    )


def _rows(work: Work, visits: Iterable[Visit]) -> Iterator[Row]:
    """What a reader may not know of is counted, and not named."""
    for visit in visits:
        if may_see(work, visit):
            theme = work.lookups.name(visit.theme_id)
            more = {"who": work.lookups.name(visit.body_id)}
            yield Row(VISIT, visit.id, visit.code, theme, visit.day, more=more)
        else:
            yield Row(VISIT, 0, HIDDEN)


def _proposers(work: Work, proposed: Iterable[Visit]) -> Iterator[Row]:
    for one in dict.fromkeys(visit.organisation_id for visit in proposed):
        yield Row(VISIT, 0, work.offices.organisation_name(one))


def _table(work: Work, visits: list[Visit], seen: Seen) -> ReportTable:
    """The year's programme, by who proposed."""
    names = {o.id: o.name for o in work.organisations}
    tallies = count(visits, seen.cut_off).by_organisation.items()
    rows = tuple(
        (names.get(one, ""), tally.proposed, tally.kept, tally.done) for one, tally in tallies
    )
    return ReportTable("supervision", ("organisation", "proposed", "kept", "done"), rows)


def _programme(
    visits: list[Visit], seen: Seen, late: int
) -> tuple[list[ReportLine], tuple[ReportLine, ...]]:
    """The year in a line, and on one screen."""
    if not visits:
        return [], ()
    programme = count(visits, seen.cut_off)
    told = numbers(programme.whole)
    line = ReportLine("visit.report_line", {**told, "orgs": len(programme.by_organisation)})
    return [line], (ReportLine("visit.caption_line", {**told, "late": late or None}),)


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


PART = ReportPart(NAME, 35, tell, hushes=hushed, behind=behind_supervision)
