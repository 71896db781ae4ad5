"""A figure changed after the report was frozen: the same letters are put right, and say so."""

from actions.digest.facts import corrected, seen_as
from domain.activities import Activity
from domain.hours import CATCH_UP_WITHIN
from domain.periods import Week
from storage import Work

CORRECTED_WITHIN = 7 * CATCH_UP_WITHIN / 2
"""A week after it was sent, a report is left as it was."""


def restate(work: Work, activity: Activity) -> None:
    """A figure changed after the freezing: the same letters are put right."""
    kept = work.digests.of_week(Week.of(work.day(activity.starts)))
    if kept is None or kept.state not in ("frozen", "sent"):
        return
    if work.now > kept.sends + CORRECTED_WITHIN:
        return
    parts = work.digests.parts(kept.id)
    restated = {
        scope: corrected(work, seen_as(kept.edition, scope, work.now), part)
        for scope, part in parts.items()
    }
    was = {
        scope: part
        for scope, part in parts.items()
        if len(restated[scope].corrections) > len(part.corrections)
    }
    work.digests.keep_revision(kept.id, was, kept.updated_at or kept.edition.cut_off)
    work.digests.freeze(kept.id, restated)
    if kept.state == "sent":
        resend(work, kept.id)


def resend(work: Work, digest_id: int) -> None:
    """The same message is edited, and says when."""
    work.digests.set_updated(digest_id, work.now)
    for copy in work.digests.deliveries(digest_id):
        work.redraw(f"digest:{digest_id}", copy.person_id)
    for card in (f"whole:{digest_id}", f"section:{digest_id}"):
        work.redraw(card, *work.cards.holders(card))
