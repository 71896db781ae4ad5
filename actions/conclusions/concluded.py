"""What became of what the leaders concluded, as it stands now: asked for on any day."""

from datetime import datetime

from actions.conclusions.concluded_part import listed, rows_of, stood_now
from actions.desk import view
from actions.digest.facts import ALL
from actions.digest.recipients import scope_of
from domain.access import Permission
from domain.digest import EVER
from domain.letters import Message, Press
from storage import Work

P = Permission
VERB = "d.decided"


@view(needs=P.READ_DIGEST)
def concluded_now(work: Work, page: int | None = None) -> Message:
    """What was drawn or ended since the report before the last, and all that is open: also what
    was decided after the last report went. The whole alone tells of it."""
    whole = scope_of(work, work.actor) == ALL
    stood = stood_now(work, _since(work)) if whole else []
    return listed(rows_of(stood, work.now), page, lambda n: Press(VERB, n))


def _since(work: Work) -> datetime:
    last = work.digests.last_sent()
    before = work.digests.sent_before(last.week) if last else None
    return before.edition.cut_off if before else EVER
