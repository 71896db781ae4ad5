"""What is followed, in the weekly report, by kind."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from actions.matters.known import may_read
from actions.rooms import ReportPart
from domain.behind import HIDDEN, MATTER, Behind, Row, behind, some
from domain.digest import Seen
from domain.matter_kinds import CONCLUSION, DECISION, TOPIC, kind_of
from domain.report import Part, ReportLine
from storage import Work
from storage.matters import MatterStood

NAME = "matters"
COUNTED = ("fresh", "open", "closed", "late")
RARE = ("fresh", "closed", "late")
"""Named only where there are any."""
STEPS = ("forwarded", "answered", "told_back")
APART = (DECISION.code, CONCLUSION.code)
"""What the leaders are asked and what they concluded have sections of their own."""
GONE = ("duplicate", "withdrawn")
"""Never told as something that was said."""


def tell(work: Work, seen: Seen) -> Part | None:
    """One line a kind."""
    if not seen.whole:
        return None
    shown = [_tally(kind, found) for kind, found in _followed(work, seen).items()]
    lines = tuple(_line(work, row, seen) for row in shown)
    waiting = tuple(row for row in shown if row["open"])
    brief = (ReportLine("matter.caption_line", {"rows": waiting}),) if waiting else ()
    return Part(NAME, lines, caption=brief) if lines else None


def _followed(work: Work, seen: Seen) -> dict[str, list[MatterStood]]:
    """Kind by kind."""
    found: dict[str, list[MatterStood]] = {}
    for one in work.matters.followed(seen.week.begins(work.zone), seen.cut_off):
        if one.kind not in APART:
            found.setdefault(one.kind, []).append(one)
    return found


def _tally(kind: str, found: Sequence[MatterStood]) -> dict[str, Any]:
    counts = {name: sum(getattr(one, name) for one in found) for name in COUNTED}
    return {"kind": kind, **counts, **{name: counts[name] or None for name in RARE}}


def _said(found: Iterable[MatterStood]) -> dict[str, list[MatterStood]]:
    """What people say of late, by topic, the most told first."""
    topics: dict[str, list[MatterStood]] = {}
    for one in found:
        if one.fresh and one.state not in GONE:
            topics.setdefault(one.topic, []).append(one)
    return dict(sorted(topics.items(), key=lambda topic: (-len(topic[1]), topic[0])))


def _line(work: Work, row: dict[str, Any], seen: Seen) -> ReportLine:
    """What people say is told by topic, and how far it has come until they were told back."""
    kind, since = kind_of(row["kind"]), seen.week.begins(work.zone)
    if not kind.labels_of(TOPIC):
        return ReportLine("matter.report_line", row)
    topics = _said(_followed(work, seen)[kind.code])
    moved = work.matters.became(kind.code, since, seen.cut_off)
    facts = {
        **row,
        **{name: len(moved[name]) if name in moved else None for name in STEPS},
        "fresh": sum(map(len, topics.values())),
        "topics": tuple({"topic": topic, "n": len(said)} for topic, said in topics.items()),
        "untold": len(work.matters.stood_in(kind.code, "answered", seen.cut_off)) or None,
    }
    return ReportLine("matter.report_heard", facts)


def behind_matters(work: Work, seen: Seen) -> Iterable[Behind]:
    """Of each kind what came, stands open, ended, is late; of what people say also each topic."""
    if not seen.whole:
        return ()
    return some(
        one
        for kind, found in _followed(work, seen).items()
        for one in _of(work, kind, found, seen)
    )


def _of(work: Work, kind: str, found: list[MatterStood], seen: Seen) -> Iterator[Behind]:
    of = f"@matter.counted.{kind}"
    topical = kind_of(kind).labels_of(TOPIC) is not None
    for name in COUNTED:
        members = [one for one in found if getattr(one, name)]
        if topical and name == "fresh":
            members = [one for said in _said(found).values() for one in said]
        yield behind(name, rows_of(work, (one.id for one in members)), of, kind)
    if topical:
        yield from _how_far(work, kind, found, seen)


def _how_far(work: Work, kind: str, found: list[MatterStood], seen: Seen) -> Iterator[Behind]:
    of = f"@matter.counted.{kind}"
    for topic, said in _said(found).items():
        yield behind(
            "topics", rows_of(work, (one.id for one in said)), f"@topic_of.{topic}", topic
        )
    moved = work.matters.became(kind, seen.week.begins(work.zone), seen.cut_off)
    for step in STEPS:
        yield behind(step, rows_of(work, moved.get(step, ())), of, kind)
    untold = work.matters.stood_in(kind, "answered", seen.cut_off)
    yield behind("untold", rows_of(work, untold), of, kind)


def rows_of(work: Work, ids: Iterable[int]) -> list[Row]:
    """Each with its state of today; one that the reader may not see is counted all the same."""
    return [_row(work, matter_id) for matter_id in ids]


def _row(work: Work, matter_id: int) -> Row:
    one = work.matters.get(matter_id)
    if not may_read(work, one):
        return Row(MATTER, 0, HIDDEN)
    place = work.offices.locality_name(one.locality_id)
    more = {"stands": f"{one.kind}.{one.state}", "who": place}
    return Row(MATTER, one.id, one.code, day=one.due_at, more=more)


PART = ReportPart(NAME, 30, tell, behind=behind_matters)
