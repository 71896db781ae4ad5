"""Model hamlets and houses in the weekly report: verified of all, what came, what waits."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from actions.checklists.cards import facts_of, stands
from actions.checklists.known import Begun
from actions.rooms import ReportPart
from domain.behind import LIST, Behind, Row, behind, some
from domain.checklist_kinds import ROWS
from domain.checklists import ItemStatus, ListItem, ListKind, Mode, lacking
from domain.digest import Seen
from domain.report import Lines, Part, ReportLine, first
from storage import Work
from storage.checklists import Checking, Claim

NAME = "models"
WAITS = timedelta(days=7)
"""A claim that nobody looked at for so long is named."""


def tell(work: Work, seen: Seen) -> Part | None:
    if not seen.whole:
        return None
    lines = [line for kind in ROWS if kind.mode is Mode.CLAIM for line in _kind(work, kind, seen)]
    waiting = _waiting(work, seen)
    good = tuple(_recognised(work, seen))
    brief = tuple(ReportLine("checklist.caption_good", line.facts) for line in good)
    told = (*lines, *waiting)
    if not lines:
        return None
    return Part(NAME, told, good=good, caption_good=brief)


def _recognised(work: Work, seen: Seen) -> Iterator[ReportLine]:
    """Hamlets that were recognised in the week; houses are only counted."""
    for row in work.checklists.closed(seen.week.begins(work.zone), seen.cut_off):
        found = Begun(work, row)
        if found.kind.mode is Mode.CLAIM and not found.kind.coded:
            yield ReportLine("checklist.report_good", facts_of(found))


def _kind(work: Work, kind: ListKind, seen: Seen) -> Iterator[ReportLine]:
    """Hamlets one by one; houses, which stand under a code, only counted by place."""
    if kind.coded:
        rows = work.checklists.by_place(kind.code, seen.week.begins(work.zone), seen.cut_off)
        for row in rows:
            facts = {**row, "list": kind.code, "fresh": _up(row["fresh"])}
            yield ReportLine("checklist.report_houses", facts)
        return
    begun = _hamlets(work, kind, seen)
    yield from first([_line(one, seen) for one in begun if _is_told(one, seen)])
    if held := tuple(one.row.name for one in begun if not _is_told(one, seen)):
        facts = {"list": kind.code, "n": len(held), "names": held}
        yield ReportLine("checklist.report_held", facts)


def _hamlets(work: Work, kind: ListKind, seen: Seen) -> list[Begun]:
    """As they stood then."""
    until = seen.cut_off
    return [
        Begun(work, replace(row, closed_at=None) if _is_after(row, until) else row, until)
        for row in work.checklists.claimed(kind.code, until)
    ]


def _is_after(row: Checking, until: datetime) -> bool:
    return row.closed_at is not None and row.closed_at > until


def _is_told(found: Begun, seen: Seen) -> bool:
    """What was recognised is told in its week, and again when something of it lapsed; in other
    weeks it is named alone."""
    closed = found.row.closed_at
    return found.is_open or (closed is not None and closed >= seen.week.begins(found.work.zone))


def _line(found: Begun, seen: Seen) -> ReportLine:
    begins = seen.week.begins(found.work.zone)
    verified = [mark for mark in found.marks.values() if mark.status is ItemStatus.VERIFIED]
    fresh = sum(begins <= mark.at <= seen.cut_off for mark in verified)
    lapsed = sum(stands(found, item) is ItemStatus.LAPSED for item in found.items)
    facts = {**facts_of(found), "fresh": _up(fresh), "lapsed": lapsed or None}
    return ReportLine("checklist.report_line", facts)


def _up(fresh: int) -> str:
    return f"▲{fresh}" if fresh else ""


def _waiting(work: Work, seen: Seen) -> Lines:
    rows = work.checklists.waiting(seen.cut_off - WAITS)
    facts = {"n": sum(n for _, n in rows), "days": WAITS.days, "rows": tuple(rows)}
    return (ReportLine("checklist.report_waiting", facts),) if rows else ()


def behind_models(work: Work, seen: Seen) -> Iterable[Behind]:
    """The criteria of each hamlet, the houses of each place, the claims that wait."""
    if not seen.whole:
        return ()
    kinds = [kind for kind in ROWS if kind.mode is Mode.CLAIM]
    houses = [one for kind in kinds if kind.coded for one in _houses(work, kind, seen)]
    hamlets = [
        figure
        for kind in kinds
        if not kind.coded
        for found in _hamlets(work, kind, seen)
        if _is_told(found, seen)
        for figure in _criteria(found, seen)
    ]
    late = work.checklists.claims_since(seen.cut_off - WAITS)
    lists = dict.fromkeys(one.checking_id for one in late)
    waiting = [
        behind("n", (_claim(work, one) for one in late)),
        *(
            behind("rows", (_claim(work, c) for c in late if c.checking_id == one), name, one)
            for one in lists
            if (name := work.checklists.get(one).name or str(one))
        ),
    ]
    return some((*hamlets, *houses, *waiting))


def _criteria(found: Begun, seen: Seen) -> Iterator[Behind]:
    """Which of its criteria are met, which of late, which lapsed."""
    everyone = {item.number for item in found.items}
    done = everyone - set(lacking(found.kind, found.items, found.marks, found.now))
    since = seen.week.begins(found.work.zone)
    fresh = {
        item
        for item, mark in found.marks.items()
        if mark.status is ItemStatus.VERIFIED and since <= mark.at <= seen.cut_off
    }
    lapsed = {i.number for i in found.items if stands(found, i) is ItemStatus.LAPSED}
    figures = {"done": done, "total": everyone, "fresh": fresh, "lapsed": lapsed}
    of = found.row.name or found.row.code
    for figure, numbers in figures.items():
        rows = (_item(found, i) for i in found.items if i.number in numbers)
        yield behind(figure, rows, of, found.row.id)


def _item(found: Begun, item: ListItem) -> Row:
    return Row(LIST, found.row.id, f"{found.row.code}/{item.number}", item.text)


def _houses(work: Work, kind: ListKind, seen: Seen) -> Iterator[Behind]:
    places: dict[int | None, list[Checking]] = {}
    for row in work.checklists.claimed(kind.code, seen.cut_off):
        places.setdefault(row.locality_id, []).append(row)
    for place, found in places.items():
        done = [one for one in found if one.closed_at and one.closed_at <= seen.cut_off]
        fresh = [
            one for one in done if one.closed_at and one.closed_at >= seen.week.begins(work.zone)
        ]
        of, key = work.offices.locality_name(place), f"{kind.code}{place or 0}"
        for figure, some_ in (("done", done), ("total", found), ("fresh", fresh)):
            yield behind(figure, (_house(one) for one in some_), of, key)


def _house(one: Checking) -> Row:
    return Row(LIST, one.id, one.code, one.name, one.closed_at)


def _claim(work: Work, claim: Claim) -> Row:
    found = Begun(work, work.checklists.get(claim.checking_id))
    [item] = [item for item in found.items if item.number == claim.item]
    name = f"{claim.code}/{claim.item}"
    return Row(LIST, claim.checking_id, name, item.text, claim.at)


PART = ReportPart(NAME, 45, tell, behind=behind_models)
