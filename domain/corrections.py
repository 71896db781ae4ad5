"""What a late figure changed in a report that had gone: whose it is, from how many to how many."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from domain.report import Part, ReportLine

Days = Sequence[Mapping[str, Any]]
"""The facts of each day that was held."""
Said = Mapping[tuple[str, str], int | None]
"""Of each day and point the people; nothing where nobody had said."""


def corrected_line(before: Part, after: Part) -> ReportLine | None:
    """«Hải Tiến báo muộn: 218 → 250»; nothing where no number of people changed."""
    facts = changed(
        [line.facts for line in before.details], [line.facts for line in after.details]
    )
    return ReportLine("digest.corrected", facts) if facts else None


def changed(before: Days, after: Days) -> Mapping[str, Any]:
    """Who told late and who told again, from how many to how many; empty where no number of people
    changed."""
    was, now = _said(before), _said(after)
    late = _names(key for key, n in now.items() if n is not None and was.get(key, 0) is None)
    again = _names(
        key for key, n in now.items() if None not in (n, was.get(key)) and n != was.get(key)
    )
    if not again and _total(before) == _total(after):
        return {}  # of another organisation, say: here nothing changed
    return {
        "late": late,
        "again": again,
        "both": bool(late and again),
        "was": _total(before) if any(n is not None for n in was.values()) else None,
        "now": _total(after),
    }


def _said(days: Days) -> Said:
    found: dict[tuple[str, str], int | None] = {}
    for facts in days:
        day = f"{facts['day']} {facts['title']}"
        found |= {(day, name): number for name, number in facts["points"]}
        found |= {(day, name): None for name in facts["missing"]}
    return found


def _names(keys: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for _, name in keys))


def _total(days: Days) -> int:
    return sum(int(facts["total"]) for facts in days)
