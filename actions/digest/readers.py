"""The report's readers: the last one, what is overdue, each point."""

from typing import Any

from actions.assignments.chasing import remind_all
from actions.desk import view
from actions.digest.sending import facts_for, report, scope_of
from domain.access import Permission
from domain.letters import NEXT_PAGE, Message, Place, Press, rows_of
from domain.refusals import Refusal
from storage import Work

P = Permission
SHOWN = 8


@view(needs=P.READ_DIGEST)
def last_report(work: Work) -> Message:
    """The last report that went out, as far as this reader may see it."""
    kept = work.digests.last_sent()
    facts = facts_for(work, kept.id, scope_of(work, work.actor)) if kept else None
    if kept is None or facts is None:
        return Message("digest.none_yet")
    return report(kept.id, facts)


@view(needs=P.READ_DIGEST)
def overdue(work: Work, digest_id: int, page: int = 0) -> Message:
    """The overdue tasks of the report, each one tap away, some on a page."""
    scope = scope_of(work, work.actor)
    rows = list(enumerate(read_report(work, digest_id)["tasks"]["overdue"], start=1))
    shown = rows[page * SHOWN : (page + 1) * SHOWN]
    buttons = rows_of([Press("a.open", row["id"], label=str(n)) for n, row in shown])
    rest = max(0, len(rows) - (page + 1) * SHOWN)
    if rest:
        buttons += ((Press("d.over", digest_id, str(page + 1), label=NEXT_PAGE),),)
    if not scope.startswith("org"):
        buttons += remind_all(work, int(scope.partition(":")[2] or 0))
    numbered = [{**row, "number": n} for n, row in shown]
    facts = {"rows": numbered, "n": len(rows), "more": rest or None}
    return Message("digest.drill", facts, buttons, place=Place.EDIT if page else Place.NEW)


def read_report(work: Work, digest_id: int) -> dict[str, Any]:
    """The figures of a report, as far as this reader may see them."""
    facts = facts_for(work, digest_id, scope_of(work, work.actor))
    if facts is None:
        raise Refusal("not_found")
    return facts


@view(needs=P.READ_DIGEST)
def paste(work: Work, digest_id: int) -> Message:
    """The report as plain words without names."""
    return Message("digest.paste", read_report(work, digest_id))


@view(needs=P.READ_DIGEST)
def field(work: Work, digest_id: int) -> Message:
    """Every point with how its figure is known."""
    activities = read_report(work, digest_id).get("turnout", {}).get("activities", [])
    return Message("digest.field", {"rows": [_with_proofs(a) for a in activities]})


def _with_proofs(activity: dict[str, Any]) -> dict[str, Any]:
    proofs = dict(activity["proofs"])
    points = [
        {"name": name, "total": n, "state": "said", "proof": proofs[name]}
        for name, n in activity["points"]
    ]
    silent = [{"name": name, "state": "missing"} for name in activity["missing"]]
    off = [{"name": row["name"], "state": "not_held"} for row in activity["not_held"]]
    return {**activity, "lines": [*points, *silent, *off]}
