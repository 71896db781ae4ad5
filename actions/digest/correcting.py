"""A figure changed after the report was counted: it is counted anew on a reading connection, and
the same letters are put right and say so."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from actions.desk import action, view
from actions.digest.counting import Parts, lacking, parts_of
from actions.digest.facts import ALL, corrected, seen_as
from actions.digest.recipients import office_people
from actions.rooms import Job, wake
from domain.access import Permission
from domain.activities import Activity
from domain.drilling import section_in
from domain.hours import HALF_HOUR, every
from domain.periods import Week
from domain.report import WeeklyReport
from storage import Work
from storage.digests import Digest

P = Permission


@dataclass(frozen=True, slots=True)
class Anew:
    """What a report says after so many changes; of a draft, whose figures it lacks."""

    digest_id: int
    changes: int
    parts: Parts


def figures_until(kept: Digest) -> datetime | None:
    """Up to when a report that was sent follows the figures of the field."""
    return kept.updated_at or kept.sent_at


def note_change(work: Work, activity: Activity) -> None:
    """However late: it is counted as soon as this is written down; where that is cut short, by
    the clock."""
    kept = work.digests.of_week(Week.of(work.day(activity.starts)))
    if kept and kept.state != "skipped":
        work.digests.note_change(kept.id)
        wake(work, PUT_RIGHT)


@view(needs=P.RUN_TIMETABLE)
def count_anew(work: Work) -> Sequence[Anew] | None:
    """Every report of which a figure changed since it was counted."""
    due = work.digests.outdated()
    return [Anew(one.id, one.changes, _anew(work, one)) for one in due] or None


def _anew(work: Work, kept: Digest) -> Parts:
    if kept.state == "preview":
        return parts_of(work, kept.edition, [ALL])
    return {
        scope: corrected(work, seen_as(work, kept.edition, scope, work.now), part)
        for scope, part in work.digests.parts(kept.id).items()
    }


@action(needs=P.RUN_TIMETABLE)
def put_right(work: Work, counted: Sequence[Anew]) -> None:
    """Keep what was counted, unless another figure has changed meanwhile: that one brings its
    own."""
    for one in counted:
        kept = work.digests.get(one.digest_id)
        if kept.counted < one.changes == kept.changes:
            work.digests.set_counted(kept.id, one.changes, lacking(one.parts))
            work.redraw(f"preview:{kept.id}", *office_people(work))
            if kept.state != "preview":
                _freeze_anew(work, kept, one.parts)


def _freeze_anew(work: Work, kept: Digest, parts: Parts) -> None:
    stood = work.digests.parts(kept.id)
    if stood == parts:
        return
    was = {
        scope: _as_shown(kept, part)
        for scope, part in stood.items()
        if len(parts[scope].corrections) > len(part.corrections)
    }
    work.digests.save_revision(kept.id, was, kept.updated_at or kept.edition.cut_off)
    work.digests.freeze(kept.id, parts)
    if kept.state == "sent":
        resend(work, kept.id)


def _as_shown(kept: Digest, part: WeeklyReport) -> WeeklyReport:
    """With what the office had added by then."""
    approved = kept.approved_by is not None
    return replace(part, updated=kept.updated_at, approved=approved, remarks=kept.remarks)


PUT_RIGHT = Job(
    "figures of a report that changed are told", every(HALF_HOUR), put_right, count_anew
)


def resend(work: Work, digest_id: int) -> None:
    """The same message is edited, and says when."""
    work.digests.set_updated(digest_id, work.now)
    for copy in work.digests.deliveries(digest_id):
        work.redraw(f"digest:{digest_id}", copy.person_id)
    whole = (f"whole:{digest_id}", f"whole:{section_in(digest_id)}")
    for card in (*whole, f"section:{digest_id}"):
        work.redraw(card, *work.cards.holders(card))
