"""What has changed in a draft of work since it was shown, as it is said back."""

from collections.abc import Iterator, Sequence
from typing import Any

from actions.assignments.draft_looks import Row
from storage import Work

Change = dict[str, Any]


def changes(work: Work, before: Sequence[Row], after: Sequence[Row]) -> list[Change]:
    """Line by line what became of it, or which lines went out; what was not said before is an
    answer, and no change."""
    if len(after) < len(before):
        return [_gone(work, row) for row in before if row not in after]
    numbered = enumerate(zip(before, after, strict=False), start=1)
    several = len(before) > 1
    return [
        {"n": n if several else None, **change}
        for n, (was, now) in numbered
        for change in _of_row(work, was, now)
    ]


def _gone(work: Work, row: Row) -> Change:
    leads = ", ".join(work.people.names(*row.get("leads", ())))
    return {"gone": " – ".join(filter(None, (leads, row.get("what"))))}


def _of_row(work: Work, was: Row, now: Row) -> Iterator[Change]:
    for part in ("leads", "what"):
        if was.get(part) and now.get(part) and was[part] != now[part]:
            yield {"part": part, "was": _said(work, was[part]), "now": _said(work, now[part])}
    if was.get("due") and now.get("due") and was["due"] != now["due"]:
        yield {"part": "due", "was_due": was["due"], "now_due": now["due"]}
    helped, helps = was.get("supports") or [], now.get("supports") or []
    if added := [one for one in helps if one not in (*helped, *was.get("leads", ()))]:
        yield {"part": "supports", "added": _said(work, added)}
    if dropped := [one for one in helped if one not in (*helps, *now.get("leads", ()))]:
        yield {"part": "supports", "dropped": _said(work, dropped)}
    fresh = [one for one in now.get("units") or [] if one not in (was.get("units") or [])]
    if fresh:
        yield {"part": "supports", "added": ", ".join(map(work.offices.unit_name, fresh))}


def _said(work: Work, value: str | list[int]) -> str:
    return value if isinstance(value, str) else ", ".join(work.people.names(*value))
