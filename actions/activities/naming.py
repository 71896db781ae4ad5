"""Who is on the list of an activity: names for those who may see them, and not for long."""

from typing import Any

from actions.activities.leading import led
from actions.desk import view
from domain.access import Permission
from domain.activities import require_names
from domain.letters import Message, Place, Press, Rows
from domain.names import shorten
from domain.registrations import Registration
from domain.seats import LIVE, Standing
from storage import Work

LISTED = (*LIVE, Standing.PRESENT, Standing.ABSENT)
SURE = (Standing.REGISTERED, Standing.CONFIRMED)
PAGE = 8
NAME, POINT = 24, 40


@view(needs=Permission.PLAN_ACTIVITY)
def names(work: Work, activity_id: int, page: int = 0) -> Message:
    """Point by point in the order of their taps, and where each stands."""
    activity = led(work, activity_id)
    require_names(work.actor, activity)
    rows = _rows(work, activity_id)
    if not rows:
        return Message("activity.no_names", {"title": activity.title})
    along = sum(row["companions"] or 0 for row in rows)
    pages = -(-len(rows) // PAGE)
    page = min(page, pages - 1)
    facts = {
        "title": activity.title,
        "starts": activity.starts,
        "n": len(rows),
        "total": len(rows) + along if along else None,
        "page": f"{page + 1}/{pages}" if pages > 1 else "",
        "rows": rows[page * PAGE : page * PAGE + PAGE],
    }
    return Message(
        "activity.names",
        facts,
        _turns(activity_id, page, pages),
        Place.EDIT if page else Place.NEW,
        protect=True,
        expires=f"names:{activity_id}",
    )


def _rows(work: Work, activity_id: int) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for point in work.activities.points(activity_id):
        for n, one in enumerate(work.registrations.at_point(point.id, *LISTED), start=1):
            first = n == 1 or len(rows) % PAGE == 0
            head = shorten(point.full, POINT) if first else ""
            rows.append({"head": head, "n": n, **_row(one)})
    return rows


def _row(one: Registration) -> dict[str, Any]:
    return {
        "name": shorten(one.name, NAME) or "–",
        "companions": one.heads - 1 or None,
        "standing": "" if one.standing in SURE else one.standing.value,
    }


def _turns(activity_id: int, page: int, pages: int) -> Rows:
    turns = [
        Press("s.names", activity_id, str(to), label=sign)
        for to, sign in ((page - 1, "‹"), (page + 1, "›"))
        if 0 <= to < pages
    ]
    return (tuple(turns),) if turns else ()
