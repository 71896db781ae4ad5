"""A week's report for whoever asks at the machine itself: printed, never sent."""

from dataclasses import replace
from datetime import datetime

from actions.digest.facts import ALL, compute
from actions.rooms import followed, report_parts
from domain.access import clock_of
from domain.digest import Edition, edition, edition_near, editions_near
from domain.periods import Week, local
from domain.report import Part, WeeklyReport
from storage import Connection, Work
from storage.offices import office_ids


def report_of(connection: Connection, week: Week | None, now: datetime) -> WeeklyReport | None:
    """The report of a week (the last one, if none is named) as sent, or as they would be.

    None when the database has no office.
    """
    office_id = next(iter(office_ids(connection)), None)
    if office_id is None:
        return None
    work = Work(connection, clock_of(office_id), now)
    wanted = edition_of(work, week) if week else edition_now(work)
    kept = work.digests.of_week(wanted.week)
    if kept and (frozen := work.digests.parts(kept.id).get(ALL)):
        return as_sent(work, kept.id, frozen)
    return compute(work, wanted, ALL, min(now, wanted.cut_off))


def edition_of(work: Work, week: Week) -> Edition:
    return edition(week, work.office.briefing, work.calendar)


def edition_now(work: Work) -> Edition:
    """The latest edition whose preview is due."""
    return edition_near(work.now, work.office.briefing, work.calendar)


def weeks_there(work: Work) -> str:
    """Of which weeks there is a report, or would be had it not been skipped: `40–47`, beyond New
    Year with their years; nothing before the first."""
    since, sent = work.assignments.since(), work.digests.first_sent()
    begun = Week.of(local(since, work.zone).date()) if since else None
    first = min((one for one in (begun, sent) if one), default=None)
    if first is None:
        return ""
    last = Week.of(work.today)
    while last >= first and not _has_come(work, last):
        last = last.previous
    if last < first:
        return ""
    same = first.code[:4] == last.code[:4]
    ends = [f"{one.number}" if same else f"{one.number}/{one.code[:4]}" for one in (first, last)]
    return "–".join(dict.fromkeys(ends))


def _has_come(work: Work, week: Week) -> bool:
    kept = work.digests.of_week(week)
    return edition_of(work, week).sends <= work.now or bool(kept and kept.state == "skipped")


def editions_lately(work: Work) -> list[Edition]:
    """The last editions whose preview is due, the oldest first."""
    return editions_near(work.now, work.office.briefing, work.calendar)[::-1]


def _said_now(work: Work, part: Part) -> Part:
    """Without what was hidden after it was frozen."""
    hushes = (one.hushes for one in report_parts() if one.name == part.name)
    hush = next(hushes, None)
    return hush(work, part) if hush else part


def as_it_was(work: Work, digest_id: int, stood: WeeklyReport) -> WeeklyReport:
    """An earlier revision as it read when it was shown: nothing asked or concluded since."""
    kept = work.digests.get(digest_id)
    sent = kept.sent_at or work.now
    shown = min(stood.updated or sent, work.digests.asked_until(kept) or sent)
    return asking(work, _told_on(work, stood), sent, shown, shown)


def _told_on(work: Work, report: WeeklyReport) -> WeeklyReport:
    """Without what the office leaves out and what is hidden by now."""
    without = work.chosen_reports.get().without
    parts = (_said_now(work, part) for part in report.parts if part.name not in without)
    return replace(report, parts=tuple(parts))


def as_sent(work: Work, digest_id: int, frozen: WeeklyReport) -> WeeklyReport:
    """Frozen figures with what the office added to them, without what it leaves out."""
    kept = work.digests.get(digest_id)
    sent = kept.sent_at or work.now
    shown = work.digests.asked_until(kept) or sent
    return replace(
        asking(work, _told_on(work, frozen), sent, shown, work.now),
        approved=kept.approved_by is not None,
        updated=kept.updated_at,
        remarks=kept.remarks,
    )


def asking(
    work: Work, report: WeeklyReport, sent: datetime, shown: datetime, told: datetime
) -> WeeklyReport:
    """With what the leaders were asked when it went, or was last shown anew, and what became of
    it until it is told: it keeps its number, and is asked no more."""
    asks, asks_brief, became = followed().put(work, sent, shown, told)
    return replace(report, asks=asks, asks_brief=asks_brief, became=became)
