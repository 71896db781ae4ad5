"""How a week looks on a telephone: a day a paragraph, a line for each thing."""

from collections.abc import Mapping
from typing import Any

from texts.catalogue import Words


def week(words: Words, facts: Mapping[str, Any]) -> str:
    lines = [words("schedule.title", **facts)]
    for day in facts["days"]:
        off = words("schedule.off") if day["off"] else None
        lines.append("\n" + words("schedule.day", day=day["day"], off=off))
        lines += [words(f"schedule.{'due' if 'due' in r else 'held'}", **r) for r in day["rows"]]
    return "\n".join(lines if facts["days"] else [*lines, words("schedule.nothing")])
