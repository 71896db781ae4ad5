"""A sum by organisation, and what of it no organisation named."""

from collections.abc import Mapping

from storage import Work


def parts_of(work: Work, parts: Mapping[int, int]) -> list[tuple[str, int]]:
    """`[("ĐTN", 20), ("PN", 15)]`, the largest first."""
    known = {o.id: o.short for o in work.organisations}
    by_size = sorted(parts.items(), key=lambda part: -part[1])
    return [(known.get(organisation, "?"), number) for organisation, number in by_size]


def rest_of(total: int, parts: Mapping[int, int]) -> int | None:
    """The people of a sum that no organisation named, where some were named."""
    rest = total - sum(parts.values())
    return rest if parts and rest > 0 else None
