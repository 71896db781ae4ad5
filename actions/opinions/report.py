"""What people say, in the report's line: by topic, and how far it has come until they were told
back."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from actions.matters.report import rows_of
from domain.behind import Behind, behind
from domain.digest import Seen
from domain.matter_kinds import OPINION
from domain.report import ReportLine
from storage import Work
from storage.matters import MatterStood

STEPS = ("forwarded", "answered", "told_back")
UNTOLD = "answered"
"""People wait to be told."""


def line(
    work: Work, row: Mapping[str, Any], fresh: Sequence[MatterStood], seen: Seen
) -> ReportLine:
    topics, moved = by_topic(fresh), _moved(work, seen)
    facts = {
        **row,
        "fresh": len(fresh),
        **{name: len(moved[name]) if name in moved else None for name in STEPS},
        "topics": tuple({"topic": topic, "n": len(said)} for topic, said in topics.items()),
        "untold": len(_untold(work, seen)) or None,
    }
    return ReportLine("matter.report_heard", facts)


def by_topic(fresh: Iterable[MatterStood]) -> dict[str, list[int]]:
    """The most told first."""
    topics: dict[str, list[int]] = {}
    for one in fresh:
        topics.setdefault(one.topic, []).append(one.id)
    return dict(sorted(topics.items(), key=lambda topic: (-len(topic[1]), topic[0])))


def _moved(work: Work, seen: Seen) -> dict[str, list[int]]:
    return work.matters.became(OPINION.code, seen.week.begins(work.zone), seen.cut_off)


def _untold(work: Work, seen: Seen) -> list[int]:
    return work.matters.stood_in(OPINION.code, UNTOLD, seen.cut_off)


def behind_line(work: Work, fresh: Sequence[MatterStood], seen: Seen) -> Iterable[Behind]:
    kind, of, moved = OPINION.code, f"@matter.counted.{OPINION.code}", _moved(work, seen)
    for topic, said in by_topic(fresh).items():
        yield behind("topics", rows_of(work, said), f"@topic_of.{topic}", topic)
    for step in STEPS:
        yield behind(step, rows_of(work, moved.get(step, ())), of, kind)
    yield behind("untold", rows_of(work, _untold(work, seen)), of, kind)
