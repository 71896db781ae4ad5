"""What a late figure changed in a report that had gone: whose it is, from how many to how many."""

from collections.abc import Iterable, Mapping

from domain.report import Part, ReportLine

Said = Mapping[tuple[str, str], int | None]
"""Of each day and point the people; nothing where nobody had said."""


def corrected_line(before: Part, after: Part) -> ReportLine | None:
    """«Hải Tiến báo muộn: 218 → 250»; nothing where no number of people changed."""
    was, now = _said(before), _said(after)
    late = _names(key for key, n in now.items() if n is not None and was.get(key, 0) is None)
    again = _names(
        key for key, n in now.items() if None not in (n, was.get(key)) and n != was.get(key)
    )
    if not again and _total(before) == _total(after):
        return None  # of another organisation, say: here nothing changed
    facts = {
        "late": late,
        "again": again,
        "both": bool(late and again),
        "was": _total(before) if any(n is not None for n in was.values()) else None,
        "now": _total(after),
    }
    return ReportLine("digest.corrected", facts)


def _said(part: Part) -> Said:
    found: dict[tuple[str, str], int | None] = {}
    for line in part.details:
        day = f"{line.facts['day']} {line.facts['title']}"
        found |= {(day, name): number for name, number in line.facts["points"]}
        found |= {(day, name): None for name in line.facts["missing"]}
    return found


def _names(keys: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for _, name in keys))


def _total(part: Part) -> int:
    return sum(int(line.facts["total"]) for line in part.details)
