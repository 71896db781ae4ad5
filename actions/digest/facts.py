"""What a week's report says, as facts: the whole, one organisation's part, or one section's."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from actions.rooms import ReportPart, report_parts
from domain.behind import some
from domain.digest import Edition, Seen
from domain.periods import Span
from domain.report import Part, ReportTable, WeeklyReport
from storage import Work
from storage.bundled import presets

ALL = "all"
AT_ONCE = ("@paper.rows.tasks", "@drill.of.figure")
"""How the figures are called that «Xem chi tiết» opens at once."""
COUNTED = ("part", "figure", "of", "what", "code", "title", "day", "n", "unit")


def scopes(work: Work) -> list[str]:
    """Every part that a report is frozen in."""
    organisations = [f"org:{o.id}" for o in work.organisations]
    return [ALL, *organisations, *(f"unit:{u.id}" for u in work.offices.units(work.today))]


def seen_as(work: Work, edition: Edition, scope: str, until: datetime) -> Seen:
    """What a scope sees of an edition, figures of the field as they were `until` a moment."""
    alone = isinstance(edition.week, Span)
    last = None if alone else work.digests.sent_before(edition.week)
    kind, _, number = scope.partition(":")
    organisation = int(number) if kind == "org" else None
    unit = int(number) if kind == "unit" else None
    return Seen(edition, until, organisation, unit, last=last.edition if last else None)


def compute(
    work: Work, now: Edition, scope: str, until: datetime, *, rows: bool = False
) -> WeeklyReport:
    """One scope's report; for a paper with the rows behind its figures."""
    seen = replace(seen_as(work, now, scope, until), rows=rows)
    told = _told(work, seen, report_parts())
    if isinstance(now.week, Span):
        told = tuple(replace(part, next=(), caption_next=()) for part in told)
    if rows and told:
        told = (*told[:-1], replace(told[-1], sheet=(*told[-1].sheet, *_counted(work, seen))))
    return WeeklyReport(
        kind=now.week.kind if isinstance(now.week, Span) else "week",
        week=now.week.code,
        number=now.week.number,
        monday=now.week.monday,
        sunday=now.week.sunday,
        office=work.office.name,
        short=work.office.short,
        leaders=work.office.label("leaders").partition(",")[0],
        part=_name_of(work, seen),
        form=_form_of(work, seen),
        place=presets()[work.office.preset].place_in(work.office.short),
        cut_off=seen.cut_off,
        parts=told,
    )


def _counted(work: Work, seen: Seen) -> Iterator[ReportTable]:
    """Every figure of every part, with each row that it counts, and in what."""
    told = [
        *((AT_ONCE, part.counts) for part in report_parts() if part.counts),
        *((_named(part.name), part.behind) for part in report_parts() if part.behind),
    ]
    rows = tuple(
        (
            name,
            f"{figures}.{one.figure}",
            one.of,
            one.what,
            row.name,
            row.title,
            f"{row.day:%d/%m/%Y}" if row.day else "",
            row.weight,
            one.counted_in,
        )
        for (name, figures), counts in told
        for one in some(counts(work, seen))
        for row in one.rows
    )
    if rows:
        yield ReportTable("counted", COUNTED, rows)


def _named(part: str) -> tuple[str, str]:
    """The text of its name, and the beginning of those of its figures."""
    return f"@drill.part.{part}", f"@behind.{part}"


def _told(work: Work, seen: Seen, parts: Iterable[ReportPart]) -> tuple[Part, ...]:
    """Those with nothing to tell are left out."""
    return tuple(told for part in parts if (told := part.tells(work, seen)))


def corrected(work: Work, seen: Seen, report: WeeklyReport) -> WeeklyReport:
    """What follows the figures of the field is told anew, all else stays as it was frozen."""
    following = [part for part in report_parts() if part.corrected]
    stays = [part for part in report.parts if part.name not in {one.name for one in following}]
    places = {part.name: part.place for part in report_parts()}
    parts = (*stays, *_told(work, seen, following))
    anew = replace(report, parts=tuple(sorted(parts, key=lambda part: places[part.name])))
    changes = (
        part.corrects(report.named(part.name), anew.named(part.name))
        for part in following
        if part.corrects
    )
    return replace(anew, corrections=(*report.corrections, *filter(None, changes)))


def _form_of(work: Work, seen: Seen) -> str:
    codes = {o.id: o.code for o in work.organisations}
    return codes.get(seen.organisation or 0, work.office.preset)


def _name_of(work: Work, seen: Seen) -> str:
    organisations = {o.id: o.name for o in work.organisations}
    units = {u.id: u.name for u in work.offices.units(work.today)}
    return organisations.get(seen.organisation or 0, "") or units.get(seen.unit or 0, "")
