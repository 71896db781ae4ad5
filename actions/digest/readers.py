"""The report's readers: the last one, what is overdue, each point."""

from dataclasses import asdict
from datetime import timedelta

from actions.assignments.chasing import remind_all
from actions.desk import view
from actions.digest.sending import letter, part_of, scope_of
from domain.access import Permission
from domain.letters import NEXT_PAGE, Facts, Message, Place, Press, rows_of
from domain.periods import Week
from domain.refusals import Refusal
from domain.report import HeldActivity, WeeklyReport
from storage import Work

P = Permission
SHOWN, YEAR_OF_WEEKS = 8, 53


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
def overdue(work: Work, digest_id: int, page: int = 0) -> Message:
    """The overdue tasks of the report, each one tap away, some on a page."""
    scope = scope_of(work, work.actor)
    rows = list(enumerate(read_report(work, digest_id).tasks.overdue, start=1))
    shown = rows[page * SHOWN : (page + 1) * SHOWN]
    buttons = rows_of([Press("a.open", row.id, label=str(n)) for n, row in shown])
    rest = max(0, len(rows) - (page + 1) * SHOWN)
    if rest:
        buttons += ((Press("d.over", digest_id, str(page + 1), label=NEXT_PAGE),),)
    if not scope.startswith("org"):
        buttons += remind_all(work, int(scope.partition(":")[2] or 0))
    numbered = [{**asdict(row), "number": n} for n, row in shown]
    facts = {"rows": numbered, "n": len(rows), "more": rest or None}
    return Message("digest.drill", facts, buttons, place=Place.EDIT if page else Place.NEW)


def read_report(work: Work, digest_id: int) -> WeeklyReport:
    """The figures of a report, as far as this reader may see them."""
    read = part_of(work, digest_id, scope_of(work, work.actor))
    if read is None:
        raise Refusal("not_found")
    return read


@view(needs=P.READ_DIGEST)
def paste(work: Work, digest_id: int) -> Message:
    """The report as plain words without names."""
    return Message("digest.paste", read_report(work, digest_id).dump())


@view(needs=P.READ_DIGEST)
def field(work: Work, digest_id: int) -> Message:
    """Every point with how its figure is known."""
    turnout = read_report(work, digest_id).turnout
    rows = [_with_proofs(activity) for activity in turnout.activities] if turnout else []
    return Message("digest.field", {"rows": rows})


def _with_proofs(activity: HeldActivity) -> Facts:
    proofs = dict(activity.proofs)
    points = [
        {"name": name, "total": n, "state": "said", "proof": proofs[name]}
        for name, n in activity.points
    ]
    silent = [{"name": name, "state": "missing"} for name in activity.missing]
    off = [{"name": row.name, "state": "not_held"} for row in activity.not_held]
    return {**asdict(activity), "lines": [*points, *silent, *off]}
