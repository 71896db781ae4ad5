"""What a report that is due says: counted once, on a reading connection, then only stored."""

from collections.abc import Iterable, Mapping

from actions.desk import view
from actions.digest.facts import ALL, compute, scopes
from actions.digest.printing import editions_lately
from actions.digest.skipping import OVER
from domain.access import Permission
from domain.digest import Edition
from domain.report import WeeklyReport
from storage import Work
from storage.digests import Digest

P = Permission
Parts = Mapping[str, WeeklyReport]
Counted = Mapping[Edition, Parts]
"""By the edition that it was counted for: one that was moved since is counted anew."""


def parts_of(work: Work, edition: Edition, wanted: Iterable[str]) -> Parts:
    """What one reader's part looked up serves all the others."""
    until = min(work.now, edition.cut_off)
    return {scope: compute(work, edition, scope, until) for scope in wanted}


def lacking(parts: Parts) -> list[str]:
    """Whose figures are not there."""
    return [name for part in parts[ALL].parts for name in part.missing]


@view(needs=P.RUN_TIMETABLE)
def count_due(work: Work) -> Counted | None:
    """The whole for a draft, every part for what is to be frozen; None where nothing is on its
    way."""
    found = {one: work.digests.of_week(one.week) for one in editions_lately(work)}
    if all(_is_over(work, one, kept) for one, kept in found.items()):
        return None
    due = {one: _due(work, one, kept) for one, kept in found.items()}
    return {one: parts_of(work, one, wanted) for one, wanted in due.items() if wanted}


def _is_over(work: Work, edition: Edition, kept: Digest | None) -> bool:
    """It has gone, or was skipped; or was before any that went."""
    if kept:
        return kept.state in OVER
    return work.now >= edition.lapses and not work.digests.last_sent()


def _due(work: Work, edition: Edition, kept: Digest | None) -> list[str]:
    if work.now >= edition.lapses or (kept and kept.state != "preview"):
        return []
    if work.now >= edition.cut_off:
        return scopes(work)
    return [] if kept else [ALL]


@view(needs=P.APPROVE_DIGEST)
def count_draft(work: Work, digest_id: int) -> Counted:
    """Every part of a draft whose hour has passed: «Gửi» sends it at once."""
    kept = work.digests.get(digest_id)
    if kept.state != "preview" or work.now < kept.sends:
        return {}
    return {kept.edition: parts_of(work, kept.edition, scopes(work))}


def parts_to_freeze(work: Work, edition: Edition, counted: Counted) -> Parts:
    """As they were counted; what changed its hour in between is counted here."""
    parts, wanted = counted.get(edition, {}), scopes(work)
    return parts if parts.keys() >= set(wanted) else parts_of(work, edition, wanted)
