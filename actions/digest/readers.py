"""The report's readers: the last one, what is overdue, each point."""

from datetime import timedelta

from actions.desk import view
from actions.digest.facts import seen_as
from actions.digest.sending import letter, part_of, scope_of
from actions.rooms import Opened, report_parts
from domain.access import Permission
from domain.letters import Message
from domain.periods import Week
from domain.refusals import Refusal, must_find
from domain.report import WeeklyReport
from storage import Work

P = Permission
YEAR_OF_WEEKS = 53


@view(needs=P.READ_DIGEST)
def last_report(work: Work) -> Message:
    """The last report that went out, as far as this reader may see it."""
    kept = work.digests.last_sent()
    read = part_of(work, kept.id, scope_of(work, work.actor)) if kept else None
    if kept is None or read is None:
        return Message("digest.none_yet")
    return letter(kept.id, read)


@view(needs=P.READ_DIGEST)
def last_sent(work: Work) -> int:
    """The number of the last report that went out; 0 when there is none yet."""
    kept = work.digests.last_sent()
    return kept.id if kept else 0


@view(needs=P.READ_DIGEST)
def report_of(work: Work, number: int) -> Message:
    """The report of a numbered week: of the last year's, the newest that was sent."""
    week = _numbered(work, number)
    kept = work.digests.of_week(week) if week else None
    read = part_of(work, kept.id, scope_of(work, work.actor)) if kept and kept.sent_at else None
    if kept is None or read is None:
        return Message("digest.none_of_week", {"week": number})
    return letter(kept.id, read)


def _numbered(work: Work, number: int) -> Week | None:
    """The newest week of this number that is over."""
    this = Week.of(work.today)
    past = (Week(this.monday - timedelta(weeks=n)) for n in range(1, YEAR_OF_WEEKS + 1))
    return next((week for week in past if week.number == number), None)


@view(needs=P.READ_DIGEST)
def open_part(work: Work, digest_id: int, verb: str, page: int = 0) -> Message:
    """What a part counts, as its room shows it."""
    scope = scope_of(work, work.actor)
    kept, report = work.digests.get(digest_id), read_report(work, digest_id)
    seen = seen_as(kept.edition, scope, work.now)
    for part in report_parts():
        if part.opens and part.verb == verb:
            return part.opens(work, Opened(digest_id, report.named(part.name), seen, page))
    raise Refusal("not_found")


def read_report(work: Work, digest_id: int) -> WeeklyReport:
    """The figures of a report, as far as this reader may see them."""
    return must_find(part_of(work, digest_id, scope_of(work, work.actor)))


@view(needs=P.READ_DIGEST)
def paste(work: Work, digest_id: int) -> Message:
    """The report as plain words without names."""
    return Message("digest.paste", read_report(work, digest_id).dump())
