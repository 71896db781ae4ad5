"""How a week looks on a telephone: a day a paragraph, a line for each thing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from texts.catalogue import Words


def week(words: Words, facts: Mapping[str, Any]) -> str:
    lines = [words("schedule.title", **facts), *_days(words, facts["days"])]
    return "\n".join(lines if facts["days"] else [*lines, words("schedule.nothing")])


def tomorrow(words: Words, facts: Mapping[str, Any]) -> str:
    said = _days(words, facts["days"]) or [words("schedule.nothing_tomorrow", day=facts["day"])]
    return "\n".join([words("schedule.tomorrow_title"), *said])


def _days(words: Words, days: Sequence[Mapping[str, Any]]) -> list[str]:
    return [line for day in days for line in _day(words, day)]


def _day(words: Words, day: Mapping[str, Any]) -> Iterator[str]:
    off = words("schedule.off") if day["off"] else None
    yield "\n" + words("schedule.day", day=day["day"], off=off)
    for row in day["rows"]:
        yield words(f"schedule.{'due' if 'due' in row else 'held'}", **row)


LAYOUTS = {
    "schedule.week": week,
    "schedule.tomorrow": tomorrow,
}
